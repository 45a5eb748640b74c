import { verifySignatures } from "@sycee/ledger";
import { BcsError } from "@sycee/bcs";
import { CodedError, decodeTransaction } from "@sycee/protocol/core";
import { sliceStart } from "./signature-board.ts";

/** Whether every transaction of a slice is one, and every signature of each fits it. */
export function verifySlice(entries: readonly Uint8Array[], slice: number): boolean {
  const end = sliceStart(entries.length, slice + 1);
  for (let index = sliceStart(entries.length, slice); index < end; index += 1) {
    const entry = entries[index];
    if (entry === undefined || !isSound(entry)) return false;
  }
  return true;
}

function isSound(bytes: Uint8Array): boolean {
  try {
    const { payloadBytes, authenticators } = decodeTransaction(bytes);
    return verifySignatures(payloadBytes, authenticators);
  } catch (error) {
    // A block may hold such entries: executing it says what becomes of them.
    if (error instanceof BcsError || error instanceof CodedError) return false;
    throw error;
  }
}
