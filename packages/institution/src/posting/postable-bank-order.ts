import type { BankOrderBody } from "../orders/bank-order.ts";
import type { Order } from "../orders/order.ts";
import type { OfficeStore } from "../store/office-store.ts";
import { type Holder, holderOf, NO_ACCOUNT } from "./holder.ts";

/** An order that banks alone take, with everything that its transaction needs, looked up. */
export type PostableBankOrder =
  | {
      readonly kind: "interest";
      readonly order: Order;
      readonly payments: readonly { readonly payee: Holder; readonly amountMinor: bigint }[];
    }
  | { readonly kind: "charge" | "note_withdrawal"; readonly order: Order; readonly payer: Holder; readonly amountMinor: bigint }
  | { readonly kind: "note_deposit"; readonly order: Order; readonly payee: Holder; readonly amountMinor: bigint }
  | { readonly kind: "loan"; readonly order: Order; readonly borrower: Holder; readonly body: BankOrderBody & { readonly kind: "loan" } }
  | { readonly kind: "loan_repayment"; readonly order: Order; readonly loan: bigint; readonly amountMinor: bigint | undefined }
  | {
      readonly kind: "time_deposit";
      readonly order: Order;
      readonly payer: Holder;
      readonly body: BankOrderBody & { readonly kind: "time_deposit" };
    }
  | { readonly kind: "time_deposit_release"; readonly order: Order; readonly timeDeposit: bigint };

/** Looks up what a bank's order needs; why it cannot be posted if something is not there. */
export function postableBankOrder(store: OfficeStore, order: Order, body: BankOrderBody): PostableBankOrder | string {
  switch (body.kind) {
    case "interest": {
      const payments = body.payments.flatMap(({ payee: id, amountMinor }) => {
        const payee = holderOf(store, id);
        return payee === undefined ? [] : [{ payee, amountMinor: BigInt(amountMinor) }];
      });
      return payments.length < body.payments.length ? NO_ACCOUNT : { kind: "interest", order, payments };
    }
    case "charge":
    case "note_withdrawal": {
      const payer = holderOf(store, body.payer);
      return payer === undefined ? NO_ACCOUNT : { kind: body.kind, order, payer, amountMinor: BigInt(body.amountMinor) };
    }
    case "note_deposit": {
      const payee = holderOf(store, body.payee);
      return payee === undefined ? NO_ACCOUNT : { kind: "note_deposit", order, payee, amountMinor: BigInt(body.amountMinor) };
    }
    case "loan": {
      const borrower = holderOf(store, body.borrower);
      return borrower === undefined ? NO_ACCOUNT : { kind: "loan", order, borrower, body };
    }
    case "time_deposit": {
      const payer = holderOf(store, body.payer);
      return payer === undefined ? NO_ACCOUNT : { kind: "time_deposit", order, payer, body };
    }
    case "loan_repayment": {
      const amountMinor = body.amountMinor === undefined ? undefined : BigInt(body.amountMinor);
      return { kind: "loan_repayment", order, loan: BigInt(body.loan), amountMinor };
    }
    case "time_deposit_release":
      return { kind: "time_deposit_release", order, timeDeposit: BigInt(body.timeDeposit) };
  }
}
