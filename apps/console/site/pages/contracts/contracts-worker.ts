/**
 * Compiles Move packages and runs their tests, away from the page: both take seconds, and the virtual machine makes functions from
 * text, which no page may (the node serves this file with a policy of its own that allows it).
 */
import {
  type BuiltPackage,
  compilePackage,
  type MemoryPackages,
  memoryPackages,
  MoveBuildError,
  type PackageFiles,
  runTests,
  withAddress,
} from "@sycee/move-build/in-memory";
import { hashesReady } from "@sycee/move-vm";
import { type Address, packageAddress, parseAddress } from "@sycee/protocol";
import type { CompiledPackage, WorkerAnswer, WorkerQuestion } from "./worker-messages.ts";

const FRAMEWORK_FILES = import.meta.glob<string>(["../../../../../move/*/Move.toml", "../../../../../move/*/sources/**/*.move"], {
  query: "?raw",
  import: "default",
  eager: true,
});
const libraries = frameworkPackages();
/** The framework never changes while this runs: what was built of it for tests is used again. */
const builtForTests = new Map<string, BuiltPackage>();

addEventListener("message", ({ data }: MessageEvent<WorkerQuestion>) => {
  void answer(data).then(
    (said) => postMessage(said),
    (error: unknown) => {
      // What is no refusal is a fault of this program, and goes to the page as one.
      reportError(error);
    },
  );
});

async function answer(question: WorkerQuestion): Promise<WorkerAnswer> {
  try {
    if (question.kind === "compile") return { kind: "compiled", compiled: await compile(question.files, question.publisher) };
    return { kind: "tested", report: await test(question.files) };
  } catch (error) {
    if (error instanceof MoveBuildError) return { kind: "refused", text: error.message };
    throw error;
  }
}

async function compile(files: PackageFiles, publisher: Address | undefined): Promise<CompiledPackage> {
  const { graph, readSources } = memoryPackages(files, libraries);
  const placed = graph.map((manifest, index) =>
    withAddress(manifest, index === graph.length - 1, ({ name, stated, isRoot }) =>
      isRoot && publisher !== undefined ? packageAddress(publisher, name) : stated,
    ),
  );
  const { name, modules, warnings } = await compilePackage(placed, { readSources });
  const [first] = modules;
  const address = parseAddress(first?.address ?? "");
  const stray = modules.find((module) => module.address !== first?.address);
  if (address === undefined || stray !== undefined)
    throw new MoveBuildError("invalid_package", `A package has modules, all at the address that Move.toml names ${name}.`, ".");
  return { name, address, modules: modules.map((module) => ({ name: module.name, bytes: module.bytes })), warnings };
}

async function test(files: PackageFiles) {
  await hashesReady;
  const packages = memoryPackages(files, libraries);
  return await runTests({ ...packages, built: await buildForTests(packages) });
}

async function buildForTests({ graph, readSources }: MemoryPackages): Promise<readonly BuiltPackage[]> {
  const built: BuiltPackage[] = [];
  for (const [index, { name }] of graph.entries()) {
    const isRoot = index === graph.length - 1;
    const kept = isRoot ? undefined : builtForTests.get(name);
    // Dependencies stand before their dependants; what stands there beyond them is never asked for.
    const one = kept ?? (await compilePackage(graph.slice(0, index + 1), { testMode: true, testsFolder: isRoot, readSources }));
    if (!isRoot) builtForTests.set(name, one);
    built.push(one);
  }
  return built;
}

function frameworkPackages(): ReadonlyMap<string, PackageFiles> {
  const packages = new Map<string, Record<string, string>>();
  for (const [path, text] of Object.entries(FRAMEWORK_FILES)) {
    const [, name, inside] = /\/move\/([^/]+)\/(.+)$/.exec(path) ?? [];
    if (name === undefined || inside === undefined) throw new Error(`not a file of the framework: ${path}`);
    packages.set(name, { ...packages.get(name), [inside]: text });
  }
  return packages;
}
