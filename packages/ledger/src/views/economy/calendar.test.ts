import { expect, test } from "vitest";
import { dateText, dayAt, monthsAfter, yearOf } from "./calendar.ts";

const DAY_MS = 86_400_000;

test("every day of 160 years has the date that the platform's calendar gives it", () => {
  for (let day = 0; day < 58_440; day++) expect(dateText(day)).toBe(new Date(day * DAY_MS).toISOString().slice(0, 10));
});

test.each([
  ["2026-01-31", 1, "2026-02-28"],
  ["2028-01-31", 1, "2028-02-29"],
  ["2028-02-29", 12, "2029-02-28"],
  ["2026-11-21", 0, "2026-11-21"],
  ["2026-11-30", 3, "2027-02-28"],
  ["2026-12-31", 1, "2027-01-31"],
])("%s and %i months are %s", (from, months, to) => {
  const day = Date.parse(from) / DAY_MS;
  expect(dateText(monthsAfter(day, months))).toBe(to);
});

test.each([
  [1_795_304_767_000n, 480, "2026-11-22"],
  [1_795_304_767_000n, 0, "2026-11-21"],
  [1_795_220_000_000n, 480, "2026-11-21"],
  [1_795_220_000_000n, -720, "2026-11-20"],
  [0n, -720, "1970-01-01"],
])("the moment %s falls, %i minutes east of Greenwich, on %s", (timeMs, offset, date) => {
  expect(dateText(dayAt(timeMs, offset))).toBe(date);
  expect(yearOf(dayAt(timeMs, offset))).toBe(Number(date.slice(0, 4)));
});
