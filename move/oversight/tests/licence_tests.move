#[test_only]
module oversight::licence_tests;

use oversight::genesis;
use oversight::licence;
use oversight::scenario;
use oversight::supervisor;
use std::test_ledger;

#[test]
fun licences_are_granted_and_withdrawn() {
    let mut ledger = scenario::supervised();
    assert!(!licence::is_publisher(&ledger, @0xA11CE));
    licence::grant_publisher(&mut ledger, &scenario::supervisor(), @0xA11CE);
    assert!(licence::is_publisher(&ledger, @0xA11CE));
    licence::withdraw_publisher(&mut ledger, &scenario::supervisor(), @0xA11CE);
    assert!(!licence::is_publisher(&ledger, @0xA11CE));
    test_ledger::destroy(ledger);
}

#[test]
fun a_supervisor_appoints_another_and_resigns() {
    let mut ledger = scenario::supervised();
    supervisor::appoint(&mut ledger, &scenario::supervisor(), @0x6);
    supervisor::resign(&mut ledger, &scenario::supervisor());
    licence::grant_publisher(&mut ledger, &test_ledger::new_signer(@0x6), @0xA11CE);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = supervisor::ENotSupervisor)]
fun nobody_else_grants() {
    let mut ledger = scenario::supervised();
    licence::grant_publisher(&mut ledger, &scenario::publisher(), @0xA11CE);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = supervisor::ENotSupervisor)]
fun nobody_else_withdraws() {
    let mut ledger = scenario::licensed();
    licence::withdraw_publisher(&mut ledger, &scenario::publisher(), @0xA11CE);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = supervisor::ENotSupervisor)]
fun nobody_else_appoints() {
    let mut ledger = scenario::supervised();
    supervisor::appoint(&mut ledger, &scenario::publisher(), @0xA11CE);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = supervisor::ENotSupervisor)]
fun whoever_resigned_is_none() {
    let mut ledger = scenario::supervised();
    supervisor::resign(&mut ledger, &scenario::supervisor());
    supervisor::resign(&mut ledger, &scenario::supervisor());
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = supervisor::EAlreadySupervisor)]
fun nobody_is_appointed_twice() {
    let mut ledger = scenario::supervised();
    supervisor::appoint(&mut ledger, &scenario::supervisor(), @0x5);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = licence::EAlreadyLicensed)]
fun nobody_is_licensed_twice() {
    let mut ledger = scenario::licensed();
    licence::grant_publisher(&mut ledger, &scenario::supervisor(), @0xA11CE);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = licence::ENotLicensed)]
fun there_must_be_a_licence_to_withdraw() {
    let mut ledger = scenario::supervised();
    licence::withdraw_publisher(&mut ledger, &scenario::supervisor(), @0xA11CE);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = genesis::ENotFramework)]
fun genesis_is_signed_by_the_framework() {
    let mut ledger = test_ledger::new_ledger();
    genesis::initialise(&mut ledger, &scenario::publisher(), &test_ledger::new_signer(@std), @0x5);
    test_ledger::destroy(ledger);
}
