import { offerFile } from "./offer-file.ts";

/** Offers rows as a CSV file (RFC 4180, UTF-8 with a mark, so that spreadsheets read Chinese right). */
export function downloadCsv(name: string, rows: readonly (readonly (string | number | bigint)[])[]): void {
  const text = rows.map((row) => row.map((cell) => quoted(`${cell}`)).join(",")).join("\r\n");
  offerFile(name, ["\ufeff", text, "\r\n"], "text/csv;charset=utf-8");
}

// A cell that a spreadsheet would run as a formula is made text: https://owasp.org/www-community/attacks/CSV_Injection
function quoted(cell: string): string {
  const safe = /^[=+@\t\r]/.test(cell) || /^-[^\d]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
