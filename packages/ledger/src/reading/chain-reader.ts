import { createVirtualMachine, STATE_KEY_TAG, type RuntimeType, type StateWrite, type StructValue } from "@sycee/move-vm";
import { type Address, type BlockHeader, type Call, describeCall, type EventRecord } from "@sycee/protocol/core";
import { gasScheduleOf } from "../chain-gas-schedule.ts";
import type { BlockRecord } from "../block-record.ts";
import { PACKAGE, resolveStruct, fieldOf } from "../framework.ts";
import { decodeGenesis } from "../genesis-document.ts";
import { Laws } from "../laws/laws.ts";
import type { MoneySums } from "../laws/money-counter.ts";
import type { BlockStatistics, InstrumentView, JsonValue, Movement } from "../ledger.ts";
import type { LedgerStore } from "../ledger-store.ts";
import { publishedModules } from "../machine.ts";
import { LedgerStatistics } from "../statistics/ledger-statistics.ts";
import type { Turnover } from "../statistics/turnover-window.ts";
import { placeOf } from "../views/account.ts";
import { readInstruments, readUnits } from "../views/instruments.ts";
import { movementsOf } from "../views/movements.ts";
import { valueToJson } from "../views/value-json.ts";

const ADDRESS_END = 33;
const WALLET = "0x2::wallet::Wallet";
/** Types whose values statistics read again: those of units, instruments, central banks and of whoever has an account at one. */
const KEPT_TYPES: ReadonlySet<string> = new Set([
  "0x2::instrument::Instrument",
  "0x2::instrument::Registry",
  "0x2::unit::Unit",
  "0x2::unit::Registry",
  "0x4::settlement_account::Deposits",
  "0x4::settlement_account::SettlementAccount",
  "0x4::settlement_account::CustomersReserve",
  "0x4::settlement_account::OwnFunds",
  "0x4::operator::Till",
  "0x4::notes::Vault",
  "0x4::first_mode::InstitutionsDeposits",
  "0x4::time_deposits::TimeDeposits",
  "0x4::central_bank_books::CentralBankBooks",
]);

/** The place of the digital cash that an operator keeps for its customers: one that is a bank too has `customers` for their deposits. */
export const CUSTOMERS_CASH = "customers' cash";
const CUSTOMER_ACCOUNTS = "0x4::customer_accounts::CustomerAccounts";

/** What a resource holds after a block that changed it: money by instrument, in minor units; none where it was removed. */
export interface HoldingsChange {
  readonly address: Address;
  /** `wallet`, `settlement`, `till`, or the printed type of the resource; {@link CUSTOMERS_CASH} for an operator's customers, so that no two resources of an address share a place. */
  readonly place: string;
  readonly amounts: ReadonlyMap<number, bigint>;
}

/** A resource after a block that changed it; `value` is undefined where it was removed. */
export interface ResourceChange {
  readonly address: Address;
  readonly type: string;
  readonly value: JsonValue | undefined;
}

/** An entry of a table in the state. */
export interface TableEntryFound {
  /** `0x` and 64 digits. */
  readonly handle: string;
  /** BCS of its key. */
  readonly keyBytes: Uint8Array;
}

/**
 * Reads blocks of a chain one after another without executing them, above a store that has only what {@link ChainReader.isKept} names.
 * Pages of customers' accounts are not read: what institutions do with them is told by events and by their pools.
 */
