/// Interest, schedules and ratios: pure arithmetic.
#[test_only]
module banking::interest_tests;

use banking::interest;
use banking::prudential_ratio;
use banking::repayment_schedule;
use std::unit_test::assert_eq;

const MAX: u64 = 0xFFFF_FFFF_FFFF_FFFF;

#[test]
fun a_year_at_a_rate_is_the_rate() {
    let mut accrual = interest::begin(350, 20_000);
    assert_eq!(accrual.accrue(1_000_000, 20_365), 35_000);
    assert_eq!(accrual.through_day(), 20_365);
}

#[test]
fun interest_does_not_depend_on_how_often_it_is_reckoned() {
    let mut daily = interest::begin(777, 100);
    let mut at_once = interest::begin(777, 100);
    let mut sum = 0;
    let mut day = 101;
    while (day <= 465) {
        sum = sum + daily.accrue(123_457, day);
        day = day + 1;
    };
    assert_eq!(sum, at_once.accrue(123_457, 465));
    assert!(daily == at_once);
}

#[test]
fun a_day_twice_bears_interest_once() {
    let mut accrual = interest::begin(10_000, 10);
    assert_eq!(accrual.accrue(365, 11), 1);
    assert_eq!(accrual.accrue(365, 11), 0);
    assert_eq!(accrual.accrue(365, 5), 0);
    assert_eq!(accrual.accrue(365, 12), 1);
}

#[test]
fun less_than_a_minor_unit_is_carried() {
    let (interest, carried) = interest::for_days(364, 10_000, 1, 0);
    assert_eq!(interest, 0);
    assert_eq!(carried, 3_640_000);
    let (more, left) = interest::for_days(1, 10_000, 1, carried);
    assert_eq!(more, 1);
    assert_eq!(left, 0);
}

#[test]
fun the_largest_principal_bears_interest() {
    let (interest, _) = interest::for_days(MAX, 10_000, 365, 0);
    assert_eq!(interest, MAX);
}

#[test, expected_failure(abort_code = interest::EInterestOverflow)]
fun interest_beyond_an_amount_is_refused() {
    interest::for_days(MAX, 10_000, 366, 0);
}

#[test, expected_failure(abort_code = interest::EBadRate)]
fun a_rate_is_at_most_a_hundred_per_cent() {
    interest::begin(10_001, 0);
}

#[test]
fun parts_of_a_principal_make_the_whole() {
    let schedule = repayment_schedule::new(1_000, 3, 30, 100);
    assert_eq!(schedule.due_by(129), 0);
    assert_eq!(schedule.due_by(130), 333);
    assert_eq!(schedule.due_by(159), 333);
    assert_eq!(schedule.due_by(160), 666);
    assert_eq!(schedule.due_by(190), 1_000);
    assert_eq!(schedule.due_by(100_000), 1_000);
    assert_eq!(schedule.last_day(), 190);
}

#[test, expected_failure(abort_code = repayment_schedule::EBadInstalments)]
fun a_loan_has_an_instalment() {
    repayment_schedule::new(1_000, 0, 30, 100);
}

#[test, expected_failure(abort_code = repayment_schedule::EBadInstalments)]
fun instalments_lie_apart() {
    repayment_schedule::new(1_000, 2, 0, 100);
}

#[test]
fun what_is_required_rounds_up() {
    assert_eq!(prudential_ratio::required_reserves(0, 1_000), 0);
    assert_eq!(prudential_ratio::required_reserves(1, 1_000), 1);
    assert_eq!(prudential_ratio::required_reserves(1_000, 1_350), 135);
    assert_eq!(prudential_ratio::required_reserves(1_001, 1_350), 136);
    assert_eq!(prudential_ratio::risk_weighted(101, 2_000), 21);
}

#[test]
fun capital_is_adequate_at_the_minimum_and_not_below() {
    assert!(prudential_ratio::is_adequate(80, 1_000, 800));
    assert!(!prudential_ratio::is_adequate(79, 1_000, 800));
    assert!(prudential_ratio::is_adequate(0, 0, 800));
    assert_eq!(prudential_ratio::ratio_bps(79, 1_000), option::some(790));
    assert_eq!(prudential_ratio::ratio_bps(79, 0), option::none());
}
