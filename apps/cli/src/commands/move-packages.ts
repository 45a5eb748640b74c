import { existsSync, readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { CliError } from "../output/cli-error.ts";

/** Directories of the Move packages that a directory is or has directly below it. Throws `CliError` `invalid_argument` if there are none. */
export function packagesIn(directory: string): string[] {
  if (existsSync(join(directory, "Move.toml"))) return [directory];
  checkHasPackages(directory);
  return readdirSync(directory)
    .map((name) => join(directory, name))
    .filter((path) => existsSync(join(path, "Move.toml")))
    .sort();
}

/** Throws `CliError` `invalid_argument` unless a directory has Move packages directly below it. */
export function checkHasPackages(directory: string): void {
  const shown = relative(process.cwd(), directory) || ".";
  const isDirectory = statSync(directory, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const found = isDirectory && readdirSync(directory).some((name) => existsSync(join(directory, name, "Move.toml")));
  if (!found)
    throw new CliError("invalid_argument", `There is no Move package in ${shown}: no Move.toml in it or in a directory below it.`);
}
