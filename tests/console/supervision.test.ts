import {
  banking,
  developmentSeed,
  grantLicence,
  grantLoan,
  keyFromSeed,
  openWallets,
  pay,
  readResource,
  type Signer,
  thresholdKeys,
  thresholdSigner,
} from "@sycee/sdk";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { NO_CHROMIUM } from "../browser/find-chromium.ts";
import { askAct, fillAct, tickAndSend } from "./acts.ts";
import { actAs, browserPath, type ConsoleUnderTest, seriousFaults, signAndSend, startConsole } from "./console-under-test.ts";
import { prepareTogether, sendDraft, signAndSendTogether, signDraftAs } from "./sign-together.ts";

const WAIT_MS = 60_000;
/** Accounts of a bank's chart, by number. */
const SETTLEMENT = 1010;
const LOANS = 1210;

describe.skipIf(browserPath === undefined)(
  `the page of supervision${browserPath === undefined ? ` (${NO_CHROMIUM})` : ""}`,
  { timeout: 240_000 },
  () => {
    let console: ConsoleUnderTest;
    let cash = 0;

    beforeAll(async () => {
      console = await startConsole("--pace", "0");
      cash = (await console.client.instruments()).find(({ symbol }) => symbol === "CNY.cash")?.instrument ?? 0;
    }, 240_000);
    afterAll(async () => {
      expect(console.faults).toEqual([]);
      await console.close();
    });

    const addressOf = async (name: string) => (await console.signer(name)).address;
    const board = async (): Promise<Signer> => {
      const keys = await Promise.all(["chair", "deputy", "secretary"].map((name) => keyFromSeed(developmentSeed(`supervisor-${name}`))));
      return thresholdSigner({
        ...thresholdKeys(
          2,
          keys.map(({ publicKey }) => publicKey),
        ),
        signing: keys.slice(0, 2),
      });
    };

    it("shows a ring of payments as an alert, whose case is dismissed with a reason", async () => {
      const [tea, book, dan] = await Promise.all(["tea-house", "bookshop", "dan"].map((name) => console.signer(name)));
      if (tea === undefined || book === undefined || dan === undefined) throw new Error("three who pay round are needed");
      const amountMinor = 1_500_000n;
      await console.client.send({ signers: [dan], calls: [pay({ payee: book.address, instrument: cash, amountMinor })] });
      await console.client.send({ signers: [book], calls: [pay({ payee: tea.address, instrument: cash, amountMinor })] });
      await console.client.send({ signers: [tea], calls: [pay({ payee: dan.address, instrument: cash, amountMinor })] });
      const session = await console.client.openReadSession(await board());
      const rule = "circular_flow";
      const found = await vi.waitFor(
        async () => {
          const { cases } = await session.cases({ rule });
          expect(cases).not.toEqual([]);
          return cases;
        },
        { timeout: WAIT_MS, interval: 500 },
      );
      const page = await console.open("/supervision/alerts");
      await actAs(page, "supervisor");
      await page
        .getByText(/Money went round .*dan.* in 3 payments within/)
        .first()
        .waitFor();
      expect(await seriousFaults(page)).toEqual([]);
      await page.getByRole("link", { name: `Open the case ${found[0]?.id ?? ""}` }).click();
      await page.getByText("Dismiss", { exact: true }).click();
      await page.getByRole("textbox", { name: "Words that the case keeps" }).fill("They trade with each other");
      await page.getByRole("button", { name: "Write it down" }).click();
      await page.getByRole("region", { name: "What was done" }).getByText("They trade with each other").waitFor();
      const { address } = await board();
      expect(await session.case(found[0]?.id ?? "")).toMatchObject({
        state: "dismissed",
        reason: "They trade with each other",
        history: [{ act: "opened" }, { act: "dismissed", by: address }],
      });
      expect(await seriousFaults(page)).toEqual([]);
      await actAs(page, "alice");
      await page.getByText("alice is no supervisor").waitFor();
      await page.context().close();
    });

    it("appoints another supervisor, and has a creditor paid out of an institution's own funds", async () => {
      const page = await console.open("/supervision/licences");
      await actAs(page, "supervisor");
      await askAct(page, "Authorities", "Appoint a supervisor…", { "Who is appointed": "custodian" });
      await signAndSend(page);
      const { resources } = await console.client.account(await addressOf("custodian"));
      expect(resources.map(({ type }) => type)).toContain("0x3::supervisor::Supervisor");

      const institution = await addressOf("swiftpay");
      const ownFunds = async () => BigInt((await console.client.paymentInstitution(institution)).ownFundsMinor);
      const before = await ownFunds();
      await page.goto(`${console.url}/institutions/${institution}`);
      await askAct(page, "the reserve", "Have a creditor paid out of own funds…", {
        Creditor: "river-bank",
        Amount: "12.50",
        Order: "Judgment 3 of 2026",
      });
      await signAndSend(page);
      expect(await ownFunds()).toBe(before - 1_250n);
      await actAs(page, "river-bank");
      await askAct(page, "the reserve", "Contribute own funds…", { Amount: "12.50" });
      await signAndSend(page);
      expect(await ownFunds()).toBe(before);
      await page.context().close();
    });

    it("winds a bank up from its page: declared, losses shared, assets sold, creditors paid in their order, and the rest to its owners", async () => {
      const address = await openFailingBank();
      const books = async () => {
        const { accounts } = await console.client.economy.books(address);
        return (number: number) => BigInt(accounts.find((account) => account.number === number)?.balanceMinor ?? 0);
      };
      const page = await console.open("/supervision/licences");
      await actAs(page, "supervisor");
      await page.getByRole("button", { name: "Acts for tea-house (bank)" }).click();
      await page.getByRole("menuitem", { name: "Revoke" }).click();
      await page.getByRole("textbox", { name: "Reason" }).fill("It cannot pay");
      await page.getByRole("button", { name: "Go on" }).click();
      await tickAndSend(page);
      await page.goto(`${console.url}/institutions/${address}`);
      await page.getByRole("button", { name: "Declare it insolvent…" }).click();
      await fillAct(page, { Administrator: "developer" });
      await tickAndSend(page);
      const stage = async () => (await readResource(console.client, address, banking.insolvencyType))?.stage;
      expect(await stage()).toBe(1);

      await actAs(page, "developer");
      await page.getByRole("button", { name: "Collect a loan…" }).click();
      await fillAct(page, { "Number of the loan": "1", Amount: "40" });
      await signAndSend(page);
      expect((await books())(LOANS)).toBe(6_000n);
      await page.getByRole("button", { name: "Write a loan off…" }).click();
      await fillAct(page, { "Number of the loan": "1", "Who approves": "central-bank" });
      await signAndSendTogether(page, "central-bank");
      expect((await books())(LOANS)).toBe(0n);
      const back = async () => {
        await page.goto(`${console.url}/institutions/${address}`);
        await actAs(page, "developer");
      };

      await back();
      await page.getByRole("button", { name: "Let lenders bear losses…" }).click();
      await fillAct(page, {});
      await tickAndSend(page);
      await page.getByRole("button", { name: "Count uninsured deposits…" }).click();
      await fillAct(page, {});
      await signAndSend(page);
      await page.getByRole("button", { name: "Cut uninsured deposits…" }).click();
      await fillAct(page, {});
      await tickAndSend(page);
      expect(await stage()).toBe(4);
      expect(await seriousFaults(page)).toEqual([]);

      await page.getByRole("button", { name: "Other acts" }).nth(1).click();
      await page.getByRole("menuitem", { name: "Sell a security…" }).click();
      await fillAct(page, {
        Security: "1 · Bonds · ¥500.00",
        "Buying bank": "river-bank",
        Amount: "500",
        Price: "480",
        "Who approves": "central-bank",
      });
      await signAndSendTogether(page, "river-bank", "central-bank");
      // 500 from the central bank, 50 lent by another bank, and 480 for the security.
      expect((await books())(SETTLEMENT)).toBe(103_000n);

      await back();
      await page.getByRole("button", { name: "Pay what is left to the owners…" }).click();
      await fillAct(page, { "Receiving bank": "river-bank", "Owners' account there": "3", Amount: "1" });
      await prepareTogether(page);
      await signDraftAs(page, "river-bank");
      await page.getByRole("button", { name: "Send it now" }).click();
      await page
        .getByText(/Creditors are still owed something/)
        .first()
        .waitFor();
      await back();
      await page.getByRole("button", { name: "Pay a lender…" }).click();
      await fillAct(page, { Lender: "hill-bank", Amount: "50" });
      await signAndSend(page);
      await page.getByRole("button", { name: "Pay depositors at another bank…" }).click();
      await fillAct(page, { "Receiving bank": "river-bank", "Accounts here": "0", "Accounts at the other bank, in the same order": "2" });
      await signAndSendTogether(page, "river-bank");
      expect((await console.client.economy.books(address)).totals.liabilityMinor).toBe("0");
      await back();
      await page.getByRole("button", { name: "Pay what is left to the owners…" }).click();
      await fillAct(page, { "Receiving bank": "river-bank", "Owners' account there": "3", Amount: "920" });
      await signAndSendTogether(page, "river-bank");
      expect((await console.client.economy.books(address)).totals).toMatchObject({ assetMinor: "0", liabilityMinor: "0" });
      await page.context().close();
    });

    /** Makes a shop a bank with bonds of 1,000, of which the central bank buys half, a loan of 100 whose borrower keeps it, and 50 that another bank lends to it. */
    const openFailingBank = async () => {
      const [bank, custodian, centralBank, other] = await Promise.all(
        ["tea-house", "custodian", "central-bank", "hill-bank"].map((name) => console.signer(name)),
      );
      if (bank === undefined || custodian === undefined || centralBank === undefined || other === undefined)
        throw new Error("four are needed");
      await console.client.send({ signers: [await board()], calls: [grantLicence({ kind: "bank", unit: 1, holder: bank.address })] });
      const bonds = { custodian: 1, kind: 3, description: "Bonds", bookValue: 100_000n };
      await console.client.send({
        signers: [bank, custodian, centralBank],
        calls: [
          banking.commercialBank.establish({ centralBank: centralBank.address, name: "tea-house", symbol: "tea-house.deposit" }),
          banking.commercialBank.openAccounts({ count: 2n }),
          banking.commercialBank.contributeSecurity(bonds),
          banking.openMarket.buy({ centralBank: 2, bank: 0, holding: 1n, amount: 50_000n, haircutBps: 0n }),
          grantLoan({ account: 0, principalMinor: 10_000n, rateBasisPoints: 0, instalments: 1, periodDays: 30 }),
        ],
      });
      const lending = banking.interbank.lend({ lender: 0, borrower: 1, amount: 5_000n, rateBps: 0n, days: 7n });
      await console.client.send({ signers: [other, bank], calls: [lending] });
      return bank.address;
    };

    it("suspends a licence by two of the board, and the institution's next act is refused", async () => {
      const page = await console.open("/supervision/licences");
      await actAs(page, "supervisor-chair");
      await page.getByRole("button", { name: "Acts for harbour-bank (operator)" }).click();
      await page.getByRole("menuitem", { name: "Suspend" }).click();
      await page.getByRole("textbox", { name: "Reason" }).fill("An inspection");
      await page.getByRole("button", { name: "Go on" }).click();
      await prepareTogether(page);
      const holder = await addressOf("harbour-bank");
      expect((await console.client.economy.licences({ holder })).licences).toMatchObject([{ status: "inForce" }]);
      await signDraftAs(page, "supervisor-deputy");
      await sendDraft(page);
      expect((await console.client.economy.licences({ holder })).licences).toMatchObject([{ kind: "operator", status: "suspended" }]);
      const opening = openWallets({ tier: 4, wallets: [{ owner: await addressOf("prosecutor"), commitment: new Uint8Array(32) }] });
      await expect(console.client.send({ signers: [await console.signer("harbour-bank")], calls: [opening] })).rejects.toThrow(
        /suspended/i,
      );
      await page.context().close();
    });

    it("freezes a wallet by two authorities; its holder sees why, and pays nothing", async () => {
      const page = await console.open("/supervision/warrants");
      await actAs(page, "prosecutor");
      await page.getByRole("button", { name: "Freeze", exact: true }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("combobox", { name: "Holder of the wallet" }).fill("carol");
      await page.keyboard.press("Escape");
      await dialog.getByRole("textbox", { name: "Reason" }).fill("Case 7");
      await dialog.getByRole("button", { name: "Go on" }).click();
      await prepareTogether(page);
      await signDraftAs(page, "supervisor");
      await sendDraft(page);
      const carol = await console.signer("carol");
      const warrants = await console.client.economy.warrants(carol.address);
      expect(warrants.warrants).toMatchObject([{ number: "1", reason: "Case 7", state: "standing", account: null }]);
      const payment = pay({ payee: await addressOf("alice"), instrument: cash, amountMinor: 100n });
      await expect(console.client.send({ signers: [carol], calls: [payment] })).rejects.toThrow(/frozen/i);
      const wallet = await console.open("/wallet");
      await actAs(wallet, "carol");
      await wallet.getByText("It can receive, and pays nothing. Warrant 1: Case 7").waitFor();
      expect(await seriousFaults(wallet)).toEqual([]);
      for (const each of [page, wallet]) await each.context().close();
    });
  },
);
