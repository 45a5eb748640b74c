/// Secured trade: a buyer's money lies with nobody until the goods are accepted. The seller ships, the buyer confirms or
/// time does; a dispute goes to an arbiter who may split, and has an outcome when the arbiter is silent.
///
/// Nothing stays: every state but the last has a moment after which anybody can `expire` it, and what is decided is
/// delivered by anybody's `deliver`. A seller's wallet takes what its tier's balance leaves room for; the rest stays the seller's,
/// who makes room or has it paid into another wallet of its own, and cannot close its wallet meanwhile. Only where a seller
/// has no wallet at all for 30 days its part goes back to the buyer, whose wallet cannot be closed meanwhile and takes what
/// comes back whatever its tier. Who acts for a party is who has its wallet now.
module money::escrow;

use money::expected_returns;
use money::money::Money;
use money::object_address;
use money::payment_check;
use money::wallet;
use std::event;
use std::ledger::Ledger;

#[error]
const ENoEscrow: vector<u8> = b"There is no such escrow; it may have ended.";
#[error]
const EEscrowExists: vector<u8> = b"The buyer has an escrow of this number already.";
#[error]
const ESameParty: vector<u8> = b"Buyer, seller and arbiter are three different addresses.";
#[error]
const EBadWindow: vector<u8> = b"Each time limit is from one millisecond to 366 days.";
#[error]
const EBadShare: vector<u8> = b"A share is at most 10,000 hundredths of a per cent.";
#[error]
const ENotBuyer: vector<u8> = b"Only the buyer may do this.";
#[error]
const ENotSeller: vector<u8> = b"Only the seller may do this.";
#[error]
const ENotArbiter: vector<u8> = b"Only the arbiter may do this.";
#[error]
const ENoArbiter: vector<u8> = b"The parties named no arbiter.";
#[error]
const EWrongState: vector<u8> = b"The escrow is not in the state for this.";
#[error]
const ETooLate: vector<u8> = b"The time for this has passed.";
#[error]
const ENotDue: vector<u8> = b"The time limit of this state has not passed.";
#[error]
const EBadAmount: vector<u8> = b"The amount is not within what the escrow holds.";
#[error]
const EBuyerCannotTake: vector<u8> = b"The buyer's wallet has no room for the refund.";
#[error]
const EDueToSeller: vector<u8> = b"What is left is the seller's, whose wallet takes it when it has room.";
#[error]
const EOtherHolder: vector<u8> = b"What is due to the seller goes into a wallet of the same holder.";
#[error]
const ENoRoom: vector<u8> = b"The wallet has no room for any of it.";

// States; the numbers are permanent.
/// The buyer paid in; until the time limit the seller ships, after it the buyer gets the money back.
const PAID: u8 = 1;
/// The seller shipped; until the time limit the buyer confirms or disputes, after it the seller is paid.
const SHIPPED: u8 = 2;
/// Until the time limit the arbiter decides, after it the default share is the seller's.
const DISPUTED: u8 = 3;
/// Decided, and something could not be delivered yet; after the time limit the part of a seller without a wallet is the buyer's.
const DECIDED: u8 = 4;

const MAX_WINDOW_MS: u64 = 31_622_400_000;
const DELIVERY_WINDOW_MS: u64 = 2_592_000_000;
const FULL_BPS: u64 = 10_000;

/// At an address of its own, until it has nothing left.
public struct Escrow has store {
    buyer: address,
    /// The buyer's own.
    number: u64,
    seller: address,
    arbiter: Option<address>,
    inspect_within_ms: u64,
    decide_within_ms: u64,
    /// What of the money is the seller's if the arbiter is silent, in hundredths of a per cent.
    silent_share_bps: u64,
    state: u8,
    /// When the state's time limit passes, in milliseconds since 1970.
    until_ms: u64,
    /// What of the money is the seller's, once that is decided.
    for_seller: u64,
    /// Whether nothing can come back to the buyer any more: what is left waits for room in the seller's wallet.
    is_due: bool,
    money: Money,
}

public struct EscrowOpened has copy, drop {
    escrow: address,
    buyer: address,
    seller: address,
    arbiter: Option<address>,
    instrument: u32,
    amount: u64,
    until_ms: u64,
}

