import type { ReceiptJson } from "@sycee/protocol";

/** What became of a transaction, a line for each thing it did. Amounts are in minor units. */
export function describeReceipt(receipt: ReceiptJson): string {
  const lines = [`${receipt.status} in block ${receipt.height}, ${receipt.gasUsed} gas`, `transaction ${receipt.id}`];
  const { abort, failure } = receipt;
  if (abort !== undefined) lines.push(`aborted: ${abort.text ?? `code ${abort.code}`}${abort.name === null ? "" : ` (${abort.name})`}`);
  if (failure !== undefined) lines.push(`failed: ${failure.detail} (${failure.code})`);
  for (const { description } of receipt.calls) lines.push(`called ${description}`);
  for (const { kind, symbol, from, to, amountMinor } of receipt.movements) {
    lines.push(`${kind} ${amountMinor} (minor units) of ${symbol}${from === null ? "" : ` from ${from}`}${to === null ? "" : ` to ${to}`}`);
  }
  for (const { type, fields } of receipt.events) lines.push(`event ${type} ${JSON.stringify(fields)}`);
  if (receipt.isPart) lines.push("the rest of it is others': this node shows it to who paid");
  return lines.join("\n");
}
