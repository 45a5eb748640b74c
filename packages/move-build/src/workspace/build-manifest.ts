import { readFileSync } from "node:fs";
import { join } from "node:path";

/** One package of a build directory. */
export interface BuildManifestEntry {
  readonly package: string;
  /** Address of its modules, `0x` and 64 hexadecimal digits. */
  readonly address: string;
  /** Module names, in dependency order; the bytes are in `<package>/<module>.mv`. */
  readonly modules: readonly string[];
  /** SHA-256 over the compiler's version, the manifest, the sources and the hashes of the dependencies, in hexadecimal. */
  readonly sourceHash: string;
  /** The compiler's warnings as it printed them. */
  readonly warnings: string;
}

/** `manifest.json` of a build directory. */
export interface BuildManifest {
  readonly version: 1;
  /** In dependency order. */
  readonly packages: readonly BuildManifestEntry[];
}

export const BUILD_MANIFEST_FILE = "manifest.json";

/** The manifest of a build directory, `undefined` if there is none or it is not one of ours (then everything is built again). */
export function readBuildManifest(buildDirectory: string): BuildManifest | undefined {
  let text: string;
  try {
    text = readFileSync(join(buildDirectory, BUILD_MANIFEST_FILE), "utf8");
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return undefined;
    throw cause;
  }
  const value: unknown = parseJson(text);
  return isBuildManifest(value) ? value : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isBuildManifest(value: unknown): value is BuildManifest {
  return isRecord(value) && value.version === 1 && Array.isArray(value.packages) && value.packages.every(isEntry);
}

function isEntry(value: unknown): value is BuildManifestEntry {
  if (!isRecord(value) || !Array.isArray(value.modules)) return false;
  const modules: readonly unknown[] = value.modules;
  const strings = [value.package, value.address, value.sourceHash, value.warnings, ...modules];
  return strings.every((entry) => typeof entry === "string");
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
