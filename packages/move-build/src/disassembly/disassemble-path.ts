import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { decodeModule, disassemble, ModuleFormatError } from "@sycee/move-vm";
import { buildPackage } from "../compile/build-package.ts";
import { MoveBuildError } from "../move-build-error.ts";

/** A compiled module as text. */
export interface DisassembledModule {
  /** Name of the module, or of the file that it came from. */
  readonly name: string;
  readonly text: string;
}

/**
 * Compiled modules as text: the one of a `.mv` file, those of a package (which is compiled), or of every `.mv` file below a
 * directory. Throws `MoveBuildError` (`invalid_module` for what is no module, `build_missing` where there is none).
 */
export async function disassemblePath(path: string): Promise<readonly DisassembledModule[]> {
  const absolute = resolve(path);
  const found = statSync(absolute, { throwIfNoEntry: false });
  if (found === undefined) throw new MoveBuildError("build_missing", `There is no file or directory ${absolute}.`, absolute);
  if (found.isFile()) return [textOf(path, absolute)];
  if (existsSync(join(absolute, "Move.toml"))) {
    const { modules } = await buildPackage(absolute);
    return modules.map(({ name, bytes }) => ({ name, text: disassemble(decodeModule(bytes)) }));
  }
  const files = readdirSync(absolute, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".mv"));
  if (files.length === 0) {
    throw new MoveBuildError("build_missing", `There is neither a Move.toml nor a compiled module (.mv) in ${absolute}.`, absolute);
  }
  return files.sort().map((file) => textOf(file, join(absolute, file)));
}

function textOf(name: string, path: string): DisassembledModule {
  try {
    return { name, text: disassemble(decodeModule(new Uint8Array(readFileSync(path)))) };
  } catch (error) {
    if (!(error instanceof ModuleFormatError)) throw error;
    throw new MoveBuildError("invalid_module", `${name} is not a Move module: ${error.message}.`, path);
  }
}
