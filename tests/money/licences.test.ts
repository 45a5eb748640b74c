import type { Call } from "@sycee/protocol";
import {
  admitOperator,
  beginCustomerAccounts,
  changeTier,
  closeCustomerAccount,
  contributeCapital,
  depositToCustomers,
  establishCentralBank,
  fromTill,
  grantLicence,
  handBack,
  handOut,
  issueSettlement,
  LICENCE_KIND,
  type LicenceKind,
  limitLicence,
  openCustomerAccounts,
  openWallets,
  pay,
  recoverWallet,
  redeemSettlement,
  resumeLicence,
  revokeLicence,
  setPerforming,
  suspendLicence,
  toTill,
  transferBatch,
  withdrawFromCustomer,
} from "@sycee/sdk";
import { describe, expect, test } from "vitest";
import { type Actor, actor } from "./actor.ts";
import { CASH, commitmentOf, createEconomy } from "./economy-genesis.ts";
import type { LedgerFixture } from "./ledger-fixture.ts";
import { supervisor } from "./supervision.ts";

const bank = actor("licensed bank");
const operator = actor("licensed operator");
const newcomer = actor("newcomer");
const alice = actor("alice");
const spare = actor("alice's second wallet");

const gold = { kind: "gold", description: "gold", bookValueMinor: 10n, haircutBasisPoints: 0 } as const;

/** What has become of a licence, and how an act that asks for it is answered then. */
const STATES = {
  granted: "executed",
  suspended: "ESuspended",
  revoked: "ERevoked",
  expired: "EExpired",
} as const;

type State = keyof typeof STATES;

/** An act, who does it, and which licences it asks for; every other act goes on without. */
const acts: readonly (readonly [act: string, signer: Actor, call: Call, needs: readonly ("bank" | "operator")[], also?: Actor])[] = [
  ["admit an operator", bank, admitOperator({ operator: newcomer.address, name: "New" }), ["bank"]],
  ["contribute capital", bank, contributeCapital(gold), ["bank"]],
  ["issue to an operator", bank, issueSettlement({ operator: operator.address, ...gold }), ["bank", "operator"]],
  ["redeem from an operator", bank, redeemSettlement({ asset: 3n }), ["bank"], operator],
  ["record a failed asset", bank, setPerforming({ asset: 2n, performing: false }), []],
  [
    "open a wallet",
    operator,
    openWallets({ tier: 1, wallets: [{ owner: newcomer.address, commitment: commitmentOf("new") }] }),
    ["operator"],
  ],
  ["change a tier", operator, changeTier({ owner: alice.address, tier: 2 }), ["operator"]],
  ["hand out", operator, handOut({ to: alice.address, amountMinor: 1n }), ["operator"]],
  ["fill the till", operator, toTill({ amountMinor: 1n }), ["operator"]],
  ["empty the till", operator, fromTill({ amountMinor: 1n }), []],
  ["recover a wallet", operator, recoverWallet({ from: alice.address, to: spare.address }), []],
  ["open customers' accounts", operator, openCustomerAccounts({ count: 1n }), ["operator"]],
  ["pay into a customer's account", operator, depositToCustomers({ accounts: [0], amountsMinor: [1n] }), ["operator"]],
  ["transfer between customers", operator, transferBatch({ payers: [0], payees: [1], amountsMinor: [1n] }), ["operator"]],
  ["pay out a customer", operator, withdrawFromCustomer({ account: 0, amountMinor: 1n }), []],
  ["close a customer's account", operator, closeCustomerAccount({ account: 2 }), []],
  ["hand back", alice, handBack({ amountMinor: 1n }), []],
  ["pay", alice, pay({ payee: spare.address, instrument: CASH, amountMinor: 1n }), []],
];

const licenceOf = {
  bank: { holder: bank.address, kind: "centralBank", unit: 1 },
  operator: { holder: operator.address, kind: "operator", unit: 1 },
} as const;

function prepare(fixture: LedgerFixture, signer: Actor, ...calls: readonly Call[]): void {
  expect(fixture.answer([signer], calls)).toBe("executed");
}

/** An economy in which each act above can be done; alice has cash, customers 0 and 1 have accounts with money. */
function begin(): LedgerFixture {
  const fixture = createEconomy({
    centralBank: bank,
    operators: [operator],
    customers: [alice, spare].map((owner) => ({ owner, operator, holder: "alice", tier: 1 })),
    capital: 1_000n,
    zoneOffsetMinutes: 0,
    licences: [{ kind: "operator", unit: 1, holder: newcomer.address }],
  });
  prepare(fixture, bank, issueSettlement({ operator: operator.address, ...gold, bookValueMinor: 100n }));
  prepare(fixture, bank, issueSettlement({ operator: operator.address, ...gold, bookValueMinor: 5n }));
  const till = [toTill({ amountMinor: 60n }), beginCustomerAccounts(), openCustomerAccounts({ count: 3n })];
  prepare(fixture, operator, ...till, depositToCustomers({ accounts: [0, 1], amountsMinor: [10n, 10n] }));
  prepare(fixture, operator, handOut({ to: alice.address, amountMinor: 20n }));
  return fixture;
}

