/// How supervisors come and go once there are several. One proposes whom to dismiss and whom to appoint, and why; the others
/// approve; after the time lock the change is made, if enough of those in office approve by then. Nobody among several
/// appoints or dismisses alone, so that one whose keys were stolen can be put out of office and cannot pack it.
///
/// A change needs more than half of all in office. Whom nobody hears of any more goes with half of them, unless it objects meanwhile.
module oversight::supervisor_change;

use oversight::governed;
use oversight::office;
use oversight::supervisor;
use std::event;
use std::ledger::Ledger;
use std::string::String;

#[error]
const ENothingChanges: vector<u8> = b"A change dismisses a supervisor, appoints another, or both.";
#[error]
const ENotInOffice: vector<u8> = b"Whoever is to be dismissed is no supervisor.";
#[error]
const EBadReason: vector<u8> = b"A reason has 1 to 256 bytes.";
#[error]
const EProposesAlready: vector<u8> = b"A supervisor has one proposal at a time.";
#[error]
const EApprovedAlready: vector<u8> = b"The supervisor has approved the proposal already.";
#[error]
const EUnknownProposal: vector<u8> = b"No proposal of this number stands.";
#[error]
const ENotProposer: vector<u8> = b"Only the supervisor who made a proposal takes it back.";
#[error]
const ENotDismissed: vector<u8> = b"Only the supervisor who is to be dismissed objects.";
#[error]
const ETooFewApprove: vector<u8> = b"Too few supervisors in office approve of the change.";

const MAX_REASON_BYTES: u64 = 256;

/// What is proposed.
public struct Change has copy, drop, store {
    dismissed: Option<address>,
    appointed: Option<address>,
    reason: String,
}

/// What supervisors have said of proposals that stand, at `@oversight`.
public struct Voices has store {
    all: vector<Voice>,
}

/// Of one proposal.
public struct Voice has copy, drop, store {
    number: u64,
    dismissed: Option<address>,
    /// Who approves, the proposer first.
    approved_by: vector<address>,
    /// Whether the one to be dismissed objects.
    is_objected: bool,
}

public struct ChangeApproved has copy, drop {
    number: u64,
    supervisor: address,
}

public struct ChangeObjected has copy, drop {
    number: u64,
    supervisor: address,
}

/// Proposes to dismiss a supervisor, to appoint another, or both, from a time on in milliseconds since 1970; who proposes approves.
public(package) entry fun propose(
    ledger: &mut Ledger,
    supervisor: &signer,
    dismissed: Option<address>,
    appointed: Option<address>,
    reason: String,
    earliest_ms: u64,
) {
    let _permit = supervisor::permit(ledger, supervisor);
    let by = supervisor.address_of();
    assert!(dismissed.is_some() || appointed.is_some(), ENothingChanges);
    dismissed.do_ref!(|at| assert!(supervisor::exists(ledger, *at), ENotInOffice));
    appointed.do_ref!(|at| supervisor::check_can_take_office(ledger, *at));
    assert!(!reason.is_empty() && reason.length() <= MAX_REASON_BYTES, EBadReason);
    if (!ledger.exists<Voices>(@oversight)) ledger.publish(@oversight, Voices { all: vector[] });
    let number = governed::propose(ledger, internal::permit(), @oversight, Change { dismissed, appointed, reason }, earliest_ms);
    // What has lapsed stands no more.
    let standing = ledger.borrow<Voices>(@oversight).all.filter!(|each| governed::stands<Change>(ledger, @oversight, each.number));
    assert!(!standing.any!(|each| each.approved_by[0] == by), EProposesAlready);
    let voices = ledger.borrow_mut<Voices>(@oversight);
    voices.all = standing;
    voices.all.push_back(Voice { number, dismissed, approved_by: vector[by], is_objected: false });
    event::emit(ChangeApproved { number, supervisor: by });
}

/// Approves a proposal of another.
public(package) entry fun approve(ledger: &mut Ledger, supervisor: &signer, number: u64) {
    let _permit = supervisor::permit(ledger, supervisor);
    let by = supervisor.address_of();
    let voice = voice_mut(ledger, number);
    assert!(!voice.approved_by.contains(&by), EApprovedAlready);
    voice.approved_by.push_back(by);
    event::emit(ChangeApproved { number, supervisor: by });
}

/// Objects to one's own dismissal: half of the supervisors are not enough for it then.
public(package) entry fun object(ledger: &mut Ledger, supervisor: &signer, number: u64) {
    let _permit = supervisor::permit(ledger, supervisor);
    let by = supervisor.address_of();
    let voice = voice_mut(ledger, number);
    assert!(voice.dismissed.is_some_and!(|at| *at == by), ENotDismissed);
    voice.is_objected = true;
    event::emit(ChangeObjected { number, supervisor: by });
}

/// Makes a change whose time has come and of which enough supervisors in office approve.
public(package) entry fun execute(ledger: &mut Ledger, supervisor: &signer, number: u64) {
    let _permit = supervisor::permit(ledger, supervisor);
    let Voice { approved_by, is_objected, dismissed, .. } = take_voice(ledger, number);
    let approve = approved_by.count!(|at| supervisor::exists(ledger, *at));
    let all = office::supervisors(ledger);
    // Whom nobody hears of any more goes with half of all.
    let needed = if (dismissed.is_some() && !is_objected) (all + 1) / 2 else all / 2 + 1;
    assert!(approve >= needed, ETooFewApprove);
    let Change { dismissed, appointed, reason } = governed::execute<Change>(ledger, internal::permit(), @oversight, number);
    appointed.do!(|at| supervisor::initialise(ledger, at));
    dismissed.do!(|at| supervisor::dismiss(ledger, at, reason));
}

/// Takes a proposal of one's own back.
public(package) entry fun cancel(ledger: &mut Ledger, supervisor: &signer, number: u64) {
    let _permit = supervisor::permit(ledger, supervisor);
    let Voice { approved_by, .. } = take_voice(ledger, number);
    assert!(approved_by[0] == supervisor.address_of(), ENotProposer);
    governed::cancel<Change>(ledger, internal::permit(), @oversight, number);
}

/// The number of the last proposal; 0 if there was none.
public fun last(ledger: &Ledger): u64 {
    governed::last<Change>(ledger, @oversight)
}

fun voice_mut(ledger: &mut Ledger, number: u64): &mut Voice {
    assert!(governed::stands<Change>(ledger, @oversight, number), EUnknownProposal);
    let all = &mut ledger.borrow_mut<Voices>(@oversight).all;
    let found = all.find_index!(|each| each.number == number);
    &mut all[found.destroy_some()]
}

fun take_voice(ledger: &mut Ledger, number: u64): Voice {
    assert!(ledger.exists<Voices>(@oversight), EUnknownProposal);
    let all = &mut ledger.borrow_mut<Voices>(@oversight).all;
    let found = all.find_index!(|each| each.number == number);
    assert!(found.is_some(), EUnknownProposal);
    all.remove(found.destroy_some())
}
