/// Who can open, use, recover and close a wallet, and that money only moves.
#[test_only]
module money::wallet_tests;

use money::holder;
use money::instrument::{Self, IssueAuthority};
use money::policy;
use money::scenario;
use money::testing;
use money::unit::{Self, Mandate};
use money::wallet;
use std::test_ledger;
use std::unit_test::assert_eq;

const MAX: u64 = 0xFFFF_FFFF_FFFF_FFFF;

public struct Keep has store { authority: IssueAuthority }
public struct KeptMandate has store { mandate: Mandate }
public struct Many has store { authorities: vector<IssueAuthority> }

// === Paying ===

#[test]
fun money_goes_from_wallet_to_wallet() {
    let mut ledger = scenario::begin();
    scenario::give(&mut ledger, @0xA1, 100);
    scenario::pay(&mut ledger, @0xA1, @0xA2, 30);
    assert_eq!(scenario::balance(&ledger, @0xA1), 70);
    assert_eq!(scenario::balance(&ledger, @0xA2), 30);
    scenario::pay(&mut ledger, @0xA1, @0xA2, 70);
    scenario::pay(&mut ledger, @0xA2, @0xB1, 1);
    assert_eq!(scenario::balance(&ledger, @0xA1), 0);
    assert_eq!(scenario::balance(&ledger, @0xA2), 99);
    assert_eq!(scenario::balance(&ledger, @0xB1), 1);
    scenario::end(ledger, vector[@0xA1, @0xA2, @0xB1]);
}

#[test, expected_failure(abort_code = wallet::EInsufficientMoney)]
fun pays_no_more_than_there_is() {
    let mut ledger = scenario::begin();
    scenario::give(&mut ledger, @0xA1, 100);
    scenario::pay(&mut ledger, @0xA1, @0xA2, 101);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = wallet::EInsufficientMoney)]
fun pays_nothing_of_an_instrument_it_does_not_hold() {
    let mut ledger = scenario::begin();
    scenario::give(&mut ledger, @0xA1, 100);
    testing::pay(&mut ledger, @0xA1, @0xA2, 2, 1);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = wallet::EZeroAmount)]
fun refuses_to_pay_nothing() {
    let mut ledger = scenario::begin();
    scenario::pay(&mut ledger, @0xA1, @0xA2, 0);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = wallet::ESameWallet)]
fun a_wallet_does_not_pay_itself() {
    let mut ledger = scenario::begin();
    scenario::give(&mut ledger, @0xA1, 100);
    scenario::pay(&mut ledger, @0xA1, @0xA1, 1);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = wallet::ENoWallet)]
fun who_has_no_wallet_cannot_pay() {
    let mut ledger = scenario::begin();
    scenario::pay(&mut ledger, @0x404, @0xA1, 1);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = wallet::ENoWallet)]
fun who_has_no_wallet_cannot_be_paid() {
    let mut ledger = scenario::begin();
    scenario::give(&mut ledger, @0xA1, 100);
    scenario::pay(&mut ledger, @0xA1, @0x404, 1);
    test_ledger::destroy(ledger);
}

#[test]
fun holds_the_largest_balance() {
    let mut ledger = scenario::begin();
    scenario::give(&mut ledger, @0xA1, MAX);
    scenario::pay(&mut ledger, @0xA1, @0xA2, MAX);
    assert_eq!(scenario::balance(&ledger, @0xA2), MAX);
    scenario::end(ledger, vector[@0xA1, @0xA2]);
}

#[test, expected_failure(abort_code = wallet::EBalanceOverflow)]
fun refuses_a_balance_beyond_it() {
    let mut ledger = scenario::begin();
    scenario::give(&mut ledger, @0xA1, MAX);
    scenario::give(&mut ledger, @0xA2, 1);
    scenario::pay(&mut ledger, @0xA1, @0xA2, MAX);
    test_ledger::destroy(ledger);
}

