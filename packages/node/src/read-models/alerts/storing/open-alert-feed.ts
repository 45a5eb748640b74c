import type { SqlConnection } from "../../database/sql-database.ts";
import { AlertDetector, AlertStateError } from "../alert-detector.ts";
import { ALERT_DEFAULTS } from "../alert-parameters.ts";
import type { ObservedPayment } from "../observed-payment.ts";
import { AlertFeed } from "./alert-feed.ts";
import { isInstitution, observedPayments, type PaymentRow } from "./observed-payments.ts";

const ROWS_OF_PAGE = 5_000;

/** The feed that goes on where the tables stand. */
export async function openAlertFeed(connection: SqlConnection): Promise<AlertFeed> {
  const roles = await connection.query<{ address: string; role: string }>("SELECT address, role FROM institutions");
  return await AlertFeed.open(connection, {
    parameters: ALERT_DEFAULTS,
    institutions: roles.filter(({ role }) => isInstitution(role)).map(({ address }) => address),
    paymentsAbove: (height) => paymentsAbove(connection, height),
  });
}

/** Why the alerts in the tables cannot be gone on with, in a sentence; `undefined` if they can. */
export async function alertFault(connection: SqlConnection): Promise<string | undefined> {
  const rows = await connection.query<{ memory: string; key: string; json: string }>(
    "SELECT memory, key, json FROM alert_memory WHERE memory = 'detector'",
  );
  try {
    const register = { roleOf: () => undefined, holderOf: () => undefined };
    new AlertDetector(ALERT_DEFAULTS, register).restore(rows.map((row) => ({ ...row, touched: 0 })));
    return undefined;
  } catch (error) {
    if (error instanceof AlertStateError) return error.message;
    throw error;
  }
}

async function* paymentsAbove(connection: SqlConnection, height: bigint): AsyncGenerator<ObservedPayment> {
  const instruments = await connection.query<{ instrument: number; unit: string }>("SELECT instrument, unit FROM instruments");
  const units = new Map(instruments.map(({ instrument, unit }) => [instrument, unit]));
  let last = { height, position: Number.MAX_SAFE_INTEGER, number: 0 };
  for (;;) {
    const rows = await connection.query<PaymentRow>(
      `SELECT height, position, number, time_ms, kind, instrument, amount, payer, payee FROM payments
       WHERE (height, position, number) > ($1::bigint, $2::bigint, $3::bigint) ORDER BY height, position, number LIMIT $4`,
      [last.height.toString(), last.position, last.number, ROWS_OF_PAGE],
    );
    yield* observedPayments(rows, (instrument) => units.get(instrument));
    const end = rows.at(-1);
    if (end === undefined) return;
    last = end;
  }
}
