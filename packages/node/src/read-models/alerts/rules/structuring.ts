import type { Explanation, ExplanationSentence, Finding } from "../alert.ts";
import { BoundedMemory } from "../bounded-memory.ts";
import type { ObservedPayment } from "../observed-payment.ts";
import type { PartyRole } from "../party-register.ts";
import {
  patternPayments,
  type RememberedPayment,
  remembered,
  type Rule,
  type RuleContext,
  scoreBeyond,
  sumMinor,
  withinWindow,
} from "../rule.ts";

const DAY_MS = 86_400_000;

/** Parameters of {@link createStructuring}. */
export interface StructuringParameters {
  /** Amounts from which something is asked or reported, in minor units, by unit. */
  readonly limitsMinor: Readonly<Record<string, readonly bigint[]>>;
  /** How far below a limit still counts as just below it, of a thousand of the limit. */
  readonly bandPermille: number;
  readonly windowMs: number;
  /** How many payments just below the limit within the window make a pattern. */
  readonly minimumPayments: number;
  readonly ignoredPayerRoles: readonly PartyRole[];
  readonly ignoredPayeeRoles: readonly PartyRole[];
  /** Bounds of memory: payments remembered of one party, and parties. */
  readonly maximumPayments: number;
  readonly maximumParties: number;
}

/**
 * Where they come from:
 * - Structuring "in amounts under record-keeping or reporting thresholds" is the first indicator of FATF, *Virtual Assets: Red
 *   Flag Indicators* (2020); "just below identification or reporting thresholds" in FFIEC, *BSA/AML Examination Manual*, appendix F.
 * - The limits for CNY are those of the People's Bank of China's Order 3 of 2016: cash from 50,000 yuan and transfers of persons from
 *   500,000 yuan are reported. That digital cash is watched at both is our choice, as are 10,000 dollars (United States, cash:
 *   31 CFR 1010.311) and 10,000 euros (the limit for cash in Regulation (EU) 2024/1624) in units of those names.
 * - Band, window and number are our choice: 3 payments of at least 80% come to at least 2.4 times the limit.
 * - Merchants pay many equal salaries and take many equal prices, both often just below a round sum: left out.
 */
export const STRUCTURING_DEFAULTS: StructuringParameters = {
  limitsMinor: {
    CNY: [5_000_000n, 50_000_000n],
    USD: [1_000_000n],
    EUR: [1_000_000n],
  },
  bandPermille: 200,
  windowMs: 7 * DAY_MS,
  minimumPayments: 3,
  ignoredPayerRoles: ["institution", "merchant"],
  ignoredPayeeRoles: ["institution", "merchant"],
  maximumPayments: 64,
  maximumParties: 100_000,
};

/**
 * Several payments just under a limit within a window: of one payer (to one payee, or spread over payees), or to one payee from
 * several payers. What one payer sends to one payee is told of the payer alone, so that a payment is not told twice.
 */
export function createStructuring(parameters: StructuringParameters, context: RuleContext): Rule {
  const memory = new BoundedMemory<readonly RememberedPayment[]>("structuring", parameters.maximumParties);

  const remember = (payment: ObservedPayment, limitMinor: bigint, side: "out" | "in"): readonly RememberedPayment[] => {
    const [party, other] = side === "out" ? [payment.from, payment.to] : [payment.to, payment.from];
    const key = `${side}|${party}|${payment.unit}|${limitMinor}`;
    const sinceMs = payment.timeMs - parameters.windowMs;
    const payments = withinWindow(memory.get(key, payment.timeMs) ?? [], remembered(payment, other), sinceMs, parameters.maximumPayments);
    memory.set(key, payments, payment.timeMs + parameters.windowMs, payment.timeMs);
    return payments;
  };

  const find = (payment: ObservedPayment, limitMinor: bigint, side: "out" | "in"): Finding | undefined => {
    const payments = remember(payment, limitMinor, side);
    const others = [...new Set(payments.map(({ other }) => other))];
    if (payments.length < parameters.minimumPayments || (side === "in" && others.length < 2)) return undefined;
    const party = side === "out" ? payment.from : payment.to;
    return {
      rule: "structuring",
      pattern: `structuring|${side}|${party}|${payment.unit}|${limitMinor}`,
      subjects: others.length === 1 ? [party, ...others] : [party],
      unit: payment.unit,
      payments: patternPayments(payments),
      score: scoreBeyond(10 * (payments.length - parameters.minimumPayments)),
      explanation: explain(payments, others, payment.unit, limitMinor, side),
    };
  };

  return {
    name: "structuring",
    memories: [memory],
    observe(payment) {
      const payerRole = context.roleOf(payment.from);
      const payeeRole = context.roleOf(payment.to);
      if (payerRole !== undefined && parameters.ignoredPayerRoles.includes(payerRole)) return [];
      if (payeeRole !== undefined && parameters.ignoredPayeeRoles.includes(payeeRole)) return [];
      const findings: Finding[] = [];
      for (const limitMinor of parameters.limitsMinor[payment.unit] ?? []) {
        const fromMinor = limitMinor - (limitMinor * BigInt(parameters.bandPermille)) / 1_000n;
        if (payment.amountMinor < fromMinor || payment.amountMinor >= limitMinor) continue;
        for (const side of ["out", "in"] as const) {
          const finding = find(payment, limitMinor, side);
          if (finding !== undefined) findings.push(finding);
        }
      }
      return findings;
    },
  };
}

function explain(
  payments: readonly RememberedPayment[],
  others: readonly string[],
  unit: string,
  limitMinor: bigint,
  side: "out" | "in",
): Explanation {
  const spread: ExplanationSentence = side === "out" ? "structuring_spread_over_payees" : "structuring_spread_over_payers";
  const first = payments[0]?.timeMs ?? 0;
  const last = payments.at(-1)?.timeMs ?? first;
  return {
    sentence: others.length === 1 ? "structuring_one_pair" : spread,
    values: {
      payments: { kind: "count", count: payments.length },
      others: { kind: "count", count: others.length },
      limit: { kind: "amount", amountMinor: limitMinor, unit },
      total: { kind: "amount", amountMinor: sumMinor(payments), unit },
      within: { kind: "duration", durationMs: last - first },
    },
  };
}
