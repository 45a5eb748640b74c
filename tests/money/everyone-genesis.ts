import type { Address, Call } from "@sycee/protocol";
import {
  admitOperator,
  admitParticipant,
  appointSupervisor,
  banking,
  beginPaymentInstitution,
  contributeCapital,
  entrustUnit,
  enableWarrants,
  establishCentralBank,
  FRAMEWORK,
  grantLicence,
  initialiseMoney,
  initialiseOversight,
  issueSettlement,
  joinClearing,
  openClearingHouse,
  openEMoneyAccounts,
  openWallets,
  registerUnit,
  setNotesLimit,
  setTier,
} from "@sycee/sdk";
import { type Actor, actor } from "./actor.ts";
import { commitmentOf, frameworkModules } from "./economy-genesis.ts";
import { createLedgerFixture, type LedgerFixture } from "./ledger-fixture.ts";

/** Everybody who can sign something on a ledger, one of each kind and in each state that matters. */
export const everyone = {
  supervisor: actor("supervisor"),
  secondSupervisor: actor("second supervisor"),
  investigator: actor("investigator"),
  centralBank: actor("central bank"),
  government: actor("government"),
  insurer: actor("insurer"),
  custodian: actor("custodian"),
  operator: actor("operator"),
  bank: actor("bank"),
  otherBank: actor("other bank"),
  suspendedBank: actor("suspended bank"),
  failedBank: actor("failed bank"),
  administrator: actor("administrator"),
  firstMode: actor("first mode"),
  institution: actor("institution"),
  otherInstitution: actor("other institution"),
  suspendedInstitution: actor("suspended institution"),
  house: actor("house"),
  publisher: actor("publisher"),
  alice: actor("alice"),
  bob: actor("bob"),
  stranger: actor("stranger"),
} satisfies Record<string, Actor>;

export type Role = keyof typeof everyone;

const GOLD = { kind: "gold", description: "gold", haircutBasisPoints: 0 } as const;
const RULES = { mostWaiting: 64n, longestWaitMs: 3_600_000n, graceMs: 3_600_000n, recallMs: 3_600_000n };

/** A chain on which everybody has begun: all licensed, the four banks and the four payment institutions with empty accounts. */
export function createEveryone(): LedgerFixture {
  const {
    supervisor,
    secondSupervisor,
    investigator,
    centralBank,
    government,
    insurer,
    custodian,
    operator,
    house,
    publisher,
    alice,
    bob,
  } = everyone;
  const banks = [everyone.bank, everyone.otherBank, everyone.suspendedBank, everyone.failedBank];
  const institutions = [everyone.firstMode, everyone.institution, everyone.otherInstitution, everyone.suspendedInstitution];
  const programs: { readonly signers: readonly Address[]; readonly calls: readonly Call[] }[] = [
    {
      signers: [FRAMEWORK.money],
      calls: [
        initialiseMoney(),
        registerUnit({ code: "CZK", decimals: 2, zoneOffsetMinutes: 0 }),
        entrustUnit({ unit: 1, centralBank: centralBank.address }),
      ],
    },
    { signers: [FRAMEWORK.oversight, FRAMEWORK.std], calls: [initialiseOversight({ supervisor: supervisor.address })] },
    { signers: [FRAMEWORK.oversight, FRAMEWORK.money], calls: [enableWarrants({ investigator: investigator.address })] },
    {
      signers: [supervisor.address],
      calls: [
        grantLicence({ kind: "centralBank", holder: centralBank.address, unit: 1 }),
        grantLicence({ kind: "custodian", holder: custodian.address, unit: 1 }),
        grantLicence({ kind: "operator", holder: operator.address, unit: 1 }),
        grantLicence({ kind: "operator", holder: everyone.bank.address, unit: 1 }),
        grantLicence({ kind: "clearingHouse", holder: house.address, unit: 1 }),
        grantLicence({ kind: "publisher", holder: publisher.address }),
        ...banks.map(({ address }) => grantLicence({ kind: "bank", holder: address, unit: 1 })),
        ...institutions.map(({ address }) => grantLicence({ kind: "paymentInstitution", holder: address, unit: 1 })),
        appointSupervisor({ appointed: secondSupervisor.address }),
      ],
    },
    {
      signers: [centralBank.address, government.address, insurer.address],
      calls: [
        establishCentralBank({ unit: 1, name: "Central bank", settlementSymbol: "CZK.settlement", cashSymbol: "CZK.cash" }),
        contributeCapital({ ...GOLD, bookValueMinor: 1_000_000n }),
        banking.centralBank.introduceNotes({ symbol: "CZK.notes" }),
        banking.treasury.open({ centralBank: 0, government: 1 }),
        banking.centralBank.setPolicy({ parameter: 10, value: 200n }),
        banking.depositInsurance.open({ centralBank: 0, insurer: 2 }),
        setTier({ tier: 1, balanceMinor: undefined, singleMinor: undefined, dailyMinor: undefined, yearlyMinor: undefined }),
        admitOperator({ operator: operator.address, name: operator.name }),
        admitOperator({ operator: everyone.bank.address, name: "Bank" }),
        issueSettlement({ operator: operator.address, ...GOLD, bookValueMinor: 50_000n }),
      ],
    },
    ...banks.map(({ address, name }) => ({
      signers: [address, custodian.address, centralBank.address],
      calls: [
        banking.commercialBank.establish({ centralBank: centralBank.address, name, symbol: `${name.replaceAll(" ", "-")}.deposit` }),
        banking.commercialBank.openAccounts({ count: 4n }),
        banking.commercialBank.contributeSecurity({ bank: 0, custodian: 1, kind: 3, description: "bonds", bookValue: 10_000n }),
        banking.openMarket.buy({ centralBank: 2, bank: 0, holding: 1n, amount: 5_000n, haircutBps: 0n }),
      ],
    })),
    { signers: [centralBank.address], calls: banks.map(({ address }) => setNotesLimit({ bank: address, limitMinor: 1_000n })) },
    ...institutions.map((institution) => ({
      signers: [institution.address, operator.address],
      calls: [
        beginPaymentInstitution({
          centralBank: centralBank.address,
          name: institution.name,
          symbol: `${institution.name.replaceAll(" ", "-")}.money`,
          mode: institution === everyone.firstMode ? "first" : "second",
        }),
        openEMoneyAccounts({ count: 4n }),
        banking.paymentInstitution.contribute({ contributor: 1, institution: institution.address, amount: 1_000n }),
      ],
    })),
    {
      signers: [house.address],
      calls: [
        openClearingHouse({ centralBank: centralBank.address, name: "House", ...RULES }),
        ...[...banks, everyone.institution].map(({ address }) => admitParticipant({ institution: address })),
      ],
    },
    ...[...banks, everyone.institution].map(({ address }) => ({ signers: [address], calls: [joinClearing({ house: house.address })] })),
    {
      signers: [operator.address],
      calls: [
        openWallets({ tier: 1, wallets: [alice, bob].map(({ address, name }) => ({ owner: address, commitment: commitmentOf(name) })) }),
      ],
    },
  ];
  return createLedgerFixture(frameworkModules(), programs);
}
