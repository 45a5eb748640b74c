/** One thing in which the office's books and the ledger do not agree. Amounts are minor units as decimal digits. */
export type Difference =
  /** An account of a customer holds another amount on the ledger. */
  | {
      readonly kind: "balance";
      readonly account: number;
      readonly customer: string;
      readonly officeMinor: string;
      readonly ledgerMinor: string;
    }
  /** The ledger has an account that the office has no customer for. */
  | { readonly kind: "unknown_account"; readonly account: number; readonly ledgerMinor: string }
  /** The office has a customer whose account the ledger does not have. */
  | { readonly kind: "missing_account"; readonly account: number; readonly customer: string; readonly officeMinor: string }
  /** The ledger has frozen or closed a customer's account. */
  | { readonly kind: "account_state"; readonly account: number; readonly customer: string; readonly state: "frozen" | "closed" }
  /** An account's lines do not add up to the balance that the office says it has. */
  | {
      readonly kind: "journal";
      readonly account: number;
      readonly customer: string;
      readonly officeMinor: string;
      readonly linesMinor: string;
    }
  /** The first line of an account that does not say the balance up to it, or is not at its place. */
  | { readonly kind: "line"; readonly account: number; readonly customer: string; readonly position: number }
  /** The office has two customers for one account. */
  | { readonly kind: "shared_account"; readonly account: number; readonly customer: string; readonly other: string }
  /** The accounts of the ledger add up to another amount than the e-money or deposits outstanding less what is elsewhere, as in clearing. */
  | { readonly kind: "outstanding"; readonly accountsMinor: string; readonly outstandingMinor: string }
  /** Of a payment institution. Second mode: the customers' reserve is less than the e-money outstanding. First mode: reserve and reported deposits together are. */
  | { readonly kind: "cover"; readonly outstandingMinor: string; readonly coverMinor: string }
  /** An order that the office holds final is not on the ledger as it says. */
  | { readonly kind: "transaction"; readonly order: string; readonly transaction: string; readonly found: string }
  /** An order has waited for longer than a day. */
  | { readonly kind: "stuck_order"; readonly order: string; readonly acceptedMs: number };

/** What a comparison of the office's books with the ledger found, as of one block. */
export interface Reconciliation {
  readonly id: string;
  readonly madeMs: number;
  /** The block that both sides are of. */
  readonly height: string;
  readonly accounts: number;
  readonly orders: number;
  readonly differences: readonly Difference[];
}
