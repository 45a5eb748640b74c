import {
  handBack,
  handOut,
  fromTill,
  issueSettlement,
  pay,
  redeemSettlement,
  redeemSettlementPart,
  setPerforming,
  setTier,
  toTill,
  contributeCapital,
} from "@sycee/sdk";
import type { Call } from "@sycee/protocol";
import { uniformBigInt, uniformInt, xoroshiro128plus } from "./random.ts";
import { describe, expect, test } from "vitest";
import { type Actor, actor } from "./actor.ts";
import { CASH, createEconomy, type Economy, held, SETTLEMENT } from "./economy-genesis.ts";
import { EconomyModel, type TierLimits } from "./economy-model.ts";
import type { LedgerFixture } from "./ledger-fixture.ts";

const SEEDS = Number(process.env.SYCEE_ECONOMY_SEEDS ?? 4);
const ACTS = Number(process.env.SYCEE_ECONOMY_ACTS ?? 600);
const ACTS_A_BLOCK = 10;
const MINUTE_MS = 60_000;

const bank = actor("central bank");
const operators = [actor("north"), actor("south"), actor("west")] as const;
const tiers: ReadonlyMap<number, TierLimits> = new Map([
  [1, { balance: undefined, single: undefined, daily: undefined, yearly: undefined }],
  [2, { balance: 50_000n, single: 20_000n, daily: 30_000n, yearly: undefined }],
  [3, { balance: 8_000n, single: 3_000n, daily: 5_000n, yearly: 20_000n }],
]);

interface Act {
  readonly what: string;
  readonly signers: readonly Actor[];
  readonly call: Call;
  /** What the model says, asked in the order of execution. */
  expected(timeMs: number): string;
}

function makeEconomy(zoneOffsetMinutes: number): Economy {
  const customers = Array.from({ length: 14 }, (_, index) => ({
    owner: actor(`customer ${index}`),
    operator: operators[index % 3] ?? operators[0],
    // Some holders have several wallets, with several operators.
    holder: `holder ${index % 9}`,
    tier: (index % 3) + 1,
  }));
  return { centralBank: bank, operators, customers, capital: 400_000n, zoneOffsetMinutes };
}

function nextAct(economy: Economy, model: EconomyModel, random: ReturnType<typeof xoroshiro128plus>): Act {
  const upTo = (maximum: number) => uniformInt(random, 0, maximum);
  const amount = () => uniformBigInt(random, 0n, [300n, 6_000n, 40_000n][upTo(2)] ?? 300n);
  const operator = operators[upTo(2)] ?? operators[0];
  const customer = () => economy.customers[upTo(economy.customers.length - 1)] ?? fail();
  const kind = upTo(99);
  if (kind < 45) {
    const from = customer();
    const to = customer();
    const value = amount();
    return {
      what: `${from.owner.name} pays ${to.owner.name} ${value}`,
      signers: [from.owner],
      call: pay({ payee: to.owner.address, instrument: CASH, amountMinor: value }),
      expected: (timeMs) => model.pay(from.owner.name, to.owner.name, value, timeMs),
    };
  }
  if (kind < 65) {
    // Mostly the customer's own operator.
    const to = customer();
    const by = upTo(9) === 0 ? operator : to.operator;
    const value = amount();
    return {
      what: `${by.name} hands ${to.owner.name} ${value}`,
      signers: [by],
      call: handOut({ to: to.owner.address, amountMinor: value }),
      expected: () => model.handOut(by.name, to.owner.name, value),
    };
  }
  if (kind < 73) {
    const from = customer();
    const value = amount();
    return {
      what: `${from.owner.name} hands back ${value}`,
      signers: [from.owner],
      call: handBack({ amountMinor: value }),
      expected: (timeMs) => model.handBack(from.owner.name, value, timeMs),
    };
  }
  return bankAct(model, random, operator, kind);
}

