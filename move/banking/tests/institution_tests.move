/// What banks and payment institutions share.
#[test_only]
module banking::institution_tests;

use banking::books;
use banking::chart;
use banking::economy;
use banking::institution;
use banking::settlement_account;
use money::instrument;
use money::money::Money;
use oversight::licence;
use oversight::testing::{license, limit, resume, suspend};
use std::ledger::Ledger;
use std::test_ledger::new_signer;
use std::unit_test::assert_eq;

const CENTRAL_BANK: address = @0xCB;
const BANK: address = @0xBA;
const PAYMENTS: address = @0xFA;

/// The usual economy with bank 0xBA and payment institution 0xFA, each with two customers.
fun begin(): Ledger {
    let mut ledger = economy::begin();
    license(&mut ledger, BANK, licence::bank(), 1);
    license(&mut ledger, PAYMENTS, licence::payment_institution(), 1);
    open(&mut ledger, BANK, licence::bank(), b"BANK.deposit");
    open(&mut ledger, PAYMENTS, licence::payment_institution(), b"PAY.money");
    institution::customers_mut(&mut ledger, BANK).open_accounts(2);
    institution::customers_mut(&mut ledger, PAYMENTS).open_accounts(2);
    ledger
}

fun open(ledger: &mut Ledger, at: address, kind: u8, symbol: vector<u8>) {
    institution::open(ledger, &new_signer(at), kind, CENTRAL_BANK, b"Institution".to_string(), symbol.to_string());
}

/// Lends to a customer: this is how deposits are made.
fun lend(ledger: &mut Ledger, account: u32, amount: u64) {
    let mut posting = books::begin(BANK, b"A loan".to_string());
    posting.debit(chart::loans(), amount);
    institution::issue_to_customer(ledger, &mut posting, account, amount);
    institution::post(ledger, posting);
}

/// What an institution says of its own money: outstanding, the liability line, its customers' pool; all the same.
fun check_issued(ledger: &Ledger, at: address, liability: u16, amount: u64) {
    assert_eq!(instrument::outstanding(ledger, institution::instrument(ledger, at)), amount as u128);
    assert_eq!(institution::books(ledger, at).balance(liability), amount as u128);
    assert_eq!(institution::customers(ledger, at).pool(), amount);
}

/// Settlement money for an institution, out of operator 0xA's account.
fun settlement(ledger: &mut Ledger, amount: u64): Money {
    economy::issue(ledger, @0xA, amount, 0);
    settlement_account::debit(ledger, @0xA, settlement_account::bank(), amount)
}

// === What they do ===

#[test]
fun an_operator_that_becomes_a_bank_begins_its_books_with_what_it_has() {
    let mut ledger = begin();
    economy::issue(&mut ledger, @0xA, 70, 0);
    license(&mut ledger, @0xA, licence::bank(), 1);
    open(&mut ledger, @0xA, licence::bank(), b"A.deposit");
    assert_eq!(institution::settlement_balance(&ledger, @0xA), 70);
    assert_eq!(institution::books(&ledger, @0xA).balance(chart::settlement_account()), 70);
    assert_eq!(institution::books(&ledger, @0xA).balance(chart::capital()), 70);
    economy::end(ledger);
}

#[test]
fun a_loan_makes_a_deposit_and_its_repayment_ends_it() {
    let mut ledger = begin();
    lend(&mut ledger, 0, 500);
    check_issued(&ledger, BANK, chart::demand_deposits(), 500);
    assert_eq!(institution::books(&ledger, BANK).balance(chart::loans()), 500);
    institution::customers_mut(&mut ledger, BANK).transfer_batch(vector[0], vector[1], vector[200]);
    let mut posting = books::begin(BANK, b"Repayment".to_string());
    posting.credit(chart::loans(), 150);
    institution::redeem_from_customer(&mut ledger, &mut posting, 1, 150);
    institution::post(&mut ledger, posting);
    check_issued(&ledger, BANK, chart::demand_deposits(), 350);
    assert_eq!(institution::customers(&ledger, BANK).balance(0), 300);
    assert_eq!(institution::customers(&ledger, BANK).balance(1), 50);
    economy::end(ledger);
}

#[test]
fun a_payment_institution_issues_against_its_reserve() {
    let mut ledger = begin();
    let money = settlement(&mut ledger, 300);
    let mut posting = books::begin(PAYMENTS, b"Top-ups".to_string());
    institution::settlement_in(&mut ledger, &mut posting, money);
    institution::issue_to_customers(&mut ledger, &mut posting, vector[0, 1], vector[100, 200]);
    institution::post(&mut ledger, posting);
    check_issued(&ledger, PAYMENTS, chart::e_money(), 300);
    assert_eq!(institution::settlement_balance(&ledger, PAYMENTS), 300);
    assert_eq!(institution::books(&ledger, PAYMENTS).balance(chart::customers_reserve()), 300);
    assert_eq!(settlement_account::deposits(&ledger, CENTRAL_BANK, settlement_account::customers_reserve()), 300);
    assert_eq!(settlement_account::deposits(&ledger, CENTRAL_BANK, settlement_account::bank()), 0);
    assert_eq!(settlement_account::balance(&ledger, PAYMENTS, settlement_account::own_funds()), 0);
    economy::end(ledger);
}

