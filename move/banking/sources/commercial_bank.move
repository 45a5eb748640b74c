/// A commercial bank: customers' demand deposits in a book, and what belongs to keeping them. Lending, time deposits, dealing with
/// the central bank and with other banks have modules of their own. A bank signs for its customers; who they are only it knows.
module banking::commercial_bank;

use banking::bank_chart;
use banking::books;
use banking::capital_adequacy;
use banking::central_bank_credit;
use banking::chart;
use banking::institution;
use banking::interbank;
use banking::lending;
use banking::operator;
use banking::reserves;
use banking::securities;
use banking::time_deposits;
use oversight::licence;
use std::event;
use std::ledger::Ledger;
use std::string::String;

#[error]
const EZeroAmount: vector<u8> = b"The amount must be more than zero.";
#[error]
const ENotBank: vector<u8> = b"The signer is not a bank.";
#[error]
const ENotEarned: vector<u8> = b"A dividend is paid out of retained earnings only.";
#[error]
const EStillNeeded: vector<u8> = b"Loans are repaid out of the account, or time deposits paid back onto it.";
#[error]
const EDifferentLengths: vector<u8> = b"Each account needs one amount.";
#[error]
const EAmountsOverflow: vector<u8> = b"The amounts add up to more than there can be.";

const MAX_U64: u64 = 0xFFFF_FFFF_FFFF_FFFF;

/// Customers' deposits became a bank's capital.
public struct CapitalPaidIn has copy, drop {
    bank: address,
    instrument: u32,
    account: u32,
    amount: u64,
}

/// Retained earnings became deposits of an owner.
public struct DividendPaid has copy, drop {
    bank: address,
    instrument: u32,
    account: u32,
    amount: u64,
}

/// A bank paid interest on demand deposits.
public struct DepositInterestPaid has copy, drop {
    bank: address,
    instrument: u32,
    accounts: u64,
    amount: u64,
}

/// A bank charged a customer.
public struct FeeCharged has copy, drop {
    bank: address,
    instrument: u32,
    account: u32,
    amount: u64,
}

/// Establishes a bank by its licence, with an account at a central bank and an instrument of its own. What an operator that
/// becomes a bank has in its account and its till is the bank's capital.
public(package) entry fun establish(ledger: &mut Ledger, bank: &signer, central_bank: address, name: String, symbol: String) {
    let at = bank.address_of();
    operator::empty_till(ledger, at);
    institution::open(ledger, bank, licence::bank(), central_bank, name, symbol);
    bank_chart::open(institution::books_mut(ledger, at));
    securities::begin(ledger, at);
    lending::begin(ledger, at);
    time_deposits::begin(ledger, at);
    reserves::begin(ledger, at);
    central_bank_credit::begin(ledger, at);
    interbank::begin(ledger, at);
}

/// Opens so many customers' accounts, numbered in order.
public(package) entry fun open_accounts(ledger: &mut Ledger, bank: &signer, count: u64) {
    let at = check(ledger, bank);
    institution::customers_mut(ledger, at).open_accounts(count);
}

/// Closes an empty account for good, if no loan is repaid out of it and no time deposit paid back onto it.
public(package) entry fun close_account(ledger: &mut Ledger, bank: &signer, account: u32) {
    let at = check(ledger, bank);
    assert!(!lending::has(ledger, at, account) && !time_deposits::has(ledger, at, account), EStillNeeded);
    institution::customers_mut(ledger, at).close_account(account);
}

/// Makes transfers between customers' accounts in their order, each by itself (see `money::customer_book`).
public(package) entry fun transfer_batch(
    ledger: &mut Ledger,
    bank: &signer,
    payers: vector<u32>,
    payees: vector<u32>,
    amounts: vector<u64>,
) {
    let at = check(ledger, bank);
    institution::customers_mut(ledger, at).transfer_batch(payers, payees, amounts);
}

/// Takes a security in against capital: what owners give in kind. The custodian signs that it is there.
public(package) entry fun contribute_security(
    ledger: &mut Ledger,
    bank: &signer,
    custodian: &signer,
    kind: u8,
    description: String,
    book_value: u64,
) {
    let at = check(ledger, bank);
    securities::attest(ledger, at, custodian, kind, description, book_value);
    let mut posting = books::begin(at, b"Capital in kind".to_string());
    posting.debit(chart::securities(), book_value);
    posting.credit(chart::capital(), book_value);
    institution::post(ledger, posting);
}

