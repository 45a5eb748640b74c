import { existsSync } from "node:fs";
import { join } from "node:path";
import { MoveBuildError } from "../move-build-error.ts";
import { type MoveManifest, readMoveManifest } from "./move-manifest.ts";

/**
 * The package in `directory` and everything it depends on, each once, dependencies before dependants; the package
 * itself is last. Throws `MoveBuildError` for a missing dependency, a cycle, or two packages of one name.
 */
export function resolvePackageGraph(directory: string): readonly MoveManifest[] {
  return orderPackages([readMoveManifest(directory)]);
}

/** All of `roots` and what they depend on, dependencies first; otherwise in the order given. */
export function orderPackages(roots: readonly MoveManifest[]): readonly MoveManifest[] {
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

function readDependency(dependant: MoveManifest, name: string, directory: string): MoveManifest {
  if (!existsSync(join(directory, "Move.toml"))) {
    throw new MoveBuildError(
      "dependency_not_found",
      `Package ${dependant.name} depends on ${name}, but there is no Move.toml in ${directory}.`,
      dependant.directory,
    );
  }
  const manifest = readMoveManifest(directory);
  if (manifest.name !== name) {
    throw new MoveBuildError(
      "invalid_package",
      `Package ${dependant.name} depends on ${name}, but ${directory} holds package ${manifest.name}.`,
      dependant.directory,
    );
  }
  return manifest;
}
