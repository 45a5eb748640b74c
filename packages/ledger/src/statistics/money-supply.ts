import type { Turnover } from "./turnover-window.ts";

/** What there is in one unit, in minor units, as it stands in the books. */
export interface MonetaryPosition {
  /** Settlement money outstanding. */
  readonly settlementMinor: bigint;
  /** Of it, accounts of the government and the deposit insurer's fund. */
  readonly governmentMinor: bigint;
  /** Of it, accounts of clearing houses. */
  readonly clearingHousesMinor: bigint;
  /** Of it, accounts of payment institutions: their customers' reserve and their own funds. */
  readonly paymentInstitutionsMinor: bigint;
  /** Digital cash outstanding. */
  readonly digitalCashMinor: bigint;
  /** Notes outstanding. */
  readonly notesMinor: bigint;
  /** Of digital cash and notes, what banks and operators hold themselves. */
  readonly cashOfBanksMinor: bigint;
  /** Demand deposits outstanding, those in clearing included. */
  readonly demandDepositsMinor: bigint;
  /** Of them, what banks and payment institutions hold themselves: the backing of something else. */
  readonly demandDepositsOfInstitutionsMinor: bigint;
  readonly timeDepositsMinor: bigint;
  /** E-money outstanding, that in clearing included. */
  readonly eMoneyMinor: bigint;
  /** Of it, what institutions hold themselves. */
  readonly eMoneyOfInstitutionsMinor: bigint;
  /** For each payment institution the lesser of its e-money and its reserve account, added up. */
  readonly eMoneyFullyReservedMinor: bigint;
}

/** The money of one unit. Ratios are decimal numbers as text, rounded down; `undefined` where they would divide by zero. */
export interface MoneySupply {
  /**
   * Notes, digital cash, and settlement accounts of banks and payment institutions. Of all central-bank money, which assets must
   * cover, it leaves out what the government, the deposit insurer and clearing houses have.
   */
  readonly baseMinor: bigint;
  /** Notes and digital cash outside banks and operators. */
  readonly m0Minor: bigint;
  /** M0, demand deposits of firms and persons, and customers' funds at payment institutions (definition of January 2025). */
  readonly m1Minor: bigint;
  /** M1 and time deposits. */
  readonly m2Minor: bigint;
  /** Series by other opinions, so labelled. */
  readonly alternatives: readonly { readonly name: string; readonly label: string; readonly amountMinor: bigint }[];
  /** M2 / base money. */
  readonly multiplier: string | undefined;
  /** What changed hands in the last 30 days; own-account, exchange and settlement legs are not in it. */
  readonly turnover: Turnover;
  /** That turnover / M1: how often a unit of M1 changed hands in 30 days. */
  readonly realVelocity: string | undefined;
  readonly financialVelocity: string | undefined;
}

/** The aggregates of a position by the definitions of the People's Bank of China as they stand since January 2025. */
export function moneySupplyOf(position: MonetaryPosition, turnover: Turnover): MoneySupply {
  const currencyMinor = position.notesMinor + position.digitalCashMinor;
  const baseMinor = currencyMinor + position.settlementMinor - position.governmentMinor - position.clearingHousesMinor;
  const m0Minor = currencyMinor - position.cashOfBanksMinor;
  const eMoneyMinor = position.eMoneyMinor - position.eMoneyOfInstitutionsMinor;
  const m1Minor = m0Minor + position.demandDepositsMinor - position.demandDepositsOfInstitutionsMinor + eMoneyMinor;
  const m2Minor = m1Minor + position.timeDepositsMinor;
  return {
    baseMinor,
    m0Minor,
    m1Minor,
    m2Minor,
    alternatives: [
      {
        name: "m0WithReservedEMoney",
        label: "M0 with fully reserved e-money (an opinion)",
        amountMinor: m0Minor + position.eMoneyFullyReservedMinor,
      },
      {
        name: "m1WithoutEMoney",
        label: "M1 without e-money (before January 2025)",
        amountMinor: m1Minor - eMoneyMinor,
      },
    ],
    multiplier: ratio(m2Minor, baseMinor),
    turnover,
    realVelocity: ratio(turnover.realMinor, m1Minor),
    financialVelocity: ratio(turnover.financialMinor, m1Minor),
  };
}

/** Quotient with six decimals, rounded down; `undefined` unless the divisor is above zero. */
function ratio(dividend: bigint, divisor: bigint): string | undefined {
  if (divisor <= 0n) return undefined;
  const millionths = (dividend * 1_000_000n) / divisor;
  return `${millionths / 1_000_000n}.${(millionths % 1_000_000n).toString().padStart(6, "0")}`;
}
