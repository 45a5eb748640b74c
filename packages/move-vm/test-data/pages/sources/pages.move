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
