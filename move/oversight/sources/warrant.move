/// Freezes by due process. A warrant says who asked for it, who approved it, why, which account, and until when: an
/// investigating authority asks, a supervisor approves, and both sign the same transaction. It lies where the holder can
/// see it, ends by itself, and either authority can end it before.
module oversight::warrant;

use money::freeze::{Self, FreezeAuthority, FreezePermit};
use money::wallet;
use oversight::investigator;
use oversight::supervisor;
use std::event;
use std::ledger::Ledger;
use std::string::String;

#[error]
const ENotEnabled: vector<u8> = b"Nothing can be frozen on this ledger: its genesis did not enable warrants.";
#[error]
const EBadReason: vector<u8> = b"A reason has 1 to 256 bytes.";
#[error]
const EBadTerm: vector<u8> = b"A warrant ends after the time of the block that issues it, and at most 366 days after.";
#[error]
const EUnknownWarrant: vector<u8> = b"The account is under no warrant of this number.";
#[error]
const ETooManyWarrants: vector<u8> = b"An account can be under at most 16 warrants at a time.";
#[error]
const ENotAuthority: vector<u8> = b"Only an investigating authority or a supervisor may lift a warrant.";

const MAX_REASON_BYTES: u64 = 256;
const MAX_TERM_MS: u64 = 366 * 24 * 60 * 60 * 1000;
const MAX_STANDING: u64 = 16;

/// At `@oversight` on a ledger on which something can be frozen.
public struct Freezing has store {
    authority: FreezeAuthority,
    /// Number of the last warrant.
    last: u64,
}

/// The warrants that a wallet is or was under, in the order in which they were issued; ended ones are forgotten when others
/// come. At the wallet's address.
public struct WalletWarrants has store {
    warrants: vector<Warrant>,
}

/// The warrants that customers' accounts are or were under, at the address of the institution that keeps them.
public struct CustomerWarrants has store {
    warrants: vector<CustomerWarrant>,
}

/// A warrant for a customer's account.
public struct CustomerWarrant has copy, drop, store {
    instrument: u32,
    account: u32,
    warrant: Warrant,
}

public struct Warrant has copy, drop, store {
    /// Counts from 1 over all warrants.
    number: u64,
    requester: address,
    approver: address,
    reason: String,
    /// Times in milliseconds since 1970.
    issued_at_ms: u64,
    /// When it ends, or was lifted.
    until_ms: u64,
    lifted: bool,
}

public struct WarrantIssued has copy, drop {
    number: u64,
    requester: address,
    approver: address,
    /// A wallet, or an institution.
    at: address,
    /// Instrument and number of a customer's account with the institution.
    instrument: Option<u32>,
    account: Option<u32>,
    reason: String,
    until_ms: u64,
}

public struct WarrantLifted has copy, drop {
    number: u64,
    by: address,
    at: address,
    instrument: Option<u32>,
    account: Option<u32>,
}

// === Wallets ===

/// Freezes a wallet until a time. Money that nobody issues stays free.
public(package) entry fun freeze_wallet(
    ledger: &mut Ledger,
    requester: &signer,
    approver: &signer,
    owner: address,
    reason: String,
    until_ms: u64,
) {
    let warrant = issue(ledger, requester, approver, reason, until_ms);
    if (!ledger.exists<WalletWarrants>(owner)) ledger.publish(owner, WalletWarrants { warrants: vector[] });
    let now_ms = ledger.time_ms();
    let warrants = &mut ledger.borrow_mut<WalletWarrants>(owner).warrants;
    let mut standing = (*warrants).filter!(|each| each.stands(now_ms));
    assert!(standing.length() < MAX_STANDING, ETooManyWarrants);
    standing.push_back(warrant);
    *warrants = standing;
    tell_issued(&warrant, owner, option::none(), option::none());
    freeze_by_warrants(ledger, owner);
}

/// Ends a warrant for a wallet before its time. The wallet stays frozen while it is under another.
public(package) entry fun lift_wallet(ledger: &mut Ledger, authority: &signer, owner: address, number: u64) {
    check_authority(ledger, authority);
    assert!(ledger.exists<WalletWarrants>(owner), EUnknownWarrant);
    let now_ms = ledger.time_ms();
    let warrants = &mut ledger.borrow_mut<WalletWarrants>(owner).warrants;
    let found = warrants.find_index!(|each| each.number == number && each.stands(now_ms));
    assert!(found.is_some(), EUnknownWarrant);
    warrants[found.destroy_some()].lift(now_ms);
    event::emit(WarrantLifted { number, by: authority.address_of(), at: owner, instrument: option::none(), account: option::none() });
    freeze_by_warrants(ledger, owner);
}

/// When the last of the warrants ends that a wallet is under; 0 if it is under none.
public fun wallet_frozen_until_ms(ledger: &Ledger, owner: address): u64 {
    if (!ledger.exists<WalletWarrants>(owner)) return 0;
    let now_ms = ledger.time_ms();
    let mut until_ms = 0u64;
    ledger.borrow<WalletWarrants>(owner).warrants.do_ref!(|each| {
        if (each.stands(now_ms)) until_ms = until_ms.max(each.until_ms);
    });
    until_ms
}

// === Customers' accounts: the module that keeps the book does the freezing ===

