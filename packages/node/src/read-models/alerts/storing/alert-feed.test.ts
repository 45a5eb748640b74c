import { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { EconomyDiary } from "../../../../test-data/alerts/economy-diary.ts";
import { EconomyDraw } from "../../../../test-data/alerts/economy-draw.ts";
import { plantCases } from "../../../../test-data/alerts/planted-cases.ts";
import { actLikeSuspects } from "../../../../test-data/alerts/hard-negatives.ts";
import type { Alert } from "../alert.ts";
import { AlertStateError } from "../alert-detector.ts";
import { ALERT_DEFAULTS, type AlertParameters } from "../alert-parameters.ts";
import type { ObservedPayment } from "../observed-payment.ts";
import { AlertFeed } from "./alert-feed.ts";
import { ALERT_TABLES, type AlertConnection } from "./alert-tables.ts";
import { listAlerts, readAlert } from "./list-alerts.ts";

const INT8 = 20;
const NUMERIC = 1700;

let postgres: PGlite;
let connection: AlertConnection;
beforeAll(async () => {
  postgres = await PGlite.create({ parsers: { [INT8]: BigInt, [NUMERIC]: BigInt } });
  for (const statement of ALERT_TABLES) await postgres.query(statement);
  connection = {
    query: async <Row extends object>(sql: string, parameters: readonly unknown[] = []) =>
      (await postgres.query<Row>(sql, [...parameters])).rows,
  };
});
beforeEach(() => postgres.exec("DELETE FROM alerts; DELETE FROM alert_memory"));
afterAll(() => postgres.close());

/** Suspects and cases of an economy, in groups of blocks as a follower takes them. */
function groupsOf(seed: number, size: number): ObservedPayment[][] {
  const diary = new EconomyDiary();
  const draw = new EconomyDraw(seed);
  actLikeSuspects(diary, draw);
  plantCases(diary, draw);
  const groups: ObservedPayment[][] = [];
  for (const payment of diary.payments()) {
    const last = groups.at(-1);
    // A block is never in two groups.
    if (last === undefined || (last.length >= size && last.at(-1)?.height !== payment.height)) groups.push([payment]);
    else last.push(payment);
  }
  return groups;
}

const openFeed = (done: readonly ObservedPayment[], institutions: Iterable<string> = [], parameters: AlertParameters = ALERT_DEFAULTS) =>
  AlertFeed.open(connection, {
    parameters,
    institutions,
    async *paymentsAbove(height) {
      yield* done.filter((payment) => payment.height > height);
    },
    paymentsOfCheckpoint: 500,
  });

const allAlerts = () => listAlerts(connection, { rule: undefined, before: undefined, limit: 100_000 });

describe("the feed of alerts", () => {
  it("gives the same tables when its process ends again and again, with what it was writing undone", { timeout: 120_000 }, async () => {
    const groups = groupsOf(3, 97);
    let feed = await openFeed([]);
    for (const group of groups) {
      feed.addBlock({ institutions: [], payments: group });
      await feed.write(connection, group.at(-1)?.height ?? 0n);
    }
    const whole = await allAlerts();
    expect(whole.length).toBeGreaterThan(40);

    await postgres.query("DELETE FROM alerts");
    await postgres.query("DELETE FROM alert_memory");
    const draw = new EconomyDraw(8);
    const done: ObservedPayment[] = [];
    feed = await openFeed([]);
    for (const group of groups) {
      const fate = draw.whole(0, 6);
      if (fate === 0) {
        // Killed before it commits: the transaction is undone, and another feed begins at the group before.
        feed.addBlock({ institutions: [], payments: group });
        await postgres.query("BEGIN");
        await feed.write(connection, group.at(-1)?.height ?? 0n);
        await postgres.query("ROLLBACK");
        feed = await openFeed(done);
      } else if (fate === 1) feed = await openFeed(done);
      feed.addBlock({ institutions: [], payments: group });
      await feed.write(connection, group.at(-1)?.height ?? 0n);
      done.push(...group);
    }
    expect(await allAlerts()).toEqual(whole);
  });

  it("remembers who is an institution from the block on in which it became one, and never goes back behind that", async () => {
    const line = (index: number): ObservedPayment => ({
      id: `p${index}`,
      height: BigInt(index),
      timeMs: 1_700_000_000_000 + index,
      from: "b",
      to: `c${index}`,
      amountMinor: 4_500_000n,
      unit: "CNY",
      instrument: 1,
      kind: "transfer",
    });
    const feed = await openFeed([]);
    feed.addBlock({ institutions: [], payments: [line(1), line(2)] });
    feed.addBlock({ institutions: ["b"], payments: [line(3)] });
    await feed.write(connection, 3n);
    let askedAbove: bigint | undefined;
    await AlertFeed.open(connection, {
      parameters: ALERT_DEFAULTS,
      institutions: ["b"],
      async *paymentsAbove(height) {
        askedAbove = height;
        yield* [];
      },
    });
    expect(askedAbove).toBe(3n);
    expect(await allAlerts()).toEqual([]);
  });

  it("writes the alerts of payments that came before there were tables of alerts", async () => {
    const groups = groupsOf(5, 300);
    const feed = await openFeed(groups.slice(0, -1).flat());
    const last = groups.at(-1) ?? [];
    feed.addBlock({ institutions: [], payments: last });
    await feed.write(connection, last.at(-1)?.height ?? 0n);
    expect((await allAlerts()).length).toBeGreaterThan(40);
  });

  it("does not go on with what other rules remember", async () => {
    const feed = await openFeed([]);
    feed.addBlock({ institutions: ["b"], payments: [] });
    await feed.write(connection, 0n);
    await expect(openFeed([], [], { ...ALERT_DEFAULTS, quietMs: 1 })).rejects.toThrow(AlertStateError);
  });
});

describe("the list of alerts", () => {
  it("goes page by page through all of them, those changed last first, and finds one by its id", async () => {
    const feed = await openFeed([]);
    for (const group of groupsOf(4, 200)) {
      feed.addBlock({ institutions: [], payments: group });
      await feed.write(connection, group.at(-1)?.height ?? 0n);
    }
    const all = await allAlerts();
    const pages: Alert[] = [];
    for (;;) {
      const last = pages.at(-1);
      const page = await listAlerts(connection, { rule: undefined, before: last, limit: 7 });
      pages.push(...page);
      if (page.length < 7) break;
    }
    expect(pages).toEqual(all);
    expect(all.map(({ height }) => height)).toEqual(all.map(({ height }) => height).toSorted((one, other) => (one > other ? -1 : 1)));
    const fans = await listAlerts(connection, { rule: "fan_in", before: undefined, limit: 1_000 });
    expect(fans).toEqual(all.filter(({ rule }) => rule === "fan_in"));
    expect(fans.length).toBeGreaterThan(0);
    expect(await readAlert(connection, all[0]?.id ?? "")).toEqual(all[0]);
    expect(await readAlert(connection, "0".repeat(32))).toBeUndefined();
  });
});
