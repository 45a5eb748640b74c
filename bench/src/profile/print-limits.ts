import type { RawLimits } from "../limits/measure-limits.ts";

/** What is hashed for one payment at least: twice itself (identity and leaf), its result, the keys, its entries of state and the nodes above them. */
const HASHED_KIB = 3;
/** What the log keeps of one payment: itself, its result, its entries of state. */
const LOGGED_BYTES = 900;

/** The limits as the table of docs/performance.md. */
export function printLimits({ rawVerifyPerSecondOneCore, blake2b, appends }: RawLimits): string {
  const hashing = blake2b.find(({ bytes }) => bytes === 1024);
  const append = appends.find(({ bytes }) => bytes === 140 * 1024);
  const rows = [["one ed25519 signature verified by libsodium", us(rawVerifyPerSecondOneCore), us(rawVerifyPerSecondOneCore)]];
  if (hashing !== undefined) {
    const kib = us(hashing.hashesPerSecond);
    rows.push(["blake2b-256 of 1 KiB", kib, (HASHED_KIB * Number(kib)).toFixed(2)]);
  }
  if (append !== undefined) {
    const payments = append.bytes / LOGGED_BYTES;
    rows.push(["140 KiB appended and synced", us(append.syncsPerSecond), (1e6 / append.syncsPerSecond / payments).toFixed(2)]);
  }
  return [
    "| limit of this machine | µs each | µs a payment |",
    "| --- | ---: | ---: |",
    ...rows.map(([name, each, payment]) => `| ${name} | ${each} | ${payment} |`),
  ].join("\n");
}

function us(perSecond: number): string {
  return (1e6 / perSecond).toFixed(2);
}
