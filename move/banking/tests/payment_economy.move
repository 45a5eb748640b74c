/// The usual economy with a bank and two payment institutions: what the tests of these start from.
#[test_only]
module banking::payment_economy;

use banking::books;
use banking::chart;
use banking::customers_reserve;
use banking::e_money_exchange;
use banking::economy;
use banking::first_mode;
use banking::institution;
use banking::payment_institution;
use banking::settlement_account;
use money::instrument;
use oversight::licence;
use oversight::testing::license;
use std::ledger::Ledger;
use std::test_ledger::new_signer;
use std::unit_test::assert_eq;

const CENTRAL_BANK: address = @0xCB;
const BANK: address = @0xBA;
const FIRST: address = @0xF1;
const SECOND: address = @0xF2;

/// Bank 0xBA with reserves of 500, a customer (account 0) with a deposit of 300 by a loan, and an account (0) for payment
/// institutions; payment institution 0xF1 in the first mode and 0xF2 in the second, each with customers 1 to 3. The wallet at
/// 0xA1, of operator 0xA, holds 200; 0xA has 100 left in its settlement account.
public fun begin(): Ledger {
    let mut ledger = economy::begin();
    license(&mut ledger, BANK, licence::bank(), 1);
    institution::open(&mut ledger, &bank(), licence::bank(), CENTRAL_BANK, b"Bank".to_string(), b"BANK.deposit".to_string());
    institution::customers_mut(&mut ledger, BANK).open_accounts(2);
    fund_bank(&mut ledger, 500);
    lend(&mut ledger, 0, 300);
    first_mode::keep_accounts(&mut ledger, &bank());
    first_mode::open_accounts(&mut ledger, &bank(), 1);
    admit(&mut ledger, FIRST, b"FIRST.money", false);
    admit(&mut ledger, SECOND, b"SECOND.money", true);
    economy::issue(&mut ledger, @0xA, 300, 0);
    economy::hand_out(&mut ledger, @0xA, @0xA1, 200);
    ledger
}

public fun admit(ledger: &mut Ledger, at: address, symbol: vector<u8>, second_mode: bool) {
    license(ledger, at, licence::payment_institution(), 1);
    payment_institution::begin(ledger, &new_signer(at), CENTRAL_BANK, b"Payments".to_string(), symbol.to_string(), second_mode);
    payment_institution::open_accounts(ledger, &new_signer(at), 3);
}

public fun bank(): signer {
    new_signer(BANK)
}

public fun first(): signer {
    new_signer(FIRST)
}

public fun second(): signer {
    new_signer(SECOND)
}

/// Settlement money for the bank, out of operator 0xA's account.
public fun fund_bank(ledger: &mut Ledger, amount: u64) {
    economy::issue(ledger, @0xA, amount, 0);
    let money = settlement_account::debit(ledger, @0xA, settlement_account::bank(), amount);
    let mut posting = books::begin(BANK, b"Capital".to_string());
    institution::settlement_in(ledger, &mut posting, money);
    posting.credit(chart::capital(), amount);
    institution::post(ledger, posting);
}

public fun lend(ledger: &mut Ledger, account: u32, amount: u64) {
    let mut posting = books::begin(BANK, b"A loan".to_string());
    posting.debit(chart::loans(), amount);
    institution::issue_to_customer(ledger, &mut posting, account, amount);
    institution::post(ledger, posting);
}

/// The customer of the wallet at 0xA1 tops an account up.
public fun top_up(ledger: &mut Ledger, at: address, account: u32, amount: u64) {
    e_money_exchange::top_up(ledger, &new_signer(@0xA1), at, account, amount);
}

/// A customer of the bank tops an account of 0xF1 up, and both book it.
public fun top_up_by_deposit(ledger: &mut Ledger, account: u32, amount: u64) {
    first_mode::place(ledger, &bank(), 0, 0, amount);
    first_mode::issue(ledger, &first(), account, amount);
}

/// Balances of customers 1 to 3, the customers' reserve and the own funds; also that books, reserve and e-money agree.
public fun check(ledger: &Ledger, at: address, balances: vector<u64>, reserve: u64, own_funds: u64) {
    let book = institution::customers(ledger, at);
    let mut sum = 0;
    let mut account = 0;
    balances.do!(|balance| {
        account = account + 1;
        assert_eq!(book.balance(account), balance);
        sum = sum + balance;
    });
    assert_eq!(book.balance(payment_institution::own_account()), 0);
    assert_eq!(book.pool(), sum);
    let books = institution::books(ledger, at);
    assert_eq!(books.balance(chart::e_money()), sum as u128);
    assert_eq!(instrument::outstanding(ledger, institution::instrument(ledger, at)), sum as u128);
    assert_eq!(customers_reserve::balance(ledger, at), reserve);
    assert_eq!(books.balance(chart::customers_reserve()), reserve as u128);
    assert_eq!(payment_institution::own_funds(ledger, at), own_funds);
    assert_eq!(books.balance(chart::settlement_account()), own_funds as u128);
}

public fun end(ledger: Ledger) {
    economy::end(ledger);
}
