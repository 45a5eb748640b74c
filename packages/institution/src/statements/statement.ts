import type { Customer } from "../customers/customer.ts";
import type { Journal } from "./journal.ts";
import type { StatementLine } from "./statement-line.ts";

/** A customer's account over one month of the unit's zone. Amounts are minor units as decimal digits. */
export interface Statement {
  readonly customer: string;
  readonly reference: string;
  readonly account: number | null;
  /** `2026-11`. */
  readonly month: string;
  readonly currency: Currency;
  readonly openingMinor: string;
  readonly lines: readonly StatementLine[];
  readonly closingMinor: string;
}

/** What the institution's accounts are in, and when its days end. */
export interface Currency {
  readonly symbol: string;
  readonly decimals: number;
  /** Minutes east of Greenwich. */
  readonly zoneOffsetMinutes: number;
}

/** The statement of a month, `2026-11`. */
export function statementOf(journal: Journal, customer: Customer, month: string, currency: Currency): Statement {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const zoneMs = currency.zoneOffsetMinutes * 60_000;
  const { openingMinor, lines } = journal.between(customer, Date.UTC(year, number - 1) - zoneMs, Date.UTC(year, number) - zoneMs);
  return {
    customer: customer.id,
    reference: customer.reference,
    account: customer.account ?? null,
    month,
    currency,
    openingMinor: openingMinor.toString(),
    lines,
    closingMinor: lines.at(-1)?.balanceMinor ?? openingMinor.toString(),
  };
}
