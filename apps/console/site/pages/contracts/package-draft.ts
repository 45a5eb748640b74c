import type { PackageFiles } from "@sycee/move-build/in-memory";
import { useCallback, useState } from "react";

const STORE_KEY = "sycee.contract-files";

/** The files of the package that is being written, kept in this browser. */
export interface PackageDraft {
  readonly files: PackageFiles;
  /** Paths in the order in which they are shown: `Move.toml`, sources, tests. */
  readonly paths: readonly string[];
  write(path: string, text: string): void;
  remove(path: string): void;
  /** Puts others in place of all files. */
  replace(files: PackageFiles): void;
}

/** Whether a path may be one of a package's files. */
export function isFilePath(path: string): boolean {
  return path === "Move.toml" || /^(?:sources|tests)\/(?:[A-Za-z0-9_]+\/)*[A-Za-z0-9_]+\.move$/.test(path);
}

export function usePackageDraft(): PackageDraft {
  const [files, setFiles] = useState(storedFiles);
  const change = useCallback((next: (files: PackageFiles) => PackageFiles) => {
    setFiles((last) => {
      const changed = next(last);
      localStorage.setItem(STORE_KEY, JSON.stringify(changed));
      return changed;
    });
  }, []);
  return {
    files,
    paths: Object.keys(files).toSorted((one, other) => orderOf(one).localeCompare(orderOf(other))),
    write: (path, text) => change((last) => ({ ...last, [path]: text })),
    remove: (path) => change((last) => Object.fromEntries(Object.entries(last).filter(([other]) => other !== path))),
    replace: (others) => change(() => others),
  };
}

function orderOf(path: string): string {
  return `${path === "Move.toml" ? 0 : path.startsWith("sources/") ? 1 : 2}${path}`;
}

/** What is kept; what is not ours to read counts as nothing. */
function storedFiles(): PackageFiles {
  const text = localStorage.getItem(STORE_KEY);
  if (text === null) return {};
  const stored = parsedOrUndefined(text);
  if (typeof stored !== "object" || stored === null) return {};
  return Object.fromEntries(
    Object.entries(stored).filter((entry): entry is [string, string] => isFilePath(entry[0]) && typeof entry[1] === "string"),
  );
}

function parsedOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
