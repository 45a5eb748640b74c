/// Changes that everybody can see coming. A policy value changes only by a proposal that says what will be, stands for a
/// delay, and is then executed, or cancelled before. The delay is such a value itself.
///
/// The module that declares the type of the acts says whose they are and what they do; it calls this one with its permit. Proposals
/// lie at the address of the authority that makes them.
module oversight::governed;

use std::event;
use std::internal::Permit;
use std::ledger::Ledger;

#[error]
const EBadDelay: vector<u8> = b"A delay is 1 minute to 366 days.";
#[error]
const EDelaySet: vector<u8> = b"The delay was set before: a change of it must be proposed.";
#[error]
const ETooEarly: vector<u8> = b"The earliest time of a proposal is after the delay, and at most 366 days after that.";
#[error]
const ETooManyProposals: vector<u8> = b"At most 32 proposals stand at a time.";
#[error]
const EUnknownProposal: vector<u8> = b"No proposal of this number stands.";
#[error]
const ELocked: vector<u8> = b"The proposal cannot be executed before its earliest time.";
#[error]
const ELapsed: vector<u8> = b"The proposal was not executed within 30 days of its earliest time and has lapsed.";

const MIN_DELAY_MS: u64 = 60_000;
const MAX_DELAY_MS: u64 = 366 * 24 * 60 * 60 * 1000;
/// What holds where no delay was ever set.
const DEFAULT_DELAY_MS: u64 = 7 * 24 * 60 * 60 * 1000;
const LAPSE_MS: u64 = 30 * 24 * 60 * 60 * 1000;
const MAX_PROPOSALS: u64 = 32;

/// What an authority has proposed, at its address.
public struct Proposals<T: copy + drop + store> has store {
    /// Absent until it is set; then seven days.
    delay_ms: Option<u64>,
    /// Number of the last proposal.
    last: u64,
    pending: vector<Proposal<T>>,
}

public struct Proposal<T: copy + drop + store> has copy, drop, store {
    /// From 1, never used twice.
    number: u64,
    /// Times in milliseconds since 1970.
    proposed_at_ms: u64,
    earliest_ms: u64,
    act: T,
}

public struct ProposalMade<T: copy + drop> has copy, drop {
    authority: address,
    number: u64,
    earliest_ms: u64,
    act: T,
}

public struct ProposalExecuted<T: copy + drop> has copy, drop {
    authority: address,
    number: u64,
    act: T,
}

public struct ProposalCancelled<T: copy + drop> has copy, drop {
    authority: address,
    number: u64,
    act: T,
}

/// Sets the delay for the first time.
public fun set_first_delay<T: copy + drop + store>(ledger: &mut Ledger, permit: Permit<T>, authority: address, delay_ms: u64) {
    assert!(!ledger.exists<Proposals<T>>(authority) || ledger.borrow<Proposals<T>>(authority).delay_ms.is_none(), EDelaySet);
    set_delay(ledger, permit, authority, delay_ms);
}

/// Sets the delay. The caller has it from a proposal that was executed. Proposals that stand keep their times.
public fun set_delay<T: copy + drop + store>(ledger: &mut Ledger, _permit: Permit<T>, authority: address, delay_ms: u64) {
    check_delay(delay_ms);
    proposals_mut<T>(ledger, authority).delay_ms = option::some(delay_ms);
}

/// Proposes an act, to be executed from a time on that is at least the delay away. Answers the proposal's number.
public fun propose<T: copy + drop + store>(
    ledger: &mut Ledger,
    _permit: Permit<T>,
    authority: address,
    act: T,
    earliest_ms: u64,
): u64 {
    let now_ms = ledger.time_ms();
    let delay_ms = delay_ms<T>(ledger, authority);
    assert!(earliest_ms >= now_ms + delay_ms && earliest_ms <= now_ms + delay_ms + MAX_DELAY_MS, ETooEarly);
    let proposals = proposals_mut<T>(ledger, authority);
    // What has lapsed makes room.
    proposals.pending = proposals.pending.filter!(|each| now_ms <= each.earliest_ms + LAPSE_MS);
    assert!(proposals.pending.length() < MAX_PROPOSALS, ETooManyProposals);
    let number = proposals.last + 1;
    proposals.last = number;
    proposals.pending.push_back(Proposal { number, proposed_at_ms: now_ms, earliest_ms, act });
    event::emit(ProposalMade { authority, number, earliest_ms, act });
    number
}

/// Ends a proposal whose time has come and answers its act, which the caller does.
public fun execute<T: copy + drop + store>(ledger: &mut Ledger, _permit: Permit<T>, authority: address, number: u64): T {
    let now_ms = ledger.time_ms();
    let Proposal { earliest_ms, act, .. } = remove<T>(ledger, authority, number);
    assert!(now_ms >= earliest_ms, ELocked);
    assert!(now_ms <= earliest_ms + LAPSE_MS, ELapsed);
    event::emit(ProposalExecuted { authority, number, act });
    act
}

/// Ends a proposal that will not be executed.
public fun cancel<T: copy + drop + store>(ledger: &mut Ledger, _permit: Permit<T>, authority: address, number: u64) {
    let Proposal { act, .. } = remove<T>(ledger, authority, number);
    event::emit(ProposalCancelled { authority, number, act });
}

/// The number of an authority's last proposal; 0 if there was none.
public fun last<T: copy + drop + store>(ledger: &Ledger, authority: address): u64 {
    if (ledger.exists<Proposals<T>>(authority)) ledger.borrow<Proposals<T>>(authority).last else 0
}

/// Whether a proposal of this number stands: it was neither executed nor cancelled, and has not lapsed.
public fun stands<T: copy + drop + store>(ledger: &Ledger, authority: address, number: u64): bool {
    if (!ledger.exists<Proposals<T>>(authority)) return false;
    let now_ms = ledger.time_ms();
    ledger.borrow<Proposals<T>>(authority).pending.any!(|each| each.number == number && now_ms <= each.earliest_ms + LAPSE_MS)
}

/// How long an authority's proposals stand at least, in milliseconds.
public fun delay_ms<T: copy + drop + store>(ledger: &Ledger, authority: address): u64 {
    if (!ledger.exists<Proposals<T>>(authority)) return DEFAULT_DELAY_MS;
    ledger.borrow<Proposals<T>>(authority).delay_ms.get_with_default(DEFAULT_DELAY_MS)
}

/// Aborts unless it can be a delay.
public fun check_delay(delay_ms: u64) {
    assert!(delay_ms >= MIN_DELAY_MS && delay_ms <= MAX_DELAY_MS, EBadDelay);
}

fun proposals_mut<T: copy + drop + store>(ledger: &mut Ledger, authority: address): &mut Proposals<T> {
    if (!ledger.exists<Proposals<T>>(authority)) {
        ledger.publish(authority, Proposals<T> { delay_ms: option::none(), last: 0, pending: vector[] });
    };
    ledger.borrow_mut<Proposals<T>>(authority)
}

fun remove<T: copy + drop + store>(ledger: &mut Ledger, authority: address, number: u64): Proposal<T> {
    assert!(ledger.exists<Proposals<T>>(authority), EUnknownProposal);
    let pending = &mut ledger.borrow_mut<Proposals<T>>(authority).pending;
    let found = pending.find_index!(|each| each.number == number);
    assert!(found.is_some(), EUnknownProposal);
    pending.remove(found.destroy_some())
}
