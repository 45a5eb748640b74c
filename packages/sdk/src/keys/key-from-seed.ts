import type { Key } from "./key.ts";
import { nobleKey } from "./noble-key.ts";
import { webCryptoKey } from "./web-crypto-key.ts";

/** The ed25519 key of a 32-byte seed (the RFC 8032 private key), by the fastest implementation at hand. Throws `RangeError` on another length. */
export async function keyFromSeed(seed: Uint8Array): Promise<Key> {
  return (await webCryptoKey(seed)) ?? nobleKey(seed);
}
