import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { dumpMovePackage, initMovePackageBuilder } from "@zktx.io/sui-move-builder";

/** What stands in the cases for the hash that the two machines have under different names. */
const BLAKE2B = "BLAKE2B(data)";
const BLAKE2B_OF = { ours: "hash::blake2b_256(data)", reference: "reference::hash::blake2b256(&data)" } as const;

/** The cases with what they stand on in one of the two machines, by path. */
export function caseSources(machine: "ours" | "reference"): Record<string, string> {
  const read = (name: string): string => readFileSync(fileURLToPath(new URL(`../../vm-programs/${name}`, import.meta.url)), "utf8");
  return {
    "Move.toml": read("Move.toml"),
    "sources/std.move": read("std.move"),
    "sources/machine.move": read(`${machine}.move`),
    "sources/cases.move": read("cases.move").replace(BLAKE2B, BLAKE2B_OF[machine]),
  };
}

/** Bytecode of the cases for our machine. Throws with the compiler's words. */
export async function compileCases(): Promise<Uint8Array[]> {
  await initMovePackageBuilder();
  const result = await dumpMovePackage({ files: caseSources("ours"), silenceWarnings: true });
  if ("error" in result) throw new Error(result.error);
  return result.modules.map((text) => new Uint8Array(Buffer.from(text, "base64")));
}
