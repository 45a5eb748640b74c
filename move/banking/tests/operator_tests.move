/// Operators and the holders they serve.
#[test_only]
module banking::operator_tests;

use banking::economy;
use banking::operator;
use banking::settlement_account;
use money::holder;
use money::instrument::{Self, IssueAuthority};
use money::policy;
use money::testing;
use money::wallet::{Self, OperatorAuthority};
use oversight::licence;
use std::ledger::Ledger;
use std::test_ledger::new_signer;
use std::unit_test::assert_eq;

/// The usual economy, where operator 0xA has 1,000 of settlement money and 0xB has 500.
fun funded(): Ledger {
    let mut ledger = economy::begin();
    economy::issue(&mut ledger, @0xA, 1_000, 0);
    economy::issue(&mut ledger, @0xB, 500, 0);
    ledger
}

fun at_most(limit: u64): Option<u64> {
    option::some(limit)
}

fun free(): Option<u64> {
    option::none()
}

// === Exchange at par ===

#[test]
fun cash_goes_round_and_back() {
    let mut ledger = funded();
    economy::hand_out(&mut ledger, @0xA, @0xA1, 300);
    economy::check(&ledger, vector[700, 500], vector[0, 0], vector[300, 0, 0]);
    economy::pay(&mut ledger, @0xA1, @0xB1, 120);
    economy::pay(&mut ledger, @0xB1, @0xA2, 20);
    economy::check(&ledger, vector[700, 500], vector[0, 0], vector[180, 20, 100]);
    economy::hand_back(&mut ledger, @0xB1, 100);
    economy::check(&ledger, vector[700, 600], vector[0, 0], vector[180, 20, 0]);
    economy::to_till(&mut ledger, @0xB, 600);
    economy::from_till(&mut ledger, @0xB, 1);
    economy::check(&ledger, vector[700, 1], vector[0, 599], vector[180, 20, 0]);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = settlement_account::EInsufficientSettlement)]
fun hands_out_no_more_than_it_has() {
    let mut ledger = funded();
    economy::hand_out(&mut ledger, @0xB, @0xB1, 501);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = wallet::EInsufficientMoney)]
fun hands_back_no_more_than_it_has() {
    let mut ledger = funded();
    economy::hand_out(&mut ledger, @0xA, @0xA1, 300);
    economy::hand_back(&mut ledger, @0xA1, 301);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = settlement_account::EInsufficientSettlement)]
fun fills_the_till_with_no_more_than_it_has() {
    let mut ledger = funded();
    economy::to_till(&mut ledger, @0xB, 501);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = operator::EInsufficientTill)]
fun takes_no_more_from_the_till_than_is_in_it() {
    let mut ledger = funded();
    economy::to_till(&mut ledger, @0xB, 5);
    economy::from_till(&mut ledger, @0xB, 6);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = wallet::EZeroAmount)]
fun hands_out_more_than_nothing() {
    let mut ledger = funded();
    economy::hand_out(&mut ledger, @0xA, @0xA1, 0);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = wallet::EZeroAmount)]
fun hands_back_more_than_nothing() {
    let mut ledger = funded();
    economy::hand_back(&mut ledger, @0xA1, 0);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = settlement_account::EZeroAmount)]
fun puts_more_than_nothing_into_the_till() {
    let mut ledger = funded();
    economy::to_till(&mut ledger, @0xA, 0);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = operator::EZeroAmount)]
fun takes_more_than_nothing_from_the_till() {
    let mut ledger = funded();
    economy::from_till(&mut ledger, @0xA, 0);
    economy::end(ledger);
}

// === Rights ===

#[test, expected_failure(abort_code = operator::ENotOperator)]
fun only_an_operator_opens_wallets() {
    let mut ledger = funded();
    economy::open(&mut ledger, @0xBAD, vector[@0xC1], vector[3], 1);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = operator::ENotOperator)]
fun only_an_operator_hands_out() {
    let mut ledger = funded();
    economy::hand_out(&mut ledger, @0xA2, @0xA1, 1);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = operator::ENotOperator)]
fun only_an_operator_has_a_till_to_fill() {
    let mut ledger = funded();
    economy::to_till(&mut ledger, @0xA1, 1);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = operator::ENotOperator)]
fun only_an_operator_has_a_till_to_empty() {
    let mut ledger = funded();
    economy::from_till(&mut ledger, @0xA1, 1);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = operator::ENotOperator)]
fun only_an_operator_recovers() {
    let mut ledger = funded();
    operator::recover(&mut ledger, &new_signer(@0xA2), @0xA1, @0xA2);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = operator::ENotOperator)]
