#[test_only]
module banking::netting_tests;

use banking::gridlock;
use banking::netting::{Self, Obligation, PairLimit};
use std::unit_test::assert_eq;

const MAX_U64: u64 = 0xFFFF_FFFF_FFFF_FFFF;

/// Payments from columns: who pays whom how much.
fun list(payers: vector<u64>, payees: vector<u64>, amounts: vector<u64>): vector<Obligation> {
    vector::tabulate!(payers.length(), |i| netting::new_obligation(payers[i], payees[i], amounts[i]))
}

fun all(obligations: &vector<Obligation>): vector<bool> {
    obligations.map_ref!(|_| true)
}

fun largest(obligations: vector<Obligation>, funds: vector<u64>, limits: vector<PairLimit>): vector<bool> {
    netting::largest_set(&obligations, &all(&obligations), &funds, &limits)
}

fun same(obligations: &vector<Obligation>): vector<u8> {
    obligations.map_ref!(|_| 2)
}

// === The largest set ===

#[test]
fun a_circle_settles_without_any_money() {
    let circle = list(vector[0, 1, 2], vector[1, 2, 0], vector[100, 100, 100]);
    assert_eq!(largest(circle, vector[0, 0, 0], vector[]), vector[true, true, true]);
}

#[test]
fun a_circle_settles_with_the_differences_alone() {
    // 0 pays 10 more than it gets, 1 gets 10 more; one unit less and nothing can settle.
    let circle = list(vector[0, 1, 2], vector[1, 2, 0], vector[110, 100, 100]);
    assert_eq!(largest(circle, vector[10, 0, 0], vector[]), vector[true, true, true]);
    assert_eq!(largest(circle, vector[9, 0, 0], vector[]), vector[false, false, false]);
}

#[test]
fun the_last_of_a_payer_goes_first() {
    // 0 can pay two of its three; what 1 pays on depends on the second.
    let queue = list(vector[0, 0, 1, 0], vector[1, 1, 2, 2], vector[40, 30, 65, 50]);
    assert_eq!(largest(queue, vector[70, 0, 0], vector[]), vector[true, true, true, false]);
    assert_eq!(largest(queue, vector[69, 0, 0], vector[]), vector[true, false, false, false]);
}

#[test]
fun a_payment_that_cannot_be_paid_holds_up_those_behind_it() {
    let queue = list(vector[0, 0], vector[1, 2], vector[100, 1]);
    assert_eq!(largest(queue, vector[50, 0, 0], vector[]), vector[false, false]);
}

#[test]
fun a_chain_falls_from_its_end() {
    let chain = list(vector[0, 1, 2, 3], vector[1, 2, 3, 4], vector[5, 5, 5, 5]);
    assert_eq!(largest(chain, vector[5, 0, 0, 0, 0], vector[]), vector[true, true, true, true]);
    assert_eq!(largest(chain, vector[4, 0, 0, 0, 0], vector[]), vector[false, false, false, false]);
    assert_eq!(largest(chain, vector[4, 0, 5, 0, 0], vector[]), vector[false, false, true, true]);
}

#[test]
fun only_what_is_considered_counts() {
    let circle = list(vector[0, 1], vector[1, 0], vector[7, 7]);
    assert_eq!(netting::largest_set(&circle, &vector[true, false], &vector[0, 0], &vector[]), vector[false, false]);
}

#[test]
fun sums_pass_64_bits() {
    let queue = list(vector[0, 0, 1, 1], vector[1, 1, 0, 0], vector[MAX_U64, MAX_U64, MAX_U64, MAX_U64]);
    assert_eq!(largest(queue, vector[0, 0], vector[]), vector[true, true, true, true]);
}

#[test]
fun nothing_waits() {
    assert_eq!(largest(vector[], vector[1, 2], vector[]), vector[]);
}

// === Limits of pairs ===

#[test]
fun a_limit_cuts_the_tail_of_its_payer() {
    let queue = list(vector[0, 0, 0, 1], vector[1, 1, 2, 0], vector[60, 50, 1, 20]);
    let limit = vector[netting::new_pair_limit(0, 1, 40)];
    // 110 less 20 is above 40; 60 less 20 is 40.
    assert_eq!(largest(queue, vector[1000, 0, 0], limit), vector[true, false, false, true]);
    // Held back by the pair alone, the payment to 2 goes on.
    assert_eq!(netting::within_limits(&queue, &all(&queue), 3, &limit), vector[true, false, true, true]);
}

