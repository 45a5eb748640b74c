import type { GenesisProgram } from "@sycee/ledger";
import type { Address, Call } from "@sycee/protocol";
import {
  admitParticipant,
  banking,
  beginPaymentInstitution,
  contributeClearingCapital,
  grantLicence,
  joinClearing,
  openClearingHouse,
  openEMoneyAccounts,
  postCollateral,
  postFundShare,
  setNetDebitCap,
  submitPayment,
} from "@sycee/sdk";
import { addressOf, type DevelopmentAccount } from "./development-accounts.ts";

const YUAN = 100n;
const MINUTE_MS = 60_000n;
const DAY_MS = 1_440n * MINUTE_MS;
const UNIT = 1;
const GOVERNMENT_BONDS = 3;

/** Customers of each institution, numbered from 1; 0 is the institution's own account. */
const CUSTOMERS = 8n;
const DEPOSIT_MINOR = 20_000n * YUAN;
const SETTLEMENT_MINOR = 400_000n * YUAN;
const COLLATERAL_MINOR = 20_000n * YUAN;
const FUND_SHARE_MINOR = 10_000n * YUAN;
const CAPITAL_MINOR = 10_000n * YUAN;
const CAP_MINOR = 60_000n * YUAN;
const E_MONEY_MINOR = 5_000n * YUAN;

/**
 * Three commercial banks and a payment institution, each with customers, and a clearing house in which they take part. Its first
 * payments are those by which the payment institution's customers get their e-money: from accounts at the first bank.
 */
export function institutionPrograms(accounts: readonly DevelopmentAccount[]): GenesisProgram[] {
  const supervisor = addressOf(accounts, "supervisor");
  const centralBank = addressOf(accounts, "central bank");
  const house = addressOf(accounts, "clearing house");
  const custodian = addressOf(accounts, "custodian");
  const banks = accounts.filter(({ role }) => role === "bank");
  const payments = accounts.filter(({ role }) => role === "payment institution");
  const first = addressOf(accounts, "bank");
  const members = [...banks, ...payments].map(({ address }) => address);
  return [
    {
      signers: [supervisor],
      calls: [
        grantLicence({ kind: "clearingHouse", unit: UNIT, holder: house }),
        grantLicence({ kind: "custodian", unit: UNIT, holder: custodian }),
        ...banks.map(({ address }) => grantLicence({ kind: "bank", unit: UNIT, holder: address })),
        ...payments.map(({ address }) => grantLicence({ kind: "paymentInstitution", unit: UNIT, holder: address })),
      ],
    },
    ...banks.map((bank) => ({ signers: [bank.address, custodian, centralBank], calls: openBank(bank, centralBank) })),
    ...payments.map((institution) => ({
      signers: [institution.address, first],
      calls: openPaymentInstitution(institution, centralBank),
    })),
    {
      signers: [house],
      calls: [
        openClearingHouse({
          centralBank,
          name: "Clearing house",
          mostWaiting: 256n,
          longestWaitMs: DAY_MS,
          graceMs: 10n * MINUTE_MS,
          recallMs: 30n * DAY_MS,
        }),
        ...members.map((institution) => admitParticipant({ institution })),
      ],
    },
    ...members.map((member) => ({ signers: [member], calls: joinWithFunds(house) })),
    { signers: [first], calls: [contributeClearingCapital({ house, amountMinor: CAPITAL_MINOR })] },
    { signers: [house], calls: members.map((institution) => setNetDebitCap({ institution, capMinor: CAP_MINOR })) },
    { signers: [first], calls: payments.flatMap(({ address }) => customersOf().map((account) => fill(house, address, account))) },
  ];
}

/** Owners bring government bonds as capital, customers sell theirs for deposits, and the central bank buys a part. */
function openBank({ name }: DevelopmentAccount, centralBank: Address): Call[] {
  const bonds = { custodian: 1, kind: GOVERNMENT_BONDS, description: "Government bonds" };
  return [
    banking.commercialBank.establish({ centralBank, name, symbol: `${name}.deposit` }),
    banking.commercialBank.openAccounts({ count: CUSTOMERS + 1n }),
    banking.commercialBank.contributeSecurity({ ...bonds, bookValue: SETTLEMENT_MINOR * 2n }),
    banking.openMarket.buy({ centralBank: 2, bank: 0, holding: 1n, amount: SETTLEMENT_MINOR, haircutBps: 400n }),
    ...customersOf().map((account) => banking.commercialBank.buySecurity({ ...bonds, account, price: DEPOSIT_MINOR })),
  ];
}

function openPaymentInstitution({ name, address }: DevelopmentAccount, centralBank: Address): Call[] {
  return [
    beginPaymentInstitution({ centralBank, name, symbol: `${name}.money`, mode: "second" }),
    openEMoneyAccounts({ count: CUSTOMERS }),
    banking.paymentInstitution.contribute({ contributor: 1, institution: address, amount: 2n * (COLLATERAL_MINOR + FUND_SHARE_MINOR) }),
  ];
}

function joinWithFunds(house: Address): Call[] {
  return [
    joinClearing({ house }),
    postCollateral({ house, amountMinor: COLLATERAL_MINOR }),
    postFundShare({ house, amountMinor: FUND_SHARE_MINOR }),
  ];
}

function fill(house: Address, payee: Address, account: number): Call {
  return submitPayment({ house, mode: "gross", fromAccount: account, payee, toAccount: account, amountMinor: E_MONEY_MINOR });
}

function customersOf(): number[] {
  return Array.from({ length: Number(CUSTOMERS) }, (_, index) => index + 1);
}
