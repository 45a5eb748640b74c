import { bankTitle } from "../economy/genesis-programs.ts";
import { RULES, type Tally } from "../settlement/tally.ts";

/** A run's result for people: a line per bank, totals, what was refused by which rule, and the pace. */
export function printTable(tally: Tally, seconds: number): string {
  const rows = [...tally.perBank].map(([bank, { orders, amountMinor }]) => [bankTitle(bank), orders.toString(), printKoruna(amountMinor)]);
  const table = [["receiving bank", "orders", "koruna"], ...rows, ["all", tally.settled.toString(), printKoruna(tally.totalMinor)]];
  const widths = [0, 1, 2].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  const lines = table.map((row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join("  "),
  );
  const rule = "-".repeat(lines[0]?.length ?? 0);
  const refused = RULES.map((name) => `${name} ${tally.refused[name]}`).join(", ");
  return [
    lines[0],
    rule,
    ...lines.slice(1, -1),
    rule,
    lines.at(-1),
    "",
    `refused by limit: ${refused}`,
    `${seconds.toFixed(1)} s, ${paceOf(tally, seconds)} settled payments a second`,
  ].join("\n");
}

/** Settled payments a second, rounded. */
export function paceOf(tally: Tally, seconds: number): number {
  return seconds > 0 ? Math.round(tally.settled / seconds) : 0;
}

/** `21 228 993.60`. */
export function printKoruna(hellers: bigint): string {
  const digits = hellers.toString().padStart(3, "0");
  return `${digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, " ")}.${digits.slice(-2)}`;
}
