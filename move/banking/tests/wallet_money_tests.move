/// Deposits and wallets: exchange in one act, links between them, and the operator regime `deposit`.
#[test_only]
module banking::wallet_money_tests;

use banking::bank_chart;
use banking::bank_economy::{Self as world, deposit_of, line};
use banking::cash_desk;
use banking::cash_exchange;
use banking::central_bank;
use banking::chart;
use banking::commercial_bank;
use banking::customer_accounts;
use banking::insolvency;
use banking::lending;
use banking::linked_deposit;
use banking::monetary_policy;
use banking::operator;
use banking::reserves;
use banking::settlement_account;
use banking::wallet_deposits;
use money::customer_book;
use money::policy;
use money::testing as money;
use money::wallet;
use oversight::licence;
use oversight::testing;
use std::ledger::Ledger;
use std::test_ledger::new_signer;
use std::unit_test::assert_eq;

/// Banks 0xB1 and 0xB2 are operators too, 0xA is an operator only; wallets 0x11 of tier 1 and 0x12 of tier 2 with 0xB1, 0x21 of
/// tier 2 with 0xB2, 0x31 of tier 1 with 0xA; tier 1 is without limits, tier 2 holds 500 and pays 400 at once. Customer 0 of 0xB1 has 3,000.
fun begin(): Ledger {
    let mut ledger = world::begin();
    vector[@0xB1, @0xB2, @0xA].do!(|operator| testing::license(&mut ledger, operator, licence::operator(), 1));
    vector[@0xB1, @0xB2, @0xA].do!(|operator| central_bank::admit_operator(&mut ledger, &world::central_bank(), operator, b"Operator".to_string()));
    set_tier(&mut ledger, 1, option::none(), option::none());
    set_tier(&mut ledger, 2, option::some(500), option::some(400));
    open(&mut ledger, @0xB1, @0x11, 1, 1);
    open(&mut ledger, @0xB1, @0x12, 2, 2);
    open(&mut ledger, @0xB2, @0x21, 3, 2);
    open(&mut ledger, @0xA, @0x31, 4, 1);
    lending::grant(&mut ledger, &new_signer(@0xB1), 0, 3_000, 0, 1, 30);
    ledger
}

fun set_tier(ledger: &mut Ledger, tier: u8, balance: Option<u64>, single: Option<u64>) {
    central_bank::set_tier(ledger, &world::central_bank(), tier, balance, single, option::none(), option::none());
}

fun open(ledger: &mut Ledger, operator: address, owner: address, holder: u8, tier: u8) {
    operator::open_wallets(ledger, &new_signer(operator), vector[owner], vector[money::commitment(holder)], tier);
}

fun cash_of(ledger: &Ledger, owner: address): u64 {
    wallet::balance(ledger, owner, cash_desk::cash(ledger, @0xCB))
}

fun to_cash(ledger: &mut Ledger, owner: address, amount: u64) {
    cash_exchange::to_cash(ledger, &new_signer(@0xB1), 0, owner, amount);
}

fun link(ledger: &mut Ledger, owner: address, bank: address, account: u32) {
    linked_deposit::link(ledger, &new_signer(owner), &new_signer(bank), account, true, true);
}

fun pay(ledger: &mut Ledger, from: address, to: address, amount: u64) {
    linked_deposit::pay(ledger, &new_signer(from), @0xCB, to, amount);
}

// === Exchange ===

#[test]
fun a_deposit_becomes_cash_and_cash_a_deposit_in_one_act() {
    let mut ledger = begin();
    let base = central_bank::base_money(&ledger, @0xCB);
    to_cash(&mut ledger, @0x31, 1_000);
    assert_eq!(cash_of(&ledger, @0x31), 1_000);
    assert_eq!(deposit_of(&ledger, @0xB1, 0), 2_000);
    assert_eq!(settlement_account::balance(&ledger, @0xB1, 1), 3_000);
    cash_exchange::to_deposit(&mut ledger, &new_signer(@0x31), @0xB2, 4, 600);
    assert_eq!(cash_of(&ledger, @0x31), 400);
    assert_eq!(deposit_of(&ledger, @0xB2, 4), 600);
    assert_eq!(settlement_account::balance(&ledger, @0xB2, 1), 4_600);
    assert_eq!(central_bank::base_money(&ledger, @0xCB), base);
    world::end(ledger);
}

#[test, expected_failure(abort_code = wallet::EBalanceLimit)]
fun an_exchange_stays_within_the_tier() {
    let mut ledger = begin();
    to_cash(&mut ledger, @0x12, 501);
    world::end(ledger);
}

