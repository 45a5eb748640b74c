import type { Address } from "@sycee/protocol";
import {
  appointSupervisor,
  banking,
  countDeposits,
  cutDeposits,
  cutLenders,
  type MoveType,
  oversight,
  readResource,
  sellEstateSecurity,
} from "@sycee/sdk";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NO_CHROMIUM } from "../browser/find-chromium.ts";
import { chooseAct, fillAct, tickAndSend } from "./acts.ts";
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
import { failBank, openFailingBank, openRichFailingBank, RED_PACKET, WALLET_OWNER } from "./failing-bank.ts";
import { expectAsListed } from "./pressed-acts.ts";
import { prepareTogether, signAndSendTogether, signDraftAs } from "./sign-together.ts";
import { boardOfSupervisors } from "./supervisors.ts";

const REASON = browserPath === undefined ? ` (${NO_CHROMIUM})` : "";
/** Accounts of a bank's chart, by number. */
const SETTLEMENT = 1010;
const VAULT_CASH = 1020;
const LOANS = 1210;
const INSURER_DEBT = 2230;
const YUAN = 100n;
const DAY_MS = 86_400_000n;
/** A customer of the bank that buys the loan. */
const BORROWER_THERE = 5;
type Fields = Readonly<Record<string, string>>;
type Panel = "Losses" | "Assets" | "Payments to creditors";

