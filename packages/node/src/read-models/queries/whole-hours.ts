/** Parts in which values are told to those who do not supervise, on a node that keeps its customers' business private. */
export const HOUR_MS = 3_600_000n;

/** An hour with fewer payments is left out: its value might be one payment's. */
export const PAYMENTS_OF_HOUR = 10n;

/** What was paid in an hour, or in several of them. */
export interface PaidHours {
  /** When it begins, in milliseconds since 1970. */
  readonly beginMs: bigint;
  readonly payments: bigint;
  readonly real: bigint;
  readonly financial: bigint;
}

/**
 * Sums of hours in parts of `partMs`, whole hours each, that begin at `startMs`, a whole hour: of hours that are over at `lastMs` and had
 * {@link PAYMENTS_OF_HOUR} payments at least. Whatever parts are asked for, an hour is in them whole or not at all, so that no two answers
 * differ by less than such an hour.
 */
export function wholeHours(hours: readonly PaidHours[], startMs: bigint, partMs: bigint, lastMs: bigint): PaidHours[] {
  const parts = new Map<bigint, PaidHours>();
  for (const { beginMs, payments, real, financial } of hours) {
    if (beginMs < startMs || beginMs + HOUR_MS > lastMs || payments < PAYMENTS_OF_HOUR) continue;
    const part = startMs + ((beginMs - startMs) / partMs) * partMs;
    const sum = parts.get(part) ?? { beginMs: part, payments: 0n, real: 0n, financial: 0n };
    parts.set(part, { beginMs: part, payments: sum.payments + payments, real: sum.real + real, financial: sum.financial + financial });
  }
  return [...parts.values()].sort((one, other) => (one.beginMs < other.beginMs ? -1 : 1));
}
