import { FRAMEWORK, openWallets, oversight, pay, readResource } from "@sycee/sdk";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { NO_CHROMIUM } from "../browser/find-chromium.ts";
import { askAct, chooseAct, tickAndSend } from "./acts.ts";
import { actAs, BEGIN_MS, browserPath, type ConsoleUnderTest, seriousFaults, signAndSend, startConsole } from "./console-under-test.ts";
import { expectAsListed } from "./pressed-acts.ts";
import { prepareTogether, sendDraft, signDraftAs } from "./sign-together.ts";
import { boardOfSupervisors } from "./supervisors.ts";

const WAIT_MS = 60_000;

describe.skipIf(browserPath === undefined)(
  `the page of supervision${browserPath === undefined ? ` (${NO_CHROMIUM})` : ""}`,
  { timeout: 240_000 },
  () => {
    let console: ConsoleUnderTest;
    let cash = 0;

    beforeAll(async () => {
      console = await startConsole("--pace", "0");
      cash = (await console.client.instruments()).find(({ symbol }) => symbol === "CNY.cash")?.instrument ?? 0;
    }, BEGIN_MS);
    afterAll(async () => {
      expect(console.faults).toEqual([]);
      await console.close();
    });

    const addressOf = async (name: string) => (await console.signer(name)).address;
    it("shows a ring of payments as an alert, whose case is dismissed with a reason", async () => {
      const [tea, book, dan] = await Promise.all(["tea-house", "bookshop", "dan"].map((name) => console.signer(name)));
      if (tea === undefined || book === undefined || dan === undefined) throw new Error("three who pay round are needed");
      const amountMinor = 1_500_000n;
      await console.client.send({ signers: [dan], calls: [pay({ payee: book.address, instrument: cash, amountMinor })] });
      await console.client.send({ signers: [book], calls: [pay({ payee: tea.address, instrument: cash, amountMinor })] });
      await console.client.send({ signers: [tea], calls: [pay({ payee: dan.address, instrument: cash, amountMinor })] });
      const session = await console.client.openReadSession(await boardOfSupervisors());
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
      const { address } = await boardOfSupervisors();
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

    it("has a change among supervisors proposed, objected to, approved, and taken back", async () => {
      const voices = async () => (await readResource(console.client, FRAMEWORK.oversight, oversight.supervisorChangeVoicesType))?.all ?? [];
      const [board, custodian] = [(await boardOfSupervisors()).address, await addressOf("custodian")];
      const page = await console.open("/supervision/licences");
      await actAs(page, "supervisor");
      await askAct(page, "Changes among supervisors", "Propose a change…", { "Who leaves": "custodian", Reason: "Moves on" });
      await tickAndSend(page);
      expect(await voices()).toMatchObject([{ number: 1n, dismissed: custodian, approvedBy: [board], isObjected: false }]);
      await actAs(page, "custodian");
      await page.getByText("Moves on").waitFor();
      expect(await seriousFaults(page)).toEqual([]);
      await chooseAct(page, "change 1", "Object");
      await signAndSend(page);
      await chooseAct(page, "change 1", "Approve");
      await signAndSend(page);
      expect(await voices()).toMatchObject([{ approvedBy: [board, custodian], isObjected: true }]);
      await actAs(page, "supervisor");
      await chooseAct(page, "change 1", "Take back");
      await signAndSend(page);
      expect(await voices()).toEqual([]);
      await page.context().close();
    });

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

    it("grants a licence, changes a limit, and resumes what was suspended", async () => {
      const licenceOf = async (name: string, kind: string) => {
        const { licences } = await console.client.economy.licences({ holder: await addressOf(name) });
        return licences.find((licence) => licence.kind === kind);
      };
      const page = await console.open("/supervision/licences");
      await actAs(page, "supervisor");
      await page.getByRole("button", { name: "Grant a licence" }).click();
      await page.getByRole("dialog").getByRole("combobox", { name: "Holder" }).fill("bookshop");
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").getByRole("button", { name: "Go on" }).click();
      await signAndSend(page);
      expect(await licenceOf("bookshop", "bank")).toMatchObject({ status: "inForce", limitMinor: null });
      await page.getByRole("button", { name: "Acts for bookshop (bank)" }).click();
      await page.getByRole("menuitem", { name: "Change the limit" }).click();
      await page.getByRole("textbox", { name: "Limit (CNY)" }).fill("1234.50");
      await page.getByRole("button", { name: "Go on" }).click();
      await signAndSend(page);
      expect((await licenceOf("bookshop", "bank"))?.limitMinor).toBe("123450");
      await page.getByRole("button", { name: "Acts for harbour-bank (operator)" }).click();
      await page.getByRole("menuitem", { name: "Resume" }).click();
      await signAndSend(page);
      expect((await licenceOf("harbour-bank", "operator"))?.status).toBe("inForce");
      await page.context().close();
    });

    it("lifts a warrant, freezes a customer's account by two authorities, and lifts that too", async () => {
      const statesOf = async (name: string) => {
        const { warrants } = await console.client.economy.warrants(await addressOf(name));
        return warrants.map(({ state, account }) => [state, account?.account]);
      };
      const page = await console.open("/supervision/warrants");
      await actAs(page, "prosecutor");
      const lift = async (holder: string) => {
        await page.getByRole("combobox", { name: "Whose warrants" }).fill(holder);
        await page.keyboard.press("Escape");
        await page.getByRole("button", { name: /^Lift warrant \d+$/ }).click();
        await tickAndSend(page);
      };
      await lift("carol");
      expect(await statesOf("carol")).toEqual([["lifted", undefined]]);
      await page.getByRole("button", { name: "Freeze", exact: true }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByText("A customer's account", { exact: true }).click();
      await dialog.getByRole("combobox", { name: "Institution" }).fill("river-bank");
      await page.keyboard.press("Escape");
      await dialog.getByRole("combobox", { name: "Instrument" }).click();
      await page.getByRole("option", { name: "river-bank.deposit" }).click();
      await dialog.getByRole("textbox", { name: "Number of the account" }).fill("3");
      await dialog.getByRole("textbox", { name: "Reason" }).fill("Case 8");
      await dialog.getByRole("button", { name: "Go on" }).click();
      await prepareTogether(page);
      await signDraftAs(page, "supervisor");
      await sendDraft(page);
      expect(await statesOf("river-bank")).toEqual([["standing", 3]]);
      await page.goto(`${console.url}/supervision/warrants`);
      await lift("river-bank");
      expect(await statesOf("river-bank")).toEqual([["lifted", 3]]);
      await page.context().close();
    });

    it("appoints another investigating authority; who was appointed resigns, and so does a supervisor", async () => {
      const officesOf = async (name: string) => {
        const { resources } = await console.client.account(await addressOf(name));
        return resources.map(({ type }) => type).filter((type) => /::(?:Supervisor|Investigator)$/.test(type));
      };
      const page = await console.open("/supervision/licences");
      await actAs(page, "prosecutor");
      await askAct(page, "Authorities", "Appoint an investigating authority…", { "Who is appointed": "government" });
      await signAndSend(page);
      expect(await officesOf("government")).toEqual(["0x3::investigator::Investigator"]);
      for (const name of ["government", "custodian"]) {
        await actAs(page, name);
        await chooseAct(page, "Authorities", "Resign");
        await tickAndSend(page);
        expect(await officesOf(name)).toEqual([]);
      }
      await page.context().close();
    });

    it("did on the ledger what the list of acts says of it", async () => {
      expectAsListed("supervision", await console.pressed());
    });
  },
);
