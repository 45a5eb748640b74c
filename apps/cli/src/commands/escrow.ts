import type { Address, Call, InstrumentJson } from "@sycee/protocol";
import {
  agreeEscrow,
  type Client,
  confirmEscrow,
  decideEscrow,
  deliverEscrow,
  deliverEscrowTo,
  disputeEscrow,
  ESCROW_STATES,
  escrowAddress,
  expireEscrow,
  money,
  openEscrow,
  readResource,
  refundEscrow,
  shipEscrow,
} from "@sycee/sdk";
import { type Command, Option } from "commander";
import { DEVELOPMENT_CASH } from "../economy/development-accounts.ts";
import { formatAmount, parseAmount } from "../output/amounts.ts";
import { CliError } from "../output/cli-error.ts";
import { formatTable } from "../output/table.ts";
import { addressOf, freshNumber, sendAct, wholeNumber } from "./act.ts";
import { type NodeAccess, openAccess, withExample, withNodeAccess, withQuestion } from "./options.ts";
import { findInstrument } from "./pay.ts";

interface OpenOptions extends NodeAccess {
  readonly from: string;
  readonly to: string;
  readonly instrument: string;
  readonly arbiter?: string;
  readonly ship: string;
  readonly inspect: string;
  readonly decide: string;
  readonly silentShare: string;
}

interface ActOptions extends NodeAccess {
  readonly from: string;
  readonly amount?: string;
  readonly evidence?: string;
  readonly to?: string;
}

const DAY_MS = 86_400_000n;

/** `sycee escrow open|ship|confirm|refund|agree|dispute|decide|expire|deliver|collect|show`. */
export function addEscrowCommands(program: Command): void {
  const escrow = program.command("escrow").description("Trade with money that lies with nobody until the goods are accepted");
  withExample(
    escrow,
    "sycee escrow open 380 --from alice --to bookshop --arbiter dan",
    "sycee escrow ship 0x3f… --from bookshop",
    "sycee escrow confirm 0x3f… --from alice",
  );
  withExample(
    withQuestion(withNodeAccess(escrow.command("open <amount>"))),
    "sycee escrow open 380 --from alice --to bookshop --arbiter dan",
  )
    .description("Pay into escrow")
    .requiredOption("--from <name>", "the buyer, whose key you have")
    .requiredOption("--to <name-or-address>", "the seller")
    .option("--arbiter <name-or-address>", "who decides a dispute; without one nobody can dispute")
    .addOption(new Option("--instrument <symbol>", "what to pay with").default(DEVELOPMENT_CASH))
    .option("--ship <days>", "how long the seller has to ship", "7")
    .option("--inspect <days>", "how long the buyer then has to confirm or dispute", "7")
    .option("--decide <days>", "how long the arbiter has", "14")
    .option("--silent-share <percent>", "what the seller gets if the arbiter is silent", "50")
    .action(open);
  act(escrow, "ship", "The seller: the goods are on their way", (at, { evidence = "" }) =>
    shipEscrow({ escrow: at, evidence: new TextEncoder().encode(evidence) }),
  ).option("--evidence <text>", "for the record, e.g. the number of a waybill");
  act(escrow, "confirm", "The buyer: the goods are here, the seller is paid", (at) => confirmEscrow({ escrow: at }));
  act(escrow, "refund", "The seller: everything or a part goes back", (at, _, amountMinor) =>
    refundEscrow({ escrow: at, ...(amountMinor === undefined ? {} : { amountMinor }) }),
  ).option("--amount <amount>", "a part; the trade goes on");
  act(escrow, "dispute", "The buyer: the arbiter is to decide", (at) => disputeEscrow({ escrow: at }));
  act(escrow, "expire", "Anybody: what happens by itself once the time limit has passed", (at) => expireEscrow({ escrow: at }));
  act(escrow, "deliver", "Anybody: tries again what a wallet could not take", (at) => deliverEscrow({ escrow: at }));
  act(escrow, "collect", "The seller: what is due goes into another wallet of the same holder", (at, { to = "" }) =>
    deliverEscrowTo({ escrow: at, to: addressOf(to) }),
  ).requiredOption("--to <address>", "the wallet");
  withExample(withQuestion(withNodeAccess(escrow.command("decide <escrow> <amount>"))), "sycee escrow decide 0x3f… 300 --from dan")
    .description("The arbiter: so much is the seller's, the rest the buyer's")
    .requiredOption("--from <name>", "the arbiter, whose key you have")
    .action(decide);
  withExample(
    withQuestion(withNodeAccess(escrow.command("agree <escrow> <amount>"))),
    "sycee escrow agree 0x3f… 300 --buyer alice --seller bookshop",
  )
    .description("Buyer and seller: so much is the seller's, the rest the buyer's")
    .requiredOption("--buyer <name>", "whose key you have")
    .requiredOption("--seller <name>", "whose key you have")
    .action(agree);
  withExample(withNodeAccess(escrow.command("show <escrow>")), "sycee escrow show 0x3f…")
    .description("Show an escrow")
    .action(show);
}

function act(
  escrow: Command,
  name: string,
  description: string,
  callOf: (at: Address, options: ActOptions, amountMinor: bigint | undefined) => Call,
): Command {
  return withExample(withQuestion(withNodeAccess(escrow.command(`${name} <escrow>`))), `sycee escrow ${name} 0x3f… --from alice`)
    .description(description)
    .requiredOption("--from <name>", "who does it, whose key you have")
    .action(async (where: string, options: ActOptions) => {
      const { client, book } = openAccess(options);
      const at = addressOf(where);
      const { escrow: record, instrument } = await escrowAt(client, at);
      const amountMinor = options.amount === undefined ? undefined : parseAmount(options.amount, instrument.decimals);
      const calls = [callOf(at, options, amountMinor)];
      const sum = formatAmount(amountMinor ?? record.money.value, instrument.decimals);
      const parties = `buyer ${await book.nameOf(record.buyer)}, seller ${await book.nameOf(record.seller)}`;
      const asks = `${name}: ${description} (${sum} ${instrument.symbol}; ${parties}). Do it?`;
      await sendAct(client, options, { signers: [await book.signer(options.from)], calls, said: `${name}: done`, asks });
    });
}

