import type { Call } from "@sycee/protocol";
import {
  cancelCustomerOrder,
  closeEMoneyAccount,
  customerOrderAddress,
  customerRedPacketAddress,
  expireCustomerRedPacket,
  giveCustomerRedPacket,
  openEMoneyAccounts,
  orderCustomerPayments,
  portCustomers,
  releaseCustomerRedPacket,
  releaseCustomerRedPacketFor,
  takeCustomerRedPacket,
  topUp,
  transferEMoney,
  triggerCustomerOrder,
} from "@sycee/sdk";
import { describe, expect, test } from "vitest";
import type { LedgerFixture } from "./ledger-fixture.ts";
import { createPaymentEconomy, CUSTOMERS, eMoneyOf, fundsOf, outstandingOf, people, type Person } from "./payment-economy.ts";
import { uniformInt, xoroshiro128plus } from "./random.ts";
import { DAY_MS, RetailModel } from "./retail-model.ts";

const { second, third, alice, stranger } = people;
const institution = second.address;
const seed = new Uint8Array(32).fill(9);
const BEGINNING = 1_000n;

function begin(): LedgerFixture {
  const fixture = createPaymentEconomy();
  const accounts = Array.from({ length: CUSTOMERS }, (_, index) => index + 1);
  const calls = accounts.map((account) => topUp({ institution, account, amountMinor: BEGINNING }));
  expect(fixture.answer([alice], calls)).toBe("executed");
  return fixture;
}

function gift(fixture: LedgerFixture, number: bigint, change: object = {}): Call {
  const expiresMs = BigInt(fixture.timeMs) + BigInt(DAY_MS);
  return giveCustomerRedPacket({ number, giver: 1, amountMinor: 90n, shares: 3n, expiresMs, ...change });
}

function daily(fixture: LedgerFixture, number: bigint, change: object = {}): Call {
  const firstDay = (BigInt(fixture.timeMs) + 28_800_000n) / BigInt(DAY_MS);
  return orderCustomerPayments({ number, payer: 1, payee: 2, amountMinor: 10n, period: "days", every: 1n, firstDay, ...change });
}

/** What the institution, another one, a person and a supervisor are answered after packet 1 and order 1 were made. */
const table: readonly (readonly [
  act: string,
  call: (fixture: LedgerFixture) => Call,
  answers: readonly [string, string, string, string],
])[] = [
  ["give", (fixture) => gift(fixture, 2n), ["executed", "EInsufficientBalance", "ENotInstitution", "ENotInstitution"]],
  [
    "give twice under a number",
    (fixture) => gift(fixture, 1n),
    ["EPacketExists", "EInsufficientBalance", "ENotInstitution", "ENotInstitution"],
  ],
  ["give to nobody", (fixture) => gift(fixture, 2n, { shares: 0n }), ["EBadShares", "EBadShares", "ENotInstitution", "ENotInstitution"]],
  [
    "give for ever",
    (fixture) => gift(fixture, 2n, { expiresMs: 4_000_000_000_000n }),
    ["EBadExpiry", "EBadExpiry", "ENotInstitution", "ENotInstitution"],
  ],
  ["take", () => takeCustomerRedPacket({ number: 1n, taker: 2 }), ["executed", "ENoPacket", "ENoPacket", "ENoPacket"]],
  ["take one's own", () => takeCustomerRedPacket({ number: 1n, taker: 1 }), ["EOwnPacket", "ENoPacket", "ENoPacket", "ENoPacket"]],
  [
    "take onto no account",
    () => takeCustomerRedPacket({ number: 1n, taker: 99 }),
    ["EUnknownAccount", "ENoPacket", "ENoPacket", "ENoPacket"],
  ],
  [
    "return early",
    () => expireCustomerRedPacket({ institution, number: 1n }),
    ["ENotExpired", "ENotExpired", "ENotExpired", "ENotExpired"],
  ],
  [
    "take onto the institution's own account",
    () => takeCustomerRedPacket({ number: 1n, taker: 0 }),
    ["EOwnAccount", "ENoPacket", "ENoPacket", "ENoPacket"],
  ],
  [
    "release early",
    () => releaseCustomerRedPacket({ number: 1n, account: 2 }),
    ["ENotExpired", "ENoPacket", "ENotInstitution", "ENotInstitution"],
  ],
  [
    "release for it",
    () => releaseCustomerRedPacketFor({ institution, number: 1n, account: 2 }),
    ["ENotSupervisor", "ENotSupervisor", "ENotSupervisor", "ELicenceStands"],
  ],
  ["order", (fixture) => daily(fixture, 2n), ["executed", "executed", "ENotInstitution", "ENotInstitution"]],
  ["order twice under a number", (fixture) => daily(fixture, 1n), ["EOrderExists", "executed", "ENotInstitution", "ENotInstitution"]],
  [
    "order to oneself",
    (fixture) => daily(fixture, 2n, { payee: 1 }),
    ["ESameAccount", "ESameAccount", "ENotInstitution", "ENotInstitution"],
  ],
  [
    "order for no account",
    (fixture) => daily(fixture, 2n, { payee: 99 }),
    ["EUnknownAccount", "EUnknownAccount", "ENotInstitution", "ENotInstitution"],
  ],
  ["trigger", () => triggerCustomerOrder({ institution, number: 1n }), ["executed", "executed", "executed", "executed"]],
  ["cancel", () => cancelCustomerOrder({ number: 1n }), ["executed", "ENoOrder", "ENoOrder", "ENoOrder"]],
];

