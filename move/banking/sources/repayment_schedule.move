/// When a loan's principal is due, at equal distances: in equal parts of the principal (one part is a loan repaid at its end), or as
/// an annuity, where equal instalments pay interest first and principal with the rest.
module banking::repayment_schedule;

use banking::interest;

#[error]
const EBadInstalments: vector<u8> = b"A loan has 1 to 600 instalments, each at least 1 day and at most 3660 days after the last.";
#[error]
const EInstalmentOverflow: vector<u8> = b"The instalment is more than one amount can be.";

const MAX_INSTALMENTS: u64 = 600;
const MAX_PERIOD_DAYS: u64 = 3_660;
/// What stands for 1 while an annuity is reckoned: 2^120.
const ONE: u256 = 1 << 120;
/// Days in a year times hundredths of a per cent in the whole.
const WHOLE: u256 = 3_650_000;
const MAX_U64: u256 = 0xFFFF_FFFF_FFFF_FFFF;

/// When how much of a principal is due.
public struct Schedule has copy, drop, store {
    /// Minor units.
    principal: u64,
    instalments: u64,
    period_days: u64,
    /// Days since 1970.
    first_day: u64,
    /// Of an annuity; absent where the principal is due in equal parts.
    annuity: Option<Annuity>,
}

/// Equal instalments that hold principal and interest.
public struct Annuity has copy, drop, store {
    /// Each but the last, which is what is left and never more. Minor units.
    instalment: u64,
    /// Hundredths of a per cent a year.
    rate_bps: u64,
}

/// A principal due in so many equal parts, the first one period after `day`.
public fun new(principal: u64, instalments: u64, period_days: u64, day: u64): Schedule {
    check(instalments, period_days);
    Schedule { principal, instalments, period_days, first_day: day + period_days, annuity: option::none() }
}

/// A principal repaid with its interest in so many equal instalments, the first one period after `day`.
public fun annuity(principal: u64, rate_bps: u64, instalments: u64, period_days: u64, day: u64): Schedule {
    check(instalments, period_days);
    interest::check_rate(rate_bps);
    let annuity = option::some(annuity_of(principal, rate_bps, instalments, period_days));
    Schedule { principal, instalments, period_days, first_day: day + period_days, annuity }
}

/// How much of the principal is due by the end of a day, in minor units. In equal parts, k of n are principal × k / n rounded down,
/// so that the parts differ by one minor unit at most and the last makes the whole. Of an annuity it is what k instalments
/// repay, if each is paid on its day: what the instalment leaves beside the interest as `banking::interest` reckons it.
public fun due_by(schedule: &Schedule, day: u64): u64 {
    if (day < schedule.first_day) return 0;
    let passed = 1 + (day - schedule.first_day) / schedule.period_days;
    let parts = passed.min(schedule.instalments);
    if (schedule.annuity.is_none()) return schedule.principal.mul_div(parts, schedule.instalments);
    if (parts == schedule.instalments) return schedule.principal;
    let (left, _) = left_after(schedule.principal, schedule.annuity.borrow(), schedule.period_days, parts);
    schedule.principal - left
}

/// The day of the last instalment.
public fun last_day(schedule: &Schedule): u64 {
    schedule.first_day + schedule.period_days * (schedule.instalments - 1)
}

/// The whole principal, in minor units.
public fun principal(schedule: &Schedule): u64 {
    schedule.principal
}

/// What an annuity's borrower pays each time, the last time less, in minor units; absent where principal is due in equal parts.
public fun instalment(schedule: &Schedule): Option<u64> {
    schedule.annuity.map_ref!(|annuity| annuity.instalment)
}

/// What is left of a principal after so many instalments, each paid on its day, and the interest that is carried.
fun left_after(principal: u64, annuity: &Annuity, period_days: u64, parts: u64): (u64, u64) {
    let mut left = principal;
    let mut carried = 0;
    parts.do!(|_| {
        let (interest, rest) = interest::for_days(left, annuity.rate_bps, period_days, carried);
        carried = rest;
        left = left.saturating_sub(annuity.instalment.saturating_sub(interest));
    });
    (left, carried)
}

/// The annuity of a principal: principal × r / (1 - (1 + r)^-n), where r is the interest of one period on 1 by actual days of 365,
/// rounded up to a minor unit.
fun annuity_of(principal: u64, rate_bps: u64, instalments: u64, period_days: u64): Annuity {
    if (rate_bps == 0) {
        let parts = ((principal as u128) + (instalments as u128) - 1) / (instalments as u128);
        return Annuity { instalment: parts as u64, rate_bps }
    };
    let rate = (rate_bps as u256) * (period_days as u256);
    // The power is rounded up, so that n instalments are never too little.
    let mut power = ONE;
    instalments.do!(|_| power = divide_up(power * WHOLE, WHOLE + rate));
    let instalment = divide_up((principal as u256) * rate * ONE, WHOLE * (ONE - power));
    assert!(instalment <= MAX_U64 && instalment > 0, EInstalmentOverflow);
    // That made it one more than it has to be where the fraction comes out even.
    let less = Annuity { instalment: instalment as u64 - 1, rate_bps };
    let (left, carried) = left_after(principal, &less, period_days, instalments - 1);
    let (interest, _) = interest::for_days(left, rate_bps, period_days, carried);
    if ((left as u128) + (interest as u128) <= (less.instalment as u128)) less else Annuity { instalment: instalment as u64, rate_bps }
}

fun divide_up(amount: u256, by: u256): u256 {
    (amount + by - 1) / by
}

fun check(instalments: u64, period_days: u64) {
    assert!(instalments >= 1 && instalments <= MAX_INSTALMENTS, EBadInstalments);
    assert!(period_days >= 1 && period_days <= MAX_PERIOD_DAYS, EBadInstalments);
}
