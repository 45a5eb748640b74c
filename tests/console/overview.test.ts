import { pay } from "@sycee/sdk";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { NO_CHROMIUM } from "../browser/find-chromium.ts";
import { BEGIN_MS, browserPath, type ConsoleUnderTest, startConsole } from "./console-under-test.ts";

/** The first start of the embedded database takes seconds, and many on a busy machine. */
const MODELS_MS = 150_000;

describe.skipIf(browserPath === undefined)(
  `the overview${browserPath === undefined ? ` (${NO_CHROMIUM})` : ""}`,
  { timeout: 240_000 },
  () => {
    let console: ConsoleUnderTest;

    beforeAll(async () => {
      console = await startConsole("--pace", "0");
      await vi.waitFor(async () => expect((await console.client.models.status()).state).toBe("following"), {
        timeout: MODELS_MS,
        interval: 1_000,
      });
    }, BEGIN_MS);
    afterAll(async () => {
      expect(console.faults).toEqual([]);
      await console.close();
    });

    it.each([
      { language: "en", width: 1_280, dark: false, supply: "Money supply", flows: "Who owes what to whom", table: "Table", law: "holds" },
      { language: "zh", width: 390, dark: true, supply: "货币供应量", flows: "谁欠谁多少", table: "表格", law: "成立" },
    ] as const)(
      "shows supply, flows and laws in $language at $width pixels",
      async ({ language, width, dark, supply, flows, table, law }) => {
        const { units } = await console.client.statistics();
        const page = await console.open("/", { language, width, dark });
        const chart = page.getByRole("region", { name: supply });
        await chart.locator("canvas").waitFor();
        await chart.getByText(table, { exact: true }).click();
        const m2 = new Intl.NumberFormat(language, { style: "currency", currency: "CNY", currencyDisplay: "narrowSymbol" });
        await chart
          .getByText(m2.format(Number(BigInt(units[0]?.m2Minor ?? 0)) / 100))
          .first()
          .waitFor();
        const owed = page.getByRole("region", { name: flows });
        await owed.getByText("river-bank").first().waitFor();
        await owed.getByText(table, { exact: true }).click();
        await owed.getByText("river-bank.deposit").first().waitFor();
        await expect.poll(async () => await page.getByText(law, { exact: true }).count()).toBe((await console.client.laws()).laws.length);
        await page.context().close();
      },
    );

    it("goes on by itself when the ledger does", async () => {
      const page = await console.open("/");
      const mark = page.getByRole("status").first();
      const { height } = await console.client.status();
      await expect.poll(async () => await mark.innerText()).toContain(height);
      const alice = await console.signer("alice");
      const { address: payee } = await console.signer("bob");
      const receipt = await console.client.send({ signers: [alice], calls: [pay({ payee, instrument: 2, amountMinor: 100n })] });
      await expect.poll(async () => await mark.innerText()).toContain(receipt.height);
      await page.context().close();
    });
  },
);
