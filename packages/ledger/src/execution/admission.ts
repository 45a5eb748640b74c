import { BcsError } from "@sycee/bcs";
import {
  CodedError,
  compareBytes,
  type DecodedTransaction,
  decodeTransaction,
  MAX_EXPIRY_AHEAD_MS,
  MAX_TRANSACTION_BYTES,
} from "@sycee/protocol/core";
import { identityOf } from "./signed-message.ts";

/** The most gas one transaction may ask for. */
export const MAX_GAS_LIMIT = 100_000_000n;

/** A transaction whose bytes are well formed and which was made for this chain. */
export interface AdmissibleTransaction {
  readonly transaction: DecodedTransaction;
  readonly id: Uint8Array;
}

/** Everything that can be said of a transaction from its bytes alone; `id` if it is known already. Throws {@link CodedError}. */
export function admit(bytes: Uint8Array, chainId: Uint8Array, id?: Uint8Array): AdmissibleTransaction {
  if (bytes.length > MAX_TRANSACTION_BYTES) throw new CodedError("transaction_too_large");
  const transaction = decode(bytes);
  const { payload } = transaction;
  if (compareBytes(payload.chainId, chainId) !== 0) throw new CodedError("wrong_chain");
  if (payload.feePayer !== undefined) throw new CodedError("fee_payer_not_supported");
  if (payload.gasLimit > MAX_GAS_LIMIT) throw new CodedError("gas_limit_too_large");
  return { transaction, id: id ?? identityOf(transaction.payloadBytes) };
}

/** Refuses a transaction whose expiry has passed at `timeMs`, or lies too far ahead of it. */
export function checkExpiry(expiryMs: bigint, timeMs: bigint): void {
  if (expiryMs < timeMs) throw new CodedError("expired");
  if (expiryMs > timeMs + MAX_EXPIRY_AHEAD_MS) throw new CodedError("expiry_too_far");
}

function decode(bytes: Uint8Array): DecodedTransaction {
  try {
    return decodeTransaction(bytes);
  } catch (error) {
    if (!(error instanceof BcsError)) throw error;
    if (error.fault === "trailing_bytes") throw new CodedError("trailing_bytes");
    throw new CodedError("malformed_bcs", `The bytes are not a transaction in canonical BCS: ${error.message}.`);
  }
}
