/// Escrow: who may do what in which state, where the money goes, and that it never stays.
#[test_only]
module money::escrow_tests;

use money::escrow;
use money::expected_returns;
use money::instrument::IssueAuthority;
use money::retail;
use money::scenario;
use money::testing;
use money::wallet;
use std::ledger::Ledger;
use std::test_ledger;
use std::unit_test::assert_eq;

const DAY_MS: u64 = 86_400_000;

fun check_balances(ledger: &Ledger, buyer: u64, seller: u64) {
    assert_eq!(scenario::balance(ledger, @0xA1), buyer);
    assert_eq!(scenario::balance(ledger, @0xA2), seller);
}

fun end(ledger: Ledger, buyer: u64, seller: u64) {
    check_balances(&ledger, buyer, seller);
    assert_eq!(escrow::state(&ledger, escrow::at(@0xA1, 1)), 0);
    assert_eq!(expected_returns::count(&ledger, @0xA1), 0);
    retail::end(ledger, vector[@0xA1, @0xA2], 0);
}

#[test]
fun the_buyer_confirms() {
    let mut ledger = retail::begin();
    let escrow = retail::open_escrow(&mut ledger, 80);
    check_balances(&ledger, 20, 0);
    assert_eq!(escrow::held(&ledger, escrow), 80);
    retail::ship(&mut ledger, @0xA2, escrow);
    retail::confirm(&mut ledger, @0xA1, escrow);
    end(ledger, 20, 80);
}

#[test]
fun time_confirms() {
    let mut ledger = retail::begin();
    let escrow = retail::open_escrow(&mut ledger, 80);
    retail::at_time(&mut ledger, 1_099);
    retail::ship(&mut ledger, @0xA2, escrow);
    retail::at_time(&mut ledger, 1_299);
    escrow::expire(&mut ledger, escrow);
    end(ledger, 20, 80);
}

#[test]
fun what_is_not_shipped_goes_back() {
    let mut ledger = retail::begin();
    let escrow = retail::open_escrow(&mut ledger, 80);
    retail::at_time(&mut ledger, 1_100);
    escrow::expire(&mut ledger, escrow);
    end(ledger, 100, 0);
}

#[test]
fun the_seller_refunds_in_part_and_in_full() {
    let mut ledger = retail::begin();
    let escrow = retail::open_escrow(&mut ledger, 80);
    retail::refund_part(&mut ledger, @0xA2, escrow, 30);
    check_balances(&ledger, 50, 0);
    retail::ship(&mut ledger, @0xA2, escrow);
    retail::refund_part(&mut ledger, @0xA2, escrow, 1);
    retail::dispute(&mut ledger, @0xA1, escrow);
    retail::refund(&mut ledger, @0xA2, escrow);
    end(ledger, 100, 0);
}

#[test]
fun the_arbiter_splits() {
    let mut ledger = retail::begin();
    let escrow = retail::open_escrow(&mut ledger, 80);
    retail::ship(&mut ledger, @0xA2, escrow);
    retail::dispute(&mut ledger, @0xA1, escrow);
    retail::decide(&mut ledger, @0xAB, escrow, 33);
    end(ledger, 67, 33);
}

#[test]
fun a_silent_arbiter_has_the_agreed_outcome() {
    let mut ledger = retail::begin();
    let escrow = retail::open_escrow(&mut ledger, 81);
    retail::ship(&mut ledger, @0xA2, escrow);
    retail::dispute(&mut ledger, @0xA1, escrow);
    retail::at_time(&mut ledger, 1_300);
    escrow::expire(&mut ledger, escrow);
    end(ledger, 80, 20);
}

#[test]
fun both_agree() {
    let mut ledger = retail::begin();
    let escrow = retail::open_escrow(&mut ledger, 80);
    retail::agree(&mut ledger, @0xA1, @0xA2, escrow, 5);
    end(ledger, 95, 5);
}

// === Who may not ===

#[test, expected_failure(abort_code = escrow::ENotSeller)]
fun the_buyer_does_not_ship() {
    let mut ledger = retail::begin();
    let escrow = retail::open_escrow(&mut ledger, 80);
    retail::ship(&mut ledger, @0xA1, escrow);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = escrow::ENotBuyer)]
