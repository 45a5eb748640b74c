import type { AccountJson } from "@sycee/protocol";
import { assessReserves, banking, type Client, depositToCash, grantAnnuity, grantLoan, repayLoan } from "@sycee/sdk";
import type { Command } from "commander";
import { formatAmount, parseAmount } from "../output/amounts.ts";
import { CliError } from "../output/cli-error.ts";
import { formatTable } from "../output/table.ts";
import { sendAct, wholeNumber } from "./act.ts";
import { addBankListCommands } from "./bank-lists.ts";
import { addBankDepositCommands } from "./bank-deposits.ts";
import { addBankNotesCommands } from "./bank-notes.ts";
import { depositInstrument } from "./deposit-instrument.ts";
import { eventField } from "./event-field.ts";
import { type NodeAccess, openAccess, withExample, withNodeAccess } from "./options.ts";

interface FromBank extends NodeAccess {
  readonly from: string;
}

const MAX_ACCOUNT = 2n ** 32n - 1n;
const MAX_U64 = 2n ** 64n - 1n;

/** `sycee bank …`. */
export function addBankCommands(program: Command): void {
  const bank = program.command("bank").description("Books of banks and central banks, and what a bank does whose key you have");
  withExample(
    bank,
    "sycee bank books river-bank",
    "sycee bank loans river-bank",
    "sycee customers river-bank",
    "sycee bank lend 5000 --from river-bank --account 1 --rate 4.35",
    "sycee bank time-deposit 1000 --from river-bank --account 1",
  );
  withExample(
    withNodeAccess(
      bank
        .command("books <name-or-address>")
        .description("Show the books of a bank, a payment institution, a clearing house or a central bank"),
    ),
    "sycee bank books river-bank",
  ).action(showBooks);
  withExample(
    withBank(bank.command("lend <amount>").description("Lend to a customer, which creates the customer's deposit"))
      .requiredOption("--account <number>", "the customer's account")
      .option("--rate <percent>", "interest a year", "4")
      .option("--instalments <number>", "parts in which it is repaid: equal parts of the principal, with interest on what is left", "12")
      .option("--days <number>", "days between two parts", "30")
      .option("--annuity", "repaid in equal instalments that hold principal and interest"),
    "sycee bank lend --from river-bank --account 1 --rate 4.35 250000",
    "sycee bank lend --from river-bank --account 1 --rate 4.35 --annuity 250000",
  ).action(lend);
  withExample(
    withBank(bank.command("repay <amount>").description("Take a loan's repayment off the borrower's account")).requiredOption(
      "--loan <number>",
      "the loan",
    ),
    "sycee bank repay --from river-bank --loan 1 1000",
  ).action(repay);
  withExample(
    withBank(bank.command("cash <amount>").description("Exchange a customer's deposit for digital cash in a wallet, in one act"))
      .requiredOption("--account <number>", "the customer's account")
      .requiredOption("--to <name-or-address>", "whose wallet"),
    "sycee bank cash --from river-bank --account 1 --to alice 200",
  ).action(cash);
  withExample(
    withNodeAccess(
      bank.command("assess <name-or-address>").description("Have a bank assessed for required reserves, once a day; anybody may"),
    ).requiredOption("--from <name>", "who acts, whose key you have"),
    "sycee bank assess --from alice river-bank",
  ).action(assess);
  addBankListCommands(bank);
  addBankDepositCommands(bank);
  addBankNotesCommands(bank);
}

function withBank(command: Command): Command {
  return withNodeAccess(command).requiredOption("--from <name>", "the bank, whose key you have");
}

interface BooksJson {
  readonly unit: number;
  readonly period: string;
  readonly accounts: readonly {
    readonly number: number;
    readonly name: string;
    readonly debit: string;
    readonly credit: string;
  }[];
}

async function showBooks(who: string, options: NodeAccess): Promise<void> {
  const { client, book } = openAccess(options);
  const account = await client.account(await book.resolve(who));
  const books = booksOf(account);
  if (books === undefined) throw new CliError("no_books", `${who} keeps no books on this ledger.`);
  if (options.json) {
    console.log(JSON.stringify(books));
    return;
  }
  const decimals = await decimalsOf(client, account);
  const amount = (minor: string) => (minor === "0" ? "" : formatAmount(minor, decimals));
  const rows = books.accounts
    .filter(({ debit, credit }) => debit !== "0" || credit !== "0")
    .map(({ number, name, debit, credit }) => [`${number}`, name, amount(debit), amount(credit)]);
  const sum = (side: "debit" | "credit") => books.accounts.reduce((total, each) => total + BigInt(each[side]), 0n).toString();
  console.log(
    formatTable([["number", "account", "debit", "credit"], ...rows, ["", "sum", amount(sum("debit")), amount(sum("credit"))]], [2, 3]),
  );
  console.log(`period ${books.period}`);
}

