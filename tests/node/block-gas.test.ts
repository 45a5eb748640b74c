import { MAX_GAS_LIMIT } from "@sycee/ledger";
import { pay } from "@sycee/sdk";
import { describe, expect, it } from "vitest";
import { CASH, startEconomy } from "./economy.ts";

const PAYMENTS = 60;
/** As many of the largest limit as two seconds of work are. */
const MOST = 20;

describe("transactions that may use much gas", () => {
  it("are spread over blocks, so that none takes for ever or is too large for the log", async () => {
    const economy = await startEconomy();
    const batch = await Promise.all(
      Array.from({ length: PAYMENTS }, () =>
        economy.client.prepare({
          signers: [economy.alice],
          calls: [pay({ payee: economy.bob.address, instrument: CASH, amountMinor: 1n })],
          gasLimit: MAX_GAS_LIMIT,
        }),
      ),
    );
    const results = await economy.client.submitBatch(batch);
    expect(results.filter(({ kind }) => kind === "executed").length).toBe(PAYMENTS);
    const answer = await fetch(`${economy.node.url}/v1/blocks?from=1&limit=100`);
    const { blocks } = (await answer.json()) as { blocks: { transactionCount: number }[] };
    const counts = blocks.map(({ transactionCount }) => transactionCount);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(PAYMENTS);
    expect(Math.max(...counts)).toBe(MOST);
    await economy.end();
  });
});
