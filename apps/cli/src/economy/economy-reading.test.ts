import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadBuiltModules } from "@sycee/move-build";
import { type RunningNode, startNode } from "@sycee/node";
import type { Address, SettledPaymentsJson, TimeDepositsJson } from "@sycee/protocol";
import {
  cancelPolicyChange,
  changeTier,
  Client,
  confirmEscrow,
  escrowAddress,
  freezeCustomer,
  freezeWallet,
  grantLoan,
  handOut,
  liftWallet,
  openPaymentRequest,
  pages,
  pay,
  paymentRequestAddress,
  payRequest,
  placeTimeDeposit,
  proposeParameter,
  proposeTier,
  recallPayment,
  shipEscrow,
  suspendLicence,
  type Signer,
} from "@sycee/sdk";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MOVE_BUILD_DIRECTORY } from "../node/repository.ts";
import { type DevelopmentAccount, developmentAccounts, developmentSigner } from "./development-accounts.ts";
import { developmentGenesis } from "./development-genesis.ts";
import { populationAddresses } from "./population-keys.ts";

const directory = mkdtempSync(join(tmpdir(), "sycee-economy-reading-"));
const STARTED_MS = Date.UTC(2026, 5, 1, 4);
const CASH = 2;
const DAY_MS = 86_400_000;
const NOBODY: Address = `0x${"99".repeat(32)}`;
const SLOW_MS = 120_000;
let genesis: Uint8Array | undefined;
let node: RunningNode;
let client: Client;
let accounts: readonly DevelopmentAccount[];

async function start(): Promise<void> {
  genesis ??= developmentGenesis({
    timeMs: BigInt(STARTED_MS),
    modules: loadBuiltModules(MOVE_BUILD_DIRECTORY).map(({ bytes }) => bytes),
    accounts: await developmentAccounts(),
    wallets: await populationAddresses(),
  });
  node = await startNode({ dataDirectory: directory, genesis, port: 0, clock: { startMs: STARTED_MS }, quiet: true });
  client = new Client(node.url);
}

beforeAll(async () => {
  await start();
  accounts = await developmentAccounts();
}, SLOW_MS);

afterAll(async () => {
  await node.close();
  rmSync(directory, { recursive: true, force: true });
});

function at(name: string): Address {
  const found = accounts.find((account) => account.name === name);
  if (found === undefined) throw new Error(`nobody is called ${name}`);
  return found.address;
}

async function signer(name: string): Promise<Signer> {
  const found = accounts.find((account) => account.name === name);
  if (found === undefined) throw new Error(`nobody is called ${name}`);
  return await developmentSigner(found);
}

async function act(names: readonly string[], ...calls: Parameters<Client["send"]>[0]["calls"]): Promise<void> {
  await client.send({ signers: await Promise.all(names.map(signer)), calls });
}

