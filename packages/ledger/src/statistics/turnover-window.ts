const HOUR_MS = 3_600_000n;
/** Hours that the window reaches back: 30 days. */
const WINDOW_HOURS = 720n;

/** What changed hands in a unit, in minor units. */
export interface Turnover {
  /** Payments between those who are no financial institutions: for goods, services, wages and gifts. */
  readonly realMinor: bigint;
  /** Payments to and from financial institutions: loans repaid, interest, capital, claims bought. */
  readonly financialMinor: bigint;
}

type Bucket = Map<string, { realMinor: bigint; financialMinor: bigint }>;

const NOTHING: Turnover = { realMinor: 0n, financialMinor: 0n };

/** Turnover of the last 30 days of block time, in buckets of an hour: its memory does not grow with the number of payments. */
export class TurnoverWindow {
  /** By hour since 1970, then by unit. */
  private readonly buckets = new Map<bigint, Bucket>();
  /** Of all buckets: every block asks for them, and there are up to 720. */
  private readonly totals: Bucket = new Map();
  private latestHour = 0n;

  /** Counts what changed hands in a unit (its code) at a block's time; what lies before the window is let go. */
  add(timeMs: bigint, unit: string, turnover: Turnover): void {
    const hour = timeMs / HOUR_MS;
    this.reach(timeMs);
    if (hour <= this.latestHour - WINDOW_HOURS) return;
    const bucket: Bucket = this.buckets.get(hour) ?? new Map();
    this.buckets.set(hour, bucket);
    for (const sums of [sumsIn(bucket, unit), sumsIn(this.totals, unit)]) {
      sums.realMinor += turnover.realMinor;
      sums.financialMinor += turnover.financialMinor;
    }
  }

  /** Block time is that far: what lies 30 days before it is let go. */
  reach(timeMs: bigint): void {
    const hour = timeMs / HOUR_MS;
    if (hour > this.latestHour) this.moveTo(hour);
  }

  /** Sums of a unit over the hour of `timeMs` and the 719 before it. */
  sum(timeMs: bigint, unit: string): Turnover {
    const end = timeMs / HOUR_MS;
    if (end === this.latestHour) return notNegative(this.totals.get(unit) ?? NOTHING);
    const sum = { realMinor: 0n, financialMinor: 0n };
    for (const [hour, bucket] of this.buckets) {
      const sums = bucket.get(unit);
      if (sums === undefined || hour > end || hour <= end - WINDOW_HOURS) continue;
      sum.realMinor += sums.realMinor;
      sum.financialMinor += sums.financialMinor;
    }
    return notNegative(sum);
  }

  /** Whether a block of that time lies before what the window keeps. */
  isBefore(timeMs: bigint): boolean {
    return timeMs / HOUR_MS <= this.latestHour - WINDOW_HOURS;
  }

  private moveTo(hour: bigint): void {
    this.latestHour = hour;
    for (const [past, bucket] of this.buckets) {
      if (past > hour - WINDOW_HOURS) continue;
      this.buckets.delete(past);
      for (const [unit, { realMinor, financialMinor }] of bucket) {
        const sums = sumsIn(this.totals, unit);
        sums.realMinor -= realMinor;
        sums.financialMinor -= financialMinor;
      }
    }
  }
}

/** The sums of a unit, which are zero if it has none yet. */
function sumsIn(bucket: Bucket, unit: string): { realMinor: bigint; financialMinor: bigint } {
  let sums = bucket.get(unit);
  if (sums === undefined) bucket.set(unit, (sums = { realMinor: 0n, financialMinor: 0n }));
  return sums;
}

// What came back after more than 30 days was paid before them.
function notNegative({ realMinor, financialMinor }: Turnover): Turnover {
  return { realMinor: realMinor > 0n ? realMinor : 0n, financialMinor: financialMinor > 0n ? financialMinor : 0n };
}
