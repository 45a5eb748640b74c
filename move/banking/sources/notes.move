/// Notes: the central bank's money on paper. What the public holds is known only as a whole: it lies here as one pool of
/// money in circulation. Banks hold notes in their vaults, buy them from the central bank with settlement money, and
/// exchange them with their customers for deposits.
///
/// That a customer brought notes is the bank's word alone: nothing on the ledger sees paper. Two rules keep that word from
/// taking what the public holds. Notes become settlement money only as the central bank signs that it has counted them; and what
/// a bank took in on its word since the central bank last counted is bounded by a limit that the central bank set for it (none
/// before it set one). Handing notes out or back lowers that sum only where the vault holds less than it: otherwise notes that
/// are there could be shown again and again for notes that are not. So of a vault's notes all but the limit have been seen by
/// the central bank, whatever the bank claims. It is the least that is sound: a signature of the central bank under every
/// deposit would put it behind each bank's counter, and none at all would let a bank claim all that circulates.
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
#[error]
const EOverLimit: vector<u8> = b"The bank would have taken in more notes than it may before the central bank counts them.";
#[error]
const ENotCentralBank: vector<u8> = b"Only the bank's central bank counts its notes.";
#[error]
const EMissingTooMuch: vector<u8> = b"Only notes can be missing that the central bank has not counted before, unless the bank signs for more.";
#[error]
const EMustBeProposed: vector<u8> = b"A limit that was set is raised by a proposal only.";

/// What the public holds, at the central bank's address.
public struct Circulation has store {
    money: Money,
}

