import { KeptBytes } from "../kept-bytes.ts";
import type { NodePlace, TrieNode } from "./node-write.ts";

/**
 * Nodes lately used, by their places, within a bound of bytes: what was not asked for during a whole generation goes. What they hold is
 * copied in; a content that is handed out holds until the next one of the same node is kept.
 */
export class NodeCache {
  readonly #generationBytes: number;
  #young = new Map<NodePlace, TrieNode>();
  #old = new Map<NodePlace, TrieNode>();
  #memory = new KeptBytes();
  #generation = 1;
  #youngBytes = 0;

  constructor(bytes: number) {
    this.#generationBytes = bytes / 2;
  }

  get(place: NodePlace): TrieNode | undefined {
    const young = this.#young.get(place);
    if (young !== undefined) return young;
    const old = this.#old.get(place);
    if (old?.content !== undefined) this.keep(old, old.content);
    return old;
  }

  /** Takes a node's committed content, a copy of it. */
  keep(node: TrieNode, content: Buffer): void {
    const before = node.content;
    if (node.generation === this.#generation) {
      node.content = this.#memory.renew(before, content);
      if (before?.length === content.length) return;
    } else {
      node.content = this.#memory.add(content);
      node.generation = this.#generation;
      this.#young.set(node.place, node);
    }
    // Each entry costs about 300 bytes beside its node; nodes of another length count twice, which only shortens a generation.
    this.#youngBytes += content.length + 300;
    if (this.#youngBytes < this.#generationBytes) return;
    this.#old = this.#young;
    this.#young = new Map();
    this.#memory = new KeptBytes();
    this.#generation += 1;
    this.#youngBytes = 0;
  }

  /** Lets a node go that is no more. */
  delete(node: TrieNode): void {
    node.content = undefined;
    node.generation = 0;
    this.#young.delete(node.place);
    this.#old.delete(node.place);
  }
}
