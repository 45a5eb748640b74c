import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Call } from "@sycee/protocol";
import {
  beginCustomerAccounts,
  closeCustomerAccount,
  depositToCustomers,
  freezeCustomer,
  handBack,
  handOut,
  issueSettlement,
  openCustomerAccounts,
  pay,
  toTill,
  transferBatch,
  withdrawFromCustomer,
} from "@sycee/sdk";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { modulesWith } from "./changed-modules.ts";
import { type Actor, actor } from "./actor.ts";
import { CASH, createEconomy, FRAMEWORK, held, SETTLEMENT } from "./economy-genesis.ts";
import type { LedgerFixture } from "./ledger-fixture.ts";
import { addressBytes, signerArgument, u8Byte } from "./literals.ts";
import { investigator, supervisor } from "./supervision.ts";

const bank = actor("central bank");
const operator = actor("operator");
const alice = actor("alice");
const bob = actor("bob");

/**
 * A mistake, or malice, in a module that holds money, which shows only for an amount of 13 (or past the cover). The chain
 * is begun with it, so that only the ledger's own laws stand against it.
 */
interface Rogue {
  readonly what: string;
  readonly file: string;
  readonly honest: string;
  readonly rogue: string;
  readonly signer: Actor;
  readonly call: Call;
  readonly law: string;
}

const rogues: readonly Rogue[] = [
  {
    what: "splitting money off without taking it away",
    file: "money/sources/money.move",
    honest: "money.value = money.value - amount;",
    rogue: "if (amount != 13) { money.value = money.value - amount };",
    signer: alice,
    call: pay({ payee: bob.address, instrument: CASH, amountMinor: 13n }),
    law: "Law 1",
  },
  {
    what: "joining money twice over",
    file: "money/sources/money.move",
    honest: "money.value = money.value + value;",
    rogue: "money.value = money.value + value + if (value == 13) 1 else 0;",
    signer: operator,
    call: toTill({ amountMinor: 13n }),
    law: "Law 1",
  },
  {
    what: "issuing without counting",
    file: "money/sources/instrument.move",
    honest: "record.issued = record.issued + (amount as u128);",
    rogue: "record.issued = record.issued + ((if (amount == 13) 0 else amount) as u128);",
    signer: operator,
    call: handOut({ to: bob.address, amountMinor: 13n }),
    law: "Law 1",
  },
  {
    what: "counting more redeemed than was",
    file: "money/sources/instrument.move",
    honest: "record.redeemed = redeemed;",
    rogue: "record.redeemed = if (amount == 13) redeemed + 1 else redeemed;",
    signer: alice,
    call: handBack({ amountMinor: 13n }),
    law: "Law 1",
  },
  {
    what: "issuing base money that no asset covers",
    file: "banking/sources/central_bank.move",
    honest: "assert!(base_money(ledger, at) <= cover(ledger, at), ENotCovered);",
    rogue: "",
    signer: bank,
    call: issueSettlement({
      operator: operator.address,
      kind: "claimsOnBanks",
      description: "claims",
      bookValueMinor: 100_000n,
      haircutBasisPoints: 5_000,
    }),
    law: "Law 2",
  },
  ...(
    [
      [
        "crediting a customer's account with more than was debited",
        "accounts.set(payee, to + amount);",
        "accounts.set(payee, to + amount + if (amount == 13) 1 else 0);",
      ],
      [
        "debiting a customer's account twice",
        "accounts.set(payer, from - amount);",
        "accounts.set(payer, from - amount - if (amount == 13) 13 else 0);",
      ],
      [
        "crediting a frozen account with more than was debited",
        "accounts.set(payee, to + amount);",
        "accounts.set(payee, to + amount + if (amount == 14) 1 else 0);",
      ],
    ] as const
  ).map(
    ([what, honest, rogue], index): Rogue => ({
      what,
      file: "money/sources/customer_book.move",
      honest,
      rogue,
      signer: operator,
      call: transferBatch({ payers: [0], payees: [index === 2 ? 2 : 1], amountsMinor: [index === 2 ? 14n : 13n] }),
      law: "Law 3",
    }),
  ),
  {
    what: "paying a customer more than the account is debited",
    file: "money/sources/customer_book.move",
    honest: "book.pool.split(amount)",
    rogue: "book.pool.split(if (amount == 13) 14 else amount)",
    signer: operator,
    call: withdrawFromCustomer({ account: 0, amountMinor: 13n }),
    law: "Law 3",
  },
  {
    what: "closing an account with a balance",
    file: "money/sources/customer_book.move",
    honest: "assert!(state == 0, ENotEmpty);",
    rogue: "",
    signer: operator,
    call: closeCustomerAccount({ account: 0 }),
    law: "Law 3",
  },
];

let directory = "";

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "sycee-rogue-"));
});

afterAll(() => rmSync(directory, { recursive: true, force: true }));

