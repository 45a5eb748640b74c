import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";

/** An anvil that can be started. */
export interface Anvil {
  readonly path: string;
  readonly version: string;
}

const PLATFORM: Readonly<Record<string, string>> = { x64: "amd64", arm64: "arm64" };

/** Anvil from its npm package for this platform, or from the PATH; `undefined` where there is none that runs. */
export function findAnvil(): Anvil | undefined {
  for (const path of [inPackage(), onPath()]) {
    const version = path === undefined ? undefined : versionOf(path);
    if (path !== undefined && version !== undefined) return { path, version };
  }
  return undefined;
}

function inPackage(): string | undefined {
  const name = `@foundry-rs/anvil-${process.platform}-${PLATFORM[process.arch] ?? process.arch}`;
  const paths = createRequire(import.meta.url).resolve.paths(name) ?? [];
  return paths.map((folder) => join(folder, name, "bin", "anvil")).find((path) => existsSync(path));
}

function onPath(): string | undefined {
  return (process.env["PATH"] ?? "")
    .split(delimiter)
    .map((folder) => join(folder, "anvil"))
    .find((path) => existsSync(path));
}

// One for another system, or whose libraries are missing, is as good as none.
function versionOf(path: string): string | undefined {
  try {
    return /(\d+\.\d+\.\d+\S*)/.exec(execFileSync(path, ["--version"], { encoding: "utf8", timeout: 10_000 }))?.[1];
  } catch {
    return undefined;
  }
}
