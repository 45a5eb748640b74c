/// Notes: the central bank's money on paper. What the public holds is known only as a whole: it lies here as one pool of
/// money in circulation. Banks hold notes in their vaults, buy them from the central bank with settlement money, and
/// exchange them with their customers for deposits.
module banking::notes;

use banking::books;
use banking::cash_desk;
use banking::chart;
use banking::institution;
use money::money::{Self, Money};
use oversight::licence;
use std::event;
use std::ledger::Ledger;

#[error]
const EZeroAmount: vector<u8> = b"The amount must be more than zero.";
#[error]
const ENoNotes: vector<u8> = b"The central bank issues no notes.";
#[error]
const ENotBank: vector<u8> = b"Only banks exchange notes.";
#[error]
const EInsufficientVault: vector<u8> = b"The bank's vault does not hold that much.";
#[error]
const EMoreThanCirculates: vector<u8> = b"The public does not hold that much in notes.";

/// What the public holds, at the central bank's address.
public struct Circulation has store {
    money: Money,
}

/// A bank's notes, at its address.
public struct Vault has store {
    money: Money,
}

/// A customer took notes for a deposit.
public struct NotesWithdrawn has copy, drop {
    bank: address,
    account: u32,
    amount: u64,
}

/// A customer brought notes for a deposit.
public struct NotesDeposited has copy, drop {
    bank: address,
    account: u32,
    amount: u64,
}

/// Begins with none in circulation.
public(package) fun begin(ledger: &mut Ledger, central_bank: address) {
    let instrument = cash_desk::notes(ledger, central_bank).destroy_some();
    ledger.publish(central_bank, Circulation { money: money::zero(instrument) });
}

/// A bank buys notes from its central bank with settlement money.
public(package) entry fun order(ledger: &mut Ledger, bank: &signer, amount: u64) {
    let at = check(ledger, bank);
    let central_bank = institution::central_bank(ledger, at);
    let mut posting = books::begin(at, b"Notes ordered".to_string());
    let settlement = institution::settlement_out(ledger, &mut posting, amount);
    posting.debit(chart::vault_cash(), amount);
    institution::post(ledger, posting);
    let notes = cash_desk::into_notes(ledger, central_bank, settlement, at);
    vault(ledger, at).join(notes);
}

/// A bank gives notes back to its central bank for settlement money.
public(package) entry fun give_back(ledger: &mut Ledger, bank: &signer, amount: u64) {
    let at = check(ledger, bank);
    let central_bank = institution::central_bank(ledger, at);
    let notes = take(ledger, at, amount);
    let settlement = cash_desk::out_of_notes(ledger, central_bank, notes, at);
    let mut posting = books::begin(at, b"Notes given back".to_string());
    institution::settlement_in(ledger, &mut posting, settlement);
    posting.credit(chart::vault_cash(), amount);
    institution::post(ledger, posting);
}

/// A customer takes notes: the deposit ends, the notes circulate.
public(package) entry fun withdraw(ledger: &mut Ledger, bank: &signer, account: u32, amount: u64) {
    let at = check(ledger, bank);
    let notes = take(ledger, at, amount);
    let mut posting = books::begin(at, b"Notes withdrawn".to_string());
    institution::redeem_from_customer(ledger, &mut posting, account, amount);
    posting.credit(chart::vault_cash(), amount);
    institution::post(ledger, posting);
    let central_bank = institution::central_bank(ledger, at);
    ledger.borrow_mut<Circulation>(central_bank).money.join(notes);
    event::emit(NotesWithdrawn { bank: at, account, amount });
}

/// A customer brings notes: they go into the vault, and a deposit comes into being.
public(package) entry fun deposit(ledger: &mut Ledger, bank: &signer, account: u32, amount: u64) {
    let at = check(ledger, bank);
    assert!(amount > 0, EZeroAmount);
    let central_bank = institution::central_bank(ledger, at);
    let circulation = &mut ledger.borrow_mut<Circulation>(central_bank).money;
    assert!(circulation.value() >= amount, EMoreThanCirculates);
    let notes = circulation.split(amount);
    vault(ledger, at).join(notes);
    let mut posting = books::begin(at, b"Notes deposited".to_string());
    posting.debit(chart::vault_cash(), amount);
    institution::issue_to_customer(ledger, &mut posting, account, amount);
    institution::post(ledger, posting);
    event::emit(NotesDeposited { bank: at, account, amount });
}

/// What the public holds, in minor units.
public fun in_circulation(ledger: &Ledger, central_bank: address): u64 {
    if (ledger.exists<Circulation>(central_bank)) ledger.borrow<Circulation>(central_bank).money.value() else 0
}

/// What a bank holds, in minor units.
public fun vault_balance(ledger: &Ledger, bank: address): u64 {
    if (ledger.exists<Vault>(bank)) ledger.borrow<Vault>(bank).money.value() else 0
}

fun check(ledger: &Ledger, bank: &signer): address {
    let at = institution::check(ledger, bank);
    assert!(institution::kind(ledger, at) == licence::bank(), ENotBank);
    assert!(ledger.exists<Circulation>(institution::central_bank(ledger, at)), ENoNotes);
    at
}

fun take(ledger: &mut Ledger, at: address, amount: u64): Money {
    assert!(amount > 0, EZeroAmount);
    let vault = vault(ledger, at);
    assert!(vault.value() >= amount, EInsufficientVault);
    vault.split(amount)
}

fun vault(ledger: &mut Ledger, at: address): &mut Money {
    if (!ledger.exists<Vault>(at)) {
        let instrument = cash_desk::notes(ledger, institution::central_bank(ledger, at)).destroy_some();
        ledger.publish(at, Vault { money: money::zero(instrument) });
    };
    &mut ledger.borrow_mut<Vault>(at).money
}
