import { type ActivitySeriesJson, type Address, type ReceiptJson, ROUTES, type StatisticsJson } from "@sycee/protocol";
import { Client, openPaymentRequest, pay, paymentRequestAddress, payRequest, type ReadSession, WALLET_TYPE } from "@sycee/sdk";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CASH, type Economy, startEconomy } from "../node/economy.ts";

const SLOW_MS = 240_000;
const DAY_MS = 86_400_000n;
const READERS = ["stranger", "other", "holder", "operator", "supervisor"] as const;
type Reader = (typeof READERS)[number];

/** An amount that stands in no other place. */
const SECRET_MINOR = 123_457n;
/** What each reader is answered, in the order of {@link READERS}. */
const EVERYBODY = "ok ok ok ok ok";
const ALICES = "401 403 ok ok ok";
const SUPERVISORS = "401 403 403 403 ok";
const ANY_READER = "401 ok ok ok ok";

let economy: Economy;
let id = "";
let height = "";
let openRequest: Address;
let paidRequest: Address;
const sessions = new Map<Reader, ReadSession>();

beforeAll(async () => {
  economy = await startEconomy({ isPrivate: true, readModels: {} });
  const { client, alice, bob, carol, operator, supervisor } = economy;
  const paid = await client.send({
    signers: [alice],
    calls: [pay({ payee: carol.address, instrument: CASH, amountMinor: SECRET_MINOR })],
  });
  ({ id, height } = paid);
  openRequest = paymentRequestAddress(alice.address, 1n);
  paidRequest = paymentRequestAddress(alice.address, 2n);
  const expiresMs = BigInt((await client.status()).timeMs) + DAY_MS;
  const asked = [1n, 2n].map((number) => openPaymentRequest({ number, instrument: CASH, amountMinor: 100n, expiresMs }));
  await client.send({ signers: [alice], calls: asked });
  await client.send({
    signers: [carol],
    calls: [payRequest({ request: paidRequest, payee: alice.address, instrument: CASH, amountMinor: 100n })],
  });
  await caughtUp();
  for (const [reader, signer] of [
    ["other", bob],
    ["holder", alice],
    ["operator", operator],
    ["supervisor", supervisor],
  ] as const) {
    sessions.set(reader, await client.openReadSession(signer));
  }
}, SLOW_MS);
afterAll(() => economy.end());

