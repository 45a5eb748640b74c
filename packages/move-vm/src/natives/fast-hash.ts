import type { IHasher } from "hash-wasm";

/**
 * A hash whose fast form in WebAssembly is still being compiled when the machine starts: until it is there, and where there
 * is no WebAssembly, the JavaScript form answers. Both answer the same.
 */
export class FastHash {
  readonly #slow: (bytes: Uint8Array) => Uint8Array;
  #fast: IHasher | undefined;
  /** Settles once the fast form is there or it is known that it never will be. */
  readonly ready: Promise<void>;

  constructor(slow: (bytes: Uint8Array) => Uint8Array, makeFast: () => Promise<IHasher>) {
    this.#slow = slow;
    this.ready = makeFast().then(
      (fast) => {
        this.#fast = fast;
      },
      () => {
        // No WebAssembly here, or a policy of the page against it.
        this.#fast = undefined;
      },
    );
  }

  digest(bytes: Uint8Array): Uint8Array {
    return this.#fast === undefined ? this.#slow(bytes) : this.#fast.init().update(bytes).digest("binary");
  }
}
