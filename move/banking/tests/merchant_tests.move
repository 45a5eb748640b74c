#[test_only]
module banking::merchant_tests;

use banking::chart;
use banking::customer_port;
use banking::customers_reserve;
use banking::institution;
use banking::merchant;
use banking::payment_economy as start;
use banking::payment_institution;
use money::freeze;
use oversight::licence;
use oversight::testing::suspend;
use std::ledger::Ledger;
use std::test_ledger::{new_signer, set_time_ms};
use std::unit_test::assert_eq;

const SECOND: address = @0xF2;

/// 0xF2 with 200 on account 1; account 3 is a merchant's at 2.5% and 1.
fun begin(): Ledger {
    let mut ledger = start::begin();
    start::top_up(&mut ledger, SECOND, 1, 200);
    merchant::set_terms(&mut ledger, &start::second(), 3, 250, 1);
    ledger
}

fun collect(ledger: &mut Ledger, payers: vector<u32>, merchants: vector<u32>, amounts: vector<u64>) {
    merchant::collect_batch(ledger, &start::second(), payers, merchants, amounts);
}

fun refund(ledger: &mut Ledger, collections: vector<u64>, amounts: vector<u64>) {
    merchant::refund_batch(ledger, &start::second(), collections, amounts);
}

#[test]
fun the_fee_is_income_and_what_covered_it_surplus() {
    let mut ledger = begin();
    // 2.5% of 100 is 2 (rounded down), and 1.
    collect(&mut ledger, vector[1], vector[3], vector[100]);
    start::check(&ledger, SECOND, vector[100, 0, 97], 200, 0);
    assert_eq!(institution::books(&ledger, SECOND).balance(chart::fee_income()), 3);
    assert_eq!(customers_reserve::surplus(&ledger, SECOND), 3);
    payment_institution::sweep(&mut ledger, &start::second(), 3);
    start::check(&ledger, SECOND, vector[100, 0, 97], 197, 3);
    start::end(ledger);
}

const DAY_MS: u64 = 86_400_000;

fun after_days(ledger: &mut Ledger, days: u64) {
    let now = ledger.time_ms();
    set_time_ms(ledger, now + days * DAY_MS);
}

fun set(ledger: &mut Ledger, fee_bps: u64, fee_fixed: u64) {
    merchant::set_terms(ledger, &start::second(), 3, fee_bps, fee_fixed);
}

fun announce(ledger: &mut Ledger, fee_bps: u64, fee_fixed: u64) {
    merchant::announce_terms(ledger, &start::second(), 3, fee_bps, fee_fixed);
}

#[test]
fun what_costs_a_merchant_less_holds_at_once_and_what_costs_more_after_notice() {
    let mut ledger = begin();
    set(&mut ledger, 100, 1);
    announce(&mut ledger, 300, 2);
    // Until then the fee is what it was: 1% of 100, and 1.
    collect(&mut ledger, vector[1], vector[3], vector[100]);
    assert_eq!(institution::books(&ledger, SECOND).balance(chart::fee_income()), 2);
    after_days(&mut ledger, 60);
    set(&mut ledger, 300, 2);
    collect(&mut ledger, vector[1], vector[3], vector[100]);
    assert_eq!(institution::books(&ledger, SECOND).balance(chart::fee_income()), 7);
    start::end(ledger);
}

#[test, expected_failure(abort_code = merchant::ENotAnnounced)]
fun a_share_is_not_raised_at_once() {
    let mut ledger = begin();
    set(&mut ledger, 251, 0);
    start::end(ledger);
}

#[test, expected_failure(abort_code = merchant::ENotAnnounced)]
fun a_fixed_part_is_not_raised_at_once() {
    let mut ledger = begin();
    set(&mut ledger, 0, 2);
    start::end(ledger);
}

#[test, expected_failure(abort_code = merchant::ENotAnnounced)]
fun nothing_is_raised_a_moment_before_the_notice_ends() {
    let mut ledger = begin();
    announce(&mut ledger, 300, 1);
    after_days(&mut ledger, 60);
    let now = ledger.time_ms();
    set_time_ms(&mut ledger, now - 1);
    set(&mut ledger, 300, 1);
    start::end(ledger);
}

#[test, expected_failure(abort_code = merchant::ENotAnnounced)]
fun an_announcement_lapses() {
    let mut ledger = begin();
    announce(&mut ledger, 300, 1);
    after_days(&mut ledger, 91);
    set(&mut ledger, 300, 1);
    start::end(ledger);
}

#[test, expected_failure(abort_code = merchant::ENotAnnounced)]
fun nothing_above_what_was_announced_is_set() {
    let mut ledger = begin();
    announce(&mut ledger, 300, 1);
    after_days(&mut ledger, 61);
    set(&mut ledger, 300, 2);
    start::end(ledger);
}

#[test, expected_failure(abort_code = merchant::ENotAnnounced)]
fun an_announcement_is_used_once() {
    let mut ledger = begin();
    announce(&mut ledger, 300, 1);
    after_days(&mut ledger, 61);
    set(&mut ledger, 200, 1);
    set(&mut ledger, 300, 1);
    start::end(ledger);
}