fun only_an_operator_changes_tiers() {
    let mut ledger = funded();
    operator::change_tier(&mut ledger, &new_signer(@0xA1), @0xA1, 1);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = wallet::ENotOperator)]
fun hands_out_to_its_own_customers_only() {
    let mut ledger = funded();
    economy::hand_out(&mut ledger, @0xA, @0xB1, 1);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = wallet::ENoWallet)]
fun hands_out_to_wallets_only() {
    let mut ledger = funded();
    economy::hand_out(&mut ledger, @0xA, @0x404, 1);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = wallet::ENoWallet)]
fun who_has_no_wallet_hands_nothing_back() {
    let mut ledger = funded();
    economy::hand_back(&mut ledger, @0x404, 1);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = operator::EAlreadyOperator)]
fun an_operator_is_admitted_once() {
    let mut ledger = funded();
    economy::admit(&mut ledger, @0xCB, @0xA);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = operator::EUnknownOperator)]
fun a_central_bank_lends_only_to_its_own_operators() {
    let mut ledger = funded();
    testing::entrust(&mut ledger, 2, @0xECB);
    economy::establish(&mut ledger, @0xECB, 2, b"EUR");
    economy::admit(&mut ledger, @0xECB, @0xE);
    economy::issue(&mut ledger, @0xE, 1, 0);
    economy::end(ledger);
}

/// An operator of another central bank serves no customer of this one's operators, though its own cash is of another unit.
#[test, expected_failure(abort_code = wallet::ENotOperator)]
fun a_foreign_operator_reaches_no_wallet() {
    let mut ledger = funded();
    testing::entrust(&mut ledger, 2, @0xECB);
    economy::establish(&mut ledger, @0xECB, 2, b"EUR");
    economy::admit(&mut ledger, @0xECB, @0xE);
    economy::hand_out(&mut ledger, @0xE, @0xA1, 1);
    economy::end(ledger);
}

public struct Institution has store { issue: IssueAuthority, serve: OperatorAuthority }

/// A wallet that a payment institution opened for its e-money has nobody to hand cash back to.
#[test, expected_failure(abort_code = operator::ENotServed)]
fun hands_back_only_to_operators_of_cash() {
    let mut ledger = funded();
    let issue = instrument::register(&mut ledger, &new_signer(@0xF), 1, 3, b"CZK.pay".to_string());
    let serve = wallet::admit(&issue.permit(), @0xF);
    wallet::open(&mut ledger, &serve.permit(), @0xF1, testing::commitment(5), 1);
    ledger.publish(@0xF, Institution { issue, serve });
    economy::hand_out(&mut ledger, @0xA, @0xA1, 10);
    economy::pay(&mut ledger, @0xA1, @0xF1, 10);
    economy::hand_back(&mut ledger, @0xF1, 10);
    economy::end(ledger);
}

fun admit_as(name: vector<u8>) {
    let mut ledger = economy::begin();
    oversight::testing::license(&mut ledger, @0xD, licence::operator(), 1);
    banking::central_bank::admit_operator(&mut ledger, &new_signer(@0xCB), @0xD, name.to_string());
    assert!(operator::exists(&ledger, @0xD));
    economy::end(ledger);
}

#[test]
fun an_operator_has_a_name() { admit_as(vector::tabulate!(128, |_| 65)) }

#[test, expected_failure(abort_code = operator::EBadName)]
fun an_operator_has_not_no_name() { admit_as(b"") }

#[test, expected_failure(abort_code = operator::EBadName)]
fun an_operator_has_no_longer_name() { admit_as(vector::tabulate!(129, |_| 65)) }

// === Wallets in batches ===

fun open_many(count: u64) {
    let mut ledger = funded();
    let mut owners = vector[];
    let mut commitments = vector[];
    count.do!(|i| {
        let address = std::address::from_bytes(std::hash::sha2_256(std::bcs::to_bytes(&i)));
        owners.push_back(address);
        commitments.push_back(address.to_bytes());
    });
    let last = owners[count - 1];
    operator::open_wallets(&mut ledger, &new_signer(@0xA), owners, commitments, 3);
    assert_eq!(wallet::tier(&ledger, last), 3);
    assert_eq!(wallet::holder(&ledger, last), last);
    economy::end(ledger);
}

#[test]
fun opens_500_at_once() { open_many(500) }

#[test, expected_failure(abort_code = operator::ETooManyWallets)]
fun opens_no_more_at_once() { open_many(501) }

#[test, expected_failure(abort_code = operator::EDifferentLengths)]
fun each_wallet_has_a_holder() {
    let mut ledger = funded();
    economy::open(&mut ledger, @0xA, vector[@0xC1, @0xC2], vector[3], 1);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = wallet::EWalletExists)]