describe("institutions", { timeout: SLOW_MS }, () => {
  test("are listed with name, kind, what they issue and how their licence stands", async () => {
    const { institutions, next, complete } = await client.economy.institutions();
    expect(institutions.map(({ name, kind }) => `${kind} ${name}`).sort()).toEqual([
      "bank coast-bank",
      "bank hill-bank",
      "bank river-bank",
      "centralBank Central Bank",
      "clearingHouse Clearing house",
      "operator harbour-bank",
      "operator valley-bank",
      "paymentInstitution lotus-pay",
      "paymentInstitution old-pay",
      "paymentInstitution swiftpay",
    ]);
    expect([next, complete]).toEqual([null, true]);
    expect(institutions.find(({ name }) => name === "river-bank")).toEqual({
      address: at("river-bank"),
      name: "river-bank",
      kind: "bank",
      unit: "CNY",
      decimals: 2,
      centralBank: at("central-bank"),
      instruments: [{ instrument: 3, symbol: "river-bank.deposit", kind: "deposit" }],
      licence: "inForce",
    });
    expect(institutions.find(({ kind }) => kind === "centralBank")).toMatchObject({
      centralBank: null,
      instruments: [{ symbol: "CNY.settlement" }, { symbol: "CNY.cash" }, { symbol: "CNY.notes" }],
    });
  });

  test("come in pages, together all of them once, and by kind", async () => {
    const all: string[] = [];
    for await (const { institutions } of pages((page) => client.economy.institutions({ ...page, limit: 2 })))
      all.push(...institutions.map(({ address, kind }) => `${address} ${kind}`));
    expect(all).toEqual((await client.economy.institutions()).institutions.map(({ address, kind }) => `${address} ${kind}`));
    const { institutions } = await client.economy.institutions({ kind: "operator" });
    expect(institutions.map(({ name }) => name).sort()).toEqual(["harbour-bank", "valley-bank"]);
  });

  test("publish books that agree with what the ledger has issued", async () => {
    const books = await client.economy.books(at("river-bank"));
    expect(books).toMatchObject({ institution: at("river-bank"), kind: "institution", unit: "CNY", decimals: 2, period: "1" });
    const { totals, trialBalance, accounts: chart } = books;
    expect(BigInt(trialBalance.debitMinor)).toBe(BigInt(trialBalance.creditMinor));
    expect(BigInt(totals.assetMinor)).toBe(
      BigInt(totals.liabilityMinor) + BigInt(totals.equityMinor) + BigInt(totals.incomeMinor) - BigInt(totals.expenseMinor),
    );
    const deposits = (await client.instruments()).find(({ issuer }) => issuer === at("river-bank"));
    const stated = chart.filter(({ statesInstrument }) => statesInstrument === deposits?.instrument);
    expect(stated.reduce((sum, { balanceMinor }) => sum + BigInt(balanceMinor), 0n)).toBe(BigInt(deposits?.outstandingMinor ?? -1));
    let lentMinor = 0n;
    for await (const page of pages((after) => client.economy.loans(at("river-bank"), after)))
      for (const { principalMinor } of page.loans) lentMinor += BigInt(principalMinor);
    expect(chart.find(({ number }) => number === 1210)).toMatchObject({ name: "Loans", class: "asset", balanceMinor: `${lentMinor}` });
    expect((await client.economy.books(at("central-bank"))).kind).toBe("centralBank");
    expect((await client.economy.books(at("clearing-house"))).kind).toBe("clearingHouse");
    await expect(client.economy.books(at("alice"))).rejects.toMatchObject({ code: "unknown_account" });
  });

  test("that are operators are listed by their central bank with their cash", async () => {
    const { operators, symbol, next } = await client.economy.operators(at("central-bank"), { limit: 1 });
    expect([symbol, operators.length, next]).toEqual(["CNY.cash", 1, operators[0]?.address]);
    const rest = await client.economy.operators(at("central-bank"), { after: next ?? "" });
    expect([...operators, ...rest.operators].map(({ name }) => name).sort()).toEqual(["harbour-bank", "valley-bank"]);
    expect([...operators, ...rest.operators].find(({ name }) => name === "harbour-bank")).toMatchObject({
      tillMinor: "50000000",
      licence: "inForce",
      isBank: false,
    });
    await expect(client.economy.operators(at("river-bank"))).rejects.toMatchObject({ code: "unknown_account" });
  });
});

/** The numbers of the first bank's loans, read a few at a time. */
async function loanNumbers(): Promise<string[]> {
  const numbers: string[] = [];
  for await (const page of pages((after) => client.economy.loans(at("river-bank"), { ...after, limit: 40 })))
    numbers.push(...page.loans.map(({ loan }) => loan));
  return numbers;
}

