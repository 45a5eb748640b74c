import type { Call } from "@sycee/protocol";
import {
  attachOwnFunds,
  beginPaymentInstitution,
  closeEMoneyAccount,
  collectBatch,
  contributeOwnFunds,
  announceMerchantTerms,
  endMerchantTerms,
  enterSecondMode,
  grantEMoney,
  grantLicence,
  issueAgainstDeposit,
  keepInstitutionsDeposits,
  moveToReserve,
  openEMoneyAccounts,
  payOut,
  payOutFor,
  portCustomers,
  portCustomersFor,
  redeemFromDeposit,
  refundBatch,
  refundForBatch,
  replenishReserve,
  reportDeposits,
  revokeLicence,
  setMerchantTerms,
  setReserveSchedule,
  suspendLicence,
  sweepSurplus,
  topUp,
  transferEMoney,
  useDeposits,
} from "@sycee/sdk";
import { describe, expect, test } from "vitest";
import type { LedgerFixture } from "./ledger-fixture.ts";
import { createPaymentEconomy, eMoneyOf, fundsOf, outstandingOf, people, type Person, walletOf, WALLET } from "./payment-economy.ts";

const { supervisor, centralBank, operator, first, second, third, alice, stranger } = people;
const roles: readonly Person[] = ["supervisor", "centralBank", "operator", "first", "second", "third", "alice", "stranger"];

/** One refusal for whoever is no payment institution, and what the three are answered; the third's licence is suspended. */
const institutions = (others: string, answers: readonly [first: string, second: string, third: string]): string[] => [
  others,
  others,
  others,
  ...answers,
  others,
  others,
];
const none = "ENotPaymentInstitution";
const only = (role: Person, refusal: string): string[] => roles.map((each) => (each === role ? "executed" : refusal));

