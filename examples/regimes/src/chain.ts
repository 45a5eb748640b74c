import { createMemoryStore, encodeGenesis, type GenesisProgram, type Ledger, openLedger, openStateCommitment } from "@sycee/ledger";
import type { Call } from "@sycee/protocol";
import { type Signer, signTransaction } from "@sycee/sdk";

const GAS = 20_000_000n;

/** A ledger in memory whose time the example moves. */
export class Chain {
  readonly ledger: Ledger;
  private readonly apply: (writes: ReturnType<Ledger["executeGenesis"]>["writes"]) => void;
  private nonce = 0n;
  private timeMs: bigint;

  constructor(modules: readonly Uint8Array[], programs: readonly GenesisProgram[], timeMs: bigint) {
    const store = createMemoryStore();
    const genesis = encodeGenesis({ timeMs, modules, programs });
    this.ledger = openLedger({ store, commitment: openStateCommitment(store), genesis, head: undefined, recentRecords: [] });
    this.apply = (writes) => store.apply(writes);
    this.timeMs = timeMs;
    const block = this.ledger.executeGenesis();
    store.apply(block.writes);
    block.commit();
  }

  pass(ms: bigint): void {
    this.timeMs += ms;
  }

  /** Does the calls in one transaction, in a block of its own. Throws when they are refused. */
  async act(signers: readonly Signer[], calls: readonly Call[]): Promise<void> {
    this.nonce += 1n;
    this.timeMs += 1n;
    const { chainId, head } = this.ledger;
    const expiryMs = this.timeMs + 60_000n;
    const { bytes } = await signTransaction({ chainId, signers, calls, nonce: this.nonce, expiryMs, gasLimit: GAS });
    const block = this.ledger.executeBlock((head?.height ?? 0n) + 1n, this.timeMs, [{ bytes, signaturesVerified: false }]);
    const [result] = block.record.results;
    if (result?.kind !== "receipt" || result.receipt.outcome.kind !== "executed") {
      const told = result?.kind === "receipt" ? result.receipt.outcome : result;
      throw new Error(`refused: ${JSON.stringify(told, (_, value: unknown) => (typeof value === "bigint" ? `${value}` : value))}`);
    }
    this.apply(block.writes);
    block.commit();
  }
}
