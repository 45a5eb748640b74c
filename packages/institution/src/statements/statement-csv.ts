import { csvLine } from "@sycee/sdk";
import { formatAmount, formatTime } from "./format-amount.ts";
import type { Statement } from "./statement.ts";

const HEADER = ["time", "kind", "counterparty", "memo", "amount", "balance", "currency", "order", "block"];

/** The statement as RFC 4180 has CSV: lines end with CR and LF; the first has the names, then the opening balance, the movements, the closing balance. */
export function statementCsv(statement: Statement): string {
  const { decimals, symbol, zoneOffsetMinutes } = statement.currency;
  const balance = (name: string, minor: string) => ["", name, "", "", "", formatAmount(minor, decimals), symbol, "", ""];
  const rows = [
    HEADER,
    balance("opening balance", statement.openingMinor),
    ...statement.lines.map((line) => [
      formatTime(line.atMs, zoneOffsetMinutes),
      line.kind,
      line.counterparty ?? "",
      line.memo ?? "",
      formatAmount(line.amountMinor, decimals),
      formatAmount(line.balanceMinor, decimals),
      symbol,
      line.order ?? "",
      line.height,
    ]),
    balance("closing balance", statement.closingMinor),
  ];
  return rows.map((row) => `${csvLine(row)}\r\n`).join("");
}
