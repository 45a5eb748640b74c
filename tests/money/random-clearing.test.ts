import type { Call } from "@sycee/protocol";
import {
  announceNetDebitCap,
  banking,
  CLEARING_PRIORITY,
  closeCycle,
  contributeClearingCapital,
  giveBackPayment,
  limitPayer,
  postCollateral,
  postFundShare,
  recordInsolvency,
  repayClearingLoss,
  resumeLicence,
  returnClearingCapital,
  returnUnsettleable,
  revokePayment,
  setNetDebitCap,
  setPaymentPriority,
  settleCycle,
  settleGross,
  submitPayment,
  suspendLicence,
  takeCollateral,
  takeFundShare,
} from "@sycee/sdk";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Actor } from "./actor.ts";
import { answerOf, type ClearingEconomy, createClearingEconomy } from "./clearing-economy.ts";
import { ClearingFundsModel, owedBy } from "./clearing-funds-model.ts";
import { ClearingModel } from "./clearing-model.ts";
import { FUNDS_ACTS, type FundsAct, place, START, type Step, step } from "./clearing-steps.ts";
import { held } from "./economy-genesis.ts";

const RUNS = Number(process.env.SYCEE_CLEARING_RUNS ?? 8);
const SEED = Number(process.env.SYCEE_SEED ?? 5);
interface World {
  readonly economy: ClearingEconomy;
  readonly model: ClearingModel;
  readonly funds: ClearingFundsModel;
  /** Number of the last payment. */
  last: number;
}

/** A step, done on the ledger and to the model: what became of it on both, `undefined` where there is nothing to do. */
function act(world: World, each: Step): { readonly ledger: string; readonly model: string } | undefined {
  const { economy, model } = world;
  const { fixture, house, supervisor, participants } = economy;
  const at = { house: house.address };
  const actorOf = (index: number): Actor => participants[index] ?? house;
  const now = fixture.timeMs;
  const send = (signers: readonly Actor[], call: Call): string => answerOf(economy, signers, [call]);
  switch (each.do) {
    case "submit": {
      const { payer, payee, fromAccount, toAccount, amount, mode, priority } = each;
      const payment = { fromAccount, payee: actorOf(payee).address, toAccount, amountMinor: amount, mode, priority };
      const ledger = send([actorOf(payer)], submitPayment({ ...at, ...payment }));
      if (ledger === "executed") world.last += 1;
      const entering = { payer, payee, fromAccount, toAccount, amount, mode, priority: CLEARING_PRIORITY[priority] };
      return { ledger, model: model.submit(entering, now) };
    }
    case "revoke": {
      const number = Math.max(1, world.last - each.back);
      return {
        ledger: send([actorOf(each.payer)], revokePayment({ ...at, number: BigInt(number) })),
        model: model.revoke(each.payer, number),
      };
    }
    case "return": {
      const number = Math.max(1, world.last - each.back);
      const call = returnUnsettleable({ ...at, numbers: [BigInt(number)] });
      return { ledger: send([house], call), model: model.returnUnsettleable(number, now) };
    }
    case "prioritise": {
      const { payer, priority } = each;
      const number = Math.max(1, world.last - each.back);
      const ledger = send([actorOf(payer)], setPaymentPriority({ ...at, number: BigInt(number), priority }));
      return { ledger, model: model.prioritise(payer, number, CLEARING_PRIORITY[priority]) };
    }
    case "giveBack": {
      const number = Math.max(1, world.last - each.back);
      const by = each.place ?? model.settled.get(number)?.payment.payee ?? 0;
      const ledger = send([actorOf(by)], giveBackPayment({ ...at, number: BigInt(number), mode: each.mode, priority: "normal" }));
      if (ledger === "executed") world.last += 1;
      return { ledger, model: model.giveSettledBack(by, number, each.mode, CLEARING_PRIORITY.normal, now) };
    }
    case "postCollateral":
    case "takeCollateral":
    case "postFundShare":
    case "takeFundShare":
    case "contribute":
    case "returnCapital":
    case "repay":
    case "setCap":
    case "announceCap":
      return actOnFunds(world, each.do, each.place, each.amount);
    case "lend": {
      const { from, to, amount } = each;
      if (from === to || !model.participants[from]?.licensed || !model.participants[to]?.licensed) return undefined;
      const call = banking.interbank.lend({ lender: 0, borrower: 1, amount, rateBps: 0n, days: 1n });
      return { ledger: send([actorOf(from), actorOf(to)], call), model: model.move(from, to, amount) };
    }
    case "limit": {
      const { payer, payee, limit } = each;
      if (payer === payee || model.participants[payee]?.status !== "active") return undefined;
      const ledger = send([actorOf(payee)], limitPayer({ ...at, payer: actorOf(payer).address, limitMinor: limit }));
      if (!model.participants[payee]?.licensed) return { ledger, model: "ESuspended" };
      if (limit === undefined) model.limits.delete(`${payer}>${payee}`);
      else model.limits.set(`${payer}>${payee}`, limit);
      return { ledger, model: "executed" };
    }
    case "suspend":
    case "resume": {
      const participant = model.participants[each.place];
      if (participant === undefined || participant.licensed === (each.do === "resume")) return undefined;
      participant.licensed = each.do === "resume";
      const name = { holder: actorOf(each.place).address, kind: "bank", unit: 1 } as const;
      const call = each.do === "resume" ? resumeLicence(name) : suspendLicence({ ...name, reason: "Inspection" });
      return { ledger: send([supervisor], call), model: "executed" };
    }
    case "fail": {
      model.fail(each.place);
      const call = recordInsolvency({ ...at, institution: actorOf(each.place).address, reason: "Court order" });
      return { ledger: send([supervisor], call), model: "executed" };
    }
    case "wait":
      fixture.timeMs += each.ms;
      return undefined;
    case "gross":
      return { ledger: send([house], settleGross(house.address)), model: model.settleGross(now) };
    case "close":
      return { ledger: send([house], closeCycle()), model: model.closeCycle(now) };
    case "settle":
      return { ledger: send([house], settleCycle(house.address)), model: model.settleCycle(now) };
  }
}

