import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RunningNode, startNode } from "@sycee/node";
import { type Address, blake2b256, type Call } from "@sycee/protocol";
import {
  changeTier,
  Client,
  closeWallet,
  confirmEscrow,
  developmentSeed,
  fromTill,
  handBack,
  handOut,
  issueSettlement,
  keyFromSeed,
  money,
  openWallets,
  pay,
  payRequest,
  randomSeed,
  readResource,
  recoverWallet,
  redeemSettlementPart,
  rotateKey,
  resumeLicence,
  suspendLicence,
  setPerforming,
  shipEscrow,
  type Signer,
  signerOf,
  SyceeError,
  takeRedPacket,
  thresholdSigner,
  toTill,
  triggerOrder,
} from "@sycee/sdk";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEVELOPMENT_CASH, type DevelopmentAccount, developmentAccounts, developmentSigner } from "./development-accounts.ts";
import { STATEMENT_MINOR } from "./central-bank-statement.ts";
import { developmentLedgerGenesis } from "./development-ledger.ts";
import { firstModeMinor } from "./population-e-money.ts";
import { populationAddresses } from "./population-keys.ts";
import { developmentPopulation, POPULATION_BANKS, populationAccounts, residents } from "./population.ts";
import { developmentTrades } from "./development-trades.ts";

const directory = mkdtempSync(join(tmpdir(), "sycee-economy-test-"));
const STARTED_MS = Date.UTC(2026, 5, 1, 4);
const CASH = 2;
let node: RunningNode;
let client: Client;
let accounts: readonly DevelopmentAccount[];

beforeAll(async () => {
  node = await startNode({
    dataDirectory: directory,
    genesis: await developmentLedgerGenesis(directory),
    port: 0,
    clock: { startMs: STARTED_MS },
    quiet: true,
  });
  client = new Client(node.url);
  accounts = await developmentAccounts();
});

afterAll(async () => {
  await node.close();
  rmSync(directory, { recursive: true, force: true });
});

async function signerNamed(name: string): Promise<Signer> {
  const account = accounts.find((candidate) => candidate.name === name);
  if (account === undefined) throw new Error(`nobody is named ${name}`);
  return await developmentSigner(account);
}

async function addressNamed(name: string): Promise<Address> {
  return (await signerNamed(name)).address;
}

async function balance(address: Address, place: "wallet" | "settlement" | "till" = "wallet"): Promise<bigint> {
  const { balances } = await client.account(address);
  return BigInt(balances.find((entry) => entry.place === place)?.amountMinor ?? 0);
}

async function refusal(signers: readonly Signer[], ...calls: Call[]): Promise<string> {
  try {
    await client.send({ signers, calls });
    return "executed";
  } catch (error) {
    if (!(error instanceof SyceeError)) throw error;
    return error.abortName ?? error.code;
  }
}

function holder(name: string): Uint8Array {
  return blake2b256(new TextEncoder().encode(name));
}

