import type { Finding } from "../alert.ts";
import { BoundedMemory } from "../bounded-memory.ts";
import { isCustomerAccount } from "../customer-account.ts";
import type { ObservedPayment } from "../observed-payment.ts";
import type { PartyRole } from "../party-register.ts";
import {
  patternPayments,
  permilleOf,
  type RememberedPayment,
  remembered,
  type Rule,
  type RuleContext,
  scoreBeyond,
  sumMinor,
} from "../rule.ts";

const DAY_MS = 86_400_000;

/** Parameters of {@link createDormantThenActive}. */
export interface DormantThenActiveParameters {
  /** How long without any payment makes an account dormant. */
  readonly dormantMs: number;
  /** For how long after it woke it is watched. */
  readonly activeMs: number;
  /** What has to come in after it woke, of a thousand of a considerable amount. */
  readonly minimumInPermille: number;
  /** What has to go out again, of a thousand of what came in. */
  readonly minimumOutPermille: number;
  /** What came in is at least so many times the largest payment from before. */
  readonly minimumTimesLargest: number;
  readonly ignoredRoles: readonly PartyRole[];
  /** Bounds of memory: payments after it woke, accounts, and how long an account is remembered. */
  readonly maximumPayments: number;
  readonly maximumParties: number;
  readonly rememberedMs: number;
}

/**
 * Where they come from:
 * - "An account with little activity may suddenly experience large deposit and withdrawal activity": FFIEC, *BSA/AML Examination Manual*,
 *   appendix F; FATF, *Virtual Assets: Red Flag Indicators* (2020), names accounts that were inactive too. So both in and out count.
 * - That 180 days are dormant, and all other numbers, are our choice. An account that was never seen is new and not dormant.
 * - Customers' accounts are left out: their payments under the floor of the stream are not seen, so that none of them can be called silent.
 */
export const DORMANT_THEN_ACTIVE_DEFAULTS: DormantThenActiveParameters = {
  dormantMs: 180 * DAY_MS,
  activeMs: 14 * DAY_MS,
  minimumInPermille: 5_000,
  minimumOutPermille: 500,
  minimumTimesLargest: 3,
  ignoredRoles: ["institution", "merchant"],
  maximumPayments: 64,
  maximumParties: 250_000,
  rememberedMs: 3 * 365 * DAY_MS,
};

interface AwakePayment extends RememberedPayment {
  readonly side: "in" | "out";
}

interface Activity {
  readonly lastMs: number;
  readonly largestMinor: bigint;
  /** While it is watched after a long silence. */
  readonly awake?: {
    readonly sinceMs: number;
    readonly silentMs: number;
    readonly largestBeforeMinor: bigint;
    readonly payments: readonly AwakePayment[];
  };
}

/** An account without payments for long, which then takes in and sends out much more than it ever did. */
export function createDormantThenActive(parameters: DormantThenActiveParameters, context: RuleContext): Rule {
  const memory = new BoundedMemory<Activity>("dormant_then_active", parameters.maximumParties);

  const observeSide = (payment: ObservedPayment, side: "in" | "out", considerableMinor: bigint): Finding | undefined => {
    const [party, other] = side === "out" ? [payment.from, payment.to] : [payment.to, payment.from];
    if (isCustomerAccount(party)) return undefined;
    const role = context.roleOf(party);
    if (role !== undefined && parameters.ignoredRoles.includes(role)) return undefined;
    const key = `${party}|${payment.unit}`;
    const earlier = memory.get(key, payment.timeMs);
    const awake = awakeWith(earlier, { ...remembered(payment, other), side }, parameters);
    const largestMinor = earlier === undefined || payment.amountMinor > earlier.largestMinor ? payment.amountMinor : earlier.largestMinor;
    const activity: Activity = { lastMs: payment.timeMs, largestMinor, ...(awake === undefined ? {} : { awake }) };
    memory.set(key, activity, payment.timeMs + parameters.rememberedMs, payment.timeMs);
    return awake === undefined ? undefined : findingOf(party, payment.unit, awake, considerableMinor, parameters);
  };

  return {
    name: "dormant_then_active",
    memories: [memory],
    observe(payment) {
      const considerableMinor = context.considerableMinor(payment.unit);
      if (considerableMinor === undefined) return [];
      const findings = [observeSide(payment, "out", considerableMinor), observeSide(payment, "in", considerableMinor)];
      return findings.filter((finding) => finding !== undefined);
    },
  };
}

function awakeWith(earlier: Activity | undefined, payment: AwakePayment, parameters: DormantThenActiveParameters): Activity["awake"] {
  if (earlier === undefined) return undefined;
  const silentMs = payment.timeMs - earlier.lastMs;
  if (silentMs >= parameters.dormantMs) {
    return { sinceMs: payment.timeMs, silentMs, largestBeforeMinor: earlier.largestMinor, payments: [payment] };
  }
  const { awake } = earlier;
  if (awake === undefined || payment.timeMs - awake.sinceMs > parameters.activeMs) return undefined;
  return { ...awake, payments: [...awake.payments, payment].slice(-parameters.maximumPayments) };
}

function findingOf(
  party: string,
  unit: string,
  awake: NonNullable<Activity["awake"]>,
  considerableMinor: bigint,
  parameters: DormantThenActiveParameters,
): Finding | undefined {
  const inMinor = sumMinor(awake.payments.filter(({ side }) => side === "in"));
  const outMinor = sumMinor(awake.payments.filter(({ side }) => side === "out"));
  const inPermille = permilleOf(inMinor, considerableMinor);
  if (inPermille < parameters.minimumInPermille || inMinor === 0n) return undefined;
  if (permilleOf(outMinor, inMinor) < parameters.minimumOutPermille) return undefined;
  if (inMinor < awake.largestBeforeMinor * BigInt(parameters.minimumTimesLargest)) return undefined;
  return {
    rule: "dormant_then_active",
    pattern: `dormant_then_active|${party}|${unit}`,
    subjects: [party],
    unit,
    payments: patternPayments(awake.payments),
    score: scoreBeyond(Math.min(100, inPermille / parameters.minimumInPermille) * 5 - 5),
    explanation: {
      sentence: "dormant_then_active",
      values: {
        silent: { kind: "duration", durationMs: awake.silentMs },
        within: { kind: "duration", durationMs: (awake.payments.at(-1)?.timeMs ?? awake.sinceMs) - awake.sinceMs },
        cameIn: { kind: "amount", amountMinor: inMinor, unit },
        wentOut: { kind: "amount", amountMinor: outMinor, unit },
        largestBefore: { kind: "amount", amountMinor: awake.largestBeforeMinor, unit },
      },
    },
  };
}