describe("a bank's", { timeout: SLOW_MS }, () => {
  test("loans are listed with what is left, by account and in pages", async () => {
    const terms = { principalMinor: 120_000n, rateBasisPoints: 435, instalments: 12, periodDays: 30 };
    const before = await loanNumbers();
    await act(
      ["river-bank"],
      grantLoan({ ...terms, account: 2 }),
      grantLoan({ ...terms, account: 1 }),
      grantLoan({ ...terms, account: 2 }),
    );
    const { loans, symbol, unit, next } = await client.economy.loans(at("river-bank"), { account: 2 });
    expect([loans.map(({ loan }) => loan), symbol, unit, next]).toEqual([
      [`${before.length + 1}`, `${before.length + 3}`],
      "river-bank.deposit",
      "CNY",
      null,
    ]);
    expect(loans[0]).toEqual({
      loan: `${before.length + 1}`,
      account: 2,
      principalMinor: "120000",
      grantedMinor: "120000",
      rateBps: 435,
      accruedThrough: "2026-06-01",
      interestDueMinor: "0",
      instalments: 12,
      instalmentMinor: null,
      periodDays: 30,
      firstInstalmentOn: "2026-07-01",
      lastInstalmentOn: "2027-05-27",
      overdueMinor: "0",
      provisionMinor: "0",
      performing: true,
    });
    expect(await loanNumbers()).toEqual(Array.from({ length: before.length + 3 }, (_, index) => `${index + 1}`));
    await expect(client.economy.loans(at("swiftpay"))).rejects.toMatchObject({ code: "unknown_account" });
  });

  test("time deposits are listed with their dates", async () => {
    await act(
      ["river-bank"],
      placeTimeDeposit({ account: 2, amountMinor: 10_000n, rateBasisPoints: 250, earlyRateBasisPoints: 35, days: 90 }),
    );
    const deposits: TimeDepositsJson["deposits"][number][] = [];
    for await (const page of pages((after) => client.economy.timeDeposits(at("river-bank"), after))) deposits.push(...page.deposits);
    const { totalMinor } = await client.economy.timeDeposits(at("river-bank"), { limit: 1 });
    expect(deposits.reduce((sum, { principalMinor }) => sum + BigInt(principalMinor), 0n)).toBe(BigInt(totalMinor));
    expect(deposits.at(-1)).toEqual({
      deposit: `${deposits.length}`,
      account: 2,
      principalMinor: "10000",
      rateBps: 250,
      accruedThrough: "2026-06-01",
      interestDueMinor: "0",
      earlyRateBps: 35,
      placedOn: "2026-06-01",
      maturesOn: "2026-08-30",
    });
  });
});

describe("settled payments", { timeout: SLOW_MS }, () => {
  const listed = async (name: string, options: { readonly state?: "recalled"; readonly account?: number } = {}) => {
    const payments: SettledPaymentsJson["payments"][number][] = [];
    let before: string | undefined;
    do {
      const question = { house: at("clearing-house"), limit: 100, ...options, ...(before === undefined ? {} : { before }) };
      const page = await client.economy.settledPayments(at(name), question);
      payments.push(...page.payments);
      before = page.next ?? undefined;
    } while (before !== undefined);
    return payments;
  };

  test("are listed for each institution with how they stand, the last first, by state and account", async () => {
    const { settled, rules } = await client.clearingHouse(at("clearing-house"));
    const names = ["river-bank", "hill-bank", "coast-bank", "swiftpay", "lotus-pay"];
    const each = await Promise.all(names.map((name) => listed(name)));
    // Every payment is its payer's institution's and its payee's.
    expect(each.flat().length).toBe(2 * Number(settled.keptNumber));
    const [ofRiver = []] = each;
    const numbers = ofRiver.map(({ number }) => Number(number));
    expect(numbers).toEqual(numbers.toSorted((left, right) => right - left));
    expect(ofRiver.every(({ payer, payee }) => payer === at("river-bank") || payee === at("river-bank"))).toBe(true);
    const sent = ofRiver.find(({ payer }) => payer === at("river-bank"));
    expect(sent).toMatchObject({ state: "settled", recallableUntilMs: `${BigInt(sent?.settledMs ?? 0) + BigInt(rules.recallMs)}` });
    const number = BigInt(sent?.number ?? 0);
    await act(["river-bank"], recallPayment({ house: at("clearing-house"), number, reason: "Paid twice" }));
    const recalled = { ...sent, state: "recalled" };
    expect([await listed("river-bank", { state: "recalled" }), await listed("lotus-pay", { state: "recalled" })]).toEqual(
      sent?.payee === at("lotus-pay") ? [[recalled], [recalled]] : [[recalled], []],
    );
    const account = sent?.fromAccount ?? 0;
    const ofAccount = ofRiver.filter(
      ({ payer, payee, fromAccount, toAccount }) =>
        (payer === at("river-bank") && fromAccount === account) || (payee === at("river-bank") && toAccount === account),
    );
    expect((await listed("river-bank", { account })).map((payment) => payment.number)).toEqual(ofAccount.map((payment) => payment.number));
  });

  test("are refused where an institution takes no part, or there is no clearing house", async () => {
    const question = { house: at("clearing-house") };
    await expect(client.economy.settledPayments(at("old-pay"), question)).rejects.toMatchObject({ code: "unknown_account" });
    await expect(client.economy.settledPayments(at("river-bank"), { house: at("alice") })).rejects.toMatchObject({
      code: "unknown_account",
    });
  });
});

