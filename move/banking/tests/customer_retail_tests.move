/// Red packets and standing orders between the customers of one institution.
#[test_only]
module banking::customer_retail_tests;

use banking::customer_red_packet;
use banking::customer_standing_order;
use banking::institution;
use banking::payment_economy;
use banking::payment_institution;
use money::customer_book;
use money::instrument;
use oversight::licence;
use oversight::testing::{revoke, supervisor, suspend};
use std::ledger::Ledger;
use std::test_ledger::{Self, new_signer};
use std::unit_test::assert_eq;

const INSTITUTION: address = @0xF2;
const DAY_MS: u64 = 86_400_000;
const HOUR_MS: u64 = 3_600_000;

/// Account 1 of the institution in the second mode has 100.
fun begin(): Ledger {
    let mut ledger = payment_economy::begin();
    payment_economy::top_up(&mut ledger, INSTITUTION, 1, 100);
    ledger
}

fun give(ledger: &mut Ledger, amount: u64, shares: u64, is_random: bool) {
    let seed = vector::tabulate!(32, |i| i as u8);
    customer_red_packet::give(ledger, &payment_economy::second(), 7, 1, amount, shares, is_random, seed, 1_000);
}

fun take(ledger: &mut Ledger, account: u32) {
    customer_red_packet::take(ledger, &payment_economy::second(), 7, account);
}

fun balance(ledger: &Ledger, account: u32): u64 {
    institution::customers(ledger, INSTITUTION).balance(account)
}

/// What accounts and the packet have is what is outstanding.
fun end(ledger: Ledger) {
    let kept = customer_red_packet::held(&ledger, customer_red_packet::at(INSTITUTION, 7));
    let pool = institution::customers(&ledger, INSTITUTION).pool();
    assert_eq!((kept + pool) as u128, instrument::outstanding(&ledger, institution::instrument(&ledger, INSTITUTION)));
    test_ledger::destroy(ledger);
}

#[test]
fun shares_are_taken_and_the_packet_ends() {
    let mut ledger = begin();
    give(&mut ledger, 51, 2, false);
    assert_eq!(balance(&ledger, 1), 49);
    take(&mut ledger, 2);
    take(&mut ledger, 3);
    assert_eq!(vector[balance(&ledger, 2), balance(&ledger, 3)], vector[25, 26]);
    end(ledger);
}

#[test]
fun what_nobody_took_goes_back_by_anybodys_call() {
    let mut ledger = begin();
    give(&mut ledger, 50, 3, true);
    take(&mut ledger, 2);
    let drawn = balance(&ledger, 2);
    assert!(drawn >= 1 && drawn <= 31);
    test_ledger::set_time_ms(&mut ledger, 1_000);
    customer_red_packet::expire(&mut ledger, INSTITUTION, 7);
    assert_eq!(balance(&ledger, 1), 100 - drawn);
    end(ledger);
}

#[test, expected_failure(abort_code = customer_red_packet::ETakenAlready)]
fun one_take_for_each_account() {
    let mut ledger = begin();
    give(&mut ledger, 50, 3, false);
    take(&mut ledger, 2);
    take(&mut ledger, 2);
    end(ledger);
}

#[test, expected_failure(abort_code = customer_red_packet::EOwnPacket)]
fun nobody_takes_their_own() {
    let mut ledger = begin();
    give(&mut ledger, 50, 3, false);
    take(&mut ledger, 1);
    end(ledger);
}

#[test, expected_failure(abort_code = customer_red_packet::EExpired)]
fun nobody_takes_late() {
    let mut ledger = begin();
    give(&mut ledger, 50, 3, false);
    test_ledger::set_time_ms(&mut ledger, 1_000);
    take(&mut ledger, 2);
    end(ledger);
}

#[test, expected_failure(abort_code = customer_red_packet::ENotExpired)]
fun nothing_goes_back_early() {
    let mut ledger = begin();
    give(&mut ledger, 50, 3, false);
    customer_red_packet::expire(&mut ledger, INSTITUTION, 7);
    end(ledger);
}

