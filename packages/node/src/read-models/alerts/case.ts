import type { Alert } from "./alert.ts";

/** Why a case could not be changed as asked. */
export type CaseErrorCode =
  | "case_not_open"
  | "case_not_dismissed"
  | "reason_missing"
  | "reason_too_long"
  | "bad_warrant"
  | "case_full"
  | "wrong_alert"
  | "time_goes_back";

/** A change that the state of a case or its own words do not allow. */
export class CaseError extends Error {
  override readonly name: string = "CaseError";
  readonly code: CaseErrorCode;

  constructor(code: CaseErrorCode, sentence: string) {
    super(sentence);
    this.code = code;
  }
}

/** Where a case stands. */
export type CaseState =
  | { readonly state: "open" }
  /** Looked at and found to need nothing more. `paymentCount` is what the alert had then. */
  | { readonly state: "dismissed"; readonly reason: string; readonly paymentCount: number }
  /** Handed on with a warrant of the ledger (`oversight::warrant`) for an account; a referred case stays referred. */
  | { readonly state: "referred"; readonly reason: string; readonly warrant: CaseWarrant };

/** The warrant that a case was referred with. */
export interface CaseWarrant {
  /** From 1, as the ledger counts warrants. */
  readonly number: bigint;
  /** The account that it is for. */
  readonly party: string;
}

/** What happened to a case, once for each act. */
export interface CaseEntry {
  readonly act: "opened" | "noted" | "dismissed" | "reopened" | "referred";
  readonly timeMs: number;
  /** The supervisor's address; `undefined` where the rules did it. */
  readonly by: string | undefined;
  readonly text: string;
}

/** A supervisor's file on one alert. Its id is the alert's. */
export interface Case {
  readonly id: string;
  readonly alertRevision: number;
  readonly paymentCount: number;
  readonly state: CaseState;
  /** From the oldest; acts of supervisors end at 200, the rules may still reopen it. */
  readonly history: readonly CaseEntry[];
}

/** Who acts, when (milliseconds since 1970, never before the case's last entry) and in which words (1 to 2,000 characters). */
export interface CaseAct {
  readonly by: string;
  readonly timeMs: number;
  readonly text: string;
}

const MAXIMUM_TEXT = 2_000;
const MAXIMUM_HISTORY = 200;
/** A dismissed case opens again when its alert has grown by half since: our choice, so that a single payment more does not. */
const REOPENING_PERMILLE = 1_500;

/** The case of an alert that was just raised. */
export function openCase(alert: Alert): Case {
  return {
    id: alert.id,
    alertRevision: alert.revision,
    paymentCount: alert.paymentCount,
    state: { state: "open" },
    history: [{ act: "opened", timeMs: alert.toMs, by: undefined, text: "" }],
  };
}

/**
 * The case after its alert was extended. A dismissed case opens again when the alert has grown by half since it was dismissed. An
 * extension that the case knows already changes nothing, so that a stream may be taken twice. Throws {@link CaseError} `wrong_alert`.
 */
export function caseAfterExtension(file: Case, alert: Alert): Case {
  if (file.id !== alert.id) throw new CaseError("wrong_alert", "The alert is another case's.");
  if (alert.revision <= file.alertRevision) return file;
  const grown = { ...file, alertRevision: alert.revision, paymentCount: alert.paymentCount };
  if (file.state.state !== "dismissed" || alert.paymentCount * 1_000 < file.state.paymentCount * REOPENING_PERMILLE) return grown;
  const timeMs = Math.max(alert.toMs, file.history.at(-1)?.timeMs ?? 0);
  // Never refused: what the rules see has to be able to reopen a case, however long its history is.
  return { ...grown, state: { state: "open" }, history: [...file.history, { act: "reopened", timeMs, by: undefined, text: "" }] };
}

/** Adds words to a case in any state. Throws {@link CaseError}. */
export function noteInCase(file: Case, act: CaseAct): Case {
  return { ...file, history: entered(file, "noted", act) };
}

/** Closes an open case with a reason. Throws {@link CaseError}. */
export function dismissCase(file: Case, act: CaseAct): Case {
  requireOpen(file);
  const history = entered(file, "dismissed", act);
  return { ...file, state: { state: "dismissed", reason: act.text.trim(), paymentCount: file.paymentCount }, history };
}

/** Opens a dismissed case again. Throws {@link CaseError}. */
export function reopenCase(file: Case, act: CaseAct): Case {
  if (file.state.state !== "dismissed") {
    throw new CaseError("case_not_dismissed", `The case is ${file.state.state} and not dismissed.`);
  }
  return { ...file, state: { state: "open" }, history: entered(file, "reopened", act) };
}

/** Hands an open case on with a warrant. Throws {@link CaseError}. */
export function referCase(file: Case, act: CaseAct, warrant: CaseWarrant): Case {
  requireOpen(file);
  if (warrant.number < 1n || warrant.party === "") throw new CaseError("bad_warrant", "A warrant has a number from 1 on and an account.");
  const history = entered(file, "referred", act);
  return { ...file, state: { state: "referred", reason: act.text.trim(), warrant }, history };
}

function requireOpen(file: Case): void {
  if (file.state.state !== "open") throw new CaseError("case_not_open", `The case is ${file.state.state} and not open.`);
}

function entered(file: Case, act: CaseEntry["act"], { by, timeMs, text }: CaseAct): CaseEntry[] {
  const words = text.trim();
  if (words === "") throw new CaseError("reason_missing", "Say why: a case keeps a reason for every act.");
  if (words.length > MAXIMUM_TEXT) throw new CaseError("reason_too_long", `A reason has at most ${MAXIMUM_TEXT} characters.`);
  if (file.history.length >= MAXIMUM_HISTORY) throw new CaseError("case_full", `A case keeps at most ${MAXIMUM_HISTORY} entries.`);
  if (timeMs < (file.history.at(-1)?.timeMs ?? 0)) throw new CaseError("time_goes_back", "The act is from before the case's last entry.");
  return [...file.history, { act, timeMs, by, text: words }];
}
