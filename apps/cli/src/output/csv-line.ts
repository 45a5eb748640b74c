/** Cells as a line of CSV (RFC 4180) without its end. Amounts lose the commas between their thousands; a text that a spreadsheet would take for a formula stays a text. */
export function csvLine(cells: readonly string[]): string {
  return cells.map(cell).join(",");
}

// What a spreadsheet runs: https://owasp.org/www-community/attacks/CSV_Injection
function cell(text: string): string {
  if (/^[+-]?[\d,]+(?:\.\d+)?$/.test(text)) return text.replaceAll(",", "");
  const safe = /^[=+@\t\r-]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
