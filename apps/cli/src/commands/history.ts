import type { AccountPaymentsJson, Address } from "@sycee/protocol";
import type { ReadSession } from "@sycee/sdk";
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
  readonly zone: string;
  readonly csv?: true;
}

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
    .option("--month <month>", "the statement of a month instead, such as 2026-11, with opening and closing balances")
    .option("--zone <offset>", "the zone in which the month begins and ends", "+08:00")
    .option("--csv", "print CSV");
  withExample(command, "sycee history alice", "sycee history alice --month 2026-11 --csv", "sycee history alice --as supervisor").action(
    showHistory,
  );
}

async function showHistory(who: string, options: HistoryOptions): Promise<void> {
  const { client, book } = openAccess(options);
  const address = await book.resolve(who);
  const month = options.month === undefined ? undefined : monthOf(options.month, options.zone);
  const session = await client.openReadSession(await book.signer(options.as ?? who));
  try {
    const payments =
      month === undefined
        ? await latest(session, address, Number(wholeNumber(options.count, 1n, MAX_SHOWN)))
        : await since(session, address, month.fromMs);
    const shown = payments.filter(
      ({ timeMs }) => month === undefined || (BigInt(timeMs) >= month.fromMs && BigInt(timeMs) < month.untilMs),
    );
    const opening = month === undefined ? [] : openingOf(payments, month.fromMs);
    await print({ address, payments: shown, opening }, options, book.nameOf);
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

/** Those since a time and, of each instrument, one before it if there is any: the newest first. */
async function since(session: ReadSession, address: Address, fromMs: bigint): Promise<Payment[]> {
  const found: Payment[] = [];
  let before: string | null | undefined;
  while (before !== null) {
    const page: AccountPaymentsJson = await session.payments(address, { limit: PAGE, ...(before === undefined ? {} : { before }) });
    found.push(...page.payments);
    before = page.next;
    const instruments = new Set(found.map(({ instrument }) => instrument));
    const known = new Set(found.filter(({ timeMs }) => BigInt(timeMs) < fromMs).map(({ instrument }) => instrument));
    if (known.size > 0 && known.size === instruments.size) break;
    if (found.length > MAX_STATEMENT)
      throw new CliError("too_many_payments", `The account has more than ${MAX_STATEMENT} payments since then: read them page by page.`);
  }
  return found;
}

/** What the account had of each instrument when the month began: what it had after the last payment before it, else nothing. */
function openingOf(payments: readonly Payment[], fromMs: bigint): Payment[] {
  const latestOf = new Map<number, Payment>();
  for (const payment of payments)
    if (BigInt(payment.timeMs) < fromMs && !latestOf.has(payment.instrument)) latestOf.set(payment.instrument, payment);
  return [...latestOf.values()];
}

async function print(
  {
    address,
    payments,
    opening,
  }: { readonly address: Address; readonly payments: readonly Payment[]; readonly opening: readonly Payment[] },
  options: HistoryOptions,
  nameOf: (address: Address) => Promise<string>,
): Promise<void> {
  const openings = opening.map(({ symbol, decimals, balanceMinor }) => ({ symbol, decimals, balanceMinor }));
  if (options.json) {
    console.log(JSON.stringify({ address, ...(options.month === undefined ? {} : { month: options.month, opening: openings }), payments }));
    return;
  }
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
  for (const { symbol, decimals, balanceMinor } of openings)
    console.log(`opening balance ${formatAmount(balanceMinor, decimals)} ${symbol}`);
  const shown = rows.map((row) => row.slice(0, -1));
  console.log(rows.length === 0 ? "no payments" : formatTable([head.slice(0, -1), ...shown], [3, 5]));
  if (options.month === undefined) return;
  const closing = new Map([...opening, ...[...payments].reverse()].map((payment) => [payment.symbol, payment]));
  for (const { symbol, decimals, balanceMinor } of closing.values())
    console.log(`closing balance ${formatAmount(balanceMinor, decimals)} ${symbol}`);
}

// Amounts have commas between thousands.
function csvCell(text: string): string {
  const plain = /^[+-]?[\d,]+(?:\.\d+)?$/.test(text) ? text.replaceAll(",", "") : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** When a month begins and the next one does, in milliseconds since 1970. Throws `CliError` `invalid_argument`. */
function monthOf(text: string, zone: string): { readonly fromMs: bigint; readonly untilMs: bigint } {
  const [, year = "", month = ""] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text) ?? [];
  const [, sign = "", hours = "", minutes = ""] = /^([+-])(\d{2}):([0-5]\d)$/.exec(zone) ?? [];
  if (year === "" || sign === "") throw new CliError("invalid_argument", "A month is such as 2026-11, a zone such as +08:00.");
  const offsetMs = (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
  const at = (number: number) => BigInt(Date.UTC(Number(year), number - 1) - offsetMs);
  return { fromMs: at(Number(month)), untilMs: at(Number(month) + 1) };
}
