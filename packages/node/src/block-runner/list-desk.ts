import type { Ledger } from "@sycee/ledger";
import { needsLists } from "./economy-question.ts";
import type { StateRequest } from "./read-desk.ts";

/** Bytes of the state that are read between two blocks: some milliseconds. */
const STEP_BYTES = 128 * 1024;

/** Has the ledger's lists made when the first question needs them, in steps, so that no block waits for more than one. */
export class ListDesk {
  private readonly ledger: Ledger;
  private readonly failed: (error: unknown) => void;
  private readonly waiting: (() => void)[] = [];
  private state: "idle" | "reading" | "ready" = "idle";

  constructor(ledger: Ledger, failed: (error: unknown) => void) {
    this.ledger = ledger;
    this.failed = failed;
  }

  /**
   * Calls back once the lists that a request needs are whole: at once if they are, or if it needs none. How many wait is bounded by how
   * many reads the node takes.
   */
  whenReadyFor(request: StateRequest, callback: () => void): void {
    if (this.state === "ready" || request.kind !== "economy" || !needsLists(request.question)) {
      callback();
      return;
    }
    this.waiting.push(callback);
    if (this.state === "reading") return;
    this.state = "reading";
    setImmediate(() => this.step());
  }

  private step(): void {
    try {
      if (!this.ledger.economy.prepareLists(STEP_BYTES)) {
        setImmediate(() => this.step());
        return;
      }
      this.state = "ready";
      for (const callback of this.waiting.splice(0)) callback();
    } catch (error) {
      this.failed(error);
    }
  }
}
