import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import {
  closeEMoneyAccount,
  collectBatch,
  collectionsOf,
  openEMoneyAccounts,
  refundBatch,
  setMerchantTerms,
  submitPayment,
  topUp,
  triggerCustomerOrder,
} from "@sycee/sdk";
import type { FastifyInstance } from "fastify";
import { Compile } from "typebox/compile";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { APPS, startTestEconomy, type TestEconomy } from "../test-data/economy.ts";
import { OfficeClient } from "../test-data/office-client.ts";
import { numberFromId } from "./orders/drawn-from-id.ts";
import { OrderBook } from "./orders/order-book.ts";
import { officeRoutes } from "./http-api/office-routes.ts";
import { IncomingFeed } from "./posting/incoming-feed.ts";
import { Poster } from "./posting/poster.ts";
import { changeTerms, termsAt } from "./posting/terms-history.ts";
import { reconcile } from "./reconciliation/reconcile.ts";
import { Journal } from "./statements/journal.ts";
import { openOfficeStore } from "./store/office-store.ts";
import { WebhookBook } from "./webhooks/webhook-book.ts";
import { createOfficeServer, Office, PAYMENT_INSTITUTION, type Reconciliation, SIGNATURE_HEADER, verifyWebhook } from "./index.ts";

const currency = { symbol: "SWIFT.money", decimals: 2, zoneOffsetMinutes: 480 };
let economy: TestEconomy;
let office: Office;
let server: FastifyInstance;
let api: OfficeClient;
const ids: string[] = [];

beforeAll(async () => {
  economy = await startTestEconomy();
  await open();
}, 120_000);

afterAll(async () => {
  await close();
  await economy.end();
});

async function open(): Promise<void> {
  const { client, institution: signer } = economy;
  office = new Office({ directory: join(economy.directory, "office"), client, signer, name: "Swift Pay", currency, privateWebhooks: true });
  server = createOfficeServer({ office, apps: APPS });
  api = new OfficeClient(await server.listen({ port: 0, host: "127.0.0.1" }));
}

async function close(): Promise<void> {
  await server.close();
  await office.close();
}

/** Balances by the ledger, of customers in order. */
async function balances(): Promise<string[]> {
  const answers = await Promise.all(ids.map((_, index) => economy.client.customerAccount(economy.institution.address, index + 1)));
  return answers.map((answer) => answer.balances[0]?.amountMinor ?? "none");
}

async function order(path: string, body: unknown): Promise<Record<string, unknown>> {
  const { status, json } = await api.post(path, body);
  expect(status).toBe(202);
  return await api.settled(`/v1/orders/${String(json.id)}`);
}

const differences = async (): Promise<Reconciliation["differences"]> => (await office.reconcile()).differences;

