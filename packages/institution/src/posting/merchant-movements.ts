import type { Address, Call, ReceiptJson } from "@sycee/protocol";
import { collectionsOf, merchantFee, refundsOf, u32, u64, vector } from "@sycee/sdk";
import type { StatementLine } from "../statements/statement-line.ts";
import type { OfficeStore } from "../store/office-store.ts";
import type { LedgerMovement } from "./ledger-movements.ts";
import type { MerchantsOnLedger, Parties } from "./merchants-on-ledger.ts";
import { type Terms, termsAt } from "./terms-history.ts";
import { valueAt } from "./told-by-arguments.ts";

/** Functions by which an institution's key collects for its merchants and refunds, and the events that say what became of it. */
const COLLECT = "0x4::merchant::collect_batch";
const REFUND = "0x4::merchant::refund_batch";

/** What the ledger was asked for, since neither events nor arguments tell it. */
export interface MerchantFacts {
  /** Of merchants whose terms were set before the office's first block: as they are now. */
  readonly terms: ReadonlyMap<number, Terms>;
  /** Of collections that are refunded, by their numbers. */
  readonly parties: ReadonlyMap<bigint, Parties>;
}

/** Entries of a batch that were accepted. */
interface Collected {
  readonly index: number;
  readonly feesMinor: bigint;
  readonly payments: readonly (Parties & { readonly amountMinor: bigint })[];
}

interface Refunded {
  readonly number: bigint;
  readonly amountMinor: bigint;
}

/** Whether a receipt tells of collections or refunds of merchants of an institution, whose calls are needed to enter them. */
export function tellsOfMerchants(receipt: ReceiptJson, institution: Address): boolean {
  return [...collectionsOf(receipt), ...refundsOf(receipt)].some((each) => each.institution === institution && each.accepted > 0n);
}

/** Asks the ledger what a receipt of others does not tell. Throws `SyceeError` when the ledger cannot be read. */
export async function merchantFacts(
  ledger: MerchantsOnLedger,
  store: OfficeStore,
  receipt: ReceiptJson,
  calls: readonly Call[],
  institution: Address,
): Promise<MerchantFacts> {
  const terms = new Map<number, Terms>();
  const parties = new Map<bigint, Parties>();
  for (const { merchant } of collectedIn(receipt, calls, institution).flatMap(({ payments }) => payments)) {
    if (terms.has(merchant) || knownTerms(store, merchant, receipt, 1) !== undefined) continue;
    const found = await ledger.terms(merchant);
    if (found !== undefined) terms.set(merchant, found);
  }
  for (const { number } of refundedIn(receipt, calls, institution)) {
    if (!parties.has(number)) parties.set(number, await ledger.parties(number));
  }
  return { terms, parties };
}

/**
 * What collections and refunds with the institution's key elsewhere did to its customers' accounts. Fees are reckoned by each merchant's terms at
 * that place; where they do not add up to what the ledger says was taken, nothing of that batch is told, and the reconciliation finds it.
 */
export function merchantMovements(
  store: OfficeStore,
  receipt: ReceiptJson,
  calls: readonly Call[],
  institution: Address,
  facts: MerchantFacts,
): LedgerMovement[] {
  const line = (account: number, other: number, amountMinor: bigint, kind: StatementLine["kind"]): LedgerMovement => ({
    account,
    ...(kind === "fee" ? {} : { other }),
    movement: { atMs: Number(receipt.blockTimeMs), height: receipt.height, kind, amountMinor },
  });
  const collected = collectedIn(receipt, calls, institution).flatMap((batch) => {
    const fees = feesOf(store, receipt, batch, facts);
    return batch.payments.flatMap(({ payer, merchant, amountMinor }, index) => {
      const fee = fees?.[index];
      if (fee === undefined) return [];
      return [
        line(payer, merchant, -amountMinor, "collection"),
        line(merchant, payer, amountMinor, "collection"),
        ...(fee > 0n ? [line(merchant, payer, -fee, "fee")] : []),
      ];
    });
  });
  const refunded = refundedIn(receipt, calls, institution).flatMap(({ number, amountMinor }) => {
    const both = facts.parties.get(number);
    if (both === undefined) return [];
    const { payer, merchant } = both;
    return [line(merchant, payer, -amountMinor, "refund"), line(payer, merchant, amountMinor, "refund")];
  });
  return [...collected, ...refunded];
}

/** The fee of each payment, by terms before the transaction or those that it set itself, whichever add up. */
function feesOf(store: OfficeStore, receipt: ReceiptJson, { payments, feesMinor }: Collected, facts: MerchantFacts): bigint[] | undefined {
  for (const after of [1, 0] as const) {
    const fees = payments.flatMap(({ merchant, amountMinor }) => {
      const terms = knownTerms(store, merchant, receipt, after) ?? facts.terms.get(merchant);
      return terms === undefined ? [] : [merchantFee({ feeBps: terms.feeBps, feeFixedMinor: BigInt(terms.feeFixedMinor) }, amountMinor)];
    });
    if (fees.length === payments.length && fees.reduce((sum, fee) => sum + fee, 0n) === feesMinor) return fees;
  }
  return undefined;
}

function knownTerms(store: OfficeStore, account: number, { height, index }: ReceiptJson, after: 0 | 1): Terms | undefined {
  const id = store.accounts.get(account);
  const customer = id === undefined ? undefined : store.customers.get(id);
  return customer === undefined ? undefined : termsAt(store, { ...customer, account }, { height: Number(height), index: index + after });
}

function collectedIn(receipt: ReceiptJson, calls: readonly Call[], institution: Address): Collected[] {
  return batchesOf(receipt, calls, COLLECT).flatMap(({ index, call }) => {
    const [result] = collectionsOf({ events: eventsOf(receipt, index) });
    if (result === undefined || result.institution !== institution) return [];
    const [payers, merchants, amounts] = [valueAt(call, 1, vector(u32)), valueAt(call, 2, vector(u32)), valueAt(call, 3, vector(u64))];
    const payments = result.statuses.flatMap((status, entry) => {
      const [payer, merchant, amountMinor] = [payers?.[entry], merchants?.[entry], amounts?.[entry]];
      if (status !== "accepted" || payer === undefined || merchant === undefined || amountMinor === undefined) return [];
      return [{ payer, merchant, amountMinor }];
    });
    return [{ index, feesMinor: result.fees, payments }];
  });
}

function refundedIn(receipt: ReceiptJson, calls: readonly Call[], institution: Address): Refunded[] {
  return batchesOf(receipt, calls, REFUND).flatMap(({ index, call }) => {
    const [result] = refundsOf({ events: eventsOf(receipt, index) });
    if (result === undefined || result.institution !== institution) return [];
    const [numbers, amounts] = [valueAt(call, 1, vector(u64)), valueAt(call, 2, vector(u64))];
    return result.statuses.flatMap((status, entry) => {
      const [number, amountMinor] = [numbers?.[entry], amounts?.[entry]];
      return status !== "accepted" || number === undefined || amountMinor === undefined ? [] : [{ number, amountMinor }];
    });
  });
}

function batchesOf(receipt: ReceiptJson, calls: readonly Call[], name: string): { readonly index: number; readonly call: Call }[] {
  return calls.flatMap((call, index) => (receipt.calls[index]?.function === name ? [{ index, call }] : []));
}

function eventsOf({ events }: ReceiptJson, call: number): ReceiptJson["events"] {
  return events.filter((event) => event.call === call);
}
