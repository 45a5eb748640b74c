import { collectBatch, collectionsOf, revokeLicence } from "@sycee/sdk";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NO_CHROMIUM } from "../browser/find-chromium.ts";
import { askAct, chooseAct, fillAct, tickAndSend } from "./acts.ts";
import { actAs, BEGIN_MS, browserPath, type ConsoleUnderTest, seriousFaults, signAndSend, startConsole } from "./console-under-test.ts";
import { expectAsListed } from "./pressed-acts.ts";
import { signAndSendTogether } from "./sign-together.ts";
import { boardOfSupervisors } from "./supervisors.ts";

const REASON = browserPath === undefined ? ` (${NO_CHROMIUM})` : "";

describe.skipIf(browserPath === undefined)(`the pages of institutions${REASON}`, { timeout: 300_000 }, () => {
  let console: ConsoleUnderTest;

  beforeAll(async () => {
    console = await startConsole();
  }, BEGIN_MS);
  afterAll(async () => {
    expect(console.faults).toEqual([]);
    await console.close();
  });

  const addressOf = async (name: string) => (await console.signer(name)).address;
  const balanceOf = async (name: string, account: number): Promise<bigint> => {
    const { balances } = await console.client.customerAccount(await addressOf(name), account);
    return BigInt(balances.find(({ place }) => place === "customers")?.amountMinor ?? 0);
  };
  /** What a bank keeps on an account for a payment institution. */
  const keptBy = async (bank: string, account: number): Promise<bigint> => {
    const { balances } = await console.client.customerAccount(await addressOf(bank), account);
    return BigInt(balances.find(({ place }) => place === "payment institutions")?.amountMinor ?? 0);
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
    await askAct(page, "the reserve", "Own funds into the reserve…", { Amount: "10" });
    await signAndSend(page);
    expect(await reserve()).toBe(BigInt(before.reserveMinor) + 1_000n);
    await askAct(page, "the reserve", "Surplus to own funds…", { Amount: "10.00" });
    await signAndSend(page);
    expect(await reserve()).toBe(BigInt(before.reserveMinor));
    await askAct(page, "the reserve", "Surplus to own funds…", { Amount: "1000000" });
    await page.getByRole("button", { name: "Sign and send" }).click();
    await page.getByText("Refused: nothing was changed").waitFor();
    await page.getByRole("button", { name: "Close", exact: true }).last().click();
    await page.keyboard.press("Escape");
    expect(await reserve()).toBe(BigInt(before.reserveMinor));

    const account = before.accounts;
    await askAct(page, "the reserve", "Grant e-money out of own funds…", { Account: `${account}`, Amount: "5" });
    await signAndSend(page);
    expect(await balanceOf("swiftpay", account)).toBe(500n);
    await askAct(page, "the reserve", "Pay e-money out into a wallet…", { Account: `${account}`, "Wallet of": "bob", Amount: "2" });
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

  it("lets a first-mode institution report what banks keep, and not leave its mode while it is not covered", async () => {
    const address = await addressOf("old-pay");
    const page = await opened("old-pay", "Reserve");
    await askAct(page, "the reserve", "Report what banks keep…", { Amount: "200,000" });
    await signAndSend(page);
    expect((await console.client.paymentInstitution(address)).report?.atBanksMinor).toBe("20000000");
    await chooseAct(page, "the reserve", "Enter the second mode");
    await page.getByRole("checkbox", { name: "I have read this and want it" }).check();
    await page.getByRole("button", { name: "Sign and send" }).click();
    await page.getByText("Refused: nothing was changed").waitFor();
    expect((await console.client.paymentInstitution(address)).mode).toBe("first");
    await page.context().close();
  });

  it("hands customers over to a successor as both sign, and closes an empty account", async () => {
    const [address, successor] = [await addressOf("swiftpay"), await addressOf("lotus-pay")];
    const [before, of] = [await console.client.paymentInstitution(address), await console.client.paymentInstitution(successor)];
    // The test before opened the last three, and left something on the first of them.
    const [funded, empty] = [before.accounts - 3, before.accounts - 1];
    const page = await opened("swiftpay", "Customers");
    await page.getByLabel("Account number").fill(`${funded}`);
    await chooseAct(page, `account ${funded}`, "Close the account");
    await page.getByRole("checkbox", { name: "I have read this and want it" }).check();
    await page.getByRole("button", { name: "Sign and send" }).click();
    await page.getByText("Refused: nothing was changed").waitFor();
    await page.getByRole("button", { name: "Close", exact: true }).last().click();
    await chooseAct(page, `account ${empty}`, "Close the account");
    await tickAndSend(page);
    const { balances } = await console.client.customerAccount(address, empty);
    expect(balances).toMatchObject([{ state: "closed", amountMinor: "0" }]);

    const moved = await balanceOf("swiftpay", funded);
    expect(moved).toBe(300n);
    await page.getByRole("tab", { name: "Reserve" }).click();
    await askAct(page, "the reserve", "Hand customers over to a successor…", {
      Successor: "lotus-pay",
      "First account": `${funded}`,
      "How many accounts": "1",
    });
    await signAndSendTogether(page, "lotus-pay");
    const [after, got] = [await console.client.paymentInstitution(address), await console.client.paymentInstitution(successor)];
    expect(BigInt(after.eMoneyMinor)).toBe(BigInt(before.eMoneyMinor) - moved);
    expect(BigInt(got.eMoneyMinor)).toBe(BigInt(of.eMoneyMinor) + moved);
    await page.context().close();
  });

  it("fills an operator's till, hands cash out to a wallet, opens another and changes its tier", async () => {
    const address = await addressOf("harbour-bank");
    const at = async (holder: typeof address, place: string) =>
      BigInt((await console.client.account(holder)).balances.find((each) => each.place === place)?.amountMinor ?? 0);
    const bob = await addressOf("bob");
    const [settlement, till, wallet] = [await at(address, "settlement"), await at(address, "till"), await at(bob, "wallet")];
    const page = await opened("harbour-bank", "Wallets and till");
    const askOther = async (act: string, fields: Readonly<Record<string, string>>) => {
      await page.getByRole("button", { name: "Other acts" }).click();
      await page.getByRole("menuitem", { name: act, exact: true }).click();
      await fillAct(page, fields);
    };
    await page.getByRole("button", { name: "Exchange settlement money into the till…" }).click();
    await page.getByRole("dialog", { name: "Exchange settlement money into the till", exact: true }).waitFor();
    await fillAct(page, { Amount: "7" });
    await signAndSend(page);
    expect([await at(address, "settlement"), await at(address, "till")]).toEqual([settlement - 700n, till + 700n]);
    await askOther("Exchange the till's digital cash back into settlement money…", { Amount: "7" });
    await signAndSend(page);
    expect([await at(address, "settlement"), await at(address, "till")]).toEqual([settlement, till]);
    await page.getByRole("button", { name: "Exchange settlement money into a wallet…" }).click();
    await fillAct(page, { Owner: "bob", Amount: "2" });
    await signAndSend(page);
    expect([await at(address, "settlement"), await at(bob, "wallet")]).toEqual([settlement - 200n, wallet + 200n]);

    await askOther("Open a wallet…", { Owner: "developer", Tier: "4", "Holder's commitment": "no digits" });
    await page.getByText("The commitment has 64 hexadecimal digits.").waitFor();
    await page
      .getByRole("dialog")
      .getByLabel("Holder's commitment")
      .fill(`0x${"7c".repeat(32)}`);
    await page.getByRole("dialog").getByRole("button", { name: "Go on…" }).click();
    await signAndSend(page);
    const developer = await addressOf("developer");
    expect((await console.client.economy.walletLimits(developer)).tier).toBe(4);
    await askOther("Change a wallet's tier…", { Owner: "developer", Tier: "2" });
    await signAndSend(page);
    expect((await console.client.economy.walletLimits(developer)).tier).toBe(2);

    // The same holder has a wallet at another address, and lost the keys of the first.
    await askOther("Open a wallet…", { Owner: "prosecutor", Tier: "2", "Holder's commitment": `0x${"7c".repeat(32)}` });
    await signAndSend(page);
    await page.getByRole("button", { name: "Exchange settlement money into a wallet…" }).click();
    await fillAct(page, { Owner: "developer", Amount: "3" });
    await signAndSend(page);
    const prosecutor = await addressOf("prosecutor");
    expect([await at(developer, "wallet"), await at(prosecutor, "wallet")]).toEqual([300n, 0n]);
    await askOther("Recover a lost wallet…", { "Lost wallet": "developer", "New wallet of the same holder": "prosecutor" });
    await tickAndSend(page);
    expect([await at(developer, "wallet"), await at(prosecutor, "wallet")]).toEqual([0n, 300n]);
    await page.context().close();
  });

  it("makes an account a merchant's on terms, and no merchant's any more", async () => {
    const institution = await console.signer("swiftpay");
    const collect = collectBatch({ payers: [2], merchants: [1], amountsMinor: [1_000n] });
    const collected = async () => collectionsOf(await console.client.send({ signers: [institution], calls: [collect] }))[0];
    const page = await opened("swiftpay", "Customers");
    await askAct(page, "account 1", "Merchant's terms…", { "Fee in per cent": "0.6", "Fixed fee": "0.05" });
    await signAndSend(page);
    await askAct(page, "account 1", "Announce terms that cost more…", { "Fee in per cent": "0.7", "Fixed fee": "0.05" });
    await signAndSend(page);
    const [payer, merchant] = [await balanceOf("swiftpay", 2), await balanceOf("swiftpay", 1)];
    expect(await collected()).toMatchObject({ statuses: ["accepted"], fees: 11n });
    expect([await balanceOf("swiftpay", 2), await balanceOf("swiftpay", 1)]).toEqual([payer - 1_000n, merchant + 989n]);
    await chooseAct(page, "account 1", "No merchant any more");
    await signAndSend(page);
    expect(await collected()).toMatchObject({ statuses: ["no_merchant"], fees: 0n });
    await page.context().close();
  });

  it("keeps accounts as an operator: begins, opens, takes in and pays out by its till, transfers and closes", async () => {
    const address = await addressOf("valley-bank");
    const page = await opened("valley-bank", "Wallets and till");
    await page.getByRole("button", { name: "Other acts" }).click();
    await page.getByRole("menuitem", { name: "Begin to keep accounts" }).click();
    await signAndSend(page);
    await page.getByRole("tab", { name: "Customers" }).click();
    const form = page.getByRole("region", { name: "Open accounts" });
    await form.getByLabel("How many").fill("2");
    await form.getByRole("button", { name: "Open…" }).click();
    await signAndSend(page);
    await page.getByLabel("Account number").fill("0");
    await askAct(page, "account 0", "Pay in from the till…", { Amount: "5" });
    await signAndSend(page);
    expect(await balanceOf("valley-bank", 0)).toBe(500n);
    await askAct(page, "account 0", "Pay out into the till…", { Amount: "2" });
    await signAndSend(page);
    expect(await balanceOf("valley-bank", 0)).toBe(300n);
    await page.getByRole("tab", { name: "Batch" }).click();
    const batch = page.getByRole("region", { name: "Transfers between customers" });
    await batch.getByLabel("Lines").fill("from,to,amount\n0,1,3.00");
    await batch.getByRole("button", { name: "Post…" }).click();
    await signAndSend(page);
    expect([await balanceOf("valley-bank", 0), await balanceOf("valley-bank", 1)]).toEqual([0n, 300n]);
    await page.getByRole("tab", { name: "Customers" }).click();
    await page.getByLabel("Account number").fill("0");
    await chooseAct(page, "account 0", "Close the account");
    await tickAndSend(page);
    expect((await console.client.customerAccount(address, 0)).balances).toMatchObject([{ state: "closed", amountMinor: "0" }]);
    await page.context().close();
  });

  it("redeems e-money in the first mode, enters what it used of deposits, closes a period, and posts a batch of deposits", async () => {
    const old = await addressOf("old-pay");
    const atBanks = async () => {
      const { accounts } = await console.client.economy.books(old);
      return BigInt(accounts.find(({ name }) => name === "Deposits at banks")?.balanceMinor ?? 0);
    };
    const [balance, kept] = [await balanceOf("old-pay", 2), await atBanks()];
    const page = await opened("old-pay", "Customers");
    await page.getByLabel("Account number").fill("2");
    await askAct(page, "account 2", "Redeem from a deposit at a bank…", { Amount: "6" });
    await signAndSend(page);
    expect([await balanceOf("old-pay", 2), await atBanks()]).toEqual([balance - 600n, kept - 600n]);
    await page.getByRole("tab", { name: "Reserve" }).click();
    await askAct(page, "the reserve", "Enter deposits used for own purposes…", { Amount: "4" });
    await signAndSend(page);
    expect(await atBanks()).toBe(kept - 1_000n);
    const { period } = await console.client.economy.books(old);
    await chooseAct(page, "the reserve", "Close the period of the books");
    await tickAndSend(page);
    expect((await console.client.economy.books(old)).period).toBe(`${BigInt(period) + 1n}`);
    await page.getByRole("tab", { name: "Customers" }).click();
    await page.getByLabel("Account number").fill("2");
    await askAct(page, "account 2", "Issue against a deposit at a bank…", { Amount: "3" });
    await signAndSend(page);
    expect([await balanceOf("old-pay", 2), await atBanks()]).toEqual([balance - 300n, kept - 700n]);
    await page.context().close();

    const [payer, payee] = [await balanceOf("river-bank", 1), await balanceOf("river-bank", 2)];
    const bank = await opened("river-bank", "Batch");
    const batch = bank.getByRole("region", { name: "Transfers between customers" });
    await batch.getByLabel("Lines").fill("from,to,amount\n1,2,1.50");
    await batch.getByRole("button", { name: "Post…" }).click();
    await signAndSend(bank);
    expect([await balanceOf("river-bank", 1), await balanceOf("river-bank", 2)]).toEqual([payer - 150n, payee + 150n]);
    await bank.context().close();
  });

  it("begins as a bank to keep accounts for payment institutions, and pays customers' money onto one and from it", async () => {
    const page = await opened("hill-bank", "Payment institutions");
    await page.getByRole("button", { name: "Begin to keep them" }).click();
    await signAndSend(page);
    await page.getByText("No account was opened yet.").waitFor();
    await askAct(page, "the accounts of payment institutions", "Open accounts…", { "How many": "2" });
    await signAndSend(page);
    const before = await balanceOf("hill-bank", 1);
    await askAct(page, "institution's account 1", "From a customer's account onto it…", { "Customer's account": "1", Amount: "9" });
    await page.getByText(/The institution should grant the customer e-money for it/).waitFor();
    await signAndSend(page);
    expect([await balanceOf("hill-bank", 1), await keptBy("hill-bank", 1)]).toEqual([before - 900n, 900n]);
    await askAct(page, "institution's account 1", "From it onto a customer's account…", { "Customer's account": "1", Amount: "4" });
    await signAndSend(page);
    expect([await balanceOf("hill-bank", 1), await keptBy("hill-bank", 1)]).toEqual([before - 500n, 500n]);
    expect(await seriousFaults(page)).toEqual([]);
    await page.context().close();
    const phone = await console.open(`/institutions/${await addressOf("hill-bank")}#kept`, { width: 390, language: "zh", dark: true });
    await phone.getByRole("heading", { name: "支付机构账户" }).waitFor();
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(await seriousFaults(phone)).toEqual([]);
    await phone.context().close();
  });

  it("moves what a bank keeps into the reserve as both sign, and enters the second mode once all e-money is covered", async () => {
    const old = await addressOf("old-pay");
    const moved = await keptBy("river-bank", 0);
    const page = await opened("old-pay", "Reserve");
    await askAct(page, "the reserve", "Deposit at a bank into the reserve…", {
      Bank: "river-bank",
      "Account at the bank": "0",
      Amount: amountOf(moved),
    });
    await signAndSendTogether(page, "river-bank");
    const { reserveMinor, eMoneyMinor } = await console.client.paymentInstitution(old);
    expect([await keptBy("river-bank", 0), BigInt(reserveMinor)]).toEqual([0n, moved]);
    await actAs(page, "old-pay");
    await page.goto(`${console.url}/institutions/${old}`);
    await askAct(page, "the reserve", "Own funds into the reserve…", { Amount: amountOf(BigInt(eMoneyMinor) - moved) });
    await signAndSend(page);
    await chooseAct(page, "the reserve", "Enter the second mode");
    await tickAndSend(page);
    expect(await console.client.paymentInstitution(old)).toMatchObject({ mode: "second", reserveMinor: eMoneyMinor, coverBps: 10_000 });
    await page.context().close();
  });

  it("pays out and hands over as a supervisor what an institution without a licence owes its customers", async () => {
    const [lotus, bob] = [await addressOf("lotus-pay"), await console.signer("bob")];
    const revoke = revokeLicence({ kind: "paymentInstitution", unit: 1, holder: lotus, reason: "It misled its customers" });
    await console.client.send({ signers: [await boardOfSupervisors()], calls: [revoke] });
    const walletOf = async () =>
      BigInt((await console.client.account(bob.address)).balances.find(({ place }) => place === "wallet")?.amountMinor ?? 0);
    const { accounts } = await console.client.customerAccounts(lotus, 1, 100);
    const rich = accounts.filter(({ balances }) => BigInt(balances[0]?.amountMinor ?? 0) > 0n).map(({ account }) => account);
    const [first = 0, second = 0] = rich;
    const [due, handed, wallet] = [await balanceOf("lotus-pay", first), await balanceOf("lotus-pay", second), await walletOf()];
    const page = await console.open(`/institutions/${lotus}`);
    await actAs(page, "supervisor");
    await page.getByRole("tab", { name: "Reserve" }).click();
    await askAct(page, "the reserve", "Pay an account out for the institution…", { Account: `${first}`, "Wallet of": "bob" });
    await tickAndSend(page);
    expect([await balanceOf("lotus-pay", first), await walletOf()]).toEqual([0n, wallet + due]);
    const successor = await addressOf("swiftpay");
    const before = await console.client.paymentInstitution(successor);
    await askAct(page, "the reserve", "Hand customers over for the institution…", {
      Successor: "swiftpay",
      "First account": `${second}`,
      "How many accounts": "1",
    });
    await signAndSendTogether(page, "swiftpay");
    const after = await console.client.paymentInstitution(successor);
    expect(after.accounts).toBe(before.accounts + 1);
    expect([await balanceOf("lotus-pay", second), await balanceOf("swiftpay", before.accounts)]).toEqual([0n, handed]);
    await page.context().close();
  });

  it("did on the ledger what the list of acts says of it", async () => {
    expectAsListed("institution", await console.pressed());
  });
});

/** Minor units of two decimals as somebody types them. */
function amountOf(minor: bigint): string {
  return `${minor / 100n}.${`${minor % 100n}`.padStart(2, "0")}`;
}
