/// What calls from JavaScript pass in and get back.
module api::shapes;

use std::ascii;
use std::event;
use std::ledger::{Self, Ledger};
use std::signer;
use std::string::String;
use std::table::{Self, Table};

#[error]
const ETooMuch: vector<u8> = b"That is too much.";

public struct Empty has copy, drop, store {}

public struct Point has copy, drop, store { x: u64, y: u64 }

public struct Box<T> has copy, drop, store { inner: T }

public struct Raw has copy, drop, store { bcs: vector<u8> }

public struct Receipt { amount: u64 }

public struct Paid has copy, drop { amount: u64, note: String }

public struct Counter has store { value: u64 }

public struct Book has store { entries: Table<u64, Box<u64>> }

public enum Shape has copy, drop, store {
    Nothing,
    Circle { radius: u64 },
    Segment(Point, Point),
}

public fun integers(a: u8, b: u16, c: u32, d: u64, e: u128, f: u256): (u8, u16, u32, u64, u128, u256) { (a, b, c, d, e, f) }

public fun echo<T>(value: T): T { value }

public fun pair(a: bool, b: address): (address, bool) { (b, a) }

public fun texts(a: String, b: ascii::String): (u64, String, ascii::String) { (a.length(), a, b) }

public fun move_right(point: &mut Point, by: u64): u64 {
    point.x = point.x + by;
    point.x
}

public fun increase(number: &mut u64, others: &vector<u64>) {
    let mut i = 0;
    while (i < others.length()) {
        *number = *number + others[i];
        i = i + 1;
    }
}

public fun borrow_x(point: &Point): &u64 { &point.x }

public fun borrow_mut_x(point: &mut Point): &mut u64 { &mut point.x }

public fun borrow_same(number: &u64): &u64 { number }

public fun borrow_several(point: &Point, number: &mut u64, same: &bool): (&u64, u64, &Point, &mut u64, &bool) {
    (&point.x, point.y, point, number, same)
}

public fun area(shape: &Shape): u64 {
    match (shape) {
        Shape::Nothing => 0,
        Shape::Circle { radius } => 3 * *radius * *radius,
        Shape::Segment(_, _) => 0,
    }
}

public fun receipt(amount: u64): Receipt { Receipt { amount } }

public fun redeem(receipt: Receipt): u64 {
    let Receipt { amount } = receipt;
    amount
}

public fun who(owner: &signer, other: signer): (address, address) { (signer::address_of(owner), signer::address_of(&other)) }

public fun refuse(amount: u64) {
    assert!(amount < 10, ETooMuch);
    abort 7
}

public fun divide(a: u64, b: u64): u64 { a / b }

public fun spin() { loop {} }

public fun dive(): u64 { 1 + dive() }

fun hidden(): u64 { 1 }

public(package) fun internal(): u64 { hidden() }

entry fun open(ledger: &mut Ledger, owner: &signer) {
    ledger::publish(ledger, signer::address_of(owner), Counter { value: 0 });
}

entry fun count(ledger: &mut Ledger, owner: address, by: u64) {
    let counter = ledger::borrow_mut<Counter>(ledger, owner);
    counter.value = counter.value + by;
    event::emit(Paid { amount: by, note: b"counted".to_string() });
    assert!(by < 100, ETooMuch);
}

public fun counted(ledger: &Ledger, owner: address): u64 { ledger::borrow<Counter>(ledger, owner).value }

public fun close(ledger: &mut Ledger, owner: address): u64 {
    let Counter { value } = ledger::take(ledger, owner);
    value
}

public fun time(ledger: &Ledger): u64 { ledger::time_ms(ledger) }

entry fun open_book(ledger: &mut Ledger, owner: &signer) {
    let entries = table::new(ledger);
    ledger::publish(ledger, signer::address_of(owner), Book { entries });
}

entry fun write(ledger: &mut Ledger, owner: address, key: u64, value: u64) {
    ledger::borrow_mut<Book>(ledger, owner).entries.add(key, Box { inner: value });
}

public fun look_up(ledger: &Ledger, owner: address, key: u64): u64 { ledger::borrow<Book>(ledger, owner).entries[key].inner }

public fun two_ledgers(_a: &mut Ledger, _b: &Ledger) {}
