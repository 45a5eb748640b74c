/// Payment institutions: they keep accounts in e-money for customers whom only they know, and make their payments. A licence
/// admits them; without one that stands they take nothing in and move nothing between customers, and can still pay out.
module banking::payment_institution;

use banking::books;
use banking::chart;
use banking::customers_reserve;
use banking::institution;
use banking::settlement_account;
use oversight::licence;
use oversight::supervisor;
use std::event;
use std::ledger::Ledger;
use std::string::String;

#[error]
const ENotPaymentInstitution: vector<u8> = b"The signer is no payment institution.";
#[error]
const EExceedsSurplus: vector<u8> = b"The customers' reserve holds less than that beyond the e-money.";
#[error]
const EOwnAccount: vector<u8> = b"The institution's own account stays open.";
#[error]
const EOtherCentralBank: vector<u8> = b"The two settlement accounts are with different central banks.";

/// The account that a payment institution keeps for itself: what it takes of payments passes through it.
const OWN_ACCOUNT: u32 = 0;

/// What is more than the e-money went to the institution's own funds.
public struct SurplusSwept has copy, drop {
    institution: address,
    amount: u64,
}

/// A supervisor had a creditor paid out of an institution's own funds.
public struct Attached has copy, drop {
    institution: address,
    creditor: address,
    supervisor: address,
    amount: u64,
    order: String,
}

/// An institution gave a customer e-money out of its own funds.
public struct Granted has copy, drop {
    institution: address,
    account: u32,
    amount: u64,
}

// === Admission and accounts ===

/// Admits the signer as a payment institution of a central bank's unit by its licence: registers its e-money, opens its
/// customers' reserve and its own funds at the central bank, begins its books and its customers' accounts. Account 0 is its own.
public(package) entry fun begin(
    ledger: &mut Ledger,
    institution: &signer,
    central_bank: address,
    name: String,
    symbol: String,
    second_mode: bool,
) {
    institution::open(ledger, institution, licence::payment_institution(), central_bank, name, symbol);
    let at = institution.address_of();
    customers_reserve::begin(ledger, at, second_mode);
    institution::customers_mut(ledger, at).open_accounts(1);
}

/// Opens so many accounts, numbered in order.
public(package) entry fun open_accounts(ledger: &mut Ledger, institution: &signer, count: u64) {
    let at = check(ledger, institution);
    institution::customers_mut(ledger, at).open_accounts(count);
}

/// Closes an empty account for good.
public(package) entry fun close_account(ledger: &mut Ledger, institution: &signer, account: u32) {
    let at = check_is(ledger, institution);
    assert!(account != OWN_ACCOUNT, EOwnAccount);
    institution::customers_mut(ledger, at).close_account(account);
}

/// Makes payments between customers in their order, each by itself (see `money::customer_book`).
public(package) entry fun transfer_batch(
    ledger: &mut Ledger,
    institution: &signer,
    payers: vector<u32>,
    payees: vector<u32>,
    amounts: vector<u64>,
) {
    let at = check(ledger, institution);
    institution::customers_mut(ledger, at).transfer_batch(payers, payees, amounts);
}

// === Own funds ===

/// Pays settlement money of the signer, a bank whose licence stands or an operator, into an institution's own funds, as its capital.
public(package) entry fun contribute(ledger: &mut Ledger, contributor: &signer, institution: address, amount: u64) {
    assert!(customers_reserve::exists(ledger, institution), ENotPaymentInstitution);
    let from = contributor.address_of();
    let bank = settlement_account::bank();
    let own = settlement_account::own_funds();
    let central_bank = settlement_account::central_bank(ledger, institution, own);
    assert!(settlement_account::central_bank(ledger, from, bank) == central_bank, EOtherCentralBank);
    let money = if (is_bank(ledger, from)) {
        institution::check(ledger, contributor);
        let mut posting = books::begin(from, b"Share in a payment institution".to_string());
        let money = institution::settlement_out(ledger, &mut posting, amount);
        posting.debit(chart::other_assets(), amount);
        institution::post(ledger, posting);
        money
    } else settlement_account::debit(ledger, from, bank, amount);
    settlement_account::credit(ledger, institution, own, money);
    let mut posting = books::begin(institution, b"Capital paid in".to_string());
    posting.debit(chart::settlement_account(), amount);
    posting.credit(chart::capital(), amount);
    institution::post(ledger, posting);
}