describe("supervision", { timeout: SLOW_MS }, () => {
  test("shows licences by holder, kind and status", async () => {
    const banks = await client.economy.licences({ kind: "bank" });
    expect(banks.licences.map(({ holder }) => holder)).toEqual([at("river-bank"), at("hill-bank"), at("coast-bank")].sort());
    expect(banks.licences[0]).toMatchObject({ unit: "CNY", unitNumber: 1, decimals: 2, limitMinor: null, expiresAtMs: null });
    await act(["supervisor"], suspendLicence({ holder: at("coast-bank"), kind: "bank", unit: 1, reason: "A test" }));
    const suspended = await client.economy.licences({ status: "suspended" });
    expect(suspended.licences.map(({ holder, kind }) => [holder, kind])).toEqual([[at("coast-bank"), "bank"]]);
    const { licences } = await client.economy.licences({ holder: at("river-bank") });
    expect(licences.map(({ kind, status }) => [kind, status])).toEqual([["bank", "inForce"]]);
    expect(await client.economy.licences({ holder: NOBODY })).toMatchObject({ licences: [], next: null });
  });

  test("shows warrants of wallets and of customers to whoever they are about", async () => {
    const untilMs = BigInt(STARTED_MS + 30 * DAY_MS);
    await act(["prosecutor", "supervisor"], freezeWallet({ owner: at("carol"), reason: "Case 1", untilMs }));
    await act(
      ["prosecutor", "supervisor"],
      freezeCustomer({ institution: at("swiftpay"), instrument: 6, account: 2, reason: "Case 2", untilMs }),
    );
    const ofWallet = await client.economy.warrants(at("carol"));
    expect(ofWallet).toMatchObject({ walletFrozenUntilMs: `${untilMs}`, next: null });
    const standing = { requester: at("prosecutor"), approver: at("supervisor"), untilMs: `${untilMs}`, state: "standing" };
    expect(ofWallet.warrants).toMatchObject([{ number: "1", account: null, reason: "Case 1", ...standing }]);
    const ofCustomers = await client.economy.warrants(at("swiftpay"));
    const account = { instrument: 6, symbol: "swiftpay.money", account: 2 };
    expect(ofCustomers.warrants).toMatchObject([{ number: "2", account, reason: "Case 2", ...standing }]);
    expect(await client.economy.walletLimits(at("carol"))).toMatchObject({
      frozenUntilMs: `${untilMs}`,
      instruments: [{ mostInOnePaymentMinor: "0" }],
    });
    await act(["supervisor"], liftWallet({ owner: at("carol"), number: 1n }));
    expect(await client.economy.warrants(at("carol"))).toMatchObject({ walletFrozenUntilMs: null, warrants: [{ state: "lifted" }] });
    expect((await client.economy.warrants(at("carol"), { after: "1" })).warrants).toEqual([]);
  });

  test("shows policy, what is proposed of it, when it can be executed and by whom", async () => {
    const policy = await client.economy.policy(at("central-bank"));
    expect(policy).toMatchObject({ name: "Central Bank", symbol: "CNY.cash", delayMs: "60000" });
    const ratio = policy.parameters.find(({ parameter }) => parameter === "reserveRatio");
    expect(ratio).toEqual({ parameter: "reserveRatio", value: "700", in: "bps", wasSet: true });
    expect(policy.tiers.at(-1)).toEqual({
      tier: 4,
      balanceMinor: "1000000",
      singleMinor: "200000",
      dailyMinor: "500000",
      yearlyMinor: "5000000",
    });
    const nowMs = BigInt((await client.status()).timeMs);
    const soonMs = nowMs + 70_000n;
    const limits = { tier: 4, balanceMinor: 2_000_000n, singleMinor: 200_000n, dailyMinor: undefined, yearlyMinor: 5_000_000n };
    await act(
      ["central-bank"],
      proposeParameter({ parameter: "reserveRatio", value: 800n, earliestMs: soonMs }),
      proposeTier({ ...limits, earliestMs: soonMs + BigInt(DAY_MS) }),
    );
    const { proposals } = await client.economy.proposals();
    expect(proposals).toMatchObject([
      {
        authority: at("central-bank"),
        number: "1",
        unit: "CNY",
        earliestMs: `${soonMs}`,
        lapsesMs: `${soonMs + 30n * BigInt(DAY_MS)}`,
        state: "waiting",
        executableBy: at("central-bank"),
        change: { kind: "parameter", parameter: "reserveRatio", value: "800", in: "bps", now: "700" },
      },
      {
        number: "2",
        change: { kind: "tier", limits: { tier: 4, balanceMinor: "2000000", dailyMinor: null }, now: { dailyMinor: "500000" } },
      },
    ]);
    await act(["central-bank"], cancelPolicyChange({ number: 2n }));
    expect((await client.economy.proposals({ authority: at("central-bank") })).proposals.map(({ number }) => number)).toEqual(["1"]);
    expect((await client.economy.proposals({ authority: NOBODY })).proposals).toEqual([]);
    await expect(client.economy.policy(at("alice"))).rejects.toMatchObject({ code: "unknown_account" });
  });
});

