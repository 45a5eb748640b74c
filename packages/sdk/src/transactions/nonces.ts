/** Gives a nonce for each transaction: any u64 that its first signer has not used within the last two minutes. */
export type NonceSource = () => bigint;

/** Nonces at random: 64 bits, so that two of one account practically never meet. */
export function randomNonces(): NonceSource {
  return () => new DataView(crypto.getRandomValues(new Uint8Array(8)).buffer).getBigUint64(0);
}

/** Nonces that count up from `first`. */
export function countingNonces(first = 0n): NonceSource {
  let next = first;
  return () => next++;
}
