import { hexToBytes, type ReceiptJson } from "@sycee/protocol";
import { banking, collectionsOf, decode, merchantFee, money, type MoveType, refundsOf, transfersOf } from "@sycee/sdk";
import type { OwnBook } from "../kinds/own-book.ts";
import type { OrderBook } from "../orders/order-book.ts";
import type { Order } from "../orders/order.ts";
import { refusalReason } from "../orders/refusal-reason.ts";
import type { Journal, Movement } from "../statements/journal.ts";
import type { OfficeStore } from "../store/office-store.ts";
import type { WebhookBook } from "../webhooks/webhook-book.ts";
import { enterLedgerMovements } from "./enter-ledger-movements.ts";
import { finishOrder } from "./finish-order.ts";
import type { PostableOrder } from "./postable-order.ts";
import { changeTerms, type LedgerPlace, termsAt } from "./terms-history.ts";

/** What the office's books are made of. */
export interface OfficeBooks {
  readonly store: OfficeStore;
  readonly orders: OrderBook;
  readonly journal: Journal;
  readonly webhooks: WebhookBook;
}

/** Enters what an executed transaction did with its orders: states, lines of statements, events. Runs inside a transaction of the store. */
export function enterOutcomes(books: OfficeBooks, orders: readonly PostableOrder[], receipt: ReceiptJson, book: OwnBook): void {
  const results = resultsOf(orders, receipt);
  for (const [index, postable] of orders.entries()) {
    const result = results[index];
    if (result === undefined) throw new Error(`transaction ${receipt.id} does not tell what became of order ${postable.order.id}`);
    const final = { finalMs: Number(receipt.blockTimeMs), transaction: receipt.id };
    // What these set in motion is told by events alone; a standing order whose payment cannot be made may end with it.
    if (isToldByEvents(postable)) enterLedgerMovements(books, receipt, book, { order: postable.order });
    if (result.refusal !== undefined) {
      finishOrder(books, { ...postable.order, ...refusedBy(result.refusal), ...final });
      continue;
    }
    const feeMinor = postable.kind === "collection" ? feeOf(books.store, postable, receipt) : undefined;
    if (!isToldByEvents(postable)) enterMovements(books, postable, receipt, { ...result, feeMinor });
    finishOrder(books, {
      ...postable.order,
      state: "done",
      ...final,
      ...(feeMinor === undefined ? {} : { feeMinor: feeMinor.toString(), refundedMinor: "0" }),
      ...numberOf(postable, result.number),
    });
  }
}

/** Ends orders that a whole transaction's refusal, or the office itself, refused; `told` is the ledger's sentence, if it gave one. Runs inside a transaction of the store. */
export function enterRefusal(
  books: OfficeBooks,
  orders: readonly Order[],
  refusal: string,
  place?: Pick<Order, "finalMs" | "transaction">,
  told?: string,
): void {
  for (const order of orders) finishOrder(books, { ...order, ...refusedBy(refusal, told), ...place });
}

function refusedBy(refusal: string, told?: string): Pick<Order, "state" | "refusal" | "reason"> {
  return { state: "refused", refusal, reason: refusalReason(refusal, told) };
}

interface Result {
  /** Why not; absent if it was done. */
  readonly refusal?: string;
  /** Of a collection, a loan or a time deposit, or of an account that was opened. */
  readonly number?: bigint | undefined;
}

function resultsOf(orders: readonly PostableOrder[], receipt: ReceiptJson): readonly Result[] {
  const byStatus = (statuses: readonly string[] | undefined, numbers: readonly (bigint | undefined)[] = []): Result[] =>
    (statuses ?? []).map((status, index) => (status === "accepted" ? { number: numbers[index] } : { refusal: status }));
  switch (orders[0]?.kind) {
    case "payment":
      return byStatus(transfersOf(receipt)[0]?.statuses);
    case "refund":
      return byStatus(refundsOf(receipt)[0]?.statuses);
    case "collection": {
      const [collected] = collectionsOf(receipt);
      return byStatus(collected?.statuses, collected?.numbers);
    }
    case "opening": {
      const { first } = firstOf(receipt, money.customerBookAccountsOpenedType);
      return orders.map((_, index) => ({ number: first + BigInt(index) }));
    }
    case "loan":
      return [{ number: firstOf(receipt, banking.lendingLoanGrantedType).loan }];
    case "time_deposit":
      return [{ number: firstOf(receipt, banking.timeDepositsTimeDepositPlacedType).deposit }];
    case "standing_order_payment":
      return [isPaid(receipt) ? {} : { refusal: "not_paid" }];
    default:
      return orders.map(() => ({}));
  }
}

