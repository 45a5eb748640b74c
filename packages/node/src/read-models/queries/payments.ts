import type { AccountPaymentsJson } from "@sycee/protocol";
import { type Kysely, sql } from "kysely";
import type { Tables } from "../database/tables.ts";
import type { PageBefore, RowPlace } from "../process/messages.ts";
import { purposesOf } from "./purposes.ts";

/** Payments in which an address paid or was paid, the newest first, each with what the address had of that instrument after it. */
export async function accountPayments(
  tables: Kysely<Tables>,
  { address, before, limit }: PageBefore & { readonly address: string },
): Promise<Omit<AccountPaymentsJson, "height" | "beginsAtHeight">> {
  const side = (column: "payer" | "payee") => {
    const all = tables
      .selectFrom("payments")
      .innerJoin("transactions", (join) =>
        join.onRef("transactions.height", "=", "payments.height").onRef("transactions.position", "=", "payments.position"),
      )
      .innerJoin("instruments", "instruments.instrument", "payments.instrument")
      .selectAll("payments")
      .select(["transactions.id", "transactions.calls", "instruments.symbol", "instruments.unit", "instruments.decimals"])
      .where(`payments.${column}`, "=", address)
      .orderBy("payments.height", "desc")
      .orderBy("payments.position", "desc")
      .orderBy("payments.number", "desc")
      .limit(limit + 1);
    return before === undefined
      ? all
      : all.where(({ eb, refTuple, tuple }) =>
          eb(
            refTuple("payments.height", "payments.position", "payments.number"),
            "<",
            tuple(before.height, before.position, before.number),
          ),
        );
  };
  // One index for each side: the newest of both are among the newest of each.
  const paid = await side("payer").execute();
  const received = (await side("payee").execute()).filter(({ payer }) => payer !== address);
  const rows = [...paid, ...received].sort(newestFirst);
  const shown = rows.slice(0, limit);
  const balances = runningBalances(
    shown,
    await balancesAfter(tables, address, shown),
    await laterInBlock(tables, address, shown[0]),
    address,
  );
  const purposeOf = await purposesOf(tables, shown);
  const last = shown.at(-1);
  return {
    address,
    payments: shown.map((row, index) => ({
      place: placeText(row),
      height: `${row.height}`,
      timeMs: `${row.time_ms}`,
      transaction: row.id,
      functions: row.calls.map((call) => call.function),
      kind: row.kind,
      instrument: row.instrument,
      symbol: row.symbol,
      unit: row.unit,
      decimals: row.decimals,
      amountMinor: `${row.amount}`,
      from: row.payer,
      to: row.payee,
      purpose: purposeOf(row),
      transfers: row.transfers,
      balanceMinor: `${balances[index] ?? 0n}`,
    })),
    next: rows.length > limit && last !== undefined ? placeText(last) : null,
  };
}

/** How a place in a list is written: `height.position.number`. */
export function placeText({ height, position, number }: RowPlace): string {
  return `${height}.${position}.${number}`;
}

function newestFirst(left: RowPlace, right: RowPlace): number {
  if (left.height !== right.height) return left.height < right.height ? 1 : -1;
  return right.position - left.position || right.number - left.number;
}

interface Paid extends RowPlace {
  readonly instrument: number;
  readonly amount: bigint;
  readonly payer: string | null;
  readonly payee: string | null;
}

/** What an address had after each of some payments, the newest first: what it had after the block, less what came later in it. */
function runningBalances(
  rows: readonly Paid[],
  afterBlocks: ReadonlyMap<string, bigint>,
  laterThanFirst: ReadonlyMap<number, bigint>,
  address: string,
): readonly bigint[] {
  // What later payments of the same block did, by `height instrument`.
  const later = new Map([...laterThanFirst].map(([instrument, change]) => [`${rows[0]?.height} ${instrument}`, change]));
  return rows.map(({ height, instrument, amount, payer, payee }) => {
    const name = `${height} ${instrument}`;
    const done = later.get(name) ?? 0n;
    later.set(name, done + (payee === address ? amount : 0n) - (payer === address ? amount : 0n));
    return (afterBlocks.get(name) ?? 0n) - done;
  });
}

/** What an address got less what it paid in the block of a payment after it, by instrument. */
async function laterInBlock(tables: Kysely<Tables>, address: string, first: Paid | undefined): Promise<ReadonlyMap<number, bigint>> {
  if (first === undefined) return new Map();
  const { height, position, number } = first;
  const { rows } = await sql<{ instrument: number; change: bigint }>`
    SELECT instrument, coalesce(sum(amount) FILTER (WHERE payee = ${address}), 0) - coalesce(sum(amount) FILTER (WHERE payer = ${address}), 0) AS change
    FROM payments WHERE (payer = ${address} OR payee = ${address}) AND height = ${height} AND (position, number) > (${position}, ${number})
    GROUP BY instrument`.execute(tables);
  return new Map(rows.map(({ instrument, change }) => [instrument, change]));
}

/** What an address had of the instruments of some rows after their blocks, wherever it lay, by `height instrument`. */
async function balancesAfter(
  tables: Kysely<Tables>,
  address: string,
  rows: readonly { readonly height: bigint; readonly instrument: number }[],
): Promise<ReadonlyMap<string, bigint>> {
  const after = new Map<string, bigint>();
  if (rows.length === 0) return after;
  const highest = rows.reduce((most, { height }) => (height > most ? height : most), 0n);
  const lowest = rows.reduce((least, { height }) => (height < least ? height : least), highest);
  const instruments = [...new Set(rows.map(({ instrument }) => instrument))];
  const of = tables.selectFrom("balances").where("address", "=", address).where("instrument", "in", instruments);
  const start = await of
    .selectAll()
    .distinctOn(["place", "instrument"])
    .where("height", "<", lowest)
    .orderBy("place")
    .orderBy("instrument")
    .orderBy("height", "desc")
    .execute();
  const changes = await of.selectAll().where("height", ">=", lowest).where("height", "<=", highest).orderBy("height").execute();
  const wanted = [...new Map(rows.map((row) => [`${row.height} ${row.instrument}`, row])).values()].sort((left, right) =>
    left.height < right.height ? -1 : 1,
  );
  const now = new Map(start.map(({ place, instrument, amount }) => [`${instrument} ${place}`, amount]));
  let next = 0;
  for (const { height, instrument } of wanted) {
    for (let change = changes[next]; change !== undefined && change.height <= height; change = changes[++next]) {
      now.set(`${change.instrument} ${change.place}`, change.amount);
    }
    let sum = 0n;
    for (const [name, amount] of now) if (name.startsWith(`${instrument} `)) sum += amount;
    after.set(`${height} ${instrument}`, sum);
  }
  return after;
}
