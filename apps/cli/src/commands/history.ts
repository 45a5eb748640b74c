import type { AccountPaymentsJson, AccountStatementJson, Address } from "@sycee/protocol";
import { csvLine, furtherPayments, type ReadSession, zoneOfUnits } from "@sycee/sdk";
import type { Command } from "commander";
import { formatAmount } from "../output/amounts.ts";
import { CliError } from "../output/cli-error.ts";
import { statementPage } from "../output/statement-page.ts";
import { formatTable } from "../output/table.ts";
import { wholeNumber } from "./act.ts";
import { type NodeAccess, openAccess, withExample, withNodeAccess } from "./options.ts";
import { localTimeText, timeText, zoneOf, zoneText } from "./time.ts";

type Payment = AccountPaymentsJson["payments"][number];

interface HistoryOptions extends NodeAccess {
  readonly as?: string;
  readonly count: string;
  readonly month?: string;
  readonly zone?: string;
  readonly csv?: true;
  readonly html?: true;
}

/** The latest payments, or a month's with the totals of each instrument. */
interface Statement {
  readonly address: Address;
  readonly month?: string;
  readonly zoneOffsetMinutes?: number;
  /** The block whose state the node's history begins with; 0 where it has every block. */
  readonly beginsAtHeight: string;
  /** What is missing because of that, in a sentence; absent where nothing is. */
  readonly missing?: string;
  readonly totals?: AccountStatementJson["totals"];
  /** The newest first. */
  readonly payments: readonly Payment[];
}

/** A payment as it is shown: time, what, with whom, amount, instrument, balance after it, what it was for, transaction. */
type Row = readonly [string, string, string, string, string, string, string, string];
/** Which of them are amounts. */
const AMOUNTS = [3, 5];

/** What others wrote must not steer whoever's terminal it is shown on. */
const CONTROL = /\p{Cc}/gu;
const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;
const PAGE = 500;
const MAX_SHOWN = 10_000n;
/** A month of more payments than this is not told in one piece. */
const MAX_STATEMENT = 100_000;
const HEAD: Row = ["time", "what", "with", "amount", "instrument", "balance after", "for", "transaction"];

/** `sycee history NAME|ADDRESS`. */
export function addHistoryCommand(program: Command): void {
  const command = withNodeAccess(
    program
      .command("history <name-or-address>")
      .description("Show an account's payments with the running balance, or its statement of a month; for whoever may read them"),
  )
    .option("--as <name>", "who reads, whose key you have: the holder if absent")
    .option("--count <number>", "how many of the latest to show", "20")
    .option("--month <month>", "the statement of a month instead, such as 2026-11, with opening and closing balances")
    .option(
      "--zone <offset>",
      "where the month begins and ends, such as +08:00: the zone of the ledger's units if absent, UTC if they differ",
    )
    .option("--csv", "print CSV")
    .option("--html", "print the statement of a month as a page to print or to keep as PDF");
  withExample(
    command,
    "sycee history alice",
    "sycee history alice --month 2026-11 --csv",
    "sycee history alice --month 2026-11 --html > alice.html",
    "sycee history alice --as supervisor",
  ).action(showHistory);
}

async function showHistory(who: string, options: HistoryOptions): Promise<void> {
  const { month } = options;
  if (month !== undefined && !MONTH.test(month)) throw new CliError("invalid_argument", "A month is such as 2026-11.");
  if (month === undefined && (options.html === true || options.zone !== undefined))
    throw new CliError("invalid_argument", "Say of which month, such as --month 2026-11.");
  const count = Number(wholeNumber(options.count, 1n, MAX_SHOWN));
  const chosen = options.zone === undefined ? undefined : zoneOf(options.zone);
  const { client, book } = openAccess(options);
  const address = await book.resolve(who);
  const session = await client.openReadSession(await book.signer(options.as ?? who));
  try {
    const shown =
      month === undefined
        ? await latest(session, address, count)
        : await statementOf(session, address, month, chosen ?? zoneOfUnits(await client.instruments()));
    await print(shown, options, book.nameOf);
  } finally {
    await session.end();
  }
}

/** The latest payments. */
async function latest(session: ReadSession, address: Address, count: number): Promise<Statement> {
  const found: Payment[] = [];
  let before: string | null | undefined;
  let beginsAtHeight = "0";
  while (before !== null && found.length < count) {
    const limit = Math.min(PAGE, count - found.length);
    const page: AccountPaymentsJson = await session.payments(address, { limit, ...(before === undefined ? {} : { before }) });
    found.push(...page.payments);
    before = page.next;
    ({ beginsAtHeight } = page);
  }
  const missing = before === null && beginsAtHeight !== "0" ? notKept(beginsAtHeight) : undefined;
  return { address, beginsAtHeight, payments: found, ...(missing === undefined ? {} : { missing }) };
}

function notKept(beginsAtHeight: string): string {
  return `This node's history begins with the state of block ${beginsAtHeight}, which it got as a snapshot: payments up to it are not kept here.`;
}

