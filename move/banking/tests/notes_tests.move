/// Notes: what a bank may claim of what the public holds, and what only the central bank's count can do.
#[test_only]
module banking::notes_tests;

use banking::bank_economy::{Self as world, deposit_of, line};
use banking::central_bank;
use banking::chart;
use banking::institution;
use banking::lending;
use banking::notes;
use banking::policy_change;
use oversight::governed;
use oversight::licence;
use oversight::testing;
use std::ledger::Ledger;
use std::test_ledger::{new_signer, set_time_ms};
use std::unit_test::assert_eq;

const WEEK_MS: u64 = 604_800_000;

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

#[test, expected_failure(abort_code = notes::EMustBeProposed)]
fun a_limit_that_was_set_is_not_just_raised() {
    let mut ledger = begin();
    notes::set_limit(&mut ledger, &world::central_bank(), @0xB2, 301);
    world::end(ledger);
}

/// Nor by way of none at all.
#[test, expected_failure(abort_code = notes::EMustBeProposed)]
fun a_limit_brought_to_zero_was_set() {
    let mut ledger = begin();
    notes::set_limit(&mut ledger, &world::central_bank(), @0xB2, 0);
    notes::set_limit(&mut ledger, &world::central_bank(), @0xB2, 1);
    world::end(ledger);
}

#[test]
fun a_higher_limit_is_proposed_and_stands_for_the_delay() {
    let mut ledger = begin();
    let earliest_ms = ledger.time_ms() + WEEK_MS;
    policy_change::propose_notes_limit(&mut ledger, &world::central_bank(), @0xB2, 500, earliest_ms);
    let (_, limit) = notes::uncounted(&ledger, @0xB2);
    assert_eq!(limit, 300);
    set_time_ms(&mut ledger, earliest_ms);
    policy_change::execute(&mut ledger, &world::central_bank(), 1);
    deposit(&mut ledger, @0xB2, 500);
    world::end(ledger);
}

#[test, expected_failure(abort_code = governed::ELocked)]
fun a_higher_limit_holds_no_sooner() {
    let mut ledger = begin();
    let earliest_ms = ledger.time_ms() + WEEK_MS;
    policy_change::propose_notes_limit(&mut ledger, &world::central_bank(), @0xB2, 500, earliest_ms);
    set_time_ms(&mut ledger, earliest_ms - 1);
    policy_change::execute(&mut ledger, &world::central_bank(), 1);
    world::end(ledger);
}

#[test, expected_failure(abort_code = central_bank::ENotCentralBank)]
fun a_bank_proposes_not_its_own_limit() {
    let mut ledger = begin();
    policy_change::propose_notes_limit(&mut ledger, &new_signer(@0xB2), @0xB2, 500, WEEK_MS);
    world::end(ledger);
}

