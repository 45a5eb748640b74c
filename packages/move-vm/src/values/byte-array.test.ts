import { blake2b } from "@noble/hashes/blake2.js";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { compileScenarios } from "../../test-data/compile-scenarios.ts";
import { ScenarioMachine } from "../../test-data/scenario-machine.ts";
import { byteArrayOf, type ByteVector, IMAGED_BYTES } from "./byte-array.ts";

// Every way in which a program changes a byte vector, each followed by a hash of it: a stale image would answer another hash.
const SOURCES = {
  "sources/images.move": `module scenarios::images;
use std::hash;
public struct Held has copy, drop { data: vector<u8> }
fun put(byte: &mut u8, value: u8) { *byte = value }
fun larger(left: &mut u8, _: u8): &mut u8 { left }
public fun run(data: vector<u8>, other: vector<u8>, acts: vector<u64>): vector<vector<u8>> {
    let mut held = Held { data };
    let mut hashes = vector[];
    let mut i = 0;
    while (i < acts.length()) {
        let act = acts[i] % 10;
        let value = ((acts[i] / 10) % 256) as u8;
        let length = held.data.length();
        let at = if (length == 0) 0 else (acts[i] / 2560) % length;
        if (act == 0 && length > 0) *(&mut held.data[at]) = value
        else if (act == 1 && length > 0) put(&mut held.data[at], value)
        else if (act == 2 && length > 0) { let byte = larger(&mut held.data[at], value); *byte = value }
        else if (act == 3) held.data.push_back(value)
        else if (act == 4 && length > 0) { held.data.pop_back(); }
        else if (act == 5 && length > 0) held.data.swap(at, length - 1)
        else if (act == 6) held.data = other
        else if (act == 7) { let data = &mut held.data; *data = other; data.push_back(value) }
        else if (act == 8) { let mut copied = held.data; copied.push_back(value); hashes.push_back(hash::blake2b_256(copied)) }
        else if (act == 9) { let old = held; held = Held { data: std::bcs::to_bytes(&old.data) } };
        hashes.push_back(hash::blake2b_256(held.data));
        i = i + 1;
    };
    hashes.push_back(held.data);
    hashes
}
`,
};

let machine: ScenarioMachine;
beforeAll(async () => {
  machine = new ScenarioMachine(await compileScenarios(SOURCES));
}, 60_000);

function modelOf(start: Uint8Array, other: Uint8Array, acts: readonly number[]): number[][] {
  let data = [...start];
  const hashes: number[][] = [];
  const hashed = (bytes: readonly number[]): number[] => [...blake2b(Uint8Array.from(bytes), { dkLen: 32 })];
  for (const number of acts) {
    const act = number % 10;
    const value = Math.floor(number / 10) % 256;
    const { length } = data;
    const at = length === 0 ? 0 : Math.floor(number / 2560) % length;
    if (act <= 2 && length > 0) data[at] = value;
    else if (act === 3) data.push(value);
    else if (act === 4) data.pop();
    else if (act === 5 && length > 0) [data[at], data[length - 1]] = [data[length - 1] ?? 0, data[at] ?? 0];
    else if (act === 6) data = [...other];
    else if (act === 7) data = [...other, value];
    else if (act === 8) hashes.push(hashed([...data, value]));
    else if (act === 9) data = [...uleb128(length), ...data];
    hashes.push(hashed(data));
  }
  return [...hashes, data];
}

function uleb128(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...uleb128(value >>> 7)];
}

describe("a byte vector that keeps its bytes beside its elements", () => {
  const anyLength = fc.constantFrom(0, 1, IMAGED_BYTES - 1, IMAGED_BYTES, IMAGED_BYTES + 1, 3 * IMAGED_BYTES);
  const bytes = (length: number, first: number): Uint8Array => Uint8Array.from({ length }, (_, index) => index * 31 + first);

  it("hashes to what its elements hash to, whatever program changed it", () => {
    fc.assert(
      fc.property(anyLength, anyLength, fc.array(fc.nat(), { maxLength: 30 }), (length, otherLength, acts) => {
        const [start, other] = [bytes(length, 3), bytes(otherLength, 11)];
        const values = machine.value("images::run", byteArrayOf(start), byteArrayOf(other), acts);
        // An image is no part of a value.
        const plain = (values as ByteVector[]).map((value) => Array.from(value));
        expect(plain).toEqual(modelOf(start, other, acts));
      }),
      { numRuns: 300 },
    );
  });

  it("has them from where it is read or hashed on, and only where it is long", () => {
    const short = byteArrayOf(new Uint8Array(IMAGED_BYTES - 1));
    const long = byteArrayOf(new Uint8Array(IMAGED_BYTES));
    const pushed: ByteVector = Array.from({ length: IMAGED_BYTES }, () => 7);
    machine.value("images::run", pushed, short, [0, 3]);
    expect([short.image, long.image?.length, pushed.image?.length]).toEqual([undefined, IMAGED_BYTES, 2 * (IMAGED_BYTES + 1)]);
  });
});
