import {
  banking,
  CLEARING_GAS_LIMIT,
  closeCycle,
  declareInsolvency,
  limitPayer,
  pay,
  recallPayment,
  recordInsolvency,
  revokeLicence,
  settleCycle,
  settleGross,
  submitPayment,
  submitPayments,
  takeCollateral,
  takeEstateCollateral,
  takeEstateFundShare,
} from "@sycee/sdk";
import { expect, test } from "vitest";
import { type Actor, actor } from "./actor.ts";
import { answerOf, type ClearingEconomy, createClearingEconomy, house, supervisor } from "./clearing-economy.ts";
import { held } from "./economy-genesis.ts";

const START = {
  banks: 8,
  paymentInstitutions: 2,
  accounts: 3,
  depositMinor: 1_000_000n,
  settlementMinor: 1_000n,
  collateralMinor: 100n,
  fundShareMinor: 100n,
  capitalMinor: 100n,
  capMinor: 1_000n,
  rules: { mostWaiting: 64n, longestWaitMs: 86_400_000n, graceMs: 1_000n, recallMs: 86_400_000n },
};
const at = { house: house.address };
const [first, second] = [actor("bank 0"), actor("bank 1")];

function bankMoney({ fixture }: ClearingEconomy): Map<string, bigint> {
  return new Map(fixture.ledger.instruments().map(({ symbol, outstandingMinor }) => [symbol, outstandingMinor]));
}

test("nothing that anybody can call puts money of one institution into the hands or books of another", () => {
  const { fixture } = createClearingEconomy(START);
  const open = fixture.ledger.modules().flatMap(({ address, name, functions }) =>
    functions.flatMap((each) => {
      const text = JSON.stringify(each);
      const { visibility, name: called } = each as { readonly visibility: string; readonly name: string };
      // Whoever gets money or a book to change could carry it from one to the other.
      const carries = /0x2::money::Money\b|&mut 0x2::customer_book::Book|&mut 0x4::institution::/.test(text);
      return visibility === "public" && carries ? [`${BigInt(address)}::${name}::${called}`] : [];
    }),
  );
  // These work on money and books that one has already; none of them gives any out of an institution.
  expect(open.filter((name) => !/^2::(money|customer_book)::/.test(name))).toEqual([]);
});

test("accounts, wallets and payments of one institution do not reach another without a clearing house", () => {
  const economy = createClearingEconomy(START);
  const deposit = economy.fixture.ledger.instruments().find(({ issuer }) => issuer === first.address)?.instrument ?? 0;
  const before = bankMoney(economy);
  const attempts = [
    // The payee's number is one of the payer's own bank, or of nobody.
    answerOf(economy, [first], [banking.commercialBank.transferBatch({ payers: [0], payees: [3], amounts: [5n] })]),
    // Deposits are in no wallet.
    answerOf(economy, [first], [pay({ payee: second.address, instrument: deposit, amountMinor: 5n })]),
    answerOf(
      economy,
      [second],
      [submitPayment({ ...at, fromAccount: 0, payee: second.address, toAccount: 1, mode: "gross", amountMinor: 5n })],
    ),
    // A clearing house that is none, and one without a licence.
    answerOf(
      economy,
      [first],
      [submitPayment({ house: second.address, fromAccount: 0, payee: second.address, toAccount: 0, mode: "gross", amountMinor: 5n })],
    ),
  ];
  expect(attempts).toEqual(["executed", "ENoWallet", "ESameInstitution", "ENotClearingHouse"]);
  expect(bankMoney(economy)).toEqual(before);
  expect(economy.fixture.ledger.customerAccounts(second.address, 0)[0]?.balanceMinor).toBe(START.depositMinor);
  expect(economy.fixture.ledger.customerAccounts(first.address, 0)[0]?.balanceMinor).toBe(START.depositMinor);
});

test("institutions' own settlement transfers and digital cash do not pass a clearing house", () => {
  const economy = createClearingEconomy(START);
  const lent = banking.interbank.lend({ lender: 0, borrower: 1, amount: 40n, rateBps: 0n, days: 1n });
  expect(answerOf(economy, [first, second], [lent])).toBe("executed");
  expect([first, second].map(({ address }) => held(economy.fixture, address, "settlement", 1))).toEqual([960n, 1_040n]);
  expect(economy.fixture.ledger.clearingHouse(house.address)?.measures.gross.payments).toBe("0");
});

