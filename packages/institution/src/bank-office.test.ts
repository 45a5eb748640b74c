import { join } from "node:path";
import {
  buySecurity,
  cashToDeposit,
  closeDepositAccount,
  countDeposits,
  cutDeposits,
  cutLenders,
  declareInsolvency,
  grantLoan,
  keepInstitutionsDeposits,
  openDepositAccounts,
  openInstitutionsDeposits,
  payDepositInterest,
  payInCapital,
  payTax,
  placeDeposit,
  type ProgramOptions,
  releaseDeposit,
  repayLoan,
  revokeLicence,
  sellSecurity,
  spendFromTreasury,
  submitPayment,
  takeInDeposit,
  topUp,
  transferDeposits,
  triggerCustomerOrder,
  writeOffInInsolvency,
} from "@sycee/sdk";
import type { FastifyInstance } from "fastify";
import { Compile } from "typebox/compile";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { APPS, CAPITAL, startTestEconomy, type TestEconomy } from "../test-data/economy.ts";
import { OfficeClient } from "../test-data/office-client.ts";
import { officeRoutes } from "./http-api/office-routes.ts";
import { COMMERCIAL_BANK, createOfficeServer, Office, type Reconciliation } from "./index.ts";
import { numberFromId } from "./orders/drawn-from-id.ts";
import { OrderBook } from "./orders/order-book.ts";
import { IncomingFeed } from "./posting/incoming-feed.ts";
import { Journal } from "./statements/journal.ts";
import type { StatementLine } from "./statements/statement-line.ts";
import { openOfficeStore } from "./store/office-store.ts";
import { WebhookBook } from "./webhooks/webhook-book.ts";

const currency = { symbol: "RIVER.deposit", decimals: 2, zoneOffsetMinutes: 480 };
let economy: TestEconomy;
let office: Office;
let server: FastifyInstance;
let api: OfficeClient;
const ids: string[] = [];
/** What each customer had after some blocks, by the ledger. */
const past: { readonly height: string; readonly balances: readonly string[] }[] = [];

beforeAll(async () => {
  economy = await startTestEconomy();
  await open();
}, 120_000);

afterAll(async () => {
  await close();
  await economy.end();
});

async function open(): Promise<void> {
  const { client, commercialBank: signer, directory } = economy;
  office = new Office({ directory: join(directory, "bank"), client, signer, kind: COMMERCIAL_BANK, name: "River Bank", currency });
  server = createOfficeServer({ office, apps: APPS });
  api = new OfficeClient(await server.listen({ port: 0, host: "127.0.0.1" }));
}

async function close(): Promise<void> {
  await server.close();
  await office.close();
}

async function order(path: string, body: unknown): Promise<Record<string, unknown>> {
  const { status, json } = await api.post(path, body);
  expect([path, status]).toEqual([path, 202]);
  return await api.settled(`/v1/orders/${String(json.id)}`);
}

async function refusalOf(path: string, body: unknown): Promise<unknown> {
  return (await order(path, body)).refusal;
}

const send = async (signers: ProgramOptions["signers"], ...calls: ProgramOptions["calls"]) => await economy.client.send({ signers, calls });
const differences = async (): Promise<Reconciliation["differences"]> => (await office.reconcile()).differences;

/** Ledger and office both say that the customers have so much, and differ in nothing. */
async function expectBalances(...expected: readonly number[]): Promise<void> {
  const { accounts } = await economy.client.customerAccounts(economy.commercialBank.address, 0, ids.length);
  const balances = accounts.map((each) => each.balances.find(({ place }) => place === "customers")?.amountMinor ?? "none");
  expect(balances).toEqual(expected.map(String));
  expect(await differences()).toEqual([]);
  const kept = await Promise.all(ids.map(async (id) => (await api.get(`/v1/customers/${id}`)).json.balanceMinor));
  expect(kept).toEqual(balances);
  past.push({ height: `${office.enteredUntil}`, balances });
}

/** However many blocks there are to read, a feed that is told to stop reads no further one. */
async function expectStopsBetweenBlocks(): Promise<void> {
  const { client, commercialBank, directory } = economy;
  const store = openOfficeStore(join(directory, "bank"));
  const orders = new OrderBook(store, Date.now);
  const books = { store, orders, journal: new Journal(store), webhooks: new WebhookBook(store, Date.now) };
  const feed = new IncomingFeed({ client, books, institution: commercialBank.address, kind: COMMERCIAL_BANK, fromHeight: 0n });
  const { next } = feed;
  feed.stop();
  await expect(feed.catchUp(BigInt((await client.status()).height))).rejects.toMatchObject({ code: "stopping" });
  expect(feed.next).toBe(next);
  await store.close();
}

