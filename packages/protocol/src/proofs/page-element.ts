import { BcsError, BcsReader } from "@sycee/bcs";
import { ProofError } from "./proof-error.ts";

/** Elements of a page of a paged vector; only the last page has fewer. */
export const PAGE_ELEMENTS = 64;

const WIDTHS = new Map([
  ["bool", 1],
  ["u8", 1],
  ["u16", 2],
  ["u32", 4],
  ["u64", 8],
  ["u128", 16],
  ["u256", 32],
  ["address", 32],
]);

/**
 * BCS of the element at `place` of a page; `undefined` where its type's length is not known. Throws {@link ProofError}
 * when the page has no such element.
 */
export function elementOf(type: string, page: Uint8Array, place: number): Uint8Array | undefined {
  try {
    const reader = new BcsReader(page);
    const count = reader.count(0, PAGE_ELEMENTS);
    if (place >= count) throw new ProofError("wrong_claim", `The page has ${count} elements, none of number ${place}.`);
    const width = WIDTHS.get(type);
    if (width === undefined) return undefined;
    const elements = reader.fixedBytes(count * width);
    reader.finish();
    return elements.subarray(place * width, (place + 1) * width);
  } catch (error) {
    if (error instanceof BcsError) throw new ProofError("malformed_proof", `The page does not decode: ${error.message}.`);
    throw error;
  }
}
