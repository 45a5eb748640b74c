/// An operator's accounts for its customers, in its central bank's digital cash. The cash comes from the operator's till and
/// goes back there; in between the operator signs for its customers, thousands of transfers at a time.
module banking::customer_accounts;

use banking::operator;
use money::customer_book::{Self, Book};
use std::ledger::Ledger;

#[error]
const EBookExists: vector<u8> = b"The operator keeps customers' accounts already.";
#[error]
const ENoBook: vector<u8> = b"The operator keeps no customers' accounts.";
#[error]
const EDifferentLengths: vector<u8> = b"Each account needs one amount.";
#[error]
const EAmountsOverflow: vector<u8> = b"The amounts add up to more than there can be.";

const MAX_U64: u64 = 0xFFFF_FFFF_FFFF_FFFF;

/// At the operator's address.
public struct CustomerAccounts has store {
    book: Book,
}

/// Begins to keep accounts.
public(package) entry fun begin(ledger: &mut Ledger, operator: &signer) {
    let at = operator.address_of();
    let cash = operator::check_cash(ledger, operator);
    assert!(!ledger.exists<CustomerAccounts>(at), EBookExists);
    let book = customer_book::new(ledger, operator, cash);
    ledger.publish(at, CustomerAccounts { book });
}

/// Opens so many accounts, numbered in order.
public(package) entry fun open(ledger: &mut Ledger, operator: &signer, count: u64) {
    licensed_book(ledger, operator).open_accounts(count);
}

/// Closes an empty account for good.
public(package) entry fun close(ledger: &mut Ledger, operator: &signer, account: u32) {
    book_of(ledger, operator).close_account(account);
}

/// Pays cash from the till onto an account.
public(package) entry fun deposit(ledger: &mut Ledger, operator: &signer, account: u32, amount: u64) {
    licensed_book(ledger, operator);
    let cash = operator::take_from_till(ledger, operator, amount);
    book_of(ledger, operator).deposit(account, cash);
}

/// Pays cash from the till onto many accounts, all of them or none.
public(package) entry fun deposit_batch(ledger: &mut Ledger, operator: &signer, accounts: vector<u32>, amounts: vector<u64>) {
    licensed_book(ledger, operator);
    assert!(accounts.length() == amounts.length(), EDifferentLengths);
    let mut total = 0;
    amounts.do_ref!(|amount| {
        assert!(*amount <= MAX_U64 - total, EAmountsOverflow);
        total = total + *amount;
    });
    let cash = operator::take_from_till(ledger, operator, total);
    book_of(ledger, operator).deposit_batch(accounts, amounts, cash);
}

/// Pays cash off an account into the till.
public(package) entry fun withdraw(ledger: &mut Ledger, operator: &signer, account: u32, amount: u64) {
    let cash = book_of(ledger, operator).withdraw(account, amount);
    operator::put_into_till(ledger, operator, cash);
}

/// Makes transfers between accounts in their order, each by itself (see `money::customer_book`).
public(package) entry fun transfer_batch(
    ledger: &mut Ledger,
    operator: &signer,
    payers: vector<u32>,
    payees: vector<u32>,
    amounts: vector<u64>,
) {
    licensed_book(ledger, operator).transfer_batch(payers, payees, amounts);
}

/// The accounts an operator keeps.
public fun book(ledger: &Ledger, operator: address): &Book {
    assert!(ledger.exists<CustomerAccounts>(operator), ENoBook);
    &ledger.borrow<CustomerAccounts>(operator).book
}

/// Whether an operator keeps accounts in an instrument.
public fun keeps(ledger: &Ledger, operator: address, instrument: u32): bool {
    ledger.exists<CustomerAccounts>(operator) && ledger.borrow<CustomerAccounts>(operator).book.instrument() == instrument
}

fun licensed_book(ledger: &mut Ledger, operator: &signer): &mut Book {
    operator::check_cash(ledger, operator);
    book_of(ledger, operator)
}

fun book_of(ledger: &mut Ledger, operator: &signer): &mut Book {
    book_mut(ledger, operator.address_of())
}

/// An operator's book, in which the freezes whose time has come have ended.
public(package) fun book_mut(ledger: &mut Ledger, at: address): &mut Book {
    assert!(ledger.exists<CustomerAccounts>(at), ENoBook);
    let now_ms = ledger.time_ms();
    let book = &mut ledger.borrow_mut<CustomerAccounts>(at).book;
    book.release_due(now_ms);
    book
}
