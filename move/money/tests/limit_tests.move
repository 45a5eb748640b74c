/// What a policy allows and refuses: below, at and above each bound, and in which order the bounds are tested.
#[test_only]
module money::limit_tests;

use money::holder;
use money::instrument::IssueAuthority;
use money::policy;
use money::scenario;
use money::testing;
use money::wallet;
use std::ledger::Ledger;
use std::test_ledger::{Self, set_time_ms};
use std::unit_test::assert_eq;

const MAX: u64 = 0xFFFF_FFFF_FFFF_FFFF;
/// 31 December 2023, 22:59:59.999 at Greenwich: the last moment of that year an hour east of it.
const LAST_OF_2023_MS: u64 = 1_704_063_599_999;
const DAY_MS: u64 = 86_400_000;

public struct Keep has store { authority: IssueAuthority }

/// Holder 1 at 0xA1 has 10,000 of its own and pays holder 2 at 0xA2, who has 100.
fun limited(balance: Option<u64>, single: Option<u64>, daily: Option<u64>, yearly: Option<u64>): Ledger {
    let mut ledger = scenario::begin();
    set_time_ms(&mut ledger, LAST_OF_2023_MS);
    scenario::give(&mut ledger, @0xA1, 10_000);
    scenario::give(&mut ledger, @0xA2, 100);
    scenario::limit(&mut ledger, balance, single, daily, yearly);
    ledger
}

fun at_most(limit: u64): Option<u64> {
    option::some(limit)
}

fun free(): Option<u64> {
    option::none()
}

fun pay_each(mut ledger: Ledger, amounts: vector<u64>) {
    amounts.do!(|amount| scenario::pay(&mut ledger, @0xA1, @0xA2, amount));
    scenario::end(ledger, vector[@0xA1, @0xA2, @0xB1]);
}

// === Each bound ===

#[test]
fun balance_below() { pay_each(limited(at_most(600), free(), free(), free()), vector[499]) }

#[test]
fun balance_at() { pay_each(limited(at_most(600), free(), free(), free()), vector[300, 200]) }

#[test, expected_failure(abort_code = wallet::EBalanceLimit)]
fun balance_above() { pay_each(limited(at_most(600), free(), free(), free()), vector[300, 201]) }

#[test, expected_failure(abort_code = wallet::EBalanceLimit)]
fun balance_above_already() { pay_each(limited(at_most(99), free(), free(), free()), vector[1]) }

#[test]
fun single_at() { pay_each(limited(free(), at_most(500), free(), free()), vector[500, 500, 1]) }

#[test, expected_failure(abort_code = wallet::ESingleLimit)]
fun single_above() { pay_each(limited(free(), at_most(500), free(), free()), vector[501]) }

#[test]
fun daily_at() { pay_each(limited(free(), free(), at_most(500), free()), vector[200, 300]) }

#[test, expected_failure(abort_code = wallet::EDailyLimit)]
fun daily_above() { pay_each(limited(free(), free(), at_most(500), free()), vector[200, 301]) }

#[test]
fun yearly_at() { pay_each(limited(free(), free(), free(), at_most(500)), vector[499, 1]) }

#[test, expected_failure(abort_code = wallet::EYearlyLimit)]
fun yearly_above() { pay_each(limited(free(), free(), free(), at_most(500)), vector[499, 1, 1]) }

#[test]
fun no_bound() { pay_each(limited(free(), free(), free(), free()), vector[9_000, 1_000]) }

#[test]
fun the_largest_bounds() { pay_each(limited(at_most(MAX), at_most(MAX), at_most(MAX), at_most(MAX)), vector[9_000, 1_000]) }

#[test, expected_failure(abort_code = wallet::ESingleLimit)]
fun a_bound_of_zero_allows_nothing() { pay_each(limited(free(), at_most(0), free(), free()), vector[1]) }

// === Order: each test breaks every rule from the named one on ===

#[test, expected_failure(abort_code = wallet::EZeroAmount)]
fun zero_is_tested_first() {
    let mut ledger = limited(at_most(0), at_most(0), at_most(0), at_most(0));
    scenario::pay(&mut ledger, @0x404, @0x404, 0);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = wallet::ENoWallet)]
