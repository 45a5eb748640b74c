/// The interbank market: banks lend settlement money to each other without a pledge, overnight or for a term. Both sign; the
/// claim lies with the lender, and both books say the same.
module banking::interbank;

use banking::books;
use banking::chart;
use banking::institution;
use banking::interest::{Self, Accrual};
use banking::reserves;
use money::calendar;
use money::unit;
use oversight::licence;
use std::event;
use std::ledger::Ledger;

#[error]
const EZeroAmount: vector<u8> = b"The amount must be more than zero.";
#[error]
const EBadTerm: vector<u8> = b"An interbank loan is for 1 to 3660 days.";
#[error]
const EUnknownClaim: vector<u8> = b"The lender has no claim of this number on the borrower.";
#[error]
const ENotBank: vector<u8> = b"Only banks lend to each other.";
#[error]
const ESameBank: vector<u8> = b"A bank cannot lend to itself.";
#[error]
const EOtherCentralBank: vector<u8> = b"Both banks must have their account with one central bank.";
#[error]
const ENotDue: vector<u8> = b"A loan is collected only when it was not repaid on its day.";
#[error]
const ETooManyClaims: vector<u8> = b"A bank has at most 1024 claims on other banks.";

const MAX_TERM_DAYS: u64 = 3_660;
const MAX_CLAIMS: u64 = 1_024;

/// A bank's claims on others, at its address.
public struct InterbankClaims has store {
    claims: vector<Claim>,
    /// Number of the last.
    last: u64,
}

/// A loan to another bank.
public struct Claim has store {
    id: u64,
    borrower: address,
    principal: u64,
    accrual: Accrual,
    matures_on: u64,
}

public struct InterbankLent has copy, drop {
    lender: address,
    borrower: address,
    claim: u64,
    principal: u64,
    rate_bps: u64,
    matures_on: u64,
}

public struct InterbankRepaid has copy, drop {
    lender: address,
    borrower: address,
    claim: u64,
    principal: u64,
    interest: u64,
}

/// Begins with no claims.
public(package) fun begin(ledger: &mut Ledger, bank: address) {
    ledger.publish(bank, InterbankClaims { claims: vector[], last: 0 });
}

/// Lends settlement money to another bank for some days; refused while the lender is short of required reserves.
public(package) entry fun lend(ledger: &mut Ledger, lender: &signer, borrower: &signer, amount: u64, rate_bps: u64, days: u64) {
    let from = check(ledger, lender);
    let to = check(ledger, borrower);
    assert!(from != to, ESameBank);
    assert!(amount > 0, EZeroAmount);
    assert!(days >= 1 && days <= MAX_TERM_DAYS, EBadTerm);
    assert!(institution::central_bank(ledger, from) == institution::central_bank(ledger, to), EOtherCentralBank);
    reserves::check_not_short(ledger, from);
    let today = today(ledger, from);
    let accrual = interest::begin(rate_bps, today);
    let mut lent = books::begin(from, b"Interbank loan".to_string());
    let money = institution::settlement_out(ledger, &mut lent, amount);
    lent.debit(chart::interbank_claims(), amount);
    institution::post(ledger, lent);
    let mut borrowed = books::begin(to, b"Interbank loan".to_string());
    institution::settlement_in(ledger, &mut borrowed, money);
    borrowed.credit(chart::interbank_debts(), amount);
    institution::post(ledger, borrowed);
    let matures_on = today + days;
    let claims = ledger.borrow_mut<InterbankClaims>(from);
    assert!(claims.claims.length() < MAX_CLAIMS, ETooManyClaims);
    let id = claims.last + 1;
    claims.last = id;
    claims.claims.push_back(Claim { id, borrower: to, principal: amount, accrual, matures_on });
    event::emit(InterbankLent { lender: from, borrower: to, claim: id, principal: amount, rate_bps, matures_on });
}

/// Repays a loan with its interest up to today.
public(package) entry fun repay(ledger: &mut Ledger, borrower: &signer, lender: address, claim: u64) {
    let from = check(ledger, borrower);
    settle(ledger, from, lender, claim);
}

