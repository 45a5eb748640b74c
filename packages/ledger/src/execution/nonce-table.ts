import { NONCE_KEY_BYTES } from "@sycee/protocol";

/** A transaction that used a nonce. */
export interface RememberedTransaction {
  readonly id: Uint8Array;
  readonly height: bigint;
  readonly index: number;
  readonly expiryMs: bigint;
}

const ID_BYTES = 32;
const ROW_BYTES = NONCE_KEY_BYTES + ID_BYTES;
const EMPTY = -1;
const FIRST_ROWS = 64;

/**
 * Which transaction used which nonce, in rows of bytes and numbers: millions are remembered at a time, and as objects they
 * would be most of what the engine's collector looks at. A nonce has one row; another use of it takes the row.
 */
export class NonceTable {
  #bytes: Buffer = Buffer.alloc(FIRST_ROWS * ROW_BYTES);
  #hashes = new Uint32Array(FIRST_ROWS);
  #indexes = new Uint32Array(FIRST_ROWS);
  /** Heights and times in milliseconds are integers far below 2^53. */
  #heights = new Float64Array(FIRST_ROWS);
  #expiriesMs = new Float64Array(FIRST_ROWS);
  /** Rows by hash; at most half of it is used, and one that is taken is looked for further on. */
  #slots = new Int32Array(2 * FIRST_ROWS).fill(EMPTY);
  #size = 0;
  #lastExpiryMs = 0;

  get size(): number {
    return this.#size;
  }

  /** The latest expiry of all rows. */
  get lastExpiryMs(): number {
    return this.#lastExpiryMs;
  }

  /** `key` is a nonce's, of `writeNonceKey`; `hash` its `keyedHash`. */
  find(key: Uint8Array, hash: number): RememberedTransaction | undefined {
    const row = this.#slots[this.#slotOf(key, 0, hash)] ?? EMPTY;
    if (row === EMPTY) return undefined;
    const idAt = row * ROW_BYTES + NONCE_KEY_BYTES;
    return {
      id: Uint8Array.from(this.#bytes.subarray(idAt, idAt + ID_BYTES)),
      height: BigInt(this.#heights[row] ?? 0),
      index: this.#indexes[row] ?? 0,
      expiryMs: BigInt(this.#expiriesMs[row] ?? 0),
    };
  }

  add(key: Uint8Array, hash: number, { id, height, index, expiryMs }: RememberedTransaction): void {
    const row = this.#rowFor(key, 0, hash);
    this.#bytes.set(id, row * ROW_BYTES + NONCE_KEY_BYTES);
    this.#put(row, Number(height), index, Number(expiryMs));
  }

  /** Takes every row of another table. */
  addAll(other: NonceTable): void {
    for (let from = 0; from < other.#size; from++) {
      const at = from * ROW_BYTES;
      const row = this.#rowFor(other.#bytes, at, other.#hashes[from] ?? 0);
      other.#bytes.copy(this.#bytes, row * ROW_BYTES + NONCE_KEY_BYTES, at + NONCE_KEY_BYTES, at + ROW_BYTES);
      this.#put(row, other.#heights[from] ?? 0, other.#indexes[from] ?? 0, other.#expiriesMs[from] ?? 0);
    }
  }

  /** Forgets every row and keeps the memory. */
  clear(): this {
    this.#slots.fill(EMPTY);
    this.#size = 0;
    this.#lastExpiryMs = 0;
    return this;
  }

  #put(row: number, height: number, index: number, expiryMs: number): void {
    this.#heights[row] = height;
    this.#indexes[row] = index;
    this.#expiriesMs[row] = expiryMs;
    if (expiryMs > this.#lastExpiryMs) this.#lastExpiryMs = expiryMs;
  }

  // The row of the nonce at `at` of `bytes`: the one it has, or a new one.
  #rowFor(bytes: Uint8Array, at: number, hash: number): number {
    if (this.#size === this.#hashes.length) this.#grow();
    const slot = this.#slotOf(bytes, at, hash);
    const known = this.#slots[slot] ?? EMPTY;
    if (known !== EMPTY) return known;
    const row = this.#size;
    this.#size += 1;
    this.#slots[slot] = row;
    this.#hashes[row] = hash;
    for (let byte = 0; byte < NONCE_KEY_BYTES; byte++) this.#bytes[row * ROW_BYTES + byte] = bytes[at + byte] ?? 0;
    return row;
  }

  // The slot that holds the nonce, or the empty one where it belongs.
  #slotOf(bytes: Uint8Array, at: number, hash: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const row = this.#slots[slot] ?? EMPTY;
      if (row === EMPTY || (this.#hashes[row] === hash && this.#isAt(row, bytes, at))) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #isAt(row: number, bytes: Uint8Array, at: number): boolean {
    const start = row * ROW_BYTES;
    for (let byte = 0; byte < NONCE_KEY_BYTES; byte++) if (this.#bytes[start + byte] !== bytes[at + byte]) return false;
    return true;
  }

  #grow(): void {
    const rows = 2 * this.#hashes.length;
    const bytes = Buffer.alloc(rows * ROW_BYTES);
    this.#bytes.copy(bytes);
    this.#bytes = bytes;
    this.#hashes = grown(this.#hashes, new Uint32Array(rows));
    this.#indexes = grown(this.#indexes, new Uint32Array(rows));
    this.#heights = grown(this.#heights, new Float64Array(rows));
    this.#expiriesMs = grown(this.#expiriesMs, new Float64Array(rows));
    const slots = new Int32Array(2 * rows).fill(EMPTY);
    const mask = slots.length - 1;
    for (let row = 0; row < this.#size; row++) {
      let slot = (this.#hashes[row] ?? 0) & mask;
      while (slots[slot] !== EMPTY) slot = (slot + 1) & mask;
      slots[slot] = row;
    }
    this.#slots = slots;
  }
}

function grown<T extends Uint32Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
