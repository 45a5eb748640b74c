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

/**
 * Reads the text of `directory/Move.toml`; `directoryOf` says where a local dependency is, by its path and its name. Only local
 * ones are allowed: a build never touches the network. Throws `MoveBuildError` (`invalid_package`).
 */
export function parseMoveManifest(text: string, directory: string, directoryOf: (local: string, name: string) => string): MoveManifest {
  const path = `${directory}/Move.toml`;
  const toml = parseToml(text, path, directory);
  const packageFields = table(toml.package);
  const { name } = packageFields;
  if (typeof name !== "string" || !/^[A-Za-z][A-Za-z0-9_-]*$/.test(name)) {
    throw new MoveBuildError("invalid_package", `${path}: [package] needs a name of letters, digits, "-" and "_".`, directory);
  }
  const addresses = new Map<string, string>();
  for (const [key, value] of Object.entries(table(toml.addresses))) {
    if (typeof value !== "string")
      throw new MoveBuildError("invalid_package", `Address ${key} of package ${name} must be a string.`, directory);
    addresses.set(key, value);
  }
  const dependencies = new Map<string, string>();
  for (const [key, value] of Object.entries(table(toml.dependencies))) {
    const { local } = table(value);
    if (typeof local !== "string") {
      throw new MoveBuildError("invalid_package", `Dependency ${key} of package ${name} must be { local = "…" }.`, directory);
    }
    dependencies.set(key, directoryOf(local, key));
  }
  return { name, directory, packageFields, addresses, dependencies };
}

function parseToml(text: string, path: string, directory: string): TomlTable {
  try {
    return parse(text);
  } catch (cause) {
    if (cause instanceof TomlError) throw new MoveBuildError("invalid_package", `${path}: ${cause.message}`, directory);
    throw cause;
  }
}

function table(value: unknown): Readonly<Record<string, unknown>> {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? { ...value } : {};
}
