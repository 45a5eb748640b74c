import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { CompiledModule } from "../../src/format/compiled-module.ts";
import { decodeModule } from "../../src/format/decode-module.ts";
import { linkInto } from "../../src/runtime/link-modules.ts";
import type { LinkedModule } from "../../src/runtime/linked-module.ts";
import { compileSources } from "../programs/compile-sources.ts";
import { randomModule } from "../programs/random-module.ts";

/** A compiled module to change, with what it stands on. */
export interface Specimen {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly module: CompiledModule;
  readonly dependencies: readonly CompiledModule[];
  /** The dependencies, linked. */
  readonly loaded: ReadonlyMap<string, LinkedModule>;
}

/** The modules of the Move framework, if it is built at `root`, and generated ones. */
export async function mutationCorpus(root: string | undefined, seed: number, generated: number): Promise<Specimen[]> {
  const specimens = root === undefined ? [] : specimensOf(builtModules(root));
  for (let index = 0; index < generated; index += 1) {
    const module = randomModule(`m${index}`, seed * 1000 + index, 4);
    const bytes = await compileSources({ [`sources/${module.name}.move`]: module.source });
    specimens.push(...specimensOf(bytes).filter(({ bytes: each }) => each.length > 600));
  }
  return specimens.filter(({ bytes }) => bytes.length < 16_000);
}

/** Where this repository has its built Move packages. */
export const BUILT = fileURLToPath(new URL("../../../../../../move/build", import.meta.url));

function builtModules(root: string): Uint8Array[] {
  return readdirSync(root, { recursive: true })
    .map(String)
    .filter((path) => path.endsWith(".mv"))
    .sort()
    .map((path) => new Uint8Array(readFileSync(join(root, path))));
}

function specimensOf(sources: readonly Uint8Array[]): Specimen[] {
  const modules = new Map(sources.map((bytes) => [nameOf(decodeModule(bytes)), decodeModule(bytes)] as const));
  return sources.map((bytes) => {
    const module = decodeModule(bytes);
    const name = nameOf(module);
    const needed = new Map<string, CompiledModule>();
    const visit = (of: CompiledModule): void => {
      for (const index of of.moduleHandles.keys()) {
        const other = handleName(of, index);
        const found = modules.get(other);
        if (found === undefined || other === name || needed.has(other)) continue;
        needed.set(other, found);
        visit(found);
      }
    };
    visit(module);
    const dependencies = [...needed.values()];
    return { name, bytes, module, dependencies, loaded: linkInto(new Map(), dependencies, 0) };
  });
}

function nameOf(module: CompiledModule): string {
  return handleName(module, module.selfModule);
}

function handleName(module: CompiledModule, index: number): string {
  const handle = module.moduleHandles[index];
  return `${module.addresses[handle?.address ?? -1]}::${module.identifiers[handle?.name ?? -1]}`;
}