describe("the office of a bank", { timeout: 60_000 }, () => {
  test("opens accounts and lends, each loan once however often it is asked for", async () => {
    for (const reference of ["Wang", "Li", "茶馆"]) ids.push(String((await api.post("/v1/customers", { reference })).json.id));
    const accounts = await Promise.all(ids.map((id) => api.settled(`/v1/customers/${id}`)));
    expect(accounts.map(({ account }) => account)).toEqual([0, 1, 2]);
    const terms = { rateBasisPoints: 435, instalments: 12, periodDays: 30 };
    expect(await order("/v1/loans", { borrower: ids[0], amountMinor: "10000", ...terms, memo: "house" })).toMatchObject({
      state: "done",
      loan: "1",
    });
    expect(await refusalOf("/v1/loans", { borrower: ids[0], amountMinor: "20000000", ...terms })).toBe("ECapitalTooLow");
    const body = { borrower: ids[1], amountMinor: "100", ...terms, isAnnuity: true };
    const answers = await Promise.all(Array.from({ length: 8 }, () => api.post("/v1/loans", body, "one-loan")));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await api.settled(`/v1/orders/${String(answers[0]?.json.id)}`)).toMatchObject({ state: "done", loan: "2" });
    expect((await api.post("/v1/loans", { ...body, amountMinor: "101" }, "one-loan")).json.code).toBe("idempotency_key_reused");
    await expectBalances(10_000, 100, 0);
  });

  test("posts batches in which the ledger judges each payment by itself", async () => {
    const [a, b, c] = ids;
    const posted: string[] = [];
    for (const [payer, payee, amountMinor] of [
      [a, b, "2500"],
      [c, a, "1"],
      [a, c, "40"],
      [a, a, "1"],
    ])
      posted.push(String((await api.post("/v1/payments", { payer, payee, amountMinor, memo: 'rent, "May"' })).json.id));
    const settled = await Promise.all(posted.map((id) => api.settled(`/v1/orders/${id}`)));
    expect(settled.map(({ state, refusal }) => refusal ?? state)).toEqual(["done", "insufficient_balance", "done", "same_account"]);
    await expectBalances(7_460, 2_600, 40);
  });

  test("charges, pays interest, takes repayments, keeps time deposits, changes notes and digital cash", async () => {
    const [a, b, c] = ids;
    expect(await order("/v1/charges", { payer: b, amountMinor: "60" })).toMatchObject({ state: "done" });
    const payments = [
      { payee: a, amountMinor: "5" },
      { payee: c, amountMinor: "2" },
    ];
    expect(await order("/v1/interest", { payments, memo: "2025" })).toMatchObject({ state: "done" });
    const stranger = { payments: [...payments, { payee: "nobody", amountMinor: "1" }] };
    expect((await api.post("/v1/interest", stranger)).json.code).toBe("unknown_customer");
    expect(await order("/v1/loan-repayments", { loan: "1", amountMinor: "1000" })).toMatchObject({ state: "done" });
    expect(await refusalOf("/v1/loan-repayments", { loan: "1" })).toBe("ENothingDue");
    expect(await refusalOf("/v1/loan-repayments", { loan: "9", amountMinor: "1" })).toBe("EUnknownLoan");
    const placed = await order("/v1/time-deposits", { payer: a, amountMinor: "2000", rateBasisPoints: 150, days: 365 });
    expect(placed).toMatchObject({ state: "done", timeDeposit: "1" });
    await expectBalances(4_465, 2_540, 42);
    expect(await order("/v1/time-deposit-releases", { timeDeposit: placed.timeDeposit })).toMatchObject({ state: "done" });
    expect(await refusalOf("/v1/time-deposit-releases", { timeDeposit: placed.timeDeposit })).toBe("EUnknownDeposit");
    expect(await order("/v1/note-withdrawals", { payer: c, amountMinor: "30" })).toMatchObject({ state: "done" });
    expect(await order("/v1/note-deposits", { payee: c, amountMinor: "20" })).toMatchObject({ state: "done" });
    expect(await refusalOf("/v1/note-deposits", { payee: c, amountMinor: "11" })).toBe("EMoreThanCirculates");
    const wallet = economy.alice.address;
    expect(await order("/v1/withdrawals", { payer: b, wallet, amountMinor: "540" })).toMatchObject({ state: "done" });
    expect((await api.post("/v1/grants", { payee: a, amountMinor: "1" })).json.code).toBe("not_found");
    await expectBalances(6_465, 2_000, 32);
  });

  test("pays through a clearing house and takes in what comes from there, gives red packets, makes standing orders", async () => {
    const { house, other, commercialBank, alice } = economy;
    const [a, b, c] = ids;
    const there = { house: house.address, payee: other.address, toAccount: 1 };
    expect(await order("/v1/transfers", { payer: a, ...there, amountMinor: "165", memo: "books" })).toMatchObject({ state: "done" });
    expect(await refusalOf("/v1/transfers", { payer: a, ...there, toAccount: 9, amountMinor: "1" })).toBe("ENotReceivable");
    const back = { house: house.address, mode: "gross", fromAccount: 1, payee: commercialBank.address, toAccount: 0 } as const;
    await send([other], submitPayment({ ...back, amountMinor: 65n }));
    await expectBalances(6_365, 2_000, 32);
    const expiresMs = Number((await economy.client.block("latest")).timeMs) + 3_600_000;
    const { id: of } = await order("/v1/red-packets", { giver: b, amountMinor: "100", shares: 2, expiresMs });
    expect(await order("/v1/red-packet-shares", { of, taker: a })).toMatchObject({ state: "done" });
    expect(await refusalOf("/v1/red-packet-shares", { of, taker: a })).toBe("ETakenAlready");
    expect(await order("/v1/red-packet-shares", { of, taker: c })).toMatchObject({ state: "done" });
    const terms = { payer: a, payee: b, amountMinor: "15", period: "days", firstDay: "2026-01-01" };
    const standing = await order("/v1/standing-orders", terms);
    const number = numberFromId(String(standing.id));
    // As if it had been made before the office's first block.
    await office.books.store.change(() => void office.books.store.standingOrders.remove(`${number}`));
    await send([alice], triggerCustomerOrder({ institution: commercialBank.address, number }));
    await expectBalances(6_400, 1_915, 82);
  });

  test("enters what others did, and the bank with its key elsewhere, while it was not there", async () => {
    const { alice, commercialBank: bank, custodian, government, other } = economy;
    await close();
    await send([alice], cashToDeposit({ bank: bank.address, account: 2, amountMinor: 500n }));
    await send(
      [bank],
      transferDeposits({ payers: [0, 1, 2], payees: [1, 2, 0], amountsMinor: [400n, 99_999n, 82n] }),
      payDepositInterest({ accounts: [0, 1], amountsMinor: [3n, 5n] }),
    );
    const bonds = { kind: "governmentBonds", description: "Bonds", priceMinor: 250n } as const;
    await send([bank, custodian], buySecurity({ account: 2, ...bonds }), sellSecurity({ account: 2, holding: 2n, amountMinor: 50n }));
    // Accounts of payment institutions have numbers of their own, which are those of customers too.
    await send(
      [bank],
      keepInstitutionsDeposits(),
      openInstitutionsDeposits({ count: 3n }),
      placeDeposit({ customer: 1, account: 0, amountMinor: 320n }),
      releaseDeposit({ customer: 0, account: 0, amountMinor: 115n }),
    );
    await send([bank], payTax({ government: government.address, account: 0, amountMinor: 200n }));
    await send([government], spendFromTreasury({ bank: bank.address, account: 2, amountMinor: 100n }));
    const loan = { account: 1, principalMinor: 500n, rateBasisPoints: 100, instalments: 1, periodDays: 30 };
    await send([bank], grantLoan(loan), repayLoan({ loan: 3n, amountMinor: 500n }), payInCapital({ account: 1, amountMinor: 100n }));
    // What concerns another institution is none of the office's.
    await send([alice], topUp({ institution: other.address, account: 1, amountMinor: 7n }));
    await expectStopsBetweenBlocks();
    await open();
    await expectBalances(6_000, 1_900, 800);
  });

  test("tells balances at past blocks, a history with running balances, and monthly statements", async () => {
    for (const { height, balances } of past) {
      const then = await Promise.all(ids.map(async (id) => (await api.get(`/v1/customers/${id}/balance?height=${height}`)).json));
      expect(then.map(({ balanceMinor }) => balanceMinor)).toEqual(balances);
    }
    expect((await api.get(`/v1/customers/${ids[0]}/balance?height=0`)).json).toMatchObject({ balanceMinor: "0" });
    const { json } = await api.get(`/v1/customers/${ids[2]}/statement?month=2026-01`);
    expect(json).toMatchObject({ account: 2, openingMinor: "0", closingMinor: "800" });
    const lines = json.lines as StatementLine[];
    expect(lines.map(({ kind, amountMinor, balanceMinor }) => [kind, amountMinor, balanceMinor])).toEqual([
      ["payment", "40", "40"],
      ["interest", "2", "42"],
      ["notes", "-30", "12"],
      ["notes", "20", "32"],
      ["received", "50", "82"],
      ["top_up", "500", "582"],
      ["payment", "-82", "500"],
      ["security", "250", "750"],
      ["security", "-50", "700"],
      ["received", "100", "800"],
    ]);
    expect(lines[6]).toMatchObject({ counterparty: ids[0] });
    const pages: (StatementLine & { readonly position: number })[] = [];
    for (let before = ""; ; before = `&before=${pages.at(-1)?.position}`) {
      const page = (await api.get(`/v1/customers/${ids[2]}/history?limit=4${before}`)).json;
      pages.push(...(page.lines as typeof pages));
      if ((page.lines as typeof pages).length < 4) break;
    }
    expect(pages.toReversed()).toEqual(lines.map((line, position) => ({ position, ...line })));
    for (const query of ["limit=0", "limit=1001", "before=-1"]) {
      expect((await api.get(`/v1/customers/${ids[2]}/history?${query}`)).json.code).toBe("invalid_request");
    }
    const csv = (await api.get(`/v1/customers/${ids[0]}/statement?month=2026-01&format=csv`)).text.split("\r\n");
    expect(csv[2]).toMatch(/^2026-01-01 12:0\d:\d\d,loan,,house,100\.00,100\.00,RIVER\.deposit,ord_[-0-9a-f]+,\d+$/);
    expect(csv[3]).toContain(`payment,${ids[1]},"rent, ""May""",-25.00,75.00,`);
    expect(csv.at(-2)).toBe(",closing balance,,,,60.00,RIVER.deposit,,");
    const html = (await api.get(`/v1/customers/${ids[0]}/statement?month=2026-01&format=html`)).text;
    expect(html).toContain("River Bank: statement of 2026-01");
    expect(html).toContain("Wang, account 0, RIVER.deposit");
    for (const [path, asked] of [
      ["/v1/customers/{id}/history", `/v1/customers/${ids[0]}/history`],
      ["/v1/customers/{id}/statement", `/v1/customers/${ids[0]}/statement?month=2026-01`],
      ["/v1/orders/{id}", `/v1/orders/${String(lines[1]?.order)}`],
    ] as const) {
      const schema = officeRoutes(COMMERCIAL_BANK).find((route) => route.method === "GET" && route.path === path)?.schemas[
        "application/json"
      ];
      if (schema === undefined) throw new Error(`${path} has no shape`);
      expect(Array.from(Compile(schema).Errors((await api.get(asked)).json))).toEqual([]);
    }
  });

  test("takes over an account that the ledger has already, with what is on it", async () => {
    const { commercialBank: bank } = economy;
    await send([bank], openDepositAccounts({ count: 1n }), transferDeposits({ payers: [0], payees: [3], amountsMinor: [33n] }));
    expect(await differences()).toEqual([{ kind: "unknown_account", account: 3, ledgerMinor: "33" }]);
    const admit = async (account: number) => {
      const { json } = await api.post("/v1/customers", { reference: "Zhao", account });
      return await api.settled(`/v1/customers/${String(json.id)}`);
    };
    const zhao = await admit(3);
    expect(zhao).toMatchObject({ account: 3, balanceMinor: "33", lines: 1 });
    expect(await admit(3)).toMatchObject({ refusal: "account_taken" });
    expect(await admit(99)).toMatchObject({ refusal: "unknown_account" });
    expect((await api.get(`/v1/customers/${String(zhao.id)}/balance?height=${Number(zhao.sinceHeight) - 1}`)).json.code).toBe(
      "unknown_block",
    );
    expect((await api.get(`/v1/customers/${String(zhao.id)}/balance?height=${String(zhao.sinceHeight)}`)).json.balanceMinor).toBe("33");
    expect(await order("/v1/payments", { payer: zhao.id, payee: ids[0], amountMinor: "33" })).toMatchObject({ state: "done" });
    ids.push(String(zhao.id));
    await expectBalances(6_000, 1_900, 800, 0);
  });

  test("finds every difference between its books and the ledger", async () => {
    const { store } = office.books;
    const [a = "", b = ""] = ids;
    const customer = store.customers.get(a);
    const line = store.lines.get([1, 1]);
    if (customer === undefined || line === undefined) throw new Error("the bank has no customers");
    await store.change(() => void store.customers.put(a, { ...customer, balanceMinor: "6001" }));
    expect(await differences()).toEqual([
      { kind: "balance", account: 0, customer: a, officeMinor: "6001", ledgerMinor: "6000" },
      { kind: "journal", account: 0, customer: a, officeMinor: "6001", linesMinor: "6000" },
    ]);
    await store.change(() => {
      void store.customers.put(a, customer);
      void store.lines.put([1, 1], { ...line, amountMinor: "2501" });
    });
    expect((await differences()).map((each) => [each.kind, "customer" in each ? each.customer : ""])).toEqual([
      ["line", b],
      ["journal", b],
    ]);
    await store.change(() => void store.lines.put([1, 1], line));
    expect(await differences()).toEqual([]);
    await send([economy.commercialBank], closeDepositAccount({ account: 3 }));
    expect(await differences()).toEqual([{ kind: "account_state", account: 3, customer: ids[3], state: "closed" }]);
    // All who are named get interest, or none.
    const payments = [a, ids[3]].map((payee) => ({ payee, amountMinor: "1" }));
    expect(await refusalOf("/v1/interest", { payments })).toBe("EAccountClosed");
    expect((await api.get(`/v1/customers/${a}`)).json.balanceMinor).toBe("6000");
  });

  test("enters what customers of the bank bear when it fails, and what comes onto their accounts then", async () => {
    const { client, commercialBank, custodian: administrator, supervisor } = economy;
    const bank = commercialBank.address;
    const loan = { account: 1, principalMinor: 5_000_000n, rateBasisPoints: 400, instalments: 12, periodDays: 30 };
    await send([commercialBank], grantLoan(loan));
    const insolvent = [revokeLicence({ holder: bank, kind: "bank", unit: 1, reason: "Insolvent" })];
    await send([supervisor], ...insolvent, declareInsolvency({ bank, administrator: administrator.address }));
    // What a payment institution had there goes onto a customer's account.
    await send([administrator, supervisor], writeOffInInsolvency({ bank, loan: 4n }), takeInDeposit({ bank, account: 0, customer: 2 }));
    await send(
      [administrator],
      cutLenders({ bank, lenders: [] }),
      countDeposits({ bank, accounts: 4n }),
      cutDeposits({ bank, accounts: 4n }),
    );
    // Owners have borne what they gave, what was paid in, and the fee less what went for interest; customers bear the rest pro rata.
    const toBear = 5_000_000n - (CAPITAL + 100n + 60n - 15n);
    const before = [6_000n, 5_001_900n, 1_005n];
    const whole = before.reduce((sum, each) => sum + each, 0n);
    let passed = 0n;
    const left = before.map((each) => {
      const borne = ((passed + each) * toBear) / whole - (passed * toBear) / whole;
      passed += each;
      return `${each - borne}`;
    });
    const { accounts } = await client.customerAccounts(bank, 0, 3);
    expect(accounts.map(({ balances }) => balances.find(({ place }) => place === "customers")?.amountMinor)).toEqual(left);
    expect(await differences()).toEqual([{ kind: "account_state", account: 3, customer: ids[3], state: "closed" }]);
    const [, , c = ""] = ids;
    const { json } = await api.get(`/v1/customers/${c}/history?limit=2`);
    expect(json.lines).toMatchObject([
      { kind: "borne", balanceMinor: left[2] },
      { kind: "received", amountMinor: "205", balanceMinor: "1005" },
    ]);
    expect(await refusalOf("/v1/charges", { payer: c, amountMinor: "1" })).toBe("ERevoked");
  });
});
