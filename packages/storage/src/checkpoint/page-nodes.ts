import { DamageFound } from "./damage-found.ts";
import { type BRANCH, type LEAF, NODE_HEADER_BYTES, PAGE_HEADER_BYTES } from "./page-format.ts";

/** What a page of a tree has to be. */
export interface PageClaim {
  readonly number: number;
  readonly kind: typeof BRANCH | typeof LEAF;
  /** Its transaction is at most that of the page which names it. */
  readonly newest: bigint;
  /** Its first byte in the file. */
  readonly start: number;
}

/** How many nodes a page has. Throws {@link DamageFound} where its header is not that of the page it has to be. */
export function countNodes(page: Buffer, { number, kind, newest, start }: PageClaim): number {
  if (page.readBigUInt64LE(0) !== BigInt(number)) throw new DamageFound(`page ${number} has another number`, start);
  if (page.readUInt16LE(18) !== kind) throw new DamageFound(`page ${number} is of the wrong kind`, start);
  if (page.readBigUInt64LE(8) > newest) throw new DamageFound(`page ${number} is newer than what names it`, start);
  const lower = page.readUInt16LE(20);
  const upper = page.readUInt16LE(22);
  if (lower === 0 || (lower & 1) !== 0 || lower > upper || upper > page.length - PAGE_HEADER_BYTES) {
    throw new DamageFound(`page ${number} has impossible bounds`, start);
  }
  return lower >> 1;
}

/** Where a node begins in its page, which begins at `start` of the file. Throws {@link DamageFound} when it or its key is outside. */
export function nodeAt(page: Buffer, node: number, start: number): number {
  const at = PAGE_HEADER_BYTES + page.readUInt16LE(PAGE_HEADER_BYTES + node * 2);
  if (at + NODE_HEADER_BYTES > page.length) throw new DamageFound("a node is outside its page", start);
  if (keyEnd(page, at) > page.length) throw new DamageFound("a key is outside its page", start + at);
  return at;
}

/** Where the key of the node at `at` ends. */
export function keyEnd(bytes: Buffer, at: number): number {
  return at + NODE_HEADER_BYTES + bytes.readUInt16LE(at + 6);
}

/**
 * Compares the keys of two nodes, each by where it begins in its bytes: below, at or above 0. Keys that are numbers are u64; others are compared byte by
 * byte, in place, for every entry there is: two views and a call cost more.
 */
export function compareKeys(left: Buffer, leftAt: number, right: Buffer, rightAt: number, integerKeys: boolean): number {
  const [leftEnd, rightEnd] = [keyEnd(left, leftAt), keyEnd(right, rightAt)];
  let [leftByte, rightByte] = [leftAt + NODE_HEADER_BYTES, rightAt + NODE_HEADER_BYTES];
  if (integerKeys) return compareNumbers(left.subarray(leftByte, leftEnd), right.subarray(rightByte, rightEnd));
  while (leftByte < leftEnd && rightByte < rightEnd) {
    const difference = (left[leftByte] ?? 0) - (right[rightByte] ?? 0);
    if (difference !== 0) return difference;
    leftByte += 1;
    rightByte += 1;
  }
  return leftEnd - leftByte - (rightEnd - rightByte);
}

function compareNumbers(left: Buffer, right: Buffer): number {
  if (left.length !== 8 || right.length !== 8) return 0;
  const [first, second] = [left.readBigUInt64LE(0), right.readBigUInt64LE(0)];
  return first < second ? -1 : first > second ? 1 : 0;
}