/** What each role is answered, the roles in the order above. */
const table: readonly (readonly [act: string, call: Call, answers: readonly string[]])[] = [
  [
    "begin",
    beginPaymentInstitution({ centralBank: centralBank.address, name: "New", symbol: "NEW.money", mode: "second" }),
    institutions("ENotLicensed", ["EAlreadyInstitution", "EAlreadyInstitution", "EAlreadyInstitution"]),
  ],
  ["open accounts", openEMoneyAccounts({ count: 1n }), institutions(none, ["executed", "executed", "ESuspended"])],
  ["close an empty account", closeEMoneyAccount({ account: 6 }), institutions(none, ["executed", "executed", "executed"])],
  [
    "make payments",
    transferEMoney({ payers: [1], payees: [2], amountsMinor: [1n] }),
    institutions(none, ["executed", "executed", "ESuspended"]),
  ],
  [
    "make an account a merchant's",
    setMerchantTerms({ account: 3, feeBps: 10, feeFixedMinor: 0n }),
    institutions(none, ["executed", "executed", "ESuspended"]),
  ],
  [
    "announce a merchant's terms",
    announceMerchantTerms({ account: 4, feeBps: 200, feeFixedMinor: 0n }),
    institutions(none, ["ENotMerchant", "executed", "ESuspended"]),
  ],
  [
    "make a merchant's terms dearer at once",
    setMerchantTerms({ account: 4, feeBps: 101, feeFixedMinor: 0n }),
    institutions(none, ["executed", "ENotAnnounced", "ESuspended"]),
  ],
  ["end a merchant's terms", endMerchantTerms({ account: 4 }), institutions(none, ["ENotMerchant", "executed", "ENotMerchant"])],
  [
    "collect",
    collectBatch({ payers: [1], merchants: [4], amountsMinor: [10n] }),
    institutions(none, ["ENotMerchant", "executed", "ESuspended"]),
  ],
  ["refund", refundBatch({ collections: [0n], amountsMinor: [1n] }), institutions(none, ["ENotMerchant", "executed", "ENotMerchant"])],
  [
    "refund what another collected",
    refundForBatch({ institution: second.address, collections: [0n], amountsMinor: [1n] }),
    institutions(none, ["executed", "executed", "executed"]),
  ],
  [
    "sweep what is no surplus",
    sweepSurplus({ amountMinor: 1_000n }),
    institutions(none, ["EExceedsSurplus", "EExceedsSurplus", "ESuspended"]),
  ],
  ["fill the reserve from own funds", replenishReserve({ amountMinor: 1n }), institutions(none, ["executed", "executed", "executed"])],
  ["grant e-money", grantEMoney({ account: 1, amountMinor: 1n }), institutions(none, ["executed", "executed", "ESuspended"])],
  [
    "pay a customer out",
    payOut({ account: 1, owner: alice.address, amountMinor: 1n }),
    institutions(none, ["executed", "executed", "executed"]),
  ],
  [
    "pay somebody's customer out",
    payOutFor({ institution: second.address, account: 1, owner: alice.address }),
    only("supervisor", "ENotSupervisor").map((answer) => (answer === "executed" ? "ELicenceStands" : answer)),
  ],
  [
    "pay a suspended institution's customer out",
    payOutFor({ institution: third.address, account: 1, owner: alice.address }),
    only("supervisor", "ENotSupervisor"),
  ],
  [
    "attach own funds",
    attachOwnFunds({ institution: second.address, creditor: operator.address, amountMinor: 5n, order: "Order 1" }),
    only("supervisor", "ENotSupervisor"),
  ],
  [
    "attach more than own funds",
    attachOwnFunds({ institution: second.address, creditor: operator.address, amountMinor: 10_001n, order: "Order 2" }),
    only("supervisor", "ENotSupervisor").map((answer) => (answer === "executed" ? "EInsufficientSettlement" : answer)),
  ],
  [
    "pay capital in",
    contributeOwnFunds({ institution: second.address, amountMinor: 1n }),
    only("operator", "ENoAccount").map((answer) => (answer === "executed" ? "EInsufficientSettlement" : answer)),
  ],
  ["top an account up", topUp({ institution: second.address, account: 1, amountMinor: 1n }), only("alice", "ENoWallet")],
  [
    "top a suspended institution's account up",
    topUp({ institution: third.address, account: 1, amountMinor: 1n }),
    roles.map(() => "ESuspended"),
  ],
  ["set the reserve schedule", setReserveSchedule({ steps: [{ fromMs: 1n, shareBps: 10_000 }] }), only("centralBank", "ENotCentralBank")],
  [
    "issue against a deposit",
    issueAgainstDeposit({ account: 1, amountMinor: 1n }),
    institutions(none, ["executed", "ENotFirstMode", "ESuspended"]),
  ],
  [
    "redeem from a deposit",
    redeemFromDeposit({ account: 2, amountMinor: 1n }),
    institutions(none, ["executed", "ENotFirstMode", "ENotFirstMode"]),
  ],
  ["use deposits", useDeposits({ amountMinor: 1n }), institutions(none, ["executed", "EWrongSide", "EWrongSide"])],
  ["report deposits", reportDeposits({ atBanksMinor: 1n }), institutions(none, ["executed", "executed", "executed"])],
  ["enter the second mode", enterSecondMode(), institutions(none, ["ENotCovered", "EAlreadySecondMode", "EAlreadySecondMode"])],
  ["keep deposits for institutions", keepInstitutionsDeposits(), roles.map(() => "ENotBank")],
];

/** Each institution has 100 on account 1 and 50 on 2; the second a merchant on 4 with a collection; the third is suspended. */
function begin(): LedgerFixture {
  const fixture = createPaymentEconomy();
  const must = (answer: string) => expect(answer).toBe("executed");
  for (const institution of [first, second, third]) {
    const deposits = [1, 2].map((account) => topUp({ institution: institution.address, account, amountMinor: account === 1 ? 100n : 50n }));
    must(fixture.answer([alice], deposits));
  }
  must(fixture.answer([first], [issueAgainstDeposit({ account: 2, amountMinor: 40n })]));
  must(
    fixture.answer(
      [second],
      [
        setMerchantTerms({ account: 4, feeBps: 100, feeFixedMinor: 0n }),
        collectBatch({ payers: [1], merchants: [4], amountsMinor: [10n] }),
      ],
    ),
  );
  must(fixture.answer([supervisor], [suspendLicence({ kind: "paymentInstitution", holder: third.address, unit: 1, reason: "An audit." })]));
  return fixture;
}

