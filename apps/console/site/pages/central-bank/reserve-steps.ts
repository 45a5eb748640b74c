import type { ReserveStep } from "@sycee/sdk";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** How much e-money has to lie at a central bank from when on. */
export interface ReserveSchedule {
  /** The node's clock, milliseconds since 1970. */
  readonly nowMs: bigint;
  /** Minutes east of Greenwich: where the days of its unit end. */
  readonly zoneOffsetMinutes: number;
  /** When a new step may begin at the earliest, milliseconds since 1970; `undefined` where there is no schedule yet and it may be any time. */
  readonly earliestMs: bigint | undefined;
  /** The step that holds now, and those that begin so soon that they cannot be changed any more. */
  readonly fixed: readonly ReserveStep[];
  /** Those that can be set anew. */
  readonly later: readonly ReserveStep[];
}

/** The day of a moment where so many minutes east of Greenwich days end: `2026-11-22`. */
export function dayIn(timeMs: bigint, zoneOffsetMinutes: number): string {
  return new Date(Number(timeMs) + zoneOffsetMinutes * MINUTE_MS).toISOString().slice(0, 10);
}

/** The moment at which a day begins there, in milliseconds since 1970; `undefined` for what is no day. */
export function beginningOf(day: string, zoneOffsetMinutes: number): bigint | undefined {
  const atMs = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  // There is no 30 February, though it can be reckoned with.
  const isDay = !Number.isNaN(atMs) && new Date(atMs).toISOString().startsWith(day);
  return isDay ? BigInt(atMs - zoneOffsetMinutes * MINUTE_MS) : undefined;
}

/** The first day that begins at a moment or after it. */
export function firstDayFrom(timeMs: bigint, zoneOffsetMinutes: number): string {
  const day = dayIn(timeMs, zoneOffsetMinutes);
  return beginningOf(day, zoneOffsetMinutes) === timeMs ? day : dayIn(timeMs + BigInt(DAY_MS), zoneOffsetMinutes);
}