fun opens_nothing_on_anothers_wallet() {
    let mut ledger = funded();
    economy::hand_out(&mut ledger, @0xA, @0xA1, 300);
    economy::open(&mut ledger, @0xB, vector[@0xC1, @0xA1], vector[3, 3], 1);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = wallet::EWalletExists)]
fun opens_none_twice_in_one_batch() {
    let mut ledger = funded();
    economy::open(&mut ledger, @0xA, vector[@0xC1, @0xC1], vector[3, 3], 1);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = holder::EBadCommitment)]
fun opens_none_for_nobody() {
    let mut ledger = funded();
    economy::open(&mut ledger, @0xA, vector[@0xC1], vector[0], 1);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = policy::EBadTier)]
fun opens_none_of_no_tier() {
    let mut ledger = funded();
    economy::open(&mut ledger, @0xA, vector[@0xC1], vector[3], 17);
    economy::end(ledger);
}

// === Limits: a hand-out is a receipt, a hand-back is nothing ===

#[test]
fun hands_out_up_to_the_balance() {
    let mut ledger = funded();
    economy::set_tier(&mut ledger, at_most(300), at_most(1), at_most(1), at_most(1));
    economy::hand_out(&mut ledger, @0xA, @0xA1, 100);
    economy::hand_out(&mut ledger, @0xA, @0xA1, 200);
    economy::check(&ledger, vector[700, 500], vector[0, 0], vector[300, 0, 0]);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = wallet::EBalanceLimit)]
fun hands_out_no_more() {
    let mut ledger = funded();
    economy::set_tier(&mut ledger, at_most(300), free(), free(), free());
    economy::hand_out(&mut ledger, @0xA, @0xA1, 100);
    economy::hand_out(&mut ledger, @0xA, @0xA1, 201);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = wallet::EBalanceLimit)]
fun tests_the_balance_before_its_own_account() {
    let mut ledger = funded();
    economy::set_tier(&mut ledger, at_most(300), free(), free(), free());
    economy::hand_out(&mut ledger, @0xA, @0xA1, 2_000);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = policy::EUndefinedTier)]
fun hands_out_nothing_to_an_undefined_tier() {
    let mut ledger = funded();
    economy::set_tier(&mut ledger, free(), free(), free(), free());
    economy::open(&mut ledger, @0xA, vector[@0xC1], vector[3], 2);
    economy::hand_out(&mut ledger, @0xA, @0xC1, 1);
    economy::end(ledger);
}

/// 900 in the wallet of a holder who may pay 50 at once, 80 a day and 120 a year.
fun limited(): Ledger {
    let mut ledger = funded();
    economy::hand_out(&mut ledger, @0xA, @0xA1, 900);
    economy::set_tier(&mut ledger, free(), at_most(50), at_most(80), at_most(120));
    ledger
}

/// What the operator gives for it may be anybody's.
#[test]
fun handing_back_is_a_payment() {
    let mut ledger = limited();
    economy::hand_back(&mut ledger, @0xA1, 50);
    economy::pay(&mut ledger, @0xA1, @0xA2, 30);
    economy::check(&ledger, vector[150, 500], vector[0, 0], vector[820, 30, 0]);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = wallet::ESingleLimit)]
fun no_more_is_handed_back_at_once_than_is_paid() {
    let mut ledger = limited();
    economy::hand_back(&mut ledger, @0xA1, 51);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = wallet::EDailyLimit)]
fun what_was_handed_back_is_not_paid_on_the_same_day() {
    let mut ledger = limited();
    economy::hand_back(&mut ledger, @0xA1, 50);
    economy::pay(&mut ledger, @0xA1, @0xA2, 31);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = wallet::EYearlyLimit)]
fun what_was_handed_back_counts_for_the_year() {
    let mut ledger = limited();
    economy::hand_back(&mut ledger, @0xA1, 50);
    economy::hand_back(&mut ledger, @0xA1, 30);
    std::test_ledger::set_time_ms(&mut ledger, 86_400_000);
    economy::hand_back(&mut ledger, @0xA1, 41);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = wallet::EDailyLimit)]
fun handing_back_and_out_gives_no_new_day() {
    let mut ledger = funded();
    economy::set_tier(&mut ledger, free(), free(), at_most(50), free());
    economy::hand_out(&mut ledger, @0xA, @0xA1, 100);
    economy::pay(&mut ledger, @0xA1, @0xA2, 20);
    economy::hand_back(&mut ledger, @0xA1, 30);
    economy::hand_out(&mut ledger, @0xA, @0xA1, 1);
    economy::pay(&mut ledger, @0xA1, @0xA2, 1);
    economy::end(ledger);
}

