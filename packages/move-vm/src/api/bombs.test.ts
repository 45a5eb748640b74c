import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { compileTestPackage } from "../../test-data/compile-package.ts";
import { ModuleEditor, type Step } from "../../test-data/module-editor.ts";
import type { TypeToken } from "../format/compiled-module.ts";
import { decodeModule } from "../format/decode-module.ts";
import { encodeModule } from "../format/encode-module.ts";
import { ABILITY } from "../runtime/runtime-type.ts";

/** Of processor time, which is what a busy machine does not change. */
const TIME_MAX_MS = 250;
const MEMORY_MAX_MB = 256;

interface Bomb {
  readonly name: string;
  readonly kind: "call" | "modules" | "decode";
  readonly modules?: readonly { readonly bytes: string }[];
}

const modules = await compileTestPackage("bombs");
/** A module that stands alone, so that it is not others that take time. */
const alone = modules.map(decodeModule).find((module) => module.moduleHandles.length === 1 && module.functionDefinitions.length > 0);
const VALUE = ABILITY.copy | ABILITY.drop | ABILITY.store;
const U64: TypeToken = { kind: "u64" };
const many = <Item>(count: number, make: (index: number) => Item): Item[] => Array.from({ length: count }, (_, index) => make(index));
const packed = (bytes: Uint8Array) => ({ bytes: Buffer.from(bytes).toString("base64") });

const CALLS: readonly (readonly [name: string, code: string])[] = [
  ["spin", "out_of_gas"],
  ["count", "out_of_gas"],
  ["deep", "limit_exceeded"],
  ["ping_pong", "limit_exceeded"],
  ["wide", "limit_exceeded"],
  ["exponential_calls", "out_of_gas"],
  ["push_u8", "limit_exceeded"],
  ["push_big", "limit_exceeded|out_of_gas"],
  ["push_u256", "limit_exceeded"],
  ["push_struct", "limit_exceeded"],
  ["push_huge", "limit_exceeded"],
  ["push_empty", "limit_exceeded"],
  ["push_small", "limit_exceeded|out_of_gas"],
  ["push_enum", "limit_exceeded"],
  ["push_enum_wide", "limit_exceeded"],
  ["double", "limit_exceeded"],
  ["double_nested", "limit_exceeded"],
  ["hold_copies", "limit_exceeded"],
  ["nest_copies", "limit_exceeded"],
  ["copy_loop", "limit_exceeded"],
  ["compare", "limit_exceeded"],
  ["insert_front", "out_of_gas"],
  ["hash_loop", "out_of_gas"],
  ["blake_loop", "out_of_gas"],
  ["encode_loop", "limit_exceeded"],
  ["multiply", "out_of_gas"],
  ["text", "limit_exceeded"],
  ["names", "limit_exceeded"],
  ["events", "limit_exceeded"],
  ["entries", "out_of_gas"],
  ["store_much", "out_of_gas"],
  ["exponential_types", "limit_exceeded"],
];

/** Modules changed for the worse, with the code that they are refused with. */
const MODULES: readonly (readonly [name: string, edit: (m: ModuleEditor) => void, code: RegExp])[] = [
  [
    "structs that hold the one before thirty times over",
    (m) => {
      let type: TypeToken = U64;
      for (let level = 0; level < 60; level++)
        type = m.addStruct(
          `Level${level}`,
          Array.from({ length: 30 }, () => type),
          VALUE,
        );
      m.add("make", { locals: [type], code: [["Ret"]] });
    },
    /limit_exceeded/,
  ],
  [
    "a struct that holds itself",
    (m) => {
      const type = m.addStruct("Self", [U64], VALUE);
      const definition = m.module.structDefinitions.at(-1);
      if (definition?.fields?.[0] !== undefined) definition.fields[0].type = type;
    },
    /recursive_type/,
  ],
  [
    "a function that calls itself with ever larger types",
    (m) => {
      const name = m.add("grow", { typeParameters: [0], code: [["Ret"]] });
      const instance = m.module.functionInstantiations.push({
        generic: name,
        typeArguments: m.signature([{ kind: "vector", element: { kind: "type-parameter", index: 0 } }]),
      });
      const code = m.module.functionDefinitions.at(-1)?.code;
      if (code !== undefined) code.instructions.unshift({ op: "CallGeneric", index: instance - 1, literal: 0n });
    },
    /instantiation_loop/,
  ],
  [
    "sixty thousand branches",
    (m) => {
      const steps: Step[] = many(30_000, (index) => (index % 2 === 0 ? ["LdTrue"] : ["BrTrue", ((index * 7919) % 30_000) & ~1]));
      m.add("branches", { code: [...steps, ["Ret"]] });
    },
    /too_many_blocks/,
  ],
  [
    "fifty thousand literals on the stack",
    (m) => m.add("pushes", { code: [...many(50_000, (): Step => ["LdU64"]), ["Ret"]] }),
    /too_complex|stack_overflow/,
  ],
  [
    "a thousand functions more than there may be",
    (m) => many(1100, (index) => m.add(`f${index}`, { code: [["Ret"]] })),
    /too_many_functions/,
  ],
];