export interface ChainReader {
  /** Whether the store is to take this entry before the block is taken; wallets only of those in `members`. */
  isKept(key: Uint8Array): boolean;
  /** Who has an account at a central bank after these writes: their wallets are to be in the store. */
  membersIn(writes: readonly StateWrite[]): Address[];
  /** Whether a key is that of a wallet. */
  isWallet(key: Uint8Array): boolean;
  /** The key of the wallet at an address; `undefined` on a chain without wallets. */
  walletKey(address: Address): Uint8Array | undefined;
  /** Takes the next block, whose kept entries the store has taken. */
  take(record: BlockRecord): void;
  /** The money supply after the last block taken. */
  supply(): BlockStatistics | undefined;
  /** What changed hands in a block, by unit. */
  turnoverOf(record: BlockRecord): ReadonlyMap<string, Turnover>;
  holdingsIn(writes: readonly StateWrite[]): HoldingsChange[];
  /** Changed resources whose type is wanted. */
  resourcesIn(writes: readonly StateWrite[], isWanted: (type: string) => boolean): ResourceChange[];
  /** Entries among these, not removed, of the tables whose handles are wanted. */
  tableEntriesIn(writes: readonly StateWrite[], isWanted: (handle: string) => boolean): TableEntryFound[];
  /** Names of types that have books of an institution as a field, with that field. */
  booksField(type: string): string | undefined;
  instruments(): readonly InstrumentView[];
  /** Codes of units of account, by number. */
  units(): ReadonlyMap<number, { readonly code: string; readonly decimals: number }>;
  movements(events: readonly EventRecord[]): readonly Movement[];
  eventJson(event: EventRecord): JsonValue;
  describeCall(call: Call): string;
}

/** A reader of the chain of a genesis, which goes on after `head`, or begins with block 0. Throws when its modules do not load. */
export function openChainReader(genesis: Uint8Array, store: LedgerStore, head: BlockHeader | undefined): ChainReader {
  return new StoredChainReader(genesis, store, head);
}

class StoredChainReader implements ChainReader {
  private readonly vm;
  private readonly store: LedgerStore;
  private readonly laws: Laws;
  private readonly statistics: LedgerStatistics;
  private readonly members = new Set<Address>();
  private readonly symbols = new Map<number, string>();
  private readonly books = new Map<string, string | undefined>();

  constructor(genesis: Uint8Array, store: LedgerStore, head: BlockHeader | undefined) {
    const { modules } = decodeGenesis(genesis);
    this.vm = createVirtualMachine({
      modules,
      modulesAreTrusted: head !== undefined,
      gasSchedule: gasScheduleOf(1, undefined),
      objectCacheSize: 1,
    });
    this.store = store;
    if (head !== undefined) this.vm.loadModules(publishedModules(store.scan(Uint8Array.of(STATE_KEY_TAG.module))));
    this.laws = new Laws(this.vm);
    this.statistics = new LedgerStatistics(this.vm, store);
    if (head === undefined) return;
    this.membersIn([...store.scan(Uint8Array.of(STATE_KEY_TAG.resource))]);
    this.statistics.begin(head);
  }

  isKept(key: Uint8Array): boolean {
    const [tag] = key;
    if (tag === STATE_KEY_TAG.typeDirectory || tag === STATE_KEY_TAG.module) return true;
    if (tag !== STATE_KEY_TAG.resource && tag !== STATE_KEY_TAG.tableEntry) return false;
    const meaning = this.vm.describeKey(this.store, key);
    if (meaning === undefined) return false;
    if (meaning.type.key === WALLET) return meaning.kind === "resource" && this.members.has(meaning.address);
    return KEPT_TYPES.has(meaning.type.key);
  }

  membersIn(writes: readonly StateWrite[]): Address[] {
    const type = resolveStruct(this.vm, PACKAGE.banking, "settlement_account", "Deposits");
    if (type === undefined) return [];
    const found: Address[] = [];
    for (const { key, value } of writes) {
      if (value === undefined || key[0] !== STATE_KEY_TAG.resource || this.vm.describeKey(this.store, key)?.type !== type) continue;
      const holders = (this.vm.decodeValue(type, value) as StructValue)[fieldOf(type, "holders")] as Address[];
      for (const holder of holders) {
        if (this.members.has(holder)) continue;
        this.members.add(holder);
        found.push(holder);
      }
    }
    return found;
  }

  isWallet(key: Uint8Array): boolean {
    return key[0] === STATE_KEY_TAG.resource && this.vm.describeKey(this.store, key)?.type.key === WALLET;
  }

  walletKey(address: Address): Uint8Array | undefined {
    const type = resolveStruct(this.vm, PACKAGE.money, "wallet", "Wallet");
    return type === undefined ? undefined : this.vm.resourceKey(type, address);
  }