describe("each role may do what the table says and nothing else", () => {
  test.each(table)("%s", (_, call, answers) => {
    for (const [index, role] of (["second", "third", "alice", "supervisor"] satisfies Person[]).entries()) {
      const fixture = begin();
      expect(fixture.answer([second], [gift(fixture, 1n), daily(fixture, 1n)])).toBe("executed");
      expect(fixture.answer([people[role]], [call(fixture)]), role).toBe(answers[index]);
      expect(fixture.ledger.recountLaws().every(({ holds }) => holds)).toBe(true);
    }
  });
});

test("a packet is no way for a customer to leave money behind when customers are handed over", () => {
  const fixture = begin();
  expect(fixture.answer([second], [gift(fixture, 1n), takeCustomerRedPacket({ number: 1n, taker: 2 })])).toBe("executed");
  expect(fixture.answer([second, third], [portCustomers({ first: 1, count: CUSTOMERS })])).toBe("executed");
  // What lies in the packet stays e-money of its issuer, with the reserve behind it, until it follows the giver.
  expect(outstandingOf(fixture, institution)).toBe(60n);
  expect(fundsOf(fixture, institution, "reserve")).toBe(60n);
  const [before, reserve] = [eMoneyOf(fixture, third.address, CUSTOMERS + 1), fundsOf(fixture, third.address, "reserve")];
  fixture.timeMs += DAY_MS;
  // The old institution gives it to nobody else, nor does it take it.
  expect(
    fixture.answer([second], [openEMoneyAccounts({ count: 1n }), releaseCustomerRedPacket({ number: 1n, account: CUSTOMERS + 1 })]),
  ).toBe("EOtherInstitution");
  expect(fixture.answer([second], [releaseCustomerRedPacket({ number: 1n, account: 0 })])).toBe("EOtherInstitution");
  expect(fixture.answer([stranger], [expireCustomerRedPacket({ institution, number: 1n })])).toBe("executed");
  expect(eMoneyOf(fixture, third.address, CUSTOMERS + 1)).toBe(before + 60n);
  expect(fundsOf(fixture, third.address, "reserve")).toBe(reserve + 60n);
  expect([outstandingOf(fixture, institution), fundsOf(fixture, institution, "reserve")]).toEqual([0n, 0n]);
  expect(fixture.ledger.recountLaws().every(({ holds }) => holds)).toBe(true);
});

