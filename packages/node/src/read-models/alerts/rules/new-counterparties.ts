import { BoundedMemory } from "../bounded-memory.ts";
import type { ObservedPayment } from "../observed-payment.ts";
import { type RememberedPayment, remembered, withinWindow } from "../rule.ts";

/** Bounds and spans of {@link NewCounterparties}. */
export interface NewCounterpartiesParameters {
  readonly windowMs: number;
  /** A counterparty is new again after so long without a payment; longer than the window. */
  readonly familiarMs: number;
  /** Bounds of memory: counterparties and payments remembered of one party, and parties. */
  readonly maximumCounterparties: number;
  readonly maximumPayments: number;
  readonly maximumParties: number;
}

interface Counterparty {
  readonly party: string;
  readonly firstMs: number;
  readonly lastMs: number;
}

interface Acquaintance {
  /** In the order of their last payments. */
  readonly counterparties: readonly Counterparty[];
  /** Payments of the window whose counterparties were new in it. */
  readonly payments: readonly RememberedPayment[];
}

/**
 * Remembers with whom a party has dealt, on one side of its account, and so tells a crowd of strangers from the staff of a
 * payroll or the tenants of a house: a counterparty is new while its first payment lies within the window.
 */
export class NewCounterparties {
  readonly memory: BoundedMemory<Acquaintance>;
  readonly #parameters: NewCounterpartiesParameters;

  constructor(name: string, parameters: NewCounterpartiesParameters) {
    this.#parameters = parameters;
    this.memory = new BoundedMemory(name, parameters.maximumParties);
  }

  /** Takes a payment between `party` and `other`, and gives the window's payments with new counterparties, oldest first. */
  add(party: string, other: string, payment: ObservedPayment): readonly RememberedPayment[] {
    const { windowMs, familiarMs, maximumCounterparties, maximumPayments } = this.#parameters;
    const { timeMs } = payment;
    const key = `${party}|${payment.unit}`;
    const earlier = this.memory.get(key, timeMs) ?? { counterparties: [], payments: [] };
    const known = earlier.counterparties.find((each) => each.party === other && each.lastMs >= timeMs - familiarMs);
    const firstMs = known?.firstMs ?? timeMs;
    const rest = earlier.counterparties.filter((each) => each.party !== other && each.lastMs >= timeMs - familiarMs);
    const counterparties = [...rest, { party: other, firstMs, lastMs: timeMs }].slice(-maximumCounterparties);
    const sinceMs = timeMs - windowMs;
    const payments =
      firstMs >= sinceMs
        ? withinWindow(earlier.payments, remembered(payment, other), sinceMs, maximumPayments)
        : earlier.payments.filter((each) => each.timeMs >= sinceMs);
    this.memory.set(key, { counterparties, payments }, timeMs + familiarMs, timeMs);
    return firstMs >= sinceMs ? payments : [];
  }

  /** The window's payments with new counterparties as they are remembered at `nowMs`, oldest first. */
  recall(party: string, unit: string, nowMs: number): readonly RememberedPayment[] {
    const sinceMs = nowMs - this.#parameters.windowMs;
    return (this.memory.get(`${party}|${unit}`, nowMs)?.payments ?? []).filter((each) => each.timeMs >= sinceMs);
  }
}
