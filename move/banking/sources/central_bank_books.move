/// A central bank's double-entry books. Settlement money, digital cash and notes stand on one line, central-bank money, which an
/// exchange of one for another leaves as it is; the statement says how much is which. It is base money and what the government,
/// the deposit insurer and clearing houses have in accounts: all of it has to be covered. What the central bank earns by
/// issuing (seigniorage), and what it is used for, stands in accounts that anybody can read.
module banking::central_bank_books;

use banking::books::{Self, Books, Posting};
use std::ledger::Ledger;

const FOREIGN_EXCHANGE: u16 = 1410;
const GOLD: u16 = 1420;
const CLAIMS_ON_GOVERNMENT: u16 = 1430;
const CLAIMS_ON_BANKS: u16 = 1440;
const OTHER_ASSETS: u16 = 1450;
const BASE_MONEY: u16 = 2510;
const CAPITAL: u16 = 3010;
const RETAINED_EARNINGS: u16 = 3020;
const INTEREST_INCOME: u16 = 4010;
const PENALTY_INCOME: u16 = 4030;
const ASSET_INCOME: u16 = 4060;
const INTEREST_EXPENSE: u16 = 5010;
const LOSS_EXPENSE: u16 = 5030;
const OPERATING_EXPENSE: u16 = 5040;
const REMITTED_TO_GOVERNMENT: u16 = 5060;

/// At the central bank's address.
public struct CentralBankBooks has store {
    books: Books,
}

/// Begins the books.
public(package) fun begin(ledger: &mut Ledger, central_bank: &signer, unit: u32) {
    let mut books = books::new(central_bank, unit);
    open(&mut books, FOREIGN_EXCHANGE, books::asset(), b"Foreign exchange");
    open(&mut books, GOLD, books::asset(), b"Monetary gold");
    open(&mut books, CLAIMS_ON_GOVERNMENT, books::asset(), b"Claims on government");
    open(&mut books, CLAIMS_ON_BANKS, books::asset(), b"Claims on banks");
    open(&mut books, OTHER_ASSETS, books::asset(), b"Other assets");
    open(&mut books, BASE_MONEY, books::liability(), b"Central-bank money");
    open(&mut books, CAPITAL, books::equity(), b"Own capital");
    books.open_two_sided_account(RETAINED_EARNINGS, books::equity(), b"Retained seigniorage".to_string());
    open(&mut books, INTEREST_INCOME, books::income(), b"Interest on lending to banks");
    open(&mut books, PENALTY_INCOME, books::income(), b"Interest on reserve shortfalls");
    open(&mut books, ASSET_INCOME, books::income(), b"Income from assets");
    open(&mut books, INTEREST_EXPENSE, books::expense(), b"Interest on reserves");
    open(&mut books, LOSS_EXPENSE, books::expense(), b"Losses");
    open(&mut books, OPERATING_EXPENSE, books::expense(), b"Costs");
    open(&mut books, REMITTED_TO_GOVERNMENT, books::expense(), b"Remitted to government");
    ledger.publish(central_bank.address_of(), CentralBankBooks { books });
}

fun open(books: &mut Books, number: u16, class: u8, name: vector<u8>) {
    books.open_account(number, class, name.to_string());
}

/// Commits a posting to the books of the central bank it was begun for.
public(package) fun post(ledger: &mut Ledger, posting: Posting) {
    let at = posting.posted_for();
    ledger.borrow_mut<CentralBankBooks>(at).books.commit(posting);
}

/// Closes the period: what was earned and not spent is retained.
public(package) fun close_period(ledger: &mut Ledger, central_bank: address) {
    ledger.borrow_mut<CentralBankBooks>(central_bank).books.close_period(RETAINED_EARNINGS);
}

/// The books of a central bank.
public fun books(ledger: &Ledger, central_bank: address): &Books {
    &ledger.borrow<CentralBankBooks>(central_bank).books
}

/// Capital, what was retained and the running period's result, in minor units: (what there is, what is missing), one of them zero.
public fun equity(ledger: &Ledger, central_bank: address): (u128, u128) {
    let books = books(ledger, central_bank);
    let (equity_debit, equity_credit) = books.total_sides(books::equity());
    let plus = equity_credit + books.total(books::income());
    let minus = equity_debit + books.total(books::expense());
    if (plus >= minus) (plus - minus, 0) else (0, minus - plus)
}

/// The account of assets of a kind: 1 foreign exchange, 2 gold, 3 government bonds, 4 claims on banks, 5 other.
public fun asset_account(kind: u8): u16 {
    if (kind == 1) FOREIGN_EXCHANGE
    else if (kind == 2) GOLD
    else if (kind == 3) CLAIMS_ON_GOVERNMENT
    else if (kind == 4) CLAIMS_ON_BANKS
    else OTHER_ASSETS
}

/// Settlement money, digital cash and notes outstanding.
public fun base_money(): u16 {
    BASE_MONEY
}

public fun capital(): u16 {
    CAPITAL
}

/// What closed periods earned and did not spend.
public fun retained_earnings(): u16 {
    RETAINED_EARNINGS
}

/// Interest on lending to banks.
public fun interest_income(): u16 {
    INTEREST_INCOME
}

/// Interest on reserve shortfalls.
public fun penalty_income(): u16 {
    PENALTY_INCOME
}

/// Interest and gains of foreign exchange, gold, bonds.
public fun asset_income(): u16 {
    ASSET_INCOME
}

/// Interest on reserves and at the deposit facility.
public fun interest_expense(): u16 {
    INTEREST_EXPENSE
}

public fun loss_expense(): u16 {
    LOSS_EXPENSE
}

public fun operating_expense(): u16 {
    OPERATING_EXPENSE
}

public fun remitted_to_government(): u16 {
    REMITTED_TO_GOVERNMENT
}
