import { BcsError } from "@sycee/bcs";
import { expect, it } from "vitest";
import { type BatchResult, decodeBatchResults, encodeBatchResults } from "./batch-results.ts";

const id = new Uint8Array(32).fill(5);
const results: BatchResult[] = [
  { kind: "executed", id, height: 12n, index: 3, gasUsed: 900n },
  {
    kind: "refused",
    receipt: {
      id,
      signers: [`0x${"0".repeat(63)}a`],
      outcome: { kind: "failed", code: "out_of_gas", detail: "used up", location: undefined },
      gasUsed: 5n,
      events: [],
    },
    height: 1n,
    index: 0,
  },
  { kind: "rejected", code: "expired", detail: "too late" },
  { kind: "pending", id },
];

it("batch results come back as they were", () => {
  expect(decodeBatchResults(encodeBatchResults(results))).toEqual(results);
});

it("cut or longer bytes are refused", () => {
  const bytes = encodeBatchResults(results);
  for (let length = 0; length < bytes.length; length++) expect(() => decodeBatchResults(bytes.subarray(0, length))).toThrow(BcsError);
  expect(() => decodeBatchResults(Uint8Array.from([...bytes, 0]))).toThrow(BcsError);
});