/** What books lie in. */
const BOOKS: ReadonlySet<string> = new Set([
  "0x4::institution::InstitutionBooks",
  "0x4::central_bank_books::CentralBankBooks",
  "0x4::clearing_house::ClearingHouseBooks",
]);

function booksOf({ resources }: AccountJson): BooksJson | undefined {
  const found = resources.find(({ type }) => BOOKS.has(type));
  // The type says what the value is.
  return found === undefined ? undefined : (found.value as { readonly books: BooksJson }).books;
}

async function decimalsOf(client: Client, { address, balances }: AccountJson): Promise<number> {
  const [held] = balances;
  if (held !== undefined) return held.decimals;
  return (await client.instruments()).find(({ issuer }) => issuer === address)?.decimals ?? 0;
}

async function lend(
  text: string,
  options: FromBank & {
    readonly account: string;
    readonly rate: string;
    readonly instalments: string;
    readonly days: string;
    readonly annuity?: boolean;
  },
): Promise<void> {
  const { client, book } = openAccess(options);
  const bank = await book.signer(options.from);
  const deposit = await depositInstrument(client, bank.address, options.from);
  const account = Number(wholeNumber(options.account, 0n, MAX_ACCOUNT));
  const principalMinor = parseAmount(text, deposit.decimals);
  const terms = {
    account,
    principalMinor,
    rateBasisPoints: Number(parseAmount(options.rate, 2)),
    instalments: Number(wholeNumber(options.instalments, 1n, 600n)),
    periodDays: Number(wholeNumber(options.days, 1n, 3_660n)),
  };
  const call = options.annuity === true ? grantAnnuity(terms) : grantLoan(terms);
  const said = `lent ${formatAmount(principalMinor, deposit.decimals)} ${deposit.symbol} to account ${account}`;
  await sendAct(client, options, {
    signers: [bank],
    calls: [call],
    said,
    facts: { account, amountMinor: principalMinor.toString() },
    found: (receipt) => {
      const loan = eventField(receipt, banking.lendingLoanGrantedType.name, "loan");
      return { said: ` as loan ${loan}`, facts: { loan } };
    },
  });
}

async function repay(text: string, options: FromBank & { readonly loan: string }): Promise<void> {
  const { client, book } = openAccess(options);
  const bank = await book.signer(options.from);
  const deposit = await depositInstrument(client, bank.address, options.from);
  const loan = wholeNumber(options.loan, 1n, MAX_U64);
  const amountMinor = parseAmount(text, deposit.decimals);
  const said = `took ${formatAmount(amountMinor, deposit.decimals)} ${deposit.symbol} of loan ${loan}`;
  await sendAct(client, options, { signers: [bank], calls: [repayLoan({ loan, amountMinor })], said, facts: { loan: loan.toString() } });
}

async function cash(text: string, options: FromBank & { readonly account: string; readonly to: string }): Promise<void> {
  const { client, book } = openAccess(options);
  const bank = await book.signer(options.from);
  const deposit = await depositInstrument(client, bank.address, options.from);
  const account = Number(wholeNumber(options.account, 0n, MAX_ACCOUNT));
  const owner = await book.resolve(options.to);
  const amountMinor = parseAmount(text, deposit.decimals);
  const said = `exchanged ${formatAmount(amountMinor, deposit.decimals)} ${deposit.symbol} of account ${account} for digital cash of ${await book.nameOf(owner)}`;
  const call = depositToCash({ account, owner, amountMinor });
  await sendAct(client, options, {
    signers: [bank],
    calls: [call],
    said,
    facts: { account, to: owner, amountMinor: amountMinor.toString() },
  });
}

async function assess(who: string, options: FromBank): Promise<void> {
  const { client, book } = openAccess(options);
  const bank = await book.resolve(who);
  const signers = [await book.signer(options.from)];
  await sendAct(client, options, { signers, calls: [assessReserves(bank)], said: `assessed ${who}`, facts: { bank } });
}
