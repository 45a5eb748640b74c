const DELAY_MS = 200;
const MAX_DELAYED = 1_024;

/**
 * Answers of "overloaded" that are held back a moment. A client that sends again as soon as it is refused would
 * otherwise take the time of those that are served; while its answer is held, its connection is not read. Beyond 1,024 of them
 * they leave at once.
 */
export class DelayedRefusals {
  private readonly held = new Set<() => void>();
  private timer: NodeJS.Timeout | undefined;
  private due: (() => void)[] = [];

  /** Calls `send` in 0 to 400 ms. */
  delay(send: () => void): void {
    if (this.held.size >= MAX_DELAYED) {
      send();
      return;
    }
    this.held.add(send);
    this.timer ??= setInterval(() => this.tick(), DELAY_MS);
  }

  /** Sends all that is held. */
  flush(): void {
    clearInterval(this.timer);
    this.timer = undefined;
    this.due = [];
    const held = [...this.held];
    this.held.clear();
    for (const send of held) send();
  }

  // What was there at the tick before is due.
  private tick(): void {
    for (const send of this.due) {
      this.held.delete(send);
      send();
    }
    this.due = [...this.held];
    if (this.due.length === 0) this.flush();
  }
}
