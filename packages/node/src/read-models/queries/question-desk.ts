import { CodedError } from "@sycee/protocol";
import type { Kysely } from "kysely";
import { queryBuilder } from "../database/query-builder.ts";
import type { SqlConnection, SqlDatabase } from "../database/sql-database.ts";
import type { Tables } from "../database/tables.ts";
import type { ReadModelsQuestion } from "../process/messages.ts";
import { alertList, oneAlert } from "./alerts.ts";
import { accountPayments } from "./payments.ts";
import { supplySeries } from "./supply.ts";

/** Answers questions from the tables, each with the height that it is true at. */
export class QuestionDesk {
  readonly #database: SqlDatabase;

  constructor(database: SqlDatabase) {
    this.#database = database;
  }

  /** The answer, ready for JSON. Rejects with `CodedError` where there is none. */
  async answer(question: ReadModelsQuestion): Promise<object> {
    return await this.#database.snapshot(async (connection) => {
      const tables = queryBuilder(connection);
      const position = await tables.selectFrom("chain_position").select(["height", "time_ms"]).executeTakeFirst();
      if (position === undefined) throw new CodedError("read_models_unavailable", "The read models are empty yet; try again shortly.");
      return { height: `${position.height}`, ...(await look(tables, question, position.time_ms, connection)) };
    });
  }
}

function look(tables: Kysely<Tables>, question: ReadModelsQuestion, lastMs: bigint, connection: SqlConnection): Promise<object> {
  switch (question.kind) {
    case "supply":
      return supplySeries(tables, question, lastMs);
    case "payments":
      return accountPayments(tables, question);
    case "alerts":
      return alertList(connection, question);
    case "alert":
      return oneAlert(connection, question.id);
  }
}
