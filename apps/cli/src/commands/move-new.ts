import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { MOVE_DIRECTORY } from "../node/repository.ts";
import { CliError } from "../output/cli-error.ts";

export interface MoveNewOptions {
  readonly json?: true;
  readonly address: string;
}

const NAME = /^[a-z][a-z0-9_]{0,63}$/;

/** Makes a package in a new directory `name`, with a module, its tests and the standard library. Throws `CliError` `invalid_argument`. */
export function newMove(name: string, options: MoveNewOptions): void {
  if (!NAME.test(name))
    throw new CliError("invalid_argument", `${JSON.stringify(name)} is not a name for a package: small letters, digits and "_".`);
  if (!/^0x[0-9a-fA-F]{1,64}$/.test(options.address))
    throw new CliError("invalid_argument", `${options.address} is not an address: 0x and hexadecimal digits.`);
  const directory = resolve(name);
  if (existsSync(directory)) throw new CliError("invalid_argument", `${name} is there already.`);
  const files = filesOf(name, options.address, relative(directory, join(MOVE_DIRECTORY, "std")));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(directory, path, ".."), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
  if (options.json) console.log(JSON.stringify({ package: name, directory, files: Object.keys(files) }));
  else console.log(`made ${name}: ${Object.keys(files).join(", ")}\n\nNext:\n  sycee move test ${name}`);
}

function filesOf(name: string, address: string, std: string): Readonly<Record<string, string>> {
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
