/// Deposits and wallets: exchange in one act, links between them, and the operator regime `deposit`.
#[test_only]
module banking::wallet_money_tests;

use banking::bank_chart;
use banking::bank_economy::{Self as world, deposit_of, line};
use banking::books;
use banking::capital_adequacy;
use banking::cash_desk;
use banking::cash_exchange;
use banking::central_bank;
use banking::chart;
use banking::commercial_bank;
use banking::customer_accounts;
use banking::deposit_insurance;
use banking::estate;
use banking::insolvency;
use banking::institution;
use banking::lending;
use banking::linked_deposit;
use banking::losses_borne;
use banking::monetary_policy;
use banking::operator;
use banking::reserves;
use banking::settlement_account;
use banking::wallet_deposits;
use banking::wallet_resolution;
use money::customer_book;
use money::freeze;
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

// === Links ===

#[test, expected_failure(abort_code = linked_deposit::EClosedAccount)]
fun no_wallet_is_linked_to_a_closed_account() {
    let mut ledger = begin();
    commercial_bank::close_account(&mut ledger, &new_signer(@0xB1), 5);
    link(&mut ledger, @0x12, @0xB1, 5);
    world::end(ledger);
}

#[test, expected_failure(abort_code = customer_book::EUnknownAccount)]
fun nor_to_one_that_never_was() {
    let mut ledger = begin();
    link(&mut ledger, @0x12, @0xB1, 10);
    world::end(ledger);
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
    wallet::freeze_until(&mut ledger, &freeze::test_permit(), @0x11, 0xFFFF_FFFF_FFFF_FFFF);
    insolvency::cut_lenders(&mut ledger, &new_signer(@0xAD), @0xB1, vector[], vector[@0x11]);
    wallet_deposits::defund(&mut ledger, &new_signer(@0x11), 3, 400);
    world::end(ledger);
}

/// As `without_licence`, declared insolvent, with 300 of the wallet money in the wallet 0x12 too; each is insured up to 200.
fun declared(): Ledger {
    let mut ledger = begin();
    world::set_policy(&mut ledger, monetary_policy::insurance_cap(), 200);
    deposit_insurance::open(&mut ledger, &world::central_bank(), &new_signer(@0x1A));
    wallet_deposits::adopt(&mut ledger, &world::central_bank(), &new_signer(@0xB1), b"W1".to_string());
    wallet_deposits::fund(&mut ledger, &new_signer(@0xB1), 0, @0x11, 1_000);
    wallet_deposits::fund(&mut ledger, &new_signer(@0xB1), 0, @0x12, 300);
    lending::grant(&mut ledger, &new_signer(@0xB2), 0, 100, 0, 1, 30);
    testing::revoke(&mut ledger, @0xB1, licence::bank(), 1);
    insolvency::declare(&mut ledger, &testing::supervisor(), @0xB1, @0xAD);
    ledger
}

fun take_in(ledger: &mut Ledger, owners: vector<address>) {
    wallet_resolution::take_in_wallets(ledger, &new_signer(@0xAD), @0xB1, owners);
}

#[test]
fun wallet_money_is_cut_as_other_deposits_are() {
    let mut ledger = declared();
    let administrator = new_signer(@0xAD);
    wallet_resolution::halt_wallets(&mut ledger, &administrator, @0xB1);
    take_in(&mut ledger, vector[@0x11, @0x12]);
    assert_eq!(wallet_of(&ledger, @0xB1, @0x11), 0);
    assert_eq!(line(&ledger, @0xB1, bank_chart::wallet_deposits()), 0);
    // 3,000 lent and given up, and the bonds sold for next to nothing: 9,999 of equity are not enough by 1,000.
    insolvency::write_off(&mut ledger, &administrator, &testing::supervisor(), @0xB1, 1);
    estate::sell_security(&mut ledger, &administrator, &new_signer(@0xB2), &world::central_bank(), @0xB1, 1, 6_000, 1);
    let (capital, _) = capital_adequacy::capital(&ledger, @0xB1);
    assert_eq!(capital, 1_001);
    lose(&mut ledger, 2_001);
    insolvency::cut_lenders(&mut ledger, &administrator, @0xB1, vector[], vector[]);
    insolvency::count_deposits(&mut ledger, &administrator, @0xB1, 100);
    insolvency::cut_deposits(&mut ledger, &administrator, @0xB1, 100);
    // Above the cap are 1,500, 800 and 100, of which 1,000 are borne.
    assert_eq!(deposit_of(&ledger, @0xB1, 0), 1_700 - 625);
    assert_eq!(deposit_of(&ledger, @0xB1, 10), 1_000 - 333);
    assert_eq!(deposit_of(&ledger, @0xB1, 11), 300 - 42);
    world::end(ledger);
}

