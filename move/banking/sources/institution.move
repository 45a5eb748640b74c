/// What a bank and a payment institution share: an instrument of their own, customers' accounts in it, books, and an account
/// at the central bank. Its functions move money and add the entries that belong to it to a posting; whoever began the
/// posting commits it with `post`.
module banking::institution;

use banking::bank_chart;
use banking::books::{Self, Books, Posting};
use banking::cash_desk;
use banking::chart;
use banking::settlement_account;
use money::customer_book::{Self, Book};
use money::instrument::{Self, IssueAuthority, IssuePermit};
use money::money::{Self, Money};
use oversight::licence;
use std::event;
use std::ledger::Ledger;
use std::string::String;

#[error]
const EBadKind: vector<u8> = b"An institution is a bank (2) or a payment institution (3).";
#[error]
const ENotInstitution: vector<u8> = b"The address is no bank and no payment institution.";
#[error]
const EAlreadyInstitution: vector<u8> = b"The address is an institution already.";
#[error]
const ENoCentralBank: vector<u8> = b"There is no central bank at the address.";
#[error]
const EBadName: vector<u8> = b"A name has 1 to 128 bytes.";
#[error]
const ENotBank: vector<u8> = b"The signer is no bank.";
#[error]
const EAmountsOverflow: vector<u8> = b"The amounts add up to more than there can be.";

const MAX_U64: u64 = 0xFFFF_FFFF_FFFF_FFFF;
const MAX_NAME_BYTES: u64 = 128;

/// What makes an address an institution.
public struct Institution has store {
    /// The kind of its licence: 2 bank, 3 payment institution.
    kind: u8,
    unit: u32,
    central_bank: address,
    name: String,
    /// Over its deposits or its e-money.
    authority: IssueAuthority,
}

/// The customers' accounts, at the institution's address.
public struct Customers has store {
    book: Book,
}

/// The books, at the institution's address.
public struct InstitutionBooks has store {
    books: Books,
}

public struct InstitutionOpened has copy, drop {
    institution: address,
    kind: u8,
    unit: u32,
    central_bank: address,
    instrument: u32,
    name: String,
}

/// Opens an institution by the licence of its kind: registers its instrument, begins its customers' book and its books, and
/// opens what accounts at the central bank it has not got yet. What an operator that becomes a bank has in its account is capital.
public(package) fun open(
    ledger: &mut Ledger,
    institution: &signer,
    kind: u8,
    central_bank: address,
    name: String,
    symbol: String,
) {
    let at = institution.address_of();
    let is_bank = kind == licence::bank();
    assert!(is_bank || kind == licence::payment_institution(), EBadKind);
    assert!(!name.is_empty() && name.length() <= MAX_NAME_BYTES, EBadName);
    assert!(!ledger.exists<Institution>(at), EAlreadyInstitution);
    assert!(cash_desk::exists(ledger, central_bank), ENoCentralBank);
    let unit = instrument::unit(ledger, cash_desk::settlement(ledger, central_bank));
    licence::check(ledger, at, kind, unit);
    let instrument_kind = if (is_bank) instrument::deposit() else instrument::e_money();
    let authority = instrument::register(ledger, institution, unit, instrument_kind, symbol);
    let mut books = books::new(institution, unit);
    if (is_bank) chart::open_for_bank(&mut books) else chart::open_for_payment_institution(&mut books);
    books.state_outstanding(ledger, liability_of(kind), &authority.permit());
    let instrument = authority.authorised();
    let book = customer_book::new(ledger, institution, instrument);
    ledger.publish(at, Customers { book });
    ledger.publish(at, InstitutionBooks { books });
    ledger.publish(at, Institution { kind, unit, central_bank, name, authority });
    if (is_bank) {
        settlement_account::open_unless_open(ledger, at, central_bank, settlement_account::bank());
        take_over_settlement(ledger, at);
    } else {
        settlement_account::open_unless_open(ledger, at, central_bank, settlement_account::customers_reserve());
        settlement_account::open_unless_open(ledger, at, central_bank, settlement_account::own_funds());
    };
    event::emit(InstitutionOpened { institution: at, kind, unit, central_bank, instrument, name });
}

/// The signer's address, if it is an institution whose licence stands; aborts otherwise.
public(package) fun check(ledger: &Ledger, institution: &signer): address {
    let at = institution.address_of();
    let record = record(ledger, at);
    licence::check(ledger, at, record.kind, record.unit);
    at
}

