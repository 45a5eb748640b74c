/// Who takes part in a clearing house, and what stands behind each: a net debit cap, collateral, and a
/// share of the default fund. Caps never exceed what the clearing house could pay if that one participant failed. Since others may
/// bear what one participant comes to owe, a cap that was set is raised only after notice; it is lowered at once.
module banking::clearing_participants;

use std::ledger::Ledger;
use std::table::{Self, Table};

#[error]
const EUnknownParticipant: vector<u8> = b"The address does not take part in the clearing house.";
#[error]
const EAlreadyParticipant: vector<u8> = b"The address takes part already, or did once.";
#[error]
const ETooManyParticipants: vector<u8> = b"A clearing house has at most 64 participants.";
#[error]
const ENotActive: vector<u8> = b"The participant has not joined, has left or has failed.";
#[error]
const ENotCovered: vector<u8> = b"The net debit cap would be more than the collateral, fund and capital that stand behind it.";
#[error]
const ENotAnnounced: vector<u8> = b"A higher cap is announced seven days before it is set, and set within 30 days after.";
#[error]
const ETooManyWaiting: vector<u8> = b"The participant has as many payments waiting as one may have.";

const INVITED: u8 = 0;
const ACTIVE: u8 = 1;
const FAILED: u8 = 2;
const LEFT: u8 = 3;
const MAX_PARTICIPANTS: u64 = 64;
const PRIORITIES: u64 = 3;
const NOTICE_MS: u64 = 7 * 86_400_000;
const LAPSE_MS: u64 = 30 * 86_400_000;

/// A participant and what it has put up, in minor units.
public struct Participant has store {
    institution: address,
    /// 0 invited, 1 active, 2 failed, 3 left.
    status: u8,
    /// The most that it may owe, net, in one cycle.
    cap: u64,
    /// Whether a cap was ever set: what was set is raised with notice only.
    was_capped: bool,
    /// A higher cap that can be set from a time on.
    announced: Option<AnnouncedCap>,
    collateral: u64,
    fund_share: u64,
    /// What it owes the clearing house since it failed: by survivor, by place, and of the house's own capital.
    owed_survivors: vector<u64>,
    owed_capital: u64,
    /// Gross payments of its own that wait, by priority.
    waiting_gross: vector<u64>,
    waiting_net: u64,
}

/// A cap that was announced.
public struct AnnouncedCap has copy, drop, store {
    cap: u64,
    /// It can be set from then on, in milliseconds since 1970.
    from_ms: u64,
}

/// All of a clearing house, by place: 0, 1, … in the order in which they were admitted.
public struct Participants has store {
    places: Table<address, u64>,
    records: Table<u64, Participant>,
    /// The shares of all that are active, in minor units.
    fund: u64,
    /// The clearing house's own money that stands behind them, in minor units.
    capital: u64,
    /// What each owner has paid in of the capital and not got back, in minor units.
    owners: Table<address, u64>,
}

public(package) fun new(ledger: &mut Ledger): Participants {
    Participants { places: table::new(ledger), records: table::new(ledger), fund: 0, capital: 0, owners: table::new(ledger) }
}

// === Coming and going ===

/// Admits an institution, which takes part once it joins.
public(package) fun invite(participants: &mut Participants, institution: address): u64 {
    assert!(!participants.places.contains(institution), EAlreadyParticipant);
    let place = participants.count();
    assert!(place < MAX_PARTICIPANTS, ETooManyParticipants);
    participants.places.add(institution, place);
    participants.records.add(place, Participant {
        institution,
        status: INVITED,
        cap: 0,
        was_capped: false,
        announced: option::none(),
        collateral: 0,
        fund_share: 0,
        owed_survivors: vector[],
        owed_capital: 0,
        waiting_gross: vector::tabulate!(PRIORITIES, |_| 0),
        waiting_net: 0,
    });
    place
}

/// Makes an invited participant, or one that left, active.
public(package) fun activate(participants: &mut Participants, place: u64) {
    let record = &mut participants.records[place];
    assert!(record.status == INVITED || record.status == LEFT, EAlreadyParticipant);
    record.status = ACTIVE;
    participants.fund = participants.fund + record.fund_share;
}

public(package) fun set_left(participants: &mut Participants, place: u64) {
    let record = &mut participants.records[place];
    record.status = LEFT;
    record.cap = 0;
    record.announced = option::none();
    participants.fund = participants.fund - record.fund_share;
}

