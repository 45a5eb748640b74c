import type { BuiltPackage } from "../compile/compile-package.ts";
import { compilePackage } from "../compile/compile-package.ts";
import type { MoveManifest } from "../package/move-manifest.ts";
import type { MoveSource, ReadSources } from "../package/package-sources.ts";
import { namedAddresses } from "../source/named-addresses.ts";
import { readSourceModules, type SourceAttribute, type SourceModule } from "../source/source-module.ts";
import { markSource } from "./mark-source.ts";

/** A mark in the sources: the statement, arm or branch that begins there. */
export interface SourceMark {
  readonly package: string;
  /** Absolute directory of the package. */
  readonly directory: string;
  /** Relative to the package. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** `address::module`. */
  readonly module: string;
  readonly function: string;
  /** Whether it is there for tests only. */
  readonly isTest: boolean;
}

/** Packages whose sources tell where they are when they run. */
export interface MarkedPackages {
  readonly built: readonly BuiltPackage[];
  /** By number. */
  readonly marks: readonly SourceMark[];
}

/** The compiler makes every module of a test build use this one, the marks' own too, so it cannot use theirs. */
const COMPILER_MODULE = "unit_test";
/** The package of the marks: not a package that anybody wrote. */
const MARKS_PACKAGE = "source_marks";
const MARKS_MODULE: MoveSource = {
  path: "sources/source_marks.move",
  text: [
    "module 0x1::source_marks;",
    "public fun reached(mark: u32) { record(mark) }",
    // A function of its own, so that its caller calls something that is no native and its frame is counted.
    "native fun record(mark: u32);",
  ].join("\n"),
};

/**
 * Compiles a package graph for its tests with a mark before every statement. The compiler gives no source maps; what runs
 * tells the line itself, through `std::source_marks`. Gas differs from that of the same code without marks.
 */
export async function compileMarked(graph: readonly MoveManifest[], readSources: ReadSources): Promise<MarkedPackages> {
  const marks: SourceMark[] = [];
  const addresses = namedAddresses(graph);
  const root = graph.at(-1);
  if (root === undefined) throw new Error("a package graph is never empty");
  const marked = new Map<string, readonly MoveSource[]>([[`${MARKS_PACKAGE}/sources`, [MARKS_MODULE]]]);
  for (const manifest of graph) {
    for (const folder of ["sources", "tests"] as const) {
      const sources = readSources(manifest, folder).map((source) => {
        const modules = readSourceModules(source, addresses);
        return { path: source.path, text: markModules(source, modules, (place) => marks.push({ ...place, ...placeOf(manifest) }) - 1) };
      });
      marked.set(`${manifest.name}/${folder}`, sources);
    }
  }
  const readMarked: ReadSources = (manifest, folder) => marked.get(`${manifest.name}/${folder}`) ?? [];
  const marksManifest: MoveManifest = {
    name: MARKS_PACKAGE,
    directory: root.directory,
    addresses: new Map(),
    dependencies: new Map(),
    packageFields: { ...root.packageFields, name: MARKS_PACKAGE },
  };
  const withMarks = graph.map((manifest) => ({
    ...manifest,
    dependencies: new Map([...manifest.dependencies, [MARKS_PACKAGE, root.directory]]),
  }));
  const built = [await compilePackage([marksManifest], { readSources: readMarked })];
  for (const [index, manifest] of withMarks.entries()) {
    const dependencies = [marksManifest, ...withMarks.slice(0, index + 1)];
    built.push(await compilePackage(dependencies, { testMode: true, testsFolder: manifest === withMarks.at(-1), readSources: readMarked }));
  }
  return { built, marks };
}

function placeOf({ name, directory }: MoveManifest) {
  return { package: name, directory };
}

function markModules(
  source: MoveSource,
  modules: readonly SourceModule[],
  add: (place: Omit<SourceMark, "package" | "directory">) => number,
): string {
  const inTests = source.path.startsWith("tests/");
  return modules.reduceRight((text, module) => {
    if (module.module === COMPILER_MODULE) return text;
    const isTestModule = inTests || isForTests(module.attributes);
    return module.functions.reduceRight((marked, declared) => {
      if (declared.body === undefined) return marked;
      const common = { path: source.path, module: `${module.address}::${module.module}`, function: declared.name };
      const isTest = isTestModule || isForTests(declared.attributes);
      return markSource(marked, [declared.body], ({ line }) => add({ ...common, line, isTest }));
    }, text);
  }, source.text);
}

function isForTests(attributes: readonly SourceAttribute[]): boolean {
  return attributes.some(
    ({ name, inner }) =>
      ["test", "test_only", "random_test"].includes(name) || (name === "mode" && inner.some((mode) => mode.name === "test")),
  );
}
