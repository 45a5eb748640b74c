/// Supervisors, and licences over their whole life.
#[test_only]
module oversight::licence_tests;

use money::testing;
use oversight::genesis;
use oversight::licence;
use oversight::office;
use oversight::scenario;
use oversight::supervisor;
use std::ledger::Ledger;
use std::test_ledger::{Self, new_signer};
use std::unit_test::assert_eq;

const HOLDER: address = @0xBA;

/// A supervised ledger with unit 1.
fun begin(): Ledger {
    let mut ledger = scenario::supervised();
    testing::register_unit(&mut ledger, b"CZK", 60, false);
    ledger
}

fun grant(ledger: &mut Ledger, kind: u8, unit: u32) {
    licence::grant(ledger, &scenario::supervisor(), HOLDER, kind, unit, option::none(), option::none());
}

/// A bank's licence for unit 1, with a limit of 1,000 and an expiry at 5,000 ms.
fun licensed_bank(): Ledger {
    let mut ledger = begin();
    licence::grant(&mut ledger, &scenario::supervisor(), HOLDER, licence::bank(), 1, option::some(1_000), option::some(5_000));
    ledger
}

fun suspend(ledger: &mut Ledger, by: &signer) {
    licence::suspend(ledger, by, HOLDER, licence::bank(), 1, b"Late returns.".to_string());
}

fun resume(ledger: &mut Ledger, by: &signer) {
    licence::resume(ledger, by, HOLDER, licence::bank(), 1);
}

fun revoke(ledger: &mut Ledger, by: &signer) {
    licence::revoke(ledger, by, HOLDER, licence::bank(), 1, b"Insolvent.".to_string());
}

fun status(ledger: &Ledger): u8 {
    licence::status(ledger, HOLDER, licence::bank(), 1)
}

// === A licence's life ===

#[test]
fun a_licence_stands_until_it_is_suspended_revoked_or_expired() {
    let mut ledger = begin();
    assert_eq!(status(&ledger), 0);
    grant(&mut ledger, licence::bank(), 1);
    assert_eq!(status(&ledger), 1);
    licence::check(&ledger, HOLDER, licence::bank(), 1);
    suspend(&mut ledger, &scenario::supervisor());
    assert_eq!(status(&ledger), 2);
    assert!(!licence::stands(&ledger, HOLDER, licence::bank(), 1));
    resume(&mut ledger, &scenario::supervisor());
    assert!(licence::stands(&ledger, HOLDER, licence::bank(), 1));
    revoke(&mut ledger, &scenario::supervisor());
    assert_eq!(status(&ledger), 3);
    // A new one takes the place of the one that was revoked.
    licence::grant(&mut ledger, &scenario::supervisor(), HOLDER, licence::bank(), 1, option::none(), option::some(10));
    assert_eq!(status(&ledger), 1);
    test_ledger::set_time_ms(&mut ledger, 9);
    assert_eq!(status(&ledger), 1);
    test_ledger::set_time_ms(&mut ledger, 10);
    assert_eq!(status(&ledger), 4);
    grant(&mut ledger, licence::bank(), 1);
    assert_eq!(status(&ledger), 1);
    test_ledger::destroy(ledger);
}

#[test]
fun a_licence_is_for_one_kind_and_unit_only() {
    let mut ledger = begin();
    testing::register_unit(&mut ledger, b"EUR", 60, false);
    grant(&mut ledger, licence::bank(), 1);
    grant(&mut ledger, licence::operator(), 1);
    grant(&mut ledger, licence::certifier(), 0);
    grant(&mut ledger, licence::publisher(), 0);
    let expected = vector[
        vector[0, 0], vector[1, 0], vector[0, 0], vector[1, 0], vector[0, 0], vector[0, 0], vector[0, 0],
        vector[0, 0], vector[0, 0], vector[0, 0], vector[0, 0], vector[0, 0], vector[0, 0],
    ];
    13u8.do!(|index| {
        2u32.do!(|unit| assert_eq!(licence::status(&ledger, HOLDER, index + 1, unit + 1), expected[index as u64][unit as u64]));
    });
    assert!(licence::stands(&ledger, HOLDER, licence::certifier(), 0));
    assert!(licence::stands(&ledger, HOLDER, licence::publisher(), 0));
    test_ledger::destroy(ledger);
}

#[test]
fun kinds_have_permanent_numbers() {
    assert_eq!(
        vector[
            licence::central_bank(),
            licence::bank(),
            licence::payment_institution(),
            licence::operator(),
            licence::clearing_house(),
            licence::custodian(),
            licence::reseller(),
            licence::broker(),
            licence::exchange(),
            licence::investment_bank(),
            licence::rating_agency(),
            licence::certifier(),
            licence::publisher(),
        ],
        vector[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13],
    );
}

