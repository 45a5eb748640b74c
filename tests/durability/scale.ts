/** How long a scorecard test runs: short in CI, and as `npm run torture` says otherwise. */
export interface Scale {
  readonly seed: number;
  readonly count: number;
  /** For the test as a whole, given what one of `count` may take at most. */
  timeoutMs(eachMs: number): number;
}

/** Prints a test's figure. */
export function tell(figure: string): void {
  process.stdout.write(`${figure}\n`);
}

/** Reads TORTURE_SEED and TORTURE_COUNT, else takes `seed` and `count`. */
export function scaleOf(seed: number, count: number): Scale {
  const scale = { seed: Number(process.env["TORTURE_SEED"] ?? seed), count: Number(process.env["TORTURE_COUNT"] ?? count) };
  return { ...scale, timeoutMs: (eachMs) => 60_000 + scale.count * eachMs };
}
