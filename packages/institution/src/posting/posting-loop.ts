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

interface Task {
  readonly run: () => Promise<void>;
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

  /** Runs `work` between two steps. Rejects with what `work` throws, or when the loop stops first. */
  async between<T>(work: () => Promise<T>): Promise<T> {
    if (this.stopping.signal.aborted) throw new Error("the office is stopping");
    return await new Promise<T>((resolve, reject) => {
      this.tasks.push({ run: () => work().then(resolve, reject) });
      this.stopping.signal.addEventListener("abort", () => reject(new Error("the office is stopping")), { once: true });
      this.wake();
    });
  }

  /** Ends after what runs; a transaction on its way is given up here and goes on at the next start. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.wake();
    await this.running;
  }

  private async run(): Promise<void> {
    let troubles = 0;
    while (!this.stopping.signal.aborted) {
      try {
        const step = await this.options.poster.step(this.stopping.signal);
        if (step === "posted") this.options.afterPosting();
        else await this.rest();
        troubles = 0;
      } catch (error) {
        if (this.stopping.signal.aborted) return;
        this.options.onTrouble(error instanceof Error ? error : new Error(String(error)));
        await this.sleep(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(troubles, 10)));
        troubles += 1;
      }
    }
  }

  private async rest(): Promise<void> {
    for (let task = this.tasks.shift(); task !== undefined; task = this.tasks.shift()) await task.run();
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
