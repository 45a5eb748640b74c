#[test_only]
module banking::payment_institution_tests;

use banking::chart;
use banking::customers_reserve;
use banking::e_money_exchange;
use banking::economy;
use banking::institution;
use banking::operator;
use banking::payment_economy as start;
use banking::payment_institution;
use banking::settlement_account;
use oversight::licence;
use oversight::supervisor;
use oversight::testing::{limit, revoke, supervisor, suspend};
use std::ledger::Ledger;
use std::test_ledger::new_signer;
use std::unit_test::assert_eq;

const SECOND: address = @0xF2;
const KIND: u8 = 3;

/// 0xF2 with 100 on account 1 and own funds of 50.
fun begin(): Ledger {
    let mut ledger = start::begin();
    start::top_up(&mut ledger, SECOND, 1, 100);
    payment_institution::contribute(&mut ledger, &new_signer(@0xA), SECOND, 50);
    start::check(&ledger, SECOND, vector[100, 0, 0], 100, 50);
    ledger
}

#[test]
fun cash_becomes_e_money_is_paid_on_and_becomes_cash_again() {
    let mut ledger = begin();
    let base = banking::central_bank::base_money(&ledger, @0xCB);
    assert_eq!(economy::cash_of(&ledger, @0xA1), 100);
    payment_institution::transfer_batch(&mut ledger, &start::second(), vector[1, 2, 3], vector[2, 3, 1], vector[60, 25, 26]);
    start::check(&ledger, SECOND, vector[40, 35, 25], 100, 50);
    e_money_exchange::pay_out(&mut ledger, &start::second(), 2, @0xA2, 35);
    start::check(&ledger, SECOND, vector[40, 0, 25], 65, 50);
    assert_eq!(economy::cash_of(&ledger, @0xA2), 35);
    payment_institution::close_account(&mut ledger, &start::second(), 2);
    assert!(institution::customers(&ledger, SECOND).is_closed(2));
    assert_eq!(banking::central_bank::base_money(&ledger, @0xCB), base);
    start::end(ledger);
}

#[test]
fun own_funds_come_from_capital_go_into_the_reserve_and_come_back() {
    let mut ledger = begin();
    payment_institution::replenish(&mut ledger, &start::second(), 20);
    start::check(&ledger, SECOND, vector[100, 0, 0], 120, 30);
    assert_eq!(customers_reserve::surplus(&ledger, SECOND), 20);
    payment_institution::grant(&mut ledger, &start::second(), 3, 7);
    start::check(&ledger, SECOND, vector[100, 0, 7], 127, 23);
    payment_institution::sweep(&mut ledger, &start::second(), 20);
    start::check(&ledger, SECOND, vector[100, 0, 7], 107, 43);
    let books = institution::books(&ledger, SECOND);
    assert_eq!(books.balance(chart::capital()), 50);
    assert_eq!(books.balance(chart::operating_expense()), 7);
    payment_institution::close_period(&mut ledger, &start::second());
    let (debit, credit) = institution::books(&ledger, SECOND).sides(chart::retained_earnings());
    assert_eq!(debit, 7);
    assert_eq!(credit, 0);
    start::end(ledger);
}

#[test]
fun a_bank_can_hold_the_capital() {
    let mut ledger = begin();
    payment_institution::contribute(&mut ledger, &start::bank(), SECOND, 10);
    start::check(&ledger, SECOND, vector[100, 0, 0], 100, 60);
    assert_eq!(institution::settlement_balance(&ledger, @0xBA), 490);
    assert_eq!(institution::books(&ledger, @0xBA).balance(chart::other_assets()), 10);
    start::end(ledger);
}

#[test, expected_failure(abort_code = payment_institution::EExceedsSurplus)]
fun sweeps_no_more_than_the_surplus() {
    let mut ledger = begin();
    payment_institution::replenish(&mut ledger, &start::second(), 20);
    payment_institution::sweep(&mut ledger, &start::second(), 21);
    start::end(ledger);
}

