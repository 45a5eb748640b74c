import type { AccountStatementJson } from "@sycee/protocol";
import { type Kysely, sql } from "kysely";
import type { Tables } from "../database/tables.ts";
import { type HistoryBeginning, notKept } from "../following/history-beginning.ts";
import { accountPayments } from "./payments.ts";

const MOST_PAYMENTS = 500;

/**
 * An account's statement of a month, `YYYY-MM`, in a zone so many minutes east of Greenwich: of its part since `beginning` where the tables do not
 * have all of it. Rejects with `CodedError` `history_not_kept` where they have nothing of it.
 */
export async function accountStatement(
  tables: Kysely<Tables>,
  { address, month, zone }: { readonly address: string; readonly month: string; readonly zone: number },
  beginning: HistoryBeginning,
): Promise<Omit<AccountStatementJson, "height" | "beginsAtHeight">> {
  const { fromMs, toMs } = monthOf(month, zone);
  if (beginning !== undefined && toMs <= beginning.time_ms) throw notKept(beginning);
  const earliest = beginning?.height ?? -1n;
  const before = (await lastBefore(tables, fromMs)) ?? earliest;
  const last = (await lastBefore(tables, toMs)) ?? earliest;
  const opening = await balancesAt(tables, address, before);
  const closing = await balancesAt(tables, address, last);
  const moved = await movedBetween(tables, address, before, last);
  const numbers = new Set([...opening.keys(), ...closing.keys(), ...moved.keys()]);
  const instruments =
    numbers.size === 0
      ? []
      : await tables
          .selectFrom("instruments")
          .selectAll()
          .where("instrument", "in", [...numbers])
          .orderBy("instrument")
          .execute();
  const totals = instruments.map(({ instrument, symbol, unit, decimals }) => {
    const open = opening.get(instrument) ?? 0n;
    const close = closing.get(instrument) ?? 0n;
    const { paid, received } = moved.get(instrument) ?? { paid: 0n, received: 0n };
    return {
      instrument,
      symbol,
      unit,
      decimals,
      openingMinor: `${open}`,
      inMinor: `${received}`,
      outMinor: `${paid}`,
      otherMinor: `${close - open - received + paid}`,
      closingMinor: `${close}`,
    };
  });
  const after = { height: last + 1n, position: 0, number: 0 };
  const { payments, next } = await accountPayments(tables, { address, before: after, limit: MOST_PAYMENTS });
  const ofMonth = payments.filter(({ timeMs }) => BigInt(timeMs) >= fromMs);
  return {
    address,
    month,
    zoneOffsetMinutes: zone,
    fromMs: `${fromMs}`,
    toMs: `${toMs}`,
    isWholeMonth: beginning === undefined || beginning.time_ms < fromMs,
    totals,
    payments: ofMonth,
    isComplete: next === null || ofMonth.length < payments.length,
  };
}

/** Height of the last block before a time; `undefined` where the tables have none. */
async function lastBefore(tables: Kysely<Tables>, timeMs: bigint): Promise<bigint | undefined> {
  const of = tables.selectFrom("blocks").select("height").where("time_ms", "<", timeMs);
  return (await of.orderBy("height", "desc").limit(1).executeTakeFirst())?.height;
}

function monthOf(month: string, zone: number): { readonly fromMs: bigint; readonly toMs: bigint } {
  const [year = 1970, number = 1] = month.split("-").map(Number);
  const zoneMs = zone * 60_000;
  return { fromMs: BigInt(Date.UTC(year, number - 1) - zoneMs), toMs: BigInt(Date.UTC(year, number) - zoneMs) };
}

/** What an address had after a block, by instrument, wherever it lay. */
async function balancesAt(tables: Kysely<Tables>, address: string, height: bigint): Promise<ReadonlyMap<number, bigint>> {
  const rows = await tables
    .selectFrom("balances")
    .selectAll()
    .distinctOn(["place", "instrument"])
    .where("address", "=", address)
    .where("height", "<=", height)
    .orderBy("place")
    .orderBy("instrument")
    .orderBy("height", "desc")
    .execute();
  const sums = new Map<number, bigint>();
  for (const { instrument, amount } of rows) if (amount > 0n) sums.set(instrument, (sums.get(instrument) ?? 0n) + amount);
  return sums;
}

async function movedBetween(tables: Kysely<Tables>, address: string, after: bigint, through: bigint) {
  const { rows } = await sql<{ instrument: number; paid: bigint; received: bigint }>`
    SELECT instrument, coalesce(sum(amount) FILTER (WHERE payer = ${address}), 0) AS paid,
      coalesce(sum(amount) FILTER (WHERE payee = ${address}), 0) AS received
    FROM payments WHERE (payer = ${address} OR payee = ${address}) AND height > ${after} AND height <= ${through} GROUP BY instrument`.execute(
    tables,
  );
  return new Map(rows.map(({ instrument, paid, received }) => [instrument, { paid, received }]));
}
