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

/// What is left of an annuity after each of its instalments, a year apart, and what the last of them comes to.
fun check_annuity(principal: u64, rate_bps: u64, instalment: u64, left: vector<u64>, last: u64) {
    let years = left.length();
    let schedule = repayment_schedule::annuity(principal, rate_bps, years, 365, 1_000);
    assert_eq!(schedule.instalment(), option::some(instalment));
    assert_eq!(schedule.due_by(1_364), 0);
    years.do!(|year| assert_eq!(principal - schedule.due_by(1_365 + 365 * year), left[year]));
    let before = if (years == 1) principal else left[years - 2];
    let mut accrual = interest::begin(rate_bps, 1_000);
    let mut interest = 0;
    years.do!(|year| interest = accrual.accrue(if (year == 0) principal else left[year - 1], 1_365 + 365 * year));
    assert_eq!(before + interest, last);
    assert!(last <= instalment);
}

/// 1,000.00 at 10 % over three years: the tables say 402.11 (402.1148). By hand: 1,000.00 + 100.00 - 402.12 = 697.88; + 69.788 - 402.12
/// = 365.54 with 0.8 of a minor unit carried; + 36.554 and what was carried is 36.56, so that 402.10 end it.
#[test]
fun an_annuity_of_three_years_is_the_tables() {
    check_annuity(100_000, 1_000, 40_212, vector[69_788, 36_554, 0], 40_210);
}

/// 10,000.00 at 5 % over five years: 2,309.75 (2,309.7480). Left are 8,190.25, 6,290.01 (8,190.25 x 1.05 = 8,599.7625), 4,294.76
/// (6,604.5105 and the carried 0.25), 2,199.75 (4,509.498 and 0.30), and 2,309.7375 with 0.10 carried: 2,309.73.
#[test]
fun an_annuity_of_five_years_is_the_tables() {
    check_annuity(1_000_000, 500, 230_975, vector[819_025, 629_001, 429_476, 219_975, 0], 230_973);
}

#[test]
fun an_annuity_without_interest_is_equal_parts() {
    check_annuity(1_000, 0, 334, vector[666, 332, 0], 332);
}

#[test]
fun an_annuity_of_one_instalment_is_repaid_at_its_end() {
    check_annuity(100_000, 1_000, 110_000, vector[0], 110_000);
}

/// Instalments never leave anything to the last that is more than they are, whatever the terms.
#[test]
fun the_last_instalment_is_the_smallest() {
    vector[1, 99, 2_500, 10_000].do!(|rate_bps| vector[1, 2, 7, 60].do!(|instalments| vector[1, 30, 365].do!(|period_days| {
        vector[1, 1_003, 123_456_789].do!(|principal| {
            let schedule = repayment_schedule::annuity(principal, rate_bps, instalments, period_days, 0);
            let before = if (instalments == 1) 0 else schedule.due_by(period_days * (instalments - 1));
            let left = principal - before;
            let (interest, _) = interest::for_days(left, rate_bps, period_days, 3_649_999);
            assert!(left + interest <= *schedule.instalment().borrow() + 1);
            assert_eq!(schedule.due_by(period_days * instalments), principal);
        })
    })));
}

#[test, expected_failure(abort_code = interest::EBadRate)]
fun an_annuity_has_a_rate_that_can_be() {
    repayment_schedule::annuity(1_000, 10_001, 2, 30, 0);
}

#[test, expected_failure(abort_code = repayment_schedule::EInstalmentOverflow)]
fun an_instalment_beyond_an_amount_is_refused() {
    repayment_schedule::annuity(MAX, 10_000, 1, 366, 0);
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