/// A bank's notes, at its address.
public struct Vault has store {
    money: Money,
    /// Of it at most so much was taken in from customers on the bank's word alone and not counted since, in minor units.
    uncounted: u64,
    /// How much that may be.
    limit: u64,
    /// Whether the central bank ever set it: what was set is raised by a proposal only.
    was_limited: bool,
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

/// A central bank set how much a bank may take in before a count.
public struct NotesLimitSet has copy, drop {
    bank: address,
    limit: u64,
}

/// A bank gave notes back, and the central bank counted them.
public struct NotesReturned has copy, drop {
    bank: address,
    amount: u64,
}

/// A central bank counted what was in a bank's vault. What was missing is again with the public.
public struct NotesCounted has copy, drop {
    bank: address,
    /// What the vault holds.
    amount: u64,
    missing: u64,
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

/// Sets for the first time how much a bank may take in from customers before the central bank counts it, in minor units, or
/// lowers it. A higher limit is proposed (see `banking::policy_change`). A limit below what is uncounted already stops further
/// deposits of notes and nothing else.
public(package) entry fun set_limit(ledger: &mut Ledger, central_bank: &signer, bank: address, limit: u64) {
    check_central_bank(ledger, central_bank, bank);
    let record = vault_record(ledger, bank);
    assert!(!record.was_limited || limit <= record.limit, EMustBeProposed);
    change_limit(ledger, central_bank, bank, limit);
}

/// Changes a bank's limit: by a proposal that was executed, or as `set_limit` allows.
public(package) fun change_limit(ledger: &mut Ledger, central_bank: &signer, bank: address, limit: u64) {
    check_central_bank(ledger, central_bank, bank);
    let record = vault_record(ledger, bank);
    record.limit = limit;
    record.was_limited = true;
    event::emit(NotesLimitSet { bank, limit });
}

/// A bank gives notes back to its central bank for settlement money. The central bank signs that it has counted them.
public(package) entry fun give_back(ledger: &mut Ledger, central_bank: &signer, bank: &signer, amount: u64) {
    let at = check(ledger, bank);
    return_counted(ledger, central_bank, at, amount);
}

/// The same, by whoever acts for the bank.
public(package) fun return_counted(ledger: &mut Ledger, central_bank: &signer, at: address, amount: u64) {
    let issuer = check_central_bank(ledger, central_bank, at);
    let notes = take(ledger, at, amount);
    let settlement = cash_desk::out_of_notes(ledger, issuer, notes, at);
    let mut posting = books::begin(at, b"Notes given back".to_string());
    institution::settlement_in(ledger, &mut posting, settlement);
    posting.credit(chart::vault_cash(), amount);
    institution::post(ledger, posting);
    event::emit(NotesReturned { bank: at, amount });
}

/// The central bank has counted a bank's vault, and `missing` of what the books say was not there: the bank bears it, and it
/// counts again as what the public holds. Nothing is uncounted afterwards. Only what was taken in on the bank's word can be
/// missing, so that no count takes more from a bank than it claimed.
public(package) entry fun count(ledger: &mut Ledger, central_bank: &signer, bank: address, missing: u64) {
    check_central_bank(ledger, central_bank, bank);
    assert!(missing <= vault_record(ledger, bank).uncounted, EMissingTooMuch);
    record_count(ledger, central_bank, bank, missing);
}

/// The same where the bank signs too: then notes can be missing that were counted before, as those that were stolen, burnt or
/// shown in another bank's vault.
public(package) entry fun count_together(ledger: &mut Ledger, central_bank: &signer, bank: &signer, missing: u64) {
    let at = check(ledger, bank);
    record_count(ledger, central_bank, at, missing);
}

/// The same, by whoever acts for the bank.
public(package) fun record_count(ledger: &mut Ledger, central_bank: &signer, bank: address, missing: u64) {
    let issuer = check_central_bank(ledger, central_bank, bank);
    let record = vault_record(ledger, bank);
    assert!(missing <= record.money.value(), EInsufficientVault);
    record.uncounted = 0;
    if (missing > 0) {
        let notes = record.money.split(missing);
        ledger.borrow_mut<Circulation>(issuer).money.join(notes);
        let mut posting = books::begin(bank, b"Notes missing".to_string());
        posting.debit(chart::loss_expense(), missing);
        posting.credit(chart::vault_cash(), missing);
        institution::post(ledger, posting);
    };
    event::emit(NotesCounted { bank, amount: vault_balance(ledger, bank), missing });
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

/// A customer brings notes: they go into the vault, and a deposit comes into being, within what the bank may take in before
/// the central bank counts.
public(package) entry fun deposit(ledger: &mut Ledger, bank: &signer, account: u32, amount: u64) {
    let at = check(ledger, bank);
    assert!(amount > 0, EZeroAmount);
    let central_bank = institution::central_bank(ledger, at);
    let circulation = &mut ledger.borrow_mut<Circulation>(central_bank).money;
    assert!(circulation.value() >= amount, EMoreThanCirculates);
    let notes = circulation.split(amount);
    let record = vault_record(ledger, at);
    assert!(amount <= record.limit.saturating_sub(record.uncounted), EOverLimit);
    record.uncounted = record.uncounted + amount;
    record.money.join(notes);
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

/// How much a bank has taken in on its word since the central bank last counted, and how much it may, in minor units.
public fun uncounted(ledger: &Ledger, bank: address): (u64, u64) {
    if (!ledger.exists<Vault>(bank)) return (0, 0);
    let record = ledger.borrow<Vault>(bank);
    (record.uncounted, record.limit)
}

fun check(ledger: &Ledger, bank: &signer): address {
    let at = institution::check(ledger, bank);
    assert!(institution::kind(ledger, at) == licence::bank(), ENotBank);
    assert!(ledger.exists<Circulation>(institution::central_bank(ledger, at)), ENoNotes);
    at
}

/// The signer's address, if it is the central bank of a bank and issues notes.
public(package) fun check_central_bank(ledger: &Ledger, central_bank: &signer, bank: address): address {
    let at = central_bank.address_of();
    assert!(institution::central_bank(ledger, bank) == at, ENotCentralBank);
    assert!(institution::kind(ledger, bank) == licence::bank(), ENotBank);
    licence::check(ledger, at, licence::central_bank(), institution::unit(ledger, bank));
    assert!(ledger.exists<Circulation>(at), ENoNotes);
    at
}

fun take(ledger: &mut Ledger, at: address, amount: u64): Money {
    assert!(amount > 0, EZeroAmount);
    let record = vault_record(ledger, at);
    assert!(record.money.value() >= amount, EInsufficientVault);
    let notes = record.money.split(amount);
    record.uncounted = record.uncounted.min(record.money.value());
    notes
}

fun vault(ledger: &mut Ledger, at: address): &mut Money {
    &mut vault_record(ledger, at).money
}

fun vault_record(ledger: &mut Ledger, at: address): &mut Vault {
    if (!ledger.exists<Vault>(at)) {
        let instrument = cash_desk::notes(ledger, institution::central_bank(ledger, at)).destroy_some();
        ledger.publish(at, Vault { money: money::zero(instrument), uncounted: 0, limit: 0, was_limited: false });
    };
    ledger.borrow_mut<Vault>(at)
}
