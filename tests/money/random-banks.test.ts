import type { Call } from "@sycee/protocol";
import { admitOperator, banking, grantLicence, openWallets, setTier } from "@sycee/sdk";
import { describe, expect, test } from "vitest";
import { type Actor, actor } from "./actor.ts";
import { drawAct } from "./banking-acts.ts";
import { ACCOUNTS, type BankingWorld, banks, centralBank, custodian, government, insurer, owners } from "./banking-draw.ts";
import { createBankingEconomy } from "./banking-genesis.ts";
import { BankingModel, BankModel, type Policy } from "./banking-model.ts";
import { CentralBankModel } from "./central-bank-model.ts";
import { commitmentOf } from "./economy-genesis.ts";
import { type LedgerFixture, START_MS } from "./ledger-fixture.ts";
import { LendingModel } from "./lending-model.ts";
import { OwnershipModel } from "./ownership-model.ts";
import { uniformInt, xoroshiro128plus } from "./random.ts";
import { type WalletModel, WalletMoneyModel } from "./wallet-money-model.ts";

const SEEDS = Number(process.env.SYCEE_ECONOMY_SEEDS ?? 3);
const ACTS = Number(process.env.SYCEE_ECONOMY_ACTS ?? 500);
const ACTS_A_BLOCK = 10;
const DAY_MS = 86_400_000;
const GOLD = 900_000n;
const BONDS = 60_000n;

const supervisor = actor("supervisor");
/** Those whose wallets hold their own money; wallets of the third hold digital cash. */
const adopted = [banks[0], banks[1]];
const limits = { balance: 9_000n, single: 5_000n, daily: 7_000n };
const policy: Policy = {
  reserveRatio: 1_000n,
  requiredRate: 162n,
  excessRate: 72n,
  shortfallRate: 500n,
  lendingRate: 300n,
  depositRate: 35n,
  haircut: 500n,
  capitalRatio: 800n,
  insurancePremium: 45n,
  notesLimit: 6_000n,
};

const { notesLimit: _, ...monetaryPolicy } = policy;

/** Equity, in minor units, as an institution's or a central bank's books say it. */
function equityInBooks(fixture: LedgerFixture, bank: Actor, resource: string): bigint {
  const found = fixture.ledger.account(bank.address)?.resources.find(({ type }) => type.endsWith(resource));
  if (found === undefined) throw new Error(`${bank.name} keeps no books`);
  const { books } = found.value as unknown as { books: { accounts: { class: number; debit: string; credit: string }[] } };
  const accounts = books.accounts.filter(({ class: each }) => each >= 3);
  return accounts.reduce((sum, { debit, credit }) => sum + BigInt(credit) - BigInt(debit), 0n);
}

/** Whether a wallet's link takes what it cannot hold, and pays what it lacks: not that of the first bank's wallet. */
const flows = (index: number): boolean => index > 0;

/** Wallets, and the deposit insurer, as the ledger comes to have them. */
function admitWallets(fixture: LedgerFixture): void {
  const { balance: balanceMinor, single: singleMinor, daily: dailyMinor } = limits;
  const programs: { signers: readonly Actor[]; calls: Call[] }[] = [
    { signers: [supervisor], calls: banks.map(({ address }) => grantLicence({ kind: "operator", holder: address, unit: 1 })) },
    {
      signers: [centralBank, insurer],
      calls: [
        banking.depositInsurance.open(),
        setTier({ tier: 1, balanceMinor, singleMinor, dailyMinor, yearlyMinor: undefined }),
        ...banks.map(({ address, name }) => admitOperator({ operator: address, name })),
      ],
    },
    ...adopted.map((bank) => ({
      signers: [centralBank, bank],
      calls: [banking.walletDeposits.adopt({ symbol: `${bank.name}.wallet` })],
    })),
    ...owners.map((owner, index) => ({
      signers: [owner, banks[index >> 1] ?? banks[0]],
      calls: [
        openWallets({ signer: 1, tier: 1, wallets: [{ owner: owner.address, commitment: commitmentOf(owner.name) }] }),
        // The first of each bank's wallets is linked to its first account.
        ...(index % 2 === 0 ? [banking.linkedDeposit.link({ account: 0, takesOverflow: flows(index), coversPayments: flows(index) })] : []),
      ],
    })),
  ];
  const results = fixture.block(programs.map(({ signers, calls }) => fixture.transaction(signers, calls)));
  expect(results.map((result) => fixture.describe(result))).toEqual(programs.map(() => "executed"));
}

/** The second bookkeeping of what is there then. */
function modelOf(day: bigint): BankingWorld {
  const model = new BankingModel(policy, day, GOLD, 1_000n);
  for (const { name } of banks) {
    const bank = new BankModel(ACCOUNTS, day);
    bank.securities.push({ book: BONDS, pledged: 0n });
    bank.capital = BONDS;
    model.banks.set(name, bank);
  }
  const wallets = owners.map(({ name }, index): WalletModel => {
    const bank = banks[index >> 1] ?? banks[0];
    const linked = index % 2 === 0 ? 0 : undefined;
    return { owner: name, bank: bank.name, linked, flows: flows(index), money: 0n, cash: 0n, paid: 0n, paidOn: day };
  });
  const regime = new Set<string>(adopted.map(({ name }) => name));
  return {
    model,
    lending: new LendingModel(model),
    central: new CentralBankModel(model),
    ownership: new OwnershipModel(model),
    wallets: new WalletMoneyModel(model, wallets, limits, regime),
    policy,
  };
}

