import type { AccountJson, CustomerAccountJson } from "@sycee/protocol";
import type { Command } from "commander";
import { formatAmount } from "../output/amounts.ts";
import { CliError } from "../output/cli-error.ts";
import { formatTable } from "../output/table.ts";
import { wholeNumber } from "./act.ts";
import { type NodeAccess, openAccess, withExample, withNodeAccess } from "./options.ts";
import { resourceOf } from "./resource.ts";

interface CustomersOptions extends NodeAccess {
  readonly first: string;
  readonly count: string;
}

interface BookJson {
  readonly book: { readonly accounts: { readonly length: string } };
}

const BOOKS = ["0x4::institution::Customers", "0x4::customer_accounts::CustomerAccounts"];
const MAX_ACCOUNT = 2n ** 32n - 1n;
/** Each is asked for by a request of its own. */
const MAX_SHOWN = 500n;

/** `sycee customers NAME|ADDRESS`. */
export function addCustomersCommand(program: Command): void {
  const command = withNodeAccess(
    program
      .command("customers <name-or-address>")
      .description("Show the customers' accounts of a bank, a payment institution or an operator"),
  )
    .option("--first <number>", "the first account to show", "0")
    .option("--count <number>", `how many to show, at most ${MAX_SHOWN}`, "20");
  withExample(command, "sycee customers river-bank").action(showCustomers);
}

async function showCustomers(who: string, options: CustomersOptions): Promise<void> {
  const { client, book } = openAccess(options);
  const institution = await book.resolve(who);
  const first = Number(wholeNumber(options.first, 0n, MAX_ACCOUNT));
  const count = Number(wholeNumber(options.count, 1n, MAX_SHOWN));
  const kept = accountsOf(await client.account(institution));
  if (kept === undefined) throw new CliError("no_books", `${who} keeps no customers' accounts on this ledger.`);
  const shown: CustomerAccountJson[] = [];
  for (let account = first; account < Math.min(first + count, kept); account++)
    shown.push(await client.customerAccount(institution, account));
  if (options.json) {
    console.log(JSON.stringify({ institution, accounts: kept, shown }));
    return;
  }
  const rows = shown.flatMap(({ account, balances }) =>
    balances.map(({ symbol, decimals, amountMinor, place, state }) => [
      `${account}`,
      formatAmount(amountMinor, decimals),
      symbol,
      place,
      state,
    ]),
  );
  console.log(rows.length === 0 ? "no accounts" : formatTable([["account", "amount", "instrument", "of", "state"], ...rows], [0, 1]));
  const next = first + shown.length;
  if (next < kept) console.log(`${kept} accounts in all; for more: --first ${next}`);
}

/** How many accounts an institution keeps; `undefined` if it keeps no book. */
function accountsOf(account: AccountJson): number | undefined {
  const lengths = BOOKS.flatMap((type) => {
    const found = resourceOf<BookJson>(account, type);
    return found === undefined ? [] : [Number(found.book.accounts.length)];
  });
  return lengths.length === 0 ? undefined : Math.max(...lengths);
}
