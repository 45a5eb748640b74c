/** 32 fresh random bytes: the seed of a new key. */
export function randomSeed(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(32));
}
