import { join } from "node:path";
import { CodedError } from "@sycee/protocol/core";
import type { Alert } from "../alerts/alert.ts";
import { type Case, CaseError, caseAfterExtension, dismissCase, noteInCase, openCase, referCase, reopenCase } from "../alerts/case.ts";
import { CaseJournal } from "./case-journal.ts";
import type { CaseRequest } from "./case-question.ts";

/**
 * The cases of a node. Those that nobody acted on follow from their alerts and are kept nowhere; the others are in a journal beside the
 * read models, which are made again without touching it.
 */
export class CaseBook {
  readonly #acted: Map<string, Case>;
  readonly #journal: CaseJournal;

  private constructor(acted: Map<string, Case>, journal: CaseJournal) {
    this.#acted = acted;
    this.#journal = journal;
  }

  /** Opens the cases of a data directory, for one process. Throws `CaseJournalError`. */
  static open(dataDirectory: string): CaseBook {
    const acted = new Map<string, Case>();
    const journal = CaseJournal.open(join(dataDirectory, "supervision", "cases.journal"), (file) => acted.set(file.id, file));
    return new CaseBook(acted, journal);
  }

  /** Ids of the cases that somebody acted on. */
  acted(): readonly string[] {
    return [...this.#acted.keys()];
  }

  /** The case of an alert as it is now. */
  caseOf(alert: Alert): Case {
    const file = this.#acted.get(alert.id);
    return file === undefined ? openCase(alert) : caseAfterExtension(file, alert);
  }

  /** The case of an id that somebody acted on, as it was left; `undefined` if nobody did. */
  caseLeft(id: string): Case | undefined {
    return this.#acted.get(id);
  }

  /** Acts on the case of an alert. It is on disk when this returns. Throws `CodedError`, and then nothing has changed. */
  act(alert: Alert, request: CaseRequest): Case {
    const file = this.caseOf(alert);
    // A clock that was set back does not put acts before those that were recorded.
    const timeMs = Math.max(request.timeMs, file.history.at(-1)?.timeMs ?? 0);
    const next = changed(file, { ...request, timeMs });
    this.#journal.write(next);
    this.#acted.set(next.id, next);
    return next;
  }

  close(): void {
    this.#journal.close();
  }
}

function changed(file: Case, request: CaseRequest): Case {
  try {
    switch (request.act) {
      case "note":
        return noteInCase(file, request);
      case "dismiss":
        return dismissCase(file, request);
      case "reopen":
        return reopenCase(file, request);
      case "refer":
        return referCase(file, request, request.warrant ?? { number: 0n, party: "" });
    }
  } catch (error) {
    if (!(error instanceof CaseError)) throw error;
    const { code, message } = error;
    const isState = code === "case_not_open" || code === "case_not_dismissed" || code === "case_full";
    throw new CodedError(isState ? code : "invalid_request", message);
  }
}