describe("each role may do what the table says and nothing else", () => {
  for (const [act, call, answers] of table) {
    test(act, () => {
      // What is refused changes nothing, so that all of it can be asked of one ledger.
      const refused = begin();
      for (const [index, role] of roles.entries()) {
        const fixture = answers[index] === "executed" ? begin() : refused;
        expect([role, fixture.answer([people[role]], [call])]).toEqual([role, answers[index]]);
        expect(fixture.ledger.recountLaws().every(({ holds }) => holds)).toBe(true);
      }
    });
  }
});

describe("customers go to another institution", () => {
  const port = portCustomers({ first: 1, count: 6 });

  test("with the signatures of both", () => {
    const fixture = begin();
    expect(fixture.answer([second, third], [port])).toBe("ESuspended");
    expect(fixture.answer([second, stranger], [port])).toBe(none);
    expect(fixture.answer([stranger, first], [port])).toBe(none);
    expect(fixture.answer([second, first], [port])).toBe("executed");
    // 1, 2 and the merchant on 4 became 7, 8 and 10.
    expect([7, 8, 9, 10].map((account) => eMoneyOf(fixture, first.address, account))).toEqual([90n, 50n, 0n, 10n]);
    expect(outstandingOf(fixture, second.address)).toBe(0n);
    expect(fundsOf(fixture, second.address, "reserve")).toBe(0n);
    expect(fundsOf(fixture, first.address, "reserve")).toBe(300n);
    // What was collected before is refunded by whoever has both customers now, and by nobody else.
    const refunding = (of: bigint) => refundForBatch({ institution: second.address, collections: [0n], amountsMinor: [of] });
    expect(fixture.answer([second], [refunding(4n), refundBatch({ collections: [0n], amountsMinor: [4n] })])).toBe("executed");
    expect(fixture.answer([first], [refunding(4n), refunding(7n), refunding(6n)])).toBe("executed");
    expect([7, 8, 9, 10].map((account) => eMoneyOf(fixture, first.address, account))).toEqual([100n, 50n, 0n, 0n]);
    expect(fixture.ledger.recountLaws().every(({ holds }) => holds)).toBe(true);
  });

  test("by a supervisor once the licence is revoked, and what goes in between waits for no signature of the institution", () => {
    const fixture = begin();
    const forced = portCustomersFor({ institution: second.address, first: 1, count: 6 });
    expect(fixture.answer([supervisor, first], [forced])).toBe("ELicenceStands");
    const revocation = revokeLicence({
      kind: "paymentInstitution",
      holder: second.address,
      unit: 1,
      reason: "Customers' money was lent out.",
    });
    expect(fixture.answer([supervisor], [revocation])).toBe("executed");
    expect(fixture.answer([stranger, first], [forced])).toBe("ENotSupervisor");
    expect(fixture.answer([supervisor], [payOutFor({ institution: second.address, account: 2, owner: alice.address })])).toBe("executed");
    expect(fixture.answer([supervisor, first], [forced])).toBe("executed");
    expect(outstandingOf(fixture, second.address)).toBe(0n);
    expect(walletOf(fixture)).toBe(WALLET - 400n);
    expect(fixture.answer([supervisor], [grantLicence({ kind: "paymentInstitution", holder: second.address, unit: 1 })])).toBe("executed");
    expect(fixture.ledger.recountLaws().every(({ holds }) => holds)).toBe(true);
  });
});

test("a deposit moves to the reserve only with both signatures, from a bank", () => {
  const fixture = begin();
  const move = moveToReserve({ account: 0, amountMinor: 1n });
  expect(fixture.answer([first, second], [move])).toBe("ENotBank");
  expect(fixture.answer([stranger, second], [move])).toBe(none);
});
