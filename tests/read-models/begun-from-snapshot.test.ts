import { renameSync } from "node:fs";
import { join } from "node:path";
import { encodeGenesis } from "@sycee/ledger";
import { exportSnapshot, importSnapshot, reindex, type RunningNode, startNode } from "@sycee/node";
import { type Call, encodePayload, encodeTransaction } from "@sycee/protocol";
import {
  admitOperator,
  beginCustomerAccounts,
  CLEARING_GAS_LIMIT,
  Client,
  depositToCustomers,
  grantLicence,
  handOut,
  issueSettlement,
  keyFromSeed,
  openCustomerAccounts,
  openWallets,
  pay,
  type ReadSession,
  setMerchantTerms,
  setTier,
  type Signer,
  signerOf,
  submitPayment,
  toTill,
  transferDeposits,
} from "@sycee/sdk";
import { openStorage } from "@sycee/storage";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Actor, actor, actorSeed } from "../money/actor.ts";
import { centralBank, clearingPrograms, house, supervisor } from "../money/clearing-economy.ts";
import { CASH, commitmentOf, frameworkModules } from "../money/economy-genesis.ts";
import { START_MS } from "../money/ledger-fixture.ts";
import { xoroshiro128plus } from "../money/random.ts";
import { followChain } from "../snapshots/follow-chain.ts";
import { beginChain, type StoredChain } from "../snapshots/stored-chain.ts";
import { randomPayments, storedEconomyGenesis, temporaryDirectory } from "../snapshots/stored-economy.ts";

const SLOW_MS = 240_000;
const DAY_MS = 86_400_000;
/** 40,000 koruna: more than a considerable amount. */
const AMOUNT_MINOR = 40_000_00n;

const [operator, alice, bob, carol, dan] = [
  actor("snapshot operator"),
  actor("snapshot alice"),
  actor("snapshot bob"),
  actor("snapshot carol"),
  actor("snapshot dan"),
];
const START = {
  banks: 3,
  paymentInstitutions: 1,
  accounts: 2,
  depositMinor: 100_000_00n,
  settlementMinor: 900_000_00n,
  collateralMinor: 1_000n,
  fundShareMinor: 1_000n,
  capitalMinor: 0n,
  capMinor: 1_000n,
  rules: { mostWaiting: 12n, longestWaitMs: 60_000n, graceMs: 60_000n, recallMs: 60_000n },
};
const { programs, participants } = clearingPrograms(START);
const [first, second, third, institution] = participants as [Actor, Actor, Actor, Actor];

const place = temporaryDirectory();
const source = join(place.path, "source");
const target = join(place.path, "target");
/** The block of the snapshot, and its time. */
let begins = 0n;
let beginsMs = 0n;
let nodes: { readonly full: RunningNode; readonly begun: RunningNode };
let full: Client;
let begun: Client;

beforeAll(async () => {
  const chain = await beginChain(source, genesis());
  await goTo(chain);
  begins = chain.ledger.head?.height ?? 0n;
  beginsMs = chain.ledger.head?.timeMs ?? 0n;
  await goOn(chain);
  await chain.close();
  const file = join(place.path, "begun.snapshot");
  await exportSnapshot({ dataDirectory: source, height: begins, output: file });
  await importSnapshot({ file, dataDirectory: target });
  // Tables that stand at the snapshot's own block, and go on from there.
  expect(await reindex({ dataDirectory: target, databaseUrl: undefined })).toMatchObject({
    height: Number(begins),
    beginsAtHeight: Number(begins),
  });
  const [from, to] = [await openStorage({ directory: source }), await openStorage({ directory: target })];
  followChain(from, to);
  await Promise.all([from.close(), to.close()]);
  const start = async (dataDirectory: string): Promise<RunningNode> =>
    await startNode({ dataDirectory, port: 0, quiet: true, clock: { startMs: 0 }, readModels: {} });
  nodes = { full: await start(source), begun: await start(target) };
  full = new Client(nodes.full.url);
  begun = new Client(nodes.begun.url);
  await Promise.all([full, begun].map(caughtUp));
}, SLOW_MS);
afterAll(place.remove);

