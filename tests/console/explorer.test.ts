import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pay } from "@sycee/sdk";
import { NO_CHROMIUM } from "../browser/find-chromium.ts";
import { BEGIN_MS, browserPath, type ConsoleUnderTest, seriousFaults, startConsole, untilFollowing } from "./console-under-test.ts";

/** The first start of the embedded database takes seconds, and many on a busy machine. */
const MODELS_MS = 200_000;
const MONEY = `0x${"2".padStart(64, "0")}`;

describe.skipIf(browserPath === undefined)(
  `the explorer${browserPath === undefined ? ` (${NO_CHROMIUM})` : ""}`,
  { timeout: 120_000 },
  () => {
    let console: ConsoleUnderTest;
    let id = "";
    let bob = "";

    beforeAll(async () => {
      console = await startConsole("--pace", "0");
      const alice = await console.signer("alice");
      const { address: payee } = await console.signer("bob");
      bob = payee;
      ({ id } = await console.client.send({ signers: [alice], calls: [pay({ payee, instrument: 2, amountMinor: 1_234n })] }));
    }, BEGIN_MS);
    afterAll(async () => {
      expect(console.faults).toEqual([]);
      await console.close();
    });

    it.each([
      {
        language: "en",
        width: 1_280,
        said: "alice paid ¥12.34 (digital yuan, CNY.cash) to bob.",
        check: "Check it in this browser",
        proved: "Proved",
      },
      { language: "zh", width: 390, said: "alice 付给 bob ¥12.34（数字人民币，CNY.cash）。", check: "在本浏览器中验证", proved: "已证明" },
    ] as const)("explains a transaction in $language and proves it", async ({ language, width, said, check, proved }) => {
      const page = await console.open("/explorer", { language, width });
      await page.getByRole("textbox").first().fill(id);
      await page.locator("form button[type=submit]").click();
      await page.getByText(said).waitFor();
      await page.getByRole("button", { name: check }).click();
      await page.getByText(proved, { exact: true }).waitFor();
      const { hash } = await console.client.block("latest");
      expect(await page.getByText(hash).count()).toBe(1);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
      expect(await seriousFaults(page)).toEqual([]);
      await page.context().close();
    });

    it("proves what a wallet holds, and that an address has none", async () => {
      const page = await console.open(`/explorer/accounts/${bob}`);
      await page.getByRole("button", { name: "Check it in this browser" }).click();
      const { balances } = await console.client.account(bob as Parameters<typeof console.client.account>[0]);
      const cash = balances.find(({ place }) => place === "wallet")?.amountMinor ?? "";
      const shown = `¥${Number(cash.slice(0, -2)).toLocaleString("en")}.${cash.slice(-2)}`;
      await page.getByText(`it holds ${shown} (CNY.cash).`, { exact: false }).waitFor();
      await page.goto(`${console.url}/explorer/accounts/0x${"5".repeat(64)}`);
      await page.getByText("Nothing on the ledger belongs to this address.").waitFor();
      await page.getByRole("button", { name: "Check it in this browser" }).click();
      await page.getByText(/no wallet at this address holds anything/).waitFor();
      await page.context().close();
    });

    it("finds institutions, instruments and modules by name, and says where there is nothing", { timeout: 300_000 }, async () => {
      await untilFollowing(console, MODELS_MS);
      const page = await console.open("/explorer");
      const search = async (text: string) => {
        await page.getByRole("textbox").first().fill(text);
        await page.keyboard.press("Enter");
      };
      await search("river");
      const found = page.getByRole("region", { name: "What was found" });
      await found.getByText("instrument", { exact: true }).first().waitFor();
      expect(await found.innerText()).toContain("river-bank.deposit");
      const bank = found.getByRole("link").and(page.locator('[href^="/institutions/"]')).first();
      const { address } = await console.signer("river-bank");
      expect(await bank.getAttribute("href")).toBe(`/institutions/${address}`);
      expect(await seriousFaults(page)).toEqual([]);
      await search("no such thing");
      await page.getByText("Nothing is called like that", { exact: false }).waitFor();
      await search("0x2::wallet");
      await page.waitForURL(`**/explorer/modules/${MONEY}/wallet`);
      await page.context().close();
    });

    it("shows blocks, and code with the source that gives its very bytes", async () => {
      const page = await console.open("/explorer/blocks/1");
      await page.getByRole("link", { name: new RegExp(`^${id.slice(0, 14)}`) }).waitFor();
      expect(await seriousFaults(page)).toEqual([]);
      await page.goto(`${console.url}/explorer/modules/${MONEY}/wallet`);
      await page.getByText("Compiled, this source gives the very bytes that run on the ledger.").waitFor();
      await page.getByText("module money::wallet;").waitFor();
      await page.getByRole("tab", { name: "Disassembly" }).click();
      await page
        .getByText(/module 0x2::wallet|module 0x0*2::wallet|MoveLoc|Call /)
        .first()
        .waitFor();
      await page.context().close();
    });
  },
);