test("a bank that sends its money away after the cycle has closed is paid for, and nothing settles twice", () => {
  const economy = createClearingEconomy(START);
  const payment = { fromAccount: 0, payee: second.address, toAccount: 0, amountMinor: 900n };
  const thief = actor("bank 2");
  expect(answerOf(economy, [first], [submitPayment({ ...at, ...payment, mode: "net" })])).toBe("executed");
  expect(answerOf(economy, [house], [closeCycle()])).toBe("executed");
  const lent = banking.interbank.lend({ lender: 0, borrower: 1, amount: 1_000n, rateBps: 0n, days: 1n });
  expect(answerOf(economy, [first, thief], [lent])).toBe("executed");
  expect(answerOf(economy, [first], [takeCollateral({ ...at, amountMinor: 100n })])).toBe("ECycleClosed");
  expect(answerOf(economy, [second], [settleCycle(house.address)])).toBe("EFundsMissing");
  economy.fixture.timeMs += 1_000;
  expect(answerOf(economy, [second], [settleCycle(house.address)])).toBe("executed");
  expect(answerOf(economy, [second], [settleCycle(house.address)])).toBe("ECycleOpen");
  expect(held(economy.fixture, second.address, "settlement", 1)).toBe(1_900n);
  expect(economy.fixture.ledger.clearingHouse(house.address)?.participants[0]).toMatchObject({
    status: "failed",
    collateralMinor: "0",
    fundShareMinor: "0",
    owedMinor: "700",
  });
  // After that nothing of it enters, in either direction.
  expect(answerOf(economy, [first], [submitPayment({ ...at, ...payment, mode: "gross" })])).toBe("ENotActive");
  const back = { ...payment, payee: first.address };
  expect(answerOf(economy, [second], [submitPayment({ ...at, ...back, mode: "gross" })])).toBe("ENotActive");
  expect(answerOf(economy, [first], [recallPayment({ ...at, number: 1n, reason: "I want it back" })])).toBe("executed");
  expect(economy.fixture.ledger.customerAccounts(second.address, 0)[0]?.balanceMinor).toBe(START.depositMinor + 900n);
  expect(economy.fixture.ledger.recountLaws().every(({ holds }) => holds)).toBe(true);
});

test("a flood of payments that cannot settle leaves the others' way free", () => {
  const economy = createClearingEconomy({ ...START, settlementMinor: 10n });
  const flood = Array.from({ length: 64 }, () => ({ fromAccount: 0, payee: second.address, toAccount: 0, amountMinor: 11n }));
  expect(answerOf(economy, [first], [submitPayments({ ...at, mode: "gross", payments: flood })])).toBe("executed");
  expect(answerOf(economy, [first], [submitPayments({ ...at, mode: "gross", payments: flood.slice(0, 1) })])).toBe("ETooManyWaiting");
  const others = { fromAccount: 0, payee: first.address, toAccount: 0, amountMinor: 10n };
  expect(answerOf(economy, [second], [submitPayments({ ...at, mode: "gross", payments: [others] })])).toBe("executed");
  expect(economy.fixture.ledger.clearingHouse(house.address)?.measures.gross.payments).toBe("1");
});

test("participants who limit everybody leave others room for limits of their own", () => {
  const economy = createClearingEconomy(START);
  const { participants } = economy;
  for (const payee of participants) {
    const limits = participants
      .filter((payer) => payer !== payee)
      .map((payer) => limitPayer({ ...at, payer: payer.address, limitMinor: 500n }));
    expect(answerOf(economy, [payee], [...limits, ...limits])).toBe("executed");
  }
  const { length } = participants;
  expect(economy.fixture.ledger.clearingHouse(house.address)?.limits).toHaveLength(length * (length - 1));
  // What one payer may owe one payee is said once.
  const [one] = participants;
  expect(answerOf(economy, [second], [limitPayer({ ...at, payer: one?.address ?? house.address, limitMinor: 7n })])).toBe("executed");
  const found = economy.fixture.ledger
    .clearingHouse(house.address)
    ?.limits.filter(({ payer, payee }) => payer === one?.address && payee === second.address);
  expect(found).toEqual([{ payer: one?.address, payee: second.address, limitMinor: "7" }]);
});

