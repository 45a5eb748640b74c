/// What a central bank lends to banks, each time against pledged securities worth more than the loan: repos, and the lending
/// facility. The claim is an asset on the central bank's books against which settlement money is issued; as it is repaid
/// that money ends. What is not repaid on its day can be made good out of the pledge.
module banking::central_bank_credit;

use banking::books;
use banking::central_bank;
use banking::central_bank_books;
use banking::chart;
use banking::institution;
use banking::interest::{Self, Accrual};
use banking::monetary_policy;
use banking::securities;
use money::calendar;
use money::unit;
use std::event;
use std::ledger::Ledger;
use std::string::String;

#[error]
const EZeroAmount: vector<u8> = b"The amount must be more than zero.";
#[error]
const EUnknownCredit: vector<u8> = b"The bank owes the central bank nothing under this number.";
#[error]
const EBadTerm: vector<u8> = b"Credit is for 1 to 3660 days.";
#[error]
const ENotDue: vector<u8> = b"The pledge can be taken only when the credit was not repaid on its day.";
#[error]
const ENotCentralBank: vector<u8> = b"The bank's account is with another central bank.";
#[error]
const ETooManyCredits: vector<u8> = b"A bank has at most 64 unpaid loans from the central bank.";
#[error]
const EWholeHaircut: vector<u8> = b"Nothing is lent on securities that count nothing.";

const MAX_TERM_DAYS: u64 = 3_660;
/// Each is an entry in the central bank's books, of which all banks together have a part.
const MAX_CREDITS: u64 = 64;
const CLAIMS_ON_BANKS: u8 = 4;
const WHOLE_BPS: u64 = 10_000;

/// What a bank owes its central bank, at the bank's address.
public struct CentralBankDebt has store {
    credits: vector<Credit>,
    /// Number of the last.
    last: u64,
}

/// One loan.
public struct Credit has store {
    id: u64,
    /// Number of the claim among the central bank's assets.
    asset: u64,
    /// Number of the security that is pledged, and how much of it.
    holding: u64,
    pledged: u64,
    principal: u64,
    accrual: Accrual,
    matures_on: u64,
}

public struct CreditGranted has copy, drop {
    central_bank: address,
    bank: address,
    credit: u64,
    principal: u64,
    rate_bps: u64,
    pledged: u64,
    matures_on: u64,
}

public struct CreditRepaid has copy, drop {
    central_bank: address,
    bank: address,
    credit: u64,
    principal: u64,
    interest: u64,
}

/// A pledge took the place of a claim.
public struct CollateralTaken has copy, drop {
    central_bank: address,
    bank: address,
    credit: u64,
    claimed: u64,
    taken: u64,
}

/// Begins with no debt.
public(package) fun begin(ledger: &mut Ledger, bank: address) {
    ledger.publish(bank, CentralBankDebt { credits: vector[], last: 0 });
}

/// Lends to a bank against a security, of which as much is pledged as after the haircut makes the principal.
public(package) fun grant(
    ledger: &mut Ledger,
    bank: address,
    holding: u64,
    principal: u64,
    rate_bps: u64,
    days: u64,
    memo: String,
): u64 {
    assert!(principal > 0, EZeroAmount);
    assert!(days >= 1 && days <= MAX_TERM_DAYS, EBadTerm);
    assert!(unpaid(ledger, bank) < MAX_CREDITS, ETooManyCredits);
    let at = institution::central_bank(ledger, bank);
    let haircut = monetary_policy::value(ledger, at, monetary_policy::collateral_haircut());
    assert!(haircut < WHOLE_BPS, EWholeHaircut);
    let pledged = principal.mul_div_ceil(WHOLE_BPS, WHOLE_BPS - haircut);
    securities::pledge(ledger, bank, holding, pledged);
    let today = today(ledger, bank);
    let accrual = interest::begin(rate_bps, today);
    let (asset, money) = central_bank::purchase(ledger, at, bank, CLAIMS_ON_BANKS, memo, principal, 0, at);
    let mut posting = books::begin(bank, memo);
    institution::settlement_in(ledger, &mut posting, money);
    posting.credit(chart::central_bank_debt(), principal);
    institution::post(ledger, posting);
    let matures_on = today + days;
    let debt = ledger.borrow_mut<CentralBankDebt>(bank);
    let id = debt.last + 1;
    debt.last = id;
    debt.credits.push_back(Credit { id, asset, holding, pledged, principal, accrual, matures_on });
    event::emit(CreditGranted { central_bank: at, bank, credit: id, principal, rate_bps, pledged, matures_on });
    id
}

