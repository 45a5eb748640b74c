import type { Address } from "@sycee/protocol";
import type { Command } from "commander";
import { formatAmount } from "../output/amounts.ts";
import { formatTable } from "../output/table.ts";
import { addressOf } from "./act.ts";
import { type NodeAccess, openAccess, withExample, withNodeAccess } from "./options.ts";
import { timeText } from "./time.ts";

/** `sycee request show ADDRESS`. */
export function addRequestShowCommand(request: Command): void {
  const command = withNodeAccess(
    request.command("show <request>").description("Show a payment request, and whether and by whom it was paid"),
  );
  withExample(command, "sycee request show 0x9c…").action(showRequest);
}

async function showRequest(where: string, options: NodeAccess): Promise<void> {
  const { client, book } = openAccess(options);
  const request = await client.economy.paymentRequest(addressOf(where));
  if (options.json) {
    console.log(JSON.stringify(request));
    return;
  }
  const { symbol, decimals, amountMinor, payment } = request;
  const rows = [
    ["asks", amountMinor === null ? `any amount of ${symbol}` : `${formatAmount(amountMinor, decimals)} ${symbol}`],
    ["for", await book.nameOf(request.payee as Address)],
    ["reference", request.reference],
    ["state", request.state === "open" ? `open until ${timeText(request.expiresMs)}` : request.state],
  ];
  if (payment !== null) {
    const paid = `${formatAmount(payment.amountMinor, decimals)} ${symbol} by ${await book.nameOf(payment.payer as Address)}`;
    rows.push(["paid", `${paid} at ${timeText(payment.timeMs)}`]);
  }
  console.log(formatTable(rows));
}
