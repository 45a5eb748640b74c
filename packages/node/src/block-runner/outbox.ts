import type { ExecutorReport } from "./executor-messages.ts";

/**
 * Reports on their way out of the executor's thread. What becomes known in one turn, a block's notice and its answers, goes in one
 * message: each message takes both threads as long as some transactions do.
 */
export class Outbox {
  private readonly post: (reports: readonly ExecutorReport[], transfer: readonly ArrayBuffer[]) => void;
  private reports: ExecutorReport[] = [];
  private transfer: ArrayBuffer[] = [];

  constructor(post: (reports: readonly ExecutorReport[], transfer: readonly ArrayBuffer[]) => void) {
    this.post = post;
  }

  /** Sends a report when the turn ends, together with what comes until then. */
  add(report: ExecutorReport, transfer: readonly ArrayBuffer[] = []): void {
    if (this.reports.length === 0) process.nextTick(() => this.flush());
    this.reports.push(report);
    this.transfer.push(...transfer);
  }

  /** Sends a report now, after those that wait: the thread may be busy for long, or end. */
  send(report: ExecutorReport): void {
    this.reports.push(report);
    this.flush();
  }

  private flush(): void {
    const { reports, transfer } = this;
    if (reports.length === 0) return;
    this.reports = [];
    this.transfer = [];
    this.post(reports, transfer);
  }
}