fun then_that_there_are_wallets() {
    let mut ledger = limited(at_most(0), at_most(0), at_most(0), at_most(0));
    scenario::pay(&mut ledger, @0xA1, @0x404, 20_000);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = wallet::EBalanceLimit)]
fun then_the_balance() { pay_each(limited(at_most(0), at_most(0), at_most(0), at_most(0)), vector[20_000]) }

#[test, expected_failure(abort_code = wallet::ESingleLimit)]
fun then_the_single_payment() { pay_each(limited(free(), at_most(0), at_most(0), at_most(0)), vector[20_000]) }

#[test, expected_failure(abort_code = wallet::EDailyLimit)]
fun then_the_day() { pay_each(limited(free(), free(), at_most(0), at_most(0)), vector[20_000]) }

#[test, expected_failure(abort_code = wallet::EYearlyLimit)]
fun then_the_year() { pay_each(limited(free(), free(), free(), at_most(0)), vector[20_000]) }

#[test, expected_failure(abort_code = wallet::EInsufficientMoney)]
fun and_last_that_there_is_enough() { pay_each(limited(free(), free(), free(), free()), vector[20_000]) }

// === Days and years ===

#[test]
fun a_new_day_begins_at_midnight_of_the_zone() {
    let mut ledger = limited(free(), free(), at_most(500), free());
    scenario::pay(&mut ledger, @0xA1, @0xA2, 500);
    set_time_ms(&mut ledger, LAST_OF_2023_MS + 1);
    pay_each(ledger, vector[500]);
}

#[test, expected_failure(abort_code = wallet::EDailyLimit)]
fun a_day_lasts_until_midnight_of_the_zone() {
    let mut ledger = limited(free(), free(), at_most(500), free());
    set_time_ms(&mut ledger, LAST_OF_2023_MS + 1 - DAY_MS);
    scenario::pay(&mut ledger, @0xA1, @0xA2, 500);
    set_time_ms(&mut ledger, LAST_OF_2023_MS);
    pay_each(ledger, vector[1]);
}

#[test]
fun a_new_year_begins_at_midnight_of_the_zone() {
    let mut ledger = limited(free(), free(), free(), at_most(500));
    scenario::pay(&mut ledger, @0xA1, @0xA2, 500);
    set_time_ms(&mut ledger, LAST_OF_2023_MS + 1);
    pay_each(ledger, vector[500]);
}

/// 2024 has 366 days: its last is still in it, the next is not.
#[test, expected_failure(abort_code = wallet::EYearlyLimit)]
fun a_leap_year_has_one_more_day() {
    let mut ledger = limited(free(), free(), free(), at_most(500));
    set_time_ms(&mut ledger, LAST_OF_2023_MS + 1);
    scenario::pay(&mut ledger, @0xA1, @0xA2, 500);
    set_time_ms(&mut ledger, LAST_OF_2023_MS + 366 * DAY_MS);
    pay_each(ledger, vector[1]);
}

#[test]
fun and_then_it_ends() {
    let mut ledger = limited(free(), free(), free(), at_most(500));
    set_time_ms(&mut ledger, LAST_OF_2023_MS + 1);
    scenario::pay(&mut ledger, @0xA1, @0xA2, 500);
    set_time_ms(&mut ledger, LAST_OF_2023_MS + 366 * DAY_MS + 1);
    pay_each(ledger, vector[500]);
}

#[test]
fun a_leap_day_is_a_day_of_its_own() {
    let leap_day_ms = LAST_OF_2023_MS + 1 + 59 * DAY_MS;
    let mut ledger = limited(free(), free(), at_most(500), at_most(1_500));
    set_time_ms(&mut ledger, leap_day_ms - 1);
    scenario::pay(&mut ledger, @0xA1, @0xA2, 500);
    set_time_ms(&mut ledger, leap_day_ms);
    scenario::pay(&mut ledger, @0xA1, @0xA2, 500);
    set_time_ms(&mut ledger, leap_day_ms + DAY_MS);
    scenario::pay(&mut ledger, @0xA1, @0xA2, 500);
    assert_eq!(paid(&ledger, 1, leap_day_ms + DAY_MS), vector[500, 1_500]);
    scenario::end(ledger, vector[@0xA1, @0xA2]);
}

