import { BcsReader } from "@sycee/bcs";
import type { BlockRecord, ChainReader } from "@sycee/ledger";
import { addressFromBytes, type EventRecord } from "@sycee/protocol/core";
import type { Tables } from "../database/tables.ts";

/**
 * A row for everything that moved in a block. An institution's batch between its own customers is one row, however many transfers it
 * has: which customer paid whom stands in the block's record.
 */
export function paymentRows(reader: ChainReader, record: BlockRecord): Tables["payments"][] {
  const { height, timeMs } = record.header;
  const rows: Tables["payments"][] = [];
  for (const [position, result] of record.results.entries()) {
    if (result.kind !== "receipt") continue;
    const { events } = result.receipt;
    const common = { height, position, time_ms: timeMs };
    let number = 0;
    for (const { kind, instrument, amountMinor, from, to } of reader.movements(events)) {
      rows.push({
        ...common,
        number: number++,
        kind,
        instrument,
        amount: amountMinor,
        payer: from ?? null,
        payee: to ?? null,
        transfers: 1,
      });
    }
    for (const event of events) {
      const batch = transfersOf(event);
      if (batch !== undefined && batch.transfers > 0) rows.push({ ...common, number: number++, ...batch });
    }
  }
  return rows;
}

/** `TransfersPosted { institution: address, instrument: u32, accepted: u64, refused: u64, total: u128, statuses }`. */
function transfersOf({
  type,
  data,
}: EventRecord): Pick<Tables["payments"], "kind" | "instrument" | "amount" | "payer" | "payee" | "transfers"> | undefined {
  if (type.kind !== "struct" || type.address !== MONEY || type.module !== "customer_book" || type.name !== "TransfersPosted")
    return undefined;
  const reader = new BcsReader(data);
  const institution = addressFromBytes(reader.fixedBytes(32));
  const instrument = reader.u32();
  const transfers = Number(reader.u64());
  reader.u64();
  return { kind: "transfers", instrument, amount: reader.u128(), payer: institution, payee: institution, transfers };
}

const MONEY = `0x${"2".padStart(64, "0")}`;
