import { decodePayerCode, encodePayerCode, qrText } from "@sycee/payment-requests";
import {
  type Client,
  COLLECTION_GAS_LIMIT,
  collectOnCode,
  disablePaymentCodes,
  enablePaymentCodes,
  money,
  PAYMENT_CODE_LIFE_MS,
  readResource,
  signerOf,
  signPaymentCode,
} from "@sycee/sdk";
import { type Command, Option } from "commander";
import { DEVELOPMENT_CASH } from "../economy/development-accounts.ts";
import { formatAmount, parseAmount } from "../output/amounts.ts";
import { CliError } from "../output/cli-error.ts";
import { chainOf, freshNumber, sendAct } from "./act.ts";
import { type NodeAccess, openAccess, withExample, withNodeAccess, withQuestion } from "./options.ts";
import { findInstrument } from "./pay.ts";

interface PayerOptions extends NodeAccess {
  readonly from: string;
  readonly instrument: string;
}

/** `sycee code allow|show|forbid|collect`. */
export function addCodeCommands(program: Command): void {
  const code = program.command("code").description("Pay by a code that you show: signed, for one minute and one use, up to a limit");
  withExample(
    code,
    "sycee code allow 200 --from alice",
    "sycee code show 50 --from alice",
    "sycee code collect 12.50 --to tea-house --code hQVD…",
  );
  const instrument = () => new Option("--instrument <symbol>", "what is paid with").default(DEVELOPMENT_CASH);
  payer(withQuestion(code.command("allow <most>")), "Let your wallet be paid from by codes, of at most so much each", "allow 200")
    .addOption(instrument())
    .action(allow);
  payer(code.command("show <limit>"), "Make a code that a payee can collect up to so much on, within a minute", "show 50")
    .addOption(instrument())
    .action(show);
  payer(code.command("forbid"), "Let no code be good any more", "forbid").action(forbid);
  withExample(withNodeAccess(code.command("collect <amount>")), "sycee code collect 12.50 --to tea-house --code hQVD…")
    .description("Be paid on a code that somebody shows")
    .requiredOption("--to <name>", "the payee, whose key you have")
    .requiredOption("--code <text>", "the code")
    .action(collect);
}

function payer(command: Command, description: string, example: string): Command {
  return withExample(withNodeAccess(command), `sycee code ${example} --from alice`)
    .description(description)
    .requiredOption("--from <name>", "the payer, whose key you have");
}

async function allow(text: string, options: PayerOptions): Promise<void> {
  const { client, book } = openAccess(options);
  const { instrument, decimals, symbol } = await findInstrument(client, options.instrument);
  const mostMinor = parseAmount(text, decimals);
  const key = await book.key(options.from);
  const { chainId } = await chainOf(client);
  const calls = [enablePaymentCodes({ publicKey: key.publicKey, chainId, instrument, mostMinor })];
  if (mostMinor === 0n)
    throw new CliError("invalid_argument", `Codes of nothing are none. To allow no more: sycee code forbid --from ${options.from}`);
  const said = `codes of ${options.from} are good for at most ${formatAmount(mostMinor, decimals)} ${symbol} each`;
  const asks = `Let whoever is shown a code of ${options.from} collect up to ${formatAmount(mostMinor, decimals)} ${symbol} on it?`;
  await sendAct(client, options, { signers: [signerOf(key)], calls, said, asks });
}

async function show(text: string, options: PayerOptions): Promise<void> {
  const { client, book } = openAccess(options);
  const { instrument, decimals, symbol } = await findInstrument(client, options.instrument);
  const limitMinor = parseAmount(text, decimals);
  const key = await book.key(options.from);
  const payerAddress = signerOf(key).address;
  await checkAllowed(client, payerAddress, options.from, limitMinor);
  const { nowMs, chainId } = await chainOf(client);
  const terms = { payer: payerAddress, instrument, limitMinor, expiresMs: nowMs + PAYMENT_CODE_LIFE_MS, number: freshNumber() };
  const signature = await signPaymentCode(key, { chainId, ...terms });
  const code = encodePayerCode({ chain: chainId.subarray(0, 8), ...terms, signature });
  if (options.json) {
    console.log(JSON.stringify({ code, payer: payerAddress, limitMinor: `${limitMinor}`, expiresMs: `${terms.expiresMs}` }));
    return;
  }
  console.log(qrText(code));
  console.log(code);
  console.log(`up to ${formatAmount(limitMinor, decimals)} ${symbol}, once, until ${new Date(Number(terms.expiresMs)).toISOString()}`);
}

// Said here, where it can be helped, and not at the till.
async function checkAllowed(client: Client, address: Parameters<typeof readResource>[1], name: string, limitMinor: bigint): Promise<void> {
  const codes = await readResource(client, address, money.paymentCodesType);
  if (codes === undefined || codes.most < limitMinor) {
    throw new CliError(
      "code_not_allowed",
      `The wallet of ${name} allows no code of that much. Allow it: sycee code allow AMOUNT --from ${name}`,
    );
  }
}

async function forbid(options: Omit<PayerOptions, "instrument">): Promise<void> {
  const { client, book } = openAccess(options);
  const said = `codes of ${options.from} are good no more`;
  await sendAct(client, options, { signers: [await book.signer(options.from)], calls: [disablePaymentCodes()], said });
}

async function collect(text: string, options: NodeAccess & { readonly to: string; readonly code: string }): Promise<void> {
  const { client, book } = openAccess(options);
  const code = decodePayerCode(options.code);
  const { chainId } = await chainOf(client);
  if (code.chain.some((byte, index) => byte !== chainId[index])) {
    throw new CliError("other_chain", `The code is for another ledger than that of ${client.connection.url}.`);
  }
  const found = (await client.instruments()).find(({ instrument }) => instrument === code.instrument);
  if (found === undefined) throw new CliError("unknown_instrument", `There is no instrument ${code.instrument} on this ledger.`);
  const amountMinor = parseAmount(text, found.decimals);
  const payee = await book.signer(options.to);
  const calls = [collectOnCode({ code, signature: code.signature, amountMinor })];
  const said = `collected ${formatAmount(amountMinor, found.decimals)} ${found.symbol} from ${await book.nameOf(code.payer)}`;
  const facts = { from: code.payer, to: payee.address, symbol: found.symbol, amountMinor: `${amountMinor}` };
  await sendAct(client, options, { signers: [payee], calls, said, facts, gasLimit: COLLECTION_GAS_LIMIT });
}
