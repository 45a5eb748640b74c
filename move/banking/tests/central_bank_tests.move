/// Base money and what stands behind it.
#[test_only]
module banking::central_bank_tests;

use banking::cash_desk;
use banking::central_bank;
use banking::economy;
use banking::operator;
use banking::settlement_account;
use money::testing;
use money::unit;
use oversight::licence;
use std::test_ledger::new_signer;
use std::unit_test::assert_eq;

const MAX: u64 = 0xFFFF_FFFF_FFFF_FFFF;

// === Establishing ===

#[test]
fun a_mandate_establishes_a_central_bank() {
    let ledger = economy::begin();
    assert_eq!(cash_desk::settlement(&ledger, @0xCB), 1);
    assert_eq!(cash_desk::cash(&ledger, @0xCB), 2);
    economy::check(&ledger, vector[0, 0], vector[0, 0], vector[0, 0, 0]);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = unit::ENoMandate)]
fun nobody_else_establishes_one() {
    let mut ledger = economy::begin_without_bank();
    economy::establish(&mut ledger, @0xBAD, 1, b"CZK");
    economy::end(ledger);
}

#[test, expected_failure(abort_code = unit::ENoMandate)]
fun a_mandate_is_for_one_unit() {
    let mut ledger = economy::begin_without_bank();
    economy::establish(&mut ledger, @0xCB, 2, b"EUR");
    economy::end(ledger);
}

#[test, expected_failure(abort_code = central_bank::EAlreadyEstablished)]
fun a_central_bank_is_established_once() {
    let mut ledger = economy::begin();
    testing::entrust(&mut ledger, 2, @0xCB);
    economy::establish(&mut ledger, @0xCB, 2, b"EUR");
    economy::end(ledger);
}

// === Licences ===

#[test, expected_failure(abort_code = licence::ENotLicensed)]
fun a_central_bank_is_licensed_first() {
    let mut ledger = economy::begin_without_bank();
    economy::establish_unlicensed(&mut ledger, @0xCB, 1, b"CZK");
    economy::end(ledger);
}

#[test, expected_failure(abort_code = licence::ENotLicensed)]
fun an_operator_is_licensed_first() {
    let mut ledger = economy::begin();
    economy::admit_unlicensed(&mut ledger, @0xCB, @0xD);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = licence::ESuspended)]
fun a_suspended_central_bank_does_not_issue() {
    let mut ledger = economy::begin();
    economy::suspend_bank(&mut ledger);
    economy::issue(&mut ledger, @0xA, 1, 0);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = licence::ESuspended)]
fun a_suspended_central_bank_takes_no_capital() {
    let mut ledger = economy::begin();
    economy::suspend_bank(&mut ledger);
    economy::contribute(&mut ledger, 1, 0);
    economy::end(ledger);
}

#[test]
fun a_suspended_central_bank_still_records_what_became_of_an_asset() {
    let mut ledger = economy::begin();
    let cover = central_bank::cover(&ledger, @0xCB);
    economy::suspend_bank(&mut ledger);
    economy::set_performing(&mut ledger, 1, false);
    assert!(central_bank::cover(&ledger, @0xCB) < cover);
    economy::end(ledger);
}

// === Rights: each privileged act fails for anyone else ===

#[test, expected_failure(abort_code = central_bank::ENotCentralBank)]
fun only_a_central_bank_admits() {
    let mut ledger = economy::begin();
    central_bank::admit_operator(&mut ledger, &new_signer(@0xBAD), @0xBAD, b"Me".to_string());
    economy::end(ledger);
}

#[test, expected_failure(abort_code = central_bank::ENotCentralBank)]
fun only_a_central_bank_takes_capital() {
    let mut ledger = economy::begin();
    central_bank::contribute_capital(&mut ledger, &new_signer(@0xBAD), 2, b"gold".to_string(), 1, 0);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = central_bank::ENotCentralBank)]
fun only_a_central_bank_issues() {
    let mut ledger = economy::begin();
    central_bank::issue(&mut ledger, &new_signer(@0xA), @0xA, 3, b"bonds".to_string(), 1, 0);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = central_bank::ENotCentralBank)]
