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