public struct Shipped has copy, drop {
    escrow: address,
    until_ms: u64,
    /// What the seller says of it, e.g. the hash of a waybill.
    evidence: vector<u8>,
}

public struct Disputed has copy, drop {
    escrow: address,
    until_ms: u64,
}

public struct RefundedPart has copy, drop {
    escrow: address,
    instrument: u32,
    amount: u64,
}

/// Whose the money is, and by whom: 1 the buyer, 2 the seller, 3 both, 4 the arbiter, 5 time.
public struct Decided has copy, drop {
    escrow: address,
    instrument: u32,
    for_seller: u64,
    for_buyer: u64,
    by: u8,
}

public struct EscrowEnded has copy, drop {
    escrow: address,
}

/// Pays into escrow. The seller has `ship_within_ms`, the buyer then `inspect_within_ms`, an arbiter `decide_within_ms`. The
/// payer's limits count as for a payment; the seller's balance is tested when it is paid.
public(package) entry fun open(
    ledger: &mut Ledger,
    buyer: &signer,
    number: u64,
    seller: address,
    instrument: u32,
    amount: u64,
    arbiter: Option<address>,
    ship_within_ms: u64,
    inspect_within_ms: u64,
    decide_within_ms: u64,
    silent_share_bps: u64,
) {
    let from = buyer.address_of();
    let escrow = at(from, number);
    assert!(!ledger.exists<Escrow>(escrow), EEscrowExists);
    assert!(from != seller, ESameParty);
    assert!(arbiter.is_none() || (*arbiter.borrow() != from && *arbiter.borrow() != seller), ESameParty);
    assert!(is_window(ship_within_ms) && is_window(inspect_within_ms) && is_window(decide_within_ms), EBadWindow);
    assert!(silent_share_bps <= FULL_BPS, EBadShare);
    // Aborts unless the seller has a wallet.
    wallet::holder(ledger, seller);
    // It counts whoever the seller is: a wallet of one's own can be another's when the money comes out.
    let money = wallet::pay_into(ledger, buyer, escrow, @0x0, instrument, amount);
    expected_returns::add(ledger, from);
    let until_ms = ledger.time_ms() + ship_within_ms;
    event::emit(EscrowOpened { escrow, buyer: from, seller, arbiter, instrument, amount, until_ms });
    ledger.publish(escrow, Escrow {
        buyer: from,
        number,
        seller,
        arbiter,
        inspect_within_ms,
        decide_within_ms,
        silent_share_bps,
        state: PAID,
        until_ms,
        for_seller: 0,
        is_due: false,
        money,
    });
}

/// The seller says that the goods are on their way, and with that accepts the terms.
public(package) entry fun ship(ledger: &mut Ledger, seller: &signer, escrow: address, evidence: vector<u8>) {
    check_seller(ledger, seller, escrow);
    check_within(ledger, escrow, PAID);
    let window_ms = ledger.borrow<Escrow>(escrow).inspect_within_ms;
    let until_ms = turn_to(ledger, escrow, SHIPPED, window_ms);
    event::emit(Shipped { escrow, until_ms, evidence });
}

/// The buyer has the goods: the seller is paid.
public(package) entry fun confirm(ledger: &mut Ledger, buyer: &signer, escrow: address) {
    check_buyer(ledger, buyer, escrow);
    check_undecided(ledger, escrow);
    let all = ledger.borrow<Escrow>(escrow).money.value();
    decide_for(ledger, escrow, all, 1);
}

/// The seller gives everything back.
public(package) entry fun refund(ledger: &mut Ledger, seller: &signer, escrow: address) {
    check_seller(ledger, seller, escrow);
    check_undecided(ledger, escrow);
    decide_for(ledger, escrow, 0, 2);
}

/// The seller gives a part back, less than everything; the trade goes on.
public(package) entry fun refund_part(ledger: &mut Ledger, seller: &signer, escrow: address, amount: u64) {
    check_seller(ledger, seller, escrow);
    check_undecided(ledger, escrow);
    let record = ledger.borrow<Escrow>(escrow);
    assert!(amount > 0 && amount < record.money.value(), EBadAmount);
    let buyer = wallet::current(ledger, record.buyer);
    assert!(payment_check::takes_back(ledger, buyer, record.money.instrument(), amount), EBuyerCannotTake);
    let part = ledger.borrow_mut<Escrow>(escrow).money.split(amount);
    let instrument = part.instrument();
    wallet::pay_out(ledger, escrow, buyer, part);
    event::emit(RefundedPart { escrow, instrument, amount });
}

