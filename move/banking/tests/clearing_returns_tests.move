#[test_only]
module banking::clearing_returns_tests;

use banking::clearing_economy::{begin, check_balances, check_waiting, end, first, house, pay_gross, pay_net, revoke};
use banking::clearing_entry;
use banking::clearing_house;
use banking::clearing_records;
use banking::clearing_returns;
use banking::insolvency;
use banking::institution;
use oversight::licence;
use std::ledger::Ledger;
use std::test_ledger::{new_signer, set_time_ms};
use std::unit_test::assert_eq;

const DAY_MS: u64 = 86_400_000;

fun recall(ledger: &mut Ledger, from: address, number: u64) {
    clearing_returns::recall(ledger, &new_signer(from), house(), number, b"Sent twice".to_string());
}

fun give_back(ledger: &mut Ledger, from: address, number: u64, mode: u8) {
    clearing_returns::give_back_settled(ledger, &new_signer(from), house(), number, mode, 3);
}

fun refuse(ledger: &mut Ledger, from: address, number: u64) {
    clearing_returns::refuse_recall(ledger, &new_signer(from), house(), number, b"It is ours".to_string());
}

#[test]
fun a_recalled_payment_comes_back_as_a_payment_of_its_own() {
    let mut ledger = begin();
    let number = pay_gross(&mut ledger, @0xB1, @0xB2, 300);
    recall(&mut ledger, @0xB1, number);
    check_balances(&ledger, vector[700, 1300, 1000, 1000], vector[700, 1300, 1000, 1000]);
    give_back(&mut ledger, @0xB2, number, 1);
    check_balances(&ledger, vector[1000, 1000, 1000, 1000], vector[1000, 1000, 1000, 1000]);
    assert_eq!(clearing_house::measures(&ledger, house(), 1).payments(), 2);
    end(ledger);
}

#[test]
fun a_return_that_does_not_settle_can_be_made_again() {
    let mut ledger = begin();
    let number = pay_gross(&mut ledger, @0xB1, @0xB2, 300);
    give_back(&mut ledger, @0xB2, number, 2);
    assert!(clearing_house::records(&ledger, house()).settled(number).is_returned());
    revoke(&mut ledger, @0xB2, number + 1);
    assert!(!clearing_house::records(&ledger, house()).settled(number).is_returned());
    give_back(&mut ledger, @0xB2, number, 1);
    assert_eq!(first(&ledger, @0xB1), 1000);
    end(ledger);
}

#[test]
fun money_for_a_closed_account_waits_to_be_claimed() {
    let mut ledger = begin();
    institution::customers_mut(&mut ledger, @0xB1).transfer_batch(vector[0], vector[1], vector[40]);
    clearing_entry::submit(&mut ledger, &new_signer(@0xB1), house(), 1, @0xB2, 0, 2, 3, 40);
    institution::customers_mut(&mut ledger, @0xB1).close_account(1);
    let number = clearing_house::queues(&ledger, house()).last();
    revoke(&mut ledger, @0xB1, number);
    assert_eq!(clearing_house::records(&ledger, house()).unclaimed(), 1);
    clearing_returns::claim(&mut ledger, &new_signer(@0xB1), house(), number, 0);
    assert_eq!(clearing_house::records(&ledger, house()).unclaimed(), 0);
    check_balances(&ledger, vector[1000, 1000, 1000, 1000], vector[1000, 1000, 1000, 1000]);
    end(ledger);
}

#[test]
fun what_waited_too_long_goes_back() {
    let mut ledger = begin();
    let number = pay_net(&mut ledger, @0xB1, @0xB2, 300);
    set_time_ms(&mut ledger, DAY_MS + 1);
    clearing_returns::return_unsettleable(&mut ledger, house(), vector[number]);
    assert_eq!(first(&ledger, @0xB1), 1000);
    check_waiting(&ledger, 0, 0);
    end(ledger);
}

#[test]
fun settled_payments_are_forgotten_in_time() {
    let mut ledger = begin();
    let number = pay_gross(&mut ledger, @0xB1, @0xB2, 300);
    set_time_ms(&mut ledger, 2 * DAY_MS + 1);
    clearing_returns::forget(&mut ledger, house(), vector[number]);
    assert!(!clearing_house::records(&ledger, house()).is_settled(number));
    end(ledger);
}

