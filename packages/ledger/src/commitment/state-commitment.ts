import { COMMITMENT_TAG } from "@sycee/protocol/core";
import type { StateStore, StateWrite } from "@sycee/move-vm";
import { asBuffer } from "../hash.ts";
import type { CommitmentUpdate, StateCommitment } from "../ledger-store.ts";
import { committedNodes, damaged, pageNodeLoader, type TrieNodes } from "./committed-nodes.ts";
import { HASH_BYTES, hashRange } from "./hash-range.ts";
import { NodeCache } from "./node-cache.ts";
import { NodeWrite, TrieNode } from "./node-write.ts";
import { type Collection, COLLECTION_BYTES, collectionRecord, collectionStoreKey, readCollectionRecord } from "./page-tree-format.ts";
import { type PageChanges, PageTreeUpdate } from "./page-tree-update.ts";
import { pageLevels } from "./page-path.ts";
import { splitWrites } from "./split-writes.ts";
import { COLLECTIONS_TRIE, EMPTY_HASH, hashMatches, hashOf, KEYED_TRIE, type TrieKind } from "./trie-format.ts";
import { findTriePath } from "./trie-path.ts";
import { trieProof } from "./trie-proof.ts";
import type { EntryChanges } from "./entry-changes.ts";
import { TrieUpdate } from "./trie-update.ts";

const CACHE_BYTES = 96 * 1024 * 1024;

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
  const nodes = committedNodes(store, cache);
  let tops: Tops = { keyed: storedTop(store, KEYED_TRIE), collections: storedTop(store, COLLECTIONS_TRIE) };
  let root = stateRootOf(tops.keyed, tops.collections);
  let latest: CommitmentUpdate | undefined;
  // What the update that is open makes of nodes.
  let open: NodeWrite[] = [];
  return {
    get root() {
      return root;
    },
    update(writes) {
      latest = undefined;
      for (const { memo } of open) memo.pending = undefined;
      open = [];
      const { keyed, pages } = splitWrites(writes);
      const nextKeyed = new TrieUpdate(KEYED_TRIE, keyed, nodes, open).run(tops.keyed);
      const collections = pages.length === 0 ? undefined : updateCollections(pages, tops.collections, { store, nodes, writes: open });
      const next: Tops = { keyed: nextKeyed, collections: collections?.top ?? tops.collections };
      const nextRoot = stateRootOf(next.keyed, next.collections);
      const update: CommitmentUpdate = {
        root: nextRoot,
        nodeWrites: collections === undefined ? open : [...collections.records, ...open],
        commit() {
          if (latest !== update) throw new Error("only the latest update of the state commitment can be committed, and only once");
          latest = undefined;
          keep(cache, open);
          open = [];
          tops = next;
          root = nextRoot;
        },
      };
      latest = update;
      return update;
    },
    proveEntry(key) {
      const hash = hashOf(asBuffer(key));
      return trieProof(KEYED_TRIE, hash, findTriePath(KEYED_TRIE, tops.keyed, hash, nodes), tops.collections);
    },
    provePage(key) {
      const hash = hashOf(asBuffer(key.subarray(0, COLLECTION_BYTES)));
      const collection = storedCollection(key, hash, tops.collections, { store, nodes });
      if (collection === undefined) return undefined;
      const levels = pageLevels(collection, key, pageNodeLoader(nodes));
      if (levels === undefined) return undefined;
      const path = findTriePath(COLLECTIONS_TRIE, tops.collections, hash, nodes);
      return { levels, pages: collection.pages, collection: trieProof(COLLECTIONS_TRIE, hash, path, tops.keyed) };
    },
  };
}

/** The root over the tops of both tries (32 zeros for one without entries). */
export function stateRootOf(keyedTop: Buffer, collectionsTop: Buffer): Buffer {
  return hashOf(Buffer.concat([Buffer.of(COMMITMENT_TAG.root), keyedTop, collectionsTop]));
}

/** Where committed collections and nodes are. */
interface CommittedState {
  readonly store: StateStore;
  readonly nodes: TrieNodes;
}

interface CollectionsUpdate {
  readonly top: Buffer;
  /** Of the collections that changed. */
  readonly records: readonly StateWrite[];
}

// What becomes of nodes goes into `writes`.
function updateCollections(
  pages: readonly PageChanges[],
  top: Buffer,
  { writes, ...state }: CommittedState & { readonly writes: NodeWrite[] },
): CollectionsUpdate {
  const load = pageNodeLoader(state.nodes);
  const pageNodes = new Map<string, Buffer | undefined>();
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
    const before = storedCollection(id, changes.keys.subarray(at, at + HASH_BYTES), top, state);
    const after = new PageTreeUpdate(page, pageNodes, load).run(before);
    const record = after === undefined ? undefined : collectionRecord(id, after);
    records.push({ key: collectionStoreKey(id), value: record });
    if (record === undefined) continue;
    changes.present[index] = 1;
    hashRange(record, 0, record.length, changes.values, at);
  }
  for (const [key, content] of pageNodes) writes.push(new NodeWrite(state.nodes.find(key) ?? new TrieNode(key, key), content));
  return { top: new TrieUpdate(COLLECTIONS_TRIE, changes, state.nodes, writes).run(top), records };
}

/** A collection as its stored record has it, checked against the collections trie; `undefined` when there is none. */
function storedCollection(id: Uint8Array, idHash: Buffer, top: Buffer, { store, nodes }: CommittedState): Collection | undefined {
  const { found } = findTriePath(COLLECTIONS_TRIE, top, idHash, nodes);
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

function keep(cache: NodeCache, writes: readonly NodeWrite[]): void {
  for (const { memo, value } of writes) {
    memo.pending = undefined;
    if (value === undefined) cache.delete(memo);
    else cache.keep(memo, value);
  }
}
