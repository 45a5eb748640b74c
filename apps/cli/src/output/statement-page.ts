/** A statement as a page shows it: amounts are as people read them, the oldest payment first. */
export interface StatementPage {
  readonly title: string;
  /** Whose it is, when it was made and of which zone its times are: one line each. */
  readonly about: readonly string[];
  /** Of each instrument: its symbol, what there was, what came and went, what moved without a payment, what is left. */
  readonly totals: readonly (readonly string[])[];
  /** Time, what, with whom, amount, instrument, balance after it, what it was for. */
  readonly payments: readonly (readonly string[])[];
}

const STYLE = `
@page { size: A4; margin: 18mm 14mm; }
body { font: 9.5pt/1.4 "Noto Sans", "Noto Sans CJK SC", sans-serif; color: #111; max-width: 190mm; margin: 0 auto; }
h1 { font-size: 14pt; margin: 0 0 3mm; }
p { margin: 0; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; margin-top: 5mm; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { text-align: left; padding: 1.2mm 2mm; border-bottom: 0.2mm solid #bbb; vertical-align: top; }
.amount { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
`;

const TOTALS = ["instrument", "opening balance", "in", "out", "without a payment", "closing balance"];
const PAYMENTS = ["time", "what", "with", "amount", "instrument", "balance after", "for"];

/** One HTML page with no script and nothing from outside, ready to be printed to PDF on A4. */
export function statementPage({ title, about, totals, payments }: StatementPage): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escape(title)}</title><style>${STYLE}</style></head><body>
<h1>${escape(title)}</h1>
${about.map((line) => `<p>${escape(line)}</p>`).join("\n")}
${table(TOTALS, totals, [1, 2, 3, 4, 5])}
${payments.length === 0 ? "<p>No payments.</p>" : table(PAYMENTS, payments, [3, 5])}
</body></html>
`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[], amounts: readonly number[]): string {
  const row = (name: "th" | "td", cells: readonly string[]) =>
    `<tr>${cells.map((cell, column) => `<${name}${amounts.includes(column) ? ' class="amount"' : ""}>${escape(cell)}</${name}>`).join("")}</tr>`;
  return `<table><thead>${row("th", head)}</thead><tbody>\n${rows.map((cells) => row("td", cells)).join("\n")}\n</tbody></table>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
