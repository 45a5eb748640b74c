const DAY_MS = 86_400_000;
/** Timers take no more than about 24 days; an hour keeps this right when the machine's clock is set. */
const LONGEST_SLEEP_MS = 3_600_000;

/** Runs `work` each time a day ends in a zone so many minutes east of Greenwich. Ends with `stop`. */
export class DayEnd {
  private timer: NodeJS.Timeout | undefined;
  private readonly zoneMs: number;
  private readonly nowMs: () => number;
  private readonly work: () => void;
  private dueMs: number;

  constructor(zoneOffsetMinutes: number, nowMs: () => number, work: () => void) {
    this.zoneMs = zoneOffsetMinutes * 60_000;
    this.nowMs = nowMs;
    this.work = work;
    this.dueMs = endOfDay(nowMs(), this.zoneMs);
    this.sleep();
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private sleep(): void {
    this.timer = setTimeout(() => this.look(), Math.min(LONGEST_SLEEP_MS, Math.max(1, this.dueMs - this.nowMs())));
    // Does not keep a process alive that has nothing else to do.
    this.timer.unref();
  }

  private look(): void {
    if (this.nowMs() >= this.dueMs) {
      this.dueMs = endOfDay(this.nowMs(), this.zoneMs);
      this.work();
    }
    this.sleep();
  }
}

/** The next midnight of a zone after a time. */
export function endOfDay(timeMs: number, zoneMs: number): number {
  return (Math.floor((timeMs + zoneMs) / DAY_MS) + 1) * DAY_MS - zoneMs;
}
