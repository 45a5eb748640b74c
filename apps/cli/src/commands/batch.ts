import { readFileSync } from "node:fs";
import type { Address, CustomerAccountJson } from "@sycee/protocol";
import {
  type Client,
  MAX_TRANSFERS,
  type Signer,
  SyceeError,
  TRANSFERS_GAS_LIMIT,
  transferBatch,
  transferEMoney,
  transfersOf,
  type TransferStatus,
} from "@sycee/sdk";
import type { Command } from "commander";
import { readTransfers, type TransferLine } from "../batch/read-transfers.ts";
import { formatAmount } from "../output/amounts.ts";
import { CliError } from "../output/cli-error.ts";
import { type NodeAccess, openAccess, withExample, withNodeAccess } from "./options.ts";

interface BatchOptions extends NodeAccess {
  readonly from: string;
  readonly instrument?: string;
}

interface Refusal extends TransferLine {
  readonly status: TransferStatus;
}

type BookInstrument = Pick<CustomerAccountJson["balances"][number], "instrument" | "symbol" | "decimals">;

/** The call that makes transfers in a book: an operator's in digital cash, a payment institution's in e-money. */
type TransferCall = typeof transferBatch | typeof transferEMoney;

interface Outcome {
  readonly transactions: string[];
  readonly refusals: Refusal[];
  /** Lines that are final, accepted or refused. */
  final: number;
  accepted: number;
  totalMinor: bigint;
}

/** `sycee batch --from NAME FILE`. */
export function addBatchCommand(program: Command): void {
  const command = program
    .command("batch <file>")
    .description(
      "Make transfers between the customers' accounts of an operator or payment institution, each line of a file one, and wait until they are final",
    )
    .requiredOption("--from <name>", "the operator or payment institution that keeps the accounts, whose key you have")
    .option("--instrument <symbol>", "what the accounts have to be in; refused if they are in something else")
    .addHelpText(
      "after",
      `
A line is payer,payee,amount: two numbers of accounts, and how much. A transfer that is refused leaves the others.
A file that is posted again pays again.

Accounts are numbered from 0. An operator begins once, opens so many, and puts cash from its till (minor units) on one:
  sycee move call banking::customer_accounts::begin --signer harbour-bank
  sycee move call banking::customer_accounts::open 1000 --signer harbour-bank
  sycee move call banking::customer_accounts::deposit 17 250000 --signer harbour-bank`,
    );
  withExample(withNodeAccess(command), "sycee batch --from harbour-bank salaries.csv").action(postBatch);
}

async function postBatch(file: string, options: BatchOptions): Promise<void> {
  const { client, book } = openAccess(options);
  const text = textOf(file);
  const operator = await book.signer(options.from);
  const instrument = await instrumentOfBook(client, operator, options);
  const transfers = readTransfers(text, instrument.decimals);
  const outcome: Outcome = { transactions: [], refusals: [], final: 0, accepted: 0, totalMinor: 0n };
  try {
    const call = await transferCallOf(client, instrument);
    while (outcome.final < transfers.length) {
      await post(client, operator, call, transfers.slice(outcome.final, outcome.final + MAX_TRANSFERS), outcome);
      if (options.json === undefined && transfers.length > MAX_TRANSFERS) {
        console.error(`${outcome.final} of ${transfers.length} lines are final`);
      }
    }
  } finally {
    // Also when a later part of the file failed: nobody may think that nothing was paid.
    if (outcome.final > 0) tell(outcome, transfers, instrument, options);
  }
  const refused = outcome.refusals.length;
  if (refused === 0) return;
  const others = refused === transfers.length ? "" : "; the others are final";
  throw new CliError("transfers_refused", `${refused} of ${transfers.length} transfers were refused${others}.`);
}

/** What the accounts are in is for the ledger to say: amounts are read with its decimals. */
async function instrumentOfBook(client: Client, { address }: Signer, { from, instrument }: BatchOptions): Promise<BookInstrument> {
  const books = await booksOf(client, address, from);
  const found = instrument === undefined && books.length === 1 ? books[0] : books.find(({ symbol }) => symbol === instrument);
  if (found !== undefined) return found;
  const symbols = books.map(({ symbol }) => symbol).join(", ");
  throw new CliError(
    "unknown_instrument",
    `The customers' accounts of ${from} are in ${symbols}, not in ${instrument ?? "one instrument"}.`,
  );
}

async function booksOf(client: Client, address: Address, from: string): Promise<readonly BookInstrument[]> {
  try {
    return (await client.customerAccount(address, 0)).balances;
  } catch (error) {
    if (!(error instanceof SyceeError) || error.code !== "unknown_account") throw error;
    throw new CliError("no_customer_accounts", `${from} has opened no customers' accounts; sycee batch --help says how.`);
  }
}

function tell(
  { transactions, refusals, final, accepted, totalMinor }: Outcome,
  transfers: readonly TransferLine[],
  { symbol, decimals }: BookInstrument,
  { json }: BatchOptions,
): void {
  // The first line of which it is not told here what became of it.
  const next = transfers[final]?.line;
  if (json) {
    const refused = refusals.map(({ amountMinor, ...refusal }) => ({ ...refusal, amountMinor: amountMinor.toString() }));
    const stopped = next === undefined ? {} : { stoppedAtLine: next };
    console.log(JSON.stringify({ transactions, accepted, totalMinor: totalMinor.toString(), symbol, refused, ...stopped }));
    return;
  }
  for (const { line, payer, payee, amountMinor, status } of refusals) {
    console.log(`line ${line}: ${payer} to ${payee}, ${formatAmount(amountMinor, decimals)} ${symbol}: ${status.replaceAll("_", " ")}`);
  }
  console.log(`made ${accepted} of ${transfers.length} transfers, ${formatAmount(totalMinor, decimals)} ${symbol}, all final`);
  for (const id of transactions) console.log(`transaction ${id}`);
  if (next !== undefined) console.log(`stopped at line ${next}: what is said here is of the lines before it, post only the others again`);
}

async function transferCallOf(client: Client, { instrument }: BookInstrument): Promise<TransferCall> {
  const found = (await client.instruments()).find((each) => each.instrument === instrument);
  return found?.kind === "e-money" ? transferEMoney : transferBatch;
}

async function post(
  client: Client,
  operator: Signer,
  transferCall: TransferCall,
  lines: readonly TransferLine[],
  outcome: Outcome,
): Promise<void> {
  const call = transferCall({
    payers: lines.map(({ payer }) => payer),
    payees: lines.map(({ payee }) => payee),
    amountsMinor: lines.map(({ amountMinor }) => amountMinor),
  });
  const receipt = await client.send({ signers: [operator], calls: [call], gasLimit: TRANSFERS_GAS_LIMIT });
  const [posted] = transfersOf(receipt);
  if (posted?.statuses.length !== lines.length) throw new Error("the receipt does not tell what became of each transfer");
  outcome.transactions.push(receipt.id);
  outcome.final += lines.length;
  outcome.accepted += Number(posted.accepted);
  outcome.totalMinor += posted.total;
  for (const [index, status] of posted.statuses.entries()) {
    const line = lines[index];
    if (line !== undefined && status !== "accepted") outcome.refusals.push({ ...line, status });
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new CliError("invalid_argument", `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}
