import type { Call } from "@sycee/protocol";
import {
  assessReserves,
  banking,
  closeBankPeriod,
  countNotes,
  grantLoan,
  introduceNotes,
  payDividend,
  placeTimeDeposit,
  repayLoan,
  setNotesLimit,
  setPolicy,
  suspendLicence,
  writeOffLoan,
} from "@sycee/sdk";
import { describe, expect, test } from "vitest";
import { type Actor, actor } from "./actor.ts";
import { createBankingEconomy } from "./banking-genesis.ts";
import type { LedgerFixture } from "./ledger-fixture.ts";

const roles = {
  bank: actor("bank"),
  otherBank: actor("other bank"),
  suspendedBank: actor("suspended bank"),
  centralBank: actor("central bank"),
  stranger: actor("stranger"),
} satisfies Record<string, Actor>;
const supervisor = actor("supervisor");
const government = actor("government");
const custodian = actor("custodian");
const names = Object.keys(roles) as (keyof typeof roles)[];

const terms = { account: 0, principalMinor: 100n, rateBasisPoints: 400, instalments: 2, periodDays: 30 };
const onlyBanks = ["executed", "executed", "ESuspended", "ENotInstitution", "ENotInstitution"];
const onlyTheCentralBank = ["ENotCentralBank", "ENotCentralBank", "ENotCentralBank", "executed", "ENotCentralBank"];

