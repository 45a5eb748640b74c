import type { SqlConnection } from "../../database/sql-database.ts";
import { AlertDetector, AlertStateError } from "../alert-detector.ts";
import { ALERT_DEFAULTS } from "../alert-parameters.ts";
import type { ObservedPayment } from "../observed-payment.ts";
import { AlertFeed } from "./alert-feed.ts";
import {
  type CustomerPaymentRow,
  isInstitution,
  observedCustomerPayments,
  observedPayments,
  type PaymentRow,
} from "./observed-payments.ts";

const ROWS_OF_PAGE = 5_000;

/** The feed that goes on where the tables stand. */
export async function openAlertFeed(connection: SqlConnection): Promise<AlertFeed> {
  const roles = await connection.query<{ address: string; role: string }>("SELECT address, role FROM institutions");
  const merchants = await connection.query<{ account: string }>("SELECT account FROM merchant_accounts");
  return await AlertFeed.open(connection, {
    parameters: ALERT_DEFAULTS,
    merchants: merchants.map(({ account }) => account),
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

/** A row of either table; numbers of customers' payments come after those of the other payments of their transaction. */
type EitherRow = ({ readonly is_customers: false } & PaymentRow) | ({ readonly is_customers: true } & CustomerPaymentRow);

const COLUMNS = "height, position, number, time_ms, kind, instrument, amount, payer, payee";
const PAGE = "WHERE (height, position, number) > ($1::bigint, $2::bigint, $3::bigint) ORDER BY height, position, number LIMIT $4";

async function* paymentsAbove(connection: SqlConnection, height: bigint): AsyncGenerator<ObservedPayment> {
  const instruments = await connection.query<{ instrument: number; unit: string }>("SELECT instrument, unit FROM instruments");
  const units = new Map(instruments.map(({ instrument, unit }) => [instrument, unit]));
  const unitOf = (instrument: number): string | undefined => units.get(instrument);
  let last: Pick<PaymentRow, "height" | "position" | "number"> = { height, position: Number.MAX_SAFE_INTEGER, number: 0 };
  for (;;) {
    const rows = await connection.query<EitherRow>(
      `(SELECT false AS is_customers, ${COLUMNS} FROM payments ${PAGE})
       UNION ALL (SELECT true AS is_customers, ${COLUMNS} FROM customer_payments ${PAGE})
       ORDER BY height, position, number LIMIT $4`,
      [last.height.toString(), last.position, last.number, ROWS_OF_PAGE],
    );
    for (const row of rows) yield* row.is_customers ? observedCustomerPayments([row], unitOf) : observedPayments([row], unitOf);
    const end = rows.at(-1);
    if (end === undefined) return;
    last = end;
  }
}
