import { dumpMovePackage, initMovePackageBuilder } from "@zktx.io/sui-move-builder";
import { stringify } from "smol-toml";
import { MoveBuildError } from "../move-build-error.ts";
import type { MoveManifest } from "../package/move-manifest.ts";
import type { ReadSources } from "../package/package-sources.ts";
import { type ModuleId, readModuleId } from "./module-id.ts";

/** One compiled module. */
export interface BuiltModule {
  readonly name: string;
  /** `0x` and 64 hexadecimal digits. */
  readonly address: `0x${string}`;
  readonly bytes: Uint8Array;
}

/** A compiled package, without its dependencies. */
export interface BuiltPackage {
  readonly name: string;
  /** Absolute. */
  readonly directory: string;
  /** Modules of the package before those of the same package that use them. */
  readonly modules: readonly BuiltModule[];
  /** The compiler's warnings as it prints them; empty if there are none. */
  readonly warnings: string;
}

interface CompilePackageOptions {
  /** Keep `#[test]` and `#[test_only]` code. Default false. */
  readonly testMode?: boolean;
  /** Colours in the diagnostics. Default false. */
  readonly colour?: boolean;
  /** Add the package's `tests` folder; needs `testMode`. A dependency's tests are its own affair. Default false. */
  readonly testsFolder?: boolean;
  /** Where sources come from. */
  readonly readSources: ReadSources;
}

/** Compiles the last package of `graph`; the others are what it depends on. Needs no files and no process: it runs in browsers too. */
export async function compilePackage(graph: readonly MoveManifest[], options: CompilePackageOptions): Promise<BuiltPackage> {
  const root = graph.at(-1);
  if (root === undefined) throw new Error("a package graph is never empty");
  const packages = new Map(graph.map((manifest) => [manifest.name, manifest]));
  const { readSources } = options;
  await initMovePackageBuilder();
  const result = await dumpMovePackage({
    files: {
      ...compilerFiles(root, options.testsFolder ?? false, readSources),
      "Move.toml": compilerManifest(root, `${root.name}${ROOT_SUFFIX}`),
    },
    ansiColor: options.colour ?? false,
    modes: options.testMode ? ["test"] : [],
    fetcher: new LocalPackages(packages, readSources),
  });
  if ("error" in result) throw compileError(result.error, root);
  const modules = result.modules.map((base64) => {
    const bytes = restoreMagic(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
    return { id: readModuleId(bytes), bytes };
  });
  return {
    name: root.name,
    directory: root.directory,
    modules: orderModules(modules).map(({ id, bytes }) => ({ name: id.name, address: id.address, bytes })),
    warnings: (result.warnings ?? "").replaceAll(TESTS_PREFIX, "tests/"),
  };
}

/** What the compiler answers in place of diagnostics when it ended in a fault of its own: its optimiser does on a few sound programs. */
const COMPILER_FAULT = "unreachable";

function compileError(message: string, { name, directory }: MoveManifest): MoveBuildError {
  if (message !== COMPILER_FAULT) return new MoveBuildError("compile_failed", message.replaceAll(TESTS_PREFIX, "tests/"), directory);
  const advice = "The package may be sound: simpler or smaller functions, with fewer branches inside loops, compile.";
  return new MoveBuildError(
    "compiler_fault",
    `The Move compiler ended in a fault of its own while it compiled ${name}. ${advice}`,
    directory,
  );
}

/** The compiler reads a `tests` folder only in its own test runner; seen from `sources` it takes the files as they are. */
const TESTS_PREFIX = "sources/../tests/";

/** The compiler gives the address 0x0 to a package whose name is one of its addresses; under another name it keeps the manifest's. */
const ROOT_SUFFIX = "-root";

/** What stands in place of bytecode's magic number in modules compiled with their tests, so that nobody publishes them. */
const TEST_MAGIC = 0xdeadc0de;
const MAGIC = 0xa11ceb0b;

/** The files of a package as the compiler gets them. */
function compilerFiles(manifest: MoveManifest, withTests: boolean, readSources: ReadSources): Record<string, string> {
  const files: Record<string, string> = { "Move.toml": compilerManifest(manifest, manifest.name) };
  for (const source of readSources(manifest, "sources")) files[source.path] = source.text;
  if (withTests) {
    for (const source of readSources(manifest, "tests")) files[`sources/../${source.path}`] = source.text;
  }
  return files;
}

/**
 * A package's manifest as the compiler gets it. Its local dependencies are renamed to `../<name>`, so that one package
 * reached on two ways (a diamond) is one package whatever the paths in the manifests are.
 */
function compilerManifest(manifest: MoveManifest, name: string): string {
  const dependencies = Object.fromEntries([...manifest.dependencies.keys()].map((key) => [key, { local: `../${key}` }]));
  return stringify({ package: { ...manifest.packageFields, name }, addresses: Object.fromEntries(manifest.addresses), dependencies });
}

/** Gives the compiler the packages of one graph and nothing else: a build never touches the network. */
class LocalPackages {
  private readonly packages: ReadonlyMap<string, MoveManifest>;
  private readonly readSources: ReadSources;

  constructor(packages: ReadonlyMap<string, MoveManifest>, readSources: ReadSources) {
    this.packages = packages;
    this.readSources = readSources;
  }

  fetchLocal(_path: string, context: { readonly dependencyName: string }): Promise<Record<string, string>> {
    const manifest = this.packages.get(context.dependencyName);
    if (manifest === undefined) return Promise.reject(new Error(`package ${context.dependencyName} is not among the dependencies`));
    return Promise.resolve(compilerFiles(manifest, false, this.readSources));
  }

  fetch(url: string): Promise<never> {
    return Promise.reject(new Error(`dependencies from ${url} are not allowed, only local ones`));
  }

  fetchFile(url: string): Promise<never> {
    return this.fetch(url);
  }

  getResolvedSha(): undefined {
    return undefined;
  }
}

function restoreMagic(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0) === TEST_MAGIC) view.setUint32(0, MAGIC);
  return bytes;
}

/** Modules before those that refer to them; the compiler forbids cycles. */
function orderModules<T extends { readonly id: ModuleId }>(modules: readonly T[]): readonly T[] {
  const byName = new Map(modules.map((module) => [`${module.id.address}::${module.id.name}`, module]));
  const ordered = new Set<T>();
  const visit = (module: T): void => {
    if (ordered.has(module)) return;
    for (const reference of module.id.references) {
      const other = byName.get(reference);
      if (other !== undefined) visit(other);
    }
    ordered.add(module);
  };
  for (const name of [...byName.keys()].sort()) {
    const module = byName.get(name);
    if (module !== undefined) visit(module);
  }
  return [...ordered];
}
