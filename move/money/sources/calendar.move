/// Days and years as a unit of account counts them: by the Gregorian calendar, in the zone in which its days end.
module money::calendar;

use std::ledger::Ledger;

#[error]
const EZoneOutOfRange: vector<u8> = b"A zone lies between 14 hours east and 12 hours west of Greenwich.";

const MINUTE_MS: u64 = 60_000;
const DAY_MS: u64 = 86_400_000;
const MAX_EAST_MINUTES: u16 = 840;
const MAX_WEST_MINUTES: u16 = 720;

/// A fixed offset from Greenwich.
public struct Zone has copy, drop, store {
    offset_minutes: u16,
    is_west: bool,
}

/// A zone; Greenwich itself is east.
public fun new_zone(offset_minutes: u16, is_west: bool): Zone {
    let most = if (is_west) MAX_WEST_MINUTES else MAX_EAST_MINUTES;
    assert!(offset_minutes <= most, EZoneOutOfRange);
    Zone { offset_minutes, is_west: is_west && offset_minutes > 0 }
}

/// The day that the running block falls on, in days since 1 January 1970 in that zone.
public fun today(ledger: &Ledger, zone: &Zone): u64 {
    day_at(zone, ledger.time_ms())
}

/// The day of a moment (milliseconds since 1970 at Greenwich), in days since 1 January 1970 in that zone. The last hours
/// of 1969 that the moment 0 is in the west count to day 0.
public fun day_at(zone: &Zone, time_ms: u64): u64 {
    let offset_ms = (zone.offset_minutes as u64) * MINUTE_MS;
    let local_ms = if (!zone.is_west) time_ms + offset_ms
    else if (time_ms > offset_ms) time_ms - offset_ms
    else 0;
    local_ms / DAY_MS
}

/// The civil year that a day, counted from 1 January 1970, belongs to.
///
/// Counted in eras of 400 years that begin on 1 March, so that a leap day is the last day of its year.
public fun year_of(day: u64): u64 {
    let days = day + 719_468; // from 1 March of the year 0
    let era = days / 146_097;
    let day_of_era = days % 146_097;
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let is_january_or_february = day_of_year >= 306;
    era * 400 + year_of_era + if (is_january_or_february) 1 else 0
}

/// The civil date of a day counted from 1 January 1970: year, month (1 to 12), day of the month (from 1).
public fun date_of(day: u64): (u64, u64, u64) {
    let year = year_of(day);
    let mut left = day - first_day_of(year, 1);
    let mut month = 1;
    while (left >= days_in(year, month)) {
        left = left - days_in(year, month);
        month = month + 1;
    };
    (year, month, left + 1)
}

/// The day so many months after another: the same day of the month, or the last where the month is shorter.
public fun months_after(day: u64, months: u64): u64 {
    let (year, month, day_of_month) = date_of(day);
    let count = year * 12 + (month - 1) + months;
    let (year, month) = (count / 12, count % 12 + 1);
    first_day_of(year, month) + day_of_month.min(days_in(year, month)) - 1
}

/// The first day of a month, from 1970 on.
fun first_day_of(year: u64, month: u64): u64 {
    // Counted from 1 March, as above.
    let (shifted_year, shifted_month) = if (month > 2) (year, month - 3) else (year - 1, month + 9);
    shifted_year * 365 + shifted_year / 4 - shifted_year / 100 + shifted_year / 400 + (153 * shifted_month + 2) / 5 - 719_468
}

fun days_in(year: u64, month: u64): u64 {
    if (month == 2) {
        if (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)) 29 else 28
    } else if (month == 4 || month == 6 || month == 9 || month == 11) 30
    else 31
}
