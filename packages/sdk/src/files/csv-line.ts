/** A cell of CSV: numbers stay numbers, texts stay texts. */
export type CsvCell = string | number | bigint;

/**
 * Cells as a line of CSV (RFC 4180) without its end. A text that a spreadsheet would run as a formula begins with an apostrophe, whoever chose it;
 * decimal numbers such as `-12.50` stay what they are.
 */
export function csvLine(cells: readonly CsvCell[]): string {
  return cells.map((cell) => quoted(typeof cell === "string" ? harmless(cell) : `${cell}`)).join(",");
}

const DECIMAL = /^[+-]?\d+(?:\.\d+)?$/;
// What begins a formula, its wide forms in East Asian settings among it: https://owasp.org/www-community/attacks/CSV_Injection
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

function harmless(text: string): string {
  return FORMULA.test(text) && !DECIMAL.test(text) ? `'${text}` : text;
}

// Semicolons and tabs part cells where a spreadsheet is set so: what stands behind one would begin a cell.
function quoted(cell: string): string {
  return /[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
