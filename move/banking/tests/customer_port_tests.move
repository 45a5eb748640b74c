#[test_only]
module banking::customer_port_tests;

use banking::customer_port;
use banking::customer_red_packet;
use banking::customers_reserve;
use banking::institution;
use banking::payment_economy as start;
use banking::payment_institution;
use banking::settlement_account;
use money::freeze;
use oversight::licence;
use oversight::testing::{revoke, supervisor};
use std::ledger::Ledger;
use std::test_ledger::set_time_ms;
use std::unit_test::assert_eq;

const SECOND: address = @0xF2;
const KIND: u8 = 3;

/// 0xF2 with 70 on account 1 and 30 on account 3; a further institution 0xF3 in the second mode, customers 1 to 3.
fun begin(): Ledger {
    let mut ledger = start::begin();
    start::admit(&mut ledger, @0xF3, b"THIRD.money", true);
    start::top_up(&mut ledger, SECOND, 1, 70);
    start::top_up(&mut ledger, SECOND, 3, 30);
    ledger
}

fun third(): signer {
    std::test_ledger::new_signer(@0xF3)
}

#[test]
fun a_revoked_institutions_customers_go_with_what_they_have() {
    let mut ledger = begin();
    payment_institution::close_account(&mut ledger, &start::second(), 2);
    revoke(&mut ledger, SECOND, KIND, 1);
    customer_port::port_for(&mut ledger, &supervisor(), &third(), SECOND, 1, 3);
    start::check(&ledger, SECOND, vector[0, 0, 0], 0, 0);
    // Account 2 was closed: 1 became 4 and 3 became 5.
    start::check(&ledger, @0xF3, vector[0, 0, 0, 70, 30], 100, 0);
    assert!(institution::customers(&ledger, SECOND).is_closed(1) && institution::customers(&ledger, SECOND).is_closed(3));
    start::end(ledger);
}

#[test]
fun a_thousand_go_at_once_and_are_found_again() {
    let mut ledger = begin();
    payment_institution::open_accounts(&mut ledger, &start::second(), 997);
    customer_port::port(&mut ledger, &start::second(), &third(), 1, 1_000);
    let (at, account) = customer_port::home(&ledger, SECOND, 1_000);
    assert!(at == @0xF3);
    assert_eq!(account, 1_003);
    // One that never went is where it was.
    let (at, account) = customer_port::home(&ledger, @0xF3, 1_003);
    assert!(at == @0xF3);
    assert_eq!(account, 1_003);
    start::end(ledger);
}

#[test]
fun an_institution_hands_its_customers_on_by_itself() {
    let mut ledger = begin();
    customer_port::port(&mut ledger, &start::second(), &third(), 1, 1);
    start::check(&ledger, SECOND, vector[0, 0, 30], 30, 0);
    start::check(&ledger, @0xF3, vector[0, 0, 0, 70], 70, 0);
    // Accounts without a balance go too.
    customer_port::port(&mut ledger, &start::second(), &third(), 2, 1);
    assert_eq!(institution::customers(&ledger, @0xF3).accounts(), 6);
    start::end(ledger);
}

#[test]
fun an_account_under_a_warrant_stays_until_the_warrant_has_ended() {
    let mut ledger = begin();
    institution::customers_mut(&mut ledger, SECOND).freeze_until(&freeze::test_permit(), 1, 1_000);
    customer_port::port(&mut ledger, &start::second(), &third(), 1, 3);
    start::check(&ledger, SECOND, vector[70, 0, 0], 70, 0);
    start::check(&ledger, @0xF3, vector[0, 0, 0, 0, 30], 30, 0);
    set_time_ms(&mut ledger, 1_000);
    customer_port::port(&mut ledger, &start::second(), &third(), 1, 1);
    start::check(&ledger, @0xF3, vector[0, 0, 0, 0, 30, 70], 100, 0);
    start::end(ledger);
}

// === Red packets of customers who were handed on ===

/// As `begin`; customer 1 gave 40 of its 70 into a packet of two shares, customer 3 took 20 of them, and all went to 0xF3: 1 is 4 there.
fun given(): Ledger {
    let mut ledger = begin();
    let seed = vector::tabulate!(32, |i| i as u8);
    customer_red_packet::give(&mut ledger, &start::second(), 7, 1, 40, 2, false, seed, 1_000);
    customer_red_packet::take(&mut ledger, &start::second(), 7, 3);
    customer_port::port(&mut ledger, &start::second(), &third(), 1, 3);
    set_time_ms(&mut ledger, 1_000);
    ledger
}

