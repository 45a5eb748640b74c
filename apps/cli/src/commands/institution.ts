import type { Address, InstrumentJson, PaymentInstitutionJson, ReceiptJson } from "@sycee/protocol";
import { type Client, payOut, reportDeposits, topUp } from "@sycee/sdk";
import type { Command } from "commander";
import { formatAmount, parseAmount } from "../output/amounts.ts";
import { CliError } from "../output/cli-error.ts";
import { formatTable } from "../output/table.ts";
import { type NodeAccess, openAccess, withExample, withNodeAccess } from "./options.ts";

interface TopUpOptions extends NodeAccess {
  readonly from: string;
  readonly institution: string;
  readonly account: string;
}

interface PayOutOptions extends NodeAccess {
  readonly from: string;
  readonly to: string;
  readonly account: string;
}

interface ReportOptions extends NodeAccess {
  readonly from: string;
}

/** `sycee institution show|top-up|pay-out|report`. */
export function addInstitutionCommand(program: Command): void {
  const group = withExample(
    program.command("institution").description("Payment institutions: their e-money, what stands behind it, and the way in and out"),
    "sycee institution show swiftpay",
  );
  const show = group.command("show <name-or-address>").description("Show a payment institution's e-money and what stands behind it");
  withExample(withNodeAccess(show), "sycee institution show swiftpay").action(showInstitution);

  const top = group
    .command("top-up <amount>")
    .description("Pay digital cash out of a wallet onto an account at a payment institution, and wait until it is final")
    .requiredOption("--from <name>", "the owner of the wallet, whose key you have")
    .requiredOption("--institution <name-or-address>", "where the account is")
    .requiredOption("--account <number>", "the account; customers' are numbered from 1");
  withExample(withNodeAccess(top), "sycee institution top-up --from alice --institution swiftpay --account 1 100").action(topUpAccount);

  const out = group
    .command("pay-out <amount>")
    .description("Redeem e-money of an account into a wallet, and wait until it is final")
    .requiredOption("--from <name>", "the payment institution, whose key you have")
    .requiredOption("--account <number>", "the account")
    .requiredOption("--to <name-or-address>", "the owner of the wallet");
  withExample(withNodeAccess(out), "sycee institution pay-out --from swiftpay --account 1 --to alice 40").action(payAccountOut);

  const report = group
    .command("report <amount>")
    .description("File what banks keep for a payment institution, by what it says itself")
    .requiredOption("--from <name>", "the payment institution, whose key you have");
  withExample(withNodeAccess(report), "sycee institution report --from old-pay 35000").action(fileReport);
}

async function showInstitution(who: string, options: NodeAccess): Promise<void> {
  const { client, book } = openAccess(options);
  const address = await book.resolve(who);
  const institution = await client.paymentInstitution(address);
  if (options.json) {
    console.log(JSON.stringify(institution));
    return;
  }
  const { name, mode, decimals, unit, report, coverBps } = institution;
  console.log(`${name}, ${mode} mode, ${await book.nameOf(address)}`);
  const amount = (label: string, minor: string) => [label, formatAmount(BigInt(minor), decimals), unit];
  const rows = [
    amount("e-money", institution.eMoneyMinor),
    amount("in customers' accounts", institution.customersMinor),
    amount("customers' reserve", institution.reserveMinor),
    amount("own funds", institution.ownFundsMinor),
    ...reportRows(report, amount),
  ];
  console.log(formatTable([["what", "amount", "unit"], ...rows], [1]));
  if (coverBps !== null) console.log(`the reserve covers ${formatAmount(BigInt(coverBps), 2)}% of the e-money`);
  if (mode === "first" && report === null) console.log("it never reported what banks keep for it; the ledger does not know");
}

function reportRows(report: PaymentInstitutionJson["report"], amount: (label: string, minor: string) => string[]): string[][] {
  if (report === null) return [];
  const when = new Date(Number(report.atMs)).toISOString().slice(0, 10);
  return [amount(`at banks, it said on ${when}`, report.atBanksMinor), amount("short by that report", report.shortfallMinor)];
}

async function topUpAccount(text: string, options: TopUpOptions): Promise<void> {
  const { client, book } = openAccess(options);
  const owner = await book.signer(options.from);
  const institution = await book.resolve(options.institution);
  const instrument = await eMoneyOf(client, institution, options.institution);
  const account = accountNumber(options.account);
  const amountMinor = parseAmount(text, instrument.decimals);
  const receipt = await client.send({ signers: [owner], calls: [topUp({ institution, account, amountMinor })] });
  const where = `account ${account} at ${await book.nameOf(institution)}`;
  tell(receipt, `paid ${formatAmount(amountMinor, instrument.decimals)} ${instrument.symbol} onto ${where}`, options);
}

async function payAccountOut(text: string, options: PayOutOptions): Promise<void> {
  const { client, book } = openAccess(options);
  const institution = await book.signer(options.from);
  const owner = await book.resolve(options.to);
  const instrument = await eMoneyOf(client, institution.address, options.from);
  const account = accountNumber(options.account);
  const amountMinor = parseAmount(text, instrument.decimals);
  const receipt = await client.send({ signers: [institution], calls: [payOut({ account, owner, amountMinor })] });
  const wallet = `the wallet of ${await book.nameOf(owner)}`;
  tell(
    receipt,
    `redeemed ${formatAmount(amountMinor, instrument.decimals)} ${instrument.symbol} of account ${account} into ${wallet}`,
    options,
  );
}

async function fileReport(text: string, options: ReportOptions): Promise<void> {
  const { client, book } = openAccess(options);
  const institution = await book.signer(options.from);
  const { decimals, unit } = await eMoneyOf(client, institution.address, options.from);
  const atBanksMinor = parseAmount(text, decimals);
  const receipt = await client.send({ signers: [institution], calls: [reportDeposits({ atBanksMinor })] });
  tell(receipt, `${await book.nameOf(institution.address)} reported ${formatAmount(atBanksMinor, decimals)} ${unit} at banks`, options);
}

async function eMoneyOf(client: Client, institution: Address, name: string): Promise<InstrumentJson> {
  const found = (await client.instruments()).find(({ issuer, kind }) => issuer === institution && kind === "e-money");
  if (found === undefined) throw new CliError("unknown_instrument", `${name} issues no e-money on this ledger.`);
  return found;
}

function accountNumber(text: string): number {
  const account = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (!(account <= 0xffff_ffff)) throw new CliError("invalid_argument", `${JSON.stringify(text)} is not the number of an account.`);
  return account;
}

function tell({ id, height, index }: ReceiptJson, what: string, { json }: NodeAccess): void {
  if (json) {
    console.log(JSON.stringify({ id, height, index }));
    return;
  }
  console.log(`${what}, final in block ${height}`);
  console.log(`transaction ${id}`);
}
