import { COMMITMENT_TAG } from "@sycee/protocol/core";
import { HASH_BYTES, hashRange } from "./hash-range.ts";

/*
 * A dense collection is a tree of 32 ways over its pages (preimages: ../../../protocol/src/proofs/commitment-tags.ts). It has no more
 * levels than its last page needs, so the shape depends on the pages alone. A node is stored as its preimage under 0x11,
 * the collection's handle and type, its level and its number; the collection's own preimage under 0x11, handle and type.
 */

/** First byte of the keys of pages. */
const PAGE_KEY = 0x06;
/** 0x06, handle, hash of the type of the page. */
export const COLLECTION_BYTES = 49;
export const PAGE_KEY_BYTES = COLLECTION_BYTES + 8;
export const PAGE_WAYS = 32;
/** Levels over pages whose numbers fit 53 bits. */
export const MAX_LEVELS = 11;
const STORE_KEY = 0x11;
const LEVEL_AT = 1 + COLLECTION_BYTES;
const NUMBER_AT = LEVEL_AT + 1;
const SLOTS_AT = NUMBER_AT + 8;
const PAGE_NODE_BYTES = SLOTS_AT + PAGE_WAYS * HASH_BYTES;
const TOP_AT = NUMBER_AT + 8;
const COLLECTION_RECORD_BYTES = TOP_AT + HASH_BYTES;

/** A collection as it is committed to: hash of its top node (or only page), levels above pages, number of pages. */
export interface Collection {
  readonly levels: number;
  readonly pages: number;
  readonly top: Buffer;
}

/** The page number in a page's key. Throws when it is above 2^53 - 1. */
export function pageNumberOf(key: Uint8Array): number {
  const high = wordAt(key, COLLECTION_BYTES);
  if (high >= 0x20_0000) throw new Error("a page of a collection has a number above 2^53 - 1");
  return high * 0x1_0000_0000 + wordAt(key, COLLECTION_BYTES + 4);
}

function wordAt(bytes: Uint8Array, at: number): number {
  return (((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)) >>> 0;
}

/** Whether a key of state is that of a page. Throws for a key that begins like one and has another length. */
export function isPageKey(key: Uint8Array): boolean {
  if (key[0] !== PAGE_KEY) return false;
  if (key.length !== PAGE_KEY_BYTES) throw new Error(`a key of a page has ${PAGE_KEY_BYTES} bytes, not ${key.length}`);
  return true;
}

/** Hashes pages of one collection, whose part of the preimage is written once. */
export class PageHasher {
  #scratch: Buffer = Buffer.alloc(1024);

  /** `collection` begins with the collection's 49 bytes. */
  constructor(collection: Uint8Array) {
    this.#scratch[0] = COMMITMENT_TAG.page;
    this.#scratch.set(collection.subarray(0, COLLECTION_BYTES), 1);
  }

  /** Hashes page `number` into `target` at `at`. */
  hashInto(target: Buffer, at: number, number: number, value: Uint8Array): void {
    const length = 1 + PAGE_KEY_BYTES + value.length;
    if (this.#scratch.length < length) this.#scratch = Buffer.concat([this.#scratch], length * 2);
    const scratch = this.#scratch;
    writeNumber(scratch, 1 + COLLECTION_BYTES, number);
    scratch.set(value, 1 + PAGE_KEY_BYTES);
    hashRange(scratch, 0, length, target, at);
  }
}

/** A node with 32 empty slots; `collection` begins with the collection's 49 bytes. */
export function emptyPageNode(collection: Uint8Array, level: number, number: number): Buffer {
  const node = Buffer.alloc(PAGE_NODE_BYTES);
  node[0] = COMMITMENT_TAG.pageNode;
  node.set(collection.subarray(0, COLLECTION_BYTES), 1);
  node[LEVEL_AT] = level;
  writeNumber(node, NUMBER_AT, number);
  return node;
}

/** Where a node has the hash of its child `way`. */
export function pageSlotAt(way: number): number {
  return SLOTS_AT + way * HASH_BYTES;
}

/** The preimage of a collection's hash. */
export function collectionRecord(collection: Uint8Array, { levels, pages, top }: Collection): Buffer {
  const record = Buffer.alloc(COLLECTION_RECORD_BYTES);
  record[0] = COMMITMENT_TAG.collection;
  record.set(collection.subarray(0, COLLECTION_BYTES), 1);
  record[LEVEL_AT] = levels;
  writeNumber(record, NUMBER_AT, pages);
  top.copy(record, TOP_AT);
  return record;
}

/** What a stored preimage of a collection says. */
export function readCollectionRecord(record: Buffer): Collection {
  const pages = record.readUInt32BE(NUMBER_AT) * 0x1_0000_0000 + record.readUInt32BE(NUMBER_AT + 4);
  return { levels: record[LEVEL_AT] ?? 0, pages, top: record.subarray(TOP_AT) };
}

/** Key under which a collection's preimage is stored. */
export function collectionStoreKey(collection: Uint8Array): Buffer {
  const key = Buffer.alloc(COLLECTION_BYTES);
  key.set(collection.subarray(0, COLLECTION_BYTES));
  key[0] = STORE_KEY;
  return key;
}

/** Key under which a node is stored, one character a byte. */
export function pageNodeKeyText(collection: Uint8Array, level: number, number: number): string {
  nodeKey.set(collection.subarray(1, COLLECTION_BYTES), 1);
  nodeKey[0] = STORE_KEY;
  nodeKey[COLLECTION_BYTES] = level;
  writeNumber(nodeKey, COLLECTION_BYTES + 1, number);
  return nodeKey.toString("latin1");
}

const nodeKey = Buffer.alloc(COLLECTION_BYTES + 9);

function writeNumber(target: Buffer, at: number, number: number): void {
  writeWord(target, at, Math.floor(number / 0x1_0000_0000));
  writeWord(target, at + 4, number % 0x1_0000_0000);
}

function writeWord(target: Buffer, at: number, word: number): void {
  target[at] = word >>> 24;
  target[at + 1] = word >>> 16;
  target[at + 2] = word >>> 8;
  target[at + 3] = word;
}