/** The statement of a month with all its payments, those too for which the node's answer has no room. */
async function statementOf(session: ReadSession, address: Address, month: string, zoneOffsetMinutes: number): Promise<Statement> {
  const statement = await session.statement(address, month, zoneOffsetMinutes);
  const found = [...statement.payments];
  for await (const further of furtherPayments(session, statement)) {
    found.push(...further);
    if (found.length > MAX_STATEMENT)
      throw new CliError("too_many_payments", `The account has more than ${MAX_STATEMENT} payments in that month: read them page by page.`);
  }
  const { totals, beginsAtHeight, isWholeMonth } = statement;
  const missing = isWholeMonth ? {} : { missing: `${notKept(beginsAtHeight)} Opening balances are those after it.` };
  return { address, month, zoneOffsetMinutes, beginsAtHeight, ...missing, totals, payments: found };
}

async function print(shown: Statement, options: HistoryOptions, nameOf: (address: Address) => Promise<string>): Promise<void> {
  if (options.json) {
    console.log(JSON.stringify(shown));
    return;
  }
  const rows = await rowsOf(shown, nameOf);
  if (options.html) console.log(pageOf(shown, rows, await nameOf(shown.address)));
  else if (options.csv) printCsv(shown, rows);
  else printText(shown, rows);
  // A file has payments alone.
  if (shown.missing !== undefined && options.html !== true) process.stderr.write(`${shown.missing}\n`);
}

/** The oldest first. */
async function rowsOf({ address, payments, zoneOffsetMinutes }: Statement, nameOf: (address: Address) => Promise<string>): Promise<Row[]> {
  return await Promise.all(
    [...payments].reverse().map(async ({ timeMs, kind, from, to, amountMinor, symbol, decimals, balanceMinor, purpose, transaction }) => {
      const amount = formatAmount(amountMinor, decimals);
      const other = from === address ? to : from;
      // Between customers of an institution money moves that stays the institution's: its own balance does not change.
      const sign = from === to ? "" : to === address ? "+" : "-";
      return [
        zoneOffsetMinutes === undefined ? timeText(timeMs) : localTimeText(timeMs, zoneOffsetMinutes),
        kind,
        other === null || other === address ? "" : await nameOf(other as Address),
        `${sign}${amount}`,
        symbol,
        formatAmount(balanceMinor, decimals),
        (purpose ?? "").replaceAll(CONTROL, "\u{fffd}"),
        transaction,
      ];
    }),
  );
}

function printText({ totals = [], zoneOffsetMinutes }: Statement, rows: readonly Row[]): void {
  if (zoneOffsetMinutes !== undefined) console.log(`times are those of UTC${zoneText(zoneOffsetMinutes)}`);
  for (const { symbol, decimals, openingMinor } of totals) console.log(`opening balance ${formatAmount(openingMinor, decimals)} ${symbol}`);
  console.log(
    rows.length === 0
      ? "no payments"
      : formatTable(
          [HEAD, ...rows].map((row) => row.slice(0, -1)),
          AMOUNTS,
        ),
  );
  for (const { symbol, decimals, otherMinor, closingMinor } of totals) {
    if (otherMinor !== "0") console.log(`moved without a payment ${formatAmount(otherMinor, decimals)} ${symbol}`);
    console.log(`closing balance ${formatAmount(closingMinor, decimals)} ${symbol}`);
  }
}

function printCsv({ totals = [] }: Statement, rows: readonly Row[]): void {
  const balance = (name: string, amount: (total: AccountStatementJson["totals"][number]) => string): Row[] =>
    totals.map((total) => ["", name, "", "", total.symbol, formatAmount(amount(total), total.decimals), "", ""]);
  const moved = totals.flatMap(({ symbol, decimals, otherMinor }): Row[] =>
    otherMinor === "0" ? [] : [["", "moved without a payment", "", formatAmount(otherMinor, decimals), symbol, "", "", ""]],
  );
  const all = [
    HEAD,
    ...balance("opening balance", ({ openingMinor }) => openingMinor),
    ...rows,
    ...moved,
    ...balance("closing balance", ({ closingMinor }) => closingMinor),
  ];
  // Programs read amounts without the commas between thousands.
  for (const row of all) console.log(csvLine(row.map((cell, column) => (AMOUNTS.includes(column) ? cell.replaceAll(",", "") : cell))));
}

function pageOf(
  { address, month = "", zoneOffsetMinutes = 0, missing, totals = [] }: Statement,
  rows: readonly Row[],
  name: string,
): string {
  return statementPage({
    title: `${name === address ? "Account" : name}: statement of ${month}`,
    about: [address, `Times are those of UTC${zoneText(zoneOffsetMinutes)}.`, ...(missing === undefined ? [] : [missing])],
    totals: totals.map(({ symbol, decimals, openingMinor, inMinor, outMinor, otherMinor, closingMinor }) => [
      symbol,
      ...[openingMinor, inMinor, outMinor, otherMinor, closingMinor].map((minor) => formatAmount(minor, decimals)),
    ]),
    payments: rows.map((row) => row.slice(0, -1)),
  });
}
