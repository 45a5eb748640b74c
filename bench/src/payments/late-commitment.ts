import type { StateCommitment } from "@sycee/ledger";

const NO_ROOT = new Uint8Array(32);

/** Says 32 zeros for every root until it is told what the root is, which then holds for blocks that change nothing. Proves nothing. */
export class LateCommitment implements StateCommitment {
  root: Uint8Array = NO_ROOT;

  settle(root: Uint8Array): void {
    this.root = root;
  }

  update(writes: Parameters<StateCommitment["update"]>[0]): ReturnType<StateCommitment["update"]> {
    if (this.root !== NO_ROOT && writes.length > 0) throw new Error("the root of this state was computed: nothing may change it");
    return { root: this.root, nodeWrites: [], commit: () => undefined };
  }

  proveEntry(): never {
    throw new Error("a state without nodes proves nothing");
  }

  provePage(): never {
    throw new Error("a state without nodes proves nothing");
  }
}
