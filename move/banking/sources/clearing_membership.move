/// Who takes part in a clearing house. The clearing house admits an institution and sets its net debit cap; the institution
/// joins, which lets its account at the central bank be debited for its payments, and limits what single payers may owe it.
module banking::clearing_membership;

use banking::clearing_house;
use banking::customers_reserve;
use banking::institution;
use banking::netting::{Self, Obligation, PairLimit};
use std::event;
use std::ledger::Ledger;
use std::table::{Self, Table};

#[error]
const EOtherCentralBank: vector<u8> = b"The institution settles with another central bank.";
#[error]
const ENotFullyReserved: vector<u8> = b"A payment institution takes part once all its customers' money lies at the central bank.";
#[error]
const EPaymentsWait: vector<u8> = b"The participant still has payments of its own waiting.";
#[error]
const ESameInstitution: vector<u8> = b"A participant cannot limit what it owes itself.";

/// How much one participant may owe another, net, in one cycle, at the clearing house's address once there are any.
public struct PairLimits has store {
    /// By the place of the payee, whose limits they are: at most one for each other participant, so that nobody's limits take the
    /// room of another's.
    of_payees: Table<u64, LimitsOfPayee>,
}

/// What payers may owe one payee.
public struct LimitsOfPayee has store {
    limits: vector<PairLimit>,
}

public struct ParticipantAdmitted has copy, drop {
    house: address,
    institution: address,
    place: u64,
}

public struct ParticipantJoined has copy, drop {
    house: address,
    institution: address,
}

public struct ParticipantLeft has copy, drop {
    house: address,
    institution: address,
}

public struct CapSet has copy, drop {
    house: address,
    institution: address,
    cap: u64,
}

/// A higher cap can be set from a time on.
public struct CapAnnounced has copy, drop {
    house: address,
    institution: address,
    cap: u64,
    from_ms: u64,
}

/// The payee limits what a payer may owe it; none lifts the limit.
public struct PairLimitSet has copy, drop {
    house: address,
    payer: address,
    payee: address,
    limit: Option<u64>,
}

/// Admits an institution, which takes part from when it joins.
public(package) entry fun admit(ledger: &mut Ledger, house: &signer, institution: address) {
    let at = clearing_house::check(ledger, house);
    assert!(institution::central_bank(ledger, institution) == clearing_house::central_bank(ledger, at), EOtherCentralBank);
    let place = clearing_house::participants_mut(ledger, at).invite(institution);
    event::emit(ParticipantAdmitted { house: at, institution, place });
}

/// Sets how much a participant may owe, net, in one cycle: no more than stands behind it, and more than before only as it was
/// announced, because others may come to bear it.
public(package) entry fun set_cap(ledger: &mut Ledger, house: &signer, institution: address, cap: u64) {
    let at = clearing_house::check(ledger, house);
    let now = ledger.time_ms();
    let participants = clearing_house::participants_mut(ledger, at);
    let place = participants.active_place(institution);
    participants.set_cap(place, cap, now);
    event::emit(CapSet { house: at, institution, cap });
}

/// Announces a higher cap: seven days later, and for 30 days from then on, it can be set.
public(package) entry fun announce_cap(ledger: &mut Ledger, house: &signer, institution: address, cap: u64) {
    let at = clearing_house::check(ledger, house);
    let now = ledger.time_ms();
    let participants = clearing_house::participants_mut(ledger, at);
    let place = participants.active_place(institution);
    let from_ms = participants.announce_cap(place, cap, now);
    event::emit(CapAnnounced { house: at, institution, cap, from_ms });
}

/// Joins: from now on the clearing house settles the institution's payments from its account at the central bank.
public(package) entry fun join(ledger: &mut Ledger, institution: &signer, house: address) {
    let at = institution::check(ledger, institution);
    clearing_house::check_licensed(ledger, house);
    assert!(!customers_reserve::exists(ledger, at) || customers_reserve::is_second_mode(ledger, at), ENotFullyReserved);
    let participants = clearing_house::participants_mut(ledger, house);
    let place = participants.place(at);
    participants.activate(place);
    event::emit(ParticipantJoined { house, institution: at });
}

/// Leaves, with no payment of its own waiting and no cycle closed. What it has put up it takes back afterwards.
public(package) entry fun leave(ledger: &mut Ledger, institution: &signer, house: address) {
    let at = institution.address_of();
    clearing_house::check_open(ledger, house);
    let participants = clearing_house::participants_mut(ledger, house);
    let place = participants.active_place(at);
    assert!(!participants.has_waiting(place), EPaymentsWait);
    participants.set_left(place);
    clearing_house::check_covered(ledger, house);
    event::emit(ParticipantLeft { house, institution: at });
}

/// Limits what one participant may owe the signer, net, in one cycle; none lifts the limit.
public(package) entry fun limit_payer(ledger: &mut Ledger, institution: &signer, house: address, payer: address, limit: Option<u64>) {
    let at = institution::check(ledger, institution);
    let participants = clearing_house::participants(ledger, house);
    let payee_place = participants.active_place(at);
    let payer_place = participants.place(payer);
    assert!(payer_place != payee_place, ESameInstitution);
    if (!ledger.exists<PairLimits>(house)) {
        let of_payees = table::new(ledger);
        ledger.publish(house, PairLimits { of_payees });
    };
    let of_payees = &mut ledger.borrow_mut<PairLimits>(house).of_payees;
    if (!of_payees.contains(payee_place)) of_payees.add(payee_place, LimitsOfPayee { limits: vector[] });
    let limits = &mut (&mut of_payees[payee_place]).limits;
    let found = limits.find_index!(|each| each.limit_payer() == payer_place);
    if (found.is_some()) {
        limits.swap_remove(found.destroy_some());
    };
    if (limit.is_some()) limits.push_back(netting::new_pair_limit(payer_place, payee_place, *limit.borrow()));
    event::emit(PairLimitSet { house, payer, payee: at, limit });
}

/// The limits between pairs.
public fun pair_limits(ledger: &Ledger, house: address): vector<PairLimit> {
    let mut limits = vector[];
    clearing_house::participants(ledger, house).count().do!(|payee| limits.append(limits_of(ledger, house, payee)));
    limits
}

/// Those of the limits that have to do with payments that wait: no more than there are payments.
public(package) fun pair_limits_among(ledger: &Ledger, house: address, obligations: &vector<Obligation>): vector<PairLimit> {
    let mut limits = vector[];
    if (!ledger.exists<PairLimits>(house)) return limits;
    let count = clearing_house::participants(ledger, house).count();
    // Whether one pays another, at payee × participants + payer.
    let mut pays = vector::tabulate!(count * count, |_| false);
    let mut is_paid = vector::tabulate!(count, |_| false);
    obligations.do_ref!(|each| {
        *(&mut pays[each.payee() * count + each.payer()]) = true;
        *(&mut is_paid[each.payee()]) = true;
    });
    count.do!(|payee| if (is_paid[payee]) {
        limits_of(ledger, house, payee).do!(|each| if (pays[payee * count + each.limit_payer()]) limits.push_back(each));
    });
    limits
}

fun limits_of(ledger: &Ledger, house: address, payee: u64): vector<PairLimit> {
    if (!ledger.exists<PairLimits>(house)) return vector[];
    let of_payees = &ledger.borrow<PairLimits>(house).of_payees;
    if (of_payees.contains(payee)) of_payees[payee].limits else vector[]
}
