import type { GenesisProgram } from "@sycee/ledger";
import {
  beginPaymentInstitution,
  collectBatch,
  contributeOwnFunds,
  grantLicence,
  handOut,
  issueAgainstDeposit,
  keepInstitutionsDeposits,
  openEMoneyAccounts,
  openInstitutionsDeposits,
  placeDeposit,
  releaseDeposit,
  reportDeposits,
  setMerchantTerms,
  topUp,
} from "@sycee/sdk";
import { addressOf, type DevelopmentAccount } from "./development-accounts.ts";

const YUAN = 100n;
export const OWN_FUNDS_MINOR = 200_000n * YUAN;
const CUSTOMERS = [1, 2, 3, 4];
/** Accounts for examples; those of the population follow. */
const ACCOUNTS = 8n;
/** What each of these customers has at the institution in the first mode. */
const E_MONEY_MINOR = 10_000n * YUAN;
/** What lies at the first bank for it as it reports. */
export const DEPOSITED_MINOR = E_MONEY_MINOR * BigInt(CUSTOMERS.length) - 8_000n * YUAN;
/** What that institution spent of its customers' money. */
const SPENT_MINOR = 8_000n * YUAN;
/** Its account at the first bank, and the bank's customer whom it paid. */
const DEPOSIT = 0;
const SUPPLIER = 8;
/** A merchant at the first institution in the second mode, and a usual fee for payments by QR code: 0.6%. */
const MERCHANT = 8;
export const TERMS = { feeBps: 60, feeFixedMinor: 0n } as const;
export const TOP_UP_MINOR = 800n * YUAN;

/**
 * What payment institutions do as the economy begins. The one in the second mode has a merchant, and a customer who tops up from a
 * wallet. The one in the first mode keeps its customers' money at the first bank, spent some of it, and reported so.
 */
export function paymentPrograms(accounts: readonly DevelopmentAccount[]): GenesisProgram[] {
  const centralBank = addressOf(accounts, "central bank");
  const bank = addressOf(accounts, "bank");
  const [second, first] = [addressOf(accounts, "payment institution"), addressOf(accounts, "first-mode institution")];
  const person = addressOf(accounts, "person");
  return [
    {
      signers: [addressOf(accounts, "supervisor")],
      calls: [grantLicence({ kind: "paymentInstitution", holder: first, unit: 1 })],
    },
    {
      signers: [first],
      calls: [
        beginPaymentInstitution({ centralBank, name: "old-pay", symbol: "old-pay.money", mode: "first" }),
        openEMoneyAccounts({ count: ACCOUNTS }),
      ],
    },
    {
      signers: [bank],
      calls: [
        keepInstitutionsDeposits(),
        openInstitutionsDeposits({ count: 1n }),
        ...CUSTOMERS.map((customer) => placeDeposit({ customer, account: DEPOSIT, amountMinor: E_MONEY_MINOR })),
        releaseDeposit({ customer: SUPPLIER, account: DEPOSIT, amountMinor: SPENT_MINOR }),
      ],
    },
    {
      signers: [first],
      calls: [
        ...CUSTOMERS.map((account) => issueAgainstDeposit({ account, amountMinor: E_MONEY_MINOR })),
        reportDeposits({ atBanksMinor: E_MONEY_MINOR * BigInt(CUSTOMERS.length) - SPENT_MINOR }),
      ],
    },
    {
      signers: [addressOf(accounts, "operator")],
      calls: [
        contributeOwnFunds({ institution: first, amountMinor: OWN_FUNDS_MINOR }),
        // What is topped up with comes on top of what the wallet begins with.
        handOut({ to: person, amountMinor: TOP_UP_MINOR }),
      ],
    },
    { signers: [person], calls: [topUp({ institution: second, account: 1, amountMinor: TOP_UP_MINOR })] },
    {
      signers: [second],
      calls: [
        setMerchantTerms({ account: MERCHANT, ...TERMS }),
        collectBatch({ payers: [1, 2], merchants: [MERCHANT, MERCHANT], amountsMinor: [36n * YUAN, 12n * YUAN] }),
      ],
    },
  ];
}