#[test]
fun what_nobody_took_follows_the_giver() {
    let mut ledger = given();
    assert_eq!(customers_reserve::balance(&ledger, SECOND), 20);
    customer_red_packet::expire(&mut ledger, SECOND, 7);
    start::check(&ledger, SECOND, vector[0, 0, 0], 0, 0);
    start::check(&ledger, @0xF3, vector[0, 0, 0, 50, 0, 50], 100, 0);
    assert_eq!(customer_red_packet::held_by_all(&ledger, SECOND), 0);
    start::end(ledger);
}

/// It is the giver's, whatever has become of the licences meanwhile.
#[test]
fun it_follows_the_giver_though_both_licences_are_gone() {
    let mut ledger = given();
    revoke(&mut ledger, SECOND, KIND, 1);
    revoke(&mut ledger, @0xF3, KIND, 1);
    customer_red_packet::expire(&mut ledger, SECOND, 7);
    start::check(&ledger, @0xF3, vector[0, 0, 0, 50, 0, 50], 100, 0);
    start::end(ledger);
}

/// As `begin` with a packet of three shares by customer 1, of which customer 3 took one; both go to 0xF3 and come back, 1 as account 4
/// and 3 as account 6.
fun given_and_back(): Ledger {
    let mut ledger = begin();
    let seed = vector::tabulate!(32, |i| i as u8);
    customer_red_packet::give(&mut ledger, &start::second(), 7, 1, 60, 3, false, seed, 1_000);
    customer_red_packet::take(&mut ledger, &start::second(), 7, 3);
    customer_port::port(&mut ledger, &start::second(), &third(), 1, 3);
    customer_port::port(&mut ledger, &third(), &start::second(), 4, 3);
    ledger
}

/// A customer who went to another institution and came back has another number there and is the same.
#[test, expected_failure(abort_code = customer_red_packet::ETakenAlready)]
fun who_comes_back_takes_no_second_share() {
    let mut ledger = given_and_back();
    customer_red_packet::take(&mut ledger, &start::second(), 7, 6);
    start::end(ledger);
}

#[test, expected_failure(abort_code = customer_red_packet::EOwnPacket)]
fun a_giver_who_comes_back_takes_nothing_of_its_own() {
    let mut ledger = given_and_back();
    customer_red_packet::take(&mut ledger, &start::second(), 7, 4);
    start::end(ledger);
}

#[test]
fun others_who_come_back_take_what_is_theirs() {
    let mut ledger = given_and_back();
    customer_red_packet::take(&mut ledger, &start::second(), 7, 5);
    assert_eq!(customer_red_packet::held_by_all(&ledger, SECOND), 20);
    set_time_ms(&mut ledger, 1_000);
    customer_red_packet::expire(&mut ledger, SECOND, 7);
    start::check(&ledger, SECOND, vector[0, 0, 0, 30, 20, 50], 100, 0);
    start::end(ledger);
}

#[test]
fun it_follows_the_giver_from_one_successor_to_the_next() {
    let mut ledger = given();
    start::admit(&mut ledger, @0xF4, b"FOURTH.money", true);
    customer_port::port(&mut ledger, &third(), &std::test_ledger::new_signer(@0xF4), 4, 1);
    customer_red_packet::expire(&mut ledger, SECOND, 7);
    start::check(&ledger, @0xF4, vector[0, 0, 0, 50], 50, 0);
    start::check(&ledger, @0xF3, vector[0, 0, 0, 0, 0, 50], 50, 0);
    start::end(ledger);
}

/// As `given`, and the giver's account at 0xF3 is empty and closed.
fun given_and_gone(): Ledger {
    let mut ledger = given();
    payment_institution::transfer_batch(&mut ledger, &third(), vector[4], vector[6], vector[30]);
    payment_institution::close_account(&mut ledger, &third(), 4);
    ledger
}

#[test]
fun the_successor_that_closed_the_account_says_whose_it_is() {
    let mut ledger = given_and_gone();
    customer_red_packet::release_ported(&mut ledger, &third(), SECOND, 7, 6);
    start::check(&ledger, @0xF3, vector[0, 0, 0, 0, 0, 100], 100, 0);
    start::end(ledger);
}