/// Issues a warrant for a customer's account. Answers the right to freeze it and until when that is, with all its warrants.
public fun issue_for_customer(
    ledger: &mut Ledger,
    requester: &signer,
    approver: &signer,
    institution: address,
    instrument: u32,
    account: u32,
    reason: String,
    until_ms: u64,
): (FreezePermit, u64) {
    let warrant = issue(ledger, requester, approver, reason, until_ms);
    if (!ledger.exists<CustomerWarrants>(institution)) ledger.publish(institution, CustomerWarrants { warrants: vector[] });
    let now_ms = ledger.time_ms();
    let warrants = &mut ledger.borrow_mut<CustomerWarrants>(institution).warrants;
    let mut standing = (*warrants).filter!(|each| each.warrant.stands(now_ms));
    let mut of_account = 0u64;
    standing.do_ref!(|each| if (each.instrument == instrument && each.account == account) of_account = of_account + 1);
    assert!(of_account < MAX_STANDING, ETooManyWarrants);
    standing.push_back(CustomerWarrant { instrument, account, warrant });
    *warrants = standing;
    tell_issued(&warrant, institution, option::some(instrument), option::some(account));
    (permit(ledger), customer_frozen_until_ms(ledger, institution, instrument, account))
}

/// Ends a warrant for a customer's account before its time. Answers the right to release it, and until when it stays
/// frozen under others: now if there are none.
public fun lift_for_customer(
    ledger: &mut Ledger,
    authority: &signer,
    institution: address,
    instrument: u32,
    account: u32,
    number: u64,
): (FreezePermit, u64) {
    check_authority(ledger, authority);
    assert!(ledger.exists<CustomerWarrants>(institution), EUnknownWarrant);
    let now_ms = ledger.time_ms();
    let warrants = &mut ledger.borrow_mut<CustomerWarrants>(institution).warrants;
    let found = warrants.find_index!(|each| {
        each.warrant.number == number && each.instrument == instrument && each.account == account && each.warrant.stands(now_ms)
    });
    assert!(found.is_some(), EUnknownWarrant);
    warrants[found.destroy_some()].warrant.lift(now_ms);
    event::emit(WarrantLifted {
        number,
        by: authority.address_of(),
        at: institution,
        instrument: option::some(instrument),
        account: option::some(account),
    });
    (permit(ledger), customer_frozen_until_ms(ledger, institution, instrument, account).max(now_ms))
}

/// When the last of the warrants ends that a customer's account is under; 0 if it is under none.
public fun customer_frozen_until_ms(ledger: &Ledger, institution: address, instrument: u32, account: u32): u64 {
    if (!ledger.exists<CustomerWarrants>(institution)) return 0;
    let now_ms = ledger.time_ms();
    let mut until_ms = 0u64;
    ledger.borrow<CustomerWarrants>(institution).warrants.do_ref!(|each| {
        let counts = each.instrument == instrument && each.account == account && each.warrant.stands(now_ms);
        if (counts) until_ms = until_ms.max(each.warrant.until_ms);
    });
    until_ms
}

/// The number of the last warrant; 0 before the first.
public fun last_number(ledger: &Ledger): u64 {
    if (ledger.exists<Freezing>(@oversight)) ledger.borrow<Freezing>(@oversight).last else 0
}

/// Takes the authority to freeze into keeping.
public(package) fun initialise(ledger: &mut Ledger, money: &signer) {
    let authority = freeze::establish(ledger, money);
    ledger.publish(@oversight, Freezing { authority, last: 0 });
}

// === Rules ===

fun issue(ledger: &mut Ledger, requester: &signer, approver: &signer, reason: String, until_ms: u64): Warrant {
    // Nobody holds both offices, so that these are two.
    let _asks = investigator::permit(ledger, requester);
    let _approves = supervisor::permit(ledger, approver);
    let requester = requester.address_of();
    let approver = approver.address_of();
    assert!(!reason.is_empty() && reason.length() <= MAX_REASON_BYTES, EBadReason);
    let issued_at_ms = ledger.time_ms();
    assert!(until_ms > issued_at_ms && until_ms - issued_at_ms <= MAX_TERM_MS, EBadTerm);
    assert!(ledger.exists<Freezing>(@oversight), ENotEnabled);
    let freezing = ledger.borrow_mut<Freezing>(@oversight);
    freezing.last = freezing.last + 1;
    Warrant { number: freezing.last, requester, approver, reason, issued_at_ms, until_ms, lifted: false }
}

fun tell_issued(warrant: &Warrant, at: address, instrument: Option<u32>, account: Option<u32>) {
    let Warrant { number, requester, approver, reason, until_ms, .. } = *warrant;
    event::emit(WarrantIssued { number, requester, approver, at, instrument, account, reason, until_ms });
}

/// Freezes a wallet until its last warrant ends. Frozen, it is neither closed nor recovered to another address.
fun freeze_by_warrants(ledger: &mut Ledger, owner: address) {
    let until_ms = wallet_frozen_until_ms(ledger, owner);
    let permit = permit(ledger);
    wallet::freeze_until(ledger, &permit, owner, until_ms);
}

fun permit(ledger: &Ledger): FreezePermit {
    ledger.borrow<Freezing>(@oversight).authority.permit()
}

fun check_authority(ledger: &Ledger, authority: &signer) {
    let at = authority.address_of();
    assert!(supervisor::exists(ledger, at) || investigator::exists(ledger, at), ENotAuthority);
}

fun stands(warrant: &Warrant, now_ms: u64): bool {
    !warrant.lifted && warrant.until_ms > now_ms
}

fun lift(warrant: &mut Warrant, now_ms: u64) {
    warrant.lifted = true;
    warrant.until_ms = now_ms;
}
