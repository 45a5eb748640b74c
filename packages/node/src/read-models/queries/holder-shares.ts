import type { HolderSharesJson } from "@sycee/protocol";
import { type Kysely, sql } from "kysely";
import type { Tables } from "../database/tables.ts";

const WHOLE_BPS = 10_000n;
/** Of smaller groups one holder could be told. */
const LEAST_HOLDERS = { gini: 20n, deciles: 50n, top: 5n };
const TOP_BPS = [100n, 1_000n, 5_000n];

interface Sums {
  readonly holders: bigint;
  readonly total: bigint;
  readonly ranked: bigint;
}

/** How unevenly an instrument is held by those who are no institutions. */
export async function holderShares(tables: Kysely<Tables>, instrument: number): Promise<Omit<HolderSharesJson, "height">> {
  const institutions = sql`SELECT address FROM institutions`;
  const held = sql`SELECT address, sum(amount) AS amount FROM holdings
    WHERE instrument = ${instrument} AND address NOT IN (${institutions}) AND place = 'wallet' GROUP BY address`;
  const ranked = sql`SELECT amount, row_number() OVER (ORDER BY amount, address) AS place, ntile(10) OVER (ORDER BY amount, address) AS tenth FROM (${held}) AS held`;
  const { rows } = await sql<Sums>`SELECT count(*) AS holders, coalesce(sum(amount), 0) AS total, coalesce(sum(amount * place), 0) AS ranked
    FROM (${ranked}) AS ranked`.execute(tables);
  const { holders, total, ranked: weighted } = rows[0] ?? { holders: 0n, total: 0n, ranked: 0n };
  const institutional = await sql<{ amount: bigint }>`SELECT coalesce(sum(amount), 0) AS amount FROM holdings
    WHERE instrument = ${instrument} AND address IN (${institutions})`.execute(tables);
  const { rows: tenths } = await sql<{
    amount: bigint;
  }>`SELECT sum(amount) AS amount FROM (${ranked}) AS ranked GROUP BY tenth ORDER BY tenth`.execute(tables);
  const share = (amount: bigint): number => (total === 0n ? 0 : Number((amount * WHOLE_BPS) / total));
  const top: HolderSharesJson["top"] = [];
  for (const holdersBps of TOP_BPS) {
    const count = (holders * holdersBps) / WHOLE_BPS;
    if (count < LEAST_HOLDERS.top) continue;
    const { rows: richest } = await sql<{ amount: bigint }>`SELECT coalesce(sum(amount), 0) AS amount FROM (${ranked}) AS ranked
      WHERE place > ${holders - count}`.execute(tables);
    top.push({ holdersBps: Number(holdersBps), shareBps: share(richest[0]?.amount ?? 0n) });
  }
  return {
    instrument,
    institutionsMinor: `${institutional.rows[0]?.amount ?? 0n}`,
    totalMinor: `${total}`,
    holders: `${holders}`,
    giniBps: holders < LEAST_HOLDERS.gini || total === 0n ? null : giniBps({ holders, total, ranked: weighted }),
    deciles: holders < LEAST_HOLDERS.deciles ? [] : tenths.map(({ amount }) => share(amount)),
    top,
  };
}

/** 2 x sum(place x amount) / (holders x total) - (holders + 1) / holders, places from 1 for the poorest. */
function giniBps({ holders, total, ranked }: Sums): number {
  return Number(((2n * ranked - (holders + 1n) * total) * WHOLE_BPS) / (holders * total));
}
