import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { dumpMovePackage, initMovePackageBuilder } from "@zktx.io/sui-move-builder";

const SCENARIOS = join(import.meta.dirname, "scenarios");
const STD = join(import.meta.dirname, "../../../move/std");

/** Address of the scenarios' modules. */
export const SCENARIO_ADDRESS = `0x${"7".padStart(64, "0")}` as const;

/** Bytecode of the scenario package, of `extra` sources beside it, and of `std`. */
export async function compileScenarios(extra: Record<string, string> = {}): Promise<Uint8Array[]> {
  await initMovePackageBuilder();
  const std = readPackage(STD);
  const scenarios = { ...readPackage(SCENARIOS), ...extra };
  return [...(await compile(std, std)), ...(await compile(scenarios, std))];
}

/** The integer types of Move with their widths in bits. */
export const WIDTHS = { u8: 8, u16: 16, u32: 32, u64: 64, u128: 128, u256: 256 } as const;

/** Source of module `scenarios::arithmetic_<type>` with a function for each operator of an integer type. */
export function arithmeticSource(type: keyof typeof WIDTHS): string {
  const binary = { add: "+", sub: "-", mul: "*", div: "/", mod: "%", and: "&", or: "|", xor: "^" };
  const comparisons = { lt: "<", le: "<=", gt: ">", ge: ">=", eq: "==", ne: "!=" };
  const lines = [
    ...Object.entries(binary).map(([name, sign]) => `public fun ${name}(a: ${type}, b: ${type}): ${type} { a ${sign} b }`),
    ...Object.entries(comparisons).map(([name, sign]) => `public fun ${name}(a: ${type}, b: ${type}): bool { a ${sign} b }`),
    `public fun shl(a: ${type}, b: u8): ${type} { a << b }`,
    `public fun shr(a: ${type}, b: u8): ${type} { a >> b }`,
    ...Object.keys(WIDTHS).map((target) => `public fun to_${target}(a: ${type}): ${target} { a as ${target} }`),
    `public fun increment(a: ${type}): ${type} { a + 1 }`,
    `public fun decrement(a: ${type}): ${type} { a - 1 }`,
    `public fun triple(a: ${type}): ${type} { 3 * a }`,
    `public fun seventh(a: ${type}): ${type} { a / 7 + a % 7 }`,
    `public fun from_hundred(a: ${type}): ${type} { 100 / a }`,
    `public fun below_ten(a: ${type}): bool { a < 10 }`,
  ];
  return `module scenarios::arithmetic_${type};\n${lines.join("\n")}\n`;
}

function readPackage(directory: string): Record<string, string> {
  const files: Record<string, string> = { "Move.toml": readFileSync(join(directory, "Move.toml"), "utf8") };
  for (const name of readdirSync(join(directory, "sources"))) {
    files[`sources/${name}`] = readFileSync(join(directory, "sources", name), "utf8");
  }
  return files;
}

async function compile(files: Record<string, string>, std: Record<string, string>): Promise<Uint8Array[]> {
  // The compiler gives the address 0x0 to a package whose name is one of its own addresses.
  const manifest = (files["Move.toml"] ?? "").replace(/^name = "(\w+)"/m, 'name = "$1-root"');
  const result = await dumpMovePackage({
    files: { ...files, "Move.toml": manifest },
    fetcher: {
      fetchLocal: () => Promise.resolve(std),
      fetch: (url) => Promise.reject(new Error(`no network: ${url}`)),
      fetchFile: (url) => Promise.reject(new Error(`no network: ${url}`)),
      getResolvedSha: () => undefined,
    },
  });
  if ("error" in result) throw new Error(result.error);
  return result.modules.map((base64) => new Uint8Array(Buffer.from(base64, "base64")));
}
