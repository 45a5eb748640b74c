/// Freezes of wallets by warrant.
#[test_only]
module oversight::warrant_tests;

use money::instrument::{Self, IssueAuthority};
use money::testing;
use money::wallet::{Self, OperatorAuthority};
use oversight::genesis;
use oversight::investigator;
use oversight::office;
use oversight::scenario;
use oversight::supervisor;
use oversight::warrant;
use std::ledger::Ledger;
use std::test_ledger::{Self, new_signer};
use std::unit_test::assert_eq;

const INVESTIGATOR: address = @0x1A;
const DAY_MS: u64 = 86_400_000;

/// Keeps what issues and serves.
public struct Issuer has store { token: IssueAuthority, free: IssueAuthority, serve: OperatorAuthority }

/// Wallet 0xA1 with 100 of an issued token (instrument 1) and 50 of issuerless money (instrument 2), and empty 0xA2 and 0xA3, all
/// of holder 1; the time is 1,000 ms.
fun begin(): Ledger {
    let mut ledger = scenario::supervised();
    genesis::enable_warrants(&mut ledger, &new_signer(@oversight), &new_signer(@money), INVESTIGATOR);
    test_ledger::set_time_ms(&mut ledger, 1_000);
    testing::register_unit(&mut ledger, b"CZK", 60, false);
    let token = instrument::register(&mut ledger, &new_signer(@0x155), 1, 6, b"TOKEN".to_string());
    let free = instrument::register_issuerless(&mut ledger, 1, b"FREE".to_string());
    let serve = wallet::admit(&token.permit(), @0x155);
    vector[@0xA1, @0xA2, @0xA3].do!(|owner| wallet::open(&mut ledger, &serve.permit(), owner, testing::commitment(1), 1));
    wallet::issue_to(&mut ledger, &serve.permit(), &token.permit(), @0xA1, 100);
    wallet::issue_to(&mut ledger, &serve.permit(), &free.permit(), @0xA1, 50);
    ledger.publish(@0x155, Issuer { token, free, serve });
    ledger
}

fun freeze_until(ledger: &mut Ledger, until_ms: u64) {
    freeze_by(ledger, INVESTIGATOR, @0x5, until_ms);
}

fun freeze_by(ledger: &mut Ledger, requester: address, approver: address, until_ms: u64) {
    let reason = b"Case 1".to_string();
    warrant::freeze_wallet(ledger, &new_signer(requester), &new_signer(approver), @0xA1, reason, until_ms);
}

fun lift(ledger: &mut Ledger, by: address, number: u64) {
    warrant::lift_wallet(ledger, &new_signer(by), @0xA1, number);
}

fun pay(ledger: &mut Ledger, instrument: u32) {
    testing::pay(ledger, @0xA1, @0xA2, instrument, 10);
}

#[test]
fun a_frozen_wallet_receives_and_pays_what_nobody_issues() {
    let mut ledger = begin();
    pay(&mut ledger, 1);
    freeze_until(&mut ledger, 2_000);
    testing::pay(&mut ledger, @0xA2, @0xA1, 1, 10);
    pay(&mut ledger, 2);
    assert_eq!(wallet::balance(&ledger, @0xA1, 1), 100);
    assert_eq!(wallet::balance(&ledger, @0xA1, 2), 40);
    test_ledger::destroy(ledger);
}

#[test]
fun a_freeze_ends_by_itself() {
    let mut ledger = begin();
    freeze_until(&mut ledger, 2_000);
    test_ledger::set_time_ms(&mut ledger, 1_999);
    assert!(wallet::is_frozen(&ledger, @0xA1));
    test_ledger::set_time_ms(&mut ledger, 2_000);
    assert!(!wallet::is_frozen(&ledger, @0xA1));
    pay(&mut ledger, 1);
    test_ledger::destroy(ledger);
}

#[test]
fun either_authority_lifts_a_warrant() {
    let mut ledger = begin();
    freeze_until(&mut ledger, 2_000);
    lift(&mut ledger, @0x5, 1);
    pay(&mut ledger, 1);
    freeze_until(&mut ledger, 2_000);
    lift(&mut ledger, INVESTIGATOR, 2);
    pay(&mut ledger, 1);
    assert_eq!(warrant::last_number(&ledger), 2);
    test_ledger::destroy(ledger);
}

#[test]
fun a_wallet_is_frozen_while_any_warrant_stands() {
    let mut ledger = begin();
    freeze_until(&mut ledger, 3_000);
    freeze_until(&mut ledger, 2_000);
    assert_eq!(warrant::wallet_frozen_until_ms(&ledger, @0xA1), 3_000);
    lift(&mut ledger, @0x5, 1);
    assert_eq!(warrant::wallet_frozen_until_ms(&ledger, @0xA1), 2_000);
    assert!(wallet::is_frozen(&ledger, @0xA1));
    lift(&mut ledger, @0x5, 2);
    assert!(!wallet::is_frozen(&ledger, @0xA1));
    test_ledger::destroy(ledger);
}

#[test]
fun investigating_authorities_appoint_and_resign() {
    let mut ledger = begin();
    investigator::appoint(&mut ledger, &new_signer(INVESTIGATOR), @0x1B);
    investigator::resign(&mut ledger, &new_signer(INVESTIGATOR));
    freeze_by(&mut ledger, @0x1B, @0x5, 2_000);
    assert!(wallet::is_frozen(&ledger, @0xA1));
    test_ledger::destroy(ledger);
}

