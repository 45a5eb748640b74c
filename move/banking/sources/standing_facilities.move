/// What a central bank offers every bank at any time: to lend overnight on securities at the rate of the lending facility,
/// and to take settlement money at the rate of the deposit facility. The two rates are the corridor in which banks lend to
/// each other.
module banking::standing_facilities;

use banking::bank_chart;
use banking::books;
use banking::central_bank;
use banking::central_bank_books;
use banking::central_bank_credit;
use banking::chart;
use banking::institution;
use banking::interest::{Self, Accrual};
use banking::monetary_policy;
use money::calendar;
use money::money::Money;
use money::unit;
use std::event;
use std::ledger::Ledger;

#[error]
const EZeroAmount: vector<u8> = b"The amount must be more than zero.";
#[error]
const EAlreadyDeposited: vector<u8> = b"The bank has a deposit at the facility: it has to take that back first.";
#[error]
const ENoDeposit: vector<u8> = b"The bank has no deposit at the facility.";

/// Settlement money that a bank left at the deposit facility, at the bank's address.
public struct FacilityDeposit has store {
    money: Money,
    accrual: Accrual,
}

public struct FacilityDeposited has copy, drop {
    bank: address,
    amount: u64,
    rate_bps: u64,
}

public struct FacilityReturned has copy, drop {
    bank: address,
    amount: u64,
    interest: u64,
}

/// Borrows overnight on a security.
public(package) entry fun borrow(ledger: &mut Ledger, bank: &signer, holding: u64, amount: u64) {
    let at = institution::check_bank(ledger, bank);
    let rate = rate(ledger, at, monetary_policy::lending_facility_rate());
    central_bank_credit::grant(ledger, at, holding, amount, rate, 1, b"Lending facility".to_string());
}

/// Leaves settlement money at the deposit facility. It counts towards no required reserves there.
public(package) entry fun deposit(ledger: &mut Ledger, bank: &signer, amount: u64) {
    let at = institution::check_bank(ledger, bank);
    assert!(amount > 0, EZeroAmount);
    assert!(!ledger.exists<FacilityDeposit>(at), EAlreadyDeposited);
    let rate_bps = rate(ledger, at, monetary_policy::deposit_facility_rate());
    let accrual = interest::begin(rate_bps, today(ledger, at));
    let mut posting = books::begin(at, b"Deposit facility".to_string());
    let money = institution::settlement_out(ledger, &mut posting, amount);
    posting.debit(bank_chart::facility_deposit(), amount);
    institution::post(ledger, posting);
    ledger.publish(at, FacilityDeposit { money, accrual });
    event::emit(FacilityDeposited { bank: at, amount, rate_bps });
}

/// Takes the deposit back with its interest; interest that the central bank cannot pay within its cover is not paid.
public(package) entry fun withdraw(ledger: &mut Ledger, bank: &signer) {
    let at = institution::check_bank(ledger, bank);
    take_back(ledger, at);
}

/// The same, by whoever acts for the bank.
public(package) fun take_back(ledger: &mut Ledger, at: address) {
    assert!(ledger.exists<FacilityDeposit>(at), ENoDeposit);
    let FacilityDeposit { mut money, mut accrual } = ledger.take<FacilityDeposit>(at);
    let amount = money.value();
    let today = today(ledger, at);
    let reckoned = accrual.accrue(amount, today);
    let central_bank = institution::central_bank(ledger, at);
    let interest = if (reckoned > 0 && central_bank::can_spend(ledger, central_bank, reckoned)) reckoned else 0;
    if (interest > 0) {
        money.join(central_bank::spend(ledger, central_bank, at, interest, central_bank_books::interest_expense()));
    };
    let mut posting = books::begin(at, b"Deposit facility".to_string());
    institution::settlement_in(ledger, &mut posting, money);
    posting.credit(bank_chart::facility_deposit(), amount);
    if (interest > 0) posting.credit(chart::interest_income(), interest);
    institution::post(ledger, posting);
    event::emit(FacilityReturned { bank: at, amount, interest });
}

/// What a bank has at the deposit facility, in minor units.
public fun balance(ledger: &Ledger, bank: address): u64 {
    if (ledger.exists<FacilityDeposit>(bank)) ledger.borrow<FacilityDeposit>(bank).money.value() else 0
}

fun rate(ledger: &Ledger, bank: address, parameter: u8): u64 {
    monetary_policy::value(ledger, institution::central_bank(ledger, bank), parameter)
}

fun today(ledger: &Ledger, bank: address): u64 {
    let zone = unit::zone(ledger, institution::unit(ledger, bank));
    calendar::today(ledger, &zone)
}
