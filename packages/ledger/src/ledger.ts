import type { GasSchedule, StateWrite } from "@sycee/move-vm";
import type { ClearingHouseJson, ClearingHouseSummaryJson, PaymentInstitutionJson } from "@sycee/protocol";
import type { Address, BlockHeader, Call, Claim, DecodedTransaction, EventRecord, StateQuestion } from "@sycee/protocol/core";
import type { LedgerStore, StateCommitment } from "./ledger-store.ts";
import type { BlockRecord } from "./block-record.ts";
import type { EconomyViews } from "./views/economy/economy-views.ts";
import type { BlockStatistics } from "./statistics/ledger-statistics.ts";

export type { EconomyViews } from "./views/economy/economy-views.ts";
export type { BlockStatistics } from "./statistics/ledger-statistics.ts";
export type { CentralBankStatement, StatementLine } from "./statistics/statement-of.ts";
export type { MoneySupply } from "./statistics/money-supply.ts";

/** A transaction as it comes to a block: bytes nobody has vouched for. */
export interface BlockEntry {
  readonly bytes: Uint8Array;
  /** True only when this process's own signature workers verified every signature of exactly these bytes. */
  readonly signaturesVerified: boolean;
  /** The transaction's identity, only where this process's own signature workers took it from exactly these bytes. */
  readonly id?: Uint8Array;
}

/** Whether a block takes no more entries: asked before each but the first, with the number of those before it and the gas that they used. */
export type IsBlockFull = (count: number, gasUsed: number) => boolean;

/** A block that was executed and not yet kept. Nothing has changed until `commit`. */
export interface ExecutedBlock {
  readonly record: BlockRecord;
  /** The record as the log keeps it. */
  encodeRecord(): Uint8Array;
  /** The same, not copied: until a record is encoded again. */
  viewRecord(): Uint8Array;
  readonly headerHash: Uint8Array;
  /** Move state and commitment nodes, to be stored together with the record. */
  readonly writes: readonly StateWrite[];
  /** Makes the block the ledger's head. To be called when the store has taken record and writes, before the next block. */
  commit(): void;
}

/** Blocks of the log whose writes are to be stored again. */
export interface AppliedBlocks {
  /** The last of them. */
  readonly height: bigint;
  /** Move state and commitment nodes after it, as far as they changed since the head. */
  readonly writes: readonly StateWrite[];
  /** Makes the last block the ledger's head. */
  commit(): void;
}

/** What admission learnt of a transaction without executing it. */
export interface CheckedTransaction {
  readonly id: Uint8Array;
  readonly transaction: DecodedTransaction;
  /** Where the same transaction already has its receipt, while it is remembered (until its expiry). */
  readonly includedAt: { readonly height: bigint; readonly index: number } | undefined;
}

/** Value of one resource, ready for JSON: integers beyond 32 bits as decimal strings, bytes as hexadecimal, structs as objects. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [name: string]: JsonValue };

/** A movement of money that a receipt explains, read from the money modules' own events. */
export interface Movement {
  readonly kind: "issued" | "redeemed" | "paid";
  /** Index of the call it came from. */
  readonly call: number;
  readonly instrument: number;
  /** Symbol of the instrument, e.g. `CZK.cash`. */
  readonly symbol: string;
  readonly from: Address | undefined;
  readonly to: Address | undefined;
  readonly amountMinor: bigint;
}

/** One instrument as the ledger knows it. */
export interface InstrumentView {
  readonly instrument: number;
  readonly symbol: string;
  readonly kind: string;
  readonly unit: string;
  readonly decimals: number;
  /** Minutes east of Greenwich: where the unit's days and months end. */
  readonly zoneOffsetMinutes: number;
  readonly issuer: Address | undefined;
  readonly issuedMinor: bigint;
  readonly redeemedMinor: bigint;
  readonly outstandingMinor: bigint;
}

/** What an address holds. */
export interface AccountView {
  readonly address: Address;
  readonly balances: readonly {
    readonly instrument: number;
    readonly symbol: string;
    readonly amountMinor: bigint;
    /** `wallet`, `settlement`, `till`, or the printed type of the resource that holds it. */
    readonly place: string;
  }[];
  readonly resources: readonly { readonly type: string; readonly value: JsonValue }[];
}

/** A customer's account in a book of an institution. */
export interface CustomerAccountView {
  /** Whose accounts its book keeps: `customers`, or `payment institutions` that keep deposits at a bank; otherwise the type of the resource that holds the book. */
  readonly place: string;
  readonly instrument: number;
  readonly balanceMinor: bigint;
  /** At the time of the last block. A frozen one takes money in and gives none out; a closed one does neither. */
  readonly state: "open" | "frozen" | "closed";
}

/** A package that somebody published. */
export interface PackageView {
  readonly address: Address;
  readonly name: string;
  readonly publisher: Address;
  /** From 1; each upgrade adds 1. */
  readonly version: bigint;
  readonly policy: "compatible" | "additive" | "immutable";
  /** Packages it uses. */
  readonly dependencies: readonly Address[];
}

/** A module on the ledger. */
export interface ModuleView {
  readonly address: Address;
  readonly name: string;
  readonly functions: readonly JsonValue[];
  /** The package it was published in, `undefined` if it came with the genesis. */
  readonly package: PackageView | undefined;
}

/** Result of a recount of one law. */
export interface LawResult {
  readonly law: number;
  readonly name: string;
  readonly holds: boolean;
  /** What was counted, line by line; amounts as decimal strings of minor units. */
  readonly evidence: readonly { readonly [name: string]: string | number | boolean }[];
}

