import { watch } from "node:fs";
import { sep } from "node:path";
import { resolvePackageGraph } from "../package/package-graph.ts";
import { MoveBuildError } from "../move-build-error.ts";

/** Editors write a file in several steps, and often several files at once. */
const SETTLE_MS = 60;

/**
 * Calls `onChange` with all of `directories`, and then after every change of a Move source or manifest in them or in what they
 * depend on with those that it affects, dependencies first. Changes during a call are told together after it. Ends with `signal`;
 * rejects if `onChange` does.
 */
export async function watchPackages(
  directories: readonly string[],
  onChange: (affected: readonly string[]) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const graphs = directories.map((directory) => ({ directory, uses: usesOf(directory) }));
  const changed = new Set<string>(directories);
  let hasBegun = false;
  let wake: () => void = () => {};
  const watchers = [...new Set(graphs.flatMap(({ uses }) => uses))].map((directory) =>
    watch(directory, { recursive: true }, (_, file) => {
      if (file !== null && !isSource(file)) return;
      changed.add(directory);
      wake();
    }),
  );
  const stop = (): void => wake();
  signal.addEventListener("abort", stop);
  try {
    while (!signal.aborted) {
      if (changed.size === 0) await new Promise<void>((resolve) => (wake = resolve));
      if (signal.aborted) return;
      if (hasBegun) await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
      hasBegun = true;
      const seen = new Set(changed);
      changed.clear();
      const affected = graphs.filter(({ uses }) => uses.some((directory) => seen.has(directory)));
      // Whoever depends on a package uses more than it does.
      affected.sort((a, b) => a.uses.length - b.uses.length);
      if (affected.length > 0) await onChange(affected.map(({ directory }) => directory));
    }
  } finally {
    signal.removeEventListener("abort", stop);
    for (const watcher of watchers) watcher.close();
  }
}

function usesOf(directory: string): readonly string[] {
  try {
    return resolvePackageGraph(directory).map((manifest) => manifest.directory);
  } catch (error) {
    // A package that is broken now is watched alone, until it is whole.
    if (error instanceof MoveBuildError) return [directory];
    throw error;
  }
}

function isSource(file: string): boolean {
  const [folder] = file.split(sep);
  return file === "Move.toml" || (file.endsWith(".move") && (folder === "sources" || folder === "tests"));
}
