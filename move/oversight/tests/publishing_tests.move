#[test_only]
module oversight::publishing_tests;

use oversight::licence;
use oversight::publishing;
use oversight::scenario;
use std::package;
use std::test_ledger;
use std::unit_test::assert_eq;

#[test]
fun a_package_is_published_and_upgraded() {
    let mut ledger = scenario::licensed();
    scenario::publish(&mut ledger, 0);
    let at = scenario::package();
    assert_eq!(at, @0x3f120b9dcbf0b39316c41ecd65ef1063efdced7806672b95a546f9471004cf63);
    assert_eq!(publishing::version(&ledger, at), 1);
    publishing::upgrade(&mut ledger, &scenario::publisher(), at, scenario::other_code());
    assert_eq!(publishing::version(&ledger, at), 2);
    assert_eq!(publishing::policy(&ledger, at), 0);
    publishing::restrict(&mut ledger, &scenario::publisher(), at, 1);
    assert_eq!(publishing::policy(&ledger, at), 1);
    // The same again changes nothing.
    publishing::upgrade(&mut ledger, &scenario::publisher(), at, scenario::other_code());
    assert_eq!(publishing::version(&ledger, at), 3);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = licence::ENotLicensed)]
fun nobody_publishes_without_a_licence() {
    let mut ledger = scenario::supervised();
    scenario::publish(&mut ledger, 0);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = licence::ERevoked)]
fun nobody_upgrades_without_a_licence() {
    let mut ledger = scenario::licensed();
    scenario::publish(&mut ledger, 0);
    scenario::revoke_publisher(&mut ledger, @0xA11CE);
    publishing::upgrade(&mut ledger, &scenario::publisher(), scenario::package(), scenario::first());
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = publishing::ENotPublisher)]
fun nobody_upgrades_the_package_of_another() {
    let mut ledger = scenario::licensed();
    scenario::publish(&mut ledger, 0);
    scenario::grant_publisher(&mut ledger, @0xB0B);
    publishing::upgrade(&mut ledger, &test_ledger::new_signer(@0xB0B), scenario::package(), scenario::first());
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = publishing::EPackageExists)]
fun a_name_is_used_once() {
    let mut ledger = scenario::licensed();
    scenario::publish(&mut ledger, 0);
    scenario::publish(&mut ledger, 0);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = publishing::EUnknownPackage)]
fun there_must_be_something_to_upgrade() {
    let mut ledger = scenario::licensed();
    publishing::upgrade(&mut ledger, &scenario::publisher(), scenario::package(), scenario::first());
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = publishing::EPackageImmutable)]
fun an_immutable_package_stays() {
    let mut ledger = scenario::licensed();
    scenario::publish(&mut ledger, 2);
    publishing::upgrade(&mut ledger, &scenario::publisher(), scenario::package(), scenario::first());
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = publishing::EPackageImmutable)]
fun a_frozen_package_stays() {
    let mut ledger = scenario::licensed();
    scenario::publish(&mut ledger, 0);
    publishing::restrict(&mut ledger, &scenario::publisher(), scenario::package(), 2);
    publishing::upgrade(&mut ledger, &scenario::publisher(), scenario::package(), scenario::first());
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = publishing::EPolicyLoosened)]
fun a_policy_is_never_loosened() {
    let mut ledger = scenario::licensed();
    scenario::publish(&mut ledger, 1);
    publishing::restrict(&mut ledger, &scenario::publisher(), scenario::package(), 0);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = publishing::EUnknownPolicy)]
fun there_are_three_policies() {
    let mut ledger = scenario::licensed();
    scenario::publish(&mut ledger, 3);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = publishing::EBadName)]
fun a_package_has_a_name() {
    let mut ledger = scenario::licensed();
    publishing::publish(&mut ledger, &scenario::publisher(), b"".to_string(), scenario::first(), 0);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = publishing::EBadName)]
fun a_name_has_no_spaces() {
    let mut ledger = scenario::licensed();
    publishing::publish(&mut ledger, &scenario::publisher(), b"tiny too".to_string(), scenario::first(), 0);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = publishing::EPublishingNotEnabled)]
fun a_ledger_without_the_authority_takes_no_modules() {
    let mut ledger = test_ledger::new_ledger();
    oversight::supervisor::initialise(&mut ledger, @0x5);
    scenario::grant_publisher(&mut ledger, @0xA11CE);
    scenario::publish(&mut ledger, 0);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = package::EAlreadyEstablished)]
fun the_authority_is_given_out_once() {
    let mut ledger = scenario::supervised();
    publishing::initialise(&mut ledger, &test_ledger::new_signer(@std));
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = package::ENotFramework)]
fun the_authority_is_given_to_nobody_else() {
    let mut ledger = test_ledger::new_ledger();
    publishing::initialise(&mut ledger, &test_ledger::new_signer(@0xA11CE));
    test_ledger::destroy(ledger);
}
