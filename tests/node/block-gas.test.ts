import { MAX_GAS_LIMIT } from "@sycee/ledger";
import { pay } from "@sycee/sdk";
import { describe, expect, it } from "vitest";
import { CASH, type Economy, startEconomy } from "./economy.ts";

const PAYMENTS = 60;
/** Payments that a block has room for, one after another. */
const ROOM = 7;

async function paymentsOf(economy: Economy, count: number) {
  return await Promise.all(
    Array.from({ length: count }, () =>
      economy.client.prepare({
        signers: [economy.alice],
        calls: [pay({ payee: economy.bob.address, instrument: CASH, amountMinor: 1n })],
        gasLimit: MAX_GAS_LIMIT,
      }),
    ),
  );
}

async function countsOf(economy: Economy): Promise<number[]> {
  const answer = await fetch(`${economy.node.url}/v1/blocks?from=1&limit=100`);
  const { blocks } = (await answer.json()) as { blocks: { transactionCount: number }[] };
  return blocks.map(({ transactionCount }) => transactionCount);
}

async function gasOfPayment(): Promise<number> {
  const economy = await startEconomy();
  // The first of all makes the payee's wallet larger, and so the others dearer.
  const result = (await economy.client.submitBatch(await paymentsOf(economy, 3))).at(-1);
  await economy.end();
  if (result?.kind !== "executed") throw new Error("a payment was not executed");
  return Number(result.gasUsed);
}

describe("transactions that may use much gas", () => {
  it("are spread over blocks by what those before them have used and their own limit, each answered once and in order", async () => {
    const used = await gasOfPayment();
    // Room for the whole limit of the last payment beside what the others have used.
    const economy = await startEconomy({ blockGas: Number(MAX_GAS_LIMIT) + (ROOM - 1) * used });
    const results = await economy.client.submitBatch(await paymentsOf(economy, PAYMENTS));
    expect(results.filter(({ kind }) => kind === "executed").length).toBe(PAYMENTS);
    const places = results.map((result) => (result.kind === "executed" ? Number(result.height) * 1_000 + result.index : 0));
    expect(places).toEqual(places.toSorted((left, right) => left - right));
    expect(new Set(places).size).toBe(PAYMENTS);
    const counts = await countsOf(economy);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(PAYMENTS);
    expect(Math.max(...counts)).toBe(ROOM);
    await economy.end();
  });

  it("are not parted for gas that they do not use", async () => {
    const economy = await startEconomy();
    await economy.client.submitBatch(await paymentsOf(economy, PAYMENTS));
    // Their limits add up to three times what a block's transactions may use.
    expect(PAYMENTS * Number(MAX_GAS_LIMIT)).toBeGreaterThan(2 * 2_000_000_000);
    expect(await countsOf(economy)).toEqual([PAYMENTS]);
    await economy.end();
  });

  it("are executed one a block where a block has room for less than their limit", async () => {
    const economy = await startEconomy({ blockGas: 1 });
    await economy.client.submitBatch(await paymentsOf(economy, 3));
    expect(await countsOf(economy)).toEqual([1, 1, 1]);
    await economy.end();
  });
});
