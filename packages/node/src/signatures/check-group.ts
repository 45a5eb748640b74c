import { type AdmissibleTransaction, admit, checkExpiry, verifySignatures } from "@sycee/ledger/admission";
import { CodedError, statusNumber } from "@sycee/protocol/core";
import { GroupView, ID_BYTES, type TransactionGroup } from "./transaction-group.ts";

/** Transactions of one group that one worker checks: positions `from` up to, not including, `to`. */
export interface GroupChunk extends TransactionGroup {
  readonly from: number;
  readonly to: number;
}

/** What checking a chunk found, beside the verdicts and ids that it wrote into the group. */
export interface ChunkFindings {
  readonly group: number;
  readonly from: number;
  readonly to: number;
  /** Position and reason of each refused transaction. */
  readonly details: readonly (readonly [number, string])[];
}

/** A chunk whose transactions are decoded and checked; their signatures are not verified yet. */
export interface CheckedChunk {
  verify(): ChunkFindings;
}

/**
 * Checks what can be said of transactions from their bytes and the clock, first form, chain, limits and expiry, then (by
 * `verify`) the signatures. A signature that does not fit is told before an expiry that has passed: only who
 * signed may learn what became of it.
 */
export function checkChunk(chunk: GroupChunk, chainId: Uint8Array, nowMs: bigint): CheckedChunk {
  const { group, from, to } = chunk;
  const view = new GroupView(chunk);
  const start = view.offsets[from] ?? 0;
  // A copy of this thread's own: native code takes no shared memory.
  const bytes = view.bytes.slice(start, view.offsets[to]);
  const details: (readonly [number, string])[] = [];
  const admitted: (AdmissibleTransaction | undefined)[] = [];
  const attempt = (index: number, work: () => void): boolean => {
    try {
      work();
      return true;
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      view.verdicts[index] = statusNumber(error.code);
      details.push([index, error.detail]);
      return false;
    }
  };
  for (let index = from; index < to; index++) {
    attempt(index, () => {
      const admissible = admit(bytes.subarray((view.offsets[index] ?? 0) - start, (view.offsets[index + 1] ?? 0) - start), chainId);
      view.ids.set(admissible.id, index * ID_BYTES);
      admitted[index - from] = admissible;
    });
  }
  return {
    verify() {
      for (let index = from; index < to; index++) {
        const transaction = admitted[index - from]?.transaction;
        if (transaction === undefined) continue;
        attempt(index, () => {
          if (!verifySignatures(transaction.payloadBytes, transaction.authenticators)) throw new CodedError("bad_signature");
          checkExpiry(transaction.payload.expiryMs, nowMs);
        });
      }
      return { group, from, to, details };
    },
  };
}
