import type { LawsAnswer } from "@sycee/sdk";

/** One thing that was counted for a law: its figures by the ledger's own names. */
export type EvidenceRow = LawsAnswer["laws"][number]["evidence"][number];

/** Amounts are of minor units in text. */
export type ColumnKind = "holder" | "amount" | "word" | "state" | "other";

export interface Money {
  readonly unit: string;
  readonly decimals: number;
}

interface KnownMoney {
  readonly instruments: readonly (Money & { readonly symbol: string })[];
  readonly institutions: readonly (Money & { readonly address: string })[];
}

const KINDS: Readonly<Record<string, ColumnKind>> = {
  institution: "holder",
  centralBank: "holder",
  mode: "word",
  cover: "word",
  account: "word",
  holds: "state",
  ...Object.fromEntries(
    [
      "held",
      "issued",
      "redeemed",
      "centralBankMoney",
      "eligibleAssets",
      "assets",
      "capital",
      "eMoney",
      "reserve",
      "debits",
      "credits",
      "liabilities",
      "equity",
      "income",
      "expense",
      "liability",
      "outstanding",
      "booked",
      "balances",
      "pool",
    ].map((name) => [name, "amount" as const]),
  ),
};

/** What stands in the rows, each once, in the order in which the ledger tells it. */
export function columnsOf(rows: readonly EvidenceRow[]): readonly { readonly name: string; readonly kind: ColumnKind }[] {
  const names = new Set(rows.flatMap((row) => Object.keys(row)));
  return [...names].map((name) => ({ name, kind: KINDS[name] ?? "other" }));
}

/** The money that a row's amounts are of: that of its instrument, or of whose books they are. `undefined` where neither is known. */
export function moneyOf(row: EvidenceRow, { instruments, institutions }: KnownMoney): Money | undefined {
  return (
    instruments.find(({ symbol }) => symbol === row["instrument"]) ??
    institutions.find(({ address }) => address === (row["institution"] ?? row["centralBank"]))
  );
}

/** Whether the ledger cannot know if a row's money is covered: banks keep what stands behind it. */
export function isBeyondLedger(row: EvidenceRow): boolean {
  return row["cover"] === "not on the ledger";
}
