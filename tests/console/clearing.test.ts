import type { Address, ClearingHouseJson } from "@sycee/protocol";
import { CLEARING_GAS_LIMIT, type ClearingMode, type ClearingPayment, submitPayments } from "@sycee/sdk";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NO_CHROMIUM } from "../browser/find-chromium.ts";
import { askAct, tickAndSend } from "./acts.ts";
import { actAs, BEGIN_MS, browserPath, type ConsoleUnderTest, seriousFaults, signAndSend, startConsole } from "./console-under-test.ts";

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

    it("sets a cap as the house; puts up collateral, takes it back and limits another as a participant", async () => {
      const of = async (name: string) => {
        const address = await addressOf(name);
        return (await read()).participants.find(({ institution }) => institution === address);
      };
      const before = await of("hill-bank");
      const page = await console.open("/clearing");
      await actAs(page, "clearing-house");
      await page.getByRole("tab", { name: "Participants" }).click();
      await askAct(page, "hill-bank", "Set the net debit cap…", { "Net debit cap": "123.45" });
      await signAndSend(page);
      expect((await of("hill-bank"))?.capMinor).toBe("12345");
      // What was lowered at once is raised with notice only.
      await askAct(page, "hill-bank", "Announce a higher cap…", { "Net debit cap": `${BigInt(before?.capMinor ?? 0) / 100n}` });
      await signAndSend(page);
      const announced = await of("hill-bank");
      expect(announced).toMatchObject({ capMinor: "12345", announcedCap: { capMinor: before?.capMinor } });
      await actAs(page, "hill-bank");
      await askAct(page, "hill-bank", "Put up collateral…", { Amount: "10" });
      await signAndSend(page);
      expect((await of("hill-bank"))?.collateralMinor).toBe(`${BigInt(before?.collateralMinor ?? 0) + 1_000n}`);
      await askAct(page, "hill-bank", "Take collateral back…", { Amount: "10" });
      await signAndSend(page);
      expect(await of("hill-bank")).toEqual(announced);
      await askAct(page, "hill-bank", "Add to the share of the fund…", { Amount: "10" });
      await signAndSend(page);
      expect((await of("hill-bank"))?.fundShareMinor).toBe(`${BigInt(before?.fundShareMinor ?? 0) + 1_000n}`);
      await askAct(page, "hill-bank", "Take from the share of the fund…", { Amount: "10" });
      await signAndSend(page);
      expect(await of("hill-bank")).toEqual(announced);
      await askAct(page, "river-bank", "Limit what it may owe you…", { "At most, net, in one cycle": "55" });
      await signAndSend(page);
      const limit = { payer: await addressOf("river-bank"), payee: await addressOf("hill-bank"), limitMinor: "5500" };
      expect((await read()).limits).toContainEqual(limit);
      await askAct(page, "river-bank", "Limit what it may owe you…", { "At most, net, in one cycle": "" });
      await signAndSend(page);
      expect((await read()).limits).not.toContainEqual(limit);
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

    it("admits another institution as the house, and records an insolvency as a supervisor", async () => {
      const statusOf = async (name: string) => {
        const address = await addressOf(name);
        return (await read()).participants.find(({ institution }) => institution === address)?.status;
      };
      expect([await statusOf("old-pay"), await statusOf("lotus-pay")]).toEqual([undefined, "active"]);
      const page = await console.open("/clearing");
      await actAs(page, "clearing-house");
      await page.getByRole("tab", { name: "Participants" }).click();
      await askAct(page, "participants", "Admit an institution…", { Institution: "old-pay" });
      await signAndSend(page);
      expect(await statusOf("old-pay")).toBe("invited");
      await actAs(page, "supervisor");
      await askAct(page, "lotus-pay", "Record that it is insolvent…", { Reason: "It cannot pay" });
      await tickAndSend(page);
      expect(await statusOf("lotus-pay")).toBe("failed");
      await page.context().close();
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
