import type { TransactionAnswer } from "@sycee/sdk";
import type { Command } from "commander";
import { CliError } from "../output/cli-error.ts";
import { describeReceipt } from "../output/receipt-text.ts";
import { type NodeAccess, openAccess, withExample, withNodeAccess } from "./options.ts";

/** `sycee transaction ID`. */
export function addTransactionCommand(program: Command): void {
  const command = program
    .command("transaction <id>")
    .description("Ask what became of a transaction, also where its own command was interrupted or heard no answer");
  withExample(withNodeAccess(command), "sycee transaction 0x5a…").action(showTransaction);
}

async function showTransaction(id: string, options: NodeAccess): Promise<void> {
  if (!/^0x[0-9a-fA-F]{64}$/.test(id)) throw new CliError("invalid_argument", "A transaction's id is 0x and 64 hexadecimal digits.");
  const answer = await openAccess(options).client.transaction(id);
  console.log(options.json ? JSON.stringify(answer) : describe(answer));
}

function describe(answer: TransactionAnswer): string {
  switch (answer.status) {
    case "final":
      return describeReceipt(answer.receipt);
    case "pending":
      return "pending: the node has it, and it is on no block yet";
    case "rejected":
      return `rejected: ${answer.detail} (${answer.code}); it is on no block, and may enter one if it is sent again`;
    case "never":
      return "never: it expired, and is on no block";
  }
}
