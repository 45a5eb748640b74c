// Follows a chain into tables and answers questions from them, in a process of its own, forked by the node.
import { setPriority } from "node:os";
import { CodedError, problemOf } from "@sycee/protocol/core";
import { CaseBook } from "../cases/case-book.ts";
import { CaseJournalError } from "../cases/case-journal.ts";
import { migrate } from "../database/migrate.ts";
import { openDatabase } from "../database/open-database.ts";
import type { SqlDatabase } from "../database/sql-database.ts";
import { Follower } from "../following/follower.ts";
import { LaterLogError } from "../following/later-log-error.ts";
import { QuestionDesk } from "../queries/question-desk.ts";
import type { ReadModelsCommand, ReadModelsReport } from "./messages.ts";

/** Below everything that serves payments, the signature workers among it, once the database is open: whoever starts a node waits for that. */
const NICENESS = 17;

let isEnding = false;
let isServing = false;
// The node ends, or is gone: nobody is left to follow for.
process.once("disconnect", () => {
  isEnding = true;
  // What it was opening is whole, or is not there.
  if (!isServing) process.exit(0);
  wake();
});
// A terminal and a service's manager tell the whole group: this process ends with its node.
process.on("SIGINT", () => undefined);
process.on("SIGTERM", () => undefined);
let wake: () => void = () => undefined;

process.once("message", (command: ReadModelsCommand) => {
  if (command.kind === "start") start(command).catch(end);
});

async function start({ dataDirectory, databaseUrl, head }: Extract<ReadModelsCommand, { kind: "start" }>): Promise<void> {
  const database = await openDatabase({ dataDirectory, databaseUrl }, { notice, broken: end });
  await migrate(database);
  setPriority(NICENESS);
  const follower = await Follower.open(database, dataDirectory, head, notice);
  await serve(database, follower, head, openCases(dataDirectory));
}

// Cases are no read model: nothing can make them again. What is damaged is left as it is, and all else is answered.
function openCases(dataDirectory: string): CaseBook | undefined {
  try {
    return CaseBook.open(dataDirectory);
  } catch (error) {
    if (!(error instanceof CaseJournalError)) throw error;
    notice(error.message);
    return undefined;
  }
}

async function serve(database: SqlDatabase, follower: Follower, first: number, cases: CaseBook | undefined): Promise<void> {
  const desk = new QuestionDesk(database, cases);
  isServing = true;
  let known = first;
  process.on("message", (command: ReadModelsCommand) => {
    if (command.kind === "head") {
      known = Math.max(known, command.height);
      wake();
    } else if (command.kind === "question") {
      void answer(desk, command);
    }
  });
  while (!isEnding) {
    const wrote = await follower.step(known);
    if (wrote !== undefined) {
      report({ kind: "wrote", beginsAt: follower.beginsAt, ...wrote });
      continue;
    }
    const next = new Promise<void>((resolve) => {
      wake = resolve;
    });
    report({ kind: "waiting", height: follower.height, beginsAt: follower.beginsAt });
    if (!isEnding) await next;
  }
  follower.close();
  cases?.close();
  await database.close();
  process.exit(0);
}

async function answer(desk: QuestionDesk, { ticket, question, untilMs }: Extract<ReadModelsCommand, { kind: "question" }>): Promise<void> {
  try {
    report({ kind: "answer", ticket, status: 200, body: JSON.stringify(await desk.answer(question, untilMs)) });
  } catch (error) {
    // What the database refuses is our own fault; those who ask something else are answered.
    if (!(error instanceof CodedError)) notice(`A question to the read models failed: ${sentenceOf(error)}`);
    const problem = error instanceof CodedError ? problemOf(error.code, error.detail) : problemOf("internal");
    report({ kind: "answer", ticket, status: problem.status, body: JSON.stringify(problem) });
  }
}

function notice(text: string): void {
  report({ kind: "notice", text });
}

function report(message: ReadModelsReport): void {
  process.send?.(message);
}

// Whoever started this process starts it again: it goes on where the tables stand.
function end(error: unknown): void {
  if (error instanceof LaterLogError) {
    const refused: ReadModelsReport = { kind: "refused", reason: error.message };
    process.send?.(refused, () => process.exit(0));
    return;
  }
  process.stderr.write(sentenceOf(error));
  process.exit(1);
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
