/// What goes back. A payment that waits can be revoked by its sender; one that cannot settle is returned to its payer. A
/// settled payment is never unwound: its sender can recall it, and its receiver gives it back by a payment of its own.
module banking::clearing_returns;

use banking::clearing_entry;
use banking::clearing_house;
use banking::clearing_queue::{Self, Item};
use banking::clearing_settlement;
use banking::insolvency;
use banking::institution;
use oversight::supervisor;
use std::event;
use std::ledger::Ledger;
use std::string::String;

#[error]
const ENotSender: vector<u8> = b"The payment is not one of the signer's customers.";
#[error]
const ENotReceiver: vector<u8> = b"The payment did not go to one of the signer's customers.";
#[error]
const EInClosedCycle: vector<u8> = b"The payment is in a closed cycle and can no longer be changed or revoked.";
#[error]
const EBadPriority: vector<u8> = b"The priority of a payment is 1 (highly urgent), 2 (urgent) or 3 (normal).";
#[error]
const EStillWaits: vector<u8> = b"The payment can still settle: it has not waited too long and both institutions take part.";
#[error]
const ETooLate: vector<u8> = b"The time to recall or return the payment has passed.";
#[error]
const ENothingForgotten: vector<u8> = b"The oldest payment still waits, or can still be recalled.";
#[error]
const ETooEarly: vector<u8> = b"The payment can still be recalled or returned.";
#[error]
const EAlreadyRecalled: vector<u8> = b"The payment was recalled or returned already.";
#[error]
const ENotRecalled: vector<u8> = b"The payment was not recalled.";
#[error]
const EAlreadyReturned: vector<u8> = b"The payment was returned already.";
#[error]
const EBadReason: vector<u8> = b"A reason has 1 to 256 bytes.";
#[error]
const ETooManyPayments: vector<u8> = b"At most 512 payments can be named at once.";

const MAX_PRIORITY: u8 = 3;
const MAX_REASON_BYTES: u64 = 256;
const MAX_BATCH: u64 = 512;

const REVOKED: u8 = 1;
const WAITED_TOO_LONG: u8 = 2;
const INSTITUTION_OUT: u8 = 3;
const NOT_RECEIVABLE: u8 = 4;
const QUEUE_FULL: u8 = 5;

/// A payment went back to its payer without having settled.
public struct PaymentReturned has copy, drop {
    house: address,
    number: u64,
    payer: address,
    from_account: u32,
    amount: u64,
    /// 1 revoked by its sender, 2 waited too long, 3 one of the institutions failed, left or lost its licence, 4 the payee's
    /// account cannot take it, 5 a cycle left it out and the queue had no room for it.
    reason: u8,
    /// Whether the payer's account takes nothing in any more, so that its institution has to claim it for another.
    unclaimed: bool,
}

public struct PriorityChanged has copy, drop {
    house: address,
    number: u64,
    priority: u8,
}

public struct RecallAsked has copy, drop {
    house: address,
    number: u64,
    payer: address,
    payee: address,
    reason: String,
}

public struct RecallRefused has copy, drop {
    house: address,
    number: u64,
    reason: String,
}

/// A settled payment is given back by another.
public struct PaymentGivenBack has copy, drop {
    house: address,
    number: u64,
    by: u64,
}

/// Nothing of this participant enters any more.
public struct InsolvencyRecorded has copy, drop {
    house: address,
    institution: address,
    supervisor: address,
    reason: String,
}

// === What waits ===

/// Takes a payment back that waits; the payer's account is credited at once.
public(package) entry fun revoke(ledger: &mut Ledger, institution: &signer, house: address, number: u64) {
    check_sender(ledger, institution, house, number);
    let item = take(ledger, house, number);
    clearing_house::measures_mut(ledger, house, item.mode()).count_revoked();
    give_back(ledger, house, item, REVOKED);
}

/// Changes how urgent a payment is that waits.
public(package) entry fun set_priority(ledger: &mut Ledger, institution: &signer, house: address, number: u64, priority: u8) {
    assert!(priority >= 1 && priority <= MAX_PRIORITY, EBadPriority);
    check_sender(ledger, institution, house, number);
    let most = clearing_house::most_waiting(ledger, house);
    let item = clearing_house::queues(ledger, house).item(number);
    let (payer, is_gross, before) = (item.payer(), item.mode() == clearing_queue::gross(), item.priority());
    let participants = clearing_house::participants_mut(ledger, house);
    participants.end_waiting(payer, is_gross, before);
    participants.begin_waiting(payer, is_gross, priority, most);
    clearing_house::queues_mut(ledger, house).change_priority(number, priority);
    event::emit(PriorityChanged { house, number, priority });
}