#[test]
fun a_limit_is_the_most_that_may_be_outstanding() {
    let mut ledger = licensed_bank();
    licence::check_limit(&ledger, HOLDER, licence::bank(), 1, 1_000);
    licence::limit(&mut ledger, &scenario::supervisor(), HOLDER, licence::bank(), 1, option::none());
    licence::check_limit(&ledger, HOLDER, licence::bank(), 1, 1_001);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = licence::EOverLimit)]
fun more_than_the_limit_is_refused() {
    let ledger = licensed_bank();
    licence::check_limit(&ledger, HOLDER, licence::bank(), 1, 1_001);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = licence::ENotLicensed)]
fun without_a_licence_no_amount_is_within_its_limit() {
    let ledger = licensed_bank();
    licence::check_limit(&ledger, HOLDER, licence::operator(), 1, 0);
    test_ledger::destroy(ledger);
}

// === What a check refuses ===

#[test, expected_failure(abort_code = licence::ENotLicensed)]
fun nobody_has_a_licence_from_the_start() {
    let ledger = begin();
    licence::check(&ledger, HOLDER, licence::bank(), 1);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = licence::ESuspended)]
fun a_suspended_licence_does_not_count() {
    let mut ledger = licensed_bank();
    suspend(&mut ledger, &scenario::supervisor());
    licence::check(&ledger, HOLDER, licence::bank(), 1);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = licence::ERevoked)]
fun a_revoked_licence_does_not_count() {
    let mut ledger = licensed_bank();
    revoke(&mut ledger, &scenario::supervisor());
    licence::check(&ledger, HOLDER, licence::bank(), 1);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = licence::EExpired)]
fun an_expired_licence_does_not_count() {
    let mut ledger = licensed_bank();
    test_ledger::set_time_ms(&mut ledger, 5_000);
    licence::check(&ledger, HOLDER, licence::bank(), 1);
    test_ledger::destroy(ledger);
}

// === What cannot be granted or changed ===

#[test, expected_failure(abort_code = licence::EAlreadyLicensed)]
fun nobody_is_licensed_twice() {
    let mut ledger = licensed_bank();
    grant(&mut ledger, licence::bank(), 1);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = licence::EWoundUp)]
fun no_licence_follows_what_is_wound_up() {
    let mut ledger = licensed_bank();
    revoke(&mut ledger, &scenario::supervisor());
    licence::wind_up(&mut ledger, &scenario::supervisor(), HOLDER, licence::bank(), 1);
    grant(&mut ledger, licence::bank(), 1);
    test_ledger::destroy(ledger);
}

#[test]
fun winding_up_closes_one_kind_in_one_unit() {
    let mut ledger = licensed_bank();
    testing::register_unit(&mut ledger, b"USD", 0, false);
    revoke(&mut ledger, &scenario::supervisor());
    licence::wind_up(&mut ledger, &scenario::supervisor(), HOLDER, licence::bank(), 1);
    licence::wind_up(&mut ledger, &scenario::supervisor(), HOLDER, licence::bank(), 1);
    assert_eq!(licence::is_wound_up(&ledger, HOLDER, licence::bank(), 1), true);
    assert_eq!(licence::is_wound_up(&ledger, @0xBB, licence::bank(), 1), false);
    grant(&mut ledger, licence::bank(), 2);
    grant(&mut ledger, licence::payment_institution(), 1);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = licence::ENotRevoked)]
fun a_licence_that_stands_is_not_wound_up() {
    let mut ledger = licensed_bank();
    licence::wind_up(&mut ledger, &scenario::supervisor(), HOLDER, licence::bank(), 1);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = supervisor::ENotSupervisor)]
fun nobody_else_closes_a_licence_to_another() {
    let mut ledger = licensed_bank();
    revoke(&mut ledger, &scenario::supervisor());
    licence::wind_up(&mut ledger, &new_signer(HOLDER), HOLDER, licence::bank(), 1);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = licence::EAlreadyLicensed)]
fun a_new_licence_does_not_end_a_suspension() {
    let mut ledger = licensed_bank();
    suspend(&mut ledger, &scenario::supervisor());
    grant(&mut ledger, licence::bank(), 1);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = licence::EBadKind)]
fun there_is_no_kind_0() {
    let mut ledger = begin();
    grant(&mut ledger, 0, 1);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = licence::EBadKind)]
fun there_is_no_kind_14() {
    let mut ledger = begin();
    grant(&mut ledger, 14, 1);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = licence::EBadUnit)]
fun a_bank_needs_a_unit() {
    let mut ledger = begin();
    grant(&mut ledger, licence::bank(), 0);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = licence::EBadUnit)]
fun the_unit_must_be_registered() {
    let mut ledger = begin();
    grant(&mut ledger, licence::certifier(), 2);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = licence::EBadUnit)]