describe("an office and its apps", { timeout: 60_000 }, () => {
  test("opens accounts, takes top-ups in, makes payments", async () => {
    for (const reference of ["=Wang", "Li", "茶馆 <tea>"]) {
      const { status, json } = await api.post("/v1/customers", { reference });
      expect(status).toBe(202);
      ids.push(String(json.id));
    }
    const accounts = await Promise.all(ids.map((id) => api.settled(`/v1/customers/${id}`)));
    expect(accounts.map(({ account }) => account)).toEqual([1, 2, 3]);
    const { institution, alice, client } = economy;
    await client.send({ signers: [alice], calls: [topUp({ institution: institution.address, account: 1, amountMinor: 10_000n })] });
    const payment = await order("/v1/payments", { payer: ids[0], payee: ids[1], amountMinor: "2500", memo: 'rent, "May"' });
    expect(payment).toMatchObject({ state: "done", body: { kind: "payment" } });
    expect(await order("/v1/payments", { payer: ids[0], payee: ids[1], amountMinor: "999999" })).toMatchObject({
      state: "refused",
      refusal: "insufficient_balance",
      reason: "The payer's account holds less than the amount.",
    });
    expect(await balances()).toEqual(["7500", "2500", "0"]);
  });

  test("collects for merchants with a fee and refunds no more than was paid", async () => {
    expect(await order("/v1/merchants", { customer: ids[2], feeBps: 60, feeFixedMinor: "2" })).toMatchObject({ state: "done" });
    const paid = await order("/v1/collections", { payer: ids[0], merchant: ids[2], amountMinor: "1000" });
    // 0.6% of 1,000 and 2.
    expect(paid).toMatchObject({ state: "done", feeMinor: "8", collection: "0" });
    expect(await balances()).toEqual(["6500", "2500", "992"]);
    expect(await order("/v1/refunds", { of: paid.id, amountMinor: "900" })).toMatchObject({ state: "done" });
    const more = await api.post("/v1/refunds", { of: paid.id, amountMinor: "101" });
    expect([more.status, more.json.code]).toEqual([409, "refund_exceeds_payment"]);
    // The merchant has 92 left: the ledger refuses, and the refund no longer counts against the payment.
    expect(await order("/v1/refunds", { of: paid.id, amountMinor: "100" })).toMatchObject({
      state: "refused",
      refusal: "insufficient_balance",
    });
    expect(await order("/v1/refunds", { of: paid.id, amountMinor: "92" })).toMatchObject({ state: "done" });
    expect(await balances()).toEqual(["7492", "2500", "0"]);
  });

  test("collects by the terms that the ledger has, also when they were set elsewhere", async () => {
    expect(await order("/v1/collections", { payer: ids[0], merchant: ids[1], amountMinor: "10" })).toMatchObject({
      state: "refused",
      refusal: "no_merchant",
    });
    const { client, institution } = economy;
    await client.send({ signers: [institution], calls: [setMerchantTerms({ account: 3, feeBps: 50, feeFixedMinor: 2n })] });
    await office.reconcile();
    expect(await order("/v1/collections", { payer: ids[0], merchant: ids[2], amountMinor: "20" })).toMatchObject({
      state: "done",
      feeMinor: "2",
    });
    // With the institution's key elsewhere: the second is refused, and of the first a part goes back.
    const elsewhere = collectBatch({ payers: [1, 2], merchants: [3, 2], amountsMinor: [40n, 5n] });
    const [collected] = collectionsOf(await client.send({ signers: [institution], calls: [elsewhere] }));
    const [collection = 0n] = collected?.numbers ?? [];
    await client.send({ signers: [institution], calls: [refundBatch({ collections: [collection], amountsMinor: [35n] })] });
    expect(await differences()).toEqual([]);
    const [, , lines] = await Promise.all(ids.map(async (id) => (await api.get(`/v1/customers/${id}/history?limit=3`)).json.lines));
    expect(lines).toMatchObject([
      { kind: "refund", counterparty: ids[0], amountMinor: "-35" },
      { kind: "fee", amountMinor: "-2" },
      { kind: "collection", counterparty: ids[0], amountMinor: "40" },
    ]);
    const dearer = { customer: ids[2], feeBps: 1_001, feeFixedMinor: "1" };
    expect(await order("/v1/merchant-notices", dearer)).toMatchObject({ state: "done" });
    expect(await order("/v1/merchants", dearer)).toMatchObject({ state: "refused", refusal: "ENotAnnounced" });
    expect(await order("/v1/payments", { payer: ids[2], payee: ids[0], amountMinor: "21" })).toMatchObject({ state: "done" });
    expect(await order("/v1/grants", { payee: ids[0], amountMinor: "4" })).toMatchObject({ state: "done" });
    expect(await balances()).toEqual(["7492", "2500", "0"]);
    expect(await differences()).toEqual([]);
  });

  test("pays out into wallets and grants out of own funds", async () => {
    const wallet = economy.alice.address;
    expect(await order("/v1/withdrawals", { payer: ids[1], wallet, amountMinor: "500" })).toMatchObject({ state: "done" });
    const nowhere = `0x${"0".repeat(63)}9`;
    expect(await order("/v1/withdrawals", { payer: ids[1], wallet: nowhere, amountMinor: "1" })).toMatchObject({
      state: "refused",
      refusal: "ENoWallet",
    });
    expect(await order("/v1/grants", { payee: ids[2], amountMinor: "77" })).toMatchObject({ state: "done" });
    expect(await balances()).toEqual(["7492", "2000", "77"]);
    expect(await differences()).toEqual([]);
    // 81 of own funds went to customers; the fees of 12 are a surplus of the reserve.
    expect(await economy.client.paymentInstitution(economy.institution.address)).toMatchObject({
      mode: "second",
      eMoneyMinor: "9569",
      reserveMinor: "9581",
      ownFundsMinor: "49919",
      coverBps: 10_012,
      accounts: 4,
      collections: "3",
    });
    await expect(economy.client.paymentInstitution(wallet)).rejects.toMatchObject({ code: "unknown_account" });
  });

  test("gives statements with running balances", async () => {
    const { json } = await api.get(`/v1/customers/${ids[0]}/statement?month=2026-01`);
    expect(json).toMatchObject({ openingMinor: "0", closingMinor: "7492", reference: "=Wang" });
    expect(
      (json.lines as { kind: string; amountMinor: string; balanceMinor: string }[]).map((line) => [
        line.kind,
        line.amountMinor,
        line.balanceMinor,
      ]),
    ).toEqual([
      ["top_up", "10000", "10000"],
      ["payment", "-2500", "7500"],
      ["collection", "-1000", "6500"],
      ["refund", "900", "7400"],
      ["refund", "92", "7492"],
      ["collection", "-20", "7472"],
      ["collection", "-40", "7432"],
      ["refund", "35", "7467"],
      ["payment", "21", "7488"],
      ["grant", "4", "7492"],
    ]);
    const csv = (await api.get(`/v1/customers/${ids[0]}/statement?month=2026-01&format=csv`)).text.split("\r\n");
    expect(csv[2]).toMatch(/^2026-01-01 12:0\d:\d\d,top_up,,,100\.00,100\.00,SWIFT\.money,,\d+$/);
    expect(csv[3]).toContain(',"rent, ""May""",-25.00,75.00,');
    expect(csv.at(-2)).toBe(",closing balance,,,,74.92,SWIFT.money,,");
    const html = (await api.get(`/v1/customers/${ids[2]}/statement?month=2026-01&format=html`)).text;
    expect(html).toContain("茶馆 &lt;tea&gt;, account 3");
    expect(html).not.toContain("<tea>");
    expect((await api.get(`/v1/customers/${ids[0]}/statement?month=2025-12`)).json).toMatchObject({ lines: [], closingMinor: "0" });
    expect((await api.get(`/v1/customers/${ids[0]}/statement?month=2026-02`)).json).toMatchObject({ openingMinor: "7492", lines: [] });
    expect((await api.get(`/v1/customers/${ids[0]}/statement?month=2026-13`)).status).toBe(400);
  });

  test("sends to customers of other institutions through a clearing house, and takes in what comes from there", async () => {
    const { house, other, institution, client, alice } = economy;
    const to = { house: house.address, payee: other.address, toAccount: 1 };
    const sent = await order("/v1/transfers", { payer: ids[0], ...to, amountMinor: "400", memo: "books" });
    expect(sent).toMatchObject({ state: "done" });
    expect((await client.customerAccount(other.address, 1)).balances[0]?.amountMinor).toBe("400");
    expect(await order("/v1/transfers", { payer: ids[0], ...to, toAccount: 9, amountMinor: "1" })).toMatchObject({
      state: "refused",
      refusal: "ENotReceivable",
    });
    await client.send({ signers: [alice], calls: [topUp({ institution: other.address, account: 1, amountMinor: 50n })] });
    const back = {
      house: house.address,
      mode: "gross",
      fromAccount: 1,
      payee: institution.address,
      toAccount: 1,
      amountMinor: 450n,
    } as const;
    await client.send({ signers: [other], calls: [submitPayment(back)] });
    expect(await differences()).toEqual([]);
    const { json } = await api.get(`/v1/customers/${ids[0]}/statement?month=2026-01`);
    expect((json.lines as { kind: string; amountMinor: string; order?: string }[]).slice(-2)).toMatchObject([
      { kind: "sent", amountMinor: "-400", order: sent.id },
      { kind: "received", amountMinor: "450" },
    ]);
    // The tests below reckon from here.
    expect(await order("/v1/payments", { payer: ids[0], payee: ids[1], amountMinor: "50" })).toMatchObject({ state: "done" });
    expect(await balances()).toEqual(["7492", "2050", "77"]);
  });

  test("does what is asked once however often it is asked", async () => {
    const body = { payer: ids[0], payee: ids[1], amountMinor: "10" };
    const answers = await Promise.all(Array.from({ length: 8 }, () => api.post("/v1/payments", body, "one-key")));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers.filter(({ replayed }) => replayed).length).toBe(7);
    await api.settled(`/v1/orders/${String(answers[0]?.json.id)}`);
    expect(await balances()).toEqual(["7482", "2060", "77"]);
    expect((await api.post("/v1/payments", { ...body, amountMinor: "11" }, "one-key")).json).toMatchObject({
      code: "idempotency_key_reused",
      status: 422,
    });
    expect((await api.post("/v1/collections", { payer: ids[0], merchant: ids[2], amountMinor: "10" }, "one-key")).status).toBe(422);
    // A refusal is not kept: it changed nothing.
    const wrong = { ...body, payer: "nobody" };
    expect((await api.post("/v1/payments", wrong, "two-key")).json.code).toBe("unknown_customer");
    const { status, json } = await api.post("/v1/payments", body, "two-key");
    expect(status).toBe(202);
    expect(await api.settled(`/v1/orders/${String(json.id)}`)).toMatchObject({ state: "done" });
  });

  test("goes on where a merchant's terms change or end in the block of its payments", async () => {
    const { client, institution, directory } = economy;
    const before = await balances();
    expect(await order("/v1/merchants", { customer: ids[2], feeBps: 50, feeFixedMinor: "2" })).toMatchObject({ state: "done" });
    await close();
    // The office as it is when it stops with a payment on its way: others' acts follow in the same block or right after it.
    const store = openOfficeStore(join(directory, "office"));
    const books = {
      store,
      orders: new OrderBook(store, Date.now),
      journal: new Journal(store),
      webhooks: new WebhookBook(store, Date.now),
    };
    const feed = new IncomingFeed({ client, books, institution: institution.address, kind: PAYMENT_INSTITUTION, fromHeight: 0n });
    const poster = new Poster({ client, signer: institution, kind: PAYMENT_INSTITUTION, books, feed });
    const collection = (amountMinor: string) => ({ kind: "collection" as const, payer: ids[0] ?? "", merchant: ids[2] ?? "", amountMinor });
    const accepted = await store.change(() => books.orders.accept(collection("40")));
    const place = { height: Number((await client.status()).height) + 1, index: 0 };
    await expect(poster.step(AbortSignal.abort())).rejects.toMatchObject({ name: "AbortError" });
    // What the feed enters of acts that are later in the block, before the poster enters the payment itself.
    const merchant = store.customers.get(ids[2] ?? "");
    if (merchant?.account === undefined) throw new Error("the merchant has no account");
    const known = { ...merchant, account: merchant.account };
    await store.change(() => changeTerms(store, known, { ...place, index: 1 }, { feeBps: 0, feeFixedMinor: "9" }));
    await store.change(() => changeTerms(store, { ...known, merchant: { feeBps: 0, feeFixedMinor: "9" } }, { ...place, index: 2 }, null));
    expect(termsAt(store, known, { ...place, index: 3 })).toBeUndefined();
    expect(termsAt(store, known, { ...place, index: 2 })).toEqual({ feeBps: 0, feeFixedMinor: "9" });
    expect(store.customers.get(known.id)?.merchant).toBeUndefined();
    expect(await poster.step()).toBe("posted");
    expect(books.orders.find(accepted.id)).toMatchObject({ state: "done", feeMinor: "2" });
    const now = { ...merchant, ...store.customers.get(known.id), account: merchant.account };
    await store.change(() => changeTerms(store, now, { height: place.height + 1, index: 0 }, { feeBps: 50, feeFixedMinor: "2" }));
    await store.close();
    await open();
    expect(await order("/v1/payments", { payer: ids[2], payee: ids[0], amountMinor: "38" })).toMatchObject({ state: "done" });
    expect(await order("/v1/grants", { payee: ids[0], amountMinor: "2" })).toMatchObject({ state: "done" });
    expect(await balances()).toEqual(before);
    expect(await differences()).toEqual([]);
    expect([...office.books.store.posted.getRange()].length).toBeLessThanOrEqual(1);
  });

  test("gives red packets, and makes standing orders, whose payments anybody may trigger", async () => {
    const { client, institution, alice } = economy;
    const before = await balances();
    const { height } = await client.status();
    const [giver, taker, other] = ids;
    const expiresMs = Number((await client.block("latest")).timeMs) + 3_600_000;
    const packet = await order("/v1/red-packets", { giver, amountMinor: "88", shares: 2, isRandom: true, expiresMs, memo: "新年快乐" });
    expect(packet).toMatchObject({ state: "done", body: { kind: "red_packet" } });
    expect(await order("/v1/red-packet-shares", { of: packet.id, taker: giver })).toMatchObject({
      state: "refused",
      refusal: "EOwnPacket",
      reason: expect.stringMatching(/^[A-Z].+\.$/),
    });
    const share = { of: packet.id, taker };
    const once = await Promise.all([0, 1, 2].map(() => api.post("/v1/red-packet-shares", share, "a-share")));
    expect(new Set(once.map(({ text }) => text)).size).toBe(1);
    expect(await api.settled(`/v1/orders/${String(once[0]?.json.id)}`)).toMatchObject({ state: "done" });
    expect(await order("/v1/red-packet-shares", share)).toMatchObject({ state: "refused", refusal: "ETakenAlready" });
    expect(await order("/v1/red-packet-returns", { of: packet.id })).toMatchObject({ state: "refused", refusal: "ENotExpired" });
    expect(await order("/v1/red-packet-shares", { of: packet.id, taker: other })).toMatchObject({ state: "done" });
    const [left = 0n, ...got] = (await balances()).map((balance, index) => BigInt(balance) - BigInt(before[index] ?? 0));
    expect([left, got.reduce((sum, each) => sum + each, 0n), got.every((each) => each > 0n)]).toEqual([-88n, 88n, true]);

    const terms = { payer: giver, payee: taker, amountMinor: "7", period: "days", firstDay: "2026-01-01" };
    const standing = await order("/v1/standing-orders", { ...terms, lastDay: "2026-12-31", memo: "milk" });
    expect(standing).toMatchObject({ state: "done", body: { every: 1 } });
    // Anybody may trigger it: the office reads of the payment on the ledger.
    await client.send({
      signers: [alice],
      calls: [triggerCustomerOrder({ institution: institution.address, number: numberFromId(String(standing.id)) })],
    });
    expect(await order("/v1/standing-order-payments", { of: standing.id })).toMatchObject({ state: "refused", refusal: "ENotDue" });
    expect(await order("/v1/standing-order-ends", { of: standing.id })).toMatchObject({ state: "done" });
    expect(await order("/v1/standing-order-payments", { of: standing.id })).toMatchObject({ state: "refused", refusal: "ENoOrder" });
    // One that the payer cannot pay, and one that it can, which the office triggers itself.
    const rich = await order("/v1/standing-orders", { ...terms, amountMinor: "9999999" });
    expect(await order("/v1/standing-order-payments", { of: rich.id })).toMatchObject({ state: "refused", refusal: "not_paid" });
    const own = await order("/v1/standing-orders", { ...terms, amountMinor: "5" });
    const paid = await order("/v1/standing-order-payments", { of: own.id });
    expect(paid).toMatchObject({ state: "done" });
    expect(await differences()).toEqual([]);
    const { json } = await api.get(`/v1/customers/${giver}/statement?month=2026-01`);
    expect((json.lines as Record<string, string>[]).slice(-3)).toMatchObject([
      { kind: "sent", amountMinor: "-88", order: packet.id, memo: "新年快乐" },
      { kind: "payment", amountMinor: "-7", counterparty: taker },
      { kind: "payment", amountMinor: "-5", counterparty: taker, order: paid.id },
    ]);
    for (const [code, path, body] of [
      ["wrong_order", "/v1/red-packet-shares", { of: standing.id, taker }],
      ["wrong_order", "/v1/standing-order-ends", { of: packet.id }],
      ["order_not_final", "/v1/standing-order-payments", { of: (await order("/v1/standing-orders", { ...terms, payee: giver })).id }],
      ["unknown_order", "/v1/red-packet-returns", { of: "ord_none" }],
      ["invalid_request", "/v1/red-packets", { giver, amountMinor: "5", shares: 101, expiresMs }],
      ["invalid_request", "/v1/standing-orders", { ...terms, firstDay: "2026-02-30" }],
      ["invalid_request", "/v1/standing-orders", { ...terms, period: "hours" }],
    ] as const) {
      expect((await api.post(path, body)).json.code).toBe(code);
    }

    // What each had after any block that the office has entered is what the ledger said then.
    const past = async (at: string) =>
      await Promise.all(ids.map(async (id) => (await api.get(`/v1/customers/${id}/balance?height=${at}`)).json));
    expect((await past(height)).map(({ balanceMinor }) => balanceMinor)).toEqual(before);
    expect((await past(`${office.enteredUntil}`)).map(({ balanceMinor }) => balanceMinor)).toEqual(await balances());
    expect((await past("0")).map(({ balanceMinor }) => balanceMinor)).toEqual(["0", "0", "0"]);
    expect((await past("99999999")).map(({ code }) => code)).toEqual(["unknown_block", "unknown_block", "unknown_block"]);
    expect((await past("-1"))[0]).toMatchObject({ code: "invalid_request" });
  });

  test("answers in the shapes that its document says", async () => {
    const read = async (path: string): Promise<unknown> => (await api.get(path)).json;
    const { json: accepted } = await api.post("/v1/payments", { payer: ids[0], payee: ids[1], amountMinor: "1" });
    await api.settled(`/v1/orders/${String(accepted.id)}`);
    const { id } = await office.reconcile();
    const answered: readonly (readonly [path: string, read: string, asked: string])[] = [
      ["/v1/orders/{id}", `/v1/orders/${String(accepted.id)}`, "application/json"],
      ["/v1/customers/{id}", `/v1/customers/${ids[2]}`, "application/json"],
      ["/v1/customers/{id}/balance", `/v1/customers/${ids[0]}/balance?height=1`, "application/json"],
      ["/v1/customers/{id}/statement", `/v1/customers/${ids[0]}/statement?month=2026-01`, "application/json"],
      ["/v1/reconciliations/{id}", `/v1/reconciliations/${id}`, "application/json"],
    ];
    for (const [path, from, mediaType] of answered) {
      const schema = officeRoutes(PAYMENT_INSTITUTION).find((route) => route.method === "GET" && route.path === path)?.schemas[mediaType];
      if (schema === undefined) throw new Error(`nothing is documented of ${path}`);
      expect([path, ...Compile(schema).Errors(await read(from))]).toEqual([path]);
    }
    expect(await order("/v1/payments", { payer: ids[1], payee: ids[0], amountMinor: "1" })).toMatchObject({ state: "done" });
  });

  test("refuses in plain words", async () => {
    const body = { payer: ids[0], payee: ids[1], amountMinor: "10" };
    const table: readonly (readonly [code: string, answer: Promise<{ readonly json: Record<string, unknown> }>])[] = [
      ["not_authorised", api.post("/v1/payments", body, "k", "another-token-of-nobody")],
      ["missing_idempotency_key", api.post("/v1/payments", body, "a key with spaces")],
      ["malformed_json", api.post("/v1/payments", "{", "k1")],
      ["invalid_request", api.post("/v1/payments", { ...body, amountMinor: "-1" }, "k2")],
      ["invalid_request", api.post("/v1/payments", { ...body, amountMinor: "0" }, "k3")],
      ["invalid_request", api.post("/v1/payments", { ...body, extra: 1 }, "k4")],
      ["invalid_request", api.post("/v1/webhooks", { url: "ftp://example.org" }, "k5")],
      ["invalid_request", api.post("/v1/webhooks", { url: "https://name:word@example.org" }, "k8")],
      ["unknown_order", api.post("/v1/refunds", { of: "ord_none", amountMinor: "1" }, "k6")],
      ["unknown_customer", api.get("/v1/customers/cus_none")],
      ["unknown_customer", api.get("/v1/customers/")],
      ["unknown_customer", api.get("/v1/customers/%00")],
      ["unknown_order", api.get("/v1/orders/%F0%9F%92%B0%00")],
      ["unknown_customer", api.post("/v1/payments", { ...body, payer: "a\u0000b" }, "k9")],
      ["unknown_customer", api.post("/v1/payments", { ...body, payer: "\ud800" }, "k10")],
      ["unknown_order", api.post("/v1/refunds", { of: "\u0000", amountMinor: "1" }, "k11")],
      ["unknown_reconciliation", api.get("/v1/reconciliations/rec_none")],
      ["unknown_webhook", api.delete("/v1/webhooks/whk_none")],
      ["not_found", api.get("/v2")],
      ["body_too_large", api.post("/v1/payments", { ...body, memo: "m".repeat(70_000) }, "k7")],
    ];
    for (const [code, answer] of table) expect((await answer).json.code).toBe(code);
  });
});

