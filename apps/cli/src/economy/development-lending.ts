import type { GenesisProgram } from "@sycee/ledger";
import type { Address, Call } from "@sycee/protocol";
import {
  banking,
  grantLoan,
  introduceNotes,
  orderNotes,
  placeTimeDeposit,
  POLICY_PARAMETER,
  type PolicyParameter,
  setNotesLimit,
  setPolicy,
  withdrawNotes,
} from "@sycee/sdk";
import { addressOf, type DevelopmentAccount } from "./development-accounts.ts";

const YUAN = 100n;
/** The customer of each bank, by account, who borrows, and the one who saves. */
const BORROWER = 1;
const SAVER = 7;
const LOAN_MINOR = 300_000n * YUAN;
const TIME_DEPOSIT_MINOR = 12_000n * YUAN;
/** What each bank orders in notes, what a customer of each pays in taxes, and what the first bank borrows from the central bank. */
export const NOTES_MINOR = 30_000n * YUAN;
const NOTES_WITHDRAWN_MINOR = 8_000n * YUAN;
/** What each bank may take in in notes before the central bank counts them. */
const NOTES_LIMIT_MINOR = 1_000_000n * YUAN;
export const TAX_MINOR = 4_000n * YUAN;
export const INTERBANK_MINOR = 50_000n * YUAN;

/** Monetary policy as the economy begins, in hundredths of a per cent: of the size of the People's Bank of China's in the twenties. */
const POLICY: Readonly<Partial<Record<PolicyParameter, bigint>>> = {
  reserveRatio: 700n,
  requiredReservesRate: 162n,
  excessReservesRate: 35n,
  shortfallRate: 500n,
  lendingFacilityRate: 300n,
  depositFacilityRate: 35n,
  collateralHaircut: 500n,
  capitalRatio: 800n,
  insurancePremium: 2n,
  insuranceCap: 500_000n * YUAN,
};

/**
 * What banks have done before the economy begins: policy is set, the government and the deposit insurer have accounts, each bank has lent,
 * taken a time deposit and handed out notes, customers have paid taxes, and the first bank lends to the second.
 */
export function lendingPrograms(accounts: readonly DevelopmentAccount[]): GenesisProgram[] {
  const centralBank = addressOf(accounts, "central bank");
  const government = addressOf(accounts, "government");
  const insurer = addressOf(accounts, "deposit insurer");
  const banks = accounts.filter(({ role }) => role === "bank").map(({ address }) => address);
  const [first, second] = banks;
  if (first === undefined || second === undefined) throw new Error("the development economy has fewer than two banks");
  return [
    {
      signers: [centralBank, government, insurer],
      calls: [
        ...Object.keys(POLICY_PARAMETER).flatMap((name) => policyCall(name as PolicyParameter)),
        introduceNotes({ symbol: "CNY.notes" }),
        ...banks.map((bank) => setNotesLimit({ bank, limitMinor: NOTES_LIMIT_MINOR })),
        banking.treasury.open({ centralBank: 0, government: 1 }),
        banking.depositInsurance.open({ centralBank: 0, insurer: 2 }),
      ],
    },
    ...banks.map((bank) => ({ signers: [bank], calls: bankCalls(bank, government) })),
    {
      signers: [first, second],
      calls: [banking.interbank.lend({ lender: 0, borrower: 1, amount: INTERBANK_MINOR, rateBps: 180n, days: 7n })],
    },
    {
      signers: [first, centralBank],
      calls: [banking.openMarket.repo({ centralBank: 1, bank: 0, holding: 1n, amount: INTERBANK_MINOR, rateBps: 200n, days: 7n })],
    },
  ];
}

function policyCall(parameter: PolicyParameter): Call[] {
  const value = POLICY[parameter];
  return value === undefined ? [] : [setPolicy({ parameter, value })];
}

function bankCalls(bank: Address, government: Address): Call[] {
  return [
    grantLoan({ account: BORROWER, principalMinor: LOAN_MINOR, rateBasisPoints: 435, instalments: 12, periodDays: 30 }),
    placeTimeDeposit({ account: SAVER, amountMinor: TIME_DEPOSIT_MINOR, rateBasisPoints: 150, earlyRateBasisPoints: 30, days: 365 }),
    orderNotes({ amountMinor: NOTES_MINOR }),
    withdrawNotes({ account: BORROWER, amountMinor: NOTES_WITHDRAWN_MINOR }),
    banking.treasury.payTax({ bank: 0, government, account: BORROWER, amount: TAX_MINOR }),
    banking.depositInsurance.collectPremium({ bank }),
  ];
}
