const PREFIX_WORDS = 4;
const EMPTY = -1;
const ENTRY_LIMIT = 2 ** 29;

/** First 16 bytes of transaction ids, as four words each, with the place of each transaction: 36 bytes an id, never a JavaScript object. */
export class IdTable {
  #prefixes = new Uint32Array(PREFIX_WORDS * 64);
  #heights = new Float64Array(64);
  #indexes = new Uint32Array(64);
  #slots = new Int32Array(128).fill(EMPTY);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Adds an id; one that is there keeps its first place. */
  add(id: Buffer, height: number, index: number): void {
    if (this.#size === this.#heights.length) this.#grow();
    const entry = this.#size;
    for (let word = 0; word < PREFIX_WORDS; word += 1) this.#prefixes[entry * PREFIX_WORDS + word] = id.readUInt32BE(word * 4);
    const slot = this.#slotOf(this.#prefixes, entry * PREFIX_WORDS);
    if (this.#slots[slot] !== EMPTY) return;
    this.#heights[entry] = height;
    this.#indexes[entry] = index;
    this.#slots[slot] = entry;
    this.#size += 1;
  }

  find(id: Buffer): { readonly height: number; readonly index: number } | undefined {
    const wanted = new Uint32Array(PREFIX_WORDS);
    for (let word = 0; word < PREFIX_WORDS; word += 1) wanted[word] = id.readUInt32BE(word * 4);
    const entry = this.#slots[this.#slotOf(wanted, 0)];
    return entry === undefined || entry === EMPTY ? undefined : this.#place(entry);
  }

  /** Numbers of all entries in byte order of their prefixes, in pieces that share a first byte: some thousands at most are sorted at a time. */
  *sorted(): Generator<Uint32Array> {
    const prefixes = this.#prefixes;
    const starts = new Uint32Array(257);
    const byteOf = (entry: number) => (prefixes[entry * PREFIX_WORDS] ?? 0) >>> 24;
    for (let entry = 0; entry < this.#size; entry += 1) starts[byteOf(entry) + 1] = (starts[byteOf(entry) + 1] ?? 0) + 1;
    for (let byte = 0; byte < 256; byte += 1) starts[byte + 1] = (starts[byte + 1] ?? 0) + (starts[byte] ?? 0);
    const grouped = new Uint32Array(this.#size);
    const next = starts.slice();
    for (let entry = 0; entry < this.#size; entry += 1) {
      const byte = byteOf(entry);
      const position = next[byte] ?? 0;
      grouped[position] = entry;
      next[byte] = position + 1;
    }
    for (let byte = 0; byte < 256; byte += 1) yield this.#sortPiece(grouped.subarray(starts[byte], starts[byte + 1]));
  }

  /** Writes an entry: prefix 16 | height u64 | index u32. */
  writeEntry(entry: number, target: Buffer, offset: number): void {
    for (let word = 0; word < PREFIX_WORDS; word += 1)
      target.writeUInt32BE(this.#prefixes[entry * PREFIX_WORDS + word] ?? 0, offset + word * 4);
    target.writeUIntLE(this.#heights[entry] ?? 0, offset + 16, 6);
    target.writeUInt16LE(0, offset + 22);
    target.writeUInt32LE(this.#indexes[entry] ?? 0, offset + 24);
  }

  // A native sort of numbers made of 24 bits of prefix and the entry's own number leaves little to do: ids are hashes.
  #sortPiece(piece: Uint32Array): Uint32Array {
    const prefixes = this.#prefixes;
    const order = Float64Array.from(piece, (entry) => ((prefixes[entry * PREFIX_WORDS] ?? 0) & 0xffffff) * ENTRY_LIMIT + entry).sort();
    for (let rank = 0; rank < order.length; rank += 1) {
      const entry = (order[rank] ?? 0) % ENTRY_LIMIT;
      let position = rank;
      while (position > 0 && this.#isBefore(entry, piece[position - 1] ?? 0)) {
        piece[position] = piece[position - 1] ?? 0;
        position -= 1;
      }
      piece[position] = entry;
    }
    return piece;
  }

  #place(entry: number): { height: number; index: number } {
    return { height: this.#heights[entry] ?? 0, index: this.#indexes[entry] ?? 0 };
  }

  #isBefore(left: number, right: number): boolean {
    for (let word = 0; word < PREFIX_WORDS; word += 1) {
      const difference = (this.#prefixes[left * PREFIX_WORDS + word] ?? 0) - (this.#prefixes[right * PREFIX_WORDS + word] ?? 0);
      if (difference !== 0) return difference < 0;
    }
    return false;
  }

  // The slot that holds these words, or the empty one where they belong.
  #slotOf(words: Uint32Array, at: number): number {
    const mask = this.#slots.length - 1;
    let slot = (words[at + 1] ?? 0) & mask;
    for (;;) {
      const entry = this.#slots[slot] ?? EMPTY;
      if (entry === EMPTY) return slot;
      const there = entry * PREFIX_WORDS;
      let word = 0;
      while (word < PREFIX_WORDS && this.#prefixes[there + word] === words[at + word]) word += 1;
      if (word === PREFIX_WORDS) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #grow(): void {
    const capacity = this.#heights.length * 2;
    const prefixes = new Uint32Array(capacity * PREFIX_WORDS);
    prefixes.set(this.#prefixes);
    const heights = new Float64Array(capacity);
    heights.set(this.#heights);
    const indexes = new Uint32Array(capacity);
    indexes.set(this.#indexes);
    this.#prefixes = prefixes;
    this.#heights = heights;
    this.#indexes = indexes;
    this.#slots = new Int32Array(capacity * 2).fill(EMPTY);
    for (let entry = 0; entry < this.#size; entry += 1) this.#slots[this.#slotOf(prefixes, entry * PREFIX_WORDS)] = entry;
  }
}
