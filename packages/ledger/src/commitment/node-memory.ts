const BLOCK = 65_536;

let block: ArrayBuffer = new ArrayBuffer(0);
let used = 0;

/**
 * Memory for a new node, of whatever content, in memory that nodes made before and after share: they live until their block is stored, and
 * each such memory of its own is dear to make and to free. For nodes of at most a few KiB.
 */
export function nodeMemory(length: number): Buffer {
  if (length > BLOCK) return Buffer.allocUnsafeSlow(length);
  if (used + length > block.byteLength) {
    block = Buffer.allocUnsafeSlow(BLOCK).buffer;
    used = 0;
  }
  const node = Buffer.from(block, used, length);
  used += length;
  return node;
}

/** A copy of a node, to be changed. */
export function copyOfNode(node: Buffer): Buffer {
  const copy = nodeMemory(node.length);
  copy.set(node);
  return copy;
}
