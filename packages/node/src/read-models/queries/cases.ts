import { type CaseJson, type CaseListJson, CodedError } from "@sycee/protocol";
import type { Alert } from "../alerts/alert.ts";
import type { Case } from "../alerts/case.ts";
import { listAlerts, readAlert } from "../alerts/storing/list-alerts.ts";
import type { CaseBook } from "../cases/case-book.ts";
import type { CaseQuestion } from "../cases/case-question.ts";
import type { SqlConnection } from "../database/sql-database.ts";
import { type AlertContext, alertContext } from "./alert-context.ts";
import { alertJson, passedOver, PAYMENTS_IN_LIST } from "./alerts.ts";

/** Alerts are looked through in groups of so many where cases of one state are wanted. */
const ALERTS_OF_GROUP = 200;

/** Answers a question about cases, or does an act. Rejects with `CodedError`. */
export async function answerOfCases(connection: SqlConnection, book: CaseBook, question: CaseQuestion): Promise<object> {
  if (question.kind === "cases") return await caseList(connection, book, question);
  const alert = await readAlert(connection, question.id);
  const context = await alertContext(connection, alert === undefined ? [] : [alert], PAYMENTS_IN_LIST);
  if (alert !== undefined) {
    const file = question.kind === "case" ? book.caseOf(alert) : book.act(alert, question);
    return { case: caseJson(file, alert, context) };
  }
  const left = book.caseLeft(question.id);
  if (left === undefined || question.kind === "case-act") throw new CodedError("not_found", "There is no alert of that id.");
  return { case: caseJson(left, undefined, context) };
}

async function caseList(
  connection: SqlConnection,
  book: CaseBook,
  question: Extract<CaseQuestion, { kind: "cases" }>,
): Promise<Omit<CaseListJson, "height">> {
  const { state, rule, limit } = question;
  // A case that is not open is one that somebody acted on.
  const ids = state === "dismissed" || state === "referred" ? book.acted() : undefined;
  const found: { readonly file: Case; readonly alert: Alert }[] = [];
  let { before } = question;
  for (;;) {
    const alerts = await listAlerts(connection, { rule, before, limit: ALERTS_OF_GROUP, ids });
    for (const alert of alerts) {
      const file = book.caseOf(alert);
      if (state === undefined || file.state.state === state) found.push({ file, alert });
    }
    const last = alerts.at(-1);
    if (found.length > limit || alerts.length < ALERTS_OF_GROUP || last === undefined) break;
    before = { height: last.height, id: last.id };
  }
  const shown = found.slice(0, limit);
  const context = await alertContext(
    connection,
    shown.map(({ alert }) => alert),
    PAYMENTS_IN_LIST,
  );
  const last = shown.at(-1)?.alert;
  return {
    cases: shown.map(({ file, alert }) => caseJson(file, alert, context)),
    next: found.length > limit && last !== undefined ? `${last.height}.${last.id}` : null,
    passedOver: await passedOver(connection),
  };
}

function caseJson(file: Case, alert: Alert | undefined, context: AlertContext): CaseJson {
  const { id, state, alertRevision, paymentCount, history } = file;
  return {
    id,
    state: state.state,
    reason: state.state === "open" ? null : state.reason,
    warrant: state.state === "referred" ? { number: `${state.warrant.number}`, party: state.warrant.party } : null,
    alertRevision,
    paymentCount,
    history: history.map(({ act, timeMs, by, text }) => ({ act, timeMs: `${timeMs}`, by: by ?? null, text })),
    alert: alert === undefined ? null : alertJson(alert, context),
  };
}
