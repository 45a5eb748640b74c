import { admit, checkExpiry, verifySignatures } from "@sycee/ledger";
import { CodedError, statusNumber } from "@sycee/protocol";
import { type CheckedGroup, groupLength, ID_BYTES, type TransactionGroup, transactionAt } from "./transaction-group.ts";

/** Checks everything that can be said of transactions from their bytes and the clock: form, chain, limits, expiry, signatures. */
export function checkGroup(group: TransactionGroup, chainId: Uint8Array, nowMs: bigint): CheckedGroup {
  const count = groupLength(group);
  const verdicts = new Uint16Array(count);
  const ids = new Uint8Array(count * ID_BYTES);
  const details = new Map<number, string>();
  for (let index = 0; index < count; index++) {
    try {
      const { transaction, id } = admit(transactionAt(group, index), chainId);
      ids.set(id, index * ID_BYTES);
      if (!verifySignatures(transaction.payloadBytes, transaction.authenticators)) throw new CodedError("bad_signature");
      checkExpiry(transaction.payload.expiryMs, nowMs);
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      verdicts[index] = statusNumber(error.code);
      details.set(index, error.detail);
    }
  }
  return { ...group, verdicts, ids, details };
}
