import { addressOfBytes } from "@sycee/bcs";
import { findCallHead } from "./call-head.ts";
import type { Call, CallArgument, DecodedTransaction } from "./transaction.ts";
import type { TypeTag } from "./type-tag.ts";

// Version, chain, number of signers, signer, nonce, expiry, gas limit, fee payer: all of one length where one signs and nobody else pays.
const SIGNERS_AT = 33;
const SIGNER_AT = 34;
const NONCE_AT = 66;
const EXPIRY_AT = 74;
const GAS_LIMIT_AT = 82;
const FEE_PAYER_AT = 90;
const CALLS_AT = 91;
/** Number of authenticators, variant, key, signature. */
const AUTHENTICATORS_BYTES = 98;
/** Counts below this take one byte. */
const ONE_BYTE = 0x80;
const MAX_CALLS = 64;
const NO_TYPES: readonly TypeTag[] = [];

/**
 * Decodes a transaction of the form that nearly all have: signed by one key, with calls of functions that were called lately and have
 * no type arguments, and no literal of more than 127 bytes. Answers `undefined` for any other bytes, well formed or not: of those
 * `decodeTransaction` decides. It does so by steps that check each count by itself; here the whole form is tested in one go, at a third of the price.
 */
export function decodePlainTransaction(bytes: Uint8Array): DecodedTransaction | undefined {
  const payloadEnd = bytes.length - AUTHENTICATORS_BYTES;
  const count = bytes[CALLS_AT] ?? 0;
  if (payloadEnd <= CALLS_AT || bytes[0] !== 1 || bytes[SIGNERS_AT] !== 1 || bytes[FEE_PAYER_AT] !== 0) return undefined;
  if (bytes[payloadEnd] !== 1 || bytes[payloadEnd + 1] !== 0 || count === 0 || count > MAX_CALLS) return undefined;
  // Of their length from the beginning: a list that grows from nothing takes room for 17.
  const calls = new Array<Call>(count);
  let at = CALLS_AT + 1;
  for (let call = 0; call < count; call++) {
    const head = findCallHead(bytes, at, payloadEnd);
    if (head === undefined) return undefined;
    at += head.bytes.length;
    const argumentCount = bytes[at + 1] ?? ONE_BYTE;
    if (bytes[at] !== 0 || argumentCount >= ONE_BYTE) return undefined;
    at += 2;
    const callArguments = new Array<CallArgument>(argumentCount);
    for (let index = 0; index < argumentCount; index++) {
      const second = bytes[at + 1] ?? ONE_BYTE;
      const variant = bytes[at];
      if (variant === 1) {
        callArguments[index] = { kind: "signer", index: second };
        at += 2;
      } else if (variant === 0 && second < ONE_BYTE) {
        callArguments[index] = { kind: "literal", bytes: bytes.subarray(at + 2, at + 2 + second) };
        at += 2 + second;
      } else return undefined;
      if (at > payloadEnd) return undefined;
    }
    const { address, module, function: name } = head;
    calls[call] = { address, module, function: name, typeArguments: NO_TYPES, arguments: callArguments };
  }
  if (at !== payloadEnd) return undefined;
  return {
    payload: {
      chainId: bytes.subarray(1, SIGNERS_AT),
      signers: [addressOfBytes(bytes, SIGNER_AT)],
      nonce: u64At(bytes, NONCE_AT),
      expiryMs: u64At(bytes, EXPIRY_AT),
      gasLimit: u64At(bytes, GAS_LIMIT_AT),
      feePayer: undefined,
      calls,
    },
    authenticators: [
      { kind: "ed25519", publicKey: bytes.subarray(payloadEnd + 2, payloadEnd + 34), signature: bytes.subarray(payloadEnd + 34) },
    ],
    payloadBytes: bytes.subarray(0, payloadEnd),
  };
}

function u64At(bytes: Uint8Array, at: number): bigint {
  const high = wordAt(bytes, at + 4);
  const low = wordAt(bytes, at);
  return high < 0x20_0000 ? BigInt(high * 0x1_0000_0000 + low) : (BigInt(high) << 32n) | BigInt(low);
}

function wordAt(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16)) + (bytes[at + 3] ?? 0) * 0x100_0000;
}
