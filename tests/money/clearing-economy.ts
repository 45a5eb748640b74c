import { type Address, type Call, parseAddress } from "@sycee/protocol";
import {
  admitParticipant,
  banking,
  beginPaymentInstitution,
  CLEARING_GAS_LIMIT,
  contributeCapital,
  contributeClearingCapital,
  entrustUnit,
  establishCentralBank,
  grantLicence,
  initialiseMoney,
  initialiseOversight,
  joinClearing,
  openClearingHouse,
  openEMoneyAccounts,
  postCollateral,
  postFundShare,
  registerUnit,
  setNetDebitCap,
} from "@sycee/sdk";
import { type Actor, actor } from "./actor.ts";
import { FRAMEWORK, frameworkModules } from "./economy-genesis.ts";
import { createLedgerFixture, type LedgerFixture } from "./ledger-fixture.ts";

/** What each participant begins with, in minor units. */
export interface ClearingStart {
  readonly banks: number;
  readonly paymentInstitutions: number;
  /** Accounts of each participant, numbered from 0. */
  readonly accounts: number;
  /** What is on each account of a bank. */
  readonly depositMinor: bigint;
  /** What each bank has in settlement money once it has put up what is below. */
  readonly settlementMinor: bigint;
  readonly collateralMinor: bigint;
  readonly fundShareMinor: bigint;
  /** The clearing house's own capital, from the first bank. */
  readonly capitalMinor: bigint;
  readonly capMinor: bigint;
  readonly rules: { readonly mostWaiting: bigint; readonly longestWaitMs: bigint; readonly graceMs: bigint; readonly recallMs: bigint };
}

export interface ClearingEconomy {
  readonly fixture: LedgerFixture;
  readonly centralBank: Actor;
  readonly supervisor: Actor;
  readonly house: Actor;
  /** Banks first, then payment institutions, by place. */
  readonly participants: readonly Actor[];
}

export const centralBank = actor("central bank");
export const supervisor = actor("supervisor");
export const house = actor("clearing house");
const custodian = actor("custodian");
const STD = packageAddress("0x1");
const OVERSIGHT = packageAddress("0x3");

/** Banks and payment institutions that all take part in one clearing house. Payment institutions begin without customers' money: that comes through clearing. */
export function createClearingEconomy(start: ClearingStart): ClearingEconomy {
  const { programs, participants } = clearingPrograms(start);
  return { fixture: createLedgerFixture(frameworkModules(), programs), centralBank, supervisor, house, participants };
}