#[test, expected_failure(abort_code = merchant::ENotAnnounced)]
fun ending_the_terms_is_no_way_around_the_notice() {
    let mut ledger = begin();
    merchant::end_terms(&mut ledger, &start::second(), 3);
    after_days(&mut ledger, 59);
    set(&mut ledger, 251, 1);
    start::end(ledger);
}

#[test, expected_failure(abort_code = merchant::ENotAnnounced)]
fun ending_the_terms_ends_what_was_announced() {
    let mut ledger = begin();
    announce(&mut ledger, 300, 1);
    after_days(&mut ledger, 61);
    merchant::end_terms(&mut ledger, &start::second(), 3);
    set(&mut ledger, 300, 1);
    start::end(ledger);
}

#[test]
fun terms_that_ended_long_ago_bind_nobody_and_lower_ones_are_set_at_once() {
    let mut ledger = begin();
    merchant::end_terms(&mut ledger, &start::second(), 3);
    set(&mut ledger, 250, 1);
    merchant::end_terms(&mut ledger, &start::second(), 3);
    after_days(&mut ledger, 60);
    set(&mut ledger, 10_000, 7);
    assert!(merchant::is_merchant(&ledger, SECOND, 3));
    start::end(ledger);
}

#[test, expected_failure(abort_code = merchant::ENotMerchant)]
fun nothing_is_announced_to_who_is_no_merchant() {
    let mut ledger = begin();
    merchant::announce_terms(&mut ledger, &start::second(), 1, 0, 0);
    start::end(ledger);
}

#[test, expected_failure(abort_code = merchant::EBadFee)]
fun no_fee_above_the_whole_is_announced() {
    let mut ledger = begin();
    announce(&mut ledger, 10_001, 0);
    start::end(ledger);
}

/// 0xF3 takes over all customers of 0xF2, whose account 3 collected 100 from account 1: they are 4 and 6 there.
fun begin_ported(): Ledger {
    let mut ledger = begin();
    start::admit(&mut ledger, @0xF3, b"THIRD.money", true);
    start::admit(&mut ledger, @0xF4, b"FOURTH.money", true);
    collect(&mut ledger, vector[1], vector[3], vector[100]);
    refund(&mut ledger, vector[0], vector[7]);
    customer_port::port(&mut ledger, &start::second(), &new_signer(@0xF3), 1, 3);
    ledger
}

fun refund_for(ledger: &mut Ledger, successor: address, collections: vector<u64>, amounts: vector<u64>) {
    merchant::refund_for_batch(ledger, &new_signer(successor), SECOND, collections, amounts);
}

#[test]
fun what_was_collected_is_refunded_where_both_went() {
    let mut ledger = begin_ported();
    // More than is left, none of that number, and 50 of the 93 that are left.
    refund_for(&mut ledger, @0xF3, vector[0, 1, 0], vector[94, 1, 50]);
    let (_, _, left) = merchant::collection(&ledger, SECOND, 0);
    assert_eq!(left, 43);
    start::check(&ledger, @0xF3, vector[0, 0, 0, 157, 0, 40], 197, 0);
    // The same when they are handed on once more.
    customer_port::port(&mut ledger, &new_signer(@0xF3), &new_signer(@0xF4), 4, 3);
    refund_for(&mut ledger, @0xF3, vector[0], vector[1]);
    refund_for(&mut ledger, @0xF4, vector[0], vector[40]);
    start::check(&ledger, @0xF4, vector[0, 0, 0, 197, 0, 0], 197, 0);
    let (_, _, left) = merchant::collection(&ledger, SECOND, 0);
    assert_eq!(left, 3);
    start::end(ledger);
}

#[test]
fun nobody_else_refunds_and_nothing_twice() {
    let mut ledger = begin_ported();
    refund_for(&mut ledger, @0xF4, vector[0], vector[1]);
    refund_for(&mut ledger, SECOND, vector[0], vector[1]);
    refund(&mut ledger, vector[0], vector[1]);
    let (_, _, left) = merchant::collection(&ledger, SECOND, 0);
    assert_eq!(left, 93);
    start::end(ledger);
}

#[test]
fun a_payer_who_stayed_is_not_paid_by_another_institution() {
    let mut ledger = begin();
    start::admit(&mut ledger, @0xF3, b"THIRD.money", true);
    collect(&mut ledger, vector[1], vector[3], vector[100]);
    customer_port::port(&mut ledger, &start::second(), &new_signer(@0xF3), 3, 1);
    refund_for(&mut ledger, @0xF3, vector[0], vector[1]);
    start::check(&ledger, @0xF3, vector[0, 0, 0, 97], 97, 0);
    start::end(ledger);
}

