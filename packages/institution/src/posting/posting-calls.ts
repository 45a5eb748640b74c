import { type Address, addressFromJson, type Call } from "@sycee/protocol";
import {
  announceMerchantTerms,
  collectBatch,
  grantEMoney,
  MAX_COLLECTIONS,
  MAX_TRANSFERS,
  refundBatch,
  setMerchantTerms,
  submitPayment,
} from "@sycee/sdk";
import type { InstitutionKind } from "../kinds/institution-kind.ts";
import type { OrderBody } from "../orders/order.ts";
import { bankOrderCall } from "./bank-order-call.ts";
import type { PostableOrder } from "./postable-order.ts";
import { redPacketCall } from "./red-packet-call.ts";
import { standingOrderCall } from "./standing-order-call.ts";

/** The most orders of one kind that go into a transaction together. */
export function mostTogether(kind: OrderBody["kind"]): number {
  if (kind === "payment" || kind === "opening") return MAX_TRANSFERS;
  return kind === "collection" || kind === "refund" ? MAX_COLLECTIONS : 1;
}

/** The ledger call with which an institution of a kind does all these orders, which are of one kind; at least one. */
export function postingCall(orders: readonly PostableOrder[], institution: Address, kind: InstitutionKind): Call {
  const [first] = orders;
  if (first === undefined) throw new Error("there is nothing to post");
  switch (first.kind) {
    case "opening":
      return kind.openAccounts(orders.length);
    case "payment": {
      const payments = orders.filter((each) => each.kind === "payment");
      return kind.transfer({
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
      return kind.payOut({ account: first.payer.account, owner: addressFromJson(first.wallet), amountMinor: first.amountMinor });
    case "transfer": {
      const { payer, toAccount, amountMinor } = first;
      const [house, payee] = [addressFromJson(first.house), addressFromJson(first.payee)];
      return submitPayment({ house, mode: "gross", fromAccount: payer.account, payee, toAccount, amountMinor });
    }
    case "red_packet":
    case "red_packet_share":
    case "red_packet_return":
      return redPacketCall(first, institution);
    case "standing_order":
    case "standing_order_payment":
    case "standing_order_end":
      return standingOrderCall(first, institution);
    case "grant":
      return grantEMoney({ account: first.payee.account, amountMinor: first.amountMinor });
    case "merchant_notice":
      return announceMerchantTerms({ account: first.payee.account, feeBps: first.feeBps, feeFixedMinor: first.feeFixedMinor });
    case "merchant":
      return setMerchantTerms({ account: first.payee.account, feeBps: first.feeBps, feeFixedMinor: first.feeFixedMinor });
    default:
      return bankOrderCall(first);
  }
}