/// Buyer and seller, both signing, agree what of the money is the seller's.
public(package) entry fun agree(ledger: &mut Ledger, buyer: &signer, seller: &signer, escrow: address, for_seller: u64) {
    check_buyer(ledger, buyer, escrow);
    check_seller(ledger, seller, escrow);
    check_undecided(ledger, escrow);
    decide_for(ledger, escrow, for_seller, 3);
}

/// The buyer does not accept what came: the arbiter decides.
public(package) entry fun dispute(ledger: &mut Ledger, buyer: &signer, escrow: address) {
    check_buyer(ledger, buyer, escrow);
    check_within(ledger, escrow, SHIPPED);
    assert!(ledger.borrow<Escrow>(escrow).arbiter.is_some(), ENoArbiter);
    let window_ms = ledger.borrow<Escrow>(escrow).decide_within_ms;
    let until_ms = turn_to(ledger, escrow, DISPUTED, window_ms);
    event::emit(Disputed { escrow, until_ms });
}

/// The arbiter decides what of the money is the seller's; the rest is the buyer's.
public(package) entry fun decide(ledger: &mut Ledger, arbiter: &signer, escrow: address, for_seller: u64) {
    assert!(ledger.exists<Escrow>(escrow), ENoEscrow);
    assert!(ledger.borrow<Escrow>(escrow).arbiter == option::some(arbiter.address_of()), ENotArbiter);
    check_within(ledger, escrow, DISPUTED);
    decide_for(ledger, escrow, for_seller, 4);
}

/// Anybody, once the state's time limit has passed: what then happens by itself.
public(package) entry fun expire(ledger: &mut Ledger, escrow: address) {
    assert!(ledger.exists<Escrow>(escrow), ENoEscrow);
    let record = ledger.borrow<Escrow>(escrow);
    assert!(ledger.time_ms() >= record.until_ms, ENotDue);
    let has_wallet = wallet::is_open(ledger, wallet::current(ledger, record.seller));
    assert!(record.state != DECIDED || record.for_seller == 0 || !has_wallet, EDueToSeller);
    let all = record.money.value();
    let for_seller = if (record.state == SHIPPED) all
    else if (record.state == DISPUTED) all.mul_div(record.silent_share_bps, FULL_BPS)
    else 0;
    decide_for(ledger, escrow, for_seller, 5);
}

/// Anybody: tries again to deliver what could not be.
public(package) entry fun deliver(ledger: &mut Ledger, escrow: address) {
    assert!(ledger.exists<Escrow>(escrow), ENoEscrow);
    assert!(ledger.borrow<Escrow>(escrow).state == DECIDED, EWrongState);
    deliver_parts(ledger, escrow);
}

/// The seller has what is due to it, or as much as there is room for, paid into another wallet of its own: of the same holder.
public(package) entry fun deliver_to(ledger: &mut Ledger, seller: &signer, escrow: address, to: address) {
    check_seller(ledger, seller, escrow);
    let record = ledger.borrow<Escrow>(escrow);
    assert!(record.state == DECIDED && record.for_seller > 0, EWrongState);
    assert!(wallet::holder(ledger, to) == wallet::holder(ledger, seller.address_of()), EOtherHolder);
    let amount = record.for_seller.min(payment_check::room(ledger, to, record.money.instrument()));
    assert!(amount > 0, ENoRoom);
    pay_seller(ledger, escrow, to, amount);
    deliver_parts(ledger, escrow);
}

/// Where a buyer's escrow of a number lies.
public fun at(buyer: address, number: u64): address {
    object_address::derive(b"sycee-escrow-v1", buyer, number)
}

/// What an escrow holds, in minor units; 0 where there is none.
public fun held(ledger: &Ledger, escrow: address): u64 {
    if (ledger.exists<Escrow>(escrow)) ledger.borrow<Escrow>(escrow).money.value() else 0
}

/// The state of an escrow; 0 where there is none.
public fun state(ledger: &Ledger, escrow: address): u8 {
    if (ledger.exists<Escrow>(escrow)) ledger.borrow<Escrow>(escrow).state else 0
}

