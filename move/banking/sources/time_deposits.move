/// Time deposits: money that a customer leaves with its bank until a day, for interest. It is the bank's liability in its
/// books and no money in anybody's hands: nobody pays with it. Who asks for it early gets it, with the lower rate.
module banking::time_deposits;

use banking::bank_chart;
use banking::books;
use banking::chart;
use banking::institution;
use banking::interest::{Self, Accrual};
use money::calendar;
use money::unit;
use std::event;
use std::ledger::Ledger;
use std::table::{Self, Table};

#[error]
const EZeroAmount: vector<u8> = b"The amount must be more than zero.";
#[error]
const EBadTerm: vector<u8> = b"A time deposit is for 1 to 3660 days.";
#[error]
const EUnknownDeposit: vector<u8> = b"The bank has no time deposit of this number.";
#[error]
const EBadEarlyRate: vector<u8> = b"The rate of a deposit that ends early is at most the agreed rate.";
#[error]
const ENotBank: vector<u8> = b"The address is no bank.";

const MAX_TERM_DAYS: u64 = 3_660;

/// A bank's time deposits, at its address.
public struct TimeDeposits has store {
    deposits: Table<u64, TimeDeposit>,
    /// Number of the last.
    last: u64,
    /// All principals, in minor units.
    total: u128,
    /// How many there are of an account that has any.
    by_account: Table<u32, u64>,
}

/// One of them.
public struct TimeDeposit has store {
    /// The customer's account at the bank.
    account: u32,
    principal: u64,
    /// At the agreed rate.
    accrual: Accrual,
    /// Reckoned, at the agreed rate, and not yet paid.
    interest_due: u64,
    /// Days since 1970.
    placed_on: u64,
    matures_on: u64,
    /// What it bears if it ends before, in hundredths of a per cent a year.
    early_rate_bps: u64,
}

public struct TimeDepositPlaced has copy, drop {
    bank: address,
    deposit: u64,
    account: u32,
    principal: u64,
    rate_bps: u64,
    matures_on: u64,
}

public struct TimeDepositReleased has copy, drop {
    bank: address,
    deposit: u64,
    account: u32,
    principal: u64,
    interest: u64,
    early: bool,
}

/// Begins with none.
public(package) fun begin(ledger: &mut Ledger, bank: address) {
    let deposits = table::new(ledger);
    let by_account = table::new(ledger);
    ledger.publish(bank, TimeDeposits { deposits, last: 0, total: 0, by_account });
}

/// Makes a time deposit of a part of what is on a customer's account.
public(package) entry fun place(
    ledger: &mut Ledger,
    bank: &signer,
    account: u32,
    amount: u64,
    rate_bps: u64,
    early_rate_bps: u64,
    days: u64,
) {
    let at = check(ledger, bank);
    assert!(amount > 0, EZeroAmount);
    assert!(days >= 1 && days <= MAX_TERM_DAYS, EBadTerm);
    assert!(early_rate_bps <= rate_bps, EBadEarlyRate);
    let today = today(ledger, at);
    let accrual = interest::begin(rate_bps, today);
    let mut posting = books::begin(at, b"Time deposit placed".to_string());
    institution::redeem_from_customer(ledger, &mut posting, account, amount);
    posting.credit(chart::time_deposits(), amount);
    institution::post(ledger, posting);
    let record = ledger.borrow_mut<TimeDeposits>(at);
    let deposit = record.last + 1;
    let matures_on = today + days;
    record.last = deposit;
    record.total = record.total + (amount as u128);
    record.deposits.add(
        deposit,
        TimeDeposit { account, principal: amount, accrual, interest_due: 0, placed_on: today, matures_on, early_rate_bps },
    );
    if (record.by_account.contains(account)) *&mut record.by_account[account] = record.by_account[account] + 1
    else record.by_account.add(account, 1);
    event::emit(TimeDepositPlaced { bank: at, deposit, account, principal: amount, rate_bps, matures_on });
}

/// Reckons a deposit's interest up to today, or to its last day.
public(package) entry fun accrue(ledger: &mut Ledger, bank: &signer, deposit: u64) {
    let at = check(ledger, bank);
    reckon(ledger, at, deposit);
}

/// Pays a time deposit and its interest onto the customer's account. Before its last day interest is that of the lower rate
/// for the days that it lay.
public(package) entry fun release(ledger: &mut Ledger, bank: &signer, deposit: u64) {
    let at = check(ledger, bank);
    pay_back(ledger, at, deposit);
}

/// The same, by whoever acts for the bank.
public(package) fun pay_back(ledger: &mut Ledger, at: address, deposit: u64) {
    reckon(ledger, at, deposit);
    let today = today(ledger, at);
    let record = ledger.borrow_mut<TimeDeposits>(at);
    let TimeDeposit { account, principal, accrual: _, interest_due, placed_on, matures_on, early_rate_bps } =
        record.deposits.remove(deposit);
    record.total = record.total - (principal as u128);
    let others = record.by_account.remove(account) - 1;
    if (others > 0) record.by_account.add(account, others);
    let early = today < matures_on;
    let interest = if (early) {
        let (interest, _) = interest::for_days(principal, early_rate_bps, today - placed_on, 0);
        interest
    } else interest_due;
    let mut posting = books::begin(at, b"Time deposit released".to_string());
    posting.debit(chart::time_deposits(), principal);
    if (interest_due > 0) posting.debit(bank_chart::interest_payable(), interest_due);
    // What was reckoned at the agreed rate and is not paid was an expense too many, of this period or one before.
    if (interest_due > interest) posting.credit(bank_chart::interest_forfeited(), interest_due - interest);
    institution::repay_to_customer(ledger, &mut posting, account, principal + interest);
    institution::post(ledger, posting);
    event::emit(TimeDepositReleased { bank: at, deposit, account, principal, interest, early });
}

/// All time deposits of a bank, in minor units, without interest.
public fun total(ledger: &Ledger, bank: address): u128 {
    if (ledger.exists<TimeDeposits>(bank)) ledger.borrow<TimeDeposits>(bank).total else 0
}

/// Whether an account has time deposits, which are paid back onto it.
public fun has(ledger: &Ledger, bank: address, account: u32): bool {
    ledger.borrow<TimeDeposits>(bank).by_account.contains(account)
}

/// The number of the last.
public fun last(ledger: &Ledger, bank: address): u64 {
    ledger.borrow<TimeDeposits>(bank).last
}

fun check(ledger: &Ledger, bank: &signer): address {
    let at = institution::check(ledger, bank);
    assert!(ledger.exists<TimeDeposits>(at), ENotBank);
    at
}

fun today(ledger: &Ledger, bank: address): u64 {
    let zone = unit::zone(ledger, institution::unit(ledger, bank));
    calendar::today(ledger, &zone)
}

fun reckon(ledger: &mut Ledger, at: address, deposit: u64) {
    let today = today(ledger, at);
    let deposits = &mut ledger.borrow_mut<TimeDeposits>(at).deposits;
    assert!(deposits.contains(deposit), EUnknownDeposit);
    let record = &mut deposits[deposit];
    let day = today.min(record.matures_on);
    let reckoned = record.accrual.accrue(record.principal, day);
    if (reckoned == 0) return;
    record.interest_due = record.interest_due + reckoned;
    let mut posting = books::begin(at, b"Interest on a time deposit".to_string());
    posting.debit(chart::interest_expense(), reckoned);
    posting.credit(bank_chart::interest_payable(), reckoned);
    institution::post(ledger, posting);
}
