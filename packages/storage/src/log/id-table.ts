import { RowIndex } from "@sycee/ledger";

const PREFIX_WORDS = 4;
const ENTRY_LIMIT = 2 ** 29;
/** Entries lie in pieces of so many, each made when it is needed: nothing is copied when there are more. */
const PIECE_ENTRIES = 512;
/** Entries that are put in their place between two turns of others, as they are sorted. */
const GROUPED_ENTRIES = 32_768;
const NOTHING = new Uint32Array(0);

interface Piece {
  readonly prefixes: Uint32Array;
  readonly heights: Float64Array;
  readonly indexes: Uint32Array;
}

/**
 * First 16 bytes of transaction ids, as four words each, with the place of each transaction: 28 bytes an id and 16 to 32 to find it by,
 * never a JavaScript object. No addition takes long, however many ids there are.
 */
export class IdTable {
  readonly #pieces: Piece[] = [];
  readonly #entries = new RowIndex<Uint32Array>((entry, words) => this.#isOf(entry, words));
  /** How many ids begin with each byte. */
  readonly #byteCounts = new Uint32Array(256);
  readonly #words = new Uint32Array(PREFIX_WORDS);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Adds an id; one that is there keeps its first place. */
  add(id: Buffer, height: number, index: number): void {
    this.#wordsOf(id);
    this.#addWords(height, index);
  }

  // Adds the id whose words were put together last.
  #addWords(height: number, index: number): void {
    const words = this.#words;
    const hash = words[1] ?? 0;
    if (this.#entries.find(hash, words, 0) !== undefined) return;
    const entry = this.#size;
    this.#size += 1;
    if (entry === this.#pieces.length * PIECE_ENTRIES) this.#pieces.push(newPiece());
    const { prefixes, heights, indexes } = this.#pieceOf(entry);
    const place = entry % PIECE_ENTRIES;
    prefixes.set(words, place * PREFIX_WORDS);
    heights[place] = height;
    indexes[place] = index;
    const byte = (words[0] ?? 0) >>> 24;
    this.#byteCounts[byte] = (this.#byteCounts[byte] ?? 0) + 1;
    this.#entries.add(hash, entry);
  }

  /** Adds every id of another table. */
  addAll(other: IdTable): void {
    for (let entry = 0; entry < other.#size; entry += 1) {
      for (let word = 0; word < PREFIX_WORDS; word += 1) this.#words[word] = other.#word(entry, word);
      const { heights, indexes } = other.#pieceOf(entry);
      const place = entry % PIECE_ENTRIES;
      this.#addWords(heights[place] ?? 0, indexes[place] ?? 0);
    }
  }

  /** Forgets every id and keeps the memory. */
  clear(): void {
    this.#entries.clear();
    this.#byteCounts.fill(0);
    this.#size = 0;
  }

  find(id: Buffer): { readonly height: number; readonly index: number } | undefined {
    const words = this.#wordsOf(id);
    const entry = this.#entries.find(words[1] ?? 0, words, 0);
    if (entry === undefined) return undefined;
    const { heights, indexes } = this.#pieceOf(entry);
    return { height: heights[entry % PIECE_ENTRIES] ?? 0, index: indexes[entry % PIECE_ENTRIES] ?? 0 };
  }

  /**
   * Numbers of all entries in byte order of their prefixes, in lists that share a first byte: some thousands at most are sorted at a time.
   * Before the first come empty lists, so that others get their turn meanwhile. Nothing may be added until it is done.
   */
  *sorted(): Generator<Uint32Array> {
    const starts = new Uint32Array(257);
    for (let byte = 0; byte < 256; byte += 1) starts[byte + 1] = (starts[byte] ?? 0) + (this.#byteCounts[byte] ?? 0);
    const grouped = new Uint32Array(this.#size);
    const next = starts.slice();
    for (let entry = 0; entry < this.#size; entry += 1) {
      const byte = this.#word(entry, 0) >>> 24;
      const position = next[byte] ?? 0;
      grouped[position] = entry;
      next[byte] = position + 1;
      if (entry % GROUPED_ENTRIES === GROUPED_ENTRIES - 1) yield NOTHING;
    }
    for (let byte = 0; byte < 256; byte += 1) yield this.#sort(grouped.subarray(starts[byte], starts[byte + 1]));
  }

  /** Writes an entry: prefix 16 | height u64 | index u32. */
  writeEntry(entry: number, target: Buffer, offset: number): void {
    const { heights, indexes } = this.#pieceOf(entry);
    for (let word = 0; word < PREFIX_WORDS; word += 1) target.writeUInt32BE(this.#word(entry, word), offset + word * 4);
    target.writeUIntLE(heights[entry % PIECE_ENTRIES] ?? 0, offset + 16, 6);
    target.writeUInt16LE(0, offset + 22);
    target.writeUInt32LE(indexes[entry % PIECE_ENTRIES] ?? 0, offset + 24);
  }

  // A native sort of numbers made of 24 bits of prefix and the entry's own number leaves little to do: ids are hashes.
  #sort(list: Uint32Array): Uint32Array {
    const order = Float64Array.from(list, (entry) => (this.#word(entry, 0) & 0xffffff) * ENTRY_LIMIT + entry).sort();
    for (let rank = 0; rank < order.length; rank += 1) {
      const entry = (order[rank] ?? 0) % ENTRY_LIMIT;
      let position = rank;
      while (position > 0 && this.#isBefore(entry, list[position - 1] ?? 0)) {
        list[position] = list[position - 1] ?? 0;
        position -= 1;
      }
      list[position] = entry;
    }
    return list;
  }

  #isBefore(left: number, right: number): boolean {
    for (let word = 0; word < PREFIX_WORDS; word += 1) {
      const difference = this.#word(left, word) - this.#word(right, word);
      if (difference !== 0) return difference < 0;
    }
    return false;
  }

  #isOf(entry: number, words: Uint32Array): boolean {
    const { prefixes } = this.#pieceOf(entry);
    const start = (entry % PIECE_ENTRIES) * PREFIX_WORDS;
    for (let word = 0; word < PREFIX_WORDS; word += 1) if (prefixes[start + word] !== words[word]) return false;
    return true;
  }

  // The same four numbers each time: they hold until the next call.
  #wordsOf(id: Buffer): Uint32Array {
    for (let word = 0; word < PREFIX_WORDS; word += 1) this.#words[word] = id.readUInt32BE(word * 4);
    return this.#words;
  }

  #word(entry: number, word: number): number {
    return this.#pieceOf(entry).prefixes[(entry % PIECE_ENTRIES) * PREFIX_WORDS + word] ?? 0;
  }

  #pieceOf(entry: number): Piece {
    const piece = this.#pieces[Math.floor(entry / PIECE_ENTRIES)];
    if (piece === undefined) throw new Error(`the table of ids has no entry ${entry}`);
    return piece;
  }
}

function newPiece(): Piece {
  return {
    prefixes: new Uint32Array(PREFIX_WORDS * PIECE_ENTRIES),
    heights: new Float64Array(PIECE_ENTRIES),
    indexes: new Uint32Array(PIECE_ENTRIES),
  };
}
