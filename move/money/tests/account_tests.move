#[test_only]
module money::account_tests;

use money::account;
use money::testing;
use std::ledger::Ledger;
use std::test_ledger;
use std::unit_test::assert_eq;

fun key(ledger: &Ledger, account: address): address {
    std::address::from_bytes(account::authentication_key(ledger, account))
}

#[test]
fun keys_go_from_hand_to_hand() {
    let mut ledger = testing::new_ledger();
    assert_eq!(key(&ledger, @0xA), @0xA);
    testing::rotate_key(&mut ledger, @0xA, @0xB);
    assert_eq!(key(&ledger, @0xA), @0xB);
    testing::rotate_key(&mut ledger, @0xA, @0xC);
    assert_eq!(key(&ledger, @0xA), @0xC);
    assert_eq!(key(&ledger, @0xB), @0xB);
    test_ledger::destroy(ledger);
}

/// Who co-signs for an address whose keys were exchanged has the new keys, not the old ones.
#[test]
fun takes_the_keys_that_did_sign() {
    let mut ledger = testing::new_ledger();
    testing::rotate_key(&mut ledger, @0xB, @0xC);
    testing::rotate_key(&mut ledger, @0xA, @0xB);
    assert_eq!(key(&ledger, @0xA), @0xC);
    test_ledger::destroy(ledger);
}

/// 0xE was given the keys of 0xA; by it 0xA can come back to them after it was given others.
#[test]
fun an_account_comes_back_to_its_own_keys() {
    let mut ledger = testing::new_ledger();
    testing::rotate_key(&mut ledger, @0xE, @0xA);
    testing::rotate_key(&mut ledger, @0xA, @0xB);
    assert_eq!(key(&ledger, @0xE), @0xA);
    testing::rotate_key(&mut ledger, @0xA, @0xE);
    assert_eq!(key(&ledger, @0xA), @0xA);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = account::ESameKey)]
fun refuses_its_own_key() {
    let mut ledger = testing::new_ledger();
    testing::rotate_key(&mut ledger, @0xA, @0xA);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = account::ESameKey)]
fun refuses_the_key_it_has() {
    let mut ledger = testing::new_ledger();
    testing::rotate_key(&mut ledger, @0xA, @0xB);
    testing::rotate_key(&mut ledger, @0xA, @0xB);
    test_ledger::destroy(ledger);
}
