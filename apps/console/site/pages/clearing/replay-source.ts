import type { ClearingHouseJson, ReceiptJson } from "@sycee/protocol";
import type { Client } from "@sycee/sdk";
import type { Obligation } from "./netting-replay.ts";

/** The payments of a cycle as they settled, and where that stands. */
export interface SettledCycle {
  readonly number: string;
  readonly transaction: string;
  readonly height: string;
  readonly payments: readonly Obligation[];
}

const SETTLED = "0x4::clearing_cycle::CycleSettled";
const PAYMENT = "0x4::clearing_settlement::PaymentSettled";
const NET_MODE = 2;
/** So far back the last settled cycle is looked for. */
const MAX_PAGES = 10;
const PAGE = 500;

/** The last cycle of a clearing house that settled; `undefined` if none did within the last 5,000 public events. */
export async function lastSettledCycle(client: Client, house: string): Promise<SettledCycle | undefined> {
  let before: string | undefined;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const { events, next } = await client.models.events({ limit: PAGE, ...(before === undefined ? {} : { before }) });
    const found = events.find(({ type, fields }) => type === SETTLED && textOf(fields, "house") === house);
    if (found !== undefined) {
      const answer = await client.transaction(found.transaction);
      if (answer.status !== "final") throw new Error(`the settlement ${found.transaction} has no receipt`);
      const { transaction, height } = found;
      return { number: textOf(found.fields, "cycle"), transaction, height, payments: settledPayments(answer.receipt, house) };
    }
    if (next === null) return undefined;
    before = next;
  }
  return undefined;
}

/** The payments that a receipt tells of as settled in the net mode of a house. */
export function settledPayments({ events }: Pick<ReceiptJson, "events">, house: string): readonly Obligation[] {
  return events
    .filter(({ type, fields }) => type === PAYMENT && textOf(fields, "house") === house && Number(textOf(fields, "mode")) === NET_MODE)
    .map(({ fields }) => ({
      payer: textOf(fields, "payer"),
      payee: textOf(fields, "payee"),
      amountMinor: BigInt(textOf(fields, "amount")),
    }));
}

/** What waits or is closed, as obligations. */
export function obligationsOf(payments: ClearingHouseJson["queues"]["net"]): readonly Obligation[] {
  return payments.map(({ payer, payee, amountMinor }) => ({ payer, payee, amountMinor: BigInt(amountMinor) }));
}

function textOf(fields: unknown, name: string): string {
  return typeof fields === "object" && fields !== null ? String(Reflect.get(fields, name)) : "";
}
