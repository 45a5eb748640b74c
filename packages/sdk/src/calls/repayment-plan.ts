/** Terms of a loan, as far as its repayment depends on them. */
export interface RepaymentTerms {
  readonly principalMinor: bigint;
  /** Hundredths of a per cent a year, actual/365: 0 to 10,000. */
  readonly rateBasisPoints: number;
  /** 1 to 600. */
  readonly instalments: number;
  /** 1 to 3,660. */
  readonly periodDays: number;
  /** Whether all payments are equal, or all parts of the principal. */
  readonly isAnnuity: boolean;
}

/** One payment of a loan, amounts in minor units. */
export interface PlannedPayment {
  /** So many days after the loan was made. */
  readonly afterDays: number;
  readonly paymentMinor: bigint;
  readonly interestMinor: bigint;
  /** What is left of the principal after it. */
  readonly leftMinor: bigint;
}

const MAX_INSTALMENTS = 600;
const MAX_PERIOD_DAYS = 3_660;
const WHOLE_BPS = 10_000;
const MAX_MINOR = 2n ** 64n - 1n;
/** Days in a year times hundredths of a per cent in the whole. */
const WHOLE = 3_650_000n;
/** What stands for 1 while an annuity is reckoned. */
const ONE = 2n ** 120n;

/**
 * What a borrower pays when, if it pays each time on the day, as `banking::repayment_schedule` and `banking::interest` reckon it: to be shown
 * before a loan is made, which the ledger then reckons by itself. `undefined` for terms that the ledger refuses.
 *
 * @example
 * const plan = repaymentPlan({ principalMinor: 100_000n, rateBasisPoints: 1_000, instalments: 3, periodDays: 365, isAnnuity: true });
 */
export function repaymentPlan(terms: RepaymentTerms): readonly PlannedPayment[] | undefined {
  if (!isLent(terms)) return undefined;
  const instalment = terms.isAnnuity ? instalmentOf(terms) : undefined;
  if (instalment !== undefined && instalment > MAX_MINOR) return undefined;
  return paymentsOf(terms, instalment);
}

function isLent({ principalMinor, rateBasisPoints, instalments, periodDays }: RepaymentTerms): boolean {
  const isIn = (value: number, least: number, most: number) => Number.isInteger(value) && value >= least && value <= most;
  const isAmount = principalMinor > 0n && principalMinor <= MAX_MINOR;
  return isAmount && isIn(rateBasisPoints, 0, WHOLE_BPS) && isIn(instalments, 1, MAX_INSTALMENTS) && isIn(periodDays, 1, MAX_PERIOD_DAYS);
}

function paymentsOf(terms: RepaymentTerms, instalment: bigint | undefined): readonly PlannedPayment[] {
  const { principalMinor, instalments, periodDays } = terms;
  const rate = rateOfPeriod(terms);
  const payments: PlannedPayment[] = [];
  let left = principalMinor;
  let carried = 0n;
  for (let number = 1; number <= instalments; number += 1) {
    const total = left * rate + carried;
    const interestMinor = total / WHOLE;
    carried = total % WHOLE;
    const after = number === instalments ? 0n : leftAfter(terms, { number, left, interestMinor, instalment });
    payments.push({ afterDays: number * periodDays, paymentMinor: left - after + interestMinor, interestMinor, leftMinor: after });
    left = after;
  }
  return payments;
}

/** In 1/3,650,000 of a principal: the interest of one period. */
function rateOfPeriod({ rateBasisPoints, periodDays }: RepaymentTerms): bigint {
  return BigInt(rateBasisPoints) * BigInt(periodDays);
}

interface Paid {
  readonly number: number;
  readonly left: bigint;
  readonly interestMinor: bigint;
  readonly instalment: bigint | undefined;
}

/** What is left of the principal after a payment that is not the last. */
function leftAfter({ principalMinor, instalments }: RepaymentTerms, { number, left, interestMinor, instalment }: Paid): bigint {
  if (instalment === undefined) return principalMinor - (principalMinor * BigInt(number)) / BigInt(instalments);
  const repaid = instalment > interestMinor ? instalment - interestMinor : 0n;
  return repaid < left ? left - repaid : 0n;
}

/** What an annuity's borrower pays each time: the least that repays everything, by the ledger's formula. */
function instalmentOf(terms: RepaymentTerms): bigint {
  const { principalMinor, instalments } = terms;
  const rate = rateOfPeriod(terms);
  if (rate === 0n) return divideUp(principalMinor, BigInt(instalments));
  let power = ONE;
  for (let number = 0; number < instalments; number += 1) power = divideUp(power * WHOLE, WHOLE + rate);
  const instalment = divideUp(principalMinor * rate * ONE, WHOLE * (ONE - power));
  // It is one more than it has to be where the fraction comes out even.
  const last = paymentsOf(terms, instalment - 1n).at(-1);
  return last !== undefined && last.paymentMinor <= instalment - 1n ? instalment - 1n : instalment;
}

function divideUp(amount: bigint, by: bigint): bigint {
  return (amount + by - 1n) / by;
}
