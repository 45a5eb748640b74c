import { existsSync } from "node:fs";
import { join } from "node:path";
import { MoveBuildError } from "../move-build-error.ts";
import type { MoveManifest } from "./move-manifest.ts";
import { orderPackages } from "./order-packages.ts";
import { readMoveManifest } from "./read-manifest.ts";

/**
 * The package in `directory` and everything it depends on, each once, dependencies before dependants; the package
 * itself is last. Throws `MoveBuildError` for a missing dependency, a cycle, or two packages of one name.
 */
export function resolvePackageGraph(directory: string): readonly MoveManifest[] {
  return orderPackages([readMoveManifest(directory)], readDependency);
}

/** The manifest of what a package depends on. Throws `MoveBuildError`. */
export function readDependency(dependant: MoveManifest, name: string, directory: string): MoveManifest {
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
