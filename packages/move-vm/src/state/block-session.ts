import { BcsWriter } from "@sycee/bcs";
import type { PublishedModule } from "../publishing/prepare-package.ts";
import type { ModuleLinker } from "../runtime/module-linker.ts";
import type { MoveValue, RuntimeType } from "../runtime/runtime-type.ts";
import type { BlockSession, KeyMemo, Program, ProgramOutcome, ProgramResult, StateWrite } from "../runtime/virtual-machine.ts";
import { operationsOf } from "../values/operations-of.ts";
import type { CallTargets } from "./call-target.ts";
import { type BlockSurroundings, LedgerTransaction } from "./ledger-transaction.ts";
import { JournalChanges } from "./page-journal.ts";
import { mergeWrites } from "./merge-writes.ts";
import { writePlainPages } from "./page-writes.ts";
import { runProgram } from "./run-program.ts";
import { SlotChange } from "./slot-change.ts";
import { sortByKey } from "./sort-writes.ts";
import { moduleStateKey, typeDirectoryKey, typeHash } from "./state-key.ts";
import { markOf, NO_MARK, type StateSlot } from "./state-slot.ts";
import type { ElementChanges, StateChange } from "./transaction-state.ts";
import { TypeDirectory } from "./type-directory.ts";

const utf8 = new TextEncoder();
// Values are encoded here, one at a time: each session would need a buffer of its own.
const writer = new BcsWriter(1024);

/** What a session needs of the machine that began it. */
export interface SessionHost {
  readonly linker: ModuleLinker;
  readonly targets: CallTargets;
  /** Instantiations whose hash the store is known to explain. */
  readonly storedTypes: Set<RuntimeType>;
  nextTransaction(): number;
  /** Throws unless the session of that number may still be used. */
  checkCurrent(block: number): void;
  /** The session's changes are now committed, modules it published among them. */
  committed(height: bigint, published: readonly PublishedModule[]): void;
}

interface ChangedSlot {
  readonly key: Uint8Array;
  readonly memo: KeyMemo;
  readonly slot: StateSlot;
}

/** One block's execution above committed objects. */
export class MachineSession implements BlockSession {
  private readonly host: SessionHost;
  private readonly block: BlockSurroundings;
  /** Every slot the block changed, once each. */
  private readonly changed: StateSlot[] = [];

  constructor(host: SessionHost, block: BlockSurroundings) {
    this.host = host;
    this.block = block;
  }

  execute(
    program: Program,
    inspect?: (changes: readonly StateChange[], elements: ElementChanges) => ProgramOutcome | undefined,
  ): ProgramResult {
    const { host, block } = this;
    host.checkCurrent(block.block);
    const transaction = new LedgerTransaction(block, host.nextTransaction(), program.transactionId);
    const { outcome, gasUsed } = runProgram(host.linker, host.targets, program, transaction);
    if (outcome.kind !== "executed") {
      transaction.undo();
      return { outcome, gasUsed, events: [] };
    }
    const changes = inspect === undefined ? [] : transaction.changed.map((slot) => new SlotChange(slot, block.block, block.cache.keys));
    const objection = inspect?.(changes, new JournalChanges(transaction.journal));
    if (objection !== undefined && objection.kind !== "executed") {
      transaction.undo();
      return { outcome: objection, gasUsed, events: [] };
    }
    transaction.journal.keepTransaction();
    for (const slot of transaction.changed) this.take(slot);
    if (transaction.modules !== undefined) block.modules = transaction.modules;
    return { outcome, gasUsed, events: transaction.events };
  }

  readResource(type: RuntimeType, address: `0x${string}`): MoveValue | undefined {
    const { cache, store, block } = this.block;
    this.host.checkCurrent(block);
    return cache.resource(store, type, address).valueIn(block);
  }

  readTableEntry(handle: `0x${string}`, key: RuntimeType, keyValue: MoveValue, type: RuntimeType): MoveValue | undefined {
    const { cache, store, block } = this.block;
    this.host.checkCurrent(block);
    return cache.tableEntry(store, handle, key, keyValue, type).valueIn(block);
  }

