import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { dumpMovePackage, initMovePackageBuilder } from "@zktx.io/sui-move-builder";

const STD = fileURLToPath(new URL("../../../move/std", import.meta.url));

/** Bytecode of the standard library and of the Move package in the folder `name` beside this file, by the standard compiler, offline. */
export async function compileTestPackage(name: string, mode: "release" | "test" = "release"): Promise<Uint8Array[]> {
  await initMovePackageBuilder();
  const std = filesOf(STD);
  const root = { ...std, "Move.toml": (std["Move.toml"] ?? "").replace('name = "std"', 'name = "std-root"') };
  const own = filesOf(fileURLToPath(new URL(name, import.meta.url)));
  return [...(await compile(root, std, mode)), ...(await compile(own, std, mode))];
}

async function compile(files: Record<string, string>, std: Record<string, string>, mode: "release" | "test"): Promise<Uint8Array[]> {
  const refuse = () => Promise.reject(new Error("a test package has local dependencies only"));
  const fetcher = { fetchLocal: () => Promise.resolve(std), fetch: refuse, fetchFile: refuse, getResolvedSha: () => undefined };
  const result = await dumpMovePackage({ files, modes: mode === "test" ? ["test"] : [], fetcher });
  if ("error" in result) throw new Error(result.error);
  return result.modules.map((text) => {
    const bytes = new Uint8Array(Buffer.from(text, "base64"));
    // The compiler writes another magic number over modules compiled with their tests.
    bytes.set([0xa1, 0x1c, 0xeb, 0x0b]);
    return bytes;
  });
}

function filesOf(directory: string): Record<string, string> {
  const files: Record<string, string> = { "Move.toml": readFileSync(join(directory, "Move.toml"), "utf8") };
  for (const name of readdirSync(join(directory, "sources")).sort()) {
    files[`sources/${name}`] = readFileSync(join(directory, "sources", name), "utf8");
  }
  return files;
}