/// The same of a bank only.
public(package) fun check_bank(ledger: &Ledger, bank: &signer): address {
    let at = check(ledger, bank);
    assert!(kind(ledger, at) == licence::bank(), ENotBank);
    at
}

// === Customers' money ===

/// Issues the institution's money onto a customer's account, within its licence's limit; credits the liability.
public(package) fun issue_to_customer(ledger: &mut Ledger, posting: &mut Posting, account: u32, amount: u64) {
    let at = posting.posted_for();
    let money = issue(ledger, posting, amount);
    customers_mut(ledger, at).deposit(account, money);
}

/// The same for many accounts, each with the amount at its position, all of them or none.
public(package) fun issue_to_customers(ledger: &mut Ledger, posting: &mut Posting, accounts: vector<u32>, amounts: vector<u64>) {
    let at = posting.posted_for();
    let mut total = 0;
    amounts.do_ref!(|amount| {
        assert!(*amount <= MAX_U64 - total, EAmountsOverflow);
        total = total + *amount;
    });
    let money = issue(ledger, posting, total);
    customers_mut(ledger, at).deposit_batch(accounts, amounts, money);
}

/// Takes the institution's money off a customer's account and redeems it; debits the liability.
public(package) fun redeem_from_customer(ledger: &mut Ledger, posting: &mut Posting, account: u32, amount: u64) {
    let at = posting.posted_for();
    let money = withdraw_from_customer(ledger, at, account, amount);
    redeem(ledger, posting, money);
}

/// Takes money off a customer's account. It remains the institution's liability, wherever it then lies.
public(package) fun withdraw_from_customer(ledger: &mut Ledger, at: address, account: u32, amount: u64): Money {
    customers_mut(ledger, at).withdraw(account, amount)
}

/// Puts the institution's money onto a customer's account.
public(package) fun deposit_to_customer(ledger: &mut Ledger, at: address, account: u32, money: Money) {
    customers_mut(ledger, at).deposit(account, money);
}

/// Issues the institution's money, within its licence's limit; credits the liability. Of a bank the limit holds for what it
/// owes its customers in whatever form: what lies in time deposits and in wallets becomes demand deposits as it is paid back.
public(package) fun issue(ledger: &mut Ledger, posting: &mut Posting, amount: u64): Money {
    let at = posting.posted_for();
    let money = issue_anew(ledger, posting, amount);
    check_limit(ledger, at);
    money
}

/// Puts what the institution owes a customer in another form onto the customer's account; credits the liability. No limit of
/// a licence stands against it: a limit stops new issue, never repayment.
public(package) fun repay_to_customer(ledger: &mut Ledger, posting: &mut Posting, account: u32, amount: u64) {
    let at = posting.posted_for();
    let money = issue_anew(ledger, posting, amount);
    customers_mut(ledger, at).deposit(account, money);
}

/// Redeems money of the institution's own; debits the liability.
public(package) fun redeem(ledger: &mut Ledger, posting: &mut Posting, money: Money) {
    let at = posting.posted_for();
    let permit = permit(ledger, at);
    posting.debit(liability_of(kind(ledger, at)), money.value());
    money::redeem(ledger, &permit, money, at);
}

/// Aborts if the institution owes its customers more than its licence's limit.
public(package) fun check_limit(ledger: &Ledger, at: address) {
    licence::check_limit(ledger, at, kind(ledger, at), unit(ledger, at), owed(ledger, at));
}

/// How much more its licence lets it issue, in minor units.
public(package) fun room(ledger: &Ledger, at: address): u128 {
    licence::room(ledger, at, kind(ledger, at), unit(ledger, at), owed(ledger, at))
}

// === Settlement ===

/// Takes settlement money out of the account that clearing uses: a bank's settlement account, a payment institution's
/// customers' reserve; credits that asset.
public(package) fun settlement_out(ledger: &mut Ledger, posting: &mut Posting, amount: u64): Money {
    let at = posting.posted_for();
    let (account, asset) = clearing_account(kind(ledger, at));
    posting.credit(asset, amount);
    settlement_account::debit(ledger, at, account, amount)
}

/// Puts settlement money into the same account; debits the asset.
public(package) fun settlement_in(ledger: &mut Ledger, posting: &mut Posting, money: Money) {
    let at = posting.posted_for();
    let (account, asset) = clearing_account(kind(ledger, at));
    posting.debit(asset, money.value());
    settlement_account::credit(ledger, at, account, money);
}

// === Books ===

