import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type BlockEntry, type Ledger, openLedger, RootBuilder } from "@sycee/ledger";
import { type Call, MAX_EXPIRY_AHEAD_MS } from "@sycee/protocol";
import { buildStorage, type StorageBuilder } from "@sycee/storage";
import { benchActor } from "./bench-economy.ts";
import { LateCommitment } from "./late-commitment.ts";
import { signBenchTransaction } from "./sign-transaction.ts";

const TRANSACTIONS_A_BLOCK = 10;
/** Between two blocks in the ledger's own time, so that every block is over before now. */
const BLOCK_INTERVAL_MS = 60_000n;
/** Before the last block: what was signed has expired by then, so that nothing has to be remembered of it. */
const QUIET_MS = 2n * MAX_EXPIRY_AHEAD_MS;
const GAS_LIMIT = 100_000_000n;
/** Few: hardly any object is used twice. */
const OBJECT_CACHE_SIZE = 20_000;
const FIRST_STATE_KIND = 0x01;
const LAST_STATE_KIND = 0x0f;
const BATCH_BYTES = 16 * 1024 * 1024;
/** Where a node looks for the genesis document of a chain whose log does not begin with block 0. */
const GENESIS_FILE = "genesis.bcs";

/**
 * A chain of blocks of the operator's transactions, executed by the ledger, each signature and law checked. The state's root is computed once,
 * over all that came of them, and is that of the last block: with one for each block, nearly every node of the commitment would be made again for
 * each. What is left is a chain as one that began with a snapshot: the state after its last block, and that block.
 */
export class PopulationChain {
  readonly #ledger: Ledger;
  readonly #storage: StorageBuilder;
  readonly #commitment: LateCommitment;
  readonly #operator = benchActor("operator");
  #nonce = 0;

  /** Begins a chain in an empty directory. It is none before `finish`. */
  static async begin(directory: string, genesis: Uint8Array): Promise<PopulationChain> {
    writeFileSync(join(directory, GENESIS_FILE), genesis);
    const storage = await buildStorage(directory);
    const commitment = new LateCommitment();
    const ledger = openLedger({
      store: storage,
      commitment,
      genesis,
      head: undefined,
      recentRecords: [],
      objectCacheSize: OBJECT_CACHE_SIZE,
    });
    const block = ledger.executeGenesis();
    storage.put(block.writes);
    block.commit();
    return new PopulationChain(ledger, storage, commitment);
  }

  private constructor(ledger: Ledger, storage: StorageBuilder, commitment: LateCommitment) {
    this.#ledger = ledger;
    this.#storage = storage;
    this.#commitment = commitment;
  }

  /** Executes programs of the operator, each a transaction, several to a block. Throws when one is not executed. */
  execute(programs: Iterable<readonly Call[]>): void {
    let entries: BlockEntry[] = [];
    for (const calls of programs) {
      entries.push({ bytes: this.#sign(calls), signaturesVerified: false });
      if (entries.length < TRANSACTIONS_A_BLOCK) continue;
      this.#executeBlock(entries);
      entries = [];
    }
    if (entries.length > 0) this.#executeBlock(entries);
  }

  /** Computes the state's root, makes the last block, and lets go. */
  async finish(): Promise<void> {
    this.#commitment.settle(this.#commit());
    const block = this.#ledger.executeBlock(this.#nextHeight, this.#nextMs + QUIET_MS, []);
    const { header, writes } = block.record;
    if (writes.length > 0) throw new Error("a block without transactions changes the state");
    await this.#storage.append(header.height, block.encodeRecord(), []);
    this.#storage.put(block.writes);
    block.commit();
    await this.#storage.finish();
  }

  /** Lets go of a chain that is not finished. */
  async abandon(): Promise<void> {
    await this.#storage.abandon();
  }

  #executeBlock(entries: readonly BlockEntry[]): void {
    const block = this.#ledger.executeBlock(this.#nextHeight, this.#nextMs, entries);
    for (const result of block.record.results) {
      if (result.kind === "receipt" && result.receipt.outcome.kind === "executed") continue;
      throw new Error(
        `the operator's transaction was not executed: ${result.kind === "receipt" ? result.receipt.outcome.kind : result.kind}`,
      );
    }
    this.#storage.put(block.writes);
    block.commit();
  }

  // Stores the nodes of the commitment over the whole state; answers its root. Nothing is put while the state is being read.
  #commit(): Uint8Array {
    let nodes: { key: Uint8Array; value: Uint8Array }[] = [];
    let bytes = 0;
    let isRead = false;
    const put = (): void => {
      this.#storage.put(nodes);
      nodes = [];
      bytes = 0;
    };
    const root = new RootBuilder((key, value) => {
      nodes.push({ key, value });
      bytes += key.length + value.length;
      if (isRead && bytes >= BATCH_BYTES) put();
    });
    for (let kind = FIRST_STATE_KIND; kind <= LAST_STATE_KIND; kind += 1) {
      for (const { key, value } of this.#storage.scan(Uint8Array.of(kind))) root.add(key, value);
    }
    isRead = true;
    const hash = root.finish();
    put();
    return hash;
  }

  get #nextHeight(): bigint {
    return (this.#ledger.head?.height ?? 0n) + 1n;
  }

  get #nextMs(): bigint {
    return (this.#ledger.head?.timeMs ?? 0n) + BLOCK_INTERVAL_MS;
  }

  #sign(calls: readonly Call[]): Uint8Array {
    this.#nonce += 1;
    const { chainId } = this.#ledger;
    const expiryMs = this.#nextMs + MAX_EXPIRY_AHEAD_MS / 2n;
    return signBenchTransaction(this.#operator, { chainId, nonce: this.#nonce, expiryMs, gasLimit: GAS_LIMIT, calls });
  }
}