function bankAct(model: EconomyModel, random: ReturnType<typeof xoroshiro128plus>, operator: Actor, kind: number): Act {
  const amount = uniformBigInt(random, 0n, 60_000n);
  const asset = uniformInt(random, 1, Math.max(2, model.lastAsset + 1));
  const haircut = uniformInt(random, 0, 3) * 500;
  if (kind < 80) {
    return {
      what: `${operator.name} takes ${amount} into its till`,
      signers: [operator],
      call: toTill({ amountMinor: amount }),
      expected: () => model.toTill(operator.name, amount),
    };
  }
  if (kind < 84) {
    return {
      what: `${operator.name} returns ${amount} from its till`,
      signers: [operator],
      call: fromTill({ amountMinor: amount }),
      expected: () => model.fromTill(operator.name, amount),
    };
  }
  if (kind < 92) {
    const description = { kind: "governmentBonds" as const, description: "bonds", bookValueMinor: amount, haircutBasisPoints: haircut };
    return {
      what: `issue of ${amount} to ${operator.name} at a haircut of ${haircut}`,
      signers: [bank],
      call: issueSettlement({ operator: operator.address, ...description }),
      expected: () => model.issue(operator.name, amount, BigInt(haircut)),
    };
  }
  if (kind < 94) {
    const part = uniformBigInt(random, 0n, 20_000n);
    return {
      what: `${part} of asset ${asset} go back to ${operator.name}`,
      signers: [bank, operator],
      call: redeemSettlementPart({ asset: BigInt(asset), amountMinor: part }),
      expected: () => model.redeemPart(operator.name, asset, part),
    };
  }
  if (kind < 96) {
    return {
      what: `asset ${asset} goes back to ${operator.name}`,
      signers: [bank, operator],
      call: redeemSettlement({ asset: BigInt(asset) }),
      expected: () => model.redeem(operator.name, asset),
    };
  }
  if (kind < 99) {
    const performing = uniformInt(random, 0, 2) > 0;
    return {
      what: `asset ${asset} performs: ${performing}`,
      signers: [bank],
      call: setPerforming({ asset: BigInt(asset), performing }),
      expected: () => model.setPerforming(asset, performing),
    };
  }
  return {
    what: `capital of ${amount}`,
    signers: [bank],
    call: contributeCapital({ kind: "gold", description: "gold", bookValueMinor: amount, haircutBasisPoints: haircut }),
    expected: () => model.contribute(amount, BigInt(haircut)),
  };
}

function compareBooks(fixture: LedgerFixture, economy: Economy, model: EconomyModel): void {
  for (const { owner } of economy.customers) {
    expect(held(fixture, owner.address, "wallet", CASH), owner.name).toBe(model.wallets.get(owner.name)?.balance);
  }
  for (const operator of economy.operators) {
    expect(held(fixture, operator.address, "settlement", SETTLEMENT), operator.name).toBe(model.settlement.get(operator.name));
    expect(held(fixture, operator.address, "till", CASH), operator.name).toBe(model.tills.get(operator.name));
  }
  const outstanding = fixture.ledger.instruments().map((view) => view.outstandingMinor);
  expect(outstanding).toEqual([model.baseMoney - model.cash, model.cash]);
  const [money, cover, books] = fixture.ledger.recountLaws();
  expect(money?.holds).toBe(true);
  expect(cover?.evidence).toEqual([
    {
      centralBank: bank.address,
      centralBankMoney: `${model.baseMoney}`,
      eligibleAssets: `${model.eligible}`,
      cover: model.baseMoney <= model.eligible ? "full" : "breached",
    },
  ]);
  expect(cover?.holds).toBe(true);
  expect(books?.evidence).toEqual([
    {
      centralBank: bank.address,
      assets: `${model.bookValue}`,
      centralBankMoney: `${model.baseMoney}`,
      capital: `${model.capital}`,
      holds: true,
    },
  ]);
  expect(model.bookValue).toBe(model.baseMoney + model.capital);
}

function fail(): never {
  throw new Error("there is no such customer");
}

describe("a random economy agrees with a second bookkeeping at every block", () => {
  for (let seed = 1; seed <= SEEDS; seed++) {
    test(`seed ${seed}, ${ACTS} acts`, () => {
      const random = xoroshiro128plus(seed);
      const zoneOffsetMinutes = [480, -300, 0, 60][seed % 4] ?? 0;
      const economy = makeEconomy(zoneOffsetMinutes);
      const fixture = createEconomy(economy);
      const model = new EconomyModel(zoneOffsetMinutes * MINUTE_MS);
      model.contribute(economy.capital, 0n);
      for (const operator of operators) model.admit(operator.name);
      for (const { owner, operator, holder, tier } of economy.customers) model.openWallet(owner.name, holder, operator.name, tier);
      for (const [tier, limits] of tiers) {
        model.setTier(tier, limits);
        const call = setTier({
          tier,
          balanceMinor: limits.balance,
          singleMinor: limits.single,
          dailyMinor: limits.daily,
          yearlyMinor: limits.yearly,
        });
        expect(fixture.answer([bank], [call])).toBe("executed");
      }
      const answers = new Map<string, number>();
      for (let done = 0; done < ACTS; done += ACTS_A_BLOCK) {
        // From a minute to some weeks between blocks, so that days and years end.
        fixture.timeMs += uniformInt(random, 1, uniformInt(random, 0, 9) === 0 ? 60_000 : 600) * MINUTE_MS;
        const acts = Array.from({ length: ACTS_A_BLOCK }, () => nextAct(economy, model, random));
        const { timeMs } = fixture;
        const results = fixture.block(acts.map((act) => fixture.transaction(act.signers, [act.call])));
        for (const [index, act] of acts.entries()) {
          const expected = act.expected(timeMs);
          expect(fixture.describe(results[index]), `act ${done + index}: ${act.what}`).toBe(expected);
          answers.set(expected, (answers.get(expected) ?? 0) + 1);
        }
        compareBooks(fixture, economy, model);
      }
      // A run in which nothing is refused, or nothing happens, would prove little.
      expect(answers.get("executed") ?? 0).toBeGreaterThan(ACTS / 5);
      expect(answers.size).toBeGreaterThan(6);
    });
  }
});
