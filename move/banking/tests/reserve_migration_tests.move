#[test_only]
module banking::reserve_migration_tests;

use banking::central_bank;
use banking::chart;
use banking::customers_reserve;
use banking::first_mode;
use banking::institution;
use banking::payment_economy as start;
use banking::reserve_migration;
use banking::reserve_schedule;
use money::customer_book;
use oversight::licence;
use oversight::testing::{revoke, suspend};
use std::ledger::Ledger;
use std::test_ledger::{new_signer, set_time_ms};
use std::unit_test::assert_eq;

const CENTRAL_BANK: address = @0xCB;
const BANK: address = @0xBA;
const FIRST: address = @0xF1;
const SECOND: address = @0xF2;
const DAY: u64 = 86_400_000;

/// 0xF1 with e-money of 200 on account 1, against deposits of 200 at the bank.
fun begin(): Ledger {
    let mut ledger = start::begin();
    start::top_up_by_deposit(&mut ledger, 1, 200);
    ledger
}

fun move_to_reserve(ledger: &mut Ledger, amount: u64) {
    reserve_migration::move_to_reserve(ledger, &start::first(), &start::bank(), 0, amount);
}

/// Deposits of the bank's own customers and e-money of both institutions: what the public holds at them. What backs e-money is not counted.
fun public_money(ledger: &Ledger): u128 {
    (institution::customers(ledger, BANK).pool() as u128) + customers_reserve::e_money(ledger, FIRST) + customers_reserve::e_money(ledger, SECOND)
}

fun schedule(ledger: &mut Ledger, from_ms: vector<u64>, shares_bps: vector<u64>) {
    reserve_schedule::set(ledger, &new_signer(CENTRAL_BANK), from_ms, shares_bps);
}

fun check_shares(ledger: &mut Ledger, times: vector<u64>, shares: vector<u64>) {
    times.zip_do!(shares, |time, share| {
        set_time_ms(ledger, time);
        assert_eq!(reserve_schedule::share_bps(ledger, CENTRAL_BANK), share);
    });
}

#[test]
fun a_migration_leaves_the_public_its_money_and_drains_the_banks_reserves() {
    let mut ledger = begin();
    let base = central_bank::base_money(&ledger, CENTRAL_BANK);
    let before = public_money(&ledger);
    assert_eq!(before, 300);
    vector[40, 60, 100].do!(|amount| {
        let reserves = institution::settlement_balance(&ledger, BANK);
        let deposits = institution::books(&ledger, BANK).balance(chart::demand_deposits());
        move_to_reserve(&mut ledger, amount);
        assert_eq!(institution::settlement_balance(&ledger, BANK), reserves - amount);
        assert_eq!(institution::books(&ledger, BANK).balance(chart::demand_deposits()), deposits - (amount as u128));
        assert_eq!(public_money(&ledger), before);
        assert_eq!(central_bank::base_money(&ledger, CENTRAL_BANK), base);
    });
    start::check(&ledger, FIRST, vector[200, 0, 0], 200, 0);
    assert_eq!(first_mode::accounts(&ledger, BANK).pool(), 0);
    assert_eq!(institution::books(&ledger, FIRST).balance(chart::deposits_at_banks()), 0);
    reserve_migration::enter_second_mode(&mut ledger, &start::first());
    assert!(customers_reserve::is_second_mode(&ledger, FIRST));
    start::end(ledger);
}

#[test]
fun in_the_first_mode_only_reports_tell_of_a_shortfall() {
    let mut ledger = begin();
    assert!(first_mode::reported_shortfall(&ledger, FIRST).is_none());
    // The institution spends customers' money; its e-money goes on, and more of it.
    first_mode::release(&mut ledger, &start::bank(), 0, 1, 150);
    first_mode::issue(&mut ledger, &start::first(), 2, 30);
    start::check(&ledger, FIRST, vector[200, 30, 0], 0, 0);
    first_mode::report(&mut ledger, &start::first(), 230);
    assert_eq!(first_mode::reported_shortfall(&ledger, FIRST), option::some(0));
    first_mode::report(&mut ledger, &start::first(), 50);
    assert_eq!(first_mode::reported_shortfall(&ledger, FIRST), option::some(180));
    first_mode::use_deposits(&mut ledger, &start::first(), 150);
    assert_eq!(institution::books(&ledger, FIRST).balance(chart::deposits_at_banks()), 80);
    start::end(ledger);
}