function actOnFunds(world: World, what: FundsAct, drawn: number, amount: bigint): { readonly ledger: string; readonly model: string } {
  // Capital goes back to an owner, of whom the first is sure to be one.
  const place = what === "returnCapital" && drawn > 2 ? 0 : drawn;
  const { economy, funds } = world;
  const { house, participants, fixture } = economy;
  const actor = participants[place] ?? house;
  const acting = { house: house.address, amountMinor: amount };
  const cap = { institution: actor.address, capMinor: amount };
  const now = fixture.timeMs;
  const [signers, call, model] = {
    postCollateral: () => [[actor], postCollateral(acting), funds.post(place, "collateral", amount)] as const,
    takeCollateral: () => [[actor], takeCollateral(acting), funds.take(place, "collateral", amount)] as const,
    postFundShare: () => [[actor], postFundShare(acting), funds.post(place, "fundShare", amount)] as const,
    takeFundShare: () => [[actor], takeFundShare(acting), funds.take(place, "fundShare", amount)] as const,
    contribute: () => [[actor], contributeClearingCapital(acting), funds.contribute(place, amount)] as const,
    returnCapital: () =>
      [[house, actor], returnClearingCapital({ owner: 1, amountMinor: amount }), funds.returnCapital(place, amount)] as const,
    repay: () => [[actor], repayClearingLoss(acting), funds.repay(place, amount)] as const,
    setCap: () => [[house], setNetDebitCap(cap), funds.setCap(place, amount, now)] as const,
    announceCap: () => [[house], announceNetDebitCap(cap), funds.announceCap(place, amount, now)] as const,
  }[what]();
  return { ledger: answerOf(economy, signers, [call]), model };
}

