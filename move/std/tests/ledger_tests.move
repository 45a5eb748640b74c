#[test_only]
module std::ledger_tests;

use std::bcs;
use std::hash;
use std::table::{Self, Table};
use std::test_ledger;
use std::unit_test::assert_eq;

public struct Box has store { value: u64 }

public struct Shelf has store { boxes: Table<u64, Box>, names: Table<vector<u8>, u64> }

#[test]
fun keeps_a_resource_at_an_address() {
    let mut ledger = test_ledger::new_ledger();
    assert!(!ledger.exists<Box>(@0xA));
    ledger.publish(@0xA, Box { value: 1 });
    ledger.publish(@0xB, Box { value: 2 });
    ledger.borrow_mut<Box>(@0xA).value = 3;
    assert_eq!(ledger.borrow<Box>(@0xA).value, 3);
    assert_eq!(ledger.borrow<Box>(@0xB).value, 2);
    let Box { value } = ledger.take<Box>(@0xA);
    assert_eq!(value, 3);
    assert!(!ledger.exists<Box>(@0xA));
    ledger.publish(@0xA, Box { value: 4 });
    assert_eq!(ledger.borrow<Box>(@0xA).value, 4);
    test_ledger::destroy(ledger);
}

#[test]
fun tells_the_time() {
    let mut ledger = test_ledger::new_ledger();
    assert_eq!(ledger.time_ms(), 0);
    test_ledger::set_time_ms(&mut ledger, 1_700_000_000_000);
    assert_eq!(ledger.time_ms(), 1_700_000_000_000);
    test_ledger::destroy(ledger);
}

#[test]
fun keeps_tables_apart() {
    let mut ledger = test_ledger::new_ledger();
    let boxes = table::new(&mut ledger);
    let names = table::new(&mut ledger);
    ledger.publish(@0xA, Shelf { boxes, names });
    let shelf = ledger.borrow_mut<Shelf>(@0xA);
    shelf.boxes.add(7, Box { value: 70 });
    shelf.names.add(b"seven", 7);
    shelf.boxes[7].value = 71;
    assert_eq!(shelf.boxes[shelf.names[b"seven"]].value, 71);
    assert_eq!(shelf.boxes.length(), 1);
    assert!(shelf.boxes.contains(7) && !shelf.boxes.contains(8));
    let Box { value } = shelf.boxes.remove(7);
    assert_eq!(value, 71);
    assert!(shelf.boxes.is_empty() && !shelf.boxes.contains(7));
    shelf.names.remove(b"seven");
    let Shelf { boxes, names } = ledger.take<Shelf>(@0xA);
    boxes.destroy_empty();
    names.destroy_empty();
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = std::table::ENotEmpty)]
fun refuses_to_end_a_table_with_entries() {
    let mut ledger = test_ledger::new_ledger();
    let mut names = table::new<vector<u8>, u64>(&mut ledger);
    names.add(b"one", 1);
    names.destroy_empty();
    test_ledger::destroy(ledger);
}

#[test]
fun knows_signers_addresses_and_bytes() {
    assert_eq!(test_ledger::new_signer(@0xA).address_of(), @0xA);
    assert_eq!(bcs::to_bytes(&258u64), x"0201000000000000");
    assert_eq!(bcs::to_bytes(&vector[true, false]), x"020100");
    assert_eq!(bcs::to_bytes(&option::some(5u8)), x"0105");
}

#[test]
fun hashes() {
    assert_eq!(hash::sha2_256(b"abc"), x"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_eq!(hash::sha3_256(b"abc"), x"3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532");
    assert_eq!(hash::blake2b_256(b"abc"), x"bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
}
