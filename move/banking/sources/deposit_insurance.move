/// Deposit insurance of a central bank's area: banks pay a yearly premium on their deposits, day by day, into a fund at the
/// central bank. When a bank is insolvent the fund pays each of its customers up to a cap, as a deposit at another bank, and
/// becomes the bank's creditor in their place.
module banking::deposit_insurance;

use banking::bank_chart;
use banking::books;
use banking::cash_desk;
use banking::central_bank;
use banking::chart;
use banking::institution;
use banking::interest::{Self, Accrual};
use banking::monetary_policy;
use banking::settlement_account;
use money::calendar;
use money::unit;
use std::event;
use std::ledger::Ledger;

#[error]
const ENotCentralBank: vector<u8> = b"The signer is not a central bank.";
#[error]
const EAlreadyInsured: vector<u8> = b"The central bank's area has a deposit insurer already.";
#[error]
const ENoInsurer: vector<u8> = b"The bank's deposits are not insured.";
#[error]
const ENothingDue: vector<u8> = b"No premium is due.";

const MAX_U64: u128 = 0xFFFF_FFFF_FFFF_FFFF;

/// Who insures deposits, at the central bank's address. The fund is the insurer's account there.
public struct Insurance has store {
    insurer: address,
    /// Minor units, ever.
    premiums: u128,
    paid_out: u128,
}

/// Up to which day a bank has paid, at its address.
public struct Premium has store {
    accrual: Accrual,
}

public struct PremiumPaid has copy, drop {
    insurer: address,
    bank: address,
    amount: u64,
}

/// Makes an address the insurer and opens its fund; both sign.
public(package) entry fun open(ledger: &mut Ledger, central_bank: &signer, insurer: &signer) {
    let at = central_bank.address_of();
    assert!(cash_desk::exists(ledger, at), ENotCentralBank);
    central_bank::check_central_bank(ledger, central_bank);
    assert!(!ledger.exists<Insurance>(at), EAlreadyInsured);
    settlement_account::open(ledger, insurer.address_of(), at, settlement_account::government());
    ledger.publish(at, Insurance { insurer: insurer.address_of(), premiums: 0, paid_out: 0 });
}

/// Takes a bank's premium for the days since it last paid. Anybody may see to it. The first time begins its days.
public(package) entry fun collect_premium(ledger: &mut Ledger, bank: address) {
    let at = institution::central_bank(ledger, bank);
    let insurer = insurer(ledger, at);
    let today = today(ledger, bank);
    let rate = monetary_policy::value(ledger, at, monetary_policy::insurance_premium());
    if (!ledger.exists<Premium>(bank)) {
        ledger.publish(bank, Premium { accrual: interest::begin(rate, today) });
        return
    };
    let books = institution::books(ledger, bank);
    let deposits = books.balance(chart::demand_deposits()) + books.balance(chart::time_deposits())
        + books.balance(bank_chart::wallet_deposits());
    let accrual = &mut ledger.borrow_mut<Premium>(bank).accrual;
    let amount = accrual.accrue(deposits.min(MAX_U64) as u64, today);
    accrual.set_rate(rate);
    assert!(amount > 0, ENothingDue);
    let mut posting = books::begin(bank, b"Deposit insurance".to_string());
    let money = institution::settlement_out(ledger, &mut posting, amount);
    posting.debit(bank_chart::premium_expense(), amount);
    institution::post(ledger, posting);
    settlement_account::credit(ledger, insurer, settlement_account::government(), money);
    let insurance = ledger.borrow_mut<Insurance>(at);
    insurance.premiums = insurance.premiums + (amount as u128);
    event::emit(PremiumPaid { insurer, bank, amount });
}

/// Pays a customer of an insolvent bank out of the fund: the deposit there ends and the insurer is the bank's creditor, an
/// equal deposit at another bank comes into being.
public(package) fun pay(ledger: &mut Ledger, failed: address, account: u32, bank: address, to: u32, amount: u64) {
    let at = institution::central_bank(ledger, failed);
    let insurer = insurer(ledger, at);
    let mut ended = books::begin(failed, b"Paid by the deposit insurer".to_string());
    institution::redeem_from_customer(ledger, &mut ended, account, amount);
    ended.credit(bank_chart::insurer_debt(), amount);
    institution::post(ledger, ended);
    let money = settlement_account::debit(ledger, insurer, settlement_account::government(), amount);
    let mut begun = books::begin(bank, b"Paid by the deposit insurer".to_string());
    institution::settlement_in(ledger, &mut begun, money);
    institution::issue_to_customer(ledger, &mut begun, to, amount);
    institution::post(ledger, begun);
    let insurance = ledger.borrow_mut<Insurance>(at);
    insurance.paid_out = insurance.paid_out + (amount as u128);
}

/// The insurer of a central bank's area.
public fun insurer(ledger: &Ledger, central_bank: address): address {
    assert!(ledger.exists<Insurance>(central_bank), ENoInsurer);
    ledger.borrow<Insurance>(central_bank).insurer
}

/// Whether an address is the insurer of a central bank's area: its fund is for depositors alone.
public fun is_insurer(ledger: &Ledger, central_bank: address, at: address): bool {
    ledger.exists<Insurance>(central_bank) && ledger.borrow<Insurance>(central_bank).insurer == at
}

/// What one account of a bank is insured for, in minor units.
public fun cap(ledger: &Ledger, bank: address): u64 {
    let at = institution::central_bank(ledger, bank);
    if (!ledger.exists<Insurance>(at)) return 0;
    monetary_policy::value(ledger, at, monetary_policy::insurance_cap())
}

fun today(ledger: &Ledger, bank: address): u64 {
    let zone = unit::zone(ledger, institution::unit(ledger, bank));
    calendar::today(ledger, &zone)
}
