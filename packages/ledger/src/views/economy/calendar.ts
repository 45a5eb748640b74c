const MINUTE_MS = 60_000n;
const DAY_MS = 86_400_000n;

/** The day, counted from 1 January 1970, that a moment falls on so many minutes east of Greenwich, as `money::calendar` counts it. */
export function dayAt(timeMs: bigint, offsetMinutes: number): number {
  const localMs = timeMs + BigInt(offsetMinutes) * MINUTE_MS;
  return localMs < 0n ? 0 : Number(localMs / DAY_MS);
}

/** Year, month (from 1) and day of the month of a day counted from 1 January 1970. */
function dateOf(day: number): readonly [number, number, number] {
  // Counted in eras of 400 years that begin on 1 March, so that a leap day is the last of its year.
  const days = day + 719_468;
  const era = Math.floor(days / 146_097);
  const dayOfEra = days % 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const dayOfMonth = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  return [era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, dayOfMonth];
}

/** The civil year of a day. */
export function yearOf(day: number): number {
  return dateOf(day)[0];
}

/** A day as `2026-11-21`. */
export function dateText(day: number | bigint): string {
  const [year, month, dayOfMonth] = dateOf(Number(day));
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(dayOfMonth).padStart(2, "0")}`;
}

/** The day so many months after another: the same day of the month, or the last where the month is shorter. */
export function monthsAfter(day: number, months: number): number {
  const [year, month, dayOfMonth] = dateOf(day);
  const count = year * 12 + (month - 1) + months;
  const first = firstDayOf(Math.floor(count / 12), (count % 12) + 1);
  const next = firstDayOf(Math.floor((count + 1) / 12), ((count + 1) % 12) + 1);
  return first + Math.min(dayOfMonth, next - first) - 1;
}

function firstDayOf(year: number, month: number): number {
  const [shiftedYear, shiftedMonth] = month > 2 ? [year, month - 3] : [year - 1, month + 9];
  return (
    shiftedYear * 365 +
    Math.floor(shiftedYear / 4) -
    Math.floor(shiftedYear / 100) +
    Math.floor(shiftedYear / 400) +
    Math.floor((153 * shiftedMonth + 2) / 5) -
    719_468
  );
}
