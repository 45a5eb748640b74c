import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Call } from "@sycee/protocol";
import { grantEMoney, payOut, topUp } from "@sycee/sdk";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { modulesWith } from "./changed-modules.ts";
import type { Actor } from "./actor.ts";
import type { LedgerFixture } from "./ledger-fixture.ts";
import { createPaymentEconomy, eMoneyOf, outstandingOf, people } from "./payment-economy.ts";

const { alice, second } = people;
const institution = second.address;

/** A mistake, or malice, in a module that keeps books, which shows only for an amount of 13. */
interface Rogue {
  readonly what: string;
  readonly file: string;
  readonly honest: string;
  readonly rogue: string;
  readonly signer: Actor;
  readonly call: Call;
  readonly says: string;
}

const topUpOf13 = topUp({ institution, account: 1, amountMinor: 13n });
const payOutOf13 = payOut({ account: 1, owner: alice.address, amountMinor: 13n });

const rogues: readonly Rogue[] = [
  {
    what: "entering more than was posted",
    file: "banking/sources/books.move",
    honest: "let debits = account.debit + debit;",
    rogue: "let debits = account.debit + debit + if (debit == 13) 1 else 0;",
    signer: alice,
    call: topUpOf13,
    says: "Law 3: the books of",
  },
  {
    what: "losing an entry",
    file: "banking/sources/books.move",
    honest: "let credits = account.credit + credit;",
    rogue: "let credits = account.credit + if (credit == 13) 0 else credit;",
    signer: alice,
    call: topUpOf13,
    says: "Law 3: the books of",
  },
  {
    what: "issuing e-money against another liability",
    file: "banking/sources/institution.move",
    honest: "posting.credit(liability_of(kind), amount);",
    rogue: "posting.credit(if (amount == 13) chart::other_liabilities() else liability_of(kind), amount);",
    signer: alice,
    call: topUpOf13,
    says: "Law 3: the liabilities",
  },
  {
    what: "giving e-money away without a liability",
    file: "banking/sources/institution.move",
    honest: "posting.credit(liability_of(kind), amount);",
    rogue: "posting.credit(if (amount == 13) chart::fee_income() else liability_of(kind), amount);",
    signer: second,
    call: grantEMoney({ account: 1, amountMinor: 13n }),
    says: "Law 3: the liabilities",
  },
  {
    what: "redeeming without taking the liability down",
    file: "banking/sources/institution.move",
    honest: "posting.debit(liability_of(kind(ledger, at)), money.value());",
    rogue: "posting.debit(if (money.value() == 13) chart::operating_expense() else liability_of(kind(ledger, at)), money.value());",
    signer: second,
    call: payOutOf13,
    says: "Law 3: the liabilities",
  },
  {
    what: "taking money into the reserve under another asset",
    file: "banking/sources/institution.move",
    honest: "posting.debit(asset, money.value());",
    rogue: "posting.debit(if (money.value() == 13) chart::other_assets() else asset, money.value());",
    signer: alice,
    call: topUpOf13,
    says: "Law 3: line 1015 in the books of",
  },
];

let directory = "";

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "sycee-book-laws-"));
});

afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** The answer, and how the ledger begins to say why. */
function verdict(fixture: LedgerFixture, signer: Actor, call: Call): { readonly answer: string; readonly detail: string } {
  const [result] = fixture.block([fixture.transaction([signer], [call])]);
  const outcome = result?.kind === "receipt" ? result.receipt.outcome : undefined;
  return { answer: fixture.describe(result), detail: outcome?.kind === "failed" ? outcome.detail : "" };
}

const evidence = (fixture: LedgerFixture, name: string) => fixture.ledger.recountLaws().find((law) => law.name.includes(name))?.evidence;

describe("the ledger's third law stands against modules that keep books wrongly", { timeout: 120_000 }, () => {
  for (const [index, rogue] of rogues.entries()) {
    test(rogue.what, async () => {
      const fixture = createPaymentEconomy(await modulesWith(rogue, join(directory, `rogue-${index}`)));
      expect(fixture.answer([alice], [topUp({ institution, account: 1, amountMinor: 100n })])).toBe("executed");
      const { answer, detail } = verdict(fixture, rogue.signer, rogue.call);
      expect({ answer, detail: detail.slice(0, rogue.says.length) }).toEqual({ answer: "law_broken", detail: rogue.says });
      expect(eMoneyOf(fixture, institution, 1)).toBe(100n);
      expect(outstandingOf(fixture, institution)).toBe(100n);
      expect(fixture.ledger.recountLaws().filter(({ holds }) => !holds)).toEqual([]);
    });
  }

  test("e-money whose liability no books state cannot be issued", async () => {
    const silent = {
      file: "banking/sources/institution.move",
      honest: "books.state_outstanding(ledger, liability_of(kind), &authority.permit());",
      rogue: "",
    };
    const fixture = createPaymentEconomy(await modulesWith(silent, join(directory, "silent")));
    expect(verdict(fixture, alice, topUpOf13)).toMatchObject({ answer: "law_broken" });
    expect(outstandingOf(fixture, institution)).toBe(0n);
  });

  test("the evidence shows each institution's books and each instrument's liability", () => {
    const fixture = createPaymentEconomy();
    expect(fixture.answer([alice], [topUp({ institution, account: 1, amountMinor: 100n })])).toBe("executed");
    expect(evidence(fixture, "institutions' books")).toContainEqual({
      institution,
      unit: 1,
      debits: "10100",
      credits: "10100",
      assets: "10100",
      liabilities: "100",
      equity: "10000",
      income: "0",
      expense: "0",
      holds: true,
    });
    const lines = evidence(fixture, "lines for accounts")?.filter((each) => each["institution"] === institution);
    expect(lines).toEqual([
      { institution, line: 1010, account: "own funds", booked: "10000", held: "10000", holds: true },
      { institution, line: 1015, account: "reserve", booked: "100", held: "100", holds: true },
    ]);
    expect(evidence(fixture, "liabilities")).toContainEqual({
      instrument: "second.money",
      liability: "100",
      outstanding: "100",
      holds: true,
    });
  });
});