#[test]
fun a_creditor_is_paid_out_of_own_funds() {
    let mut ledger = begin();
    let before = operator::settlement_balance(&ledger, @0xB);
    payment_institution::attach(&mut ledger, &supervisor(), SECOND, @0xB, 30, b"Order 1".to_string());
    payment_institution::attach(&mut ledger, &supervisor(), SECOND, @0xBA, 20, b"Order 2".to_string());
    start::check(&ledger, SECOND, vector[100, 0, 0], 100, 0);
    assert_eq!(operator::settlement_balance(&ledger, @0xB), before + 30);
    assert_eq!(institution::settlement_balance(&ledger, @0xBA), 520);
    assert_eq!(institution::books(&ledger, SECOND).balance(chart::loss_expense()), 50);
    start::end(ledger);
}

#[test, expected_failure(abort_code = settlement_account::EInsufficientSettlement)]
fun a_creditor_does_not_reach_the_reserve() {
    let mut ledger = begin();
    payment_institution::attach(&mut ledger, &supervisor(), SECOND, @0xB, 51, b"Order 1".to_string());
    start::end(ledger);
}

#[test, expected_failure(abort_code = supervisor::ENotSupervisor)]
fun a_creditor_takes_nothing_without_an_order() {
    let mut ledger = begin();
    payment_institution::attach(&mut ledger, &new_signer(@0xB), SECOND, @0xB, 1, b"Order 1".to_string());
    start::end(ledger);
}

#[test, expected_failure(abort_code = licence::ENotLicensed)]
fun nobody_begins_without_a_licence() {
    let mut ledger = start::begin();
    payment_institution::begin(&mut ledger, &new_signer(@0xF9), @0xCB, b"P".to_string(), b"P.money".to_string(), true);
    start::end(ledger);
}

#[test, expected_failure(abort_code = licence::EOverLimit)]
fun issues_no_more_than_its_licence_allows() {
    let mut ledger = begin();
    limit(&mut ledger, SECOND, KIND, 1, 149);
    start::top_up(&mut ledger, SECOND, 2, 50);
    start::end(ledger);
}

#[test, expected_failure(abort_code = payment_institution::ENotPaymentInstitution)]
fun a_bank_is_no_payment_institution() {
    let mut ledger = begin();
    payment_institution::sweep(&mut ledger, &start::bank(), 1);
    start::end(ledger);
}

#[test, expected_failure(abort_code = money::wallet::EInsufficientMoney)]
fun nobody_tops_up_with_more_than_the_wallet_has() {
    let mut ledger = begin();
    start::top_up(&mut ledger, SECOND, 1, 101);
    start::end(ledger);
}

/// Whose the account is only the institution knows: a top-up would be a way round what a wallet's tier may pay.
#[test, expected_failure(abort_code = money::wallet::ESingleLimit)]
fun a_top_up_is_within_what_the_wallet_may_pay_at_once() {
    let mut ledger = begin();
    economy::set_tier(&mut ledger, option::none(), option::some(30), option::none(), option::none());
    start::top_up(&mut ledger, SECOND, 1, 31);
    start::end(ledger);
}

#[test, expected_failure(abort_code = money::wallet::EDailyLimit)]
fun top_ups_are_within_what_the_wallet_may_pay_on_a_day() {
    let mut ledger = begin();
    economy::set_tier(&mut ledger, option::none(), option::none(), option::some(50), option::none());
    start::top_up(&mut ledger, SECOND, 1, 50);
    start::top_up(&mut ledger, SECOND, 2, 1);
    start::end(ledger);
}

#[test, expected_failure(abort_code = money::wallet::EBalanceLimit)]
fun pays_out_no_more_than_a_wallet_may_hold() {
    let mut ledger = begin();
    economy::set_tier(&mut ledger, option::some(30), option::none(), option::none(), option::none());
    e_money_exchange::pay_out(&mut ledger, &start::second(), 1, @0xA2, 31);
    start::end(ledger);
}

#[test, expected_failure(abort_code = payment_institution::EOwnAccount)]
fun its_own_account_stays_open() {
    let mut ledger = begin();
    payment_institution::close_account(&mut ledger, &start::second(), 0);
    start::end(ledger);
}

// === Without a licence that stands ===

fun suspended(): Ledger {
    let mut ledger = begin();
    suspend(&mut ledger, SECOND, KIND, 1);
    ledger
}