#[test, expected_failure(abort_code = settlement_account::EInsufficientSettlement)]
fun a_bank_without_reserves_gives_no_cash() {
    let mut ledger = begin();
    lending::grant(&mut ledger, &new_signer(@0xB1), 0, 2_000, 0, 1, 30);
    to_cash(&mut ledger, @0x31, 4_001);
    world::end(ledger);
}

#[test, expected_failure(abort_code = licence::ESuspended)]
fun a_suspended_bank_takes_no_cash() {
    let mut ledger = begin();
    to_cash(&mut ledger, @0x31, 100);
    testing::suspend(&mut ledger, @0xB1, licence::bank(), 1);
    cash_exchange::to_deposit(&mut ledger, &new_signer(@0x31), @0xB1, 0, 100);
    world::end(ledger);
}

#[test, expected_failure(abort_code = operator::EIsBank)]
fun a_bank_hands_nothing_out_beside_its_books() {
    let mut ledger = begin();
    operator::hand_out(&mut ledger, &new_signer(@0xB1), @0x11, 1);
    world::end(ledger);
}

#[test, expected_failure(abort_code = operator::EIsBank)]
fun nothing_is_handed_back_beside_a_banks_books() {
    let mut ledger = begin();
    to_cash(&mut ledger, @0x11, 10);
    operator::hand_back(&mut ledger, &new_signer(@0x11), 10);
    world::end(ledger);
}

#[test, expected_failure(abort_code = operator::EIsBank)]
fun the_central_bank_buys_from_a_bank_by_open_market_only() {
    let mut ledger = begin();
    central_bank::issue(&mut ledger, &world::central_bank(), @0xB1, 3, b"bonds".to_string(), 10, 0);
    world::end(ledger);
}

// === Links ===

#[test]
fun what_does_not_fit_flows_over_and_what_is_lacking_is_drawn() {
    let mut ledger = begin();
    to_cash(&mut ledger, @0x12, 300);
    to_cash(&mut ledger, @0x31, 900);
    link(&mut ledger, @0x12, @0xB1, 5);
    pay(&mut ledger, @0x31, @0x12, 900);
    assert_eq!(cash_of(&ledger, @0x12), 500);
    assert_eq!(deposit_of(&ledger, @0xB1, 5), 700);
    link(&mut ledger, @0x31, @0xB1, 0);
    pay(&mut ledger, @0x31, @0x11, 1_000);
    assert_eq!(cash_of(&ledger, @0x11), 1_000);
    assert_eq!(deposit_of(&ledger, @0xB1, 0), 800);
    world::end(ledger);
}

#[test]
fun a_receipt_may_flow_over_whole() {
    let mut ledger = begin();
    to_cash(&mut ledger, @0x12, 500);
    to_cash(&mut ledger, @0x31, 900);
    link(&mut ledger, @0x12, @0xB2, 5);
    pay(&mut ledger, @0x31, @0x12, 900);
    assert_eq!(cash_of(&ledger, @0x12), 500);
    assert_eq!(deposit_of(&ledger, @0xB2, 5), 900);
    world::end(ledger);
}

#[test, expected_failure(abort_code = linked_deposit::EOverBalance)]
fun without_a_link_nothing_flows_over() {
    let mut ledger = begin();
    to_cash(&mut ledger, @0x31, 900);
    pay(&mut ledger, @0x31, @0x12, 501);
    world::end(ledger);
}

#[test, expected_failure(abort_code = wallet::ESingleLimit)]
fun an_overflow_does_not_widen_the_payers_limits() {
    let mut ledger = begin();
    to_cash(&mut ledger, @0x12, 500);
    to_cash(&mut ledger, @0x11, 500);
    link(&mut ledger, @0x11, @0xB1, 0);
    pay(&mut ledger, @0x12, @0x11, 401);
    world::end(ledger);
}

#[test, expected_failure(abort_code = wallet::EInsufficientMoney)]
fun without_a_link_nothing_is_drawn() {
    let mut ledger = begin();
    to_cash(&mut ledger, @0x31, 900);
    pay(&mut ledger, @0x31, @0x11, 901);
    world::end(ledger);
}

#[test, expected_failure(abort_code = customer_book::EInsufficientBalance)]
fun no_more_is_drawn_than_there_is() {
    let mut ledger = begin();
    link(&mut ledger, @0x31, @0xB1, 0);
    pay(&mut ledger, @0x31, @0x11, 3_001);
    world::end(ledger);
}