#[test, expected_failure(abort_code = customer_book::EInsufficientBalance)]
fun what_was_spent_does_not_move() {
    let mut ledger = begin();
    first_mode::release(&mut ledger, &start::bank(), 0, 1, 150);
    move_to_reserve(&mut ledger, 51);
    start::end(ledger);
}

#[test, expected_failure(abort_code = customers_reserve::ENotCovered)]
fun nobody_enters_the_second_mode_short() {
    let mut ledger = begin();
    move_to_reserve(&mut ledger, 199);
    reserve_migration::enter_second_mode(&mut ledger, &start::first());
    start::end(ledger);
}

#[test, expected_failure(abort_code = customers_reserve::EAlreadySecondMode)]
fun the_second_mode_is_entered_once() {
    let mut ledger = begin();
    reserve_migration::enter_second_mode(&mut ledger, &start::second());
    start::end(ledger);
}

#[test, expected_failure(abort_code = customers_reserve::ENotFirstMode)]
fun in_the_second_mode_nothing_is_issued_against_deposits() {
    let mut ledger = begin();
    first_mode::issue(&mut ledger, &start::second(), 1, 1);
    start::end(ledger);
}

#[test]
fun customers_are_paid_out_through_the_bank() {
    let mut ledger = begin();
    first_mode::redeem(&mut ledger, &start::first(), 1, 120);
    first_mode::release(&mut ledger, &start::bank(), 0, 1, 120);
    start::check(&ledger, FIRST, vector[80, 0, 0], 0, 0);
    assert_eq!(institution::customers(&ledger, BANK).balance(1), 120);
    start::end(ledger);
}

#[test, expected_failure(abort_code = first_mode::ENotBank)]
fun only_banks_keep_deposits() {
    let mut ledger = begin();
    first_mode::place(&mut ledger, &start::first(), 1, 0, 1);
    start::end(ledger);
}

#[test, expected_failure(abort_code = first_mode::EAlreadyKept)]
fun a_bank_begins_once_to_keep_them() {
    let mut ledger = begin();
    first_mode::keep_accounts(&mut ledger, &start::bank());
    start::end(ledger);
}

#[test, expected_failure(abort_code = licence::ERevoked)]
fun a_bank_without_a_licence_pays_no_institution_before_the_others() {
    let mut ledger = begin();
    revoke(&mut ledger, BANK, licence::bank(), 1);
    move_to_reserve(&mut ledger, 1);
    start::end(ledger);
}

#[test]
fun in_insolvency_institutions_stand_with_the_other_customers() {
    let mut ledger = begin();
    revoke(&mut ledger, BANK, licence::bank(), 1);
    assert_eq!(first_mode::kept(&ledger, BANK), 200);
    first_mode::take_in(&mut ledger, BANK, 0, 1);
    assert_eq!(first_mode::kept(&ledger, BANK), 0);
    assert_eq!(institution::customers(&ledger, BANK).balance(1), 200);
    start::end(ledger);
}

// === The schedule ===

#[test]
fun the_share_follows_the_dates() {
    let mut ledger = begin();
    set_time_ms(&mut ledger, 10 * DAY);
    assert_eq!(reserve_schedule::share_bps(&ledger, CENTRAL_BANK), 0);
    schedule(&mut ledger, vector[11 * DAY, 12 * DAY, 40 * DAY], vector[2_000, 3_000, 10_000]);
    check_shares(&mut ledger, vector[10 * DAY, 11 * DAY - 1, 11 * DAY, 12 * DAY, 40 * DAY - 1, 90 * DAY], vector[0, 0, 2_000, 3_000, 3_000, 10_000]);
    start::end(ledger);
}

