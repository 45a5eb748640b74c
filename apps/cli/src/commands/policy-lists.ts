import type { Address, PolicyChangeJson, ProposalJson, TierJson } from "@sycee/protocol";
import { pages } from "@sycee/sdk";
import type { Command } from "commander";
import type { AddressBook } from "../address-book/address-book.ts";
import { formatAmount } from "../output/amounts.ts";
import { delayText } from "../output/policy-text.ts";
import { formatTable } from "../output/table.ts";
import { wordsOf } from "../output/words-of.ts";
import { type NodeAccess, openAccess, withExample, withNodeAccess } from "./options.ts";
import { timeText } from "./time.ts";

/** `sycee policy values|proposals`. */
export function addPolicyListCommands(policy: Command): void {
  withExample(
    withNodeAccess(
      policy
        .command("values <name-or-address>")
        .description("Show a central bank's policy: ratios, rates, and the limits of wallets by tier"),
    ),
    "sycee policy values central-bank",
  ).action(showValues);
  withExample(
    withNodeAccess(policy.command("proposals").description("List what every central bank has proposed and what it would change")),
    "sycee policy proposals",
  ).action(listProposals);
}

async function showValues(who: string, options: NodeAccess): Promise<void> {
  const { client, book } = openAccess(options);
  const policy = await client.economy.policy(await book.resolve(who));
  if (options.json) {
    console.log(JSON.stringify(policy));
    return;
  }
  const rows = policy.parameters.map(({ parameter, value, in: kind, wasSet }) => [
    wordsOf(parameter),
    valueText(value, kind, policy.decimals),
    wasSet ? "" : "never set",
  ]);
  console.log(formatTable([["parameter", "value", ""], ...rows], [1]));
  const limit = (minor: string | null) => (minor === null ? "no limit" : formatAmount(minor, policy.decimals));
  const tiers = policy.tiers.map((tier) => [
    `${tier.tier}`,
    limit(tier.balanceMinor),
    limit(tier.singleMinor),
    limit(tier.dailyMinor),
    limit(tier.yearlyMinor),
  ]);
  console.log(`\n${formatTable([["tier", "balance", "one payment", "a day", "a year"], ...tiers], [0, 1, 2, 3, 4])}`);
  console.log(`limits in ${policy.symbol}; changes stand for ${delayText(BigInt(policy.delayMs))} at least`);
}

async function listProposals(options: NodeAccess): Promise<void> {
  const { client, book } = openAccess(options);
  const found: ProposalJson[] = [];
  for await (const page of pages((from) => client.economy.proposals({ ...from, limit: 100 }))) found.push(...page.proposals);
  if (options.json) {
    console.log(JSON.stringify({ proposals: found }));
    return;
  }
  const rows = await Promise.all(
    found.map(async ({ authority, number, earliestMs, state, executableBy, change, decimals }) => [
      number,
      await book.nameOf(authority as Address),
      await changeText(book, change, decimals),
      state,
      timeText(earliestMs),
      await book.nameOf(executableBy as Address),
    ]),
  );
  const head = ["proposal", "of", "change", "state", "not before", "by whom"];
  console.log(rows.length === 0 ? "nothing is proposed" : formatTable([head, ...rows]));
}

async function changeText(book: AddressBook, change: PolicyChangeJson, decimals: number): Promise<string> {
  if (change.kind === "notesLimit") {
    const [now, after] = [formatAmount(change.nowMinor, decimals), formatAmount(change.limitMinor, decimals)];
    return `notes that ${await book.nameOf(change.bank as Address)} may take in before a count ${now} to ${after}`;
  }
  if (change.kind === "delay") return `delay ${delayText(BigInt(change.nowMs))} to ${delayText(BigInt(change.delayMs))}`;
  if (change.kind === "parameter") {
    const { parameter, value, now, in: kind } = change;
    return `${wordsOf(parameter)} ${valueText(now, kind, decimals)} to ${valueText(value, kind, decimals)}`;
  }
  const now = change.now === null ? "nothing" : tierText(change.now, decimals);
  return `tier ${change.limits.tier}: ${now} to ${tierText(change.limits, decimals)}`;
}

function tierText({ balanceMinor, singleMinor, dailyMinor, yearlyMinor }: TierJson, decimals: number): string {
  const limits = [balanceMinor, singleMinor, dailyMinor, yearlyMinor];
  return limits.map((minor) => (minor === null ? "no limit" : formatAmount(minor, decimals))).join(" / ");
}

function valueText(value: string, kind: "bps" | "minorUnits", decimals: number): string {
  return kind === "bps" ? `${formatAmount(value, 2)}%` : formatAmount(value, decimals);
}
