import { formatAmount, formatTime } from "./format-amount.ts";
import type { Statement } from "./statement.ts";

const STYLE = `
@page { size: A4; margin: 20mm 16mm; }
body { font: 10pt/1.4 "Noto Sans", "Noto Sans CJK SC", sans-serif; color: #111; }
h1 { font-size: 14pt; margin: 0 0 4mm; }
table { border-collapse: collapse; width: 100%; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { text-align: left; padding: 1.5mm 2mm; border-bottom: 0.2mm solid #bbb; vertical-align: top; }
.amount { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
`;

/** The statement as one HTML page with no scripts and nothing from outside, ready to be printed to PDF on A4. */
export function statementHtml(statement: Statement, institution: string): string {
  const { decimals, symbol, zoneOffsetMinutes } = statement.currency;
  const amount = (minor: string) => `<td class="amount">${formatAmount(minor, decimals)}</td>`;
  const rows = statement.lines.map(
    (line) =>
      `<tr><td>${formatTime(line.atMs, zoneOffsetMinutes)}</td><td>${escape(line.kind)}</td><td>${escape(line.counterparty ?? "")}</td>` +
      `<td>${escape(line.memo ?? "")}</td>${amount(line.amountMinor)}${amount(line.balanceMinor)}</tr>`,
  );
  const title = `${escape(institution)}: statement of ${escape(statement.month)}`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title><style>${STYLE}</style></head><body>
<h1>${title}</h1>
<p>${escape(statement.reference)}, account ${statement.account ?? "not opened"}, ${escape(symbol)}</p>
<table><thead><tr><th>Time</th><th>Kind</th><th>With</th><th>Memo</th><th class="amount">Amount</th><th class="amount">Balance</th></tr></thead><tbody>
<tr><td></td><td>opening balance</td><td></td><td></td><td></td>${amount(statement.openingMinor)}</tr>
${rows.join("\n")}
<tr><td></td><td>closing balance</td><td></td><td></td><td></td>${amount(statement.closingMinor)}</tr>
</tbody></table></body></html>
`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