#[test]
fun the_oldest_are_forgotten_up_to_one_that_waits() {
    let mut ledger = begin();
    let revoked = pay_net(&mut ledger, @0xB1, @0xB2, 100);
    let settled = pay_gross(&mut ledger, @0xB1, @0xB2, 300);
    let waiting = pay_net(&mut ledger, @0xB1, @0xB2, 200);
    let behind = pay_gross(&mut ledger, @0xB1, @0xB2, 50);
    revoke(&mut ledger, @0xB1, revoked);
    set_time_ms(&mut ledger, 2 * DAY_MS + 1);
    clearing_returns::forget_oldest(&mut ledger, house());
    let records = clearing_house::records(&ledger, house());
    assert!(!records.is_settled(settled) && records.is_settled(behind) && records.first() == waiting);
    clearing_returns::return_unsettleable(&mut ledger, house(), vector[waiting]);
    let late = pay_gross(&mut ledger, @0xB1, @0xB2, 70);
    clearing_returns::forget_oldest(&mut ledger, house());
    let records = clearing_house::records(&ledger, house());
    assert!(records.kept() == 1 && records.is_settled(late) && records.first() == late);
    set_time_ms(&mut ledger, 5 * DAY_MS);
    clearing_returns::forget_oldest(&mut ledger, house());
    assert_eq!(clearing_house::records(&ledger, house()).kept(), 0);
    end(ledger);
}

#[test, expected_failure(abort_code = clearing_returns::ENothingForgotten)]
fun the_oldest_are_kept_while_they_can_be_recalled() {
    let mut ledger = begin();
    pay_gross(&mut ledger, @0xB1, @0xB2, 300);
    set_time_ms(&mut ledger, 2 * DAY_MS);
    clearing_returns::forget_oldest(&mut ledger, house());
    end(ledger);
}

#[test, expected_failure(abort_code = clearing_returns::ENothingForgotten)]
fun what_waits_is_not_passed() {
    let mut ledger = begin();
    pay_net(&mut ledger, @0xB1, @0xB2, 300);
    set_time_ms(&mut ledger, 9 * DAY_MS);
    clearing_returns::forget_oldest(&mut ledger, house());
    end(ledger);
}

#[test, expected_failure(abort_code = clearing_returns::ENothingForgotten)]
fun where_nothing_is_left_nothing_is_forgotten() {
    let mut ledger = begin();
    pay_gross(&mut ledger, @0xB1, @0xB2, 300);
    set_time_ms(&mut ledger, 2 * DAY_MS + 1);
    clearing_returns::forget_oldest(&mut ledger, house());
    clearing_returns::forget_oldest(&mut ledger, house());
    end(ledger);
}

#[test, expected_failure(abort_code = clearing_returns::EStillWaits)]
fun what_can_settle_waits_on() {
    let mut ledger = begin();
    let number = pay_net(&mut ledger, @0xB1, @0xB2, 300);
    set_time_ms(&mut ledger, DAY_MS);
    clearing_returns::return_unsettleable(&mut ledger, house(), vector[number]);
    end(ledger);
}

#[test, expected_failure(abort_code = clearing_returns::EAlreadyReturned)]
fun a_payment_is_given_back_once() {
    let mut ledger = begin();
    let number = pay_gross(&mut ledger, @0xB1, @0xB2, 300);
    give_back(&mut ledger, @0xB2, number, 1);
    give_back(&mut ledger, @0xB2, number, 1);
    end(ledger);
}

#[test, expected_failure(abort_code = clearing_returns::ENotReceiver)]
fun only_its_receiver_gives_back() {
    let mut ledger = begin();
    let number = pay_gross(&mut ledger, @0xB1, @0xB2, 300);
    give_back(&mut ledger, @0xB3, number, 1);
    end(ledger);
}

#[test, expected_failure(abort_code = clearing_returns::ENotSender)]
fun only_its_sender_recalls() {
    let mut ledger = begin();
    let number = pay_gross(&mut ledger, @0xB1, @0xB2, 300);
    recall(&mut ledger, @0xB2, number);
    end(ledger);
}

#[test, expected_failure(abort_code = clearing_returns::EAlreadyRecalled)]
fun a_refused_recall_is_not_repeated() {
    let mut ledger = begin();
    let number = pay_gross(&mut ledger, @0xB1, @0xB2, 300);
    recall(&mut ledger, @0xB1, number);
    refuse(&mut ledger, @0xB2, number);
    recall(&mut ledger, @0xB1, number);
    end(ledger);
}

