import { type BlockEntry, type ExecutedBlock, type Ledger, openLedger, openStateCommitment } from "@sycee/ledger";
import { type Call, MAX_EXPIRY_AHEAD_MS } from "@sycee/protocol";
import { openStorage, type Storage } from "@sycee/storage";
import { benchActor } from "./bench-economy.ts";
import { signBenchTransaction } from "./sign-transaction.ts";

const TRANSACTIONS_A_BLOCK = 10;
/** Between two blocks in the ledger's own time, so that a node that opens the chain has few recent blocks to remember. */
const BLOCK_INTERVAL_MS = 60_000n;
const GAS_LIMIT = 100_000_000n;
/** Few: hardly any object is used twice. */
const OBJECT_CACHE_SIZE = 20_000;
/** Much more than a node lets wait: each checkpoint writes nearly every page of a state whose entries lie by their hashes, so that few are wanted. */
const CHECKPOINT_ENTRIES = 1_000_000;
const CHECKPOINT_BYTES = 320 * 1024 * 1024;

/** A chain that is written as a node writes it, but by blocks of the operator's transactions alone and without HTTP. */
export class PopulationChain {
  readonly #ledger: Ledger;
  readonly #storage: Storage;
  readonly #operator = benchActor("operator");
  #nonce = 0;

  /** Begins a chain in an empty directory. */
  static async begin(directory: string, genesis: Uint8Array): Promise<PopulationChain> {
    const storage = await openStorage({ directory, checkpointEntries: CHECKPOINT_ENTRIES, checkpointBytes: CHECKPOINT_BYTES });
    const ledger = openLedger({
      store: storage,
      commitment: openStateCommitment(storage),
      genesis,
      head: undefined,
      recentRecords: [],
      objectCacheSize: OBJECT_CACHE_SIZE,
    });
    const chain = new PopulationChain(ledger, storage);
    await chain.#keep(ledger.executeGenesis());
    return chain;
  }

  private constructor(ledger: Ledger, storage: Storage) {
    this.#ledger = ledger;
    this.#storage = storage;
  }

  /** Executes programs of the operator, each a transaction, several to a block. Throws when one is not executed. */
  async execute(programs: Iterable<readonly Call[]>): Promise<void> {
    let entries: BlockEntry[] = [];
    for (const calls of programs) {
      entries.push({ bytes: this.#sign(calls), signaturesVerified: false });
      if (entries.length < TRANSACTIONS_A_BLOCK) continue;
      await this.#executeBlock(entries);
      entries = [];
    }
    if (entries.length > 0) await this.#executeBlock(entries);
  }

  async close(): Promise<void> {
    await this.#storage.close();
  }

  async #executeBlock(entries: readonly BlockEntry[]): Promise<void> {
    const block = this.#ledger.executeBlock((this.#ledger.head?.height ?? 0n) + 1n, this.#nextMs, entries);
    for (const result of block.record.results) {
      if (result.kind === "receipt" && result.receipt.outcome.kind === "executed") continue;
      throw new Error(
        `the operator's transaction was not executed: ${result.kind === "receipt" ? result.receipt.outcome.kind : result.kind}`,
      );
    }
    await this.#keep(block);
  }

  async #keep(block: ExecutedBlock): Promise<void> {
    const ids = block.record.results.flatMap((result, index) => (result.kind === "receipt" ? [{ id: result.receipt.id, index }] : []));
    this.#storage.append(block.record.header.height, block.viewRecord(), ids, block.writes);
    block.commit();
    await this.#storage.sync();
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
