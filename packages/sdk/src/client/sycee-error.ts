import type { ProblemJson, ReceiptJson, StatusCode } from "@sycee/protocol";

/** Causes that a client sees by itself; their numbers are permanent, like those of `STATUS`. */
export const CLIENT_STATUS = {
  unreachable: [9001, "The node cannot be reached."],
  outcome_unknown: [9002, "The node did not say in time what became of the transaction; ask again by its id."],
  unexpected_answer: [9003, "The node's answer is not one this client understands."],
} as const satisfies Record<string, readonly [number: number, sentence: string]>;

export type ClientStatusCode = keyof typeof CLIENT_STATUS;

/** Why a request was not done. `code` and `number` are stable; `detail` is a plain sentence. */
export class SyceeError extends Error {
  override readonly name = "SyceeError";
  readonly code: StatusCode | ClientStatusCode;
  readonly number: number;
  readonly detail: string;
  /** The receipt, when the refusal is on the ledger: the transaction had no effect and used its nonce. */
  readonly receipt: ReceiptJson | undefined;
  /** Name of the Move module's error when `code` is `aborted`, e.g. `EDailyLimit`. */
  readonly abortName: string | undefined;
  /** How long the node asks to wait before sending again. */
  readonly retryAfterMs: number | undefined;

  constructor(fault: Fault) {
    super(`${fault.code}: ${fault.detail}`, fault.cause === undefined ? undefined : { cause: fault.cause });
    this.code = fault.code;
    this.number = fault.number;
    this.detail = fault.detail;
    this.receipt = fault.receipt;
    this.abortName = fault.abortName ?? fault.receipt?.abort?.name ?? undefined;
    this.retryAfterMs = fault.retryAfterMs;
  }
}

/** What a {@link SyceeError} is made of. */
export interface Fault {
  readonly code: StatusCode | ClientStatusCode;
  readonly number: number;
  readonly detail: string;
  readonly receipt?: ReceiptJson | undefined;
  readonly abortName?: string | undefined;
  readonly retryAfterMs?: number | undefined;
  readonly cause?: unknown;
}

/** The error of a cause seen by the client itself. */
export function clientError(code: ClientStatusCode, detail: string = CLIENT_STATUS[code][1], cause?: unknown): SyceeError {
  return new SyceeError({ code, number: CLIENT_STATUS[code][0], detail, cause });
}

/** The error that a problem document tells. */
export function errorOfProblem(problem: ProblemJson, retryAfterMs?: number): SyceeError {
  // A newer node may know codes that this client does not: they pass through as they are.
  const code = problem.code as StatusCode;
  return new SyceeError({ code, number: problem.number, detail: problem.detail, receipt: problem.receipt, retryAfterMs });
}

/** Whether sending the same bytes again may still lead to a final answer. */
export function isWorthResending(error: SyceeError): boolean {
  return RESENDABLE.has(error.code);
}

const RESENDABLE: ReadonlySet<string> = new Set(["unreachable", "unexpected_answer", "overloaded", "stopping", "internal"]);