#[test, expected_failure(abort_code = wallet::EDailyLimit)]
fun in_the_west_the_day_ends_later() {
    let mut ledger = scenario::begin_in_zone(300, true);
    scenario::give(&mut ledger, @0xA1, 1_000);
    scenario::limit(&mut ledger, free(), free(), at_most(500), free());
    set_time_ms(&mut ledger, LAST_OF_2023_MS);
    scenario::pay(&mut ledger, @0xA1, @0xA2, 500);
    set_time_ms(&mut ledger, LAST_OF_2023_MS + 6 * 3_600_000); // a millisecond before midnight of 31 December
    scenario::pay(&mut ledger, @0xA1, @0xA2, 1);
    test_ledger::destroy(ledger);
}

// === Whose limits they are ===

#[test, expected_failure(abort_code = wallet::EDailyLimit)]
fun wallets_of_a_holder_with_other_operators_share_the_day() {
    let mut ledger = limited(free(), free(), at_most(500), free());
    scenario::give(&mut ledger, @0xB1, 500);
    scenario::pay(&mut ledger, @0xA1, @0xA2, 400);
    scenario::pay(&mut ledger, @0xB1, @0xA2, 101);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = wallet::EYearlyLimit)]
fun they_share_the_year() {
    let mut ledger = limited(free(), free(), free(), at_most(500));
    scenario::give(&mut ledger, @0xB1, 500);
    scenario::pay(&mut ledger, @0xA1, @0xA2, 400);
    scenario::pay(&mut ledger, @0xB1, @0xA2, 101);
    test_ledger::destroy(ledger);
}

#[test]
fun holders_do_not_share() {
    let mut ledger = limited(free(), free(), at_most(500), at_most(500));
    scenario::pay(&mut ledger, @0xA1, @0xA2, 500);
    scenario::pay(&mut ledger, @0xA2, @0xA1, 500);
    scenario::end(ledger, vector[@0xA1, @0xA2]);
}

#[test]
fun paying_oneself_does_not_count() {
    let mut ledger = limited(free(), free(), at_most(500), at_most(500));
    scenario::pay(&mut ledger, @0xA1, @0xB1, 700);
    assert_eq!(paid(&ledger, 1, LAST_OF_2023_MS), vector[0, 0]);
    pay_each(ledger, vector[500]);
}

#[test, expected_failure(abort_code = wallet::ESingleLimit)]
fun paying_oneself_is_still_one_payment() {
    let mut ledger = limited(free(), at_most(500), free(), free());
    scenario::pay(&mut ledger, @0xA1, @0xB1, 501);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = wallet::EBalanceLimit)]
fun paying_oneself_is_still_a_receipt() {
    let mut ledger = limited(at_most(500), free(), free(), free());
    scenario::pay(&mut ledger, @0xA1, @0xB1, 501);
    test_ledger::destroy(ledger);
}

#[test]
fun redeeming_and_receiving_do_not_count() {
    let mut ledger = limited(free(), at_most(500), at_most(500), at_most(500));
    scenario::take_back(&mut ledger, @0xA1, 4_000);
    scenario::give(&mut ledger, @0xA1, 3_000);
    assert_eq!(paid(&ledger, 1, LAST_OF_2023_MS), vector[0, 0]);
    pay_each(ledger, vector[500]);
}

#[test]
fun a_payment_counts_once_for_its_payer() {
    let mut ledger = limited(free(), free(), free(), free());
    scenario::pay(&mut ledger, @0xA1, @0xA2, 120);
    scenario::pay(&mut ledger, @0xA1, @0xA2, 3);
    assert_eq!(paid(&ledger, 1, LAST_OF_2023_MS), vector[123, 123]);
    assert_eq!(paid(&ledger, 1, LAST_OF_2023_MS + 1), vector[0, 0]);
    assert_eq!(paid(&ledger, 2, LAST_OF_2023_MS), vector[0, 0]);
    scenario::end(ledger, vector[@0xA1, @0xA2]);
}

