import { resolvePackageGraph } from "../package/package-graph.ts";
import { sourceSnapshot } from "../package/source-snapshot.ts";
import { runTests, type RunTestsOptions } from "./run-tests.ts";
import { TestBuilds } from "./test-builds.ts";
import type { TestReport } from "./test-report.ts";

export interface RunPackageTestsOptions extends RunTestsOptions {
  /** Earlier builds to use again, for runs one after another. */
  readonly builds?: TestBuilds;
}

/**
 * Compiles the package in `directory` with its tests and runs them, as `runTests` says. Throws `MoveBuildError` if the package
 * does not compile.
 */
export async function runPackageTests(directory: string, options: RunPackageTestsOptions = {}): Promise<TestReport> {
  const startedMs = performance.now();
  const graph = resolvePackageGraph(directory);
  const readSources = sourceSnapshot();
  const built = await (options.builds ?? new TestBuilds()).build(graph, readSources);
  const report = await runTests({ graph, built, readSources }, options);
  return { ...report, elapsedMs: performance.now() - startedMs };
}
