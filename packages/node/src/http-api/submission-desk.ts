import {
  type BatchElementJson,
  bytesToHex,
  CodedError,
  encodeBatchResults,
  type BatchResult,
  STATUS,
  statusOfNumber,
  type StatusCode,
} from "@sycee/protocol";
import { problemAnswer } from "../answers/entry-answer.ts";
import type { AnswerForm, GroupAnswer, JsonAnswer } from "../block-runner/executor-messages.ts";
import type { Ordering } from "../ordering/ordering.ts";
import type { SignaturePool } from "../signatures/signature-pool.ts";
import { type CheckedGroup, groupLength, idAt, packGroup } from "../signatures/transaction-group.ts";

/** Singles that arrive in one turn of the event loop go on together, up to this many. */
const MAX_SINGLES = 256;

interface Single {
  readonly bytes: Uint8Array;
  readonly wait: boolean;
  resolve(answer: JsonAnswer): void;
  reject(error: Error): void;
}

interface OpenGroup {
  checked(group: CheckedGroup): void;
  reject(error: Error): void;
}

/** Form in which a batch is answered. */
export type BatchForm = Exclude<AnswerForm, "documents">;
export type BatchAnswer = Exclude<GroupAnswer, { readonly form: "documents" }>;

/**
 * Takes transactions from requests, reserves their place, has their signatures checked, hands them to ordering and
 * brings the answers back. Work is done by the group, never by the transaction.
 */
export class SubmissionDesk {
  private readonly ordering: Ordering;
  private readonly open = new Map<number, OpenGroup>();
  private pool: SignaturePool | undefined;
  private singles: Single[] = [];
  private nextGroup = 0;
  private refusal: CodedError | undefined;
  private idle: (() => void) | undefined;

  constructor(ordering: Ordering) {
    this.ordering = ordering;
  }

  /** Connects the workers whose `checked` event calls this desk's. */
  attach(pool: SignaturePool): void {
    this.pool = pool;
  }

  /** Submits one transaction. With `wait` the answer is the receipt's, otherwise 202 once its signatures are checked. Rejects with `CodedError`. */
  submitOne(bytes: Uint8Array, wait: boolean): Promise<JsonAnswer> {
    this.reserve(1, bytes.length);
    return new Promise((resolve, reject) => {
      this.singles.push({ bytes, wait, resolve, reject });
      if (this.singles.length === 1) setImmediate(() => this.flushSingles());
      else if (this.singles.length >= MAX_SINGLES) this.flushSingles();
    });
  }

  /** Submits a batch; each transaction is answered in its order. Rejects with `CodedError`. */
  submitBatch(transactions: readonly Uint8Array[], form: BatchForm, wait: boolean): Promise<BatchAnswer> {
    if (transactions.length === 0) return Promise.resolve(pendingAnswer([], form));
    this.reserve(
      transactions.length,
      transactions.reduce((total, bytes) => total + bytes.length, 0),
    );
    return new Promise((resolve, reject) => {
      this.send(transactions, {
        reject,
        checked: (group) => {
          if (!wait) resolve(pendingAnswer(verdictsOf(group), form));
          this.order(group, form, (answer) => {
            if (answer.form !== "documents" && wait) resolve(answer);
          });
        },
      });
    });
  }

  /** A group came back from the signature workers. */
  checked(group: CheckedGroup): void {
    this.open.get(group.group)?.checked(group);
  }

  /** From now on requests are refused with this error. */
  refuse(error: CodedError): void {
    this.refusal ??= error;
  }

  /** Nothing that is open gets an answer any more. */
  abandon(error: CodedError): void {
    this.refuse(error);
    for (const single of this.singles) single.reject(error);
    for (const group of this.open.values()) group.reject(error);
    this.singles = [];
    this.open.clear();
    this.idle?.();
  }

  /** Resolves when everything that was accepted is answered. */
  drain(): Promise<void> {
    if (this.open.size === 0 && this.singles.length === 0) return Promise.resolve();
    return new Promise((resolve) => {
      this.idle = resolve;
    });
  }

  private reserve(transactions: number, bytes: number): void {
    if (this.refusal !== undefined) throw this.refusal;
    if (!this.ordering.reserve(transactions, bytes)) throw new CodedError("overloaded");
  }

  private flushSingles(): void {
    const singles = this.singles;
    if (singles.length === 0) return;
    this.singles = [];
    this.send(
      singles.map(({ bytes }) => bytes),
      {
        reject: (error) => {
          for (const single of singles) single.reject(error);
        },
        checked: (group) => {
          for (const [index, verdict] of verdictsOf(group).entries()) {
            const single = singles[index];
            if (single !== undefined && !single.wait) single.resolve(pendingDocument(verdict));
          }
          this.order(group, "documents", (answer) => {
            if (answer.form !== "documents") throw new Error("singles were answered as a batch");
            for (const [index, document] of answer.documents.entries()) singles[index]?.resolve(document);
          });
        },
      },
    );
  }

  private send(transactions: readonly Uint8Array[], group: OpenGroup): void {
    const { pool } = this;
    if (pool === undefined) throw new Error("the desk has no signature workers");
    const packed = packGroup(this.nextGroup++, transactions);
    this.open.set(packed.group, group);
    pool.check(packed);
  }

  private order(group: CheckedGroup, form: AnswerForm, answered: (answer: GroupAnswer) => void): void {
    const number = group.group;
    this.ordering.submit(group, form, (answer) => {
      this.open.delete(number);
      answered(answer);
      if (this.open.size === 0 && this.singles.length === 0) this.idle?.();
    });
  }
}

interface Verdict {
  readonly id: Uint8Array;
  /** Why it is refused already, `undefined` if nothing speaks against it yet. */
  readonly refusal: { readonly code: StatusCode; readonly detail: string } | undefined;
}

function verdictsOf(group: CheckedGroup): Verdict[] {
  return Array.from({ length: groupLength(group) }, (_, index) => {
    const number = group.verdicts[index] ?? 0;
    const found = number === 0 ? undefined : statusOfNumber(number);
    // Whether an expiry has passed for ever is said by a block's time, not by this machine's clock.
    const code = found === "expired" ? undefined : found;
    return { id: idAt(group, index).slice(), refusal: code === undefined ? undefined : { code, detail: group.details.get(index) ?? "" } };
  });
}

function pendingDocument({ id, refusal }: Verdict): JsonAnswer {
  if (refusal !== undefined) return problemAnswer(refusal.code, refusal.detail);
  return { status: 202, body: JSON.stringify({ status: "pending", id: `0x${bytesToHex(id)}` }) };
}

function pendingAnswer(verdicts: readonly Verdict[], form: BatchForm): BatchAnswer {
  if (form === "batch-bcs") {
    const results = verdicts.map(
      ({ id, refusal }): BatchResult => (refusal === undefined ? { kind: "pending", id } : { kind: "rejected", ...refusal }),
    );
    return { form, body: new Uint8Array(encodeBatchResults(results)) };
  }
  const results = verdicts.map(({ id, refusal }): BatchElementJson => {
    if (refusal === undefined) return { status: "pending", httpStatus: 202, id: `0x${bytesToHex(id)}` };
    const [number, httpStatus] = STATUS[refusal.code];
    return { status: "rejected", httpStatus, number, ...refusal };
  });
  return { form, body: JSON.stringify({ results }) };
}
