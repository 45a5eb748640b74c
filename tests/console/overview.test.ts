import { pay } from "@sycee/sdk";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NO_CHROMIUM } from "../browser/find-chromium.ts";
import { BEGIN_MS, browserPath, type ConsoleUnderTest, startConsole, untilFollowing } from "./console-under-test.ts";

/** The first start of the embedded database takes seconds, and many on a busy machine. */
const MODELS_MS = 150_000;

describe.skipIf(browserPath === undefined)(
  `the overview${browserPath === undefined ? ` (${NO_CHROMIUM})` : ""}`,
  { timeout: 240_000 },
  () => {
    let console: ConsoleUnderTest;

    beforeAll(async () => {
      console = await startConsole("--pace", "0");
      await untilFollowing(console, MODELS_MS);
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

    it("leads a newcomer through issuing, paying by a code and checking the proof, in twelve presses", async () => {
      const cashOf = async (name: string) => {
        const { balances } = await console.client.account((await console.signer(name)).address);
        return BigInt(balances.find(({ place, symbol }) => place === "wallet" && symbol === "CNY.cash")?.amountMinor ?? 0);
      };
      const [alice, teaHouse] = [await cashOf("alice"), await cashOf("tea-house")];
      const page = await console.open("/");
      const press = async (name: string, within: "main" | "dialog" = "dialog") =>
        await page.getByRole(within).getByRole("button", { name, exact: true }).last().click();
      await page.getByRole("region", { name: "First steps" }).getByRole("button", { name: "Act as harbour-bank" }).click();
      await press("Go on…");
      await press("Sign and send");
      await press("Close");
      await expect.poll(async () => await cashOf("alice"), { timeout: 20_000 }).toBe(alice + 100_000n);
      const steps = page.getByRole("navigation", { name: "First steps" });
      await steps.getByRole("button", { name: "Pay by QR" }).click();
      await press("Make the code", "main");
      await press("Sign and send");
      await press("Show the code");
      await press("Scan it as alice", "main");
      await press("Pay", "main");
      await press("Sign and send");
      await press("Check it in this browser");
      await page.getByRole("dialog").getByText("Proved", { exact: true }).waitFor();
      expect([await cashOf("alice"), await cashOf("tea-house")]).toEqual([alice + 98_750n, teaHouse + 1_250n]);
      await steps.getByText("done", { exact: true }).nth(2).waitFor();
      await page.context().close();
    });

    it("goes on by itself when the ledger does", async () => {
      const page = await console.open("/");
      const mark = page.getByRole("status").first();
      const { height } = await console.client.status();
      await expect.poll(async () => await mark.innerText(), { timeout: 20_000 }).toContain(height);
      const alice = await console.signer("alice");
      const { address: payee } = await console.signer("bob");
      const receipt = await console.client.send({ signers: [alice], calls: [pay({ payee, instrument: 2, amountMinor: 100n })] });
      await expect.poll(async () => await mark.innerText(), { timeout: 20_000 }).toContain(receipt.height);
      await page.context().close();
    });
  },
);
