/**
 * A moment in milliseconds since 1970 as every page writes it, in each language: `2026-11-22 14:05:09`, in the time zone of the browser. The order
 * of ISO 8601, so that no day is taken for a month and columns stand in line.
 */
export function formatMoment(timeMs: number | bigint | string): string {
  const time = new Date(Number(timeMs));
  return `${dayOf(time.getFullYear(), time.getMonth(), time.getDate())} ${clockOf(time)}`;
}

/** The same as a clock so many minutes east of Greenwich shows it, as statements have it. */
export function formatMomentAt(timeMs: number | bigint | string, zoneOffsetMinutes: number): string {
  return new Date(Number(timeMs) + zoneOffsetMinutes * 60_000).toISOString().slice(0, 19).replace("T", " ");
}

/** A moment in a zone as ISO 8601 has it, for files: `2026-11-22T14:05:09.120+08:00`. */
export function isoMomentAt(timeMs: number | bigint | string, zoneOffsetMinutes: number): string {
  return new Date(Number(timeMs) + zoneOffsetMinutes * 60_000).toISOString().replace("Z", offsetText(zoneOffsetMinutes));
}

/** The name of a zone so many minutes east of Greenwich: `UTC+08:00`, and `UTC` for 0. */
export function zoneName(zoneOffsetMinutes: number): string {
  return zoneOffsetMinutes === 0 ? "UTC" : `UTC${offsetText(zoneOffsetMinutes)}`;
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

function offsetText(zoneOffsetMinutes: number): string {
  const minutes = Math.abs(zoneOffsetMinutes);
  return `${zoneOffsetMinutes < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function two(number: number): string {
  return `${number}`.padStart(2, "0");
}
