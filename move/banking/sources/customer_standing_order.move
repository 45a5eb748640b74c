/// Standing orders between the customers of one institution, a bank or a payment institution, which signs once for its
/// customer. Anybody may trigger one that is due; a transfer that is refused says why in the batch's status (see
/// `money::customer_book`), changes nothing and can be tried again until the next is due.
module banking::customer_standing_order;

use banking::institution;
use money::calendar;
use money::object_address;
use money::recurrence::{Self, Recurrence};
use money::unit;
use oversight::licence;
use std::event;
use std::ledger::Ledger;

#[error]
const ENoOrder: vector<u8> = b"There is no such standing order; it may have ended or been cancelled.";
#[error]
const EOrderExists: vector<u8> = b"The institution has a standing order of this number already.";
#[error]
const EZeroAmount: vector<u8> = b"The amount must be more than zero.";
#[error]
const ESameAccount: vector<u8> = b"An account cannot pay itself.";
#[error]
const EUnknownAccount: vector<u8> = b"The institution has no account of that number.";
#[error]
const ENotDue: vector<u8> = b"The next payment is not due yet.";

/// At an address of its own, until it ends.
public struct CustomerStandingOrder has store {
    institution: address,
    /// The institution's own.
    number: u64,
    payer: u32,
    payee: u32,
    amount: u64,
    due: Recurrence,
    /// Which payment comes next, counted from 0.
    next: u64,
    paid: u64,
    missed: u64,
}

public struct OrderMade has copy, drop {
    institution: address,
    number: u64,
    payer: u32,
    payee: u32,
    amount: u64,
    first_day: u64,
}

/// What became of a payment that was due.
public struct OrderTriggered has copy, drop {
    institution: address,
    number: u64,
    due_day: u64,
    is_paid: bool,
}

public struct OrderEnded has copy, drop {
    institution: address,
    number: u64,
    paid: u64,
    missed: u64,
    is_cancelled: bool,
}

/// Orders a payment for every period from a first day on, by the calendar of the institution's unit (see `money::recurrence`).
public(package) entry fun order(
    ledger: &mut Ledger,
    institution: &signer,
    number: u64,
    payer: u32,
    payee: u32,
    amount: u64,
    period: u8,
    every: u64,
    first_day: u64,
    last_day: Option<u64>,
) {
    let owner = institution::check(ledger, institution);
    let order = at(owner, number);
    assert!(!ledger.exists<CustomerStandingOrder>(order), EOrderExists);
    assert!(amount > 0, EZeroAmount);
    assert!(payer != payee, ESameAccount);
    let accounts = institution::customers(ledger, owner).accounts();
    assert!((payer as u64) < accounts && (payee as u64) < accounts, EUnknownAccount);
    let due = recurrence::new(period, every, first_day, last_day, today(ledger, owner));
    event::emit(OrderMade { institution: owner, number, payer, payee, amount, first_day });
    ledger.publish(order, CustomerStandingOrder {
        institution: owner,
        number,
        payer,
        payee,
        amount,
        due,
        next: 0,
        paid: 0,
        missed: 0,
    });
}

/// Anybody, when a payment is due and the institution's licence stands: makes it, or lets it be. Those whose successor is due
/// already were missed. Ends an order whose last day has passed.
public(package) entry fun trigger(ledger: &mut Ledger, institution: address, number: u64) {
    let order = at(institution, number);
    assert!(ledger.exists<CustomerStandingOrder>(order), ENoOrder);
    licence::check(ledger, institution, institution::kind(ledger, institution), institution::unit(ledger, institution));
    let today = today(ledger, institution);
    let record = ledger.borrow_mut<CustomerStandingOrder>(order);
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
    let (payer, payee, amount) = (record.payer, record.payee, record.amount);
    let book = institution::customers_mut(ledger, institution);
    let before = book.balance(payer);
    book.transfer_batch(vector[payer], vector[payee], vector[amount]);
    // An accepted transfer takes more than nothing off the payer.
    let is_paid = book.balance(payer) < before;
    event::emit(OrderTriggered { institution, number, due_day, is_paid });
    if (!is_paid) return;
    let record = ledger.borrow_mut<CustomerStandingOrder>(order);
    record.next = latest + 1;
    record.paid = record.paid + 1;
    if (record.due.is_over(record.due.day(latest + 1))) end(ledger, order, false);
}

/// Ends an order. An institution without a licence can do so too.
public(package) entry fun cancel(ledger: &mut Ledger, institution: &signer, number: u64) {
    let order = at(institution.address_of(), number);
    assert!(ledger.exists<CustomerStandingOrder>(order), ENoOrder);
    end(ledger, order, true);
}

/// Where an institution's order of a number lies.
public fun at(institution: address, number: u64): address {
    object_address::derive(b"sycee-customer-standing-order-v1", institution, number)
}

/// Payments made and missed. Aborts where there is no such order.
public fun record(ledger: &Ledger, order: address): (u64, u64) {
    assert!(ledger.exists<CustomerStandingOrder>(order), ENoOrder);
    let record = ledger.borrow<CustomerStandingOrder>(order);
    (record.paid, record.missed)
}

/// Whether an order is there.
public fun exists(ledger: &Ledger, order: address): bool {
    ledger.exists<CustomerStandingOrder>(order)
}

fun today(ledger: &Ledger, institution: address): u64 {
    calendar::today(ledger, &unit::zone(ledger, institution::unit(ledger, institution)))
}

fun end(ledger: &mut Ledger, order: address, is_cancelled: bool) {
    let CustomerStandingOrder { institution, number, payer: _, payee: _, amount: _, due: _, next: _, paid, missed } =
        ledger.take<CustomerStandingOrder>(order);
    event::emit(OrderEnded { institution, number, paid, missed, is_cancelled });
}