#[test]
fun a_better_known_holder_may_hold_more() {
    let mut ledger = funded();
    economy::set_tier(&mut ledger, at_most(10), free(), free(), free());
    let none = free();
    banking::central_bank::set_tier(&mut ledger, &new_signer(@0xCB), 2, at_most(900), none, none, none);
    operator::change_tier(&mut ledger, &new_signer(@0xA), @0xA1, 2);
    economy::hand_out(&mut ledger, @0xA, @0xA1, 900);
    economy::end(ledger);
}

// === Licences ===

fun unlicensed(): Ledger {
    let mut ledger = funded();
    economy::hand_out(&mut ledger, @0xA, @0xA1, 300);
    economy::to_till(&mut ledger, @0xA, 100);
    economy::set_licensed(&mut ledger, @0xA, false);
    ledger
}

#[test, expected_failure(abort_code = licence::ESuspended)]
fun without_a_licence_it_hands_nothing_out() {
    let mut ledger = unlicensed();
    economy::hand_out(&mut ledger, @0xA, @0xA1, 1);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = licence::ESuspended)]
fun without_a_licence_it_opens_no_wallets() {
    let mut ledger = unlicensed();
    economy::open(&mut ledger, @0xA, vector[@0xC1], vector[3], 1);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = licence::ESuspended)]
fun without_a_licence_it_fills_no_till() {
    let mut ledger = unlicensed();
    economy::to_till(&mut ledger, @0xA, 1);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = licence::ESuspended)]
fun without_a_licence_it_changes_no_tier() {
    let mut ledger = unlicensed();
    operator::change_tier(&mut ledger, &new_signer(@0xA), @0xA1, 2);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = licence::ESuspended)]
fun without_a_licence_it_gets_no_new_money() {
    let mut ledger = unlicensed();
    economy::issue(&mut ledger, @0xA, 1, 0);
    economy::end(ledger);
}

#[test]
fun its_customers_get_their_money_out() {
    let mut ledger = unlicensed();
    economy::pay(&mut ledger, @0xA1, @0xB1, 100);
    economy::hand_back(&mut ledger, @0xA1, 150);
    economy::from_till(&mut ledger, @0xA, 100);
    economy::redeem_part(&mut ledger, @0xA, 2, 850);
    economy::check(&ledger, vector[0, 500], vector[0, 0], vector[50, 0, 100]);
    economy::end(ledger);
}

#[test]
fun a_licence_can_be_given_back() {
    let mut ledger = unlicensed();
    economy::set_licensed(&mut ledger, @0xA, true);
    economy::hand_out(&mut ledger, @0xA, @0xA1, 1);
    economy::end(ledger);
}

// === Lost keys ===

#[test]
fun an_operator_recovers_a_wallet() {
    let mut ledger = unlicensed();
    economy::set_licensed(&mut ledger, @0xA, true);
    economy::open(&mut ledger, @0xA, vector[@0xC1], vector[1], 1);
    operator::recover(&mut ledger, &new_signer(@0xA), @0xA1, @0xC1);
    assert_eq!(economy::cash_of(&ledger, @0xC1), 300);
    assert_eq!(economy::cash_of(&ledger, @0xA1), 0);
    economy::hand_back(&mut ledger, @0xC1, 300);
    economy::check(&ledger, vector[900, 500], vector[100, 0], vector[0, 0, 0]);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = wallet::EOtherHolder)]
fun an_operator_cannot_give_it_to_another() {
    let mut ledger = funded();
    economy::hand_out(&mut ledger, @0xA, @0xA1, 300);
    operator::recover(&mut ledger, &new_signer(@0xA), @0xA1, @0xA2);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = wallet::ENotOperator)]
fun an_operator_cannot_fetch_anothers_customer() {
    let mut ledger = funded();
    economy::hand_out(&mut ledger, @0xA, @0xA1, 300);
    operator::recover(&mut ledger, &new_signer(@0xB), @0xA1, @0xB1);
    economy::end(ledger);
}

#[test, expected_failure(abort_code = wallet::EWalletMoved)]
fun lost_keys_hand_nothing_back() {
    let mut ledger = funded();
    economy::hand_out(&mut ledger, @0xA, @0xA1, 300);
    economy::open(&mut ledger, @0xA, vector[@0xC1], vector[1], 1);
    operator::recover(&mut ledger, &new_signer(@0xA), @0xA1, @0xC1);
    economy::hand_back(&mut ledger, @0xA1, 1);
    economy::end(ledger);
}