#[test, expected_failure(abort_code = customer_red_packet::ENoPacket)]
fun another_institution_has_no_such_packet() {
    let mut ledger = begin();
    give(&mut ledger, 50, 3, false);
    customer_red_packet::take(&mut ledger, &payment_economy::first(), 7, 2);
    end(ledger);
}

#[test, expected_failure(abort_code = customer_book::EInsufficientBalance)]
fun nobody_gives_more_than_there_is() {
    let mut ledger = begin();
    give(&mut ledger, 101, 3, false);
    end(ledger);
}

#[test]
fun without_a_licence_what_was_given_is_still_paid_out() {
    let mut ledger = begin();
    give(&mut ledger, 50, 2, false);
    suspend(&mut ledger, INSTITUTION, licence::payment_institution(), 1);
    take(&mut ledger, 2);
    assert_eq!(balance(&ledger, 2), 25);
    end(ledger);
}

#[test]
fun what_a_closed_account_gave_is_released_to_another() {
    let mut ledger = begin();
    give(&mut ledger, 100, 2, false);
    payment_institution::close_account(&mut ledger, &payment_economy::second(), 1);
    test_ledger::set_time_ms(&mut ledger, 1_000);
    customer_red_packet::release(&mut ledger, &payment_economy::second(), 7, 3);
    assert_eq!(balance(&ledger, 3), 100);
    end(ledger);
}

#[test, expected_failure(abort_code = customer_red_packet::EGiverOpen)]
fun an_institution_diverts_nothing() {
    let mut ledger = begin();
    give(&mut ledger, 50, 2, false);
    test_ledger::set_time_ms(&mut ledger, 1_000);
    customer_red_packet::release(&mut ledger, &payment_economy::second(), 7, 3);
    end(ledger);
}

#[test, expected_failure(abort_code = licence::ERevoked)]
fun an_institution_without_a_licence_releases_nothing() {
    let mut ledger = begin();
    give(&mut ledger, 100, 2, false);
    payment_institution::close_account(&mut ledger, &payment_economy::second(), 1);
    revoke(&mut ledger, INSTITUTION, licence::payment_institution(), 1);
    test_ledger::set_time_ms(&mut ledger, 1_000);
    customer_red_packet::release(&mut ledger, &payment_economy::second(), 7, 3);
    end(ledger);
}

#[test, expected_failure(abort_code = customer_red_packet::EOwnAccount)]
fun nothing_is_released_onto_the_institutions_own_account() {
    let mut ledger = begin();
    give(&mut ledger, 100, 2, false);
    payment_institution::close_account(&mut ledger, &payment_economy::second(), 1);
    test_ledger::set_time_ms(&mut ledger, 1_000);
    customer_red_packet::release(&mut ledger, &payment_economy::second(), 7, 0);
    end(ledger);
}

#[test, expected_failure(abort_code = customer_red_packet::EOwnAccount)]
fun no_supervisor_releases_onto_the_institutions_own_account() {
    let mut ledger = begin();
    give(&mut ledger, 100, 2, false);
    payment_institution::close_account(&mut ledger, &payment_economy::second(), 1);
    revoke(&mut ledger, INSTITUTION, licence::payment_institution(), 1);
    test_ledger::set_time_ms(&mut ledger, 1_000);
    customer_red_packet::release_for(&mut ledger, &supervisor(), INSTITUTION, 7, 0);
    end(ledger);
}

/// Without a licence it still pays out, and takes nothing itself.
#[test, expected_failure(abort_code = customer_red_packet::EOwnAccount)]
fun an_institution_takes_nothing_of_its_customers_packets() {
    let mut ledger = begin();
    give(&mut ledger, 50, 1, false);
    revoke(&mut ledger, INSTITUTION, licence::payment_institution(), 1);
    take(&mut ledger, 0);
    end(ledger);
}

