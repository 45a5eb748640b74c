import type { Address } from "@sycee/protocol";
import type { Command } from "commander";
import { formatAmount } from "../output/amounts.ts";
import { formatTable } from "../output/table.ts";
import { type NodeAccess, openAccess, withExample, withNodeAccess } from "./options.ts";
import { timeText } from "./time.ts";

/** `sycee limits NAME|ADDRESS`. */
export function addLimitsCommand(program: Command): void {
  const command = withNodeAccess(
    program.command("limits <name-or-address>").description("Show a wallet's tier and how much of its limits is left today and this year"),
  );
  withExample(command, "sycee limits carol").action(showLimits);
}

async function showLimits(who: string, options: NodeAccess): Promise<void> {
  const { client, book } = openAccess(options);
  const limits = await client.economy.walletLimits(await book.resolve(who));
  if (options.json) {
    console.log(JSON.stringify(limits));
    return;
  }
  const frozen = limits.frozenUntilMs === null ? "" : `, frozen until ${timeText(limits.frozenUntilMs)}`;
  console.log(`${who}, tier ${limits.tier}, served by ${await book.nameOf(limits.operator as Address)}${frozen}`);
  for (const { symbol, decimals, balanceMinor, limits: tier, usable, today, left, ...paid } of limits.instruments) {
    const amount = (minor: string | null | undefined) =>
      minor === null || minor === undefined ? "no limit" : formatAmount(minor, decimals);
    const rows = [
      [symbol, "limit", "used", "left"],
      ["balance", amount(tier?.balanceMinor), amount(balanceMinor), amount(left.toReceiveMinor)],
      ["one payment", amount(tier?.singleMinor), "", amount(paid.mostInOnePaymentMinor)],
      [`on ${today ?? "a day"}`, amount(tier?.dailyMinor), amount(paid.paidTodayMinor), amount(left.todayMinor)],
      ["this year", amount(tier?.yearlyMinor), amount(paid.paidThisYearMinor), amount(left.thisYearMinor)],
    ];
    console.log(`\n${formatTable(rows, [1, 2, 3])}`);
    if (!usable) console.log("the instrument's policy does not name the wallet's tier: it cannot be used");
  }
}
