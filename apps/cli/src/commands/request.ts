import { closeSync, existsSync, openSync, rmSync, writeFileSync } from "node:fs";
import { encodePaymentRequest, type Merchant, qrPng, qrSvg, qrText } from "@sycee/payment-requests";
import type { Address } from "@sycee/protocol";
import { openPaymentRequest, paymentRequestAddress } from "@sycee/sdk";
import { type Command, Option } from "commander";
import { DEVELOPMENT_CASH, developmentAccounts } from "../economy/development-accounts.ts";
import { formatAmount, parseAmount } from "../output/amounts.ts";
import { CliError } from "../output/cli-error.ts";
import { chainOf, freshNumber, wholeNumber } from "./act.ts";
import { type NodeAccess, openAccess, withExample, withNodeAccess } from "./options.ts";
import { findInstrument } from "./pay.ts";
import { addRequestShowCommand } from "./request-show.ts";

interface RequestOptions extends NodeAccess {
  readonly to: string;
  readonly instrument: string;
  readonly name?: string;
  readonly city?: string;
  readonly country?: string;
  readonly category: string;
  readonly nameZh?: string;
  readonly cityZh?: string;
  readonly reference?: string;
  readonly expires: string;
  readonly static?: true;
  readonly svg?: string;
  readonly png?: string;
}

/** `sycee request [ask] --to NAME [AMOUNT]`, `sycee request show ADDRESS`. */
export function addRequestCommand(program: Command): void {
  const request = program.command("request").description("Ask for a payment by a QR code, and see whether it was paid");
  withExample(request, "sycee request 25.80 --to tea-house --png tea.png", "sycee request show 0x9c…");
  const command = request
    .command("ask [amount]", { isDefault: true })
    .description("Ask for a payment by a QR code (EMVCo, merchant-presented); the payer says how much if you do not")
    .requiredOption("--to <name>", "the payee, whose key you have")
    .addOption(new Option("--instrument <symbol>", "what to be paid with").default(DEVELOPMENT_CASH))
    .option("--name <name>", "the payee's name as the payer sees it, up to 25 characters of ASCII")
    .option("--name-zh <name>", "the same in Chinese")
    .option(
      "--city <city>",
      "where the payee is, up to 15 characters of ASCII: where its shop is registered if absent, as those of the development economy are",
    )
    .option("--city-zh <city>", "the same in Chinese")
    .option("--country <code>", "two letters of ISO 3166-1, such as CN; likewise")
    .option("--category <code>", "four digits of ISO 18245", "0000")
    .option("--reference <text>", "what it is for, up to 25 characters of ASCII")
    .option("--expires <minutes>", "until when it can be paid", "15")
    .option("--static", "a code for any number of payments, that never expires and is not on the ledger")
    .option("--svg <file>", "draw it as SVG")
    .option("--png <file>", "draw it as PNG");
  addRequestShowCommand(request);
  withExample(withNodeAccess(command), "sycee request 25.80 --to tea-house --name-zh 茶馆 --png tea.png").action(makeRequest);
}

async function makeRequest(text: string | undefined, options: RequestOptions): Promise<void> {
  const { client, book } = openAccess(options);
  if (options.cityZh !== undefined && options.nameZh === undefined)
    throw new CliError("invalid_argument", "--city-zh goes with --name-zh: a code has both in Chinese, or the name alone.");
  const instrument = await findInstrument(client, options.instrument);
  const amountMinor = text === undefined ? undefined : parseAmount(text, instrument.decimals);
  if (amountMinor === 0n)
    throw new CliError("invalid_argument", "Ask for more than nothing, or give no amount: then the payer says how much.");
  const payee = await book.signer(options.to);
  const merchant = await merchantOf(options, payee.address, await book.nameOf(payee.address));
  const { nowMs, chainId } = await chainOf(client);
  const number = freshNumber();
  const expiresMs = nowMs + wholeNumber(options.expires, 1n, 527_040n) * 60_000n;
  const once = options.static ? undefined : { request: paymentRequestAddress(payee.address, number), expiresMs };
  const code = encodePaymentRequest({
    chainId,
    payee: payee.address,
    instrument: instrument.instrument,
    unit: instrument.unit,
    decimals: instrument.decimals,
    merchant,
    ...(amountMinor === undefined ? {} : { amountMinor }),
    ...(options.reference === undefined ? {} : { reference: options.reference }),
    ...(once === undefined ? {} : { once }),
  });
  const { reference = "" } = options;
  // Before anything is on the ledger: a request that nobody can be shown is worth nothing.
  for (const file of [options.svg, options.png]) if (file !== undefined) checkWritable(file);
  if (once !== undefined) {
    const asked = { number, instrument: instrument.instrument, expiresMs, reference };
    await client.send({
      signers: [payee],
      calls: [openPaymentRequest({ ...asked, ...(amountMinor === undefined ? {} : { amountMinor }) })],
    });
  }
  if (options.svg !== undefined) write(options.svg, qrSvg(code));
  if (options.png !== undefined) write(options.png, qrPng(code));
  if (options.json) {
    console.log(
      JSON.stringify({ code, payee: payee.address, ...(once === undefined ? {} : { request: once.request, expiresMs: `${expiresMs}` }) }),
    );
    return;
  }
  const amount = amountMinor === undefined ? "any amount of" : formatAmount(amountMinor, instrument.decimals);
  console.log(qrText(code));
  console.log(code);
  console.log(
    `asks ${amount} ${instrument.symbol} for ${await book.nameOf(payee.address)}, ${once === undefined ? "any number of times" : `once, at ${once.request}`}`,
  );
}

async function merchantOf(options: RequestOptions, payee: Address, known: string): Promise<Merchant> {
  const { name = known.slice(0, 25), category: categoryCode, nameZh, cityZh } = options;
  const registered = (await developmentAccounts()).find(({ address }) => address === payee)?.place;
  const { city = registered?.city, country = registered?.country } = options;
  if (city === undefined || country === undefined) {
    throw new CliError(
      "invalid_argument",
      "A code says where the payee is: name its city and country, such as --city Qingdao --country CN.",
    );
  }
  const alternate = nameZh === undefined ? undefined : { language: "ZH", name: nameZh, ...(cityZh === undefined ? {} : { city: cityZh }) };
  return { name, city, country, categoryCode, ...(alternate === undefined ? {} : { alternate }) };
}

function checkWritable(file: string): void {
  const isNew = !existsSync(file);
  try {
    closeSync(openSync(file, "a"));
    if (isNew) rmSync(file);
  } catch (error) {
    throw notWritten(file, error);
  }
}

function notWritten(file: string, error: unknown): CliError {
  return new CliError("file_not_written", `${file} cannot be written: ${error instanceof Error ? error.message : String(error)}.`);
}

function write(file: string, content: string | Uint8Array): void {
  try {
    writeFileSync(file, content);
  } catch (error) {
    throw notWritten(file, error);
  }
}
