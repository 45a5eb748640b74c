import { ed25519 } from "@noble/curves/ed25519.js";
import { sha512 } from "@noble/hashes/sha2.js";

const { Point } = ed25519;
const ORDER = Point.Fn.ORDER;

/**
 * Whether a signature (64 bytes) of a message is good under a public key (32 bytes). What is good decides consensus, and
 * verifiers disagree on odd inputs, so every machine, in Node and in browsers, uses this one and no other. Its rules are
 * those of libsodium's `crypto_sign_verify_detached`, which checks the signatures of transactions:
 *
 * - the key is the canonical encoding of a point that is not of small order (it may have a part of small order);
 * - S is below the group's order, so that no second signature can be made from one;
 * - R is the canonical encoding of exactly S·B − h·A, without a cofactor, and not of small order.
 */
export function verifyEd25519(signature: Uint8Array, publicKey: Uint8Array, message: Uint8Array): boolean {
  const s = littleEndian(signature.subarray(32, 64));
  if (s >= ORDER) return false;
  const key = decodePoint(publicKey);
  if (key === undefined || key.isSmallOrder()) return false;
  const digest = sha512.create().update(signature.subarray(0, 32)).update(publicKey).update(message).digest();
  const h = littleEndian(digest) % ORDER;
  const expected = Point.BASE.multiplyUnsafe(s).subtract(key.multiplyUnsafe(h));
  return !expected.isSmallOrder() && equalBytes(expected.toBytes(), signature.subarray(0, 32));
}

/** `undefined` unless the bytes are the one canonical encoding of a point. */
function decodePoint(bytes: Uint8Array): InstanceType<typeof Point> | undefined {
  try {
    return Point.fromBytes(bytes, false);
  } catch {
    // The library says in no other way that bytes are no point.
    return undefined;
  }
}

function littleEndian(bytes: Uint8Array): bigint {
  let digits = "";
  for (let index = bytes.length - 1; index >= 0; index--) digits += (bytes[index] ?? 0).toString(16).padStart(2, "0");
  return BigInt(`0x${digits}`);
}

function equalBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, index) => byte === right[index]);
}
