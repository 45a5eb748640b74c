import { HASH_BYTES, hashRange } from "./hash-range.ts";
import {
  COLLECTION_BYTES,
  collectionRecord,
  collectionStoreKey,
  emptyPageNode,
  PAGE_WAYS,
  PageHasher,
  pageNodeKeyText,
  pageNumberOf,
  pageSlotAt,
} from "./page-tree-format.ts";
import { levelsFor } from "./page-tree-update.ts";

/** Receives a node of the commitment to be stored: its key (0x10 to 0x12…) and bytes. */
export type TakeNode = (key: Buffer, node: Buffer) => void;

/** The tree over one collection's pages, which come in ascending order: holds one node of each level, the one that is being filled. */
export class CollectionBuilder {
  /** 0x06, handle and type's hash. */
  readonly id: Buffer;
  readonly #take: TakeNode;
  readonly #hasher: PageHasher;
  /** The node of each level from 1 on. */
  readonly #filling: { readonly number: number; readonly node: Buffer }[] = [];
  /** Hash of the page or node that comes next to its parent. */
  readonly #hash: Buffer = Buffer.alloc(HASH_BYTES);
  #last = -1;
  #pages = 0;

  /** `key` begins with the collection's 49 bytes. */
  constructor(key: Uint8Array, take: TakeNode) {
    this.id = Buffer.from(key.subarray(0, COLLECTION_BYTES));
    this.#take = take;
    this.#hasher = new PageHasher(key);
  }

  /** Whether the page of that key is one of this collection. */
  holds(key: Uint8Array): boolean {
    return this.id.compare(key, 0, COLLECTION_BYTES) === 0;
  }

  /** The page after the ones before. Throws when it is not. */
  add(key: Uint8Array, value: Uint8Array): void {
    const number = pageNumberOf(key);
    if (number <= this.#last) throw new Error("the pages of a collection come in ascending order, none twice");
    this.#hasher.hashInto(this.#hash, 0, number, value);
    this.#put(1, number);
    this.#last = number;
    this.#pages += 1;
  }

  /** The preimage of the collection's hash. */
  finish(): Buffer {
    const levels = levelsFor(this.#last);
    // A page 0 alone is the top itself.
    if (levels === 0) this.#filling[0]?.node.copy(this.#hash, 0, pageSlotAt(0));
    for (let level = 1; level <= levels; level += 1) {
      const number = this.#close(level);
      if (level < levels) this.#put(level + 1, number);
    }
    const record = collectionRecord(this.id, { levels, pages: this.#pages, top: this.#hash });
    this.#take(collectionStoreKey(this.id), record);
    return record;
  }

  // The hash at hand is that of page or node `number` below `level`.
  #put(level: number, number: number): void {
    const parent = Math.floor(number / PAGE_WAYS);
    let filling = this.#filling[level - 1];
    if (filling?.number !== parent) {
      if (filling !== undefined) {
        const below = Buffer.from(this.#hash);
        this.#put(level + 1, this.#close(level));
        below.copy(this.#hash);
      }
      filling = { number: parent, node: emptyPageNode(this.id, level, parent) };
      this.#filling[level - 1] = filling;
    }
    this.#hash.copy(filling.node, pageSlotAt(number % PAGE_WAYS));
  }

  // The node of a level is full, or the last: its hash is at hand. Answers its number.
  #close(level: number): number {
    const filling = this.#filling[level - 1];
    if (filling === undefined) throw new Error("a level that is closed has a node");
    hashRange(filling.node, 0, filling.node.length, this.#hash, 0);
    this.#take(Buffer.from(pageNodeKeyText(this.id, level, filling.number), "latin1"), filling.node);
    return filling.number;
  }
}