/// Returns payments that wait and can no longer settle: one of the institutions failed, left or lost its licence, the payee's
/// account takes nothing in, or they have waited longer than the clearing house allows. Anybody may ask for it.
public(package) entry fun return_unsettleable(ledger: &mut Ledger, house: address, numbers: vector<u64>) {
    assert!(numbers.length() <= MAX_BATCH, ETooManyPayments);
    numbers.do!(|number| {
        let item = clearing_house::queues(ledger, house).item(number);
        assert!(!item.is_admitted(), EInClosedCycle);
        let reason = reason_to_return(ledger, house, item);
        assert!(reason > 0, EStillWaits);
        let item = take(ledger, house, number);
        clearing_house::measures_mut(ledger, house, item.mode()).count_returned();
        give_back(ledger, house, item, reason);
    });
}

/// Puts money that came back to a closed account onto another account of the same institution, which signs, or whoever
/// administers it in its insolvency.
public(package) entry fun claim(ledger: &mut Ledger, institution: &signer, house: address, number: u64, account: u32) {
    let signed = institution.address_of();
    let (payer, money) = clearing_house::records_mut(ledger, house).take_unclaimed(number);
    let participants = clearing_house::participants(ledger, house);
    let at = participants.institution(payer);
    if (!insolvency::is_administered_by(ledger, at, signed)) assert!(payer == participants.place(signed), ENotSender);
    institution::deposit_to_customer(ledger, at, account, money);
}

/// Records that an institution is insolvent: from now on nothing of it enters, nothing of it that waits settles any more, and
/// in a closed cycle it has no time of grace.
public(package) entry fun record_insolvency(
    ledger: &mut Ledger,
    supervisor: &signer,
    house: address,
    institution: address,
    reason: String,
) {
    let _permit = supervisor::permit(ledger, supervisor);
    check_reason(&reason);
    let participants = clearing_house::participants_mut(ledger, house);
    let place = participants.place(institution);
    participants.set_failed(place);
    event::emit(InsolvencyRecorded { house, institution, supervisor: supervisor.address_of(), reason });
}

// === What has settled ===

/// Asks for a settled payment back. It stays settled: whether to give it back is for its receiver.
public(package) entry fun recall(ledger: &mut Ledger, institution: &signer, house: address, number: u64, reason: String) {
    let at = institution::check(ledger, institution);
    check_reason(&reason);
    let records = clearing_house::records(ledger, house);
    let settled = records.settled(number);
    let participants = clearing_house::participants(ledger, house);
    assert!(settled.payer() == participants.place(at), ENotSender);
    assert!(!settled.is_recalled() && !settled.is_refused() && !settled.is_returned(), EAlreadyRecalled);
    check_in_time(ledger, house, settled.settled_ms());
    let payee = participants.institution(settled.payee());
    clearing_house::records_mut(ledger, house).set_recalled(number);
    event::emit(RecallAsked { house, number, payer: at, payee, reason });
}

/// Answers a recall with no.
public(package) entry fun refuse_recall(ledger: &mut Ledger, institution: &signer, house: address, number: u64, reason: String) {
    check_reason(&reason);
    let settled = check_receiver(ledger, institution, house, number);
    assert!(settled.is_recalled(), ENotRecalled);
    clearing_house::records_mut(ledger, house).set_refused(number);
    event::emit(RecallRefused { house, number, reason });
}

/// Gives a settled payment back, recalled or not: a new payment of the same amount from the payee's account to the payer's.
public(package) entry fun give_back_settled(
    ledger: &mut Ledger,
    institution: &signer,
    house: address,
    number: u64,
    mode: u8,
    priority: u8,
) {
    let at = institution::check(ledger, institution);
    let settled = check_receiver(ledger, institution, house, number);
    assert!(!settled.is_returned(), EAlreadyReturned);
    check_in_time(ledger, house, settled.settled_ms());
    let payer = clearing_house::participants(ledger, house).institution(settled.payer());
    clearing_house::records_mut(ledger, house).set_returned(number);
    let (from, to, amount) = (settled.to_account(), settled.from_account(), settled.amount());
    let by = clearing_entry::enter(ledger, at, house, from, payer, to, mode, priority, amount, number);
    event::emit(PaymentGivenBack { house, number, by });
}

/// Forgets settled payments that can no longer be recalled or returned. Anybody may ask for it.
public(package) entry fun forget(ledger: &mut Ledger, house: address, numbers: vector<u64>) {
    assert!(numbers.length() <= MAX_BATCH, ETooManyPayments);
    let now = ledger.time_ms();
    let kept_ms = clearing_house::recall_ms(ledger, house);
    let records = clearing_house::records_mut(ledger, house);
    numbers.do!(|number| {
        assert!(now > records.settled(number).settled_ms() + kept_ms, ETooEarly);
        records.remove_settled(number);
    });
}