fun only_a_central_bank_redeems() {
    let mut ledger = economy::begin();
    economy::issue(&mut ledger, @0xA, 100, 0);
    central_bank::redeem(&mut ledger, &new_signer(@0xA), &new_signer(@0xA), 2);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = central_bank::ENotCentralBank)]
fun only_a_central_bank_redeems_in_part() {
    let mut ledger = economy::begin();
    economy::issue(&mut ledger, @0xA, 100, 0);
    central_bank::redeem_part(&mut ledger, &new_signer(@0xA), &new_signer(@0xA), 2, 1);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = central_bank::ENotCentralBank)]
fun only_a_central_bank_says_what_performs() {
    let mut ledger = economy::begin();
    central_bank::set_performing(&mut ledger, &new_signer(@0xA), 1, false);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = central_bank::ENotCentralBank)]
fun only_a_central_bank_sets_tiers() {
    let mut ledger = economy::begin();
    let none = option::none();
    central_bank::set_tier(&mut ledger, &new_signer(@0xA), 1, none, none, none, none);
    economy::end(ledger);
}

// === Issuing and its cover ===

#[test]
fun issues_against_an_asset() {
    let mut ledger = economy::begin();
    economy::issue(&mut ledger, @0xA, 500, 0);
    economy::check(&ledger, vector[500, 0], vector[0, 0], vector[0, 0, 0]);
    assert_eq!(central_bank::total_assets(&ledger, @0xCB), 1_500);
    assert_eq!(central_bank::capital(&ledger, @0xCB), 1_000);
    assert_eq!(central_bank::cover(&ledger, @0xCB), 1_400);
    economy::end(ledger);
}

/// The gold covers 900. Bonds at half their value must be made up by it: 1,800 leave nothing, 1,801 are not covered.
#[test]
fun issues_up_to_cover() {
    let mut ledger = economy::begin();
    economy::issue(&mut ledger, @0xA, 1_800, 5_000);
    assert_eq!(central_bank::base_money(&ledger, @0xCB), central_bank::cover(&ledger, @0xCB));
    economy::check(&ledger, vector[1_800, 0], vector[0, 0], vector[0, 0, 0]);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = central_bank::ENotCovered)]
fun issues_no_more_than_cover() {
    let mut ledger = economy::begin();
    economy::issue(&mut ledger, @0xA, 1_801, 5_000);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = central_bank::ENotCovered)]
fun a_worthless_asset_covers_nothing() {
    let mut ledger = economy::begin();
    economy::issue(&mut ledger, @0xA, 901, 10_000);
    economy::end(ledger);
}

/// Every asset's cover is rounded down by itself: three bonds of 1 at a haircut of a hundredth of a per cent cover nothing.
#[test]
fun cover_is_rounded_down() {
    let mut ledger = economy::begin();
    economy::issue(&mut ledger, @0xA, 1, 1);
    economy::issue(&mut ledger, @0xA, 1, 1);
    economy::issue(&mut ledger, @0xA, 1, 1);
    assert_eq!(central_bank::cover(&ledger, @0xCB), 900);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = central_bank::ENotCovered)]
fun a_bad_asset_stops_new_issue() {
    let mut ledger = economy::begin();
    economy::issue(&mut ledger, @0xA, 5_000, 0);
    economy::set_performing(&mut ledger, 2, false);
    economy::issue(&mut ledger, @0xA, 1, 0);
    economy::end(ledger);
}

#[test]
fun a_bad_asset_is_always_recorded() {
    let mut ledger = economy::begin();
    economy::issue(&mut ledger, @0xA, 5_000, 0);
    economy::set_performing(&mut ledger, 2, false);
    economy::set_performing(&mut ledger, 1, false);
    assert_eq!(central_bank::cover(&ledger, @0xCB), 0);
    economy::check(&ledger, vector[5_000, 0], vector[0, 0], vector[0, 0, 0]);
    economy::end(ledger);
}