async function open(text: string, options: OpenOptions): Promise<void> {
  const { client, book } = openAccess(options);
  const { instrument, decimals, symbol } = await findInstrument(client, options.instrument);
  const amountMinor = parseAmount(text, decimals);
  const buyer = await book.signer(options.from);
  const seller = await book.resolve(options.to);
  const number = freshNumber();
  const at = escrowAddress(buyer.address, number);
  const call = openEscrow({
    number,
    seller,
    instrument,
    amountMinor,
    ...(options.arbiter === undefined ? {} : { arbiter: await book.resolve(options.arbiter) }),
    shipWithinMs: days(options.ship),
    inspectWithinMs: days(options.inspect),
    decideWithinMs: days(options.decide),
    silentShareBasisPoints: wholeNumber(options.silentShare, 0n, 100n) * 100n,
  });
  const said = `${formatAmount(amountMinor, decimals)} ${symbol} of ${options.from} lie in escrow for ${options.to} at ${at}`;
  const judge = options.arbiter === undefined ? "no arbiter, so nobody can dispute" : `${options.arbiter} decides a dispute`;
  const asks = `Pay ${formatAmount(amountMinor, decimals)} ${symbol} of ${options.from} into escrow for ${options.to}, ${judge}?`;
  await sendAct(client, options, { signers: [buyer], calls: [call], said, facts: { escrow: at }, asks });
}

async function decide(where: string, text: string, options: ActOptions): Promise<void> {
  const { client, book } = openAccess(options);
  const at = addressOf(where);
  const split = await splitAt(client, at, text);
  const calls = [decideEscrow({ escrow: at, forSellerMinor: split.forSellerMinor })];
  await sendAct(client, options, { signers: [await book.signer(options.from)], calls, said: `decided: ${split.said}`, asks: split.asks });
}

async function agree(
  where: string,
  text: string,
  options: NodeAccess & { readonly buyer: string; readonly seller: string },
): Promise<void> {
  const { client, book } = openAccess(options);
  const at = addressOf(where);
  const split = await splitAt(client, at, text);
  const calls = [agreeEscrow({ escrow: at, forSellerMinor: split.forSellerMinor })];
  const signers = [await book.signer(options.buyer), await book.signer(options.seller)];
  await sendAct(client, options, { signers, calls, said: `agreed: ${split.said}`, asks: split.asks });
}

interface Split {
  readonly forSellerMinor: bigint;
  readonly asks: string;
  /** What becomes of the whole, for people. */
  readonly said: string;
}

async function splitAt(client: Client, at: Address, text: string): Promise<Split> {
  const { escrow, instrument } = await escrowAt(client, at);
  const forSellerMinor = parseAmount(text, instrument.decimals);
  const amount = (minor: bigint) => formatAmount(minor, instrument.decimals);
  const part = amount(forSellerMinor);
  const asks = `${part} of ${amount(escrow.money.value)} ${instrument.symbol} to the seller, the rest to the buyer?`;
  const left = escrow.money.value - forSellerMinor;
  return { forSellerMinor, asks, said: `${part} ${instrument.symbol} to the seller, ${amount(left)} back to the buyer` };
}

async function show(where: string, options: NodeAccess): Promise<void> {
  const { client, book } = openAccess(options);
  const at = addressOf(where);
  const { escrow, instrument } = await escrowAt(client, at);
  const state = ESCROW_STATES[escrow.state - 1] ?? `state ${escrow.state}`;
  const amountMinor = escrow.money.value;
  if (options.json) {
    const { buyer, seller, arbiter = null, untilMs, forSeller } = escrow;
    const facts = { escrow: at, state, buyer, seller, arbiter, symbol: instrument.symbol, amountMinor: `${amountMinor}` };
    console.log(JSON.stringify({ ...facts, forSellerMinor: `${forSeller}`, untilMs: `${untilMs}` }));
    return;
  }
  const rows = [
    ["state", `${state}, until ${new Date(Number(escrow.untilMs)).toISOString()}`],
    ["holds", `${formatAmount(amountMinor, instrument.decimals)} ${instrument.symbol}`],
    ["buyer", await book.nameOf(escrow.buyer)],
    ["seller", await book.nameOf(escrow.seller)],
    ["arbiter", escrow.arbiter === undefined ? "none" : await book.nameOf(escrow.arbiter)],
  ];
  console.log(formatTable(rows));
}

async function escrowAt(client: Client, at: Address): Promise<{ readonly escrow: money.Escrow; readonly instrument: InstrumentJson }> {
  const escrow = await readResource(client, at, money.escrowType);
  if (escrow === undefined) throw new CliError("nothing_there", `There is no escrow at ${at}; it may have ended.`);
  const instrument = (await client.instruments()).find((each) => each.instrument === escrow.money.instrument);
  if (instrument === undefined)
    throw new CliError("unknown_instrument", `There is no instrument ${escrow.money.instrument} on this ledger.`);
  return { escrow, instrument };
}

function days(text: string): bigint {
  return wholeNumber(text, 1n, 366n) * DAY_MS;
}
