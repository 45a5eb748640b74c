#[test_only]
module money::calendar_tests;

use money::calendar;
use std::unit_test::assert_eq;

const DAY_MS: u64 = 86_400_000;

fun is_leap(year: u64): bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// The first and the last day of every year from 1970 to 2500, counted one year after the other.
#[test]
fun every_year_begins_and_ends_on_its_day() {
    let mut year = 1970;
    let mut first = 0;
    while (year <= 2500) {
        let next = first + if (is_leap(year)) 366 else 365;
        assert_eq!(calendar::year_of(first), year);
        assert_eq!(calendar::year_of(next - 1), year);
        first = next;
        year = year + 1;
    }
}

#[test]
fun leap_days_lie_within_their_years() {
    assert_eq!(calendar::year_of(11_016), 2000); // 29 February 2000
    assert_eq!(calendar::year_of(19_782), 2024); // 29 February 2024
    assert_eq!(calendar::year_of(20_088), 2024); // 31 December 2024, its 366th day
    assert_eq!(calendar::year_of(20_089), 2025);
    assert_eq!(calendar::year_of(47_846), 2100); // 31 December 2100, its 365th
    assert_eq!(calendar::year_of(47_847), 2101);
}

#[test]
fun days_end_at_midnight_of_the_zone() {
    let greenwich = calendar::new_zone(0, false);
    assert_eq!(calendar::day_at(&greenwich, 0), 0);
    assert_eq!(calendar::day_at(&greenwich, DAY_MS - 1), 0);
    assert_eq!(calendar::day_at(&greenwich, DAY_MS), 1);
    let shanghai = calendar::new_zone(480, false);
    assert_eq!(calendar::day_at(&shanghai, 16 * 3_600_000 - 1), 0);
    assert_eq!(calendar::day_at(&shanghai, 16 * 3_600_000), 1);
    let new_york = calendar::new_zone(300, true);
    assert_eq!(calendar::day_at(&new_york, DAY_MS + 5 * 3_600_000 - 1), 0);
    assert_eq!(calendar::day_at(&new_york, DAY_MS + 5 * 3_600_000), 1);
    assert_eq!(calendar::day_at(&new_york, 0), 0);
    let kathmandu = calendar::new_zone(345, false);
    assert_eq!(calendar::day_at(&kathmandu, DAY_MS - 345 * 60_000 - 1), 0);
    assert_eq!(calendar::day_at(&kathmandu, DAY_MS - 345 * 60_000), 1);
}

#[test]
fun takes_the_outermost_zones() {
    calendar::new_zone(840, false);
    calendar::new_zone(720, true);
    assert_eq!(calendar::new_zone(0, true), calendar::new_zone(0, false));
}

#[test, expected_failure(abort_code = calendar::EZoneOutOfRange)]
fun refuses_a_zone_too_far_east() {
    calendar::new_zone(841, false);
}

#[test, expected_failure(abort_code = calendar::EZoneOutOfRange)]
fun refuses_a_zone_too_far_west() {
    calendar::new_zone(721, true);
}

/// Every day of four years from a 1 January has the date after the one before, by a count that knows only the lengths of months.
fun check_dates(first_day: u64, first_year: u64) {
    let lengths = vector[31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let (mut year, mut month, mut of_month) = (first_year, 1, 1);
    (4 * 365u64).do!(|i| {
        let (y, m, d) = calendar::date_of(first_day + i);
        assert!(y == year && m == month && d == of_month, first_day + i);
        let length = lengths[month - 1] + if (month == 2 && is_leap(year)) 1 else 0;
        of_month = of_month + 1;
        if (of_month > length) {
            of_month = 1;
            month = month + 1;
        };
        if (month > 12) {
            month = 1;
            year = year + 1;
        };
    });
}

#[test]
fun dates_from_1970() { check_dates(0, 1970) }

#[test]
fun dates_around_2000() { check_dates(10_592, 1999) }

#[test]
fun dates_around_2100() { check_dates(47_117, 2099) }

#[test]
fun months_end_where_they_are_short() {
    let last_of_january = 20_119; // 31 January 2025
    assert_eq!(calendar::months_after(last_of_january, 0), last_of_january);
    assert_eq!(calendar::months_after(last_of_january, 1), last_of_january + 28);
    assert_eq!(calendar::months_after(last_of_january, 2), last_of_january + 59);
    assert_eq!(calendar::months_after(last_of_january, 3), last_of_january + 89);
    assert_eq!(calendar::months_after(last_of_january, 12), last_of_january + 365);
    let leap_day = 19_782; // 29 February 2024
    assert_eq!(calendar::months_after(leap_day, 12), leap_day + 365); // 28 February 2025
    assert_eq!(calendar::months_after(leap_day, 48), leap_day + 1461); // 29 February 2028
}
