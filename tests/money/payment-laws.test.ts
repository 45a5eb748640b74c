import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Call } from "@sycee/protocol";
import {
  attachOwnFunds,
  collectBatch,
  FRAMEWORK,
  frameworkCall,
  grantEMoney,
  payOut,
  setMerchantTerms,
  sweepSurplus,
  topUp,
} from "@sycee/sdk";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { modulesWith } from "./changed-modules.ts";
import type { Actor } from "./actor.ts";
import type { LedgerFixture } from "./ledger-fixture.ts";
import { addressBytes, signerArgument, u8Byte } from "./literals.ts";
import { createPaymentEconomy, eMoneyOf, fundsOf, outstandingOf, people } from "./payment-economy.ts";

const { alice, first, operator, second, supervisor } = people;
const institution = second.address;

/** A mistake, or malice, in a module of the payment institutions. The chain is begun with it: only the ledger's own laws stand against it. */
interface Rogue {
  readonly what: string;
  readonly file: string;
  readonly honest: string;
  readonly rogue: string;
  readonly signer: Actor;
  readonly call: Call;
}

const sweep = sweepSurplus({ amountMinor: 13n });
const rogues: readonly Rogue[] = [
  {
    what: "sweeping customers' money to own funds",
    file: "banking/sources/payment_institution.move",
    honest: "assert!(amount <= customers_reserve::surplus(ledger, at), EExceedsSurplus);",
    rogue: "",
    signer: second,
    call: sweep,
  },
  {
    what: "letting a creditor reach the reserve",
    file: "banking/sources/payment_institution.move",
    honest: "let money = settlement_account::debit(ledger, institution, settlement_account::own_funds(), amount);",
    rogue: "let money = settlement_account::debit(ledger, institution, settlement_account::customers_reserve(), amount);",
    signer: supervisor,
    call: attachOwnFunds({ institution, creditor: operator.address, amountMinor: 13n, order: "Order" }),
  },
  {
    what: "giving e-money away that nothing covers",
    file: "banking/sources/payment_institution.move",
    honest:
      "institution::issue_to_customer(ledger, &mut posting, account, amount);\n    posting.debit(chart::operating_expense(), amount);",
    rogue:
      "institution::issue_to_customer(ledger, &mut posting, account, 2 * amount);\n    posting.debit(chart::operating_expense(), 2 * amount);\n    if (amount == 13) { institution::post(ledger, posting); return };",
    signer: second,
    call: grantEMoney({ account: 1, amountMinor: 13n }),
  },
  {
    what: "paying out without redeeming",
    file: "banking/sources/e_money_exchange.move",
    honest: "institution::redeem_from_customer(ledger, &mut posting, account, amount);",
    rogue: "posting.debit(banking::chart::operating_expense(), amount); let _unused = account;",
    signer: second,
    call: payOut({ account: 1, owner: alice.address, amountMinor: 13n }),
  },
  {
    what: "going back to the first mode",
    file: "banking/sources/customers_reserve.move",
    honest: "    assert!(!is_second_mode(ledger, at), EAlreadySecondMode);\n    let e_money",
    rogue: "    if (is_second_mode(ledger, at)) { ledger.borrow_mut<ReserveRule>(at).second_mode = false; return };\n    let e_money",
    signer: second,
    call: frameworkCall("banking", "reserve_migration", "enter_second_mode", [signerArgument]),
  },
];

/** Puts e-money "in clearing", out of the customers' accounts, and then takes the cover away: a backdoor beside the honest functions. */
const backdoor = {
  file: "banking/sources/customers_reserve.move",
  honest: "/// Whether the address is a payment institution.\npublic fun exists",
  rogue: `public struct InTransit has store { money: money::money::Money }
entry fun take_into_transit(ledger: &mut Ledger, institution: &signer, amount: u8) {
    let at = institution.address_of();
    let money = institution::withdraw_from_customer(ledger, at, 1, amount as u64);
    ledger.publish(at, InTransit { money });
}
entry fun take_cover_away(ledger: &mut Ledger, institution: &signer, to: address, amount: u8) {
    let at = institution.address_of();
    let cover = banking::settlement_account::debit(ledger, at, 2, amount as u64);
    banking::settlement_account::credit(ledger, to, 1, cover);
    // Entered in the books, so that no other law minds.
    let mut posting = banking::books::begin(at, b"Taken away".to_string());
    posting.debit(banking::chart::retained_earnings(), amount as u64);
    posting.credit(banking::chart::customers_reserve(), amount as u64);
    institution::post(ledger, posting);
}
entry fun drop_rule(ledger: &mut Ledger, institution: &signer) {
    let ReserveRule { instrument: _, second_mode: _ } = ledger.take<ReserveRule>(institution.address_of());
}
/// Whether the address is a payment institution.
public fun exists`,
};