#[test]
fun without_a_licence_customers_are_paid_out() {
    let mut ledger = begin();
    revoke(&mut ledger, SECOND, KIND, 1);
    e_money_exchange::pay_out(&mut ledger, &start::second(), 1, @0xA1, 40);
    e_money_exchange::pay_out_for(&mut ledger, &supervisor(), SECOND, 1, @0xA2);
    start::check(&ledger, SECOND, vector[0, 0, 0], 0, 50);
    assert_eq!(economy::cash_of(&ledger, @0xA2), 60);
    start::end(ledger);
}

#[test, expected_failure(abort_code = e_money_exchange::ELicenceStands)]
fun while_the_licence_stands_a_supervisor_pays_nobody_out() {
    let mut ledger = begin();
    e_money_exchange::pay_out_for(&mut ledger, &supervisor(), SECOND, 1, @0xA2);
    start::end(ledger);
}

#[test, expected_failure(abort_code = licence::ESuspended)]
fun without_a_licence_it_takes_no_money_in() {
    let mut ledger = suspended();
    start::top_up(&mut ledger, SECOND, 1, 1);
    start::end(ledger);
}

#[test, expected_failure(abort_code = licence::ESuspended)]
fun without_a_licence_it_moves_nothing() {
    let mut ledger = suspended();
    payment_institution::transfer_batch(&mut ledger, &start::second(), vector[1], vector[2], vector[1]);
    start::end(ledger);
}

#[test, expected_failure(abort_code = licence::ESuspended)]
fun without_a_licence_it_opens_no_accounts() {
    let mut ledger = suspended();
    payment_institution::open_accounts(&mut ledger, &start::second(), 1);
    start::end(ledger);
}

#[test, expected_failure(abort_code = licence::ESuspended)]
fun without_a_licence_it_sweeps_nothing() {
    let mut ledger = suspended();
    payment_institution::sweep(&mut ledger, &start::second(), 1);
    start::end(ledger);
}

#[test, expected_failure(abort_code = licence::ESuspended)]
fun without_a_licence_it_grants_nothing() {
    let mut ledger = suspended();
    payment_institution::grant(&mut ledger, &start::second(), 1, 1);
    start::end(ledger);
}

#[test, expected_failure(abort_code = licence::ERevoked)]
fun a_bank_without_a_licence_puts_no_capital_out_of_its_customers_reach() {
    let mut ledger = begin();
    revoke(&mut ledger, @0xBA, licence::bank(), 1);
    payment_institution::contribute(&mut ledger, &start::bank(), SECOND, 10);
    start::end(ledger);
}

#[test]
fun an_operator_with_customers_of_its_own_pays_and_gets_capital_past_their_reserve() {
    let mut ledger = begin();
    start::admit(&mut ledger, @0xA, b"THIRD.money", false);
    start::top_up(&mut ledger, @0xA, 1, 40);
    let before = operator::settlement_balance(&ledger, @0xA);
    payment_institution::contribute(&mut ledger, &new_signer(@0xA), @0xA, 30);
    start::check(&ledger, @0xA, vector[40, 0, 0], 40, 30);
    assert_eq!(operator::settlement_balance(&ledger, @0xA), before - 30);
    payment_institution::attach(&mut ledger, &supervisor(), SECOND, @0xA, 20, b"Order 1".to_string());
    start::check(&ledger, @0xA, vector[40, 0, 0], 40, 30);
    assert_eq!(operator::settlement_balance(&ledger, @0xA), before - 10);
    start::end(ledger);
}

#[test, expected_failure(abort_code = e_money_exchange::ENotPaymentInstitution)]
fun a_supervisor_pays_no_customers_of_a_bank_out() {
    let mut ledger = begin();
    e_money_exchange::pay_out_for(&mut ledger, &supervisor(), @0xBA, 0, @0xA1);
    start::end(ledger);
}

/// A payment institution keeps no books of what it has as an operator: only a bank's account stands in the way.
#[test]
fun holders_hand_cash_back_to_an_operator_with_customers_of_its_own() {
    let mut ledger = begin();
    start::admit(&mut ledger, @0xA, b"THIRD.money", false);
    let before = operator::settlement_balance(&ledger, @0xA);
    operator::hand_back(&mut ledger, &new_signer(@0xA1), 10);
    assert_eq!(operator::settlement_balance(&ledger, @0xA), before + 10);
    start::end(ledger);
}
