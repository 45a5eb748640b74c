/** How long something took or waits, in the largest unit that says it: `850 ms`, `12.3 s`, `4 min`, `2.5 h`. Below 0 counts as 0. */
export function durationText(ms: bigint | number | string, language: string): string {
  const value = Math.max(0, Number(ms));
  const [unit, size] = UNITS.findLast(([, least]) => value >= least) ?? UNITS[0];
  return new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: 1 }).format(value / size);
}

const UNITS = [
  ["millisecond", 1],
  ["second", 1_000],
  ["minute", 60_000],
  ["hour", 3_600_000],
  ["day", 86_400_000],
] as const;
