/// Lending: a loan comes into being together with the deposit that it creates, and takes deposits out of the world as it is
/// repaid. Interest is reckoned by the day and is the bank's income when it is reckoned, as long as the loan performs.
module banking::lending;

use banking::bank_chart;
use banking::books;
use banking::capital_adequacy;
use banking::chart;
use banking::institution;
use banking::interest::{Self, Accrual};
use banking::repayment_schedule::{Self, Schedule};
use banking::reserves;
use money::calendar;
use money::unit;
use std::event;
use std::ledger::Ledger;
use std::table::{Self, Table};

#[error]
const EZeroAmount: vector<u8> = b"The amount must be more than zero.";
#[error]
const EUnknownLoan: vector<u8> = b"The bank has no loan of this number.";
#[error]
const EOverpaid: vector<u8> = b"The amount is more than principal and interest of the loan.";
#[error]
const ENothingDue: vector<u8> = b"Nothing of the loan is due.";
#[error]
const ETooMuchProvision: vector<u8> = b"A provision is at most the loan's principal.";
#[error]
const EPerforming: vector<u8> = b"Only a loan that does not perform is written off.";
#[error]
const ENotBank: vector<u8> = b"The address is no bank.";
#[error]
const EBadPrice: vector<u8> = b"The price of a loan is at least the interest due on it, and at most that and its principal.";

#[error]
const EAccountClosed: vector<u8> = b"The borrower's account at the buyer is closed: nothing could be repaid out of it.";

/// A bank's loans, at its address.
public struct Loans has store {
    loans: Table<u64, Loan>,
    /// Number of the last.
    last: u64,
    /// How many there are of an account that has any.
    by_account: Table<u32, u64>,
}

/// A loan to a customer.
public struct Loan has store {
    /// The borrower's account at the bank.
    account: u32,
    /// What is left of it, in minor units.
    principal: u64,
    schedule: Schedule,
    accrual: Accrual,
    /// Reckoned and not yet paid.
    interest_due: u64,
    /// What the bank has provided against it.
    provision: u64,
    performing: bool,
}

/// A loan was made, and as much deposited.
public struct LoanGranted has copy, drop {
    bank: address,
    instrument: u32,
    loan: u64,
    account: u32,
    principal: u64,
    rate_bps: u64,
    last_day: u64,
}

/// A borrower paid out of its account, and the deposit ended.
public struct LoanRepaid has copy, drop {
    bank: address,
    instrument: u32,
    loan: u64,
    amount: u64,
    interest: u64,
    principal_left: u64,
}

public struct LoanProvided has copy, drop {
    bank: address,
    loan: u64,
    provision: u64,
}

public struct LoanPerformanceChanged has copy, drop {
    bank: address,
    loan: u64,
    performing: bool,
}

public struct LoanWrittenOff has copy, drop {
    bank: address,
    loan: u64,
    principal: u64,
    interest: u64,
    loss: u64,
}

/// A loan went to another bank.
public struct LoanSold has copy, drop {
    bank: address,
    loan: u64,
    to: address,
    /// Its number there.
    as_loan: u64,
    principal: u64,
    interest: u64,
    price: u64,
}

/// Begins with no loans.
public(package) fun begin(ledger: &mut Ledger, bank: address) {
    let loans = table::new(ledger);
    let by_account = table::new(ledger);
    ledger.publish(bank, Loans { loans, last: 0, by_account });
}

/// Lends to a customer: the principal is deposited on the customer's account, and is due in equal parts with the interest on
/// what is left. Refused where the bank's capital would be too low after it, and while the bank is short of required reserves.
public(package) entry fun grant(
    ledger: &mut Ledger,
    bank: &signer,
    account: u32,
    principal: u64,
    rate_bps: u64,
    instalments: u64,
    period_days: u64,
) {
    let at = check(ledger, bank);
    let today = today(ledger, at);
    lend(ledger, at, account, rate_bps, repayment_schedule::new(principal, instalments, period_days, today));
}

