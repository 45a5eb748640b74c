import { type Address, hexToBytes, type ReceiptJson } from "@sycee/protocol";
import { banking, type Client, customerOrderAddress, decode, readResource } from "@sycee/sdk";
import type { OfficeStore } from "../store/office-store.ts";
import type { StandingOrder } from "./standing-order-movements.ts";

/** Standing orders by their numbers. */
export type StandingOrders = ReadonlyMap<string, StandingOrder>;

/**
 * Standing orders of which a receipt tells that they were paid, and which the office does not know, because they were made before its first
 * block: as the ledger has them now. One that has ended since is not among them. Throws `SyceeError` when the ledger cannot be read.
 */
export async function earlierOrders(
  client: Client,
  store: OfficeStore,
  receipt: ReceiptJson,
  institution: Address,
): Promise<StandingOrders> {
  const found = new Map<string, StandingOrder>();
  for (const number of paidNumbers(receipt, institution)) {
    if (store.standingOrders.get(`${number}`) !== undefined) continue;
    const order = await readResource(client, customerOrderAddress(institution, number), banking.customerStandingOrderType);
    if (order !== undefined) found.set(`${number}`, { payer: order.payer, payee: order.payee, amountMinor: `${order.amount}` });
  }
  return found;
}

function paidNumbers({ id, events }: ReceiptJson, institution: Address): bigint[] {
  return events.flatMap(({ type, data }) => {
    if (type !== banking.customerStandingOrderOrderTriggeredType.name) return [];
    const bytes = hexToBytes(data);
    if (bytes === undefined) throw new Error(`transaction ${id} has an event that is not hexadecimal`);
    const triggered = decode(banking.customerStandingOrderOrderTriggeredType, bytes);
    return triggered.institution === institution && triggered.isPaid ? [triggered.number] : [];
  });
}
