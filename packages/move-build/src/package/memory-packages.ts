import { MoveBuildError } from "../move-build-error.ts";
import { type MoveManifest, parseMoveManifest } from "./move-manifest.ts";
import { orderPackages } from "./order-packages.ts";
import type { ReadSources } from "./package-sources.ts";

/** The files of a package by their path in it: `Move.toml`, `sources/counter.move`, `tests/counter_tests.move`. */
export type PackageFiles = Readonly<Record<string, string>>;

/** A package that is in memory, and what it depends on. */
export interface MemoryPackages {
  /** Dependencies before dependants; the package itself is last. */
  readonly graph: readonly MoveManifest[];
  readonly readSources: ReadSources;
}

/**
 * Takes a package from memory, its dependencies from `libraries` by their names, wherever its manifest says that they are. Throws
 * `MoveBuildError` as reading from files does.
 */
export function memoryPackages(files: PackageFiles, libraries: ReadonlyMap<string, PackageFiles>): MemoryPackages {
  const root = manifestOf(ROOT, files);
  const graph = orderPackages([root], (dependant, name) => {
    const found = libraries.get(name);
    if (found === undefined) {
      const known = [...libraries.keys()].join(", ");
      throw new MoveBuildError("dependency_not_found", `Package ${dependant.name} depends on ${name}; there are only ${known}.`, ROOT);
    }
    return manifestOf(`/${name}`, found);
  });
  const readSources: ReadSources = ({ directory, name }, folder) =>
    Object.entries(directory === ROOT ? files : (libraries.get(name) ?? {}))
      .filter(([path]) => path.startsWith(`${folder}/`) && path.endsWith(".move"))
      .map(([path, text]) => ({ path, text }))
      .toSorted((a, b) => (a.path < b.path ? -1 : 1));
  return { graph, readSources };
}

const ROOT = ".";

function manifestOf(directory: string, files: PackageFiles): MoveManifest {
  const text = files["Move.toml"];
  if (text === undefined) throw new MoveBuildError("invalid_package", "A package needs a Move.toml.", directory);
  return parseMoveManifest(text, directory, (_local, name) => `/${name}`);
}
