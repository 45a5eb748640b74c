/// What stands behind a payment institution's e-money, and the account at the central bank where it lies. The account is debited
/// only for redemption, for clearing and for the sweep of what is more than the e-money: no function reaches it for anything
/// else, whoever asks.
///
/// In the second mode e-money is never more than the account holds, money in clearing included; the ledger itself compares the
/// two in every transaction. In the first mode the account holds a share of it, by the central bank's schedule; the rest lies
/// at banks, where only the institution and its banks see it.
module banking::customers_reserve;

use banking::institution;
use banking::reserve_schedule;
use money::instrument;
use std::event;
use std::ledger::Ledger;

#[error]
const ENotPaymentInstitution: vector<u8> = b"The address is no payment institution.";
#[error]
const ENotCovered: vector<u8> = b"E-money would be more than the customers' reserve.";
#[error]
const EShareNotCovered: vector<u8> = b"The customers' reserve would be less than the share of e-money that the schedule asks for.";
#[error]
const EAlreadySecondMode: vector<u8> = b"The institution is in the second mode already, from which there is no way back.";
#[error]
const ENotFirstMode: vector<u8> = b"Only an institution in the first mode keeps its customers' money at banks.";

const WHOLE_BPS: u128 = 10_000;

/// By which rule a payment institution covers its e-money, at its address.
public struct ReserveRule has store {
    /// Of its e-money.
    instrument: u32,
    /// Whether all of it has to lie at the central bank, always.
    second_mode: bool,
}

public struct SecondModeEntered has copy, drop {
    institution: address,
    e_money: u128,
    reserve: u64,
}

/// Puts an institution without e-money under the rule of a mode.
public(package) fun begin(ledger: &mut Ledger, at: address, second_mode: bool) {
    let instrument = institution::instrument(ledger, at);
    ledger.publish(at, ReserveRule { instrument, second_mode });
}

/// Aborts unless the cover that new e-money needs is there after its issue.
public(package) fun check_issue(ledger: &Ledger, at: address) {
    let reserve = balance(ledger, at) as u128;
    if (is_second_mode(ledger, at)) assert!(e_money(ledger, at) <= reserve, ENotCovered)
    else assert!(required(ledger, at) <= reserve, EShareNotCovered);
}

/// Aborts unless the institution is in the first mode.
public(package) fun check_first_mode(ledger: &Ledger, at: address) {
    assert!(!is_second_mode(ledger, at), ENotFirstMode);
}

/// Puts an institution whose e-money is all covered under the rule of the second mode, for good.
public(package) fun enter_second_mode(ledger: &mut Ledger, at: address) {
    assert!(!is_second_mode(ledger, at), EAlreadySecondMode);
    let e_money = e_money(ledger, at);
    let reserve = balance(ledger, at);
    assert!(e_money <= (reserve as u128), ENotCovered);
    ledger.borrow_mut<ReserveRule>(at).second_mode = true;
    event::emit(SecondModeEntered { institution: at, e_money, reserve });
}

/// Whether the address is a payment institution.
public fun exists(ledger: &Ledger, at: address): bool {
    ledger.exists<ReserveRule>(at)
}

/// Whether all of an institution's e-money has to lie at the central bank.
public fun is_second_mode(ledger: &Ledger, at: address): bool {
    assert!(exists(ledger, at), ENotPaymentInstitution);
    ledger.borrow<ReserveRule>(at).second_mode
}

/// What an institution's e-money comes to, in customers' accounts, in clearing and wherever else, in minor units.
public fun e_money(ledger: &Ledger, at: address): u128 {
    assert!(exists(ledger, at), ENotPaymentInstitution);
    instrument::outstanding(ledger, ledger.borrow<ReserveRule>(at).instrument)
}

/// What the customers' reserve account holds, in minor units.
public fun balance(ledger: &Ledger, at: address): u64 {
    institution::settlement_balance(ledger, at)
}

/// What it has to hold at the block's time, rounded up.
public fun required(ledger: &Ledger, at: address): u128 {
    let e_money = e_money(ledger, at);
    if (is_second_mode(ledger, at)) return e_money;
    let share = reserve_schedule::share_bps(ledger, institution::central_bank(ledger, at)) as u128;
    (e_money * share + WHOLE_BPS - 1) / WHOLE_BPS
}

/// What it holds beyond all e-money: the institution's own.
public fun surplus(ledger: &Ledger, at: address): u64 {
    let balance = balance(ledger, at);
    let e_money = e_money(ledger, at);
    if (e_money >= (balance as u128)) 0 else balance - (e_money as u64)
}
