import { CodedError } from "@sycee/protocol/core";
import type { AnswerForm, GroupAnswer, Refusal } from "../block-runner/executor-messages.ts";
import { monotonicSeconds } from "../clock/monotonic-seconds.ts";
import type { Ordering } from "../ordering/ordering.ts";
import type { Admission } from "../pipeline/admission.ts";
import type { StageBoard } from "../pipeline/stage-board.ts";
import type { SignaturePool } from "../signatures/signature-pool.ts";
import { type CheckedGroup, packGroup } from "../signatures/transaction-group.ts";
import { pendingAnswer, pendingDocument, pendingResults, type Verdict, verdictsOf } from "./pending-answer.ts";
import type { Reply } from "./reply.ts";

/** Singles that wait for a worker go on together, up to this many. */
const MAX_SINGLES = 256;
/**
 * Groups of singles go on at least so far apart: each takes four messages between threads, and to wake a thread costs more
 * than to check a transaction. Who comes when nothing has gone on for that long does not wait.
 */
const HOLD_SECONDS = 0.002;

interface Single {
  readonly bytes: Uint8Array;
  readonly reply: Reply<SingleAnswer>;
}

interface OpenGroup {
  readonly form: AnswerForm;
  readonly bytes: number;
  /** Called when the signatures are checked. */
  checked(group: CheckedGroup): void;
  /** Called when all is final. */
  answered(answer: GroupAnswer): void;
  fail(error: Error): void;
}

/** Form in which a batch is answered. */
export type BatchForm = Extract<AnswerForm, "batch-json" | "batch-bcs">;
/** Form in which one transaction is answered. */
export type SingleForm = Extract<AnswerForm, "documents" | "results">;
/** The answer to one transaction: text of JSON, or bytes as for a batch of one. */
export interface SingleAnswer {
  readonly status: number;
  readonly body: string | Uint8Array;
}
export type BatchAnswer = Extract<GroupAnswer, { readonly form: BatchForm }>;

/** What the desk works with. */
export interface DeskPorts {
  readonly admission: Admission;
  readonly board: StageBoard;
  readonly ordering: Ordering;
  /** Transactions that nobody waits for were refused by the ledger. */
  refused(refusals: readonly Refusal[]): void;
}

/**
 * Takes transactions from requests into the pipeline, has their signatures checked, hands them to ordering and brings
 * the answers back. Work is done by the group, never by the transaction: a batch is a group, and so are the singles that
 * came while the workers were busy.
 */
export class SubmissionDesk {
  private readonly ports: DeskPorts;
  private readonly open = new Map<number, OpenGroup>();
  private readonly singles: Record<SingleForm | "unwaited" | "unwaited-results", Single[]> = {
    documents: [],
    results: [],
    unwaited: [],
    "unwaited-results": [],
  };
  private readonly takenOne: () => void;
  private pool: SignaturePool | undefined;
  private scheduled = false;
  private flushedAtSeconds = Number.NEGATIVE_INFINITY;
  private nextGroup = 0;
  private refusal: CodedError | undefined;
  private idle: (() => void) | undefined;

  constructor(ports: DeskPorts) {
    this.ports = ports;
    this.takenOne = () => ports.board.leave("answer", 1);
  }

  /** Connects the workers whose `checked` and `ready` events call this desk's. */
  attach(pool: SignaturePool): void {
    this.pool = pool;
  }

  /** Why a request would be refused before its body is read, if it would. */
  refusalOfRequest(): CodedError | undefined {
    return this.refusal ?? this.ports.admission.refusalOfRequest();
  }

  /** Whether a request would be taken now. */
  get hasRoom(): boolean {
    return this.refusal === undefined && this.ports.admission.hasRoom;
  }

  /** Submits one transaction. With `wait` the answer is the receipt's, otherwise 202 once its signatures are checked. Throws `CodedError` when there is no room. */
  submitOne(bytes: Uint8Array, form: SingleForm, wait: boolean, reply: Reply<SingleAnswer>): void {
    this.take(1, bytes.length);
    const singles = this.singles[wait ? form : form === "results" ? "unwaited-results" : "unwaited"];
    singles.push({ bytes, reply });
    if (singles.length >= MAX_SINGLES) this.flush();
    else this.schedule();
  }

  /** Submits a batch; each transaction is answered in its order. Throws `CodedError` when there is no room. */
  submitBatch(transactions: readonly Uint8Array[], form: BatchForm, wait: boolean, reply: Reply<BatchAnswer>): void {
    const { length: count } = transactions;
    if (count === 0) return reply.answer(pendingAnswer([], form), () => {});
    const bytes = transactions.reduce((total, transaction) => total + transaction.length, 0);
    this.take(count, bytes);
    const taken = () => this.ports.board.leave("answer", count);
    if (wait) {
      this.send(transactions, {
        form,
        bytes,
        fail: (error) => reply.fail(error),
        checked: () => {},
        answered(answer) {
          if (answer.form !== "batch-json" && answer.form !== "batch-bcs") throw new Error("a batch was answered in another form");
          reply.answer(answer, taken);
        },
      });
      return;
    }
    this.sendUnwaited(transactions, bytes, {
      fail: (error) => reply.fail(error),
      checked: (group) => reply.answer(pendingAnswer(verdictsOf(group), form), () => {}),
    });
  }

