import { beforeAll, describe, expect, it } from "vitest";
import { compileScenarios } from "../../test-data/compile-scenarios.ts";
import { Seeded } from "../../test-data/random-move.ts";
import type { CompiledModule } from "./compiled-module.ts";
import { decodeModule } from "./decode-module.ts";
import { ModuleFormatError } from "./module-format-error.ts";

let modules: Uint8Array[];
beforeAll(async () => {
  modules = await compileScenarios();
}, 60_000);

function moduleNamed(name: string): CompiledModule {
  const found = modules.map(decodeModule).find((module) => nameOf(module) === name);
  if (found === undefined) throw new Error(`no module ${name}`);
  return found;
}

function nameOf(module: CompiledModule): string | undefined {
  return module.identifiers[module.moduleHandles[module.selfModule]?.name ?? -1];
}

/** The code of the error that reading the bytes ends with. */
function faultOf(bytes: Uint8Array): string {
  try {
    decodeModule(bytes);
    return "none";
  } catch (error) {
    if (error instanceof ModuleFormatError) return error.code;
    throw error;
  }
}

/** A module with just a header, the given tables, and the index of its own handle. */
function assemble(
  tables: readonly (readonly [kind: number, content: readonly number[]])[],
  version = [7, 0, 0, 5],
  self = [0],
): Uint8Array {
  let offset = 0;
  const headers = tables.flatMap(([kind, content]) => {
    const header = [kind, offset, content.length];
    offset += content.length;
    return header;
  });
  const contents = tables.flatMap(([, content]) => content);
  return new Uint8Array([0xa1, 0x1c, 0xeb, 0x0b, ...version, tables.length, ...headers, ...contents, ...self]);
}

const SELF = [1, [0, 0]] as const;
const NAME = [7, [1, 0x6d]] as const;
const ADDRESS = [8, new Array(32).fill(1)] as const;

describe("what the compiler makes", () => {
  it("reads whole", () => {
    const variants = moduleNamed("variants");
    expect([variants.version, variants.flavor]).toEqual([7, 5]);
    const shape = variants.enumDefinitions.find((definition) => {
      const handle = variants.datatypeHandles[definition.handle];
      return variants.identifiers[handle?.name ?? -1] === "Shape";
    });
    expect(shape?.variants.map((variant) => [variants.identifiers[variant.name], variant.fields.length])).toEqual([
      ["Empty", 0],
      ["Circle", 1],
      ["Rectangle", 3],
    ]);
    expect(variants.functionDefinitions.flatMap((definition) => definition.code?.jumpTables ?? [])).not.toHaveLength(0);
    expect(variants.addresses[variants.moduleHandles[variants.selfModule]?.address ?? -1]).toBe(`0x${"7".padStart(64, "0")}`);
  });

  it("has natives, entry functions, friends and constants where the source has them", () => {
    const vector = moduleNamed("vector");
    const natives = vector.functionDefinitions.filter((definition) => definition.code === undefined);
    expect(natives.length).toBeGreaterThan(5);
    const aborts = moduleNamed("aborts");
    const texts = aborts.constants.map((constant) => new TextDecoder().decode(constant.data.subarray(1)));
    expect(texts).toContain("That is too much: €.");
  });
});

