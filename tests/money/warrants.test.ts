import type { Call } from "@sycee/protocol";
import {
  appointInvestigator,
  beginCustomerAccounts,
  depositToCustomers,
  freezeCustomer,
  freezeWallet,
  handBack,
  handOut,
  issueSettlement,
  liftCustomer,
  liftWallet,
  openCustomerAccounts,
  pay,
  recoverWallet,
  toTill,
  transferBatch,
  withdrawFromCustomer,
} from "@sycee/sdk";
import { describe, expect, test } from "vitest";
import { type Actor, actor } from "./actor.ts";
import { CASH, createEconomy } from "./economy-genesis.ts";
import type { LedgerFixture } from "./ledger-fixture.ts";
import { investigator, supervisor } from "./supervision.ts";

const bank = actor("central bank");
const operator = actor("operator");
const alice = actor("alice");
const spare = actor("alice's second wallet");
const bob = actor("bob");

const roles = [investigator, supervisor, bank, operator, alice, bob];

/** Alice has 50 in her wallet; customers 0 and 1 of the operator have 10 each. */
function begin(): LedgerFixture {
  const fixture = createEconomy({
    centralBank: bank,
    operators: [operator],
    customers: [
      ...[alice, spare].map((owner) => ({ owner, operator, holder: "alice", tier: 1 })),
      { owner: bob, operator, holder: "bob", tier: 1 },
    ],
    capital: 1_000n,
    zoneOffsetMinutes: 0,
  });
  const gold = { kind: "gold", description: "gold", bookValueMinor: 200n, haircutBasisPoints: 0 } as const;
  expect(fixture.answer([bank], [issueSettlement({ operator: operator.address, ...gold })])).toBe("executed");
  const till = [toTill({ amountMinor: 60n }), beginCustomerAccounts(), openCustomerAccounts({ count: 2n })];
  const calls = [
    ...till,
    depositToCustomers({ accounts: [0, 1], amountsMinor: [10n, 10n] }),
    handOut({ to: alice.address, amountMinor: 50n }),
  ];
  expect(fixture.answer([operator], calls)).toBe("executed");
  return fixture;
}

const until = (fixture: LedgerFixture, ms: number) => BigInt(fixture.timeMs + ms);
const customer = { institution: operator.address, instrument: CASH, account: 0 } as const;
const wallet = (fixture: LedgerFixture, ms = 1_000) =>
  freezeWallet({ owner: alice.address, reason: "Case 1", untilMs: until(fixture, ms) });
const account = (fixture: LedgerFixture, ms = 1_000) => freezeCustomer({ ...customer, reason: "Case 2", untilMs: until(fixture, ms) });
const payment = pay({ payee: bob.address, instrument: CASH, amountMinor: 1n });

describe("a warrant needs an investigating authority that asks and a supervisor that approves", () => {
  for (const [what, freeze] of [
    ["wallet", wallet],
    ["customer's account", account],
  ] as const) {
    for (const requester of roles) {
      for (const approver of roles) {
        if (requester === approver) continue;
        const expected = requester !== investigator ? "ENotInvestigator" : approver !== supervisor ? "ENotSupervisor" : "executed";
        test(`${what}: ${requester.name} asks, ${approver.name} approves`, () => {
          const fixture = begin();
          expect(fixture.answer([requester, approver], [freeze(fixture)])).toBe(expected);
        });
      }
    }
  }

  for (const role of roles) {
    const expected = role === investigator || role === supervisor ? "executed" : "ENotAuthority";
    test(`lifting: ${role.name}`, () => {
      const fixture = begin();
      expect(fixture.answer([investigator, supervisor], [wallet(fixture), account(fixture)])).toBe("executed");
      expect(fixture.answer([role], [liftWallet({ owner: alice.address, number: 1n })])).toBe(expected);
      expect(fixture.answer([role], [liftCustomer({ ...customer, number: 2n })])).toBe(expected);
      expect(fixture.answer([alice], [payment])).toBe(expected === "executed" ? "executed" : "EFrozen");
    });
    test(`appointing an investigating authority: ${role.name}`, () => {
      const answer = begin().answer([role], [appointInvestigator({ appointed: bob.address })]);
      expect(answer).toBe(role === investigator ? "executed" : "ENotInvestigator");
    });
  }
});

describe("what is frozen", () => {
  const attempts: readonly (readonly [what: string, signer: Actor, call: Call, answer: string])[] = [
    ["pays", alice, payment, "EFrozen"],
    ["hands back", alice, handBack({ amountMinor: 1n }), "EFrozen"],
    ["is recovered elsewhere", operator, recoverWallet({ from: alice.address, to: spare.address }), "EFrozen"],
    ["receives", operator, handOut({ to: alice.address, amountMinor: 1n }), "executed"],
    ["is paid out", operator, withdrawFromCustomer({ account: 0, amountMinor: 1n }), "EAccountFrozen"],
    ["is paid in", operator, depositToCustomers({ accounts: [0], amountsMinor: [1n] }), "executed"],
  ];
  for (const [what, signer, call, answer] of attempts) {
    test(`${what}: ${answer}, and executed when the time has come`, () => {
      const fixture = begin();
      expect(fixture.answer([investigator, supervisor], [wallet(fixture), account(fixture)])).toBe("executed");
      expect(fixture.answer([signer], [call])).toBe(answer);
      fixture.timeMs += 1_000;
      expect(fixture.answer([signer], [call])).toBe("executed");
      expect(fixture.ledger.recountLaws().filter(({ holds }) => !holds)).toEqual([]);
    });
  }

  test("an account in a batch is refused by itself, until the freeze has ended", () => {
    const fixture = begin();
    expect(fixture.answer([investigator, supervisor], [account(fixture)])).toBe("executed");
    const transfers = transferBatch({ payers: [0, 1], payees: [1, 0], amountsMinor: [1n, 1n] });
    const statuses = () => {
      const [result] = fixture.block([fixture.transaction([operator], [transfers])]);
      if (result?.kind !== "receipt") throw new Error("not admitted");
      return fixture.ledger.customerAccounts(operator.address, 0).map(({ balanceMinor, state }) => [balanceMinor, state]);
    };
    expect(statuses()).toEqual([[11n, "frozen"]]);
    fixture.timeMs += 1_000;
    // Before anything is done with the account, by the time of a block alone.
    fixture.block([]);
    expect(fixture.ledger.customerAccounts(operator.address, 0)).toEqual([
      { place: "customers", instrument: CASH, balanceMinor: 11n, state: "open" },
    ]);
    expect(statuses()).toEqual([[11n, "open"]]);
  });

  test("the holder sees who, why and until when", () => {
    const fixture = begin();
    const untilMs = until(fixture, 1_000);
    expect(fixture.answer([investigator, supervisor], [wallet(fixture)])).toBe("executed");
    const shown = fixture.ledger.account(alice.address)?.resources.find(({ type }) => type === "0x3::warrant::WalletWarrants");
    expect(shown?.value).toMatchObject({
      warrants: [
        {
          number: "1",
          requester: investigator.address,
          approver: supervisor.address,
          reason: "Case 1",
          until_ms: `${untilMs}`,
          lifted: false,
        },
      ],
    });
  });
});