/// Takes a loan that was not repaid on its day, with its interest up to today, out of what the borrower has in its settlement
/// account. Of a borrower whose licence does not stand nobody takes anything before its other creditors.
public(package) entry fun collect(ledger: &mut Ledger, lender: &signer, borrower: address, claim: u64) {
    let to = check(ledger, lender);
    collect_for(ledger, to, borrower, claim);
}

/// The same, by whoever acts for the lender.
public(package) fun collect_for(ledger: &mut Ledger, lender: address, borrower: address, claim: u64) {
    licence::check(ledger, borrower, licence::bank(), institution::unit(ledger, borrower));
    assert!(ledger.exists<InterbankClaims>(lender), EUnknownClaim);
    let claims = &ledger.borrow<InterbankClaims>(lender).claims;
    let found = claims.find_index!(|record| record.id == claim && record.borrower == borrower);
    assert!(found.is_some(), EUnknownClaim);
    assert!(today(ledger, lender) > claims[found.destroy_some()].matures_on, ENotDue);
    settle(ledger, borrower, lender, claim);
}

fun settle(ledger: &mut Ledger, from: address, lender: address, claim: u64) {
    let today = today(ledger, from);
    let Claim { id, borrower: _, principal, mut accrual, matures_on: _ } = take(ledger, lender, from, claim);
    let interest = accrual.accrue(principal, today);
    let mut paid = books::begin(from, b"Interbank loan repaid".to_string());
    paid.debit(chart::interbank_debts(), principal);
    if (interest > 0) paid.debit(chart::interest_expense(), interest);
    let money = institution::settlement_out(ledger, &mut paid, principal + interest);
    institution::post(ledger, paid);
    let mut received = books::begin(lender, b"Interbank loan repaid".to_string());
    institution::settlement_in(ledger, &mut received, money);
    received.credit(chart::interbank_claims(), principal);
    if (interest > 0) received.credit(chart::interest_income(), interest);
    institution::post(ledger, received);
    event::emit(InterbankRepaid { lender, borrower: from, claim: id, principal, interest });
}

/// The number of a bank's last claim.
public fun last(ledger: &Ledger, bank: address): u64 {
    ledger.borrow<InterbankClaims>(bank).last
}

/// Takes an amount off what a lender has lent to a bank that cannot pay, the oldest claims first; the caller posts both
/// sides. Answers what was taken off.
public(package) fun cancel(ledger: &mut Ledger, lender: address, borrower: address, amount: u64): u64 {
    let claims = &mut ledger.borrow_mut<InterbankClaims>(lender).claims;
    let mut left = amount;
    let mut i = 0;
    while (i < claims.length() && left > 0) {
        let claim = &mut claims[i];
        if (claim.borrower == borrower) {
            let cut = left.min(claim.principal);
            claim.principal = claim.principal - cut;
            left = left - cut;
        };
        if (claims[i].principal == 0) {
            let Claim { .. } = claims.remove(i);
        } else i = i + 1;
    };
    amount - left
}

/// What a lender has lent to a borrower, in minor units.
public fun claim_on(ledger: &Ledger, lender: address, borrower: address): u64 {
    if (!ledger.exists<InterbankClaims>(lender)) return 0;
    let mut sum = 0;
    ledger.borrow<InterbankClaims>(lender).claims.do_ref!(|claim| if (claim.borrower == borrower) sum = sum + claim.principal);
    sum
}

fun check(ledger: &Ledger, bank: &signer): address {
    let at = institution::check(ledger, bank);
    assert!(institution::kind(ledger, at) == licence::bank() && ledger.exists<InterbankClaims>(at), ENotBank);
    at
}

fun take(ledger: &mut Ledger, lender: address, borrower: address, claim: u64): Claim {
    assert!(ledger.exists<InterbankClaims>(lender), EUnknownClaim);
    let claims = &mut ledger.borrow_mut<InterbankClaims>(lender).claims;
    let found = claims.find_index!(|record| record.id == claim && record.borrower == borrower);
    assert!(found.is_some(), EUnknownClaim);
    claims.remove(found.destroy_some())
}

fun today(ledger: &Ledger, bank: address): u64 {
    let zone = unit::zone(ledger, institution::unit(ledger, bank));
    calendar::today(ledger, &zone)
}
