import type { MoveSource, ReadSources } from "./package-sources.ts";
import { readMoveSources } from "./read-sources.ts";

/** Reads each folder once and then gives the same again, so that all who ask see one state even if files change meanwhile. */
export function sourceSnapshot(): ReadSources {
  const seen = new Map<string, readonly MoveSource[]>();
  return ({ directory }, folder) => {
    const key = `${folder} ${directory}`;
    const sources = seen.get(key) ?? readMoveSources(directory, folder);
    seen.set(key, sources);
    return sources;
  };
}