#[test, expected_failure(abort_code = linked_deposit::ENotLinked)]
fun a_link_ends_once() {
    let mut ledger = begin();
    link(&mut ledger, @0x31, @0xB1, 0);
    linked_deposit::unlink(&mut ledger, &new_signer(@0x31));
    linked_deposit::unlink(&mut ledger, &new_signer(@0x31));
    world::end(ledger);
}

// === The regime `deposit` ===

/// 0xB1 and 0xB2 under the regime, with the tiers of digital cash.
fun begin_regime(): Ledger {
    let mut ledger = begin();
    vector[@0xB1, @0xB2].zip_do!(vector[b"B1.wallet", b"B2.wallet"], |bank, symbol| {
        wallet_deposits::adopt(&mut ledger, &world::central_bank(), &new_signer(bank), symbol.to_string());
        wallet_deposits::follow_tier(&mut ledger, bank, 1);
        wallet_deposits::follow_tier(&mut ledger, bank, 2);
    });
    ledger
}

fun wallet_of(ledger: &Ledger, bank: address, owner: address): u64 {
    wallet::balance(ledger, owner, wallet_deposits::instrument(ledger, bank))
}

#[test]
fun wallet_money_is_the_banks_and_settles_between_banks() {
    let mut ledger = begin_regime();
    wallet_deposits::fund(&mut ledger, &new_signer(@0xB1), 0, @0x11, 1_000);
    assert_eq!(line(&ledger, @0xB1, bank_chart::wallet_deposits()), 1_000);
    wallet_deposits::pay(&mut ledger, &new_signer(@0x11), @0x12, 100);
    assert_eq!(wallet_of(&ledger, @0xB1, @0x12), 100);
    wallet_deposits::pay(&mut ledger, &new_signer(@0x11), @0x21, 200);
    assert_eq!(wallet_of(&ledger, @0xB2, @0x21), 200);
    assert_eq!(settlement_account::balance(&ledger, @0xB1, 1), 3_800);
    assert_eq!(settlement_account::balance(&ledger, @0xB2, 1), 4_200);
    // To a wallet of an operator that is no bank: it arrives as digital cash.
    wallet_deposits::pay(&mut ledger, &new_signer(@0x11), @0x31, 300);
    assert_eq!(cash_of(&ledger, @0x31), 300);
    wallet_deposits::defund(&mut ledger, &new_signer(@0x11), 7, 400);
    assert_eq!(deposit_of(&ledger, @0xB1, 7), 400);
    assert_eq!(line(&ledger, @0xB1, bank_chart::wallet_deposits()), 100);
    world::end(ledger);
}

#[test]
fun cash_that_becomes_wallet_money_becomes_reserves() {
    let mut ledger = begin_regime();
    to_cash(&mut ledger, @0x11, 1_000);
    wallet_deposits::exchange_cash(&mut ledger, &new_signer(@0x11), 600);
    assert_eq!(cash_of(&ledger, @0x11), 400);
    assert_eq!(wallet_of(&ledger, @0xB1, @0x11), 600);
    assert_eq!(settlement_account::balance(&ledger, @0xB1, 1), 3_600);
    world::end(ledger);
}

#[test]
fun it_bears_interest_and_counts_towards_required_reserves() {
    let mut ledger = begin_regime();
    world::set_policy(&mut ledger, monetary_policy::reserve_ratio(), 1_000);
    wallet_deposits::fund(&mut ledger, &new_signer(@0xB1), 0, @0x11, 1_000);
    wallet_deposits::pay_interest(&mut ledger, &new_signer(@0xB1), vector[@0x11, @0x12], vector[30, 10]);
    assert_eq!(wallet_of(&ledger, @0xB1, @0x11), 1_030);
    assert_eq!(line(&ledger, @0xB1, chart::interest_expense()), 40);
    assert_eq!(reserves::required(&ledger, @0xB1), 304);
    world::end(ledger);
}

#[test, expected_failure(abort_code = wallet::EBalanceLimit)]
fun the_payees_tier_holds_for_wallet_money_of_another_bank() {
    let mut ledger = begin_regime();
    wallet_deposits::fund(&mut ledger, &new_signer(@0xB1), 0, @0x11, 1_000);
    wallet_deposits::pay(&mut ledger, &new_signer(@0x11), @0x21, 501);
    world::end(ledger);
}

#[test, expected_failure(abort_code = wallet::ESingleLimit)]
fun the_payers_tier_holds_for_a_payment_to_another_bank() {
    let mut ledger = begin_regime();
    wallet_deposits::fund(&mut ledger, &new_signer(@0xB1), 0, @0x12, 500);
    wallet_deposits::pay(&mut ledger, &new_signer(@0x12), @0x21, 401);
    world::end(ledger);
}

