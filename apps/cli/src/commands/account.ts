import type { Command } from "commander";
import { formatAmount } from "../output/amounts.ts";
import { formatTable } from "../output/table.ts";
import { warrantRows, warrantsOf } from "./warrant.ts";
import { type NodeAccess, openAccess, withExample, withNodeAccess } from "./options.ts";

/** `sycee account NAME|ADDRESS`. */
export function addAccountCommand(program: Command): void {
  const command = program.command("account <name-or-address>").description("Show what an account holds");
  withExample(withNodeAccess(command), "sycee account alice").action(showAccount);
}

async function showAccount(who: string, options: NodeAccess): Promise<void> {
  const { client, book } = openAccess(options);
  const address = await book.resolve(who);
  const account = await client.account(address);
  if (options.json) {
    console.log(JSON.stringify(account));
    return;
  }
  const name = await book.nameOf(address);
  console.log(name === address ? address : `${name}  ${address}`);
  const rows = account.balances.map(({ symbol, decimals, amountMinor, place }) => [symbol, formatAmount(amountMinor, decimals), place]);
  console.log(rows.length === 0 ? "holds no money" : formatTable([["instrument", "amount", "where"], ...rows], [1]));
  const warrants = warrantsOf(account);
  if (warrants.length > 0)
    console.log(formatTable(await warrantRows(warrants, BigInt((await client.block("latest")).timeMs), book.nameOf)));
  const types = account.resources.map(({ type }) => type);
  if (types.length > 0) console.log(`\nkept there (--json shows what is in it)\n${types.map((type) => `  ${type}`).join("\n")}`);
}
