import { type AlertJson, type AlertListJson, CodedError } from "@sycee/protocol";
import type { Alert, ExplanationValue } from "../alerts/alert.ts";
import { type AlertPage, listAlerts, readAlert } from "../alerts/storing/list-alerts.ts";
import type { SqlConnection } from "../database/sql-database.ts";
import { type AlertContext, alertContext } from "./alert-context.ts";

/** Of each alert of a list only so many payments are told, the last ones. */
export const PAYMENTS_IN_LIST = 20;

/** A page of alerts, those that were changed last first. */
export async function alertList(connection: SqlConnection, page: AlertPage): Promise<Omit<AlertListJson, "height">> {
  const alerts = await listAlerts(connection, { ...page, limit: page.limit + 1 });
  const shown = alerts.slice(0, page.limit);
  const context = await alertContext(connection, shown, PAYMENTS_IN_LIST);
  const last = shown.at(-1);
  return {
    alerts: shown.map((alert) => alertJson(alert, context)),
    next: alerts.length > page.limit && last !== undefined ? `${last.height}.${last.id}` : null,
    passedOver: await passedOver(connection),
  };
}

/** How many of customers' payments the rules had no room for. */
export async function passedOver(connection: SqlConnection): Promise<string> {
  const [sum] = await connection.query<{ payments: bigint }>("SELECT coalesce(sum(payments), 0) AS payments FROM passed_over_payments");
  return `${sum?.payments ?? 0n}`;
}

/** One alert with all the payments that it lists. Rejects with `CodedError` `not_found`. */
export async function oneAlert(connection: SqlConnection, id: string): Promise<{ alert: AlertJson }> {
  const alert = await readAlert(connection, id);
  if (alert === undefined) throw new CodedError("not_found", "There is no alert of that id.");
  return { alert: alertJson(alert, await alertContext(connection, [alert], alert.payments.length)) };
}

/** An alert for an answer. */
export function alertJson(alert: Alert, { decimals, parties, paymentsShown }: AlertContext): AlertJson {
  const { id, rule, subjects, fromMs, toMs, height, unit, amountMinor, paymentCount, payments, score, explanation, revision } = alert;
  return {
    id,
    rule,
    subjects: [...subjects],
    fromMs: `${fromMs}`,
    toMs: `${toMs}`,
    changedAtHeight: `${height}`,
    unit,
    decimals: decimals.get(unit) ?? 0,
    amountMinor: `${amountMinor}`,
    paymentCount,
    payments: payments.slice(-paymentsShown).map((payment) => ({
      place: payment.id,
      timeMs: `${payment.timeMs}`,
      amountMinor: `${payment.amountMinor}`,
      ...(parties.get(payment.id) ?? { from: null, to: null }),
    })),
    score,
    sentence: explanation.sentence,
    values: Object.fromEntries(Object.entries(explanation.values).map(([name, value]) => [name, valueJson(value)])),
    revision,
  };
}

function valueJson(value: ExplanationValue): AlertJson["values"][string] {
  if (value.kind === "amount") return { ...value, amountMinor: `${value.amountMinor}` };
  return value.kind === "parties" ? { kind: "parties", parties: [...value.parties] } : value;
}