  /** A group came back from the signature workers. */
  checked(group: CheckedGroup): void {
    const open = this.open.get(group.group);
    if (open === undefined) return;
    open.checked(group);
    this.ports.ordering.submit(group, open.form, (answer) => {
      this.open.delete(group.group);
      this.ports.admission.release(open.bytes);
      open.answered(answer);
      if (this.open.size === 0 && this.empty) this.idle?.();
    });
  }

  /** The signature workers have room: singles that wait for it go on. */
  ready(): void {
    if (this.empty || this.pool?.busy !== false) return;
    if (this.holdSeconds() > 0) this.schedule();
    else this.flush();
  }

  /** From now on requests are refused with this error. */
  refuse(error: CodedError): void {
    this.refusal ??= error;
  }

  /** Nothing that is open gets an answer any more. */
  abandon(error: CodedError): void {
    this.refuse(error);
    for (const singles of Object.values(this.singles)) for (const { reply } of singles.splice(0)) reply.fail(error);
    for (const group of this.open.values()) group.fail(error);
    this.open.clear();
    this.idle?.();
  }

  /** Resolves when everything that was accepted is answered. */
  drain(): Promise<void> {
    if (this.open.size === 0 && this.empty) return Promise.resolve();
    return new Promise((resolve) => {
      this.idle = resolve;
    });
  }

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    const go = (): void => {
      this.scheduled = false;
      this.ready();
    };
    const holdSeconds = this.holdSeconds();
    if (holdSeconds > 0) setTimeout(go, Math.ceil(holdSeconds * 1000));
    else setImmediate(go);
  }

  private holdSeconds(): number {
    return this.flushedAtSeconds + HOLD_SECONDS - monotonicSeconds();
  }

  private get empty(): boolean {
    return Object.values(this.singles).every(({ length }) => length === 0);
  }

  private take(transactions: number, bytes: number): void {
    const refusal = this.refusal ?? this.ports.admission.take(transactions, bytes);
    if (refusal !== undefined) throw refusal;
  }

  private flush(): void {
    this.flushedAtSeconds = monotonicSeconds();
    this.sendSingles("documents");
    this.sendSingles("results");
    this.sendUnwaitedSingles("unwaited", pendingDocument);
    this.sendUnwaitedSingles("unwaited-results", (verdict) => ({ status: 202, body: pendingResults([verdict]) }));
  }

  private sendSingles(form: SingleForm): void {
    const singles = this.singles[form].splice(0);
    if (singles.length === 0) return;
    this.send(singles.map(bytesOf), {
      form,
      bytes: sizeOf(singles),
      fail: failAll(singles),
      checked: () => {},
      answered: (answer) => {
        for (const [index, single] of answersIn(answer).entries()) singles[index]?.reply.answer(single, this.takenOne);
      },
    });
  }

  private sendUnwaitedSingles(form: "unwaited" | "unwaited-results", answerOf: (verdict: Verdict) => SingleAnswer): void {
    const singles = this.singles[form].splice(0);
    if (singles.length === 0) return;
    this.sendUnwaited(singles.map(bytesOf), sizeOf(singles), {
      fail: failAll(singles),
      checked: (group) => {
        for (const [index, verdict] of verdictsOf(group).entries()) singles[index]?.reply.answer(answerOf(verdict), () => {});
      },
    });
  }

  private sendUnwaited(transactions: readonly Uint8Array[], bytes: number, group: Pick<OpenGroup, "checked" | "fail">): void {
    const { board, refused } = this.ports;
    let told = false;
    this.send(transactions, {
      form: "refusals",
      bytes,
      checked(checked) {
        told = true;
        group.checked(checked);
      },
      // Who was answered asks by the id from then on.
      fail(error) {
        if (!told) group.fail(error);
      },
      answered: (answer) => {
        if (answer.form !== "refusals") throw new Error("a group that nobody waits for was answered");
        board.leave("answer", transactions.length);
        refused(answer.refusals);
      },
    });
  }

  private send(transactions: readonly Uint8Array[], group: OpenGroup): void {
    const { pool } = this;
    if (pool === undefined) throw new Error("the desk has no signature workers");
    const packed = packGroup(this.nextGroup++, transactions);
    this.open.set(packed.group, group);
    pool.check(packed);
  }
}

function answersIn(answer: GroupAnswer): readonly SingleAnswer[] {
  if (answer.form === "documents") return answer.documents;
  if (answer.form !== "results") throw new Error("singles were answered as a batch");
  return answer.ends.map((end, index) => ({ status: 200, body: answer.body.subarray(index === 0 ? 0 : answer.ends[index - 1], end) }));
}

function failAll(singles: readonly Single[]): (error: Error) => void {
  return (error) => {
    for (const { reply } of singles) reply.fail(error);
  };
}

function bytesOf({ bytes }: Single): Uint8Array {
  return bytes;
}

function sizeOf(singles: readonly Single[]): number {
  return singles.reduce((total, { bytes }) => total + bytes.length, 0);
}