describe("every typed call does on a running ledger what it says", { timeout: 60_000 }, () => {
  test("the economy begins as planned and its laws hold", async () => {
    for (const { address, cashMinor } of accounts) if (cashMinor !== undefined) expect(await balance(address)).toBe(cashMinor);
    const { laws } = await client.laws();
    expect(laws.map(({ law, holds }) => [law, holds])).toContainEqual([1, true]);
    expect(laws.every(({ holds }) => holds)).toBe(true);
    expect((await client.instruments()).map(({ symbol, instrument }) => [symbol, instrument])).toContainEqual([DEVELOPMENT_CASH, CASH]);
  });

  test("payment institutions are at work: one fully reserved, one whose backing only its report tells", async () => {
    const named = async (name: string) => await client.paymentInstitution((await signerNamed(name)).address);
    // The fee of 0.6% of 48 yuan was redeemed and leaves a surplus.
    const swiftpay = await named("swiftpay");
    expect(swiftpay).toMatchObject({ mode: "second", collections: "2", report: null });
    expect(BigInt(swiftpay.reserveMinor) - BigInt(swiftpay.eMoneyMinor)).toBe(28n);
    expect(await named("old-pay")).toMatchObject({
      mode: "first",
      eMoneyMinor: `${4_000_000n + firstModeMinor()}`,
      reserveMinor: "0",
      coverBps: 0,
      report: { atBanksMinor: `${3_200_000n + firstModeMinor()}`, shortfallMinor: "800000" },
    });
  });

  test("banks have lent, and the money that they made is counted", async () => {
    const [unit] = (await client.statistics()).units;
    if (unit === undefined) throw new Error("there is no unit");
    const side = (lines: readonly { readonly amountMinor: string }[]) => lines.reduce((sum, line) => sum + BigInt(line.amountMinor), 0n);
    expect(side(unit.statement.assets)).toBe(side(unit.statement.liabilities));
    const [m0, m1, m2] = [BigInt(unit.m0Minor), BigInt(unit.m1Minor), BigInt(unit.m2Minor)];
    // Time deposits: three of 12,000 yuan, and every fifth of the population at each bank has one of 60,000.
    const savers = POPULATION_BANKS.map(({ name }) => (populationAccounts(name) + 4n) / 5n);
    expect(m2 - m1).toBe(3_600_000n + savers.reduce((sum, count) => sum + count * 6_000_000n, 0n));
    // Most money is made by banks that lend.
    expect(m1 - m0).toBeGreaterThan(10n * m0);
    const books = await client.account(await addressNamed("river-bank"));
    expect(books.resources.map(({ type }) => type)).toContain("0x4::lending::Loans");
  });

  test("the central bank's statement is that of December 2019, one to a million, to the fen", async () => {
    const [unit] = (await client.statistics()).units;
    const { gold, foreignExchange, claimsOnGovernment, claimsOnBanks, otherAssets } = STATEMENT_MINOR;
    expect(unit?.statement).toEqual({
      assets: [
        { line: "foreign assets", amountMinor: `${gold + foreignExchange}` },
        { line: "claims on government", amountMinor: `${claimsOnGovernment}` },
        { line: "claims on banks", amountMinor: `${claimsOnBanks}` },
        { line: "other assets", amountMinor: `${otherAssets}` },
      ],
      liabilities: [
        { line: "currency issue", amountMinor: `${STATEMENT_MINOR.currencyIssue}` },
        { line: "deposits of banks", amountMinor: `${STATEMENT_MINOR.depositsOfBanks}` },
        { line: "deposits of non-financial institutions", amountMinor: `${STATEMENT_MINOR.depositsOfNonFinancialInstitutions}` },
        { line: "deposits of clearing houses", amountMinor: `${STATEMENT_MINOR.depositsOfClearingHouses}` },
        { line: "deposits of government", amountMinor: `${STATEMENT_MINOR.depositsOfGovernment}` },
        { line: "own capital", amountMinor: `${STATEMENT_MINOR.ownCapital}` },
      ],
    });
  });

  test("everybody in the population has what is planned, and no bank is short of required reserves", async () => {
    const { merchants, customers } = developmentPopulation();
    expect([merchants.length, customers.length]).toEqual([40, 1_000]);
    const wallets = await populationAddresses();
    for (const { deposit, eMoney, wallet } of residents({ merchants, customers }).filter((_, index) => index % 26 === 0)) {
      for (const held of [deposit, eMoney]) {
        if (held === undefined) continue;
        const { balances } = await client.customerAccount(await addressNamed(held.at), held.account);
        expect(balances.find(({ place }) => place === "customers")?.amountMinor).toBe(`${held.amountMinor}`);
      }
      if (wallet !== undefined) expect(await balance(wallets.get(wallet.name) ?? "0x0")).toBe(wallet.amountMinor);
    }
    for (const { name } of POPULATION_BANKS) {
      const bank = await addressNamed(name);
      const deposits = (await client.instruments()).find(({ symbol }) => symbol === `${name}.deposit`)?.outstandingMinor ?? "0";
      const timeDeposits = 1_200_000n + ((populationAccounts(name) + 4n) / 5n) * 6_000_000n;
      // The ratio of required reserves is 7%.
      expect(await balance(bank, "settlement")).toBeGreaterThan(((BigInt(deposits) + timeDeposits) * 7n) / 100n);
    }
  });

  test("two people exchange in one act, both signing", async () => {
    const [alice, dan] = [await signerNamed("alice"), await signerNamed("dan")];
    const before = [await balance(alice.address), await balance(dan.address)];
    const receipt = await client.send({
      signers: [alice, dan],
      calls: [
        pay({ payee: dan.address, instrument: CASH, amountMinor: 700n }),
        pay({ signer: 1, payee: alice.address, instrument: CASH, amountMinor: 200n }),
      ],
    });
    expect(receipt.movements.map(({ kind, call, amountMinor }) => [kind, call, amountMinor])).toEqual([
      ["paid", 0, "700"],
      ["paid", 1, "200"],
    ]);
    expect([await balance(alice.address), await balance(dan.address)]).toEqual([(before[0] ?? 0n) - 500n, (before[1] ?? 0n) + 500n]);
  });

  test("the same transaction sent twice, alone and in a batch, pays once", async () => {
    const [alice, bob] = [await signerNamed("alice"), await signerNamed("bob")];
    const before = await balance(bob.address);
    const prepared = await client.prepare({ signers: [alice], calls: [pay({ payee: bob.address, instrument: CASH, amountMinor: 11n })] });
    const first = await client.settle(prepared);
    expect(await client.settle(prepared)).toEqual(first);
    const [again] = await client.settleBatch([prepared]);
    expect(again).toMatchObject({ kind: "executed", height: BigInt(first.height), index: first.index });
    expect(await balance(bob.address)).toBe(before + 11n);
    expect(await client.transaction(prepared.id)).toEqual({ status: "final", receipt: first });
  });

  test("an account passes to two keys of three, and the old key is dead at once", async () => {
    const operator = await signerNamed("harbour-bank");
    const owner = signerOf(await keyFromSeed(randomSeed()));
    const keys = await Promise.all([1, 2, 3].map(async () => await keyFromSeed(randomSeed())));
    const group = { threshold: 2, publicKeys: keys.map(({ publicKey }) => publicKey), signing: keys.slice(1) };
    await client.send({
      signers: [operator],
      calls: [
        openWallets({ tier: 2, wallets: [{ owner: owner.address, commitment: holder("group") }] }),
        handOut({ to: owner.address, amountMinor: 100n }),
      ],
    });
    await client.send({ signers: [owner, thresholdSigner(group)], calls: [rotateKey()] });
    const payee = (await signerNamed("tea-house")).address;
    expect(await refusal([owner], pay({ payee, instrument: CASH, amountMinor: 1n }))).toBe("wrong_key");
    expect(await refusal([thresholdSigner({ ...group, address: owner.address })], pay({ payee, instrument: CASH, amountMinor: 1n }))).toBe(
      "executed",
    );
  });

  test("operators open wallets, hand out, take back, change tiers, recover and fill their tills", async () => {
    const operator = await signerNamed("valley-bank");
    const [lost, found] = [signerOf(await keyFromSeed(randomSeed())), signerOf(await keyFromSeed(randomSeed()))];
    const wallets = [lost, found].map(({ address }) => ({ owner: address, commitment: holder("eve") }));
    await client.send({
      signers: [operator],
      calls: [openWallets({ tier: 4, wallets }), handOut({ to: lost.address, amountMinor: 500n })],
    });
    expect(await refusal([operator], handOut({ to: lost.address, amountMinor: 1_000_000n }))).toBe("EBalanceLimit");
    expect(await refusal([operator], changeTier({ owner: lost.address, tier: 3 }))).toBe("executed");
    expect(await refusal([operator], handOut({ to: lost.address, amountMinor: 999_500n }))).toBe("executed");
    // What goes back is a payment, of 5,000 yuan at once and 10,000 a day in this tier.
    expect(await refusal([lost], handBack({ amountMinor: 999_900n }))).toBe("ESingleLimit");
    expect(await refusal([lost], handBack({ amountMinor: 500_000n }), handBack({ amountMinor: 499_900n }))).toBe("executed");
    expect(await refusal([operator], recoverWallet({ from: lost.address, to: found.address }))).toBe("executed");
    expect(await balance(found.address)).toBe(100n);
    expect(await refusal([found], handBack({ amountMinor: 100n }), closeWallet())).toBe("executed");
    const till = await balance(operator.address, "till");
    expect(await refusal([operator], toTill({ amountMinor: 9n }), fromTill({ amountMinor: 4n }))).toBe("executed");
    expect(await balance(operator.address, "till")).toBe(till + 5n);
  });

  test("the central bank issues only while its performing assets cover base money", async () => {
    const [bank, operator] = [await signerNamed("central-bank"), await signerNamed("harbour-bank")];
    const asset = { operator: operator.address, kind: "foreignExchange", description: "Dollars", haircutBasisPoints: 0 } as const;
    // The first asset is the gold, the second the bonds of the first operator.
    expect(await refusal([bank], setPerforming({ asset: 2n, performing: false }))).toBe("executed");
    expect(await refusal([bank], issueSettlement({ ...asset, bookValueMinor: 100n }))).toBe("ENotCovered");
    expect(await refusal([bank], setPerforming({ asset: 2n, performing: true }))).toBe("executed");
    const before = await balance(operator.address, "settlement");
    expect(await refusal([bank], issueSettlement({ ...asset, bookValueMinor: 100n }))).toBe("executed");
    expect(await balance(operator.address, "settlement")).toBe(before + 100n);
    expect(await refusal([bank, operator], redeemSettlementPart({ asset: 2n, amountMinor: 40n }))).toBe("executed");
    expect(await balance(operator.address, "settlement")).toBe(before + 60n);
  });

  test("two of the three who are the supervisor suspend a licence, one does not", async () => {
    const [supervisor, operator] = [await signerNamed("supervisor"), await signerNamed("harbour-bank")];
    const licence = { holder: operator.address, kind: "operator", unit: 1 } as const;
    expect(supervisor.keys.kind).toBe("k-of-n");
    const member = signerOf(await keyFromSeed(developmentSeed("supervisor-chair")));
    expect(await refusal([member], suspendLicence({ ...licence, reason: "An inspection" }))).toBe("ENotSupervisor");
    expect(await refusal([operator], suspendLicence({ ...licence, reason: "An inspection" }))).toBe("ENotSupervisor");
    expect(await refusal([supervisor], suspendLicence({ ...licence, reason: "An inspection" }))).toBe("executed");
    expect(await refusal([operator], toTill({ amountMinor: 1n }))).toBe("ESuspended");
    expect(await refusal([supervisor], resumeLicence(licence))).toBe("executed");
    expect(await refusal([operator], toTill({ amountMinor: 1n }))).toBe("executed");
  });

  test("blocks are followed from the first one", async () => {
    const { height } = await client.status();
    const stop = new AbortController();
    const heights: bigint[] = [];
    for await (const block of client.followBlocks({ from: 0n, signal: stop.signal })) {
      heights.push(BigInt(block.height));
      if (block.height === height) break;
    }
    stop.abort();
    expect(heights).toEqual(Array.from({ length: Number(height) + 1 }, (_, index) => BigInt(index)));
    expect((await client.block("latest")).height).toBe(height);
    expect((await client.blocks(1n, 2)).map((block) => block.height)).toEqual(["1", "2"]);
  });
});

