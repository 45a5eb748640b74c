import type { RetentionPolicy, SnapshotPolicy } from "@sycee/node";
import { InvalidArgumentError } from "commander";
import { CliError } from "../output/cli-error.ts";
import { timeOf } from "./time.ts";

/** A port to listen on. */
export function parsePort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65_535)) throw new InvalidArgumentError("A port is a number from 0 to 65535.");
  return port;
}

/** Who may read what is an account's: `private` or `open`. */
export function parseReading(text: string): "private" | "open" {
  if (text !== "private" && text !== "open") throw new InvalidArgumentError("It is private or open.");
  return text;
}

/** How often a node makes snapshots: `every=10000,keep=2`. */
export function parseSnapshots(text: string): SnapshotPolicy {
  const [, everyBlocks, keep] = /^every=([1-9]\d{0,8}),keep=([1-9]\d{0,3})$/.exec(text) ?? [];
  if (everyBlocks === undefined || keep === undefined)
    throw new InvalidArgumentError("A policy is every=BLOCKS,keep=SNAPSHOTS, both at least 1.");
  return { everyBlocks: Number(everyBlocks), keep: Number(keep) };
}

const MOST_PACE = 1_000;
const UNIT_MS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** How long receipts are kept: `90d`, `36h`, `90m` or `1000000blocks`. */
export function parseRetention(text: string): RetentionPolicy {
  const [, count, unit] = /^([1-9]\d{0,9})(m|h|d|blocks)$/.exec(text) ?? [];
  if (count === undefined || unit === undefined)
    throw new InvalidArgumentError("A number of minutes, hours, days or blocks: 90m, 36h, 90d, 1000000blocks.");
  return unit === "blocks" ? { blocks: Number(count) } : { ms: Number(count) * (UNIT_MS[unit] ?? 0) };
}

/** Milliseconds since 1970 of a time such as `2027-01-01T00:00:00Z`. */
export function parseMoment(text: string): number {
  try {
    return Number(timeOf(text));
  } catch (error) {
    if (error instanceof CliError) throw new InvalidArgumentError(error.message);
    throw error;
  }
}

/** Acts a second, such as `5` or `0.5`. */
export function parsePace(text: string): number {
  const pace = /^\d{1,4}(\.\d{1,3})?$/.test(text) ? Number(text) : Number.NaN;
  if (!(pace <= MOST_PACE)) throw new InvalidArgumentError(`A pace is a number from 0 to ${MOST_PACE}.`);
  return pace;
}

/** A whole number that something is drawn from. */
export function parseSeed(text: string): number {
  const seed = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (!(seed < 2 ** 32)) throw new InvalidArgumentError("A seed is a whole number from 0 to 4294967295.");
  return seed;
}

/** Adds a URL of `--public-url`, which may be given more than once, to those before it. */
export function collectUrl(text: string, before: readonly string[]): readonly string[] {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) throw new InvalidArgumentError("It is an address such as https://ledger.example.");
  return [...before, text];
}