#[test]
fun each_collection_is_judged_by_itself() {
    let mut ledger = begin();
    // Accepted, no merchant, less than the fee, more than the payer has for the fee, for the rest, itself, accepted.
    collect(
        &mut ledger,
        vector[1, 1, 1, 2, 1, 3, 9, 1],
        vector[3, 2, 3, 3, 3, 3, 3, 3],
        vector[80, 5, 1, 50, 121, 5, 5, 40],
    );
    start::check(&ledger, SECOND, vector[80, 0, 115], 200, 0);
    assert_eq!(merchant::collections(&ledger, SECOND), 2);
    let (payer, payee, refundable) = merchant::collection(&ledger, SECOND, 1);
    assert!(payer == 1 && payee == 3 && refundable == 40);
    start::end(ledger);
}

#[test]
fun refunds_are_linked_and_never_more_than_the_payment() {
    let mut ledger = begin();
    collect(&mut ledger, vector[1, 1], vector[3, 3], vector[100, 50]);
    // The merchant got 97 and 48.
    refund(&mut ledger, vector[0, 0, 0, 1, 2], vector[60, 41, 40, 46, 1]);
    // The second is more than what is left of the payment, the fourth more than the merchant has, the fifth of none.
    start::check(&ledger, SECOND, vector[150, 0, 45], 200, 0);
    let (_, _, left) = merchant::collection(&ledger, SECOND, 0);
    assert_eq!(left, 0);
    let (_, _, left) = merchant::collection(&ledger, SECOND, 1);
    assert_eq!(left, 50);
    refund(&mut ledger, vector[0], vector[1]);
    start::check(&ledger, SECOND, vector[150, 0, 45], 200, 0);
    start::end(ledger);
}

#[test]
fun a_merchant_that_ended_still_refunds() {
    let mut ledger = begin();
    collect(&mut ledger, vector[1], vector[3], vector[100]);
    merchant::end_terms(&mut ledger, &start::second(), 3);
    collect(&mut ledger, vector[1], vector[3], vector[10]);
    assert!(!merchant::is_merchant(&ledger, SECOND, 3));
    suspend(&mut ledger, SECOND, licence::payment_institution(), 1);
    refund(&mut ledger, vector[0], vector[97]);
    start::check(&ledger, SECOND, vector[197, 0, 0], 200, 0);
    start::end(ledger);
}

#[test]
fun a_frozen_payer_pays_no_fee_and_a_closed_merchant_gets_nothing() {
    let mut ledger = begin();
    merchant::set_terms(&mut ledger, &start::second(), 2, 0, 1);
    payment_institution::close_account(&mut ledger, &start::second(), 2);
    collect(&mut ledger, vector[1], vector[2], vector[10]);
    institution::customers_mut(&mut ledger, SECOND).freeze_until(&freeze::test_permit(), 1, 1_000);
    collect(&mut ledger, vector[1], vector[3], vector[10]);
    start::check(&ledger, SECOND, vector[200, 0, 0], 200, 0);
    assert_eq!(merchant::collections(&ledger, SECOND), 0);
    start::end(ledger);
}

#[test]
fun terms_change_for_what_is_collected_afterwards() {
    let mut ledger = begin();
    merchant::set_terms(&mut ledger, &start::second(), 3, 0, 0);
    collect(&mut ledger, vector[1], vector[3], vector[100]);
    start::check(&ledger, SECOND, vector[100, 0, 100], 200, 0);
    start::end(ledger);
}

#[test, expected_failure(abort_code = merchant::EBadFee)]
fun no_fee_is_more_than_the_whole() {
    let mut ledger = begin();
    merchant::set_terms(&mut ledger, &start::second(), 3, 10_001, 0);
    start::end(ledger);
}

#[test, expected_failure(abort_code = merchant::EUnknownAccount)]
fun a_merchant_has_an_account() {
    let mut ledger = begin();
    merchant::set_terms(&mut ledger, &start::second(), 4, 1, 0);
    start::end(ledger);
}

#[test, expected_failure(abort_code = merchant::EOwnAccount)]
fun the_institution_is_no_merchant_of_its_own() {
    let mut ledger = begin();
    merchant::set_terms(&mut ledger, &start::second(), 0, 1, 0);
    start::end(ledger);
}

#[test, expected_failure(abort_code = merchant::EDifferentLengths)]
fun a_batch_has_all_of_its_values() {
    let mut ledger = begin();
    collect(&mut ledger, vector[1], vector[3], vector[]);
    start::end(ledger);
}

#[test, expected_failure(abort_code = merchant::EEmptyBatch)]
fun a_batch_is_not_empty() {
    let mut ledger = begin();
    refund(&mut ledger, vector[], vector[]);
    start::end(ledger);
}

#[test, expected_failure(abort_code = merchant::EUnknownCollection)]
fun there_is_nothing_to_say_of_no_collection() {
    let ledger = begin();
    merchant::collection(&ledger, SECOND, 0);
    start::end(ledger);
}

#[test, expected_failure(abort_code = licence::ESuspended)]
fun without_a_licence_it_collects_nothing() {
    let mut ledger = begin();
    suspend(&mut ledger, SECOND, licence::payment_institution(), 1);
    collect(&mut ledger, vector[1], vector[3], vector[100]);
    start::end(ledger);
}
