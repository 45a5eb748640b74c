/// Changes of policy by proposals with a time lock.
#[test_only]
module banking::policy_change_tests;

use banking::cash_desk;
use banking::central_bank;
use banking::economy;
use banking::monetary_policy;
use banking::policy_change;
use money::policy;
use oversight::governed;
use oversight::licence;
use std::ledger::Ledger;
use std::test_ledger::{Self, new_signer};
use std::unit_test::assert_eq;

const BANK: address = @0xCB;
const MINUTE_MS: u64 = 60_000;
const DAY_MS: u64 = 86_400_000;

/// The usual economy at 1,000 ms with a delay of an hour; tier 1 holds at most 500, the reserve ratio is 10%.
fun begin(): Ledger {
    let mut ledger = economy::begin();
    test_ledger::set_time_ms(&mut ledger, 1_000);
    policy_change::set_first_delay(&mut ledger, &new_signer(BANK), 60 * MINUTE_MS);
    economy::set_tier(&mut ledger, option::some(500), option::none(), option::none(), option::none());
    central_bank::set_policy(&mut ledger, &new_signer(BANK), monetary_policy::reserve_ratio(), 1_000);
    ledger
}

fun propose_tier(ledger: &mut Ledger, balance: u64, earliest_ms: u64) {
    let none = option::none();
    policy_change::propose_tier(ledger, &new_signer(BANK), 1, option::some(balance), none, none, none, earliest_ms);
}

fun propose_ratio(ledger: &mut Ledger, value: u64, earliest_ms: u64) {
    policy_change::propose_parameter(ledger, &new_signer(BANK), monetary_policy::reserve_ratio(), value, earliest_ms);
}

fun execute_at(ledger: &mut Ledger, number: u64, time_ms: u64) {
    test_ledger::set_time_ms(ledger, time_ms);
    policy_change::execute(ledger, &new_signer(BANK), number);
}

fun balance_of_tier(ledger: &Ledger): Option<u64> {
    *policy::borrow(ledger, cash_desk::cash(ledger, BANK)).limits(1).balance()
}

fun ratio(ledger: &Ledger): u64 {
    monetary_policy::value(ledger, BANK, monetary_policy::reserve_ratio())
}

const EARLIEST_MS: u64 = 3_601_000;

#[test]
fun a_proposal_changes_nothing_until_it_is_executed() {
    let mut ledger = begin();
    propose_tier(&mut ledger, 900, EARLIEST_MS);
    propose_ratio(&mut ledger, 2_000, EARLIEST_MS + 5);
    assert_eq!(balance_of_tier(&ledger), option::some(500));
    execute_at(&mut ledger, 1, EARLIEST_MS);
    assert_eq!(balance_of_tier(&ledger), option::some(900));
    assert_eq!(ratio(&ledger), 1_000);
    execute_at(&mut ledger, 2, EARLIEST_MS + 5);
    assert_eq!(ratio(&ledger), 2_000);
    economy::end(ledger);
}

#[test]
fun the_delay_changes_in_the_same_way() {
    let mut ledger = begin();
    policy_change::propose_delay(&mut ledger, &new_signer(BANK), MINUTE_MS, EARLIEST_MS);
    execute_at(&mut ledger, 1, EARLIEST_MS);
    propose_ratio(&mut ledger, 2_000, EARLIEST_MS + MINUTE_MS);
    execute_at(&mut ledger, 2, EARLIEST_MS + MINUTE_MS);
    assert_eq!(ratio(&ledger), 2_000);
    economy::end(ledger);
}

#[test]
fun a_proposal_can_be_executed_for_30_days() {
    let mut ledger = begin();
    propose_ratio(&mut ledger, 2_000, EARLIEST_MS);
    execute_at(&mut ledger, 1, EARLIEST_MS + 30 * DAY_MS);
    assert_eq!(ratio(&ledger), 2_000);
    economy::end(ledger);
}

#[test]
fun what_has_lapsed_makes_room() {
    let mut ledger = begin();
    32u64.do!(|_| propose_ratio(&mut ledger, 2_000, EARLIEST_MS));
    test_ledger::set_time_ms(&mut ledger, EARLIEST_MS + 30 * DAY_MS + 1);
    propose_ratio(&mut ledger, 2_000, 2 * EARLIEST_MS + 31 * DAY_MS);
    economy::end(ledger);
}

#[test]
fun without_a_first_delay_it_is_seven_days() {
    let mut ledger = economy::begin();
    propose_ratio(&mut ledger, 2_000, 7 * DAY_MS);
    execute_at(&mut ledger, 1, 7 * DAY_MS);
    assert_eq!(ratio(&ledger), 2_000);
    economy::end(ledger);
}

// === What is refused ===

#[test, expected_failure(abort_code = central_bank::EMustBeProposed)]
fun a_tier_that_was_set_is_not_just_set_again() {
    let mut ledger = begin();
    economy::set_tier(&mut ledger, option::some(900), option::none(), option::none(), option::none());
    economy::end(ledger);
}

#[test, expected_failure(abort_code = central_bank::EMustBeProposed)]
fun a_parameter_that_was_set_is_not_just_set_again() {
    let mut ledger = begin();
    central_bank::set_policy(&mut ledger, &new_signer(BANK), monetary_policy::reserve_ratio(), 900);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = central_bank::EMustBeProposed)]
fun a_parameter_brought_to_zero_was_set() {
    let mut ledger = begin();
    propose_ratio(&mut ledger, 0, EARLIEST_MS);
    execute_at(&mut ledger, 1, EARLIEST_MS);
    central_bank::set_policy(&mut ledger, &new_signer(BANK), monetary_policy::reserve_ratio(), 900);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = governed::ELocked)]
