import { parseAmount } from "../output/amounts.ts";
import { CliError } from "../output/cli-error.ts";

/** A transfer as a line of a file has it. */
export interface TransferLine {
  /** From 1. */
  readonly line: number;
  readonly payer: number;
  readonly payee: number;
  readonly amountMinor: bigint;
}

const LINE = /^\s*(\d{1,10})\s*,\s*(\d{1,10})\s*,\s*([\d.]{1,40})\s*$/;
const HEADER = /^\s*payer\s*,\s*payee\s*,\s*amount\s*$/i;
const MAX_ACCOUNT = 0xffff_ffff;

/**
 * The transfers of a file of lines `payer,payee,amount`: two numbers of accounts and an amount as people write it. The first
 * line may name the columns; empty lines are passed over. Throws `CliError` `invalid_argument` with the line's number.
 */
export function readTransfers(text: string, decimals: number): TransferLine[] {
  const transfers: TransferLine[] = [];
  for (const [index, content] of text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .entries()) {
    if (content.trim() === "" || (index === 0 && HEADER.test(content))) continue;
    const line = index + 1;
    const [, payer, payee, amount] = LINE.exec(content) ?? [];
    if (payer === undefined || payee === undefined || amount === undefined) {
      throw new CliError("invalid_argument", `Line ${line} is not payer,payee,amount such as 17,4,12.50.`);
    }
    transfers.push({ line, payer: accountOf(payer, line), payee: accountOf(payee, line), amountMinor: amountOf(amount, decimals, line) });
  }
  if (transfers.length === 0) throw new CliError("invalid_argument", "The file has no transfers.");
  return transfers;
}

function accountOf(text: string, line: number): number {
  const account = Number(text);
  if (account > MAX_ACCOUNT) throw new CliError("invalid_argument", `Line ${line}: there is no account ${text}.`);
  return account;
}

function amountOf(text: string, decimals: number, line: number): bigint {
  try {
    return parseAmount(text, decimals);
  } catch (error) {
    if (error instanceof CliError) throw new CliError("invalid_argument", `Line ${line}: ${error.message}`);
    throw error;
  }
}