/// The same as an annuity: principal and interest are paid in equal instalments.
public(package) entry fun grant_annuity(
    ledger: &mut Ledger,
    bank: &signer,
    account: u32,
    principal: u64,
    rate_bps: u64,
    instalments: u64,
    period_days: u64,
) {
    let at = check(ledger, bank);
    assert!(principal > 0, EZeroAmount);
    let today = today(ledger, at);
    lend(ledger, at, account, rate_bps, repayment_schedule::annuity(principal, rate_bps, instalments, period_days, today));
}

fun lend(ledger: &mut Ledger, at: address, account: u32, rate_bps: u64, schedule: Schedule) {
    let principal = schedule.principal();
    assert!(principal > 0, EZeroAmount);
    reserves::check_not_short(ledger, at);
    let today = today(ledger, at);
    let accrual = interest::begin(rate_bps, today);
    let mut posting = books::begin(at, b"Loan granted".to_string());
    posting.debit(chart::loans(), principal);
    institution::issue_to_customer(ledger, &mut posting, account, principal);
    institution::post(ledger, posting);
    let last_day = schedule.last_day();
    let loan = add(ledger, at, Loan { account, principal, schedule, accrual, interest_due: 0, provision: 0, performing: true });
    capital_adequacy::check(ledger, at);
    let instrument = institution::instrument(ledger, at);
    event::emit(LoanGranted { bank: at, instrument, loan, account, principal, rate_bps, last_day });
}

/// Takes an amount off the borrower's account: interest first, then principal. What is repaid early is due no more.
public(package) entry fun repay(ledger: &mut Ledger, bank: &signer, loan: u64, amount: u64) {
    let at = check(ledger, bank);
    assert!(amount > 0, EZeroAmount);
    reckon(ledger, at, loan);
    settle(ledger, at, loan, amount);
}

/// The same, by whoever acts for the bank.
public(package) fun collect_for(ledger: &mut Ledger, at: address, loan: u64, amount: u64) {
    assert!(amount > 0, EZeroAmount);
    reckon(ledger, at, loan);
    settle(ledger, at, loan, amount);
}

/// Takes what is due today off the borrower's account, or what there is on it.
public(package) entry fun collect(ledger: &mut Ledger, bank: &signer, loan: u64) {
    let at = check(ledger, bank);
    reckon(ledger, at, loan);
    let due = due(ledger, at, loan);
    let account = find(ledger, at, loan).account;
    let balance = institution::customers(ledger, at).balance(account);
    let amount = due.min(balance);
    assert!(amount > 0, ENothingDue);
    settle(ledger, at, loan, amount);
}

/// Reckons a loan's interest up to today.
public(package) entry fun accrue(ledger: &mut Ledger, bank: &signer, loan: u64) {
    let at = check(ledger, bank);
    reckon(ledger, at, loan);
}

/// Sets what the bank provides against a loan.
public(package) entry fun provide(ledger: &mut Ledger, bank: &signer, loan: u64, provision: u64) {
    let at = check(ledger, bank);
    let record = find_mut(ledger, at, loan);
    assert!(provision <= record.principal, ETooMuchProvision);
    let before = record.provision;
    record.provision = provision;
    change_provision(ledger, at, before, provision);
    event::emit(LoanProvided { bank: at, loan, provision });
}

/// Records whether a loan performs. While it does not, it bears no interest.
public(package) entry fun set_performing(ledger: &mut Ledger, bank: &signer, loan: u64, performing: bool) {
    let at = check(ledger, bank);
    record_performance(ledger, at, loan, performing);
}

/// The same, by whoever acts for the bank.
public(package) fun record_performance(ledger: &mut Ledger, at: address, loan: u64, performing: bool) {
    reckon(ledger, at, loan);
    find_mut(ledger, at, loan).performing = performing;
    event::emit(LoanPerformanceChanged { bank: at, loan, performing });
}

/// Gives up a loan that does not perform: its provision is used, the rest is a loss. The deposit that it once created stays.
public(package) entry fun write_off(ledger: &mut Ledger, bank: &signer, loan: u64) {
    let at = check(ledger, bank);
    give_up(ledger, at, loan);
}