/// Repays a loan with its interest up to today, and frees the pledge.
public(package) entry fun repay(ledger: &mut Ledger, bank: &signer, credit: u64) {
    let from = institution::check(ledger, bank);
    repay_for(ledger, from, credit);
}

/// The same, by whoever acts for the bank.
public(package) fun repay_for(ledger: &mut Ledger, from: address, credit: u64) {
    let today = today(ledger, from);
    let Credit { id, asset, holding, pledged, principal, mut accrual, matures_on: _ } = take(ledger, from, credit);
    let interest = accrual.accrue(principal, today);
    let at = institution::central_bank(ledger, from);
    let mut posting = books::begin(from, b"Central bank repaid".to_string());
    posting.debit(chart::central_bank_debt(), principal);
    if (interest > 0) posting.debit(chart::interest_expense(), interest);
    let mut money = institution::settlement_out(ledger, &mut posting, principal + interest);
    institution::post(ledger, posting);
    if (interest > 0) {
        let earned = money.split(interest);
        central_bank::earn(ledger, at, from, earned, central_bank_books::interest_income());
    };
    central_bank::give_back(ledger, at, from, asset, money);
    securities::free(ledger, from, holding, pledged);
    event::emit(CreditRepaid { central_bank: at, bank: from, credit: id, principal, interest });
}

/// Takes the pledge of a loan that was not repaid on its day: as much of the security as was lent and bears interest for,
/// at most what is pledged; the rest is freed.
public(package) entry fun take_pledge(ledger: &mut Ledger, central_bank: &signer, bank: address, credit: u64) {
    let at = central_bank.address_of();
    assert!(institution::central_bank(ledger, bank) == at, ENotCentralBank);
    let today = today(ledger, bank);
    let Credit { id, asset, holding, pledged, principal, mut accrual, matures_on } = take(ledger, bank, credit);
    assert!(today > matures_on, ENotDue);
    let interest = accrual.accrue(principal, today).min(pledged - principal);
    let taken = principal + interest;
    securities::free(ledger, bank, holding, pledged);
    let (kind, description, custodian) = securities::release(ledger, bank, holding, taken);
    central_bank::take_collateral(ledger, at, bank, asset, principal, kind, description, taken, custodian);
    let mut posting = books::begin(bank, b"Pledge taken by the central bank".to_string());
    posting.debit(chart::central_bank_debt(), principal);
    if (interest > 0) posting.debit(chart::interest_expense(), interest);
    posting.credit(chart::securities(), taken);
    institution::post(ledger, posting);
    event::emit(CollateralTaken { central_bank: at, bank, credit: id, claimed: principal, taken });
}

/// The number of the last loan.
public fun last(ledger: &Ledger, bank: address): u64 {
    ledger.borrow<CentralBankDebt>(bank).last
}

/// How many loans are unpaid.
public fun unpaid(ledger: &Ledger, bank: address): u64 {
    ledger.borrow<CentralBankDebt>(bank).credits.length()
}

fun take(ledger: &mut Ledger, bank: address, credit: u64): Credit {
    assert!(ledger.exists<CentralBankDebt>(bank), EUnknownCredit);
    let credits = &mut ledger.borrow_mut<CentralBankDebt>(bank).credits;
    let found = credits.find_index!(|record| record.id == credit);
    assert!(found.is_some(), EUnknownCredit);
    credits.remove(found.destroy_some())
}

fun today(ledger: &Ledger, bank: address): u64 {
    let zone = unit::zone(ledger, institution::unit(ledger, bank));
    calendar::today(ledger, &zone)
}
