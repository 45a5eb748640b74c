import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readOrders } from "../orders/read-orders.ts";
import { type BankPayment, planClearing } from "./clearing-plan.ts";
import { type ClearingRun, settleClearing } from "./settle-clearing.ts";

const ORDERS = readOrders(readFileSync(new URL("../../data/order.asc", import.meta.url), "utf8"));
const SEED = 7;
const RUN_MS = 180_000;
let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "sycee-berka-clearing-"));
});

afterEach(() => rmSync(directory, { recursive: true, force: true }));

function run(options: Pick<ClearingRun, "orders" | "mode" | "reverseFlowSeed" | "liquidityPercent">): ReturnType<typeof settleClearing> {
  const progress = { stage: () => undefined, orders: () => undefined, end: () => undefined };
  return settleClearing({ ...options, directory, progress, signal: new AbortController().signal });
}

/** What banks pay net in one round, summed: reckoned from the payments alone. */
function netOf(payments: readonly BankPayment[]): bigint {
  const net = new Map<string, bigint>();
  for (const { from, to, amountMinor } of payments) {
    net.set(from, (net.get(from) ?? 0n) - amountMinor);
    net.set(to, (net.get(to) ?? 0n) + amountMinor);
  }
  return [...net.values()].reduce((sum, position) => (position < 0n ? sum - position : sum), 0n);
}

function totalOf(payments: readonly BankPayment[]): bigint {
  return payments.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
}

test("one bank pays and thirteen receive: there is nothing to set off", { timeout: RUN_MS }, async () => {
  const orders = ORDERS.slice(0, 240);
  const value = orders.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
  const figures = await run({ orders, mode: "net", reverseFlowSeed: undefined, liquidityPercent: 100 });
  expect(figures).toMatchObject({ payments: 240, reversePayments: 0, settled: 240, valueMinor: value, nettingRatioBps: 0 });
  expect([figures.liquidityMinor, figures.peakMinor]).toEqual([value, value]);
});

test("with a synthetic flow back net settlement moves only what is left of it in each cycle", { timeout: RUN_MS }, async () => {
  const orders = ORDERS.slice(0, 480);
  const { rounds } = planClearing(orders, SEED);
  const payments = rounds.flat();
  const liquidity = rounds.reduce((sum, round) => sum + netOf(round), 0n);
  const figures = await run({ orders, mode: "net", reverseFlowSeed: SEED, liquidityPercent: 45 });
  expect(figures).toMatchObject({
    payments: payments.length,
    settled: payments.length,
    settlements: 2,
    valueMinor: totalOf(payments),
    liquidityMinor: liquidity,
    nettingRatioBps: Number(((totalOf(payments) - liquidity) * 10_000n) / totalOf(payments)),
  });
  expect(figures.nettingRatioBps).toBeGreaterThan(8_000);
});

test("gross settlement with less than half of the money settles everything, what waits together", { timeout: RUN_MS }, async () => {
  const orders = ORDERS.slice(0, 240);
  const payments = planClearing(orders, SEED).rounds.flat();
  const figures = await run({ orders, mode: "gross", reverseFlowSeed: SEED, liquidityPercent: 45 });
  expect(figures).toMatchObject({ payments: payments.length, settled: payments.length, valueMinor: totalOf(payments) });
  // Much waited, and was set off while it did.
  expect(figures.settledTogether).toBeGreaterThan(100);
  // More than netting all at once would take, less than each payment by itself.
  expect(figures.liquidityMinor).toBeGreaterThan(netOf(payments));
  expect(figures.liquidityMinor).toBeLessThan(totalOf(payments));
  expect(figures.peakMinor).toBeLessThan(figures.liquidityMinor);
});

test("the same seed draws the same flow back, and no bank pays more back than it gets in a round", () => {
  const { rounds, banks } = planClearing(ORDERS, SEED);
  expect(planClearing(ORDERS, SEED).rounds).toEqual(rounds);
  expect(planClearing(ORDERS, SEED + 1).rounds).not.toEqual(rounds);
  expect(banks.length).toBe(14);
  for (const round of rounds) {
    for (const bank of banks.slice(1)) {
      const back = totalOf(round.filter(({ from }) => from === bank));
      expect(back).toBeLessThanOrEqual(totalOf(round.filter(({ to }) => to === bank)));
    }
  }
});
