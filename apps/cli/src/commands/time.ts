import { CliError } from "../output/cli-error.ts";

/** Milliseconds since 1970 of a time such as `2027-01-01T00:00:00Z`. Throws `CliError` `invalid_argument`. */
export function timeOf(text: string): bigint {
  const ms = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(ms)) throw new CliError("invalid_argument", `${JSON.stringify(text)} is not a time, such as 2027-01-01T00:00:00Z.`);
  return BigInt(ms);
}

/** The same the other way round. */
export function timeText(ms: string | bigint): string {
  return new Date(Number(ms)).toISOString().replace(".000Z", "Z");
}