#[test]
fun money_moves_on_while_cover_is_breached() {
    let mut ledger = economy::begin();
    economy::issue(&mut ledger, @0xA, 5_000, 0);
    economy::set_performing(&mut ledger, 2, false);
    economy::hand_out(&mut ledger, @0xA, @0xA1, 100);
    economy::to_till(&mut ledger, @0xA, 50);
    economy::pay(&mut ledger, @0xA1, @0xB1, 30);
    economy::hand_back(&mut ledger, @0xB1, 20);
    economy::check(&ledger, vector[4_850, 20], vector[50, 0], vector[70, 0, 10]);
    economy::end(ledger);
}

#[test]
fun new_capital_restores_issue() {
    let mut ledger = economy::begin();
    economy::issue(&mut ledger, @0xA, 5_000, 0);
    economy::set_performing(&mut ledger, 2, false);
    economy::contribute(&mut ledger, 4_100, 0);
    economy::issue(&mut ledger, @0xB, 1, 0);
    economy::check(&ledger, vector[5_000, 1], vector[0, 0], vector[0, 0, 0]);
    economy::end(ledger);
}

#[test]
fun so_does_recovery_of_the_asset() {
    let mut ledger = economy::begin();
    economy::issue(&mut ledger, @0xA, 5_000, 0);
    economy::set_performing(&mut ledger, 2, false);
    economy::set_performing(&mut ledger, 2, true);
    economy::issue(&mut ledger, @0xB, 1, 0);
    economy::end(ledger);
}

#[test]
fun capital_is_not_base_money() {
    let mut ledger = economy::begin();
    economy::contribute(&mut ledger, 7, 0);
    assert_eq!(central_bank::base_money(&ledger, @0xCB), 0);
    assert_eq!(central_bank::capital(&ledger, @0xCB), 1_007);
    economy::check(&ledger, vector[0, 0], vector[0, 0], vector[0, 0, 0]);
    economy::end(ledger);
}

fun post(kind: u8, description: vector<u8>, book_value: u64, haircut_bps: u64) {
    let mut ledger = economy::begin();
    central_bank::issue(&mut ledger, &new_signer(@0xCB), @0xA, kind, description.to_string(), book_value, haircut_bps);
    economy::end(ledger);
}

#[test]
fun accepts_the_last_kind_of_asset() { post(5, b"x", 1, 0) }

#[test, expected_failure(abort_code = central_bank::EBadKind)]
fun refuses_kind_zero() { post(0, b"x", 1, 0) }

#[test, expected_failure(abort_code = central_bank::EBadKind)]
fun refuses_kind_six() { post(6, b"x", 1, 0) }

#[test, expected_failure(abort_code = central_bank::EBadDescription)]
fun refuses_no_description() { post(3, b"", 1, 0) }

#[test, expected_failure(abort_code = central_bank::EZeroAmount)]
fun refuses_an_asset_of_nothing() { post(3, b"x", 0, 0) }

#[test, expected_failure(abort_code = central_bank::EBadHaircut)]
fun refuses_a_haircut_above_the_whole() { post(3, b"x", 1, 10_001) }

#[test, expected_failure(abort_code = operator::EUnknownOperator)]
fun buys_from_operators_only() {
    let mut ledger = economy::begin();
    economy::issue(&mut ledger, @0xA1, 1, 0);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = operator::EUnknownOperator)]
fun buys_from_its_own_operators_only() {
    let mut ledger = economy::begin();
    testing::entrust(&mut ledger, 2, @0xECB);
    economy::establish(&mut ledger, @0xECB, 2, b"EUR");
    economy::admit(&mut ledger, @0xECB, @0xE);
    economy::issue(&mut ledger, @0xE, 1, 0);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = money::money::EValueOverflow)]
fun an_account_holds_no_more_than_it_can() {
    let mut ledger = economy::begin();
    economy::issue(&mut ledger, @0xA, MAX, 0);
    economy::issue(&mut ledger, @0xA, 1, 0);
    economy::end(ledger);
}

/// Supplies count beyond what one balance can hold.
#[test]
fun base_money_goes_beyond_one_balance() {
    let mut ledger = economy::begin();
    economy::issue(&mut ledger, @0xA, MAX, 0);
    economy::issue(&mut ledger, @0xB, MAX, 0);
    assert_eq!(central_bank::base_money(&ledger, @0xCB), 2 * (MAX as u128));
    economy::check(&ledger, vector[MAX, MAX], vector[0, 0], vector[0, 0, 0]);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = central_bank::EBooksFull)]
