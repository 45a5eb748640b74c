import { BcsReader } from "@sycee/bcs";
import { STATE_KEY_TAG, type StateWrite, type StructValue, type VirtualMachine } from "@sycee/move-vm";
import { type Address, addressToBytes, type EventRecord } from "@sycee/protocol/core";
import type { EntryResult } from "../block-record.ts";
import { fieldOf, PACKAGE, resolveStruct } from "../framework.ts";
import { AddressMap } from "./address-map.ts";
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
  /** The code of the unit in which an address, as its 32 bytes in Latin-1, has an account at the central bank or is it; `undefined` for all others. */
  unitOfInstitution(address: string): string | undefined;
  /** Whether the address whose 32 bytes begin at `at` has such an account or is the central bank. */
  isInstitution(bytes: Uint8Array, at: number): boolean;
}

/** An event that tells of payments. */
interface PaymentEvent {
  readonly amount: string;
  /** Whose unit it is in: the field that names the instrument, or an institution. */
  readonly instrument?: string;
  readonly institution?: string;
  readonly isFinancial: boolean;
  /** Payments that did not come about after all. */
  readonly isTakenBack?: boolean;
}

/** Events of `banking` by module and name. What customers pay through a clearing house or into a packet counts as it is entered, less what is returned. */
const BANKING_PAYMENTS: ReadonlyMap<string, PaymentEvent> = new Map([
  ["customer_red_packet::PacketGiven", { amount: "amount", institution: "institution", isFinancial: false }],
  ["customer_red_packet::PacketReturned", { amount: "amount", institution: "institution", isFinancial: false, isTakenBack: true }],
  ["wallet_deposits::WalletInterestPaid", { amount: "amount", instrument: "instrument", isFinancial: true }],
  ["clearing_entry::PaymentEntered", { amount: "amount", institution: "house", isFinancial: false }],
  ["clearing_returns::PaymentReturned", { amount: "amount", institution: "house", isFinancial: false, isTakenBack: true }],
  ["merchant::Collected", { amount: "total", institution: "institution", isFinancial: false }],
  ["merchant::Refunded", { amount: "total", institution: "institution", isFinancial: false }],
  ["treasury::GovernmentPaid", { amount: "amount", instrument: "instrument", isFinancial: false }],
  ["treasury::TaxPaid", { amount: "amount", instrument: "instrument", isFinancial: false }],
  ["commercial_bank::FeeCharged", { amount: "amount", instrument: "instrument", isFinancial: false }],
  ["lending::LoanRepaid", { amount: "amount", instrument: "instrument", isFinancial: true }],
  ["commercial_bank::CapitalPaidIn", { amount: "amount", instrument: "instrument", isFinancial: true }],
  ["commercial_bank::DividendPaid", { amount: "amount", instrument: "instrument", isFinancial: true }],
  ["commercial_bank::DepositInterestPaid", { amount: "amount", instrument: "instrument", isFinancial: true }],
]);

/** Events of `money` by module and name: what comes back to payers out of escrows and red packets. What they paid in counted as it was paid. */
const MONEY_RETURNS: ReadonlyMap<string, PaymentEvent> = new Map([
  ["escrow::RefundedPart", { amount: "amount", instrument: "instrument", isFinancial: false, isTakenBack: true }],
  ["escrow::Decided", { amount: "for_buyer", instrument: "instrument", isFinancial: false, isTakenBack: true }],
  ["red_packet::PacketReturned", { amount: "amount", instrument: "instrument", isFinancial: false, isTakenBack: true }],
]);

/** What is paid with: digital cash, e-money, deposits, basket coins, tokens and money that nobody issues. Settlement money is a leg, a security is what is paid for. */
const MEANS_OF_PAYMENT: ReadonlySet<number> = new Set([2, 3, 4, 5, 6, 8]);
const ADDRESS_AT = 1;
const TYPE_HASH_AT = 33;
const HOLDER_BYTES = 32;
const CLOSED = new Uint8Array(0);

/** `Paid { instrument: u32, amount: u64, from: address, to: address }`: where its addresses begin and end. */
const PAID = { from: 12, to: 44, end: 76 } as const;

/** The value of the wallet at the address whose 32 bytes begin at `at`, if the block changed it. */
type WalletAt = (bytes: Uint8Array, at: number) => Uint8Array | undefined;
/** Turnover by unit, while it is summed up. */
type Sums = Map<string, { -readonly [Field in keyof Turnover]: Turnover[Field] }>;

/**
 * Reads what changed hands in a block from its events alone, so that it is the same read at once and read from the log. Not
 * counted: payments between wallets of one holder, exchange of one kind of money for another (it is issued and redeemed, not
 * paid), and settlement between institutions.
 */
export class TurnoverReader {
  private readonly surroundings: TurnoverSurroundings;
  private readonly walletTypeHash: Uint8Array | undefined;

  constructor(surroundings: TurnoverSurroundings) {
    this.surroundings = surroundings;
    const { vm } = surroundings;
    const wallet = resolveStruct(vm, PACKAGE.money, "wallet", "Wallet");
    this.walletTypeHash = wallet === undefined ? undefined : vm.resourceKey(wallet, PACKAGE.money).slice(TYPE_HASH_AT);
  }