/** Three banks, of which the first is an operator too, a payment institution, and wallets at an operator. */
function genesis(): Uint8Array {
  const wallets = [alice, bob, carol, dan].map(({ address, name }) => ({ owner: address, commitment: commitmentOf(name) }));
  const bonds = { kind: "governmentBonds", description: "bonds", bookValueMinor: 1_000_000_00n, haircutBasisPoints: 0 } as const;
  return encodeGenesis({
    timeMs: BigInt(START_MS),
    modules: frameworkModules(),
    programs: [
      ...programs,
      {
        signers: [supervisor.address],
        calls: [operator, first, dan].map(({ address }) => grantLicence({ kind: "operator", unit: 1, holder: address })),
      },
      {
        signers: [centralBank.address],
        calls: [
          setTier({ tier: 1, balanceMinor: undefined, singleMinor: undefined, dailyMinor: undefined, yearlyMinor: undefined }),
          admitOperator({ operator: operator.address, name: "Operator" }),
          admitOperator({ operator: first.address, name: "Bank" }),
          issueSettlement({ operator: operator.address, ...bonds }),
        ],
      },
      {
        signers: [operator.address],
        calls: [openWallets({ tier: 1, wallets }), ...wallets.map(({ owner }) => handOut({ to: owner, amountMinor: 10_000_00n }))],
      },
    ],
  });
}

/** Up to the snapshot: so long that its blocks of the replay window are not all blocks. */
async function goTo(chain: StoredChain): Promise<void> {
  const act = actOn(chain, 40_000);
  await act(alice, payment(bob, 100_00n));
  await act(first, toTill({ amountMinor: 200_00n }), beginCustomerAccounts(), openCustomerAccounts({ count: 2n }));
  await act(first, depositToCustomers({ accounts: [0, 1], amountsMinor: [60_00n, 40_00n] }));
  await act(institution, setMerchantTerms({ account: 1, feeBps: 30, feeFixedMinor: 0n }));
  // Less than rules of alerts look at.
  await act(first, clearing(second, 900_00n));
  await act(bob, payment(alice, 30_00n));
}

/** After it. */
async function goOn(chain: StoredChain): Promise<void> {
  const act = actOn(chain, 1_000);
  // Payments are counted in parts of ten seconds.
  chain.timeMs += 20_000;
  await chain.block([transaction(chain, alice, [payment(bob, 5_00n)]), transaction(chain, bob, [payment(alice, 1_00n)])]);
  // Dan's wallet comes to count in the central bank's statistics: it has lain there unread since before the snapshot.
  await act(centralBank, admitOperator({ operator: dan.address, name: "Dan" }));
  // Both pools at one address in one block.
  await chain.block([
    transaction(chain, first, [depositToCustomers({ accounts: [1], amountsMinor: [50_00n] })]),
    transaction(chain, first, [clearing(third, 7_00n)]),
    transaction(chain, first, [transferDeposits({ payers: [0], payees: [1], amountsMinor: [3_00n] })]),
  ]);
  await act(first, clearing(second, AMOUNT_MINOR));
  await act(second, clearing(third, AMOUNT_MINOR));
  await act(third, clearing(first, AMOUNT_MINOR));
  chain.timeMs += 40 * DAY_MS;
  await act(alice, payment(dan, 9_00n));
  await act(dan, payment(alice, 4_00n));
}

function payment(to: Actor, amountMinor: bigint): Call {
  return pay({ payee: to.address, instrument: CASH, amountMinor });
}

/** From the first account of whoever signs to the first of another participant, settled at once. */
function clearing(to: Actor, amountMinor: bigint): Call {
  return submitPayment({ house: house.address, mode: "gross", fromAccount: 0, payee: to.address, toAccount: 0, amountMinor });
}

