import type { Tables } from "../../database/tables.ts";
import type { ObservedPayment } from "../observed-payment.ts";

/** A payment's row, as far as rules need it. */
export type PaymentRow = Pick<
  Tables["payments"],
  "height" | "position" | "number" | "time_ms" | "kind" | "instrument" | "amount" | "payer" | "payee"
>;

/**
 * What rules can see of what moved: payments from one address to another, in the order of the rows. Issues, redemptions and batches have
 * no two parties; see {@link observedCustomerPayments} for those.
 */
export function observedPayments(rows: readonly PaymentRow[], unitOf: (instrument: number) => string | undefined): ObservedPayment[] {
  return rows.flatMap(({ payer, payee, ...row }) =>
    row.kind !== "paid" || payer === null || payee === null ? [] : observed({ ...row, payer, payee }, "transfer", unitOf),
  );
}

/** A customer's payment as its row has it. */
export type CustomerPaymentRow = Tables["customer_payments"];

/** The same of customers' payments. */
export function observedCustomerPayments(
  rows: readonly Omit<CustomerPaymentRow, "is_considerable">[],
  unitOf: (instrument: number) => string | undefined,
): ObservedPayment[] {
  return rows.flatMap((row) => observed(row, row.kind === "batch" ? "transfer" : "clearing", unitOf));
}

/** None where the instrument's unit is not known. */
function observed(
  { height, position, number, time_ms, instrument, amount, payer, payee }: Omit<CustomerPaymentRow, "is_considerable" | "kind">,
  kind: ObservedPayment["kind"],
  unitOf: (instrument: number) => string | undefined,
): ObservedPayment[] {
  const unit = unitOf(instrument);
  if (unit === undefined) return [];
  const id = `${height}.${position}.${number}`;
  return [{ id, height, timeMs: Number(time_ms), from: payer, to: payee, amountMinor: amount, unit, instrument, kind }];
}

/** Whether a role of the table `institutions` makes its holder an institution: authorities hold no customers' money. */
export function isInstitution(role: string): boolean {
  return role !== "supervisor" && role !== "investigator";
}
