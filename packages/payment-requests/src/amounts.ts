import { CodeError } from "./code-error.ts";

/** Minor units as a code writes them: `2372` with 2 decimals is `23.72`, `2300` is `23.00`. */
export function amountText(amountMinor: bigint, decimals: number): string {
  const digits = amountMinor.toString().padStart(decimals + 1, "0");
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** The minor units of an amount in a code. Throws `CodeError` `bad_value` where it has more decimals than the unit. */
export function amountMinorOf(amount: string, decimals: number): bigint {
  const [whole = "", fraction = ""] = amount.split(".");
  if (!/^\d+$/.test(whole) || !/^\d*$/.test(fraction) || fraction.replace(/0+$/, "").length > decimals)
    throw new CodeError("bad_value", "54");
  return BigInt(whole + fraction.slice(0, decimals).padEnd(decimals, "0"));
}
