/// The assets of a failed bank, which its administrator turns into settlement money: loans are collected or sold, securities
/// sold, notes given back, claims collected, what is pledged to the central bank redeemed. What an asset brings less than its book
/// value is a loss that creditors bear by `banking::insolvency`. Other banks buy with their own signature. What something is worth
/// is not for the administrator and a buyer alone to say: a supervisor or the bank's central bank signs each sale too.
module banking::estate;

use banking::books;
use banking::capital_adequacy;
use banking::central_bank_credit;
use banking::chart;
use banking::clearing_funds;
use banking::commercial_bank;
use banking::insolvency;
use banking::institution;
use banking::interbank;
use banking::lending;
use banking::notes;
use banking::reserves;
use banking::securities;
use banking::standing_facilities;
use std::event;
use std::ledger::Ledger;

#[error]
const EZeroAmount: vector<u8> = b"The amount must be more than zero.";
#[error]
const EOtherCentralBank: vector<u8> = b"The buyer has its account with another central bank.";

/// A security of a failed bank went to another bank.
public struct SecuritySold has copy, drop {
    bank: address,
    holding: u64,
    to: address,
    /// At book value.
    amount: u64,
    price: u64,
}

/// Opens so many further accounts, for customers whose money lay elsewhere at the bank.
public(package) entry fun open_accounts(ledger: &mut Ledger, administrator: &signer, bank: address, count: u64) {
    insolvency::check_open(ledger, administrator, bank);
    institution::customers_mut(ledger, bank).open_accounts(count);
}

/// Takes a repayment off the borrower's account at the bank: interest first, then principal.
public(package) entry fun collect_loan(ledger: &mut Ledger, administrator: &signer, bank: address, loan: u64, amount: u64) {
    insolvency::check_open(ledger, administrator, bank);
    lending::collect_for(ledger, bank, loan, amount);
}

/// Sells a loan to another bank, at which the borrower has an account, on the terms on which that bank lends.
public(package) entry fun sell_loan(
    ledger: &mut Ledger,
    administrator: &signer,
    buyer: &signer,
    approver: &signer,
    bank: address,
    loan: u64,
    account: u32,
    price: u64,
) {
    let to = check_sale(ledger, administrator, buyer, approver, bank);
    reserves::check_not_short(ledger, to);
    lending::hand_over(ledger, bank, to, loan, account, price);
    capital_adequacy::check(ledger, to);
}

/// Sells a part of a security to another bank, in whose books it stands at the price.
public(package) entry fun sell_security(
    ledger: &mut Ledger,
    administrator: &signer,
    buyer: &signer,
    approver: &signer,
    bank: address,
    holding: u64,
    amount: u64,
    price: u64,
) {
    let to = check_sale(ledger, administrator, buyer, approver, bank);
    assert!(price > 0, EZeroAmount);
    let (kind, description, custodian) = securities::release(ledger, bank, holding, amount);
    securities::receive(ledger, to, custodian, kind, description, price);
    let mut bought = books::begin(to, b"Security bought from a failed bank".to_string());
    let money = institution::settlement_out(ledger, &mut bought, price);
    bought.debit(chart::securities(), price);
    institution::post(ledger, bought);
    let mut sold = books::begin(bank, b"Security sold".to_string());
    institution::settlement_in(ledger, &mut sold, money);
    sold.credit(chart::securities(), amount);
    if (amount > price) sold.debit(chart::loss_expense(), amount - price);
    if (price > amount) sold.credit(chart::recoveries(), price - amount);
    institution::post(ledger, sold);
    capital_adequacy::check(ledger, to);
    event::emit(SecuritySold { bank, holding, to, amount, price });
}

/// Gives notes of the vault back to the central bank, which signs that it has counted them.
public(package) entry fun return_notes(
    ledger: &mut Ledger,
    administrator: &signer,
    central_bank: &signer,
    bank: address,
    amount: u64,
) {
    insolvency::check_open(ledger, administrator, bank);
    notes::return_counted(ledger, central_bank, bank, amount);
}

/// Records what the central bank, which signs that it has counted the vault, did not find there: a loss like any other, whether the
/// notes were counted before or not.
public(package) entry fun count_notes(
    ledger: &mut Ledger,
    administrator: &signer,
    central_bank: &signer,
    bank: address,
    missing: u64,
) {
    insolvency::check_open(ledger, administrator, bank);
    notes::record_count(ledger, central_bank, bank, missing);
}

/// Takes back what the bank left at the central bank's deposit facility.
public(package) entry fun withdraw_facility(ledger: &mut Ledger, administrator: &signer, bank: address) {
    insolvency::check_open(ledger, administrator, bank);
    standing_facilities::take_back(ledger, bank);
}

/// Collects what another bank owes and did not repay on its day.
public(package) entry fun collect_claim(ledger: &mut Ledger, administrator: &signer, bank: address, borrower: address, claim: u64) {
    insolvency::check_open(ledger, administrator, bank);
    interbank::collect_for(ledger, bank, borrower, claim);
}

/// Repays a loan of the central bank, so that what is pledged for it is free: it is worth more.
public(package) entry fun redeem_pledge(ledger: &mut Ledger, administrator: &signer, bank: address, credit: u64) {
    insolvency::check_open(ledger, administrator, bank);
    central_bank_credit::repay_for(ledger, bank, credit);
}

/// Takes collateral back that the bank put up at a clearing house.
public(package) entry fun take_collateral(ledger: &mut Ledger, administrator: &signer, bank: address, house: address, amount: u64) {
    insolvency::check_open(ledger, administrator, bank);
    clearing_funds::take_collateral_for(ledger, bank, house, amount);
}

/// Takes the bank's share of a clearing house's default fund back.
public(package) entry fun take_fund_share(ledger: &mut Ledger, administrator: &signer, bank: address, house: address, amount: u64) {
    insolvency::check_open(ledger, administrator, bank);
    clearing_funds::take_fund_share_for(ledger, bank, house, amount);
}

/// The buyer's address, if all who have to sign a sale do.
fun check_sale(ledger: &Ledger, administrator: &signer, buyer: &signer, approver: &signer, bank: address): address {
    insolvency::check_open(ledger, administrator, bank);
    insolvency::check_approver(ledger, administrator, approver, bank);
    let to = commercial_bank::check(ledger, buyer);
    assert!(institution::central_bank(ledger, to) == institution::central_bank(ledger, bank), EOtherCentralBank);
    to
}
