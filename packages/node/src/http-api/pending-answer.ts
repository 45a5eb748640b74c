import {
  type BatchElementJson,
  type BatchResult,
  bytesToHex,
  encodeBatchResults,
  STATUS,
  type StatusCode,
  statusOfNumber,
} from "@sycee/protocol";
import { problemAnswer } from "../answers/entry-answer.ts";
import type { JsonAnswer } from "../block-runner/executor-messages.ts";
import { type CheckedGroup, GroupView } from "../signatures/transaction-group.ts";
import type { BatchAnswer, BatchForm } from "./submission-desk.ts";

/** What can be said of a transaction once its signatures are checked. */
export interface Verdict {
  readonly id: Uint8Array;
  /** Why it is refused already, `undefined` if nothing speaks against it yet. */
  readonly refusal: { readonly code: StatusCode; readonly detail: string } | undefined;
}

/** The verdicts on a group's transactions, in order. */
export function verdictsOf(group: CheckedGroup): Verdict[] {
  const view = new GroupView(group);
  return Array.from({ length: group.count }, (_, index) => {
    const number = view.verdicts[index] ?? 0;
    const found = number === 0 ? undefined : statusOfNumber(number);
    // Whether an expiry has passed for ever is said by a block's time, not by this machine's clock.
    const code = found === "expired" ? undefined : found;
    return { id: view.id(index).slice(), refusal: code === undefined ? undefined : { code, detail: group.details.get(index) ?? "" } };
  });
}

/** The answer to one transaction that is not waited for. */
export function pendingDocument({ id, refusal }: Verdict): JsonAnswer {
  if (refusal !== undefined) return problemAnswer(refusal.code, refusal.detail);
  return { status: 202, body: JSON.stringify({ status: "pending", id: `0x${bytesToHex(id)}` }) };
}

/** The compact answer to transactions that are not waited for. */
export function pendingResults(verdicts: readonly Verdict[]): Uint8Array<ArrayBuffer> {
  const results = verdicts.map(
    ({ id, refusal }): BatchResult => (refusal === undefined ? { kind: "pending", id } : { kind: "rejected", ...refusal }),
  );
  return new Uint8Array(encodeBatchResults(results));
}

/** The answer to a batch that is not waited for. */
export function pendingAnswer(verdicts: readonly Verdict[], form: BatchForm): BatchAnswer {
  if (form === "batch-bcs") return { form, body: pendingResults(verdicts) };
  const results = verdicts.map(({ id, refusal }): BatchElementJson => {
    if (refusal === undefined) return { status: "pending", httpStatus: 202, id: `0x${bytesToHex(id)}` };
    const [number, httpStatus] = STATUS[refusal.code];
    return { status: "rejected", httpStatus, number, ...refusal };
  });
  return { form, body: JSON.stringify({ results }) };
}
