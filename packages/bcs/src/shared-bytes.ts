// To allocate memory outside the engine's heap costs ten times what a piece of such memory does, and once more when it is freed.
const BLOCK = 16_384;
const LARGEST_PIECE = 2_048;

let block = new ArrayBuffer(0);
let used = BLOCK;

/**
 * Fresh bytes, all zero, in memory that pieces made before and after share: for many small pieces that live about as long
 * as one another. Their `buffer` is not to be transferred.
 */
export function sharedBytes(length: number): Uint8Array {
  if (length > LARGEST_PIECE) return new Uint8Array(length);
  if (used + length > BLOCK) {
    block = new ArrayBuffer(BLOCK);
    used = 0;
  }
  const bytes = new Uint8Array(block, used, length);
  used += length;
  return bytes;
}
