import { banking, executePolicyChange, FRAMEWORK, grantLicence, oversight, readResource, RESERVE_SCHEDULE_2018 } from "@sycee/sdk";
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
import { type NewCentralBank, startNewCentralBank } from "./new-central-bank.ts";
import { expectAsListed } from "./pressed-acts.ts";
import { signAndSendTogether } from "./sign-together.ts";
import { boardOfSupervisors } from "./supervisors.ts";

const REASON = browserPath === undefined ? ` (${NO_CHROMIUM})` : "";

describe.skipIf(browserPath === undefined)(`the central bank's page${REASON}`, { timeout: 400_000 }, () => {
  let console: ConsoleUnderTest;
  let newBank: NewCentralBank;

  beforeAll(async () => {
    // Its clock is behind, so that it can be put forward later by a restart without this; other files begin with the same ledger.
    console = await startConsoleBehind(FORTY_DAYS_MS, "--no-read-models");
    newBank = await startNewCentralBank();
  }, BEGIN_MS);
  afterAll(async () => {
    expect(console.faults).toEqual([]);
    await console.close();
    await newBank.close();
  });

  const assets = async () => {
    const { address } = await console.signer("central-bank");
    const bank = await readResource(console.client, address, banking.centralBankType);
    if (bank === undefined) throw new Error("there is no central bank");
    return bank.assets;
  };
  const settlementOf = async (name: string): Promise<bigint> => {
    const { address } = await console.signer(name);
    const { balances } = await console.client.account(address);
    return BigInt(balances.find(({ place }) => place === "settlement")?.amountMinor ?? 0);
  };
  const opened = async (name: string) => {
    const page = await console.open("/central-bank");
    await actAs(page, name);
    return page;
  };

  it("issues against an asset, redeems a part and the whole of it; books and base money follow", async () => {
    const [before, base] = [await settlementOf("harbour-bank"), await baseMoney(console)];
    const page = await opened("central-bank");
    const form = page.getByRole("region", { name: "Issue settlement money" });
    await form.getByRole("combobox", { name: "Operator" }).click();
    await page.getByRole("option", { name: "harbour-bank" }).click();
    await form.getByLabel("Description").fill("Bonds of 2026");
    await form.getByLabel("Book value").fill("1,000.50");
    await form.getByLabel("Haircut in per cent").fill("4");
    await form.getByRole("button", { name: "Issue…" }).click();
    expect(await page.getByRole("dialog").last().innerText()).toMatch(/harbour-bank[^]*Bonds of 2026[^]*¥1,000\.50[^]*4\.00%/);
    await signAndSend(page);
    expect(await settlementOf("harbour-bank")).toBe(before + 100_050n);
    expect(await baseMoney(console)).toBe(base + 100_050n);
    const issued = (await assets()).find(({ description }) => description === "Bonds of 2026");
    expect(issued).toMatchObject({ kind: 3, bookValue: 100_050n, haircutBps: 400n, performing: true });

    await chooseAct(page, `asset ${issued?.id}`, "Redeem a part…");
    await page.getByRole("dialog").getByLabel("Amount").fill("400");
    await page.getByRole("dialog").getByRole("button", { name: "Go on…" }).click();
    await signAndSendTogether(page, "harbour-bank");
    expect(await settlementOf("harbour-bank")).toBe(before + 60_050n);
    await page.goto(`${console.url}/central-bank`);
    await actAs(page, "central-bank");
    await chooseAct(page, `asset ${issued?.id}`, "Redeem");
    await signAndSendTogether(page, "harbour-bank");
    expect(await settlementOf("harbour-bank")).toBe(before);
    expect(await baseMoney(console)).toBe(base);
    expect((await assets()).some(({ id }) => id === issued?.id)).toBe(false);
    await page.context().close();
  });

  it("refuses an issue without an amount by itself, and one beyond cover by the ledger", async () => {
    const base = await baseMoney(console);
    const page = await opened("central-bank");
    const form = page.getByRole("region", { name: "Issue settlement money" });
    await form.getByRole("combobox", { name: "Operator" }).click();
    await page.getByRole("option", { name: "valley-bank" }).click();
    await form.getByLabel("Description").fill("Worthless paper");
    await form.getByRole("button", { name: "Issue…" }).click();
    await form.getByText("Write an amount of more than zero like 12.50, with at most 2 decimals.").waitFor();
    await form.getByLabel("Book value").fill("10000000");
    await form.getByLabel("Haircut in per cent").fill("100");
    await form.getByRole("button", { name: "Issue…" }).click();
    await page.getByRole("button", { name: "Sign and send" }).click();
    await page.getByText("Refused: nothing was changed").waitFor();
    expect(await page.getByRole("dialog").innerText()).toContain("Base money would be more than the performing assets after haircut");
    expect(await baseMoney(console)).toBe(base);
    await page.context().close();
  });

  it("takes capital in, marks it as not performing and writes it off; a custodian attests another asset", async () => {
    const page = await opened("central-bank");
    const form = page.getByRole("region", { name: "Contribute capital" });
    await form.getByRole("combobox", { name: "Kind of asset" }).click();
    await page.getByRole("option", { name: "Gold" }).click();
    await form.getByLabel("Description").fill("One bar");
    await form.getByLabel("Book value").fill("500");
    await form.getByRole("button", { name: "Contribute…" }).click();
    await signAndSend(page);
    const bar = async () => (await assets()).find(({ description }) => description === "One bar");
    const id = (await bar())?.id;
    expect(await bar()).toMatchObject({ kind: 2, bookValue: 50_000n, counterparty: undefined });
    await chooseAct(page, `asset ${id}`, "Mark as not performing");
    await tickAndSend(page);
    expect((await bar())?.performing).toBe(false);
    await chooseAct(page, `asset ${id}`, "Mark as performing");
    await signAndSend(page);
    expect((await bar())?.performing).toBe(true);
    await chooseAct(page, `asset ${id}`, "Mark as not performing");
    await tickAndSend(page);
    await chooseAct(page, `asset ${id}`, "Write off…");
    await page.getByRole("dialog").getByLabel("Amount").fill("500.00");
    await page.getByRole("dialog").getByRole("button", { name: "Go on…" }).click();
    await tickAndSend(page);
    expect(await bar()).toBeUndefined();

    await actAs(page, "custodian");
    await chooseAct(page, "asset 1", "Attest that it is there");
    await signAndSend(page);
    const { address } = await console.signer("custodian");
    expect((await assets())[0]?.attestedBy).toBe(address);
    await page.context().close();
  });

  it("leaves a menu that is open to be seen, wherever what opened it has moved meanwhile", async () => {
    const page = await opened("custodian");
    await page.getByRole("button", { name: "What can be done with asset 1", exact: true }).click();
    const item = page.getByRole("menuitem", { name: "Attest that it is there", exact: true });
    await item.waitFor();
    await page.evaluate(() => globalThis.scrollTo({ top: 0, behavior: "instant" }));
    // Where it lies is looked at some frames later.
    await page.waitForTimeout(500);
    await item.click();
    await page.getByRole("dialog").getByRole("button", { name: "Sign and send" }).waitFor();
    await page.context().close();
  });

  it("proposes a tier, a parameter and a delay; takes two back, and executes the third when its time has come", async () => {
    const { address } = await console.signer("central-bank");
    const proposals = async () => (await console.client.economy.proposals({ authority: address })).proposals;
    const page = await opened("central-bank");
    await page.getByRole("tab", { name: "Policy" }).click();
    await page.getByText("Nothing is proposed").waitFor();
    await chooseAct(page, "Tier 4", "Propose a change…");
    await page.getByRole("dialog").getByLabel("Balance").fill("12,345.00");
    await page.getByRole("dialog").getByLabel("A year").fill("");
    // Its time comes before the clock is put forward, and less than the thirty days before after which it would have lapsed.
    await page.getByRole("dialog").getByLabel("Days to wait beyond the delay").fill("20");
    await page.getByRole("dialog").getByRole("button", { name: "Go on…" }).click();
    await signAndSend(page);
    await chooseAct(page, "Required reserve ratio", "Propose a change…");
    await page.getByRole("dialog").getByLabel("Value (%)").fill("7.5");
    await page.getByRole("dialog").getByRole("button", { name: "Go on…" }).click();
    await signAndSend(page);
    await chooseAct(page, "Delay before changes", "Propose a change…");
    await page.getByRole("dialog").getByLabel("Minutes (1 to 527,040)").fill("60");
    await page.getByRole("dialog").getByRole("button", { name: "Go on…" }).click();
    await signAndSend(page);
    expect((await proposals()).map(({ change }) => change)).toMatchObject([
      { kind: "tier", limits: { tier: 4, balanceMinor: "1234500", singleMinor: "200000", yearlyMinor: null } },
      { kind: "parameter", parameter: "reserveRatio", value: "750", now: "700" },
      { kind: "delay", delayMs: "3600000" },
    ]);
    await page.getByRole("cell", { name: "Balance: ¥12,345.00; One payment: ¥2,000.00; A day: ¥5,000.00; A year: no limit" }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    for (const number of [2, 3]) {
      await chooseAct(page, `proposal ${number}`, "Take back");
      await signAndSend(page);
    }
    expect((await proposals()).map(({ number }) => number)).toEqual(["1"]);
    await page.getByText(/^waits \d+ s$/).waitFor();
    await page.getByRole("button", { name: "What can be done with proposal 1", exact: true }).click();
    expect(await page.getByRole("menuitem").allInnerTexts()).toEqual(["Take back"]);
    const early = executePolicyChange({ number: 1n });
    await expect(console.client.send({ signers: [await console.signer("central-bank")], calls: [early] })).rejects.toThrow(
      /before its earliest time/,
    );
    await page.context().close();

    await console.restart("--no-read-models");
    const later = await opened("central-bank");
    await later.getByRole("tab", { name: "Policy" }).click();
    await later.getByText("can be executed", { exact: true }).waitFor();
    await chooseAct(later, "proposal 1", "Execute");
    await tickAndSend(later);
    expect(await proposals()).toEqual([]);
    const { tiers } = await console.client.economy.policy(address);
    expect(tiers.find(({ tier }) => tier === 4)).toMatchObject({ balanceMinor: "1234500", yearlyMinor: null });
    await later.context().close();
  });

  it("sets a bank's limit of notes, counts its vault, and sells it a security back as both sign; the government pays", async () => {
    const address = (await console.signer("hill-bank")).address;
    const vault = async () => await readResource(console.client, address, banking.notesVaultType);
    const page = await opened("central-bank");
    await page.getByRole("tab", { name: "Banks" }).click();
    await askAct(page, "hill-bank", "Set the limit of notes…", { "Limit before a count": "123.45" });
    await signAndSend(page);
    expect((await vault())?.limit).toBe(12_345n);
    await askAct(page, "hill-bank", "Count the notes…", {});
    await tickAndSend(page);
    expect(await vault()).toMatchObject({ uncounted: 0n, limit: 12_345n });
    await askAct(page, "hill-bank", "Propose a limit of notes…", { "Limit before a count": "200" });
    await signAndSend(page);
    const { proposals } = await console.client.economy.proposals({ authority: (await console.signer("central-bank")).address });
    expect(proposals.at(-1)?.change).toMatchObject({ kind: "notesLimit", bank: address, limitMinor: "20000", nowMinor: "12345" });
    const held = (await vault())?.money.value ?? 0n;
    await askAct(page, "hill-bank", "Count the notes with the bank…", { Missing: "1.50" });
    await signAndSendTogether(page, "hill-bank");
    expect((await vault())?.money.value).toBe(held - 150n);

    await page.goto(`${console.url}/central-bank`);
    await actAs(page, "central-bank");
    const before = await settlementOf("hill-bank");
    const bought = (await assets()).find(({ kind, counterparty }) => kind === 3 && counterparty === address);
    await page.getByRole("tab", { name: "Assets and issue" }).click();
    await askAct(page, `asset ${bought?.id}`, "Sell back to the bank…", { Amount: "1,000" });
    await signAndSendTogether(page, "hill-bank");
    expect(await settlementOf("hill-bank")).toBe(before - 100_000n);
    expect((await assets()).find(({ id }) => id === bought?.id)?.bookValue).toBe((bought?.bookValue ?? 0n) - 100_000n);

    await page.goto(`${console.url}/central-bank`);
    await actAs(page, "government");
    await page.getByRole("tab", { name: "Books" }).click();
    await askAct(page, "Government", "Pay a bank's customer…", { Bank: "hill-bank", "Customer's account": "1", Amount: "5" });
    await signAndSend(page);
    expect(await settlementOf("hill-bank")).toBe(before - 99_500n);
    await page.context().close();
  });

  it("earns the interest that the government pays on its bonds, closes the period, and remits what it has earned", async () => {
    const { address } = await console.signer("central-bank");
    const government = (await console.signer("government")).address;
    const held = async () => {
      const { balances } = await console.client.account(government);
      return balances.reduce((sum, { amountMinor }) => sum + BigInt(amountMinor), 0n);
    };
    const books = async () => await console.client.economy.books(address);
    const [before, { period, totals }] = [await held(), await books()];
    const page = await opened("government");
    await page.getByRole("tab", { name: "Books" }).click();
    await askAct(page, "Government", "Pay interest on bonds…", { Amount: "2,000" });
    await signAndSend(page);
    expect(await held()).toBe(before - 200_000n);
    expect(BigInt((await books()).totals.incomeMinor)).toBe(BigInt(totals.incomeMinor) + 200_000n);

    await actAs(page, "central-bank");
    await page.getByRole("button", { name: "Close the period…" }).click();
    await tickAndSend(page);
    expect((await books()).period).toBe(`${BigInt(period) + 1n}`);
    const form = page.getByRole("region", { name: "Seigniorage" });
    await form.getByRole("combobox", { name: "Government" }).fill("government");
    await page.keyboard.press("Escape");
    await form.getByLabel("Amount").fill("20");
    await form.getByRole("button", { name: "Remit…" }).click();
    await tickAndSend(page);
    expect(await held()).toBe(before - 198_000n);
    await page.context().close();
  });

  it("sets a schedule of e-money reserves, and changes what is to come of it, starting from what is set", async () => {
    const { address } = await console.signer("central-bank");
    const steps = async () => (await readResource(console.client, address, banking.reserveScheduleScheduleType))?.steps ?? [];
    const page = await opened("central-bank");
    await page.getByRole("tab", { name: "Policy" }).click();
    await page.getByRole("button", { name: "Set the first schedule…" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Fill in the schedule of 2018" }).click();
    expect(await seriousFaults(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Go on…" }).click();
    await dialog.getByRole("row", { name: "2019-01-14 100.00% holds now" }).waitFor();
    await tickAndSend(page);
    expect((await steps()).map(({ fromMs, shareBps }) => ({ fromMs, shareBps: Number(shareBps) }))).toEqual(RESERVE_SCHEDULE_2018);

    const change = async (goOn: () => Promise<void>) => {
      await page.getByRole("button", { name: "Change what is to come…" }).click();
      await goOn();
      await dialog.getByRole("button", { name: "Go on…" }).click();
    };
    await change(async () => {
      await dialog.getByRole("button", { name: "Add a step" }).click();
      await dialog.getByLabel("Step 1: share (%)").fill("1e3");
      await dialog.getByRole("button", { name: "Go on…" }).click();
      await dialog.getByText("Write a percentage from 0 to 100 like 12.5.").waitFor();
      await dialog.getByLabel("Step 1: share (%)").fill("60");
    });
    await tickAndSend(page);
    const [now, first, ...none] = await steps();
    expect([now?.shareBps, first?.shareBps, none]).toEqual([10_000n, 6_000n, []]);
    await change(async () => {
      await dialog.getByRole("button", { name: "Add a step" }).click();
      await dialog.getByLabel("Step 2: share (%)").fill("80");
    });
    await tickAndSend(page);
    expect((await steps()).map(({ shareBps }) => shareBps)).toEqual([10_000n, 6_000n, 8_000n]);
    expect((await steps())[1]).toEqual(first);
    await page.context().close();

    // Nothing to come is a list too; by the keyboard, narrow and in Chinese.
    const narrow = await console.open("/central-bank", { language: "zh", width: 390 });
    await actAs(narrow, "central-bank");
    await narrow.getByRole("tab", { name: "政策" }).press("Enter");
    for (const name of ["变更后续步骤…", "删除步骤 2", "删除步骤 1"]) await narrow.getByRole("button", { name }).press("Enter");
    expect(await seriousFaults(narrow)).toEqual([]);
    expect(await narrow.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
    await narrow.getByRole("button", { name: "下一步…" }).press("Enter");
    await narrow.getByRole("dialog").getByRole("checkbox").check();
    await signAndSend(narrow);
    expect(await steps()).toEqual([now]);
    await narrow.context().close();
  });

  it("has supervisors announce a gas schedule, and take it back before it is in force", async () => {
    const announced = async () => await readResource(console.client, FRAMEWORK.oversight, oversight.gasScheduleType);
    const page = await console.open("/supervision/licences");
    await actAs(page, "supervisor");
    await chooseAct(page, "Gas schedule", "Announce a schedule…");
    const dialog = page.getByRole("dialog");
    expect(await dialog.getByLabel("Version").inputValue()).toBe("2");
    await dialog.getByRole("button", { name: "Go on…" }).click();
    await page.getByText("A node that does not know this version stops before that block.").waitFor();
    await tickAndSend(page);
    const { version, next, nextFrom } = (await announced()) ?? {};
    expect([version, next]).toEqual([1n, 2n]);
    expect(nextFrom ?? 0n).toBeGreaterThan(BigInt((await console.client.status()).height) + 100n);
    await page.getByText(/^Version 2 from block [\d,]+$/).waitFor();
    await chooseAct(page, "Gas schedule", "Take back what is announced");
    await tickAndSend(page);
    expect(await announced()).toMatchObject({ version: 1n, next: 1n });
    await page.context().close();
  });

  it("sets for the first time, on a ledger that begins: a tier, a ratio, and notes", async () => {
    const { address, client } = newBank;
    const page = await console.open("/central-bank");
    await page.goto(`${newBank.url}/central-bank`);
    await actAs(page, "central-bank");
    await page.getByRole("tab", { name: "Policy" }).click();
    await askAct(page, "Tier 2", "Set…", { Balance: "5,000", "One payment": "100", "A day": "", "A year": "" });
    await signAndSend(page);
    await askAct(page, "Required reserve ratio", "Set…", { "Value (%)": "6.5" });
    await signAndSend(page);
    const { tiers, parameters } = await client.economy.policy(address);
    expect(tiers).toEqual([{ tier: 2, balanceMinor: "500000", singleMinor: "10000", dailyMinor: null, yearlyMinor: null }]);
    expect(parameters.filter(({ wasSet }) => wasSet)).toMatchObject([{ parameter: "reserveRatio", value: "650" }]);
    await page.getByRole("tab", { name: "Banks" }).click();
    await page.getByText("No banks yet").waitFor();
    await askAct(page, "notes", "Introduce notes…", {});
    await signAndSend(page);
    expect((await client.instruments()).at(-1)).toMatchObject({ symbol: "HKD.notes", kind: "notes", issuer: address });
    await page.context().close();
  });

  it("admits an operator once a supervisor has licensed it", async () => {
    const [newcomer, bank] = [await console.signer("bookshop"), await console.signer("central-bank")];
    const operators = async () => (await console.client.economy.operators(bank.address)).operators;
    const page = await opened("central-bank");
    await page.getByRole("tab", { name: "Operators" }).click();
    const form = page.getByRole("region", { name: "Admit an operator" });
    const ask = async () => {
      await form.getByRole("combobox", { name: "Operator" }).fill("bookshop");
      await page.keyboard.press("Escape");
      await form.getByLabel("Name").fill("Bookshop's counter");
      await form.getByRole("button", { name: "Admit…" }).click();
    };
    await ask();
    await page.getByRole("button", { name: "Sign and send" }).click();
    await page.getByText("Refused: nothing was changed").waitFor();
    await page.getByRole("button", { name: "Close", exact: true }).last().click();
    expect(await operators()).toHaveLength(2);

    const licence = grantLicence({ holder: newcomer.address, kind: "operator", unit: 1 });
    await console.client.send({ signers: [await boardOfSupervisors()], calls: [licence] });
    await ask();
    await signAndSend(page);
    expect((await operators()).at(-1)).toMatchObject({ address: newcomer.address, name: "Bookshop's counter", settlementMinor: "0" });
    await page.context().close();
  });

  it("did on the ledgers what the list of acts says of it", async () => {
    expectAsListed("central-bank", await console.pressed());
  });
});

async function baseMoney({ client }: ConsoleUnderTest): Promise<bigint> {
  return BigInt((await client.statistics()).units[0]?.baseMinor ?? 0);
}
