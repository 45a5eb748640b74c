/**
 * The statement of the central bank with which the development economy begins: that of the People's Bank of China for December
 * 2019, one to a million.
 *
 * Source: People's Bank of China, balance sheet of the monetary authority, December 2019, in units of 100 million yuan.
 */

/** As published, in hundredths of 100 million yuan, which is the unit that the statement is rounded to. */
const PUBLISHED = {
  foreignExchange: 21_231_726n,
  monetaryGold: 285_563n,
  otherForeignAssets: 346_584n,
  claimsOnGovernment: 1_525_024n,
  claimsOnOtherDepositoryCorporations: 11_774_886n,
  claimsOnOtherFinancialCorporations: 462_339n,
  otherAssets: 1_486_926n,
  currencyIssue: 8_285_905n,
  depositsOfOtherDepositoryCorporations: 22_602_386n,
  depositsOfNonFinancialInstitutions: 1_529_204n,
  depositsOfFinancialCorporationsOutsideReserveMoney: 457_440n,
  bondIssue: 102_000n,
  foreignLiabilities: 84_177n,
  depositsOfGovernment: 3_241_513n,
  ownCapital: 21_975n,
  otherLiabilities: 788_448n,
} as const;

/** A hundredth of 100 million yuan is a yuan of the development economy, one to a million. */
const YUAN = 100n;

/**
 * The lines that a central bank on the ledger has, in minor units. Financial corporations other than banks are the clearing house
 * here; what is owed to them is outside base money, as there. A central bank on the ledger issues no bonds and owes nothing
 * abroad: what stands on these two lines and on other liabilities, 2.6% of the whole, is part of its own capital.
 */
export const STATEMENT_MINOR = {
  gold: PUBLISHED.monetaryGold * YUAN,
  foreignExchange: (PUBLISHED.foreignExchange + PUBLISHED.otherForeignAssets) * YUAN,
  claimsOnGovernment: PUBLISHED.claimsOnGovernment * YUAN,
  claimsOnBanks: PUBLISHED.claimsOnOtherDepositoryCorporations * YUAN,
  otherAssets: (PUBLISHED.otherAssets + PUBLISHED.claimsOnOtherFinancialCorporations) * YUAN,
  currencyIssue: PUBLISHED.currencyIssue * YUAN,
  depositsOfBanks: PUBLISHED.depositsOfOtherDepositoryCorporations * YUAN,
  depositsOfNonFinancialInstitutions: PUBLISHED.depositsOfNonFinancialInstitutions * YUAN,
  depositsOfClearingHouses: PUBLISHED.depositsOfFinancialCorporationsOutsideReserveMoney * YUAN,
  depositsOfGovernment: PUBLISHED.depositsOfGovernment * YUAN,
  ownCapital: (PUBLISHED.ownCapital + PUBLISHED.bondIssue + PUBLISHED.foreignLiabilities + PUBLISHED.otherLiabilities) * YUAN,
} as const;
