import { CodedError } from "@sycee/protocol/core";
import type { Stage, StageBoard } from "./stage-board.ts";

/** The most that each stage holds: requests in `decode`, transactions elsewhere. */
export type StageCapacities = Readonly<Record<Stage, number>>;

/** What admission counts with. */
export interface AdmissionOptions {
  readonly board: StageBoard;
  readonly capacities: StageCapacities;
  /** Most transactions between acceptance and the disk. */
  readonly transactions: number;
  /** Their most bytes. */
  readonly bytes: number;
  /** Work was refused because of that stage. */
  refused(stage: Stage, count: number): void;
  /** Lets go of answers that clients leave unread, until there is enough room: they must not keep others out. */
  letGoUnread(enough: () => boolean): void;
  /** Lets go of requests that arrive too slowly, for the same reason. */
  letGoSlow(enough: () => boolean): void;
}

/** Stages that share the bound on accepted transactions, the last first. */
const WAY_TO_THE_DISK = ["commit", "execute", "order", "verify", "check"] as const satisfies readonly Stage[];

/**
 * The gate in front of the pipeline. What it lets in is answered; what it refuses (`overloaded`, 429) has cost next to
 * nothing. Every stage is bounded: `verify`, `execute` and `commit` take only so much at a time, `check` and `order` are the queues in
 * front of them and share one bound with them, `decode` and `answer` have their own.
 */
export class Admission {
  private readonly options: AdmissionOptions;
  private readonly refusals = new Map<Stage, CodedError>();
  private bytesHeld = 0;

  constructor(options: AdmissionOptions) {
    this.options = options;
  }

  /** Transactions that are accepted and not on the disk yet. */
  get pending(): number {
    const { board } = this.options;
    let total = 0;
    for (const stage of WAY_TO_THE_DISK) total += board.depth(stage);
    return total;
  }

  /** Why a request would be refused before its body is read; `undefined` when something that it can hold would be taken. */
  refusalOfRequest(): CodedError | undefined {
    const full = this.fullForRequest();
    return full === undefined ? undefined : this.refusal(full, 1);
  }

  /** Whether a request would be taken now. Who asks is not refused by it. */
  get hasRoom(): boolean {
    return this.fullForRequest() === undefined;
  }

  /** Takes transactions into `check`, or answers why not. Their bytes count until they are released. */
  take(transactions: number, bytes: number): CodedError | undefined {
    const full = this.fullFor(transactions, bytes);
    if (full !== undefined) return this.refusal(full, transactions);
    this.bytesHeld += bytes;
    this.options.board.enter("check", transactions);
    return undefined;
  }

  /** Gives back the room of what was taken and is answered. */
  release(bytes: number): void {
    this.bytesHeld -= bytes;
  }

  private fullForRequest(): Stage | undefined {
    if (!this.hasDecodeRoom()) {
      this.options.letGoSlow(() => this.hasDecodeRoom());
      if (!this.hasDecodeRoom()) return "decode";
    }
    return this.fullFor(1, 0);
  }

  private hasDecodeRoom(): boolean {
    return this.options.board.depth("decode") < this.options.capacities.decode;
  }

  // The stage that has no room for it.
  private fullFor(transactions: number, bytes: number): Stage | undefined {
    const { pending } = this;
    if (!this.hasAnswerRoom(pending + transactions)) {
      this.options.letGoUnread(() => this.hasAnswerRoom(pending + transactions));
      if (!this.hasAnswerRoom(pending + transactions)) return "answer";
    }
    // An empty pipeline takes any single request, so that no size below the request limit can starve.
    if (pending === 0) return undefined;
    const fits = pending + transactions <= this.options.transactions && this.bytesHeld + bytes <= this.options.bytes;
    return fits ? undefined : this.fullest();
  }

  // What is on its way to the disk becomes an answer too.
  private hasAnswerRoom(coming: number): boolean {
    const { board, capacities } = this.options;
    const answers = board.depth("answer");
    return answers === 0 || answers + coming <= capacities.answer;
  }

  private fullest(): Stage {
    const { board, capacities } = this.options;
    const filled = (stage: Stage) => board.depth(stage) / capacities[stage];
    return WAY_TO_THE_DISK.reduce<Stage>((fullest, stage) => (filled(stage) > filled(fullest) ? stage : fullest), "commit");
  }

  // One error object a stage: to refuse costs no stack trace.
  private refusal(stage: Stage, count: number): CodedError {
    this.options.refused(stage, count);
    const known = this.refusals.get(stage);
    if (known !== undefined) return known;
    const detail = `The node has as much work as it can queue (${stage} is the fullest stage); try again shortly.`;
    const refusal = new CodedError("overloaded", detail);
    this.refusals.set(stage, refusal);
    return refusal;
  }
}
