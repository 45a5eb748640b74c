import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decodePaymentRequest, readQrPng } from "@sycee/payment-requests";
import { money, pay, readResource } from "@sycee/sdk";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NO_CHROMIUM } from "../browser/find-chromium.ts";
import { tickAndSend } from "./acts.ts";
import { actAs, BEGIN_MS, browserPath, type ConsoleUnderTest, seriousFaults, signAndSend, startConsole } from "./console-under-test.ts";
import { exchangeKey } from "./key-exchange.ts";
import { expectAsListed } from "./pressed-acts.ts";

describe.skipIf(browserPath === undefined)(
  `the wallet's page${browserPath === undefined ? ` (${NO_CHROMIUM})` : ""}`,
  { timeout: 120_000 },
  () => {
    let console: ConsoleUnderTest;

    beforeAll(async () => {
      console = await startConsole("--pace", "0");
    }, BEGIN_MS);
    afterAll(async () => {
      expect(console.faults).toEqual([]);
      await console.close();
    });

    const cashOf = async (name: string): Promise<bigint> => {
      const { address } = await console.signer(name);
      const { balances } = await console.client.account(address);
      return BigInt(balances.find(({ place, symbol }) => place === "wallet" && symbol === "CNY.cash")?.amountMinor ?? 0);
    };

    it.each([
      { language: "en", width: 1_280, payee: "Payee", amount: "Amount", goOn: "Go on" },
      { language: "zh", width: 390, payee: "收款人", amount: "金额", goOn: "下一步" },
    ] as const)("pays in $language at $width pixels, and the ledger has it", async ({ language, width, payee, amount, goOn }) => {
      const before = await cashOf("bob");
      const page = await console.open("/wallet", { language, width });
      await actAs(page, "alice");
      await page.getByRole("combobox", { name: payee }).fill("bob");
      await page.keyboard.press("Escape");
      await page.getByRole("textbox", { name: amount }).fill("3.25");
      await page.getByRole("button", { name: goOn }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByText("¥3.25").first().waitFor();
      await expect.poll(async () => await dialog.innerText()).toMatch(/¥3\.25[^]*bob/);
      await signAndSend(page);
      expect(await cashOf("bob")).toBe(before + 325n);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
      expect(await seriousFaults(page)).toEqual([]);
      await page.context().close();
    });

    it("says what is wrong with an amount or a payee, and sends nothing", async () => {
      const before = await cashOf("alice");
      const page = await console.open("/wallet");
      await actAs(page, "alice");
      await page.getByRole("combobox", { name: "Payee" }).fill("nobody at all");
      await page.getByRole("textbox", { name: "Amount" }).fill("1.234");
      await page.getByRole("button", { name: "Go on" }).click();
      await page.getByText("Nobody of this name is known here, and it is no address.").waitFor();
      await page.getByText("Too many decimals: here there are at most 2.").waitFor();
      await page.getByRole("textbox", { name: "Amount" }).fill("99,999,999.00");
      await page.getByRole("button", { name: "Go on" }).click();
      await page.getByText(/^You have ¥/).waitFor();
      // What the ledger would refuse is told before it is signed, by what it tells of both wallets.
      for (const { payee, amount, told } of [
        { payee: "alice", amount: "1", told: "This is your own wallet: it cannot pay itself." },
        { payee: `0x${"9".repeat(64)}`, amount: "1", told: "There is no wallet at this address: an operator has to open one first." },
        { payee: "carol", amount: "9000", told: /^The payee's wallet can take ¥[\d,.]+ more at most\.$/ },
      ]) {
        await page.getByRole("combobox", { name: "Payee" }).fill(payee);
        await page.keyboard.press("Escape");
        await page.getByRole("textbox", { name: "Amount" }).fill(amount);
        await page.getByRole("button", { name: "Go on" }).click();
        await page.getByText(told).waitFor();
        expect(await page.getByRole("dialog").count()).toBe(0);
      }
      expect(await cashOf("alice")).toBe(before);
      await page.context().close();
    });

    it("tells a refusal of the ledger in words, with its code, where something came between the look and the signature", async () => {
      const [bob, carol] = [await console.signer("bob"), await console.signer("carol")];
      const { instruments } = await console.client.economy.walletLimits(carol.address);
      const { instrument, left } = instruments.find(({ symbol }) => symbol === "CNY.cash") ?? expect.fail("carol has no digital cash");
      const room = BigInt(left.toReceiveMinor ?? 0);
      const page = await console.open("/wallet");
      await actAs(page, "alice");
      await page.getByRole("combobox", { name: "Payee" }).fill("carol");
      await page.keyboard.press("Escape");
      await page.getByRole("textbox", { name: "Amount" }).fill(`${room / 100n}.${`${room % 100n}`.padStart(2, "0")}`);
      await page.getByRole("button", { name: "Go on" }).click();
      await page.getByRole("button", { name: "Sign and send" }).waitFor();
      await console.client.send({ signers: [bob], calls: [pay({ payee: carol.address, instrument, amountMinor: 1n })] });
      await page.getByRole("button", { name: "Sign and send" }).click();
      await page.getByText("Refused: nothing was changed").waitFor();
      expect(await page.getByRole("dialog").innerText()).toMatch(/aborted/);
      expect(await page.getByRole("dialog").innerText()).not.toMatch(/0x\w+::\w+/);
      await page.context().close();
    });

    it("asks by a QR code, which another reads from a picture and pays; the payee sees it arrive", async () => {
      const before = await cashOf("tea-house");
      const shop = await console.open("/wallet");
      await actAs(shop, "tea-house");
      const code = await askFor(shop, "25.80");
      expect(decodePaymentRequest(code)).toMatchObject({
        amount: "25.80",
        merchant: { name: "Tea House", alternate: { name: "湖心亭茶楼" } },
      });
      const picture = join(mkdtempSync(join(tmpdir(), "sycee-code-")), "code.png");
      const card = shop.getByRole("tabpanel", { name: "Request" });
      await card.getByRole("row").filter({ hasText: "¥25.80" }).waitFor();
      await card.getByRole("row").filter({ hasText: "two teas" }).waitFor();
      const [file] = await Promise.all([shop.waitForEvent("download"), shop.getByRole("button", { name: "Save the picture" }).click()]);
      await file.saveAs(picture);
      expect(readQrPng(readFileSync(picture))).toBe(code);
      await shop.getByRole("tab", { name: "Pay", exact: true }).click();
      await shop.getByRole("tab", { name: "Request" }).click();
      await shop.getByRole("img", { name: "Show this to the payer" }).waitFor();

      const payer = await console.open("/wallet/scan");
      await actAs(payer, "alice");
      await payer.getByRole("textbox", { name: "Text of a code" }).fill("hello");
      await payer.getByRole("button", { name: "Read it" }).click();
      await payer.getByText("This is not a payment code.").waitFor();
      await payer.getByText(/^Code 9\d{3}: /).waitFor();
      await payer.locator('input[type="file"]').setInputFiles(picture);
      await payer.getByText("湖心亭茶楼").first().waitFor();
      await payer.getByRole("button", { name: "Pay", exact: true }).click();
      await payer.getByRole("button", { name: "Sign and send" }).click();
      await payer.getByText(/^Final in block \d+$/).waitFor();
      await shop.getByText(/¥25\.80 arrived in block/).waitFor();
      // What one has just paid is no news to oneself, and limits as they were before it are none.
      expect(await payer.getByText("This request was paid already. Nothing is left to pay.").count()).toBe(0);
      expect(await payer.getByRole("dialog").getByText("Limit left today").count()).toBe(0);
      await payer.getByRole("button", { name: "Close", exact: true }).last().click();
      expect(await cashOf("tea-house")).toBe(before + 2_580n);
      await payer.locator('input[type="file"]').setInputFiles(picture);
      await payer.getByText("This request was paid already. Nothing is left to pay.").waitFor();
      expect(await payer.getByRole("button", { name: "Pay", exact: true }).isDisabled()).toBe(true);
      await payer.getByRole("button", { name: "Scan another" }).click();
      const text = join(mkdtempSync(join(tmpdir(), "sycee-code-")), "no-picture.png");
      writeFileSync(text, "no picture");
      await payer.locator('input[type="file"]').setInputFiles(text);
      await payer.getByText("This file is no picture that the browser can read.").waitFor();
      await payer
        .locator('input[type="file"]')
        .setInputFiles({ name: "page.png", mimeType: "image/png", buffer: await payer.screenshot() });
      await payer.getByText("No QR code was found in this picture.").waitFor();
      await payer.getByRole("tab", { name: "History" }).click();
      await payer.waitForURL("**/wallet/history");
      await payer.getByRole("row").filter({ hasText: "-¥25.80" }).getByText("for: two teas").waitFor({ timeout: 60_000 });
      for (const page of [shop, payer]) {
        expect(await seriousFaults(page)).toEqual([]);
        await page.context().close();
      }
    });

    it("shows a code for a minute, on which a payee collects once, and then allows none", async () => {
      const [alice, shop] = [await cashOf("alice"), await cashOf("tea-house")];
      const allowed = async () => await readResource(console.client, (await console.signer("alice")).address, money.paymentCodesType);
      const payer = await console.open("/wallet/code");
      await actAs(payer, "alice");
      await payer.getByRole("textbox", { name: "At most, for one code" }).fill("50");
      await payer.getByRole("button", { name: "Allow codes…" }).click();
      await tickAndSend(payer);
      expect(await allowed()).toMatchObject({ instrument: 2, most: 5_000n });
      const limit = payer.getByRole("textbox", { name: "At most, on this code" });
      await limit.fill("50.01");
      await payer.getByRole("button", { name: "Show a code" }).click();
      await payer.getByText("One code may allow ¥50.00 at most.").waitFor();
      const payee = await console.open("/wallet/scan", { language: "zh", width: 390 });
      await actAs(payee, "tea-house");
      await limit.fill("30");
      await payer.getByRole("button", { name: "Show a code" }).click();
      await payer.getByRole("img", { name: "Show this to the payee" }).waitFor();
      await expect.poll(async () => await payer.getByRole("timer").innerText()).toMatch(/^Good for (?:60|[1-5]?\d) s more$/);
      const picture = join(mkdtempSync(join(tmpdir(), "sycee-code-")), "code.png");
      const [file] = await Promise.all([payer.waitForEvent("download"), payer.getByRole("button", { name: "Save the picture" }).click()]);
      await file.saveAs(picture);
      const collect = async (amount: string) => {
        await payee.getByRole("textbox", { name: "金额" }).fill(amount);
        await payee.getByRole("button", { name: "收款", exact: true }).click();
      };
      await payee.locator('input[type="file"]').setInputFiles(picture);
      await payee.getByText(/^还有 \d+ 秒有效$/).waitFor();
      await collect("30.01");
      await payee.getByText("此码最高 ¥30.00。").waitFor();
      await collect("12.50");
      await payee.getByRole("dialog").getByText("¥12.50").waitFor();
      await signAndSend(payee);
      await payer.getByText("Collected. Your history says how much.").waitFor();
      expect([await cashOf("alice"), await cashOf("tea-house")]).toEqual([alice - 1_250n, shop + 1_250n]);
      await payee.locator('input[type="file"]').setInputFiles(picture);
      await collect("1");
      await payee.getByRole("button", { name: "签名并发送" }).click();
      await payee.getByText(/EUsedAlready/).waitFor();
      await payer.getByRole("button", { name: "Allow no codes any more" }).click();
      await signAndSend(payer);
      expect(await allowed()).toMatchObject({ most: 0n });
      await payer.getByRole("button", { name: "Allow codes…" }).waitFor();
      for (const page of [payee, payer]) {
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
        expect(await seriousFaults(page)).toEqual([]);
        await page.context().close();
      }
    });

    it("keeps a key sealed: it opens with its passphrase alone", async () => {
      const page = await console.open("/wallet");
      await page.getByRole("button", { name: "Act as…" }).click();
      await page.getByRole("tab", { name: "New key" }).click();
      const form = page.getByRole("tabpanel", { name: "New key" });
      await form.getByLabel("Name", { exact: true }).fill("Bob");
      await form.getByLabel("Private key to bring (leave empty to make a new one)").fill("11".repeat(32));
      await form.getByLabel("New passphrase").fill("a long passphrase");
      await form.getByLabel("The same again").fill("a long passphrase");
      await form.getByRole("button", { name: "Seal and keep" }).click();
      await form.getByText(/^Somebody else has this name here/).waitFor();
      await form.getByLabel("Name", { exact: true }).fill("my key");
      await form.getByRole("button", { name: "Seal and keep" }).click();
      await page
        .getByRole("banner")
        .getByRole("button", { name: /my key/ })
        .waitFor();
      const stored = await page.evaluate(() => localStorage.getItem("sycee.keys") ?? "");
      expect(stored).toContain("my key");
      expect(stored).not.toContain("11111111");
      await page.reload();
      await page.getByRole("button", { name: "Act as…" }).click();
      await page.getByRole("tab", { name: "My keys" }).click();
      await page.getByLabel("Passphrase of my key").fill("another passphrase");
      await page.getByRole("button", { name: "Open", exact: true }).click();
      await page.getByText("This is not the passphrase of this key.").waitFor();
      await page.getByLabel("Passphrase of my key").fill("a long passphrase");
      await page.getByRole("button", { name: "Open", exact: true }).click();
      await page
        .getByRole("banner")
        .getByRole("button", { name: /my key/ })
        .waitFor();
      // Nobody has paid it yet: the page says what to do.
      await page.getByText(/^An operator opens a wallet for an address/).waitFor();
      await page.setViewportSize({ width: 390, height: 900 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
      await page.context().close();
    });

    it("exchanges a key: both are kept until the ledger has the new one, and the old one signs for nothing then", async () => {
      await exchangeKey(console);
    });

    it("did on the ledger what the list of acts says of it", async () => {
      expectAsListed("wallet", await console.pressed());
    });
  },
);

async function askFor(page: Page, amount: string): Promise<string> {
  await page.getByRole("tab", { name: "Request" }).click();
  const form = page.getByRole("tabpanel", { name: "Request" });
  await form.getByLabel("Amount (leave empty, and the payer says how much)").fill(amount);
  await form.getByLabel("Name that the payer sees").fill("Tea House");
  await form.getByLabel("Name in Chinese (may be empty)").fill("湖心亭茶楼");
  await form.getByLabel("What it is for (may be empty)").fill("two teas");
  await form.getByRole("button", { name: "Make the code" }).click();
  await page.getByRole("dialog").getByRole("row").filter({ hasText: "two teas" }).waitFor();
  await signAndSend(page);
  await page.getByRole("img", { name: "Show this to the payer" }).waitFor();
  return (await page.locator(".identifier[title^='0002']").getAttribute("title")) ?? "";
}