#[test, expected_failure(abort_code = institution::ENotInstitution)]
fun nothing_is_proposed_for_who_is_no_bank() {
    let mut ledger = begin();
    policy_change::propose_notes_limit(&mut ledger, &world::central_bank(), @0xA, 500, WEEK_MS);
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

/// 0xB1 lends its paper, which the central bank has counted before, to 0xB2, which claims to have taken it in from customers: the count
/// of 0xB2 finds nothing missing, and what 0xB1 then lacks is no claim of its own. Its own signature lets it be recorded.
#[test]
fun paper_shown_in_two_vaults_is_missing_in_one() {
    let mut ledger = begin();
    let (first, second) = (new_signer(@0xB1), new_signer(@0xB2));
    deposit(&mut ledger, @0xB2, 100);
    notes::count(&mut ledger, &world::central_bank(), @0xB2, 0);
    notes::give_back(&mut ledger, &world::central_bank(), &second, 100);
    assert_eq!(notes::vault_balance(&ledger, @0xB1), 100);
    notes::count_together(&mut ledger, &world::central_bank(), &first, 100);
    assert_eq!(notes::vault_balance(&ledger, @0xB1), 0);
    assert_eq!(line(&ledger, @0xB1, chart::vault_cash()), 0);
    assert_eq!(line(&ledger, @0xB1, chart::loss_expense()), 100);
    // What the public was said to have brought it still has.
    assert_eq!(notes::in_circulation(&ledger, @0xCB), 900);
    world::end(ledger);
}

#[test, expected_failure(abort_code = notes::EMissingTooMuch)]
fun the_central_bank_alone_finds_no_counted_notes_missing() {
    let mut ledger = begin();
    deposit(&mut ledger, @0xB2, 100);
    notes::order(&mut ledger, &new_signer(@0xB2), 50);
    notes::count(&mut ledger, &world::central_bank(), @0xB2, 101);
    world::end(ledger);
}

#[test, expected_failure(abort_code = notes::EInsufficientVault)]
fun no_more_is_missing_than_the_books_say_is_there() {
    let mut ledger = begin();
    notes::count_together(&mut ledger, &world::central_bank(), &new_signer(@0xB1), 101);
    world::end(ledger);
}

#[test, expected_failure(abort_code = notes::ENotCentralBank)]
fun a_bank_writes_off_no_notes_by_itself() {
    let mut ledger = begin();
    notes::count_together(&mut ledger, &new_signer(@0xB1), &new_signer(@0xB1), 1);
    world::end(ledger);
}

/// Three banks that lie as they like about what customers bring, hand out and take back. Beside the ledger stands where the paper really is.
/// Before each count what is missing is what the bank claimed and nobody has counted, and no more than its limit: so the
/// central bank's count can always be recorded, and no bank's claims take more of the public's notes than the limits.
#[test]
fun whatever_banks_claim_the_count_can_record_it() {
    let mut ledger = begin();
    let banks = vector[@0xB1, @0xB2, @0xB3];
    vector[@0xB1, @0xB3].do!(|at| notes::set_limit(&mut ledger, &world::central_bank(), at, 300));
    // What lies in each vault.
    let mut paper = vector[100u64, 0, 0];
    let mut seed = 20_261_122;
    let mut counts = 0u64;
    400u64.do!(|_| {
        seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
        let (index, act, amount) = ((seed >> 8) % 3, (seed >> 12) % 6, (seed >> 16) % 120 + 1);
        let at = banks[index];
        let bank = new_signer(at);
        let vault = notes::vault_balance(&ledger, at);
        let (uncounted, limit) = notes::uncounted(&ledger, at);
        let missing = vault - paper[index];
        assert!(missing <= uncounted && uncounted <= limit);
        if (act < 2) {
            // Brought, or only said to be.
            if (amount <= limit - uncounted && amount <= notes::in_circulation(&ledger, @0xCB)) {
                notes::deposit(&mut ledger, &bank, 5, amount);
                if (act == 0) *&mut paper[index] = paper[index] + amount;
            }
        } else if (act == 2) {
            if (amount <= paper[index] && amount <= deposit_of(&ledger, at, 5)) {
                notes::withdraw(&mut ledger, &bank, 5, amount);
                *&mut paper[index] = paper[index] - amount;
            }
        } else if (act == 3) {
            // Said to be handed out.
            if (amount <= missing && amount <= deposit_of(&ledger, at, 5)) notes::withdraw(&mut ledger, &bank, 5, amount);
        } else if (act == 4) {
            if (amount <= paper[index]) {
                notes::give_back(&mut ledger, &world::central_bank(), &bank, amount);
                *&mut paper[index] = paper[index] - amount;
            } else if (line(&ledger, at, chart::settlement_account()) >= (amount as u128)) {
                notes::order(&mut ledger, &bank, amount);
                *&mut paper[index] = paper[index] + amount;
            }
        } else if (amount < 40) {
            notes::count(&mut ledger, &world::central_bank(), at, missing);
            counts = counts + 1;
            assert_eq!(notes::vault_balance(&ledger, at), paper[index]);
        }
    });
    assert!(counts > 10);
    world::end(ledger);
}
