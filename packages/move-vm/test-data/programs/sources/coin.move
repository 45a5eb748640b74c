/// A resource without `drop`, and functions of every kind that a program can or cannot call.
module programs::coin;

use std::ascii;
use std::event;
use std::ledger::Ledger;
use std::string::String;
use std::table::{Self, Table};

#[error]
const EEmpty: vector<u8> = b"A coin of nothing is not worth keeping.";
const ETooMuch: u64 = 7;

public struct Coin has store { value: u64 }
public struct Note has copy, drop, store { text: String, tags: vector<u8> }
public struct Purse has store { coins: Table<u64, Coin>, count: u64 }
public struct Counter has store { value: u64, history: vector<u64> }
public struct Wrapped<T: store> has store { inner: T }
public struct Minted has copy, drop { value: u64 }

public fun mint(value: u64): Coin {
    event::emit(Minted { value });
    Coin { value }
}

public fun split(coin: &mut Coin, value: u64): Coin {
    assert!(coin.value >= value, ETooMuch);
    coin.value = coin.value - value;
    Coin { value }
}

public fun join(coin: &mut Coin, other: Coin) {
    let Coin { value } = other;
    coin.value = coin.value + value;
}

public fun burn(coin: Coin): u64 {
    let Coin { value } = coin;
    value
}

public fun value(coin: &Coin): u64 { coin.value }

public fun compare(left: &Coin, right: &Coin): bool { left.value == right.value }

public fun touch(_left: &Coin, _right: &mut Coin) {}

public fun swallow(_read: &Coin, taken: Coin) { burn(taken); }

public fun pair(): (u64, Coin) { (3, Coin { value: 4 }) }

public fun increase(number: &mut u64, by: &u64) { *number = *number + *by; }

public fun same(number: u64, expected: u64) { assert!(number == expected, ETooMuch); }

public fun coin_of(purse: &Purse): &u64 { &purse.count }

entry fun keep(ledger: &mut Ledger, owner: &signer, coin: Coin) {
    assert!(coin.value > 0, EEmpty);
    ledger.publish(owner.address_of(), coin);
}

entry fun give_back(owner: &signer, ledger: &mut Ledger): Coin { ledger.take(owner.address_of()) }

entry fun add(ledger: &mut Ledger, at: address, value: u64) {
    let coin = ledger.borrow_mut<Coin>(at);
    coin.value = coin.value + value;
}

entry fun spend(ledger: &mut Ledger, at: address, value: u64) {
    let coin = ledger.borrow_mut<Coin>(at);
    coin.value = coin.value - value;
}

entry fun expect_value(ledger: &Ledger, at: address, value: u64) {
    assert!(ledger.borrow<Coin>(at).value == value, ETooMuch);
}

entry fun open_purse(ledger: &mut Ledger, owner: &signer) {
    let coins = table::new<u64, Coin>(ledger);
    ledger.publish(owner.address_of(), Purse { coins, count: 0 });
}

entry fun fill(ledger: &mut Ledger, at: address, key: u64, coin: Coin) {
    let purse = ledger.borrow_mut<Purse>(at);
    purse.coins.add(key, coin);
    purse.count = purse.count + 1;
}

entry fun empty_one(ledger: &mut Ledger, at: address, key: u64): Coin {
    let purse = ledger.borrow_mut<Purse>(at);
    purse.count = purse.count - 1;
    purse.coins.remove(key)
}

entry fun wrap(ledger: &mut Ledger, owner: &signer, coin: Coin) {
    ledger.publish(owner.address_of(), Wrapped<Coin> { inner: coin });
}

entry fun tick(ledger: &mut Ledger, at: &signer) {
    let now = ledger.time_ms();
    let height = ledger.height();
    let address = at.address_of();
    if (!ledger.exists<Counter>(address)) ledger.publish(address, Counter { value: 0, history: vector[] });
    let counter = ledger.borrow_mut<Counter>(address);
    counter.value = counter.value + 1;
    counter.history.push_back(now + height);
}

entry fun by_value(owner: signer, expected: address) { assert!((&owner).address_of() == expected, ETooMuch); }

entry fun describe(
    text: String,
    plain: ascii::String,
    maybe: Option<u64>,
    many: vector<Option<String>>,
    flag: bool,
    small: u8,
    wide: u256,
    bytes: &vector<u8>,
): Note {
    assert!(flag && small == 5 && wide == 6 && maybe.is_some() && many.length() == 2 && plain.length() == 2, ETooMuch);
    Note { text, tags: *bytes }
}

entry fun read_note(note: &Note, length: u64) { assert!(note.text.length() == length, ETooMuch); }

entry fun generic<T: copy + drop>(_value: T) {}

entry fun forever() { loop {} }

entry fun deep(levels: u64): u64 { if (levels == 0) 0 else 1 + deep(levels - 1) }

entry fun divide(by: u64): u64 { 1 / by }

entry fun take_note(_note: Note) {}

entry fun two_ledgers(_first: &mut Ledger, _second: &Ledger) {}

fun hidden() {}

#[test]
fun stores_in_a_ledger_of_its_own() {
    let mut ledger = std::test_ledger::new_ledger();
    let owner = std::test_ledger::new_signer(@0xA);
    ledger.set_time_ms(77);
    keep(&mut ledger, &owner, mint(5));
    add(&mut ledger, @0xA, 2);
    let coin = give_back(&owner, &mut ledger);
    std::debug::print(&coin);
    std::debug::print(&ledger.time_ms());
    std::debug::print(&b"hi".to_string());
    assert!(burn(coin) == 7);
    assert!(!ledger.exists<Coin>(@0xA));
    ledger.destroy();
}

#[test]
fun starts_empty() {
    let ledger = std::test_ledger::new_ledger();
    assert!(!ledger.exists<Coin>(@0xA));
    assert!(ledger.time_ms() == 0);
    ledger.destroy();
}

#[test]
fun fails() { abort EEmpty }

#[test_only]
use fun std::test_ledger::set_time_ms as Ledger.set_time_ms;
#[test_only]
use fun std::test_ledger::destroy as Ledger.destroy;
