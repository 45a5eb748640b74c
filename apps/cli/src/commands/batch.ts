import { readFileSync } from "node:fs";
import { type Client, MAX_TRANSFERS, type Signer, TRANSFERS_GAS_LIMIT, transferBatch, transfersOf, type TransferStatus } from "@sycee/sdk";
import { type Command, Option } from "commander";
import { readTransfers, type TransferLine } from "../batch/read-transfers.ts";
import { DEVELOPMENT_CASH } from "../economy/development-accounts.ts";
import { formatAmount } from "../output/amounts.ts";
import { CliError } from "../output/cli-error.ts";
import { type NodeAccess, openAccess, withExample, withNodeAccess } from "./options.ts";
import { findInstrument } from "./pay.ts";

interface BatchOptions extends NodeAccess {
  readonly from: string;
  readonly instrument: string;
}

interface Refusal extends TransferLine {
  readonly status: TransferStatus;
}

interface Outcome {
  readonly transactions: string[];
  readonly refusals: Refusal[];
  accepted: number;
  totalMinor: bigint;
}

/** `sycee batch --from NAME FILE`. */
export function addBatchCommand(program: Command): void {
  const command = program
    .command("batch <file>")
    .description("Make transfers between the customers' accounts of an operator, each line of a file one, and wait until they are final")
    .requiredOption("--from <name>", "the operator that keeps the accounts, whose key you have")
    .addOption(new Option("--instrument <symbol>", "what the accounts are in").default(DEVELOPMENT_CASH))
    .addHelpText(
      "after",
      "\nA line is payer,payee,amount: two numbers of accounts, and how much. A transfer that is refused leaves the others.",
    );
  withExample(withNodeAccess(command), "sycee batch --from harbour-bank salaries.csv").action(postBatch);
}

async function postBatch(file: string, options: BatchOptions): Promise<void> {
  const { client, book } = openAccess(options);
  const { decimals, symbol } = await findInstrument(client, options.instrument);
  const transfers = readTransfers(textOf(file), decimals);
  const operator = await book.signer(options.from);
  const outcome: Outcome = { transactions: [], refusals: [], accepted: 0, totalMinor: 0n };
  for (let first = 0; first < transfers.length; first += MAX_TRANSFERS) {
    await post(client, operator, transfers.slice(first, first + MAX_TRANSFERS), outcome);
    if (options.json === undefined && transfers.length > MAX_TRANSFERS) {
      console.error(`${Math.min(first + MAX_TRANSFERS, transfers.length)} of ${transfers.length} lines are final`);
    }
  }
  const { transactions, refusals, accepted, totalMinor } = outcome;
  if (options.json) {
    const refused = refusals.map(({ amountMinor, ...refusal }) => ({ ...refusal, amountMinor: amountMinor.toString() }));
    console.log(JSON.stringify({ transactions, accepted, totalMinor: totalMinor.toString(), symbol, refused }));
  } else {
    for (const { line, payer, payee, amountMinor, status } of refusals) {
      console.log(`line ${line}: ${payer} to ${payee}, ${formatAmount(amountMinor, decimals)} ${symbol}: ${status.replaceAll("_", " ")}`);
    }
    console.log(`made ${accepted} of ${transfers.length} transfers, ${formatAmount(totalMinor, decimals)} ${symbol}, all final`);
    for (const id of transactions) console.log(`transaction ${id}`);
  }
  if (refusals.length > 0) {
    throw new CliError("transfers_refused", `${refusals.length} of ${transfers.length} transfers were refused; the others are final.`);
  }
}

async function post(client: Client, operator: Signer, lines: readonly TransferLine[], outcome: Outcome): Promise<void> {
  const call = transferBatch({
    payers: lines.map(({ payer }) => payer),
    payees: lines.map(({ payee }) => payee),
    amountsMinor: lines.map(({ amountMinor }) => amountMinor),
  });
  const receipt = await client.send({ signers: [operator], calls: [call], gasLimit: TRANSFERS_GAS_LIMIT });
  const [posted] = transfersOf(receipt);
  if (posted?.statuses.length !== lines.length) throw new Error("the receipt does not tell what became of each transfer");
  outcome.transactions.push(receipt.id);
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
