/// A paged vector at an address, and one operation on it for each transaction.
module own::pages;

use std::ledger::Ledger;
use std::paged_vector::{Self, PagedVector};

public struct Row has store { numbers: PagedVector<u64> }

entry fun make(ledger: &mut Ledger, owner: &signer, count: u64) {
    let mut numbers = paged_vector::new(ledger);
    count.do!(|i| numbers.push_back(i));
    ledger.publish(owner.address_of(), Row { numbers });
}

entry fun length(ledger: &Ledger, at: address) {
    assert!(ledger.borrow<Row>(at).numbers.length() > 0);
}

entry fun read(ledger: &Ledger, at: address, i: u64) {
    assert!(ledger.borrow<Row>(at).numbers[i] == i);
}

entry fun change(ledger: &mut Ledger, at: address, i: u64) {
    let number = &mut ledger.borrow_mut<Row>(at).numbers[i];
    *number = *number + 1;
}

entry fun swap(ledger: &mut Ledger, at: address, i: u64, j: u64) {
    ledger.borrow_mut<Row>(at).numbers.swap(i, j);
}

entry fun push(ledger: &mut Ledger, at: address) {
    ledger.borrow_mut<Row>(at).numbers.push_back(0);
}

entry fun pop(ledger: &mut Ledger, at: address) {
    ledger.borrow_mut<Row>(at).numbers.pop_back();
}

// === The same operations on numbers and on structs, for random programs ===

public struct Coin has store { value: u64 }

public struct Two has store { numbers: PagedVector<u64>, coins: PagedVector<Coin> }

entry fun make_two(ledger: &mut Ledger, owner: &signer) {
    let numbers = paged_vector::new(ledger);
    let coins = paged_vector::new(ledger);
    ledger.publish(owner.address_of(), Two { numbers, coins });
}

fun two(ledger: &mut Ledger, at: address): &mut Two {
    ledger.borrow_mut<Two>(at)
}

entry fun push_two(ledger: &mut Ledger, at: address, first: u64, count: u64) {
    let two = two(ledger, at);
    count.do!(|i| {
        two.numbers.push_back(first + i);
        two.coins.push_back(Coin { value: first + i });
    });
}

entry fun pop_two(ledger: &mut Ledger, at: address, count: u64) {
    let two = two(ledger, at);
    count.do!(|_| {
        let number = two.numbers.pop_back();
        let Coin { value } = two.coins.pop_back();
        assert!(number == value);
    });
}

entry fun set_two(ledger: &mut Ledger, at: address, i: u64, value: u64) {
    let two = two(ledger, at);
    two.numbers.set(i, value);
    two.coins[i].value = value;
    assert!(two.numbers.get(i) == two.coins[i].value && two.numbers[i] == value);
}

entry fun add_two(ledger: &mut Ledger, at: address, i: u64, amount: u64) {
    let two = two(ledger, at);
    let number = &mut two.numbers[i];
    *number = *number + amount;
    let coin = &mut two.coins[i].value;
    *coin = *coin + amount;
}

entry fun swap_two(ledger: &mut Ledger, at: address, i: u64, j: u64) {
    let two = two(ledger, at);
    two.numbers.swap(i, j);
    two.coins.swap(i, j);
}

entry fun remove_two(ledger: &mut Ledger, at: address, i: u64) {
    let two = two(ledger, at);
    let number = two.numbers.swap_remove(i);
    let Coin { value } = two.coins.swap_remove(i);
    assert!(number == value);
}
