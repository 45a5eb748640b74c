import { type BlockEntry, type Ledger, openLedger, openStateCommitment } from "@sycee/ledger";
import { type Call, encodePayload, encodeTransaction, signingMessage } from "@sycee/protocol";
import { handOut, openWallets } from "@sycee/sdk";
import { openStorage, type Storage } from "@sycee/storage";
import sodium from "sodium-native";
import { benchAccount, benchActor, benchGenesis, CASH_MINOR, commitmentOf, keylessAddress, WALLETS_A_CALL } from "./bench-economy.ts";

/** What is to be on a ledger. */
export interface Population {
  /** A directory for the chain, empty. */
  readonly directory: string;
  readonly modules: readonly Uint8Array[];
  /** Wallets in all. */
  readonly accounts: number;
  /** The first so many have a key and cash; the others are empty wallets at addresses that nobody has a key of. */
  readonly keyed: number;
}

/** So that a transaction stays below 256 KiB and 4,096 events. */
const CALLS_A_TRANSACTION = 7;
const HAND_OUTS_A_TRANSACTION = 64;
const TRANSACTIONS_A_BLOCK = 10;
/** Between two blocks in the ledger's own time, so that a node that opens the chain has few recent blocks to remember. */
const BLOCK_INTERVAL_MS = 60_000n;
const GAS_LIMIT = 100_000_000n;

/**
 * Begins a chain whose operator opens many wallets, and hands out cash to some, in signed transactions through the ledger
 * and its storage, as a node would have executed them but without HTTP in between. Tells how many wallets there are as it goes.
 */
export async function populate(population: Population, tell: (wallets: number) => void): Promise<void> {
  const { accounts, keyed } = population;
  const blocks =
    Math.ceil(accounts / (WALLETS_A_CALL * CALLS_A_TRANSACTION * TRANSACTIONS_A_BLOCK)) +
    Math.ceil(keyed / HAND_OUTS_A_TRANSACTION / TRANSACTIONS_A_BLOCK);
  const beginMs = BigInt(Date.now()) - BigInt(blocks + 3) * BLOCK_INTERVAL_MS;
  const genesis = benchGenesis([], population.modules, { timeMs: beginMs, operatorMinor: BigInt(keyed) * CASH_MINOR });
  const storage = await openStorage({ directory: population.directory });
  try {
    const ledger = openLedger({ store: storage, commitment: openStateCommitment(storage), genesis, head: undefined, recentRecords: [] });
    const chain = new Chain(ledger, storage);
    await chain.begin();
    await chain.executeAll(walletTransactions(accounts, keyed, tell));
    await chain.executeAll(handOutTransactions(keyed));
  } finally {
    await storage.close();
  }
}

function* walletTransactions(accounts: number, keyed: number, tell: (wallets: number) => void): Generator<Call[]> {
  const each = WALLETS_A_CALL * CALLS_A_TRANSACTION;
  for (let start = 0; start < accounts; start += each) {
    const calls: Call[] = [];
    for (let from = start; from < Math.min(accounts, start + each); from += WALLETS_A_CALL) {
      const count = Math.min(WALLETS_A_CALL, accounts - from);
      const wallets = Array.from({ length: count }, (_, offset) => {
        const owner = from + offset < keyed ? benchAccount(from + offset).address : keylessAddress(from + offset);
        return { owner, commitment: commitmentOf(owner) };
      });
      calls.push(openWallets({ tier: 1, wallets }));
    }
    yield calls;
    tell(Math.min(accounts, start + each));
  }
}

function* handOutTransactions(keyed: number): Generator<Call[]> {
  for (let start = 0; start < keyed; start += HAND_OUTS_A_TRANSACTION) {
    const count = Math.min(HAND_OUTS_A_TRANSACTION, keyed - start);
    yield Array.from({ length: count }, (_, offset) => handOut({ to: benchAccount(start + offset).address, amountMinor: CASH_MINOR }));
  }
}

/** Blocks one after another, each a minute of the ledger's time after the last. */
class Chain {
  readonly #ledger: Ledger;
  readonly #storage: Storage;
  readonly #operator = benchActor("operator");
  #nonce = 0n;

  constructor(ledger: Ledger, storage: Storage) {
    this.#ledger = ledger;
    this.#storage = storage;
  }

  async begin(): Promise<void> {
    await this.#keep(this.#ledger.executeGenesis());
  }

  async executeAll(programs: Iterable<readonly Call[]>): Promise<void> {
    let entries: BlockEntry[] = [];
    for (const calls of programs) {
      entries.push({ bytes: this.#sign(calls), signaturesVerified: false });
      if (entries.length < TRANSACTIONS_A_BLOCK) continue;
      await this.#executeBlock(entries);
      entries = [];
    }
    if (entries.length > 0) await this.#executeBlock(entries);
  }

  async #executeBlock(entries: readonly BlockEntry[]): Promise<void> {
    const block = this.#ledger.executeBlock(this.#height + 1n, this.#nextMs, entries);
    for (const result of block.record.results) {
      if (result.kind !== "receipt" || result.receipt.outcome.kind !== "executed") {
        throw new Error(`the operator's transaction was not executed: ${result.kind === "rejected" ? result.detail : result.kind}`);
      }
    }
    await this.#keep(block);
  }

  async #keep(block: ReturnType<Ledger["executeBlock"]>): Promise<void> {
    const ids = block.record.results.flatMap((result, index) => (result.kind === "receipt" ? [{ id: result.receipt.id, index }] : []));
    this.#storage.append(block.record.header.height, block.encodeRecord(), ids, block.writes);
    block.commit();
    await this.#storage.sync();
  }

  get #height(): bigint {
    return this.#ledger.head?.height ?? 0n;
  }

  get #nextMs(): bigint {
    return (this.#ledger.head?.timeMs ?? 0n) + BLOCK_INTERVAL_MS;
  }

  #sign(calls: readonly Call[]): Uint8Array {
    const operator = this.#operator;
    const payload = {
      chainId: this.#ledger.chainId,
      signers: [operator.address],
      nonce: ++this.#nonce,
      expiryMs: this.#nextMs + BLOCK_INTERVAL_MS,
      gasLimit: GAS_LIMIT,
      feePayer: undefined,
      calls,
    };
    const signature = Buffer.alloc(sodium.crypto_sign_BYTES);
    sodium.crypto_sign_detached(signature, Buffer.from(signingMessage(encodePayload(payload))), operator.secretKey);
    return encodeTransaction({ payload, authenticators: [{ kind: "ed25519", publicKey: operator.publicKey, signature }] });
  }
}
