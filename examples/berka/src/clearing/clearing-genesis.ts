import type { GenesisProgram } from "@sycee/ledger";
import type { Call } from "@sycee/protocol";
import {
  admitParticipant,
  banking,
  contributeCapital,
  entrustUnit,
  establishCentralBank,
  FRAMEWORK,
  grantLicence,
  initialiseMoney,
  initialiseOversight,
  joinClearing,
  openClearingHouse,
  postCollateral,
  registerUnit,
  setNetDebitCap,
} from "@sycee/sdk";
import { bankTitle } from "../economy/genesis-programs.ts";
import { HOME_BANK } from "../economy/participants.ts";
import { bankNamed, type ClearingParties } from "./clearing-parties.ts";
import type { BankPayment, ClearingPlan } from "./clearing-plan.ts";

const DAY_MS = 86_400_000n;
const UNIT = 1;

/**
 * An economy in which fourteen banks clear. Every customer has on its account what it will pay. The home bank has so much settlement
 * money, in minor units, the others have none; each has put up as collateral the most that its customers pay in one
 * round, which is its net debit cap.
 */
export function clearingPrograms(parties: ClearingParties, plan: ClearingPlan, liquidityMinor: bigint): GenesisProgram[] {
  const { centralBank, supervisor, house, custodian } = parties;
  const banks = plan.banks.map((bank) => ({ bank, signer: bankNamed(parties, bank), cap: largestRound(plan, bank) }));
  return [
    { signers: [FRAMEWORK.oversight, FRAMEWORK.std], calls: [initialiseOversight({ supervisor: supervisor.address })] },
    {
      signers: [FRAMEWORK.money],
      calls: [
        initialiseMoney(),
        registerUnit({ code: "CZK", decimals: 2, zoneOffsetMinutes: 60 }),
        entrustUnit({ unit: UNIT, centralBank: centralBank.address }),
      ],
    },
    {
      signers: [supervisor.address],
      calls: [
        grantLicence({ kind: "centralBank", unit: UNIT, holder: centralBank.address }),
        grantLicence({ kind: "clearingHouse", unit: UNIT, holder: house.address }),
        grantLicence({ kind: "custodian", unit: UNIT, holder: custodian.address }),
        ...banks.map(({ signer }) => grantLicence({ kind: "bank", unit: UNIT, holder: signer.address })),
      ],
    },
    {
      signers: [centralBank.address],
      calls: [
        establishCentralBank({ unit: UNIT, name: "Central Bank", settlementSymbol: "CZK.settlement", cashSymbol: "CZK.cash" }),
        contributeCapital({ kind: "gold", description: "Gold in the vault", bookValueMinor: 100_000_000_00n, haircutBasisPoints: 1500 }),
      ],
    },
    {
      signers: [house.address],
      calls: [
        openClearingHouse({
          centralBank: centralBank.address,
          name: "Clearing house",
          mostWaiting: 512n,
          longestWaitMs: 366n * DAY_MS,
          graceMs: DAY_MS,
          recallMs: DAY_MS,
        }),
      ],
    },
    ...banks.map(({ bank, signer, cap }) => ({
      signers: [signer.address, custodian.address, centralBank.address],
      calls: openBank(parties, plan, bank, cap, liquidityMinor),
    })),
    { signers: [house.address], calls: banks.map(({ signer }) => admitParticipant({ institution: signer.address })) },
    ...banks.map(({ signer, cap }) => ({
      signers: [signer.address],
      calls: [joinClearing({ house: house.address }), ...(cap > 0n ? [postCollateral({ house: house.address, amountMinor: cap })] : [])],
    })),
    {
      signers: [house.address],
      calls: banks.map(({ signer, cap }) => setNetDebitCap({ institution: signer.address, capMinor: cap })),
    },
  ];
}

function openBank(parties: ClearingParties, plan: ClearingPlan, bank: string, collateral: bigint, liquidityMinor: bigint): Call[] {
  const outflow = plan.rounds.flat().filter(({ from }) => from === bank);
  const perAccount = new Map<number, bigint>();
  for (const { fromAccount, amountMinor } of outflow) perAccount.set(fromAccount, (perAccount.get(fromAccount) ?? 0n) + amountMinor);
  const total = sumOf(outflow);
  const settlement = collateral + (bank === HOME_BANK ? liquidityMinor : 0n);
  const funded = [...perAccount];
  return [
    banking.commercialBank.establish({ centralBank: parties.centralBank.address, name: bankTitle(bank), symbol: `${bank}.deposit` }),
    banking.commercialBank.openAccounts({ count: BigInt(plan.accounts.get(bank) ?? 1) }),
    ...(settlement > 0n
      ? [
          banking.commercialBank.contributeSecurity({ custodian: 1, kind: 3, description: "Bonds", bookValue: settlement }),
          banking.openMarket.buy({ centralBank: 2, bank: 0, holding: 1n, amount: settlement, haircutBps: 0n }),
        ]
      : []),
    // Customers sell bonds to their bank and share the deposit.
    ...(total > 0n
      ? [
          banking.commercialBank.buySecurity({ custodian: 1, account: 0, kind: 3, description: "Customers' bonds", price: total }),
          banking.commercialBank.transferBatch({
            payers: funded.map(() => 0),
            payees: funded.map(([account]) => account),
            amounts: funded.map(([, amountMinor]) => amountMinor),
          }),
        ]
      : []),
  ];
}

/** The most that a bank's customers pay in one round, in minor units. */
function largestRound(plan: ClearingPlan, bank: string): bigint {
  return plan.rounds.reduce((most, round) => {
    const paid = sumOf(round.filter(({ from }) => from === bank));
    return paid > most ? paid : most;
  }, 0n);
}

function sumOf(payments: readonly BankPayment[]): bigint {
  return payments.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
}
