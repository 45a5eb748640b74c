import type { PackageFiles } from "./memory-packages.ts";

/**
 * The files of a new package: a counter for each address, and its tests. `name` is small letters, digits and `_`; `address` is what
 * the manifest says of it, `std` the path to the standard library.
 */
export function packageTemplate(name: string, address: string, std: string): PackageFiles {
  return {
    "Move.toml": manifestOf(name, address, std),
    "sources/counter.move": moduleOf(name),
    "tests/counter_tests.move": testsOf(name),
  };
}

function manifestOf(name: string, address: string, std: string): string {
  return `[package]
name = "${name}"
edition = "2024"
flavor = "core"
implicit-dependencies = false

[addresses]
${name} = "${address}"

[dependencies]
std = { local = ${JSON.stringify(std)} }
`;
}

function moduleOf(name: string): string {
  return `/// A counter for each address.
module ${name}::counter;

use std::event;
use std::ledger::Ledger;

#[error]
const ENoCounter: vector<u8> = b"There is no counter at the address.";

/// A counter; only the signature of its address counts on.
public struct Counter has store {
    value: u64,
}

public struct Counted has copy, drop {
    owner: address,
    value: u64,
}

/// Begins a counter at the signer's address.
entry fun begin(ledger: &mut Ledger, owner: &signer) {
    ledger.publish(owner.address_of(), Counter { value: 0 });
}

/// Counts on by a number.
entry fun count(ledger: &mut Ledger, owner: &signer, by: u64) {
    let owner = owner.address_of();
    assert!(ledger.exists<Counter>(owner), ENoCounter);
    let counter = ledger.borrow_mut<Counter>(owner);
    counter.value = counter.value + by;
    event::emit(Counted { owner, value: counter.value });
}

/// What a counter has counted to.
public fun value(ledger: &Ledger, owner: address): u64 {
    assert!(ledger.exists<Counter>(owner), ENoCounter);
    ledger.borrow<Counter>(owner).value
}

#[test_only]
public fun count_in_tests(ledger: &mut Ledger, owner: &signer, by: u64) {
    if (!ledger.exists<Counter>(owner.address_of())) begin(ledger, owner);
    count(ledger, owner, by);
}
`;
}

function testsOf(name: string): string {
  return `#[test_only]
module ${name}::counter_tests;

use ${name}::counter;
use std::test_ledger;
use std::unit_test::assert_eq;

#[test]
fun counts() {
    let mut ledger = test_ledger::new_ledger();
    let owner = test_ledger::new_signer(@0xA);
    counter::count_in_tests(&mut ledger, &owner, 2);
    counter::count_in_tests(&mut ledger, &owner, 3);
    assert_eq!(counter::value(&ledger, @0xA), 5);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = counter::ENoCounter)]
fun has_no_value_before_it_began() {
    let ledger = test_ledger::new_ledger();
    counter::value(&ledger, @0xA);
    test_ledger::destroy(ledger);
}
`;
}
