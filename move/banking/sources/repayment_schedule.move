/// When a loan's principal is due: in equal parts at equal distances. One part is a loan repaid at its end.
module banking::repayment_schedule;

#[error]
const EBadInstalments: vector<u8> = b"A loan has 1 to 600 instalments, each at least 1 day and at most 3660 days after the last.";

const MAX_INSTALMENTS: u64 = 600;
const MAX_PERIOD_DAYS: u64 = 3_660;

/// Equal parts of a principal.
public struct Schedule has copy, drop, store {
    /// Minor units.
    principal: u64,
    instalments: u64,
    period_days: u64,
    /// Days since 1970.
    first_day: u64,
}

/// A principal due in so many parts, the first one period after `day`.
public fun new(principal: u64, instalments: u64, period_days: u64, day: u64): Schedule {
    assert!(instalments >= 1 && instalments <= MAX_INSTALMENTS, EBadInstalments);
    assert!(period_days >= 1 && period_days <= MAX_PERIOD_DAYS, EBadInstalments);
    Schedule { principal, instalments, period_days, first_day: day + period_days }
}

/// How much of the principal is due by the end of a day, in minor units: k parts of n are principal × k / n rounded down,
/// so that the parts differ by one minor unit at most and the last makes the whole.
public fun due_by(schedule: &Schedule, day: u64): u64 {
    if (day < schedule.first_day) return 0;
    let passed = 1 + (day - schedule.first_day) / schedule.period_days;
    let parts = passed.min(schedule.instalments);
    schedule.principal.mul_div(parts, schedule.instalments)
}

/// The day of the last instalment.
public fun last_day(schedule: &Schedule): u64 {
    schedule.first_day + schedule.period_days * (schedule.instalments - 1)
}

/// The whole principal, in minor units.
public fun principal(schedule: &Schedule): u64 {
    schedule.principal
}
