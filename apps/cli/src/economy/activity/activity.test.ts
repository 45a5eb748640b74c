import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadBuiltModules } from "@sycee/move-build";
import { type RunningNode, startNode } from "@sycee/node";
import { Client } from "@sycee/sdk";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MOVE_BUILD_DIRECTORY } from "../../node/repository.ts";
import { developmentAccounts } from "../development-accounts.ts";
import { developmentGenesis } from "../development-genesis.ts";
import { developmentPopulation } from "../population.ts";
import { populationAddresses } from "../population-keys.ts";
import { type Act, ACT_SHARES, type ActKind } from "./act.ts";
import { Activity } from "./activity.ts";
import { drawActs } from "./draw-acts.ts";

const COUNT = Number(process.env["TORTURE_COUNT"] ?? 2_500);
const SEED = Number(process.env["TORTURE_SEED"] ?? 7);
const TIMEOUT_MS = 300_000 + COUNT * 100;
/** As fast as the node lets it. */
const FAST = 1_000_000;
/** The economy began on the day before: what is done once a day is due. */
const BEGAN_MS = Date.UTC(2026, 5, 1, 4);
const STARTED_MS = BEGAN_MS + 86_400_000;
const directory = mkdtempSync(join(tmpdir(), "sycee-activity-test-"));
let node: RunningNode;
let client: Client;

beforeAll(async () => {
  const genesis = developmentGenesis({
    timeMs: BigInt(BEGAN_MS),
    modules: loadBuiltModules(MOVE_BUILD_DIRECTORY).map(({ bytes }) => bytes),
    accounts: await developmentAccounts(),
    wallets: await populationAddresses(),
  });
  node = await startNode({ dataDirectory: directory, genesis, port: 0, clock: { startMs: STARTED_MS }, quiet: true });
  client = new Client(node.url);
}, TIMEOUT_MS);

afterAll(async () => {
  await node.close();
  rmSync(directory, { recursive: true, force: true });
});

/** An act in words, so that two can be compared. */
function worded({ kind, at, people, payees, amountsMinor, choice }: Act): string {
  const accounts = [...people, ...payees].map(({ deposit }) => `${deposit.at} ${deposit.account}`);
  return [kind, at, ...accounts, ...amountsMinor, choice].join(", ");
}

function drawn(seed: number, count: number): string[] {
  const draw = drawActs(developmentPopulation(), seed);
  return Array.from({ length: count }, () => worded(draw()));
}

/** What people, shops and operators with names have, wherever it lies. */
async function namedBalances(): Promise<unknown> {
  const named = (await developmentAccounts()).filter(({ role }) => ["person", "shop", "operator"].includes(role));
  const ofNames = await Promise.all(named.map(async ({ name, address }) => [name, (await client.account(address)).balances]));
  const bank = (await developmentAccounts()).find(({ name }) => name === "river-bank");
  const numbers = [1, 2, 3, 4, 5, 6, 7, 8];
  const customers = await Promise.all(numbers.map(async (number) => await client.customerAccount(bank?.address ?? "0x0", number)));
  return [ofNames, customers];
}

async function supply(): Promise<Readonly<Record<"m0" | "m1" | "m2" | "base", number>>> {
  const [unit] = (await client.statistics()).units;
  if (unit === undefined) throw new Error("there is no unit");
  return { m0: Number(unit.m0Minor), m1: Number(unit.m1Minor), m2: Number(unit.m2Minor), base: Number(unit.baseMinor) };
}

