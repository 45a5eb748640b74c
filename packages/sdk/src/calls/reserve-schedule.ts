import type { Call } from "@sycee/protocol";
import type { ActingSigner } from "./framework-call.ts";
import { reserveSchedule } from "./generated/banking.ts";

/** From a time on, this share of e-money has to lie at the central bank. */
export interface ReserveStep {
  /** Milliseconds since 1970. */
  readonly fromMs: bigint;
  /** Hundredths of a per cent. */
  readonly shareBps: number;
}

/** How long before it begins a step of a schedule after the first has to be set at least, in milliseconds: until then it can be set anew or taken back. */
export const RESERVE_NOTICE_MS = 604_800_000n;

/** `0x4::reserve_schedule::set`: the signing central bank sets the steps to come. After the first schedule a change needs seven days' notice (`ETooSoon`). */
export function setReserveSchedule(schedule: ActingSigner & { readonly steps: readonly ReserveStep[] }): Call {
  return reserveSchedule.set({
    centralBank: schedule.signer ?? 0,
    fromMs: schedule.steps.map(({ fromMs }) => fromMs),
    sharesBps: schedule.steps.map(({ shareBps }) => BigInt(shareBps)),
  });
}

/**
 * The way to full reserves of 2018: 20% in January, 10 points a month to 50% in April, a monthly climb from 9 July and 100% on
 * 14 January 2019 (notices of the People's Bank of China, as reported). The notices as reported give only the two ends of the
 * climb: its steps in between are even, on the ninth of each month. Midnight in China.
 */
export const RESERVE_SCHEDULE_2018: readonly ReserveStep[] = [
  { fromMs: midnight(2018, 1, 1), shareBps: 2_000 },
  { fromMs: midnight(2018, 2, 1), shareBps: 3_000 },
  { fromMs: midnight(2018, 3, 1), shareBps: 4_000 },
  { fromMs: midnight(2018, 4, 1), shareBps: 5_000 },
  ...[1, 2, 3, 4, 5, 6].map((step) => ({ fromMs: midnight(2018, 6 + step, 9), shareBps: 5_000 + Math.floor((5_000 * step) / 7) })),
  { fromMs: midnight(2019, 1, 14), shareBps: 10_000 },
];

function midnight(year: number, month: number, day: number): bigint {
  return BigInt(Date.UTC(year, month - 1, day) - 8 * 3_600_000);
}
