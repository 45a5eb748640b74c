import type { Call } from "@sycee/protocol";
import {
  admitOperator,
  beginCustomerAccounts,
  closeCustomerAccount,
  contributeCapital,
  entrustUnit,
  establishCentralBank,
  FRAMEWORK,
  frameworkCall,
  fromTill,
  handBack,
  handOut,
  initialiseMoney,
  issueSettlement,
  openCustomerAccounts,
  openWallets,
  pay,
  recoverWallet,
  redeemSettlement,
  registerUnit,
  setPerforming,
  setTier,
  suspendLicence,
  toTill,
  transferBatch,
  withdrawFromCustomer,
} from "@sycee/sdk";
import { describe, expect, test } from "vitest";
import { addressBytes, signerArgument, u8Byte } from "./literals.ts";
import { type Actor, actor } from "./actor.ts";
import { CASH, commitmentOf, createEconomy } from "./economy-genesis.ts";
import type { LedgerFixture } from "./ledger-fixture.ts";
import { supervisor } from "./supervision.ts";

const roles = {
  centralBank: actor("central bank"),
  operator: actor("operator"),
  otherOperator: actor("other operator"),
  withdrawnOperator: actor("withdrawn operator"),
  customer: actor("alice"),
  stranger: actor("stranger"),
} satisfies Record<string, Actor>;

const names = Object.keys(roles) as (keyof typeof roles)[];

const spare = actor("alice's second wallet");
const gold = { kind: "gold" as const, description: "gold", bookValueMinor: 10n, haircutBasisPoints: 0 };
const limits = { balanceMinor: 1_000n, singleMinor: undefined, dailyMinor: undefined, yearlyMinor: undefined };

/** What each role is answered, the roles in the order above. */
const table: readonly (readonly [act: string, call: Call, answers: readonly string[]])[] = [
  ["initialise money", initialiseMoney(), all("ENotFramework")],
  ["register a unit", registerUnit({ code: "EUR", decimals: 2, zoneOffsetMinutes: 60 }), all("ENotRegistrar")],
  ["entrust a unit", entrustUnit({ unit: 1, centralBank: roles.stranger.address }), all("ENotRegistrar")],
  [
    "appoint a registrar",
    frameworkCall("money", "unit", "appoint_registrar", [signerArgument, addressBytes(roles.stranger.address)]),
    all("ENotRegistrar"),
  ],
  [
    "establish a central bank",
    establishCentralBank({ unit: 1, name: "Second", settlementSymbol: "B.settlement", cashSymbol: "B.cash" }),
    ["EAlreadyEstablished", ...five("ENotLicensed")],
  ],
  ["admit an operator", admitOperator({ operator: roles.stranger.address, name: "New" }), ["executed", ...five("ENotCentralBank")]],
  ["contribute capital", contributeCapital(gold), ["executed", ...five("ENotCentralBank")]],
  ["issue", issueSettlement({ operator: roles.operator.address, ...gold }), ["executed", ...five("ENotCentralBank")]],
  ["record a failed asset", setPerforming({ asset: 2n, performing: false }), ["executed", ...five("ENotCentralBank")]],
  ["set a tier", setTier({ tier: 1, ...limits }), ["executed", ...five("ENotCentralBank")]],
  [
    "open a wallet",
    openWallets({ tier: 1, wallets: [{ owner: roles.stranger.address, commitment: commitmentOf("stranger") }] }),
    ["ENotOperator", "executed", "executed", "ESuspended", "ENotOperator", "ENotOperator"],
  ],
  [
    "change a customer's tier",
    frameworkCall("banking", "operator", "change_tier", [signerArgument, addressBytes(roles.customer.address), u8Byte(2)]),
    ["ENotOperator", "executed", "ENotOperator", "ESuspended", "ENotOperator", "ENotOperator"],
  ],
  [
    "hand out to a customer",
    handOut({ to: roles.customer.address, amountMinor: 5n }),
    ["ENotOperator", "executed", "ENotOperator", "ESuspended", "ENotOperator", "ENotOperator"],
  ],
  ["fill a till", toTill({ amountMinor: 5n }), ["ENotOperator", "executed", "executed", "ESuspended", "ENotOperator", "ENotOperator"]],
  ["empty a till", fromTill({ amountMinor: 5n }), ["ENotOperator", "executed", "executed", "executed", "ENotOperator", "ENotOperator"]],
  [
    "begin to keep customers' accounts",
    beginCustomerAccounts(),
    ["ENotOperator", "executed", "executed", "ESuspended", "ENotOperator", "ENotOperator"],
  ],
  [
    "open customers' accounts where none are kept",
    openCustomerAccounts({ count: 1n }),
    ["ENotOperator", "ENoBook", "ENoBook", "ESuspended", "ENotOperator", "ENotOperator"],
  ],
  [
    "transfer between customers where no accounts are kept",
    transferBatch({ payers: [0], payees: [1], amountsMinor: [1n] }),
    ["ENotOperator", "ENoBook", "ENoBook", "ESuspended", "ENotOperator", "ENotOperator"],
  ],
  ["withdraw from a customer where no accounts are kept", withdrawFromCustomer({ account: 0, amountMinor: 1n }), all("ENoBook")],
  ["close a customer's account where none are kept", closeCustomerAccount({ account: 0 }), all("ENoBook")],
  [
    "recover a wallet",
    recoverWallet({ from: roles.customer.address, to: spare.address }),
    ["ENotOperator", "executed", "ENotOperator", "ENotOperator", "ENotOperator", "ENotOperator"],
  ],
];

