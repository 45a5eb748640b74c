import { blake2b256 } from "@sycee/protocol";

/**
 * The seed that `name` has on every development ledger. Anybody can compute it: never hold anything real under such a key.
 * It is blake2b-256 of `sycee-development-key-v1:` and the name in UTF-8.
 */
export function developmentSeed(name: string): Uint8Array {
  return blake2b256(new TextEncoder().encode(`sycee-development-key-v1:${name}`));
}