function hostileModules(): readonly (readonly [Bomb, RegExp])[] {
  const first = modules.at(-1) ?? new Uint8Array();
  const garbage = new Uint8Array(1_000_000).map((_, index) => (index * 2654435761) >>> 24);
  const headed = garbage.slice();
  headed.set(first.subarray(0, 9));
  const edited = MODULES.map(([name, edit, code]): [Bomb, RegExp] => {
    if (alone === undefined) throw new Error("every module imports another");
    const editor = new ModuleEditor(alone);
    edit(editor);
    return [{ name, kind: "modules", modules: [packed(encodeModule(editor.module))] }, code];
  });
  return [
    ...edited,
    [{ name: "a megabyte of noise", kind: "decode", modules: [packed(garbage)] }, /bad_magic/],
    [{ name: "a megabyte of noise behind a header", kind: "decode", modules: [packed(headed)] }, /ModuleFormatError/],
    [{ name: "half a module", kind: "decode", modules: [packed(first.subarray(0, first.length / 2))] }, /ModuleFormatError/],
    [{ name: "one module a hundred times", kind: "modules", modules: many(100, () => packed(first)) }, /duplicate_module/],
    [{ name: "a module without what it needs", kind: "modules", modules: [packed(first)] }, /missing_module/],
  ];
}

interface Damage {
  readonly results: readonly { readonly name: string; readonly code: string; readonly cpuMs: number }[];
  readonly memoryMb: number;
}

const packedModules = modules.map(packed);

/** Runs bombs one after another in a process of their own, which collects no garbage but when the engine wants to. */
async function ignite(bombs: readonly Bomb[], ...flags: string[]): Promise<Damage> {
  const script = fileURLToPath(new URL("../../test-data/bomb-process.mjs", import.meta.url));
  const { stdin, stdout, stderr } = spawn(process.execPath, [...flags, script]);
  stdin.end(JSON.stringify({ bombs, modules: packedModules }));
  const [damage, errors] = await Promise.all([text(stdout), text(stderr)]);
  expect(errors).toBe("");
  return JSON.parse(damage);
}

/** Each bomb in a process of its own, two at a time. */
async function igniteEach(bombs: readonly Bomb[]): Promise<Damage[]> {
  const damages: Damage[] = [];
  for (let index = 0; index < bombs.length; index += 2) {
    damages.push(...(await Promise.all(bombs.slice(index, index + 2).map((bomb) => ignite([bomb])))));
  }
  return damages;
}

describe("hostile inputs", () => {
  const hostile = hostileModules();
  const expected = [...CALLS.map(([, code]) => new RegExp(`^(?:${code})$`)), ...hostile.map(([, code]) => code)];
  const bombs: Bomb[] = [...CALLS.map(([name]): Bomb => ({ name, kind: "call" })), ...hostile.map(([bomb]) => bomb)];

  it("are each answered with a code, in little time and memory", async () => {
    expect(bombs.length).toBeGreaterThanOrEqual(40);
    const damages = await igniteEach(bombs);
    const seen = damages.flatMap(({ results, memoryMb }) => results.map((result) => ({ ...result, memoryMb })));
    for (const [index, { name, code }] of seen.entries())
      expect(`${name}: ${code}`).toMatch(new RegExp((expected[index]?.source ?? "").replace("^", ": ")));
    expect(seen.filter(({ memoryMb }) => memoryMb > MEMORY_MAX_MB)).toEqual([]);
    // Whatever else the machine does makes a run slower, and only ever slower.
    const slow = bombs.filter((_, index) => (seen[index]?.cpuMs ?? Number.POSITIVE_INFINITY) > TIME_MAX_MS);
    const again = (await igniteEach(slow)).flatMap(({ results }) => results);
    expect(again.filter(({ cpuMs }) => cpuMs > TIME_MAX_MS)).toEqual([]);
  }, 240_000);

  it("that make short paged vectors, or write one element over and over, take as little memory", async () => {
    for (const name of ["pages", "rewrite_page"]) {
      const { results, memoryMb } = await ignite([{ name, kind: "call" }]);
      expect(results.map(({ code }) => code)).toEqual(["out_of_gas"]);
      expect(memoryMb).toBeLessThan(MEMORY_MAX_MB);
    }
  }, 60_000);

  it("leave nothing behind: all of them, one after another, fit into the memory of one", async () => {
    // Without a bound the engine would rather let garbage lie than collect it.
    const { results, memoryMb } = await ignite(bombs, "--max-old-space-size=128");
    expect(results.map(({ name }) => name)).toEqual(bombs.map(({ name }) => name));
    expect(memoryMb).toBeLessThan(MEMORY_MAX_MB);
  }, 240_000);
});