#[test]
fun new_e_money_needs_the_share_at_the_central_bank() {
    let mut ledger = begin();
    set_time_ms(&mut ledger, 10 * DAY);
    schedule(&mut ledger, vector[11 * DAY], vector[2_000]);
    first_mode::issue(&mut ledger, &start::first(), 1, 3);
    set_time_ms(&mut ledger, 11 * DAY);
    // A date alone breaks nothing: customers go on, and the institution brings what is missing. 20% of 208 is 41.6.
    assert_eq!(customers_reserve::required(&ledger, FIRST), 41);
    move_to_reserve(&mut ledger, 42);
    first_mode::issue(&mut ledger, &start::first(), 1, 5);
    assert_eq!(customers_reserve::required(&ledger, FIRST), 42);
    start::end(ledger);
}

#[test, expected_failure(abort_code = customers_reserve::EShareNotCovered)]
fun without_the_share_nothing_more_is_issued() {
    let mut ledger = begin();
    set_time_ms(&mut ledger, 10 * DAY);
    schedule(&mut ledger, vector[9 * DAY], vector[2_000]);
    move_to_reserve(&mut ledger, 41);
    first_mode::issue(&mut ledger, &start::first(), 1, 6);
    start::end(ledger);
}

#[test]
fun a_change_leaves_what_has_begun_or_is_near() {
    let mut ledger = begin();
    set_time_ms(&mut ledger, 10 * DAY);
    schedule(&mut ledger, vector[5 * DAY, 12 * DAY, 30 * DAY], vector[2_000, 3_000, 4_000]);
    schedule(&mut ledger, vector[17 * DAY, 60 * DAY], vector[3_500, 10_000]);
    check_shares(&mut ledger, vector[10 * DAY, 12 * DAY, 17 * DAY, 30 * DAY, 60 * DAY], vector[2_000, 3_000, 3_500, 3_500, 10_000]);
    start::end(ledger);
}

#[test]
fun a_schedule_can_be_changed_for_ever() {
    let mut ledger = begin();
    let mut now = 1_000 * DAY;
    set_time_ms(&mut ledger, now);
    70u64.do!(|i| {
        schedule(&mut ledger, vector[now + 8 * DAY], vector[i + 1]);
        now = now + 8 * DAY;
        set_time_ms(&mut ledger, now);
        assert_eq!(reserve_schedule::share_bps(&ledger, CENTRAL_BANK), i + 1);
    });
    start::end(ledger);
}

#[test, expected_failure(abort_code = reserve_schedule::ETooSoon)]
fun a_change_needs_notice() {
    let mut ledger = begin();
    set_time_ms(&mut ledger, 10 * DAY);
    schedule(&mut ledger, vector[20 * DAY], vector[2_000]);
    schedule(&mut ledger, vector[17 * DAY - 1], vector[1_000]);
    start::end(ledger);
}

#[test, expected_failure(abort_code = reserve_schedule::EBadOrder)]
fun dates_ascend() {
    let mut ledger = begin();
    schedule(&mut ledger, vector[2, 2], vector[1, 2]);
    start::end(ledger);
}

#[test, expected_failure(abort_code = reserve_schedule::EBadShare)]
fun no_share_is_more_than_the_whole() {
    let mut ledger = begin();
    schedule(&mut ledger, vector[2], vector[10_001]);
    start::end(ledger);
}

#[test, expected_failure(abort_code = licence::ESuspended)]
fun a_central_bank_without_its_licence_sets_no_schedule() {
    let mut ledger = begin();
    suspend(&mut ledger, CENTRAL_BANK, licence::central_bank(), 1);
    schedule(&mut ledger, vector[2], vector[10]);
    start::end(ledger);
}

#[test, expected_failure(abort_code = reserve_schedule::ENotCentralBank)]
fun only_a_central_bank_has_a_schedule() {
    let mut ledger = begin();
    reserve_schedule::set(&mut ledger, &start::bank(), vector[1], vector[1]);
    start::end(ledger);
}
