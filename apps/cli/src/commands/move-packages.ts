import { existsSync, readdirSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { MOVE_DIRECTORY } from "../node/repository.ts";
import { CliError } from "../output/cli-error.ts";

/** The directory that is meant: where none is named the working directory if it is a Move package, else that of the system's own. */
export function chosenDirectory(named: string | undefined): string {
  if (named !== undefined) return resolve(named);
  return existsSync("Move.toml") ? process.cwd() : MOVE_DIRECTORY;
}

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