/// A loss in the books of 0xB1, as its reserves go to nobody who gave anything for them.
fun lose(ledger: &mut Ledger, amount: u64) {
    let mut posting = books::begin(@0xB1, b"Lost".to_string());
    posting.debit(chart::loss_expense(), amount);
    let money = institution::settlement_out(ledger, &mut posting, amount);
    institution::post(ledger, posting);
    settlement_account::credit(ledger, @0x60, settlement_account::government(), money);
}

/// Wallets 0x13 and 0x14 of one holder with 0xB1, the first linked to account 7; each holds 100, and the bank has failed.
fun linked_and_not(): Ledger {
    let mut ledger = begin();
    wallet_deposits::adopt(&mut ledger, &world::central_bank(), &new_signer(@0xB1), b"W1".to_string());
    vector[@0x13, @0x14, @0x15].do!(|owner| {
        open(&mut ledger, @0xB1, owner, 5, 1);
        wallet_deposits::fund(&mut ledger, &new_signer(@0xB1), 0, owner, 100);
    });
    link(&mut ledger, @0x13, @0xB1, 7);
    testing::revoke(&mut ledger, @0xB1, licence::bank(), 1);
    insolvency::declare(&mut ledger, &testing::supervisor(), @0xB1, @0xAD);
    ledger
}

/// The administrator names wallets, never accounts.
#[test]
fun wallet_money_goes_to_the_linked_account_or_to_one_of_its_holder_alone() {
    let mut ledger = linked_and_not();
    let accounts = institution::customers(&ledger, @0xB1).accounts();
    take_in(&mut ledger, vector[@0x14, @0x13, @0x15]);
    assert_eq!(deposit_of(&ledger, @0xB1, 7), 100);
    let holder = wallet::holder(&ledger, @0x14);
    assert_eq!(wallet_resolution::account_of_holder(&ledger, @0xB1, holder), option::some(accounts as u32));
    assert_eq!(wallet_resolution::account_of_holder(&ledger, @0xB1, wallet::holder(&ledger, @0x11)), option::none());
    // One account for both: a holder with many wallets is insured once.
    assert_eq!(deposit_of(&ledger, @0xB1, accounts as u32), 200);
    assert_eq!(institution::customers(&ledger, @0xB1).accounts(), accounts + 1);
    world::end(ledger);
}

/// Who unlinks after the failure would be insured once more.
#[test, expected_failure(abort_code = linked_deposit::EFailedBank)]
fun nobody_leaves_the_linked_account_when_the_bank_has_failed() {
    let mut ledger = linked_and_not();
    linked_deposit::unlink(&mut ledger, &new_signer(@0x13));
    world::end(ledger);
}

#[test]
fun a_link_to_a_failed_bank_ends_when_its_money_has_gone_where_it_is_counted() {
    let mut ledger = linked_and_not();
    take_in(&mut ledger, vector[@0x13]);
    linked_deposit::unlink(&mut ledger, &new_signer(@0x13));
    link(&mut ledger, @0x13, @0xB2, 1);
    world::end(ledger);
}

#[test, expected_failure(abort_code = insolvency::EWalletMoney)]
fun losses_are_not_borne_while_wallets_hold_the_banks_money() {
    let mut ledger = declared();
    take_in(&mut ledger, vector[@0x11]);
    insolvency::cut_lenders(&mut ledger, &new_signer(@0xAD), @0xB1, vector[], vector[]);
    world::end(ledger);
}

#[test, expected_failure(abort_code = insolvency::EWalletMoney)]
fun a_wallet_that_is_not_frozen_is_not_spared() {
    let mut ledger = declared();
    take_in(&mut ledger, vector[@0x11]);
    insolvency::cut_lenders(&mut ledger, &new_signer(@0xAD), @0xB1, vector[], vector[@0x12]);
    world::end(ledger);
}

#[test, expected_failure(abort_code = insolvency::EWalletMoney)]
fun a_frozen_wallet_named_twice_spares_no_other() {
    let mut ledger = declared();
    wallet_deposits::defund(&mut ledger, &new_signer(@0x11), 5, 700);
    wallet::freeze_until(&mut ledger, &freeze::test_permit(), @0x12, 0xFFFF_FFFF_FFFF_FFFF);
    insolvency::cut_lenders(&mut ledger, &new_signer(@0xAD), @0xB1, vector[], vector[@0x12, @0x12]);
    world::end(ledger);
}

