import { TRANSACTION_DOMAIN } from "@sycee/protocol/core";
import { HASH_BYTES, hashRange } from "../commitment/hash-range.ts";

const head = TRANSACTION_DOMAIN.length;
// Put together here each time: it is needed for a moment only, and for every transaction.
let message = Buffer.alloc(4096);
message.set(TRANSACTION_DOMAIN);

/** What every signer of a payload signs: the domain and the payload's BCS. Good until the next call. */
export function signedMessage(payloadBytes: Uint8Array): Buffer {
  const length = head + payloadBytes.length;
  if (message.length < length) {
    message = Buffer.alloc(2 * length);
    message.set(TRANSACTION_DOMAIN);
  }
  message.set(payloadBytes, head);
  return message.subarray(0, length);
}

/** The identity of a transaction: blake2b-256 of what is signed. */
export function identityOf(payloadBytes: Uint8Array): Uint8Array {
  const signed = signedMessage(payloadBytes);
  const id = Buffer.allocUnsafe(HASH_BYTES);
  hashRange(signed, 0, signed.length, id, 0);
  return id;
}
