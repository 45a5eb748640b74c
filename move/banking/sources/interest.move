/// Simple interest for whole days: principal × rate × days / 365 (actual/365, every day counted, leap years too). What is
/// less than a minor unit is carried to the next accrual, so that interest does not depend on how often it is reckoned.
module banking::interest;

#[error]
const EBadRate: vector<u8> = b"A rate is 0 to 10000 hundredths of a per cent a year.";
#[error]
const EInterestOverflow: vector<u8> = b"The interest is more than one amount can be.";

const WHOLE_BPS: u64 = 10_000;
const DAYS_IN_YEAR: u128 = 365;
const MAX_U64: u128 = 0xFFFF_FFFF_FFFF_FFFF;

/// What bears interest: the rate, the day up to which it was reckoned and what was left below a minor unit.
public struct Accrual has copy, drop, store {
    /// Hundredths of a per cent a year.
    rate_bps: u64,
    /// Days since 1970; interest of the days before it is reckoned.
    through_day: u64,
    /// In 1/3,650,000 of a minor unit.
    carried: u64,
}

/// Interest that begins on a day.
public fun begin(rate_bps: u64, day: u64): Accrual {
    check_rate(rate_bps);
    Accrual { rate_bps, through_day: day, carried: 0 }
}

/// The interest in minor units on a principal from the day of the last accrual to `day`, rounded down; the rest is carried.
/// A day that is not later gives nothing. Aborts with `EInterestOverflow` if it is more than a u64 holds.
public fun accrue(accrual: &mut Accrual, principal: u64, day: u64): u64 {
    if (day <= accrual.through_day) return 0;
    let days = day - accrual.through_day;
    let (interest, carried) = for_days(principal, accrual.rate_bps, days, accrual.carried);
    accrual.through_day = day;
    accrual.carried = carried;
    interest
}

/// Interest in minor units, and what is carried, of a principal over so many days after `carried` was left before.
public fun for_days(principal: u64, rate_bps: u64, days: u64, carried: u64): (u64, u64) {
    let divisor = DAYS_IN_YEAR * (WHOLE_BPS as u128);
    // At most 2^64 × 10^4 × days: days are below 2^40 in any calendar this ledger has.
    let total = (principal as u128) * (rate_bps as u128) * (days as u128) + (carried as u128);
    let interest = total / divisor;
    assert!(interest <= MAX_U64, EInterestOverflow);
    (interest as u64, (total % divisor) as u64)
}

/// Another rate from the day of the last accrual on.
public fun set_rate(accrual: &mut Accrual, rate_bps: u64) {
    check_rate(rate_bps);
    accrual.rate_bps = rate_bps;
}

/// Hundredths of a per cent a year.
public fun rate_bps(accrual: &Accrual): u64 {
    accrual.rate_bps
}

/// The day up to which interest is reckoned.
public fun through_day(accrual: &Accrual): u64 {
    accrual.through_day
}

/// Aborts unless the number can be a rate.
public fun check_rate(rate_bps: u64) {
    assert!(rate_bps <= WHOLE_BPS, EBadRate);
}