fun nothing_is_executed_before_its_time() {
    let mut ledger = begin();
    propose_ratio(&mut ledger, 2_000, EARLIEST_MS);
    execute_at(&mut ledger, 1, EARLIEST_MS - 1);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = governed::ETooEarly)]
fun nothing_is_proposed_for_sooner_than_the_delay() {
    let mut ledger = begin();
    propose_ratio(&mut ledger, 2_000, EARLIEST_MS - 1);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = governed::ETooEarly)]
fun nothing_is_proposed_for_a_far_future() {
    let mut ledger = begin();
    propose_ratio(&mut ledger, 2_000, EARLIEST_MS + 366 * DAY_MS + 1);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = governed::ELapsed)]
fun a_proposal_lapses() {
    let mut ledger = begin();
    propose_ratio(&mut ledger, 2_000, EARLIEST_MS);
    execute_at(&mut ledger, 1, EARLIEST_MS + 30 * DAY_MS + 1);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = governed::EUnknownProposal)]
fun a_proposal_is_executed_once() {
    let mut ledger = begin();
    propose_ratio(&mut ledger, 2_000, EARLIEST_MS);
    execute_at(&mut ledger, 1, EARLIEST_MS);
    execute_at(&mut ledger, 1, EARLIEST_MS);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = governed::EUnknownProposal)]
fun a_cancelled_proposal_is_not_executed() {
    let mut ledger = begin();
    propose_ratio(&mut ledger, 2_000, EARLIEST_MS);
    policy_change::cancel(&mut ledger, &new_signer(BANK), 1);
    execute_at(&mut ledger, 1, EARLIEST_MS);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = governed::ETooManyProposals)]
fun at_most_32_proposals_stand() {
    let mut ledger = begin();
    33u64.do!(|_| propose_ratio(&mut ledger, 2_000, EARLIEST_MS));
    economy::end(ledger);
}

#[test, expected_failure(abort_code = governed::EDelaySet)]
fun the_delay_is_set_at_once_only_first() {
    let mut ledger = begin();
    policy_change::set_first_delay(&mut ledger, &new_signer(BANK), MINUTE_MS);
    economy::end(ledger);
}

/// Values were set while seven days held: a shorter delay would let them change sooner than anybody could expect.
#[test, expected_failure(abort_code = policy_change::EMustBeProposed)]
fun a_first_delay_is_no_way_round_the_seven_days_of_a_tier() {
    let mut ledger = economy::begin();
    economy::set_tier(&mut ledger, option::some(500), option::none(), option::none(), option::none());
    policy_change::set_first_delay(&mut ledger, &new_signer(BANK), 7 * DAY_MS - 1);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = policy_change::EMustBeProposed)]
fun nor_of_a_parameter() {
    let mut ledger = economy::begin();
    central_bank::set_policy(&mut ledger, &new_signer(BANK), monetary_policy::reserve_ratio(), 1_000);
    policy_change::set_first_delay(&mut ledger, &new_signer(BANK), MINUTE_MS);
    economy::end(ledger);
}

#[test]
fun a_longer_first_delay_can_come_later() {
    let mut ledger = economy::begin();
    central_bank::set_policy(&mut ledger, &new_signer(BANK), monetary_policy::reserve_ratio(), 1_000);
    policy_change::set_first_delay(&mut ledger, &new_signer(BANK), 8 * DAY_MS);
    propose_ratio(&mut ledger, 2_000, 8 * DAY_MS);
    execute_at(&mut ledger, 1, 8 * DAY_MS);
    assert_eq!(ratio(&ledger), 2_000);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = governed::EBadDelay)]
fun a_delay_is_a_minute_at_least() {
    let mut ledger = begin();
    policy_change::propose_delay(&mut ledger, &new_signer(BANK), MINUTE_MS - 1, EARLIEST_MS);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = monetary_policy::EBadValue)]
fun what_could_not_be_set_is_not_proposed() {
    let mut ledger = begin();
    propose_ratio(&mut ledger, 10_001, EARLIEST_MS);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = policy::EBadTier)]
fun nor_is_a_tier_that_cannot_be() {
    let mut ledger = begin();
    policy_change::propose_tier(&mut ledger, &new_signer(BANK), 17, option::none(), option::none(), option::none(), option::none(), EARLIEST_MS);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = central_bank::ENotCentralBank)]
fun nobody_else_proposes() {
    let mut ledger = begin();
    policy_change::propose_delay(&mut ledger, &new_signer(@0xA), MINUTE_MS, EARLIEST_MS);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = central_bank::ENotCentralBank)]
fun nobody_else_executes() {
    let mut ledger = begin();
    propose_ratio(&mut ledger, 2_000, EARLIEST_MS);
    test_ledger::set_time_ms(&mut ledger, EARLIEST_MS);
    policy_change::execute(&mut ledger, &new_signer(@0xA), 1);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = central_bank::ENotCentralBank)]
fun nobody_else_cancels() {
    let mut ledger = begin();
    propose_ratio(&mut ledger, 2_000, EARLIEST_MS);
    policy_change::cancel(&mut ledger, &new_signer(@0xA), 1);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = licence::ESuspended)]
fun a_suspended_central_bank_changes_nothing() {
    let mut ledger = begin();
    propose_ratio(&mut ledger, 2_000, EARLIEST_MS);
    economy::suspend_bank(&mut ledger);
    execute_at(&mut ledger, 1, EARLIEST_MS);
    economy::end(ledger);
}
