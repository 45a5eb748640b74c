import { type BlockEntry, type BlockRecord, type ExecutedBlock, type Ledger } from "@sycee/ledger";
import { decodeTransaction, readGasLimit } from "@sycee/protocol/core";
import type { Storage } from "@sycee/storage";
import type { EntryAnswer } from "../answers/entry-answer.ts";
import type { LedgerClock } from "../clock/ledger-clock.ts";
import { monotonicSeconds } from "../clock/monotonic-seconds.ts";
import type { StageBoard } from "../pipeline/stage-board.ts";
import type { CheckedGroup } from "../signatures/transaction-group.ts";
import { MAX_BLOCK_BYTES, MAX_BLOCK_TRANSACTIONS, MAX_UNSYNCED_BLOCKS } from "./block-limits.ts";
import { noticeOf } from "./block-notice.ts";
import type { AnsweredGroup, AnswerForm, BlockNotice } from "./executor-messages.ts";
import type { History } from "./history.ts";
import { entriesOf } from "./block-entries.ts";
import { Submission } from "./submission.ts";

/** While a block is on its way to the disk, fewer transactions than this wait for it: one sync then serves more of them. */
const WORTH_A_BLOCK = 250;
/** With so many on their way to it, the runner has no need to hurry: signatures take longer than all else. */
const CROWDED = 1_000;

/** What the runner works on and whom it tells. */
export interface BlockRunnerPorts {
  readonly ledger: Ledger;
  readonly storage: Storage;
  readonly history: History;
  readonly clock: LedgerClock;
  readonly board: StageBoard;
  /** Most gas that a block's transactions use together, what those before it have used and the limit of the last. */
  readonly blockGas: number;
  /** Answers that are final and durable since `sinceSeconds` of the steady clock. */
  answered(answers: readonly AnsweredGroup[], sinceSeconds: number): void;
  durable(notice: BlockNotice): void;
  /** Storage or an invariant failed. Nothing is executed or answered after this. */
  failed(error: unknown): void;
}

interface PlacedEntry {
  readonly submission: Submission;
  readonly index: number;
  readonly entry: BlockEntry;
}

/**
 * Makes blocks of what is submitted: execute, append to the log, commit, sync; while a block syncs the next one
 * executes, and all that came meanwhile joins it (group commit). Nothing is answered before the sync of the block it
 * rests on.
 */
export class BlockRunner {
  private readonly ports: BlockRunnerPorts;
  private readonly queue: Submission[] = [];
  /** Transactions in the queue. */
  private waiting = 0;
  /** Transactions that came since the last block and do not wait for one: refused by the signature workers, or answered before. */
  private settled = 0;
  private unsynced = 0;
  private scheduled = false;
  private stopped = false;
  /** Resolves when the head is durable. */
  private headDurable: Promise<void> = Promise.resolve();
  private idle: (() => void) | undefined;

  constructor(ports: BlockRunnerPorts) {
    this.ports = ports;
  }

  /** Takes a group that has waited since `sinceSeconds` of the steady clock. */
  submit(group: CheckedGroup, form: AnswerForm, sinceSeconds: number): void {
    const submission = new Submission(group, form, sinceSeconds, (id) => this.ports.history.answerOf(id));
    const { undecided } = submission;
    this.ports.board.move("order", "answer", group.count - undecided);
    this.waiting += undecided;
    this.settled += group.count - undecided;
    if (undecided === 0) this.whenDurable(() => this.release([submission]));
    else this.queue.push(submission);
    this.schedule();
  }

  /** Calls back once everything that state now says is durable; at once if it is. */
  whenDurable(callback: () => void): void {
    if (this.unsynced === 0) this.guard(callback);
    else void this.headDurable.then(() => this.guard(callback));
  }

  /** An empty block, so that the ledger's own time passes; resolves when it is durable. */
  advanceTime(): void {
    if (this.unsynced < MAX_UNSYNCED_BLOCKS) this.guard(() => this.runBlock([]));
  }

  /** Resolves when everything submitted is answered. */
  drain(): Promise<void> {
    return new Promise((resolve) => {
      this.idle = resolve;
      this.schedule();
    });
  }

  /** Ends all work because of `error`: nothing is executed or answered after it. */
  halt(error: unknown): void {
    this.fail(error);
  }

  private schedule(): void {
    if (this.scheduled || this.stopped) return;
    this.scheduled = true;
    // Between two blocks the thread looks at its other messages, reads among them.
    setImmediate(() => {
      this.scheduled = false;
      this.guard(() => this.step());
    });
  }

  private step(): void {
    if (this.queue.length === 0) {
      if (this.unsynced === 0) this.idle?.();
      return;
    }
    if (this.unsynced >= MAX_UNSYNCED_BLOCKS || !this.isWorthABlock()) return;
    this.runBlock(this.takeEntries());
    this.schedule();
  }

  // At full load a block begins when half of what is under way has come: larger blocks cost less for each transaction, and the
  // signature workers have the other half to go on with. Each group that they finish asks again. What they refused counts as come, or who
  // sends nothing but bad signatures could keep what waits from ever having a block; and who ends waits for nobody: a worker may have died.
  private isWorthABlock(): boolean {
    if (this.idle !== undefined) return true;
    if (this.unsynced > 0 && this.waiting < WORTH_A_BLOCK) return false;
    const { board } = this.ports;
    const coming = board.depth("check") + board.depth("verify");
    return coming < CROWDED || this.waiting + this.settled >= Math.min(coming, MAX_BLOCK_TRANSACTIONS);
  }

