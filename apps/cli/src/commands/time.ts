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

/** A time to the second as a clock so many minutes east of Greenwich shows it: `2027-01-01 08:00:00`. */
export function localTimeText(ms: string | bigint, zoneOffsetMinutes: number): string {
  return new Date(Number(ms) + zoneOffsetMinutes * 60_000).toISOString().slice(0, 19).replace("T", " ");
}

/** Minutes east of Greenwich of an offset such as `+08:00` or `-03:30`. Throws `CliError` `invalid_argument`. */
export function zoneOf(text: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):([0-5]\d)$/.exec(text) ?? [];
  const offset = (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  if (sign === undefined || offset < -720 || offset > 840)
    throw new CliError("invalid_argument", `${JSON.stringify(text)} is not a zone from -12:00 to +14:00, such as +08:00.`);
  return offset;
}

/** The same the other way round. */
export function zoneText(zoneOffsetMinutes: number): string {
  const minutes = Math.abs(zoneOffsetMinutes);
  const two = (number: number) => `${number}`.padStart(2, "0");
  return `${zoneOffsetMinutes < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
