/// Notes: what a bank may claim of what the public holds, and what only the central bank's count can do.
#[test_only]
module banking::notes_tests;

use banking::bank_economy::{Self as world, deposit_of, line};
use banking::central_bank;
use banking::chart;
use banking::lending;
use banking::notes;
use oversight::licence;
use oversight::testing;
use std::ledger::Ledger;
use std::test_ledger::new_signer;
use std::unit_test::assert_eq;

/// The public holds 900 of notes, all handed out by 0xB1, whose vault has 100; 0xB2 may take in 300 before a count.
fun begin(): Ledger {
    let mut ledger = world::begin();
    let bank = new_signer(@0xB1);
    central_bank::introduce_notes(&mut ledger, &world::central_bank(), b"CZK.notes".to_string());
    lending::grant(&mut ledger, &bank, 0, 2_000, 0, 1, 30);
    notes::order(&mut ledger, &bank, 1_000);
    notes::withdraw(&mut ledger, &bank, 0, 900);
    notes::set_limit(&mut ledger, &world::central_bank(), @0xB2, 300);
    ledger
}

fun deposit(ledger: &mut Ledger, bank: address, amount: u64) {
    notes::deposit(ledger, &new_signer(bank), 5, amount);
}

#[test]
fun notes_come_back_through_another_bank_within_its_limit() {
    let mut ledger = begin();
    let base = central_bank::base_money(&ledger, @0xCB);
    deposit(&mut ledger, @0xB2, 300);
    let (uncounted, limit) = notes::uncounted(&ledger, @0xB2);
    assert_eq!(uncounted, 300);
    assert_eq!(limit, 300);
    assert_eq!(deposit_of(&ledger, @0xB2, 5), 300);
    notes::give_back(&mut ledger, &world::central_bank(), &new_signer(@0xB2), 300);
    let (uncounted, _) = notes::uncounted(&ledger, @0xB2);
    assert_eq!(uncounted, 0);
    assert_eq!(notes::in_circulation(&ledger, @0xCB), 600);
    assert_eq!(line(&ledger, @0xB2, chart::settlement_account()), 4_300);
    assert_eq!(central_bank::base_money(&ledger, @0xCB), base);
    deposit(&mut ledger, @0xB2, 300);
    world::end(ledger);
}

#[test]
fun a_count_makes_room_for_further_deposits_of_notes() {
    let mut ledger = begin();
    deposit(&mut ledger, @0xB2, 300);
    notes::count(&mut ledger, &world::central_bank(), @0xB2, 0);
    deposit(&mut ledger, @0xB2, 300);
    assert_eq!(notes::vault_balance(&ledger, @0xB2), 600);
    assert_eq!(line(&ledger, @0xB2, chart::vault_cash()), 600);
    world::end(ledger);
}

#[test]
fun what_a_count_misses_is_the_banks_loss_and_again_the_publics() {
    let mut ledger = begin();
    deposit(&mut ledger, @0xB2, 300);
    notes::count(&mut ledger, &world::central_bank(), @0xB2, 120);
    assert_eq!(notes::vault_balance(&ledger, @0xB2), 180);
    assert_eq!(line(&ledger, @0xB2, chart::vault_cash()), 180);
    assert_eq!(line(&ledger, @0xB2, chart::loss_expense()), 120);
    assert_eq!(notes::in_circulation(&ledger, @0xCB), 720);
    world::end(ledger);
}

#[test]
fun a_limit_below_what_is_uncounted_stops_deposits_and_no_withdrawal() {
    let mut ledger = begin();
    deposit(&mut ledger, @0xB2, 300);
    notes::set_limit(&mut ledger, &world::central_bank(), @0xB2, 10);
    notes::withdraw(&mut ledger, &new_signer(@0xB2), 5, 300);
    assert_eq!(notes::in_circulation(&ledger, @0xCB), 900);
    let (uncounted, limit) = notes::uncounted(&ledger, @0xB2);
    assert_eq!(uncounted, 0);
    assert_eq!(limit, 10);
    world::end(ledger);
}

#[test, expected_failure(abort_code = notes::EOverLimit)]
fun a_bank_whose_limit_was_never_set_takes_no_notes_on_its_word() {
    let mut ledger = begin();
    deposit(&mut ledger, @0xB3, 1);
    world::end(ledger);
}

#[test, expected_failure(abort_code = notes::EOverLimit)]
fun a_bank_takes_in_no_more_than_its_limit() {
    let mut ledger = begin();
    deposit(&mut ledger, @0xB2, 200);
    deposit(&mut ledger, @0xB2, 101);
    world::end(ledger);
}

#[test, expected_failure(abort_code = notes::EMissingTooMuch)]
fun a_count_takes_nothing_that_was_counted_before() {
    let mut ledger = begin();
    notes::count(&mut ledger, &world::central_bank(), @0xB1, 1);
    world::end(ledger);
}

#[test, expected_failure(abort_code = notes::ENotCentralBank)]
fun a_bank_counts_not_its_own_notes() {
    let mut ledger = begin();
    notes::count(&mut ledger, &new_signer(@0xB2), @0xB2, 0);
    world::end(ledger);
}

#[test, expected_failure(abort_code = notes::ENotCentralBank)]
fun a_bank_sets_not_its_own_limit() {
    let mut ledger = begin();
    notes::set_limit(&mut ledger, &new_signer(@0xB2), @0xB2, 1_000);
    world::end(ledger);
}

#[test, expected_failure(abort_code = notes::ENotCentralBank)]
fun nobody_gets_settlement_money_for_notes_that_the_central_bank_did_not_count() {
    let mut ledger = begin();
    deposit(&mut ledger, @0xB2, 300);
    notes::give_back(&mut ledger, &new_signer(@0xB2), &new_signer(@0xB2), 300);
    world::end(ledger);
}

#[test, expected_failure(abort_code = licence::ESuspended)]
fun a_central_bank_without_its_licence_counts_nothing() {
    let mut ledger = begin();
    testing::suspend(&mut ledger, @0xCB, licence::central_bank(), 1);
    notes::count(&mut ledger, &world::central_bank(), @0xB2, 0);
    world::end(ledger);
}

// === Attacks ===

/// A bank that has real notes shows them again and again, and claims others in between.
#[test, expected_failure(abort_code = notes::EOverLimit)]
fun notes_that_are_there_make_no_room_for_notes_that_are_not() {
    let mut ledger = begin();
    let bank = new_signer(@0xB2);
    notes::order(&mut ledger, &bank, 300);
    deposit(&mut ledger, @0xB2, 300);
    notes::give_back(&mut ledger, &world::central_bank(), &bank, 300);
    deposit(&mut ledger, @0xB2, 1);
    world::end(ledger);
}

/// The same over the counter: the notes that it hands out are those that the central bank gave it.
#[test, expected_failure(abort_code = notes::EOverLimit)]
fun notes_handed_out_make_no_room_while_the_vault_holds_as_many() {
    let mut ledger = begin();
    let bank = new_signer(@0xB2);
    notes::order(&mut ledger, &bank, 300);
    deposit(&mut ledger, @0xB2, 300);
    notes::withdraw(&mut ledger, &bank, 5, 300);
    deposit(&mut ledger, @0xB2, 1);
    world::end(ledger);
}