#[test, expected_failure(abort_code = wallet::EFrozen)]
fun what_a_warrant_has_frozen_stays_in_its_wallet() {
    let mut ledger = declared();
    wallet::freeze_until(&mut ledger, &freeze::test_permit(), @0x12, 0xFFFF_FFFF_FFFF_FFFF);
    take_in(&mut ledger, vector[@0x12]);
    world::end(ledger);
}

#[test, expected_failure(abort_code = insolvency::ENotAdministrator)]
fun a_bank_takes_nothing_out_of_wallets_itself() {
    let mut ledger = declared();
    wallet_resolution::take_in_wallets(&mut ledger, &new_signer(@0xB1), @0xB1, vector[@0x11]);
    world::end(ledger);
}

#[test, expected_failure(abort_code = insolvency::ENotInsolvent)]
fun nobody_takes_anything_out_of_wallets_of_a_bank_that_has_not_failed() {
    let mut ledger = begin_regime();
    wallet_deposits::fund(&mut ledger, &new_signer(@0xB1), 0, @0x11, 1_000);
    take_in(&mut ledger, vector[@0x11]);
    world::end(ledger);
}

/// Money that goes from wallet to wallet, or into red packets, would never be where it is counted.
#[test, expected_failure(abort_code = wallet::ESingleLimit)]
fun wallet_money_does_not_flee_from_the_count() {
    let mut ledger = declared();
    wallet_resolution::halt_wallets(&mut ledger, &new_signer(@0xAD), @0xB1);
    let instrument = wallet_deposits::instrument(&ledger, @0xB1);
    money::pay(&mut ledger, @0x11, @0x31, instrument, 10);
    world::end(ledger);
}

#[test, expected_failure(abort_code = wallet_deposits::EInsolvent)]
fun nobody_lifts_the_halt() {
    let mut ledger = declared();
    wallet_resolution::halt_wallets(&mut ledger, &new_signer(@0xAD), @0xB1);
    wallet_deposits::follow_tier(&mut ledger, @0xB1, 1);
    world::end(ledger);
}

/// As `declared`, with the wallet 0x12 frozen and the rest cut by 1,000 of the 2,300 above the cap.
fun cut_without_one(ledger: &mut Ledger) {
    let administrator = new_signer(@0xAD);
    take_in(ledger, vector[@0x11]);
    insolvency::write_off(ledger, &administrator, &testing::supervisor(), @0xB1, 1);
    lose(ledger, 3_500);
    estate::sell_security(ledger, &administrator, &new_signer(@0xB2), &world::central_bank(), @0xB1, 1, 6_000, 1_500);
    let (_, missing) = capital_adequacy::capital(ledger, @0xB1);
    assert_eq!(missing, 1_000);
    let now = ledger.time_ms();
    wallet::freeze_until(ledger, &freeze::test_permit(), @0x12, now + 1_000);
    insolvency::cut_lenders(ledger, &administrator, @0xB1, vector[], vector[@0x12]);
    insolvency::count_deposits(ledger, &administrator, @0xB1, 100);
    insolvency::cut_deposits(ledger, &administrator, @0xB1, 100);
    world::pass_days(ledger, 1);
}

#[test]
fun wallet_money_that_comes_late_bears_what_others_have_borne() {
    let mut ledger = declared();
    cut_without_one(&mut ledger);
    // 100 of its 300 are above the cap, of which 1,000 of 2,300 are lost.
    wallet_deposits::defund(&mut ledger, &new_signer(@0x12), 6, 300);
    assert_eq!(deposit_of(&ledger, @0xB1, 6), 300 - 43);
    assert_eq!(losses_borne::by_account(&ledger, @0xB1, 6), 43);
    world::end(ledger);
}

#[test]
fun an_escrow_that_takes_its_time_does_not_hold_up_the_others() {
    let mut ledger = declared();
    take_in(&mut ledger, vector[@0x12]);
    world::pass_days(&mut ledger, 32);
    insolvency::cut_lenders(&mut ledger, &new_signer(@0xAD), @0xB1, vector[], vector[]);
    world::end(ledger);
}

/// The central bank's money is out of reach whoever fails.
#[test, expected_failure(abort_code = wallet::EZeroAmount)]
fun digital_cash_is_not_taken() {
    let mut ledger = declared();
    cash_exchange::to_cash(&mut ledger, &new_signer(@0xB2), 0, @0x31, 100);
    take_in(&mut ledger, vector[@0x31]);
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