test("the same seed chooses the same acts, of every kind in its share; another seed others", () => {
  expect(drawn(SEED, 5_000)).toEqual(drawn(SEED, 5_000));
  expect(drawn(SEED, 100)).not.toEqual(drawn(SEED + 1, 100));
  const draw = drawActs(developmentPopulation(), SEED);
  const counts = new Map<ActKind, number>();
  for (let number = 0; number < 50_000; number++) {
    const { kind } = draw();
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  for (const [kind, share] of Object.entries(ACT_SHARES)) {
    expect(Math.abs((counts.get(kind as ActKind) ?? 0) - share * 50), kind).toBeLessThan(share * 25);
  }
  expect(Object.values(ACT_SHARES).reduce((sum, share) => sum + share, 0)).toBe(1_000);
});

describe("the activity, against a node", { timeout: TIMEOUT_MS }, () => {
  test("plays every kind of act; laws hold, little is refused, money moves and stays in bounds, who has a name keeps what it has", async () => {
    const [before, named] = [await supply(), await namedBalances()];
    const played: string[] = [];
    const refused: string[] = [];
    const activity = new Activity({
      client,
      pace: FAST,
      seed: SEED,
      acts: COUNT,
      onAct: (act, outcome) => {
        played.push(worded(act));
        if (typeof outcome !== "string") refused.push(`${act.kind}: ${outcome.refused}`);
      },
    });
    await activity.ended();
    const { byKind, refusals } = activity.read();
    console.log(`${COUNT} acts of seed ${SEED}, ${refused.length} refused: ${[...new Set(refused)].sort().join("; ")}`);
    expect(played.toSorted()).toEqual(drawn(SEED, COUNT).toSorted());
    expect([...refusals.values()].reduce((sum, times) => sum + times, 0)).toBe(refused.length);
    expect(refused.length).toBeLessThanOrEqual(COUNT / 50);
    const happened = Object.keys(ACT_SHARES).filter((kind) => (byKind.get(kind as ActKind)?.done ?? 0) > 0);
    expect(happened.sort()).toEqual(Object.keys(ACT_SHARES).sort());
    expect((await client.laws()).laws.every(({ holds }) => holds)).toBe(true);
    expect(await namedBalances()).toEqual(named);
    const after = await supply();
    for (const series of ["m0", "m1", "m2"] as const) {
      expect(after[series], series).not.toBe(before[series]);
      expect(Math.abs(after[series] - before[series]), series).toBeLessThan(before[series] / 20);
    }
    expect(after.m0).toBeLessThan(after.m1);
    expect(after.m1).toBeLessThan(after.m2);
    expect(Math.abs(after.base - before.base)).toBeLessThan(before.base / 100);
    const [unit] = (await client.statistics()).units;
    const totals = [unit?.statement.assets ?? [], unit?.statement.liabilities ?? []].map((side) =>
      side.reduce((sum, { amountMinor }) => sum + BigInt(amountMinor), 0n),
    );
    expect(totals[0]).toBe(totals[1]);
  });

  test("stops at once in the middle, leaves the laws as they are, and goes on with other acts", async () => {
    const run = async (acts: number): Promise<string[]> => {
      const played: string[] = [];
      let isEnough: () => void = () => undefined;
      const enough = new Promise<void>((resolve) => {
        isEnough = resolve;
      });
      const activity = new Activity({
        client,
        pace: FAST,
        seed: SEED,
        onAct: (act) => {
          played.push(worded(act));
          if (played.length === acts) isEnough();
        },
      });
      await enough;
      await activity.stop();
      // What was sent before, the ledger may still take.
      await new Promise((resolve) => setTimeout(resolve, 300));
      const { height } = await client.status();
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect((await client.status()).height).toBe(height);
      return played;
    };
    const first = await run(40);
    const second = await run(40);
    expect(second.filter((act) => first.includes(act))).toEqual([]);
    expect((await client.laws()).laws.every(({ holds }) => holds)).toBe(true);
  });
});

test("a pace is kept", { timeout: TIMEOUT_MS }, async () => {
  const begun = performance.now();
  const activity = new Activity({ client, pace: 20, seed: SEED + 1, acts: 11 });
  await activity.ended();
  expect(performance.now() - begun).toBeGreaterThanOrEqual(500);
});
