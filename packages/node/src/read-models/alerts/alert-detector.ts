import type { Alert } from "./alert.ts";
import { AlertBook } from "./alert-book.ts";
import type { AlertParameters } from "./alert-parameters.ts";
import type { MemoryRow } from "./bounded-memory.ts";
import type { ObservedPayment } from "./observed-payment.ts";
import type { PartyRegister } from "./party-register.ts";
import type { Rule, RuleContext, RuleMemory } from "./rule.ts";
import { createCircularFlow } from "./rules/circular-flow.ts";
import { createDormantThenActive } from "./rules/dormant-then-active.ts";
import { createFanIn } from "./rules/fan-in.ts";
import { createFanOut } from "./rules/fan-out.ts";
import { createRapidPassThrough } from "./rules/rapid-pass-through.ts";
import { createStructuring } from "./rules/structuring.ts";
import { stateFromJson, stateToJson } from "./state-json.ts";

/** Raised whenever what rules remember, or how, changes: older rows are of no use then. */
const STATE_VERSION = 2;

const DETECTOR = "detector";

/** Rows were written under other parameters or by another version of the rules; alerts have to be made again from the first block. */
export class AlertStateError extends Error {
  override readonly name: string = "AlertStateError";
}

/**
 * Watches the stream of payments with all rules. Alerts are a function of the payments, the parameters and the register: the
 * same when the stream is taken in parts and the detector restored from its rows between them.
 */
export class AlertDetector {
  readonly #parameters: AlertParameters;
  readonly #register: PartyRegister;
  readonly #rules: readonly Rule[];
  readonly #book: AlertBook;
  #lastMs = 0;
  #moved = true;

  constructor(parameters: AlertParameters, register: PartyRegister) {
    this.#parameters = parameters;
    this.#register = register;
    this.#book = new AlertBook(parameters.quietMs, parameters.maximumOpenAlerts);
    const context: RuleContext = {
      considerableMinor: (unit) => (Object.hasOwn(parameters.considerableMinor, unit) ? parameters.considerableMinor[unit] : undefined),
      roleOf: (party) => register.roleOf(party),
    };
    this.#rules = [
      createStructuring(parameters.structuring, context),
      createRapidPassThrough(parameters.rapidPassThrough, context),
      createFanIn(parameters.fanIn, context),
      createFanOut(parameters.fanOut, context),
      createDormantThenActive(parameters.dormantThenActive, context),
      createCircularFlow(parameters.circularFlow, context),
    ];
  }

  /**
   * Takes the next payment of the chain and gives the alerts that it raised or extended, each once, in the order of the rules.
   * Throws `RangeError` when its time is before the last one's: the stream is not the chain's.
   */
  observe(payment: ObservedPayment): Alert[] {
    if (payment.timeMs < this.#lastMs) throw new RangeError(`payment ${payment.id} is of ${payment.timeMs}, before ${this.#lastMs}`);
    this.#moved ||= payment.timeMs > this.#lastMs;
    this.#lastMs = payment.timeMs;
    if (!this.#isWatched(payment)) return [];
    const alerts = new Map<string, Alert>();
    for (const rule of this.#rules) {
      for (const finding of rule.observe(payment)) {
        const alert = this.#book.enter(finding, payment);
        if (alert !== undefined) alerts.set(alert.id, alert);
      }
    }
    return [...alerts.values()];
  }

  /** What changed in the detector's memory since the last call: rows to write and rows to delete, by (memory, key). */
  takeChanges(): MemoryRow[] {
    const rows = this.#memories().flatMap((memory) => memory.takeChanges());
    if (this.#moved) rows.push({ memory: DETECTOR, key: DETECTOR, touched: 0, json: this.#ownState() });
    this.#moved = false;
    return rows;
  }

  /**
   * Takes all rows that were kept, in any order, into a fresh detector. Throws {@link AlertStateError} where they were written under
   * other parameters or by another version of the rules, or without the detector's own row.
   */
  restore(rows: readonly MemoryRow[]): void {
    if (rows.length === 0) return;
    const own = rows.find(({ memory }) => memory === DETECTOR)?.json;
    if (own === undefined) throw new AlertStateError("The kept state of the alerts has no row of its own.");
    const { version, parameters, lastMs } = stateFromJson(own) as { version: number; parameters: string; lastMs: number };
    if (version !== STATE_VERSION || parameters !== stateToJson(this.#parameters)) {
      throw new AlertStateError("The kept state of the alerts is of other rules or parameters.");
    }
    this.#lastMs = lastMs;
    this.#moved = false;
    for (const memory of this.#memories()) memory.restore(rows.filter((row) => row.memory === memory.name));
  }

  /** How full each memory is, and how many entries made room for others before their time: patterns that may have been missed. */
  memorySizes(): { readonly memory: string; readonly size: number; readonly forgotten: number }[] {
    return this.#memories().map(({ name, size, forgotten }) => ({ memory: name, size, forgotten }));
  }

  #memories(): RuleMemory[] {
    return [...this.#rules.flatMap((rule) => rule.memories), this.#book.memory];
  }

  #ownState(): string {
    return stateToJson({ version: STATE_VERSION, parameters: stateToJson(this.#parameters), lastMs: this.#lastMs });
  }

  #isWatched(payment: ObservedPayment): boolean {
    const { considerableMinor, watchedKinds } = this.#parameters;
    if (!Object.hasOwn(considerableMinor, payment.unit) || !watchedKinds.includes(payment.kind)) return false;
    if (payment.from === payment.to || payment.amountMinor <= 0n) return false;
    const holder = this.#register.holderOf(payment.from);
    return holder === undefined || holder !== this.#register.holderOf(payment.to);
  }
}