  /** Turnover of a block by unit. */
  read(block: { readonly results: readonly EntryResult[]; readonly writes: readonly StateWrite[] }): Map<string, Turnover> {
    const sums: Sums = new Map();
    let wallets: AddressMap | undefined;
    const walletOf: WalletAt = (bytes, at) => {
      wallets ??= this.walletsIn(block.writes);
      return wallets.get(bytes, at);
    };
    for (const result of block.results) {
      if (result.kind !== "receipt") continue;
      for (const event of result.receipt.events) this.readEvent(event, walletOf, sums);
    }
    return sums;
  }

  private readEvent(event: EventRecord, walletOf: WalletAt, sums: Sums): void {
    const { type } = event;
    if (type.kind !== "struct") return;
    if (type.address === PACKAGE.banking) {
      const payment = BANKING_PAYMENTS.get(`${type.module}::${type.name}`);
      if (payment !== undefined) this.readPayment(event, payment, sums);
      return;
    }
    if (type.address !== PACKAGE.money) return;
    if (type.module === "money" && type.name === "Paid") this.readPaid(event.data, walletOf, sums);
    else if (type.module === "customer_book" && type.name === "TransfersPosted") this.readTransfers(event.data, sums);
    else {
      const returned = MONEY_RETURNS.get(`${type.module}::${type.name}`);
      if (returned !== undefined) this.readPayment(event, returned, sums);
    }
  }

  // Addresses are looked up where they lie: a view of each would cost more than to find it.
  private readPaid(data: Uint8Array, walletOf: WalletAt, sums: Sums): void {
    const reader = new BcsReader(data);
    const instrument = this.surroundings.instrument(reader.u32());
    if (instrument === undefined || !MEANS_OF_PAYMENT.has(instrument.kind)) return;
    const amountMinor = reader.u64();
    if (data.length < PAID.end) throw new Error(`a payment is told by an event of ${data.length} bytes`);
    const payer = walletOf(data, PAID.from);
    const payee = walletOf(data, PAID.to);
    // A wallet that is recovered tells that it pays the new one, which has the same holder.
    if (payer !== undefined && payee !== undefined && haveOneHolder(payer, payee)) return;
    // Out of an escrow or a packet, where no wallet is: it counted as it was paid in.
    if (payer === undefined && payee !== undefined) return;
    const { surroundings } = this;
    const isFinancial = surroundings.isInstitution(data, PAID.from) || surroundings.isInstitution(data, PAID.to);
    add(sums, instrument.unit, amountMinor, isFinancial);
  }

  /** Transfers between customers of one institution. Which accounts have the same customer only the institution knows. */
  private readTransfers(data: Uint8Array, sums: Sums): void {
    const reader = new BcsReader(data);
    reader.fixedBytes(32);
    const instrument = this.surroundings.instrument(reader.u32());
    if (instrument === undefined || !MEANS_OF_PAYMENT.has(instrument.kind)) return;
    reader.u64();
    reader.u64();
    add(sums, instrument.unit, reader.u128(), false);
  }

  private readPayment({ type, data }: EventRecord, payment: PaymentEvent, sums: Sums): void {
    const { vm, instrument, unitOfInstitution } = this.surroundings;
    const resolved = vm.resolveType(type);
    if (resolved?.kind !== "struct") throw new Error(`a payment is told by an event that is no struct`);
    const value = vm.decodeValue(resolved, data) as StructValue;
    const field = (name: string) => value[fieldOf(resolved, name)];
    const unit =
      payment.instrument === undefined
        ? unitOfInstitution(latin1(addressToBytes(field(payment.institution ?? "") as Address)))
        : instrument(Number(field(payment.instrument)))?.unit;
    if (unit === undefined) return;
    const amountMinor = BigInt(field(payment.amount) as number | bigint);
    add(sums, unit, payment.isTakenBack === true ? -amountMinor : amountMinor, payment.isFinancial);
  }

  /** Values by address, of wallets that a block changed; nothing of those that were closed. */
  private walletsIn(writes: readonly StateWrite[]): AddressMap {
    const wallets = new AddressMap();
    for (const { key, value } of writes) {
      if (key[0] !== STATE_KEY_TAG.resource || !this.isWallet(key)) continue;
      wallets.set(key, ADDRESS_AT, value ?? CLOSED);
    }
    return wallets;
  }

  // By bytes: a text for each key that a block changes would cost as much as all else here.
  private isWallet(key: Uint8Array): boolean {
    const { walletTypeHash } = this;
    if (walletTypeHash === undefined || key.length !== TYPE_HASH_AT + walletTypeHash.length) return false;
    for (let index = 0; index < walletTypeHash.length; index++) if (key[TYPE_HASH_AT + index] !== walletTypeHash[index]) return false;
    return true;
  }
}

/** Whether two wallets have the same holder, with whose 32 bytes their values begin. */
function haveOneHolder(left: Uint8Array, right: Uint8Array): boolean {
  if (left.length < HOLDER_BYTES || right.length < HOLDER_BYTES) return false;
  for (let index = 0; index < HOLDER_BYTES; index++) if (left[index] !== right[index]) return false;
  return true;
}

function add(sums: Sums, unit: string, amountMinor: bigint, isFinancial: boolean): void {
  let sum = sums.get(unit);
  if (sum === undefined) sums.set(unit, (sum = { realMinor: 0n, financialMinor: 0n }));
  if (isFinancial) sum.financialMinor += amountMinor;
  else sum.realMinor += amountMinor;
}

/** Bytes as a text of as many characters: a key of a map. */
function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}
