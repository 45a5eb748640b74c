import { type Client, pay } from "@sycee/sdk";
import type { InstrumentJson } from "@sycee/protocol";
import { type Command, Option } from "commander";
import { DEVELOPMENT_CASH } from "../economy/development-accounts.ts";
import { formatAmount, parseAmount } from "../output/amounts.ts";
import { CliError } from "../output/cli-error.ts";
import { openAccess, withExample, withNodeAccess } from "./options.ts";
import { payByCode, type PayRequestOptions } from "./pay-request.ts";

interface PayOptions extends PayRequestOptions {
  readonly to?: string;
  readonly instrument: string;
}

/** `sycee pay --from NAME --to NAME AMOUNT`, or `--request CODE`, or `--picture FILE`. */
export function addPayCommand(program: Command): void {
  const command = program
    .command("pay [amount]")
    .description("Pay from one wallet to another, or what a code asks for, and wait until it is final")
    .requiredOption("--from <name>", "the payer, whose key you have")
    .option("--to <name-or-address>", "the payee")
    .option("--request <code>", "pay what a code asks for, after it is shown and you agree (see: sycee request)")
    .option("--picture <file>", "the same, the code read from a PNG")
    .option("--yes", "agree to what the code asks for")
    .addOption(new Option("--instrument <symbol>", "what to pay with; a code says it by itself").default(DEVELOPMENT_CASH));
  withExample(
    withNodeAccess(command),
    "sycee pay --from alice --to bob 12.50",
    "sycee pay --from alice --request 000201…",
    "sycee pay --from alice --picture tea.png",
  ).action(payAny);
}

async function payAny(text: string | undefined, options: PayOptions): Promise<void> {
  const ways = [options.to, options.request, options.picture].filter((way) => way !== undefined);
  if (ways.length !== 1) throw new CliError("invalid_argument", "Say who is paid by exactly one of --to, --request and --picture.");
  if (options.to === undefined) return await payByCode(text, options);
  if (text === undefined) throw new CliError("invalid_argument", "Say how much to pay.");
  await payAmount(text, { ...options, to: options.to });
}

async function payAmount(text: string, options: PayOptions & { readonly to: string }): Promise<void> {
  const { client, book } = openAccess(options);
  const instrument = await findInstrument(client, options.instrument);
  const amountMinor = parseAmount(text, instrument.decimals);
  const payer = await book.signer(options.from);
  const payee = await book.resolve(options.to);
  const receipt = await client.send({ signers: [payer], calls: [pay({ payee, instrument: instrument.instrument, amountMinor })] });
  if (options.json) {
    const { id, height, index } = receipt;
    const { symbol } = instrument;
    console.log(JSON.stringify({ id, height, index, from: payer.address, to: payee, symbol, amountMinor: amountMinor.toString() }));
    return;
  }
  const parties = `from ${await book.nameOf(payer.address)} to ${await book.nameOf(payee)}`;
  console.log(`paid ${formatAmount(amountMinor, instrument.decimals)} ${instrument.symbol} ${parties}, final in block ${receipt.height}`);
  console.log(`transaction ${receipt.id}`);
}

/** The instrument of a symbol. Throws `CliError` `unknown_instrument`. */
export async function findInstrument(client: Client, symbol: string): Promise<InstrumentJson> {
  const instruments = await client.instruments();
  const found = instruments.find((instrument) => instrument.symbol === symbol);
  if (found !== undefined) return found;
  const known = instruments.map((instrument) => instrument.symbol).join(", ");
  throw new CliError(
    "unknown_instrument",
    `There is no instrument ${JSON.stringify(symbol)} on this ledger; it has ${known === "" ? "none" : known}.`,
  );
}