fun the_seller_does_not_confirm() {
    let mut ledger = retail::begin();
    let escrow = retail::open_escrow(&mut ledger, 80);
    retail::confirm(&mut ledger, @0xA2, escrow);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = escrow::ENotSeller)]
fun the_arbiter_does_not_refund() {
    let mut ledger = retail::begin();
    let escrow = retail::open_escrow(&mut ledger, 80);
    retail::refund(&mut ledger, @0xAB, escrow);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = escrow::ENotArbiter)]
fun the_seller_does_not_decide() {
    let mut ledger = retail::begin();
    let escrow = retail::open_escrow(&mut ledger, 80);
    retail::ship(&mut ledger, @0xA2, escrow);
    retail::dispute(&mut ledger, @0xA1, escrow);
    retail::decide(&mut ledger, @0xA2, escrow, 80);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = escrow::EWrongState)]
fun the_arbiter_decides_nothing_undisputed() {
    let mut ledger = retail::begin();
    let escrow = retail::open_escrow(&mut ledger, 80);
    retail::ship(&mut ledger, @0xA2, escrow);
    retail::decide(&mut ledger, @0xAB, escrow, 80);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = escrow::EBadAmount)]
fun the_arbiter_gives_no_more_than_there_is() {
    let mut ledger = retail::begin();
    let escrow = retail::open_escrow(&mut ledger, 80);
    retail::ship(&mut ledger, @0xA2, escrow);
    retail::dispute(&mut ledger, @0xA1, escrow);
    retail::decide(&mut ledger, @0xAB, escrow, 81);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = escrow::ENoArbiter)]
fun without_an_arbiter_nobody_disputes() {
    let mut ledger = retail::begin();
    retail::open_escrow_with(&mut ledger, 80, option::none());
    let escrow = escrow::at(@0xA1, 1);
    retail::ship(&mut ledger, @0xA2, escrow);
    retail::dispute(&mut ledger, @0xA1, escrow);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = escrow::ESameParty)]
fun nobody_judges_in_their_own_case() {
    let mut ledger = retail::begin();
    retail::open_escrow_with(&mut ledger, 80, option::some(@0xA2));
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = escrow::ETooLate)]
fun nobody_ships_late() {
    let mut ledger = retail::begin();
    let escrow = retail::open_escrow(&mut ledger, 80);
    retail::at_time(&mut ledger, 1_100);
    retail::ship(&mut ledger, @0xA2, escrow);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = escrow::ETooLate)]
fun nobody_disputes_late() {
    let mut ledger = retail::begin();
    let escrow = retail::open_escrow(&mut ledger, 80);
    retail::ship(&mut ledger, @0xA2, escrow);
    retail::at_time(&mut ledger, 1_200);
    retail::dispute(&mut ledger, @0xA1, escrow);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = escrow::ENotDue)]
fun nothing_expires_early() {
    let mut ledger = retail::begin();
    let escrow = retail::open_escrow(&mut ledger, 80);
    retail::at_time(&mut ledger, 1_099);
    escrow::expire(&mut ledger, escrow);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = escrow::EEscrowExists)]
fun a_number_is_in_use_once() {
    let mut ledger = retail::begin();
    retail::open_escrow(&mut ledger, 80);
    retail::open_escrow(&mut ledger, 1);
    test_ledger::destroy(ledger);
}

// === Wallets in the way ===

#[test, expected_failure(abort_code = wallet::EReturnsExpected)]
fun a_buyer_with_money_in_escrow_keeps_the_wallet() {
    let mut ledger = retail::begin();
    retail::open_escrow(&mut ledger, 100);
    testing::close(&mut ledger, @0xA1);
    test_ledger::destroy(ledger);
}