  writeSet(): StateWrite[] {
    this.host.checkCurrent(this.block.block);
    const writes: StateWrite[] = [];
    const newTypes = new Set<RuntimeType>();
    for (const { key, memo, slot } of this.changedByKey()) {
      const { type, committed, blockValue } = slot;
      if (blockValue === undefined) {
        writes.push({ key, value: undefined });
        continue;
      }
      const operations = operationsOf(type);
      operations.write(writer.clear(), blockValue);
      slot.blockMark = markOf(writer.bytes, writer.size);
      // Where the marks differ the values do: the one before, which lies far away in memory, is not looked at.
      const mayEqual = slot.committedMark === slot.blockMark || slot.committedMark === NO_MARK;
      if (committed !== undefined && mayEqual && operations.equals(committed, blockValue)) continue;
      writes.push({ key, value: writer.toSharedBytes(), memo });
      if (TypeDirectory.needsEntry(type) && !this.isTypeStored(type)) newTypes.add(type);
    }
    const others: StateWrite[] = [];
    const pages = this.block.cache.journal.pagesOfBlock();
    for (const { type } of new Set(pages.map(({ part }) => part.vector))) if (!this.isTypeStored(type)) newTypes.add(type);
    for (const type of newTypes) others.push({ key: typeDirectoryKey(typeHash(type)), value: utf8.encode(type.key) });
    for (const { address, name, bytes } of this.block.modules.published) {
      const key = moduleStateKey(address, name);
      const stored = this.block.store.get(key);
      if (stored === undefined || compareBytes(stored, bytes) !== 0) others.push({ key, value: bytes });
    }
    return mergeWrites(mergeWrites(writes, sortByKey(others)), writePlainPages(pages));
  }

  // Sorted before anything is made of them: what is made then lies in memory in the order in which it is read, many times.
  private changedByKey(): ChangedSlot[] {
    const { keys } = this.block.cache;
    const changed: ChangedSlot[] = [];
    for (const slot of this.changed) {
      if (slot.blockValue === undefined && slot.committed === undefined) continue;
      const memo = keys.of(slot);
      changed.push({ key: memo.bytes, memo, slot });
    }
    return sortByKey(changed);
  }

  commit(): void {
    const { host, block, changed } = this;
    host.checkCurrent(block.block);
    for (const slot of changed) {
      slot.committedSize = slot.sizeIn(block.block);
      slot.committed = renewed(slot.type, slot.committed, slot.blockValue);
      slot.committedMark = slot.blockMark;
      slot.blockValue = undefined;
      slot.transactionValue = undefined;
    }
    changed.length = 0;
    block.cache.journal.commit();
    host.committed(block.height, block.modules.published);
  }

  /** The running transaction's value of a slot becomes the block's. */
  private take(slot: StateSlot): void {
    if (slot.block !== this.block.block) {
      slot.block = this.block.block;
      slot.blockMark = NO_MARK;
      this.changed.push(slot);
    }
    slot.blockValue = slot.transactionValue;
    slot.blockSize = slot.transactionSize;
  }

  private isTypeStored(type: RuntimeType): boolean {
    const { storedTypes } = this.host;
    if (!storedTypes.has(type) && this.block.store.get(typeDirectoryKey(typeHash(type))) !== undefined) storedTypes.add(type);
    return storedTypes.has(type);
  }
}

/**
 * The committed value of an entry that a block changed. It is put where the one before is, which has lain in the engine's old memory for long:
 * a new one for each block would outlive the young memory, be copied twice, and soon die in the old, which is collected at a high price.
 */
function renewed(type: RuntimeType, committed: MoveValue | undefined, value: MoveValue | undefined): MoveValue | undefined {
  return committed === undefined || value === undefined ? value : operationsOf(type).renew(committed, value);
}

function compareBytes(left: Uint8Array, right: Uint8Array): number {
  const shared = Math.min(left.length, right.length);
  for (let index = 0; index < shared; index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