#[test, expected_failure(abort_code = wallet::ENotOperator)]
fun a_bank_funds_only_wallets_that_it_serves() {
    let mut ledger = begin_regime();
    wallet_deposits::fund(&mut ledger, &new_signer(@0xB1), 0, @0x21, 1);
    world::end(ledger);
}

#[test, expected_failure(abort_code = wallet_deposits::ENotAdopted)]
fun a_wallet_under_the_regime_cash_has_no_wallet_money() {
    let mut ledger = begin_regime();
    wallet_deposits::pay(&mut ledger, &new_signer(@0x31), @0x11, 1);
    world::end(ledger);
}

#[test, expected_failure(abort_code = wallet_deposits::ENotCentralBank)]
fun the_central_bank_of_the_bank_decides() {
    let mut ledger = begin();
    wallet_deposits::adopt(&mut ledger, &new_signer(@0xBAD), &new_signer(@0xB1), b"X".to_string());
    world::end(ledger);
}

#[test, expected_failure(abort_code = operator::ENotOperator)]
fun only_an_operator_adopts_the_regime() {
    let mut ledger = begin();
    wallet_deposits::adopt(&mut ledger, &world::central_bank(), &new_signer(@0xB3), b"X".to_string());
    world::end(ledger);
}

// === Own accounts and others' ===

#[test]
fun onto_the_linked_deposit_any_amount_goes() {
    let mut ledger = begin_regime();
    to_cash(&mut ledger, @0x12, 500);
    link(&mut ledger, @0x12, @0xB1, 5);
    cash_exchange::to_deposit(&mut ledger, &new_signer(@0x12), @0xB1, 5, 500);
    assert_eq!(deposit_of(&ledger, @0xB1, 5), 500);
    wallet_deposits::fund(&mut ledger, &new_signer(@0xB1), 5, @0x12, 500);
    wallet_deposits::defund(&mut ledger, &new_signer(@0x12), 5, 500);
    assert_eq!(deposit_of(&ledger, @0xB1, 5), 500);
    world::end(ledger);
}

#[test, expected_failure(abort_code = wallet::ESingleLimit)]
fun cash_onto_an_account_that_is_not_linked_is_a_payment() {
    let mut ledger = begin();
    to_cash(&mut ledger, @0x12, 500);
    link(&mut ledger, @0x12, @0xB1, 5);
    cash_exchange::to_deposit(&mut ledger, &new_signer(@0x12), @0xB1, 6, 401);
    world::end(ledger);
}

#[test, expected_failure(abort_code = wallet::ESingleLimit)]
fun cash_onto_the_same_number_at_another_bank_is_a_payment() {
    let mut ledger = begin();
    to_cash(&mut ledger, @0x12, 500);
    link(&mut ledger, @0x12, @0xB1, 5);
    cash_exchange::to_deposit(&mut ledger, &new_signer(@0x12), @0xB2, 5, 401);
    world::end(ledger);
}

#[test, expected_failure(abort_code = wallet::ESingleLimit)]
fun wallet_money_onto_an_account_that_is_not_linked_is_a_payment() {
    let mut ledger = begin_regime();
    wallet_deposits::fund(&mut ledger, &new_signer(@0xB1), 0, @0x12, 500);
    wallet_deposits::defund(&mut ledger, &new_signer(@0x12), 5, 401);
    world::end(ledger);
}

#[test, expected_failure(abort_code = wallet::EDailyLimit)]
fun exchanges_onto_others_accounts_add_up_with_payments_of_the_day() {
    let mut ledger = begin();
    let none = option::none();
    central_bank::set_tier(&mut ledger, &world::central_bank(), 3, none, option::some(400), option::some(600), none);
    open(&mut ledger, @0xB1, @0x13, 7, 3);
    to_cash(&mut ledger, @0x13, 1_000);
    pay(&mut ledger, @0x13, @0x11, 300);
    cash_exchange::to_deposit(&mut ledger, &new_signer(@0x13), @0xB1, 5, 300);
    cash_exchange::to_deposit(&mut ledger, &new_signer(@0x13), @0xB1, 5, 1);
    world::end(ledger);
}

// === A bank's till ===

#[test]
fun a_bank_fills_and_empties_its_till_in_its_books() {
    let mut ledger = begin();
    let bank = new_signer(@0xB1);
    operator::to_till(&mut ledger, &bank, 700);
    assert_eq!(line(&ledger, @0xB1, chart::digital_cash()), 700);
    assert_eq!(operator::till_balance(&ledger, @0xB1), 700);
    operator::from_till(&mut ledger, &bank, 700);
    assert_eq!(line(&ledger, @0xB1, chart::digital_cash()), 0);
    assert_eq!(line(&ledger, @0xB1, chart::settlement_account()), 4_000);
    world::end(ledger);
}

