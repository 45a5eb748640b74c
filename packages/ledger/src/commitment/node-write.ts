import type { KeyMemo, StateWrite } from "@sycee/move-vm";

/** What the cache finds a node by: its key's text, or a number that stands for it. */
export type NodePlace = string | number;

/** A node that is to be stored, or removed: as a block gives it to the store. It stays as it is when later blocks change the node again. */
export class NodeWrite implements StateWrite {
  readonly memo: TrieNode;
  /** `undefined` where the node is no more. */
  value: Buffer | undefined;

  constructor(memo: TrieNode, value: Buffer | undefined) {
    this.memo = memo;
    this.value = value;
  }

  get key(): Uint8Array {
    return this.memo.bytes;
  }
}

/**
 * A node of the commitment as long as the cache knows it: the same object in every block, so that neither cache nor store look it up again by
 * its key. It is known by its key's text, from which bytes are made only for those who ask.
 */
export class TrieNode implements KeyMemo {
  readonly place: NodePlace;
  readonly text: string;
  hash: Uint8Array | undefined = undefined;
  keeper: object | undefined = undefined;
  keptAt = 0;
  /** Committed, in the cache's own memory; `undefined` for one that is not committed yet. */
  content: Buffer | undefined = undefined;
  /** The cache's generation that `content` lies in, 0 where it is in none. */
  generation = 0;
  /** What the update that is open makes of it. */
  pending: NodeWrite | undefined = undefined;

  /** `text` is the key, one character a byte. */
  constructor(place: NodePlace, text: string) {
    this.place = place;
    this.text = text;
  }

  get bytes(): Uint8Array {
    return Buffer.from(this.text, "latin1");
  }

  /** What it is after the last update that was committed. Throws where it is not there. */
  get committed(): Buffer {
    if (this.content === undefined) throw new Error("a node of the commitment that is not there was asked for");
    return this.content;
  }

  /** What it is after the update that is open, so far. Throws where it is not there. */
  get latest(): Buffer {
    if (this.pending === undefined) return this.committed;
    if (this.pending.value === undefined) throw new Error("a node of the commitment that is no more was asked for");
    return this.pending.value;
  }
}
