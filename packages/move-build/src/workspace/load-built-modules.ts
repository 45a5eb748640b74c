import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { MoveBuildError } from "../move-build-error.ts";
import { readBuildManifest } from "./build-manifest.ts";

/** A compiled module as it lies in a build directory. */
export interface LoadedModule {
  readonly package: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The modules in a build directory (`move/build`), packages and modules after what they depend on. Throws `MoveBuildError`
 * `build_missing` when nothing was built there.
 */
export function loadBuiltModules(buildDirectory: string): readonly LoadedModule[] {
  const manifest = readBuildManifest(buildDirectory);
  if (manifest === undefined) {
    const directory = resolve(buildDirectory);
    throw new MoveBuildError("build_missing", `There are no compiled Move modules in ${directory}. Run: npm run build`, directory);
  }
  return manifest.packages.flatMap((entry) =>
    entry.modules.map((name) => ({
      package: entry.package,
      name,
      bytes: new Uint8Array(readFileSync(join(buildDirectory, entry.package, `${name}.mv`))),
    })),
  );
}
