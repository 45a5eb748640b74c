#[test_only]
module banking::customer_accounts_tests;

use banking::customer_accounts;
use banking::economy;
use banking::operator;
use oversight::licence;
use std::ledger::Ledger;
use std::test_ledger::new_signer;
use std::unit_test::assert_eq;

const MAX_U64: u64 = 0xFFFF_FFFF_FFFF_FFFF;

/// Operator 0xA with 60 in its till and three accounts; operator 0xB with 40 in its till and no accounts.
fun begin(): Ledger {
    let mut ledger = economy::begin();
    economy::issue(&mut ledger, @0xA, 100, 0);
    economy::issue(&mut ledger, @0xB, 50, 0);
    economy::to_till(&mut ledger, @0xA, 60);
    economy::to_till(&mut ledger, @0xB, 40);
    customer_accounts::begin(&mut ledger, &new_signer(@0xA));
    customer_accounts::open(&mut ledger, &new_signer(@0xA), 3);
    ledger
}

/// The till, the pool and the accounts of 0xA.
fun check(ledger: &Ledger, till: u64, balances: vector<u64>) {
    let book = customer_accounts::book(ledger, @0xA);
    let mut sum = 0;
    let mut account = 0u32;
    balances.do!(|balance| {
        assert_eq!(book.balance(account), balance);
        sum = sum + balance;
        account = account + 1;
    });
    assert_eq!(book.pool(), sum);
    assert_eq!(operator::till_balance(ledger, @0xA), till);
}

#[test]
fun cash_comes_from_the_till_and_goes_back() {
    let mut ledger = begin();
    let operator = new_signer(@0xA);
    customer_accounts::deposit(&mut ledger, &operator, 0, 10);
    customer_accounts::deposit_batch(&mut ledger, &operator, vector[0, 2], vector[5, 20]);
    check(&ledger, 25, vector[15, 0, 20]);
    customer_accounts::transfer_batch(&mut ledger, &operator, vector[2, 1], vector[1, 0], vector[4, 50]);
    check(&ledger, 25, vector[15, 4, 16]);
    customer_accounts::withdraw(&mut ledger, &operator, 0, 15);
    check(&ledger, 40, vector[0, 4, 16]);
    customer_accounts::close(&mut ledger, &operator, 0);
    assert!(customer_accounts::book(&ledger, @0xA).is_closed(0));
    economy::end(ledger);
}

#[test]
fun without_a_licence_customers_are_paid_out() {
    let mut ledger = begin();
    let operator = new_signer(@0xA);
    customer_accounts::deposit(&mut ledger, &operator, 0, 10);
    economy::set_licensed(&mut ledger, @0xA, false);
    customer_accounts::withdraw(&mut ledger, &operator, 0, 10);
    customer_accounts::close(&mut ledger, &operator, 0);
    check(&ledger, 60, vector[0, 0, 0]);
    economy::end(ledger);
}

fun unlicensed(): Ledger {
    let mut ledger = begin();
    economy::set_licensed(&mut ledger, @0xA, false);
    ledger
}

#[test, expected_failure(abort_code = licence::ESuspended)]
fun without_a_licence_it_opens_no_accounts() {
    let mut ledger = unlicensed();
    customer_accounts::open(&mut ledger, &new_signer(@0xA), 1);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = licence::ESuspended)]
fun without_a_licence_it_takes_no_deposit() {
    let mut ledger = unlicensed();
    customer_accounts::deposit(&mut ledger, &new_signer(@0xA), 0, 1);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = licence::ESuspended)]
fun without_a_licence_it_takes_no_deposits() {
    let mut ledger = unlicensed();
    customer_accounts::deposit_batch(&mut ledger, &new_signer(@0xA), vector[0], vector[1]);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = licence::ESuspended)]
fun without_a_licence_it_transfers_nothing() {
    let mut ledger = unlicensed();
    customer_accounts::transfer_batch(&mut ledger, &new_signer(@0xA), vector[0], vector[1], vector[1]);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = operator::EInsufficientTill)]
fun deposits_no_more_than_the_till_has() {
    let mut ledger = begin();
    customer_accounts::deposit_batch(&mut ledger, &new_signer(@0xA), vector[0, 1], vector[30, 31]);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = customer_accounts::EAmountsOverflow)]
fun deposits_no_sum_that_overflows() {
    let mut ledger = begin();
    customer_accounts::deposit_batch(&mut ledger, &new_signer(@0xA), vector[0, 1], vector[MAX_U64, 2]);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = customer_accounts::EDifferentLengths)]
fun deposits_need_an_account_each() {
    let mut ledger = begin();
    customer_accounts::deposit_batch(&mut ledger, &new_signer(@0xA), vector[0], vector[1, 2]);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = operator::EZeroAmount)]
fun deposits_something() {
    let mut ledger = begin();
    customer_accounts::deposit(&mut ledger, &new_signer(@0xA), 0, 0);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = customer_accounts::EBookExists)]
fun begins_once() {
    let mut ledger = begin();
    customer_accounts::begin(&mut ledger, &new_signer(@0xA));
    economy::end(ledger);
}

#[test, expected_failure(abort_code = customer_accounts::ENoBook)]
fun another_operator_has_no_access() {
    let mut ledger = begin();
    customer_accounts::withdraw(&mut ledger, &new_signer(@0xB), 0, 1);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = customer_accounts::ENoBook)]
fun who_keeps_none_has_no_book() {
    let ledger = begin();
    customer_accounts::book(&ledger, @0xB);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = operator::ENotOperator)]
fun customers_keep_no_accounts() {
    let mut ledger = begin();
    customer_accounts::begin(&mut ledger, &new_signer(@0xA1));
    economy::end(ledger);
}