describe("refusals", () => {
  it("accepts the smallest module", () => {
    expect(decodeModule(assemble([SELF, NAME, ADDRESS])).identifiers).toEqual(["m"]);
    expect(decodeModule(assemble([SELF, NAME, ADDRESS], [6, 0, 0, 0])).version).toBe(6);
  });

  it.each<[string, () => Uint8Array]>([
    ["unexpected_end", () => new Uint8Array()],
    ["bad_magic", () => new Uint8Array([0xde, 0xad, 0xc0, 0xde, 7, 0, 0, 5])],
    ["unsupported_version", () => assemble([SELF, NAME, ADDRESS], [5, 0, 0, 0])],
    ["unsupported_version", () => assemble([SELF, NAME, ADDRESS], [8, 0, 0, 5])],
    ["unsupported_version", () => assemble([SELF, NAME, ADDRESS], [7, 0, 0, 0])],
    ["unsupported_version", () => assemble([SELF, NAME, ADDRESS], [6, 0, 0, 5])],
    ["trailing_bytes", () => assemble([SELF, NAME, ADDRESS], [7, 0, 0, 5], [0, 0])],
    ["unexpected_end", () => assemble([SELF, NAME, ADDRESS], [7, 0, 0, 5], [])],
    ["bad_integer", () => assemble([SELF, NAME, ADDRESS], [7, 0, 0, 5], [0x80, 0])],
    ["bad_integer", () => assemble([SELF, NAME, ADDRESS], [7, 0, 0, 5], [0xff, 0xff, 0xff, 0xff, 0xff, 1])],
    ["bad_table", () => assemble([SELF, SELF, NAME, ADDRESS])],
    ["bad_table", () => assemble([SELF, [9, [0]], NAME, ADDRESS])],
    ["bad_table", () => assemble([SELF, [0x15, [0]], NAME, ADDRESS])],
    ["bad_table", () => assemble([SELF, NAME, ADDRESS, [0x11, [0]]], [6, 0, 0, 0])],
    ["bad_table", () => assemble([SELF, NAME, [0xc, []], ADDRESS])],
    ["index_out_of_bounds", () => assemble([SELF, NAME, ADDRESS], [7, 0, 0, 5], [1])],
    ["index_out_of_bounds", () => assemble([[1, [1, 0]], NAME, ADDRESS])],
    ["bad_identifier", () => assemble([SELF, [7, [2, 0x6d, 0x2d]], ADDRESS])],
    ["bad_identifier", () => assemble([SELF, [7, [0]], ADDRESS])],
    ["unexpected_end", () => assemble([SELF, [7, [9, 0x6d]], ADDRESS])],
    ["unexpected_end", () => assemble([SELF, NAME, [8, [1, 2, 3]]])],
    ["bad_tag", () => assemble([SELF, NAME, ADDRESS, [5, [1, 0x10]]])],
    ["bad_tag", () => assemble([SELF, NAME, ADDRESS, [5, [1, 0xb, 0, 0]]])],
    ["nesting_too_deep", () => deepType()],
  ])("%s", (code, bytes) => {
    expect(faultOf(bytes())).toBe(code);
  });

  it("refuses overlapping and scattered tables", () => {
    const bytes = assemble([SELF, NAME, ADDRESS]);
    for (const [at, value] of [
      [13, 1],
      [13, 3],
      [11, 1],
    ] as const) {
      const changed = bytes.slice();
      changed[at] = value;
      expect(faultOf(changed)).toMatch(/^(bad_table|unexpected_end|bad_identifier|trailing_bytes|index_out_of_bounds)$/);
    }
  });

  it("refuses every truncation", () => {
    for (const bytes of modules) {
      for (let length = 0; length < bytes.length; length += 7) expect(faultOf(bytes.subarray(0, length))).not.toBe("none");
    }
  });

  it("answers any change of bytes with a module or a coded error", () => {
    const random = new Seeded(7);
    let refused = 0;
    for (let run = 0; run < 20_000; run += 1) {
      const changed = random.pick(modules).slice();
      for (let count = 1 + random.next(4); count > 0; count -= 1) changed[random.next(changed.length)] = random.next(256);
      if (faultOf(changed) !== "none") refused += 1;
    }
    expect(refused).toBeGreaterThan(5_000);
  });
});

/** A signature of vectors nested 300 deep; its lengths take two bytes each. */
function deepType(): Uint8Array {
  const content = [1, ...new Array(300).fill(0xa), 2];
  const length = [(content.length & 0x7f) | 0x80, content.length >> 7];
  const header = [0xa1, 0x1c, 0xeb, 0x0b, 7, 0, 0, 5, 4, 1, 0, 2, 7, 2, 2, 8, 4, 32, 5, 36, ...length];
  return new Uint8Array([...header, 0, 0, 1, 0x6d, ...new Array(32).fill(1), ...content, 0]);
}
