import type { Finding } from "../alert.ts";
import { BoundedMemory } from "../bounded-memory.ts";
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
  withinWindow,
} from "../rule.ts";

const DAY_MS = 86_400_000;

/** Parameters of {@link createCircularFlow}. */
export interface CircularFlowParameters {
  readonly windowMs: number;
  /** How many payments lead round, at least and at most. */
  readonly minimumPayments: number;
  readonly maximumPayments: number;
  /** The smallest of them is at least this part of the largest, of a thousand. */
  readonly minimumAgreementPermille: number;
  /** Each counts from this part of a considerable amount, of a thousand. */
  readonly minimumPaymentPermille: number;
  readonly ignoredRoles: readonly PartyRole[];
  /** Bounds: payments looked at for one payment, remembered payments of one party, and parties. */
  readonly maximumSteps: number;
  readonly maximumRemembered: number;
  readonly maximumParties: number;
}

/**
 * Where they come from:
 * - "Suspicious movements of funds occur from one bank to another, and then funds are moved back": FFIEC, *BSA/AML Examination Manual*,
 *   appendix F. Such a ring in time is the simple temporal cycle of Kumar and Calders, *2SCENT* (PVLDB 11, 2018), which names fraud in
 *   financial networks as its use; AMLSim (wiki, *Alert Model*) has it as "cycle".
 * - All numbers are our choice. Two payments there and back are loans and refunds, hence three at least. Wages go to shops and come back
 *   as wages: rings through merchants and institutions are how an economy works, and are left out.
 * - A ring whose payments are split, or that has more than five, is not found.
 */
export const CIRCULAR_FLOW_DEFAULTS: CircularFlowParameters = {
  windowMs: 7 * DAY_MS,
  minimumPayments: 3,
  maximumPayments: 5,
  minimumAgreementPermille: 850,
  minimumPaymentPermille: 1_000,
  ignoredRoles: ["institution", "merchant"],
  maximumSteps: 2_000,
  maximumRemembered: 64,
  maximumParties: 100_000,
};

/** Money that comes back to whom it started from, over others, within a window and mostly whole. Looked for when the last payment closes the ring. */
export function createCircularFlow(parameters: CircularFlowParameters, context: RuleContext): Rule {
  /** What each party received, by party and unit. */
  const received = new BoundedMemory<readonly RememberedPayment[]>("circular_flow", parameters.maximumParties);
  const ignores = (party: string): boolean => {
    const role = context.roleOf(party);
    return role !== undefined && parameters.ignoredRoles.includes(role);
  };

  return {
    name: "circular_flow",
    memories: [received],
    observe(payment) {
      const considerableMinor = context.considerableMinor(payment.unit);
      if (considerableMinor === undefined) return [];
      if (permilleOf(payment.amountMinor, considerableMinor) < parameters.minimumPaymentPermille) return [];
      if (ignores(payment.from) || ignores(payment.to)) return [];
      const ring = findRing(payment, received, parameters);
      const key = `${payment.to}|${payment.unit}`;
      const sinceMs = payment.timeMs - parameters.windowMs;
      const earlier = received.get(key, payment.timeMs) ?? [];
      const list = withinWindow(earlier, remembered(payment, payment.from), sinceMs, parameters.maximumRemembered);
      received.set(key, list, payment.timeMs + parameters.windowMs, payment.timeMs);
      return ring === undefined ? [] : [findingOf(ring, payment, parameters)];
    },
  };
}

/**
 * The payments that lead from the payee of `last` to its payer, the oldest first, and `last` itself; each leaves from where the one
 * before arrived, and none is earlier than the one before. The latest are tried first, so that the answer is always the same one.
 */
function findRing(
  last: ObservedPayment,
  received: BoundedMemory<readonly RememberedPayment[]>,
  parameters: CircularFlowParameters,
): readonly RememberedPayment[] | undefined {
  const sinceMs = last.timeMs - parameters.windowMs;
  let steps = 0;

  /** Goes back from the payer of `path[0]`. Depth is bounded by `maximumPayments`. */
  const goBack = (path: readonly RememberedPayment[], smallest: bigint, largest: bigint): readonly RememberedPayment[] | undefined => {
    const next = path[0];
    if (next === undefined || path.length >= parameters.maximumPayments) return undefined;
    for (const payment of (received.get(`${next.other}|${last.unit}`, last.timeMs) ?? []).toReversed()) {
      steps += 1;
      if (steps > parameters.maximumSteps || payment.timeMs < sinceMs) return undefined;
      if (payment.timeMs > next.timeMs || path.some(({ other }) => other === payment.other)) continue;
      const low = payment.amountMinor < smallest ? payment.amountMinor : smallest;
      const high = payment.amountMinor > largest ? payment.amountMinor : largest;
      if (permilleOf(low, high) < parameters.minimumAgreementPermille) continue;
      const longer = [payment, ...path];
      if (payment.other === last.to) {
        if (longer.length >= parameters.minimumPayments) return longer;
        continue;
      }
      const ring = goBack(longer, low, high);
      if (ring !== undefined) return ring;
    }
    return undefined;
  };

  return goBack([remembered(last, last.from)], last.amountMinor, last.amountMinor);
}

/** `ring` holds each payment with its payer; the ring is named from its smallest party on, so that its start does not matter. */
function findingOf(ring: readonly RememberedPayment[], last: ObservedPayment, parameters: CircularFlowParameters): Finding {
  const payers = ring.map(({ other }) => other);
  const start = payers.indexOf(payers.reduce((least, party) => (party < least ? party : least)));
  const members = [...payers.slice(start), ...payers.slice(0, start)];
  const amounts = ring.map(({ amountMinor }) => amountMinor);
  const smallest = amounts.reduce((least, amount) => (amount < least ? amount : least));
  const largest = amounts.reduce((most, amount) => (amount > most ? amount : most));
  const agreement = permilleOf(smallest, largest);
  return {
    rule: "circular_flow",
    pattern: `circular_flow|${members.join("|")}|${last.unit}`,
    subjects: members,
    unit: last.unit,
    payments: patternPayments(ring),
    score: scoreBeyond((50 * (agreement - parameters.minimumAgreementPermille)) / Math.max(1, 1_000 - parameters.minimumAgreementPermille)),
    explanation: {
      sentence: "circular_flow",
      values: {
        members: { kind: "parties", parties: members },
        payments: { kind: "count", count: ring.length },
        smallest: { kind: "amount", amountMinor: smallest, unit: last.unit },
        largest: { kind: "amount", amountMinor: largest, unit: last.unit },
        within: { kind: "duration", durationMs: last.timeMs - (ring[0]?.timeMs ?? last.timeMs) },
      },
    },
  };
}