#[test]
fun money_in_clearing_is_still_its_issuers_liability() {
    let mut ledger = begin();
    lend(&mut ledger, 0, 500);
    let money = institution::withdraw_from_customer(&mut ledger, BANK, 0, 120);
    assert_eq!(instrument::outstanding(&ledger, institution::instrument(&ledger, BANK)), 500);
    assert_eq!(institution::books(&ledger, BANK).balance(chart::demand_deposits()), 500);
    institution::deposit_to_customer(&mut ledger, BANK, 1, money);
    check_issued(&ledger, BANK, chart::demand_deposits(), 500);
    economy::end(ledger);
}

#[test]
fun a_payment_from_one_to_the_other_settles_at_the_central_bank() {
    let mut ledger = begin();
    lend(&mut ledger, 0, 500);
    let money = settlement(&mut ledger, 400);
    let mut capital = books::begin(BANK, b"Capital".to_string());
    capital.credit(chart::capital(), 400);
    institution::settlement_in(&mut ledger, &mut capital, money);
    institution::post(&mut ledger, capital);
    let in_clearing = institution::withdraw_from_customer(&mut ledger, BANK, 0, 120);
    let mut out = books::begin(BANK, b"Settled".to_string());
    institution::redeem(&mut ledger, &mut out, in_clearing);
    let settled = institution::settlement_out(&mut ledger, &mut out, 120);
    institution::post(&mut ledger, out);
    let mut into = books::begin(PAYMENTS, b"Received".to_string());
    institution::settlement_in(&mut ledger, &mut into, settled);
    institution::issue_to_customer(&mut ledger, &mut into, 0, 120);
    institution::post(&mut ledger, into);
    check_issued(&ledger, BANK, chart::demand_deposits(), 380);
    check_issued(&ledger, PAYMENTS, chart::e_money(), 120);
    assert_eq!(institution::settlement_balance(&ledger, BANK), 280);
    assert_eq!(institution::settlement_balance(&ledger, PAYMENTS), 120);
    let banks = settlement_account::deposits(&ledger, CENTRAL_BANK, settlement_account::bank());
    let reserves = settlement_account::deposits(&ledger, CENTRAL_BANK, settlement_account::customers_reserve());
    assert_eq!(banks + reserves, 400);
    economy::end(ledger);
}

#[test]
fun an_operator_that_becomes_a_bank_keeps_its_settlement_account() {
    let mut ledger = begin();
    license(&mut ledger, @0xA, licence::bank(), 1);
    economy::issue(&mut ledger, @0xA, 70, 0);
    open(&mut ledger, @0xA, licence::bank(), b"A.deposit");
    assert_eq!(institution::settlement_balance(&ledger, @0xA), 70);
    economy::end(ledger);
}

// === What they refuse ===

#[test, expected_failure(abort_code = licence::EOverLimit)]
fun no_more_is_issued_than_the_licence_allows() {
    let mut ledger = begin();
    limit(&mut ledger, BANK, licence::bank(), 1, 500);
    lend(&mut ledger, 0, 500);
    lend(&mut ledger, 1, 1);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = books::EUnbalanced)]
fun money_is_not_issued_for_nothing() {
    let mut ledger = begin();
    let mut posting = books::begin(BANK, b"A loan".to_string());
    posting.debit(chart::loans(), 99);
    institution::issue_to_customer(&mut ledger, &mut posting, 0, 100);
    institution::post(&mut ledger, posting);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = books::EOtherBooks)]
fun a_posting_stays_with_its_institution() {
    let mut ledger = begin();
    let mut posting = books::begin(BANK, b"A loan".to_string());
    posting.debit(chart::loans(), 100);
    institution::issue_to_customer(&mut ledger, &mut posting, 0, 100);
    institution::books_mut(&mut ledger, PAYMENTS).commit(posting);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = settlement_account::EInsufficientSettlement)]
fun no_more_is_settled_than_there_is() {
    let mut ledger = begin();
    lend(&mut ledger, 0, 500);
    let mut posting = books::begin(BANK, b"Settled".to_string());
    institution::redeem_from_customer(&mut ledger, &mut posting, 0, 1);
    let money = institution::settlement_out(&mut ledger, &mut posting, 1);
    settlement_account::credit(&mut ledger, @0xA, settlement_account::bank(), money);
    institution::post(&mut ledger, posting);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = licence::ENotLicensed)]
