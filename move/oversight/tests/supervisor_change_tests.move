/// Supervisors that come and go by what the others approve.
#[test_only]
module oversight::supervisor_change_tests;

use oversight::governed;
use oversight::office;
use oversight::supervisor;
use oversight::supervisor_change as change;
use oversight::testing;
use std::ledger::Ledger;
use std::test_ledger::{Self, new_signer};

const DELAY_MS: u64 = 7 * 24 * 60 * 60 * 1000;
const LAPSE_MS: u64 = 30 * 24 * 60 * 60 * 1000;

/// So many supervisors, from 0x5 on.
fun begin(supervisors: u64): Ledger {
    let mut ledger = test_ledger::new_ledger();
    testing::supervise(&mut ledger);
    if (supervisors > 1) supervisor::appoint(&mut ledger, &new_signer(@0x5), @0x6);
    if (supervisors > 2) {
        add(&mut ledger, vector[@0x5, @0x6], @0x7);
    };
    if (supervisors > 3) {
        add(&mut ledger, vector[@0x5, @0x6], @0x8);
    };
    ledger
}

/// Appoints another by the approval of some, the first of whom proposes.
fun add(ledger: &mut Ledger, by: vector<address>, appointed: address) {
    let number = propose(ledger, by[0], option::none(), option::some(appointed));
    by.do!(|at| if (at != by[0]) change::approve(ledger, &new_signer(at), number));
    wait(ledger, DELAY_MS);
    change::execute(ledger, &new_signer(by[0]), number);
}

fun wait(ledger: &mut Ledger, ms: u64) {
    let now = ledger.time_ms();
    test_ledger::set_time_ms(ledger, now + ms);
}

fun propose(ledger: &mut Ledger, by: address, dismissed: Option<address>, appointed: Option<address>): u64 {
    let earliest = ledger.time_ms() + DELAY_MS;
    let number = change::last(ledger) + 1;
    change::propose(ledger, &new_signer(by), dismissed, appointed, b"Keys were stolen".to_string(), earliest);
    number
}

fun against(ledger: &mut Ledger, by: address, dismissed: address): u64 {
    propose(ledger, by, option::some(dismissed), option::none())
}

#[test]
fun two_of_three_dismiss_the_third_who_objects() {
    let mut ledger = begin(3);
    let number = against(&mut ledger, @0x5, @0x7);
    change::object(&mut ledger, &new_signer(@0x7), number);
    change::approve(&mut ledger, &new_signer(@0x6), number);
    wait(&mut ledger, DELAY_MS);
    change::execute(&mut ledger, &new_signer(@0x6), number);
    assert!(!supervisor::exists(&ledger, @0x7));
    testing::end(ledger);
}

#[test]
fun one_is_replaced_by_another() {
    let mut ledger = begin(2);
    let number = propose(&mut ledger, @0x5, option::some(@0x6), option::some(@0x9));
    wait(&mut ledger, DELAY_MS);
    change::execute(&mut ledger, &new_signer(@0x5), number);
    assert!(supervisor::exists(&ledger, @0x9) && !supervisor::exists(&ledger, @0x6));
    testing::end(ledger);
}

/// Whose keys are lost says nothing.
#[test]
fun one_of_two_of_whom_nobody_hears_goes() {
    let mut ledger = begin(2);
    let number = against(&mut ledger, @0x5, @0x6);
    wait(&mut ledger, DELAY_MS);
    change::execute(&mut ledger, &new_signer(@0x5), number);
    assert!(!supervisor::exists(&ledger, @0x6));
    testing::end(ledger);
}

#[test, expected_failure(abort_code = change::ETooFewApprove)]
fun one_of_two_who_objects_stays() {
    let mut ledger = begin(2);
    let number = against(&mut ledger, @0x5, @0x6);
    change::object(&mut ledger, &new_signer(@0x6), number);
    wait(&mut ledger, DELAY_MS);
    change::execute(&mut ledger, &new_signer(@0x5), number);
    testing::end(ledger);
}

#[test, expected_failure(abort_code = change::ETooFewApprove)]
fun one_of_three_dismisses_nobody() {
    let mut ledger = begin(3);
    let number = against(&mut ledger, @0x5, @0x6);
    wait(&mut ledger, DELAY_MS);
    change::execute(&mut ledger, &new_signer(@0x5), number);
    testing::end(ledger);
}

#[test, expected_failure(abort_code = change::ETooFewApprove)]
fun half_appoint_nobody() {
    let mut ledger = begin(4);
    add(&mut ledger, vector[@0x5, @0x6], @0x9);
    testing::end(ledger);
}

/// Of four, two approved, and one of them resigned since.
#[test, expected_failure(abort_code = change::ETooFewApprove)]
fun who_has_left_office_does_not_count() {
    let mut ledger = begin(4);
    let number = against(&mut ledger, @0x5, @0x8);
    change::approve(&mut ledger, &new_signer(@0x6), number);
    supervisor::resign(&mut ledger, &new_signer(@0x6));
    wait(&mut ledger, DELAY_MS);
    change::execute(&mut ledger, &new_signer(@0x5), number);
    testing::end(ledger);
}

/// A stolen key packs no bench.
#[test, expected_failure(abort_code = supervisor::ESeveral)]
fun nobody_among_several_appoints_alone() {
    let mut ledger = begin(2);
    supervisor::appoint(&mut ledger, &new_signer(@0x6), @0x9);
    testing::end(ledger);
}