/** A recount that is under way. */
export interface LawRecount {
  /** The block that it is of. */
  readonly height: bigint;
  /** Counts entries of about `bytes` bytes; answers every law once there are no more, `undefined` before. Throws when the recount was given up. */
  step(bytes: number): readonly LawResult[] | undefined;
}

/** The state machine of one chain. Pure: no clock, no I/O but reads of its store, no randomness. */
export interface Ledger {
  readonly chainId: Uint8Array;
  /** Last committed header; `undefined` before genesis is executed. */
  readonly head: BlockHeader | undefined;
  readonly headHash: Uint8Array;
  /** Block 0, from the genesis document. Only when `head` is undefined. */
  executeGenesis(): ExecutedBlock;
  /**
   * Executes the block after the head and answers every entry, in order; with `isFull`, those before it is: the record has no others. `timeMs`
   * must be above the head's. Throws only on a broken invariant.
   */
  executeBlock(height: bigint, timeMs: bigint, entries: readonly BlockEntry[], isFull?: IsBlockFull): ExecutedBlock;
  /** Takes a block from the log without executing it (recovery); throws when its root or parent is not what the record says. Its writes go to the store as an executed block's do. */
  applyRecord(record: BlockRecord): ExecutedBlock;
  /**
   * The same for several blocks in a row, given as the log keeps them, with one update of the commitment: their links are
   * checked one by one, the state root after the last. The ledger is of no use when it throws.
   */
  applyRecords(records: readonly Uint8Array[]): AppliedBlocks;
  /** Admission: decodes, checks chain, expiry, limits and replay against the head. Never executes. Throws `CodedError`; signatures are not verified here. */
  check(bytes: Uint8Array, nowMs: bigint): CheckedTransaction;
  account(address: Address): AccountView | undefined;
  /** What a clearing house has under way and has done; `undefined` if there is none at the address. */
  clearingHouse(address: Address): ClearingHouseJson | undefined;
  /** Every clearing house in short. */
  clearingHouses(): readonly ClearingHouseSummaryJson[];
  /** A payment institution's e-money and what stands behind it; `undefined` if there is none at the address. */
  paymentInstitution(address: Address): PaymentInstitutionJson | undefined;
  /** The account of that number in each book of an institution, by instrument; empty where there is none. */
  customerAccounts(institution: Address, account: number): readonly CustomerAccountView[];
  /** Institutions, books, licences, limits, and what is under way, for whoever asks. */
  readonly economy: EconomyViews;
  /** The accounts from number `first` on, at most `count`, in each book of an institution, by number. */
  customerAccountsFrom(institution: Address, first: number, count: number): readonly (CustomerAccountView & { readonly account: number })[];
  instruments(): readonly InstrumentView[];
  /** Movements that a list of events tells. */
  movements(events: readonly EventRecord[]): readonly Movement[];
  /** An event's fields by name. */
  eventJson(event: EventRecord): JsonValue;
  /** A call's arguments by parameter, printed for people. */
  describeCall(call: Call): string;
  /** Loaded modules and their functions. */
  modules(): readonly ModuleView[];
  /** A module's bytecode; `undefined` if there is none of that name. */
  moduleBytes(address: Address, name: string): Uint8Array | undefined;
  /** Whether licensed publishers may put modules on this ledger. */
  takesModules(): boolean;
  /**
   * Proves something of the state after the head, by the head's header. Throws `CodedError` `wrong_type_argument` or `unknown_element`; what
   * is absent is proved absent.
   */
  proveState(question: StateQuestion): Claim;
  /** The hashes that prove the block of an earlier height by the head's header. Throws `CodedError` `pruned`. */
  proveBlock(height: bigint): readonly Uint8Array[];
  /**
   * The money supply as of a block, the head if no height is given; `undefined` where it is kept no longer: there are the last
   * 1,024 blocks since the ledger was opened.
   */
  statistics(height?: bigint): BlockStatistics | undefined;
  /**
   * Counts the turnover of a block from before the ledger was opened; to be told of them from the last to the first, each
   * once. Answers whether the block before it counts too.
   */
  addPastTurnover(record: BlockRecord): boolean;
  /** Recounts every law from the whole state, at once. */
  recountLaws(): readonly LawResult[];
  /** Begins a recount of every law as of the head, which goes on while blocks do. A recount begun before it is given up. */
  beginRecount(): LawRecount;
}

/** Options of `openLedger`. */
export interface LedgerOptions {
  /** State as of `head`. */
  readonly store: LedgerStore;
  /** Commitment over the same state. */
  readonly commitment: StateCommitment;
  /** Encoded genesis document (see genesis-document.ts). */
  readonly genesis: Uint8Array;
  /** Header of the block the store's state is after; `undefined` before genesis. */
  readonly head: BlockHeader | undefined;
  /** The encoded records of the blocks up to `head`, oldest first, whose time is within {@link REPLAY_WINDOW_MS} of it: what replay protection remembers. */
  readonly recentRecords: Iterable<Uint8Array>;
  /** Committed objects kept decoded between blocks; the machine's own default if absent. Results do not depend on it. */
  readonly objectCacheSize?: number;
  /** Gas schedules that a chain may charge by; those of the machine if absent. */
  readonly gasSchedules?: readonly GasSchedule[];
  /** Types beside those of the modules with which the machine begins afresh; 100,000 if absent. Results do not depend on it. */
  readonly maxTypes?: number;
}

/** How far back the records given to `openLedger` must reach. */
export const REPLAY_WINDOW_MS = 121_000n;
