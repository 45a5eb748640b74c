import { OfficeError } from "../office-error.ts";
import type { Poster } from "./poster.ts";

/** How often the ledger is asked what others did, while there is nothing to post. */
const ASK_EVERY_MS = 1_000;
/** Wait after trouble: doubled from the first to the last. */
const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 10_000;

export interface PostingLoopOptions {
  readonly poster: Poster;
  /** Enters what others did on the ledger. */
  readonly readIncoming: () => Promise<void>;
  readonly afterPosting: () => void;
  readonly onTrouble: (error: Error) => void;
}

/** Tasks that may wait: each reads every account of the ledger. */
const MAX_TASKS = 8;

interface Task {
  readonly run: () => Promise<void>;
  /** The loop ends and does not run it. */
  readonly giveUp: () => void;
}

/** Runs the poster for ever, one step after another; other work that wants nothing on its way to the ledger comes between two steps. */
export class PostingLoop {
  private readonly options: PostingLoopOptions;
  private readonly stopping = new AbortController();
  private readonly tasks: Task[] = [];
  private wakeUp: () => void = () => undefined;
  private readonly running: Promise<void>;

  constructor(options: PostingLoopOptions) {
    this.options = options;
    this.running = this.run();
  }

  /** Tells it that there is something to post. */
  wake(): void {
    this.wakeUp();
  }

  /** Runs `work` between two steps. Rejects with what `work` throws, with `OfficeError` `queue_full` when much waits, or `stopping` when the loop stops first. */
  async between<T>(work: () => Promise<T>): Promise<T> {
    if (this.stopping.signal.aborted) throw new OfficeError("stopping");
    if (this.tasks.length >= MAX_TASKS) throw new OfficeError("queue_full");
    return await new Promise<T>((resolve, reject) => {
      this.tasks.push({ run: () => work().then(resolve, reject), giveUp: () => reject(new OfficeError("stopping")) });
      this.wake();
    });
  }

  /** Ends after what runs; a transaction on its way is given up here and goes on at the next start. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.wake();
    await this.running;
    for (const task of this.tasks.splice(0)) task.giveUp();
  }

  private async run(): Promise<void> {
    let troubles = 0;
    while (!this.stopping.signal.aborted) {
      try {
        const step = await this.options.poster.step(this.stopping.signal);
        if (step === "posted") this.options.afterPosting();
        // Also between two transactions: a queue that is never empty keeps no reconciliation waiting.
        await this.runTasks();
        if (step === "idle") await this.rest();
        troubles = 0;
      } catch (error) {
        if (this.stopping.signal.aborted) return;
        this.options.onTrouble(error instanceof Error ? error : new Error(String(error)));
        await this.sleep(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(troubles, 10)));
        troubles += 1;
      }
    }
  }

  private async runTasks(): Promise<void> {
    // No more than wait now, so that tasks that follow each other keep no order waiting.
    const due = this.tasks.splice(0);
    for (const task of due) await task.run();
  }

  private async rest(): Promise<void> {
    await this.options.readIncoming();
    if (this.tasks.length === 0) await this.sleep(ASK_EVERY_MS);
  }

  private async sleep(durationMs: number): Promise<void> {
    if (this.stopping.signal.aborted) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, durationMs);
      this.wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.wakeUp = () => undefined;
  }
}
