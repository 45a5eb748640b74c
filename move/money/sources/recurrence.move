/// Days that come again: every so many days, weeks, months or years from a first one. Days are counted from 1 January 1970.
module money::recurrence;

use money::calendar;

#[error]
const EBadPeriod: vector<u8> = b"A period is every 1 to 366 days (1), weeks (2), months (3) or years (4).";
#[error]
const EBadDays: vector<u8> = b"The first day is today or later, within 100 years, and no later than the last.";

const DAY: u8 = 1;
const WEEK: u8 = 2;
const MONTH: u8 = 3;
const YEAR: u8 = 4;
const MAX_EVERY: u64 = 366;
const MAX_AHEAD_DAYS: u64 = 36_525;

/// When something comes again.
public struct Recurrence has copy, drop, store {
    /// 1 days, 2 weeks, 3 months, 4 years; `every` of them lie between two.
    period: u8,
    every: u64,
    first_day: u64,
    /// None comes after it.
    last_day: Option<u64>,
}

/// A recurrence that begins today or later.
public fun new(period: u8, every: u64, first_day: u64, last_day: Option<u64>, today: u64): Recurrence {
    assert!(period >= DAY && period <= YEAR && every >= 1 && every <= MAX_EVERY, EBadPeriod);
    assert!(first_day >= today && first_day <= today + MAX_AHEAD_DAYS, EBadDays);
    assert!(last_day.is_none() || *last_day.borrow() >= first_day, EBadDays);
    Recurrence { period, every, first_day, last_day }
}

/// The day of an occurrence, counted from 0. A month that is too short has it on its last day.
public fun day(recurrence: &Recurrence, index: u64): u64 {
    let steps = index * recurrence.every;
    if (recurrence.period == DAY) recurrence.first_day + steps
    else if (recurrence.period == WEEK) recurrence.first_day + 7 * steps
    else if (recurrence.period == MONTH) calendar::months_after(recurrence.first_day, steps)
    else calendar::months_after(recurrence.first_day, 12 * steps)
}

/// The last occurrence on or before a day and the last day, from `next` on, which must be one of these.
public fun latest(recurrence: &Recurrence, next: u64, today: u64): u64 {
    let until = today.min(*recurrence.last_day.borrow_with_default(&today));
    let period = recurrence.period;
    // No month has more than 31 days, no year more than 366: never too many, and off by few.
    let longest = if (period == DAY) 1 else if (period == WEEK) 7 else if (period == MONTH) 31 else 366;
    let mut index = ((until - recurrence.first_day) / (longest * recurrence.every)).max(next);
    while (recurrence.day(index + 1) <= until) index = index + 1;
    index
}

/// Whether a day lies after the last.
public fun is_over(recurrence: &Recurrence, day: u64): bool {
    recurrence.last_day.is_some_and!(|last| day > *last)
}
