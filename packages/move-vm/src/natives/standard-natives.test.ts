import { FIRST_GAS_SCHEDULE } from "../gas/gas-schedule.ts";
import { describe, expect, it } from "vitest";
import { MEMORY_MAX } from "../runtime/charge-memory.ts";
import type { ExecutionContext } from "../runtime/execution-context.ts";
import { ExecutionError } from "../runtime/execution-error.ts";
import type { MoveValue, RuntimeType } from "../runtime/runtime-type.ts";
import { TypeRegistry } from "../runtime/type-registry.ts";
import { byteArrayOf, IMAGED_BYTES, readBytes } from "../values/byte-array.ts";
import { BYTE_PLACE, VECTOR_BYTES } from "../values/memory-size.ts";
import { type ByteReference, ElementReference, LocalReference } from "../values/primitive-reference.ts";
import { STANDARD_NATIVES } from "./standard-natives.ts";

const STD = `0x${"1".padStart(64, "0")}`;
const registry = new TypeRegistry();
const u8 = registry.primitive("u8");
const bytesOf = (text: string): number[] => [...new TextEncoder().encode(text)];
function hex(bytes: unknown): string {
  if (!Array.isArray(bytes)) throw new Error("not a vector of bytes");
  return bytes.map((byte) => Number(byte).toString(16).padStart(2, "0")).join("");
}
const contextWith = (gas: number): ExecutionContext => ({
  gas,
  depth: 0,
  slots: 0,
  memory: 0,
  transaction: undefined,
  schedule: FIRST_GAS_SCHEDULE,
});

function call(name: string, typeArguments: readonly RuntimeType[], values: readonly unknown[], context = contextWith(1_000_000)): unknown {
  const factory = STANDARD_NATIVES.get(`${STD}::${name}`);
  if (factory === undefined) throw new Error(`no native ${name}`);
  const environment = {
    context,
    vectorOf: (element: RuntimeType) => registry.vectorOf(element),
    primitive: (kind: Parameters<typeof registry.primitive>[0]) => registry.primitive(kind),
  };
  return factory(environment, typeArguments)(...(values as never[]));
}

