/** Blocks that may be looked at ahead of the one that is executed. */
const BLOCKS = 4_096;
/** Pieces in which a block's transactions are verified. */
export const SLICES = 16;
const SLOTS = BLOCKS * SLICES;
const CURRENT = SLOTS;
const STOPPED = SLOTS + 1;
/** A slot holds one of these and four times the round of the board, so that who comes late for a block cannot answer for a later one. */
const STATE = { free: 0, taken: 1, sound: 2, unsound: 3 } as const;
/** A thread that died never wakes anybody. */
const PATIENCE_MS = 1_000;

/**
 * Which slices of which blocks have been verified, shared by threads: each slice is taken by whoever comes first, the
 * executing thread included, so that none of them idles. Bounded: nobody looks further ahead than the board is long.
 */
export class SignatureBoard {
  readonly memory: SharedArrayBuffer;
  readonly #slots: Int32Array;

  /** A board of its own, or the one in `memory`. */
  constructor(memory: SharedArrayBuffer = new SharedArrayBuffer((SLOTS + 2) * Int32Array.BYTES_PER_ELEMENT)) {
    this.memory = memory;
    this.#slots = new Int32Array(memory);
  }

  /** Number of the block that is being executed, from 0. */
  get current(): number {
    return Atomics.load(this.#slots, CURRENT);
  }

  get stopped(): boolean {
    return Atomics.load(this.#slots, STOPPED) !== 0;
  }

  /** Ends the work of all threads. */
  stop(): void {
    Atomics.store(this.#slots, STOPPED, 1);
    Atomics.notify(this.#slots, CURRENT);
  }

  /** Waits until block `number` is near enough to be looked at; `false` when the work has ended. */
  waitFor(number: number): boolean {
    for (;;) {
      const { current } = this;
      if (this.stopped) return false;
      if (number < current + BLOCKS) return true;
      Atomics.wait(this.#slots, CURRENT, current, PATIENCE_MS);
    }
  }

  /** Takes a slice; `false` when somebody else has it. */
  take(number: number, slice: number): boolean {
    const free = slotValue(number, STATE.free);
    return Atomics.compareExchange(this.#slots, slotOf(number, slice), free, slotValue(number, STATE.taken)) === free;
  }

  /** Tells whether every signature of a slice that was taken is sound. */
  answer(number: number, slice: number, sound: boolean): void {
    const slot = slotOf(number, slice);
    Atomics.store(this.#slots, slot, slotValue(number, sound ? STATE.sound : STATE.unsound));
    Atomics.notify(this.#slots, slot);
  }

  /** Waits for the answer to a slice that was taken. Throws when the work has ended without it. */
  read(number: number, slice: number): boolean {
    const slot = slotOf(number, slice);
    for (;;) {
      const value = Atomics.load(this.#slots, slot);
      if (value === slotValue(number, STATE.sound)) return true;
      if (value === slotValue(number, STATE.unsound)) return false;
      if (this.stopped) throw new Error("a thread that verifies signatures has ended");
      Atomics.wait(this.#slots, slot, value, PATIENCE_MS);
    }
  }

  /** Done with the current block: its slots serve a later one. */
  advance(): void {
    const { current } = this;
    for (let slice = 0; slice < SLICES; slice += 1) {
      Atomics.store(this.#slots, slotOf(current, slice), slotValue(current + BLOCKS, STATE.free));
    }
    Atomics.store(this.#slots, CURRENT, current + 1);
    Atomics.notify(this.#slots, CURRENT);
  }
}

function slotOf(number: number, slice: number): number {
  return (number % BLOCKS) * SLICES + slice;
}

function slotValue(number: number, state: number): number {
  return Math.floor(number / BLOCKS) * 4 + state;
}

/** Where a slice of a block with `count` transactions begins; that of the next is its end. */
export function sliceStart(count: number, slice: number): number {
  return Math.floor((count * slice) / SLICES);
}
