import { type Address, type Call, hexToBytes, type ReceiptJson } from "@sycee/protocol";
import { accountColumn, amountColumn } from "../arguments/columns.ts";
import { decode, literal, type MoveType } from "../arguments/move-type.ts";
import { TRANSFER_STATUSES } from "./customer-accounts.ts";
import type { ActingSigner } from "./framework-call.ts";
import {
  merchant,
  type MerchantCollected,
  merchantCollectedType,
  type MerchantRefunded,
  type MerchantRefundedFor,
  merchantRefundedForType,
  merchantRefundedType,
} from "./generated/banking.ts";

/** What became of a payment to a merchant or of a refund, by its number in the event. */
export const COLLECTION_STATUSES = [
  ...TRANSFER_STATUSES,
  "no_merchant",
  "fee_exceeds_amount",
  "unknown_collection",
  "refund_exceeds_payment",
  "not_handed_on",
] as const;

export type CollectionStatus = (typeof COLLECTION_STATUSES)[number];

/** Payments to merchants that one transaction carries, with the gas of `TRANSFERS_GAS_LIMIT`. */
export const MAX_COLLECTIONS = 10_000;

/** What an institution takes of a payment to a merchant: a share in hundredths of a per cent, rounded down, and a fixed amount. */
export interface MerchantTerms {
  readonly feeBps: number;
  readonly feeFixedMinor: bigint;
}

/** `0x4::merchant::set_terms`: makes an account of the signing institution a merchant's, or changes its terms from now on; to such as cost it more only after {@link announceMerchantTerms}. */
export function setMerchantTerms(terms: ActingSigner & MerchantTerms & { readonly account: number }): Call {
  const { signer: institution = 0, account, feeBps, feeFixedMinor } = terms;
  return merchant.setTerms({ institution, account, feeBps: BigInt(feeBps), feeFixed: feeFixedMinor });
}

/** `0x4::merchant::announce_terms`: tells a merchant of terms that cost it more: 60 days later, and for 30 days from then on, they can be set. */
export function announceMerchantTerms(terms: ActingSigner & MerchantTerms & { readonly account: number }): Call {
  const { signer: institution = 0, account, feeBps, feeFixedMinor } = terms;
  return merchant.announceTerms({ institution, account, feeBps: BigInt(feeBps), feeFixed: feeFixedMinor });
}

/** `0x4::merchant::end_terms`: nothing more is collected for the account; what was can still be refunded. */
export function endMerchantTerms(ending: ActingSigner & { readonly account: number }): Call {
  return merchant.endTerms({ institution: ending.signer ?? 0, account: ending.account });
}

/** Payments to merchants by column: payer, merchant and amount of one are at the same position. */
export interface CollectionColumns {
  readonly payers: ArrayLike<number>;
  readonly merchants: ArrayLike<number>;
  readonly amountsMinor: ArrayLike<bigint>;
}

/** `0x4::merchant::collect_batch`: payments to merchants, in their order, each by itself. Of at most {@link MAX_COLLECTIONS}. What became of each is told by {@link collectionsOf}. */
export function collectBatch(batch: ActingSigner & CollectionColumns): Call {
  const { signer: institution = 0, payers, merchants, amountsMinor } = batch;
  return merchant.collectBatch({
    institution,
    payers: literal(accountColumn, payers),
    merchants: literal(accountColumn, merchants),
    amounts: literal(amountColumn, amountsMinor),
  });
}

/** `0x4::merchant::refund_batch`: refunds of collections by their numbers, in their order, each by itself: never more than was paid. See {@link refundsOf}. */
export function refundBatch(
  batch: ActingSigner & { readonly collections: ArrayLike<bigint>; readonly amountsMinor: ArrayLike<bigint> },
): Call {
  const { signer: institution = 0, collections, amountsMinor } = batch;
  return merchant.refundBatch({
    institution,
    collections: literal(amountColumn, collections),
    amounts: literal(amountColumn, amountsMinor),
  });
}

/** What became of a batch of collections. */
export interface CollectionsResult extends Omit<MerchantCollected, "statuses"> {
  /** One for each, in their order. */
  readonly statuses: readonly CollectionStatus[];
  /** The number of each by which it can be refunded, in their order; absent for one that was refused. */
  readonly numbers: readonly (bigint | undefined)[];
}

/** What became of a batch of refunds. */
export interface RefundsResult extends Omit<MerchantRefunded, "statuses"> {
  /** One for each, in their order. */
  readonly statuses: readonly CollectionStatus[];
}

/** What became of each batch of collections of a receipt. */
export function collectionsOf(receipt: Pick<ReceiptJson, "events">): CollectionsResult[] {
  return eventsOf(receipt, merchantCollectedType).map((event) => {
    const statuses = Array.from(event.statuses, statusOf);
    let next = event.first;
    const numbers = statuses.map((status) => (status === "accepted" ? next++ : undefined));
    return { ...event, statuses, numbers };
  });
}

/** What became of each batch of refunds of a receipt. */
export function refundsOf(receipt: Pick<ReceiptJson, "events">): RefundsResult[] {
  return eventsOf(receipt, merchantRefundedType).map((event) => ({ ...event, statuses: Array.from(event.statuses, statusOf) }));
}

/** `0x4::merchant::refund_for_batch`: the institution that payers and merchants were handed on to pays back what `institution` had collected. What became of each is told by {@link refundsForOf}. */
export function refundForBatch(
  batch: ActingSigner & {
    readonly institution: Address;
    readonly collections: ArrayLike<bigint>;
    readonly amountsMinor: ArrayLike<bigint>;
  },
): Call {
  const { signer: successor = 0, institution, collections, amountsMinor } = batch;
  return merchant.refundForBatch({
    successor,
    institution,
    collections: literal(amountColumn, collections),
    amounts: literal(amountColumn, amountsMinor),
  });
}

/** What became of a batch of refunds by a successor. */
export interface RefundsForResult extends Omit<MerchantRefundedFor, "statuses"> {
  /** One for each, in their order. */
  readonly statuses: readonly CollectionStatus[];
}

/** What became of each batch of refunds by a successor of a receipt. */
export function refundsForOf(receipt: Pick<ReceiptJson, "events">): RefundsForResult[] {
  return eventsOf(receipt, merchantRefundedForType).map((event) => ({ ...event, statuses: Array.from(event.statuses, statusOf) }));
}

/** What a collection of `amountMinor` is charged: as the ledger reckons it. */
export function merchantFee(terms: MerchantTerms, amountMinor: bigint): bigint {
  return (amountMinor * BigInt(terms.feeBps)) / 10_000n + terms.feeFixedMinor;
}

function eventsOf<T>(receipt: Pick<ReceiptJson, "events">, eventType: MoveType<T>): T[] {
  return receipt.events.flatMap(({ type, data }) => {
    if (type !== eventType.name) return [];
    const bytes = hexToBytes(data);
    if (bytes === undefined) throw new RangeError("the data of an event is not hexadecimal");
    return [decode(eventType, bytes)];
  });
}

function statusOf(number: number): CollectionStatus {
  const status = COLLECTION_STATUSES[number];
  if (status === undefined) throw new RangeError(`${number} is not the status of a collection or refund`);
  return status;
}
