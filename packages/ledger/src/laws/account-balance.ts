import type { MoveValue } from "@sycee/move-vm";

/** What `money::customer_book` adds to the balance of a frozen account. */
const FROZEN = 2n ** 63n;
/** What stands for a closed account. */
const CLOSED = 2n ** 64n - 1n;

/** A customer's account, from the number that stands for it in its book. */
export function readAccount(state: MoveValue): { readonly balanceMinor: bigint; readonly state: "open" | "frozen" | "closed" } {
  if (typeof state !== "number" && typeof state !== "bigint") throw new Error("an account is not a number");
  const number = BigInt(state);
  if (number < FROZEN) return { balanceMinor: number, state: "open" };
  return number === CLOSED ? { balanceMinor: 0n, state: "closed" } : { balanceMinor: number - FROZEN, state: "frozen" };
}

/** Its balance alone, in minor units. */
export function balanceOfAccount(state: MoveValue): number | bigint {
  // Numbers are below 2^53.
  return typeof state === "number" ? state : readAccount(state).balanceMinor;
}
