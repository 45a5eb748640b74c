import type { Address, ClearingHouseJson } from "@sycee/protocol";
import {
  banking,
  CLEARING_GAS_LIMIT,
  type ClearingMode,
  type ClearingPayment,
  closeCycle,
  closeDepositAccount,
  lendToBank,
  openDepositAccounts,
  readResource,
  returnUnsettleable,
  settleCycle,
  submitPayments,
  transferDeposits,
} from "@sycee/sdk";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NO_CHROMIUM } from "../browser/find-chromium.ts";
import { askAct, chooseAct, tickAndSend } from "./acts.ts";
import { actAs, BEGIN_MS, browserPath, type ConsoleUnderTest, seriousFaults, signAndSend, startConsole } from "./console-under-test.ts";
import { expectAsListed } from "./pressed-acts.ts";
import { signAndSendTogether } from "./sign-together.ts";

/** Number of a bank's account at the central bank in its chart. */
const SETTLEMENT_ACCOUNT = 1010;

describe.skipIf(browserPath === undefined)(
  `the page of clearing${browserPath === undefined ? ` (${NO_CHROMIUM})` : ""}`,
  { timeout: 400_000 },
  () => {
    let console: ConsoleUnderTest;
    let house: Address;

    beforeAll(async () => {
      // Nobody but the tests sees to the queues.
      console = await startConsole("--no-attend");
      house = (await console.signer("clearing-house")).address;
    }, BEGIN_MS);
    afterAll(async () => {
      expect(console.faults).toEqual([]);
      await console.close();
    });

    const read = async (): Promise<ClearingHouseJson> => await console.client.clearingHouse(house);
    const addressOf = async (name: string): Promise<Address> => (await console.signer(name)).address;
    /** Accounts of a bank, the richest first. */
    const richest = async (bank: string) => {
      const { accounts } = await console.client.customerAccounts(await addressOf(bank), 0, 200);
      return accounts
        .map(({ account, balances }) => ({ account, minor: BigInt(balances[0]?.amountMinor ?? 0) }))
        .toSorted((left, right) => Number(right.minor - left.minor));
    };
    const submit = async (bank: string, mode: ClearingMode, payments: readonly ClearingPayment[]) =>
      await console.client.send({
        signers: [await console.signer(bank)],
        calls: [submitPayments({ house, mode, payments })],
        gasLimit: CLEARING_GAS_LIMIT,
      });
    const payment = async (from: string, to: string, amountMinor: bigint): Promise<ClearingPayment> => ({
      fromAccount: (await richest(from))[0]?.account ?? 0,
      payee: await addressOf(to),
      toAccount: (await richest(to))[0]?.account ?? 0,
      amountMinor,
    });
    const participant = async (name: string) => {
      const address = await addressOf(name);
      return (await read()).participants.find(({ institution }) => institution === address);
    };
    const depositOf = async (bank: string, account: number): Promise<bigint> =>
      BigInt((await console.client.customerAccount(await addressOf(bank), account)).balances[0]?.amountMinor ?? 0);
    /** What a bank has settled with others and the house keeps, the last first. */
    const settledOf = async (bank: string) => await console.client.economy.settledPayments(await addressOf(bank), { house });

    const openAccount = async (bank: string): Promise<number> => {
      const signer = await console.signer(bank);
      const customers = await readResource(console.client, signer.address, banking.institutionCustomersType);
      await console.client.send({ signers: [signer], calls: [openDepositAccounts({ count: 1n })] });
      return Number(customers?.book.accounts.length);
    };

    it("sets a cap as the house; puts up collateral, takes it back and limits another as a participant", async () => {
      const before = await participant("hill-bank");
      const page = await console.open("/clearing");
      await actAs(page, "clearing-house");
      await page.getByRole("tab", { name: "Participants" }).click();
      await askAct(page, "hill-bank", "Set the net debit cap…", { "Net debit cap": "123.45" });
      await signAndSend(page);
      expect((await participant("hill-bank"))?.capMinor).toBe("12345");
      // What was lowered at once is raised with notice only.
      await askAct(page, "hill-bank", "Announce a higher cap…", { "Net debit cap": `${BigInt(before?.capMinor ?? 0) / 100n}` });
      await signAndSend(page);
      const announced = await participant("hill-bank");
      expect(announced).toMatchObject({ capMinor: "12345", announcedCap: { capMinor: before?.capMinor } });
      await actAs(page, "hill-bank");
      await askAct(page, "hill-bank", "Put up collateral…", { Amount: "10" });
      await signAndSend(page);
      expect((await participant("hill-bank"))?.collateralMinor).toBe(`${BigInt(before?.collateralMinor ?? 0) + 1_000n}`);
      await askAct(page, "hill-bank", "Take collateral back…", { Amount: "10" });
      await signAndSend(page);
      expect(await participant("hill-bank")).toEqual(announced);
      await askAct(page, "hill-bank", "Add to the share of the fund…", { Amount: "10" });
      await signAndSend(page);
      expect((await participant("hill-bank"))?.fundShareMinor).toBe(`${BigInt(before?.fundShareMinor ?? 0) + 1_000n}`);
      await askAct(page, "hill-bank", "Take from the share of the fund…", { Amount: "10" });
      await signAndSend(page);
      expect(await participant("hill-bank")).toEqual(announced);
      const { capitalMinor } = await read();
      await askAct(page, "hill-bank", "Pay capital into the clearing house…", { Amount: "10" });
      await signAndSend(page);
      expect((await read()).capitalMinor).toBe(`${BigInt(capitalMinor) + 1_000n}`);
      await askAct(page, "river-bank", "Limit what it may owe you…", { "At most, net, in one cycle": "55" });
      await signAndSend(page);
      const limit = { payer: await addressOf("river-bank"), payee: await addressOf("hill-bank"), limitMinor: "5500" };
      expect((await read()).limits).toContainEqual(limit);
      await page.getByRole("region", { name: "Limits between participants" }).first().getByText("¥55.00").waitFor();
      await page.getByText(/^¥[\d,.]+ announced, from [\d-]+ [\d:]+ on$/).waitFor();
      await askAct(page, "river-bank", "Limit what it may owe you…", { "At most, net, in one cycle": "" });
      await signAndSend(page);
      expect((await read()).limits).not.toContainEqual(limit);
      await actAs(page, "clearing-house");
      await askAct(page, "participants", "Give capital back to an owner…", { Owner: "hill-bank", Amount: "10" });
      await signAndSendTogether(page, "hill-bank");
      expect((await read()).capitalMinor).toBe(capitalMinor);
      await page.context().close();
    });

    it("takes a payment in, makes it urgent and revokes it", async () => {
      const [from] = await richest("river-bank");
      const [to] = await richest("coast-bank");
      const page = await console.open("/clearing");
      await actAs(page, "river-bank");
      await page.getByRole("tab", { name: "Submit a payment" }).click();
      const form = page.getByRole("tabpanel", { name: "Submit a payment" });
      await form.getByRole("button", { name: "Go on" }).click();
      await form.getByText("Choose the payee's institution.").waitFor();
      await form.getByLabel("From the customer's account no.").fill(`${from?.account}`);
      await form.getByRole("combobox", { name: "Payee's institution" }).click();
      await page.getByRole("option", { name: "coast-bank" }).click();
      await form.getByLabel("Payee's account no.").fill(`${to?.account}`);
      await form.getByLabel("Amount (CNY)").fill("77.01");
      await form.getByRole("button", { name: "Go on" }).click();
      await expect.poll(async () => await page.getByRole("dialog").innerText()).toMatch(/¥77\.01[^]*coast-bank/);
      await signAndSend(page);
      await expect.poll(async () => await form.getByLabel("Amount (CNY)").inputValue()).toBe("");
      const entered = async () => (await read()).queues.net.find(({ amountMinor }) => amountMinor === "7701");
      const first = await entered();
      expect(first).toMatchObject({ payer: await addressOf("river-bank"), payee: await addressOf("coast-bank"), priority: "normal" });
      const number = first?.number ?? "";

      await page.getByRole("tab", { name: "Queues" }).click();
      await page.getByRole("button", { name: `Priority of payment ${number}` }).click();
      await page.getByRole("menuitem", { name: "highly urgent" }).click();
      await signAndSend(page);
      expect(await entered()).toMatchObject({ number, priority: "highlyUrgent" });

      const before = BigInt((await read()).measures.net.revoked);
      await page.getByRole("button", { name: `Revoke payment ${number}` }).click();
      await signAndSend(page);
      expect(await entered()).toBeUndefined();
      expect(BigInt((await read()).measures.net.revoked)).toBe(before + 1n);
      await page.context().close();
    });

    it("closes and settles a cycle, and replays its netting to the very amount that the ledger says moved", async () => {
      await submit("river-bank", "net", [await payment("river-bank", "hill-bank", 80_00n)]);
      await submit("hill-bank", "net", [
        await payment("hill-bank", "river-bank", 50_00n),
        await payment("hill-bank", "coast-bank", 70_00n),
      ]);
      await submit("coast-bank", "net", [await payment("coast-bank", "river-bank", 60_00n)]);
      const { cycle, measures } = await read();
      const page = await console.open("/clearing");
      await actAs(page, "clearing-house");
      await page.getByRole("button", { name: "Close the cycle" }).click();
      await page.getByRole("dialog").getByRole("checkbox").check();
      await signAndSend(page);
      expect((await read()).cycle).toMatchObject({ number: cycle.number, closedAtMs: expect.stringMatching(/^\d+$/) });
      await page.getByRole("button", { name: "Settle the cycle" }).click();
      await signAndSend(page);
      const after = await read();
      expect(after.cycle).toEqual({ number: `${BigInt(cycle.number) + 1n}`, closedAtMs: null });
      const moved = BigInt(after.measures.net.liquidityMinor) - BigInt(measures.net.liquidityMinor);
      const value = BigInt(after.measures.net.valueMinor) - BigInt(measures.net.valueMinor);
      expect(value).toBeGreaterThanOrEqual(260_00n);
      expect(moved).toBeLessThan(value);

      // The read models trail the ledger; the first start of their database takes its time.
      await expect.poll(async () => (await console.client.models.status()).state, { timeout: 300_000 }).toBe("following");
      await settledIn(console, house);
      await page.getByRole("tab", { name: "Netting replay" }).click();
      await page.getByRole("combobox", { name: "Payments" }).click();
      await page.getByRole("option", { name: "Last settled cycle" }).click();
      const replay = page.getByRole("region", { name: "Netting, step by step" });
      await replay.getByText(`Paid one by one, ${yuan(value)} would move.`).waitFor();
      await replay.getByRole("button", { name: "Next step" }).focus();
      await page.keyboard.press("ArrowRight");
      await replay.getByText("The two directions of each pair are set off.").waitFor();
      await page.keyboard.press("ArrowRight");
      await replay.getByText("Each institution is left with one position").waitFor();
      await replay.getByRole("button", { name: "Next step" }).click();
      await replay.getByText(`and the others get theirs: ${yuan(moved)} moves`).waitFor();
      await replay.getByRole("button", { name: "Back" }).click();
      await replay.getByText("Step 3 of 4").waitFor();
      expect(await seriousFaults(page)).toEqual([]);
      await page.context().close();
    });

    it("recalls a settled payment, refuses and gives it back, and claims what came back to a closed account", async () => {
      const [river, hill] = [await addressOf("river-bank"), await addressOf("hill-bank")];
      const sent = (await settledOf("river-bank")).payments.find(({ payer, payee }) => payer === river && payee === hill);
      const number = sent?.number ?? "";
      const stateOf = async () => (await settledOf("river-bank")).payments.find((each) => each.number === number)?.state;
      expect(await stateOf()).toBe("settled");
      const page = await console.open("/clearing");
      await actAs(page, "river-bank");
      await page.getByRole("tab", { name: "Settled payments" }).click();
      await askAct(page, `payment ${number}`, "Ask for it back…", { Reason: "Paid twice" });
      await page.getByText("It stays settled. hill-bank gives it back or refuses; nobody can take it.").waitFor();
      await signAndSend(page);
      expect(await stateOf()).toBe("recalled");

      // An account that pays, and its payee's, are closed while the payment waits.
      const [from, to] = [await openAccount("hill-bank"), await openAccount("coast-bank")];
      const [signer, coast] = [await console.signer("hill-bank"), await console.signer("coast-bank")];
      const rich = (await richest("hill-bank"))[0]?.account ?? 0;
      await console.client.send({ signers: [signer], calls: [transferDeposits({ payers: [rich], payees: [from], amountsMinor: [432n] })] });
      await submit("hill-bank", "net", [{ fromAccount: from, payee: coast.address, toAccount: to, amountMinor: 432n }]);
      const waiting = (await read()).queues.net.find(({ amountMinor }) => amountMinor === "432");
      const back = BigInt(waiting?.number ?? 0);
      await console.client.send({
        signers: [signer, coast],
        calls: [
          closeDepositAccount({ account: from }),
          closeDepositAccount({ signer: 1, account: to }),
          returnUnsettleable({ house, numbers: [back] }),
        ],
      });
      expect((await settledOf("hill-bank")).unclaimed).toEqual([{ number: `${back}`, amountMinor: "432" }]);

      await actAs(page, "hill-bank");
      await page.getByRole("combobox", { name: "State" }).click();
      await page.getByRole("option", { name: "asked back" }).click();
      await askAct(page, `payment ${number}`, "Refuse to give it back…", { Reason: "It was owed" });
      await signAndSend(page);
      expect(await stateOf()).toBe("refused");
      const before = await depositOf("hill-bank", rich);
      await askAct(page, `payment ${back}`, "Put it onto an account…", { "Onto account no.": `${rich}` });
      await signAndSend(page);
      expect(await depositOf("hill-bank", rich)).toBe(before + 432n);
      expect((await settledOf("hill-bank")).unclaimed).toEqual([]);
      await page.context().close();

      const phone = await console.open("/clearing", { width: 390, language: "zh", dark: true });
      await actAs(phone, "hill-bank");
      await phone.getByRole("tab", { name: "已结算支付" }).click();
      await phone.getByRole("combobox", { name: "状态" }).click();
      await phone.getByRole("option", { name: "已拒绝" }).click();
      const payer = await depositOf("river-bank", sent?.fromAccount ?? 0);
      await phone.getByRole("button", { name: `支付 ${number}的操作` }).click();
      await phone.getByRole("menuitem", { name: "退回款项…" }).click();
      await phone.getByRole("dialog").getByRole("button", { name: "下一步…" }).click();
      await phone.getByText(/新付一笔同额款项/).waitFor();
      await signAndSend(phone);
      expect(await stateOf()).toBe("returned");
      expect(await depositOf("river-bank", sent?.fromAccount ?? 0)).toBe(payer + BigInt(sent?.amountMinor ?? 0));
      expect(await seriousFaults(phone)).toEqual([]);
      expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      await phone.context().close();
    });

    it("settles gross payments that waited for funds, whoever asks", async () => {
      const coast = await addressOf("coast-bank");
      const { accounts } = await console.client.economy.books(coast);
      const funds = BigInt(accounts.find(({ number }) => number === SETTLEMENT_ACCOUNT)?.balanceMinor ?? 0);
      const [to] = await richest("river-bank");
      const payments: ClearingPayment[] = [];
      let sum = 0n;
      for (const { account, minor } of await richest("coast-bank")) {
        if (sum > funds) break;
        sum += minor;
        payments.push({ fromAccount: account, payee: await addressOf("river-bank"), toAccount: to?.account ?? 0, amountMinor: minor });
      }
      await submit("coast-bank", "gross", payments);
      const waiting = (await read()).queues.gross;
      expect(waiting.length).toBeGreaterThan(0);
      const page = await console.open("/clearing");
      await actAs(page, "alice");
      await waitingRow(page).waitFor();
      await submit("river-bank", "gross", [await payment("river-bank", "coast-bank", sum - funds)]);
      await page.getByRole("button", { name: "Settle gross payments" }).click();
      await signAndSend(page);
      expect((await read()).queues.gross).toEqual([]);
      await page.context().close();
    });

    it("admits as the house, leaves and joins as a participant, records an insolvency as a supervisor, and has it made good by who failed", async () => {
      const statusOf = async (name: string) => (await participant(name))?.status;
      expect([await statusOf("old-pay"), await statusOf("lotus-pay")]).toEqual([undefined, "active"]);
      const page = await console.open("/clearing");
      await actAs(page, "clearing-house");
      await page.getByRole("tab", { name: "Participants" }).click();
      await askAct(page, "participants", "Admit an institution…", { Institution: "old-pay" });
      await signAndSend(page);
      expect(await statusOf("old-pay")).toBe("invited");
      await actAs(page, "lotus-pay");
      await chooseAct(page, "lotus-pay", "Leave the clearing house");
      await tickAndSend(page);
      expect(await statusOf("lotus-pay")).toBe("left");
      await chooseAct(page, "lotus-pay", "Take part");
      await signAndSend(page);
      expect(await statusOf("lotus-pay")).toBe("active");

      // The test before left coast-bank without settlement money: what it owes in a cycle the others bear.
      const [coast, river] = [await console.signer("coast-bank"), await console.signer("river-bank")];
      const borne = 1_000_000n;
      const own = await participant("coast-bank");
      const owing = BigInt(own?.collateralMinor ?? 0) + BigInt(own?.fundShareMinor ?? 0) + borne;
      await submit("coast-bank", "net", [await payment("coast-bank", "river-bank", owing)]);
      await console.client.send({ signers: [await console.signer("clearing-house")], calls: [closeCycle()], gasLimit: CLEARING_GAS_LIMIT });
      await actAs(page, "supervisor");
      await askAct(page, "coast-bank", "Record that it is insolvent…", { Reason: "It cannot pay" });
      await tickAndSend(page);
      expect(await statusOf("coast-bank")).toBe("failed");
      await console.client.send({ signers: [river], calls: [settleCycle(house)], gasLimit: CLEARING_GAS_LIMIT });
      expect((await participant("coast-bank"))?.owedMinor).toBe(`${borne}`);
      const capital = BigInt((await read()).capitalMinor);
      await console.client.send({
        signers: [river, coast],
        calls: [lendToBank({ borrowerSigner: 1, amountMinor: borne, rateBasisPoints: 0, days: 1 })],
      });
      await actAs(page, "coast-bank");
      await askAct(page, "coast-bank", "Make good what others bore…", { Amount: "10,000" });
      await signAndSend(page);
      expect((await participant("coast-bank"))?.owedMinor).toBe("0");
      expect(BigInt((await read()).capitalMinor)).toBe(capital + borne);
      await page.context().close();
    });

    it("did on the ledger what the list of acts says of it", async () => {
      expectAsListed("clearing", await console.pressed());
    });
  },
);

function waitingRow(page: Page) {
  return page
    .getByRole("region", { name: "Gross: settled one by one" })
    .getByText(/has the funds and nothing of it waits ahead/)
    .first();
}

/** Waits until the read models know the last cycle that settled. */
async function settledIn({ client }: ConsoleUnderTest, house: string): Promise<void> {
  const { cycle } = await client.clearingHouse(house as Address);
  const last = async () => {
    const { events } = await client.models.events({ limit: 500 });
    const settled = events.find(({ type }) => type === "0x4::clearing_cycle::CycleSettled");
    return String(Reflect.get(Object(settled?.fields), "cycle"));
  };
  await expect.poll(last, { timeout: 60_000 }).toBe(`${BigInt(cycle.number) - 1n}`);
}

function yuan(minor: bigint): string {
  return new Intl.NumberFormat("en", { style: "currency", currency: "CNY", currencyDisplay: "narrowSymbol" }).format(Number(minor) / 100);
}
