import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NO_CHROMIUM } from "../browser/find-chromium.ts";
import { actAs, browserPath, type ConsoleUnderTest, seriousFaults, signAndSend, startConsole } from "./console-under-test.ts";

const REASON = browserPath === undefined ? ` (${NO_CHROMIUM})` : "";

describe.skipIf(browserPath === undefined)(`the pages of institutions${REASON}`, { timeout: 300_000 }, () => {
  let console: ConsoleUnderTest;

  beforeAll(async () => {
    console = await startConsole();
  }, 180_000);
  afterAll(async () => {
    expect(console.faults).toEqual([]);
    await console.close();
  });

  const addressOf = async (name: string) => (await console.signer(name)).address;
  const balanceOf = async (name: string, account: number): Promise<bigint> => {
    const { balances } = await console.client.customerAccount(await addressOf(name), account);
    return BigInt(balances.find(({ place }) => place === "customers")?.amountMinor ?? 0);
  };
  const opened = async (name: string, tab: string) => {
    const page = await console.open(`/institutions/${await addressOf(name)}`);
    await actAs(page, name);
    await page.getByRole("tab", { name: tab }).click();
    return page;
  };

  it("posts a batch, says what became of each line, and nothing comes into being", async () => {
    const [first, second] = [await balanceOf("swiftpay", 1), await balanceOf("swiftpay", 2)];
    const { eMoneyMinor, customersMinor } = await console.client.paymentInstitution(await addressOf("swiftpay"));
    const page = await opened("swiftpay", "Batch");
    const form = page.getByRole("region", { name: "Transfers between customers" });
    await form.getByLabel("From account").fill("1");
    await form.getByLabel("To account").fill("2");
    await form.getByLabel("Amount").fill("1.25");
    await form.getByRole("button", { name: "Add a row" }).click();
    expect(await form.getByLabel("Lines").inputValue()).toBe("1,2,1.25\n");
    await form.getByLabel("Lines").fill("from,to,amount\n1,2,1.25\n2,1,nonsense");
    await form.getByRole("button", { name: "Post…" }).click();
    await form.getByText("Line 3 is not from,to,amount: 2,1,nonsense").waitFor();
    await form.getByLabel("Lines").fill('from,to,amount\n1,2,1.25\n1,1,5\n1,4000000000,5\n2,1,"99,999,999.00"\n1,2,0.50');
    await form.getByRole("button", { name: "Post…" }).click();
    expect(await page.getByRole("dialog").innerText()).toMatch(/Post 5 transfers/);
    await signAndSend(page);
    const outcome = page.getByRole("region", { name: "What became of the batch" }).last();
    await outcome.waitFor();
    const statuses = await outcome.locator("tbody tr td:last-child").allInnerTexts();
    expect(statuses.map((text) => text.toLowerCase())).toEqual([
      "accepted",
      "both accounts are the same",
      "no such payee",
      "not enough on the account",
      "accepted",
    ]);
    await page.getByText("Nothing came into being or was lost.").waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    expect([await balanceOf("swiftpay", 1), await balanceOf("swiftpay", 2)]).toEqual([first - 175n, second + 175n]);
    expect(await console.client.paymentInstitution(await addressOf("swiftpay"))).toMatchObject({ eMoneyMinor, customersMinor });
    await page.context().close();
  });

  it("opens accounts, moves own funds into the reserve and back, grants e-money and pays it out", async () => {
    const address = await addressOf("swiftpay");
    const before = await console.client.paymentInstitution(address);
    const page = await opened("swiftpay", "Customers");
    const form = page.getByRole("region", { name: "Open accounts" });
    await form.getByLabel("How many").fill("3");
    await form.getByRole("button", { name: "Open…" }).click();
    await signAndSend(page);
    expect((await console.client.paymentInstitution(address)).accounts).toBe(before.accounts + 3);
    await page.getByText(new RegExp(`^${before.accounts + 3} accounts`)).waitFor();

    await page.getByRole("tab", { name: "Reserve" }).click();
    const reserve = async () => BigInt((await console.client.paymentInstitution(address)).reserveMinor);
    await ask(page, "Own funds into the reserve…", { Amount: "10" });
    await signAndSend(page);
    expect(await reserve()).toBe(BigInt(before.reserveMinor) + 1_000n);
    await ask(page, "Surplus to own funds…", { Amount: "10.00" });
    await signAndSend(page);
    expect(await reserve()).toBe(BigInt(before.reserveMinor));
    await ask(page, "Surplus to own funds…", { Amount: "1000000" });
    await page.getByRole("button", { name: "Sign and send" }).click();
    await page.getByText("Refused: nothing was changed").waitFor();
    await page.getByRole("button", { name: "Close", exact: true }).last().click();
    await page.keyboard.press("Escape");
    expect(await reserve()).toBe(BigInt(before.reserveMinor));

    const account = before.accounts;
    await ask(page, "Grant e-money out of own funds…", { Account: `${account}`, Amount: "5" });
    await signAndSend(page);
    expect(await balanceOf("swiftpay", account)).toBe(500n);
    await ask(page, "Pay e-money out into a wallet…", { Account: `${account}`, "Wallet of": "bob", Amount: "2" });
    await signAndSend(page);
    expect(await balanceOf("swiftpay", account)).toBe(300n);
    await page.context().close();
  });

  it("reconciles: four figures of customers' money agree, as the ledger's own recount has them", async () => {
    const { outstandingMinor } = (await console.client.instruments()).find(({ symbol }) => symbol === "swiftpay.money") ?? {};
    const page = await opened("swiftpay", "Reconciliation");
    const row = page.getByRole("row").filter({ hasText: "swiftpay.money" });
    const shown = `¥${(Number(outstandingMinor) / 100).toLocaleString("en", { minimumFractionDigits: 2 })}`;
    await expect.poll(async () => (await row.innerText()).split(shown).length - 1, { timeout: 30_000 }).toBe(4);
    expect((await row.innerText()).toLowerCase()).toContain("agree");
    await page.context().close();
  });
});

async function choose(page: Page, what: string, act: string): Promise<void> {
  await page.getByRole("button", { name: `What can be done with ${what}`, exact: true }).click();
  await page.getByRole("menuitem", { name: act, exact: true }).click();
}

/** Chooses an act that asks for something, fills it in and goes on. */
async function ask(page: Page, act: string, fields: Readonly<Record<string, string>>, what = "the reserve"): Promise<void> {
  await choose(page, what, act);
  const dialog = page.getByRole("dialog");
  for (const [label, text] of Object.entries(fields)) await dialog.getByLabel(label, { exact: true }).fill(text);
  await dialog.getByRole("button", { name: "Go on…" }).click();
}