test("what is under way goes on: books are shipped and confirmed, tea is paid, a share is taken, a request is paid", {
  timeout: 60_000,
}, async () => {
  const [escrow, packet, order, request] = developmentTrades(accounts).map(({ address }) => address);
  if (escrow === undefined || packet === undefined || order === undefined || request === undefined) throw new Error("a trade is missing");
  const [dan, bob, bookshop] = [await signerNamed("dan"), await signerNamed("bob"), await signerNamed("bookshop")];
  const teaHouse = await signerNamed("tea-house");
  const before = [await balance(bookshop.address), await balance(bob.address), await balance(teaHouse.address)] as const;
  expect((await client.account(escrow)).balances).toMatchObject([{ amountMinor: "38000", place: "0x2::escrow::Escrow" }]);
  expect(await refusal([bookshop], shipEscrow({ escrow }))).toBe("executed");
  expect(await refusal([dan], confirmEscrow({ escrow }))).toBe("executed");
  expect(await refusal([bob], takeRedPacket({ packet }))).toBe("executed");
  expect(await refusal([bookshop], triggerOrder({ order }))).toBe("executed");
  const asked = { payee: teaHouse.address, instrument: CASH, amountMinor: 2_580n };
  expect(await refusal([bob], payRequest({ request, ...asked }))).toBe("executed");
  expect(await readResource(client, order, money.standingOrderType)).toMatchObject({ paid: 1n, missed: 0n });
  expect(await readResource(client, escrow, money.escrowType)).toBeUndefined();
  expect(await balance(bookshop.address)).toBe(before[0] + 38_000n);
  expect(await balance(teaHouse.address)).toBe(before[2] + 4_500n + 2_580n);
  const left = (await readResource(client, packet, money.redPacketType))?.money.value ?? 0n;
  expect(await balance(bob.address)).toBe(before[1] - 2_580n + 8_800n - left);
  expect((await client.laws()).laws.every(({ holds }) => holds)).toBe(true);
});
