import type { Address, Call } from "@sycee/protocol";
import {
  admitOperator,
  beginPaymentInstitution,
  contributeCapital,
  contributeOwnFunds,
  entrustUnit,
  establishCentralBank,
  FRAMEWORK,
  grantLicence,
  handOut,
  initialiseMoney,
  initialiseOversight,
  issueSettlement,
  openEMoneyAccounts,
  openWallets,
  registerUnit,
} from "@sycee/sdk";
import { actor } from "./actor.ts";
import { commitmentOf, frameworkModules, held } from "./economy-genesis.ts";
import { createLedgerFixture, type LedgerFixture } from "./ledger-fixture.ts";

/** Who is in the economy of the payment institutions' tests. */
export const people = {
  supervisor: actor("supervisor"),
  centralBank: actor("central bank"),
  operator: actor("operator"),
  /** A payment institution in the first mode. */
  first: actor("first"),
  /** Two in the second. */
  second: actor("second"),
  third: actor("third"),
  /** Has a wallet. */
  alice: actor("alice"),
  stranger: actor("stranger"),
} as const;

export type Person = keyof typeof people;

/** What the wallet of Alice holds at the beginning, each institution's own funds, and customers' accounts of each: 1 to this. */
export const WALLET = 1_000_000n;
export const OWN_FUNDS = 10_000n;
export const CUSTOMERS = 6;

/** Number of the digital cash; e-money of `first`, `second` and `third` follows it. */
export const CASH = 2;

const kinds = { first: "first", second: "second", third: "second" } as const;

/** A chain with a central bank, an operator, three payment institutions with own funds and empty accounts, and Alice's wallet. */
export function createPaymentEconomy(modules: readonly Uint8Array[] = frameworkModules(), startMs?: number): LedgerFixture {
  const { supervisor, centralBank, operator, alice } = people;
  const institutions = (["first", "second", "third"] as const).map((name) => ({ name, address: people[name].address, mode: kinds[name] }));
  const gold = { kind: "gold", description: "gold", haircutBasisPoints: 0 } as const;
  const programs: { readonly signers: readonly Address[]; readonly calls: readonly Call[] }[] = [
    {
      signers: [FRAMEWORK.money],
      calls: [
        initialiseMoney(),
        registerUnit({ code: "CNY", decimals: 2, zoneOffsetMinutes: 480 }),
        entrustUnit({ unit: 1, centralBank: centralBank.address }),
      ],
    },
    { signers: [FRAMEWORK.oversight, FRAMEWORK.std], calls: [initialiseOversight({ supervisor: supervisor.address })] },
    {
      signers: [supervisor.address],
      calls: [
        grantLicence({ kind: "centralBank", holder: centralBank.address, unit: 1 }),
        grantLicence({ kind: "operator", holder: operator.address, unit: 1 }),
        ...institutions.map(({ address }) => grantLicence({ kind: "paymentInstitution", holder: address, unit: 1 })),
      ],
    },
    {
      signers: [centralBank.address],
      calls: [
        establishCentralBank({ unit: 1, name: "Central bank", settlementSymbol: "CNY.settlement", cashSymbol: "CNY.cash" }),
        contributeCapital({ ...gold, bookValueMinor: 10_000_000n }),
        admitOperator({ operator: operator.address, name: operator.name }),
        issueSettlement({ operator: operator.address, ...gold, bookValueMinor: WALLET + 3n * OWN_FUNDS }),
      ],
    },
    ...institutions.map(({ name, address, mode }) => ({
      signers: [address],
      calls: [
        beginPaymentInstitution({ centralBank: centralBank.address, name, symbol: `${name}.money`, mode }),
        openEMoneyAccounts({ count: BigInt(CUSTOMERS) }),
      ],
    })),
    {
      signers: [operator.address],
      calls: [
        openWallets({ tier: 1, wallets: [{ owner: alice.address, commitment: commitmentOf("alice") }] }),
        handOut({ to: alice.address, amountMinor: WALLET }),
        ...institutions.map(({ address }) => contributeOwnFunds({ institution: address, amountMinor: OWN_FUNDS })),
      ],
    },
  ];
  return createLedgerFixture(modules, programs, startMs);
}

/** What a customer's account holds, in minor units. */
export function eMoneyOf(fixture: LedgerFixture, institution: Address, account: number): bigint {
  return fixture.ledger.customerAccounts(institution, account)[0]?.balanceMinor ?? 0n;
}

/** What an institution's customers' reserve or own funds are, in minor units. */
export function fundsOf(fixture: LedgerFixture, institution: Address, place: "reserve" | "own funds"): bigint {
  const balances = fixture.ledger.account(institution)?.balances ?? [];
  return balances.find((balance) => balance.place === place)?.amountMinor ?? 0n;
}

/** E-money outstanding of an institution, in minor units. */
export function outstandingOf(fixture: LedgerFixture, institution: Address): bigint {
  const found = fixture.ledger.instruments().find(({ issuer, kind }) => issuer === institution && kind === "e-money");
  return found?.outstandingMinor ?? 0n;
}

/** What Alice's wallet holds, in minor units. */
export function walletOf(fixture: LedgerFixture): bigint {
  return held(fixture, people.alice.address, "wallet", CASH);
}
