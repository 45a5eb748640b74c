import { type Address, hexToBytes, type ReceiptJson } from "@sycee/protocol";
import { banking, decode } from "@sycee/sdk";
import type { OfficeStore } from "../store/office-store.ts";
import type { LedgerMovement } from "./ledger-movements.ts";

/** Who pays whom how much by a standing order, as the ledger told when it was made. */
export interface StandingOrder {
  readonly payer: number;
  readonly payee: number;
  readonly amountMinor: string;
}

/** What a receipt tells of standing orders of an institution's customers: anybody may have their payments made. Remembers those that are made and forgets those that end. Runs inside a transaction of the store. */
export function standingOrderMovements(store: OfficeStore, receipt: ReceiptJson, institution: Address): LedgerMovement[] {
  return receipt.events.flatMap(({ type, data }) => {
    const bytes = hexToBytes(data);
    if (bytes === undefined) throw new Error(`transaction ${receipt.id} has an event that is not hexadecimal`);
    switch (type) {
      case banking.customerStandingOrderOrderMadeType.name: {
        const made = decode(banking.customerStandingOrderOrderMadeType, bytes);
        if (made.institution !== institution) return [];
        const { payer, payee, amount } = made;
        void store.standingOrders.put(`${made.number}`, { payer, payee, amountMinor: `${amount}` });
        return [];
      }
      case banking.customerStandingOrderOrderTriggeredType.name: {
        const triggered = decode(banking.customerStandingOrderOrderTriggeredType, bytes);
        const order =
          triggered.institution === institution && triggered.isPaid ? store.standingOrders.get(`${triggered.number}`) : undefined;
        return order === undefined ? [] : paymentOf(store, order, receipt);
      }
      case banking.customerStandingOrderOrderEndedType.name: {
        const ended = decode(banking.customerStandingOrderOrderEndedType, bytes);
        if (ended.institution === institution) void store.standingOrders.remove(`${ended.number}`);
        return [];
      }
      default:
        return [];
    }
  });
}

function paymentOf(store: OfficeStore, { payer, payee, amountMinor }: StandingOrder, receipt: ReceiptJson): LedgerMovement[] {
  const line = (account: number, other: number, amount: bigint): LedgerMovement => {
    const counterparty = store.accounts.get(other);
    return {
      account,
      movement: {
        atMs: Number(receipt.blockTimeMs),
        height: receipt.height,
        kind: "payment",
        ...(counterparty === undefined ? {} : { counterparty }),
        amountMinor: amount,
      },
    };
  };
  return [line(payer, payee, -BigInt(amountMinor)), line(payee, payer, BigInt(amountMinor))];
}
