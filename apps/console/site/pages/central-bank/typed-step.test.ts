import { expect, it } from "vitest";
import type { ReserveSchedule } from "./reserve-steps.ts";
import { faultOfStep, nextStep, stepsOf, type TypedStep, typedOf } from "./typed-step.ts";

const HOUR_MS = 3_600_000n;
const midnight = (month: number, day: number) => BigInt(Date.UTC(2027, month - 1, day)) - 8n * HOUR_MS;
const SCHEDULE: ReserveSchedule = {
  nowMs: midnight(1, 1) + HOUR_MS,
  zoneOffsetMinutes: 480,
  earliestMs: midnight(1, 8) + HOUR_MS,
  fixed: [{ fromMs: midnight(1, 1), shareBps: 2_000 }],
  later: [],
};
const step = (key: string, day: string, share: string): TypedStep => ({ key, day, share });

it("puts steps in the order of their days, each at the midnight of the unit's zone", () => {
  expect(stepsOf([step("b", "2027-03-01", "40"), step("a", "2027-02-01", "30.5")], SCHEDULE)).toEqual([
    { fromMs: midnight(2, 1), shareBps: 3_050 },
    { fromMs: midnight(3, 1), shareBps: 4_000 },
  ]);
  expect(stepsOf([], SCHEDULE)).toEqual([]);
});

it("leaves a step that was set at the time of its day, until another day is chosen", () => {
  const set = typedOf({ fromMs: midnight(2, 1) + HOUR_MS, shareBps: 3_050 }, SCHEDULE);
  expect(set).toMatchObject({ day: "2027-02-01", share: "30.50" });
  expect(stepsOf([set], SCHEDULE)?.[0]?.fromMs).toBe(midnight(2, 1) + HOUR_MS);
  expect(stepsOf([{ ...set, day: "2027-02-02" }], SCHEDULE)?.[0]?.fromMs).toBe(midnight(2, 2));
});

it.each<readonly [string, string, ReturnType<typeof faultOfStep>]>([
  ["", "30", "wrongDay"],
  ["2027-02-30", "30", "wrongDay"],
  ["30/03/2027", "30", "wrongDay"],
  ["2027-01-08", "30", "tooSoon"],
  ["2027-01-09", "30", undefined],
  ["2027-02-01", "30", "twice"],
  ["2027-03-01", "100.01", "wrongShare"],
  ["2027-03-01", "a third", "wrongShare"],
  ["2027-03-01", "100", undefined],
])("of %s with %s says %s", (day, share, fault) => {
  const typed = step("typed", day, share);
  const all = [step("other", "2027-02-01", "20"), typed];
  expect(faultOfStep(typed, all, SCHEDULE)).toBe(fault);
  expect(stepsOf(all, SCHEDULE) === undefined).toBe(fault !== undefined);
});

it("offers as one more step what the ledger takes", () => {
  const first = nextStep([], SCHEDULE);
  expect(first).toMatchObject({ day: "2027-01-10", share: "20.00" });
  const second = nextStep([first], SCHEDULE);
  expect(second).toMatchObject({ day: "2027-02-09", share: "20.00" });
  expect(faultOfStep(second, [first, second], SCHEDULE)).toBeUndefined();
  const { earliestMs: _, ...unset } = { ...SCHEDULE, fixed: [] };
  expect(nextStep([], { ...unset, earliestMs: undefined })).toMatchObject({ day: "2027-01-03", share: "0.00" });
});
