import { BcsReader } from "@sycee/bcs";
import type { BlockRecord } from "@sycee/ledger";
import { type Address, addressFromBytes, type Call, decodeTransaction } from "@sycee/protocol/core";
import { type CustomerBook, customerAccount } from "../customer-account.ts";
import { isEvent, PACKAGES } from "./is-event.ts";
import type { WatchRoom } from "./payment-watch.ts";

/** Modules whose `transfer_batch` takes a signer, payers, payees and amounts, and whose book it moves claims in. */
const BATCHES: ReadonlyMap<string, CustomerBook> = new Map([
  ["commercial_bank", "own"],
  ["payment_institution", "own"],
  ["customer_accounts", "cash"],
]);

/** A payment from one customer's account to another's, singled out for the rules. */
export interface CustomerPayment {
  /** Which transaction of the block it is in. */
  readonly position: number;
  /** `batch`: between customers of one institution; `clearing`: through a clearing house, of the block in which it settled. */
  readonly kind: "batch" | "clearing";
  readonly payer: string;
  readonly payee: string;
  readonly instrument: number;
  readonly amountMinor: bigint;
}

/** What is read of a block. */
export type BlockContent = Pick<BlockRecord, "entries" | "results"> & { readonly header: Pick<BlockRecord["header"], "height"> };

/** What is known of instruments. */
export interface Instruments {
  unitOf(instrument: number): string | undefined;
  /** The deposits or e-money that an institution issues. */
  issuedBy(institution: Address): number | undefined;
}

/**
 * Payments between customers' accounts in a block that `room` lets through, in the order of the chain. A batch is read from its transaction
 * and the statuses that it answered, a payment through clearing from what the house told as it settled. Batches whose columns an earlier call
 * of the same transaction returned are not read: only execution knows what is in them.
 */
export function customerPayments(record: BlockContent, instruments: Instruments, room: WatchRoom): CustomerPayment[] {
  const found: CustomerPayment[] = [];
  for (const [position, result] of record.results.entries()) {
    if (result.kind !== "receipt" || record.header.height === 0n) continue;
    let calls: readonly Call[] | undefined;
    for (const event of result.receipt.events) {
      if (isEvent(event, PACKAGES.money, "customer_book", "TransfersPosted")) {
        const entry = record.entries[position];
        if (entry === undefined) continue;
        calls ??= decodeTransaction(entry).payload.calls;
        const call = calls[event.call];
        if (call !== undefined) found.push(...batchPayments(position, event.data, call, instruments, room));
      } else if (isEvent(event, PACKAGES.banking, "clearing_settlement", "PaymentSettled")) {
        const payment = settledPayment(position, event.data, instruments);
        const unit = payment === undefined ? undefined : instruments.unitOf(payment.instrument);
        if (payment === undefined || unit === undefined || payment.amountMinor < (room.floorMinor(unit) ?? payment.amountMinor + 1n))
          continue;
        if (room.take(unit, [payment.amountMinor]).length > 0) found.push(payment);
      }
    }
  }
  return found;
}

/** `TransfersPosted { institution: address, instrument: u32, accepted: u64, refused: u64, total: u128, statuses: vector<u8> }`. */
function batchPayments(
  position: number,
  data: Uint8Array,
  { address, module, function: name, arguments: given }: Call,
  { unitOf }: Instruments,
  room: WatchRoom,
): CustomerPayment[] {
  const book = BATCHES.get(module);
  const [, first, second, third] = given;
  if (address !== PACKAGES.banking || book === undefined || name !== "transfer_batch") return [];
  if (first?.kind !== "literal" || second?.kind !== "literal" || third?.kind !== "literal") return [];
  const reader = new BcsReader(data);
  const institution = addressFromBytes(reader.fixedBytes(32));
  const instrument = reader.u32();
  reader.skip(8 + 8 + 16);
  const statuses = reader.byteVector();
  const unit = unitOf(instrument);
  const floorMinor = unit === undefined ? undefined : room.floorMinor(unit);
  if (unit === undefined || floorMinor === undefined) return [];
  const payers = column(first.bytes, 4, statuses.length);
  const payees = column(second.bytes, 4, statuses.length);
  const amounts = column(third.bytes, 8, statuses.length);
  // Amounts of a batch are compared as two halves: no number is made of the thousands that are below the floor.
  const floorHigh = Number(floorMinor >> 32n);
  const floorLow = Number(floorMinor & 0xffff_ffffn);
  const places: number[] = [];
  for (let index = 0; index < statuses.length; index++) {
    const high = amounts.getUint32(8 * index + 4, true);
    if (high < floorHigh || (high === floorHigh && amounts.getUint32(8 * index, true) < floorLow)) continue;
    if (statuses[index] === 0) places.push(index);
  }
  const sizes = places.map((index) => amounts.getBigUint64(8 * index, true));
  return room.take(unit, sizes).map((which): CustomerPayment => {
    const index = places[which] ?? 0;
    return {
      position,
      kind: "batch",
      payer: customerAccount(institution, book, payers.getUint32(4 * index, true)),
      payee: customerAccount(institution, book, payees.getUint32(4 * index, true)),
      instrument,
      amountMinor: sizes[which] ?? 0n,
    };
  });
}

/** The elements of a BCS vector of `count` numbers of `width` bytes. */
function column(bytes: Uint8Array, width: number, count: number): DataView {
  const reader = new BcsReader(bytes);
  if (reader.uleb128() !== count) throw new Error("a batch answered another number of transfers than it has");
  const elements = reader.fixedBytes(width * count);
  return new DataView(elements.buffer, elements.byteOffset, elements.byteLength);
}

/** `PaymentSettled { house, number: u64, payer: address, from_account: u32, payee: address, to_account: u32, amount: u64, … }`. */
function settledPayment(position: number, data: Uint8Array, { issuedBy }: Instruments): CustomerPayment | undefined {
  const reader = new BcsReader(data);
  reader.skip(32 + 8);
  const payer = addressFromBytes(reader.fixedBytes(32));
  const fromAccount = reader.u32();
  const payee = addressFromBytes(reader.fixedBytes(32));
  const toAccount = reader.u32();
  const amountMinor = reader.u64();
  const instrument = issuedBy(payee);
  if (instrument === undefined) return undefined;
  return {
    position,
    kind: "clearing",
    payer: customerAccount(payer, "own", fromAccount),
    payee: customerAccount(payee, "own", toAccount),
    instrument,
    amountMinor,
  };
}
