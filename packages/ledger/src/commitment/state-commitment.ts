import type { StateStore, StateWrite } from "@sycee/move-vm";
import { asBuffer } from "../hash.ts";
import type { CommitmentUpdate, StateCommitment } from "../ledger-store.ts";
import { NodeCache } from "./node-cache.ts";
import { EMPTY_HASH, HASH_BYTES, hashInto, hashMatches, hashOf, hashValueInto, rootOf } from "./node-format.ts";
import { type EntryChanges, TrieUpdate } from "./trie-update.ts";

const TOP_KEY = Buffer.from([0x10, 0]);
const CACHE_BYTES = 96 * 1024 * 1024;

/**
 * The commitment over the state in `store`, whose nodes are there too. Memory for decoded nodes is bounded by
 * `cacheBytes`. Throws when a stored node is not what its parent says.
 */
export function openStateCommitment(store: StateStore, cacheBytes: number = CACHE_BYTES): StateCommitment {
  const cache = new NodeCache(cacheBytes);
  const stored = store.get(TOP_KEY);
  let top: Buffer = stored === undefined ? EMPTY_HASH : hashOf(asBuffer(stored));
  let root = rootOf(top);
  let latest: CommitmentUpdate | undefined;

  function load(key: string, hashes: Buffer, at: number): Buffer {
    const cached = cache.get(key);
    if (cached !== undefined) return cached;
    const bytes = store.get(Buffer.from(key, "latin1"));
    const node = bytes === undefined ? undefined : asBuffer(bytes);
    if (node === undefined || !hashMatches(hashes, at, node)) {
      throw new Error(
        `the state commitment's node ${Buffer.from(key, "latin1").toString("hex")} is ${node === undefined ? "missing" : "damaged"}`,
      );
    }
    cache.set(key, node);
    return node;
  }

  return {
    get root() {
      return root;
    },
    update(writes) {
      const trie = new TrieUpdate(changesOf(writes), load);
      const nextTop = trie.run(top);
      const nextRoot = rootOf(nextTop);
      const update: CommitmentUpdate = {
        root: nextRoot,
        nodeWrites: nodeWritesOf(trie.nodes),
        commit() {
          if (latest !== update) throw new Error("only the latest update of the state commitment can be committed, and only once");
          latest = undefined;
          for (const [key, node] of trie.nodes) {
            if (node === undefined) cache.delete(key);
            else cache.set(key, node);
          }
          top = nextTop;
          root = nextRoot;
        },
      };
      latest = update;
      return update;
    },
  };
}

function changesOf(writes: readonly StateWrite[]): EntryChanges {
  const count = writes.length;
  const keys = Buffer.allocUnsafe(count * HASH_BYTES);
  const values = Buffer.allocUnsafe(count * HASH_BYTES);
  const present = new Uint8Array(count);
  let index = 0;
  for (const { key, value } of writes) {
    const at = index * HASH_BYTES;
    hashInto(keys, at, Buffer.isBuffer(key) ? key : asBuffer(key));
    if (value !== undefined) {
      hashValueInto(values, at, keys, at, value);
      present[index] = 1;
    }
    index += 1;
  }
  return { count, keys, values, present };
}

function nodeWritesOf(nodes: ReadonlyMap<string, Buffer | undefined>): StateWrite[] {
  const writes: StateWrite[] = [];
  for (const [key, value] of nodes) writes.push({ key: Buffer.from(key, "latin1"), value });
  return writes;
}
