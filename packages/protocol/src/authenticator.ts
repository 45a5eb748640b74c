import { blake2b } from "@noble/hashes/blake2.js";
import { BcsError, type BcsReader, BcsWriter } from "@sycee/bcs";
import { type Address, addressFromBytes } from "./address.ts";

/** Proof that the holder of one ed25519 key, or k of n of them, signed a payload. */
export type Authenticator =
  | { readonly kind: "ed25519"; readonly publicKey: Uint8Array; readonly signature: Uint8Array }
  | {
      readonly kind: "k-of-n";
      readonly threshold: number;
      /** 32 bytes each, strictly ascending by bytes, so that a set of keys has one address. */
      readonly publicKeys: readonly Uint8Array[];
      /** Exactly `threshold` of them, by ascending index into `publicKeys`. */
      readonly signatures: readonly { readonly index: number; readonly signature: Uint8Array }[];
    };

/** The keys that stand behind an address, without signatures. */
export type KeySet =
  | { readonly kind: "ed25519"; readonly publicKey: Uint8Array }
  | { readonly kind: "k-of-n"; readonly threshold: number; readonly publicKeys: readonly Uint8Array[] };

/** At most this many keys in a k-of-n account. */
export const MAX_KEYS = 16;

/** What stands before scheme and keys where they are hashed to an address. */
export const ADDRESS_DOMAIN: Uint8Array = new TextEncoder().encode("sycee-address-v1");

/**
 * The 32 bytes by which an account knows its keys: blake2b-256 of a domain, the scheme and the keys.
 * An account that never rotated its keys has them as its address.
 */
export function authenticationKey(keys: KeySet, hash: (bytes: Uint8Array) => Uint8Array = blake2b256): Uint8Array {
  const writer = new BcsWriter(64).fixedBytes(ADDRESS_DOMAIN);
  if (keys.kind === "ed25519") return hash(writer.u8(0).fixedBytes(keys.publicKey).toBytes());
  writer.u8(1).u8(keys.threshold).u8(keys.publicKeys.length);
  for (const key of keys.publicKeys) writer.fixedBytes(key);
  return hash(writer.toBytes());
}

/** The address that an account of these keys has from the start. */
export function addressOfKeys(keys: KeySet): Address {
  return addressFromBytes(authenticationKey(keys));
}

/** blake2b with 32 bytes of output. */
export function blake2b256(bytes: Uint8Array): Uint8Array {
  return blake2b(bytes, { dkLen: 32 });
}

export function writeAuthenticator(writer: BcsWriter, authenticator: Authenticator): void {
  if (authenticator.kind === "ed25519") {
    writer.u8(0).fixedBytes(authenticator.publicKey).fixedBytes(authenticator.signature);
    return;
  }
  writer.u8(1).u8(authenticator.threshold);
  writer.vector(authenticator.publicKeys, (inner, key) => inner.fixedBytes(key));
  writer.vector(authenticator.signatures, (inner, part) => inner.u8(part.index).fixedBytes(part.signature));
}

/** Reads an authenticator and checks its shape (order, counts, indices); signatures are not verified here. Throws `BcsError`. */
export function readAuthenticator(reader: BcsReader): Authenticator {
  const start = reader.offset;
  if (reader.variant(2) === 0) return { kind: "ed25519", publicKey: reader.fixedBytes(32), signature: reader.fixedBytes(64) };
  const threshold = reader.u8();
  const publicKeys = reader.vector((inner) => inner.fixedBytes(32), 32, MAX_KEYS);
  const signatures = reader.vector((inner) => ({ index: inner.u8(), signature: inner.fixedBytes(64) }), 65, MAX_KEYS);
  const keysAscend = publicKeys.every((key, index) => index === 0 || compareBytes(publicKeys[index - 1] ?? key, key) < 0);
  const indicesAscend = signatures.every((part, index) => index === 0 || (signatures[index - 1]?.index ?? 0) < part.index);
  const indicesFit = signatures.every((part) => part.index < publicKeys.length);
  if (threshold < 1 || threshold !== signatures.length || !keysAscend || !indicesAscend || !indicesFit) {
    throw new BcsError("not_canonical", start);
  }
  return { kind: "k-of-n", threshold, publicKeys, signatures };
}

/** Byte order of two arrays, as `Array.prototype.sort` wants it. */
export function compareBytes(left: Uint8Array, right: Uint8Array): number {
  const shared = Math.min(left.length, right.length);
  for (let index = 0; index < shared; index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
