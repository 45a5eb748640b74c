import type { StandingOrder } from "./standing-order.ts";

const HEADER = '"order_id";"account_id";"bank_to";"account_to";"amount";"k_symbol"';
const LINE = /^(\d+);(\d+);"([A-Z]{2})";"(\d+)";(\d+)\.(\d\d);"[^"]*"$/;

/** The orders in the text of `order.asc`, in file order. Throws an `Error` that names the line which is not one. */
export function readOrders(text: string): StandingOrder[] {
  const [header, ...lines] = text.trimEnd().split(/\r?\n/);
  if (header !== HEADER) throw new Error(`order.asc begins with ${JSON.stringify(header)} where its column names are expected`);
  return lines.map((line, index) => {
    const [, orderId, accountId, bankTo, accountTo, whole, hundredths] = LINE.exec(line) ?? [];
    if (bankTo === undefined || accountTo === undefined) throw new Error(`line ${index + 2} of order.asc is not an order: ${line}`);
    return { orderId: Number(orderId), accountId: Number(accountId), bankTo, accountTo, amountMinor: BigInt(`${whole}${hundredths}`) };
  });
}
