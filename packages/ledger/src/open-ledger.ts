import type { StateWrite } from "@sycee/move-vm";
import { type BlockHeader, blockHash, compareBytes, decodeTransaction, type EventRecord } from "@sycee/protocol/core";
import { type BlockRecord, encodedParts, encodeEntryResults, type EntryResult, viewBlockRecord } from "./block-record.ts";
import { admit, checkExpiry } from "./execution/admission.ts";
import { type BlockExecution, executeEntry, receiptOf } from "./execution/execute-entry.ts";
import { ReplayWindow } from "./execution/replay-window.ts";
import { chainIdOf, decodeGenesis, type GenesisDocument } from "./genesis-document.ts";
import { blake2b } from "./hash.ts";
import { BlockHistory } from "./history/block-history.ts";
import type { Recount } from "./laws/recount.ts";
import type { AppliedBlocks, BlockEntry, ExecutedBlock, IsBlockFull, LawRecount, Ledger, LedgerOptions } from "./ledger.ts";
import { appliedRecord } from "./included-transactions.ts";
import { MergedWrites } from "./merged-writes.ts";
import { Machine, publishedModules } from "./machine.ts";
import { merkleRoot } from "./merkle-root.ts";
import { expandWrites } from "./recorded-writes.ts";
import { proveState } from "./proofs/prove-state.ts";
import { readInstruments } from "./views/instruments.ts";
import { createViews } from "./views/views.ts";

const NO_HASH = new Uint8Array(32);
/** Gas of a genesis program: it is part of the chain's definition, not of anybody's budget. */
const GENESIS_GAS = 2 ** 50;

/** Opens the state machine above a store whose state is that after `options.head`. Throws when it is not, when the genesis is not one or its modules do not load. */
export function openLedger(options: LedgerOptions): Ledger {
  const genesis = decodeGenesis(options.genesis);
  return new StateMachine(options, genesis).asLedger();
}

class StateMachine {
  private readonly options: LedgerOptions;
  private readonly genesis: GenesisDocument;
  private readonly machine: Machine;
  private readonly chainId: Uint8Array;
  private readonly replay = new ReplayWindow();
  private readonly history: BlockHistory;
  /** Under way: it has to know what blocks change. */
  private recount: Recount | undefined;
  private head: BlockHeader | undefined;
  private headHash: Uint8Array = NO_HASH;

  constructor(options: LedgerOptions, genesis: GenesisDocument) {
    this.options = options;
    this.genesis = genesis;
    this.machine = new Machine(options, genesis);
    this.chainId = chainIdOf(options.genesis);
    this.history = new BlockHistory(options.store, options.head);
    if (options.head !== undefined) {
      // What the tops of the stored commitment are is said by no other node.
      if (compareBytes(options.commitment.root, options.head.stateRoot) !== 0) {
        throw new Error(`the stored state is not that of block ${options.head.height}: its root is another than the header's`);
      }
      this.setHead(options.head);
      for (const record of options.recentRecords) this.replay.remember(record);
      this.machine.statistics.begin(options.head);
    }
  }

  asLedger(): Ledger {
    const { machine, chainId } = this;
    const head = () => this.head;
    const headHash = () => this.headHash;
    return {
      chainId,
      get head() {
        return head();
      },
      get headHash() {
        return headHash();
      },
      executeGenesis: () => this.executeGenesis(),
      executeBlock: (height, timeMs, entries, isFull) => this.executeBlock(height, timeMs, entries, isFull),
      applyRecord: (record) => this.applyRecord(record),
      applyRecords: (records) => this.applyRecords(records),
      check: (bytes, nowMs) => this.check(bytes, nowMs),
      proveState: (question) => proveState(this.options.store, this.options.commitment, question),
      proveBlock: (height) => this.history.path(Number(height), Number(this.head?.height ?? 0n)).siblings,
      beginRecount: () => this.beginRecount(),
      ...createViews(machine, this.options.store, () => this.head?.timeMs ?? 0n),
    };
  }