#[test]
fun a_seller_without_a_wallet_is_waited_for_30_days() {
    let mut ledger = retail::begin();
    let escrow = retail::open_escrow(&mut ledger, 80);
    testing::close(&mut ledger, @0xA2);
    retail::confirm(&mut ledger, @0xA1, escrow);
    assert_eq!(escrow::state(&ledger, escrow), 4);
    assert_eq!(escrow::held(&ledger, escrow), 80);
    escrow::deliver(&mut ledger, escrow);
    retail::at_time(&mut ledger, 1_000 + 30 * DAY_MS);
    escrow::expire(&mut ledger, escrow);
    assert_eq!(scenario::balance(&ledger, @0xA1), 100);
    assert_eq!(escrow::state(&ledger, escrow), 0);
    retail::end(ledger, vector[@0xA1], 0);
}

#[test]
fun a_seller_who_has_a_wallet_again_is_paid() {
    let mut ledger = retail::begin();
    let escrow = retail::open_escrow(&mut ledger, 80);
    testing::close(&mut ledger, @0xA2);
    retail::ship(&mut ledger, @0xA2, escrow);
    retail::dispute(&mut ledger, @0xA1, escrow);
    retail::decide(&mut ledger, @0xAB, escrow, 50);
    // The buyer's part does not wait for the seller's.
    assert_eq!(scenario::balance(&ledger, @0xA1), 50);
    scenario::open(&mut ledger, @0x0A, @0xA2, 2, 1);
    escrow::deliver(&mut ledger, escrow);
    end(ledger, 50, 50);
}

#[test]
fun a_full_seller_makes_room_and_a_full_buyer_takes_back() {
    let mut ledger = retail::begin();
    scenario::limit(&mut ledger, option::some(100), option::none(), option::none(), option::none());
    let escrow = retail::open_escrow(&mut ledger, 80);
    scenario::give(&mut ledger, @0xA2, 90);
    scenario::give(&mut ledger, @0xA1, 80);
    retail::agree(&mut ledger, @0xA1, @0xA2, escrow, 51);
    // 29 came back to a buyer who was at the limit; the seller has room for 10, and 41 are due to it.
    check_balances(&ledger, 129, 100);
    assert_eq!(escrow::held(&ledger, escrow), 41);
    assert_eq!(vector[@0xA1, @0xA2].map!(|owner| expected_returns::count(&ledger, owner)), vector[0, 1]);
    scenario::pay(&mut ledger, @0xA2, @0xB1, 1);
    escrow::deliver(&mut ledger, escrow);
    check_balances(&ledger, 129, 100);
    assert_eq!(escrow::held(&ledger, escrow), 40);
    scenario::pay(&mut ledger, @0xA2, @0xB1, 70);
    escrow::deliver(&mut ledger, escrow);
    check_balances(&ledger, 129, 70);
    assert_eq!(expected_returns::count(&ledger, @0xA2), 0);
    assert_eq!(escrow::state(&ledger, escrow), 0);
    retail::end(ledger, vector[@0xA1, @0xA2, @0xB1], 0);
}

/// A seller whose wallet has room for 20 of the 80 that it is to get.
fun begin_due(): (Ledger, address) {
    let mut ledger = retail::begin();
    scenario::limit(&mut ledger, option::some(100), option::none(), option::none(), option::none());
    let escrow = retail::open_escrow(&mut ledger, 80);
    scenario::give(&mut ledger, @0xA2, 80);
    retail::confirm(&mut ledger, @0xA1, escrow);
    check_balances(&ledger, 20, 100);
    (ledger, escrow)
}

#[test]
fun what_is_due_to_a_seller_goes_into_another_wallet_of_the_same_holder() {
    let (mut ledger, escrow) = begin_due();
    scenario::open(&mut ledger, @0x0A, @0xC2, 2, 1);
    scenario::give(&mut ledger, @0xC2, 70);
    retail::deliver_to(&mut ledger, @0xA2, escrow, @0xC2);
    assert_eq!(wallet::balance(&ledger, @0xC2, 1), 100);
    assert_eq!(escrow::held(&ledger, escrow), 30);
    scenario::pay(&mut ledger, @0xC2, @0xB1, 50);
    retail::deliver_to(&mut ledger, @0xA2, escrow, @0xC2);
    assert_eq!(escrow::state(&ledger, escrow), 0);
    assert_eq!(expected_returns::count(&ledger, @0xA2), 0);
    retail::end(ledger, vector[@0xA1, @0xA2, @0xB1, @0xC2], 0);
}