/// Makes a liability of the books state what is outstanding of another instrument that the institution issues.
public(package) fun state_outstanding(ledger: &mut Ledger, at: address, number: u16, issuer: &IssuePermit) {
    assert!(exists(ledger, at), ENotInstitution);
    // The books ask the ledger for the instrument: they cannot lie in it meanwhile.
    let InstitutionBooks { mut books } = ledger.take<InstitutionBooks>(at);
    books.state_outstanding(ledger, number, issuer);
    ledger.publish(at, InstitutionBooks { books });
}

/// Commits a posting to the books of the institution it was begun for.
public(package) fun post(ledger: &mut Ledger, posting: Posting) {
    books_mut(ledger, posting.posted_for()).commit(posting);
}

/// The books, to close a period or to open further accounts.
public(package) fun books_mut(ledger: &mut Ledger, at: address): &mut Books {
    assert!(exists(ledger, at), ENotInstitution);
    &mut ledger.borrow_mut<InstitutionBooks>(at).books
}

/// The customers' accounts, to open, close, freeze and transfer between them.
public(package) fun customers_mut(ledger: &mut Ledger, at: address): &mut Book {
    assert!(exists(ledger, at), ENotInstitution);
    let now_ms = ledger.time_ms();
    let book = &mut ledger.borrow_mut<Customers>(at).book;
    book.release_due(now_ms);
    book
}

// === What an institution says ===

public fun exists(ledger: &Ledger, at: address): bool {
    ledger.exists<Institution>(at)
}

/// The kind of its licence: 2 bank, 3 payment institution.
public fun kind(ledger: &Ledger, at: address): u8 {
    record(ledger, at).kind
}

public fun unit(ledger: &Ledger, at: address): u32 {
    record(ledger, at).unit
}

public fun central_bank(ledger: &Ledger, at: address): address {
    record(ledger, at).central_bank
}

/// The number of its deposits' or e-money's instrument.
public fun instrument(ledger: &Ledger, at: address): u32 {
    record(ledger, at).authority.authorised()
}

/// What is in the account that clearing uses, in minor units.
public fun settlement_balance(ledger: &Ledger, at: address): u64 {
    let (account, _) = clearing_account(kind(ledger, at));
    settlement_account::balance(ledger, at, account)
}

public fun books(ledger: &Ledger, at: address): &Books {
    assert!(exists(ledger, at), ENotInstitution);
    &ledger.borrow<InstitutionBooks>(at).books
}

public fun customers(ledger: &Ledger, at: address): &Book {
    assert!(exists(ledger, at), ENotInstitution);
    &ledger.borrow<Customers>(at).book
}

// === Rules ===

/// What the limit of its licence holds for: its money outstanding, and a bank's time deposits and wallet deposits.
fun owed(ledger: &Ledger, at: address): u128 {
    let outstanding = instrument::outstanding(ledger, instrument(ledger, at));
    if (kind(ledger, at) != licence::bank()) return outstanding;
    let books = books(ledger, at);
    let in_wallets = if (books.has_account(bank_chart::wallet_deposits())) books.balance(bank_chart::wallet_deposits()) else 0;
    outstanding + books.balance(chart::time_deposits()) + in_wallets
}

fun issue_anew(ledger: &mut Ledger, posting: &mut Posting, amount: u64): Money {
    let at = posting.posted_for();
    let permit = permit(ledger, at);
    let kind = kind(ledger, at);
    posting.credit(liability_of(kind), amount);
    money::issue(ledger, &permit, amount, at)
}

fun record(ledger: &Ledger, at: address): &Institution {
    assert!(exists(ledger, at), ENotInstitution);
    ledger.borrow<Institution>(at)
}

fun permit(ledger: &Ledger, at: address): IssuePermit {
    record(ledger, at).authority.permit()
}

/// Enters what lies in the settlement account that a new bank had before, so that its books begin with it.
fun take_over_settlement(ledger: &mut Ledger, at: address) {
    let amount = settlement_account::balance(ledger, at, settlement_account::bank());
    if (amount == 0) return;
    let mut posting = books::begin(at, b"Opening balance".to_string());
    posting.debit(chart::settlement_account(), amount);
    posting.credit(chart::capital(), amount);
    post(ledger, posting);
}

fun liability_of(kind: u8): u16 {
    if (kind == licence::bank()) chart::demand_deposits() else chart::e_money()
}

fun clearing_account(kind: u8): (u8, u16) {
    if (kind == licence::bank()) (settlement_account::bank(), chart::settlement_account())
    else (settlement_account::customers_reserve(), chart::customers_reserve())
}