describe.skipIf(browserPath === undefined)(`the page of a bank that is wound up${REASON}`, { timeout: 300_000 }, () => {
  let console: ConsoleUnderTest;
  let poor: Address;
  let rich: Address;

  beforeAll(async () => {
    console = await startConsoleBehind(FORTY_DAYS_MS, "--no-read-models");
    poor = await openFailingBank(console.client, "tea-house");
    rich = await openRichFailingBank(console.client, "bookshop");
    await proposeSupervisor(console);
    // What banks owed each other for a day is overdue then.
    await console.restart("--no-read-models");
    await failBank(console.client, rich, await addressOf("developer"));
  }, BEGIN_MS);
  afterAll(async () => {
    expect(console.faults).toEqual([]);
    await console.close();
  });

  const addressOf = async (name: string) => (await console.signer(name)).address;
  const read = async <T>(at: Address, type: MoveType<T>) => await readResource(console.client, at, type);
  const stageOf = async (bank: Address) => (await read(bank, banking.insolvencyType))?.stage;
  const lineOf = async (bank: Address, number: number) => {
    const { accounts } = await console.client.economy.books(bank);
    return BigInt(accounts.find((account) => account.number === number)?.balanceMinor ?? 0);
  };
  const balanceOf = async (account: number) => {
    const { balances } = await console.client.customerAccount(rich, account);
    return BigInt(balances.find(({ place }) => place === "customers")?.amountMinor ?? 0);
  };
  const opened = async (bank: Address, name = "developer") => {
    const page = await console.open(`/institutions/${bank}`);
    await actAs(page, name);
    return page;
  };
  const back = async (page: Page, bank: Address) => {
    await page.goto(`${console.url}/institutions/${bank}`);
    await actAs(page, "developer");
  };

  it("winds a bank up: declared, losses shared, assets sold, creditors paid in their order, and the rest to its owners", async () => {
    const page = await console.open("/supervision/licences");
    await actAs(page, "supervisor");
    await page.getByRole("button", { name: "Acts for tea-house (bank)" }).click();
    await page.getByRole("menuitem", { name: "Revoke" }).click();
    await page.getByRole("textbox", { name: "Reason" }).fill("It cannot pay");
    await page.getByRole("button", { name: "Go on" }).click();
    await tickAndSend(page);
    await page.goto(`${console.url}/institutions/${poor}`);
    await page.getByRole("button", { name: "Declare it insolvent…" }).click();
    await fillAct(page, { Administrator: "developer" });
    await tickAndSend(page);
    expect(await stageOf(poor)).toBe(1);

    await actAs(page, "developer");
    await askMain(page, "Collect a loan…", { "Number of the loan": "1", Amount: "40" });
    await signAndSend(page);
    expect(await lineOf(poor, LOANS)).toBe(6_000n);
    await askMain(page, "Write a loan off…", { "Number of the loan": "1", "Who approves": "central-bank" });
    await signAndSendTogether(page, "central-bank");
    expect(await lineOf(poor, LOANS)).toBe(0n);

    await back(page, poor);
    await askMain(page, "Let lenders bear losses…", {});
    await tickAndSend(page);
    await askMain(page, "Count uninsured deposits…", {});
    await signAndSend(page);
    await askMain(page, "Cut uninsured deposits…", {});
    await tickAndSend(page);
    expect(await stageOf(poor)).toBe(4);
    expect(await seriousFaults(page)).toEqual([]);

    await askOther(page, "Assets", "Sell a security…", {
      Security: "1 · Bonds · ¥500.00",
      "Buying bank": "river-bank",
      Amount: "500",
      Price: "480",
      "Who approves": "central-bank",
    });
    await signAndSendTogether(page, "river-bank", "central-bank");
    // 500 from the central bank, 50 lent by another bank, and 480 for the security.
    expect(await lineOf(poor, SETTLEMENT)).toBe(103_000n);

    const payOwners = async (amount: string) =>
      await askMain(page, "Pay what is left to the owners…", {
        "Receiving bank": "river-bank",
        "Owners' account there": "3",
        Amount: amount,
      });
    await back(page, poor);
    await payOwners("1");
    await prepareTogether(page);
    await signDraftAs(page, "river-bank");
    await page.getByRole("button", { name: "Send it now" }).click();
    await page
      .getByText(/Creditors are still owed something/)
      .first()
      .waitFor();
    await back(page, poor);
    await askMain(page, "Pay a lender…", { Lender: "hill-bank", Amount: "50" });
    await signAndSend(page);
    await askMain(page, "Pay depositors at another bank…", {
      "Receiving bank": "river-bank",
      "Accounts here": "0",
      "Accounts at the other bank, in the same order": "2",
    });
    await signAndSendTogether(page, "river-bank");
    expect((await console.client.economy.books(poor)).totals.liabilityMinor).toBe("0");
    await back(page, poor);
    await payOwners("920");
    await signAndSendTogether(page, "river-bank");
    expect((await console.client.economy.books(poor)).totals).toMatchObject({ assetMinor: "0", liabilityMinor: "0" });
    await page.context().close();
  });

  it("brings what customers have elsewhere at a bank onto their accounts, and halts its wallet money", async () => {
    const page = await opened(rich);
    const before = await balanceOf(1);
    await askOther(page, "Losses", "End a time deposit…", { "Number of the time deposit": "1" });
    await signAndSend(page);
    expect((await console.client.economy.timeDeposits(rich, { limit: 10 })).deposits).toEqual([]);
    expect(await balanceOf(1)).toBe(before + 5_000n * YUAN);
    await askOther(page, "Losses", "Take a payment institution's deposit in…", {
      "The institution's account": "0",
      "Customer's account": "1",
    });
    await signAndSend(page);
    expect(await balanceOf(1)).toBe(before + 12_000n * YUAN);
    await askOther(page, "Losses", "End a red packet…", { "Number of the red packet": `${RED_PACKET}`, "Back onto account": "1" });
    await signAndSend(page);
    expect(await balanceOf(1)).toBe(before + 18_000n * YUAN);

    const owner = await addressOf(WALLET_OWNER);
    const most = async () => {
      const { instruments } = await console.client.economy.walletLimits(owner);
      return instruments.find(({ symbol }) => symbol === "bookshop.wallet")?.mostInOnePaymentMinor;
    };
    expect(await most()).toBe(`${500n * YUAN}`);
    await chooseOther(page, "Losses", "Halt payments with its wallet money");
    await tickAndSend(page);
    expect(await most()).toBe("0");
    const accounts = async () => (await read(rich, banking.institutionCustomersType))?.book.accounts.length;
    expect(await accounts()).toBe(2n);
    await askOther(page, "Losses", "Take wallet money onto accounts…", { "Owners of wallets": WALLET_OWNER });
    await signAndSend(page);
    expect([await accounts(), await balanceOf(2), await most()]).toEqual([3n, 500n * YUAN, "0"]);
    await askOther(page, "Assets", "Open accounts for customers…", { "How many": "2" });
    await signAndSend(page);
    expect(await accounts()).toBe(5n);
    await page.context().close();
  });

  it("turns notes, deposits, claims, pledges and what lies at a clearing house into settlement money", async () => {
    const page = await opened(rich);
    const money = async () => await lineOf(rich, SETTLEMENT);
    let before = await money();
    await chooseOther(page, "Assets", "Take back from the deposit facility");
    await signAndSend(page);
    expect(await read(rich, banking.standingFacilitiesFacilityDepositType)).toBeUndefined();
    // And 40 days' interest.
    expect(await money()).toBeGreaterThan(before + 20_000n * YUAN);

    before = await money();
    await askOther(page, "Assets", "Collect from another bank…", { Claim: "1 · coast-bank · ¥30,000.00" });
    await signAndSend(page);
    expect(await money()).toBe(before + 30_000n * YUAN);
    expect((await read(rich, banking.interbankClaimsType))?.claims).toEqual([]);
    await askOther(page, "Assets", "Redeem a pledge…", { "Credit of the central bank": "1 · Security 1 · ¥19,000.00" });
    await signAndSend(page);
    expect((await read(rich, banking.centralBankCreditCentralBankDebtType))?.credits).toEqual([]);
    expect((await read(rich, banking.securitiesType))?.holdings).toMatchObject([{ id: 1n, pledged: 0n }]);

    before = await money();
    const putUp = async () => {
      const { participants } = await console.client.clearingHouse(await addressOf("clearing-house"));
      const found = participants.find(({ institution }) => institution === rich);
      return [found?.collateralMinor, found?.fundShareMinor];
    };
    await askOther(page, "Assets", "Take collateral back…", { "Clearing house": "clearing-house", Amount: "15,000" });
    await signAndSend(page);
    expect(await putUp()).toEqual(["0", `${10_000n * YUAN}`]);
    await askOther(page, "Assets", "Take the share of the fund back…", { "Clearing house": "clearing-house", Amount: "10,000" });
    await signAndSend(page);
    expect(await putUp()).toEqual(["0", "0"]);
    expect(await money()).toBe(before + 25_000n * YUAN);

    await askOther(page, "Assets", "Give notes back to the central bank…", { Amount: "9,000" });
    await signAndSendTogether(page, "central-bank");
    expect(await money()).toBe(before + 34_000n * YUAN);
    await back(page, rich);
    await askOther(page, "Assets", "Record notes that a count did not find…", { "Missing notes": "1,000" });
    await signAndSendTogether(page, "central-bank");
    expect([await lineOf(rich, VAULT_CASH), await money()]).toEqual([0n, before + 34_000n * YUAN]);
    await page.context().close();
  });

  it("shares losses again that a sale brought to light, pays the insurer, and gives back what another sale gained", async () => {
    const shareLosses = async () =>
      await console.client.send({
        signers: [await console.signer("developer")],
        calls: [
          cutLenders({ bank: rich, lenders: [await addressOf("hill-bank")] }),
          countDeposits({ bank: rich, accounts: 100n }),
          cutDeposits({ bank: rich, accounts: 100n }),
        ],
      });
    const borne = async () => await read(rich, banking.lossesBorneType);
    await shareLosses();
    expect(await borne()).toMatchObject({ insurer: 0n, customers: 0n, lenders: [] });
    const deposit = await balanceOf(0);

    const page = await opened(rich);
    await askMain(page, "Sell a loan…", {
      "Number of the loan": "1",
      "Buying bank": "river-bank",
      "Borrower's account there": `${BORROWER_THERE}`,
      Price: "100,000",
      "Who approves": "central-bank",
    });
    await signAndSendTogether(page, "river-bank", "central-bank");
    expect(await lineOf(rich, LOANS)).toBe(0n);
    const { loans } = await console.client.economy.loans(await addressOf("river-bank"), { limit: 100, account: BORROWER_THERE });
    expect(loans.map(({ principalMinor }) => principalMinor)).toContain(`${1_200_000n * YUAN}`);
    await back(page, rich);
    await page.getByRole("button", { name: "Share further losses" }).click();
    await tickAndSend(page);
    expect(await stageOf(rich)).toBe(1);
    await shareLosses();
    const lost = await borne();
    expect(lost?.lenders).toMatchObject([{ amount: 50_000n * YUAN }]);
    expect(lost?.customers).toBeGreaterThan(50_000n * YUAN);
    expect(await balanceOf(0)).toBe(deposit - (lost?.customers ?? 0n));

    const insured = await balanceOf(1);
    await back(page, rich);
    await askOther(page, "Losses", "Pay insured deposits at another bank…", {
      "Receiving bank": "river-bank",
      "Accounts here": "1",
      "Accounts at the other bank, in the same order": "2",
    });
    await signAndSendTogether(page, "river-bank");
    expect([await balanceOf(1), await lineOf(rich, INSURER_DEBT)]).toEqual([0n, insured]);
    await back(page, rich);
    await askMain(page, "Pay the insurer…", { Amount: `${insured / YUAN}` });
    await signAndSend(page);
    expect(await lineOf(rich, INSURER_DEBT)).toBe(0n);

    const sale = { bank: rich, holding: 1n, amountMinor: 600_000n * YUAN, priceMinor: 680_000n * YUAN };
    const sellers = await Promise.all(["developer", "river-bank", "central-bank"].map((name) => console.signer(name)));
    await console.client.send({ signers: sellers, calls: [sellEstateSecurity(sale)] });
    await chooseOther(page, "Payments to creditors", "Give back what assets brought beyond book value");
    await signAndSend(page);
    expect(await stageOf(rich)).toBe(5);
    expect(await seriousFaults(page)).toEqual([]);
    await askMain(page, "Restore customers' accounts…", {});
    await signAndSend(page);
    expect([await stageOf(rich), await balanceOf(0), (await borne())?.customers]).toEqual([4, deposit, 0n]);
    const settlement = await lineOf(await addressOf("hill-bank"), SETTLEMENT);
    await chooseOther(page, "Payments to creditors", "Restore lenders");
    await signAndSend(page);
    const restored = (await lineOf(await addressOf("hill-bank"), SETTLEMENT)) - settlement;
    expect(restored).toBeGreaterThan(0n);
    expect((await borne())?.lenders).toMatchObject([{ amount: 50_000n * YUAN - restored }]);
    const { assetMinor, liabilityMinor } = (await console.client.economy.books(rich)).totals;
    expect(assetMinor).toBe(liabilityMinor);
    await page.context().close();
  });

  it("has what ran out of time meanwhile go on: an escrow, a red packet, and a change among supervisors", async () => {
    const dan = await addressOf("dan");
    const page = await console.open("/wallet");
    await actAs(page, "dan");
    await page.getByRole("tab", { name: "Under way" }).click();
    await chooseAct(page, "Escrow 1", "Have it go on: its time limit has passed");
    await signAndSend(page);
    expect((await console.client.economy.escrows(dan)).escrows).toEqual([]);
    await chooseAct(page, "Red packet 1", "Have the rest given back: it has expired");
    await signAndSend(page);
    expect((await console.client.economy.redPackets(dan)).packets).toEqual([]);
    await page.goto(`${console.url}/supervision/licences`);
    await actAs(page, "custodian");
    await chooseAct(page, "change 1", "Make the change");
    await tickAndSend(page);
    const { resources } = await console.client.account(await addressOf("government"));
    expect(resources.map(({ type }) => type)).toContain("0x3::supervisor::Supervisor");
    await page.context().close();
  });

  it("did on the ledger what the list of acts says of it", async () => {
    expectAsListed("winding-up", await console.pressed());
  });
});