fun the_books_have_an_end() {
    let mut ledger = economy::begin();
    central_bank::fill_books(&mut ledger, @0xCB, 4_096);
    economy::contribute(&mut ledger, 1, 0);
    economy::end(ledger);
}

#[test]
fun the_books_take_4096_assets() {
    let mut ledger = economy::begin();
    central_bank::fill_books(&mut ledger, @0xCB, 4_095);
    economy::contribute(&mut ledger, 1, 0);
    assert_eq!(central_bank::capital(&ledger, @0xCB), 1_000 + 4_094 + 1);
    economy::end(ledger);
}

// === Redeeming ===

#[test]
fun returns_an_asset_whole() {
    let mut ledger = economy::begin();
    economy::issue(&mut ledger, @0xA, 500, 0);
    economy::redeem(&mut ledger, @0xA, 2);
    economy::check(&ledger, vector[0, 0], vector[0, 0], vector[0, 0, 0]);
    assert_eq!(central_bank::total_assets(&ledger, @0xCB), 1_000);
    economy::end(ledger);
}

#[test]
fun returns_an_asset_in_parts() {
    let mut ledger = economy::begin();
    economy::issue(&mut ledger, @0xA, 500, 0);
    economy::redeem_part(&mut ledger, @0xA, 2, 499);
    economy::check(&ledger, vector[1, 0], vector[0, 0], vector[0, 0, 0]);
    economy::redeem_part(&mut ledger, @0xA, 2, 1);
    economy::check(&ledger, vector[0, 0], vector[0, 0], vector[0, 0, 0]);
    economy::end(ledger);
}

#[test]
fun returns_a_bad_asset() {
    let mut ledger = economy::begin();
    economy::issue(&mut ledger, @0xA, 5_000, 0);
    economy::set_performing(&mut ledger, 2, false);
    economy::redeem(&mut ledger, @0xA, 2);
    economy::issue(&mut ledger, @0xA, 1, 0);
    economy::check(&ledger, vector[1, 0], vector[0, 0], vector[0, 0, 0]);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = central_bank::EUnknownAsset)]
fun a_returned_asset_is_gone() {
    let mut ledger = economy::begin();
    economy::issue(&mut ledger, @0xA, 500, 0);
    economy::redeem(&mut ledger, @0xA, 2);
    economy::redeem(&mut ledger, @0xA, 2);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = central_bank::ERedeemsTooMuch)]
fun returns_no_more_than_its_book_value() {
    let mut ledger = economy::begin();
    economy::issue(&mut ledger, @0xA, 500, 0);
    economy::redeem_part(&mut ledger, @0xA, 2, 501);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = central_bank::EZeroAmount)]
fun returns_more_than_nothing() {
    let mut ledger = economy::begin();
    economy::issue(&mut ledger, @0xA, 500, 0);
    economy::redeem_part(&mut ledger, @0xA, 2, 0);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = settlement_account::EInsufficientSettlement)]
fun an_operator_pays_for_what_it_gets_back() {
    let mut ledger = economy::begin();
    economy::issue(&mut ledger, @0xA, 500, 0);
    economy::hand_out(&mut ledger, @0xA, @0xA1, 1);
    economy::redeem(&mut ledger, @0xA, 2);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = central_bank::ENotCounterparty)]
fun nobody_is_made_to_buy_what_another_sold() {
    let mut ledger = economy::begin();
    economy::issue(&mut ledger, @0xA, 500, 0);
    economy::issue(&mut ledger, @0xB, 500, 0);
    economy::redeem(&mut ledger, @0xB, 2);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = central_bank::ENotCounterparty)]
fun capital_is_not_sold_to_operators() {
    let mut ledger = economy::begin();
    economy::issue(&mut ledger, @0xA, 5_000, 0);
    economy::redeem(&mut ledger, @0xA, 1);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = central_bank::EUnknownAsset)]
fun an_asset_not_on_the_books_does_not_fail() {
    let mut ledger = economy::begin();
    economy::set_performing(&mut ledger, 2, false);
    economy::end(ledger);
}