/// The same for all of them in the order of their numbers, up to the first that still waits or is still kept; it looks at 512 numbers
/// at most. Anybody may ask for it.
public(package) entry fun forget_oldest(ledger: &mut Ledger, house: address) {
    let now = ledger.time_ms();
    let kept_ms = clearing_house::recall_ms(ledger, house);
    let first = clearing_house::records(ledger, house).first();
    let end = (first + MAX_BATCH).min(clearing_house::queues(ledger, house).last() + 1);
    let mut number = first;
    while (number < end && !clearing_house::queues(ledger, house).is_under_way(number)) {
        let records = clearing_house::records_mut(ledger, house);
        // Revoked, returned or forgotten by its number.
        if (records.is_settled(number)) {
            if (now <= records.settled(number).settled_ms() + kept_ms) break;
            records.remove_settled(number);
        };
        number = number + 1;
    };
    assert!(number > first, ENothingForgotten);
    clearing_house::records_mut(ledger, house).pass_to(number);
}

// === For cycles ===

/// Deals with a payment that a cycle could not settle: back to the queue if it may still settle, else back to its payer.
public(package) fun leave_out(ledger: &mut Ledger, house: address, item: Item) {
    let mut reason = reason_to_return(ledger, house, &item);
    if (reason == 0 && clearing_house::queues(ledger, house).is_full(item.mode())) reason = QUEUE_FULL;
    if (reason == 0) {
        clearing_house::queues_mut(ledger, house).add(item);
    } else {
        clearing_house::participants_mut(ledger, house).end_waiting(item.payer(), false, item.priority());
        clearing_house::measures_mut(ledger, house, item.mode()).count_returned();
        give_back(ledger, house, item, reason);
    }
}

// === Rules ===

/// Why a payment has to go back, 0 if it may wait on.
fun reason_to_return(ledger: &Ledger, house: address, item: &Item): u8 {
    let participants = clearing_house::participants(ledger, house);
    if (!clearing_settlement::takes_part(ledger, house, item.payer()) || !clearing_settlement::takes_part(ledger, house, item.payee())) {
        return INSTITUTION_OUT
    };
    let payee = participants.institution(item.payee());
    if (!clearing_settlement::takes(ledger, payee, item.to_account(), item.amount() as u128)) return NOT_RECEIVABLE;
    let waits_until = item.entered_ms() + clearing_house::longest_wait_ms(ledger, house);
    if (ledger.time_ms() > waits_until) WAITED_TOO_LONG else 0
}

/// Takes a payment out of its queue.
fun take(ledger: &mut Ledger, house: address, number: u64): Item {
    clearing_settlement::take_waiting(ledger, house, number)
}

fun give_back(ledger: &mut Ledger, house: address, item: Item, reason: u8) {
    let payer = clearing_house::participants(ledger, house).institution(item.payer());
    let (number, place, from_account, amount, return_of) =
        (item.number(), item.payer(), item.from_account(), item.amount(), item.return_of());
    let unclaimed = !clearing_settlement::takes(ledger, payer, from_account, amount as u128);
    let money = item.into_money();
    if (unclaimed) clearing_house::records_mut(ledger, house).add_unclaimed(number, place, money)
    else institution::deposit_to_customer(ledger, payer, from_account, money);
    if (return_of > 0) clearing_house::records_mut(ledger, house).set_not_returned(return_of);
    event::emit(PaymentReturned { house, number, payer, from_account, amount, reason, unclaimed });
}

/// Aborts unless the payment waits, is the signer's and is in no closed cycle.
fun check_sender(ledger: &Ledger, institution: &signer, house: address, number: u64) {
    let place = clearing_house::participants(ledger, house).place(institution.address_of());
    let item = clearing_house::queues(ledger, house).item(number);
    assert!(item.payer() == place, ENotSender);
    assert!(!item.is_admitted(), EInClosedCycle);
}

fun check_receiver(ledger: &Ledger, institution: &signer, house: address, number: u64): banking::clearing_records::Settled {
    let settled = clearing_house::records(ledger, house).settled(number);
    let place = clearing_house::participants(ledger, house).place(institution.address_of());
    assert!(settled.payee() == place, ENotReceiver);
    settled
}

fun check_in_time(ledger: &Ledger, house: address, settled_ms: u64) {
    assert!(ledger.time_ms() <= settled_ms + clearing_house::recall_ms(ledger, house), ETooLate);
}

fun check_reason(reason: &String) {
    assert!(!reason.is_empty() && reason.length() <= MAX_REASON_BYTES, EBadReason);
}