/// From now on nothing of this participant enters. What it has of the fund no longer stands behind others.
public(package) fun set_failed(participants: &mut Participants, place: u64) {
    let record = &mut participants.records[place];
    if (record.status == ACTIVE) participants.fund = participants.fund - record.fund_share;
    record.status = FAILED;
    record.cap = 0;
    record.announced = option::none();
}

/// The place of an institution that takes part, in whatever state.
public(package) fun place(participants: &Participants, institution: address): u64 {
    assert!(participants.places.contains(institution), EUnknownParticipant);
    participants.places[institution]
}

/// The place of an institution that takes part now.
public(package) fun active_place(participants: &Participants, institution: address): u64 {
    let place = place(participants, institution);
    assert!(participants.records[place].status == ACTIVE, ENotActive);
    place
}

// === Caps ===

/// Sets how much a participant may owe, net, in one cycle: for the first time, lower, or up to what was announced.
public(package) fun set_cap(participants: &mut Participants, place: u64, cap: u64, now_ms: u64) {
    assert!((cap as u128) <= participants.reach(place), ENotCovered);
    let record = &mut participants.records[place];
    assert!(!record.was_capped || cap <= record.cap || record.is_announced(cap, now_ms), ENotAnnounced);
    record.cap = cap;
    record.was_capped = true;
    record.announced = option::none();
}

/// Announces a cap, in the place of any that was announced before. Answers from when on it can be set.
public(package) fun announce_cap(participants: &mut Participants, place: u64, cap: u64, now_ms: u64): u64 {
    let from_ms = now_ms + NOTICE_MS;
    (&mut participants.records[place]).announced = option::some(AnnouncedCap { cap, from_ms });
    from_ms
}

/// Whether notice of a cap, or of a higher one, was given and has neither yet to pass nor lapsed.
fun is_announced(participant: &Participant, cap: u64, now_ms: u64): bool {
    participant.announced.is_some_and!(|each| cap <= each.cap && now_ms >= each.from_ms && now_ms <= each.from_ms + LAPSE_MS)
}

/// All that stands behind one participant: its collateral, the whole fund, the clearing house's capital.
public(package) fun reach(participants: &Participants, place: u64): u128 {
    (participants.records[place].collateral as u128) + (participants.fund as u128) + (participants.capital as u128)
}

/// What each may owe, net, in a cycle that closes now: its cap, or what stands behind it if losses have made that less.
public(package) fun caps(participants: &Participants): vector<u64> {
    vector::tabulate!(participants.count(), |place| {
        let record = &participants.records[place];
        let reach = participants.reach(place);
        if (record.status != ACTIVE) 0 else if ((record.cap as u128) < reach) record.cap else reach as u64
    })
}

/// Aborts unless a participant's own cap is covered.
public(package) fun check_own_covered(participants: &Participants, place: u64) {
    assert!((participants.records[place].cap as u128) <= participants.reach(place), ENotCovered);
}

/// Aborts unless each cap is covered.
public(package) fun check_covered(participants: &Participants) {
    participants.count().do!(|place| {
        assert!((participants.records[place].cap as u128) <= participants.reach(place), ENotCovered);
    });
}

// === What is put up ===

public(package) fun add_collateral(participants: &mut Participants, place: u64, amount: u64) {
    let record = &mut participants.records[place];
    record.collateral = record.collateral + amount;
}

public(package) fun subtract_collateral(participants: &mut Participants, place: u64, amount: u64) {
    let record = &mut participants.records[place];
    record.collateral = record.collateral - amount;
}

public(package) fun add_fund_share(participants: &mut Participants, place: u64, amount: u64) {
    let record = &mut participants.records[place];
    record.fund_share = record.fund_share + amount;
    if (record.status == ACTIVE) participants.fund = participants.fund + amount;
}

public(package) fun subtract_fund_share(participants: &mut Participants, place: u64, amount: u64) {
    let record = &mut participants.records[place];
    record.fund_share = record.fund_share - amount;
    if (record.status == ACTIVE) participants.fund = participants.fund - amount;
}

public(package) fun add_capital(participants: &mut Participants, amount: u64) {
    participants.capital = participants.capital + amount;
}

public(package) fun subtract_capital(participants: &mut Participants, amount: u64) {
    participants.capital = participants.capital - amount;
}

/// Notes that an owner paid capital in.
public(package) fun add_contribution(participants: &mut Participants, owner: address, amount: u64) {
    let before = participants.contribution(owner);
    if (before > 0) *(&mut participants.owners[owner]) = before + amount else participants.owners.add(owner, amount);
    participants.add_capital(amount);
}

