import { bytesToHex } from "@sycee/protocol/core";
import { expect, test } from "vitest";
import { merkleRoot } from "./merkle-root.ts";

const leaves = (count: number) => Array.from({ length: count }, (_, index) => Uint8Array.of(index, 7));

test("each length and each order has its own root", () => {
  const roots = Array.from({ length: 40 }, (_, count) => bytesToHex(merkleRoot(leaves(count))));
  expect(new Set(roots).size).toBe(40);
  expect(bytesToHex(merkleRoot(leaves(5).toReversed()))).not.toBe(roots[5]);
});

test("an inner node does not pass for a leaf", () => {
  const [a, b, c, d] = leaves(4);
  if (a === undefined || b === undefined || c === undefined || d === undefined) throw new Error("four leaves");
  const forged = merkleRoot([Buffer.concat([a, b]), Buffer.concat([c, d])]);
  expect(bytesToHex(forged)).not.toBe(bytesToHex(merkleRoot([a, b, c, d])));
});

test("a repeated last leaf changes the root", () => {
  const three = leaves(3);
  const last = three[2];
  if (last === undefined) throw new Error("three leaves");
  expect(bytesToHex(merkleRoot([...three, last]))).not.toBe(bytesToHex(merkleRoot(three)));
});
