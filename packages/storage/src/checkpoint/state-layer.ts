import { KeptBytes } from "@sycee/ledger";

const OWNER_BYTES = 33;
const ENTRY_OVERHEAD_BYTES = 160;

/**
 * State that blocks have written and the checkpoint does not have yet: keys as strings of one character a byte. Values are
 * copied in and out: what changes again and again does so in the same place, and blocks' own memory goes with them.
 */
export class StateLayer {
  readonly #memory: KeptBytes;
  readonly #entries = new Map<string, Buffer | undefined>();
  /** Keys of Move state by their first 33 bytes (kind and address), so that what one address owns is found without a search. */
  readonly #owned = new Map<string, string[]>();
  /** Keys that are not among the owned yet: few blocks are followed by a search. */
  #unsorted: string[] = [];
  /** Height of the last block whose writes are in here. */
  through: number;
  #bytes = 0;

  /** `memory`: what a layer before it gave back. */
  constructor(through: number, memory: readonly ArrayBuffer[] = []) {
    this.through = through;
    this.#memory = new KeptBytes(memory);
  }

  /** Gives its memory back, to be used by another layer. It holds nothing from then on; what {@link entries} gave may not be in use. */
  release(): ArrayBuffer[] {
    this.#entries.clear();
    this.#owned.clear();
    this.#unsorted = [];
    this.#bytes = 0;
    return this.#memory.release();
  }

  get size(): number {
    return this.#entries.size;
  }

  /** Bytes of all keys and values, and some for what an entry costs beside them. */
  get bytes(): number {
    return this.#bytes;
  }

  has(key: string): boolean {
    return this.#entries.has(key);
  }

  /** A copy of the value; `undefined` for a removed entry too: ask `has` first. */
  get(key: string): Uint8Array | undefined {
    const kept = this.#entries.get(key);
    return kept === undefined ? undefined : Buffer.from(kept);
  }

  set(key: string, value: Uint8Array | undefined): void {
    const known = this.#entries.get(key);
    const isNew = known === undefined && !this.#entries.has(key);
    this.#bytes += (value?.length ?? 0) - (known?.length ?? 0) + (isNew ? key.length + ENTRY_OVERHEAD_BYTES : 0);
    if (isNew && key.length >= OWNER_BYTES) this.#unsorted.push(key);
    if (value === undefined) {
      this.#entries.set(key, undefined);
      return;
    }
    const kept = isNew ? this.#memory.add(value) : this.#memory.renew(known, value);
    if (kept !== known) this.#entries.set(key, kept);
  }

  /** Keys with their values, not copied: until the layer changes. */
  entries(): IterableIterator<[string, Buffer | undefined]> {
    return this.#entries.entries();
  }

  /** Keys that begin with `prefix`, in no particular order. */
  *keysWith(prefix: string): Generator<string> {
    const candidates = prefix.length >= OWNER_BYTES ? this.#ownedBy(prefix.slice(0, OWNER_BYTES)) : this.#entries.keys();
    for (const key of candidates) if (key.startsWith(prefix)) yield key;
  }

  #ownedBy(owner: string): readonly string[] {
    for (const key of this.#unsorted) {
      const itsOwner = key.slice(0, OWNER_BYTES);
      const keys = this.#owned.get(itsOwner);
      if (keys === undefined) this.#owned.set(itsOwner, [key]);
      else keys.push(key);
    }
    this.#unsorted = [];
    return this.#owned.get(owner) ?? [];
  }
}

/** A key's bytes as a string of as many characters: its order is that of the bytes. */
export function keyText(key: Uint8Array): string {
  return asBuffer(key).toString("latin1");
}

export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