/** The same for acts on the signer's own wallet, which only the customer has. */
const ownWallet: readonly (readonly [act: string, call: Call, customer: string])[] = [
  ["pay", pay({ payee: spare.address, instrument: CASH, amountMinor: 5n }), "executed"],
  ["hand back", handBack({ amountMinor: 5n }), "executed"],
  ["close a wallet that is not empty", frameworkCall("money", "wallet", "close", [signerArgument]), "ENotEmpty"],
];

/** Asset 2 is the first operator's: who sign for its redemption, as central bank and as operator, and what they are answered. */
const redemptions: readonly (readonly [centralBank: keyof typeof roles, operator: keyof typeof roles, answer: string])[] = [
  ["centralBank", "operator", "executed"],
  ["centralBank", "otherOperator", "ENotCounterparty"],
  ["centralBank", "withdrawnOperator", "ENotCounterparty"],
  // What it was able to do once: to take an operator's money alone.
  ["centralBank", "centralBank", "EUnknownOperator"],
  ["centralBank", "stranger", "EUnknownOperator"],
  ["operator", "operator", "ENotCentralBank"],
  ["stranger", "operator", "ENotCentralBank"],
  ["operator", "centralBank", "ENotCentralBank"],
];

function all(answer: string): string[] {
  return Array.from({ length: 6 }, () => answer);
}

function five(answer: string): string[] {
  return Array.from({ length: 5 }, () => answer);
}

function begin(): LedgerFixture {
  const { centralBank, operator, otherOperator, withdrawnOperator, customer } = roles;
  const fixture = createEconomy({
    centralBank,
    operators: [operator, otherOperator, withdrawnOperator],
    customers: [customer, spare].map((owner) => ({ owner, operator, holder: "alice", tier: 1 })),
    capital: 1_000n,
    zoneOffsetMinutes: 0,
    licences: [{ kind: "operator", unit: 1, holder: roles.stranger.address }],
  });
  const prepare = (signer: Actor, ...calls: readonly Call[]) => expect(fixture.answer([signer], calls)).toBe("executed");
  // Asset 2 is the operator's.
  prepare(
    centralBank,
    ...[operator, otherOperator, withdrawnOperator].map((each) =>
      issueSettlement({ operator: each.address, ...gold, bookValueMinor: 100n }),
    ),
  );
  for (const each of [operator, otherOperator, withdrawnOperator]) prepare(each, toTill({ amountMinor: 20n }));
  prepare(operator, toTill({ amountMinor: 10n }), fromTill({ amountMinor: 20n }), handOut({ to: customer.address, amountMinor: 10n }));
  prepare(centralBank, issueSettlement({ operator: operator.address, ...gold, bookValueMinor: 100n }));
  prepare(supervisor, suspendLicence({ holder: withdrawnOperator.address, kind: "operator", unit: 1, reason: "An inspection" }));
  prepare(operator, toTill({ amountMinor: 20n }));
  return fixture;
}

