import { COMMITMENT_TAG } from "@sycee/protocol";
import type { StateStore, StateWrite } from "@sycee/move-vm";
import { asBuffer } from "../hash.ts";
import type { CommitmentUpdate, StateCommitment } from "../ledger-store.ts";
import { HASH_BYTES, hashRange } from "./hash-range.ts";
import { NodeCache } from "./node-cache.ts";
import { NodeWrite } from "./node-write.ts";
import { type Collection, COLLECTION_BYTES, collectionRecord, collectionStoreKey, readCollectionRecord } from "./page-tree-format.ts";
import { type PageChanges, PageTreeUpdate } from "./page-tree-update.ts";
import { pageLevels } from "./page-path.ts";
import { splitWrites } from "./split-writes.ts";
import { COLLECTIONS_TRIE, EMPTY_HASH, hashMatches, hashOf, KEYED_TRIE, type TrieKind } from "./trie-format.ts";
import { findTriePath } from "./trie-path.ts";
import { trieProof } from "./trie-proof.ts";
import { type EntryChanges, type LoadNode, TrieUpdate } from "./trie-update.ts";

const CACHE_BYTES = 96 * 1024 * 1024;

/** New nodes by key text, `undefined` for those that are no more. */
type Nodes = Map<string, Buffer | undefined>;

/** Hashes of the tops of the two tries. */
interface Tops {
  readonly keyed: Buffer;
  readonly collections: Buffer;
}

/**
 * The commitment over the state in `store`, whose nodes are there too. Memory for decoded nodes is bounded by
 * `cacheBytes`. Throws when a stored node is not what its parent says.
 */
export function openStateCommitment(store: StateStore, cacheBytes: number = CACHE_BYTES): StateCommitment {
  const cache = new NodeCache(cacheBytes);
  const load = nodeLoader(store, cache);
  let tops: Tops = { keyed: storedTop(store, KEYED_TRIE), collections: storedTop(store, COLLECTIONS_TRIE) };
  let root = stateRootOf(tops.keyed, tops.collections);
  let latest: CommitmentUpdate | undefined;
  return {
    get root() {
      return root;
    },
    update(writes) {
      const { keyed, pages } = splitWrites(writes);
      const trie = new TrieUpdate(KEYED_TRIE, keyed, load);
      const nextKeyed = trie.run(tops.keyed);
      const collections = pages.length === 0 ? undefined : updateCollections(pages, tops.collections, store, load);
      const next: Tops = { keyed: nextKeyed, collections: collections?.top ?? tops.collections };
      const nextRoot = stateRootOf(next.keyed, next.collections);
      const nodeWrites = [...writesOfNodes(trie.nodes), ...(collections === undefined ? [] : collections.writes)];
      const update: CommitmentUpdate = {
        root: nextRoot,
        nodeWrites,
        commit() {
          if (latest !== update) throw new Error("only the latest update of the state commitment can be committed, and only once");
          latest = undefined;
          keep(cache, trie.nodes);
          if (collections !== undefined) keep(cache, collections.nodes);
          tops = next;
          root = nextRoot;
        },
      };
      latest = update;
      return update;
    },
    proveEntry(key) {
      const hash = hashOf(asBuffer(key));
      return trieProof(KEYED_TRIE, hash, findTriePath(KEYED_TRIE, tops.keyed, hash, load), tops.collections);
    },
    provePage(key) {
      const hash = hashOf(asBuffer(key.subarray(0, COLLECTION_BYTES)));
      const collection = storedCollection(key, hash, tops.collections, store, load);
      if (collection === undefined) return undefined;
      const levels = pageLevels(collection, key, load);
      if (levels === undefined) return undefined;
      const path = findTriePath(COLLECTIONS_TRIE, tops.collections, hash, load);
      return { levels, pages: collection.pages, collection: trieProof(COLLECTIONS_TRIE, hash, path, tops.keyed) };
    },
  };
}

/** The root over the tops of both tries (32 zeros for one without entries). */
export function stateRootOf(keyedTop: Buffer, collectionsTop: Buffer): Buffer {
  return hashOf(Buffer.concat([Buffer.of(COMMITMENT_TAG.root), keyedTop, collectionsTop]));
}

interface CollectionsUpdate {
  readonly top: Buffer;
  readonly nodes: Nodes;
  readonly writes: readonly StateWrite[];
}

function updateCollections(pages: readonly PageChanges[], top: Buffer, store: StateStore, load: LoadNode): CollectionsUpdate {
  const nodes: Nodes = new Map();
  const records: StateWrite[] = [];
  const changes: EntryChanges = {
    count: pages.length,
    keys: Buffer.alloc(pages.length * HASH_BYTES),
    values: Buffer.alloc(pages.length * HASH_BYTES),
    present: new Uint8Array(pages.length),
  };
  for (const [index, page] of pages.entries()) {
    const id = page.collection;
    const at = index * HASH_BYTES;
    hashRange(asBuffer(id), 0, COLLECTION_BYTES, changes.keys, at);
    const before = storedCollection(id, changes.keys.subarray(at, at + HASH_BYTES), top, store, load);
    const after = new PageTreeUpdate(page, nodes, load).run(before);
    const record = after === undefined ? undefined : collectionRecord(id, after);
    records.push({ key: collectionStoreKey(id), value: record });
    if (record === undefined) continue;
    changes.present[index] = 1;
    hashRange(record, 0, record.length, changes.values, at);
  }
  const trie = new TrieUpdate(COLLECTIONS_TRIE, changes, load);
  const nextTop = trie.run(top);
  const writes = [...records, ...writesOfNodes(nodes), ...writesOfNodes(trie.nodes)];
  for (const [key, node] of trie.nodes) nodes.set(key, node);
  return { top: nextTop, nodes, writes };
}

/** A collection as its stored record has it, checked against the collections trie; `undefined` when there is none. */
function storedCollection(id: Uint8Array, idHash: Buffer, top: Buffer, store: StateStore, load: LoadNode): Collection | undefined {
  const { found } = findTriePath(COLLECTIONS_TRIE, top, idHash, load);
  if (found === undefined) return undefined;
  const key = collectionStoreKey(id);
  const record = store.get(key);
  if (record === undefined || !hashMatches(found, 0, asBuffer(record))) throw damaged(key, record === undefined);
  return readCollectionRecord(asBuffer(record));
}

function storedTop(store: StateStore, { storeKey }: TrieKind): Buffer {
  const stored = store.get(Buffer.of(storeKey, 0));
  return stored === undefined ? EMPTY_HASH : hashOf(asBuffer(stored));
}

function nodeLoader(store: StateStore, cache: NodeCache): LoadNode {
  return (key, hashes, at) => {
    const cached = cache.get(key);
    if (cached !== undefined) return cached;
    const stored = store.get(Buffer.from(key, "latin1"));
    const node = stored === undefined ? undefined : asBuffer(stored);
    if (node === undefined || !hashMatches(hashes, at, node)) throw damaged(Buffer.from(key, "latin1"), node === undefined);
    cache.set(key, node);
    return node;
  };
}

function damaged(key: Buffer, missing: boolean): Error {
  return new Error(`the state commitment's node ${key.toString("hex")} is ${missing ? "missing" : "damaged"}`);
}

function keep(cache: NodeCache, nodes: Nodes): void {
  for (const [key, node] of nodes) {
    if (node === undefined) cache.delete(key);
    else cache.set(key, node);
  }
}

function writesOfNodes(nodes: Nodes): StateWrite[] {
  const writes: StateWrite[] = [];
  for (const [key, value] of nodes) writes.push(new NodeWrite(key, value));
  return writes;
}
