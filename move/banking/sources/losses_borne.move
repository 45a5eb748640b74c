/// What creditors of a failed bank have borne of its losses, so that what its assets bring beyond their book value goes back to
/// them before its owners get anything.
module banking::losses_borne;

use std::ledger::Ledger;
use std::table::{Self, Table};

/// At the bank's address. All in minor units, less what was restored.
public struct LossesBorne has store {
    insurer: u64,
    customers: u128,
    /// Of that, by account.
    by_account: Table<u32, u64>,
    lenders: vector<LenderLoss>,
}

/// What one bank that had lent to it has lost.
public struct LenderLoss has copy, drop, store {
    lender: address,
    amount: u64,
}

/// Begins with none.
public(package) fun begin(ledger: &mut Ledger, bank: address) {
    let by_account = table::new(ledger);
    ledger.publish(bank, LossesBorne { insurer: 0, customers: 0, by_account, lenders: vector[] });
}

/// A lender has borne so much more.
public(package) fun add_lender(ledger: &mut Ledger, bank: address, lender: address, amount: u64) {
    let lenders = &mut ledger.borrow_mut<LossesBorne>(bank).lenders;
    let found = lenders.find_index!(|each| each.lender == lender);
    if (found.is_none()) lenders.push_back(LenderLoss { lender, amount })
    else {
        let record = &mut lenders[found.destroy_some()];
        record.amount = record.amount + amount;
    }
}

/// A customer's account has borne so much more.
public(package) fun add_account(ledger: &mut Ledger, bank: address, account: u32, amount: u64) {
    let record = ledger.borrow_mut<LossesBorne>(bank);
    record.customers = record.customers + (amount as u128);
    let by_account = &mut record.by_account;
    if (by_account.contains(account)) *&mut by_account[account] = by_account[account] + amount else by_account.add(account, amount);
}

/// The insurer has borne so much more.
public(package) fun add_insurer(ledger: &mut Ledger, bank: address, amount: u64) {
    let record = ledger.borrow_mut<LossesBorne>(bank);
    record.insurer = record.insurer + amount;
}

/// So much was restored to the insurer.
public(package) fun restore_insurer(ledger: &mut Ledger, bank: address, amount: u64) {
    let record = ledger.borrow_mut<LossesBorne>(bank);
    record.insurer = record.insurer - amount;
}

/// So much was restored to an account.
public(package) fun restore_account(ledger: &mut Ledger, bank: address, account: u32, amount: u64) {
    let record = ledger.borrow_mut<LossesBorne>(bank);
    record.customers = record.customers - (amount as u128);
    let borne = &mut record.by_account[account];
    *borne = *borne - amount;
}

/// Takes the list of what lenders have lost; what is not restored goes back by `add_lender`.
public(package) fun take_lenders(ledger: &mut Ledger, bank: address): (vector<address>, vector<u64>) {
    let record = ledger.borrow_mut<LossesBorne>(bank);
    let lenders = record.lenders.map_ref!(|each| each.lender);
    let amounts = record.lenders.map_ref!(|each| each.amount);
    record.lenders = vector[];
    (lenders, amounts)
}

/// What the insurer has borne.
public fun by_insurer(ledger: &Ledger, bank: address): u64 {
    ledger.borrow<LossesBorne>(bank).insurer
}

/// What all customers have borne.
public fun by_customers(ledger: &Ledger, bank: address): u128 {
    ledger.borrow<LossesBorne>(bank).customers
}

/// What one account has borne.
public fun by_account(ledger: &Ledger, bank: address, account: u32): u64 {
    let by_account = &ledger.borrow<LossesBorne>(bank).by_account;
    if (by_account.contains(account)) by_account[account] else 0
}

/// What all lenders have borne.
public fun by_lenders(ledger: &Ledger, bank: address): u128 {
    let mut sum = 0u128;
    ledger.borrow<LossesBorne>(bank).lenders.do_ref!(|each| sum = sum + (each.amount as u128));
    sum
}
