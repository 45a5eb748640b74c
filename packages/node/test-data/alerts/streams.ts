import type { Alert } from "../../src/read-models/alerts/alert.ts";
import { AlertDetector } from "../../src/read-models/alerts/alert-detector.ts";
import { ALERT_DEFAULTS, type AlertParameters } from "../../src/read-models/alerts/alert-parameters.ts";
import type { ObservedPayment } from "../../src/read-models/alerts/observed-payment.ts";
import type { PartyRegister, PartyRole } from "../../src/read-models/alerts/party-register.ts";

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
/** 1 January 2026 in UTC. */
export const START_MS = 1_767_225_600_000;

/** A payment of a table: payer, payee, yuan, hours after the start, and what differs from a transfer in CNY. */
export type Line = readonly [from: string, to: string, yuan: number, hours: number, others?: Partial<ObservedPayment>];

/** The payments of a table in their order, named `p0`, `p1` and so on, each in a block of its own. */
export function paymentsOf(lines: readonly Line[]): ObservedPayment[] {
  return lines.map(([from, to, yuan, hours, others], index) => ({
    id: `p${index}`,
    height: BigInt(index + 1),
    timeMs: START_MS + Math.round(hours * HOUR_MS),
    from,
    to,
    amountMinor: BigInt(Math.round(yuan * 100)),
    unit: "CNY",
    instrument: 1,
    kind: "transfer",
    ...others,
  }));
}

/** A register that knows parties by their names: `bank…` and `shop…`, and what `holders` says. */
export function registerOf(holders: Readonly<Record<string, string>> = {}): PartyRegister {
  return {
    roleOf(party): PartyRole | undefined {
      return party.startsWith("bank") ? "institution" : party.startsWith("shop") ? "merchant" : undefined;
    },
    holderOf: (party) => holders[party],
  };
}

/** The alerts of a stream, each as it was last, in the order in which they were raised. */
export function lastAlerts(
  payments: readonly ObservedPayment[],
  register: PartyRegister = registerOf(),
  parameters: AlertParameters = ALERT_DEFAULTS,
): Alert[] {
  const detector = new AlertDetector(parameters, register);
  const alerts = new Map<string, Alert>();
  for (const payment of payments) for (const alert of detector.observe(payment)) alerts.set(alert.id, alert);
  return [...alerts.values()];
}
