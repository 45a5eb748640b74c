import { beforeAll, describe, expect, it } from "vitest";
import { arithmeticSource, compileScenarios, WIDTHS } from "../../test-data/compile-scenarios.ts";
import { ScenarioMachine } from "../../test-data/scenario-machine.ts";

type IntegerType = keyof typeof WIDTHS;
const TYPES: readonly IntegerType[] = ["u8", "u16", "u32", "u64", "u128", "u256"];

const SHIFTS = [0n, 1n, 7n, 8n, 15n, 16n, 21n, 31n, 32n, 52n, 53n, 63n, 64n, 127n, 128n, 255n];

let machine: ScenarioMachine;
beforeAll(async () => {
  const sources = Object.fromEntries(TYPES.map((type) => [`sources/arithmetic_${type}.move`, arithmeticSource(type)]));
  machine = new ScenarioMachine(await compileScenarios(sources));
}, 60_000);

/** What Move defines, on big integers; `undefined` is an arithmetic error. */
const BINARY: Record<string, (a: bigint, b: bigint, max: bigint) => bigint | undefined> = {
  add: (a, b, max) => (a + b <= max ? a + b : undefined),
  sub: (a, b) => (a >= b ? a - b : undefined),
  mul: (a, b, max) => (a * b <= max ? a * b : undefined),
  div: (a, b) => (b === 0n ? undefined : a / b),
  mod: (a, b) => (b === 0n ? undefined : a % b),
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
};
const COMPARISONS: Record<string, (a: bigint, b: bigint) => boolean> = {
  lt: (a, b) => a < b,
  le: (a, b) => a <= b,
  gt: (a, b) => a > b,
  ge: (a, b) => a >= b,
  eq: (a, b) => a === b,
  ne: (a, b) => a !== b,
};
const UNARY: Record<string, (a: bigint, max: bigint) => bigint | undefined> = {
  increment: (a, max) => (a < max ? a + 1n : undefined),
  decrement: (a) => (a > 0n ? a - 1n : undefined),
  triple: (a, max) => (a * 3n <= max ? a * 3n : undefined),
  seventh: (a) => a / 7n + (a % 7n),
  from_hundred: (a) => (a === 0n ? undefined : 100n / a),
};

describe.each(TYPES)("%s", (type) => {
  const bits = WIDTHS[type];
  const max = 2n ** BigInt(bits) - 1n;
  const values = edgeValues(bits);

  it.each(Object.keys(BINARY))("%s at every pair of edges", (name) => {
    for (const a of values) {
      for (const b of values) expectResult(type, `${name}`, [a, b], BINARY[name]?.(a, b, max), [type, type]);
    }
  });

  it.each(Object.keys(COMPARISONS))("%s at every pair of edges", (name) => {
    for (const a of values) {
      for (const b of values) {
        const found = machine.value(`arithmetic_${type}::${name}`, represent(type, a), represent(type, b));
        const wanted = COMPARISONS[name]?.(a, b);
        if (found !== wanted) expect([a, b, found]).toEqual([a, b, wanted]);
      }
    }
  });

  it.each(Object.keys(UNARY))("%s at every edge", (name) => {
    for (const a of values) expectResult(type, name, [a], UNARY[name]?.(a, max), [type]);
  });

  it("shifts by every amount", () => {
    for (const a of values) {
      for (const amount of SHIFTS) {
        const isInRange = amount < BigInt(bits);
        expectResult(type, "shl", [a, amount], isInRange ? (a << amount) & max : undefined, [type, "u8"]);
        expectResult(type, "shr", [a, amount], isInRange ? a >> amount : undefined, [type, "u8"]);
      }
    }
  });

  it.each(TYPES)("casts to %s", (target) => {
    const limit = 2n ** BigInt(WIDTHS[target]) - 1n;
    for (const a of values) expectResult(target, `to_${target}`, [a], a <= limit ? a : undefined, [type], type);
  });

  it("compares with a literal", () => {
    for (const a of values) expect(machine.value(`arithmetic_${type}::below_ten`, represent(type, a))).toBe(a < 10n);
  });
});

function expectResult(
  resultType: IntegerType,
  name: string,
  values: readonly bigint[],
  expected: bigint | undefined,
  types: readonly IntegerType[],
  moduleType: IntegerType = types[0] ?? resultType,
): void {
  const operands = values.map((value, index) => represent(types[index] ?? resultType, value));
  const end = machine.call(`arithmetic_${moduleType}::${name}`, operands);
  const found = "value" in end ? end.value : `${end.code} at ${end.location?.function}`;
  const wanted = expected === undefined ? `arithmetic_error at ${name}` : represent(resultType, expected);
  // Building an assertion for each of a hundred thousand results would take most of the time.
  if (found !== wanted) expect([name, values, found]).toEqual([name, values, wanted]);
}

/** The representation of an integer at run time. */
function represent(type: IntegerType, value: bigint): number | bigint {
  if (WIDTHS[type] < 64) return Number(value);
  return type === "u64" && value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value;
}

/** Zero, the ends, and the neighbourhoods of powers of two at which representations change. */
function edgeValues(bits: number): bigint[] {
  const max = 2n ** BigInt(bits) - 1n;
  const found = new Set<bigint>([0n, 1n, 2n, 3n, 7n, 10n, 100n, max, max - 1n, max / 2n, max / 3n, max / 7n]);
  for (const power of [4, 7, 8, 15, 16, 26, 31, 32, 33, 52, 53, 54, 63, 64, 65, 127, 128, 200, 255]) {
    for (const delta of [-1n, 0n, 1n]) found.add(2n ** BigInt(power) + delta);
  }
  found.add(0x1234_5678_9abc_def0n);
  found.add(0xf0f0_f0f0_0f0f_0f0fn);
  return [...found].filter((value) => value <= max);
}
