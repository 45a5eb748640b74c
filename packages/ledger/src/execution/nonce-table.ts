import { NONCE_KEY_BYTES } from "@sycee/protocol/core";
import { RowIndex } from "./row-index.ts";

/** A transaction that used a nonce. */
export interface RememberedTransaction {
  readonly id: Uint8Array;
  readonly height: bigint;
  readonly index: number;
  readonly expiryMs: bigint;
}

const ID_BYTES = 32;
const ROW_BYTES = NONCE_KEY_BYTES + ID_BYTES;
/** Rows lie in pieces of so many, each made when it is needed: nothing is copied when there are more. */
const PIECE_ROWS = 1_024;

/** Rows side by side. Heights and times in milliseconds are integers far below 2^53. */
interface Piece {
  readonly bytes: Buffer;
  readonly hashes: Uint32Array;
  readonly indexes: Uint32Array;
  readonly heights: Float64Array;
  readonly expiriesMs: Float64Array;
}

/**
 * Which transaction used which nonce, in rows of bytes and numbers: millions are remembered at a time, and as objects they
 * would be most of what the engine's collector looks at. A nonce has one row; another use of it takes the row. No addition takes long,
 * however many rows there are.
 */
export class NonceTable {
  readonly #pieces: Piece[] = [];
  readonly #rows = new RowIndex<Uint8Array>((row, bytes, at) => this.#isAt(row, bytes, at));
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
    const row = this.#rows.find(hash, key, 0);
    if (row === undefined) return undefined;
    const { bytes, heights, indexes, expiriesMs } = this.#pieceOf(row);
    const place = row % PIECE_ROWS;
    const idAt = place * ROW_BYTES + NONCE_KEY_BYTES;
    return {
      id: Uint8Array.from(bytes.subarray(idAt, idAt + ID_BYTES)),
      height: BigInt(heights[place] ?? 0),
      index: indexes[place] ?? 0,
      expiryMs: BigInt(expiriesMs[place] ?? 0),
    };
  }

  add(key: Uint8Array, hash: number, { id, height, index, expiryMs }: RememberedTransaction): void {
    const row = this.#rowFor(key, 0, hash);
    this.#pieceOf(row).bytes.set(id, (row % PIECE_ROWS) * ROW_BYTES + NONCE_KEY_BYTES);
    this.#put(row, Number(height), index, Number(expiryMs));
  }

  /** Takes every row of another table. */
  addAll(other: NonceTable): void {
    for (let from = 0; from < other.#size; from++) {
      const { bytes, hashes, heights, indexes, expiriesMs } = other.#pieceOf(from);
      const place = from % PIECE_ROWS;
      const at = place * ROW_BYTES;
      const row = this.#rowFor(bytes, at, hashes[place] ?? 0);
      bytes.copy(this.#pieceOf(row).bytes, (row % PIECE_ROWS) * ROW_BYTES + NONCE_KEY_BYTES, at + NONCE_KEY_BYTES, at + ROW_BYTES);
      this.#put(row, heights[place] ?? 0, indexes[place] ?? 0, expiriesMs[place] ?? 0);
    }
  }

  /** Forgets every row and keeps the memory. */
  clear(): this {
    this.#rows.clear();
    this.#size = 0;
    this.#lastExpiryMs = 0;
    return this;
  }

  #put(row: number, height: number, index: number, expiryMs: number): void {
    const piece = this.#pieceOf(row);
    const place = row % PIECE_ROWS;
    piece.heights[place] = height;
    piece.indexes[place] = index;
    piece.expiriesMs[place] = expiryMs;
    if (expiryMs > this.#lastExpiryMs) this.#lastExpiryMs = expiryMs;
  }

  // The row of the nonce at `at` of `bytes`: the one it has, or a new one.
  #rowFor(bytes: Uint8Array, at: number, hash: number): number {
    const known = this.#rows.find(hash, bytes, at);
    if (known !== undefined) return known;
    const row = this.#size;
    this.#size += 1;
    if (row === this.#pieces.length * PIECE_ROWS) this.#pieces.push(newPiece());
    const piece = this.#pieceOf(row);
    const place = row % PIECE_ROWS;
    piece.hashes[place] = hash;
    const start = place * ROW_BYTES;
    for (let byte = 0; byte < NONCE_KEY_BYTES; byte++) piece.bytes[start + byte] = bytes[at + byte] ?? 0;
    this.#rows.add(hash, row);
    return row;
  }

  #isAt(row: number, key: Uint8Array, at: number): boolean {
    const { bytes } = this.#pieceOf(row);
    const start = (row % PIECE_ROWS) * ROW_BYTES;
    for (let byte = 0; byte < NONCE_KEY_BYTES; byte++) if (bytes[start + byte] !== key[at + byte]) return false;
    return true;
  }

  #pieceOf(row: number): Piece {
    const piece = this.#pieces[Math.floor(row / PIECE_ROWS)];
    if (piece === undefined) throw new Error(`the table of nonces has no row ${row}`);
    return piece;
  }
}

function newPiece(): Piece {
  return {
    bytes: Buffer.alloc(PIECE_ROWS * ROW_BYTES),
    hashes: new Uint32Array(PIECE_ROWS),
    indexes: new Uint32Array(PIECE_ROWS),
    heights: new Float64Array(PIECE_ROWS),
    expiriesMs: new Float64Array(PIECE_ROWS),
  };
}