/** The genesis programs of such an economy. */
export function clearingPrograms(start: ClearingStart): {
  readonly programs: readonly { readonly signers: Address[]; readonly calls: Call[] }[];
  readonly participants: readonly Actor[];
} {
  const banks = Array.from({ length: start.banks }, (_, index) => actor(`bank ${index}`));
  const payments = Array.from({ length: start.paymentInstitutions }, (_, index) => actor(`payment institution ${index}`));
  const participants = [...banks, ...payments];
  const putUp = start.collateralMinor + start.fundShareMinor;
  const programs: { signers: Address[]; calls: Call[] }[] = [
    { signers: [OVERSIGHT, STD], calls: [initialiseOversight({ supervisor: supervisor.address })] },
    {
      signers: [FRAMEWORK],
      calls: [
        initialiseMoney(),
        registerUnit({ code: "CZK", decimals: 2, zoneOffsetMinutes: 60 }),
        entrustUnit({ unit: 1, centralBank: centralBank.address }),
      ],
    },
    {
      signers: [supervisor.address],
      calls: [
        grantLicence({ kind: "centralBank", unit: 1, holder: centralBank.address }),
        grantLicence({ kind: "clearingHouse", unit: 1, holder: house.address }),
        grantLicence({ kind: "custodian", unit: 1, holder: custodian.address }),
        ...banks.map(({ address }) => grantLicence({ kind: "bank", unit: 1, holder: address })),
        ...payments.map(({ address }) => grantLicence({ kind: "paymentInstitution", unit: 1, holder: address })),
      ],
    },
    {
      signers: [centralBank.address],
      calls: [
        establishCentralBank({ unit: 1, name: "Central bank", settlementSymbol: "CZK.settlement", cashSymbol: "CZK.cash" }),
        contributeCapital({ kind: "gold", description: "gold", bookValueMinor: 1n << 60n, haircutBasisPoints: 0 }),
      ],
    },
    {
      signers: [house.address],
      calls: [openClearingHouse({ centralBank: centralBank.address, name: "Clearing house", ...start.rules })],
    },
    ...banks.map((bank, index) => ({
      signers: [bank.address, custodian.address, centralBank.address],
      calls: openBank(bank, index === 0 ? payments.length : 0, start, (index === 0 ? start.capitalMinor : 0n) + putUp),
    })),
    ...payments.map((institution) => ({
      signers: [institution.address, banks[0]?.address ?? house.address],
      calls: [
        beginPaymentInstitution({
          centralBank: centralBank.address,
          name: institution.name,
          symbol: symbolOf(institution),
          mode: "second",
        }),
        openEMoneyAccounts({ count: BigInt(start.accounts - 1) }),
        banking.paymentInstitution.contribute({ contributor: 1, institution: institution.address, amount: putUp }),
      ],
    })),
    { signers: [house.address], calls: participants.map(({ address }) => admitParticipant({ institution: address })) },
    ...participants.map(({ address }) => ({
      signers: [address],
      calls: [
        joinClearing({ house: house.address }),
        ...(start.collateralMinor > 0n ? [postCollateral({ house: house.address, amountMinor: start.collateralMinor })] : []),
        ...(start.fundShareMinor > 0n ? [postFundShare({ house: house.address, amountMinor: start.fundShareMinor })] : []),
      ],
    })),
    {
      signers: [banks[0]?.address ?? house.address],
      calls: start.capitalMinor > 0n ? [contributeClearingCapital({ house: house.address, amountMinor: start.capitalMinor })] : [],
    },
    {
      signers: [house.address],
      calls: participants.map(({ address }) => setNetDebitCap({ institution: address, capMinor: start.capMinor })),
    },
  ];
  return { programs: programs.filter(({ calls }) => calls.length > 0), participants };
}

/** A transaction with the gas for a settlement; what became of it. */
export function answerOf(economy: ClearingEconomy, signers: readonly Actor[], calls: readonly Call[]): string {
  const { fixture } = economy;
  return fixture.describe(fixture.block([fixture.transaction(signers, calls, { gasLimit: CLEARING_GAS_LIMIT })])[0]);
}

/** A bank with securities as capital, of which the central bank buys some, and deposits from securities that customers sold. */
function openBank(bank: Actor, fundedInstitutions: number, start: ClearingStart, putUp: bigint): Call[] {
  const settlement = start.settlementMinor + putUp + (start.collateralMinor + start.fundShareMinor) * BigInt(fundedInstitutions);
  const deposits = Array.from({ length: start.accounts }, (_, account) =>
    banking.commercialBank.buySecurity({ custodian: 1, account, kind: 3, description: "bond", price: start.depositMinor }),
  );
  return [
    banking.commercialBank.establish({ centralBank: centralBank.address, name: bank.name, symbol: symbolOf(bank) }),
    banking.commercialBank.openAccounts({ count: BigInt(start.accounts) }),
    banking.commercialBank.contributeSecurity({ custodian: 1, kind: 3, description: "bond", bookValue: settlement }),
    banking.openMarket.buy({ centralBank: 2, bank: 0, holding: 1n, amount: settlement, haircutBps: 0n }),
    ...deposits,
  ];
}

function symbolOf({ name }: Actor): string {
  return name.replaceAll(" ", "-");
}

function packageAddress(text: string): Address {
  const address = parseAddress(text);
  if (address === undefined) throw new Error(text);
  return address;
}