/// Notes that an owner got capital back.
public(package) fun subtract_contribution(participants: &mut Participants, owner: address, amount: u64) {
    let before = participants.contribution(owner);
    if (before > amount) *(&mut participants.owners[owner]) = before - amount
    else {
        participants.owners.remove(owner);
    };
    participants.subtract_capital(amount);
}

/// Notes what others bore for one that failed.
public(package) fun add_owed(participants: &mut Participants, place: u64, capital: u64, survivors: vector<u64>) {
    let record = &mut participants.records[place];
    record.owed_capital = record.owed_capital + capital;
    let mut known = record.owed_survivors;
    while (known.length() < survivors.length()) known.push_back(0);
    survivors.length().do!(|i| *(&mut known[i]) = known[i] + survivors[i]);
    record.owed_survivors = known;
}

/// Notes that a part of it was made good.
public(package) fun subtract_owed(participants: &mut Participants, place: u64, capital: u64, survivors: vector<u64>) {
    let record = &mut participants.records[place];
    record.owed_capital = record.owed_capital - capital;
    let known = &mut record.owed_survivors;
    survivors.length().do!(|i| *(&mut known[i]) = known[i] - survivors[i]);
}

// === What waits ===

/// Counts a payment that begins to wait; aborts when one participant has as many as it may have.
public(package) fun begin_waiting(participants: &mut Participants, place: u64, is_gross: bool, priority: u8, most: u64) {
    let record = &mut participants.records[place];
    let mut waiting = record.waiting_net;
    record.waiting_gross.do_ref!(|count| waiting = waiting + *count);
    assert!(waiting < most, ETooManyWaiting);
    if (is_gross) {
        let index = (priority as u64) - 1;
        *(&mut record.waiting_gross[index]) = record.waiting_gross[index] + 1;
    } else record.waiting_net = record.waiting_net + 1;
}

public(package) fun end_waiting(participants: &mut Participants, place: u64, is_gross: bool, priority: u8) {
    let record = &mut participants.records[place];
    if (is_gross) {
        let index = (priority as u64) - 1;
        *(&mut record.waiting_gross[index]) = record.waiting_gross[index] - 1;
    } else record.waiting_net = record.waiting_net - 1;
}

/// Whether a gross payment of that priority would stand behind another of the same payer.
public(package) fun has_gross_ahead(participants: &Participants, place: u64, priority: u8): bool {
    let waiting = &participants.records[place].waiting_gross;
    let mut index = 0;
    while (index < (priority as u64) && waiting[index] == 0) index = index + 1;
    index < (priority as u64)
}

/// Whether the participant has any payment of its own under way.
public(package) fun has_waiting(participants: &Participants, place: u64): bool {
    let record = &participants.records[place];
    record.waiting_net > 0 || record.waiting_gross.any!(|count| *count > 0)
}

// === What is to be read ===

public fun count(participants: &Participants): u64 {
    participants.records.length()
}

public fun institution(participants: &Participants, place: u64): address {
    participants.records[place].institution
}

public fun is_active(participants: &Participants, place: u64): bool {
    participants.records[place].status == ACTIVE
}

public fun has_failed(participants: &Participants, place: u64): bool {
    participants.records[place].status == FAILED
}

public fun cap(participants: &Participants, place: u64): u64 {
    participants.records[place].cap
}

public fun collateral(participants: &Participants, place: u64): u64 {
    participants.records[place].collateral
}

public fun fund_share(participants: &Participants, place: u64): u64 {
    participants.records[place].fund_share
}

public fun owed_capital(participants: &Participants, place: u64): u64 {
    participants.records[place].owed_capital
}

public fun owed_survivors(participants: &Participants, place: u64): vector<u64> {
    participants.records[place].owed_survivors
}

public fun capital(participants: &Participants): u64 {
    participants.capital
}

/// What an owner has paid in of the capital and not got back, losses not deducted.
public(package) fun contribution(participants: &Participants, owner: address): u64 {
    if (participants.owners.contains(owner)) participants.owners[owner] else 0
}

/// The share of the fund of each that is active; 0 for all others.
public fun fund_shares(participants: &Participants): vector<u64> {
    vector::tabulate!(participants.count(), |place| {
        let record = &participants.records[place];
        if (record.status == ACTIVE) record.fund_share else 0
    })
}