let directory = "";

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "sycee-payment-laws-"));
});

afterAll(() => rmSync(directory, { recursive: true, force: true }));

function begin(modules?: readonly Uint8Array[]): LedgerFixture {
  const fixture = createPaymentEconomy(modules);
  const calls = [
    topUp({ institution, account: 1, amountMinor: 100n }),
    topUp({ institution: first.address, account: 1, amountMinor: 100n }),
  ];
  expect(fixture.answer([alice], calls)).toBe("executed");
  return fixture;
}

const books = (fixture: LedgerFixture) => ({
  account: eMoneyOf(fixture, institution, 1),
  outstanding: outstandingOf(fixture, institution),
  reserve: fundsOf(fixture, institution, "reserve"),
  own: fundsOf(fixture, institution, "own funds"),
});

/** The answer, and the law that the ledger says would be broken. */
function verdict(fixture: LedgerFixture, signer: Actor, call: Call): { readonly answer: string; readonly law: string } {
  const [result] = fixture.block([fixture.transaction([signer], [call])]);
  const outcome = result?.kind === "receipt" ? result.receipt.outcome : undefined;
  return { answer: fixture.describe(result), law: outcome?.kind === "failed" ? outcome.detail.slice(0, 5) : "" };
}

describe("the ledger's second law stands against payment institutions' modules that break it", { timeout: 120_000 }, () => {
  for (const [index, rogue] of rogues.entries()) {
    test(rogue.what, async () => {
      const fixture = begin(await modulesWith(rogue, join(directory, `rogue-${index}`)));
      const before = books(fixture);
      expect(verdict(fixture, rogue.signer, rogue.call)).toEqual({ answer: "law_broken", law: "Law 2" });
      expect(books(fixture)).toEqual(before);
      expect(fixture.ledger.recountLaws().every(({ holds }) => holds)).toBe(true);
    });
  }

  test("what is in clearing counts, and the rule cannot be dropped", async () => {
    const fixture = begin(await modulesWith(backdoor, join(directory, "backdoor")));
    const call = (name: string, ...args: Call["arguments"]): Call => ({
      address: FRAMEWORK.banking,
      module: "customers_reserve",
      function: name,
      typeArguments: [],
      arguments: [signerArgument, ...args],
    });
    expect(fixture.answer([second], [call("take_into_transit", u8Byte(60))])).toBe("executed");
    expect(books(fixture)).toEqual({ account: 40n, outstanding: 100n, reserve: 100n, own: 10_000n });
    // The accounts alone would be covered by 40.
    const away = call("take_cover_away", addressBytes(operator.address), u8Byte(1));
    expect(verdict(fixture, second, away)).toEqual({ answer: "law_broken", law: "Law 2" });
    expect(verdict(fixture, second, call("drop_rule"))).toEqual({ answer: "law_broken", law: "Law 2" });
    // In the first mode the ledger does not know what else stands behind e-money.
    expect(fixture.answer([first], [away])).toBe("executed");
    const law = fixture.ledger.recountLaws().find(({ name }) => name.includes("reserves"));
    expect(law?.holds).toBe(true);
    expect(law?.evidence.map(({ mode, eMoney, reserve, cover }) => [mode, eMoney, reserve, cover])).toEqual(
      expect.arrayContaining([
        ["first", "100", "99", "not on the ledger"],
        ["second", "100", "100", "full"],
      ]),
    );
  });
});

test("the same acts pass with the honest modules, or are refused by them", () => {
  const fixture = begin();
  expect(rogues.map(({ signer, call }) => fixture.answer([signer], [call]))).toEqual([
    "EExceedsSurplus",
    "executed",
    "executed",
    "executed",
    "EAlreadySecondMode",
  ]);
  const merchant = [
    setMerchantTerms({ account: 2, feeBps: 2_600, feeFixedMinor: 0n }),
    collectBatch({ payers: [1], merchants: [2], amountsMinor: [50n] }),
  ];
  expect(fixture.answer([second], merchant)).toBe("executed");
  expect(fixture.answer([second], [sweep])).toBe("executed");
  expect(fundsOf(fixture, institution, "reserve")).toBe(outstandingOf(fixture, institution));
});