describe("webhooks", { timeout: 60_000 }, () => {
  test("are signed, tried again until they are answered, and told of once each", async () => {
    const received: { readonly body: string; readonly signature: string; readonly delivery: string }[] = [];
    let failures = 1;
    const receiver: Server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        const body = Buffer.concat(chunks).toString();
        received.push({ body, signature: String(request.headers[SIGNATURE_HEADER]), delivery: String(request.headers["sycee-delivery"]) });
        failures -= 1;
        response.writeHead(failures >= 0 ? 500 : 204).end();
      });
    });
    await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
    const { json: webhook } = await api.post("/v1/webhooks", { url });
    const done = await order("/v1/payments", { payer: ids[0], payee: ids[2], amountMinor: "3" });
    for (let attempt = 0; attempt < 200 && received.length < 2; attempt++) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(received.length).toBe(2);
    expect(received[1]).toMatchObject({ body: received[0]?.body, delivery: received[0]?.delivery });
    const { body, signature } = received[1] ?? { body: "", signature: "" };
    expect(JSON.parse(body)).toMatchObject({ event: "order.done", data: { order: { id: done.id, state: "done" } } });
    expect(verifyWebhook(String(webhook.secret), body, signature, Date.now())).toBe(true);
    expect(verifyWebhook(String(webhook.secret), body.replace('"3"', '"4"'), signature, Date.now())).toBe(false);
    expect(verifyWebhook("00".repeat(32), body, signature, Date.now())).toBe(false);
    expect(verifyWebhook(String(webhook.secret), body, signature, Date.now() + 300_001)).toBe(false);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await api.get("/v1/webhooks/none/deliveries")).toMatchObject({ status: 404, json: { code: "unknown_webhook" } });
    const { json } = await api.get(`/v1/webhooks/${String(webhook.id)}/deliveries`);
    expect(json.deliveries).toMatchObject([{ state: "delivered", attempts: 2, last: "204" }]);
    expect((await api.delete(`/v1/webhooks/${String(webhook.id)}`)).status).toBe(204);
    await new Promise((resolve) => receiver.close(resolve));
  });
});