#[test]
fun holds_instruments_apart() {
    let mut ledger = scenario::begin();
    let authority = scenario::register(&mut ledger, b"CZK.f");
    let third = scenario::register(&mut ledger, b"CZK.g");
    scenario::give_other(&mut ledger, &third, @0xA1, 3);
    scenario::give(&mut ledger, @0xA1, 1);
    scenario::give_other(&mut ledger, &authority, @0xA1, 2);
    testing::pay(&mut ledger, @0xA1, @0xA2, 2, 2);
    testing::pay(&mut ledger, @0xA1, @0xA2, 3, 1);
    assert_eq!(wallet::balance(&ledger, @0xA1, 1), 1);
    assert_eq!(wallet::balance(&ledger, @0xA1, 2), 0);
    assert_eq!(wallet::balance(&ledger, @0xA1, 3), 2);
    assert_eq!(wallet::balance(&ledger, @0xA2, 2), 2);
    assert_eq!(wallet::balance(&ledger, @0xA2, 3), 1);
    assert_eq!(instrument::outstanding(&ledger, 3), 3);
    ledger.publish(@0xD, Keep { authority });
    ledger.publish(@0xE, Keep { authority: third });
    scenario::end(ledger, vector[@0xA1, @0xA2]);
}

fun hold_instruments(count: u64) {
    let mut ledger = scenario::begin();
    let mut authorities = vector[];
    count.do!(|i| {
        let mut symbol = b"X".to_string();
        symbol.append(i.to_string());
        let authority = scenario::register(&mut ledger, symbol.into_bytes());
        scenario::give_other(&mut ledger, &authority, @0xA1, 1);
        authorities.push_back(authority);
    });
    ledger.publish(@0xD, Many { authorities });
    test_ledger::destroy(ledger);
}

#[test]
fun holds_64_instruments() { hold_instruments(64) }

#[test, expected_failure(abort_code = wallet::ETooManyInstruments)]
fun refuses_the_65th() { hold_instruments(65) }

// === Opening ===

#[test, expected_failure(abort_code = wallet::EWalletExists)]
fun nobody_opens_a_wallet_where_one_is() {
    let mut ledger = scenario::begin();
    scenario::give(&mut ledger, @0xA1, 100);
    scenario::open(&mut ledger, @0x0B, @0xA1, 9, 1);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = holder::EBadCommitment)]
fun a_holder_is_not_nobody() {
    let mut ledger = scenario::begin();
    scenario::open(&mut ledger, @0x0A, @0xC1, 0, 1);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = holder::EBadCommitment)]
fun a_commitment_is_not_short() {
    let mut ledger = scenario::begin();
    let permit = scenario::operator_permit(&ledger, @0x0A);
    wallet::open(&mut ledger, &permit, @0xC1, b"me", 1);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = holder::EBadCommitment)]
fun a_commitment_is_not_long() {
    let mut ledger = scenario::begin();
    let permit = scenario::operator_permit(&ledger, @0x0A);
    let mut commitment = testing::commitment(1);
    commitment.push_back(1);
    wallet::open(&mut ledger, &permit, @0xC1, commitment, 1);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = policy::EBadTier)]
fun no_wallet_has_tier_zero() {
    let mut ledger = scenario::begin();
    scenario::open(&mut ledger, @0x0A, @0xC1, 1, 0);
    test_ledger::destroy(ledger);
}

// === Closing ===

#[test]
fun an_owner_goes_to_another_operator() {
    let mut ledger = scenario::begin();
    scenario::give(&mut ledger, @0xA1, 5);
    scenario::pay(&mut ledger, @0xA1, @0xA2, 5);
    testing::close(&mut ledger, @0xA1);
    assert!(!wallet::exists(&ledger, @0xA1));
    scenario::open(&mut ledger, @0x0B, @0xA1, 1, 2);
    assert_eq!(wallet::operator(&ledger, @0xA1), @0x0B);
    assert_eq!(wallet::tier(&ledger, @0xA1), 2);
    scenario::end(ledger, vector[@0xA1, @0xA2]);
}