/** What each role is answered, in the order above: the bank has a loan of 500 and 500 on account 0, nobody else has any. */
const table: readonly (readonly [act: string, call: Call, answers: readonly string[]])[] = [
  ["open accounts", banking.commercialBank.openAccounts({ count: 1n }), onlyBanks],
  ["lend", grantLoan(terms), onlyBanks],
  [
    "lend nothing",
    grantLoan({ ...terms, principalMinor: 0n }),
    ["EZeroAmount", "EZeroAmount", "ESuspended", "ENotInstitution", "ENotInstitution"],
  ],
  [
    "take a repayment",
    repayLoan({ loan: 1n, amountMinor: 5n }),
    ["executed", "EUnknownLoan", "ESuspended", "ENotInstitution", "ENotInstitution"],
  ],
  [
    "write a loan off that performs",
    writeOffLoan({ loan: 1n }),
    ["EPerforming", "EUnknownLoan", "ESuspended", "ENotInstitution", "ENotInstitution"],
  ],
  [
    "take a time deposit",
    placeTimeDeposit({ account: 0, amountMinor: 5n, rateBasisPoints: 100, days: 10 }),
    ["executed", "EInsufficientBalance", "ESuspended", "ENotInstitution", "ENotInstitution"],
  ],
  [
    "pay a dividend that was not earned",
    payDividend({ account: 0, amountMinor: 1n }),
    ["ENotEarned", "ENotEarned", "ESuspended", "ENotInstitution", "ENotInstitution"],
  ],
  ["close a period", closeBankPeriod(), onlyBanks],
  ["borrow overnight", banking.standingFacilities.borrow({ holding: 1n, amount: 10n }), onlyBanks],
  [
    "borrow more than the pledge bears",
    banking.standingFacilities.borrow({ holding: 1n, amount: 10_000n }),
    ["EPledged", "EPledged", "ESuspended", "ENotInstitution", "ENotInstitution"],
  ],
  ["order notes", banking.notes.order({ amount: 5n }), onlyBanks],
  [
    "give notes back that only the bank counted",
    banking.notes.giveBack({ centralBank: 0, bank: 0, amount: 1n }),
    ["ENotCentralBank", "ENotCentralBank", "ESuspended", "ENotInstitution", "ENotInstitution"],
  ],
  [
    "take notes in that do not circulate",
    banking.notes.deposit({ account: 0, amount: 1n }),
    ["EMoreThanCirculates", "EMoreThanCirculates", "ESuspended", "ENotInstitution", "ENotInstitution"],
  ],
  ["say how many notes a bank may take in", setNotesLimit({ bank: roles.bank.address, limitMinor: 9n }), onlyTheCentralBank],
  ["count a bank's notes", countNotes({ bank: roles.bank.address, missingMinor: 0n }), onlyTheCentralBank],
  [
    "find more missing than was never counted",
    countNotes({ bank: roles.bank.address, missingMinor: 1n }),
    ["ENotCentralBank", "ENotCentralBank", "ENotCentralBank", "EMissingTooMuch", "ENotCentralBank"],
  ],
  [
    "write gold off that performs",
    banking.centralBank.writeOff({ asset: 1n, amount: 1n }),
    ["ENotCentralBank", "ENotCentralBank", "ENotCentralBank", "EPerforming", "ENotCentralBank"],
  ],
  [
    "attest the central bank's gold",
    banking.centralBank.attestAsset({ centralBank: roles.centralBank.address, asset: 1n }),
    ["ENotLicensed", "ENotLicensed", "ENotLicensed", "ESameSigner", "ENotLicensed"],
  ],
  [
    "set policy that is not set",
    setPolicy({ parameter: "insurancePremium", value: 1n }),
    ["ENotCentralBank", "ENotCentralBank", "ENotCentralBank", "executed", "ENotCentralBank"],
  ],
  [
    "introduce notes twice",
    introduceNotes({ symbol: "X.notes" }),
    ["ENotCentralBank", "ENotCentralBank", "ENotCentralBank", "ENotesIntroduced", "ENotCentralBank"],
  ],
  ["have a bank assessed on the day it opened", assessReserves(roles.bank.address), names.map(() => "EAssessedToday")],
  [
    "take a pledge that there is not",
    banking.centralBankCredit.takePledge({ bank: roles.bank.address, credit: 9n }),
    ["ENotCentralBank", "ENotCentralBank", "ENotCentralBank", "EUnknownCredit", "ENotCentralBank"],
  ],
  [
    "declare a bank insolvent",
    banking.insolvency.declare({ bank: roles.bank.address, administrator: roles.stranger.address }),
    names.map(() => "ENotSupervisor"),
  ],
  [
    "wind a bank up that is not insolvent",
    banking.insolvency.cutLenders({ bank: roles.bank.address, lenders: [], frozenWallets: [] }),
    names.map(() => "ENotInsolvent"),
  ],
  ...actsOfAnAdministrator().map(([act, call]) => [act, call, names.map(() => "ENotInsolvent")] as const),
  [
    "collect a claim that there is not",
    banking.interbank.collect({ borrower: roles.otherBank.address, claim: 1n }),
    ["EUnknownClaim", "EUnknownClaim", "ESuspended", "ENotInstitution", "ENotInstitution"],
  ],
  [
    "spend the government's money",
    banking.treasury.spend({ bank: roles.bank.address, account: 0, amount: 1n }),
    names.map(() => "ENotGovernment"),
  ],
];

