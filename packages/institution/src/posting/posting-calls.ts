import { type Address, addressFromJson, type Call } from "@sycee/protocol";
import {
  cancelCustomerOrder,
  collectBatch,
  dayOf,
  expireCustomerRedPacket,
  giveCustomerRedPacket,
  grantEMoney,
  MAX_COLLECTIONS,
  MAX_TRANSFERS,
  openEMoneyAccounts,
  orderCustomerPayments,
  payOut,
  refundBatch,
  setMerchantTerms,
  submitPayment,
  takeCustomerRedPacket,
  transferEMoney,
  triggerCustomerOrder,
} from "@sycee/sdk";
import { numberFromId, seedFromId } from "../orders/drawn-from-id.ts";
import type { OrderBody } from "../orders/order.ts";
import type { PostableOrder } from "./postable-order.ts";

/** The most orders of one kind that go into a transaction together. */
export function mostTogether(kind: OrderBody["kind"]): number {
  if (kind === "payment" || kind === "opening") return MAX_TRANSFERS;
  return kind === "collection" || kind === "refund" ? MAX_COLLECTIONS : 1;
}

/** The ledger call with which an institution does all these orders, which are of one kind; at least one. */
export function postingCall(orders: readonly PostableOrder[], institution: Address): Call {
  const [first] = orders;
  if (first === undefined) throw new Error("there is nothing to post");
  switch (first.kind) {
    case "opening":
      return openEMoneyAccounts({ count: BigInt(orders.length) });
    case "payment": {
      const payments = orders.filter((each) => each.kind === "payment");
      return transferEMoney({
        payers: payments.map(({ payer }) => payer.account),
        payees: payments.map(({ payee }) => payee.account),
        amountsMinor: payments.map(({ amountMinor }) => amountMinor),
      });
    }
    case "collection": {
      const collections = orders.filter((each) => each.kind === "collection");
      return collectBatch({
        payers: collections.map(({ payer }) => payer.account),
        merchants: collections.map(({ payee }) => payee.account),
        amountsMinor: collections.map(({ amountMinor }) => amountMinor),
      });
    }
    case "refund": {
      const refunds = orders.filter((each) => each.kind === "refund");
      return refundBatch({
        collections: refunds.map(({ collection }) => collection),
        amountsMinor: refunds.map(({ amountMinor }) => amountMinor),
      });
    }
    case "withdrawal":
      return payOut({ account: first.payer.account, owner: addressFromJson(first.wallet), amountMinor: first.amountMinor });
    case "transfer": {
      const { payer, toAccount, amountMinor } = first;
      const [house, payee] = [addressFromJson(first.house), addressFromJson(first.payee)];
      return submitPayment({ house, mode: "gross", fromAccount: payer.account, payee, toAccount, amountMinor });
    }
    case "red_packet": {
      const { order, giver, body } = first;
      const { shares, isRandom, expiresMs } = body;
      return giveCustomerRedPacket({
        number: numberFromId(order.id),
        giver: giver.account,
        amountMinor: BigInt(body.amountMinor),
        shares: BigInt(shares),
        expiresMs: BigInt(expiresMs),
        ...(isRandom ? { seed: seedFromId(order.id) } : {}),
      });
    }
    case "red_packet_share":
      return takeCustomerRedPacket({ number: numberFromId(first.of), taker: first.taker.account });
    case "red_packet_return":
      return expireCustomerRedPacket({ institution, number: numberFromId(first.of) });
    case "standing_order": {
      const { order, payer, payee, body } = first;
      const { period, every, firstDay, lastDay } = body;
      return orderCustomerPayments({
        number: numberFromId(order.id),
        payer: payer.account,
        payee: payee.account,
        amountMinor: BigInt(body.amountMinor),
        period,
        every: BigInt(every),
        firstDay: dayOf(firstDay),
        ...(lastDay === undefined ? {} : { lastDay: dayOf(lastDay) }),
      });
    }
    case "standing_order_payment":
      return triggerCustomerOrder({ institution, number: numberFromId(first.of) });
    case "standing_order_end":
      return cancelCustomerOrder({ number: numberFromId(first.of) });
    case "grant":
      return grantEMoney({ account: first.payee.account, amountMinor: first.amountMinor });
    case "merchant":
      return setMerchantTerms({ account: first.payee.account, feeBps: first.feeBps, feeFixedMinor: first.feeFixedMinor });
  }
}