  private beginRecount(): LawRecount {
    const { store } = this.options;
    if (this.head === undefined) throw new Error("genesis has not been executed");
    const recount = this.machine.laws.beginRecount(store, readInstruments(this.machine.vm, store), true);
    this.recount = recount;
    return {
      height: this.head.height,
      step: (bytes) => {
        if (this.recount !== recount) throw new Error("another recount has begun");
        const laws = recount === undefined ? [] : recount.step(bytes);
        if (laws !== undefined) this.recount = undefined;
        return laws;
      },
    };
  }

  private executeGenesis(): ExecutedBlock {
    if (this.head !== undefined) throw new Error("genesis was executed already");
    const { timeMs } = this.genesis;
    const session = this.machine.vm.beginBlock(this.options.store, 0n, timeMs);
    const events: EventRecord[] = [];
    let gasUsed = 0n;
    for (const [index, program] of this.genesis.programs.entries()) {
      const id = blake2b(Buffer.concat([this.chainId, Buffer.from(`genesis program ${index}`)]));
      const result = session.execute(
        { transactionId: id, signers: program.signers, gasLimit: GENESIS_GAS, calls: program.calls },
        (changes, elements) => this.machine.laws.check(session, changes, elements),
      );
      const receipt = receiptOf(this.machine.vm, id, program.signers, result);
      if (receipt.outcome.kind !== "executed") {
        throw new Error(
          `genesis program ${index} does not execute: ${JSON.stringify(receipt.outcome, (_, value: unknown) => (typeof value === "bigint" ? `${value}` : value))}`,
        );
      }
      events.push(...receipt.events);
      gasUsed += receipt.gasUsed;
    }
    const receipt = { id: this.chainId, signers: [], outcome: { kind: "executed" as const }, gasUsed, events };
    return this.seal(0n, timeMs, [this.options.genesis], [{ kind: "receipt", receipt }], session);
  }

  private executeBlock(height: bigint, timeMs: bigint, entries: readonly BlockEntry[], isFull?: IsBlockFull): ExecutedBlock {
    const { head } = this;
    if (head === undefined) throw new Error("genesis has not been executed");
    if (height !== head.height + 1n) throw new Error(`block ${height} does not follow block ${head.height}`);
    if (timeMs <= head.timeMs) throw new Error(`block time ${timeMs} is not after ${head.timeMs}`);
    // May begin the machine afresh: to be called before its parts are taken.
    const session = this.machine.beginBlock(height, timeMs);
    const { vm, currentKeys, laws } = this.machine;
    this.replay.begin();
    const execution: BlockExecution = {
      chainId: this.chainId,
      height,
      timeMs,
      vm,
      session,
      currentKeys,
      checkLaws: laws.check.bind(laws),
      findNonce: (transaction) => this.replay.find(transaction, timeMs),
    };
    const taken: Uint8Array[] = [];
    const results: EntryResult[] = [];
    let gasUsed = 0;
    for (const entry of entries) {
      const index = taken.length;
      if (index > 0 && isFull?.(index, gasUsed) === true) break;
      const { result, included: transaction } = executeEntry(execution, entry);
      taken.push(entry.bytes);
      results.push(result);
      if (result.kind === "receipt") gasUsed += Number(result.receipt.gasUsed);
      if (transaction !== undefined) this.replay.use(transaction.transaction, transaction.id, height, index);
    }
    return this.seal(height, timeMs, taken, results, session);
  }

  private seal(
    height: bigint,
    timeMs: bigint,
    entries: readonly Uint8Array[],
    results: readonly EntryResult[],
    session: { writeSet(): StateWrite[]; commit(): void },
  ): ExecutedBlock {
    const writes = session.writeSet();
    this.recount?.keep(writes);
    const update = this.options.commitment.update(writes);
    const leaves = encodeEntryResults(results);
    const header: BlockHeader = {
      chainId: this.chainId,
      height,
      timeMs,
      parentHash: this.headHash,
      transactionsRoot: merkleRoot(entries),
      receiptsRoot: merkleRoot(leaves),
      stateRoot: update.root,
      historyPeaks: this.history.peaks,
      transactionCount: entries.length,
    };
    const record = { header, entries, results, writes };
    const encoded = encodedParts(header, leaves);
    const headerHash = blockHash(header, blake2b, encoded.header);
    const extension = this.history.extend(headerHash);
    return {
      record,
      headerHash,
      encodeRecord: () => viewBlockRecord(record, encoded).slice(),
      viewRecord: () => viewBlockRecord(record, encoded),
      writes: [...writes, ...update.nodeWrites, ...extension.writes],
      commit: () => {
        session.commit();
        update.commit();
        extension.commit();
        this.setHead(header, headerHash);
        this.replay.commit(timeMs);
        this.machine.takeBlock(record);
      },
    };
  }

