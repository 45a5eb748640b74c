const BLOCK = 65_536;
/** A larger value has memory of its own. */
const LARGEST_PIECE = 8_192;

/**
 * Copies of values that are kept for long and change often, side by side in blocks of memory that nothing else shares: a value that
 * stayed where a block of the chain put it would keep all the memory around it, and the engine collects its whole heap when
 * so much outside it outlives a while.
 */
export class KeptBytes {
  #block = new ArrayBuffer(0);
  #used = 0;
  /** Blocks that values lie in, and those that are still free. */
  readonly #taken: ArrayBuffer[] = [];
  readonly #free: ArrayBuffer[];

  /** `free`: blocks that another one gave back, to be used before new ones are made. */
  constructor(free: readonly ArrayBuffer[] = []) {
    this.#free = [...free];
  }

  /** All its blocks, to be used again. Nobody may have a value of it any more, nor may it be asked for anything. */
  release(): ArrayBuffer[] {
    return [...this.#taken.splice(0), ...this.#free.splice(0)];
  }

  /** A copy of a value under a key that had none before. */
  add(value: Uint8Array): Buffer {
    const { length } = value;
    if (length > LARGEST_PIECE) return copyOf(value);
    if (this.#used + length > this.#block.byteLength) {
      this.#block = this.#free.pop() ?? new ArrayBuffer(BLOCK);
      this.#taken.push(this.#block);
      this.#used = 0;
    }
    const kept = Buffer.from(this.#block, this.#used, length);
    kept.set(value);
    this.#used += length;
    return kept;
  }

  /** A copy of a value in place of the one that its key had last, of which `kept` is the copy, if it had one; in the same memory where the length is the same. */
  renew(kept: Buffer | undefined, value: Uint8Array): Buffer {
    // What is left in a block is not used again: with memory of its own, a key whose values differ in length leaves one piece at most.
    if (kept === undefined || kept.length !== value.length) return copyOf(value);
    kept.set(value);
    return kept;
  }
}

// Not from the pool that buffers of the engine share.
function copyOf(value: Uint8Array): Buffer {
  const copy = Buffer.allocUnsafeSlow(value.length);
  copy.set(value);
  return copy;
}
