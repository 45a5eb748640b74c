import type { Address } from "@sycee/protocol";
import type { Command } from "commander";
import { formatAmount } from "../output/amounts.ts";
import { formatTable } from "../output/table.ts";
import { wholeNumber } from "./act.ts";
import { warrantRows, warrantsOf } from "./warrant.ts";
import { type NodeAccess, openAccess, withExample, withNodeAccess } from "./options.ts";

interface AccountOptions extends NodeAccess {
  readonly at?: string;
  readonly as?: string;
}

const MAX_HEIGHT = 0xffff_ffff_ffff_ffffn;

/** `sycee account NAME|ADDRESS`. */
export function addAccountCommand(program: Command): void {
  const command = withNodeAccess(
    program.command("account <name-or-address>").description("Show what an account holds, or held after a block"),
  )
    .option("--at <height>", "what it held after that block instead; for whoever may read its history")
    .option("--as <name>", "who reads what it held, whose key you have: the holder if absent");
  withExample(command, "sycee account alice", "sycee account alice --at 1200").action(showAccount);
}

async function showAccount(who: string, options: AccountOptions): Promise<void> {
  const { client, book } = openAccess(options);
  const address = await book.resolve(who);
  if (options.at !== undefined) return await showPast(who, address, wholeNumber(options.at, 0n, MAX_HEIGHT), options);
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

async function showPast(who: string, address: Address, height: bigint, options: AccountOptions): Promise<void> {
  const { client, book } = openAccess(options);
  const session = await client.openReadSession(await book.signer(options.as ?? who));
  try {
    const past = await session.balances(address, height);
    if (options.json) {
      console.log(JSON.stringify(past));
      return;
    }
    console.log(`after block ${past.atHeight}`);
    const rows = past.balances.map(({ symbol, decimals, amountMinor, place, sinceHeight }) => [
      symbol,
      formatAmount(amountMinor, decimals),
      place,
      sinceHeight,
    ]);
    console.log(rows.length === 0 ? "held no money" : formatTable([["instrument", "amount", "where", "since block"], ...rows], [1, 3]));
  } finally {
    await session.end();
  }
}
