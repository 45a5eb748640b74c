import type { StateCommitment } from "@sycee/ledger";

type Writes = Parameters<StateCommitment["update"]>[0];

/** The nodes of a commitment, in memory: what a ledger's storage is to it. */
export class NodeStore {
  readonly #nodes = new Map<string, Uint8Array>();

  get(key: Uint8Array): Uint8Array | undefined {
    return this.#nodes.get(textOf(key));
  }

  take(writes: Writes): void {
    for (const { key, value } of writes) {
      if (value === undefined) this.#nodes.delete(textOf(key));
      else this.#nodes.set(textOf(key), value);
    }
  }
}

function textOf(key: Uint8Array): string {
  return Buffer.from(key.buffer, key.byteOffset, key.byteLength).toString("latin1");
}
