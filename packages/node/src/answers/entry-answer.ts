import type { Ledger } from "@sycee/ledger";
import type { BatchElementJson, ProblemJson } from "@sycee/protocol";
import { type BatchResult, bytesToHex, problemOf, type Receipt, type StatusCode, STATUS, statusNumber } from "@sycee/protocol/core";
import type { JsonAnswer } from "../block-runner/executor-messages.ts";
import { describeReceipt, type ReceiptPlace } from "./describe-receipt.ts";
import { refusalOf } from "./refusal.ts";

/** What became of one submitted transaction, before it takes a form. */
export type EntryAnswer =
  | { readonly kind: "receipt"; readonly receipt: Receipt; readonly place: ReceiptPlace; readonly entry: Uint8Array }
  | { readonly kind: "rejected"; readonly code: StatusCode; readonly detail: string; readonly id: Uint8Array | undefined };

/** The answer as a document of its own. */
export function asDocument(ledger: Ledger, answer: EntryAnswer): JsonAnswer {
  if (answer.kind === "rejected") return problemAnswer(answer.code, answer.detail);
  const receipt = describeReceipt(ledger, answer.receipt, answer.entry, answer.place);
  const refusal = refusalOf(answer.receipt.outcome);
  if (refusal === undefined) return { status: 200, body: JSON.stringify(receipt) };
  const problem: ProblemJson = { ...problemOf(refusal.code, refusal.detail), receipt };
  return { status: problem.status, body: JSON.stringify(problem) };
}

/** A problem as an answer. */
export function problemAnswer(code: StatusCode, detail?: string): JsonAnswer {
  const problem = problemOf(code, detail);
  return { status: problem.status, body: JSON.stringify(problem) };
}

/** The answer as an element of a batch's JSON. */
export function asBatchElement(answer: EntryAnswer): BatchElementJson {
  if (answer.kind === "rejected") {
    const id = answer.id === undefined ? {} : { id: `0x${bytesToHex(answer.id)}` };
    return { status: "rejected", ...id, ...refusalFields(answer.code, answer.detail) };
  }
  const { receipt, place } = answer;
  const refusal = refusalOf(receipt.outcome);
  const abortName = receipt.outcome.kind === "aborted" ? receipt.outcome.name : undefined;
  return {
    status: receipt.outcome.kind,
    ...(refusal === undefined ? { httpStatus: 200 } : refusalFields(refusal.code, refusal.detail)),
    ...(abortName === undefined ? {} : { abortName }),
    id: `0x${bytesToHex(receipt.id)}`,
    height: place.header.height.toString(),
    index: place.index,
    gasUsed: receipt.gasUsed.toString(),
  };
}

/** The answer in compact form. */
export function asBatchResult(answer: EntryAnswer): BatchResult {
  if (answer.kind === "rejected") return { kind: "rejected", code: answer.code, detail: answer.detail };
  const { receipt, place } = answer;
  const at = { height: place.header.height, index: place.index };
  if (receipt.outcome.kind !== "executed") return { kind: "refused", receipt, ...at };
  return { kind: "executed", id: receipt.id, gasUsed: receipt.gasUsed, ...at };
}

function refusalFields(
  code: StatusCode,
  detail: string,
): Pick<BatchElementJson, "httpStatus" | "code" | "number" | "detail"> & { httpStatus: number } {
  return { httpStatus: STATUS[code][1], code, number: statusNumber(code), detail };
}
