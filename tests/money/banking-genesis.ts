import type { Address, Call } from "@sycee/protocol";
import {
  banking,
  contributeCapital,
  entrustUnit,
  establishCentralBank,
  FRAMEWORK,
  grantLicence,
  initialiseMoney,
  initialiseOversight,
  registerUnit,
  setNotesLimit,
} from "@sycee/sdk";
import type { Actor } from "./actor.ts";
import { frameworkModules } from "./economy-genesis.ts";
import { createLedgerFixture, type LedgerFixture } from "./ledger-fixture.ts";

/** Who is in a banking economy. */
export interface BankingCast {
  readonly supervisor: Actor;
  readonly centralBank: Actor;
  readonly government: Actor;
  readonly custodian: Actor;
  readonly banks: readonly Actor[];
}

/** Numbers of `banking::monetary_policy`. */
export const PARAMETER = {
  reserveRatio: 1,
  requiredRate: 2,
  excessRate: 3,
  shortfallRate: 4,
  lendingRate: 5,
  depositRate: 6,
  haircut: 7,
  capitalRatio: 8,
  insurancePremium: 9,
  insuranceCap: 10,
} as const;

export interface BankingPlan {
  /** Gold against the central bank's capital, and its haircut in hundredths of a per cent. */
  readonly goldMinor: bigint;
  readonly goldHaircut: number;
  /** Bonds against each bank's capital. */
  readonly bondsMinor: bigint;
  /** Notes that each bank may take in before the central bank counts them; 0 if not said otherwise. */
  readonly notesLimitMinor?: bigint;
  /** Accounts of each bank. */
  readonly accounts: number;
  readonly policy: Partial<Record<keyof typeof PARAMETER, bigint>>;
}

/** A chain with a central bank that issues notes, a government, a custodian, and banks; their days are those of Greenwich. */
export function createBankingEconomy(cast: BankingCast, plan: BankingPlan, startMs?: number): LedgerFixture {
  const { supervisor, centralBank, government, custodian, banks } = cast;
  const bonds = { kind: 3, description: "bonds", bookValue: plan.bondsMinor };
  const programs: { signers: Address[]; calls: Call[] }[] = [
    {
      signers: [FRAMEWORK.money],
      calls: [
        initialiseMoney(),
        registerUnit({ code: "CZK", decimals: 2, zoneOffsetMinutes: 0 }),
        entrustUnit({ unit: 1, centralBank: centralBank.address }),
      ],
    },
    { signers: [FRAMEWORK.oversight, FRAMEWORK.std], calls: [initialiseOversight({ supervisor: supervisor.address })] },
    {
      signers: [supervisor.address],
      calls: [
        grantLicence({ kind: "centralBank", holder: centralBank.address, unit: 1 }),
        grantLicence({ kind: "custodian", holder: custodian.address, unit: 1 }),
        ...banks.map(({ address }) => grantLicence({ kind: "bank", holder: address, unit: 1 })),
      ],
    },
    {
      signers: [centralBank.address, government.address],
      calls: [
        establishCentralBank({ unit: 1, name: "Central bank", settlementSymbol: "CZK.settlement", cashSymbol: "CZK.cash" }),
        contributeCapital({ kind: "gold", description: "gold", bookValueMinor: plan.goldMinor, haircutBasisPoints: plan.goldHaircut }),
        banking.centralBank.introduceNotes({ symbol: "CZK.notes" }),
        banking.treasury.open({ centralBank: 0, government: 1 }),
        ...Object.entries(plan.policy).map(([name, value]) =>
          banking.centralBank.setPolicy({ parameter: PARAMETER[name as keyof typeof PARAMETER], value }),
        ),
      ],
    },
    ...banks.map((bank) => ({
      signers: [bank.address, custodian.address],
      calls: [
        banking.commercialBank.establish({
          centralBank: centralBank.address,
          name: bank.name,
          symbol: `${bank.name.replaceAll(" ", "-")}.deposit`,
        }),
        banking.commercialBank.openAccounts({ count: BigInt(plan.accounts) }),
        banking.commercialBank.contributeSecurity({ bank: 0, custodian: 1, ...bonds }),
      ],
    })),
  ];
  const limitMinor = plan.notesLimitMinor ?? 0n;
  if (limitMinor > 0n) {
    programs.push({ signers: [centralBank.address], calls: banks.map(({ address }) => setNotesLimit({ bank: address, limitMinor })) });
  }
  return createLedgerFixture(frameworkModules(), programs, startMs);
}
