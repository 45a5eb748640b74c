import type { Alert, RuleName } from "../alert.ts";
import { stateFromJson } from "../state-json.ts";
import type { AlertConnection, AlertRow } from "./alert-tables.ts";

/** Which alerts are wanted: of a rule, or of all; those that were changed last before a place in the list. */
export interface AlertPage {
  readonly rule: RuleName | undefined;
  readonly before: { readonly height: bigint; readonly id: string } | undefined;
  /** From 1. */
  readonly limit: number;
  /** Of these only, if given. */
  readonly ids?: readonly string[] | undefined;
}

/** At most `limit` alerts, those that were changed last first. */
export async function listAlerts(connection: AlertConnection, { rule, before, limit, ids }: AlertPage): Promise<Alert[]> {
  const rows = await connection.query<Pick<AlertRow, "alert">>(
    `SELECT alert FROM alerts
     WHERE ($1::text IS NULL OR rule = $1) AND ($2::bigint IS NULL OR (height, id) < ($2::bigint, $3::text COLLATE "C"))
       AND ($5::json IS NULL OR id IN (SELECT json_array_elements_text($5::json)))
     ORDER BY height DESC, id DESC LIMIT $4`,
    [
      rule ?? null,
      before === undefined ? null : before.height.toString(),
      before?.id ?? null,
      limit,
      ids === undefined ? null : JSON.stringify(ids),
    ],
  );
  return rows.map(alertOf);
}

/** The alert of an id, `undefined` if there is none. */
export async function readAlert(connection: AlertConnection, id: string): Promise<Alert | undefined> {
  const [row] = await connection.query<Pick<AlertRow, "alert">>("SELECT alert FROM alerts WHERE id = $1", [id]);
  return row === undefined ? undefined : alertOf(row);
}

// The feed alone writes this column.
function alertOf({ alert }: Pick<AlertRow, "alert">): Alert {
  return stateFromJson(alert) as Alert;
}
