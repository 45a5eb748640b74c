/**
 * A moment in milliseconds since 1970 as every page writes it, in each language: `2026-11-22 14:05:09`, in the time zone of the browser. The order
 * of ISO 8601, so that no day is taken for a month and columns stand in line.
 */
export function formatMoment(timeMs: number | bigint | string): string {
  const time = new Date(Number(timeMs));
  return `${dayOf(time.getFullYear(), time.getMonth(), time.getDate())} ${clockOf(time)}`;
}

/** The same in UTC, as months of statements are: `2026-11-22 14:05:09`. */
export function formatMomentUtc(timeMs: number | bigint | string): string {
  return new Date(Number(timeMs)).toISOString().slice(0, 19).replace("T", " ");
}

/** A day in days since 1970: `2026-11-22`. */
export function formatDay(days: number | bigint): string {
  return new Date(Number(days) * 86_400_000).toISOString().slice(0, 10);
}

/** The day of a moment in milliseconds since 1970, in the time zone of the browser: `2026-11-22`. */
export function formatDayOf(timeMs: number | bigint | string): string {
  const time = new Date(Number(timeMs));
  return dayOf(time.getFullYear(), time.getMonth(), time.getDate());
}

function dayOf(year: number, month: number, day: number): string {
  return `${year}-${two(month + 1)}-${two(day)}`;
}

function clockOf(time: Date): string {
  return [time.getHours(), time.getMinutes(), time.getSeconds()].map(two).join(":");
}

function two(number: number): string {
  return `${number}`.padStart(2, "0");
}
