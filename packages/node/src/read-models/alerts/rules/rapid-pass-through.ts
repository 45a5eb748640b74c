import type { Finding, PatternPayment } from "../alert.ts";
import { BoundedMemory } from "../bounded-memory.ts";
import type { ObservedPayment } from "../observed-payment.ts";
import type { PartyRole } from "../party-register.ts";
import { permilleOf, type RememberedPayment, remembered, type Rule, type RuleContext, scoreBeyond, withinWindow } from "../rule.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Parameters of {@link createRapidPassThrough}. */
export interface RapidPassThroughParameters {
  /** How soon after it came in money has to go out again. */
  readonly withinMs: number;
  /** How much of what came in has to go out, of a thousand. */
  readonly minimumPassedPermille: number;
  /** What comes in counts from this part of a considerable amount, of a thousand. */
  readonly minimumPaymentPermille: number;
  /** How many passages within `repeatWindowMs` make a pattern. */
  readonly minimumPassages: number;
  readonly repeatWindowMs: number;
  /** Of whom the money comes. */
  readonly ignoredPayerRoles: readonly PartyRole[];
  /** Of the one through whose account it passes. */
  readonly ignoredSubjectRoles: readonly PartyRole[];
  /** Of those to whom it goes. */
  readonly ignoredPayeeRoles: readonly PartyRole[];
  /** Bounds of memory: incoming payments waiting, passages, payments of one passage, and parties. */
  readonly maximumWaiting: number;
  readonly maximumPassages: number;
  readonly maximumPaymentsOfPassage: number;
  readonly maximumParties: number;
}

/**
 * Where they come from:
 * - "A pattern of wire transfers of similar amounts both into and out of the customer's account … on the same day or next day": FDIC, *Risk
 *   Management Manual of Examination Policies*, part on the Bank Secrecy Act. From that the 24 hours.
 * - Mules "may receive about 10 per cent commission" (AUSTRAC on students as money mules, 2024); 85% leaves room for that and some.
 * - Two passages in 30 days, and the floor, are our choice: who sells a house and buys another passes money on once.
 * - Money from merchants and institutions is wages, payouts and loans, money to them is spending: left out. So a mule who is paid
 *   by a shop, or pays at one, is not found by this rule.
 */
export const RAPID_PASS_THROUGH_DEFAULTS: RapidPassThroughParameters = {
  withinMs: 24 * HOUR_MS,
  minimumPassedPermille: 850,
  minimumPaymentPermille: 500,
  minimumPassages: 2,
  repeatWindowMs: 30 * DAY_MS,
  ignoredPayerRoles: ["institution", "merchant"],
  ignoredSubjectRoles: ["institution", "merchant"],
  ignoredPayeeRoles: ["institution", "merchant"],
  maximumWaiting: 32,
  maximumPassages: 16,
  maximumPaymentsOfPassage: 24,
  maximumParties: 100_000,
};

/** An incoming payment and what has gone out against it. */
interface Waiting extends RememberedPayment {
  readonly remainingMinor: bigint;
  readonly out: readonly PatternPayment[];
}

interface Passage {
  readonly timeMs: number;
  readonly inMinor: bigint;
  readonly outMinor: bigint;
  readonly lastedMs: number;
  readonly payments: readonly PatternPayment[];
}

interface Through {
  readonly waiting: readonly Waiting[];
  readonly passages: readonly Passage[];
}

/**
 * Money comes in and most of it goes out to somebody else within a short time, more than once. What goes out is set against what
 * came in first, the oldest first; what goes back to its payer is a refund and no passage.
 */
