import { KeptBytes } from "@sycee/ledger";

const OWNER_BYTES = 33;
const ENTRY_OVERHEAD_BYTES = 160;

/** Where a layer keeps a key's value, remembered with the key: see `KeyMemo` of the machine. */
export interface KeptPlace {
  keeper: object | undefined;
  keptAt: number;
}

/**
 * State that blocks have written and the checkpoint does not have yet: keys as strings of one character a byte. Values are
 * copied in and out: what changes again and again does so in the same place, and blocks' own memory goes with them.
 */
export class StateLayer {
  readonly #memory: KeptBytes;
  /** Where each key stands in the lists of keys and values. */
  readonly #places = new Map<string, number>();
  #keys: string[] = [];
  #values: (Buffer | undefined)[] = [];
  /** Keys of Move state by their first 33 bytes (kind and address), so that what one address owns is found without a search. */
  readonly #owned = new Map<string, string[]>();
  /** The first keys of the list, so many, are among the owned: few blocks are followed by a search. */
  #sorted = 0;
  /** Height of the last block whose writes are in here. */
  through: number;
  #bytes = 0;

  /** `memory`: what a layer before it gave back. */
  constructor(through: number, memory: readonly ArrayBuffer[] = []) {
    this.through = through;
    this.#memory = new KeptBytes(memory);
  }

  /** Gives its memory back, to be used by another layer. It holds nothing from then on and takes nothing; what {@link entries} gave may not be in use. */
  release(): ArrayBuffer[] {
    this.#places.clear();
    this.#keys = [];
    this.#values = [];
    this.#owned.clear();
    this.#sorted = 0;
    this.#bytes = 0;
    return this.#memory.release();
  }

  get size(): number {
    return this.#keys.length;
  }

  /** Bytes of all keys and values, and some for what an entry costs beside them. */
  get bytes(): number {
    return this.#bytes;
  }

  has(key: string): boolean {
    return this.#places.has(key);
  }

  /** A copy of the value; `undefined` for a removed entry too: ask `has` first. */
  get(key: string): Uint8Array | undefined {
    const place = this.#places.get(key);
    const kept = place === undefined ? undefined : this.#values[place];
    return kept === undefined ? undefined : Buffer.from(kept);
  }

  /** Takes a value, or a removal. The key's memo, where there is one, remembers where: to look a key up costs more than to copy its value. */
  set(key: string, value: Uint8Array | undefined, memo?: KeptPlace): void {
    const place = memo?.keeper === this ? memo.keptAt : this.#places.get(key);
    if (place === undefined) {
      this.#add(key, value, memo);
      return;
    }
    this.#renewAt(place, value);
    if (memo !== undefined) this.#remember(memo, place);
  }

  /** Takes a value, or a removal, of a key whose memo says that this layer keeps it. */
  renew(memo: KeptPlace, value: Uint8Array | undefined): void {
    if (memo.keeper !== this) throw new Error("an entry of state is not in the layer that is to keep it");
    this.#renewAt(memo.keptAt, value);
  }

  #renewAt(place: number, value: Uint8Array | undefined): void {
    const known = this.#values[place];
    this.#bytes += (value?.length ?? 0) - (known?.length ?? 0);
    const kept = value === undefined ? undefined : this.#memory.renew(known, value);
    if (kept !== known) this.#values[place] = kept;
  }

  #add(key: string, value: Uint8Array | undefined, memo: KeptPlace | undefined): void {
    const place = this.#keys.length;
    this.#bytes += (value?.length ?? 0) + key.length + ENTRY_OVERHEAD_BYTES;
    this.#places.set(key, place);
    this.#keys.push(key);
    this.#values.push(value === undefined ? undefined : this.#memory.add(value));
    if (memo !== undefined) this.#remember(memo, place);
  }

  #remember(memo: KeptPlace, place: number): void {
    memo.keeper = this;
    memo.keptAt = place;
  }

  /** Keys with their values, not copied: until the layer changes. */
  *entries(): Generator<[string, Buffer | undefined]> {
    for (const [place, key] of this.#keys.entries()) yield [key, this.#values[place]];
  }

  /** Keys that begin with `prefix`, in no particular order. */
  *keysWith(prefix: string): Generator<string> {
    const candidates = prefix.length >= OWNER_BYTES ? this.#ownedBy(prefix.slice(0, OWNER_BYTES)) : this.#keys;
    for (const key of candidates) if (key.startsWith(prefix)) yield key;
  }

  #ownedBy(owner: string): readonly string[] {
    for (; this.#sorted < this.#keys.length; this.#sorted += 1) {
      const key = this.#keys[this.#sorted];
      if (key === undefined || key.length < OWNER_BYTES) continue;
      const itsOwner = key.slice(0, OWNER_BYTES);
      const keys = this.#owned.get(itsOwner);
      if (keys === undefined) this.#owned.set(itsOwner, [key]);
      else keys.push(key);
    }
    return this.#owned.get(owner) ?? [];
  }
}
