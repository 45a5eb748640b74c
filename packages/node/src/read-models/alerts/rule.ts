import type { Finding, PatternPayment, RuleName } from "./alert.ts";
import type { MemoryRow } from "./bounded-memory.ts";
import type { ObservedPayment } from "./observed-payment.ts";
import type { PartyRole } from "./party-register.ts";

/** A memory of a rule, as whoever stores it sees it. */
export interface RuleMemory {
  readonly name: string;
  readonly size: number;
  readonly forgotten: number;
  takeChanges(): MemoryRow[];
  restore(rows: readonly MemoryRow[]): void;
}

/** What all rules are given beside the payment. */
export interface RuleContext {
  /**
   * What counts as a considerable amount in a unit, in its minor units; rules state their floors as multiples of it.
   * `undefined`: the unit is not watched.
   */
  considerableMinor(unit: string): bigint | undefined;
  roleOf(party: string): PartyRole | undefined;
}

/**
 * A rule over the stream of payments. What it finds is a function of the payments so far and of what the context says: no
 * clock, no randomness. Each payment costs a bounded number of steps.
 */
export interface Rule {
  readonly name: RuleName;
  readonly memories: readonly RuleMemory[];
  /** Takes the next payment, which the detector found worth watching, and says which patterns it belongs to. */
  observe(payment: ObservedPayment): Finding[];
}

/** A remembered payment of a party, seen from that party. */
export interface RememberedPayment extends PatternPayment {
  /** The other party. */
  readonly other: string;
}

/** What to remember of `payment` at the party that is not `other`. */
export function remembered(payment: ObservedPayment, other: string): RememberedPayment {
  return { id: payment.id, timeMs: payment.timeMs, amountMinor: payment.amountMinor, other };
}

/** What a finding says of remembered payments. */
export function patternPayments(payments: readonly RememberedPayment[]): PatternPayment[] {
  return payments.map(({ id, timeMs, amountMinor }) => ({ id, timeMs, amountMinor }));
}

/** The list with one more, without what is older than `sinceMs`, and of that the last `maximum`. */
export function withinWindow<Item extends { readonly timeMs: number }>(
  earlier: readonly Item[],
  next: Item,
  sinceMs: number,
  maximum: number,
): Item[] {
  return [...earlier.filter(({ timeMs }) => timeMs >= sinceMs), next].slice(-maximum);
}

/** The sum, in minor units. */
export function sumMinor(payments: readonly { readonly amountMinor: bigint }[]): bigint {
  return payments.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
}

/** `part` of `whole`, of a thousand, rounded down; `whole` is more than 0. */
export function permilleOf(part: bigint, whole: bigint): number {
  return Number((part * 1_000n) / whole);
}

/** A score from 1 to 100: 50 where the pattern just fits, more as it goes beyond. */
export function scoreBeyond(beyond: number): number {
  return Math.max(1, Math.min(100, 50 + Math.floor(beyond)));
}
