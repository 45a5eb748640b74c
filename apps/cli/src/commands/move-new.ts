import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { packageTemplate } from "@sycee/move-build/package-template";
import { MOVE_DIRECTORY } from "../node/repository.ts";
import { CliError } from "../output/cli-error.ts";

export interface MoveNewOptions {
  readonly json?: true;
  readonly address: string;
}

const NAME = /^[a-z][a-z0-9_]{0,63}$/;

/** Makes a package in a new directory `name`, with a module, its tests and the standard library. Throws `CliError` `invalid_argument`. */
export function newMove(name: string, options: MoveNewOptions): void {
  if (!NAME.test(name))
    throw new CliError("invalid_argument", `${JSON.stringify(name)} is not a name for a package: small letters, digits and "_".`);
  if (!/^0x[0-9a-fA-F]{1,64}$/.test(options.address))
    throw new CliError("invalid_argument", `${options.address} is not an address: 0x and hexadecimal digits.`);
  const directory = resolve(name);
  if (existsSync(directory)) throw new CliError("invalid_argument", `${name} is there already.`);
  const files = packageTemplate(name, options.address, relative(directory, join(MOVE_DIRECTORY, "std")));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(directory, path, ".."), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
  if (options.json) console.log(JSON.stringify({ package: name, directory, files: Object.keys(files) }));
  else console.log(`made ${name}: ${Object.keys(files).join(", ")}\n\nNext:\n  sycee move test ${name}`);
}