/// Buys a security from a customer with a new deposit, on the terms on which a bank lends. The custodian signs that it is there.
public(package) entry fun buy_security(
    ledger: &mut Ledger,
    bank: &signer,
    custodian: &signer,
    account: u32,
    kind: u8,
    description: String,
    price: u64,
) {
    let at = check(ledger, bank);
    reserves::check_not_short(ledger, at);
    securities::attest(ledger, at, custodian, kind, description, price);
    let mut posting = books::begin(at, b"Security bought from a customer".to_string());
    posting.debit(chart::securities(), price);
    institution::issue_to_customer(ledger, &mut posting, account, price);
    institution::post(ledger, posting);
    capital_adequacy::check(ledger, at);
}

/// Sells a part of a security to a customer at book value: a deposit ends.
public(package) entry fun sell_security(ledger: &mut Ledger, bank: &signer, account: u32, holding: u64, amount: u64) {
    let at = check(ledger, bank);
    securities::release(ledger, at, holding, amount);
    let mut posting = books::begin(at, b"Security sold to a customer".to_string());
    institution::redeem_from_customer(ledger, &mut posting, account, amount);
    posting.credit(chart::securities(), amount);
    institution::post(ledger, posting);
}

/// An owner pays capital in out of a deposit at the bank itself.
public(package) entry fun pay_in_capital(ledger: &mut Ledger, bank: &signer, account: u32, amount: u64) {
    let at = check(ledger, bank);
    let instrument = institution::instrument(ledger, at);
    exchange_deposit(ledger, at, b"Capital paid in", account, amount, chart::capital());
    event::emit(CapitalPaidIn { bank: at, instrument, account, amount });
}

/// Pays an owner a dividend out of what closed periods earned, if the capital that is left is enough.
public(package) entry fun pay_dividend(ledger: &mut Ledger, bank: &signer, account: u32, amount: u64) {
    let at = check(ledger, bank);
    let (_, retained) = institution::books(ledger, at).sides(chart::retained_earnings());
    assert!((amount as u128) <= retained, ENotEarned);
    let instrument = institution::instrument(ledger, at);
    let mut posting = books::begin(at, b"Dividend".to_string());
    posting.debit(chart::retained_earnings(), amount);
    institution::issue_to_customer(ledger, &mut posting, account, amount);
    institution::post(ledger, posting);
    capital_adequacy::check(ledger, at);
    event::emit(DividendPaid { bank: at, instrument, account, amount });
}

/// Pays interest on demand deposits, each account the amount at its position, all of them or none.
public(package) entry fun pay_interest(ledger: &mut Ledger, bank: &signer, accounts: vector<u32>, amounts: vector<u64>) {
    let at = check(ledger, bank);
    assert!(accounts.length() == amounts.length(), EDifferentLengths);
    let mut total = 0;
    amounts.do_ref!(|amount| {
        assert!(*amount <= MAX_U64 - total, EAmountsOverflow);
        total = total + *amount;
    });
    assert!(total > 0, EZeroAmount);
    let instrument = institution::instrument(ledger, at);
    let count = accounts.length();
    let mut posting = books::begin(at, b"Interest on demand deposits".to_string());
    posting.debit(chart::interest_expense(), total);
    institution::issue_to_customers(ledger, &mut posting, accounts, amounts);
    institution::post(ledger, posting);
    event::emit(DepositInterestPaid { bank: at, instrument, accounts: count, amount: total });
}

/// Charges a customer a fee.
public(package) entry fun charge_fee(ledger: &mut Ledger, bank: &signer, account: u32, amount: u64) {
    let at = check(ledger, bank);
    let instrument = institution::instrument(ledger, at);
    exchange_deposit(ledger, at, b"Fee", account, amount, chart::fee_income());
    event::emit(FeeCharged { bank: at, instrument, account, amount });
}

/// Closes the period of the bank's books: income and expense go into retained earnings.
public(package) entry fun close_period(ledger: &mut Ledger, bank: &signer) {
    let at = check(ledger, bank);
    institution::books_mut(ledger, at).close_period(chart::retained_earnings());
}

fun exchange_deposit(ledger: &mut Ledger, at: address, memo: vector<u8>, account: u32, amount: u64, credited: u16) {
    assert!(amount > 0, EZeroAmount);
    let mut posting = books::begin(at, memo.to_string());
    institution::redeem_from_customer(ledger, &mut posting, account, amount);
    posting.credit(credited, amount);
    institution::post(ledger, posting);
}

/// The signer's address, if it is a bank whose licence stands.
public(package) fun check(ledger: &Ledger, bank: &signer): address {
    let at = institution::check(ledger, bank);
    assert!(institution::kind(ledger, at) == licence::bank(), ENotBank);
    at
}
