import { banking, depositNotes, money, openDepositAccounts, placeTimeDeposit, releaseTimeDeposit, withdrawNotes } from "@sycee/sdk";
import type { Command } from "commander";
import { formatAmount, parseAmount } from "../output/amounts.ts";
import { counted } from "../output/counted.ts";
import { sendAct, wholeNumber } from "./act.ts";
import { depositInstrument } from "./deposit-instrument.ts";
import { eventField } from "./event-field.ts";
import { type NodeAccess, openAccess, withExample, withNodeAccess } from "./options.ts";

interface FromBank extends NodeAccess {
  readonly from: string;
}

interface OfAccount extends FromBank {
  readonly account: string;
}

const MAX_ACCOUNT = 2n ** 32n - 1n;
const MAX_U64 = 2n ** 64n - 1n;
const DAY_MS = 86_400_000;

/** `sycee bank open|time-deposit|release|withdraw-notes|deposit-notes`. */
export function addBankDepositCommands(bank: Command): void {
  withExample(
    withBank(bank.command("open <count>").description("Open accounts for customers")),
    "sycee bank open 1 --from river-bank",
  ).action(open);
  withExample(
    withBank(bank.command("time-deposit <amount>").description("Move a part of a customer's deposit onto a time deposit"))
      .requiredOption("--account <number>", "the customer's account")
      .option("--rate <percent>", "interest a year", "1.5")
      .option("--early-rate <percent>", "interest a year for who asks for it before its end", "0")
      .option("--days <number>", "how long it lies", "360"),
    "sycee bank time-deposit 5000 --from river-bank --account 1 --rate 1.5 --days 360",
  ).action(place);
  withExample(
    withBank(
      bank
        .command("release <number>")
        .description("Pay a time deposit back onto its account, with its interest; before its end with the lower one"),
    ),
    "sycee bank release 1 --from river-bank",
  ).action(release);
  withExample(
    withAccount(bank.command("withdraw-notes <amount>").description("Hand a customer notes out of the vault for a deposit")),
    "sycee bank withdraw-notes 500 --from river-bank --account 1",
  ).action(async (text: string, options: OfAccount) => await exchangeNotes(text, options, "withdrew"));
  withExample(
    withAccount(bank.command("deposit-notes <amount>").description("Take a customer's notes into the vault for a deposit")),
    "sycee bank deposit-notes 500 --from river-bank --account 1",
  ).action(async (text: string, options: OfAccount) => await exchangeNotes(text, options, "deposited"));
}

function withBank(command: Command): Command {
  return withNodeAccess(command).requiredOption("--from <name>", "the bank, whose key you have");
}

function withAccount(command: Command): Command {
  return withBank(command).requiredOption("--account <number>", "the customer's account");
}

async function open(text: string, options: FromBank): Promise<void> {
  const { client, book } = openAccess(options);
  const count = wholeNumber(text, 1n, MAX_ACCOUNT);
  await sendAct(client, options, {
    signers: [await book.signer(options.from)],
    calls: [openDepositAccounts({ count })],
    said: `opened ${counted(count, "account")} at ${options.from}`,
    facts: { count: `${count}` },
    found: (receipt) => {
      const first = BigInt(eventField(receipt, money.customerBookAccountsOpenedType.name, "first"));
      const numbers = count === 1n ? `, number ${first}` : `, numbers ${first} to ${first + count - 1n}`;
      return { said: numbers, facts: { first: `${first}` } };
    },
  });
}

async function place(
  text: string,
  options: OfAccount & { readonly rate: string; readonly earlyRate: string; readonly days: string },
): Promise<void> {
  const { client, book } = openAccess(options);
  const bank = await book.signer(options.from);
  const { decimals, symbol } = await depositInstrument(client, bank.address, options.from);
  const account = Number(wholeNumber(options.account, 0n, MAX_ACCOUNT));
  const amountMinor = parseAmount(text, decimals);
  const call = placeTimeDeposit({
    account,
    amountMinor,
    rateBasisPoints: Number(parseAmount(options.rate, 2)),
    earlyRateBasisPoints: Number(parseAmount(options.earlyRate, 2)),
    days: Number(wholeNumber(options.days, 1n, 3_660n)),
  });
  await sendAct(client, options, {
    signers: [bank],
    calls: [call],
    said: `placed ${formatAmount(amountMinor, decimals)} ${symbol} of account ${account}`,
    facts: { account, amountMinor: `${amountMinor}` },
    found: (receipt) => {
      const type = banking.timeDepositsTimeDepositPlacedType.name;
      const deposit = eventField(receipt, type, "deposit");
      const maturesOn = new Date(Number(eventField(receipt, type, "matures_on")) * DAY_MS).toISOString().slice(0, 10);
      return { said: ` as time deposit ${deposit}, until ${maturesOn}`, facts: { deposit, maturesOn } };
    },
  });
}

async function release(text: string, options: FromBank): Promise<void> {
  const { client, book } = openAccess(options);
  const bank = await book.signer(options.from);
  const { decimals, symbol } = await depositInstrument(client, bank.address, options.from);
  const deposit = wholeNumber(text, 1n, MAX_U64);
  await sendAct(client, options, {
    signers: [bank],
    calls: [releaseTimeDeposit({ deposit })],
    said: `paid time deposit ${deposit} back`,
    facts: { deposit: `${deposit}` },
    found: (receipt) => {
      const field = (name: string) => eventField(receipt, banking.timeDepositsTimeDepositReleasedType.name, name);
      const [principalMinor, interestMinor] = [field("principal"), field("interest")];
      const sum = `${formatAmount(principalMinor, decimals)} ${symbol} and interest of ${formatAmount(interestMinor, decimals)}`;
      return { said: `: ${sum}`, facts: { principalMinor, interestMinor } };
    },
  });
}

async function exchangeNotes(text: string, options: OfAccount, verb: "withdrew" | "deposited"): Promise<void> {
  const { client, book } = openAccess(options);
  const bank = await book.signer(options.from);
  const { decimals, unit } = await depositInstrument(client, bank.address, options.from);
  const account = Number(wholeNumber(options.account, 0n, MAX_ACCOUNT));
  const amountMinor = parseAmount(text, decimals);
  const call = verb === "withdrew" ? withdrawNotes({ account, amountMinor }) : depositNotes({ account, amountMinor });
  await sendAct(client, options, {
    signers: [bank],
    calls: [call],
    said: `${verb} notes of ${formatAmount(amountMinor, decimals)} ${unit} ${verb === "withdrew" ? "from" : "onto"} account ${account}`,
    facts: { account, amountMinor: `${amountMinor}` },
  });
}