#[test, expected_failure(abort_code = clearing_returns::ENotRecalled)]
fun what_was_not_recalled_is_not_refused() {
    let mut ledger = begin();
    let number = pay_gross(&mut ledger, @0xB1, @0xB2, 300);
    refuse(&mut ledger, @0xB2, number);
    end(ledger);
}

#[test, expected_failure(abort_code = clearing_returns::ETooLate)]
fun recalls_come_in_time() {
    let mut ledger = begin();
    let number = pay_gross(&mut ledger, @0xB1, @0xB2, 300);
    set_time_ms(&mut ledger, 2 * DAY_MS + 1);
    recall(&mut ledger, @0xB1, number);
    end(ledger);
}

#[test, expected_failure(abort_code = clearing_returns::ETooEarly)]
fun what_can_be_recalled_is_kept() {
    let mut ledger = begin();
    let number = pay_gross(&mut ledger, @0xB1, @0xB2, 300);
    set_time_ms(&mut ledger, 2 * DAY_MS);
    clearing_returns::forget(&mut ledger, house(), vector[number]);
    end(ledger);
}

#[test, expected_failure(abort_code = clearing_records::ENotSettled)]
fun what_waits_is_not_recalled() {
    let mut ledger = begin();
    let number = pay_net(&mut ledger, @0xB1, @0xB2, 300);
    recall(&mut ledger, @0xB1, number);
    end(ledger);
}

#[test, expected_failure(abort_code = clearing_returns::ENotSender)]
fun only_its_institution_claims() {
    let mut ledger = begin();
    institution::customers_mut(&mut ledger, @0xB1).transfer_batch(vector[0], vector[1], vector[40]);
    clearing_entry::submit(&mut ledger, &new_signer(@0xB1), house(), 1, @0xB2, 0, 2, 3, 40);
    institution::customers_mut(&mut ledger, @0xB1).close_account(1);
    let number = clearing_house::queues(&ledger, house()).last();
    revoke(&mut ledger, @0xB1, number);
    clearing_returns::claim(&mut ledger, &new_signer(@0xB2), house(), number, 0);
    end(ledger);
}

// === A bank in its winding-up ===

fun wind_up(ledger: &mut Ledger) {
    oversight::testing::revoke(ledger, @0xB1, licence::bank(), 1);
    insolvency::declare(ledger, &oversight::testing::supervisor(), @0xB1, @0xAD);
}

/// What comes back after deposits were counted would bear nothing.
#[test, expected_failure(abort_code = insolvency::EInClearing)]
fun deposits_in_clearing_come_back_before_losses_are_borne() {
    let mut ledger = begin();
    pay_net(&mut ledger, @0xB1, @0xB2, 900);
    wind_up(&mut ledger);
    insolvency::cut_lenders(&mut ledger, &new_signer(@0xAD), @0xB1, vector[], vector[]);
    end(ledger);
}

#[test]
fun an_administrator_claims_what_a_closed_account_gets_back() {
    let mut ledger = begin();
    clearing_entry::submit(&mut ledger, &new_signer(@0xB1), house(), 0, @0xB2, 0, 2, 3, 1_000);
    let number = clearing_house::queues(&ledger, house()).last();
    institution::customers_mut(&mut ledger, @0xB1).close_account(0);
    wind_up(&mut ledger);
    clearing_returns::return_unsettleable(&mut ledger, house(), vector[number]);
    clearing_returns::claim(&mut ledger, &new_signer(@0xAD), house(), number, 1);
    assert_eq!(institution::customers(&ledger, @0xB1).balance(1), 1_000);
    insolvency::cut_lenders(&mut ledger, &new_signer(@0xAD), @0xB1, vector[], vector[]);
    end(ledger);
}

#[test, expected_failure(abort_code = clearing_returns::ENotSender)]
fun an_administrator_claims_nothing_of_another_bank() {
    let mut ledger = begin();
    clearing_entry::submit(&mut ledger, &new_signer(@0xB2), house(), 0, @0xB1, 0, 2, 3, 1_000);
    let number = clearing_house::queues(&ledger, house()).last();
    institution::customers_mut(&mut ledger, @0xB2).close_account(0);
    oversight::testing::revoke(&mut ledger, @0xB1, licence::bank(), 1);
    insolvency::declare(&mut ledger, &oversight::testing::supervisor(), @0xB1, @0xB3);
    clearing_returns::return_unsettleable(&mut ledger, house(), vector[number]);
    clearing_returns::claim(&mut ledger, &new_signer(@0xB3), house(), number, 1);
    end(ledger);
}
