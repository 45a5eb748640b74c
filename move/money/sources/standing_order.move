/// Standing orders: a payer signs once, and the payment is made every period, by the calendar of the instrument's unit.
/// Anybody may trigger one that is due. A payment that cannot be made changes nothing but says why, and can be tried again
/// until the next is due; then it counts as missed. The payer's limits apply as for any payment.
module money::standing_order;

use money::calendar;
use money::instrument;
use money::object_address;
use money::payment_check;
use money::recurrence::{Self, Recurrence};
use money::unit;
use money::wallet;
use std::event;
use std::ledger::Ledger;

#[error]
const ENoOrder: vector<u8> = b"There is no such standing order; it may have ended or been cancelled.";
#[error]
const EOrderExists: vector<u8> = b"The payer has a standing order of this number already.";
#[error]
const EZeroAmount: vector<u8> = b"The amount must be more than zero.";
#[error]
const ENoWallet: vector<u8> = b"Payer and payee need a wallet each.";
#[error]
const ESameWallet: vector<u8> = b"A wallet cannot pay itself.";
#[error]
const ENotPayer: vector<u8> = b"Only the payer may do this.";
#[error]
const ENotDue: vector<u8> = b"The next payment is not due yet.";

/// At an address of its own, until it ends. Days are counted from 1 January 1970 in the unit's zone.
public struct StandingOrder has store {
    payer: address,
    /// The payer's own.
    number: u64,
    payee: address,
    instrument: u32,
    amount: u64,
    due: Recurrence,
    /// Which payment comes next, counted from 0.
    next: u64,
    paid: u64,
    missed: u64,
    /// Why the last try was refused, as `payment_check` numbers it; 0 if it was not.
    last_refusal: u8,
}

public struct OrderMade has copy, drop {
    order: address,
    payer: address,
    payee: address,
    instrument: u32,
    amount: u64,
    first_day: u64,
}

public struct OrderPaid has copy, drop {
    order: address,
    due_day: u64,
    missed: u64,
}

/// A payment was due and could not be made.
public struct OrderRefused has copy, drop {
    order: address,
    due_day: u64,
    /// As `payment_check` numbers it.
    refusal: u8,
}

public struct OrderEnded has copy, drop {
    order: address,
    paid: u64,
    missed: u64,
    is_cancelled: bool,
}

/// Orders a payment for every period from a first day on.
public(package) entry fun order(
    ledger: &mut Ledger,
    payer: &signer,
    number: u64,
    payee: address,
    instrument: u32,
    amount: u64,
    period: u8,
    every: u64,
    first_day: u64,
    last_day: Option<u64>,
) {
    let from = payer.address_of();
    let order = at(from, number);
    assert!(!ledger.exists<StandingOrder>(order), EOrderExists);
    assert!(amount > 0, EZeroAmount);
    assert!(from != payee, ESameWallet);
    assert!(wallet::is_open(ledger, from) && wallet::is_open(ledger, payee), ENoWallet);
    let due = recurrence::new(period, every, first_day, last_day, today(ledger, instrument));
    event::emit(OrderMade { order, payer: from, payee, instrument, amount, first_day });
    ledger.publish(order, StandingOrder {
        payer: from,
        number,
        payee,
        instrument,
        amount,
        due,
        next: 0,
        paid: 0,
        missed: 0,
        last_refusal: 0,
    });
}

/// Anybody, when a payment is due: makes it, or says why it cannot be made. Those whose successor is due already were
/// missed. Ends an order whose last day has passed.
public(package) entry fun trigger(ledger: &mut Ledger, order: address) {
    assert!(ledger.exists<StandingOrder>(order), ENoOrder);
    let today = today(ledger, ledger.borrow<StandingOrder>(order).instrument);
    let record = ledger.borrow_mut<StandingOrder>(order);
    assert!(today >= record.due.day(record.next), ENotDue);
    let latest = record.due.latest(record.next, today);
    record.missed = record.missed + (latest - record.next);
    record.next = latest;
    if (record.due.is_over(today)) {
        // What was due last was not paid while it could be.
        record.missed = record.missed + 1;
        return end(ledger, order, false)
    };
    let due_day = record.due.day(latest);
    let (payer, payee, instrument, amount) = (record.payer, record.payee, record.instrument, record.amount);
    let refusal = payment_check::refusal(ledger, payer, payee, instrument, amount);
    let record = ledger.borrow_mut<StandingOrder>(order);
    record.last_refusal = refusal;
    if (refusal != 0) {
        event::emit(OrderRefused { order, due_day, refusal });
        return
    };
    record.next = latest + 1;
    record.paid = record.paid + 1;
    let missed = record.missed;
    let is_last = record.due.is_over(record.due.day(latest + 1));
    wallet::pay_from(ledger, payer, payee, instrument, amount);
    event::emit(OrderPaid { order, due_day, missed });
    if (is_last) end(ledger, order, false);
}

/// Ends an order; from here on nothing is paid by it. The payer is who has its wallet now.
public(package) entry fun cancel(ledger: &mut Ledger, payer: &signer, order: address) {
    assert!(ledger.exists<StandingOrder>(order), ENoOrder);
    let owner = ledger.borrow<StandingOrder>(order).payer;
    assert!(owner == payer.address_of() || wallet::current(ledger, owner) == payer.address_of(), ENotPayer);
    end(ledger, order, true);
}

/// Where a payer's order of a number lies.
public fun at(payer: address, number: u64): address {
    object_address::derive(b"sycee-standing-order-v1", payer, number)
}

/// Whether an order is there.
public fun exists(ledger: &Ledger, order: address): bool {
    ledger.exists<StandingOrder>(order)
}

/// Payments made, payments missed, and why the last try was refused.
public fun record(ledger: &Ledger, order: address): (u64, u64, u8) {
    assert!(ledger.exists<StandingOrder>(order), ENoOrder);
    let record = ledger.borrow<StandingOrder>(order);
    (record.paid, record.missed, record.last_refusal)
}

fun today(ledger: &Ledger, instrument: u32): u64 {
    calendar::today(ledger, &unit::zone(ledger, instrument::unit(ledger, instrument)))
}

fun end(ledger: &mut Ledger, order: address, is_cancelled: bool) {
    let StandingOrder {
        payer: _,
        number: _,
        payee: _,
        instrument: _,
        amount: _,
        due: _,
        next: _,
        paid,
        missed,
        last_refusal: _,
    } = ledger.take<StandingOrder>(order);
    event::emit(OrderEnded { order, paid, missed, is_cancelled });
}