describe("a wallet", { timeout: SLOW_MS }, () => {
  test("tells what is left of its limits, and every limit that comes first", async () => {
    const limitsOf = async () => (await client.economy.walletLimits(at("carol"))).instruments;
    const payOf = (amountMinor: bigint) => act(["carol"], pay({ payee: at("tea-house"), instrument: CASH, amountMinor }));
    await act(["valley-bank"], handOut({ to: at("carol"), amountMinor: 600_000n }));
    expect(await limitsOf()).toEqual([
      {
        instrument: CASH,
        symbol: "CNY.cash",
        unit: "CNY",
        decimals: 2,
        balanceMinor: "720000",
        limits: { tier: 4, balanceMinor: "1000000", singleMinor: "200000", dailyMinor: "500000", yearlyMinor: "5000000" },
        usable: true,
        today: "2026-06-01",
        paidTodayMinor: "0",
        paidThisYearMinor: "0",
        left: { todayMinor: "500000", thisYearMinor: "5000000", toReceiveMinor: "280000" },
        mostInOnePaymentMinor: "200000",
      },
    ]);
    // What it says is paid, one more is refused: for a single payment, then for the day.
    await expect(payOf(200_001n)).rejects.toMatchObject({ receipt: { abort: { name: "ESingleLimit" } } });
    await payOf(200_000n);
    await payOf(200_000n);
    expect(await limitsOf()).toMatchObject([
      {
        balanceMinor: "320000",
        paidTodayMinor: "400000",
        paidThisYearMinor: "400000",
        left: { todayMinor: "100000", thisYearMinor: "4600000", toReceiveMinor: "680000" },
        mostInOnePaymentMinor: "100000",
      },
    ]);
    await expect(payOf(100_001n)).rejects.toMatchObject({ receipt: { abort: { name: "EDailyLimit" } } });
    await payOf(100_000n);
    expect(await limitsOf()).toMatchObject([{ left: { todayMinor: "0" }, mostInOnePaymentMinor: "0" }]);
    await act(["valley-bank"], changeTier({ owner: at("carol"), tier: 5 }));
    expect(await limitsOf()).toMatchObject([{ usable: false, limits: null, balanceMinor: "220000", mostInOnePaymentMinor: "0" }]);
    await act(["valley-bank"], changeTier({ owner: at("carol"), tier: 4 }));
    await expect(client.economy.walletLimits(NOBODY)).rejects.toMatchObject({ code: "unknown_account" });
  });

  test("lists what is under way for it, and no longer what has ended", async () => {
    const escrow = escrowAddress(at("dan"), 1n);
    for (const party of ["dan", "bookshop", "alice"]) {
      const { escrows } = await client.economy.escrows(at(party));
      expect(escrows).toMatchObject([{ escrow, number: "1", symbol: "CNY.cash", amountMinor: "38000", state: "paid", isDue: false }]);
    }
    await act(["bookshop"], shipEscrow({ escrow, evidence: new Uint8Array() }));
    expect((await client.economy.escrows(at("dan"))).escrows).toMatchObject([{ state: "shipped" }]);
    await act(["dan"], confirmEscrow({ escrow }));
    for (const party of ["dan", "bookshop", "alice"]) expect((await client.economy.escrows(at(party))).escrows).toEqual([]);
    const { packets } = await client.economy.redPackets(at("dan"));
    expect(packets).toMatchObject([{ giver: at("dan"), amountMinor: "8800", sharesLeft: "8", taken: 0, needsKey: false, isDue: false }]);
    const order = { payer: at("dan"), payee: at("tea-house"), amountMinor: "4500", period: "month", every: 1, firstOn: "2026-06-01" };
    expect((await client.economy.standingOrders(at("tea-house"))).orders).toMatchObject([{ ...order, lastOn: null, nextOn: "2026-06-01" }]);
  });

  test("lists its payment requests until they are paid, in pages, and each can be asked for", async () => {
    const expiresMs = BigInt(STARTED_MS + 30 * DAY_MS);
    const asked = { instrument: CASH, amountMinor: 700n, expiresMs, reference: "Tea" };
    await act(["bookshop"], ...[1n, 2n, 3n].map((number) => openPaymentRequest({ ...asked, number })));
    const second = paymentRequestAddress(at("bookshop"), 2n);
    const numbers: string[] = [];
    for await (const { requests } of pages((page) => client.economy.paymentRequests(at("bookshop"), { ...page, limit: 2 })))
      numbers.push(...requests.map(({ number }) => number));
    expect(numbers.sort()).toEqual(["1", "2", "3"]);
    expect(await client.economy.paymentRequest(second)).toMatchObject({
      state: "open",
      payment: null,
      reference: "Tea",
      amountMinor: "700",
    });
    await act(["alice"], payRequest({ request: second, payee: at("bookshop"), instrument: CASH, amountMinor: 700n }));
    expect(await client.economy.paymentRequest(second)).toMatchObject({
      state: "paid",
      payment: { payer: at("alice"), amountMinor: "700" },
    });
    const { requests } = await client.economy.paymentRequests(at("bookshop"));
    expect(requests.map(({ number }) => number).sort()).toEqual(["1", "3"]);
    await expect(client.economy.paymentRequest(NOBODY)).rejects.toMatchObject({ code: "unknown_account" });
  });
});