#[test]
fun a_supervisor_releases_when_the_licence_has_ended() {
    let mut ledger = begin();
    give(&mut ledger, 100, 2, false);
    payment_institution::close_account(&mut ledger, &payment_economy::second(), 1);
    revoke(&mut ledger, INSTITUTION, licence::payment_institution(), 1);
    test_ledger::set_time_ms(&mut ledger, 1_000);
    customer_red_packet::release_for(&mut ledger, &supervisor(), INSTITUTION, 7, 3);
    assert_eq!(balance(&ledger, 3), 100);
    assert_eq!(customer_red_packet::held_by_all(&ledger, INSTITUTION), 0);
    end(ledger);
}

#[test, expected_failure(abort_code = customer_red_packet::ELicenceStands)]
fun no_supervisor_releases_while_the_licence_stands() {
    let mut ledger = begin();
    give(&mut ledger, 100, 2, false);
    payment_institution::close_account(&mut ledger, &payment_economy::second(), 1);
    test_ledger::set_time_ms(&mut ledger, 1_000);
    customer_red_packet::release_for(&mut ledger, &supervisor(), INSTITUTION, 7, 3);
    end(ledger);
}

// === Standing orders ===

fun order(ledger: &mut Ledger, amount: u64, last_day: Option<u64>): address {
    customer_standing_order::order(ledger, &payment_economy::second(), 5, 1, 2, amount, 1, 1, 0, last_day);
    customer_standing_order::at(INSTITUTION, 5)
}

fun trigger_on(ledger: &mut Ledger, day: u64) {
    // Days of the unit end an hour before those of Greenwich.
    test_ledger::set_time_ms(ledger, day * DAY_MS - if (day == 0) 0 else HOUR_MS);
    customer_standing_order::trigger(ledger, INSTITUTION, 5);
}

fun check(ledger: &Ledger, order: address, paid: u64, missed: u64) {
    let (p, m) = customer_standing_order::record(ledger, order);
    assert_eq!(vector[p, m], vector[paid, missed]);
}

#[test]
fun paid_each_day_refused_softly_and_missed() {
    let mut ledger = begin();
    let order = order(&mut ledger, 40, option::none());
    trigger_on(&mut ledger, 0);
    trigger_on(&mut ledger, 1);
    check(&ledger, order, 2, 0);
    trigger_on(&mut ledger, 2);
    check(&ledger, order, 2, 0);
    assert_eq!(vector[balance(&ledger, 1), balance(&ledger, 2)], vector[20, 80]);
    payment_economy::top_up(&mut ledger, INSTITUTION, 1, 100);
    trigger_on(&mut ledger, 4);
    // Days 2 and 3 were missed.
    check(&ledger, order, 3, 2);
    end(ledger);
}

#[test, expected_failure(abort_code = customer_standing_order::ENotDue)]
fun not_twice_a_day() {
    let mut ledger = begin();
    order(&mut ledger, 40, option::none());
    trigger_on(&mut ledger, 0);
    trigger_on(&mut ledger, 0);
    end(ledger);
}

#[test]
fun ended_by_its_last_day() {
    let mut ledger = begin();
    let order = order(&mut ledger, 40, option::some(1));
    trigger_on(&mut ledger, 0);
    trigger_on(&mut ledger, 9);
    assert!(!customer_standing_order::exists(&ledger, order));
    assert_eq!(balance(&ledger, 2), 40);
    end(ledger);
}

#[test, expected_failure(abort_code = licence::ESuspended)]
fun nothing_is_paid_without_a_licence() {
    let mut ledger = begin();
    order(&mut ledger, 40, option::none());
    suspend(&mut ledger, INSTITUTION, licence::payment_institution(), 1);
    trigger_on(&mut ledger, 0);
    end(ledger);
}

#[test, expected_failure(abort_code = customer_standing_order::ENoOrder)]
fun only_its_institution_cancels() {
    let mut ledger = begin();
    order(&mut ledger, 40, option::none());
    customer_standing_order::cancel(&mut ledger, &new_signer(@0xF1), 5);
    end(ledger);
}
