import type { LoansJson, TimeDepositsJson } from "@sycee/protocol";
import { pages } from "@sycee/sdk";
import type { Command } from "commander";
import { formatAmount } from "../output/amounts.ts";
import { formatTable } from "../output/table.ts";
import { wholeNumber } from "./act.ts";
import { type NodeAccess, openAccess, withExample, withNodeAccess } from "./options.ts";

interface ListOptions extends NodeAccess {
  readonly account?: string;
}

const MAX_ACCOUNT = 2n ** 32n - 1n;

/** `sycee bank loans|time-deposits`. */
export function addBankListCommands(bank: Command): void {
  withExample(
    withList(bank.command("loans <name-or-address>").description("List a bank's loans that are not repaid")),
    "sycee bank loans river-bank",
    "sycee bank loans river-bank --account 1",
  ).action(listLoans);
  withExample(
    withList(bank.command("time-deposits <name-or-address>").description("List a bank's time deposits")),
    "sycee bank time-deposits river-bank",
  ).action(listTimeDeposits);
}

function withList(command: Command): Command {
  return withNodeAccess(command).option("--account <number>", "those of one account of the bank only");
}

async function listLoans(who: string, options: ListOptions): Promise<void> {
  const { client, book } = openAccess(options);
  const bank = await book.resolve(who);
  const loans: LoansJson["loans"] = [];
  let of = { symbol: "", decimals: 0 };
  for await (const page of pages((from) => client.economy.loans(bank, { ...from, limit: 100, ...accountOf(options) }))) {
    loans.push(...page.loans);
    of = page;
  }
  if (options.json) {
    const { symbol, decimals } = of;
    console.log(JSON.stringify({ bank, symbol, decimals, loans }));
    return;
  }
  const amount = (minor: string) => formatAmount(minor, of.decimals);
  const rows = loans.map((loan) => [
    loan.loan,
    `${loan.account}`,
    amount(loan.principalMinor),
    amount(loan.grantedMinor),
    `${formatAmount(`${loan.rateBps}`, 2)}%`,
    amount(loan.overdueMinor),
    amount(loan.provisionMinor),
    loan.instalmentMinor === null ? "" : amount(loan.instalmentMinor),
    loan.lastInstalmentOn,
    loan.performing ? "performs" : "does not perform",
  ]);
  const head = ["loan", "account", "left", "granted", "rate", "overdue", "provision", "annuity", "last instalment", "state"];
  console.log(rows.length === 0 ? "no loans" : `in ${of.symbol}\n${formatTable([head, ...rows], [0, 1, 2, 3, 4, 5, 6, 7])}`);
}

async function listTimeDeposits(who: string, options: ListOptions): Promise<void> {
  const { client, book } = openAccess(options);
  const bank = await book.resolve(who);
  const deposits: TimeDepositsJson["deposits"] = [];
  let of = { symbol: "", decimals: 0, totalMinor: "0" };
  for await (const page of pages((from) => client.economy.timeDeposits(bank, { ...from, limit: 100, ...accountOf(options) }))) {
    deposits.push(...page.deposits);
    of = page;
  }
  if (options.json) {
    const { symbol, decimals, totalMinor } = of;
    console.log(JSON.stringify({ bank, symbol, decimals, totalMinor, deposits }));
    return;
  }
  const amount = (minor: string) => formatAmount(minor, of.decimals);
  const rows = deposits.map((deposit) => [
    deposit.deposit,
    `${deposit.account}`,
    amount(deposit.principalMinor),
    `${formatAmount(`${deposit.rateBps}`, 2)}%`,
    `${formatAmount(`${deposit.earlyRateBps}`, 2)}%`,
    deposit.placedOn,
    deposit.maturesOn,
  ]);
  const head = ["deposit", "account", "principal", "rate", "if early", "placed on", "matures on"];
  const all = `all of the bank's together ${amount(of.totalMinor)} ${of.symbol}`;
  console.log(rows.length === 0 ? "no time deposits" : `${formatTable([head, ...rows], [0, 1, 2, 3, 4])}\n${all}`);
}

function accountOf({ account }: ListOptions): { readonly account?: number } {
  return account === undefined ? {} : { account: Number(wholeNumber(account, 0n, MAX_ACCOUNT)) };
}
