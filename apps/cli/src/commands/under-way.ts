import type { Address, EscrowJson, PaymentRequestJson, RedPacketJson, StandingOrderJson } from "@sycee/protocol";
import { pages } from "@sycee/sdk";
import type { Command } from "commander";
import { formatAmount } from "../output/amounts.ts";
import { formatTable } from "../output/table.ts";
import { type NodeAccess, openAccess, withExample, withNodeAccess } from "./options.ts";
import { timeText } from "./time.ts";

/** `sycee under-way NAME|ADDRESS`. */
export function addUnderWayCommand(program: Command): void {
  const command = withNodeAccess(
    program
      .command("under-way <name-or-address>")
      .description("List what is under way for somebody: escrows, payment requests, red packets, standing orders"),
  );
  withExample(command, "sycee under-way dan").action(showUnderWay);
}

async function showUnderWay(who: string, options: NodeAccess): Promise<void> {
  const { client, book } = openAccess(options);
  const { economy } = client;
  const address = await book.resolve(who);
  const escrows: EscrowJson[] = [];
  const requests: PaymentRequestJson[] = [];
  const packets: RedPacketJson[] = [];
  const orders: StandingOrderJson[] = [];
  for await (const page of pages((from) => economy.escrows(address, from))) escrows.push(...page.escrows);
  for await (const page of pages((from) => economy.paymentRequests(address, from))) requests.push(...page.requests);
  for await (const page of pages((from) => economy.redPackets(address, from))) packets.push(...page.packets);
  for await (const page of pages((from) => economy.standingOrders(address, from))) orders.push(...page.orders);
  if (options.json) {
    console.log(JSON.stringify({ escrows, requests, packets, orders }));
    return;
  }
  const name = (other: string) => book.nameOf(other as Address);
  const money = ({ symbol, decimals }: { symbol: string; decimals: number }, minor: string | null) =>
    minor === null ? `any amount of ${symbol}` : `${formatAmount(minor, decimals)} ${symbol}`;
  const rows = [
    ...(await Promise.all(
      escrows.map(async (each) => [
        "escrow",
        money(each, each.amountMinor),
        `${await name(each.buyer)} to ${await name(each.seller)}`,
        `${each.state} until ${timeText(each.untilMs)}`,
        each.escrow,
      ]),
    )),
    ...requests.map((each) => [
      "request",
      money(each, each.amountMinor),
      each.reference,
      `${each.state}, expires ${timeText(each.expiresMs)}`,
      each.request,
    ]),
    ...packets.map((each) => [
      "red packet",
      money(each, each.amountMinor),
      `${each.sharesLeft} shares left, ${each.taken} taken`,
      `${each.isDue ? "expired" : "expires"} ${timeText(each.expiresMs)}`,
      each.packet,
    ]),
    ...(await Promise.all(
      orders.map(async (each) => [
        "standing order",
        money(each, each.amountMinor),
        `${await name(each.payer)} to ${await name(each.payee)}`,
        each.nextOn === null ? "after its last day" : `next on ${each.nextOn}, ${each.paid} paid, ${each.missed} missed`,
        each.order,
      ]),
    )),
  ];
  console.log(rows.length === 0 ? `nothing is under way for ${who}` : formatTable([["what", "amount", "of", "state", "where"], ...rows]));
}
