import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildPackage, loadBuiltModules } from "@sycee/move-build";

const MOVE = join(import.meta.dirname, "../../move");
const PACKAGES = ["std", "money", "oversight", "banking"];

/** A passage of a module, and what a rogue would have there. */
export interface ModuleChange {
  /** Below `move/`. */
  readonly file: string;
  readonly honest: string;
  readonly rogue: string;
}

/** The framework with one passage of one module replaced; its sources are copied into `directory`. */
export async function modulesWith({ file, honest, rogue }: ModuleChange, directory: string): Promise<Uint8Array[]> {
  for (const each of PACKAGES) {
    for (const part of ["Move.toml", "sources"]) cpSync(join(MOVE, each, part), join(directory, each, part), { recursive: true });
  }
  const path = join(directory, file);
  const source = readFileSync(path, "utf8");
  if (!source.includes(honest)) throw new Error(`${file} no longer has: ${honest}`);
  writeFileSync(path, source.replace(honest, rogue));
  // Only the package with the changed passage is compiled: what others were compiled to does not depend on the inside of a function.
  const changed = file.slice(0, file.indexOf("/"));
  const built = loadBuiltModules(join(MOVE, "build"));
  const modules: Uint8Array[] = [];
  for (const each of PACKAGES) {
    const ofPackage =
      each === changed ? (await buildPackage(join(directory, each))).modules : built.filter((module) => module.package === each);
    modules.push(...ofPackage.map((module) => module.bytes));
  }
  return modules;
}
