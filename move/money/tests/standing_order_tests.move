/// Standing orders: paid once a period, never early, never twice, and softly refused.
#[test_only]
module money::standing_order_tests;

use money::payment_check;
use money::recurrence;
use money::retail;
use money::scenario;
use money::standing_order;
use money::testing;
use std::ledger::Ledger;
use std::test_ledger;
use std::unit_test::assert_eq;

const DAY_MS: u64 = 86_400_000;
/// The scenario's days end an hour before Greenwich's.
const HOUR_MS: u64 = 3_600_000;

fun on_day(ledger: &mut Ledger, day: u64) {
    retail::at_time(ledger, day * DAY_MS - HOUR_MS);
}

fun check(ledger: &Ledger, order: address, paid: u64, missed: u64, refusal: u8) {
    let (p, m, r) = standing_order::record(ledger, order);
    assert_eq!(vector[p, m, r as u64], vector[paid, missed, refusal as u64]);
}

#[test]
fun every_month_by_the_calendar_until_the_last_day() {
    let mut ledger = retail::begin();
    // From 31 January 1970 to 1 May 1970.
    let order = retail::order(&mut ledger, 10, 3, 1, 30, option::some(120));
    vector[30, 58, 89].do!(|day| {
        on_day(&mut ledger, day);
        standing_order::trigger(&mut ledger, order);
    });
    check(&ledger, order, 3, 0, 0);
    on_day(&mut ledger, 119);
    standing_order::trigger(&mut ledger, order);
    // The next would be 31 May: the order has ended by itself.
    assert!(!standing_order::exists(&ledger, order));
    assert_eq!(scenario::balance(&ledger, @0xA2), 40);
    retail::end(ledger, vector[@0xA1, @0xA2], 0);
}

fun trigger_at(time_ms: u64) {
    let mut ledger = retail::begin();
    let order = retail::order(&mut ledger, 10, 2, 1, 3, option::none());
    retail::at_time(&mut ledger, time_ms);
    standing_order::trigger(&mut ledger, order);
    check(&ledger, order, 1, 0, 0);
    retail::end(ledger, vector[@0xA1, @0xA2], 0);
}

#[test]
fun due_when_the_day_begins_in_the_units_zone() { trigger_at(3 * DAY_MS - HOUR_MS) }

#[test, expected_failure(abort_code = standing_order::ENotDue)]
fun not_a_moment_before() { trigger_at(3 * DAY_MS - HOUR_MS - 1) }

#[test, expected_failure(abort_code = standing_order::ENotDue)]
fun not_twice_in_a_period() {
    let mut ledger = retail::begin();
    let order = retail::order(&mut ledger, 10, 2, 1, 0, option::none());
    standing_order::trigger(&mut ledger, order);
    on_day(&mut ledger, 6);
    standing_order::trigger(&mut ledger, order);
    test_ledger::destroy(ledger);
}

#[test]
fun refused_softly_and_tried_again() {
    let mut ledger = retail::begin();
    let order = retail::order(&mut ledger, 60, 1, 2, 0, option::none());
    standing_order::trigger(&mut ledger, order);
    on_day(&mut ledger, 2);
    standing_order::trigger(&mut ledger, order);
    check(&ledger, order, 1, 0, 10);
    assert_eq!(scenario::balance(&ledger, @0xA1), 40);
    scenario::give(&mut ledger, @0xA1, 20);
    on_day(&mut ledger, 3);
    standing_order::trigger(&mut ledger, order);
    check(&ledger, order, 2, 0, 0);
    retail::end(ledger, vector[@0xA1, @0xA2], 0);
}

#[test]
fun what_was_not_made_in_its_period_is_missed() {
    let mut ledger = retail::begin();
    let order = retail::order(&mut ledger, 10, 1, 7, 0, option::some(100));
    on_day(&mut ledger, 30);
    standing_order::trigger(&mut ledger, order);
    // Days 0, 7, 14 and 21 were missed, day 28 is paid.
    check(&ledger, order, 1, 4, 0);
    on_day(&mut ledger, 200);
    standing_order::trigger(&mut ledger, order);
    assert!(!standing_order::exists(&ledger, order));
    assert_eq!(scenario::balance(&ledger, @0xA2), 10);
    retail::end(ledger, vector[@0xA1, @0xA2], 0);
}

