/// Clearing houses: where payments pass from the customers of one institution to those of another. Several may be licensed.
/// This module opens one and keeps what belongs to it. Who takes part is in `banking::clearing_membership`, how payments
/// enter in `banking::clearing_entry`, how they settle in `banking::clearing_gross` and `banking::clearing_cycle`.
module banking::clearing_house;

use banking::books::{Self, Books, Posting};
use banking::cash_desk;
use banking::chart;
use banking::clearing_measures::{Self, Measures};
use banking::clearing_participants::{Self, Participants};
use banking::clearing_queue::{Self, Queues};
use banking::clearing_records::{Self, Records};
use banking::settlement_account;
use money::instrument;
use oversight::licence;
use std::event;
use std::ledger::Ledger;
use std::string::String;

#[error]
const ENotClearingHouse: vector<u8> = b"There is no clearing house at the address.";
#[error]
const EAlreadyClearingHouse: vector<u8> = b"The address is a clearing house already.";
#[error]
const ENoCentralBank: vector<u8> = b"There is no central bank at the address.";
#[error]
const EBadName: vector<u8> = b"A name has 1 to 128 bytes.";
#[error]
const EBadRules: vector<u8> = b"A participant may have 1 to 512 payments waiting, and times are at most 366 days.";
#[error]
const ECycleClosed: vector<u8> = b"A closed cycle waits to be settled.";

const MAX_NAME_BYTES: u64 = 128;
const MAX_WAITING: u64 = 512;
const MAX_TIME_MS: u64 = 366 * 86_400_000;

/// At the clearing house's address.
public struct ClearingHouse has store {
    name: String,
    unit: u32,
    central_bank: address,
    rules: Rules,
    participants: Participants,
    queues: Queues,
    records: Records,
    /// One for each mode.
    gross: Measures,
    net: Measures,
}

/// What a clearing house laid down when it was opened.
public struct Rules has copy, drop, store {
    /// Most payments of its own that one participant may have waiting.
    most_waiting: u64,
    /// After so long a payment that has not settled goes back to its payer, in milliseconds.
    longest_wait_ms: u64,
    /// How long participants have to provide funds for a closed cycle before one that is short has failed, in milliseconds.
    grace_ms: u64,
    /// How long a settled payment can be recalled and returned, in milliseconds.
    recall_ms: u64,
}

/// The deferred net cycle, at the clearing house's address.
public struct Cycle has store {
    /// From 1.
    number: u64,
    /// When it was closed, in milliseconds since 1970; absent while payments still enter it.
    closed_at_ms: Option<u64>,
    /// What it settles, in order of rank; empty until it is closed.
    admitted: vector<u64>,
}

/// At the clearing house's address.
public struct ClearingHouseBooks has store {
    books: Books,
}

public struct ClearingHouseOpened has copy, drop {
    house: address,
    unit: u32,
    central_bank: address,
    name: String,
    rules: Rules,
}

/// Opens a clearing house by its licence, with an empty account at the central bank.
public(package) entry fun open(
    ledger: &mut Ledger,
    house: &signer,
    central_bank: address,
    name: String,
    most_waiting: u64,
    longest_wait_ms: u64,
    grace_ms: u64,
    recall_ms: u64,
) {
    let at = house.address_of();
    assert!(!ledger.exists<ClearingHouse>(at), EAlreadyClearingHouse);
    assert!(!name.is_empty() && name.length() <= MAX_NAME_BYTES, EBadName);
    assert!(most_waiting >= 1 && most_waiting <= MAX_WAITING, EBadRules);
    assert!(longest_wait_ms <= MAX_TIME_MS && grace_ms <= MAX_TIME_MS && recall_ms <= MAX_TIME_MS, EBadRules);
    assert!(cash_desk::exists(ledger, central_bank), ENoCentralBank);
    let unit = instrument::unit(ledger, cash_desk::settlement(ledger, central_bank));
    licence::check(ledger, at, licence::clearing_house(), unit);
    settlement_account::open(ledger, at, central_bank, settlement_account::clearing_house());
    let mut books = books::new(house, unit);
    chart::open_for_clearing_house(&mut books);
    let rules = Rules { most_waiting, longest_wait_ms, grace_ms, recall_ms };
    let participants = clearing_participants::new(ledger);
    let queues = clearing_queue::new(ledger);
    let records = clearing_records::new(ledger);
    let (gross, net) = (clearing_measures::new(), clearing_measures::new());
    ledger.publish(at, ClearingHouse { name, unit, central_bank, rules, participants, queues, records, gross, net });
    ledger.publish(at, Cycle { number: 1, closed_at_ms: option::none(), admitted: vector[] });
    ledger.publish(at, ClearingHouseBooks { books });
    event::emit(ClearingHouseOpened { house: at, unit, central_bank, name, rules });
}

// === For the modules of clearing ===

/// The signer's address, if it is a clearing house whose licence stands; aborts otherwise.
public(package) fun check(ledger: &Ledger, house: &signer): address {
    let at = house.address_of();
    check_licensed(ledger, at);
    at
}

