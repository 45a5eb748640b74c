import { ed25519 } from "@noble/curves/ed25519.js";
import type { Key } from "./key.ts";

/** A key in plain JavaScript, for where WebCrypto has no ed25519: about a thousand signatures a second. `seed` is 32 bytes; else `RangeError`. */
export function nobleKey(seed: Uint8Array): Key {
  if (seed.length !== 32) throw new RangeError(`a seed has 32 bytes, not ${seed.length}`);
  const secret = seed.slice();
  return {
    publicKey: ed25519.getPublicKey(secret),
    sign: async (message) => ed25519.sign(message, secret),
  };
}