#[test]
fun limits_and_closed_wallets_refuse_softly() {
    let mut ledger = retail::begin();
    let order = retail::order(&mut ledger, 60, 1, 1, 0, option::none());
    scenario::limit(&mut ledger, option::some(59), option::none(), option::none(), option::none());
    standing_order::trigger(&mut ledger, order);
    check(&ledger, order, 0, 0, 6);
    scenario::limit(&mut ledger, option::none(), option::some(59), option::none(), option::none());
    standing_order::trigger(&mut ledger, order);
    check(&ledger, order, 0, 0, 7);
    scenario::limit(&mut ledger, option::none(), option::none(), option::some(60), option::some(60));
    testing::pay(&mut ledger, @0xA1, @0xA2, 1, 1);
    standing_order::trigger(&mut ledger, order);
    check(&ledger, order, 0, 0, 8);
    scenario::limit(&mut ledger, option::none(), option::none(), option::none(), option::some(60));
    standing_order::trigger(&mut ledger, order);
    check(&ledger, order, 0, 0, 9);
    testing::pay(&mut ledger, @0xA2, @0xA1, 1, 1);
    testing::close(&mut ledger, @0xA2);
    standing_order::trigger(&mut ledger, order);
    check(&ledger, order, 0, 0, 4);
    retail::end(ledger, vector[@0xA1], 0);
}

#[test]
fun a_frozen_payer_is_refused_softly_until_the_freeze_ends() {
    let mut ledger = retail::begin();
    let order = retail::order(&mut ledger, 60, 1, 1, 0, option::none());
    retail::freeze_wallet(&mut ledger, @0xA1, 2_000);
    standing_order::trigger(&mut ledger, order);
    check(&ledger, order, 0, 0, 12);
    retail::at_time(&mut ledger, 2_000);
    standing_order::trigger(&mut ledger, order);
    check(&ledger, order, 1, 0, 0);
    retail::end(ledger, vector[@0xA1, @0xA2], 0);
}

#[test, expected_failure(abort_code = standing_order::ENoOrder)]
fun cancelled_is_cancelled() {
    let mut ledger = retail::begin();
    let order = retail::order(&mut ledger, 10, 1, 1, 0, option::none());
    retail::cancel(&mut ledger, @0xA1, order);
    standing_order::trigger(&mut ledger, order);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = standing_order::ENotPayer)]
fun the_payee_cancels_nothing() {
    let mut ledger = retail::begin();
    let order = retail::order(&mut ledger, 10, 1, 1, 0, option::none());
    retail::cancel(&mut ledger, @0xA2, order);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = recurrence::EBadDays)]
fun nothing_is_ordered_for_yesterday() {
    let mut ledger = retail::begin();
    on_day(&mut ledger, 2);
    retail::order(&mut ledger, 10, 1, 1, 1, option::none());
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = recurrence::EBadPeriod)]
fun no_period_is_empty() {
    let mut ledger = retail::begin();
    retail::order(&mut ledger, 10, 1, 0, 0, option::none());
    test_ledger::destroy(ledger);
}

fun a_hundred_years_late(period: u8, missed: u64) {
    let mut ledger = retail::begin();
    let order = retail::order(&mut ledger, 10, period, 1, 0, option::none());
    on_day(&mut ledger, 36_525);
    standing_order::trigger(&mut ledger, order);
    check(&ledger, order, 1, missed, 0);
    retail::end(ledger, vector[@0xA1, @0xA2], 0);
}

#[test]
fun however_late_a_daily_order_pays_once() { a_hundred_years_late(1, 36_525) }

#[test]
fun however_late_a_weekly_order_pays_once() { a_hundred_years_late(2, 5_217) }

#[test]
fun however_late_a_monthly_order_pays_once() { a_hundred_years_late(3, 1_200) }

#[test]
fun however_late_a_yearly_order_pays_once() { a_hundred_years_late(4, 100) }

#[test]
fun the_check_says_zero_exactly_where_a_payment_goes_through() {
    let mut ledger = retail::begin();
    assert_eq!(payment_check::refusal(&ledger, @0xA1, @0xA2, 1, 100), 0);
    assert_eq!(payment_check::refusal(&ledger, @0xA1, @0xA2, 1, 101), 10);
    assert_eq!(payment_check::refusal(&ledger, @0xA1, @0xA2, 1, 0), 1);
    assert_eq!(payment_check::refusal(&ledger, @0xA1, @0xA1, 1, 1), 2);
    assert_eq!(payment_check::refusal(&ledger, @0x404, @0xA1, 1, 1), 3);
    assert_eq!(payment_check::refusal(&ledger, @0xA1, @0x404, 1, 1), 4);
    scenario::limit_tier(&mut ledger, 2, option::none(), option::none(), option::none(), option::none());
    assert_eq!(payment_check::refusal(&ledger, @0xA1, @0xA2, 1, 1), 5);
    // The same holder's own wallets count towards no day.
    scenario::limit(&mut ledger, option::none(), option::none(), option::some(0), option::none());
    assert_eq!(payment_check::refusal(&ledger, @0xA1, @0xB1, 1, 1), 0);
    assert_eq!(payment_check::refusal(&ledger, @0xA1, @0xA2, 1, 1), 8);
    test_ledger::destroy(ledger);
}
