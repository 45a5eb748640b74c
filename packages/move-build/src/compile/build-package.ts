import { resolvePackageGraph } from "../package/package-graph.ts";
import { sourceSnapshot } from "../package/source-snapshot.ts";
import { type BuiltPackage, compilePackage } from "./compile-package.ts";
import { type PackagePlace, withAddress } from "./package-place.ts";

export interface BuildPackageOptions {
  /** Keep `#[test]` and `#[test_only]` code and add the package's `tests` folder. Default false. */
  readonly testMode?: boolean;
  /** Colours in the diagnostics. Default false. */
  readonly colour?: boolean;
  /** Where the package, and each one that it depends on, is to stand. Absent: as the manifests say. */
  readonly addressOf?: (place: PackagePlace) => string;
}

/**
 * Compiles the Move package in `directory` with the standard compiler, offline. Throws `MoveBuildError`: with
 * `compile_failed` the message is the compiler's diagnostics (file, line, arrow); for `compiler_fault` it has none.
 *
 * @example
 * const { modules } = await buildPackage("move/std");
 */
export async function buildPackage(directory: string, options: BuildPackageOptions = {}): Promise<BuiltPackage> {
  const graph = resolvePackageGraph(directory).map((manifest, index, all) =>
    withAddress(manifest, index === all.length - 1, options.addressOf),
  );
  return compilePackage(graph, { ...options, testsFolder: options.testMode ?? false, readSources: sourceSnapshot() });
}