describe("std::hash, by the vectors of FIPS 180-4, FIPS 202 and RFC 7693's function at 32 bytes", () => {
  const VECTORS = [
    ["sha2_256", "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
    ["sha2_256", "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
    ["sha3_256", "", "a7ffc6f8bf1ed76651c14756a061d662f580ff4de43b49fa82d80a4b80f8434a"],
    ["sha3_256", "abc", "3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532"],
    ["blake2b_256", "", "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8"],
    ["blake2b_256", "abc", "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319"],
  ];
  it.each(VECTORS)("%s of %j", (name, input, expected) => {
    expect(hex(call(`hash::${name}`, [], [bytesOf(input ?? "")]))).toBe(expected);
  });

  it("charges by length before it hashes", () => {
    const context = contextWith(500 + 8 * 1000 - 1);
    expect(() => call("hash::sha2_256", [], [Array(1000).fill(0)], context)).toThrow(
      expect.objectContaining({ name: "ExecutionError", code: "out_of_gas" }),
    );
    expect(() => call("hash::sha2_256", [], [Array(1000).fill(0)], contextWith(500 + 8 * 1000))).not.toThrow();
  });
});

describe("std::bcs", () => {
  const CASES: [string, RuntimeType, MoveValue | LocalReference, string][] = [
    ["u8", u8, new LocalReference(7), "07"],
    ["u16", registry.primitive("u16"), new LocalReference(0x1234), "3412"],
    ["u64 in the safe range", registry.primitive("u64"), new LocalReference(2 ** 40), "0000000000010000"],
    ["u64 above it", registry.primitive("u64"), new LocalReference(2n ** 64n - 1n), "ffffffffffffffff"],
    ["u128", registry.primitive("u128"), new LocalReference(1n), `01${"00".repeat(15)}`],
    ["bool", registry.primitive("bool"), new LocalReference(true), "01"],
    ["address", registry.primitive("address"), new LocalReference(STD), STD.slice(2)],
    ["vector<u8>", registry.vectorOf(u8), [1, 2, 255], "030102ff"],
    ["vector<vector<u8>>", registry.vectorOf(registry.vectorOf(u8)), [[], [9]], "02000109"],
  ];
  it.each(CASES)("to_bytes of %s", (_, type, value, expected) => {
    expect(hex(call("bcs::to_bytes", [type], [value]))).toBe(expected);
  });

  it("aborts for a signer, which has no encoding", () => {
    const signer = registry.primitive("signer");
    expect(() => call("bcs::to_bytes", [signer], [new LocalReference(STD)])).toThrow(
      expect.objectContaining({ code: "aborted", abortCode: 0x1c5n }),
    );
    expect(() => call("bcs::to_bytes", [registry.vectorOf(signer)], [[]])).toThrow(expect.objectContaining({ abortCode: 0x1c5n }));
  });
});

describe("std::string", () => {
  const CASES: [string, number[], boolean][] = [
    ["nothing", [], true],
    ["ASCII", bytesOf("abc"), true],
    ["Czech", bytesOf("žluťoučký kůň"), true],
    ["a byte order mark", [0xef, 0xbb, 0xbf], true],
    ["the highest code point", [0xf4, 0x8f, 0xbf, 0xbf], true],
    ["beyond the highest code point", [0xf4, 0x90, 0x80, 0x80], false],
    ["a lone continuation", [0x80], false],
    ["a cut sequence", [0xc5], false],
    ["an overlong slash", [0xc0, 0xaf], false],
    ["a surrogate", [0xed, 0xa0, 0x80], false],
  ];
  it.each(CASES)("internal_check_utf8 of %s", (_, bytes, expected) => {
    expect(call("string::internal_check_utf8", [], [bytes])).toBe(expected);
  });
});

describe("std::address and std::signer", () => {
  it("makes the address of 32 bytes", () => {
    const bytes = Array.from({ length: 32 }, (_, index) => 255 - index);
    expect(call("address::native_from_bytes", [], [bytes])).toBe(`0x${hex(bytes)}`);
  });

  it("borrows a signer's address", () => {
    const address = call("signer::borrow_address", [], [new LocalReference(STD)]) as LocalReference;
    expect(address.get()).toBe(STD);
  });
});

describe("std::vector called by name", () => {
  it("reads and writes through references to elements", () => {
    const vector = [1, 2, 3];
    const reference = call("vector::borrow_mut", [u8], [vector, 1]) as ElementReference;
    reference.set(9);
    expect(vector).toEqual([1, 9, 3]);
    expect(call("vector::borrow", [registry.vectorOf(u8)], [[vector], 0])).toBe(vector);
    call("vector::swap", [u8], [vector, 0, 2]);
    call("vector::push_back", [u8], [vector, 4]);
    expect(vector).toEqual([3, 9, 1, 4]);
    expect(call("vector::pop_back", [u8], [vector])).toBe(4);
    expect(call("vector::length", [u8], [vector])).toBe(3);
    expect(call("vector::empty", [u8], [])).toEqual([]);
  });

  it("keeps the bytes beside a long vector of them as its elements are", () => {
    const vector = byteArrayOf(new Uint8Array(IMAGED_BYTES));
    (call("vector::borrow_mut", [u8], [vector, 1]) as ByteReference).set(9);
    call("vector::push_back", [u8], [vector, 4]);
    expect([...readBytes(vector).subarray(0, 3), readBytes(vector)[IMAGED_BYTES]]).toEqual([0, 9, 0, 4]);
    call("vector::swap", [u8], [vector, 0, IMAGED_BYTES]);
    expect([...readBytes(vector).subarray(0, 3), readBytes(vector)[IMAGED_BYTES]]).toEqual([4, 9, 0, 0]);
  });

  it("takes memory for what it makes, as the instructions do", () => {
    const context = contextWith(1_000_000);
    const vector = call("vector::empty", [u8], [], context) as number[];
    for (let length = 0; length < 1_000; length++) call("vector::push_back", [u8], [vector, 1], context);
    expect(context.memory).toBe(VECTOR_BYTES + (2 ** 10 - 1) * 2 * BYTE_PLACE);
    context.memory = MEMORY_MAX;
    for (let length = 1_000; length < 1_023; length++) call("vector::push_back", [u8], [vector, 1], context);
    expect(() => call("vector::push_back", [u8], [vector, 1], context)).toThrow(expect.objectContaining({ code: "limit_exceeded" }));
    expect(() => call("vector::empty", [u8], [], context)).toThrow(expect.objectContaining({ code: "limit_exceeded" }));
    expect(vector).toHaveLength(1_023);
  });

  const FAULTS: [string, unknown[]][] = [
    ["vector::borrow", [[1], 1]],
    ["vector::borrow", [[1], 2n ** 64n - 1n]],
    ["vector::borrow_mut", [[], 0]],
    ["vector::swap", [[1], 0, 1]],
    ["vector::pop_back", [[]]],
    ["vector::destroy_empty", [[1]]],
  ];
  it.each(FAULTS)("%s refuses %o", (name, values) => {
    expect(() => call(name, [u8], values)).toThrow(ExecutionError);
    expect(() => call(name, [u8], values)).toThrow(expect.objectContaining({ code: "vector_error" }));
  });
});

it("storage outside a transaction is a fault of the machine, not of the program", () => {
  expect(() => call("ledger::height", [], [undefined])).toThrow("storage is reached outside a transaction");
});
