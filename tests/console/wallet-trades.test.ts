import { hexToBytes } from "@sycee/protocol";
import {
  admitOperator,
  adoptWalletDeposits,
  banking,
  confirmEscrow,
  escrowAddress,
  fundWallet,
  grantLicence,
  linkDeposit,
  openEscrow,
  openWallets,
  pay,
  readResource,
  redPacketAddress,
  SyceeError,
} from "@sycee/sdk";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NO_CHROMIUM } from "../browser/find-chromium.ts";
import { askAct, chooseAct, tickAndSend } from "./acts.ts";
import { actAs, BEGIN_MS, browserPath, type ConsoleUnderTest, seriousFaults, signAndSend, startConsole } from "./console-under-test.ts";
import { expectAsListed } from "./pressed-acts.ts";
import { signAndSendTogether } from "./sign-together.ts";
import { boardOfSupervisors } from "./supervisors.ts";

const REASON = browserPath === undefined ? ` (${NO_CHROMIUM})` : "";
const CASH = 2;
const DAY_MS = 86_400_000;
const WALLET = "this wallet";

describe.skipIf(browserPath === undefined)(`what a wallet's holder does beside paying${REASON}`, { timeout: 300_000 }, () => {
  let console: ConsoleUnderTest;

  beforeAll(async () => {
    console = await startConsole("--no-read-models");
  }, BEGIN_MS);
  afterAll(async () => {
    expect(console.faults).toEqual([]);
    await console.close();
  });

  const addressOf = async (name: string) => (await console.signer(name)).address;
  const cashOf = async (name: string) => {
    const { balances } = await console.client.account(await addressOf(name));
    return BigInt(balances.find(({ place, instrument }) => place === "wallet" && instrument === CASH)?.amountMinor ?? 0);
  };
  const depositOf = async (institution: string, account: number) => {
    const { balances } = await console.client.customerAccount(await addressOf(institution), account);
    return BigInt(balances.find(({ place }) => place === "customers")?.amountMinor ?? 0);
  };
  const escrowsOf = async (name: string) => (await console.client.economy.escrows(await addressOf(name))).escrows;
  const stateOf = async (number: string) => (await escrowsOf("dan")).find((escrow) => escrow.number === number)?.state;
  const opened = async (name: string, tab?: string) => {
    const page = await console.open("/wallet");
    await actAs(page, name);
    if (tab !== undefined) await page.getByRole("tab", { name: tab }).click();
    return page;
  };
  const heldBy = async (name: string, wanted: string) => {
    const { balances } = await console.client.account(await addressOf(name));
    return BigInt(balances.find(({ place, symbol }) => place === "wallet" && symbol === wanted)?.amountMinor ?? 0);
  };
  /** Makes a bank one that keeps its own deposits in wallets, and somebody its customer: 500 in a wallet that is linked to account 2. */
  const openBankWallet = async () => {
    const [bank, owner] = [await console.signer("hill-bank"), await console.signer("developer")];
    const symbol = "hill-bank.wallet";
    const licence = grantLicence({ kind: "operator", unit: 1, holder: bank.address });
    await console.client.send({ signers: [await boardOfSupervisors()], calls: [licence] });
    await console.client.send({
      signers: [bank, await console.signer("central-bank"), owner],
      calls: [
        admitOperator({ signer: 1, operator: bank.address, name: "Hill Bank" }),
        openWallets({ tier: 1, wallets: [{ owner: owner.address, commitment: new Uint8Array(32).fill(8) }] }),
        adoptWalletDeposits({ signer: 1, bankSigner: 0, symbol }),
        fundWallet({ account: 2, owner: owner.address, amountMinor: 50_000n }),
        linkDeposit({ signer: 2, bankSigner: 0, account: 2, takesOverflow: true, coversPayments: true }),
      ],
    });
    return symbol;
  };
  const payBob = async (page: Page, instrument: string, amount: string) => {
    await page.getByRole("combobox", { name: "Payee" }).fill("bob");
    await page.keyboard.press("Escape");
    await page.getByRole("combobox", { name: "Pay with" }).click();
    await page.getByRole("option", { name: instrument, exact: true }).click();
    await page.getByRole("textbox", { name: "Amount" }).fill(amount);
    await page.getByRole("button", { name: "Go on" }).click();
    await page.getByRole("dialog").getByText(`¥${amount}.00`).first().waitFor();
  };
  const open = async (number: bigint, seller: string, amountMinor: bigint) => {
    const buyer = await console.signer("alice");
    const windows = { shipWithinMs: 3_600_000n, inspectWithinMs: 3_600_000n, decideWithinMs: 3_600_000n };
    const terms = { number, seller: await addressOf(seller), instrument: CASH, amountMinor, ...windows, silentShareBasisPoints: 0n };
    await console.client.send({ signers: [buyer], calls: [openEscrow(terms)] });
    return escrowAddress(buyer.address, number);
  };

  it("ships, gives a part back, asks the arbiter, and decides: each party of an escrow from its own wallet", async () => {
    const [held, seller] = [(await escrowsOf("dan"))[0], await cashOf("bookshop")];
    const page = await opened("bookshop", "Under way");
    await chooseAct(page, "Escrow 1", "Say that the goods are on their way");
    await signAndSend(page);
    expect(await stateOf("1")).toBe("shipped");
    await askAct(page, "Escrow 1", "Give a part back…", { Amount: "80" });
    await signAndSend(page);
    expect((await escrowsOf("dan"))[0]?.amountMinor).toBe(`${BigInt(held?.amountMinor ?? 0) - 8_000n}`);
    expect(await seriousFaults(page)).toEqual([]);
    await actAs(page, "dan");
    await page.getByRole("tab", { name: "Under way" }).click();
    await chooseAct(page, "Escrow 1", "Ask the arbiter to decide");
    await tickAndSend(page);
    expect(await stateOf("1")).toBe("disputed");
    await actAs(page, "alice");
    await page.getByRole("tab", { name: "Under way" }).click();
    await askAct(page, "Escrow 1", "Decide what is the seller's…", { "For the seller": "120" });
    await signAndSend(page);
    expect([await stateOf("1"), await cashOf("bookshop")]).toEqual([undefined, seller + 12_000n]);
    await page.context().close();
  });

  it("has a standing order pay, ends it, and withdraws a request", async () => {
    const orders = async () => (await console.client.economy.standingOrders(await addressOf("dan"))).orders;
    const before = await cashOf("tea-house");
    const page = await opened("tea-house", "Under way");
    await chooseAct(page, "Standing order 1", "Have it pay what is due");
    await signAndSend(page);
    expect([(await orders())[0]?.paid, await cashOf("tea-house")]).toEqual(["1", before + 4_500n]);
    await chooseAct(page, "Payment request 1", "Withdraw the request");
    await signAndSend(page);
    expect((await console.client.economy.paymentRequests(await addressOf("tea-house"))).requests).toEqual([]);
    await actAs(page, "dan");
    await page.getByRole("tab", { name: "Under way" }).click();
    await chooseAct(page, "Standing order 1", "End the standing order");
    await tickAndSend(page);
    expect(await orders()).toEqual([]);
    await page.context().close();
  });

  it("pays into escrow, confirms, gives all back and agrees; and takes what did not fit into a wallet", async () => {
    const [alice, bob] = [await cashOf("alice"), await cashOf("bob")];
    const page = await opened("alice");
    await askAct(page, WALLET, "Pay into escrow…", { Seller: "bob", Amount: "20", Arbiter: "dan" });
    await signAndSend(page);
    const [made] = (await escrowsOf("alice")).filter(({ amountMinor }) => amountMinor === "2000");
    expect(made).toMatchObject({ seller: await addressOf("bob"), arbiter: await addressOf("dan"), state: "paid", silentShareBps: 5_000 });
    expect(await cashOf("alice")).toBe(alice - 2_000n);
    await page.getByRole("tab", { name: "Under way" }).click();
    await chooseAct(page, `Escrow ${made?.number}`, "Confirm that the goods are here");
    await tickAndSend(page);
    expect(await cashOf("bob")).toBe(bob + 2_000n);

    await open(11n, "bob", 1_000n);
    await askAct(page, "Escrow 11", "Agree what is the seller's…", { "For the seller": "4" });
    await signAndSendTogether(page, "bob");
    expect([await cashOf("alice"), await cashOf("bob")]).toEqual([alice - 2_400n, bob + 2_400n]);
    await open(12n, "bob", 1_000n);
    await page.goto(`${console.url}/wallet`);
    await actAs(page, "bob");
    await page.getByRole("tab", { name: "Under way" }).click();
    await chooseAct(page, "Escrow 12", "Give all of it back");
    await tickAndSend(page);
    expect([await cashOf("alice"), await cashOf("bob")]).toEqual([alice - 2_400n, bob + 2_400n]);

    // Her wallet holds 10,000 at most.
    const carol = await cashOf("carol");
    const [buyer, seller] = [await console.signer("alice"), await console.signer("carol")];
    const escrow = await open(13n, "carol", 900_000n);
    await console.client.send({ signers: [buyer], calls: [confirmEscrow({ escrow })] });
    const payment = pay({ payee: await addressOf("dan"), instrument: CASH, amountMinor: 100_000n });
    await console.client.send({ signers: [seller], calls: [payment] });
    await actAs(page, "carol");
    await page.getByRole("tab", { name: "Under way" }).click();
    await chooseAct(page, "Escrow 13", "Try again to deliver");
    await signAndSend(page);
    expect(await cashOf("carol")).toBe(carol + 800_000n);
    await page.context().close();
  });

  it("orders payments, gives a red packet, and takes from one", async () => {
    const alice = await addressOf("alice");
    const page = await opened("alice");
    const firstDay = new Date(Date.now() + 2 * DAY_MS).toISOString().slice(0, 10);
    await askAct(page, WALLET, "Order payments…", { Payee: "bob", Amount: "7", "First day": firstDay });
    await signAndSend(page);
    const { orders } = await console.client.economy.standingOrders(alice);
    expect(orders).toMatchObject([{ payee: await addressOf("bob"), amountMinor: "700", period: "month", every: 1, firstOn: firstDay }]);
    await askAct(page, WALLET, "Give a red packet…", { Amount: "10", "For how many": "4" });
    await signAndSend(page);
    const { packets } = await console.client.economy.redPackets(alice);
    expect(packets).toMatchObject([{ amountMinor: "1000", sharesLeft: "4", isRandom: true, needsKey: false }]);
    const left = async () => BigInt((await console.client.economy.redPackets(await addressOf("dan"))).packets[0]?.amountMinor ?? 0);
    const [before, cash] = [await left(), await cashOf("alice")];
    await askAct(page, WALLET, "Take from a red packet…", { "Address of the red packet": redPacketAddress(await addressOf("dan"), 1n) });
    await signAndSend(page);
    const taken = before - (await left());
    expect(taken).toBeGreaterThan(0n);
    expect(await cashOf("alice")).toBe(cash + taken);
    await page.context().close();
  });

  it("turns cash into e-money, a deposit and what the operator gives; links a deposit; closes an empty wallet", async () => {
    const [cash, eMoney, deposit] = [await cashOf("alice"), await depositOf("swiftpay", 1), await depositOf("river-bank", 2)];
    const page = await opened("alice");
    await askAct(page, WALLET, "Top e-money up…", { "Payment institution": "swiftpay", "Account there": "1", Amount: "3" });
    await signAndSend(page);
    expect(await depositOf("swiftpay", 1)).toBe(eMoney + 300n);
    await askAct(page, WALLET, "Turn into a bank deposit…", { Bank: "river-bank", "Account there": "2", Amount: "4" });
    await signAndSend(page);
    expect(await depositOf("river-bank", 2)).toBe(deposit + 400n);
    await askAct(page, WALLET, "Hand digital cash back to the operator…", { Amount: "5" });
    await tickAndSend(page);
    expect(await cashOf("alice")).toBe(cash - 1_200n);
    const link = async () => await readResource(console.client, await addressOf("alice"), banking.linkedDepositType);
    await askAct(page, WALLET, "Link to a deposit…", { Bank: "river-bank", "Account there": "2" });
    await signAndSendTogether(page, "river-bank");
    expect(await link()).toMatchObject({ bank: await addressOf("river-bank"), account: 2, takesOverflow: true, coversPayments: true });
    await page.goto(`${console.url}/wallet`);
    await actAs(page, "alice");
    await chooseAct(page, WALLET, "End the link to a deposit");
    await signAndSend(page);
    expect(await link()).toBeUndefined();

    const owner = await addressOf("prosecutor");
    const opening = openWallets({ tier: 4, wallets: [{ owner, commitment: new Uint8Array(32).fill(9) }] });
    await console.client.send({ signers: [await console.signer("harbour-bank")], calls: [opening] });
    expect((await console.client.economy.walletLimits(owner)).tier).toBe(4);
    await actAs(page, "prosecutor");
    await chooseAct(page, WALLET, "Close the wallet");
    await tickAndSend(page);
    await expect(console.client.economy.walletLimits(owner)).rejects.toBeInstanceOf(SyceeError);
    await page.context().close();
  });

  it("has what does not fit delivered to another wallet of the same holder", async () => {
    const { holder, instruments } = await console.client.economy.walletLimits(await addressOf("carol"));
    const carol = await cashOf("carol");
    const room = BigInt(instruments.find(({ instrument }) => instrument === CASH)?.left.toReceiveMinor ?? 0);
    const owner = await addressOf("custodian");
    const opening = openWallets({ tier: 1, wallets: [{ owner, commitment: hexToBytes(holder) ?? new Uint8Array() }] });
    await console.client.send({ signers: [await console.signer("harbour-bank")], calls: [opening] });
    const escrow = await open(14n, "carol", room + 1_000n);
    await console.client.send({ signers: [await console.signer("alice")], calls: [confirmEscrow({ escrow })] });
    const page = await opened("carol", "Under way");
    await askAct(page, "Escrow 14", "Have it delivered to another wallet of mine…", { "Other wallet": "custodian" });
    await signAndSend(page);
    expect([await cashOf("custodian"), await cashOf("carol")]).toEqual([1_000n, carol + room]);
    await page.context().close();
  });

  it("pays with money of its bank, and more cash than it holds; brings money into the wallet and back onto the deposit", async () => {
    const symbol = await openBankWallet();
    const [bob, deposit] = [await cashOf("bob"), await depositOf("hill-bank", 2)];
    const page = await opened("developer");
    await payBob(page, symbol, "30");
    await signAndSend(page);
    expect([await cashOf("bob"), await heldBy("developer", symbol)]).toEqual([bob + 3_000n, 47_000n]);
    await payBob(page, "CNY.cash", "12");
    await page
      .getByRole("dialog")
      .getByRole("row")
      .filter({ hasText: "Drawn from the linked deposit" })
      .filter({ hasText: "¥12.00" })
      .waitFor();
    await signAndSend(page);
    expect([await cashOf("bob"), await depositOf("hill-bank", 2)]).toEqual([bob + 4_200n, deposit - 1_200n]);

    await askAct(page, WALLET, "Take digital cash out of a bank deposit…", { Amount: "100" });
    await signAndSendTogether(page, "hill-bank");
    expect([await cashOf("developer"), await depositOf("hill-bank", 2)]).toEqual([10_000n, deposit - 11_200n]);
    const eMoney = await depositOf("swiftpay", 1);
    await page.goto(`${console.url}/wallet`);
    await actAs(page, "developer");
    const account = { "Payment institution": "swiftpay", "Account there": "1", Amount: "5" };
    await askAct(page, WALLET, "Turn e-money into digital cash…", account);
    await signAndSendTogether(page, "swiftpay");
    expect([await cashOf("developer"), await depositOf("swiftpay", 1)]).toEqual([10_500n, eMoney - 500n]);

    await page.goto(`${console.url}/wallet`);
    await actAs(page, "developer");
    await askAct(page, WALLET, `Exchange digital cash for ${symbol}…`, { Amount: "40" });
    await tickAndSend(page);
    expect([await cashOf("developer"), await heldBy("developer", symbol)]).toEqual([6_500n, 51_000n]);
    await askAct(page, WALLET, `Put ${symbol} back onto a deposit…`, { Amount: "25" });
    await signAndSend(page);
    expect([await heldBy("developer", symbol), await depositOf("hill-bank", 2)]).toEqual([48_500n, deposit - 8_700n]);
    expect(await seriousFaults(page)).toEqual([]);
    await page.context().close();
  });

  it("did on the ledger what the list of acts says of it", async () => {
    expectAsListed("wallet-trades", await console.pressed());
  });
});