describe("a reconciliation finds every difference", { timeout: 60_000 }, () => {
  test("none where there is none, also after what others did", async () => {
    const { alice, client, institution } = economy;
    await client.send({ signers: [alice], calls: [topUp({ institution: institution.address, account: 2, amountMinor: 5n })] });
    expect(await differences()).toEqual([]);
  });

  test("a balance, a line, a customer and a transaction that the ledger does not have", async () => {
    const { store } = office.books;
    const customer = store.customers.get(ids[0] ?? "");
    if (customer?.account === undefined) throw new Error("the customer has no account");
    const line = store.lines.get([customer.account, 1]);
    if (line === undefined) throw new Error("the account has no lines");
    await store.change(() => {
      void store.customers.put(customer.id, { ...customer, balanceMinor: `${BigInt(customer.balanceMinor) + 1n}` });
      void store.customers.put("cus_ghost", { ...customer, id: "cus_ghost", account: 900, balanceMinor: "0", lines: 0 });
      void store.posted.put(`0x${"ab".repeat(32)}`, { orders: ["ord_ghost"], finalMs: Number.MAX_SAFE_INTEGER, status: "executed" });
    });
    const found = await differences();
    expect(found.map(({ kind }) => kind).sort()).toEqual(["balance", "journal", "missing_account", "transaction"]);
    expect(found).toContainEqual({
      kind: "balance",
      account: 1,
      customer: customer.id,
      officeMinor: `${BigInt(customer.balanceMinor) + 1n}`,
      ledgerMinor: customer.balanceMinor,
    });
    await store.change(() => {
      void store.customers.put(customer.id, customer);
      void store.customers.remove("cus_ghost");
      void store.posted.remove(`0x${"ab".repeat(32)}`);
      void store.lines.put([customer.account ?? 0, 1], { ...line, amountMinor: "-1" });
    });
    expect((await differences()).map(({ kind }) => kind)).toEqual(["line", "journal"]);
    await store.change(() => void store.lines.put([customer.account ?? 0, 1], { ...line, balanceMinor: "0" }));
    expect(await differences()).toEqual([{ kind: "line", account: 1, customer: customer.id, position: 1 }]);
    await store.change(() => void store.lines.put([customer.account ?? 0, 1], line));
    expect(await differences()).toEqual([]);
  });

  test("accounts that were opened or closed behind the office's back", async () => {
    const { client, institution } = economy;
    const { json } = await api.post("/v1/customers", { reference: "Zhao" });
    expect(await api.settled(`/v1/customers/${String(json.id)}`)).toMatchObject({ account: 4 });
    await client.send({ signers: [institution], calls: [closeEMoneyAccount({ account: 4 }), openEMoneyAccounts({ count: 1n })] });
    expect(await differences()).toEqual([
      { kind: "account_state", account: 4, customer: json.id, state: "closed" },
      { kind: "unknown_account", account: 5, ledgerMinor: "0" },
    ]);
  });

  test("also while orders go to the ledger one after another; and not for many at once", async () => {
    const grants = await Promise.all(Array.from({ length: 40 }, () => api.post("/v1/grants", { payee: ids[0], amountMinor: "1" })));
    const asked = await Promise.allSettled(Array.from({ length: 9 }, () => office.reconcile()));
    const { orders, store } = office.books;
    expect(store.queue.getCount()).toBeGreaterThan(0);
    const settledOnes = asked.filter((each) => each.status === "fulfilled");
    expect(settledOnes.length).toBe(8);
    for (const { value } of settledOnes) expect(value.differences.filter(({ kind }) => kind === "balance")).toEqual([]);
    expect(asked.at(-1)).toMatchObject({ status: "rejected", reason: { code: "queue_full" } });
    for (const { json } of grants) {
      await api.settled(`/v1/orders/${String(json.id)}`);
      expect(orders.find(String(json.id)).state).toBe("done");
    }
  });

  test("an order that two processes over one store bring to the ledger is entered once", async () => {
    const { client, institution: signer } = economy;
    await close();
    await expect(office.reconcile()).rejects.toMatchObject({ code: "stopping" });
    const store = openOfficeStore(join(economy.directory, "office"));
    const orders = new OrderBook(store, Date.now);
    const books = { store, orders, journal: new Journal(store), webhooks: new WebhookBook(store, Date.now) };
    const feed = new IncomingFeed({ client, books, institution: signer.address, kind: PAYMENT_INSTITUTION, fromHeight: 0n });
    const poster = () => new Poster({ client, signer, kind: PAYMENT_INSTITUTION, books, feed });
    const payment = { kind: "payment", payer: ids[0] ?? "", payee: ids[1] ?? "", amountMinor: "5" } as const;
    const accepted = await store.change(() => orders.accept(payment));
    const lines = store.customers.get(payment.payer)?.lines ?? 0;
    await expect(poster().step(AbortSignal.abort())).rejects.toMatchObject({ name: "AbortError" });
    expect(orders.find(accepted.id).state).toBe("posting");
    await Promise.all([poster().step(), poster().step()]);
    expect(orders.find(accepted.id).state).toBe("done");
    expect(store.customers.get(payment.payer)?.lines).toBe(lines + 1);
    const found = await reconcile({ client, store, feed, institution: signer.address, kind: PAYMENT_INSTITUTION, nowMs: Date.now });
    expect(found.differences.filter(({ kind }) => kind !== "account_state" && kind !== "unknown_account")).toEqual([]);
    await store.close();
    await open();
  });

  test("an order that waits for more than a day, which the next start brings to the ledger", async () => {
    const { client, institution } = economy;
    await close();
    const store = openOfficeStore(join(economy.directory, "office"));
    const body = { kind: "payment", payer: ids[0] ?? "", payee: ids[1] ?? "", amountMinor: "1" } as const;
    const accepted = await store.change(() => new OrderBook(store, () => 1_000).accept(body));
    const webhooks = new WebhookBook(store, Date.now);
    const books = { store, orders: new OrderBook(store, Date.now), journal: new Journal(store), webhooks };
    const feed = new IncomingFeed({ client, books, institution: institution.address, kind: PAYMENT_INSTITUTION, fromHeight: 0n });
    const found = await reconcile({
      client,
      store,
      feed,
      institution: institution.address,
      kind: PAYMENT_INSTITUTION,
      nowMs: () => 86_401_001,
    });
    expect(found.differences).toContainEqual({ kind: "stuck_order", order: accepted.id, acceptedMs: 1_000 });
    await store.close();
    await open();
    expect(await api.settled(`/v1/orders/${accepted.id}`)).toMatchObject({ state: "done" });
  });
});
