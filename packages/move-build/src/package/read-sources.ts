import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { MoveSource } from "./package-sources.ts";

/** The `.move` files below one of a package's folders, sorted by path; none if the folder does not exist. */
export function readMoveSources(directory: string, folder: "sources" | "tests"): readonly MoveSource[] {
  const sources: MoveSource[] = [];
  const walk = (relative: string): void => {
    for (const entry of readEntries(join(directory, relative))) {
      const path = `${relative}/${entry.name}`;
      if (entry.isDirectory()) walk(path);
      else if (entry.name.endsWith(".move")) sources.push({ path, text: readFileSync(join(directory, path), "utf8") });
    }
  };
  walk(folder);
  return sources.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function readEntries(directory: string) {
  try {
    return readdirSync(directory, { withFileTypes: true });
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return [];
    throw cause;
  }
}
