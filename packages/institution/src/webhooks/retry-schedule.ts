/** Attempts of a delivery before it is given up: with the waits below, over about nine hours. */
export const MAX_ATTEMPTS = 16;

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 6 * 3_600_000;

/**
 * How long to wait after so many failed attempts: a second, doubled each time up to six hours, less up to a quarter of it
 * by `random` (0 to 1), so that deliveries that failed together do not come back together. `undefined`: no more attempts.
 */
export function retryWaitMs(failedAttempts: number, random: number): number | undefined {
  if (failedAttempts >= MAX_ATTEMPTS) return undefined;
  const full = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failedAttempts - 1));
  return Math.round(full * (1 - random / 4));
}
