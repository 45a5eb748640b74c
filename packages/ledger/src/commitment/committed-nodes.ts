import type { StateStore } from "@sycee/move-vm";
import { asBuffer } from "../hash.ts";
import type { NodeCache } from "./node-cache.ts";
import { type NodePlace, TrieNode } from "./node-write.ts";
import { hashMatches } from "./trie-format.ts";

/** The committed node under a key text, which holds until the next block is committed; throws when its hash is not the one at `at` of `hashes`. */
export type LoadNode = (key: string, hashes: Buffer, at: number) => Buffer;

/** Committed nodes of tries. */
export interface TrieNodes {
  /** The node of a place, if it was used lately. */
  find(place: NodePlace): TrieNode | undefined;
  /** The same as the store has it, under its key's text; throws when its hash is not the one at `at` of `hashes`. */
  read(place: NodePlace, key: string, hashes: Buffer, at: number): TrieNode;
}

/** The nodes that `store` has, those lately used from `cache`. */
export function committedNodes(store: StateStore, cache: NodeCache): TrieNodes {
  return {
    find: (place) => cache.get(place),
    read(place, key, hashes, at) {
      const stored = store.get(Buffer.from(key, "latin1"));
      const content = stored === undefined ? undefined : asBuffer(stored);
      if (content === undefined || !hashMatches(hashes, at, content)) throw damaged(Buffer.from(key, "latin1"), content === undefined);
      const node = new TrieNode(place, key);
      cache.keep(node, content);
      return node;
    },
  };
}

/** The nodes of collections of pages, which are known by their keys' texts. */
export function pageNodeLoader(nodes: TrieNodes): LoadNode {
  return (key, hashes, at) => (nodes.find(key) ?? nodes.read(key, key, hashes, at)).committed;
}

/** What is thrown where a stored node is not what its parent says. */
export function damaged(key: Buffer, missing: boolean): Error {
  return new Error(`the state commitment's node ${key.toString("hex")} is ${missing ? "missing" : "damaged"}`);
}
