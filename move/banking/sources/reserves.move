/// Required reserves: so much of a bank's deposits has to lie on its settlement account. Anybody can have a bank assessed,
/// once a day; what counts for the days since is the lesser of what lay there then and what lies there now. On what counts
/// the central bank pays interest; for what is missing it charges interest. While a bank is short it may not lend.
module banking::reserves;

use banking::bank_chart;
use banking::books;
use banking::central_bank;
use banking::central_bank_books;
use banking::chart;
use banking::institution;
use banking::interest;
use banking::monetary_policy;
use banking::prudential_ratio;
use banking::settlement_account;
use money::calendar;
use money::unit;
use std::event;
use std::ledger::Ledger;

#[error]
const EAssessedToday: vector<u8> = b"The bank was assessed on this day already.";
#[error]
const EShortOfReserves: vector<u8> = b"The bank is short of required reserves: it may not lend until it has them.";
#[error]
const ENotBank: vector<u8> = b"The address is no bank.";

/// What a bank was last assessed at, at its address.
public struct Reserves has store {
    /// Days since 1970.
    assessed_on: u64,
    /// What lay on its settlement account then, in minor units.
    balance: u64,
    /// Assessments in a row at which it was short.
    times_short: u64,
}

/// A bank was assessed for the days since the last time.
public struct ReservesAssessed has copy, drop {
    bank: address,
    days: u64,
    required: u128,
    counted: u64,
    /// Paid by the central bank.
    interest: u64,
    /// Charged by the central bank.
    charge: u64,
    times_short: u64,
}

/// Begins on the day of the running block.
public(package) fun begin(ledger: &mut Ledger, bank: address) {
    let assessed_on = today(ledger, bank);
    let balance = institution::settlement_balance(ledger, bank);
    ledger.publish(bank, Reserves { assessed_on, balance, times_short: 0 });
}

/// Assesses a bank for the days since the last time: pays interest on reserves, charges for what is missing. A charge takes
/// what there is; interest that the central bank cannot pay within its cover is not paid.
public(package) entry fun assess(ledger: &mut Ledger, bank: address) {
    assert!(ledger.exists<Reserves>(bank), ENotBank);
    let today = today(ledger, bank);
    let record = ledger.borrow<Reserves>(bank);
    assert!(today > record.assessed_on, EAssessedToday);
    let days = today - record.assessed_on;
    let counted = institution::settlement_balance(ledger, bank).min(record.balance);
    let times_short = record.times_short;
    let at = institution::central_bank(ledger, bank);
    let required = required(ledger, bank);
    let interest = interest_on(ledger, at, counted, required, days);
    let interest = if (interest > 0 && central_bank::can_spend(ledger, at, interest)) interest else 0;
    if (interest > 0) pay(ledger, at, bank, interest);
    let missing = if (required > (counted as u128)) required - (counted as u128) else 0;
    let charge = charge_for(ledger, at, missing, days).min(institution::settlement_balance(ledger, bank));
    if (charge > 0) charge(ledger, at, bank, charge);
    let balance = institution::settlement_balance(ledger, bank);
    let record = ledger.borrow_mut<Reserves>(bank);
    record.assessed_on = today;
    record.balance = balance;
    record.times_short = if (missing > 0) times_short + 1 else 0;
    let times_short = record.times_short;
    event::emit(ReservesAssessed { bank, days, required, counted, interest, charge, times_short });
}

/// What has to lie on a bank's settlement account, in minor units: the ratio of its deposits, rounded up.
public fun required(ledger: &Ledger, bank: address): u128 {
    let books = institution::books(ledger, bank);
    let deposits = books.balance(chart::demand_deposits()) + books.balance(chart::time_deposits())
        + books.balance(bank_chart::wallet_deposits());
    let ratio = monetary_policy::value(ledger, institution::central_bank(ledger, bank), monetary_policy::reserve_ratio());
    prudential_ratio::required_reserves(deposits, ratio)
}

/// What is missing now, in minor units.
public fun shortfall(ledger: &Ledger, bank: address): u128 {
    let required = required(ledger, bank);
    let held = settlement_account::balance(ledger, bank, settlement_account::bank()) as u128;
    if (required > held) required - held else 0
}

/// Aborts while a bank is short.
public(package) fun check_not_short(ledger: &Ledger, bank: address) {
    assert!(shortfall(ledger, bank) == 0, EShortOfReserves);
}

fun today(ledger: &Ledger, bank: address): u64 {
    let zone = unit::zone(ledger, institution::unit(ledger, bank));
    calendar::today(ledger, &zone)
}

fun interest_on(ledger: &Ledger, at: address, counted: u64, required: u128, days: u64): u64 {
    let on_required = if (required < (counted as u128)) required as u64 else counted;
    let required_rate = monetary_policy::value(ledger, at, monetary_policy::required_reserves_rate());
    let excess_rate = monetary_policy::value(ledger, at, monetary_policy::excess_reserves_rate());
    let (for_required, _) = interest::for_days(on_required, required_rate, days, 0);
    let (for_excess, _) = interest::for_days(counted - on_required, excess_rate, days, 0);
    for_required + for_excess
}

fun charge_for(ledger: &Ledger, at: address, missing: u128, days: u64): u64 {
    let rate = monetary_policy::value(ledger, at, monetary_policy::shortfall_rate());
    let (charge, _) = interest::for_days(missing as u64, rate, days, 0);
    charge
}

fun pay(ledger: &mut Ledger, at: address, bank: address, amount: u64) {
    let money = central_bank::spend(ledger, at, bank, amount, central_bank_books::interest_expense());
    let mut posting = books::begin(bank, b"Interest on reserves".to_string());
    institution::settlement_in(ledger, &mut posting, money);
    posting.credit(chart::interest_income(), amount);
    institution::post(ledger, posting);
}

fun charge(ledger: &mut Ledger, at: address, bank: address, amount: u64) {
    let mut posting = books::begin(bank, b"Charge for missing reserves".to_string());
    let money = institution::settlement_out(ledger, &mut posting, amount);
    posting.debit(chart::interest_expense(), amount);
    institution::post(ledger, posting);
    central_bank::earn(ledger, at, bank, money, central_bank_books::penalty_income());
}