/// Moves what the customers' reserve holds beyond the e-money to the institution's own funds.
public(package) entry fun sweep(ledger: &mut Ledger, institution: &signer, amount: u64) {
    let at = check(ledger, institution);
    assert!(amount <= customers_reserve::surplus(ledger, at), EExceedsSurplus);
    let mut posting = books::begin(at, b"Sweep of surplus".to_string());
    let money = institution::settlement_out(ledger, &mut posting, amount);
    settlement_account::credit(ledger, at, settlement_account::own_funds(), money);
    posting.debit(chart::settlement_account(), amount);
    institution::post(ledger, posting);
    event::emit(SurplusSwept { institution: at, amount });
}

/// Moves own funds into the customers' reserve.
public(package) entry fun replenish(ledger: &mut Ledger, institution: &signer, amount: u64) {
    let at = check_is(ledger, institution);
    let mut posting = books::begin(at, b"Own funds into the reserve".to_string());
    own_into_reserve(ledger, &mut posting, amount);
    institution::post(ledger, posting);
}

/// Gives a customer e-money out of own funds.
public(package) entry fun grant(ledger: &mut Ledger, institution: &signer, account: u32, amount: u64) {
    let at = check(ledger, institution);
    let mut posting = books::begin(at, b"Grant to a customer".to_string());
    own_into_reserve(ledger, &mut posting, amount);
    institution::issue_to_customer(ledger, &mut posting, account, amount);
    posting.debit(chart::operating_expense(), amount);
    institution::post(ledger, posting);
    customers_reserve::check_issue(ledger, at);
    event::emit(Granted { institution: at, account, amount });
}

/// Has a creditor, a bank or operator, paid out of an institution's own funds by order of a supervisor. The customers' reserve is
/// beyond reach: own funds that are too small are all that a creditor gets.
public(package) entry fun attach(
    ledger: &mut Ledger,
    supervisor: &signer,
    institution: address,
    creditor: address,
    amount: u64,
    order: String,
) {
    let _permit = supervisor::permit(ledger, supervisor);
    assert!(customers_reserve::exists(ledger, institution), ENotPaymentInstitution);
    let money = settlement_account::debit(ledger, institution, settlement_account::own_funds(), amount);
    let mut posting = books::begin(institution, b"Attached by order".to_string());
    posting.debit(chart::loss_expense(), amount);
    posting.credit(chart::settlement_account(), amount);
    institution::post(ledger, posting);
    if (is_bank(ledger, creditor)) {
        let mut posting = books::begin(creditor, b"Paid by a debtor under order".to_string());
        institution::settlement_in(ledger, &mut posting, money);
        posting.credit(chart::other_liabilities(), amount);
        institution::post(ledger, posting);
    } else settlement_account::credit(ledger, creditor, settlement_account::bank(), money);
    event::emit(Attached { institution, creditor, supervisor: supervisor.address_of(), amount, order });
}

/// Closes the period of the institution's books.
public(package) entry fun close_period(ledger: &mut Ledger, institution: &signer) {
    let at = check_is(ledger, institution);
    institution::books_mut(ledger, at).close_period(chart::retained_earnings());
}

// === What the other modules ask ===

/// The signer's address, if it is a payment institution whose licence stands.
public(package) fun check(ledger: &Ledger, institution: &signer): address {
    let at = check_is(ledger, institution);
    institution::check(ledger, institution);
    at
}

/// The signer's address, if it is a payment institution, with a licence that stands or without.
public(package) fun check_is(ledger: &Ledger, institution: &signer): address {
    let at = institution.address_of();
    assert!(customers_reserve::exists(ledger, at), ENotPaymentInstitution);
    at
}

/// Aborts unless an address is a payment institution whose licence stands.
public(package) fun check_at(ledger: &Ledger, at: address) {
    assert!(customers_reserve::exists(ledger, at), ENotPaymentInstitution);
    licence::check(ledger, at, licence::payment_institution(), institution::unit(ledger, at));
}

/// The number of the account that is the institution's own.
public fun own_account(): u32 {
    OWN_ACCOUNT
}

/// What the institution's own funds at the central bank are, in minor units.
public fun own_funds(ledger: &Ledger, at: address): u64 {
    settlement_account::balance(ledger, at, settlement_account::own_funds())
}

/// An operator can be a payment institution too: what it pays or gets for itself never touches its customers' reserve.
fun is_bank(ledger: &Ledger, at: address): bool {
    institution::exists(ledger, at) && institution::kind(ledger, at) == licence::bank()
}

fun own_into_reserve(ledger: &mut Ledger, posting: &mut books::Posting, amount: u64) {
    let money = settlement_account::debit(ledger, posting.posted_for(), settlement_account::own_funds(), amount);
    posting.credit(chart::settlement_account(), amount);
    institution::settlement_in(ledger, posting, money);
}
