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
  sumMinor,
  withinWindow,
} from "../rule.ts";
import { NewCounterparties, type NewCounterpartiesParameters } from "./new-counterparties.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Parameters of {@link createFanIn}. */
export interface FanInParameters extends NewCounterpartiesParameters {
  readonly minimumPayers: number;
  /** Payments smaller than this part of a considerable amount do not count, of a thousand. */
  readonly minimumPaymentPermille: number;
  /** Together they come to at least so much of a considerable amount, of a thousand. */
  readonly minimumTotalPermille: number;
  /** How much of what was collected has to leave again, within the window of the last collected payment, of a thousand. */
  readonly minimumOnwardPermille: number;
  readonly ignoredPayerRoles: readonly PartyRole[];
  /** Of the one who collects. */
  readonly ignoredPayeeRoles: readonly PartyRole[];
  /** Of those to whom it goes on: what is spent at these does not count as sent on. */
  readonly ignoredOnwardRoles: readonly PartyRole[];
}

/**
 * Where they come from:
 * - "Incoming transactions from many unrelated wallets in relatively small amounts (accumulation of funds) with subsequent transfer
 *   to another wallet": FATF, *Virtual Assets: Red Flag Indicators* (2020). Hence half of it has to go on: without that, weddings and
 *   collections would fill the list. Who collects and keeps is not found by this rule.
 * - The name is that of IBM's AMLSim (wiki, *Alert Model*). All numbers are our choice, with the reasons of fan-out.
 * - Merchants collect from many strangers, that is their trade; rents come from tenants who are familiar after the first month.
 */
export const FAN_IN_DEFAULTS: FanInParameters = {
  windowMs: 4 * DAY_MS,
  familiarMs: 62 * DAY_MS,
  minimumPayers: 8,
  minimumPaymentPermille: 30,
  minimumTotalPermille: 1_000,
  minimumOnwardPermille: 500,
  ignoredPayerRoles: ["institution", "merchant"],
  ignoredPayeeRoles: ["institution", "merchant"],
  ignoredOnwardRoles: ["institution", "merchant"],
  maximumCounterparties: 256,
  maximumPayments: 128,
  maximumParties: 100_000,
};

/** One payee collects from many payers within a window who had not paid it before, and sends most of it on. */
export function createFanIn(parameters: FanInParameters, context: RuleContext): Rule {
  const payers = new NewCounterparties("fan_in", parameters);
  const onward = new BoundedMemory<readonly RememberedPayment[]>("fan_in_onward", parameters.maximumParties);
  const ignores = (roles: readonly PartyRole[], party: string): boolean => {
    const role = context.roleOf(party);
    return role !== undefined && roles.includes(role);
  };

  /** Whether the party collects now, with what has gone on since it began. */
  const find = (party: string, unit: string, considerableMinor: bigint, nowMs: number): Finding | undefined => {
    const collected = payers.recall(party, unit, nowMs);
    const first = collected[0];
    const distinct = new Set(collected.map(({ other }) => other)).size;
    if (first === undefined || distinct < parameters.minimumPayers) return undefined;
    const totalMinor = sumMinor(collected);
    if (permilleOf(totalMinor, considerableMinor) < parameters.minimumTotalPermille) return undefined;
    const sent = (onward.get(`${party}|${unit}`, nowMs) ?? []).filter(({ timeMs }) => timeMs >= first.timeMs);
    const sentMinor = sumMinor(sent);
    if (permilleOf(sentMinor, totalMinor) < parameters.minimumOnwardPermille) return undefined;
    return {
      rule: "fan_in",
      pattern: `fan_in|${party}|${unit}`,
      subjects: [party],
      unit,
      payments: patternPayments(collected),
      score: scoreBeyond((50 * (distinct - parameters.minimumPayers)) / parameters.minimumPayers),
      explanation: {
        sentence: "fan_in",
        values: {
          payers: { kind: "count", count: distinct },
          total: { kind: "amount", amountMinor: totalMinor, unit },
          sentOn: { kind: "amount", amountMinor: sentMinor, unit },
          within: { kind: "duration", durationMs: nowMs - first.timeMs },
          familiarAfter: { kind: "duration", durationMs: parameters.familiarMs },
        },
      },
    };
  };

  const collect = (payment: ObservedPayment, considerableMinor: bigint): Finding | undefined => {
    if (permilleOf(payment.amountMinor, considerableMinor) < parameters.minimumPaymentPermille) return undefined;
    if (ignores(parameters.ignoredPayerRoles, payment.from) || ignores(parameters.ignoredPayeeRoles, payment.to)) return undefined;
    const isNew = payers.add(payment.to, payment.from, payment).length > 0;
    return isNew ? find(payment.to, payment.unit, considerableMinor, payment.timeMs) : undefined;
  };

  /** Only of those who collect, so that the memory holds few. */
  const send = (payment: ObservedPayment, considerableMinor: bigint): Finding | undefined => {
    if (ignores(parameters.ignoredPayeeRoles, payment.from) || ignores(parameters.ignoredOnwardRoles, payment.to)) return undefined;
    const { from, unit, timeMs } = payment;
    if (payers.recall(from, unit, timeMs).length === 0) return undefined;
    const key = `${from}|${unit}`;
    const sinceMs = timeMs - parameters.windowMs;
    const sent = withinWindow(onward.get(key, timeMs) ?? [], remembered(payment, payment.to), sinceMs, parameters.maximumPayments);
    onward.set(key, sent, timeMs + parameters.windowMs, timeMs);
    return find(from, unit, considerableMinor, timeMs);
  };

  return {
    name: "fan_in",
    memories: [payers.memory, onward],
    observe(payment) {
      const considerableMinor = context.considerableMinor(payment.unit);
      if (considerableMinor === undefined) return [];
      return [collect(payment, considerableMinor), send(payment, considerableMinor)].filter((finding) => finding !== undefined);
    },
  };
}