/** Kinds of orders of which the ledger's events tell what moved. */
const TOLD_BY_EVENTS = [
  "transfer",
  "red_packet",
  "red_packet_share",
  "red_packet_return",
  "standing_order",
  "standing_order_payment",
  "standing_order_end",
  "charge",
  "loan",
  "loan_repayment",
  "time_deposit",
  "time_deposit_release",
  "note_deposit",
  "note_withdrawal",
] as const;
type ToldByEvents = PostableOrder & { readonly kind: (typeof TOLD_BY_EVENTS)[number] };

function isToldByEvents(order: PostableOrder): order is ToldByEvents {
  return TOLD_BY_EVENTS.some((kind) => kind === order.kind);
}

/** Whether the standing order that a transaction triggered was paid. */
function isPaid({ events }: ReceiptJson): boolean {
  return events.some(({ type, data }) => {
    const bytes = type === banking.customerStandingOrderOrderTriggeredType.name ? hexToBytes(data) : undefined;
    return bytes !== undefined && decode(banking.customerStandingOrderOrderTriggeredType, bytes).isPaid;
  });
}

/** The first event of a type, which a transaction that did such orders has. */
function firstOf<T>({ id, events }: ReceiptJson, type: MoveType<T>): T {
  const event = events.find((each) => each.type === type.name);
  const bytes = event === undefined ? undefined : hexToBytes(event.data);
  if (bytes === undefined) throw new Error(`transaction ${id} does not tell by ${type.name} what it did`);
  return decode(type, bytes);
}

/** By what the ledger knows what an order made. */
function numberOf({ kind }: PostableOrder, number: bigint | undefined): Pick<Order, "collection" | "loan" | "timeDeposit"> {
  if (number === undefined) return {};
  switch (kind) {
    case "collection":
      return { collection: `${number}` };
    case "loan":
      return { loan: `${number}` };
    case "time_deposit":
      return { timeDeposit: `${number}` };
    default:
      return {};
  }
}

/** By the terms as they stood when the ledger made the payment: they can have changed or ended since, in the same block too. */
function feeOf(store: OfficeStore, { payee, amountMinor }: PostableOrder & { kind: "collection" }, receipt: ReceiptJson): bigint {
  const terms = termsAt(store, { ...(store.customers.get(payee.id) ?? payee), account: payee.account }, placeOf(receipt));
  if (terms === undefined) throw new Error(`the office does not know the terms of merchant ${payee.id}`);
  return merchantFee({ feeBps: terms.feeBps, feeFixedMinor: BigInt(terms.feeFixedMinor) }, amountMinor);
}

function enterMovements(
  { store, journal }: OfficeBooks,
  postable: Exclude<PostableOrder, ToldByEvents>,
  receipt: ReceiptJson,
  result: { readonly number?: bigint | undefined; readonly feeMinor: bigint | undefined },
): void {
  const { order } = postable;
  const memo = "memo" in order.body && order.body.memo !== undefined ? { memo: order.body.memo } : {};
  const line = (kind: Movement["kind"], amountMinor: bigint, counterparty?: string): Movement => ({
    atMs: Number(receipt.blockTimeMs),
    height: receipt.height,
    kind,
    order: order.id,
    ...(counterparty === undefined ? {} : { counterparty }),
    ...memo,
    amountMinor,
  });
  switch (postable.kind) {
    case "opening": {
      const account = Number(result.number);
      void store.customers.put(postable.customer.id, { ...postable.customer, account });
      void store.accounts.put(account, postable.customer.id);
      return;
    }
    case "merchant": {
      const { id, account } = postable.payee;
      const customer = { ...(store.customers.get(id) ?? postable.payee), account };
      const { feeBps, feeFixedMinor } = postable;
      changeTerms(store, customer, placeOf(receipt), { feeBps, feeFixedMinor: feeFixedMinor.toString() });
      return;
    }
    case "merchant_notice":
      // Fees stay what they are until the terms are set.
      return;
    case "withdrawal":
      journal.write(postable.payer.id, line("withdrawal", -postable.amountMinor));
      return;
    case "grant":
      journal.write(postable.payee.id, line("grant", postable.amountMinor));
      return;
    case "interest":
      for (const { payee, amountMinor } of postable.payments) journal.write(payee.id, line("interest", amountMinor));
      return;
    case "payment":
    case "collection":
    case "refund":
      journal.write(postable.payer.id, line(postable.kind, -postable.amountMinor, postable.payee.id));
      journal.write(postable.payee.id, line(postable.kind, postable.amountMinor, postable.payer.id));
      if (result.feeMinor !== undefined && result.feeMinor > 0n) journal.write(postable.payee.id, line("fee", -result.feeMinor));
  }
}

function placeOf({ height, index }: ReceiptJson): LedgerPlace {
  return { height: Number(height), index };
}
