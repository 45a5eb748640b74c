import type { Address, Call } from "@sycee/protocol";
import { cancelCustomerOrder, dayOf, orderCustomerPayments, triggerCustomerOrder } from "@sycee/sdk";
import { numberFromId } from "../orders/drawn-from-id.ts";
import type { PostableOrder } from "./postable-order.ts";

type StandingOrderOrder = Extract<PostableOrder, { readonly kind: "standing_order" | "standing_order_payment" | "standing_order_end" }>;

/** The ledger call with which an institution makes a customer's standing order, has its payment made that is due, or ends it. */
export function standingOrderCall(postable: StandingOrderOrder, institution: Address): Call {
  switch (postable.kind) {
    case "standing_order": {
      const { order, payer, payee, body } = postable;
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
      return triggerCustomerOrder({ institution, number: numberFromId(postable.of) });
    case "standing_order_end":
      return cancelCustomerOrder({ number: numberFromId(postable.of) });
  }
}
