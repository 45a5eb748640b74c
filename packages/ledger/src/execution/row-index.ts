/** Slots of a new index. */
const FIRST_SLOTS = 128;
/** Slots that each addition takes over from the smaller index while the larger one takes its place. It needs two to be done before the larger one is half full. */
export const MOVED_SLOTS = 8;

/** Whether a row is the one at `at` of `bytes`. */
export type IsRowAt<T> = (row: number, bytes: T, at: number) => boolean;

/** Pairs of a hash and a row's number plus 1, or 0 for a free slot. */
class Slots {
  readonly pairs: Uint32Array;
  readonly mask: number;

  constructor(count: number) {
    // Zeros come from the operating system page by page, as they are touched: a large array costs nothing at once.
    this.pairs = new Uint32Array(2 * count);
    this.mask = count - 1;
  }
}

/**
 * Numbers of rows by 32-bit hashes of what is in them, 16 to 32 bytes a row, for millions of rows. At most half of its slots are used. It
 * grows a little with each row that is added: no addition takes over more than {@link MOVED_SLOTS} slots, however many rows there are.
 */
export class RowIndex<T> {
  readonly #isAt: IsRowAt<T>;
  #slots = new Slots(FIRST_SLOTS);
  /** The index before, whole, while its slots are taken over. */
  #before: Slots | undefined;
  /** Slots of `before` that have been taken over. */
  #moved = 0;
  #size = 0;
  #slotsWritten = 0;

  constructor(isAt: IsRowAt<T>) {
    this.#isAt = isAt;
  }

  /** Slots that all additions have written: their work. */
  get slotsWritten(): number {
    return this.#slotsWritten;
  }

  /** The number of the row that is at `at` of `bytes`, whose hash is a whole number below 2^32; `undefined` when there is none. */
  find(hash: number, bytes: T, at: number): number | undefined {
    const row = this.#rowIn(this.#slots, hash, bytes, at);
    return row !== undefined || this.#before === undefined ? row : this.#rowIn(this.#before, hash, bytes, at);
  }

  /** Adds a row that is not in it. */
  add(hash: number, row: number): void {
    if (2 * (this.#size + 1) > this.#slots.mask + 1) this.#grow();
    this.#put(hash, row);
    this.#size += 1;
    this.#takeOver();
  }

  /** Forgets every row and keeps the memory. */
  clear(): void {
    if (this.#size === 0) return;
    this.#before = undefined;
    this.#slots.pairs.fill(0);
    this.#size = 0;
  }

  #rowIn({ pairs, mask }: Slots, hash: number, bytes: T, at: number): number | undefined {
    let slot = hash & mask;
    for (;;) {
      const next = pairs[2 * slot + 1] ?? 0;
      if (next === 0) return undefined;
      if (pairs[2 * slot] === hash && this.#isAt(next - 1, bytes, at)) return next - 1;
      slot = (slot + 1) & mask;
    }
  }

  #put(hash: number, row: number): void {
    const { pairs, mask } = this.#slots;
    let slot = hash & mask;
    while (pairs[2 * slot + 1] !== 0) slot = (slot + 1) & mask;
    pairs[2 * slot] = hash;
    pairs[2 * slot + 1] = row + 1;
    this.#slotsWritten += 1;
  }

  #grow(): void {
    if (this.#before !== undefined) throw new Error("an index of rows is full before it has taken over the one before");
    this.#before = this.#slots;
    this.#moved = 0;
    this.#slots = new Slots(2 * (this.#slots.mask + 1));
  }

  // What was taken over stays where it was as well: to take it away would cut off what was put behind it.
  #takeOver(): void {
    const before = this.#before;
    if (before === undefined) return;
    const end = this.#moved + MOVED_SLOTS;
    for (; this.#moved < end; this.#moved += 1) {
      const row = before.pairs[2 * this.#moved + 1] ?? 0;
      if (row !== 0) this.#put(before.pairs[2 * this.#moved] ?? 0, row - 1);
    }
    if (this.#moved > before.mask) this.#before = undefined;
  }
}