#[test, expected_failure(abort_code = wallet::ENotEmpty)]
fun a_wallet_with_money_is_not_closed() {
    let mut ledger = scenario::begin();
    scenario::give(&mut ledger, @0xA1, 1);
    testing::close(&mut ledger, @0xA1);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = wallet::ENoWallet)]
fun only_an_owner_closes() {
    let mut ledger = scenario::begin();
    testing::close(&mut ledger, @0xBAD);
    test_ledger::destroy(ledger);
}

/// Closing and opening again does not give the holder a new day.
#[test, expected_failure(abort_code = wallet::EDailyLimit)]
fun closing_does_not_reset_what_was_counted() {
    let mut ledger = scenario::begin();
    scenario::limit(&mut ledger, option::none(), option::none(), option::some(100), option::none());
    scenario::give(&mut ledger, @0xA1, 100);
    scenario::pay(&mut ledger, @0xA1, @0xA2, 100);
    testing::close(&mut ledger, @0xA1);
    scenario::open(&mut ledger, @0x0B, @0xA1, 1, 1);
    scenario::give(&mut ledger, @0xA1, 1);
    scenario::pay(&mut ledger, @0xA1, @0xA2, 1);
    test_ledger::destroy(ledger);
}

// === Recovery ===

fun recover(operator: address, to_holder: u8, to_operator: address, gift: u64) {
    let mut ledger = scenario::begin();
    scenario::give(&mut ledger, @0xA1, 100);
    scenario::open(&mut ledger, to_operator, @0xC1, to_holder, 4);
    if (gift > 0) scenario::give(&mut ledger, @0xC1, gift);
    let permit = scenario::operator_permit(&ledger, operator);
    wallet::recover(&mut ledger, &permit, @0xA1, @0xC1);
    assert_eq!(scenario::balance(&ledger, @0xA1), 0);
    assert_eq!(scenario::balance(&ledger, @0xC1), 100);
    assert_eq!(wallet::tier(&ledger, @0xC1), 1);
    scenario::end(ledger, vector[@0xA1, @0xC1]);
}

#[test]
fun a_holder_gets_everything_back() { recover(@0x0A, 1, @0x0A, 0) }

#[test, expected_failure(abort_code = wallet::EOtherHolder)]
fun nothing_is_recovered_to_another_holder() { recover(@0x0A, 2, @0x0A, 0) }

#[test, expected_failure(abort_code = wallet::ENotOperator)]
fun nothing_is_recovered_by_another_operator() { recover(@0x0B, 1, @0x0B, 0) }

#[test, expected_failure(abort_code = wallet::ENotOperator)]
fun nothing_is_recovered_to_another_operator() { recover(@0x0A, 1, @0x0B, 0) }

#[test, expected_failure(abort_code = wallet::ENotEmpty)]
fun nothing_is_recovered_into_a_wallet_in_use() { recover(@0x0A, 1, @0x0A, 1) }

#[test, expected_failure(abort_code = wallet::ESameWallet)]
fun nothing_is_recovered_onto_itself() {
    let mut ledger = scenario::begin();
    let permit = scenario::operator_permit(&ledger, @0x0A);
    wallet::recover(&mut ledger, &permit, @0xA1, @0xA1);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = wallet::EWalletMoved)]
fun lost_keys_pay_nothing_any_more() {
    let mut ledger = scenario::begin();
    scenario::open(&mut ledger, @0x0A, @0xC1, 1, 1);
    let permit = scenario::operator_permit(&ledger, @0x0A);
    wallet::recover(&mut ledger, &permit, @0xA1, @0xC1);
    scenario::pay(&mut ledger, @0xA1, @0xA2, 1);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = wallet::EWalletMoved)]
fun nobody_pays_into_a_wallet_left_behind() {
    let mut ledger = scenario::begin();
    scenario::open(&mut ledger, @0x0A, @0xC1, 1, 1);
    scenario::give(&mut ledger, @0xA2, 1);
    let permit = scenario::operator_permit(&ledger, @0x0A);
    wallet::recover(&mut ledger, &permit, @0xA1, @0xC1);
    scenario::pay(&mut ledger, @0xA2, @0xA1, 1);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = wallet::EWalletMoved)]
