import { blake2b256, bytesToHex } from "@sycee/protocol/core";
import type { Alert, Finding } from "./alert.ts";
import { BoundedMemory } from "./bounded-memory.ts";
import type { ObservedPayment } from "./observed-payment.ts";

/** How many of an alert's payments are listed; more than any rule remembers of one pattern, so that none is counted twice. */
const MAXIMUM_LISTED = 512;

const ID_DIGITS = 32;

/**
 * Makes alerts of findings: a pattern that goes on extends its alert. What an alert says is a function of the findings alone, so
 * that a rebuild gives the same alerts with the same ids.
 */
export class AlertBook {
  readonly memory: BoundedMemory<Alert>;
  readonly #quietMs: number;

  constructor(quietMs: number, maximumOpen: number) {
    this.#quietMs = quietMs;
    this.memory = new BoundedMemory("alert_book", maximumOpen);
  }

  /**
   * The alert that the finding at `payment` raised or extended; `undefined` where the finding has no payment that its alert has not.
   * An alert that had to make room is not extended: what comes next raises another, with an id of its own.
   */
  enter(finding: Finding, { id, height, timeMs }: ObservedPayment): Alert | undefined {
    const open = this.memory.get(finding.pattern, timeMs);
    const alert = open === undefined ? raise(finding, id, height) : extend(open, finding, height);
    if (alert !== undefined) this.memory.set(finding.pattern, alert, timeMs + this.#quietMs, timeMs);
    return alert;
  }
}

function raise(finding: Finding, raisedBy: string, height: bigint): Alert {
  const { rule, pattern, subjects, unit, payments, score, explanation } = finding;
  const first = payments[0];
  const last = payments.at(-1);
  if (first === undefined || last === undefined) throw new Error(`a finding of ${rule} has no payments`);
  const id = bytesToHex(blake2b256(new TextEncoder().encode(`${pattern}|${raisedBy}`))).slice(0, ID_DIGITS);
  return {
    id,
    rule,
    pattern,
    subjects,
    fromMs: first.timeMs,
    toMs: last.timeMs,
    height,
    unit,
    amountMinor: payments.reduce((sum, { amountMinor }) => sum + amountMinor, 0n),
    paymentCount: payments.length,
    payments: payments.slice(-MAXIMUM_LISTED),
    score,
    explanation,
    revision: 1,
  };
}

function extend(open: Alert, finding: Finding, height: bigint): Alert | undefined {
  const listed = new Set(open.payments.map(({ id }) => id));
  const added = finding.payments.filter(({ id }) => !listed.has(id));
  if (added.length === 0) return undefined;
  return {
    ...open,
    subjects: finding.subjects,
    fromMs: Math.min(open.fromMs, ...added.map(({ timeMs }) => timeMs)),
    toMs: Math.max(open.toMs, ...added.map(({ timeMs }) => timeMs)),
    height,
    amountMinor: added.reduce((sum, { amountMinor }) => sum + amountMinor, open.amountMinor),
    paymentCount: open.paymentCount + added.length,
    payments: [...open.payments, ...added].toSorted((one, other) => one.timeMs - other.timeMs).slice(-MAXIMUM_LISTED),
    score: Math.max(open.score, finding.score),
    explanation: finding.explanation,
    revision: open.revision + 1,
  };
}