/** Of a bank that has not failed nobody disposes, not even as the first signer of two. */
function actsOfAnAdministrator(): readonly (readonly [act: string, call: Call])[] {
  const bank = roles.bank.address;
  const { estate, estatePayout, walletResolution } = banking;
  return [
    ["share losses again", banking.insolvency.reopen({ bank })],
    ["open accounts of a bank's customers", estate.openAccounts({ bank, count: 1n })],
    ["collect a bank's loan", estate.collectLoan({ bank, loan: 1n, amount: 1n })],
    ["sell a bank's loan", estate.sellLoan({ administrator: 0, buyer: 0, approver: 0, bank, loan: 1n, account: 0, price: 1n })],
    [
      "sell a bank's securities",
      estate.sellSecurity({ administrator: 0, buyer: 0, approver: 0, bank, holding: 1n, amount: 1n, price: 1n }),
    ],
    ["give a bank's notes back", estate.returnNotes({ administrator: 0, centralBank: 0, bank, amount: 1n })],
    ["take a bank's deposit at the facility", estate.withdrawFacility({ bank })],
    ["collect a bank's claim", estate.collectClaim({ bank, borrower: roles.otherBank.address, claim: 1n })],
    ["redeem a bank's pledge", estate.redeemPledge({ bank, credit: 1n })],
    ["take a bank's collateral", estate.takeCollateral({ bank, house: bank, amount: 1n })],
    ["take a bank's share of a fund", estate.takeFundShare({ bank, house: bank, amount: 1n })],
    ["pay a bank's insurer", estatePayout.payInsurer({ bank, amount: 1n })],
    ["pay a bank's depositors", estatePayout.payDeposits({ administrator: 0, receiving: 0, bank, accounts: [0], to: [0] })],
    ["pay a bank's lenders", estatePayout.payLender({ bank, lender: roles.otherBank.address, amount: 1n })],
    ["give back what was borne", estatePayout.restore({ bank })],
    ["give back what customers bore", estatePayout.restoreDeposits({ bank, accounts: 1n })],
    ["give back what lenders bore", estatePayout.restoreLenders({ bank })],
    ["pay a bank's owners", estatePayout.payOwners({ administrator: 0, receiving: 0, bank, to: 0, amount: 1n })],
    ["halt a bank's wallets", walletResolution.haltWallets({ bank })],
    ["empty wallets", walletResolution.takeInWallets({ bank, owners: [bank] })],
  ];
}

function begin(): LedgerFixture {
  const banks = [roles.bank, roles.otherBank, roles.suspendedBank];
  const cast = { supervisor, centralBank: roles.centralBank, government, custodian, banks };
  const plan = { goldMinor: 10_000n, goldHaircut: 0, bondsMinor: 1_000n, accounts: 2, policy: { capitalRatio: 800n } };
  const fixture = createBankingEconomy(cast, plan);
  for (const bank of banks) {
    const sale = banking.openMarket.buy({ centralBank: 0, bank: 1, holding: 1n, amount: 200n, haircutBps: 0n });
    expect(fixture.answer([roles.centralBank, bank], [sale])).toBe("executed");
  }
  expect(fixture.answer([roles.bank], [grantLoan({ ...terms, principalMinor: 500n })])).toBe("executed");
  const suspension = suspendLicence({ kind: "bank", holder: roles.suspendedBank.address, unit: 1, reason: "An inspection" });
  expect(fixture.answer([supervisor], [suspension])).toBe("executed");
  return fixture;
}

describe("each role may do what the table says and nothing else", { timeout: 60_000 }, () => {
  for (const [act, call, answers] of table) {
    test(act, () => {
      const fixture = begin();
      expect(names.map((role) => fixture.answer([roles[role]], [call]))).toEqual(answers);
      expect(fixture.ledger.recountLaws().every(({ holds }) => holds)).toBe(true);
    });
  }
});

