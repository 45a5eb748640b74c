import type { SqlConnection } from "../database/sql-database.ts";

/** What was last written of series that have a row only where something changed. */
export class LastValues {
  readonly #values = new Map<string, string>();

  /** Reads them from the tables. */
  static async read(connection: SqlConnection): Promise<LastValues> {
    const last = new LastValues();
    for (const row of await connection.query<{ unit: string; base: bigint; m0: bigint; m1: bigint; m2: bigint }>(
      "SELECT DISTINCT ON (unit) unit, base, m0, m1, m2 FROM money_supply ORDER BY unit, height DESC",
    )) {
      last.isNew(`supply ${row.unit}`, [row.base, row.m0, row.m1, row.m2]);
    }
    for (const row of await connection.query<{ instrument: number; issued: bigint; redeemed: bigint }>(
      "SELECT DISTINCT ON (instrument) instrument, issued, redeemed FROM instrument_supply ORDER BY instrument, height DESC",
    )) {
      last.isNew(`instrument ${row.instrument}`, [row.issued, row.redeemed]);
    }
    for (const row of await connection.query<{ institution: string; side: string; line: string; amount: bigint }>(
      "SELECT DISTINCT ON (institution, side, line) institution, side, line, amount FROM statement_lines ORDER BY institution, side, line, height DESC",
    )) {
      last.isNew(`line ${row.institution} ${row.side} ${row.line}`, [row.amount]);
    }
    return last;
  }

  /** Whether amounts differ from the last of that name; they are the last from now on. */
  isNew(name: string, amounts: readonly bigint[]): boolean {
    const text = amounts.join(" ");
    if (this.#values.get(name) === text) return false;
    this.#values.set(name, text);
    return true;
  }
}
