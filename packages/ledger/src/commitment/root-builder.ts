import { asBuffer } from "../hash.ts";
import { HASH_BYTES, hashRange } from "./hash-range.ts";
import { CollectionBuilder, type TakeNode } from "./collection-builder.ts";
import { COLLECTION_BYTES, isPageKey } from "./page-tree-format.ts";
import { stateRootOf } from "./state-commitment.ts";
import { COLLECTIONS_TRIE, hashValueInto, KEYED_TRIE } from "./trie-format.ts";
import { TrieBuilder } from "./trie-builder.ts";

/**
 * Builds the commitment over a whole state from nothing but its entries, one after another: 64 bytes of memory for each
 * keyed entry and collection, a few nodes for the collection whose pages pass.
 */
export class RootBuilder {
  readonly #take: TakeNode;
  readonly #keyed = new TrieBuilder(KEYED_TRIE);
  readonly #collections = new TrieBuilder(COLLECTIONS_TRIE);
  #open: CollectionBuilder | undefined;
  readonly #hashes: Buffer = Buffer.alloc(2 * HASH_BYTES);

  /** `take` gets every node once. */
  constructor(take: TakeNode = () => undefined) {
    this.#take = take;
  }

  /**
   * An entry of the state. Keyed entries come in any order, none twice; the pages of a collection one after another,
   * ascending. Throws for pages out of order.
   */
  add(key: Uint8Array, value: Uint8Array): void {
    if (isPageKey(key)) {
      if (this.#open?.holds(key) !== true) this.#close(key);
      this.#open?.add(key, value);
      return;
    }
    hashRange(asBuffer(key), 0, key.length, this.#hashes, 0);
    hashValueInto(this.#hashes, HASH_BYTES, this.#hashes, 0, value);
    this.#keyed.add(this.#hashes);
  }

  /** The root over all that was added. The builder is of no use afterwards. */
  finish(): Uint8Array {
    this.#close(undefined);
    return stateRootOf(this.#keyed.finish(this.#take), this.#collections.finish(this.#take));
  }

  #close(next: Uint8Array | undefined): void {
    const open = this.#open;
    this.#open = next === undefined ? undefined : new CollectionBuilder(next, this.#take);
    if (open === undefined) return;
    hashRange(open.id, 0, COLLECTION_BYTES, this.#hashes, 0);
    const record = open.finish();
    hashRange(record, 0, record.length, this.#hashes, HASH_BYTES);
    this.#collections.add(this.#hashes);
  }
}