fun lost_keys_do_not_close_the_wallet() {
    let mut ledger = scenario::begin();
    scenario::open(&mut ledger, @0x0A, @0xC1, 1, 1);
    let permit = scenario::operator_permit(&ledger, @0x0A);
    wallet::recover(&mut ledger, &permit, @0xA1, @0xC1);
    testing::close(&mut ledger, @0xA1);
    test_ledger::destroy(ledger);
}

/// A recovered holder may hold what its old wallet held, even where the policy has become stricter since.
#[test]
fun recovery_is_not_a_receipt() {
    let mut ledger = scenario::begin();
    scenario::give(&mut ledger, @0xA1, 100);
    scenario::limit(&mut ledger, option::some(10), option::some(10), option::some(10), option::some(10));
    scenario::open(&mut ledger, @0x0A, @0xC1, 1, 1);
    let permit = scenario::operator_permit(&ledger, @0x0A);
    wallet::recover(&mut ledger, &permit, @0xA1, @0xC1);
    assert_eq!(scenario::balance(&ledger, @0xC1), 100);
    scenario::end(ledger, vector[@0xA1, @0xC1]);
}

// === Authority ===

/// Whoever can register an instrument can admit operators for it, under any address; that reaches no wallet of another's.
#[test, expected_failure(abort_code = wallet::ENotOperator)]
fun an_authority_of_another_issuer_reaches_no_wallet() {
    let mut ledger = scenario::begin();
    scenario::give(&mut ledger, @0xA1, 100);
    let authority = scenario::register(&mut ledger, b"FAKE");
    let office = wallet::admit(&authority.permit(), @0x0A);
    let forged = office.permit();
    ledger.publish(@0xD, Keep { authority });
    ledger.publish(@0xD, Forged { office });
    wallet::open(&mut ledger, &forged, @0xBAD, testing::commitment(1), 1);
    wallet::recover(&mut ledger, &forged, @0xA1, @0xBAD);
    test_ledger::destroy(ledger);
}

public struct Forged has store { office: wallet::OperatorAuthority }

#[test, expected_failure(abort_code = wallet::ENotOperator)]
fun an_operator_issues_to_its_own_customers_only() {
    let mut ledger = scenario::begin();
    let permit = scenario::operator_permit(&ledger, @0x0B);
    let issuer = scenario::issue_permit(&ledger);
    wallet::issue_to(&mut ledger, &permit, &issuer, @0xA1, 1);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = wallet::ENotOperator)]
fun an_operator_changes_only_its_own_customers_tiers() {
    let mut ledger = scenario::begin();
    let permit = scenario::operator_permit(&ledger, @0x0B);
    wallet::change_tier(&mut ledger, &permit, @0xA1, 2);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = wallet::EInsufficientMoney)]
fun a_wallet_redeems_no_more_than_it_holds() {
    let mut ledger = scenario::begin();
    scenario::give(&mut ledger, @0xA1, 5);
    scenario::take_back(&mut ledger, @0xA1, 6);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = wallet::EZeroAmount)]
fun a_wallet_redeems_more_than_nothing() {
    let mut ledger = scenario::begin();
    scenario::take_back(&mut ledger, @0xA1, 0);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = wallet::EZeroAmount)]
fun an_issuer_issues_more_than_nothing_to_it() {
    let mut ledger = scenario::begin();
    scenario::give(&mut ledger, @0xA1, 0);
    test_ledger::destroy(ledger);
}

// === What an issuer takes back ===

/// A wallet at 0xA1 with 50 of a deposit at the issuer, whose authority is at 0xD.
fun with_deposit(): std::ledger::Ledger {
    let mut ledger = scenario::begin();
    let authority = instrument::register(&mut ledger, &test_ledger::new_signer(@0x155), 1, instrument::deposit(), b"CZK.d".to_string());
    scenario::give_other(&mut ledger, &authority, @0xA1, 50);
    ledger.publish(@0xD, Keep { authority });
    ledger
}