describe("each role may do what the table says and nothing else", () => {
  for (const [act, call, answers] of table) {
    for (const [index, role] of names.entries()) {
      test(`${act}: ${role}`, () => {
        const fixture = begin();
        expect(fixture.answer([roles[role]], [call])).toBe(answers[index]);
        expect(fixture.ledger.recountLaws()[0]?.holds).toBe(true);
      });
    }
  }
  test.each(redemptions)("an asset goes back for the operator's money: %s and %s sign, %s", (centralBank, operator, answer) => {
    const fixture = begin();
    const { address } = roles.operator;
    const settlement = () => fixture.ledger.account(address)?.balances.find(({ place }) => place === "settlement")?.amountMinor;
    const before = BigInt(settlement() ?? 0);
    const signers = centralBank === operator ? [roles[centralBank]] : [roles[centralBank], roles[operator]];
    const call = redeemSettlement({ operatorSigner: signers.length - 1, asset: 2n });
    const enough = [fromTill({ amountMinor: 20n })];
    expect(fixture.answer([roles.operator], enough)).toBe("executed");
    expect(fixture.answer(signers, [call])).toBe(answer);
    expect(BigInt(settlement() ?? 0)).toBe(before + 20n - (answer === "executed" ? 100n : 0n));
    expect(fixture.ledger.recountLaws().every(({ holds }) => holds)).toBe(true);
  });
  for (const [act, call, customer] of ownWallet) {
    for (const role of names) {
      test(`${act}: ${role}`, () => expect(begin().answer([roles[role]], [call])).toBe(role === "customer" ? customer : "ENoWallet"));
    }
  }
});

describe("keys", () => {
  const next = actor("alice's new key");
  const rotate = frameworkCall("money", "account", "rotate_key", [
    { kind: "signer", index: 0 },
    { kind: "signer", index: 1 },
  ]);
  const payment = pay({ payee: spare.address, instrument: CASH, amountMinor: 1n });
  const renewed: Actor = { ...next, address: roles.customer.address };

  test("an old key is dead at once, even in the same block", () => {
    const fixture = begin();
    const results = fixture.block([
      fixture.transaction([roles.customer, next], [rotate]),
      fixture.transaction([roles.customer], [payment]),
      fixture.transaction([renewed], [payment]),
    ]);
    expect(results.map((result) => fixture.describe(result))).toEqual(["executed", "wrong_key", "executed"]);
    expect(fixture.answer([roles.customer], [payment])).toBe("wrong_key");
  });

  test("nobody can take an account with a key of their own", () => {
    const fixture = begin();
    const thief = { ...roles.stranger, address: roles.customer.address };
    expect(fixture.answer([thief], [payment])).toBe("wrong_key");
    expect(fixture.answer([thief, next], [rotate])).toBe("wrong_key");
    expect(fixture.answer([roles.customer, { ...roles.stranger, address: next.address }], [rotate])).toBe("wrong_key");
  });

  test("the framework's own address signs for nobody", () => {
    const fixture = begin();
    expect(fixture.answer([{ ...roles.stranger, address: FRAMEWORK.money }], [initialiseMoney()])).toBe("wrong_key");
  });
});
