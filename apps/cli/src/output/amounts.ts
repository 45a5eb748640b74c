import { CliError } from "./cli-error.ts";

/** Minor units of an amount as people write it (`12.50` with 2 decimals is 1250). Throws `CliError` `invalid_argument`. */
export function parseAmount(text: string, decimals: number): bigint {
  const [, whole, fraction = ""] = /^(\d{1,20})(?:\.(\d{1,18}))?$/.exec(text) ?? [];
  if (whole === undefined) throw new CliError("invalid_argument", `${JSON.stringify(text)} is not an amount such as 12.50.`);
  if (fraction.length > decimals) throw new CliError("invalid_argument", `${text} has more decimals than the ${decimals} of its unit.`);
  const minor = BigInt(whole + fraction.padEnd(decimals, "0"));
  if (minor > MAX_U64) throw new CliError("invalid_argument", `${text} is more than one payment can carry.`);
  return minor;
}

const MAX_U64 = 0xffff_ffff_ffff_ffffn;

/** An amount as people read it: 1250 with 2 decimals is `12.50`, thousands set apart by commas. */
export function formatAmount(minor: bigint | string, decimals: number): string {
  const value = BigInt(minor);
  const digits = (value < 0n ? -value : value).toString().padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, ",");
  const fraction = decimals === 0 ? "" : `.${digits.slice(-decimals)}`;
  return `${value < 0n ? "-" : ""}${whole}${fraction}`;
}
