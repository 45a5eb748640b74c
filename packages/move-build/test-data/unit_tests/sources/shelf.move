/// A package whose unit tests pass and fail in every way that the runner has to tell apart.
module library::shelf;

use std::ledger::Ledger;

#[error]
const EFull: vector<u8> = b"The shelf is full.";
#[error]
const EEmpty: vector<u8> = b"The shelf is empty.";
const ETooHeavy: u64 = 1_7;

/* "not a string /* nested */ #[test] fun hidden() {} */
public struct Shelf has store { books: vector<u64> }

/// Puts an empty shelf at an address.
public fun place(ledger: &mut Ledger, at: address) {
    ledger.publish(at, Shelf { books: vector[] })
}

public fun put(ledger: &mut Ledger, at: address, book: u64) {
    let shelf = ledger.borrow_mut<Shelf>(at);
    assert!(book < 100, ETooHeavy);
    assert!(shelf.books.length() < 2, EFull);
    shelf.books.push_back(book)
}

public fun take(ledger: &mut Ledger, at: address): u64 {
    let shelf = ledger.borrow_mut<Shelf>(at);
    assert!(!shelf.books.is_empty(), EEmpty);
    shelf.books.pop_back()
}

#[test_only]
public fun at(): address { @0xA }

#[test]
fun passes_beside_its_code() {
    assert!(at() == @0xA, ETooHeavy);
}

#[test]
#[expected_failure(abort_code = ETooHeavy)]
fun aborts_with_a_constant_of_its_module() {
    abort ETooHeavy
}
