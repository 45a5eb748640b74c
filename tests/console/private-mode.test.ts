import { pay } from "@sycee/sdk";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NO_CHROMIUM } from "../browser/find-chromium.ts";
import { actAs, BEGIN_MS, browserPath, type ConsoleUnderTest, seriousFaults, startConsole } from "./console-under-test.ts";

const CASH = 2;
const CHOOSE = "Choose as whom you act, at the top right.";

describe.skipIf(browserPath === undefined)(
  `the console of a private node${browserPath === undefined ? ` (${NO_CHROMIUM})` : ""}`,
  { timeout: 180_000 },
  () => {
    let console: ConsoleUnderTest;
    let alice: string;
    let id: string;
    let height: string;

    beforeAll(async () => {
      console = await startConsole("--reading", "private", "--no-read-models");
      const [payer, payee] = [await console.signer("alice"), await console.signer("tea-house")];
      alice = payer.address;
      ({ id, height } = await console.client.send({
        signers: [payer],
        calls: [pay({ payee: payee.address, instrument: CASH, amountMinor: 12_34n })],
      }));
    }, BEGIN_MS);
    afterAll(async () => {
      expect(console.faults).toEqual([]);
      await console.close();
    });

    it("shows a stranger the whole economy, and nobody's payments", async () => {
      const page = await console.open("/");
      await page.getByText("M2", { exact: true }).first().waitFor();
      await page.goto(`${console.url}/explorer/blocks/${height}`);
      await page.getByText("This node shows what it is to supervisors").waitFor();
      for (const path of [`transactions/${id}`, `accounts/${alice}`]) {
        await page.goto(`${console.url}/explorer/${path}`);
        await page.getByText(CHOOSE).first().waitFor();
        expect(await page.getByText("12.34").count()).toBe(0);
        expect(await seriousFaults(page)).toEqual([]);
      }
      await page.context().close();
    });

    it("shows a holder its wallet and its payment, as soon as it says who it is", async () => {
      const page = await console.open(`/explorer/transactions/${id}`);
      await page.getByText(CHOOSE).waitFor();
      await actAs(page, "alice");
      await page.getByText("¥12.34").first().waitFor();
      await page.getByRole("button", { name: "Check it in this browser" }).click();
      await page.getByText("Proved", { exact: true }).waitFor();
      await page.goto(`${console.url}/wallet`);
      await page.getByText("¥11,987.66").first().waitFor();
      await page.context().close();
    });

    it("shows another holder nothing of it, in words, and a supervisor all of it", async () => {
      const page = await console.open(`/explorer/transactions/${id}`);
      await actAs(page, "bob");
      await page.getByText("Whoever you act as may not read this").first().waitFor();
      expect(await page.getByText("12.34").count()).toBe(0);
      await actAs(page, "supervisor");
      await page.getByText("¥12.34").first().waitFor();
      await page.context().close();
    });
  },
);
