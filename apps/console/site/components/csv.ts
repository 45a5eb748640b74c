import { type CsvCell, csvLine } from "@sycee/sdk";
import { offerFile } from "./offer-file.ts";

/** Offers rows as a CSV file (RFC 4180, UTF-8 with a mark, so that spreadsheets read Chinese right). */
export function downloadCsv(name: string, rows: readonly (readonly CsvCell[])[]): void {
  offerFile(name, ["\ufeff", rows.map(csvLine).join("\r\n"), "\r\n"], "text/csv;charset=utf-8");
}