/// Time alone never makes it the buyer's, and a wallet that it is recovered to gets it.
#[test]
fun what_is_due_to_a_seller_stays_the_sellers() {
    let (mut ledger, escrow) = begin_due();
    retail::at_time(&mut ledger, 1_000 + 366 * DAY_MS);
    scenario::open(&mut ledger, @0x0A, @0xC2, 2, 1);
    retail::recover(&mut ledger, @0xA2, @0xC2);
    escrow::deliver(&mut ledger, escrow);
    assert_eq!(escrow::held(&ledger, escrow), 60);
    scenario::pay(&mut ledger, @0xC2, @0xB1, 60);
    escrow::deliver(&mut ledger, escrow);
    assert_eq!(wallet::balance(&ledger, @0xC2, 1), 100);
    assert_eq!(expected_returns::count(&ledger, @0xC2), 0);
    retail::end(ledger, vector[@0xA1, @0xA2, @0xB1, @0xC2], 0);
}

#[test, expected_failure(abort_code = escrow::EDueToSeller)]
fun a_buyer_gets_nothing_back_because_of_the_sellers_tier() {
    let (mut ledger, escrow) = begin_due();
    retail::at_time(&mut ledger, 1_000 + 31 * DAY_MS);
    escrow::expire(&mut ledger, escrow);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = wallet::EReturnsExpected)]
fun a_seller_to_whom_something_is_due_keeps_the_wallet() {
    let (mut ledger, _) = begin_due();
    scenario::pay(&mut ledger, @0xA2, @0xB1, 100);
    testing::close(&mut ledger, @0xA2);
    test_ledger::destroy(ledger);
}

#[test]
fun a_buyer_who_expects_nothing_closes_the_wallet() {
    let (mut ledger, escrow) = begin_due();
    scenario::pay(&mut ledger, @0xA1, @0xB1, 20);
    testing::close(&mut ledger, @0xA1);
    scenario::pay(&mut ledger, @0xA2, @0xB1, 60);
    escrow::deliver(&mut ledger, escrow);
    assert_eq!(escrow::state(&ledger, escrow), 0);
    retail::end(ledger, vector[@0xA2, @0xB1], 0);
}

#[test, expected_failure(abort_code = escrow::EOtherHolder)]
fun what_is_due_goes_to_nobody_else() {
    let (mut ledger, escrow) = begin_due();
    retail::deliver_to(&mut ledger, @0xA2, escrow, @0xB1);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = escrow::ENotSeller)]
fun only_the_seller_says_where_it_goes() {
    let (mut ledger, escrow) = begin_due();
    retail::deliver_to(&mut ledger, @0xA1, escrow, @0xA1);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = escrow::ENoRoom)]
fun a_full_wallet_of_the_same_holder_takes_nothing() {
    let (mut ledger, escrow) = begin_due();
    retail::deliver_to(&mut ledger, @0xA2, escrow, @0xA2);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = escrow::EWrongState)]
fun before_it_is_decided_nothing_is_due() {
    let mut ledger = retail::begin();
    let escrow = retail::open_escrow(&mut ledger, 80);
    retail::deliver_to(&mut ledger, @0xA2, escrow, @0xA2);
    test_ledger::destroy(ledger);
}

/// A wallet of one's own can be closed and be another's when the money comes out, so that paying in counts all the same.
#[test, expected_failure(abort_code = wallet::EDailyLimit)]
fun an_escrow_for_a_wallet_of_ones_own_counts_as_a_payment() {
    let mut ledger = retail::begin();
    scenario::limit(&mut ledger, option::none(), option::none(), option::some(79), option::none());
    testing::close(&mut ledger, @0xA2);
    scenario::open(&mut ledger, @0x0A, @0xA2, 1, 1);
    retail::open_escrow(&mut ledger, 80);
    test_ledger::destroy(ledger);
}

