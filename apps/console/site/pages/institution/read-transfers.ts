import { minorOf } from "../../components/money.ts";

/** One transfer of a batch, with the number of its line from 1. */
export interface TransferLine {
  readonly line: number;
  readonly payer: number;
  readonly payee: number;
  readonly amountMinor: bigint;
}

const MAX_ACCOUNT = 2 ** 32 - 1;

/**
 * Reads lines `from,to,amount`, the amount with quotes where it has commas; empty lines and a heading are passed over. The first
 * line that is none is answered as `wrong`.
 */
export function readTransfers(
  text: string,
  decimals: number,
): { readonly transfers: readonly TransferLine[]; readonly wrong?: { readonly line: number; readonly text: string } } {
  const transfers: TransferLine[] = [];
  for (const [index, row] of text.split(/\r?\n/).entries()) {
    const line = index + 1;
    if (row.trim() === "" || (transfers.length === 0 && /^\s*"?(?:from|payer)\b/i.test(row))) continue;
    const transfer = transferOf(row, line, decimals);
    if (transfer === undefined) return { transfers, wrong: { line, text: row.slice(0, 80) } };
    transfers.push(transfer);
  }
  return { transfers };
}

function transferOf(row: string, line: number, decimals: number): TransferLine | undefined {
  const [, from, to, quoted, plain] = /^\s*(\d{1,10})\s*[,;\t]\s*(\d{1,10})\s*[,;\t]\s*(?:"([^"]*)"|([\d.]+))\s*$/.exec(row) ?? [];
  const amountMinor = minorOf(quoted ?? plain ?? "", decimals);
  const [payer, payee] = [Number(from), Number(to)];
  if (amountMinor === undefined || amountMinor >= 2n ** 64n || !(payer <= MAX_ACCOUNT) || !(payee <= MAX_ACCOUNT)) return undefined;
  return { line, payer, payee, amountMinor };
}
