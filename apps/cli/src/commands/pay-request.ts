import { readFileSync, statSync } from "node:fs";
import { confirm, isCancel } from "@clack/prompts";
import { currencyNumber, decodePaymentRequest, isForChain, type ReadRequest, readQrPng, requestedMinor } from "@sycee/payment-requests";
import type { InstrumentJson } from "@sycee/protocol";
import { type Client, pay, payRequest } from "@sycee/sdk";
import type { AddressBook } from "../address-book/address-book.ts";
import { formatAmount, parseAmount } from "../output/amounts.ts";
import { CliError } from "../output/cli-error.ts";
import { chainOf, sendAct } from "./act.ts";
import { type NodeAccess, openAccess } from "./options.ts";

/** How a code is paid. */
export interface PayRequestOptions extends NodeAccess {
  readonly from: string;
  readonly request?: string;
  readonly picture?: string;
  readonly yes?: true;
}

/** Pays what a code asks for, after showing it. Throws `CliError` `other_chain`, `other_currency`, `amount_locked`, `no_amount`, `not_confirmed`, `unknown_instrument`, and `CodeError`. */
export async function payByCode(text: string | undefined, options: PayRequestOptions): Promise<void> {
  const { client, book } = openAccess(options);
  const read = decodePaymentRequest(options.request ?? readQrPng(readPicture(options.picture ?? "")));
  const { chainId } = await chainOf(client);
  if (!isForChain(read, chainId))
    throw new CliError("other_chain", `The code is for another ledger than that of ${client.connection.url}.`);
  const instrument = await instrumentOf(client, read);
  const { decimals, symbol } = instrument;
  const amountMinor = amountOf(text, requestedMinor(read, decimals), instrument);
  const payer = await book.signer(options.from);
  const amount = `${formatAmount(amountMinor, decimals)} ${symbol}`;
  if (options.json === undefined) for (const line of await shown(read, book, amount)) console.log(line);
  await askToPay(amount, options);
  const asked = { payee: read.payee, instrument: instrument.instrument, amountMinor };
  const call = read.once === undefined ? pay(asked) : payRequest({ request: read.once.request, ...asked });
  const said = `paid ${amount} from ${await book.nameOf(payer.address)} to ${await book.nameOf(read.payee)}`;
  const facts = { from: payer.address, to: read.payee, symbol, amountMinor: amountMinor.toString() };
  await sendAct(client, options, { signers: [payer], calls: [call], said, facts });
}

async function shown(read: ReadRequest, book: AddressBook, amount: string): Promise<string[]> {
  const { merchant, reference, once } = read;
  const { alternate } = merchant;
  // A name in a code is the code's word; the address is what is paid.
  const place = alternate === undefined ? "" : ` (${[alternate.name, alternate.city].filter((part) => part !== undefined).join(", ")})`;
  return [
    `payee    ${merchant.name}, ${merchant.city}, ${merchant.country}${place}`,
    `address  ${await book.nameOf(read.payee)} ${read.payee}`,
    `amount   ${amount}`,
    ...(reference === undefined ? [] : [`for      ${reference}`]),
    ...(once === undefined ? [] : [`until    ${new Date(Number(once.expiresMs)).toISOString()}, once`]),
  ];
}

async function askToPay(amount: string, options: PayRequestOptions): Promise<void> {
  if (options.yes) return;
  if (options.json || !process.stdin.isTTY)
    throw new CliError("not_confirmed", "Nobody can be asked here: add --yes to pay what the code asks for.");
  const answer = await confirm({ message: `Pay ${amount}?` });
  if (isCancel(answer) || !answer) throw new CliError("not_confirmed", "Nothing was paid.");
}

async function instrumentOf(client: Client, read: ReadRequest): Promise<InstrumentJson> {
  const found = (await client.instruments()).find(({ instrument }) => instrument === read.instrument);
  if (found === undefined) throw new CliError("unknown_instrument", `There is no instrument ${read.instrument} on this ledger.`);
  if (currencyNumber(found.unit) !== read.currency) {
    throw new CliError("other_currency", `The code asks for currency ${read.currency}, and ${found.symbol} is in ${found.unit}.`);
  }
  return found;
}

function amountOf(text: string | undefined, asked: bigint | undefined, { decimals }: InstrumentJson): bigint {
  const given = text === undefined ? undefined : parseAmount(text, decimals);
  const amountMinor = asked ?? given;
  if (amountMinor === undefined) throw new CliError("no_amount", "The code does not say how much: give the amount.");
  if (given !== undefined && given !== amountMinor) {
    throw new CliError("amount_locked", `The code asks for ${formatAmount(amountMinor, decimals)}, and no other amount.`);
  }
  return amountMinor;
}

const MAX_PICTURE_BYTES = 64_000_000;

function readPicture(file: string): Uint8Array {
  try {
    const status = statSync(file);
    // Devices have no end.
    if (!status.isFile() || status.size > MAX_PICTURE_BYTES) {
      throw new CliError("file_not_read", `${file} is no file of at most 64 megabytes.`);
    }
    return readFileSync(file);
  } catch (error) {
    if (error instanceof CliError) throw error;
    throw new CliError("file_not_read", `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
}