test("a bank that was revoked after the cycle closed takes nothing more in, and its customers' payments go out while its money lasts", () => {
  const economy = createClearingEconomy(START);
  const { fixture } = economy;
  const into = { fromAccount: 0, payee: second.address, toAccount: 0, amountMinor: 900n };
  const out = { fromAccount: 0, payee: first.address, toAccount: 0, amountMinor: 300n };
  expect(answerOf(economy, [first], [submitPayment({ ...at, ...into, mode: "net" })])).toBe("executed");
  expect(answerOf(economy, [second], [submitPayment({ ...at, ...out, mode: "net" })])).toBe("executed");
  expect(answerOf(economy, [house], [closeCycle()])).toBe("executed");
  expect(answerOf(economy, [supervisor], [revokeLicence({ holder: second.address, kind: "bank", unit: 1, reason: "Insolvent" })])).toBe(
    "executed",
  );
  expect(answerOf(economy, [first], [settleCycle(house.address)])).toBe("executed");
  const balance = (bank: Actor): bigint | undefined => fixture.ledger.customerAccounts(bank.address, 0)[0]?.balanceMinor;
  expect([balance(first), balance(second)]).toEqual([START.depositMinor + 300n, START.depositMinor - 300n]);
  expect([first, second].map(({ address }) => held(fixture, address, "settlement", 1))).toEqual([1_300n, 700n]);
  expect(fixture.ledger.clearingHouse(house.address)?.queues).toEqual({ gross: [], net: [], closed: [] });
  expect(fixture.ledger.recountLaws().every(({ holds }) => holds)).toBe(true);
});

test("what a failed bank put up at a clearing house comes into its estate, by its administrator alone, and once", () => {
  const economy = createClearingEconomy(START);
  const { fixture } = economy;
  const administrator = actor("administrator");
  const collateral = (amountMinor: bigint) => takeEstateCollateral({ bank: second.address, house: house.address, amountMinor });
  const share = (amountMinor: bigint) => takeEstateFundShare({ bank: second.address, house: house.address, amountMinor });
  expect(answerOf(economy, [administrator], [collateral(100n)])).toBe("ENotInsolvent");
  const revoked = revokeLicence({ holder: second.address, kind: "bank", unit: 1, reason: "Insolvent" });
  const declared = declareInsolvency({ bank: second.address, administrator: administrator.address });
  expect(answerOf(economy, [supervisor], [revoked, declared])).toBe("executed");
  expect(answerOf(economy, [supervisor], [recordInsolvency({ ...at, institution: second.address, reason: "Insolvent" })])).toBe("executed");
  expect(answerOf(economy, [second], [collateral(100n)])).toBe("ENotAdministrator");
  expect(answerOf(economy, [administrator], [collateral(101n)])).toBe("ENotSoMuch");
  expect(answerOf(economy, [administrator], [collateral(100n), share(100n)])).toBe("executed");
  expect(held(fixture, second.address, "settlement", 1)).toBe(1_200n);
  expect(answerOf(economy, [administrator], [share(1n)])).toBe("ENotSoMuch");
  expect(fixture.ledger.recountLaws().every(({ holds }) => holds)).toBe(true);
});

test.each(["net", "gross"] as const)(
  "a full %s queue among ten settles in one transaction, with gas to spare",
  { timeout: 120_000 },
  (mode) => {
    const economy = createClearingEconomy({ ...START, capMinor: 1_000n, settlementMinor: 10_000n });
    const { fixture, participants } = economy;
    const banks = participants.slice(0, START.banks);
    for (const payee of participants) {
      const limits = participants
        .filter((payer) => payer !== payee)
        .map((payer) => limitPayer({ ...at, payer: payer.address, limitMinor: 1_000_000n }));
      expect(answerOf(economy, [payee], limits)).toBe("executed");
    }
    // Each bank sends 64 in a circle of banks: 512, which is all that a queue holds.
    for (const [index, bank] of banks.entries()) {
      const payments = Array.from({ length: 64 }, (_, count) => ({
        fromAccount: count % 3,
        payee: banks[(index + 1 + (count % 7)) % banks.length]?.address ?? house.address,
        toAccount: (count + 1) % 3,
        amountMinor: 10_001n + BigInt(count),
      }));
      expect(answerOf(economy, [bank], [submitPayments({ ...at, mode, priority: "urgent", payments })])).toBe("executed");
    }
    expect(fixture.ledger.clearingHouse(house.address)?.queues[mode].length).toBe(512);
    const calls = mode === "net" ? [closeCycle(), settleCycle(house.address)] : [settleGross(house.address)];
    const result = fixture.block([fixture.transaction([house], calls, { gasLimit: CLEARING_GAS_LIMIT })])[0];
    expect(fixture.describe(result)).toBe("executed");
    expect(fixture.ledger.clearingHouse(house.address)?.measures[mode]).toMatchObject({ payments: "512", nettingRatioBps: 10_000 });
    const gas = result?.kind === "receipt" ? result.receipt.gasUsed : 0n;
    expect(gas).toBeLessThan(CLEARING_GAS_LIMIT / 4n);
  },
);