/** Two supervisors approve of a third, whose time comes while the clock is put forward. */
async function proposeSupervisor({ client, signer }: ConsoleUnderTest): Promise<void> {
  const [board, custodian, government] = [await boardOfSupervisors(), await signer("custodian"), await signer("government")];
  const earliestMs = BigInt((await client.status()).timeMs) + 39n * DAY_MS;
  const { propose, approve } = oversight.supervisorChange;
  await client.send({ signers: [board], calls: [appointSupervisor({ appointed: custodian.address })] });
  const calls = [propose({ appointed: government.address, dismissed: undefined, reason: "There is much to do", earliestMs })];
  await client.send({ signers: [board], calls });
  await client.send({ signers: [custodian], calls: [approve({ number: 1n })] });
}

/** Fills in an act that has a button of its own; what is to be signed is shown then. */
async function askMain(page: Page, act: string, fields: Fields): Promise<void> {
  await page.getByRole("button", { name: act, exact: true }).click();
  await fillAct(page, fields);
}

/** Chooses one of a panel's other acts. */
async function chooseOther(page: Page, panel: Panel, act: string): Promise<void> {
  await page.getByRole("region", { name: panel, exact: true }).getByRole("button", { name: "Other acts" }).click();
  await page.getByRole("menuitem", { name: act, exact: true }).click();
}

/** The same, for one that asks for something. */
async function askOther(page: Page, panel: Panel, act: string, fields: Fields): Promise<void> {
  await chooseOther(page, panel, act);
  await fillAct(page, fields);
}
