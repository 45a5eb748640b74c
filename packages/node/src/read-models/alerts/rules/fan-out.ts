import type { PartyRole } from "../party-register.ts";
import { patternPayments, permilleOf, type Rule, type RuleContext, scoreBeyond, sumMinor } from "../rule.ts";
import { NewCounterparties, type NewCounterpartiesParameters } from "./new-counterparties.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Parameters of {@link createFanOut}. */
export interface FanOutParameters extends NewCounterpartiesParameters {
  readonly minimumPayees: number;
  /** Payments smaller than this part of a considerable amount do not count, of a thousand. */
  readonly minimumPaymentPermille: number;
  /** Together they come to at least so much of a considerable amount, of a thousand. */
  readonly minimumTotalPermille: number;
  readonly ignoredPayerRoles: readonly PartyRole[];
  readonly ignoredPayeeRoles: readonly PartyRole[];
}

/**
 * Where they come from:
 * - "Unusually large number and variety of beneficiaries are receiving funds transfers from one company": FFIEC, *BSA/AML Examination
 *   Manual*, appendix F. The name is that of IBM's AMLSim (wiki, *Alert Model*: one sender, several receivers).
 * - All numbers are our choice. Payees of the last 62 days are familiar, so that two monthly payrolls make a staff familiar. Payments
 *   under 3% and sums under twice a considerable amount leave out what a family gives at New Year.
 * - Merchants and institutions pay salaries, sellers and refunds: left out as payers. Shopping is no fan-out: left out as payees.
 */
export const FAN_OUT_DEFAULTS: FanOutParameters = {
  windowMs: 4 * DAY_MS,
  familiarMs: 62 * DAY_MS,
  minimumPayees: 8,
  minimumPaymentPermille: 30,
  minimumTotalPermille: 2_000,
  ignoredPayerRoles: ["institution", "merchant"],
  ignoredPayeeRoles: ["institution", "merchant"],
  maximumCounterparties: 256,
  maximumPayments: 128,
  maximumParties: 100_000,
};

/** One payer pays many payees within a window whom it had not paid before. */
export function createFanOut(parameters: FanOutParameters, context: RuleContext): Rule {
  const payees = new NewCounterparties("fan_out", parameters);
  return {
    name: "fan_out",
    memories: [payees.memory],
    observe(payment) {
      const considerableMinor = context.considerableMinor(payment.unit);
      if (considerableMinor === undefined) return [];
      if (permilleOf(payment.amountMinor, considerableMinor) < parameters.minimumPaymentPermille) return [];
      const payerRole = context.roleOf(payment.from);
      const payeeRole = context.roleOf(payment.to);
      if (payerRole !== undefined && parameters.ignoredPayerRoles.includes(payerRole)) return [];
      if (payeeRole !== undefined && parameters.ignoredPayeeRoles.includes(payeeRole)) return [];
      const payments = payees.add(payment.from, payment.to, payment);
      const distinct = new Set(payments.map(({ other }) => other)).size;
      const totalMinor = sumMinor(payments);
      if (distinct < parameters.minimumPayees) return [];
      if (permilleOf(totalMinor, considerableMinor) < parameters.minimumTotalPermille) return [];
      const { unit } = payment;
      return [
        {
          rule: "fan_out",
          pattern: `fan_out|${payment.from}|${unit}`,
          subjects: [payment.from],
          unit,
          payments: patternPayments(payments),
          score: scoreBeyond((50 * (distinct - parameters.minimumPayees)) / parameters.minimumPayees),
          explanation: {
            sentence: "fan_out",
            values: {
              payees: { kind: "count", count: distinct },
              total: { kind: "amount", amountMinor: totalMinor, unit },
              within: { kind: "duration", durationMs: payment.timeMs - (payments[0]?.timeMs ?? payment.timeMs) },
              familiarAfter: { kind: "duration", durationMs: parameters.familiarMs },
            },
          },
        },
      ];
    },
  };
}
