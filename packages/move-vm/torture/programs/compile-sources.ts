import { dumpMovePackage, initMovePackageBuilder } from "@zktx.io/sui-move-builder";
import { BASE_SOURCES, MANIFEST } from "./prelude.ts";

/** Bytecode of generated modules (sources by path) and of what they stand on. Throws with the compiler's words. */
export async function compileSources(sources: Readonly<Record<string, string>>): Promise<Uint8Array[]> {
  await initMovePackageBuilder();
  const result = await dumpMovePackage({ files: { "Move.toml": MANIFEST, ...BASE_SOURCES, ...sources }, silenceWarnings: true });
  if ("error" in result) throw new Error(result.error);
  return result.modules.map((text) => new Uint8Array(Buffer.from(text, "base64")));
}