/// Whoever were both could appoint an investigating authority of its own, and approve what that one asks for.
#[test, expected_failure(abort_code = office::EOtherOffice)]
fun no_investigating_authority_becomes_a_supervisor() {
    let mut ledger = begin();
    supervisor::appoint(&mut ledger, &new_signer(@0x5), INVESTIGATOR);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = office::EOtherOffice)]
fun no_supervisor_becomes_an_investigating_authority() {
    let mut ledger = begin();
    investigator::appoint(&mut ledger, &new_signer(INVESTIGATOR), @0x5);
    test_ledger::destroy(ledger);
}

#[test]
fun whoever_laid_an_office_down_can_take_up_the_other() {
    let mut ledger = begin();
    investigator::appoint(&mut ledger, &new_signer(INVESTIGATOR), @0x1B);
    investigator::resign(&mut ledger, &new_signer(INVESTIGATOR));
    supervisor::appoint(&mut ledger, &new_signer(@0x5), INVESTIGATOR);
    freeze_by(&mut ledger, @0x1B, INVESTIGATOR, 2_000);
    assert!(wallet::is_frozen(&ledger, @0xA1));
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = office::ELastOfOffice)]
fun the_last_investigating_authority_stays() {
    let mut ledger = begin();
    investigator::appoint(&mut ledger, &new_signer(INVESTIGATOR), @0x1B);
    investigator::resign(&mut ledger, &new_signer(INVESTIGATOR));
    investigator::resign(&mut ledger, &new_signer(@0x1B));
    test_ledger::destroy(ledger);
}

// === What is refused ===

#[test, expected_failure(abort_code = wallet::EFrozen)]
fun a_frozen_wallet_pays_nothing_out() {
    let mut ledger = begin();
    freeze_until(&mut ledger, 2_000);
    pay(&mut ledger, 1);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = wallet::EFrozen)]
fun a_frozen_wallet_is_not_recovered() {
    let mut ledger = begin();
    freeze_until(&mut ledger, 2_000);
    let permit = ledger.borrow<Issuer>(@0x155).serve.permit();
    wallet::recover(&mut ledger, &permit, @0xA1, @0xA3);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = wallet::EFrozen)]
fun a_frozen_wallet_is_not_closed() {
    let mut ledger = begin();
    let reason = b"Case 1".to_string();
    warrant::freeze_wallet(&mut ledger, &new_signer(INVESTIGATOR), &new_signer(@0x5), @0xA3, reason, 2_000);
    testing::close(&mut ledger, @0xA3);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = wallet::EFrozen)]
fun a_frozen_wallet_redeems_nothing() {
    let mut ledger = begin();
    freeze_until(&mut ledger, 2_000);
    let permit = ledger.borrow<Issuer>(@0x155).token.permit();
    wallet::redeem_from(&mut ledger, &new_signer(@0xA1), &permit, 1);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = investigator::ENotInvestigator)]
fun a_supervisor_alone_freezes_nothing() {
    let mut ledger = begin();
    freeze_by(&mut ledger, @0x5, @0x5, 2_000);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = supervisor::ENotSupervisor)]
fun an_investigator_alone_freezes_nothing() {
    let mut ledger = begin();
    freeze_by(&mut ledger, INVESTIGATOR, INVESTIGATOR, 2_000);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = investigator::ENotInvestigator)]
fun the_two_do_not_change_places() {
    let mut ledger = begin();
    freeze_by(&mut ledger, @0x5, INVESTIGATOR, 2_000);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = supervisor::ENotSupervisor)]
fun nobody_asks_and_approves() {
    let mut ledger = begin();
    freeze_by(&mut ledger, INVESTIGATOR, INVESTIGATOR, 2_000);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = investigator::ENotInvestigator)]
fun a_supervisor_appoints_no_investigators() {
    let mut ledger = begin();
    investigator::appoint(&mut ledger, &new_signer(@0x5), @0x1B);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = warrant::EBadTerm)]
fun a_warrant_has_an_end() {
    let mut ledger = begin();
    freeze_until(&mut ledger, 367 * DAY_MS);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = warrant::EBadTerm)]
fun a_warrant_ends_later() {
    let mut ledger = begin();
    freeze_until(&mut ledger, 1_000);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = warrant::EBadReason)]
fun a_warrant_has_a_reason() {
    let mut ledger = begin();
    warrant::freeze_wallet(&mut ledger, &new_signer(INVESTIGATOR), &new_signer(@0x5), @0xA1, b"".to_string(), 2_000);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = wallet::ENoWallet)]
fun there_must_be_a_wallet() {
    let mut ledger = begin();
    warrant::freeze_wallet(&mut ledger, &new_signer(INVESTIGATOR), &new_signer(@0x5), @0xBAD, b"Case".to_string(), 2_000);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = warrant::ENotAuthority)]
fun others_lift_nothing() {
    let mut ledger = begin();
    freeze_until(&mut ledger, 2_000);
    lift(&mut ledger, @0xA1, 1);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = warrant::EUnknownWarrant)]
fun a_warrant_is_lifted_once() {
    let mut ledger = begin();
    freeze_until(&mut ledger, 2_000);
    lift(&mut ledger, @0x5, 1);
    lift(&mut ledger, @0x5, 1);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = warrant::ETooManyWarrants)]
fun an_account_is_under_16_warrants() {
    let mut ledger = begin();
    17u64.do!(|_| freeze_until(&mut ledger, 2_000));
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = warrant::ENotEnabled)]
fun a_chain_without_the_authority_freezes_nothing() {
    let mut ledger = scenario::supervised();
    investigator::initialise(&mut ledger, INVESTIGATOR);
    freeze_until(&mut ledger, 2_000);
    test_ledger::destroy(ledger);
}
