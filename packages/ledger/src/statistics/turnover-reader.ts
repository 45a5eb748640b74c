import { BcsReader } from "@sycee/bcs";
import { STATE_KEY_TAG, type StateWrite, type StructType, type VirtualMachine } from "@sycee/move-vm";
import type { EventRecord } from "@sycee/protocol";
import type { EntryResult } from "../block-record.ts";
import { PACKAGE, resolveStruct } from "../framework.ts";
import type { Turnover } from "./turnover-window.ts";

/** An instrument, as far as turnover has to do with it. */
export interface TurnoverInstrument {
  readonly unit: string;
  /** By its number in `money::instrument`. */
  readonly kind: number;
}

/** What the reader asks of its surroundings. */
export interface TurnoverSurroundings {
  readonly vm: VirtualMachine;
  instrument(id: number): TurnoverInstrument | undefined;
  /** Whether an address, as its 32 bytes in Latin-1, is a bank's, a payment institution's, an operator's or a central bank's. */
  isInstitution(address: string): boolean;
}

/** What is paid with: digital cash, e-money, deposits, basket coins, tokens and money that nobody issues. Settlement money is a leg, a security is what is paid for. */
const MEANS_OF_PAYMENT: ReadonlySet<number> = new Set([2, 3, 4, 5, 6, 8]);
const TYPE_HASH_AT = 33;

/**
 * Reads what changed hands in a block from its events alone, so that it is the same read at once and read from the log. Not
 * counted: payments between wallets of one holder, exchange of one kind of money for another (it is issued and redeemed, not
 * paid), and settlement between institutions.
 */
export class TurnoverReader {
  private readonly surroundings: TurnoverSurroundings;
  private readonly walletTypeHash: string | undefined;
  private readonly transfersPosted: StructType | undefined;

  constructor(surroundings: TurnoverSurroundings) {
    this.surroundings = surroundings;
    const { vm } = surroundings;
    const wallet = resolveStruct(vm, PACKAGE.money, "wallet", "Wallet");
    this.walletTypeHash = wallet === undefined ? undefined : latin1(vm.resourceKey(wallet, PACKAGE.money).subarray(TYPE_HASH_AT));
    this.transfersPosted = resolveStruct(vm, PACKAGE.money, "customer_book", "TransfersPosted");
  }

  /** Turnover of a block by unit. */
  read(block: { readonly results: readonly EntryResult[]; readonly writes: readonly StateWrite[] }): Map<string, Turnover> {
    const sums = new Map<string, Turnover>();
    let holders: Map<string, string> | undefined;
    const holderOf = (address: string): string | undefined => {
      holders ??= this.holdersIn(block.writes);
      return holders.get(address);
    };
    for (const result of block.results) {
      if (result.kind !== "receipt") continue;
      for (const event of result.receipt.events) this.readEvent(event, holderOf, sums);
    }
    return sums;
  }

  private readEvent(event: EventRecord, holderOf: (address: string) => string | undefined, sums: Map<string, Turnover>): void {
    const { type } = event;
    if (type.kind !== "struct") return;
    if (type.address !== PACKAGE.money) return;
    if (type.module === "money" && type.name === "Paid") this.readPaid(event.data, holderOf, sums);
    else if (type.module === "customer_book" && type.name === "TransfersPosted") this.readTransfers(event.data, sums);
  }

  /** `Paid { instrument: u32, amount: u64, from: address, to: address }`. */
  private readPaid(data: Uint8Array, holderOf: (address: string) => string | undefined, sums: Map<string, Turnover>): void {
    const reader = new BcsReader(data);
    const instrument = this.surroundings.instrument(reader.u32());
    if (instrument === undefined || !MEANS_OF_PAYMENT.has(instrument.kind)) return;
    const amountMinor = reader.u64();
    const from = latin1(reader.fixedBytes(32));
    const to = latin1(reader.fixedBytes(32));
    const holder = holderOf(from);
    // A wallet that is recovered tells that it pays the new one, which has the same holder.
    if (holder !== undefined && holder === holderOf(to)) return;
    const isFinancial = this.surroundings.isInstitution(from) || this.surroundings.isInstitution(to);
    add(sums, instrument.unit, amountMinor, isFinancial);
  }

  /** Transfers between customers of one institution. Which accounts have the same customer only the institution knows. */
  private readTransfers(data: Uint8Array, sums: Map<string, Turnover>): void {
    if (this.transfersPosted === undefined) return;
    const reader = new BcsReader(data);
    reader.fixedBytes(32);
    const instrument = this.surroundings.instrument(reader.u32());
    if (instrument === undefined || !MEANS_OF_PAYMENT.has(instrument.kind)) return;
    reader.u64();
    reader.u64();
    add(sums, instrument.unit, reader.u128(), false);
  }

  /** Holders by address, of wallets that a block changed. A wallet's value begins with its holder. */
  private holdersIn(writes: readonly StateWrite[]): Map<string, string> {
    const holders = new Map<string, string>();
    for (const { key, value } of writes) {
      if (key[0] !== STATE_KEY_TAG.resource || value === undefined) continue;
      if (latin1(key.subarray(TYPE_HASH_AT)) !== this.walletTypeHash) continue;
      holders.set(latin1(key.subarray(1, TYPE_HASH_AT)), latin1(value.subarray(0, 32)));
    }
    return holders;
  }
}

function add(sums: Map<string, Turnover>, unit: string, amountMinor: bigint, isFinancial: boolean): void {
  const known = sums.get(unit) ?? { realMinor: 0n, financialMinor: 0n };
  sums.set(
    unit,
    isFinancial
      ? { realMinor: known.realMinor, financialMinor: known.financialMinor + amountMinor }
      : { realMinor: known.realMinor + amountMinor, financialMinor: known.financialMinor },
  );
}

/** Bytes as a text of as many characters: a key of a map. */
function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}