fun nobody_opens_without_a_licence() {
    let mut ledger = begin();
    open(&mut ledger, @0xBB, licence::bank(), b"BB.deposit");
    economy::end(ledger);
}

#[test, expected_failure(abort_code = licence::ENotLicensed)]
fun the_licence_of_another_kind_does_not_do() {
    let mut ledger = begin();
    license(&mut ledger, @0xBB, licence::bank(), 1);
    open(&mut ledger, @0xBB, licence::payment_institution(), b"BB.money");
    economy::end(ledger);
}

#[test, expected_failure(abort_code = institution::EBadKind)]
fun a_clearing_house_is_no_such_institution() {
    let mut ledger = begin();
    open(&mut ledger, @0xBB, licence::clearing_house(), b"BB.money");
    economy::end(ledger);
}

#[test, expected_failure(abort_code = institution::EAlreadyInstitution)]
fun an_address_is_one_institution() {
    let mut ledger = begin();
    license(&mut ledger, BANK, licence::payment_institution(), 1);
    open(&mut ledger, BANK, licence::payment_institution(), b"BANK.money");
    economy::end(ledger);
}

#[test, expected_failure(abort_code = institution::ENoCentralBank)]
fun there_must_be_a_central_bank() {
    let mut ledger = begin();
    license(&mut ledger, @0xBB, licence::bank(), 1);
    institution::open(&mut ledger, &new_signer(@0xBB), licence::bank(), @0xCC, b"Bank".to_string(), b"BB.deposit".to_string());
    economy::end(ledger);
}

#[test, expected_failure(abort_code = institution::EBadName)]
fun an_institution_has_a_name() {
    let mut ledger = begin();
    institution::open(&mut ledger, &new_signer(@0xBB), licence::bank(), CENTRAL_BANK, b"".to_string(), b"BB.deposit".to_string());
    economy::end(ledger);
}

#[test, expected_failure(abort_code = institution::ENotInstitution)]
fun others_are_no_institutions() {
    let ledger = begin();
    institution::check(&ledger, &new_signer(@0xA));
    economy::end(ledger);
}

#[test, expected_failure(abort_code = licence::ESuspended)]
fun a_suspended_institution_is_refused() {
    let mut ledger = begin();
    suspend(&mut ledger, BANK, licence::bank(), 1);
    institution::check(&ledger, &new_signer(BANK));
    economy::end(ledger);
}

#[test]
fun a_resumed_institution_acts_again() {
    let mut ledger = begin();
    suspend(&mut ledger, BANK, licence::bank(), 1);
    resume(&mut ledger, BANK, licence::bank(), 1);
    assert_eq!(institution::check(&ledger, &new_signer(BANK)), BANK);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = institution::EAmountsOverflow)]
fun amounts_of_a_batch_have_a_sum() {
    let mut ledger = begin();
    let mut posting = books::begin(BANK, b"Loans".to_string());
    institution::issue_to_customers(&mut ledger, &mut posting, vector[0, 1], vector[0xFFFF_FFFF_FFFF_FFFF, 1]);
    institution::post(&mut ledger, posting);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = settlement_account::EAccountExists)]
fun one_address_has_one_settlement_account() {
    let mut ledger = begin();
    settlement_account::open(&mut ledger, BANK, CENTRAL_BANK, settlement_account::clearing_house());
    economy::end(ledger);
}

#[test, expected_failure(abort_code = settlement_account::ENoAccount)]
fun a_bank_has_no_reserve_for_customers() {
    let ledger = begin();
    settlement_account::balance(&ledger, BANK, settlement_account::customers_reserve());
    economy::end(ledger);
}

#[test, expected_failure(abort_code = settlement_account::EBadKind)]
fun there_are_five_kinds_of_accounts() {
    let mut ledger = begin();
    settlement_account::open(&mut ledger, @0xBB, CENTRAL_BANK, 6);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = books::ENotLiability)]
fun only_a_liability_states_what_is_outstanding() {
    let mut ledger = begin();
    let authority = instrument::register(&mut ledger, &new_signer(@0xBB), 1, instrument::deposit(), b"X".to_string());
    let mut books = books::new(&new_signer(@0xBB), 1);
    chart::open_for_bank(&mut books);
    books.state_outstanding(&ledger, chart::loans(), &authority.permit());
    abort
}

#[test, expected_failure(abort_code = books::EBadInstrument)]
fun books_state_money_of_their_own_unit() {
    let mut ledger = begin();
    let authority = instrument::register(&mut ledger, &new_signer(@0xBB), 2, instrument::deposit(), b"X".to_string());
    let mut books = books::new(&new_signer(@0xBB), 1);
    chart::open_for_bank(&mut books);
    books.state_outstanding(&ledger, chart::demand_deposits(), &authority.permit());
    abort
}
