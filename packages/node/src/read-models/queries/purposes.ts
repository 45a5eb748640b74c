import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.ts";

const REQUEST_PAID = "0x2::payment_request::RequestPaid";

/** What a row of payments says that a payment of a request says too. */
type PaymentRow = Pick<Tables["payments"], "height" | "position" | "payer" | "payee" | "instrument" | "amount">;

/** Fields of `money::payment_request::RequestPaid`, as they are kept. */
interface RequestPaidFields {
  readonly payer: string;
  readonly payee: string;
  readonly instrument: number | string;
  readonly amount: string;
  readonly reference: string;
}

/** What payments were for: the purposes of the requests that they paid. A row whose payment paid none, or one without a purpose, has `null`. */
export async function purposesOf(tables: Kysely<Tables>, rows: readonly PaymentRow[]): Promise<(row: PaymentRow) => string | null> {
  const [first] = rows;
  if (first === undefined) return () => null;
  const heights = [...new Set(rows.map(({ height }) => height))];
  const told = await tables
    .selectFrom("events")
    .select(["height", "position", "fields"])
    .where("type", "=", REQUEST_PAID)
    .where("height", "in", heights)
    .execute();
  const purposes = new Map<string, string>();
  for (const { height, position, fields } of told) {
    const { payer, payee, instrument, amount, reference } = fields as RequestPaidFields;
    if (reference === "") continue;
    purposes.set(nameOf({ height, position, payer, payee, instrument: Number(instrument), amount: BigInt(amount) }), reference);
  }
  return (row) => purposes.get(nameOf(row)) ?? null;
}

function nameOf({ height, position, payer, payee, instrument, amount }: PaymentRow): string {
  return [height, position, payer, payee, instrument, amount].join(" ");
}
