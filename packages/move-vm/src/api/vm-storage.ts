import { BcsReader, BcsWriter } from "@sycee/bcs";
import { ModuleStage } from "../publishing/module-stage.ts";
import type { ModuleLinker } from "../runtime/module-linker.ts";
import { LedgerTransaction } from "../state/ledger-transaction.ts";
import type { RuntimeType } from "../runtime/runtime-type.ts";
import { ObjectCache } from "../state/object-cache.ts";
import { writePlainPages } from "../state/page-writes.ts";
import { typeDirectoryKey, typeHash } from "../state/state-key.ts";
import type { StateSlot } from "../state/state-slot.ts";
import { TypeDirectory } from "../state/type-directory.ts";
import { operationsOf } from "../values/operations-of.ts";
import type { VmStore } from "./vm.ts";

/** Entries of the store kept decoded between calls. */
const CACHED_ENTRIES = 100_000;
/** The key under which the store counts the calls that changed it; no key of an entry begins like it. */
const CALL_COUNT_KEY = Uint8Array.of(0x7f, 0x00);
const TRANSACTION_ID_BYTES = 32;
const utf8 = new TextEncoder();

/** What calls leave behind: a store, and its entries as objects. */
export class VmStorage {
  readonly #linker: ModuleLinker;
  readonly #store: VmStore;
  readonly #cache = new ObjectCache(CACHED_ENTRIES);
  /** Calls begun here, which numbers their transactions. */
  #begun = 0;
  /** Calls that changed the store, ever: no two of them may make the same table handles. */
  #calls: bigint;

  constructor(linker: ModuleLinker, store: VmStore) {
    this.#linker = linker;
    this.#store = store;
    const count = store.get(CALL_COUNT_KEY);
    this.#calls = count === undefined ? 0n : new BcsReader(count).u64();
  }

  /** Storage as one call sees it. */
  begin(timeMs: bigint): LedgerTransaction {
    this.#cache.journal.abandon();
    this.#cache.shrink();
    this.#begun++;
    const id = new BcsWriter(TRANSACTION_ID_BYTES)
      .u64(this.#calls)
      .fixedBytes(new Uint8Array(TRANSACTION_ID_BYTES - 8))
      .toBytes();
    const modules = new ModuleStage(this.#linker.loaded());
    const surroundings = {
      context: this.#linker.context,
      cache: this.#cache,
      store: this.#store,
      block: 1,
      height: this.#calls,
      timeMs,
      modules,
    };
    return new LedgerTransaction(surroundings, this.#begun, id);
  }

  /** Keeps what a call changed. A call that is not committed has changed nothing. */
  commit(transaction: LedgerTransaction): void {
    const { journal } = transaction;
    journal.keepTransaction();
    const pages = journal.pagesOfBlock();
    if (transaction.changed.length === 0 && pages.length === 0) return;
    this.#calls++;
    this.#store.set(CALL_COUNT_KEY, new BcsWriter(8).u64(this.#calls).toBytes());
    for (const slot of transaction.changed) this.#keep(slot);
    for (const { type } of new Set(pages.map(({ part }) => part.vector))) this.#explain(type);
    for (const { key, value } of writePlainPages(pages)) {
      if (value === undefined) this.#store.delete(key);
      else this.#store.set(key, value);
    }
    journal.commit();
  }

  #keep(slot: StateSlot): void {
    const { type, transactionValue, key } = slot;
    slot.committed = transactionValue;
    slot.committedSize = slot.transactionSize;
    if (transactionValue === undefined) {
      this.#store.delete(key);
      return;
    }
    const writer = new BcsWriter(slot.transactionSize);
    operationsOf(type).write(writer, transactionValue);
    this.#store.set(key, writer.toBytes());
    this.#explain(type);
  }

  #explain(type: RuntimeType): void {
    if (TypeDirectory.needsEntry(type)) this.#store.set(typeDirectoryKey(typeHash(type)), utf8.encode(type.key));
  }
}
