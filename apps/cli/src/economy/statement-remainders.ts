import { STATEMENT_MINOR } from "./central-bank-statement.ts";
import type { DevelopmentAccount } from "./development-accounts.ts";
import { CAPITAL_MINOR, FIRST_E_MONEY_MINOR, PUT_UP_MINOR } from "./development-institutions.ts";
import { INTERBANK_MINOR, NOTES_MINOR, TAX_MINOR } from "./development-lending.ts";
import { TRADES_MINOR } from "./development-trades.ts";
import { OWN_FUNDS_MINOR, TOP_UP_MINOR } from "./payment-programs.ts";
import { developmentPopulation, residents } from "./population.ts";

/** Digital cash that each operator has in its till. */
export const TILL_MINOR = 50_000_000n;

/** What is still to happen until each line of the central bank's statement is what it should be, in minor units. */
export interface StatementRemainders {
  /** Notes that banks order. */
  readonly notesMinor: bigint;
  /** Taxes that banks' customers pay. */
  readonly taxesMinor: bigint;
  /** Settlement money that the central bank lends. */
  readonly lentMinor: bigint;
  /** Capital of the clearing house. */
  readonly clearingCapitalMinor: bigint;
  /** Own funds of payment institutions. */
  readonly ownFundsMinor: bigint;
}

/** The remainders once the people with names, the institutions and the population's wallets and e-money are there. */
export function statementRemainders(accounts: readonly DevelopmentAccount[]): StatementRemainders {
  const count = (role: DevelopmentAccount["role"]) => BigInt(accounts.filter((account) => account.role === role).length);
  const [banks, payments] = [count("bank"), count("payment institution")];
  const cash = count("operator") * TILL_MINOR + sumOf(accounts.map(({ cashMinor }) => cashMinor)) + TRADES_MINOR + sumOf(walletsMinor());
  // What the person tops up with becomes e-money at once; a merchant's fee stays in the reserve.
  const reserves = FIRST_E_MONEY_MINOR + TOP_UP_MINOR + sumOf(secondModeMinor(accounts));
  const ownFunds = payments * PUT_UP_MINOR + count("first-mode institution") * OWN_FUNDS_MINOR;
  return {
    notesMinor: STATEMENT_MINOR.currencyIssue - cash - banks * NOTES_MINOR,
    taxesMinor: STATEMENT_MINOR.depositsOfGovernment - banks * TAX_MINOR,
    lentMinor: STATEMENT_MINOR.claimsOnBanks - INTERBANK_MINOR,
    clearingCapitalMinor: STATEMENT_MINOR.depositsOfClearingHouses - (banks + payments) * PUT_UP_MINOR - CAPITAL_MINOR,
    ownFundsMinor: STATEMENT_MINOR.depositsOfNonFinancialInstitutions - reserves - ownFunds,
  };
}

function walletsMinor(): (bigint | undefined)[] {
  return residents(developmentPopulation()).map(({ wallet }) => wallet?.amountMinor);
}

function secondModeMinor(accounts: readonly DevelopmentAccount[]): (bigint | undefined)[] {
  const names = accounts.filter(({ role }) => role === "payment institution").map(({ name }) => name);
  const held = residents(developmentPopulation()).map(({ eMoney }) => eMoney);
  return held.map((account) => (account !== undefined && names.includes(account.at) ? account.amountMinor : undefined));
}

function sumOf(amounts: readonly (bigint | undefined)[]): bigint {
  return amounts.reduce((sum: bigint, amount) => sum + (amount ?? 0n), 0n);
}