  private takeEntries(): PlacedEntry[] {
    const entries: PlacedEntry[] = [];
    const now = monotonicSeconds();
    let bytes = 0;
    for (let submission = this.queue[0]; submission !== undefined; submission = this.queue[0]) {
      const next = submission.next();
      if (next === undefined) {
        this.queue.shift();
        continue;
      }
      bytes += next.entry.bytes.length;
      const isFull = entries.length >= MAX_BLOCK_TRANSACTIONS || bytes > MAX_BLOCK_BYTES;
      if (isFull && entries.length > 0) break;
      submission.take(now);
      entries.push({ submission, ...next });
    }
    this.waiting -= entries.length;
    this.settled = 0;
    this.ports.board.move("order", "execute", entries.length);
    return entries;
  }

  // Puts back what found no more room in its block, before what waits.
  private giveBack(placed: readonly PlacedEntry[]): void {
    if (placed.length === 0) return;
    for (const { submission } of placed) submission.giveBack();
    const submissions = new Set(placed.map(({ submission }) => submission));
    const [first] = this.queue;
    this.queue.unshift(...[...submissions].filter((submission) => submission !== first));
    this.waiting += placed.length;
    this.ports.board.move("execute", "order", placed.length);
  }

  private runBlock(waiting: readonly PlacedEntry[]): void {
    const { ledger, clock, blockGas } = this.ports;
    const { head } = ledger;
    if (head === undefined) throw new Error("the chain has no genesis");
    const started = performance.now();
    const now = clock.nowMs();
    const timeMs = now > head.timeMs ? now : head.timeMs + 1n;
    const entries = waiting.map(({ entry }) => entry);
    const block = ledger.executeBlock(head.height + 1n, timeMs, entries, (count, gasUsed) => {
      const next = entries[count];
      return next !== undefined && gasUsed + readGasLimit(next.bytes) > blockGas;
    });
    const placed = waiting.slice(0, block.record.results.length);
    this.giveBack(waiting.slice(placed.length));
    const kept = placed.length === 0 || block.record.results.some((result) => result.kind === "receipt");
    // A block in which nothing entered the ledger is not kept: nothing depends on it, and refusals need no history.
    if (kept) this.keep(block, started);
    // "Expired" is for ever only when the ledger's own time has passed the expiry: the clock can be set back, the ledger's time cannot.
    else if (expiresAfter(block.record, head.timeMs)) this.keep(ledger.executeBlock(head.height + 1n, timeMs, []), started);
    this.answerEntries(placed, block.record);
    const complete = [...new Set(placed.map(({ submission }) => submission))].filter((submission) => submission.complete);
    this.ports.board.move("execute", "commit", placed.length);
    this.whenDurable(() => {
      this.ports.board.move("commit", "answer", placed.length);
      if (complete.length > 0) this.release(complete);
    });
  }

  private keep(block: ExecutedBlock, started: number): void {
    const { storage } = this.ports;
    const { record } = block;
    storage.append(record.header.height, block.viewRecord(), entriesOf(record), block.writes);
    block.commit();
    const executed = performance.now();
    this.unsynced += 1;
    this.headDurable = storage.sync().then(
      () => {
        const synced = performance.now();
        this.unsynced -= 1;
        const timing = { executionSeconds: (executed - started) / 1000, syncSeconds: (synced - executed) / 1000 };
        this.ports.durable(noticeOf(block, { ...timing, checkpointHeight: storage.checkpointHeight }));
        this.schedule();
      },
      (error: unknown) => {
        this.fail(error);
        // Whoever waits for this block waits for ever: the process ends.
        return new Promise<void>(() => {});
      },
    );
  }

  private answerEntries(placed: readonly PlacedEntry[], record: BlockRecord): void {
    for (const [at, { submission, index, entry }] of placed.entries()) {
      const result = record.results[at];
      if (result === undefined) throw new Error("an entry of a block has no result");
      submission.answer(index, this.answerOf(submission.id(index), entry.bytes, record, at));
    }
  }

  private answerOf(id: Uint8Array, entry: Uint8Array, record: BlockRecord, at: number): EntryAnswer {
    const { history } = this.ports;
    const result = record.results[at];
    if (result === undefined) throw new Error("an entry of a block has no result");
    if (result.kind === "receipt") return { kind: "receipt", receipt: result.receipt, place: { header: record.header, index: at }, entry };
    if (result.kind === "duplicate") return history.answerAt(result.height === record.header.height ? record : result.height, result.index);
    const earlier = result.code === "expired" ? history.answerOf(id) : undefined;
    return earlier ?? { kind: "rejected", code: result.code, detail: result.detail, id };
  }

  private release(submissions: readonly Submission[]): void {
    const sinceSeconds = monotonicSeconds();
    const answers = submissions.map((submission) => ({
      group: submission.group.group,
      answer: submission.compose(this.ports.ledger),
      orderSeconds: submission.orderSeconds,
    }));
    this.ports.answered(answers, sinceSeconds);
    this.schedule();
  }

  private guard(work: () => void): void {
    if (this.stopped) return;
    try {
      work();
    } catch (error) {
      this.fail(error);
    }
  }

  private fail(error: unknown): void {
    if (this.stopped) return;
    this.stopped = true;
    this.ports.failed(error);
  }
}

/** Whether an entry was refused for an expiry that is not before `timeMs`. */
function expiresAfter({ entries, results }: BlockRecord, timeMs: bigint): boolean {
  return results.some((result, index) => {
    const bytes = entries[index];
    if (result.kind !== "rejected" || result.code !== "expired" || bytes === undefined) return false;
    return decodeTransaction(bytes).payload.expiryMs >= timeMs;
  });
}
