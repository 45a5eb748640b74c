import { BenchError } from "./bench-error.ts";

/** Parts of the benchmark, and what each measures. The machine and its raw limits are always measured. */
export const PARTS = {
  payments: "signed payments in batches of 500 between 10,000 accounts",
  hotAccount: "the same, all to one merchant",
  batchLane: "an institution's batches of 10,000 transfers between its customers' accounts, one signature each",
  mixed: "payments, contract calls, aborts, hand-outs, issues and publishing in batches of 500",
  singles: "signed payments, one a request",
  anvil: "ERC-20 transfers on anvil, in memory, batches of 500 (a peer)",
  postgresql: "transfers in PostgreSQL, synchronous commit, pgbench (a peer)",
  latency: "answer times at 10%, 50% and 90% of the load that was reached",
  recovery: "kill -9 under load and start again",
  million: "a million accounts: payments, memory, start-up",
  tenMillion:
    "ten million accounts, and as many of customers: the same (the first time ten minutes of one core and 30 GB of disk; only when asked for)",
} as const;

export type PartName = keyof typeof PARTS;

/** The parts that run when none is named. */
export const DEFAULT_PARTS: readonly PartName[] = namesOfParts().filter((name) => name !== "tenMillion");

/** Names as figures have them, accepted as well. */
const FIGURES: Readonly<Record<string, PartName>> = { signedPayments: "payments", singlePayments: "singles" };

/** Parts by their names with commas between; `raw` names none, so that only the raw limits are measured. Throws `BenchError` with `unknown_part`. */
export function parseParts(text: string): PartName[] {
  const names = text.split(",").map((name) => name.trim());
  return names.filter((name) => name !== "raw").map(partNamed);
}

function partNamed(name: string): PartName {
  const part = namesOfParts().find((each) => each === (FIGURES[name] ?? name));
  if (part === undefined) {
    throw new BenchError(
      "unknown_part",
      `The benchmark has no part ${JSON.stringify(name)}. Its parts are: raw, ${namesOfParts().join(", ")}.`,
    );
  }
  return part;
}

function namesOfParts(): PartName[] {
  return Object.keys(PARTS) as PartName[];
}