/// The same, by whoever acts for the bank.
public(package) fun give_up(ledger: &mut Ledger, at: address, loan: u64) {
    assert!(!find(ledger, at, loan).performing, EPerforming);
    let Loan { account: _, principal, schedule: _, accrual: _, interest_due, provision, performing: _ } = remove(ledger, at, loan);
    let loss = principal - provision + interest_due;
    let mut posting = books::begin(at, b"Loan written off".to_string());
    if (provision > 0) posting.debit(chart::loan_provisions(), provision);
    if (loss > 0) posting.debit(chart::loss_expense(), loss);
    if (principal > 0) posting.credit(chart::loans(), principal);
    if (interest_due > 0) posting.credit(bank_chart::interest_receivable(), interest_due);
    institution::post(ledger, posting);
    event::emit(LoanWrittenOff { bank: at, loan, principal, interest: interest_due, loss });
}

/// Hands a loan of `from` over to `to` for a price in settlement money, with the borrower's account there. What the price is less
/// than the borrower owes is the one's loss and the other's provision.
public(package) fun hand_over(ledger: &mut Ledger, from: address, to: address, loan: u64, account: u32, price: u64) {
    reckon(ledger, from, loan);
    let Loan { account: _, principal, schedule, mut accrual, interest_due, provision, performing } = remove(ledger, from, loan);
    assert!(price > 0 && price >= interest_due && price - interest_due <= principal, EBadPrice);
    // Aborts where there is no such account, too.
    assert!(!institution::customers(ledger, to).is_closed(account), EAccountClosed);
    // Days in which it did not perform bear no interest: the buyer reckons from today.
    accrual.accrue(principal, today(ledger, to));
    let discount = principal + interest_due - price;
    let mut bought = books::begin(to, b"Loan bought".to_string());
    let money = institution::settlement_out(ledger, &mut bought, price);
    if (principal > 0) bought.debit(chart::loans(), principal);
    if (interest_due > 0) bought.debit(bank_chart::interest_receivable(), interest_due);
    if (discount > 0) bought.credit(chart::loan_provisions(), discount);
    institution::post(ledger, bought);
    let mut sold = books::begin(from, b"Loan sold".to_string());
    institution::settlement_in(ledger, &mut sold, money);
    if (provision > 0) sold.debit(chart::loan_provisions(), provision);
    if (discount > provision) sold.debit(chart::loss_expense(), discount - provision);
    if (provision > discount) sold.credit(bank_chart::provisions_released(), provision - discount);
    if (principal > 0) sold.credit(chart::loans(), principal);
    if (interest_due > 0) sold.credit(bank_chart::interest_receivable(), interest_due);
    institution::post(ledger, sold);
    let number = add(ledger, to, Loan { account, principal, schedule, accrual, interest_due, provision: discount, performing });
    event::emit(LoanSold { bank: from, loan, to, as_loan: number, principal, interest: interest_due, price });
}

// === What is to be read ===

/// What is left of a loan's principal, in minor units.
public fun principal(ledger: &Ledger, bank: address, loan: u64): u64 {
    find(ledger, bank, loan).principal
}

/// Interest reckoned and not yet paid, in minor units.
public fun interest_due(ledger: &Ledger, bank: address, loan: u64): u64 {
    find(ledger, bank, loan).interest_due
}

/// What is to be paid by the end of today: interest as it was last reckoned, and the principal of instalments so far.
public fun due(ledger: &Ledger, bank: address, loan: u64): u64 {
    let record = find(ledger, bank, loan);
    let total = record.schedule.due_by(today(ledger, bank));
    let repaid = record.schedule.principal() - record.principal;
    record.interest_due + total.saturating_sub(repaid)
}

/// What the borrower of an annuity pays each time, in minor units; absent for a loan whose principal is due in equal parts.
public fun instalment(ledger: &Ledger, bank: address, loan: u64): Option<u64> {
    find(ledger, bank, loan).schedule.instalment()
}

/// Whether loans are repaid out of an account.
public fun has(ledger: &Ledger, bank: address, account: u32): bool {
    ledger.borrow<Loans>(bank).by_account.contains(account)
}