#[test]
fun customers_cash_at_a_bank_goes_through_its_books() {
    let mut ledger = begin();
    let bank = new_signer(@0xB1);
    operator::to_till(&mut ledger, &bank, 700);
    customer_accounts::begin(&mut ledger, &bank);
    customer_accounts::open(&mut ledger, &bank, 1);
    customer_accounts::deposit(&mut ledger, &bank, 0, 500);
    assert_eq!(line(&ledger, @0xB1, chart::other_assets()), 500);
    customer_accounts::withdraw(&mut ledger, &bank, 0, 300);
    assert_eq!(line(&ledger, @0xB1, chart::other_assets()), 200);
    assert_eq!(line(&ledger, @0xB1, chart::digital_cash()), 500);
    assert_eq!(operator::till_balance(&ledger, @0xB1), 500);
    world::end(ledger);
}

#[test]
fun what_an_operator_has_in_its_till_is_in_the_books_it_begins_as_a_bank() {
    let mut ledger = begin();
    // 0xA gets 400 for an asset, half of it into its till.
    central_bank::issue(&mut ledger, &world::central_bank(), @0xA, 3, b"bonds".to_string(), 400, 0);
    operator::to_till(&mut ledger, &new_signer(@0xA), 200);
    testing::license(&mut ledger, @0xA, licence::bank(), 1);
    commercial_bank::establish(&mut ledger, &new_signer(@0xA), @0xCB, b"Bank".to_string(), b"BA".to_string());
    assert_eq!(operator::till_balance(&ledger, @0xA), 0);
    assert_eq!(line(&ledger, @0xA, chart::settlement_account()), 400);
    assert_eq!(line(&ledger, @0xA, chart::capital()), 400);
    world::end(ledger);
}

// === Attacks ===

/// Wallet 0x11 of 0xB1 has 1,000 of wallet money, and the bank no licence any more.
fun without_licence(): Ledger {
    let mut ledger = begin();
    wallet_deposits::adopt(&mut ledger, &world::central_bank(), &new_signer(@0xB1), b"W1".to_string());
    wallet_deposits::fund(&mut ledger, &new_signer(@0xB1), 0, @0x11, 1_000);
    to_cash(&mut ledger, @0x11, 100);
    testing::revoke(&mut ledger, @0xB1, licence::bank(), 1);
    ledger
}

#[test, expected_failure(abort_code = licence::ERevoked)]
fun wallets_do_not_run_from_a_bank_that_failed() {
    let mut ledger = without_licence();
    wallet_deposits::pay(&mut ledger, &new_signer(@0x11), @0x31, 1_000);
    world::end(ledger);
}

#[test, expected_failure(abort_code = licence::ERevoked)]
fun no_cash_goes_into_a_bank_that_failed() {
    let mut ledger = without_licence();
    wallet_deposits::exchange_cash(&mut ledger, &new_signer(@0x11), 100);
    world::end(ledger);
}

#[test]
fun wallet_money_of_a_bank_that_failed_becomes_a_deposit_until_losses_are_counted() {
    let mut ledger = without_licence();
    insolvency::declare(&mut ledger, &testing::supervisor(), @0xB1, @0xAD);
    wallet_deposits::defund(&mut ledger, &new_signer(@0x11), 3, 400);
    assert_eq!(deposit_of(&ledger, @0xB1, 3), 400);
    world::end(ledger);
}

#[test, expected_failure(abort_code = wallet_deposits::EBeingCut)]
fun nothing_comes_to_deposits_that_are_being_counted() {
    let mut ledger = without_licence();
    insolvency::declare(&mut ledger, &testing::supervisor(), @0xB1, @0xAD);
    insolvency::cut_lenders(&mut ledger, &new_signer(@0xAD), @0xB1, vector[]);
    wallet_deposits::defund(&mut ledger, &new_signer(@0x11), 3, 400);
    world::end(ledger);
}

#[test]
fun wallets_are_never_without_the_limits_of_their_tier() {
    let mut ledger = begin();
    wallet_deposits::adopt(&mut ledger, &world::central_bank(), &new_signer(@0xB1), b"W1".to_string());
    let limits = policy::borrow(&ledger, wallet_deposits::instrument(&ledger, @0xB1)).limits(2);
    assert_eq!(*limits.balance(), option::some(500));
    assert_eq!(*limits.single(), option::some(400));
    world::end(ledger);
}