#[test, expected_failure(abort_code = customer_red_packet::EGiverOpen)]
fun the_successor_diverts_nothing() {
    let mut ledger = given();
    customer_red_packet::release_ported(&mut ledger, &third(), SECOND, 7, 6);
    start::end(ledger);
}

#[test, expected_failure(abort_code = customer_red_packet::EOwnAccount)]
fun the_successor_keeps_nothing() {
    let mut ledger = given_and_gone();
    customer_red_packet::release_ported(&mut ledger, &third(), SECOND, 7, 0);
    start::end(ledger);
}

#[test, expected_failure(abort_code = customer_red_packet::EOtherInstitution)]
fun the_old_institution_gives_it_to_nobody_else() {
    let mut ledger = given_and_gone();
    payment_institution::open_accounts(&mut ledger, &start::second(), 1);
    customer_red_packet::release(&mut ledger, &start::second(), 7, 4);
    start::end(ledger);
}

#[test, expected_failure(abort_code = customer_red_packet::EOtherInstitution)]
fun an_institution_of_which_the_giver_is_no_customer_gives_it_to_nobody() {
    let mut ledger = given_and_gone();
    customer_red_packet::release_ported(&mut ledger, &start::first(), SECOND, 7, 1);
    start::end(ledger);
}

#[test]
fun a_supervisor_releases_it_where_the_giver_was_last_if_that_licence_is_gone() {
    let mut ledger = given_and_gone();
    revoke(&mut ledger, @0xF3, KIND, 1);
    customer_red_packet::release_for(&mut ledger, &supervisor(), SECOND, 7, 6);
    start::check(&ledger, @0xF3, vector[0, 0, 0, 0, 0, 100], 100, 0);
    start::end(ledger);
}

#[test, expected_failure(abort_code = customer_red_packet::ELicenceStands)]
fun the_licence_that_counts_is_that_of_the_givers_institution() {
    let mut ledger = given_and_gone();
    revoke(&mut ledger, SECOND, KIND, 1);
    customer_red_packet::release_for(&mut ledger, &supervisor(), SECOND, 7, 6);
    start::end(ledger);
}

#[test, expected_failure(abort_code = customer_port::ENothingOpen)]
fun nobody_goes_twice() {
    let mut ledger = begin();
    customer_port::port(&mut ledger, &start::second(), &third(), 1, 1);
    customer_port::port(&mut ledger, &start::second(), &third(), 1, 1);
    start::end(ledger);
}

#[test, expected_failure(abort_code = customer_port::ELicenceStands)]
fun while_the_licence_stands_a_supervisor_hands_nobody_on() {
    let mut ledger = begin();
    customer_port::port_for(&mut ledger, &supervisor(), &third(), SECOND, 1, 3);
    start::end(ledger);
}

#[test, expected_failure(abort_code = licence::ERevoked)]
fun a_successor_has_a_licence() {
    let mut ledger = begin();
    revoke(&mut ledger, @0xF3, KIND, 1);
    customer_port::port(&mut ledger, &start::second(), &third(), 1, 3);
    start::end(ledger);
}

#[test, expected_failure(abort_code = settlement_account::EInsufficientSettlement)]
fun customers_whose_money_is_not_at_the_central_bank_cannot_go_yet() {
    let mut ledger = begin();
    start::top_up_by_deposit(&mut ledger, 1, 10);
    customer_port::port(&mut ledger, &start::first(), &third(), 1, 1);
    start::end(ledger);
}

#[test, expected_failure(abort_code = customer_port::EUnknownAccount)]
fun only_accounts_that_there_are_go() {
    let mut ledger = begin();
    customer_port::port(&mut ledger, &start::second(), &third(), 1, 4);
    start::end(ledger);
}

#[test, expected_failure(abort_code = customer_port::EOwnAccount)]
fun the_institutions_own_account_stays() {
    let mut ledger = begin();
    customer_port::port(&mut ledger, &start::second(), &third(), 0, 1);
    start::end(ledger);
}

#[test, expected_failure(abort_code = customer_port::ESameInstitution)]
fun nobody_hands_customers_to_itself() {
    let mut ledger = begin();
    customer_port::port(&mut ledger, &start::second(), &start::second(), 1, 1);
    start::end(ledger);
}