test.each([1, 2, 3])("seed %i: accounts are the model's after each of 400 acts", { timeout: 300_000 }, (start) => {
  const random = xoroshiro128plus(start);
  const draw = (most: number) => uniformInt(random, 0, most);
  const fixture = begin();
  const model = new RetailModel(480 * 60_000);
  for (let account = 1; account <= CUSTOMERS; account++) model.wallets.set(`${account}`, BEGINNING);
  let last = 0;
  for (let step = 0; step < 400; step++) {
    if (draw(3) === 0) fixture.timeMs += draw(DAY_MS);
    const now = fixture.timeMs;
    const [one, other] = [1 + draw(CUSTOMERS - 1), 1 + draw(CUSTOMERS - 1)];
    const amountMinor = BigInt(draw(300));
    const number = draw(last + 1);
    const act = (call: Call, by = second) => fixture.answer([by], [call]);
    let [got, expected]: [string, string] = ["", ""];
    switch (draw(6)) {
      case 0:
        got = act(transferEMoney({ payers: [one], payees: [other], amountsMinor: [amountMinor] }));
        model.pay(`${one}`, `${other}`, amountMinor);
        expected = "executed";
        break;
      case 1: {
        const shares = draw(5);
        const isRandom = draw(1) === 0;
        const expiresMs = now + 1 + draw(DAY_MS);
        const made = { giver: one, amountMinor, shares: BigInt(shares), expiresMs: BigInt(expiresMs), ...(isRandom ? { seed } : {}) };
        got = act(gift(fixture, BigInt(++last), made));
        expected = model.give(last, `${one}`, amountMinor, shares, expiresMs).replace("EInsufficientMoney", "EInsufficientBalance");
        break;
      }
      case 2:
      case 3: {
        const before = eMoneyOf(fixture, institution, one);
        const packet = fixture.ledger.account(customerRedPacketAddress(institution, BigInt(number)))?.resources[0]?.value as
          | { is_random: boolean }
          | undefined;
        got = act(takeCustomerRedPacket({ number: BigInt(number), taker: one }));
        const drawn = eMoneyOf(fixture, institution, one) - before;
        expected = model.take(number, `${one}`, now, packet?.is_random === true ? drawn : undefined);
        break;
      }
      case 4:
        got = act(expireCustomerRedPacket({ institution, number: BigInt(number) }), stranger);
        expected = model.expirePacket(number, now);
        break;
      case 5: {
        const every = 1 + draw(2);
        got = act(daily(fixture, BigInt(++last), { payer: one, payee: other, amountMinor, every: BigInt(every) }));
        expected = model.order(last, `${one}`, `${other}`, amountMinor, every, now).replace("ESameWallet", "ESameAccount");
        break;
      }
      default:
        got = act(triggerCustomerOrder({ institution, number: BigInt(number) }), stranger);
        expected = model.trigger(number, now);
    }
    expect(got, `act ${step}`).toBe(expected);
    for (let account = 1; account <= CUSTOMERS; account++) {
      expect(eMoneyOf(fixture, institution, account), `act ${step}, account ${account}`).toBe(model.wallets.get(`${account}`));
    }
    expect(outstandingOf(fixture, institution)).toBe(BEGINNING * BigInt(CUSTOMERS));
  }
  for (const [number, { paid, missed }] of model.orders) {
    const order = fixture.ledger.account(customerOrderAddress(institution, BigInt(number)))?.resources[0]?.value;
    expect(order).toMatchObject({ paid: `${paid}`, missed: `${missed}` });
  }
  expect(fixture.ledger.recountLaws().every(({ holds }) => holds)).toBe(true);
});

test("an institution cannot take what an open account gave", () => {
  const fixture = begin();
  expect(fixture.answer([second], [gift(fixture, 1n)])).toBe("executed");
  fixture.timeMs += DAY_MS;
  expect(fixture.answer([second], [releaseCustomerRedPacket({ number: 1n, account: 0 })])).toBe("EOwnAccount");
  expect(fixture.answer([second], [releaseCustomerRedPacket({ number: 1n, account: 2 })])).toBe("EGiverOpen");
  expect(fixture.answer([second], [closeEMoneyAccount({ account: 1 }), releaseCustomerRedPacket({ number: 1n, account: 2 })])).toBe(
    "ENotEmpty",
  );
});
