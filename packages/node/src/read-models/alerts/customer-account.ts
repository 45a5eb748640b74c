import type { Address } from "@sycee/protocol/core";

/**
 * In which of an institution's books an account is: `own` has what it owes its customers (deposits, e-money), `cash` the digital cash that an
 * operator keeps for them. One address may have both, each with an account of the same number.
 */
export type CustomerBook = "own" | "cash";

/**
 * Names a customer's account for ever: the institution's address, `#` and the account's number, with `cash` before the number in an operator's
 * book, e.g. `0x12…#17` and `0x12…#cash17`.
 */
export function customerAccount(institution: Address, book: CustomerBook, account: number): string {
  return `${institution}#${book === "cash" ? "cash" : ""}${account}`;
}

/** Whether a party is an account in an institution's book, and no address. */
export function isCustomerAccount(party: string): boolean {
  return party.includes("#");
}
