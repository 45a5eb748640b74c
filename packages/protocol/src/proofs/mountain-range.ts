import { COMMITMENT_TAG } from "./commitment-tags.ts";

type Hash = (bytes: Uint8Array) => Uint8Array;

/*
 * A mountain range is an ordered list that only grows, as perfect binary trees: one for each bit that is set in its
 * length, the highest first. The root of each is a peak.
 */

/** Levels of the mountains over `count` leaves, highest first. */
export function peakLevels(count: number): number[] {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`${count} is not a number of leaves`);
  const levels: number[] = [];
  let rest = count;
  for (let level = 52; level >= 0; level--) {
    if (rest < 2 ** level) continue;
    levels.push(level);
    rest -= 2 ** level;
  }
  return levels;
}

/** The hash of an inner node at `level` (from 1), under `hash` (blake2b-256). */
export function mountainHash(level: number, left: Uint8Array, right: Uint8Array, hash: Hash): Uint8Array {
  const message = new Uint8Array(66);
  message[0] = COMMITMENT_TAG.mountain;
  message[1] = level;
  message.set(left, 2);
  message.set(right, 34);
  return hash(message);
}

/** The peaks after one more leaf; `made` hears of each node that it makes, with its level (0 for the leaf) and its number on that level. */
export function addToRange(
  peaks: readonly Uint8Array[],
  count: number,
  leaf: Uint8Array,
  hash: Hash,
  made: (level: number, number: number, node: Uint8Array) => void = () => undefined,
): Uint8Array[] {
  const next = [...peaks];
  let node = leaf;
  let number = count;
  let level = 0;
  made(level, number, node);
  // An odd number has a mountain as high to its left: both become one.
  while (number % 2 === 1) {
    const left = next.pop();
    if (left === undefined) throw new RangeError(`${count} leaves have more than ${peaks.length} peaks`);
    level += 1;
    number = (number - 1) / 2;
    node = mountainHash(level, left, node, hash);
    made(level, number, node);
  }
  next.push(node);
  return next;
}