  take(record: BlockRecord): void {
    const modules = publishedModules(record.writes);
    if (record.header.height > 0n && modules.length > 0) this.vm.loadModules(modules);
    this.statistics.addBlock(record);
  }

  supply(): BlockStatistics | undefined {
    return this.statistics.at();
  }

  turnoverOf(record: BlockRecord): ReadonlyMap<string, Turnover> {
    return this.statistics.turnoverOf(record);
  }

  holdingsIn(writes: readonly StateWrite[]): HoldingsChange[] {
    const changes: HoldingsChange[] = [];
    for (const { type, address, write } of this.resourceWrites(writes)) {
      const count = this.laws.counters?.of(type);
      if (count === undefined) continue;
      const amounts: MoneySums = new Map();
      if (write.value !== undefined) count(this.vm.decodeValue(type, write.value), 1n, amounts);
      for (const [instrument, amount] of amounts) if (amount === 0n) amounts.delete(instrument);
      changes.push({ address, place: type.key === CUSTOMER_ACCOUNTS ? CUSTOMERS_CASH : placeOf(type.key), amounts });
    }
    return changes;
  }

  resourcesIn(writes: readonly StateWrite[], isWanted: (type: string) => boolean): ResourceChange[] {
    const changes: ResourceChange[] = [];
    for (const { type, address, write } of this.resourceWrites(writes)) {
      if (!isWanted(type.key)) continue;
      const value = write.value === undefined ? undefined : valueToJson(type, this.vm.decodeValue(type, write.value));
      changes.push({ address, type: type.key, value });
    }
    return changes;
  }

  tableEntriesIn(writes: readonly StateWrite[], isWanted: (handle: string) => boolean): TableEntryFound[] {
    return writes.flatMap(({ key, value }) => {
      const meaning = key[0] === STATE_KEY_TAG.tableEntry && value !== undefined ? this.vm.describeKey(this.store, key) : undefined;
      return meaning?.kind === "table-entry" && isWanted(meaning.handle) ? [{ handle: meaning.handle, keyBytes: meaning.keyBytes }] : [];
    });
  }

  booksField(type: string): string | undefined {
    if (this.books.size === 0) {
      for (const each of this.vm.declaredTypes()) {
        if (each.kind !== "struct") continue;
        const place = each.fields.findIndex((field) => field.key === "0x4::books::Books");
        this.books.set(each.key, place < 0 ? undefined : each.fieldNames[place]);
      }
    }
    return this.books.get(type);
  }

  instruments(): readonly InstrumentView[] {
    return readInstruments(this.vm, this.store);
  }

  units(): ReadonlyMap<number, { readonly code: string; readonly decimals: number }> {
    return readUnits(this.vm, this.store);
  }

  movements(events: readonly EventRecord[]): readonly Movement[] {
    return movementsOf(events, (instrument) => this.symbolOf(instrument));
  }

  eventJson(event: EventRecord): JsonValue {
    const type = this.vm.resolveType(event.type);
    if (type === undefined) throw new Error("an event has a type that no module declares");
    return valueToJson(type, this.vm.decodeValue(type, event.data));
  }

  describeCall(call: Call): string {
    return describeCall(call, this.vm.describeFunction(call.address, call.module, call.function));
  }

  private symbolOf(instrument: number): string {
    if (!this.symbols.has(instrument)) for (const view of this.instruments()) this.symbols.set(view.instrument, view.symbol);
    return this.symbols.get(instrument) ?? `instrument ${instrument}`;
  }

  private *resourceWrites(writes: readonly StateWrite[]): Generator<{ type: RuntimeType; address: Address; write: StateWrite }> {
    for (const write of writes) {
      if (write.key[0] !== STATE_KEY_TAG.resource || write.key.length < ADDRESS_END) continue;
      const meaning = this.vm.describeKey(this.store, write.key);
      if (meaning?.kind === "resource") yield { type: meaning.type, address: meaning.address, write };
    }
  }
}