#[test]
fun limits_of_both_sides_hold_together() {
    let queue = list(vector[0, 1, 0], vector[1, 0, 1], vector[100, 130, 50]);
    let limits = vector[netting::new_pair_limit(0, 1, 10), netting::new_pair_limit(1, 0, 20)];
    // 150 against 130 is too much: the second of 0 goes; then 130 against 100 is: that of 1 goes; then 100 against 0.
    assert_eq!(netting::within_limits(&queue, &all(&queue), 2, &limits), vector[false, false, false]);
    let fitting = list(vector[0, 1, 0], vector[1, 0, 1], vector[100, 120, 50]);
    assert_eq!(netting::within_limits(&fitting, &all(&fitting), 2, &limits), vector[true, true, false]);
}

#[test]
fun a_limit_of_nothing_lets_equal_sides_settle() {
    let queue = list(vector[0, 1], vector[1, 0], vector[5, 5]);
    let limits = vector[netting::new_pair_limit(0, 1, 0), netting::new_pair_limit(1, 0, 0)];
    assert_eq!(largest(queue, vector[0, 0], limits), vector[true, true]);
}

#[test]
fun what_a_limit_takes_away_may_take_more() {
    // 1 pays on what the second of 0 would bring it.
    let queue = list(vector[0, 0, 1], vector[1, 1, 2], vector[5, 5, 8]);
    assert_eq!(largest(queue, vector[100, 0, 0], vector[netting::new_pair_limit(0, 1, 5)]), vector[true, false, false]);
}

// === What is left to pay ===

#[test]
fun positions_add_up() {
    let queue = list(vector[0, 0, 1, 2], vector[1, 2, 2, 0], vector[90, 20, 30, 50]);
    let chosen = all(&queue);
    let (debits, credits) = netting::positions(&queue, &chosen, 3);
    assert_eq!(debits, vector[60, 0, 0]);
    assert_eq!(credits, vector[0, 60, 0]);
    assert_eq!(netting::total(&queue, &chosen), 190);
    // 0 and 1: 90; 0 and 2: 30; 1 and 2: 30.
    assert_eq!(netting::bilateral_total(&queue, &chosen, 3), 150);
    let (debits, credits) = netting::positions(&queue, &vector[true, false, false, true], 3);
    assert_eq!(debits, vector[40, 0, 50]);
    assert_eq!(credits, vector[0, 90, 0]);
}

// === Gridlock ===

#[test]
fun gridlock_of_three_is_resolved() {
    // Each has 30, owes one 100 and is owed 100 by the other: nobody can pay first.
    let queue = list(vector[0, 1, 2], vector[1, 2, 0], vector[100, 110, 120]);
    assert_eq!(gridlock::resolve(&queue, &same(&queue), vector[30, 30, 30]), vector[true, true, true]);
    assert_eq!(gridlock::resolve(&queue, &same(&queue), vector[0, 0, 0]), vector[false, false, false]);
}

#[test]
fun a_pair_is_set_off_past_a_payment_that_is_stuck() {
    // 0 waits to pay 2 far more than it has; behind that, what it and 1 owe each other.
    let queue = list(vector[0, 0, 1], vector[2, 1, 0], vector[1000, 40, 45]);
    assert_eq!(gridlock::resolve(&queue, &same(&queue), vector[0, 5, 0]), vector[false, true, true]);
    // Not past one that is more urgent; then 1 cannot pay either.
    assert_eq!(gridlock::resolve(&queue, &vector[1, 2, 2], vector[0, 5, 0]), vector[false, false, false]);
}

#[test]
fun what_a_pair_brings_settles_more() {
    // 1 waits to pay 2 more than it has. Set off against it, 0 gets the 5 that its payment to 2 lacked.
    let queue = list(vector[1, 0, 0, 1], vector[2, 2, 1, 0], vector[1000, 5, 40, 45]);
    assert_eq!(gridlock::resolve(&queue, &same(&queue), vector[0, 5, 0]), vector[false, true, true, true]);
}

#[test]
fun a_full_queue_among_as_many_as_there_may_be() {
    // 63 circles of 8 over 64 participants and a payer that nobody can help.
    let queue = vector::tabulate!(512, |i| netting::new_obligation(i % 64, (i * 7 + 1 + i / 64) % 64, 1 + i));
    let valid = queue.map_ref!(|each| each.payer() != each.payee());
    let chosen = netting::largest_set(&queue, &valid, &vector::tabulate!(64, |i| i * 10), &vector[]);
    let (debits, _) = netting::positions(&queue, &chosen, 64);
    64u64.do!(|i| assert!(debits[i] <= i * 10));
}