describe("attacks", { timeout: 60_000 }, () => {
  test("a loan repaid twice in one transaction frees its pledge once: nothing of it happens", () => {
    const fixture = begin();
    const { bank } = roles;
    expect(fixture.answer([bank], [banking.standingFacilities.borrow({ holding: 1n, amount: 100n })])).toBe("executed");
    const repay = banking.centralBankCredit.repay({ credit: 1n });
    expect(fixture.answer([bank], [repay, repay])).toBe("EUnknownCredit");
    expect(fixture.answer([bank], [repay])).toBe("executed");
    expect(fixture.answer([bank], [repay])).toBe("EUnknownCredit");
  });

  test("two banks that lend each other their reserves in a circle have no more of them, and capital bears the claims", () => {
    const fixture = begin();
    const { bank, otherBank } = roles;
    const lend = (lender: 0 | 1) => banking.interbank.lend({ lender, borrower: lender === 0 ? 1 : 0, amount: 200n, rateBps: 0n, days: 1n });
    expect(fixture.answer([bank, otherBank], [lend(0), lend(1), lend(0), lend(1)])).toBe("executed");
    const [unit] = fixture.ledger.statistics()?.units ?? [];
    expect(unit).toMatchObject({ baseMinor: 600n, m1Minor: 500n });
    // 1,000 of equity bear 12,500 of risk: 500 are lent, and 400 of claims on the other bank count a fifth.
    expect(fixture.answer([bank], [grantLoan({ ...terms, principalMinor: 11_921n })])).toBe("ECapitalTooLow");
    expect(fixture.answer([bank], [grantLoan({ ...terms, principalMinor: 11_920n })])).toBe("executed");
  });

  test("a bank that claims the public's notes gets no more than its limit, and no settlement money", () => {
    const fixture = begin();
    const { bank, otherBank, centralBank } = roles;
    const handOut = [banking.notes.order({ amount: 200n }), banking.notes.withdraw({ account: 0, amount: 150n })];
    expect(fixture.answer([bank], handOut)).toBe("executed");
    expect(fixture.answer([centralBank], [setNotesLimit({ bank: otherBank.address, limitMinor: 60n })])).toBe("executed");
    const claim = (amount: bigint) => banking.notes.deposit({ account: 0, amount });
    const over = banking.notes.withdraw({ account: 0, amount: 60n });
    expect(fixture.answer([otherBank], [claim(61n)])).toBe("EOverLimit");
    expect(fixture.answer([otherBank], [claim(60n), claim(1n)])).toBe("EOverLimit");
    // Handed out to an account of its own and claimed again, they are never more.
    expect(fixture.answer([otherBank], [claim(60n), over, claim(60n), over, claim(60n), claim(1n)])).toBe("EOverLimit");
    expect(fixture.answer([otherBank], [claim(60n)])).toBe("executed");
    expect(fixture.answer([otherBank], [banking.notes.giveBack({ centralBank: 0, bank: 0, amount: 60n })])).toBe("ENotCentralBank");
    // The central bank's count finds nothing: the bank bears it, and the public has its notes.
    expect(fixture.answer([centralBank], [countNotes({ bank: otherBank.address, missingMinor: 60n })])).toBe("executed");
    const [unit] = fixture.ledger.statistics()?.units ?? [];
    expect(unit).toMatchObject({ baseMinor: 600n, m0Minor: 150n });
    expect(fixture.ledger.recountLaws().every(({ holds }) => holds)).toBe(true);
  });

  test("assets that failed and were written off leave no law broken, and stop the next issue", () => {
    const fixture = begin();
    const { bank, centralBank } = roles;
    const { setPerforming, writeOff } = banking.centralBank;
    const acts = [setPerforming({ asset: 1n, performing: false }), writeOff({ asset: 1n, amount: 9_900n })];
    expect(fixture.answer([centralBank], acts)).toBe("executed");
    expect(fixture.ledger.recountLaws().every(({ holds }) => holds)).toBe(true);
    const sale = banking.openMarket.buy({ centralBank: 0, bank: 1, holding: 1n, amount: 100n, haircutBps: 100n });
    expect(fixture.answer([centralBank, bank], [sale])).toBe("ENotCovered");
    expect(fixture.answer([centralBank], [writeOff({ asset: 1n, amount: 101n })])).toBe("ERedeemsTooMuch");
  });

  test("a deposit pays for a security only what is there, and nobody attests for himself", () => {
    const fixture = begin();
    const { bank } = roles;
    const buy = (signers: { readonly bank: number; readonly custodian: number }) =>
      banking.commercialBank.buySecurity({ ...signers, account: 0, kind: 3, description: "air", price: 1_000n });
    expect(fixture.answer([bank], [buy({ bank: 0, custodian: 0 })])).toBe("ESameSigner");
    expect(fixture.answer([bank, roles.otherBank], [buy({ bank: 0, custodian: 1 })])).toBe("ENotLicensed");
    expect(fixture.answer([bank], [banking.commercialBank.sellSecurity({ account: 0, holding: 1n, amount: 501n })])).toBe(
      "EInsufficientBalance",
    );
  });
});