#[test]
fun recovered_wallets_are_followed_and_their_new_keys_act() {
    let mut ledger = retail::begin();
    let escrow = retail::open_escrow(&mut ledger, 80);
    scenario::open(&mut ledger, @0x0A, @0xC1, 1, 1);
    scenario::open(&mut ledger, @0x0A, @0xC2, 2, 1);
    retail::recover(&mut ledger, @0xA1, @0xC1);
    retail::recover(&mut ledger, @0xA2, @0xC2);
    assert_eq!(expected_returns::count(&ledger, @0xC1), 1);
    retail::ship(&mut ledger, @0xC2, escrow);
    retail::refund_part(&mut ledger, @0xC2, escrow, 10);
    retail::confirm(&mut ledger, @0xC1, escrow);
    assert_eq!(wallet::balance(&ledger, @0xC1, 1), 30);
    assert_eq!(wallet::balance(&ledger, @0xC2, 1), 70);
    retail::end(ledger, vector[@0xA1, @0xA2, @0xC1, @0xC2], 0);
}

#[test, expected_failure(abort_code = escrow::ENotBuyer)]
fun lost_keys_confirm_nothing() {
    let mut ledger = retail::begin();
    let escrow = retail::open_escrow(&mut ledger, 80);
    scenario::open(&mut ledger, @0x0A, @0xC1, 1, 1);
    retail::recover(&mut ledger, @0xA1, @0xC1);
    retail::confirm(&mut ledger, @0xA1, escrow);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = wallet::EDailyLimit)]
fun paying_in_counts_as_a_payment() {
    let mut ledger = retail::begin();
    scenario::limit(&mut ledger, option::none(), option::none(), option::some(90), option::none());
    scenario::pay(&mut ledger, @0xA1, @0xA2, 11);
    retail::open_escrow(&mut ledger, 80);
    test_ledger::destroy(ledger);
}

#[test]
fun a_frozen_seller_is_paid_into_the_frozen_wallet() {
    let mut ledger = retail::begin();
    let escrow = retail::open_escrow(&mut ledger, 80);
    retail::freeze_wallet(&mut ledger, @0xA2, 9_000);
    retail::ship(&mut ledger, @0xA2, escrow);
    retail::at_time(&mut ledger, 1_200);
    escrow::expire(&mut ledger, escrow);
    end(ledger, 20, 80);
}

#[test]
fun a_frozen_buyer_gets_back_what_is_not_shipped() {
    let mut ledger = retail::begin();
    let escrow = retail::open_escrow(&mut ledger, 80);
    retail::freeze_wallet(&mut ledger, @0xA1, 9_000);
    retail::at_time(&mut ledger, 1_100);
    escrow::expire(&mut ledger, escrow);
    end(ledger, 100, 0);
}

#[test, expected_failure(abort_code = wallet::EFrozen)]
fun a_frozen_buyer_pays_nothing_in() {
    let mut ledger = retail::begin();
    retail::freeze_wallet(&mut ledger, @0xA1, 9_000);
    retail::open_escrow(&mut ledger, 80);
    test_ledger::destroy(ledger);
}

public struct Many has store { authorities: vector<IssueAuthority> }

/// A buyer who lets the wallet fill up with instruments cannot hold up what an arbiter gave the seller.
#[test]
fun a_buyer_without_room_holds_up_nobody() {
    let mut ledger = retail::begin();
    let escrow = retail::open_escrow(&mut ledger, 100);
    retail::ship(&mut ledger, @0xA2, escrow);
    retail::dispute(&mut ledger, @0xA1, escrow);
    let mut authorities = vector[];
    64u64.do!(|i| {
        let mut symbol = b"X".to_string();
        symbol.append(i.to_string());
        let authority = scenario::register(&mut ledger, symbol.into_bytes());
        scenario::give_other(&mut ledger, &authority, @0xA1, 1);
        authorities.push_back(authority);
    });
    retail::decide(&mut ledger, @0xAB, escrow, 60);
    assert_eq!(scenario::balance(&ledger, @0xA2), 60);
    assert_eq!(escrow::held(&ledger, escrow), 40);
    // Making room is in the buyer's own hands.
    testing::pay(&mut ledger, @0xA1, @0xA2, 2, 1);
    escrow::deliver(&mut ledger, escrow);
    ledger.publish(@0xD, Many { authorities });
    end(ledger, 40, 60);
}