fun decide_for(ledger: &mut Ledger, escrow: address, for_seller: u64, by: u8) {
    let until_ms = ledger.time_ms() + DELIVERY_WINDOW_MS;
    let record = ledger.borrow_mut<Escrow>(escrow);
    let all = record.money.value();
    let instrument = record.money.instrument();
    assert!(for_seller <= all, EBadAmount);
    record.state = DECIDED;
    record.until_ms = until_ms;
    record.for_seller = for_seller;
    event::emit(Decided { escrow, instrument, for_seller, for_buyer: all - for_seller, by });
    deliver_parts(ledger, escrow);
}

/// Delivers of each part what can be, and ends the escrow when nothing is left. Never aborts: neither party can hold up the other.
fun deliver_parts(ledger: &mut Ledger, escrow: address) {
    let record = ledger.borrow<Escrow>(escrow);
    let instrument = record.money.instrument();
    let seller = wallet::current(ledger, record.seller);
    let buyer = wallet::current(ledger, record.buyer);
    let for_buyer = record.money.value() - record.for_seller;
    let for_seller = record.for_seller.min(payment_check::room(ledger, seller, instrument));
    if (for_seller > 0) pay_seller(ledger, escrow, seller, for_seller);
    if (for_buyer > 0 && payment_check::takes_back(ledger, buyer, instrument, for_buyer)) {
        let part = ledger.borrow_mut<Escrow>(escrow).money.split(for_buyer);
        wallet::pay_out(ledger, escrow, buyer, part);
    };
    let record = ledger.borrow<Escrow>(escrow);
    let (left, is_due) = (record.money.value(), record.is_due);
    if (left == 0) end(ledger, escrow, if (is_due) seller else buyer)
    else if (!is_due && left == record.for_seller && wallet::is_open(ledger, seller)) {
        // From now on it is the seller who expects something.
        ledger.borrow_mut<Escrow>(escrow).is_due = true;
        expected_returns::remove(ledger, buyer);
        expected_returns::add(ledger, seller);
    }
}

fun pay_seller(ledger: &mut Ledger, escrow: address, to: address, amount: u64) {
    let record = ledger.borrow_mut<Escrow>(escrow);
    record.for_seller = record.for_seller - amount;
    let part = record.money.split(amount);
    wallet::pay_out(ledger, escrow, to, part);
}

/// `expects` is who expected something of the escrow: the buyer, or in the end the seller.
fun end(ledger: &mut Ledger, escrow: address, expects: address) {
    let Escrow {
        buyer: _,
        number: _,
        seller: _,
        arbiter: _,
        inspect_within_ms: _,
        decide_within_ms: _,
        silent_share_bps: _,
        state: _,
        until_ms: _,
        for_seller: _,
        is_due: _,
        money,
    } = ledger.take<Escrow>(escrow);
    money.destroy_zero();
    expected_returns::remove(ledger, expects);
    event::emit(EscrowEnded { escrow });
}

fun turn_to(ledger: &mut Ledger, escrow: address, state: u8, window_ms: u64): u64 {
    let until_ms = ledger.time_ms() + window_ms;
    let record = ledger.borrow_mut<Escrow>(escrow);
    record.state = state;
    record.until_ms = until_ms;
    until_ms
}

fun check_within(ledger: &Ledger, escrow: address, state: u8) {
    let record = ledger.borrow<Escrow>(escrow);
    assert!(record.state == state, EWrongState);
    assert!(ledger.time_ms() < record.until_ms, ETooLate);
}

fun check_undecided(ledger: &Ledger, escrow: address) {
    assert!(ledger.borrow<Escrow>(escrow).state != DECIDED, EWrongState);
}

fun check_buyer(ledger: &Ledger, buyer: &signer, escrow: address) {
    assert!(ledger.exists<Escrow>(escrow), ENoEscrow);
    assert!(wallet::current(ledger, ledger.borrow<Escrow>(escrow).buyer) == buyer.address_of(), ENotBuyer);
}

fun check_seller(ledger: &Ledger, seller: &signer, escrow: address) {
    assert!(ledger.exists<Escrow>(escrow), ENoEscrow);
    assert!(wallet::current(ledger, ledger.borrow<Escrow>(escrow).seller) == seller.address_of(), ENotSeller);
}

fun is_window(window_ms: u64): bool {
    window_ms > 0 && window_ms <= MAX_WINDOW_MS
}
