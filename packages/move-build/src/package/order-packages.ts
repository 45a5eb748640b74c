import { MoveBuildError } from "../move-build-error.ts";
import type { MoveManifest } from "./move-manifest.ts";

/** Gives the manifest of what a package depends on, by its name and its directory. */
export type ReadDependency = (dependant: MoveManifest, name: string, directory: string) => MoveManifest;

/** All of `roots` and what they depend on, dependencies first; otherwise in the order given. Throws `MoveBuildError`. */
export function orderPackages(roots: readonly MoveManifest[], readDependency: ReadDependency): readonly MoveManifest[] {
  const done = new Map<string, MoveManifest>();
  const path: string[] = [];
  const visit = (manifest: MoveManifest): void => {
    const seen = done.get(manifest.name);
    if (seen !== undefined) {
      if (seen.directory === manifest.directory) return;
      throw new MoveBuildError(
        "invalid_package",
        `Two packages are named ${manifest.name}: ${seen.directory} and ${manifest.directory}.`,
        manifest.directory,
      );
    }
    if (path.includes(manifest.name)) {
      throw new MoveBuildError(
        "dependency_cycle",
        `Packages depend on each other: ${[...path, manifest.name].join(" -> ")}.`,
        manifest.directory,
      );
    }
    path.push(manifest.name);
    for (const [name, directory] of manifest.dependencies) visit(readDependency(manifest, name, directory));
    path.pop();
    done.set(manifest.name, manifest);
  };
  for (const root of roots) visit(root);
  return [...done.values()];
}