/// The number of the last loan.
public fun last(ledger: &Ledger, bank: address): u64 {
    ledger.borrow<Loans>(bank).last
}

// === Rules ===

fun check(ledger: &Ledger, bank: &signer): address {
    let at = institution::check(ledger, bank);
    assert!(ledger.exists<Loans>(at), ENotBank);
    at
}

fun today(ledger: &Ledger, bank: address): u64 {
    let zone = unit::zone(ledger, institution::unit(ledger, bank));
    calendar::today(ledger, &zone)
}

fun reckon(ledger: &mut Ledger, at: address, loan: u64) {
    let today = today(ledger, at);
    let record = find_mut(ledger, at, loan);
    let reckoned = record.accrual.accrue(record.principal, today);
    if (!record.performing || reckoned == 0) return;
    record.interest_due = record.interest_due + reckoned;
    let mut posting = books::begin(at, b"Interest on a loan".to_string());
    posting.debit(bank_chart::interest_receivable(), reckoned);
    posting.credit(chart::interest_income(), reckoned);
    institution::post(ledger, posting);
}

fun settle(ledger: &mut Ledger, at: address, loan: u64, amount: u64) {
    let record = find_mut(ledger, at, loan);
    let interest = amount.min(record.interest_due);
    let principal = amount - interest;
    assert!(principal <= record.principal, EOverpaid);
    record.interest_due = record.interest_due - interest;
    record.principal = record.principal - principal;
    let account = record.account;
    let principal_left = record.principal;
    let excess = record.provision.saturating_sub(principal_left);
    let provision = record.provision;
    record.provision = provision - excess;
    let is_paid = principal_left == 0 && record.interest_due == 0;
    let mut posting = books::begin(at, b"Loan repaid".to_string());
    institution::redeem_from_customer(ledger, &mut posting, account, amount);
    if (interest > 0) posting.credit(bank_chart::interest_receivable(), interest);
    if (principal > 0) posting.credit(chart::loans(), principal);
    institution::post(ledger, posting);
    change_provision(ledger, at, provision, provision - excess);
    if (is_paid) {
        let Loan { .. } = remove(ledger, at, loan);
    };
    let instrument = institution::instrument(ledger, at);
    event::emit(LoanRepaid { bank: at, instrument, loan, amount, interest, principal_left });
}

fun change_provision(ledger: &mut Ledger, at: address, before: u64, after: u64) {
    if (before == after) return;
    let mut posting = books::begin(at, b"Provision against a loan".to_string());
    if (after > before) {
        posting.debit(chart::provision_expense(), after - before);
        posting.credit(chart::loan_provisions(), after - before);
    } else {
        posting.debit(chart::loan_provisions(), before - after);
        posting.credit(bank_chart::provisions_released(), before - after);
    };
    institution::post(ledger, posting);
}

fun add(ledger: &mut Ledger, bank: address, record: Loan): u64 {
    let account = record.account;
    let loans = ledger.borrow_mut<Loans>(bank);
    let loan = loans.last + 1;
    loans.last = loan;
    loans.loans.add(loan, record);
    if (loans.by_account.contains(account)) *&mut loans.by_account[account] = loans.by_account[account] + 1
    else loans.by_account.add(account, 1);
    loan
}

fun remove(ledger: &mut Ledger, bank: address, loan: u64): Loan {
    let loans = ledger.borrow_mut<Loans>(bank);
    let record = loans.loans.remove(loan);
    let others = loans.by_account.remove(record.account) - 1;
    if (others > 0) loans.by_account.add(record.account, others);
    record
}

fun find(ledger: &Ledger, bank: address, loan: u64): &Loan {
    assert!(ledger.exists<Loans>(bank), ENotBank);
    let loans = &ledger.borrow<Loans>(bank).loans;
    assert!(loans.contains(loan), EUnknownLoan);
    &loans[loan]
}

fun find_mut(ledger: &mut Ledger, bank: address, loan: u64): &mut Loan {
    let loans = &mut ledger.borrow_mut<Loans>(bank).loans;
    assert!(loans.contains(loan), EUnknownLoan);
    &mut loans[loan]
}
