#[test_only]
module library::shelf_tests;

use library::shelf::{Self, at};
use std::debug;
use std::ledger::Ledger;
use std::test_ledger;

#[error]
const EFull: vector<u8> = b"A constant of the same name elsewhere.";

fun with_shelf(): Ledger {
    let mut ledger = test_ledger::new_ledger();
    shelf::place(&mut ledger, at());
    ledger
}

#[test]
fun has_a_ledger_of_its_own() {
    let mut ledger = with_shelf();
    shelf::put(&mut ledger, at(), 7);
    assert!(shelf::take(&mut ledger, at()) == 7);
    test_ledger::destroy(ledger);
}

#[test]
fun has_a_ledger_of_its_own_again() {
    let ledger = with_shelf();
    debug::print(&b"seen");
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = shelf::EFull)]
fun expects_a_named_error() {
    let mut ledger = with_shelf();
    let mut book = 0;
    while (book < 3) {
        shelf::put(&mut ledger, at(), book);
        book = book + 1
    };
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = library::shelf::ETooHeavy)]
fun expects_a_number_by_its_name() {
    let mut ledger = with_shelf();
    shelf::put(&mut ledger, at(), 100);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = 17, location = shelf)]
fun expects_a_number_in_a_place() {
    let mut ledger = with_shelf();
    shelf::put(&mut ledger, at(), 100);
    test_ledger::destroy(ledger);
}

#[test, expected_failure]
fun expects_anything() {
    abort 5
}

#[test, expected_failure(arithmetic_error, location = Self)]
fun expects_an_overflow() {
    let mut big = 0xffffffffffffffffu64;
    big = big + 1;
    debug::print(&big);
}

#[test, expected_failure(vector_error, location = Self)]
fun expects_an_index_out_of_range() {
    let numbers = vector<u64>[];
    debug::print(&numbers[0]);
}

#[test, expected_failure(out_of_gas, location = Self)]
fun expects_to_run_out_of_gas() {
    loop {}
}

#[test, expected_failure(major_status = 4008, location = library::shelf)]
fun expects_a_missing_resource() {
    let mut ledger = test_ledger::new_ledger();
    shelf::take(&mut ledger, at());
    test_ledger::destroy(ledger);
}

#[test]
fun fails_by_a_named_error() {
    let mut ledger = with_shelf();
    shelf::take(&mut ledger, at());
    test_ledger::destroy(ledger);
}

#[test]
fun fails_without_a_code() {
    assert!(at() == @0xB);
}

#[test]
fun fails_by_arithmetic() {
    let mut none = 0u64;
    none = none - 1;
    debug::print(&none);
}

#[test, expected_failure(abort_code = shelf::EFull)]
fun fails_because_it_succeeds() {}

#[test, expected_failure(abort_code = shelf::EFull)]
fun fails_because_the_error_is_another() {
    let mut ledger = with_shelf();
    shelf::take(&mut ledger, at());
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = shelf::EFull)]
fun fails_because_the_place_is_another() {
    abort EFull
}

#[test, expected_failure(abort_code = 18, location = shelf)]
fun fails_because_the_number_is_another() {
    let mut ledger = with_shelf();
    shelf::put(&mut ledger, at(), 100);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(arithmetic_error, location = Self)]
fun fails_because_it_aborts() {
    abort 5
}

#[test, expected_failure(abort_code = 5)]
fun fails_because_it_is_no_abort() {
    let mut none = 0u64;
    none = none - 1;
    debug::print(&none);
}

#[test, expected_failure(arithmetic_error, location = library::shelf)]
fun fails_because_the_fault_is_elsewhere() {
    let mut none = 0u64;
    none = none - 1;
    debug::print(&none);
}

#[test]
fun fails_because_it_wants_an_argument(_signer: signer) {}

#[test, expected_failure(major_status = 1, location = Self)]
fun fails_because_its_status_means_nothing() {
    abort 5
}