function transaction(chain: StoredChain, signer: Actor, calls: readonly Call[]): Uint8Array {
  const payload = {
    chainId: chain.ledger.chainId,
    signers: [signer.address],
    nonce: (nonce += 1n),
    expiryMs: BigInt(chain.timeMs + 60_000),
    gasLimit: CLEARING_GAS_LIMIT,
    feePayer: undefined,
    calls,
  };
  return encodeTransaction({ payload, authenticators: [signer.sign(encodePayload(payload))] });
}
let nonce = 0n;

/** One transaction in a block of its own, so long after the block before. */
function actOn(chain: StoredChain, gapMs: number) {
  return async (signer: Actor, ...calls: readonly Call[]): Promise<void> => {
    chain.timeMs += gapMs;
    const [result] = await chain.block([transaction(chain, signer, calls)]);
    expect(result).toMatchObject({ kind: "receipt", receipt: { outcome: { kind: "executed" } } });
  };
}

async function caughtUp(client: Client): Promise<void> {
  for (;;) {
    const { state, height, headHeight } = await client.models.status();
    if (state === "following" && height === headHeight) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function signerOfActor({ name }: Actor): Promise<Signer> {
  return signerOf(await keyFromSeed(actorSeed(name)));
}

/** The same question to both nodes. */
async function both<T>(question: (client: Client) => Promise<T>): Promise<readonly [T, T]> {
  return [await question(full), await question(begun)];
}

const sessions = new Map<string, ReadSession>();

async function inSessions<T>(who: Actor, question: (session: ReadSession) => Promise<T>): Promise<readonly [T, T]> {
  return await both(async (client) => {
    const name = `${client === full ? "full" : "begun"} ${who.name}`;
    const session = sessions.get(name) ?? (await client.openReadSession(await signerOfActor(who)));
    sessions.set(name, session);
    return await question(session);
  });
}

const isLater = ({ height }: { readonly height: string }): boolean => BigInt(height) > begins;

describe("read models of a chain that was begun from a snapshot", { timeout: SLOW_MS }, () => {
  it("say where they begin", async () => {
    const [ofFull, ofBegun] = await both((client) => client.models.status());
    expect(ofFull).toMatchObject({ state: "following", beginsAtHeight: "0" });
    expect(ofBegun).toEqual({ ...ofFull, beginsAtHeight: `${begins}` });
  });

  it("have the supply, balance sheets, flows and shares of the full node from there on", async () => {
    const range = { fromMs: beginsMs + 1n, points: 2_000 };
    const [supply, supplyBegun] = await both((client) => client.models.supply("CZK", range));
    expect(supplyBegun.points.filter(isLater)).toEqual(supply.points.filter(isLater));
    expect(supplyBegun.points.filter(isLater).length).toBeGreaterThan(1);
    expect({ ...supplyBegun.points[0], height: "" }).toEqual({ ...supply.points[0], height: "" });
    for (const { address } of [centralBank, house, ...participants]) {
      const [lines, linesBegun] = await both((client) => client.models.statements(address, range));
      const told = (answer: typeof lines) =>
        answer.lines
          .map(({ side, line, points }) => ({ side, line, began: points[0]?.amountMinor, later: points.filter(isLater) }))
          .toSorted((one, other) => (`${one.side} ${one.line}` < `${other.side} ${other.line}` ? -1 : 1));
      expect(told(linesBegun)).toEqual(told(lines));
      expect(lines.lines.length).toBeGreaterThan(0);
    }
    const [flows, flowsBegun] = await both((client) => client.models.flows("CZK"));
    expect(flowsBegun).toEqual(flows);
    const [shares, sharesBegun] = await both((client) => client.models.holderShares(CASH));
    expect(sharesBegun).toEqual(shares);
    const [activity, activityBegun] = await both((client) => client.models.activity("CZK", { ...range, fromMs: beginsMs + 10_000n }));
    // Parts begin where the series does.
    const paid = ({ points }: typeof activity) =>
      points.map(({ payments, realMinor, financialMinor }) => [payments, realMinor, financialMinor]);
    expect(paid(activityBegun)).toEqual(paid(activity));
  });

  it("have an account's payments since then with exact running balances, and its statements", async () => {
    for (const who of [alice, bob, dan, first]) {
      const [payments, paymentsBegun] = await inSessions(who, (session) => session.payments(who.address, { limit: 500 }));
      expect(paymentsBegun.payments).toEqual(payments.payments.filter(isLater));
      expect(paymentsBegun.payments.length).toBeGreaterThan(0);
      expect(paymentsBegun).toMatchObject({ next: null, beginsAtHeight: `${begins}` });
      const [month, monthBegun] = await inSessions(who, (session) => session.statement(who.address, "2026-02", 60));
      expect(monthBegun).toEqual({ ...month, beginsAtHeight: `${begins}` });
      expect(month.isWholeMonth).toBe(true);
      const [began, beganBegun] = await inSessions(who, (session) => session.statement(who.address, "2026-01", 60));
      expect([began.isWholeMonth, beganBegun.isWholeMonth]).toEqual([true, false]);
      const closing = (statement: typeof began) => statement.totals.map(({ symbol, closingMinor }) => [symbol, closingMinor]);
      expect(closing(beganBegun)).toEqual(closing(began));
      expect(beganBegun.payments).toEqual(began.payments.filter(isLater));
      const [opening, openingBegun] = await inSessions(who, (session) => session.balances(who.address, begins));
      const amounts = ({ balances }: typeof opening) =>
        balances.map(({ place: where, symbol, amountMinor }) => [where, symbol, amountMinor]);
      expect(amounts(openingBegun)).toEqual(amounts(opening));
      for (const { openingMinor, inMinor, outMinor, otherMinor, closingMinor } of beganBegun.totals) {
        expect(BigInt(openingMinor) + BigInt(inMinor) - BigInt(outMinor) + BigInt(otherMinor)).toBe(BigInt(closingMinor));
      }
    }
  });

  it("have what an address held after each block since then, in both its books too", async () => {
    const { height } = await full.status();
    for (let at = begins; at <= BigInt(height); at += 1n) {
      const [held, heldBegun] = await inSessions(first, (session) => session.balances(first.address, at));
      const amounts = ({ balances }: typeof held) => balances.map(({ place: where, symbol, amountMinor }) => [where, symbol, amountMinor]);
      expect(amounts(heldBegun)).toEqual(amounts(held));
      if (`${at}` === height) expect(sumOf(held.balances)).toEqual(sumOf((await full.account(first.address)).balances));
    }
  });

  it("refuse what was before with a code and say where they begin", async () => {
    const session = sessions.get(`begun ${alice.name}`) ?? (await begun.openReadSession(await signerOfActor(alice)));
    const refusal = { code: "history_not_kept", detail: expect.stringContaining(`the state of block ${begins}`) };
    await expect(session.balances(alice.address, begins - 1n)).rejects.toMatchObject(refusal);
    await expect(session.statement(alice.address, "2025-12", 60)).rejects.toMatchObject(refusal);
    expect((await begun.models.search(`${begins - 1n}`)).found).toEqual([]);
    const [events, eventsBegun] = await both((client) => client.models.events({ limit: 500 }));
    expect(eventsBegun.events).toEqual(events.events.filter(isLater));
    expect(eventsBegun.events.length).toBeGreaterThan(0);
    const [found, foundBegun] = await inSessions(alice, (each) => each.search(alice.address));
    expect(foundBegun.found).toEqual(found.found);
    // Who did nothing since then is found all the same.
    const quiet = await begun.openReadSession(await signerOfActor(carol));
    expect((await quiet.search(carol.address)).found).toEqual([
      { kind: "account", id: carol.address, text: `has not changed since block ${begins}, with which history begins here` },
    ]);
  });

  it("raise the alerts of payments through a clearing house that settled since then, like every node", async () => {
    const [alerts, alertsBegun] = await inSessions(supervisor, (session) => session.alerts());
    const account = ({ address }: Actor) => `${address}#0`;
    const ring = alerts.alerts.find(({ rule }) => rule === "circular_flow");
    expect(ring).toMatchObject({ unit: "CZK", amountMinor: `${3n * AMOUNT_MINOR}`, paymentCount: 3 });
    expect(ring?.payments.map(({ from, to }) => [from, to])).toEqual([
      [account(first), account(second)],
      [account(second), account(third)],
      [account(third), account(first)],
    ]);
    expect(alertsBegun.alerts).toEqual(alerts.alerts);
  });

  it("are the same made from nothing, and in what stands the same as the full node's", async () => {
    await Promise.all([nodes.full.close(), nodes.begun.close()]);
    const followed = await reindex({ dataDirectory: target, databaseUrl: undefined, onlyLook: true });
    const notices: string[] = [];
    const rebuilt = await reindex({ dataDirectory: target, databaseUrl: undefined, onNotice: (text) => notices.push(text) });
    expect(followed).toEqual(rebuilt);
    expect(notices).toEqual([expect.stringContaining(`begin with the state of block ${begins}`)]);
    const whole = await reindex({ dataDirectory: source, databaseUrl: undefined, onlyLook: true });
    expect(whole.beginsAtHeight).toBe(0);
    const tables = ["alerts", "customer_payments", "instruments", "kept_entries", "licences", "merchant_accounts"];
    const digests = (report: typeof whole) => report.tables.filter(({ table }) => tables.includes(table));
    expect(digests(rebuilt)).toEqual(digests(whole));
    expect(digests(whole).map(({ table, rows }) => [table, rows > 0])).toEqual(tables.map((table) => [table, true]));
  });
});

describe("a chain whose log has all blocks, those of its snapshot without what they wrote", { timeout: SLOW_MS }, () => {
  it("says in a sentence why it has no read models while no snapshot lies beside it, and has them when one does", async () => {
    const [directory, copy, file] = ["short", "short-copy", "short.snapshot"].map((name) => join(place.path, name)) as [
      string,
      string,
      string,
    ];
    const chain = await beginChain(directory, storedEconomyGenesis());
    const random = xoroshiro128plus(1);
    for (let block = 1; block <= 3; block += 1) await chain.block(randomPayments(chain, random, 2));
    await chain.close();
    await exportSnapshot({ dataDirectory: directory, output: file });
    await importSnapshot({ file, dataDirectory: copy });
    renameSync(join(copy, "snapshots"), join(place.path, "elsewhere"));
    const node = await startNode({ dataDirectory: copy, port: 0, quiet: true, clock: { startMs: 0 }, readModels: {} });
    try {
      const client = new Client(node.url);
      await expect.poll(async () => (await client.models.status()).state, { timeout: SLOW_MS, interval: 200 }).toBe("refused");
      const status = await client.models.status();
      expect(status).toMatchObject({ height: null, beginsAtHeight: null, headHeight: "3" });
      expect(status.reason).toContain("its chain was begun from a snapshot");
      await expect(client.models.events()).rejects.toMatchObject({ code: "read_models_unavailable", detail: status.reason });
      expect((await client.laws()).laws.every(({ holds }) => holds)).toBe(true);
    } finally {
      await node.close();
    }
    renameSync(join(place.path, "elsewhere"), join(copy, "snapshots"));
    expect(await reindex({ dataDirectory: copy, databaseUrl: undefined })).toMatchObject({ height: 3, beginsAtHeight: 3 });
  });
});

/** Amounts by instrument, wherever they lie. */
function sumOf(balances: readonly { readonly symbol: string; readonly amountMinor: string }[]): ReadonlyMap<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const { symbol, amountMinor } of balances) sums.set(symbol, (sums.get(symbol) ?? 0n) + BigInt(amountMinor));
  return new Map([...sums].filter(([, amount]) => amount > 0n));
}