describe("lists", { timeout: SLOW_MS }, () => {
  test("that blocks kept up to date are those that a node makes afresh", async () => {
    const read = async () => ({
      institutions: await client.economy.institutions(),
      licences: await client.economy.licences(),
      proposals: await client.economy.proposals(),
      requests: await client.economy.paymentRequests(at("bookshop")),
      escrows: await client.economy.escrows(at("dan")),
      packets: await client.economy.redPackets(at("dan")),
      orders: await client.economy.standingOrders(at("dan")),
    });
    const kept = await read();
    await node.close();
    await start();
    expect(await read()).toEqual(kept);
  });

  test.each([
    ["/v1/licences?kind=baker", "invalid_request"],
    ["/v1/institutions?limit=0", "invalid_request"],
    ["/v1/institutions?limit=101", "invalid_request"],
    ["/v1/institutions?after=here", "invalid_address"],
    ["/v1/proposals?colour=red", "invalid_request"],
    ["/v1/accounts/here/escrows", "invalid_address"],
    [`/v1/banks/${NOBODY}/loans?after=-1`, "invalid_request"],
    [`/v1/banks/${NOBODY}/loans?after=99999999999999999999`, "invalid_request"],
    [`/v1/banks/${NOBODY}/loans?account=4294967296`, "invalid_request"],
    [`/v1/institutions/${NOBODY}/books?limit=1`, "invalid_request"],
  ])("refuse %s with %s", async (path, code) => {
    const response = await fetch(`${node.url}${path}`);
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([400, code]);
  });
});