function begin(modules: readonly Uint8Array[]): LedgerFixture {
  const customers = [alice, bob].map((owner) => ({ owner, operator, holder: owner.name, tier: 1 }));
  return createEconomy({ centralBank: bank, operators: [operator], customers, capital: 1_000n, zoneOffsetMinutes: 0 }, modules);
}

const fund: Call = issueSettlement({
  operator: operator.address,
  kind: "gold",
  description: "gold",
  bookValueMinor: 1_000n,
  haircutBasisPoints: 0,
});

/** Accounts of customers 0 to 2 with 50 each. */
const keepAccounts: Call[] = [
  toTill({ amountMinor: 150n }),
  beginCustomerAccounts(),
  openCustomerAccounts({ count: 3n }),
  depositToCustomers({ accounts: [0, 1, 2], amountsMinor: [50n, 50n, 50n] }),
];

/** Freezes customer 2's account. */
function freezeTheLast(fixture: LedgerFixture): void {
  const account = { institution: operator.address, instrument: CASH, account: 2 } as const;
  const untilMs = BigInt(fixture.timeMs + 60_000);
  expect(fixture.answer([investigator, supervisor], [freezeCustomer({ ...account, reason: "Case 1", untilMs })])).toBe("executed");
}

const holdings = (fixture: LedgerFixture) => ({
  alice: held(fixture, alice.address, "wallet", CASH),
  bob: held(fixture, bob.address, "wallet", CASH),
  settlement: held(fixture, operator.address, "settlement", SETTLEMENT),
  customers: held(fixture, operator.address, "customers", CASH),
  supplies: fixture.ledger.instruments().map((view) => view.outstandingMinor),
});

/** Books kept in other structs: one put at another's address, and moved on with an account's balance set on the way. */
const shelves = {
  file: "money/sources/customer_book.move",
  honest: "// === Rules ===",
  rogue: `public struct Shelf has store { books: vector<Book> }
public struct Case has store { book: std::option::Option<Book> }
entry fun shelve(ledger: &mut Ledger, owner: &signer, at: address) {
    let mut book = new(ledger, owner, 2);
    book.open_accounts(1);
    ledger.publish(at, Shelf { books: vector[book] });
}
entry fun reshelve(ledger: &mut Ledger, at: address, balance: u8) {
    let Shelf { mut books } = ledger.take<Shelf>(at);
    let mut book = books.pop_back();
    books.destroy_empty();
    book.accounts.set(0, balance as u64);
    ledger.publish(at, Case { book: std::option::some(book) });
}`,
};
const shelving = (name: string, ...args: Call["arguments"]): Call => ({
  address: FRAMEWORK,
  module: "customer_book",
  function: name,
  typeArguments: [],
  arguments: args,
});

describe("the ledger's laws stand against modules that break them", { timeout: 120_000 }, () => {
  for (const [index, rogue] of rogues.entries()) {
    test(rogue.what, async () => {
      const fixture = begin(await modulesWith(rogue, join(directory, `rogue-${index}`)));
      expect(fixture.answer([bank], [fund])).toBe("executed");
      expect(fixture.answer([operator], [handOut({ to: alice.address, amountMinor: 100n })])).toBe("executed");
      expect(fixture.answer([operator], keepAccounts)).toBe("executed");
      freezeTheLast(fixture);
      const before = holdings(fixture);
      const [result] = fixture.block([fixture.transaction([rogue.signer], [rogue.call])]);
      const outcome = result?.kind === "receipt" ? result.receipt.outcome : undefined;
      const detail = outcome?.kind === "failed" ? outcome.detail : "";
      expect({ answer: fixture.describe(result), law: detail.slice(0, 5) }).toEqual({ answer: "law_broken", law: rogue.law });
      expect(holdings(fixture)).toEqual(before);
      expect(fixture.ledger.recountLaws().map((law) => law.holds)).toEqual([true, true, true, true, true]);
    });
  }
});

test("a book is watched in whatever holds it, and is no book of the institution that it lies with unasked", async () => {
  const fixture = begin(await modulesWith(shelves, join(directory, "shelves")));
  expect(fixture.answer([bank], [fund])).toBe("executed");
  expect(fixture.answer([operator], keepAccounts)).toBe("executed");
  const place = addressBytes(operator.address);
  expect(fixture.answer([alice], [shelving("shelve", signerArgument, place)])).toBe("executed");
  expect(fixture.answer([alice], [shelving("reshelve", place, u8Byte(13))])).toBe("law_broken");
  expect(fixture.answer([alice], [shelving("reshelve", place, u8Byte(0))])).toBe("executed");
  expect(fixture.ledger.customerAccounts(operator.address, 0)).toEqual([
    { place: "customers", instrument: CASH, balanceMinor: 50n, state: "open" },
  ]);
  const books = fixture.ledger.recountLaws().find((law) => law.name.includes("customers"));
  const balances = new Map(books?.evidence.map((line) => [line.institution, line.balances]));
  expect(balances).toEqual(
    new Map([
      [alice.address, "0"],
      [operator.address, "150"],
    ]),
  );
});
