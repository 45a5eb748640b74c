import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parse, TomlError, type TomlTable } from "smol-toml";
import { MoveBuildError } from "../move-build-error.ts";

/** What a `Move.toml` says. */
export interface MoveManifest {
  readonly name: string;
  /** Absolute directory of the package. */
  readonly directory: string;
  /** Named addresses to what the manifest assigns to them, `0x…`. */
  readonly addresses: ReadonlyMap<string, string>;
  /** Dependencies' names to their absolute directories, in the manifest's order. */
  readonly dependencies: ReadonlyMap<string, string>;
  /** The fields of `[package]`, name included: edition, flavor and what else the compiler reads. */
  readonly packageFields: Readonly<Record<string, unknown>>;
}

/** Reads `directory/Move.toml`. Only local dependencies are allowed: a build never touches the network. */
export function readMoveManifest(directory: string): MoveManifest {
  const absolute = resolve(directory);
  const toml = parseToml(absolute);
  const packageFields = table(toml.package);
  const { name } = packageFields;
  if (typeof name !== "string" || !/^[A-Za-z][A-Za-z0-9_-]*$/.test(name)) {
    throw new MoveBuildError(
      "invalid_package",
      `${join(absolute, "Move.toml")}: [package] needs a name of letters, digits, "-" and "_".`,
      absolute,
    );
  }
  const addresses = new Map<string, string>();
  for (const [key, value] of Object.entries(table(toml.addresses))) {
    if (typeof value !== "string")
      throw new MoveBuildError("invalid_package", `Address ${key} of package ${name} must be a string.`, absolute);
    addresses.set(key, value);
  }
  const dependencies = new Map<string, string>();
  for (const [key, value] of Object.entries(table(toml.dependencies))) {
    const { local } = table(value);
    if (typeof local !== "string") {
      throw new MoveBuildError("invalid_package", `Dependency ${key} of package ${name} must be { local = "…" }.`, absolute);
    }
    dependencies.set(key, resolve(absolute, local));
  }
  return { name, directory: absolute, packageFields, addresses, dependencies };
}

function parseToml(directory: string): TomlTable {
  const path = join(directory, "Move.toml");
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (cause) {
    throw new MoveBuildError("invalid_package", `No Move package at ${directory}: ${path} cannot be read (${reason(cause)}).`, directory);
  }
  try {
    return parse(text);
  } catch (cause) {
    if (cause instanceof TomlError) throw new MoveBuildError("invalid_package", `${path}: ${cause.message}`, directory);
    throw cause;
  }
}

function reason(cause: unknown): string {
  return cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
}

function table(value: unknown): Readonly<Record<string, unknown>> {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? { ...value } : {};
}