/// Aborts unless the address is a clearing house whose licence stands.
public(package) fun check_licensed(ledger: &Ledger, house: address) {
    licence::check(ledger, house, licence::clearing_house(), state(ledger, house).unit);
}

/// Aborts unless what stands behind the participants covers each cap. A clearing house whose licence does not stand closes no
/// cycle, so that nothing has to stay for its caps.
public(package) fun check_covered(ledger: &Ledger, house: address) {
    if (licence::stands(ledger, house, licence::clearing_house(), unit(ledger, house))) participants(ledger, house).check_covered();
}

/// Aborts while a closed cycle waits to be settled.
public(package) fun check_open(ledger: &Ledger, house: address) {
    assert!(exists(ledger, house), ENotClearingHouse);
    assert!(ledger.borrow<Cycle>(house).closed_at_ms.is_none(), ECycleClosed);
}

public(package) fun participants_mut(ledger: &mut Ledger, house: address): &mut Participants {
    &mut state_mut(ledger, house).participants
}

public(package) fun queues_mut(ledger: &mut Ledger, house: address): &mut Queues {
    &mut state_mut(ledger, house).queues
}

public(package) fun records_mut(ledger: &mut Ledger, house: address): &mut Records {
    &mut state_mut(ledger, house).records
}

/// The measures of a mode.
public(package) fun measures_mut(ledger: &mut Ledger, house: address, mode: u8): &mut Measures {
    let state = state_mut(ledger, house);
    if (mode == clearing_queue::gross()) &mut state.gross else &mut state.net
}

/// Closes the cycle over what it is to settle.
public(package) fun close_cycle(ledger: &mut Ledger, house: address, admitted: vector<u64>) {
    let now = ledger.time_ms();
    let cycle = ledger.borrow_mut<Cycle>(house);
    cycle.closed_at_ms = option::some(now);
    cycle.admitted = admitted;
}

/// Ends the closed cycle; the next is open.
public(package) fun end_cycle(ledger: &mut Ledger, house: address) {
    let cycle = ledger.borrow_mut<Cycle>(house);
    cycle.number = cycle.number + 1;
    cycle.closed_at_ms = option::none();
    cycle.admitted = vector[];
}

/// Commits a posting to the clearing house's books.
public(package) fun post(ledger: &mut Ledger, house: address, posting: Posting) {
    ledger.borrow_mut<ClearingHouseBooks>(house).books.commit(posting);
}

// === What is to be read ===

public fun exists(ledger: &Ledger, house: address): bool {
    ledger.exists<ClearingHouse>(house)
}

public fun unit(ledger: &Ledger, house: address): u32 {
    state(ledger, house).unit
}

public fun central_bank(ledger: &Ledger, house: address): address {
    state(ledger, house).central_bank
}

public fun participants(ledger: &Ledger, house: address): &Participants {
    &state(ledger, house).participants
}

public fun queues(ledger: &Ledger, house: address): &Queues {
    &state(ledger, house).queues
}

public fun records(ledger: &Ledger, house: address): &Records {
    &state(ledger, house).records
}

/// The measures of a mode: 1 gross, 2 net.
public fun measures(ledger: &Ledger, house: address, mode: u8): Measures {
    if (mode == clearing_queue::gross()) state(ledger, house).gross else state(ledger, house).net
}

/// The number of the cycle, and whether it is closed.
public fun cycle(ledger: &Ledger, house: address): (u64, bool) {
    assert!(exists(ledger, house), ENotClearingHouse);
    let cycle = ledger.borrow<Cycle>(house);
    (cycle.number, cycle.closed_at_ms.is_some())
}

/// When the cycle was closed, in milliseconds since 1970.
public fun closed_at_ms(ledger: &Ledger, house: address): Option<u64> {
    ledger.borrow<Cycle>(house).closed_at_ms
}

/// What the closed cycle settles, in order of rank.
public fun admitted(ledger: &Ledger, house: address): vector<u64> {
    ledger.borrow<Cycle>(house).admitted
}

public fun books(ledger: &Ledger, house: address): &Books {
    assert!(exists(ledger, house), ENotClearingHouse);
    &ledger.borrow<ClearingHouseBooks>(house).books
}

public fun most_waiting(ledger: &Ledger, house: address): u64 {
    state(ledger, house).rules.most_waiting
}

public fun longest_wait_ms(ledger: &Ledger, house: address): u64 {
    state(ledger, house).rules.longest_wait_ms
}

public fun grace_ms(ledger: &Ledger, house: address): u64 {
    state(ledger, house).rules.grace_ms
}

public fun recall_ms(ledger: &Ledger, house: address): u64 {
    state(ledger, house).rules.recall_ms
}

fun state(ledger: &Ledger, house: address): &ClearingHouse {
    assert!(exists(ledger, house), ENotClearingHouse);
    ledger.borrow<ClearingHouse>(house)
}

fun state_mut(ledger: &mut Ledger, house: address): &mut ClearingHouse {
    assert!(exists(ledger, house), ENotClearingHouse);
    ledger.borrow_mut<ClearingHouse>(house)
}