export function createRapidPassThrough(parameters: RapidPassThroughParameters, context: RuleContext): Rule {
  const memory = new BoundedMemory<Through>("rapid_pass_through", parameters.maximumParties);
  const ignores = (roles: readonly PartyRole[], party: string): boolean => {
    const role = context.roleOf(party);
    return role !== undefined && roles.includes(role);
  };
  const keep = (key: string, through: Through, nowMs: number): void => {
    memory.set(key, through, nowMs + parameters.repeatWindowMs, nowMs);
  };

  const comeIn = (payment: ObservedPayment, considerableMinor: bigint): void => {
    const { to, unit, timeMs } = payment;
    if (permilleOf(payment.amountMinor, considerableMinor) < parameters.minimumPaymentPermille) return;
    if (ignores(parameters.ignoredPayerRoles, payment.from) || ignores(parameters.ignoredSubjectRoles, to)) return;
    const key = `${to}|${unit}`;
    const earlier = memory.get(key, timeMs) ?? { waiting: [], passages: [] };
    const next = { ...remembered(payment, payment.from), remainingMinor: payment.amountMinor, out: [] };
    const waiting = withinWindow(earlier.waiting, next, timeMs - parameters.withinMs, parameters.maximumWaiting);
    keep(key, { ...earlier, waiting }, timeMs);
  };

  const goOut = (payment: ObservedPayment): Finding | undefined => {
    const { from, to, unit, timeMs } = payment;
    const key = `${from}|${unit}`;
    const earlier = memory.get(key, timeMs);
    if (earlier === undefined || ignores(parameters.ignoredPayeeRoles, to) || ignores(parameters.ignoredSubjectRoles, from))
      return undefined;
    const { waiting, passed } = setAgainst(earlier.waiting, payment, parameters);
    const recent = earlier.passages.filter((passage) => passage.timeMs >= timeMs - parameters.repeatWindowMs);
    const passages = [...recent, ...passed].slice(-parameters.maximumPassages);
    keep(key, { waiting, passages }, timeMs);
    if (passed.length === 0 || passages.length < parameters.minimumPassages) return undefined;
    return findingOf(from, unit, passages, parameters.minimumPassages);
  };

  return {
    name: "rapid_pass_through",
    memories: [memory],
    observe(payment) {
      const considerableMinor = context.considerableMinor(payment.unit);
      if (considerableMinor === undefined) return [];
      const finding = goOut(payment);
      comeIn(payment, considerableMinor);
      return finding === undefined ? [] : [finding];
    },
  };
}

/** Sets an outgoing payment against what waits, the oldest first: what waits then, and which passages are complete now. */
function setAgainst(
  earlier: readonly Waiting[],
  payment: ObservedPayment,
  parameters: RapidPassThroughParameters,
): { waiting: Waiting[]; passed: Passage[] } {
  const waiting: Waiting[] = [];
  const passed: Passage[] = [];
  let restMinor = payment.amountMinor;
  for (const each of earlier) {
    if (each.timeMs < payment.timeMs - parameters.withinMs) continue;
    const usedMinor = each.other === payment.to ? 0n : restMinor < each.remainingMinor ? restMinor : each.remainingMinor;
    if (usedMinor === 0n) {
      waiting.push(each);
      continue;
    }
    restMinor -= usedMinor;
    const next: Waiting = {
      ...each,
      remainingMinor: each.remainingMinor - usedMinor,
      out: [...each.out, { id: payment.id, timeMs: payment.timeMs, amountMinor: payment.amountMinor }].slice(
        -parameters.maximumPaymentsOfPassage,
      ),
    };
    const outMinor = next.amountMinor - next.remainingMinor;
    if (permilleOf(outMinor, next.amountMinor) < parameters.minimumPassedPermille) waiting.push(next);
    else passed.push(passageOf(next, outMinor, payment.timeMs));
  }
  return { waiting, passed };
}

function passageOf(waiting: Waiting, outMinor: bigint, nowMs: number): Passage {
  const { id, timeMs, amountMinor } = waiting;
  return {
    timeMs: nowMs,
    inMinor: amountMinor,
    outMinor,
    lastedMs: nowMs - timeMs,
    payments: [{ id, timeMs, amountMinor }, ...waiting.out],
  };
}

function findingOf(party: string, unit: string, passages: readonly Passage[], minimumPassages: number): Finding {
  const payments = new Map(passages.flatMap((passage) => passage.payments.map((payment) => [payment.id, payment] as const)));
  const inMinor = passages.reduce((sum, passage) => sum + passage.inMinor, 0n);
  const outMinor = passages.reduce((sum, passage) => sum + passage.outMinor, 0n);
  const slowestMs = Math.max(...passages.map(({ lastedMs }) => lastedMs));
  return {
    rule: "rapid_pass_through",
    pattern: `rapid_pass_through|${party}|${unit}`,
    subjects: [party],
    unit,
    payments: [...payments.values()].toSorted((one, other) => one.timeMs - other.timeMs),
    score: scoreBeyond(10 * (passages.length - minimumPassages)),
    explanation: {
      sentence: "rapid_pass_through",
      values: {
        passages: { kind: "count", count: passages.length },
        cameIn: { kind: "amount", amountMinor: inMinor, unit },
        passedOn: { kind: "share", permille: permilleOf(outMinor, inMinor) },
        slowest: { kind: "duration", durationMs: slowestMs },
      },
    },
  };
}
