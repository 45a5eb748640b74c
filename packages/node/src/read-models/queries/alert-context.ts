import type { Alert } from "../alerts/alert.ts";
import type { SqlConnection } from "../database/sql-database.ts";

/** What answers say of alerts beside what alerts are made of. */
export interface AlertContext {
  /** Decimals of every unit of account. */
  readonly decimals: ReadonlyMap<string, number>;
  /** Who paid whom, by the place of the payment. */
  readonly parties: ReadonlyMap<string, { readonly from: string | null; readonly to: string | null }>;
  /** Of each alert only so many payments are told, the last ones. */
  readonly paymentsShown: number;
}

interface PartyRow {
  readonly height: bigint;
  readonly position: number;
  readonly number: number;
  readonly payer: string | null;
  readonly payee: string | null;
}

/** Reads what answers about some alerts need: one question for all of them. */
export async function alertContext(connection: SqlConnection, alerts: readonly Alert[], paymentsShown: number): Promise<AlertContext> {
  const units = await connection.query<{ unit: string; decimals: number }>("SELECT DISTINCT unit, decimals FROM instruments");
  const places = alerts.flatMap(({ payments }) => payments.slice(-paymentsShown).map(({ id }) => placeOf(id)));
  const rows =
    places.length === 0
      ? []
      : await connection.query<PartyRow>(
          `SELECT height, position, number, payer, payee
           FROM json_to_recordset($1::json) AS wanted(height bigint, position integer, number integer)
           JOIN (
             SELECT height, position, number, payer, payee FROM payments
             UNION ALL SELECT height, position, number, payer, payee FROM customer_payments
           ) AS both_kinds USING (height, position, number)`,
          [JSON.stringify(places)],
        );
  return {
    decimals: new Map(units.map(({ unit, decimals }) => [unit, decimals])),
    parties: new Map(
      rows.map(({ height, position, number, payer, payee }) => [`${height}.${position}.${number}`, { from: payer, to: payee }]),
    ),
    paymentsShown,
  };
}

function placeOf(id: string): { readonly height: string; readonly position: string; readonly number: string } {
  const [height = "0", position = "0", number = "0"] = id.split(".");
  return { height, position, number };
}
