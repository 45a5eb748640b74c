import { blake2b } from "@noble/hashes/blake2.js";
import { describe, expect, it } from "vitest";
import { TypeRegistry } from "../runtime/type-registry.ts";
import { MAX_PLAIN_KEY_BYTES, parseStateKey, resourceKey, tableEntryKey, typeDirectoryKey, typeHash } from "./state-key.ts";

const registry = new TypeRegistry();
const u64 = registry.primitive("u64");
const bytes = registry.vectorOf(registry.primitive("u8"));
const address = `0x${"ab".repeat(32)}`;
const hex = (value: Uint8Array): string => Buffer.from(value).toString("hex");
const hashOf = (text: string): string => hex(blake2b(new TextEncoder().encode(text), { dkLen: 32 })).slice(0, 32);

describe("state keys", () => {
  it("hash the printed type", () => {
    expect(hex(typeHash(bytes))).toBe(hashOf("vector<u8>"));
  });

  it("of a resource: 0x01, address, type hash", () => {
    const key = resourceKey(u64, address);
    expect(hex(key)).toBe(`01${"ab".repeat(32)}${hashOf("u64")}`);
    expect(parseStateKey(key)).toEqual({ kind: "resource", address, typeHash: typeHash(u64) });
  });

  it("of a table entry: 0x02, handle, type hash of the value, BCS of the key", () => {
    const key = tableEntryKey(address, u64, bytes, [7, 8]);
    expect(hex(key)).toBe(`02${"ab".repeat(32)}${hashOf("u64")}020708`);
    expect(parseStateKey(key)).toEqual({
      kind: "table-entry",
      handle: address,
      typeHash: typeHash(u64),
      keyBytes: Uint8Array.of(2, 7, 8),
    });
  });

  it("longer than 400 bytes have a hash in the place of the entry's key, under a tag of their own", () => {
    const fits = MAX_PLAIN_KEY_BYTES - 49 - 2;
    expect(tableEntryKey(address, u64, bytes, Array(fits).fill(0))).toHaveLength(MAX_PLAIN_KEY_BYTES);
    const key = tableEntryKey(address, u64, bytes, Array(fits + 1).fill(0));
    const digest = blake2b(Buffer.concat([Buffer.from("de02", "hex"), Buffer.alloc(fits + 1)]), { dkLen: 32 });
    expect(hex(key)).toBe(`04${"ab".repeat(32)}${hashOf("u64")}${hex(digest)}`);
    expect(parseStateKey(key)).toEqual({ kind: "table-entry", handle: address, typeHash: typeHash(u64), keyBytes: digest });
  });

  it("of other kinds are neither resource nor table entry", () => {
    expect(hex(typeDirectoryKey(typeHash(u64)))).toBe(`03${hashOf("u64")}`);
    expect(parseStateKey(typeDirectoryKey(typeHash(u64)))).toBeUndefined();
    expect(parseStateKey(new Uint8Array(49).fill(0x10))).toBeUndefined();
    expect(parseStateKey(resourceKey(u64, address).subarray(1))).toBeUndefined();
  });
});