/** Everything that both know. */
function compare({ economy, model }: World): void {
  const { fixture, house, participants } = economy;
  const view = fixture.ledger.clearingHouse(house.address);
  const instruments = fixture.ledger.instruments();
  for (const [index, { address }] of participants.entries()) {
    const expected = model.participants[index];
    const own = instruments.find(({ issuer }) => issuer === address)?.instrument;
    const accounts = Array.from(
      { length: START.accounts },
      (_, account) => fixture.ledger.customerAccounts(address, account)[0]?.balanceMinor,
    );
    const isBank = index < START.banks;
    const settlement = held(fixture, address, isBank ? "settlement" : "reserve", 1);
    const seen = view?.participants[index];
    expect({
      accounts,
      settlement,
      status: seen?.status,
      collateral: seen?.collateralMinor,
      fundShare: seen?.fundShareMinor,
      owed: seen?.owedMinor,
      cap: seen?.capMinor,
      own: isBank ? undefined : held(fixture, address, "own funds", 1),
      outstanding: instruments.find(({ instrument }) => instrument === own)?.outstandingMinor,
    }).toEqual({
      accounts: expected?.accounts,
      settlement: expected?.settlement,
      status: expected?.status,
      collateral: `${expected?.collateral}`,
      fundShare: `${expected?.fundShare}`,
      owed: expected === undefined ? undefined : `${owedBy(expected)}`,
      cap: `${expected?.cap}`,
      own: expected?.own,
      // What is in clearing is still the liability of its sender's institution.
      outstanding: [...(expected?.accounts ?? []), ...underWay(model, index)].reduce((sum, each) => sum + each, 0n),
    });
  }
  const numbers = (list: readonly { readonly number: string }[] | undefined): number[] => (list ?? []).map(({ number }) => Number(number));
  expect(numbers(view?.queues.gross)).toEqual(model.ranked("gross"));
  expect(numbers(view?.queues.net)).toEqual(model.ranked("net"));
  expect(numbers(view?.queues.closed)).toEqual((model.closed?.payments ?? []).map(({ number }) => number));
  expect([view?.capitalMinor, view?.fundMinor]).toEqual([`${model.capital}`, `${model.fund()}`]);
  for (const mode of ["gross", "net"] as const) {
    expect(view?.measures[mode]).toMatchObject({ valueMinor: `${model.value[mode]}`, liquidityMinor: `${model.liquidity[mode]}` });
  }
}

function underWay(model: ClearingModel, payer: number): bigint[] {
  return [...model.waiting, ...(model.closed?.payments ?? [])].filter((each) => each.payer === payer).map(({ amount }) => amount);
}

function begin(): World {
  const economy = createClearingEconomy(START);
  const bankStart = { settlement: START.settlementMinor, accounts: Array.from({ length: START.accounts }, () => START.depositMinor) };
  const institutionStart = { settlement: 0n, own: 0n, accounts: Array.from({ length: START.accounts }, () => 0n) };
  const model = new ClearingModel({
    participants: [
      ...Array.from({ length: START.banks }, () => bankStart),
      ...Array.from({ length: START.paymentInstitutions }, () => institutionStart),
    ],
    collateral: START.collateralMinor,
    fundShare: START.fundShareMinor,
    capital: START.capitalMinor,
    cap: START.capMinor,
    rules: {
      mostWaiting: Number(START.rules.mostWaiting),
      longestWaitMs: Number(START.rules.longestWaitMs),
      graceMs: Number(START.rules.graceMs),
      recallMs: Number(START.rules.recallMs),
    },
  });
  // The first bank gave the clearing house its capital.
  return { economy, model, funds: new ClearingFundsModel(model, [START.capitalMinor]), last: 0 };
}

/** Does all steps and compares after each. */
function play(steps: readonly Step[], count: (answer: string) => void = () => undefined): World {
  const world = begin();
  compare(world);
  for (const [index, each] of steps.entries()) {
    const answers = act(world, each);
    if (answers === undefined) continue;
    expect({ index, each, answer: answers.ledger }).toEqual({ index, each, answer: answers.model });
    count(`${each.do} ${answers.ledger}`);
    compare(world);
  }
  const laws = world.economy.fixture.ledger.recountLaws();
  expect(laws.filter(({ holds }) => !holds)).toEqual([]);
  return world;
}

test("random payments among seven participants leave what an independent model says, act by act", { timeout: 600_000 }, () => {
  const answers = new Map<string, number>();
  const count = (answer: string): void => void answers.set(answer, (answers.get(answer) ?? 0) + 1);
  const failing: fc.Arbitrary<Step> = fc.record({ do: fc.constant("fail" as const), place });
  const steps = fc.array(fc.oneof({ weight: 150, arbitrary: step }, { weight: 1, arbitrary: failing }), { minLength: 120, maxLength: 200 });
  fc.assert(
    fc.property(steps, (each) => void play(each, count)),
    { numRuns: RUNS, seed: SEED, endOnFailure: true },
  );
  // What was met: a run that settles nothing and fails nobody tells nothing.
  for (const answer of [
    "submit executed",
    "gross executed",
    "close executed",
    "settle executed",
    "revoke executed",
    ...FUNDS_ACTS.filter((each) => each !== "repay").map((each) => `${each} executed`),
    "giveBack executed",
    "prioritise executed",
  ]) {
    expect(answers.get(answer) ?? 0, answer).toBeGreaterThan(0);
  }
});
