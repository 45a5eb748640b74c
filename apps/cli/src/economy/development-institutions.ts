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
  submitPayment,
} from "@sycee/sdk";
import { STATEMENT_MINOR } from "./central-bank-statement.ts";
import { addressOf, type DevelopmentAccount } from "./development-accounts.ts";
import { bankShareMinor, EXPORTER, populationAccounts } from "./population.ts";

const YUAN = 100n;
const MINUTE_MS = 60_000n;
const DAY_MS = 1_440n * MINUTE_MS;
const UNIT = 1;
const FOREIGN_EXCHANGE = 1;
const GOVERNMENT_BONDS = 3;
const BONDS_MINOR = 800_000n * YUAN;

/** Customers of each institution, numbered from 1; 0 is the institution's own account. */
const CUSTOMERS = 8n;
const DEPOSIT_MINOR = 20_000n * YUAN;
/** What each participant puts up, and what the first owner gives in capital. */
const COLLATERAL_MINOR = 20_000n * YUAN;
const FUND_SHARE_MINOR = 10_000n * YUAN;
export const CAPITAL_MINOR = 10_000n * YUAN;
/** What each participant has put up at the clearing house, and as much has a payment institution left of its own funds. */
export const PUT_UP_MINOR = COLLATERAL_MINOR + FUND_SHARE_MINOR;
const E_MONEY_MINOR = 5_000n * YUAN;
/** What customers for examples have at the first payment institution together. */
export const FIRST_E_MONEY_MINOR = E_MONEY_MINOR * CUSTOMERS;

/** What each bank sells of its bonds to the central bank. */
export const BONDS_SOLD_MINOR = 175_000n * YUAN;
/** What banks bring in bonds besides, to what the central bank then lends on them: hundredths of a per cent. */
const BONDS_TO_PLEDGED_BPS = 13_000n;
const WHOLE_BPS = 10_000n;

/**
 * Three commercial banks and the payment institutions of the second mode, each with customers, and a clearing house in which they take part. Its first
 * payments are those by which the first payment institution's customers get their e-money: from accounts at the first bank.
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
          mostWaiting: 512n,
          longestWaitMs: DAY_MS,
          graceMs: 10n * MINUTE_MS,
          recallMs: 30n * DAY_MS,
        }),
        ...members.map((institution) => admitParticipant({ institution })),
      ],
    },
    ...members.map((member) => ({ signers: [member], calls: joinWithFunds(house) })),
    { signers: [first], calls: [contributeClearingCapital({ house, amountMinor: CAPITAL_MINOR })] },
    { signers: [first], calls: customersOf().map((account) => fill(house, addressOf(accounts, "payment institution"), account)) },
  ];
}

/** Owners bring government bonds as capital, an exporter sells foreign exchange for a deposit, other customers sell bonds, and the central bank buys a part. */
function openBank({ name }: DevelopmentAccount, centralBank: Address): Call[] {
  const bonds = { custodian: 1, kind: GOVERNMENT_BONDS, description: "Government bonds" };
  const capital = BONDS_MINOR + (bankShareMinor(name, STATEMENT_MINOR.claimsOnBanks) * BONDS_TO_PLEDGED_BPS) / WHOLE_BPS;
  const exchange = bankShareMinor(name, STATEMENT_MINOR.foreignExchange);
  return [
    banking.commercialBank.establish({ centralBank, name, symbol: `${name}.deposit` }),
    banking.commercialBank.openAccounts({ count: CUSTOMERS + 1n + populationAccounts(name) }),
    banking.commercialBank.contributeSecurity({ ...bonds, bookValue: capital }),
    banking.openMarket.buy({ centralBank: 2, bank: 0, holding: 1n, amount: BONDS_SOLD_MINOR, haircutBps: 400n }),
    banking.commercialBank.buySecurity({
      custodian: 1,
      kind: FOREIGN_EXCHANGE,
      description: "Foreign exchange",
      account: EXPORTER,
      price: exchange,
    }),
    banking.openMarket.buy({ centralBank: 2, bank: 0, holding: 2n, amount: exchange, haircutBps: 200n }),
    ...customersOf().map((account) => banking.commercialBank.buySecurity({ ...bonds, account, price: DEPOSIT_MINOR })),
  ];
}

function openPaymentInstitution({ name, address }: DevelopmentAccount, centralBank: Address): Call[] {
  return [
    beginPaymentInstitution({ centralBank, name, symbol: `${name}.money`, mode: "second" }),
    openEMoneyAccounts({ count: CUSTOMERS }),
    banking.paymentInstitution.contribute({ contributor: 1, institution: address, amount: 2n * PUT_UP_MINOR }),
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
