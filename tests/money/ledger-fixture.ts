import {
  type BlockEntry,
  type BlockRecord,
  createMemoryStore,
  encodeGenesis,
  encodeBlockRecord,
  type EntryResult,
  type Ledger,
  openLedger,
  openStateCommitment,
} from "@sycee/ledger";
import { type Address, type Call, encodePayload, encodeTransaction, type TransactionPayload } from "@sycee/protocol";
import type { Actor } from "./actor.ts";

/** Noon of a Thursday in UTC. */
export const START_MS = Date.UTC(2026, 0, 1, 12);

/** A ledger in memory whose clock the test moves. */
export interface LedgerFixture {
  readonly ledger: Ledger;
  /** The last block that was executed; that of the genesis at first. */
  readonly record: BlockRecord;
  /** Opens the ledger anew over the state as it is, as a node does that starts again. `recent` are the blocks of the last two minutes, oldest first. */
  restart(recent: readonly BlockRecord[]): void;
  /** Time of the next block in milliseconds. */
  timeMs: number;
  /** A signed transaction's bytes. */
  transaction(signers: readonly Actor[], calls: readonly Call[], change?: Partial<TransactionPayload>): Uint8Array;
  /** Executes one block of these entries and commits it. */
  block(entries: readonly Uint8Array[]): readonly EntryResult[];
  /** `executed`, the name of the abort's `#[error]` constant, the failure's code, or why it was not admitted. */
  describe(result: EntryResult | undefined): string;
  /** The same, of one transaction in a block of its own. */
  answer(signers: readonly Actor[], calls: readonly Call[]): string;
}

/** A chain with these modules and these genesis calls. */
export function createLedgerFixture(
  modules: readonly Uint8Array[],
  programs: readonly { readonly signers: readonly Address[]; readonly calls: readonly Call[] }[],
  startMs = START_MS,
): LedgerFixture {
  const store = createMemoryStore();
  const genesis = encodeGenesis({ timeMs: BigInt(startMs), modules, programs });
  let ledger = openLedger({ store, commitment: openStateCommitment(store), genesis, head: undefined, recentRecords: [] });
  const genesisBlock = ledger.executeGenesis();
  store.apply(genesisBlock.writes);
  genesisBlock.commit();
  let record = genesisBlock.record;
  let nonce = 0n;
  const fixture: LedgerFixture = {
    get ledger() {
      return ledger;
    },
    get record() {
      return record;
    },
    restart(recent) {
      const recentRecords = recent.map((each) => encodeBlockRecord(each));
      ledger = openLedger({ store, commitment: openStateCommitment(store), genesis, head: ledger.head, recentRecords });
    },
    timeMs: startMs + 1_000,
    transaction(signers, calls, change = {}) {
      nonce += 1n;
      const payload: TransactionPayload = {
        chainId: ledger.chainId,
        signers: signers.map((each) => each.address),
        nonce,
        expiryMs: BigInt(fixture.timeMs + 60_000),
        gasLimit: 50_000_000n,
        feePayer: undefined,
        calls,
        ...change,
      };
      const bytes = encodePayload(payload);
      return encodeTransaction({ payload, authenticators: signers.map((each) => each.sign(bytes)) });
    },
    block(entries) {
      const head = ledger.head;
      if (head === undefined) throw new Error("genesis was not committed");
      const unverified = entries.map((bytes): BlockEntry => ({ bytes, signaturesVerified: false }));
      const executed = ledger.executeBlock(head.height + 1n, BigInt(fixture.timeMs), unverified);
      store.apply(executed.writes);
      executed.commit();
      fixture.timeMs += 1;
      record = executed.record;
      return record.results;
    },
    describe(result) {
      if (result === undefined) throw new Error("there is no such entry");
      if (result.kind !== "receipt") return result.kind === "rejected" ? result.code : result.kind;
      const { outcome } = result.receipt;
      if (outcome.kind === "executed") return "executed";
      if (outcome.kind === "failed") return outcome.code;
      return outcome.name ?? `abort ${outcome.abortCode}`;
    },
    answer(signers, calls) {
      return fixture.describe(fixture.block([fixture.transaction(signers, calls)])[0]);
    },
  };
  return fixture;
}