async function caughtUp(): Promise<void> {
  for (;;) {
    const { state, height: at, headHeight } = await economy.client.models.status();
    if (state === "following" && at === headHeight) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** What a reader is answered: `ok` (what is not there is told too), or the status of the refusal; and the text. */
async function answerTo(reader: Reader, url: string): Promise<{ readonly verdict: string; readonly text: string }> {
  const token = sessions.get(reader)?.token;
  const ending = new AbortController();
  const response = await fetch(`${economy.node.url}${url}`, {
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    signal: ending.signal,
  });
  if (response.headers.get("content-type")?.startsWith("text/event-stream") === true) {
    const { value } = (await response.body?.getReader().read()) ?? {};
    ending.abort();
    return { verdict: "ok", text: new TextDecoder().decode(value) };
  }
  const text = await response.text();
  if (response.status !== 401 && response.status !== 403) {
    // A wrong question would be answered the same to everybody, and show nothing.
    expect([200, 404], `${url}: ${text}`).toContain(response.status);
    return { verdict: "ok", text };
  }
  expect(JSON.parse(text)).toMatchObject({ code: response.status === 401 ? "session_required" : "not_yours" });
  return { verdict: `${response.status}`, text };
}

interface Case {
  readonly url: string;
  readonly expected: string;
}

/** Every route that reads, asked for something of Alice's where it can be, and what each reader is answered. */
function cases(): Readonly<Record<string, Case | readonly Case[]>> {
  const { alice, bank } = economy;
  const account = `/v1/accounts/${alice.address}`;
  const of = (url: string, expected: string): Case => ({ url, expected });
  return {
    getStatus: of("/v1/status", EVERYBODY),
    getTransaction: [
      of(`/v1/transactions/${id}`, ALICES),
      of(`/v1/transactions/0x${"ab".repeat(32)}`, EVERYBODY),
      of(`/v1/transactions/0x${"ab".repeat(32)}?expiryMs=1`, EVERYBODY),
    ],
    getAccount: [of(account, ALICES), of(`/v1/accounts/0x${"77".repeat(32)}`, "401 403 403 403 ok")],
    getCustomerAccount: of(`${account}/customers/1`, ALICES),
    listCustomerAccounts: of(`${account}/customers`, ALICES),
    listClearingHouses: of("/v1/clearing-houses", EVERYBODY),
    getClearingHouse: of(`/v1/clearing-houses/${bank.address}`, EVERYBODY),
    listSettledPayments: of(`/v1/institutions/${alice.address}/settled-payments?house=${bank.address}`, ALICES),
    getPaymentInstitution: of(`/v1/payment-institutions/${bank.address}`, EVERYBODY),
    getWalletLimits: of(`${account}/limits`, ALICES),
    listEscrows: of(`${account}/escrows`, ALICES),
    listPaymentRequests: of(`${account}/payment-requests`, ALICES),
    getPaymentRequest: [of(`/v1/payment-requests/${openRequest}`, ANY_READER), of(`/v1/payment-requests/${paidRequest}`, ALICES)],
    listRedPackets: of(`${account}/red-packets`, ALICES),
    listStandingOrders: of(`${account}/standing-orders`, ALICES),
    listInstitutions: of("/v1/institutions", EVERYBODY),
    getBooks: of(`/v1/institutions/${bank.address}/books`, EVERYBODY),
    listOperators: of(`/v1/central-banks/${bank.address}/operators`, EVERYBODY),
    listLoans: of(`/v1/banks/${alice.address}/loans`, ALICES),
    listTimeDeposits: of(`/v1/banks/${alice.address}/time-deposits`, ALICES),
    listLicences: of("/v1/licences", EVERYBODY),
    listWarrants: of(`${account}/warrants`, ALICES),
    getPolicy: of(`/v1/central-banks/${bank.address}/policy`, EVERYBODY),
    listProposals: of("/v1/proposals", EVERYBODY),
    getBlock: of(`/v1/blocks/${height}`, EVERYBODY),
    listBlocks: of("/v1/blocks", EVERYBODY),
    listModules: of("/v1/modules", EVERYBODY),
    getModule: of("/v1/modules/0x2/wallet", EVERYBODY),
    listInstruments: of("/v1/instruments", EVERYBODY),
    recountLaws: of("/v1/laws", EVERYBODY),
    getStatistics: of("/v1/statistics", EVERYBODY),
    getBlockStatistics: of("/v1/statistics/latest", EVERYBODY),
    followBlocks: of("/v1/events?from=0", EVERYBODY),
    proveResource: of(`/v1/proofs/resources/${alice.address}?type=${encodeURIComponent(WALLET_TYPE)}`, ALICES),
    proveTableEntry: of(`/v1/proofs/tables/${alice.address}?type=u64&key=0x00`, SUPERVISORS),
    proveElement: of(`/v1/proofs/vectors/${alice.address}/0?type=u64`, SUPERVISORS),
    proveModule: of("/v1/proofs/modules/0x2/wallet", EVERYBODY),
    proveCustomerAccount: of(`/v1/proofs/customers/${alice.address}/1`, ALICES),
    proveTransaction: of(`/v1/proofs/transactions/${id}`, ALICES),
    proveReceipt: of(`/v1/proofs/receipts/${id}`, ALICES),
    proveEvent: of(`/v1/proofs/events/${id}/0`, ALICES),
    proveBlock: of("/v1/proofs/blocks/0", EVERYBODY),
    listDevelopmentAccounts: of("/v1/development/accounts", EVERYBODY),
    getReadModels: of("/v1/read-models", EVERYBODY),
    getSupplySeries: of("/v1/series/supply?unit=CZK", EVERYBODY),
    listAccountPayments: of(`${account}/payments`, ALICES),
    listAlerts: of("/v1/alerts", SUPERVISORS),
    getAlert: of(`/v1/alerts/${"0".repeat(32)}`, SUPERVISORS),
    listCases: of("/v1/cases", SUPERVISORS),
    getCase: of(`/v1/cases/${"0".repeat(32)}`, SUPERVISORS),
    getActivitySeries: of("/v1/series/activity?unit=CZK", EVERYBODY),
    getStatementSeries: of(`/v1/series/statements/${bank.address}`, EVERYBODY),
    getFlows: of("/v1/flows?unit=CZK", EVERYBODY),
    getHolderShares: of(`/v1/holders/shares?instrument=${CASH}`, EVERYBODY),
    listRecentEvents: of("/v1/events/recent", EVERYBODY),
    search: [of(`/v1/search?q=${id}`, EVERYBODY), of(`/v1/search?q=${alice.address}`, EVERYBODY), of("/v1/search?q=czk", EVERYBODY)],
    getAccountStatement: of(`${account}/statement?month=2026-01`, ALICES),
    getPastBalances: of(`${account}/balances`, ALICES),
  };
}

describe("a node that keeps its customers' business private", () => {
  it(
    "answers every route that reads as its table says, and tells strangers and other holders nothing of a payment",
    async () => {
      const table = cases();
      const reading = Object.values(ROUTES).filter(({ method }) => method === "GET");
      expect(Object.keys(table).toSorted()).toEqual(reading.map(({ operation }) => operation).toSorted());
      for (const [operation, rows] of Object.entries(table)) {
        for (const { url, expected } of [rows].flat()) {
          const answers = await Promise.all(READERS.map((reader) => answerTo(reader, url)));
          expect(answers.map(({ verdict }) => verdict).join(" "), `${operation} ${url}`).toBe(expected);
          for (const { text } of answers.slice(0, 2)) {
            const shown = operation === "getPaymentRequest" ? text.replaceAll(economy.alice.address, "") : text;
            for (const secret of [id, `${SECRET_MINOR}`, economy.alice.address.slice(2), economy.carol.address.slice(2)]) {
              expect(shown.includes(secret), `${operation} ${url} tells ${secret}: ${text}`).toBe(false);
            }
          }
        }
      }
    },
    SLOW_MS,
  );

  it("tells a stranger the same of an account and of none", async () => {
    const { alice } = economy;
    for (const path of ["", "/limits", "/escrows", "/warrants", "/customers"]) {
      const [known, unknown] = await Promise.all(
        [alice.address, `0x${"77".repeat(32)}`].map((address) => answerTo("other", `/v1/accounts/${address}${path}`)),
      );
      expect(known).toEqual(unknown);
    }
  });

  it("shows each whom a transaction pays only what is its own, and proves the whole to who paid", async () => {
    const { client, alice, bob, carol } = economy;
    const [bobsMinor, carolsMinor] = [765_431n, 654_321n];
    const wages = await client.send({
      signers: [alice],
      calls: [
        pay({ payee: bob.address, instrument: CASH, amountMinor: bobsMinor }),
        pay({ payee: carol.address, instrument: CASH, amountMinor: carolsMinor }),
      ],
    });
    const url = `/v1/transactions/${wages.id}`;
    const own = await answerTo("other", url);
    expect(own.verdict).toBe("ok");
    for (const secret of [`${carolsMinor}`, carol.address.slice(2)]) expect(own.text).not.toContain(secret);
    const { receipt } = JSON.parse(own.text) as { readonly receipt: ReceiptJson };
    expect(receipt).toMatchObject({ isPart: true, movements: [{ call: 0, to: bob.address, amountMinor: `${bobsMinor}` }] });
    expect(receipt.calls.map(({ function: name, description }) => description === name)).toEqual([false, true]);
    expect(receipt.events.map(({ call }) => call)).not.toContain(1);
    for (const reader of ["holder", "operator", "supervisor"] as const) {
      const { text } = await answerTo(reader, url);
      expect(text).toContain(`${carolsMinor}`);
      expect(text).not.toContain("isPart");
    }
    for (const proof of [`transactions/${wages.id}`, `receipts/${wages.id}`, `events/${wages.id}/0`]) {
      const answers = await Promise.all(READERS.map((reader) => answerTo(reader, `/v1/proofs/${proof}`)));
      expect(answers.map(({ verdict }) => verdict).join(" "), proof).toBe(ALICES);
    }
  });

  it("shows a payment request to accounts of the ledger, and not to keys that somebody has just made", async () => {
    const { client, stranger } = economy;
    const made = await client.openReadSession(stranger);
    const response = await fetch(`${economy.node.url}/v1/payment-requests/${openRequest}`, {
      headers: { authorization: `Bearer ${made.token}` },
    });
    expect([response.status, await response.json()]).toMatchObject([403, { code: "not_yours" }]);
  });

  it("has nothing kept of what it answers to one reader", async () => {
    const { alice } = economy;
    for (const url of [`/v1/accounts/${alice.address}`, `/v1/transactions/${id}`, `/v1/blocks/${height}`, "/v1/alerts"]) {
      const { headers } = await fetch(`${economy.node.url}${url}`);
      expect(headers.get("cache-control"), url).toBe("no-store");
    }
  });

  it("answers other spellings of a path, and other methods, as it answers the path", async () => {
    const { alice, node } = economy;
    const upper = `0x${alice.address.slice(2).toUpperCase()}`;
    const spellings = [`${alice.address}/`, upper, `%30x${alice.address.slice(2)}`, `${alice.address}?x=1`, `${alice.address};x`];
    for (const spelling of [...spellings, `./${alice.address}`]) {
      expect((await fetch(`${node.url}/v1/accounts/${spelling}`)).status, spelling).toBe(401);
    }
    expect((await fetch(`${node.url}/v1/transactions/0x${id.slice(2).toUpperCase()}/?expiryMs=1`)).status).toBe(401);
    const head = await fetch(`${node.url}/v1/accounts/${alice.address}`, { method: "HEAD" });
    expect(head.status).toBe(401);
  });

  it("tells whoever supervises what is in a block, everybody else how many", async () => {
    const other = JSON.parse((await answerTo("stranger", `/v1/blocks/${height}`)).text) as object;
    const whole = JSON.parse((await answerTo("supervisor", `/v1/blocks/${height}`)).text) as object;
    expect(other).toMatchObject({ transactions: [{ index: 0, status: "executed" }] });
    expect(whole).toMatchObject({ transactions: [{ index: 0, status: "executed", id }] });
  });

  it("tells supervisors alone what changed hands in a block or in an hour with few payments", async () => {
    const turnoverOf = async (reader: Reader, url: string) =>
      (JSON.parse((await answerTo(reader, url)).text) as StatisticsJson).units.map(({ turnover }) => turnover?.realMinor);
    const seriesOf = async (reader: Reader) =>
      JSON.parse((await answerTo(reader, "/v1/series/activity?unit=CZK")).text) as ActivitySeriesJson;
    for (const url of ["/v1/statistics", `/v1/statistics/${height}`]) {
      for (const reader of ["stranger", "other", "holder", "operator"] as const)
        expect(await turnoverOf(reader, url), url).toEqual([undefined]);
      expect(BigInt((await turnoverOf("supervisor", url))[0] ?? 0)).toBeGreaterThanOrEqual(SECRET_MINOR);
    }
    for (const reader of ["stranger", "other", "holder", "operator"] as const) {
      expect(await seriesOf(reader)).toMatchObject({ partMs: "3600000", points: [] });
    }
    expect((await seriesOf("supervisor")).points.some(({ realMinor }) => BigInt(realMinor) >= SECRET_MINOR)).toBe(true);
  });

  it("finds a payment for its parties", async () => {
    expect((await answerTo("holder", `/v1/search?q=${id}`)).text).toContain(id);
    expect((await answerTo("supervisor", `/v1/search?q=${id}`)).text).toContain(id);
  });

  it("lets a client read that says as whom, and pay without saying so", async () => {
    const { node, alice, carol, stranger } = economy;
    const client = new Client(node.url);
    await expect(client.account(alice.address)).rejects.toMatchObject({ code: "session_required" });
    client.readAs(alice);
    expect((await client.account(alice.address)).balances[0]?.instrument).toBe(CASH);
    expect(await client.transaction(id)).toMatchObject({ status: "final" });
    expect((await client.prove({ kind: "resource", address: alice.address, type: WALLET_TYPE })).document).toBeDefined();
    await expect(client.account(carol.address)).rejects.toMatchObject({ code: "not_yours" });
    client.readAs(stranger);
    await expect(client.account(alice.address)).rejects.toMatchObject({ code: "not_yours" });
    client.readAs(undefined);
    await expect(client.account(alice.address)).rejects.toMatchObject({ code: "session_required" });
    const receipt = await client.send({ signers: [alice], calls: [pay({ payee: carol.address, instrument: CASH, amountMinor: 1n })] });
    expect(receipt.movements).toHaveLength(1);
  });

  it("opens another session when one has ended", async () => {
    const client = new Client(economy.node.url);
    client.readAs(() => Promise.resolve(economy.alice));
    await client.account(economy.alice.address);
    // More sessions of one address than a node keeps: the first is gone.
    for (let more = 0; more < 16; more += 1) await client.openReadSession(economy.alice);
    expect((await client.account(economy.alice.address)).address).toBe(economy.alice.address);
  });
});
