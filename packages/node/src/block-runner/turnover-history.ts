import type { Ledger } from "@sycee/ledger";
import { type BlockHeader, CodedError } from "@sycee/protocol/core";
import type { History } from "./history.ts";

/** Milliseconds of reading between two pauses, and of each pause: blocks go on meanwhile. */
const STEP_MS = 2;
const PAUSE_MS = 10;
const WINDOW_MS = 30n * 86_400_000n;

/** Counts again, after a start, what changed hands in the 30 days before: from the last block of the log to the first that counts. */
export class TurnoverHistory {
  private readonly ledger: Ledger;
  private readonly history: History;
  private next: bigint;
  private firstMs: bigint;
  private isWhole = false;

  /** Begins to read in the background. `head` is the last block before the ledger was opened; what comes after it the ledger counts itself. An error that is no pruned block goes to `failed`. */
  static begin(ledger: Ledger, history: History, head: BlockHeader, failed: (error: unknown) => void): TurnoverHistory {
    const turnover = new TurnoverHistory(ledger, history, head);
    turnover.readOn(failed);
    return turnover;
  }

  private constructor(ledger: Ledger, history: History, head: BlockHeader) {
    this.ledger = ledger;
    this.history = history;
    this.next = head.height;
    this.firstMs = head.timeMs;
  }

  /** Payments before this block time are not in the turnover of a block at `timeMs`. */
  sinceMs(timeMs: bigint): bigint {
    const whole = timeMs > WINDOW_MS ? timeMs - WINDOW_MS : 0n;
    return this.isWhole || this.firstMs < whole ? whole : this.firstMs;
  }

  private readOn(failed: (error: unknown) => void): void {
    const timer = setTimeout(() => {
      try {
        if (this.step()) this.readOn(failed);
      } catch (error) {
        failed(error);
      }
    }, PAUSE_MS);
    timer.unref();
  }

  /** Answers whether there is more. */
  private step(): boolean {
    const end = performance.now() + STEP_MS;
    while (performance.now() < end) {
      try {
        const record = this.history.blockOnce(this.next);
        if (!this.ledger.addPastTurnover(record)) {
          this.isWhole = true;
          return false;
        }
        this.firstMs = record.header.timeMs;
      } catch (error) {
        // What is pruned cannot be counted: the answer says since when it is.
        if (error instanceof CodedError && error.code === "pruned") return false;
        throw error;
      }
      if (this.next === 0n) {
        this.isWhole = true;
        return false;
      }
      this.next -= 1n;
    }
    return true;
  }
}