/// What is counted never overflows: it stops at the largest number, and a limit set later is then exceeded.
#[test, expected_failure(abort_code = wallet::EYearlyLimit)]
fun counts_beyond_the_largest_number() {
    let mut ledger = limited(free(), free(), free(), free());
    scenario::take_back(&mut ledger, @0xA1, 10_000);
    scenario::take_back(&mut ledger, @0xA2, 100);
    scenario::give(&mut ledger, @0xA1, MAX);
    scenario::pay(&mut ledger, @0xA1, @0xA2, MAX);
    scenario::pay(&mut ledger, @0xA2, @0xA1, MAX);
    scenario::pay(&mut ledger, @0xA1, @0xA2, MAX);
    scenario::pay(&mut ledger, @0xA2, @0xA1, MAX);
    assert_eq!(paid(&ledger, 1, LAST_OF_2023_MS), vector[MAX, MAX]);
    scenario::limit(&mut ledger, free(), free(), free(), at_most(MAX));
    scenario::pay(&mut ledger, @0xA1, @0xA2, 1);
    test_ledger::destroy(ledger);
}

/// Instruments of one unit that stand under policies share what is counted.
#[test, expected_failure(abort_code = wallet::EDailyLimit)]
fun instruments_of_a_unit_share_the_day() {
    let mut ledger = limited(free(), free(), at_most(500), free());
    let authority = scenario::register(&mut ledger, b"CZK.f");
    policy::set_tier(&mut ledger, &authority.permit(), 1, free(), free(), at_most(500), free());
    scenario::give_other(&mut ledger, &authority, @0xA1, 500);
    ledger.publish(@0xD, Keep { authority });
    testing::pay(&mut ledger, @0xA1, @0xA2, 2, 400);
    scenario::pay(&mut ledger, @0xA1, @0xA2, 101);
    test_ledger::destroy(ledger);
}

// === Tiers ===

#[test]
fun each_side_has_its_own_tier() {
    let mut ledger = limited(at_most(10_000), at_most(500), free(), free());
    scenario::limit_tier(&mut ledger, 2, free(), free(), free(), free());
    let permit = scenario::operator_permit(&ledger, @0x0A);
    wallet::change_tier(&mut ledger, &permit, @0xA1, 2);
    pay_each(ledger, vector[9_000]);
}

#[test, expected_failure(abort_code = policy::EUndefinedTier)]
fun a_payee_of_an_undefined_tier_receives_nothing() {
    let mut ledger = limited(free(), free(), free(), free());
    scenario::open(&mut ledger, @0x0A, @0xA3, 3, 2);
    scenario::pay(&mut ledger, @0xA1, @0xA3, 1);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = policy::EUndefinedTier)]
fun a_payer_of_an_undefined_tier_pays_nothing() {
    let mut ledger = limited(free(), free(), free(), free());
    let permit = scenario::operator_permit(&ledger, @0x0A);
    wallet::change_tier(&mut ledger, &permit, @0xA1, 2);
    pay_each(ledger, vector[1]);
}

#[test, expected_failure(abort_code = policy::EUndefinedTier)]
fun nothing_is_issued_to_an_undefined_tier() {
    let mut ledger = limited(free(), free(), free(), free());
    scenario::open(&mut ledger, @0x0A, @0xA3, 3, 2);
    scenario::give(&mut ledger, @0xA3, 1);
    test_ledger::destroy(ledger);
}

#[test]
fun what_an_undefined_tier_holds_can_be_redeemed() {
    let mut ledger = limited(free(), free(), free(), free());
    let permit = scenario::operator_permit(&ledger, @0x0A);
    wallet::change_tier(&mut ledger, &permit, @0xA1, 2);
    scenario::take_back(&mut ledger, @0xA1, 10_000);
    scenario::end(ledger, vector[@0xA1, @0xA2]);
}

fun paid(ledger: &Ledger, of: u8, time_ms: u64): vector<u64> {
    let day = money::calendar::day_at(&money::calendar::new_zone(60, false), time_ms);
    let (today, this_year) = holder::paid(ledger, testing::holder(of), 1, day);
    vector[today, this_year]
}
