import type { PaymentKind } from "./observed-payment.ts";
import { CIRCULAR_FLOW_DEFAULTS, type CircularFlowParameters } from "./rules/circular-flow.ts";
import { DORMANT_THEN_ACTIVE_DEFAULTS, type DormantThenActiveParameters } from "./rules/dormant-then-active.ts";
import { FAN_IN_DEFAULTS, type FanInParameters } from "./rules/fan-in.ts";
import { FAN_OUT_DEFAULTS, type FanOutParameters } from "./rules/fan-out.ts";
import { RAPID_PASS_THROUGH_DEFAULTS, type RapidPassThroughParameters } from "./rules/rapid-pass-through.ts";
import { STRUCTURING_DEFAULTS, type StructuringParameters } from "./rules/structuring.ts";

const DAY_MS = 86_400_000;

/** All that decides which alerts a stream gives. */
export interface AlertParameters {
  /** What counts as a considerable amount, in minor units, by unit. A unit that is not here is not watched. */
  readonly considerableMinor: Readonly<Record<string, bigint>>;
  /** Payments of other kinds are not watched. */
  readonly watchedKinds: readonly PaymentKind[];
  /** A finding within so long after an alert's last payment extends that alert; a later one raises a new alert. */
  readonly quietMs: number;
  /** How many alerts can be extended at a time; the one that was extended longest ago makes room. */
  readonly maximumOpenAlerts: number;
  readonly structuring: StructuringParameters;
  readonly rapidPassThrough: RapidPassThroughParameters;
  readonly fanIn: FanInParameters;
  readonly fanOut: FanOutParameters;
  readonly dormantThenActive: DormantThenActiveParameters;
  readonly circularFlow: CircularFlowParameters;
}

/**
 * A fifth of the limit from which a bank reports cash in China (10,000 yuan) is our choice of a considerable amount; those of other
 * units are roundly the same at rates of 2025. What moves between accounts of one holder, and institutions' own legs, is no payment.
 */
export const ALERT_DEFAULTS: AlertParameters = {
  considerableMinor: { CNY: 1_000_000n, USD: 150_000n, EUR: 130_000n, CZK: 3_200_000n },
  watchedKinds: ["transfer", "clearing", "escrow"],
  quietMs: 30 * DAY_MS,
  maximumOpenAlerts: 20_000,
  structuring: STRUCTURING_DEFAULTS,
  rapidPassThrough: RAPID_PASS_THROUGH_DEFAULTS,
  fanIn: FAN_IN_DEFAULTS,
  fanOut: FAN_OUT_DEFAULTS,
  dormantThenActive: DORMANT_THEN_ACTIVE_DEFAULTS,
  circularFlow: CIRCULAR_FLOW_DEFAULTS,
};
