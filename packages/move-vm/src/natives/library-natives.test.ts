import { FIRST_GAS_SCHEDULE } from "../gas/gas-schedule.ts";
import { describe, expect, it } from "vitest";
import type { ExecutionContext } from "../runtime/execution-context.ts";
import type { RuntimeType } from "../runtime/runtime-type.ts";
import { TypeRegistry } from "../runtime/type-registry.ts";
import { indexOfBytes } from "./index-of-bytes.ts";
import { NATIVE_GAS } from "./native-gas.ts";
import { STANDARD_NATIVES } from "./standard-natives.ts";

const STD = `0x${"1".padStart(64, "0")}`;
const registry = new TypeRegistry();
const u8 = registry.primitive("u8");
const bytesOf = (text: string): number[] => [...new TextEncoder().encode(text)];
const contextWith = (gas: number): ExecutionContext => ({
  gas,
  depth: 0,
  slots: 0,
  memory: 0,
  transaction: undefined,
  schedule: FIRST_GAS_SCHEDULE,
});

function call(
  name: string,
  typeArguments: readonly RuntimeType[],
  values: readonly unknown[],
  context = contextWith(100_000_000),
): unknown {
  const factory = STANDARD_NATIVES.get(`${STD}::${name}`);
  if (factory === undefined) throw new Error(`no native ${name}`);
  const environment = {
    context,
    vectorOf: (element: RuntimeType) => registry.vectorOf(element),
    primitive: (kind: Parameters<typeof registry.primitive>[0]) => registry.primitive(kind),
  };
  return factory(environment, typeArguments)(...(values as never[]));
}

describe("gas", () => {
  const COSTS: [string, readonly RuntimeType[], unknown[], number][] = [
    ["address::to_bytes", [], [STD], NATIVE_GAS.address],
    ["address::to_u256", [], [STD], NATIVE_GAS.address],
    ["address::from_u256", [], [1n], NATIVE_GAS.address],
    ["crypto::ed25519_verify", [], [[], [], [1, 2, 3]], NATIVE_GAS.ed25519 + 3 * NATIVE_GAS.ed25519Byte],
    ["string::internal_is_char_boundary", [], [[1], 0], NATIVE_GAS.text],
    ["string::internal_sub_string", [], [[1, 2, 3], 1, 3], NATIVE_GAS.text + 2 * NATIVE_GAS.textByte],
    ["string::internal_index_of", [], [[1, 2, 3], [3]], NATIVE_GAS.text + 4 * NATIVE_GAS.searchedByte],
    ["type_name::with_defining_ids", [registry.vectorOf(u8)], [], NATIVE_GAS.typeName + 10 * NATIVE_GAS.typeNameByte],
    ["u256::native_mul_div", [], [1n, 1n, 1n], NATIVE_GAS.mulDiv],
    ["u256::native_mul_div_ceil", [], [1n, 1n, 1n], NATIVE_GAS.mulDiv],
  ];
  it.each(COSTS)("%s is charged before it works", (name, types, values, cost) => {
    const enough = contextWith(cost);
    call(name, types, values, enough);
    expect(enough.gas).toBe(0);
    expect(() => call(name, types, values, contextWith(cost - 1))).toThrow(expect.objectContaining({ code: "out_of_gas" }));
  });
});

describe("std::address", () => {
  it("turns addresses into numbers and bytes and back", () => {
    const address = `0x${"ab".repeat(31)}01`;
    expect(call("address::to_u256", [], [address])).toBe(BigInt(address));
    expect(call("address::from_u256", [], [BigInt(address)])).toBe(address);
    expect(call("address::from_u256", [], [0n])).toBe(`0x${"0".repeat(64)}`);
    expect(call("address::to_bytes", [], [address])).toEqual([...Array(31).fill(0xab), 1]);
  });
});

describe("std::u256", () => {
  const MAX = 2n ** 256n - 1n;
  it("divides a product of 512 bits", () => {
    expect(call("u256::native_mul_div", [], [MAX, MAX, MAX])).toBe(MAX);
    expect(call("u256::native_mul_div", [], [MAX, MAX - 1n, MAX])).toBe(MAX - 1n);
    expect(call("u256::native_mul_div_ceil", [], [1n, 1n, MAX])).toBe(1n);
    expect(call("u256::native_mul_div_ceil", [], [0n, MAX, MAX])).toBe(0n);
  });

  it.each([
    ["a quotient of 2^256", [MAX, 2n ** 255n, 2n ** 255n - 1n]],
    ["a divisor of zero", [1n, 1n, 0n]],
  ])("refuses %s", (_, values) => {
    for (const name of ["u256::native_mul_div", "u256::native_mul_div_ceil"]) {
      expect(() => call(name, [], values)).toThrow(expect.objectContaining({ code: "arithmetic_error" }));
    }
  });
});

describe("std::string", () => {
  it("knows where characters begin", () => {
    const text = bytesOf("aé€😀");
    const starts = [0, 1, 3, 6, 10];
    for (let index = 0; index <= 10; index++) {
      expect(call("string::internal_is_char_boundary", [], [text, index])).toBe(starts.includes(index));
    }
    expect(call("string::internal_is_char_boundary", [], [text, 11])).toBe(false);
    expect(call("string::internal_is_char_boundary", [], [text, 2n ** 64n - 1n])).toBe(false);
  });

  it("cuts nothing that is not there", () => {
    expect(call("string::internal_sub_string", [], [[1, 2, 3], 3, 3])).toEqual([]);
    // As in Move's own library: its place is the native.
    expect(() => call("string::internal_sub_string", [], [[1, 2, 3], 2, 1])).toThrow(
      expect.objectContaining({ code: "aborted", abortCode: 1n, location: expect.objectContaining({ module: "string" }) }),
    );
    for (const [from, to] of [
      [0, 4],
      [0, 2n ** 64n - 1n],
    ]) {
      expect(() => call("string::internal_sub_string", [], [[1, 2, 3], from, to])).toThrow(
        expect.objectContaining({ code: "vector_error" }),
      );
    }
  });

  it("finds text as a plain search does, for every short text of two letters", () => {
    const texts = Array.from({ length: 255 }, (_, number) => (number + 1).toString(2).slice(1));
    for (const text of texts) {
      for (const part of texts.filter((candidate) => candidate.length <= 5))
        expect(indexOfBytes(bytesOf(text), bytesOf(part))).toBe(text.indexOf(part));
    }
  });

  it("finds text in time linear in it", () => {
    const text = Array<number>(200_000).fill(97);
    const part = [...Array<number>(100_000).fill(97), 98];
    // Of the processor, whose time no other work on the machine changes.
    const before = process.cpuUsage();
    expect(call("string::internal_index_of", [], [text, part])).toBe(200_000);
    expect(process.cpuUsage(before).user).toBeLessThan(1_000_000);
  });
});

describe("std::type_name", () => {
  const text = (value: unknown): string => String.fromCharCode(...(value as { f0: { f0: number[] } }).f0.f0);

  it("names primitives and vectors", () => {
    for (const kind of ["bool", "u8", "u16", "u32", "u64", "u128", "u256", "address", "signer"] as const) {
      expect(text(call("type_name::with_original_ids", [registry.primitive(kind)], []))).toBe(kind);
    }
    expect(text(call("type_name::get", [registry.vectorOf(registry.vectorOf(u8))], []))).toBe("vector<vector<u8>>");
  });

  it("aborts for the package of a type that has none", () => {
    expect(() => call("type_name::defining_id", [u8], [])).toThrow(expect.objectContaining({ code: "aborted", abortCode: 0n }));
  });
});