fun a_publisher_has_no_unit() {
    let mut ledger = begin();
    grant(&mut ledger, licence::publisher(), 1);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = licence::EBadExpiry)]
fun a_licence_cannot_have_expired_when_it_is_granted() {
    let mut ledger = begin();
    test_ledger::set_time_ms(&mut ledger, 7);
    licence::grant(&mut ledger, &scenario::supervisor(), HOLDER, licence::bank(), 1, option::none(), option::some(7));
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = licence::ENotSuspended)]
fun only_a_suspended_licence_is_resumed() {
    let mut ledger = licensed_bank();
    resume(&mut ledger, &scenario::supervisor());
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = licence::ENotSuspended)]
fun a_revoked_licence_is_not_resumed() {
    let mut ledger = licensed_bank();
    revoke(&mut ledger, &scenario::supervisor());
    resume(&mut ledger, &scenario::supervisor());
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = licence::ENotGranted)]
fun a_suspended_licence_is_not_suspended_again() {
    let mut ledger = licensed_bank();
    suspend(&mut ledger, &scenario::supervisor());
    suspend(&mut ledger, &scenario::supervisor());
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = licence::ERevoked)]
fun a_revoked_licence_is_not_revoked_again() {
    let mut ledger = licensed_bank();
    revoke(&mut ledger, &scenario::supervisor());
    revoke(&mut ledger, &scenario::supervisor());
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = licence::ERevoked)]
fun a_revoked_licence_has_no_limit_to_change() {
    let mut ledger = licensed_bank();
    revoke(&mut ledger, &scenario::supervisor());
    licence::limit(&mut ledger, &scenario::supervisor(), HOLDER, licence::bank(), 1, option::none());
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = licence::ENotLicensed)]
fun there_must_be_a_licence_to_revoke() {
    let mut ledger = begin();
    revoke(&mut ledger, &scenario::supervisor());
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = licence::EBadReason)]
fun a_suspension_gives_a_reason() {
    let mut ledger = licensed_bank();
    licence::suspend(&mut ledger, &scenario::supervisor(), HOLDER, licence::bank(), 1, b"".to_string());
    test_ledger::destroy(ledger);
}

// === Who may ===

#[test, expected_failure(abort_code = supervisor::ENotSupervisor)]
fun nobody_else_grants() {
    let mut ledger = begin();
    licence::grant(&mut ledger, &new_signer(HOLDER), HOLDER, licence::bank(), 1, option::none(), option::none());
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = supervisor::ENotSupervisor)]
fun nobody_else_limits() {
    let mut ledger = licensed_bank();
    licence::limit(&mut ledger, &new_signer(HOLDER), HOLDER, licence::bank(), 1, option::none());
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = supervisor::ENotSupervisor)]
fun nobody_else_suspends() {
    let mut ledger = licensed_bank();
    suspend(&mut ledger, &new_signer(HOLDER));
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = supervisor::ENotSupervisor)]
fun nobody_else_resumes() {
    let mut ledger = licensed_bank();
    suspend(&mut ledger, &scenario::supervisor());
    resume(&mut ledger, &new_signer(HOLDER));
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = supervisor::ENotSupervisor)]
fun nobody_else_revokes() {
    let mut ledger = licensed_bank();
    revoke(&mut ledger, &new_signer(HOLDER));
    test_ledger::destroy(ledger);
}

#[test]
fun a_supervisor_appoints_another_and_resigns() {
    let mut ledger = licensed_bank();
    supervisor::appoint(&mut ledger, &scenario::supervisor(), @0x6);
    supervisor::resign(&mut ledger, &scenario::supervisor());
    suspend(&mut ledger, &new_signer(@0x6));
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
    supervisor::appoint(&mut ledger, &scenario::supervisor(), @0x6);
    supervisor::resign(&mut ledger, &scenario::supervisor());
    supervisor::resign(&mut ledger, &scenario::supervisor());
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = office::ELastOfOffice)]
fun the_last_supervisor_stays() {
    let mut ledger = scenario::supervised();
    supervisor::appoint(&mut ledger, &scenario::supervisor(), @0x6);
    supervisor::resign(&mut ledger, &new_signer(@0x6));
    supervisor::resign(&mut ledger, &scenario::supervisor());
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = supervisor::EAlreadySupervisor)]
fun nobody_is_appointed_twice() {
    let mut ledger = scenario::supervised();
    supervisor::appoint(&mut ledger, &scenario::supervisor(), @0x5);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = genesis::ENotFramework)]
fun genesis_is_signed_by_the_framework() {
    let mut ledger = test_ledger::new_ledger();
    genesis::initialise(&mut ledger, &scenario::publisher(), &new_signer(@std), @0x5);
    test_ledger::destroy(ledger);
}