function compareWallets(fixture: LedgerFixture, { wallets }: BankingWorld): void {
  for (const [index, owner] of owners.entries()) {
    const balances = fixture.ledger.account(owner.address)?.balances ?? [];
    const amountOf = (isCash: boolean) => balances.find(({ symbol }) => (symbol === "CZK.cash") === isCash)?.amountMinor ?? 0n;
    const { cash, money } = wallets.wallets[index] ?? { cash: 0n, money: 0n };
    expect([amountOf(true), amountOf(false)], `${owner.name}'s wallet`).toEqual([cash, money]);
  }
}

function compare(fixture: LedgerFixture, world: BankingWorld): void {
  const { model } = world;
  compareWallets(fixture, world);
  for (const bank of banks) {
    const expected = model.bank(bank.name);
    const { ledger } = fixture;
    const deposits = expected.deposits.map((_, account) => ledger.customerAccounts(bank.address, account)[0]?.balanceMinor);
    expect(deposits, `deposits at ${bank.name}`).toEqual(expected.deposits);
    const places = ledger.account(bank.address)?.balances ?? [];
    expect(places.find(({ place }) => place === "settlement")?.amountMinor ?? 0n).toBe(expected.settlement);
    expect(equityInBooks(fixture, bank, "::InstitutionBooks"), `equity of ${bank.name}`).toBe(expected.equity);
  }
  expect(equityInBooks(fixture, centralBank, "::CentralBankBooks")).toBe(model.assetsTotal - model.base);
  const [unit] = fixture.ledger.statistics()?.units ?? [];
  expect(unit).toMatchObject({
    baseMinor: model.base - model.ofTheState,
    m0Minor: model.m0,
    m1Minor: model.m1,
    m2Minor: model.m2,
  });
  const side = (lines: readonly { readonly amountMinor: bigint }[] = []) => lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
  expect(side(unit?.statement.assets)).toBe(model.assetsTotal);
  expect(side(unit?.statement.liabilities)).toBe(model.assetsTotal);
  const lines = new Map(unit?.statement.liabilities.map(({ line, amountMinor }) => [line, amountMinor]));
  expect(lines.get("currency issue")).toBe(model.notes + model.cash);
  expect(lines.get("deposits of government")).toBe(model.government);
  expect(lines.get("deposits of the deposit insurer") ?? 0n).toBe(model.insurer);
  expect(lines.get("deposits of banks")).toBe(model.settlement - model.ofTheState);
}

describe("random banks agree with a second bookkeeping at every block", () => {
  for (let seed = 1; seed <= SEEDS; seed++) {
    test(`seed ${seed}, ${ACTS} acts`, { timeout: 300_000 }, () => {
      const random = xoroshiro128plus(seed);
      const cast = { supervisor, centralBank, government, custodian, banks };
      const plan = {
        goldMinor: GOLD,
        goldHaircut: 1_000,
        bondsMinor: BONDS,
        accounts: ACCOUNTS,
        notesLimitMinor: policy.notesLimit,
        policy: monetaryPolicy,
      };
      const fixture = createBankingEconomy(cast, plan);
      const dayOf = (timeMs: number) => BigInt(Math.floor(timeMs / DAY_MS));
      admitWallets(fixture);
      const world = modelOf(dayOf(START_MS));
      const answers = new Map<string, number>();
      const happened = new Set<string>();
      for (let done = 0; done < ACTS; done += ACTS_A_BLOCK) {
        if (uniformInt(random, 0, 2) === 0) fixture.timeMs += uniformInt(random, 1, 20) * DAY_MS;
        world.model.day = dayOf(fixture.timeMs);
        const acts = Array.from({ length: ACTS_A_BLOCK }, () => drawAct(world, random));
        const results = fixture.block(acts.map(({ signers, call }) => fixture.transaction(signers, [call])));
        for (const [index, act] of acts.entries()) {
          const expected = act.expected();
          expect(fixture.describe(results[index]), `act ${done + index}: ${act.what}`).toBe(expected);
          answers.set(expected, (answers.get(expected) ?? 0) + 1);
          if (expected === "executed") happened.add(`${act.call.module}::${act.call.function}`);
        }
        compare(fixture, world);
      }
      expect(fixture.ledger.recountLaws().every(({ holds }) => holds)).toBe(true);
      // A run in which nothing is refused, or nothing happens, would prove little.
      expect(answers.get("executed") ?? 0).toBeGreaterThan(ACTS / 4);
      expect(answers.size).toBeGreaterThan(8);
      expect(happened.size, [...happened].join(" ")).toBeGreaterThan(35);
    });
  }
});
