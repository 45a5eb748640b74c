import type { ReserveStep } from "@sycee/sdk";
import { decimalOf, minorOf } from "../../components/money.ts";
import { beginningOf, dayIn, firstDayFrom, type ReserveSchedule } from "./reserve-steps.ts";

/** A step of a schedule as somebody types it. */
export interface TypedStep {
  readonly key: string;
  /** As every page writes a day: `2026-11-22`. */
  readonly day: string;
  /** In per cent. */
  readonly share: string;
  /** When it was to begin, for one that was set: it stays at that time of its day. */
  readonly fromMs?: bigint;
}

const WHOLE_BPS = 10_000n;
const MONTH_DAYS = 30n;
const DAY_MS = 86_400_000n;

/** A step that is set, to be changed. */
export function typedOf({ fromMs, shareBps }: ReserveStep, { zoneOffsetMinutes }: ReserveSchedule): TypedStep {
  return { key: crypto.randomUUID(), day: dayIn(fromMs, zoneOffsetMinutes), share: decimalOf(BigInt(shareBps), 2), fromMs };
}

/** One more step: a month after the last, with its share, or as soon as a change may begin. */
export function nextStep(typed: readonly TypedStep[], schedule: ReserveSchedule): TypedStep {
  const { nowMs, earliestMs = nowMs, zoneOffsetMinutes, fixed } = schedule;
  const last = typed.at(-1);
  const lastMs = last === undefined ? undefined : momentOf(last, schedule);
  const fromMs = lastMs === undefined ? earliestMs + DAY_MS : lastMs + MONTH_DAYS * DAY_MS;
  const share = last?.share ?? decimalOf(BigInt(fixed.at(-1)?.shareBps ?? 0), 2);
  return { key: crypto.randomUUID(), day: firstDayFrom(fromMs, zoneOffsetMinutes), share };
}

/** What is wrong with a step among all; `undefined` if nothing is. */
export function faultOfStep(
  step: TypedStep,
  typed: readonly TypedStep[],
  schedule: ReserveSchedule,
): "wrongDay" | "tooSoon" | "twice" | "wrongShare" | undefined {
  const fromMs = momentOf(step, schedule);
  if (fromMs === undefined) return "wrongDay";
  if (schedule.earliestMs !== undefined && fromMs < schedule.earliestMs) return "tooSoon";
  if (typed.some((other) => other.key !== step.key && momentOf(other, schedule) === fromMs)) return "twice";
  return shareOf(step) === undefined ? "wrongShare" : undefined;
}

/** The steps in the order of their days; `undefined` if something is wrong with one. */
export function stepsOf(typed: readonly TypedStep[], schedule: ReserveSchedule): readonly ReserveStep[] | undefined {
  const steps = typed.flatMap((step) => {
    const [fromMs, shareBps] = [momentOf(step, schedule), shareOf(step)];
    const isRight = fromMs !== undefined && shareBps !== undefined && faultOfStep(step, typed, schedule) === undefined;
    return isRight ? [{ fromMs, shareBps }] : [];
  });
  if (steps.length < typed.length) return undefined;
  return steps.sort((left, right) => (left.fromMs < right.fromMs ? -1 : 1));
}

function momentOf({ day, fromMs }: TypedStep, { zoneOffsetMinutes }: ReserveSchedule): bigint | undefined {
  return fromMs !== undefined && dayIn(fromMs, zoneOffsetMinutes) === day ? fromMs : beginningOf(day.trim(), zoneOffsetMinutes);
}

function shareOf({ share }: TypedStep): number | undefined {
  const points = minorOf(share, 2);
  return points === undefined || points > WHOLE_BPS ? undefined : Number(points);
}
