/// The first mode: a payment institution keeps its customers' money in accounts at commercial banks. A bank numbers these
/// accounts, and the ledger does not see whose they are. What stands behind the e-money is therefore known to the institution
/// and its banks alone; a supervisor knows what the institution reports.
module banking::first_mode;

use banking::books;
use banking::chart;
use banking::customers_reserve;
use banking::institution;
use banking::payment_institution;
use money::customer_book::{Self, Book};
use oversight::licence;
use std::event;
use std::ledger::Ledger;

#[error]
const ENotBank: vector<u8> = b"The signer is no bank.";
#[error]
const EAlreadyKept: vector<u8> = b"The bank keeps accounts for payment institutions already.";
#[error]
const ENotKept: vector<u8> = b"The bank keeps no accounts for payment institutions.";

/// A bank's accounts for payment institutions, in its deposits, at its address. Apart from its other customers' accounts, because
/// what backs e-money is not counted as money once more.
public struct InstitutionsDeposits has store {
    book: Book,
}

/// The last report of a payment institution, at its address.
public struct Report has copy, drop, store {
    /// Block time of the report, in milliseconds since 1970.
    at_ms: u64,
    /// What the ledger says, in minor units.
    e_money: u128,
    reserve: u64,
    /// What the institution says that banks keep for it.
    at_banks: u64,
}

public struct Reported has copy, drop {
    institution: address,
    report: Report,
}

/// E-money was issued against, or redeemed from, a deposit that the institution says it has.
public struct IssuedAgainstDeposit has copy, drop {
    institution: address,
    account: u32,
    amount: u64,
}

public struct RedeemedFromDeposit has copy, drop {
    institution: address,
    account: u32,
    amount: u64,
}

// === What banks do ===

/// Begins to keep accounts for payment institutions.
public(package) entry fun keep_accounts(ledger: &mut Ledger, bank: &signer) {
    let at = check_open(ledger, bank);
    assert!(!ledger.exists<InstitutionsDeposits>(at), EAlreadyKept);
    let instrument = institution::instrument(ledger, at);
    let book = customer_book::new(ledger, bank, instrument);
    ledger.publish(at, InstitutionsDeposits { book });
}

/// Opens so many of these accounts, numbered in order.
public(package) entry fun open_accounts(ledger: &mut Ledger, bank: &signer, count: u64) {
    let at = check_open(ledger, bank);
    book_of(ledger, at).open_accounts(count);
}

/// Pays from an account of a customer to an account of a payment institution, both at the bank.
public(package) entry fun place(ledger: &mut Ledger, bank: &signer, customer: u32, account: u32, amount: u64) {
    let at = check_open(ledger, bank);
    let money = institution::withdraw_from_customer(ledger, at, customer, amount);
    book_of(ledger, at).deposit(account, money);
}

/// Pays from an account of a payment institution to an account of a customer, both at the bank.
public(package) entry fun release(ledger: &mut Ledger, bank: &signer, account: u32, customer: u32, amount: u64) {
    let at = check_open(ledger, bank);
    let money = book_of(ledger, at).withdraw(account, amount);
    institution::deposit_to_customer(ledger, at, customer, money);
}

// === What payment institutions in the first mode do ===

/// Issues e-money onto a customer's account against a deposit that the institution says it got at a bank. Nothing on the ledger
/// knows better; the share that the schedule asks for must lie in the customers' reserve afterwards.
public(package) entry fun issue(ledger: &mut Ledger, institution: &signer, account: u32, amount: u64) {
    let at = payment_institution::check(ledger, institution);
    customers_reserve::check_first_mode(ledger, at);
    let mut posting = books::begin(at, b"Top-up through a bank".to_string());
    institution::issue_to_customer(ledger, &mut posting, account, amount);
    posting.debit(chart::deposits_at_banks(), amount);
    institution::post(ledger, posting);
    customers_reserve::check_issue(ledger, at);
    event::emit(IssuedAgainstDeposit { institution: at, account, amount });
}

/// Redeems e-money of an account that a bank pays out of the institution's deposit with it.
public(package) entry fun redeem(ledger: &mut Ledger, institution: &signer, account: u32, amount: u64) {
    let at = payment_institution::check_is(ledger, institution);
    customers_reserve::check_first_mode(ledger, at);
    let mut posting = books::begin(at, b"Paid out through a bank".to_string());
    institution::redeem_from_customer(ledger, &mut posting, account, amount);
    posting.credit(chart::deposits_at_banks(), amount);
    institution::post(ledger, posting);
    event::emit(RedeemedFromDeposit { institution: at, account, amount });
}

/// Enters in the books that the institution used deposits for purposes of its own.
public(package) entry fun use_deposits(ledger: &mut Ledger, institution: &signer, amount: u64) {
    let at = payment_institution::check_is(ledger, institution);
    let mut posting = books::begin(at, b"Deposits used for own purposes".to_string());
    posting.debit(chart::operating_expense(), amount);
    posting.credit(chart::deposits_at_banks(), amount);
    institution::post(ledger, posting);
}

/// Files what the institution says that banks keep for it, in minor units.
public(package) entry fun report(ledger: &mut Ledger, institution: &signer, at_banks: u64) {
    let at = payment_institution::check_is(ledger, institution);
    let e_money = customers_reserve::e_money(ledger, at);
    let reserve = customers_reserve::balance(ledger, at);
    let report = Report { at_ms: ledger.time_ms(), e_money, reserve, at_banks };
    if (ledger.exists<Report>(at)) *ledger.borrow_mut<Report>(at) = report else ledger.publish(at, report);
    event::emit(Reported { institution: at, report });
}

// === What is to be read ===

/// By the institution's last report, what e-money was more than reserve and deposits together; `none` before the first report.
public fun reported_shortfall(ledger: &Ledger, at: address): Option<u128> {
    if (!ledger.exists<Report>(at)) return option::none();
    let Report { at_ms: _, e_money, reserve, at_banks } = *ledger.borrow<Report>(at);
    let backing = (reserve as u128) + (at_banks as u128);
    option::some(if (e_money > backing) e_money - backing else 0)
}

/// A bank's accounts for payment institutions.
public fun accounts(ledger: &Ledger, bank: address): &Book {
    assert!(ledger.exists<InstitutionsDeposits>(bank), ENotKept);
    &ledger.borrow<InstitutionsDeposits>(bank).book
}

public(package) fun book_of(ledger: &mut Ledger, bank: address): &mut Book {
    assert!(ledger.exists<InstitutionsDeposits>(bank), ENotKept);
    &mut ledger.borrow_mut<InstitutionsDeposits>(bank).book
}

/// The signer's address, if it is a bank whose licence stands. Without one it pays nobody before the others: see `banking::insolvency`.
public(package) fun check_open(ledger: &Ledger, bank: &signer): address {
    let at = bank.address_of();
    assert!(institution::exists(ledger, at) && institution::kind(ledger, at) == licence::bank(), ENotBank);
    institution::check(ledger, bank)
}

/// Pays all of an institution's account onto an account of a customer, both at the bank.
public(package) fun take_in(ledger: &mut Ledger, bank: address, account: u32, customer: u32) {
    let book = book_of(ledger, bank);
    let amount = book.balance(account);
    let money = book.withdraw(account, amount);
    institution::deposit_to_customer(ledger, bank, customer, money);
}

/// What a bank keeps for payment institutions, in minor units.
public(package) fun kept(ledger: &Ledger, bank: address): u64 {
    if (!ledger.exists<InstitutionsDeposits>(bank)) 0 else ledger.borrow<InstitutionsDeposits>(bank).book.pool()
}
