#[test_only]
module oversight::gas_schedule_tests;

use oversight::gas_schedule;
use oversight::scenario;
use oversight::supervisor;
use std::test_ledger::{Self, new_signer};
use std::unit_test::assert_eq;

#[test]
fun a_schedule_is_announced_replaced_and_withdrawn() {
    let mut ledger = scenario::supervised();
    assert_eq!(gas_schedule::version(&ledger), 1);
    gas_schedule::announce(&mut ledger, &scenario::supervisor(), 2, 100);
    gas_schedule::announce(&mut ledger, &scenario::supervisor(), 3, 500);
    // It has not taken effect: the first may still follow.
    gas_schedule::announce(&mut ledger, &scenario::supervisor(), 2, 18_446_744_073_709_551_615);
    assert_eq!(gas_schedule::version(&ledger), 1);
    gas_schedule::withdraw(&mut ledger, &scenario::supervisor());
    gas_schedule::announce(&mut ledger, &scenario::supervisor(), 2, 100);
    assert_eq!(gas_schedule::version(&ledger), 1);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = supervisor::ENotSupervisor)]
fun only_supervisors_announce() {
    let mut ledger = scenario::supervised();
    gas_schedule::announce(&mut ledger, &new_signer(@0xBAD), 2, 100);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = supervisor::ENotSupervisor)]
fun only_supervisors_withdraw() {
    let mut ledger = scenario::supervised();
    gas_schedule::announce(&mut ledger, &scenario::supervisor(), 2, 100);
    gas_schedule::withdraw(&mut ledger, &new_signer(@0xBAD));
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = gas_schedule::ENotNewer)]
fun the_schedule_in_effect_is_no_next_one() {
    let mut ledger = scenario::supervised();
    gas_schedule::announce(&mut ledger, &scenario::supervisor(), 1, 100);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = gas_schedule::ENotNewer)]
fun there_is_no_schedule_before_the_first() {
    let mut ledger = scenario::supervised();
    gas_schedule::announce(&mut ledger, &scenario::supervisor(), 0, 100);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = gas_schedule::ETooSoon)]
fun nodes_have_a_hundred_blocks() {
    let mut ledger = scenario::supervised();
    gas_schedule::announce(&mut ledger, &scenario::supervisor(), 2, 99);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = gas_schedule::ENothingAnnounced)]
fun nothing_is_withdrawn_that_was_not_announced() {
    let mut ledger = scenario::supervised();
    gas_schedule::withdraw(&mut ledger, &scenario::supervisor());
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = gas_schedule::ENothingAnnounced)]
fun nothing_is_withdrawn_twice() {
    let mut ledger = scenario::supervised();
    gas_schedule::announce(&mut ledger, &scenario::supervisor(), 2, 100);
    gas_schedule::withdraw(&mut ledger, &scenario::supervisor());
    gas_schedule::withdraw(&mut ledger, &scenario::supervisor());
    test_ledger::destroy(ledger);
}