/// Makes 0xCB the central bank of a unit.
fun entrust(ledger: &mut std::ledger::Ledger, unit: u32) {
    testing::entrust(ledger, unit, @0xCB);
    let mandate = unit::claim_mandate(ledger, &test_ledger::new_signer(@0xCB), unit);
    ledger.publish(@0xCB, KeptMandate { mandate });
}

/// Takes an amount of instrument 2 back out of 0xA1 by right of its issuer and of the central bank 0xCB.
fun take_back(ledger: &mut std::ledger::Ledger, amount: u64) {
    let permit = ledger.borrow<Keep>(@0xD).authority.permit();
    let recall = wallet::recall(ledger, &ledger.borrow<KeptMandate>(@0xCB).mandate, &permit);
    wallet::redeem_by_issuer(ledger, &recall, &permit, @0xA1, amount);
}

#[test]
fun a_deposit_goes_back_to_the_bank_that_owes_it() {
    let mut ledger = with_deposit();
    entrust(&mut ledger, 1);
    take_back(&mut ledger, 30);
    assert_eq!(wallet::balance(&ledger, @0xA1, 2), 20);
    assert_eq!(instrument::outstanding(&ledger, 2), 20);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = wallet::EInsufficientMoney)]
fun no_more_of_it_than_there_is() {
    let mut ledger = with_deposit();
    entrust(&mut ledger, 1);
    take_back(&mut ledger, 51);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = wallet::EFrozen)]
fun nothing_of_it_out_of_a_frozen_wallet() {
    let mut ledger = with_deposit();
    entrust(&mut ledger, 1);
    wallet::freeze_until(&mut ledger, &money::freeze::test_permit(), @0xA1, MAX);
    take_back(&mut ledger, 1);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = wallet::ENotDeposit)]
fun no_other_money_is_taken_without_its_holder() {
    let mut ledger = scenario::begin();
    let authority = scenario::register(&mut ledger, b"CZK.x");
    scenario::give_other(&mut ledger, &authority, @0xA1, 50);
    ledger.publish(@0xD, Keep { authority });
    entrust(&mut ledger, 1);
    take_back(&mut ledger, 1);
    test_ledger::destroy(ledger);
}

/// An issuer whose unit has another central bank has nobody's mandate to reach into wallets.
#[test, expected_failure(abort_code = wallet::EOtherMandate)]
fun nothing_is_taken_by_the_mandate_of_another_unit() {
    let mut ledger = with_deposit();
    testing::register_unit(&mut ledger, b"USD", 0, false);
    entrust(&mut ledger, 2);
    take_back(&mut ledger, 1);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = wallet::ESingleLimit)]
fun what_becomes_somebody_elses_is_a_payment() {
    let mut ledger = with_deposit();
    let permit = ledger.borrow<Keep>(@0xD).authority.permit();
    policy::set_tier(&mut ledger, &permit, 1, option::none(), option::some(40), option::none(), option::none());
    wallet::redeem_as_payment(&mut ledger, &test_ledger::new_signer(@0xA1), &permit, 41);
    test_ledger::destroy(ledger);
}

#[test]
fun a_payment_out_counts_with_the_others_of_the_day() {
    let mut ledger = with_deposit();
    let permit = ledger.borrow<Keep>(@0xD).authority.permit();
    policy::set_tier(&mut ledger, &permit, 1, option::none(), option::none(), option::some(40), option::none());
    wallet::redeem_as_payment(&mut ledger, &test_ledger::new_signer(@0xA1), &permit, 40);
    wallet::redeem_from(&mut ledger, &test_ledger::new_signer(@0xA1), &permit, 10);
    assert_eq!(instrument::outstanding(&ledger, 2), 0);
    test_ledger::destroy(ledger);
}
