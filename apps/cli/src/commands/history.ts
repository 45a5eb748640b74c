import type { AccountPaymentsJson, AccountStatementJson, Address } from "@sycee/protocol";
import { furtherPayments, type ReadSession } from "@sycee/sdk";
import type { Command } from "commander";
import { formatAmount } from "../output/amounts.ts";
import { CliError } from "../output/cli-error.ts";
import { formatTable } from "../output/table.ts";
import { wholeNumber } from "./act.ts";
import { type NodeAccess, openAccess, withExample, withNodeAccess } from "./options.ts";
import { timeText } from "./time.ts";

type Payment = AccountPaymentsJson["payments"][number];

interface HistoryOptions extends NodeAccess {
  readonly as?: string;
  readonly count: string;
  readonly month?: string;
  readonly csv?: true;
}

/** The latest payments, or a month's with the totals of each instrument. */
interface Statement {
  readonly address: Address;
  readonly month?: string;
  readonly totals?: AccountStatementJson["totals"];
  /** The newest first. */
  readonly payments: readonly Payment[];
}

const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;
const PAGE = 500;
const MAX_SHOWN = 10_000n;
/** A month of more payments than this is not told in one piece. */
const MAX_STATEMENT = 100_000;

/** `sycee history NAME|ADDRESS`. */
export function addHistoryCommand(program: Command): void {
  const command = withNodeAccess(
    program
      .command("history <name-or-address>")
      .description("Show an account's payments with the running balance, or its statement of a month; for whoever may read them"),
  )
    .option("--as <name>", "who reads, whose key you have: the holder if absent")
    .option("--count <number>", "how many of the latest to show", "20")
    .option("--month <month>", "the statement of a month in UTC instead, such as 2026-11, with opening and closing balances")
    .option("--csv", "print CSV");
  withExample(command, "sycee history alice", "sycee history alice --month 2026-11 --csv", "sycee history alice --as supervisor").action(
    showHistory,
  );
}

async function showHistory(who: string, options: HistoryOptions): Promise<void> {
  const { month } = options;
  if (month !== undefined && !MONTH.test(month)) throw new CliError("invalid_argument", "A month is such as 2026-11.");
  const count = Number(wholeNumber(options.count, 1n, MAX_SHOWN));
  const { client, book } = openAccess(options);
  const address = await book.resolve(who);
  const session = await client.openReadSession(await book.signer(options.as ?? who));
  try {
    const shown =
      month === undefined ? { address, payments: await latest(session, address, count) } : await statementOf(session, address, month);
    await print(shown, options, book.nameOf);
  } finally {
    await session.end();
  }
}

/** The latest payments, the newest first. */
async function latest(session: ReadSession, address: Address, count: number): Promise<Payment[]> {
  const found: Payment[] = [];
  let before: string | null | undefined;
  while (before !== null && found.length < count) {
    const limit = Math.min(PAGE, count - found.length);
    const page: AccountPaymentsJson = await session.payments(address, { limit, ...(before === undefined ? {} : { before }) });
    found.push(...page.payments);
    before = page.next;
  }
  return found;
}

/** The statement of a month with all its payments, those too for which the node's answer has no room. */
async function statementOf(session: ReadSession, address: Address, month: string): Promise<Statement> {
  const statement = await session.statement(address, month);
  const found = [...statement.payments];
  for await (const further of furtherPayments(session, statement)) {
    found.push(...further);
    if (found.length > MAX_STATEMENT)
      throw new CliError("too_many_payments", `The account has more than ${MAX_STATEMENT} payments in that month: read them page by page.`);
  }
  return { address, month, totals: statement.totals, payments: found };
}

async function print(shown: Statement, options: HistoryOptions, nameOf: (address: Address) => Promise<string>): Promise<void> {
  if (options.json) {
    console.log(JSON.stringify(shown));
    return;
  }
  const { address, payments, totals = [] } = shown;
  const party = async (other: string | null) => (other === null ? "" : await nameOf(other as Address));
  const rows = await Promise.all(
    [...payments].reverse().map(async ({ timeMs, kind, from, to, amountMinor, symbol, decimals, balanceMinor, transaction }) => {
      const comesIn = to === address && from !== address;
      const amount = formatAmount(amountMinor, decimals);
      return [
        timeText(timeMs),
        kind,
        await party(comesIn ? from : to),
        comesIn ? `+${amount}` : `-${amount}`,
        symbol,
        formatAmount(balanceMinor, decimals),
        transaction,
      ];
    }),
  );
  const head = ["time", "what", "with", "amount", "instrument", "balance after", "transaction"];
  if (options.csv) {
    for (const row of [head, ...rows]) console.log(row.map(csvCell).join(","));
    return;
  }
  for (const { symbol, decimals, openingMinor } of totals) console.log(`opening balance ${formatAmount(openingMinor, decimals)} ${symbol}`);
  console.log(
    rows.length === 0
      ? "no payments"
      : formatTable(
          [head, ...rows].map((row) => row.slice(0, -1)),
          [3, 5],
        ),
  );
  for (const { symbol, decimals, otherMinor, closingMinor } of totals) {
    if (otherMinor !== "0") console.log(`moved without a payment ${formatAmount(otherMinor, decimals)} ${symbol}`);
    console.log(`closing balance ${formatAmount(closingMinor, decimals)} ${symbol}`);
  }
}

// Amounts have commas between thousands.
function csvCell(text: string): string {
  const plain = /^[+-]?[\d,]+(?:\.\d+)?$/.test(text) ? text.replaceAll(",", "") : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
