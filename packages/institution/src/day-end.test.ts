import { expect, test, vi } from "vitest";
import { DayEnd, endOfDay } from "./day-end.ts";

const HOUR = 3_600_000;

test("a day ends at midnight of its zone", () => {
  const table = [
    [Date.UTC(2026, 0, 1, 15, 59), 8 * HOUR, Date.UTC(2026, 0, 1, 16)],
    [Date.UTC(2026, 0, 1, 16), 8 * HOUR, Date.UTC(2026, 0, 2, 16)],
    [Date.UTC(2026, 0, 1), 0, Date.UTC(2026, 0, 2)],
    [Date.UTC(2026, 0, 1, 4), -5 * HOUR, Date.UTC(2026, 0, 1, 5)],
  ] as const;
  for (const [time, zone, end] of table) expect(endOfDay(time, zone)).toBe(end);
});

test("work is done once for each day that ends", () => {
  vi.useFakeTimers({ now: Date.UTC(2026, 0, 1, 4) });
  let days = 0;
  const dayEnd = new DayEnd(
    480,
    () => Date.now(),
    () => (days += 1),
  );
  vi.advanceTimersByTime(12 * HOUR - 1);
  expect(days).toBe(0);
  vi.advanceTimersByTime(1);
  expect(days).toBe(1);
  vi.advanceTimersByTime(72 * HOUR);
  expect(days).toBe(4);
  dayEnd.stop();
  vi.advanceTimersByTime(72 * HOUR);
  expect(days).toBe(4);
  vi.useRealTimers();
});
