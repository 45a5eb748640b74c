import { KeptBytes } from "../kept-bytes.ts";

/**
 * Nodes lately used, by key text, within a bound of bytes: what was not asked for during a whole generation goes. Nodes are copied
 * in; one that is handed out holds until the next is set under its key.
 */
export class NodeCache {
  readonly #generationBytes: number;
  #young = new Map<string, Buffer>();
  #old = new Map<string, Buffer>();
  #memory = new KeptBytes();
  #youngBytes = 0;

  constructor(bytes: number) {
    this.#generationBytes = bytes / 2;
  }

  get(key: string): Buffer | undefined {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const old = this.#old.get(key);
    if (old !== undefined) this.set(key, old);
    return old;
  }

  set(key: string, node: Buffer): void {
    const known = this.#young.get(key);
    const kept = known === undefined ? this.#memory.add(node) : this.#memory.renew(known, node);
    if (kept === known) return;
    this.#young.set(key, kept);
    // Each entry costs about 200 bytes beside its node; replaced nodes count twice, which only shortens a generation.
    this.#youngBytes += node.length + 200;
    if (this.#youngBytes < this.#generationBytes) return;
    this.#old = this.#young;
    this.#young = new Map();
    this.#memory = new KeptBytes();
    this.#youngBytes = 0;
  }

  delete(key: string): void {
    this.#young.delete(key);
    this.#old.delete(key);
  }
}
