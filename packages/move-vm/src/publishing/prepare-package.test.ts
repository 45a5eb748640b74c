import { FIRST_GAS_SCHEDULE } from "../gas/gas-schedule.ts";
import { dumpMovePackage, initMovePackageBuilder } from "@zktx.io/sui-move-builder";
import { describe, expect, it } from "vitest";
import { ExecutionError } from "../runtime/execution-error.ts";
import { ModuleStage } from "./module-stage.ts";
import { preparePackage } from "./prepare-package.ts";

const PLACE = `0x${"ab".repeat(32)}`;
const ABUNDANT = 1e9;

/** Compiles modules at an address, without std. */
async function compile(source: string, at = PLACE): Promise<Uint8Array[]> {
  await initMovePackageBuilder();
  const manifest = `[package]\nname = "lone"\nedition = "2024"\nflavor = "core"\nimplicit-dependencies = false\n[addresses]\nmine = "${at}"\n`;
  const result = await dumpMovePackage({ files: { "Move.toml": manifest, "sources/all.move": source } });
  if ("error" in result) throw new Error(result.error);
  return result.modules.map((text) => new Uint8Array(Buffer.from(text, "base64")));
}

function contextWith(gas: number) {
  return { gas, depth: 0, slots: 0, memory: 0, transaction: undefined, schedule: FIRST_GAS_SCHEDULE };
}

/** `ok`, or the code and detail of the refusal. */
function answer(modules: readonly Uint8Array[], gas = ABUNDANT, at = PLACE, context = contextWith(gas)): string {
  try {
    preparePackage(context, new Map(), at, modules, undefined);
    return "ok";
  } catch (error) {
    if (!(error instanceof ExecutionError)) throw error;
    return `${error.code}: ${error.detail}`;
  }
}

const SMALL = "module mine::small { public struct S has store { x: u64 } public fun f(s: &S): u64 { s.x + 1 } }";

describe("a package", () => {
  it("is sound where it was compiled for and nowhere below 0x10", async () => {
    expect(answer(await compile(SMALL))).toBe("ok");
    expect(answer(await compile(SMALL), ABUNDANT, `0x${"cd".repeat(32)}`)).toMatch(/^wrong_package: module small was compiled for/);
    for (const at of ["0", "1", "3", "f"].map((digit) => `0x${digit.padStart(64, "0")}`)) {
      expect(answer(await compile(SMALL, at), ABUNDANT, at)).toMatch(/^wrong_package: 0x\w belongs to the framework$/);
    }
    const free = `0x${"10".padStart(64, "0")}`;
    expect(answer(await compile(SMALL, free), ABUNDANT, free)).toBe("ok");
  });

  it("costs the same every time, and one unit of gas less is too little", async () => {
    const modules = await compile(SMALL);
    const context = contextWith(ABUNDANT);
    expect(answer(modules, ABUNDANT, PLACE, context)).toBe("ok");
    const cost = ABUNDANT - context.gas;
    expect(cost).toBeGreaterThan(80_000);
    expect(answer(modules, cost)).toBe("ok");
    for (const gas of [0, 1, 50_000, 60_000, cost - 20_000, cost - 1]) expect(answer(modules, gas)).toMatch(/^out_of_gas: /);
  });

  it("may not declare types that are made of ever more types", async () => {
    const structs = Array.from({ length: 14 }, (_, index) =>
      index === 13
        ? `public struct S${index}<T> has store { x: T }`
        : `public struct S${index}<T> has store { a: S${index + 1}<vector<T>>, b: S${index + 1}<Other<T>> }`,
    );
    const doubling = (count: number) =>
      `module mine::bomb { public struct Other<T> has store { t: T } ${structs.slice(-count).join("\n")} public struct All has store { all: S${14 - count}<u8> } }`;
    expect(answer(await compile(doubling(3)))).toBe("ok");
    // Of the processor, whose time no other work on the machine changes.
    const before = process.cpuUsage();
    expect(answer(await compile(doubling(14)))).toBe("unsound_module: A type is made of at most 2048 types.");
    expect(process.cpuUsage(before).user).toBeLessThan(5_000_000);
  });
});

describe("a stage", () => {
  it("keeps what a fork publishes from the one below until it takes its place", async () => {
    const block = new ModuleStage(new Map());
    const transaction = block.fork();
    const modules = await compile(SMALL);
    expect(transaction.put(contextWith(ABUNDANT), PLACE, modules, undefined)).toEqual([]);
    expect(transaction.published.map(({ name, bytes }) => [name, bytes])).toEqual([["small", modules[0]]]);
    expect(block.published).toEqual([]);
    const again = () => transaction.put(contextWith(ABUNDANT), PLACE, modules, undefined);
    expect(again).toThrow(expect.objectContaining({ code: "resource_exists" }));
    expect(() => block.put(contextWith(ABUNDANT), PLACE, modules, "compatible")).toThrow(
      expect.objectContaining({ code: "missing_resource" }),
    );
    expect(transaction.put(contextWith(ABUNDANT), PLACE, modules, "additive")).toEqual([]);
  });

  it("is as it was after a refusal", async () => {
    const stage = new ModuleStage(new Map());
    const [good] = await compile(SMALL);
    if (good === undefined) throw new Error("nothing was compiled");
    const bad = good.slice(0, -1);
    expect(() => stage.put(contextWith(ABUNDANT), PLACE, [good, bad], undefined)).toThrow(
      expect.objectContaining({ code: "malformed_module" }),
    );
    expect(stage.published).toEqual([]);
    expect(stage.put(contextWith(ABUNDANT), PLACE, [good], undefined)).toEqual([]);
  });
});