#[test, expected_failure(abort_code = governed::ELocked)]
fun a_change_waits_for_its_time() {
    let mut ledger = begin(2);
    let number = propose(&mut ledger, @0x5, option::none(), option::some(@0x9));
    change::approve(&mut ledger, &new_signer(@0x6), number);
    wait(&mut ledger, DELAY_MS - 1);
    change::execute(&mut ledger, &new_signer(@0x5), number);
    testing::end(ledger);
}

#[test, expected_failure(abort_code = governed::ETooEarly)]
fun nobody_shortens_the_time() {
    let mut ledger = begin(2);
    let earliest = ledger.time_ms() + DELAY_MS - 1;
    change::propose(&mut ledger, &new_signer(@0x5), option::none(), option::some(@0x9), b"At once".to_string(), earliest);
    testing::end(ledger);
}

#[test, expected_failure(abort_code = governed::ELapsed)]
fun an_old_proposal_has_lapsed() {
    let mut ledger = begin(2);
    let number = against(&mut ledger, @0x5, @0x6);
    wait(&mut ledger, DELAY_MS + LAPSE_MS + 1);
    change::execute(&mut ledger, &new_signer(@0x5), number);
    testing::end(ledger);
}

#[test, expected_failure(abort_code = change::EUnknownProposal)]
fun nobody_approves_what_has_lapsed() {
    let mut ledger = begin(2);
    let number = against(&mut ledger, @0x5, @0x6);
    wait(&mut ledger, DELAY_MS + LAPSE_MS + 1);
    change::approve(&mut ledger, &new_signer(@0x6), number);
    testing::end(ledger);
}

#[test]
fun what_lapsed_makes_room_for_the_next() {
    let mut ledger = begin(2);
    against(&mut ledger, @0x5, @0x6);
    wait(&mut ledger, DELAY_MS + LAPSE_MS + 1);
    against(&mut ledger, @0x5, @0x6);
    testing::end(ledger);
}

#[test, expected_failure(abort_code = change::EProposesAlready)]
fun one_proposal_each() {
    let mut ledger = begin(2);
    against(&mut ledger, @0x5, @0x6);
    against(&mut ledger, @0x5, @0x6);
    testing::end(ledger);
}

#[test, expected_failure(abort_code = change::EApprovedAlready)]
fun nobody_counts_twice() {
    let mut ledger = begin(3);
    let number = against(&mut ledger, @0x5, @0x6);
    change::approve(&mut ledger, &new_signer(@0x5), number);
    testing::end(ledger);
}

#[test, expected_failure(abort_code = change::ENotDismissed)]
fun only_the_one_concerned_objects() {
    let mut ledger = begin(3);
    let number = against(&mut ledger, @0x5, @0x6);
    change::object(&mut ledger, &new_signer(@0x7), number);
    testing::end(ledger);
}

#[test, expected_failure(abort_code = change::ENotProposer)]
fun whom_it_concerns_does_not_cancel_it() {
    let mut ledger = begin(2);
    let number = against(&mut ledger, @0x5, @0x6);
    change::cancel(&mut ledger, &new_signer(@0x6), number);
    testing::end(ledger);
}

#[test, expected_failure(abort_code = change::EUnknownProposal)]
fun what_was_taken_back_is_not_executed() {
    let mut ledger = begin(2);
    let number = against(&mut ledger, @0x5, @0x6);
    change::cancel(&mut ledger, &new_signer(@0x5), number);
    change::execute(&mut ledger, &new_signer(@0x5), number);
    testing::end(ledger);
}

#[test, expected_failure(abort_code = change::ENotInOffice)]
fun who_is_none_is_not_dismissed() {
    let mut ledger = begin(2);
    against(&mut ledger, @0x5, @0x9);
    testing::end(ledger);
}

#[test, expected_failure(abort_code = supervisor::EAlreadySupervisor)]
fun who_is_one_is_not_appointed() {
    let mut ledger = begin(2);
    propose(&mut ledger, @0x5, option::none(), option::some(@0x6));
    testing::end(ledger);
}

#[test, expected_failure(abort_code = change::ENothingChanges)]
fun something_changes() {
    let mut ledger = begin(2);
    propose(&mut ledger, @0x5, option::none(), option::none());
    testing::end(ledger);
}

#[test, expected_failure(abort_code = office::ELastOfOffice)]
fun the_last_dismisses_itself_for_nobody() {
    let mut ledger = begin(1);
    let number = against(&mut ledger, @0x5, @0x5);
    wait(&mut ledger, DELAY_MS);
    change::execute(&mut ledger, &new_signer(@0x5), number);
    testing::end(ledger);
}

#[test, expected_failure(abort_code = supervisor::ENotSupervisor)]
fun a_stranger_proposes_nothing() {
    let mut ledger = begin(1);
    against(&mut ledger, @0x9, @0x5);
    testing::end(ledger);
}

#[test, expected_failure(abort_code = supervisor::ENotSupervisor)]
fun a_stranger_approves_nothing() {
    let mut ledger = begin(2);
    let number = against(&mut ledger, @0x5, @0x6);
    change::approve(&mut ledger, &new_signer(@0x9), number);
    testing::end(ledger);
}

#[test, expected_failure(abort_code = supervisor::ENotSupervisor)]
fun a_stranger_executes_nothing() {
    let mut ledger = begin(2);
    let number = against(&mut ledger, @0x5, @0x6);
    change::execute(&mut ledger, &new_signer(@0x9), number);
    testing::end(ledger);
}
