import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { describe, expect, it } from "vitest";
import { type Line, lastAlerts, paymentsOf, registerOf, START_MS } from "../../../test-data/alerts/streams.ts";
import type { Alert } from "./alert.ts";
import { AlertDetector, AlertStateError } from "./alert-detector.ts";
import { ALERT_DEFAULTS, type AlertParameters } from "./alert-parameters.ts";
import { BoundedMemory, type MemoryRow } from "./bounded-memory.ts";
import type { ObservedPayment } from "./observed-payment.ts";

const three = (others: Partial<ObservedPayment> = {}): Line[] => [0, 1, 2].map((hours) => ["a", "b", 49_000, hours, others]);

/** A table of rows as a database keeps it: the last row of each (memory, key). */
class KeptRows {
  readonly #rows = new Map<string, MemoryRow>();

  write(rows: readonly MemoryRow[]): void {
    for (const row of rows) {
      if (row.json === undefined) this.#rows.delete(`${row.memory}/${row.key}`);
      else this.#rows.set(`${row.memory}/${row.key}`, row);
    }
  }

  /** In an order of its own, as a query without an order gives them. */
  read(): MemoryRow[] {
    return [...this.#rows.values()].toSorted((one, other) => (one.key < other.key ? -1 : 1));
  }
}

/** A dense stream of few parties, in which every rule finds something, and memories are full at times. */
function randomStream(seed: number, count: number): ObservedPayment[] {
  const random = xoroshiro128plus(seed);
  const draw = (least: number, most: number) => uniformInt(random, least, most);
  const party = () => (draw(0, 9) === 0 ? `shop${draw(0, 2)}` : `p${draw(0, 25)}`);
  let hours = 0;
  return paymentsOf(
    Array.from({ length: count }, (): Line => {
      hours += draw(0, 400) === 0 ? 24 * 200 : draw(0, 4);
      const yuan = draw(0, 2) === 0 ? draw(38_000, 52_000) : draw(0, 1) === 0 ? draw(100, 3_000) : draw(9_500, 10_500);
      return [party(), party(), yuan, hours, { unit: draw(0, 4) === 0 ? "EUR" : "CNY" }];
    }),
  );
}

const SMALL: AlertParameters = {
  ...ALERT_DEFAULTS,
  maximumOpenAlerts: 12,
  fanOut: { ...ALERT_DEFAULTS.fanOut, maximumParties: 12, minimumPayees: 4, maximumCounterparties: 6 },
  fanIn: { ...ALERT_DEFAULTS.fanIn, maximumParties: 8, minimumPayers: 4 },
  structuring: { ...ALERT_DEFAULTS.structuring, maximumParties: 8 },
  dormantThenActive: { ...ALERT_DEFAULTS.dormantThenActive, minimumInPermille: 1_000, minimumTimesLargest: 1 },
};

describe("what is watched", () => {
  const ignored: readonly [name: string, lines: readonly Line[]][] = [
    ["a payment to oneself", [0, 1, 2].map((hours): Line => ["a", "a", 49_000, hours])],
    ["moves between own accounts", three({ kind: "own_account" })],
    ["exchanges", three({ kind: "exchange" })],
    ["institutions' own legs", three({ kind: "institution" })],
    ["nothing", three({ amountMinor: 0n })],
    ["a unit without a considerable amount", three({ unit: "XAU" })],
    ["a unit named like what every object has", three({ unit: "constructor" })],
  ];
  it.each(ignored)("%s is not", (_name, lines) => {
    expect(lastAlerts(paymentsOf(lines))).toEqual([]);
  });
  it.each(["transfer", "clearing", "escrow"] as const)("%s is", (kind) => {
    expect(lastAlerts(paymentsOf(three({ kind })))).toHaveLength(1);
  });

  it("refuses a stream that goes back in time", () => {
    const detector = new AlertDetector(ALERT_DEFAULTS, registerOf());
    const [first, second] = paymentsOf([
      ["a", "b", 1, 1],
      ["a", "b", 1, 0.9],
    ]);
    if (first === undefined || second === undefined) throw new Error("no payments");
    detector.observe(first);
    expect(() => detector.observe(second)).toThrow(RangeError);
  });
});

describe("alerts", () => {
  const raisedAndExtended = (payments: readonly ObservedPayment[], parameters: AlertParameters) => {
    const detector = new AlertDetector(parameters, registerOf());
    return payments.map((payment) => detector.observe(payment));
  };

  it("have an id that the pattern and the payment that raised it decide", () => {
    const [alert] = lastAlerts(paymentsOf(three()));
    expect(alert?.id).toBe("58e5eaa03ab59a87af257cb7a6b230db");
    expect(lastAlerts(paymentsOf(three({ height: 9n })))[0]?.id).toBe(alert?.id);
    expect(lastAlerts(paymentsOf([["a", "b", 1, 0], ...three()]))[0]?.id).not.toBe(alert?.id);
  });

  it.each([1, 2, 3])("agree with their payments at every step (seed %i)", (seed) => {
    const payments = randomStream(seed, 3_000);
    const byId = new Map(payments.map((payment) => [payment.id, payment]));
    const seen = new Map<string, Alert>();
    const rules = new Set<string>();
    for (const alert of raisedAndExtended(payments, SMALL).flat()) {
      const before = seen.get(alert.id);
      expect(alert.revision).toBe((before?.revision ?? 0) + 1);
      expect(alert.paymentCount).toBeGreaterThan(before?.paymentCount ?? 0);
      expect(new Set(alert.payments.map(({ id }) => id)).size).toBe(alert.payments.length);
      for (const { id, amountMinor, timeMs } of alert.payments)
        expect(byId.get(id)).toMatchObject({ amountMinor, timeMs, unit: alert.unit });
      if (alert.paymentCount <= 512) {
        expect(alert.payments).toHaveLength(alert.paymentCount);
        expect(alert.amountMinor).toBe(alert.payments.reduce((sum, { amountMinor }) => sum + amountMinor, 0n));
        expect(alert.fromMs).toBe(Math.min(...alert.payments.map(({ timeMs }) => timeMs)));
        expect(alert.toMs).toBe(Math.max(...alert.payments.map(({ timeMs }) => timeMs)));
      }
      expect(alert.score).toBeGreaterThanOrEqual(before?.score ?? 1);
      expect(alert.score).toBeLessThanOrEqual(100);
      seen.set(alert.id, alert);
      rules.add(alert.rule);
    }
    // The stream would prove nothing of a rule that finds nothing in it.
    expect([...rules].toSorted()).toEqual([
      "circular_flow",
      "dormant_then_active",
      "fan_in",
      "fan_out",
      "rapid_pass_through",
      "structuring",
    ]);
  });

  it.each([4, 5])("are the same when the process ends and goes on from its rows, wherever that happens (seed %i)", (seed) => {
    const payments = randomStream(seed, 2_000);
    const whole = raisedAndExtended(payments, SMALL);
    const random = xoroshiro128plus(seed * 100);
    const kept = new KeptRows();
    let detector = new AlertDetector(SMALL, registerOf());
    payments.forEach((payment, index) => {
      expect(detector.observe(payment)).toEqual(whole[index]);
      if (uniformInt(random, 0, 19) !== 0) return;
      kept.write(detector.takeChanges());
      if (uniformInt(random, 0, 2) !== 0) return;
      detector = new AlertDetector(SMALL, registerOf());
      detector.restore(kept.read());
    });
    expect(whole.flat().length).toBeGreaterThan(100);
  });

  it("are raised again alike when a stream is taken again from older rows, so that they may be written twice", () => {
    const payments = randomStream(6, 1_000);
    const detector = new AlertDetector(SMALL, registerOf());
    for (const payment of payments.slice(0, 500)) detector.observe(payment);
    const rows = detector.takeChanges();
    const first = payments.slice(500).map((payment) => detector.observe(payment));
    const again = new AlertDetector(SMALL, registerOf());
    again.restore(rows);
    expect(payments.slice(500).map((payment) => again.observe(payment))).toEqual(first);
  });
});

describe("kept rows", () => {
  const rowsOf = (parameters: AlertParameters): MemoryRow[] => {
    const detector = new AlertDetector(parameters, registerOf());
    for (const payment of paymentsOf(three())) detector.observe(payment);
    return detector.takeChanges();
  };
  const restored = (rows: readonly MemoryRow[]) => () => new AlertDetector(ALERT_DEFAULTS, registerOf()).restore(rows);

  it("of other parameters are refused, and so are rows without the detector's own", () => {
    const rows = rowsOf(ALERT_DEFAULTS);
    expect(restored(rowsOf(SMALL))).toThrow(AlertStateError);
    expect(restored(rows.filter(({ memory }) => memory !== "detector"))).toThrow(AlertStateError);
    expect(restored(rows)).not.toThrow();
    expect(restored([])).not.toThrow();
  });

  it("are taken into a fresh detector alone", () => {
    const detector = new AlertDetector(ALERT_DEFAULTS, registerOf());
    for (const payment of paymentsOf(three())) detector.observe(payment);
    expect(() => detector.restore(detector.takeChanges())).toThrow("restored only while it is empty");
  });

  it("are written once for each change", () => {
    const detector = new AlertDetector(ALERT_DEFAULTS, registerOf());
    for (const payment of paymentsOf(three())) detector.observe(payment);
    expect(detector.takeChanges().length).toBeGreaterThan(0);
    expect(detector.takeChanges()).toEqual([]);
  });
});

describe("bounded memory", () => {
  it("forgets what expired without counting it, and what was set longest ago where it is full", () => {
    const memory = new BoundedMemory<number>("m", 2);
    memory.set("a", 1, 10, 0);
    memory.set("b", 2, 20, 1);
    expect(memory.get("a", 10)).toBe(1);
    expect(memory.get("a", 11)).toBeUndefined();
    memory.set("c", 3, 20, 11);
    expect([memory.size, memory.forgotten]).toEqual([2, 0]);
    memory.set("b", 4, 20, 12);
    memory.set("d", 5, 20, 13);
    expect([memory.get("b", 13), memory.get("c", 13), memory.get("d", 13), memory.forgotten]).toEqual([4, undefined, 5, 1]);
    expect(
      memory
        .takeChanges()
        .filter(({ json }) => json === undefined)
        .map(({ key }) => key),
    ).toEqual(["a", "c"]);
  });

  /** The attack: to make the rules forget a pattern by paying dust between a hundred thousand fresh accounts. */
  it("is not emptied by dust: only payments that a rule watches take its room", () => {
    const parameters: AlertParameters = {
      ...ALERT_DEFAULTS,
      structuring: { ...ALERT_DEFAULTS.structuring, maximumParties: 50 },
      rapidPassThrough: { ...ALERT_DEFAULTS.rapidPassThrough, maximumParties: 50 },
      fanIn: { ...ALERT_DEFAULTS.fanIn, maximumParties: 50 },
      fanOut: { ...ALERT_DEFAULTS.fanOut, maximumParties: 50 },
      circularFlow: { ...ALERT_DEFAULTS.circularFlow, maximumParties: 50 },
      dormantThenActive: { ...ALERT_DEFAULTS.dormantThenActive, maximumParties: 50 },
    };
    const dust = (at: number): Line[] => Array.from({ length: 5_000 }, (_, index): Line => [`x${at}-${index}`, `y${at}-${index}`, 299, at]);
    const patterns: Line[] = [
      ["a", "b", 49_000, 0],
      ...dust(1),
      ["a", "b", 49_000, 2],
      ["c", "d", 20_000, 2],
      ["d", "e", 20_000, 3],
      ...dust(4),
      ["a", "b", 49_000, 5],
      ["e", "c", 20_000, 5],
    ];
    const detector = new AlertDetector(parameters, registerOf());
    const rules = paymentsOf(patterns).flatMap((payment) => detector.observe(payment).map(({ rule }) => rule));
    expect(rules).toEqual(["structuring", "circular_flow"]);
    const forgotten = Object.fromEntries(detector.memorySizes().map(({ memory, forgotten }) => [memory, forgotten]));
    // Whether an account is dormant depends on every payment, however small: that memory does fill, and says so.
    expect(forgotten).toMatchObject({ structuring: 0, rapid_pass_through: 0, fan_in: 0, fan_out: 0, circular_flow: 0 });
    expect(forgotten["dormant_then_active"]).toBeGreaterThan(19_000);
    for (const { memory, size } of detector.memorySizes()) expect([memory, size <= 54]).toEqual([memory, true]);
  });

  it("keeps a time that a block can have", () => {
    const late = paymentsOf(three({ timeMs: 2 ** 53 - 1 - 40 * 86_400_000 }));
    expect(lastAlerts(late)).toHaveLength(1);
    expect(START_MS).toBe(Date.UTC(2026, 0, 1));
  });
});
