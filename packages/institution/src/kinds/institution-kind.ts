import type { Address, Call } from "@sycee/protocol";
import type { TransferColumns } from "@sycee/sdk";

/** Digital cash into a wallet, out of a customer's account. */
export interface PayOut {
  readonly account: number;
  readonly owner: Address;
  readonly amountMinor: bigint;
}

/** What differs between the institutions that an office can be run for. */
export interface InstitutionKind {
  readonly name: "payment institution" | "bank";
  /** The kind of the instrument that its customers' accounts are in. */
  readonly instrument: "e-money" | "deposit";
  /** Numbers of accounts that are the institution's own and no customer's. */
  readonly ownAccounts: ReadonlySet<number>;
  /** Whether all that its customers have is put aside, so that a reconciliation looks for it. */
  readonly isCovered: boolean;
  /** Opens so many accounts, numbered in order. */
  openAccounts(count: number): Call;
  /** Transfers between its customers, each judged by itself. */
  transfer(transfers: TransferColumns): Call;
  payOut(payOut: PayOut): Call;
}
