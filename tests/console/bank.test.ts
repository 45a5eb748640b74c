import {
  admitOperator,
  adoptWalletDeposits,
  banking,
  executePolicyChange,
  grantLicence,
  type MoveType,
  openWallets,
  proposeTier,
  readResource,
} from "@sycee/sdk";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NO_CHROMIUM } from "../browser/find-chromium.ts";
import { askAct, chooseAct, tickAndSend } from "./acts.ts";
import {
  actAs,
  BEGIN_MS,
  browserPath,
  type ConsoleUnderTest,
  FORTY_DAYS_MS,
  seriousFaults,
  signAndSend,
  startConsoleBehind,
} from "./console-under-test.ts";
import { expectAsListed } from "./pressed-acts.ts";
import { signAndSendTogether } from "./sign-together.ts";
import { boardOfSupervisors } from "./supervisors.ts";

const REASON = browserPath === undefined ? ` (${NO_CHROMIUM})` : "";
const AT_CENTRAL_BANK = "the account at the central bank";
const WALLETS = "Wallets in the bank's own money";
const DAY_MS = 86_400_000n;

describe.skipIf(browserPath === undefined)(`a bank's page${REASON}`, { timeout: 300_000 }, () => {
  let console: ConsoleUnderTest;

  beforeAll(async () => {
    // Once its clock is put forward a loan has an instalment due, and everything of a week is overdue.
    console = await startConsoleBehind(FORTY_DAYS_MS, "--no-read-models");
  }, BEGIN_MS);
  afterAll(async () => {
    expect(console.faults).toEqual([]);
    await console.close();
  });

  const addressOf = async (name: string) => (await console.signer(name)).address;
  const read = async <T>(name: string, type: MoveType<T>) => await readResource(console.client, await addressOf(name), type);
  const balanceOf = async (account: number): Promise<bigint> => {
    const { balances } = await console.client.customerAccount(await addressOf("river-bank"), account);
    return BigInt(balances.find(({ place }) => place === "customers")?.amountMinor ?? 0);
  };
  const settlementOf = async (name: string): Promise<bigint> => {
    const { balances } = await console.client.account(await addressOf(name));
    return BigInt(balances.find(({ place }) => place === "settlement")?.amountMinor ?? 0);
  };
  const holding = async (number: bigint) => (await read("river-bank", banking.securitiesType))?.holdings.find(({ id }) => id === number);
  const insurersPremiums = async () => (await read("central-bank", banking.depositInsuranceInsuranceType))?.premiums ?? 0n;
  const opened = async (name: string, tab: string) => {
    const page = await console.open(`/institutions/${await addressOf(name)}`);
    await actAs(page, name);
    await page.getByRole("tab", { name: tab }).click();
    return page;
  };

  it("lends, takes a repayment, provides, marks and writes off", async () => {
    const address = await addressOf("river-bank");
    const all = async () => (await console.client.economy.loans(address, { limit: 100, account: 2 })).loans;
    const before = new Set((await all()).map(({ loan }) => loan));
    const deposit = await balanceOf(2);
    const page = await opened("river-bank", "Loans");
    const form = page.getByRole("region", { name: "Lend", exact: true });
    await form.getByLabel("Account").fill("2");
    await form.getByLabel("Amount").fill("1,000");
    await form.getByRole("button", { name: "Lend…" }).click();
    expect(await page.getByRole("dialog").innerText()).toMatch(/Lend to account 2[^]*¥1,000\.00[^]*4\.35%/);
    await signAndSend(page);
    const granted = (await all()).find(({ loan }) => !before.has(loan));
    expect(granted).toMatchObject({ principalMinor: "100000", rateBps: 435, instalments: 12, periodDays: 30 });
    expect(await balanceOf(2)).toBe(deposit + 100_000n);
    const loan = async () => (await all()).find((each) => each.loan === granted?.loan);
    const what = `loan ${granted?.loan}`;
    await turnTo(page, what);
    await askAct(page, what, "Repay…", { Amount: "400" });
    await signAndSend(page);
    expect((await loan())?.principalMinor).toBe("60000");
    await askAct(page, what, "Provide…", { "Provided in all": "100" });
    await signAndSend(page);
    expect((await loan())?.provisionMinor).toBe("10000");
    await chooseAct(page, what, "Mark as not performing");
    await tickAndSend(page);
    expect((await loan())?.performing).toBe(false);
    await chooseAct(page, what, "Mark as performing");
    await signAndSend(page);
    expect((await loan())?.performing).toBe(true);
    await chooseAct(page, what, "Mark as not performing");
    await tickAndSend(page);
    await chooseAct(page, what, "Write off");
    await tickAndSend(page);
    expect(await loan()).toBeUndefined();
    await page.context().close();
  });

  it("lends in equal instalments, whose schedule is shown before it is signed and is the ledger's", async () => {
    const address = await addressOf("river-bank");
    const all = async () => (await console.client.economy.loans(address, { limit: 100, account: 4 })).loans;
    const [before, deposit] = [new Set((await all()).map(({ loan }) => loan)), await balanceOf(4)];
    const page = await opened("river-bank", "Loans");
    const form = page.getByRole("region", { name: "Lend", exact: true });
    await form.getByLabel("Account").fill("4");
    await form.getByLabel("Amount").fill("1,000");
    await form.getByLabel("Rate a year in per cent").fill("10");
    await form.getByRole("combobox", { name: "Repaid in" }).click();
    await page.getByRole("option", { name: /an annuity/ }).click();
    await form.getByLabel("Instalments", { exact: true }).fill("601");
    await form.getByLabel("Days between two instalments").fill("365");
    await form.getByRole("button", { name: "Lend…" }).click();
    await form.getByText("A loan has 1 to 600 instalments").waitFor();
    await form.getByLabel("Instalments", { exact: true }).fill("3");
    await form.getByRole("button", { name: "Lend…" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("row", { name: "Interest in all ¥206.34" }).waitFor();
    const rows = await dialog.getByRole("region", { name: "Schedule of repayment" }).locator("tbody tr").allInnerTexts();
    expect(await seriousFaults(page)).toEqual([]);
    await signAndSend(page);
    expect(await balanceOf(4)).toBe(deposit + 100_000n);
    const granted = (await all()).find(({ loan }) => !before.has(loan));
    expect(granted).toMatchObject({ principalMinor: "100000", rateBps: 1_000, instalments: 3, instalmentMinor: "40212" });
    expect(rows.map((row) => row.split(/\s+/))).toEqual([
      [granted?.firstInstalmentOn, "¥402.12", "¥100.00", "¥697.88"],
      [expect.any(String), "¥402.12", "¥69.78", "¥365.54"],
      [granted?.lastInstalmentOn, "¥402.10", "¥36.56", "¥0.00"],
    ]);
    await page.context().close();
  });

  it("goes over to wallets in its own money, and puts a deposit and interest into one", async () => {
    const [bank, owner] = [await console.signer("river-bank"), await console.signer("custodian")];
    await console.client.send({
      signers: [await boardOfSupervisors()],
      calls: [grantLicence({ holder: bank.address, kind: "operator", unit: 1 })],
    });
    await console.client.send({
      signers: [bank, await console.signer("central-bank")],
      calls: [
        admitOperator({ signer: 1, operator: bank.address, name: "river-bank" }),
        openWallets({ tier: 4, wallets: [{ owner: owner.address, commitment: new Uint8Array(32).fill(9) }] }),
        adoptWalletDeposits({ signer: 1, bankSigner: 0, symbol: "RIVER.wallet" }),
      ],
    });
    const held = async () =>
      (await console.client.account(owner.address)).balances.find(({ symbol }) => symbol === "RIVER.wallet")?.amountMinor ?? "0";
    const balance = await balanceOf(2);
    const page = await opened("river-bank", "Wallets and till");
    const moved = { "Customer's account": "2", "Wallet of": "custodian", Amount: "7.50" };
    await askAct(page, WALLETS, "Move a deposit into a wallet…", moved);
    await signAndSend(page);
    expect([await balanceOf(2), await held()]).toEqual([balance - 750n, "750"]);
    await askAct(page, WALLETS, "Pay interest into a wallet…", { "Wallet of": "custodian", Amount: "0.25" });
    await signAndSend(page);
    expect([await balanceOf(2), await held()]).toEqual([balance - 750n, "775"]);
    expect(await page.getByText("as for digital cash").count()).toBe(4);
    // Made once the clock was put forward.
    const earliestMs = BigInt((await console.client.status()).timeMs) + 20n * DAY_MS;
    const limits = { tier: 4, balanceMinor: 900_000n, singleMinor: 1_000n, dailyMinor: 5_000n, yearlyMinor: undefined };
    const central = await console.signer("central-bank");
    await console.client.send({ signers: [central], calls: [proposeTier({ ...limits, earliestMs })] });
    await page.context().close();
  });

  it("places a time deposit and pays it back", async () => {
    const address = await addressOf("river-bank");
    const all = async () => (await console.client.economy.timeDeposits(address, { limit: 100, account: 3 })).deposits;
    const before = (await all()).map(({ deposit }) => deposit);
    const balance = await balanceOf(3);
    const page = await opened("river-bank", "Time deposits");
    const form = page.getByRole("region", { name: "Place a time deposit" });
    await form.getByLabel("Account").fill("3");
    await form.getByLabel("Amount").fill("12.34");
    await form.getByRole("button", { name: "Place…" }).click();
    await signAndSend(page);
    const placed = (await all()).find(({ deposit }) => !before.includes(deposit));
    expect(placed).toMatchObject({ principalMinor: "1234", rateBps: 150 });
    expect(await balanceOf(3)).toBe(balance - 1_234n);
    const what = `time deposit ${placed?.deposit}`;
    await turnTo(page, what);
    await chooseAct(page, what, "Pay back");
    await tickAndSend(page);
    expect((await all()).map(({ deposit }) => deposit)).toEqual(before);
    expect(await balanceOf(3)).toBe(balance);
    await page.context().close();
  });

  it("uses both standing facilities of the central bank, and is refused what it has not pledged", async () => {
    const settlement = await settlementOf("river-bank");
    const pledged = (await holding(1n))?.pledged ?? 0n;
    const credits = async () => (await read("river-bank", banking.centralBankCreditCentralBankDebtType))?.credits ?? [];
    const before = (await credits()).length;
    const page = await opened("river-bank", "Money market");
    await askAct(page, AT_CENTRAL_BANK, "Leave at the deposit facility…", { Amount: "1,000" });
    await signAndSend(page);
    expect((await read("river-bank", banking.standingFacilitiesFacilityDepositType))?.money.value).toBe(100_000n);
    expect(await settlementOf("river-bank")).toBe(settlement - 100_000n);
    await chooseAct(page, AT_CENTRAL_BANK, "Take back from the deposit facility");
    await signAndSend(page);
    expect(await settlementOf("river-bank")).toBe(settlement);

    await askAct(page, "security 1", "Borrow overnight on it…", { Amount: "950" });
    await signAndSend(page);
    const credit = (await credits()).at(-1);
    // The haircut of collateral is 5%.
    expect(credit).toMatchObject({ holding: 1n, principal: 95_000n, pledged: 100_000n, accrual: { rateBps: 300n } });
    expect((await holding(1n))?.pledged).toBe(pledged + 100_000n);
    expect(await settlementOf("river-bank")).toBe(settlement + 95_000n);
    await chooseAct(page, `credit ${credit?.id}`, "Repay");
    await signAndSend(page);
    expect(await credits()).toHaveLength(before);
    expect((await holding(1n))?.pledged).toBe(pledged);
    expect(await settlementOf("river-bank")).toBe(settlement);

    await askAct(page, "security 1", "Borrow overnight on it…", { Amount: "90,000,000" });
    await page.getByRole("button", { name: "Sign and send" }).click();
    await page.getByText("Refused: nothing was changed").waitFor();
    await page.getByText("That much of the security is pledged.").waitFor();
    expect(await credits()).toHaveLength(before);
    await page.context().close();
  });

  it("lends to another bank as both sign, and the other repays from its own page", async () => {
    const claims = async () => (await read("river-bank", banking.interbankClaimsType))?.claims ?? [];
    const before = (await claims()).length;
    const [lender, borrower] = [await settlementOf("river-bank"), await settlementOf("coast-bank")];
    const page = await opened("river-bank", "Money market");
    const form = page.getByRole("region", { name: "Loans between banks" }).first();
    await form.getByRole("combobox", { name: "Borrower" }).click();
    await page.getByRole("option", { name: "coast-bank" }).click();
    await form.getByLabel("Amount").fill("500");
    await form.getByLabel("Days").fill("3");
    await form.getByRole("button", { name: "Lend to a bank…" }).click();
    await signAndSendTogether(page, "coast-bank");
    const claim = (await claims()).at(-1);
    expect(claim).toMatchObject({ borrower: await addressOf("coast-bank"), principal: 50_000n, accrual: { rateBps: 180n } });
    expect([await settlementOf("river-bank"), await settlementOf("coast-bank")]).toEqual([lender - 50_000n, borrower + 50_000n]);
    await page.context().close();
    const other = await opened("coast-bank", "Money market");
    await chooseAct(other, `debt ${claim?.id}`, "Repay");
    await signAndSend(other);
    expect(await claims()).toHaveLength(before);
    expect([await settlementOf("river-bank"), await settlementOf("coast-bank")]).toEqual([lender, borrower]);
    await other.context().close();
  });

  it("makes a repo with the central bank and sells it a security, each as both sign", async () => {
    const settlement = await settlementOf("river-bank");
    const before = await holding(1n);
    const page = await opened("river-bank", "Money market");
    await askAct(page, "security 1", "Repo with the central bank…", { Amount: "190", Days: "14" });
    await signAndSendTogether(page, "central-bank");
    const credit = (await read("river-bank", banking.centralBankCreditCentralBankDebtType))?.credits.at(-1);
    expect(credit).toMatchObject({ principal: 19_000n, pledged: 20_000n, accrual: { rateBps: 200n } });
    expect(await settlementOf("river-bank")).toBe(settlement + 19_000n);
    await page.goto(`${console.url}/institutions/${await addressOf("river-bank")}`);
    await actAs(page, "river-bank");
    await page.getByRole("tab", { name: "Money market" }).click();
    await askAct(page, "security 1", "Sell to the central bank…", { Amount: "100" });
    await signAndSendTogether(page, "central-bank");
    expect(await settlementOf("river-bank")).toBe(settlement + 29_000n);
    expect((await holding(1n))?.bookValue).toBe((before?.bookValue ?? 0n) - 10_000n);
    await page.context().close();
  });

  it("pays interest, charges a fee, exchanges and pays out; orders notes; closes an empty account", async () => {
    const address = await addressOf("river-bank");
    const count = async () => Number((await read("river-bank", banking.institutionCustomersType))?.book.accounts.length ?? 0n);
    const vault = async () => (await read("river-bank", banking.notesVaultType))?.money.value ?? 0n;
    const [balance, notes] = [await balanceOf(2), await vault()];
    const page = await opened("river-bank", "Customers");
    await askAct(page, "account 2", "Pay interest…", { Amount: "3" });
    await signAndSend(page);
    expect(await balanceOf(2)).toBe(balance + 300n);
    await askAct(page, "account 2", "Charge a fee…", { Amount: "1" });
    await signAndSend(page);
    expect(await balanceOf(2)).toBe(balance + 200n);
    await askAct(page, "account 2", "Pay out in notes…", { Amount: "2" });
    await signAndSend(page);
    expect([await balanceOf(2), await vault()]).toEqual([balance, notes - 200n]);
    await page.getByRole("tab", { name: "Money market" }).click();
    await askAct(page, "Notes", "Order notes…", { Amount: "2" });
    await signAndSend(page);
    expect(await vault()).toBe(notes);

    await page.getByRole("tab", { name: "Customers" }).click();
    const opening = page.getByRole("region", { name: "Open accounts" });
    await opening.getByRole("button", { name: "Open…" }).click();
    await signAndSend(page);
    const number = (await count()) - 1;
    await page.getByLabel("Account number").fill(`${number}`);
    await chooseAct(page, `account ${number}`, "Close the account");
    await tickAndSend(page);
    const { balances } = await console.client.customerAccount(address, number);
    expect(balances).toMatchObject([{ state: "closed", amountMinor: "0" }]);
    await page.context().close();
  });

  it("turns a deposit into digital cash, pays a tax, takes notes in and gives them back as both sign, and sells a security", async () => {
    const all = async (name: string) => {
      const { balances } = await console.client.account(await addressOf(name));
      return balances.reduce((sum, { amountMinor }) => sum + BigInt(amountMinor), 0n);
    };
    const vault = async () => (await read("river-bank", banking.notesVaultType))?.money.value ?? 0n;
    const [balance, alice, government, notes] = [await balanceOf(2), await all("alice"), await all("government"), await vault()];
    const page = await opened("river-bank", "Customers");
    await askAct(page, "account 2", "To digital cash in a wallet…", { "Wallet of": "alice", Amount: "1.50" });
    await signAndSend(page);
    expect([await balanceOf(2), await all("alice")]).toEqual([balance - 150n, alice + 150n]);
    await askAct(page, "account 2", "Pay the customer's tax…", { Government: "government", Amount: "1" });
    await signAndSend(page);
    expect([await balanceOf(2), await all("government")]).toEqual([balance - 250n, government + 100n]);
    await askAct(page, "account 2", "Take notes in…", { Amount: "4" });
    await signAndSend(page);
    expect([await balanceOf(2), await vault()]).toEqual([balance + 150n, notes + 400n]);
    await page.getByRole("tab", { name: "Money market" }).click();
    const before = await holding(1n);
    await askAct(page, "security 1", "Sell to a customer…", { "Customer's account": "2", Amount: "3" });
    await signAndSend(page);
    expect([await balanceOf(2), (await holding(1n))?.bookValue]).toEqual([balance - 150n, (before?.bookValue ?? 0n) - 300n]);
    await askAct(page, "Notes", "Give notes back…", { Amount: "4" });
    await signAndSendTogether(page, "central-bank");
    expect(await vault()).toBe(notes);
    await page.context().close();
  });

  it("takes a security in as capital and buys one from a customer, as a custodian signs that it is there", async () => {
    const balance = await balanceOf(2);
    const described = async (text: string) =>
      (await read("river-bank", banking.securitiesType))?.holdings.find(({ description }) => description === text);
    const page = await opened("river-bank", "Money market");
    await askAct(page, "Securities", "Take in as capital…", { Description: "Owners' bond", Custodian: "custodian", "Book value": "10" });
    await signAndSendTogether(page, "custodian");
    expect(await described("Owners' bond")).toMatchObject({ kind: 3, bookValue: 1_000n, custodian: await addressOf("custodian") });
    await page.goto(`${console.url}/institutions/${await addressOf("river-bank")}`);
    await actAs(page, "river-bank");
    await page.getByRole("tab", { name: "Money market" }).click();
    const gold = { Kind: "Gold", Description: "Customer's bar", Custodian: "custodian", "Customer's account": "2", Price: "5" };
    await askAct(page, "Securities", "Buy from a customer…", gold);
    await signAndSendTogether(page, "custodian");
    expect(await described("Customer's bar")).toMatchObject({ kind: 2, bookValue: 500n });
    expect(await balanceOf(2)).toBe(balance + 500n);
    await page.context().close();
  });

  it("pays a dividend out of what a closed period earned", async () => {
    const address = await addressOf("hill-bank");
    const retained = async () =>
      BigInt((await console.client.economy.books(address)).accounts.find(({ name }) => name === "Retained earnings")?.balanceMinor ?? 0);
    const deposit = async () =>
      BigInt((await console.client.customerAccount(address, 2)).balances.find(({ place }) => place === "customers")?.amountMinor ?? 0);
    const page = await opened("hill-bank", "Customers");
    await askAct(page, "account 2", "Charge a fee…", { Amount: "9" });
    await signAndSend(page);
    await page.getByRole("tab", { name: "Books" }).click();
    await chooseAct(page, "Capital and result", "Close the period of the books");
    await tickAndSend(page);
    const [before, balance] = [await retained(), await deposit()];
    expect(before).toBeGreaterThan(200n);
    await askAct(page, "Capital and result", "Pay a dividend…", { account: "2", Amount: "2" });
    await signAndSend(page);
    expect([await retained(), await deposit()]).toEqual([before - 200n, balance + 200n]);
    await page.context().close();
  });

  it("pays capital in, and closes its period", async () => {
    const address = await addressOf("river-bank");
    const books = await console.client.economy.books(address);
    const capital = async () =>
      BigInt((await console.client.economy.books(address)).accounts.find(({ name }) => name === "Capital")?.balanceMinor ?? 0);
    const [before, balance] = [await capital(), await balanceOf(2)];
    const page = await opened("river-bank", "Books");
    await askAct(page, "Capital and result", "Pay capital in from a deposit…", { account: "2", Amount: "10" });
    await signAndSend(page);
    expect([await capital(), await balanceOf(2)]).toEqual([before + 1_000n, balance - 1_000n]);
    await chooseAct(page, "Capital and result", "Close the period of the books");
    await tickAndSend(page);
    expect((await console.client.economy.books(address)).period).toBe(`${BigInt(books.period) + 1n}`);
    await page.context().close();
  });

  it("collects what borrowers and banks owe once it is due, is assessed, pays its premium, and loses a pledge", async () => {
    await console.restart("--no-read-models");
    const address = await addressOf("river-bank");
    const page = await opened("river-bank", "Loans");
    const firstLoan = async () => (await console.client.economy.loans(address, { limit: 1 })).loans[0];
    // What is due is reckoned by the last block's time: the clearing house's attendant soon makes one.
    await expect.poll(async () => BigInt((await firstLoan())?.overdueMinor ?? 0), { timeout: 60_000 }).toBeGreaterThan(0n);
    const first = await firstLoan();
    const owed = (loan: typeof first) => BigInt(loan?.principalMinor ?? 0) + BigInt(loan?.interestDueMinor ?? 0);
    const borrower = first?.account ?? 0;
    const balance = await balanceOf(borrower);
    await chooseAct(page, `loan ${first?.loan}`, "Collect what is due");
    await signAndSend(page);
    const after = (await console.client.economy.loans(address, { limit: 100, account: borrower })).loans.find(
      ({ loan }) => loan === first?.loan,
    );
    expect(await balanceOf(borrower)).toBeLessThan(balance);
    expect(BigInt(after?.overdueMinor ?? 0)).toBeLessThan(BigInt(first?.overdueMinor ?? 0));
    expect(owed(after)).toBeLessThan(owed(first));

    await page.getByRole("tab", { name: "Money market" }).click();
    const claims = async () => (await read("river-bank", banking.interbankClaimsType))?.claims ?? [];
    const claim = (await claims()).at(-1);
    const settlement = await settlementOf("river-bank");
    await chooseAct(page, `claim ${claim?.id}`, "Collect what is overdue");
    await signAndSend(page);
    expect((await claims()).some(({ id }) => id === claim?.id)).toBe(false);
    expect(await settlementOf("river-bank")).toBeGreaterThanOrEqual(settlement + (claim?.principal ?? 0n));

    const assessed = async () => (await read("river-bank", banking.reservesType))?.assessedOn ?? 0n;
    const [assessedBefore, fund] = [await assessed(), await insurersPremiums()];
    await chooseAct(page, AT_CENTRAL_BANK, "Assess required reserves");
    await signAndSend(page);
    expect(await assessed()).toBeGreaterThan(assessedBefore);
    await chooseAct(page, AT_CENTRAL_BANK, "Pay the deposit insurance premium");
    await signAndSend(page);
    expect(await insurersPremiums()).toBeGreaterThan(fund);

    const credits = async () => (await read("river-bank", banking.centralBankCreditCentralBankDebtType))?.credits ?? [];
    const overdue = (await credits())[0];
    const pledged = await holding(overdue?.holding ?? 0n);
    await page.goto(`${console.url}/central-bank`);
    await actAs(page, "central-bank");
    await page.getByRole("tab", { name: "Banks" }).click();
    await chooseAct(page, "river-bank", `Take the pledge of credit ${overdue?.id}`);
    await tickAndSend(page);
    expect((await credits()).some(({ id }) => id === overdue?.id)).toBe(false);
    const taken = (pledged?.bookValue ?? 0n) - ((await holding(overdue?.holding ?? 0n))?.bookValue ?? 0n);
    expect(taken).toBeGreaterThanOrEqual(overdue?.principal ?? 0n);
    await page.context().close();
  });

  it("reckons interest up to the day, of a loan and of a time deposit; has the central bank's limits followed", async () => {
    const address = await addressOf("river-bank");
    const deposit = async () => (await console.client.economy.timeDeposits(address, { limit: 1 })).deposits[0];
    // Of those of its account the one in equal instalments; it bears interest since forty days.
    const annuity = async () =>
      (await console.client.economy.loans(address, { limit: 100, account: 4 })).loans.find(
        ({ instalmentMinor }) => instalmentMinor === "40212",
      );
    const what = `loan ${(await annuity())?.loan}`;
    const page = await opened("river-bank", "Loans");
    await turnTo(page, what);
    await chooseAct(page, what, "Reckon interest up to today");
    await signAndSend(page);
    // 1,000 at 10% for forty days, or for 41 where midnight has passed since.
    expect(["1095", "1123"]).toContain((await annuity())?.interestDueMinor);
    const [due, reckoned] = [(await deposit())?.interestDueMinor, (await deposit())?.accruedThrough ?? ""];
    await page.getByRole("tab", { name: "Time deposits" }).click();
    await chooseAct(page, `time deposit ${(await deposit())?.deposit}`, "Reckon interest up to today");
    await signAndSend(page);
    expect(BigInt((await deposit())?.interestDueMinor ?? 0)).toBeGreaterThan(BigInt(due ?? 0));
    expect((await deposit())?.accruedThrough.localeCompare(reckoned)).toBe(1);

    const central = await console.signer("central-bank");
    const { proposals } = await console.client.economy.proposals({ authority: central.address });
    const number = BigInt(proposals.at(-1)?.number ?? 0);
    await console.client.send({ signers: [central], calls: [executePolicyChange({ number })] });
    await page.getByRole("tab", { name: "Wallets and till" }).click();
    await page.getByText("differs", { exact: true }).waitFor();
    await chooseAct(page, "Tier 4", "Follow the central bank's limits");
    await signAndSend(page);
    const wallets = (await console.client.instruments()).find(({ symbol }) => symbol === "RIVER.wallet");
    const limits = { tier: 4, balanceMinor: "900000", singleMinor: "1000", dailyMinor: "5000", yearlyMinor: null };
    expect(wallets?.tiers?.find(({ tier }) => tier === 4)).toEqual(limits);
    await page.getByText("differs", { exact: true }).waitFor({ state: "detached" });
    await page.context().close();
  });

  it("did on the ledger what the list of acts says of it", async () => {
    expectAsListed("bank", await console.pressed());
  });
});

/** Turns the pages of a list until something is on it. */
async function turnTo(page: Page, what: string): Promise<void> {
  const acts = page.getByRole("button", { name: `What can be done with ${what}`, exact: true });
  const next = page.getByRole("button", { name: "Next page" });
  const first = page.getByRole("main").locator("tbody tr td").first();
  for (;;) {
    const shown = await first.innerText();
    const isThere = await expect
      .poll(async () => (await acts.isVisible()) || ((await next.count()) > 0 && (await next.isEnabled())), { timeout: 20_000 })
      .toBe(true)
      .then(async () => await acts.isVisible());
    if (isThere) return;
    await next.click();
    await expect.poll(async () => await first.innerText()).not.toBe(shown);
  }
}
