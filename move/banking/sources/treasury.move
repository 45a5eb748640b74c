/// The government's account at the central bank. Taxes drain deposits and bank reserves into it, spending brings them back;
/// into it goes the central bank's profit (seigniorage), and out of it the interest on the state's bonds that the central bank has.
module banking::treasury;

use banking::books;
use banking::cash_desk;
use banking::central_bank;
use banking::central_bank_books;
use banking::deposit_insurance;
use banking::institution;
use banking::settlement_account;
use oversight::licence;
use std::event;
use std::ledger::Ledger;

#[error]
const EZeroAmount: vector<u8> = b"The amount must be more than zero.";
#[error]
const ENotCentralBank: vector<u8> = b"The signer is not a central bank.";
#[error]
const ENotGovernment: vector<u8> = b"The address has no government's account at this central bank.";
#[error]
const ENotRetained: vector<u8> = b"Only what closed periods have earned is remitted to the government.";
#[error]
const EInsurersFund: vector<u8> = b"The deposit insurer's fund is for depositors of insolvent banks alone.";
#[error]
const EOtherCentralBank: vector<u8> = b"Bank and government must have their account with one central bank.";

/// The central bank's profit went to the government.
public struct ProfitRemitted has copy, drop {
    central_bank: address,
    government: address,
    amount: u64,
}

/// The government paid a customer of a bank.
public struct GovernmentPaid has copy, drop {
    government: address,
    bank: address,
    instrument: u32,
    account: u32,
    amount: u64,
}

/// A customer of a bank paid the government.
public struct TaxPaid has copy, drop {
    government: address,
    bank: address,
    instrument: u32,
    account: u32,
    amount: u64,
}

/// Opens the government's account; both sign.
public(package) entry fun open(ledger: &mut Ledger, central_bank: &signer, government: &signer) {
    let at = central_bank.address_of();
    assert!(cash_desk::exists(ledger, at), ENotCentralBank);
    central_bank::check_central_bank(ledger, central_bank);
    settlement_account::open(ledger, government.address_of(), at, settlement_account::government());
}

/// Pays a customer of a bank: settlement money goes to the bank, and a deposit comes into being.
public(package) entry fun spend(ledger: &mut Ledger, government: &signer, bank: address, account: u32, amount: u64) {
    let from = government.address_of();
    let at = institution::central_bank(ledger, bank);
    check(ledger, from, at);
    assert!(!deposit_insurance::is_insurer(ledger, at, from), EInsurersFund);
    licence::check(ledger, bank, institution::kind(ledger, bank), institution::unit(ledger, bank));
    let money = settlement_account::debit(ledger, from, settlement_account::government(), amount);
    let mut posting = books::begin(bank, b"Paid by the government".to_string());
    institution::settlement_in(ledger, &mut posting, money);
    institution::issue_to_customer(ledger, &mut posting, account, amount);
    institution::post(ledger, posting);
    let instrument = institution::instrument(ledger, bank);
    event::emit(GovernmentPaid { government: from, bank, instrument, account, amount });
}

/// A bank pays a customer's tax: the deposit ends, settlement money goes to the government.
public(package) entry fun pay_tax(ledger: &mut Ledger, bank: &signer, government: address, account: u32, amount: u64) {
    let at = institution::check(ledger, bank);
    check(ledger, government, institution::central_bank(ledger, at));
    assert!(amount > 0, EZeroAmount);
    let mut posting = books::begin(at, b"Tax".to_string());
    institution::redeem_from_customer(ledger, &mut posting, account, amount);
    let money = institution::settlement_out(ledger, &mut posting, amount);
    institution::post(ledger, posting);
    settlement_account::credit(ledger, government, settlement_account::government(), money);
    let instrument = institution::instrument(ledger, at);
    event::emit(TaxPaid { government, bank: at, instrument, account, amount });
}

/// Remits to the government what the central bank's closed periods have earned.
public(package) entry fun remit(ledger: &mut Ledger, central_bank: &signer, government: address, amount: u64) {
    let at = central_bank.address_of();
    assert!(cash_desk::exists(ledger, at), ENotCentralBank);
    central_bank::check_central_bank(ledger, central_bank);
    check(ledger, government, at);
    assert!(amount > 0, EZeroAmount);
    let books = central_bank_books::books(ledger, at);
    let (_, retained) = books.sides(central_bank_books::retained_earnings());
    // What was remitted in this period is deducted from what is retained when it closes.
    assert!((amount as u128) + books.balance(central_bank_books::remitted_to_government()) <= retained, ENotRetained);
    let money = central_bank::spend(ledger, at, government, amount, central_bank_books::remitted_to_government());
    settlement_account::credit(ledger, government, settlement_account::government(), money);
    event::emit(ProfitRemitted { central_bank: at, government, amount });
}

/// The government pays interest on bonds that the central bank has.
public(package) entry fun pay_interest(ledger: &mut Ledger, government: &signer, amount: u64) {
    let from = government.address_of();
    let kind = settlement_account::government();
    assert!(settlement_account::exists(ledger, from, kind), ENotGovernment);
    let at = settlement_account::central_bank(ledger, from, kind);
    assert!(!deposit_insurance::is_insurer(ledger, at, from), EInsurersFund);
    let money = settlement_account::debit(ledger, from, kind, amount);
    central_bank::earn(ledger, at, from, money, central_bank_books::asset_income());
}

fun check(ledger: &Ledger, government: address, central_bank: address) {
    let kind = settlement_account::government();
    assert!(settlement_account::exists(ledger, government, kind), ENotGovernment);
    assert!(settlement_account::central_bank(ledger, government, kind) == central_bank, EOtherCentralBank);
}
