import { CodedError } from "@sycee/protocol/core";
import type { Kysely } from "kysely";
import type { CaseBook } from "../cases/case-book.ts";
import { type CaseQuestion, isCaseQuestion } from "../cases/case-question.ts";
import { queryBuilder } from "../database/query-builder.ts";
import type { SqlConnection, SqlDatabase } from "../database/sql-database.ts";
import type { Tables } from "../database/tables.ts";
import { type HistoryBeginning, readBeginning } from "../following/history-beginning.ts";
import type { ReadModelsQuestion } from "../process/messages.ts";
import { alertList, oneAlert } from "./alerts.ts";
import { accountStatement } from "./account-statement.ts";
import { activitySeries } from "./activity.ts";
import { answerOfCases } from "./cases.ts";
import { flows } from "./flows.ts";
import { holderShares } from "./holder-shares.ts";
import { KeptAnswers } from "./kept-answers.ts";
import { pastBalances } from "./past-balances.ts";
import { accountPayments } from "./payments.ts";
import { recentEvents } from "./recent-events.ts";
import { searchTables } from "./search.ts";
import { statementSeries } from "./statement-lines.ts";
import { supplySeries } from "./supply.ts";

/** Up to which block the tables go, and where they begin. */
type Standing = Pick<Tables["chain_position"], "height" | "time_ms"> & { readonly beginning: HistoryBeginning };

/** Questions about what was: their answers tell where history begins. */
const OF_HISTORY: ReadonlySet<ReadModelsQuestion["kind"]> = new Set<ReadModelsQuestion["kind"]>([
  "supply",
  "activity",
  "statement-lines",
  "recent-events",
  "search",
  "payments",
  "statement",
  "balances",
]);

/** Answers questions from the tables, each with the height that it is true at. */
export class QuestionDesk {
  readonly #database: SqlDatabase;
  readonly #cases: CaseBook | undefined;
  /** Shares of holders by instrument: each asks for all holders, in order. */
  readonly #shares = new KeptAnswers<number, object>(() => performance.now());

  /** `cases` is `undefined` where their journal cannot be read. */
  constructor(database: SqlDatabase, cases: CaseBook | undefined) {
    this.#database = database;
    this.#cases = cases;
  }

  /** The answer, ready for JSON. Rejects with `CodedError` where there is none, and where its turn comes after `untilMs`. */
  async answer(question: ReadModelsQuestion, untilMs: number): Promise<object> {
    if (question.kind === "shares") return await this.#shares.ask(question.instrument, () => this.#answer(question, untilMs));
    return await this.#answer(question, untilMs);
  }

  async #answer(question: ReadModelsQuestion, untilMs: number): Promise<object> {
    return await this.#database.snapshot(async (connection) => {
      if (Date.now() > untilMs) throw new CodedError("read_models_unavailable", "The read models did not come to the question in time.");
      const tables = queryBuilder(connection);
      const position = await tables.selectFrom("chain_position").select(["height", "time_ms"]).executeTakeFirst();
      if (position === undefined) throw new CodedError("read_models_unavailable", "The read models are empty yet; try again shortly.");
      const beginning = await readBeginning(connection);
      const answer = isCaseQuestion(question)
        ? await answerOfCases(connection, this.#casesThere(), question)
        : await look(tables, question, { ...position, beginning }, connection);
      const begins = OF_HISTORY.has(question.kind) ? { beginsAtHeight: `${beginning?.height ?? 0n}` } : {};
      return { height: `${position.height}`, ...begins, ...answer };
    });
  }

  #casesThere(): CaseBook {
    if (this.#cases !== undefined) return this.#cases;
    throw new CodedError("read_models_unavailable", "The journal of cases on this node is damaged: its notices say where.");
  }
}

function look(
  tables: Kysely<Tables>,
  question: Exclude<ReadModelsQuestion, CaseQuestion>,
  position: Standing,
  connection: SqlConnection,
): Promise<object> {
  const { height, time_ms: lastMs, beginning } = position;
  switch (question.kind) {
    case "supply":
      return supplySeries(tables, question, lastMs);
    case "activity":
      return activitySeries(tables, question, lastMs);
    case "statement-lines":
      return statementSeries(tables, question, lastMs);
    case "flows":
      return flows(tables, question.unit);
    case "shares":
      return holderShares(tables, question.instrument);
    case "recent-events":
      return recentEvents(tables, question);
    case "search":
      return searchTables(tables, question, beginning);
    case "payments":
      return accountPayments(tables, question);
    case "statement":
      return accountStatement(tables, question, beginning);
    case "balances":
      return pastBalances(tables, question, height, beginning);
    case "alerts":
      return alertList(connection, question);
    case "alert":
      return oneAlert(connection, question.id);
  }
}