  private applyRecords(records: readonly Uint8Array[]): AppliedBlocks {
    const merged = new MergedWrites(this.options.store);
    const historyWrites: StateWrite[] = [];
    for (const record of records) {
      const { header, writes } = appliedRecord(record);
      this.checkFollows(header);
      merged.add(writes);
      this.setHead(header);
      const extension = this.history.extend(this.headHash);
      historyWrites.push(...extension.writes);
      extension.commit();
      this.replay.remember(record);
    }
    const { head } = this;
    if (head === undefined) throw new Error("there is no block to apply");
    const writes = merged.sorted();
    this.recount?.keep(writes);
    const update = this.options.commitment.update(writes);
    if (compareBytes(update.root, head.stateRoot) !== 0) {
      throw new Error(`the writes of the ${records.length} blocks up to ${head.height} do not lead to the state root in its header`);
    }
    return {
      height: head.height,
      writes: [...writes, ...update.nodeWrites, ...historyWrites],
      commit: () => {
        update.commit();
        this.machine.vm.loadModules(publishedModules(writes));
        this.machine.takeState(head);
      },
    };
  }

  private checkFollows(header: BlockHeader): void {
    const expected = this.head === undefined ? 0n : this.head.height + 1n;
    if (
      header.height !== expected ||
      compareBytes(header.parentHash, this.headHash) !== 0 ||
      compareBytes(header.chainId, this.chainId) !== 0
    ) {
      throw new Error(`the log's block ${header.height} does not follow block ${expected - 1n} of this chain`);
    }
    if (!this.history.precedes(header)) throw new Error(`the header of block ${header.height} speaks of other blocks before it`);
  }

  private applyRecord(record: BlockRecord): ExecutedBlock {
    const { header } = record;
    this.checkFollows(header);
    const writes = expandWrites(this.options.store, record.writes);
    this.recount?.keep(writes);
    const update = this.options.commitment.update(writes);
    if (compareBytes(update.root, header.stateRoot) !== 0) {
      throw new Error(`the writes of block ${header.height} do not lead to the state root in its header`);
    }
    const headerHash = blockHash(header, blake2b);
    const extension = this.history.extend(headerHash);
    return {
      record,
      headerHash,
      encodeRecord: () => viewBlockRecord(record).slice(),
      viewRecord: () => viewBlockRecord(record),
      writes: [...writes, ...update.nodeWrites, ...extension.writes],
      commit: () => {
        update.commit();
        extension.commit();
        this.machine.vm.loadModules(publishedModules(writes));
        this.setHead(header, headerHash);
        this.rememberRecord(record);
        this.machine.takeBlock({ ...record, writes });
      },
    };
  }

  private check(bytes: Uint8Array, nowMs: bigint): ReturnType<Ledger["check"]> {
    const admissible = admit(bytes, this.chainId);
    const remembered = this.replay.findCommitted(admissible.transaction, this.head?.timeMs ?? 0n);
    const same = remembered !== undefined && compareBytes(remembered.id, admissible.id) === 0;
    // A transaction that has its receipt is answered with it, expired or not.
    if (!same) checkExpiry(admissible.transaction.payload.expiryMs, nowMs);
    const includedAt = same ? { height: remembered.height, index: remembered.index } : undefined;
    return { ...admissible, includedAt };
  }

  private rememberRecord(record: BlockRecord): void {
    const { height, timeMs } = record.header;
    if (height === 0n) return;
    this.replay.begin();
    for (const [index, result] of record.results.entries()) {
      const bytes = record.entries[index];
      if (result.kind !== "receipt" || bytes === undefined) continue;
      this.replay.use(decodeTransaction(bytes), result.receipt.id, height, index);
    }
    this.replay.commit(timeMs);
  }

  private setHead(header: BlockHeader, hash = blockHash(header, blake2b)): void {
    this.head = header;
    this.headHash = hash;
  }
}
