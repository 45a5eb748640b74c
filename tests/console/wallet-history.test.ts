import { readFileSync } from "node:fs";
import { decodePaymentRequest } from "@sycee/payment-requests";
import { openPaymentRequest, pay, paymentRequestAddress } from "@sycee/sdk";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { NO_CHROMIUM } from "../browser/find-chromium.ts";
import { actAs, BEGIN_MS, browserPath, type ConsoleUnderTest, seriousFaults, startConsole } from "./console-under-test.ts";

const CASH = 2;

describe.skipIf(browserPath === undefined)(
  `the history of a wallet${browserPath === undefined ? ` (${NO_CHROMIUM})` : ""}`,
  { timeout: 180_000 },
  () => {
    let console: ConsoleUnderTest;

    beforeAll(async () => {
      console = await startConsole();
      const [alice, bob] = [await console.signer("alice"), await console.signer("bob")];
      const send = async (from: typeof alice, to: typeof bob, amountMinor: bigint) =>
        await console.client.send({ signers: [from], calls: [pay({ payee: to.address, instrument: CASH, amountMinor })] });
      await send(alice, bob, 12_34n);
      await send(bob, alice, 5_00n);
      const expiresMs = BigInt((await console.client.status()).timeMs) + 3_600_000n;
      const request = { number: 4_711n, instrument: CASH, amountMinor: 66_60n, reference: "lunch", expiresMs };
      await console.client.send({ signers: [alice], calls: [openPaymentRequest(request)] });
      await vi.waitFor(async () => expect((await console.client.models.status()).state).toBe("following"), {
        timeout: 300_000,
        interval: 500,
      });
    }, BEGIN_MS);
    afterAll(async () => {
      expect(console.faults).toEqual([]);
      await console.close();
    });

    it.each([
      {
        language: "en",
        width: 1_280,
        history: "History",
        underWay: "Under way",
        statement: /^Statement of /,
        again: "Show the code again",
      },
      { language: "zh", width: 390, history: "明细", underWay: "进行中", statement: /对账单$/, again: "再次显示二维码" },
    ] as const)("shows payments, balances and what is under way in $language at $width pixels", async (words) => {
      const page = await console.open("/wallet", words);
      await actAs(page, "alice");
      await page.getByRole("tab", { name: words.history }).click();
      const statement = page.getByRole("region", { name: words.statement });
      const [paid, got] = [
        statement.getByRole("row").filter({ hasText: "-¥12.34" }),
        statement.getByRole("row").filter({ hasText: "+¥5.00" }),
      ];
      await paid.waitFor({ timeout: 60_000 });
      await got.waitFor();
      const { address } = await console.signer("alice");
      const { balances } = await console.client.account(address);
      const cash = BigInt(balances.find(({ place, instrument }) => place === "wallet" && instrument === CASH)?.amountMinor ?? 0);
      expect(await got.innerText()).toContain(`bob`);
      const amount = await got.getByText("+¥5.00").boundingBox();
      expect((amount?.x ?? Number.NaN) + (amount?.width ?? 0)).toBeLessThanOrEqual(words.width);
      expect(await got.innerText()).toContain(yuan(cash));
      expect(await paid.innerText()).toContain(yuan(cash - 5_00n));
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
      expect(await seriousFaults(page)).toEqual([]);
      await page.getByRole("tab", { name: words.underWay }).click();
      const request = page.getByRole("row").filter({ hasText: "¥66.60" });
      await request.waitFor();
      expect(await seriousFaults(page)).toEqual([]);
      await request.getByRole("button", { name: words.again }).click();
      await page.getByRole("row").filter({ hasText: "lunch" }).waitFor();
      const code = await page.locator(".identifier[title^='0002']").getAttribute("title");
      const once = { request: paymentRequestAddress(address, 4_711n) };
      expect(decodePaymentRequest(code ?? "")).toMatchObject({ payee: address, amount: "66.60", reference: "lunch", once });
      expect(await seriousFaults(page)).toEqual([]);
      await page.context().close();
    });

    it("gives the statement as a file and on paper, where it stands alone", async () => {
      const page = await console.open("/wallet");
      await actAs(page, "alice");
      await page.getByRole("tab", { name: "History" }).click();
      await page.getByRole("row").filter({ hasText: "-¥12.34" }).waitFor({ timeout: 60_000 });
      const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download CSV" }).click()]);
      expect(file.suggestedFilename()).toMatch(/^statement-\d{4}-\d\d\.csv$/);
      const lines = readFileSync(await file.path(), "utf8").split("\r\n");
      expect(lines[0]).toBe("\ufefftime,height,transaction,kind,counterparty,name,instrument,unit,change,balance,purpose");
      const { address } = await console.signer("bob");
      expect(lines.filter((line) => line.includes(`,paid,${address},bob,CNY.cash,CNY,-12.34,`))).toHaveLength(1);

      await page.emulateMedia({ media: "print" });
      const visible = async (name: string) =>
        await page
          .getByText(name, { exact: false })
          .first()
          .evaluate((element) => getComputedStyle(element).visibility);
      expect(await visible("Statement of")).toBe("visible");
      expect(await visible("Download CSV")).toBe("hidden");
      await page.context().close();
    });

    it("prints and takes away the whole month, in the zone of the unit, however little of it was fetched", async () => {
      const [dan, bob] = [await console.signer("dan"), await console.signer("bob")];
      const calls = Array.from({ length: 20 }, () => pay({ payee: bob.address, instrument: CASH, amountMinor: 1n }));
      const transactions = await Promise.all(Array.from({ length: 27 }, () => console.client.prepare({ signers: [dan], calls })));
      for (const result of await console.client.submitBatch(transactions)) expect(result.kind).toBe("executed");
      const session = await console.client.openReadSession(dan);
      await expect
        .poll(
          async () =>
            (await session.payments(dan.address, { limit: 500 })).payments.filter(({ amountMinor }) => amountMinor === "1").length,
          {
            timeout: 60_000,
          },
        )
        .toBe(500);
      const page = await console.open("/wallet");
      await actAs(page, "dan");
      await page.getByRole("tab", { name: "History" }).click();
      await page.getByRole("columnheader", { name: "Time (UTC+08:00)" }).waitFor({ timeout: 60_000 });
      const drawn = page.getByRole("table", { name: "Payments" }).locator("tbody tr");
      expect(await drawn.count()).toBe(50);
      await page.getByText("Only the newest 50 payments").waitFor({ state: "hidden" });
      // The dialog of a printer would wait for a person.
      await page.evaluate(() => {
        globalThis.print = () => document.body.setAttribute("data-on-paper", `${document.querySelectorAll(".printed tbody tr").length}`);
      });
      await page.getByRole("button", { name: "Print" }).click();
      await page.locator("body[data-on-paper]").waitFor({ timeout: 60_000 });
      // With the balances' own row.
      expect(Number(await page.locator("body").getAttribute("data-on-paper"))).toBeGreaterThan(540);
      expect(await drawn.count()).toBe(50);
      const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download CSV" }).click()]);
      const lines = readFileSync(await file.path(), "utf8").split("\r\n");
      expect(lines.filter((line) => line.includes(",-0.01,"))).toHaveLength(540);
      expect(lines[1]).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+\+08:00,/);
      await page.context().close();
    });

    it("tells what limits leave, beside the balance and before a payment is signed, as the ledger reckons it", async () => {
      const { address } = await console.signer("alice");
      const { instruments } = await console.client.economy.walletLimits(address);
      const cash = instruments.find(({ instrument }) => instrument === CASH);
      const today = yuan(BigInt(cash?.left.todayMinor ?? 0));
      const most = yuan(BigInt(cash?.mostInOnePaymentMinor ?? 0));
      const page = await console.open("/wallet");
      await actAs(page, "alice");
      await page.getByText(`Limit left today ${today}; one payment ${most} at most`).waitFor();
      await page.getByRole("combobox", { name: "Payee" }).fill("bob");
      await page.keyboard.press("Escape");
      await page.getByRole("textbox", { name: "Amount" }).fill("1");
      await page.getByRole("button", { name: "Go on" }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("row").filter({ hasText: "Limit left today" }).getByText(today).waitFor();
      await dialog.getByRole("row").filter({ hasText: "Most in one payment" }).getByText(most).waitFor();
      await dialog.getByRole("row").filter({ hasText: "Limit left this year" }).getByText("without limit").waitFor();
      await page.context().close();
    });

    it("shows nobody else's payments to whoever looks", async () => {
      const page = await console.open("/wallet");
      await actAs(page, "carol");
      await page.getByRole("tab", { name: "History" }).click();
      await page.getByRole("region", { name: /^Statement of / }).waitFor({ timeout: 60_000 });
      expect(await page.getByRole("row").filter({ hasText: "12.34" }).count()).toBe(0);
      await page.context().close();
    });
  },
);

function yuan(minor: bigint): string {
  return new Intl.NumberFormat("en", { style: "currency", currency: "CNY", currencyDisplay: "narrowSymbol" }).format(Number(minor) / 100);
}