/** Brings one of the two licences into a state. */
function bring(fixture: LedgerFixture, whose: "bank" | "operator", state: State): void {
  const name = licenceOf[whose];
  const supervise = (...calls: readonly Call[]) => prepare(fixture, supervisor, ...calls);
  if (state === "suspended") supervise(suspendLicence({ ...name, reason: "An inspection" }));
  if (state === "revoked") supervise(revokeLicence({ ...name, reason: "Insolvent" }));
  if (state !== "expired") return;
  const expiresAtMs = BigInt(fixture.timeMs) + 10n;
  supervise(revokeLicence({ ...name, reason: "For a while only" }), grantLicence({ ...name, expiresAtMs }));
  fixture.timeMs += 10;
}

describe("each act of an institution asks for its licence, and no other act does", () => {
  for (const [act, signer, call, needs, ...also] of acts) {
    for (const whose of ["bank", "operator"] as const) {
      for (const state of Object.keys(STATES) as State[]) {
        test(`${act}: the ${whose}'s licence is ${state}`, () => {
          const fixture = begin();
          bring(fixture, whose, state);
          expect(fixture.answer([signer, ...also.filter((each) => each !== undefined)], [call])).toBe(
            needs.includes(whose) ? STATES[state] : "executed",
          );
          expect(fixture.ledger.recountLaws().every(({ holds }) => holds)).toBe(true);
        });
      }
    }
  }

  test("nobody begins without one, or with that of another kind or unit", () => {
    const fixture = createEconomy({
      centralBank: bank,
      operators: [],
      customers: [],
      capital: 1_000n,
      zoneOffsetMinutes: 0,
      licences: [{ kind: "bank", unit: 1, holder: newcomer.address }],
    });
    const establishment = establishCentralBank({ unit: 1, name: "Second", settlementSymbol: "S", cashSymbol: "C" });
    expect(fixture.answer([operator], [establishment])).toBe("ENotLicensed");
    expect(fixture.answer([newcomer], [establishment])).toBe("ENotLicensed");
    expect(fixture.answer([bank], [admitOperator({ operator: operator.address, name: "None" })])).toBe("ENotLicensed");
    expect(fixture.answer([bank], [admitOperator({ operator: newcomer.address, name: "A bank only" })])).toBe("ENotLicensed");
    prepare(fixture, supervisor, grantLicence({ kind: "operator", unit: 1, holder: newcomer.address }));
    expect(fixture.answer([bank], [admitOperator({ operator: newcomer.address, name: "Both" })])).toBe("executed");
  });
});

describe("only the supervisor gives and takes licences", () => {
  const name = { holder: operator.address, kind: "operator", unit: 1 } as const;
  const table: readonly (readonly [act: string, call: Call])[] = [
    ["grant", grantLicence({ holder: newcomer.address, kind: "bank", unit: 1 })],
    ["limit", limitLicence({ ...name, limitMinor: 5n })],
    ["suspend", suspendLicence({ ...name, reason: "An inspection" })],
    ["revoke", revokeLicence({ ...name, reason: "Insolvent" })],
  ];
  for (const [act, call] of table) {
    for (const role of [supervisor, bank, operator, alice, newcomer]) {
      test(`${act}: ${role.name}`, () => {
        expect(begin().answer([role], [call])).toBe(role === supervisor ? "executed" : "ENotSupervisor");
      });
    }
  }
  for (const role of [supervisor, bank, operator, alice, newcomer]) {
    test(`resume: ${role.name}`, () => {
      const fixture = begin();
      bring(fixture, "operator", "suspended");
      expect(fixture.answer([role], [resumeLicence(name)])).toBe(role === supervisor ? "executed" : "ENotSupervisor");
    });
  }

  test("each kind can be granted for the units that fit it", () => {
    const fixture = begin();
    for (const kind of Object.keys(LICENCE_KIND) as LicenceKind[]) {
      const withUnit = fixture.answer([supervisor], [grantLicence({ kind, holder: spare.address, unit: 1 })]);
      const without = fixture.answer([supervisor], [grantLicence({ kind, holder: spare.address })]);
      const answers = kind === "publisher" ? ["EBadUnit", "executed"] : ["executed", LICENCE_KIND[kind] <= 5 ? "EBadUnit" : "executed"];
      expect([kind, withUnit, without]).toEqual([kind, ...answers]);
    }
  });
});
