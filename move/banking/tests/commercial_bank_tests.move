/// Deposits, loans, capital, reserves, the central bank's operations: what they do and what they refuse.
#[test_only]
module banking::commercial_bank_tests;

use banking::bank_chart;
use banking::bank_economy::{Self as world, deposit_of, line};
use banking::books;
use banking::capital_adequacy;
use banking::central_bank;
use banking::central_bank_books;
use banking::central_bank_credit;
use banking::chart;
use banking::commercial_bank;
use banking::institution;
use banking::interbank;
use banking::lending;
use banking::monetary_policy;
use banking::notes;
use banking::open_market;
use banking::reserves;
use banking::securities;
use banking::settlement_account;
use banking::standing_facilities;
use banking::time_deposits;
use banking::treasury;
use money::customer_book;
use oversight::licence;
use oversight::testing;
use std::ledger::Ledger;
use std::test_ledger::new_signer;
use std::unit_test::assert_eq;

// === Lending ===

#[test]
fun a_loan_creates_its_deposit_and_repayment_ends_it() {
    let mut ledger = world::begin();
    let bank = new_signer(@0xB1);
    lending::grant(&mut ledger, &bank, 0, 2_000, 365, 2, 30);
    assert_eq!(deposit_of(&ledger, @0xB1, 0), 2_000);
    assert_eq!(line(&ledger, @0xB1, chart::loans()), 2_000);
    world::pass_days(&mut ledger, 50);
    // 2,000 at 3.65% for 50 days is 10.
    lending::collect(&mut ledger, &bank, 1);
    assert_eq!(lending::principal(&ledger, @0xB1, 1), 1_000);
    assert_eq!(deposit_of(&ledger, @0xB1, 0), 990);
    assert_eq!(line(&ledger, @0xB1, chart::interest_income()), 10);
    lending::repay(&mut ledger, &bank, 1, 990);
    assert_eq!(lending::principal(&ledger, @0xB1, 1), 10);
    world::end(ledger);
}

/// 1,000.00 at 10 % over three years, as the tables have it: 402.12 each year, and 402.10 in the last.
#[test]
fun an_annuity_is_collected_in_equal_instalments() {
    let mut ledger = world::begin();
    let bank = new_signer(@0xB1);
    lending::grant(&mut ledger, &bank, 0, 20_634, 0, 1, 3_660);
    lending::grant_annuity(&mut ledger, &bank, 0, 100_000, 1_000, 3, 365);
    assert_eq!(lending::instalment(&ledger, @0xB1, 2), option::some(40_212));
    assert_eq!(lending::instalment(&ledger, @0xB1, 1), option::none());
    let mut before = 120_634;
    vector[40_212, 40_212, 40_210].do!(|instalment| {
        world::pass_days(&mut ledger, 365);
        lending::collect(&mut ledger, &bank, 2);
        before = before - instalment;
        assert_eq!(deposit_of(&ledger, @0xB1, 0), before);
    });
    assert_eq!(before, 0);
    assert_eq!(line(&ledger, @0xB1, chart::interest_income()), 20_634);
    assert_eq!(line(&ledger, @0xB1, chart::loans()), 20_634);
    world::end(ledger);
}

/// Interest is reckoned by the day, so that looking at it more often changes nothing; a payment in time leaves nothing due.
#[test]
fun an_annuity_does_not_depend_on_how_often_it_is_reckoned() {
    let mut ledger = world::begin();
    let bank = new_signer(@0xB1);
    lending::grant_annuity(&mut ledger, &bank, 0, 100_000, 1_000, 3, 365);
    12u64.do!(|_| {
        world::pass_days(&mut ledger, 30);
        lending::accrue(&mut ledger, &bank, 1);
        assert_eq!(lending::due(&ledger, @0xB1, 1), lending::interest_due(&ledger, @0xB1, 1));
    });
    world::pass_days(&mut ledger, 5);
    lending::accrue(&mut ledger, &bank, 1);
    assert_eq!(lending::due(&ledger, @0xB1, 1), 40_212);
    lending::repay(&mut ledger, &bank, 1, 40_212);
    assert_eq!(lending::due(&ledger, @0xB1, 1), 0);
    assert_eq!(lending::principal(&ledger, @0xB1, 1), 69_788);
    world::end(ledger);
}

/// What was repaid early is due no more: the next instalments are interest until the plan has come as far.
#[test]
fun an_annuity_repaid_early_bears_interest_on_what_is_left() {
    let mut ledger = world::begin();
    let bank = new_signer(@0xB1);
    lending::grant_annuity(&mut ledger, &bank, 0, 100_000, 1_000, 3, 365);
    lending::repay(&mut ledger, &bank, 1, 50_000);
    world::pass_days(&mut ledger, 365);
    lending::accrue(&mut ledger, &bank, 1);
    assert_eq!(lending::due(&ledger, @0xB1, 1), 5_000);
    world::end(ledger);
}

#[test, expected_failure(abort_code = lending::EZeroAmount)]
fun an_annuity_is_of_something() {
    let mut ledger = world::begin();
    lending::grant_annuity(&mut ledger, &new_signer(@0xB1), 0, 0, 1_000, 3, 365);
    world::end(ledger);
}

#[test, expected_failure(abort_code = lending::ENothingDue)]
fun nothing_is_collected_before_it_is_due() {
    let mut ledger = world::begin();
    lending::grant(&mut ledger, &new_signer(@0xB1), 0, 2_000, 0, 2, 30);
    world::pass_days(&mut ledger, 29);
    lending::collect(&mut ledger, &new_signer(@0xB1), 1);
    world::end(ledger);
}

#[test, expected_failure(abort_code = lending::EOverpaid)]
fun more_than_is_owed_is_not_taken() {
    let mut ledger = world::begin();
    lending::grant(&mut ledger, &new_signer(@0xB1), 0, 2_000, 0, 1, 30);
    lending::grant(&mut ledger, &new_signer(@0xB1), 0, 2_000, 0, 1, 30);
    lending::repay(&mut ledger, &new_signer(@0xB1), 1, 2_001);
    world::end(ledger);
}

#[test, expected_failure(abort_code = capital_adequacy::ECapitalTooLow)]
fun a_bank_lends_no_more_than_its_capital_bears() {
    let mut ledger = world::begin();
    world::set_policy(&mut ledger, monetary_policy::capital_ratio(), 1_000);
    lending::grant(&mut ledger, &new_signer(@0xB1), 0, 100_000, 0, 1, 30);
    lending::grant(&mut ledger, &new_signer(@0xB1), 0, 1, 0, 1, 30);
    world::end(ledger);
}

#[test, expected_failure(abort_code = reserves::EShortOfReserves)]
fun a_bank_that_is_short_of_reserves_does_not_lend() {
    let mut ledger = world::begin();
    world::set_policy(&mut ledger, monetary_policy::reserve_ratio(), 1_000);
    lending::grant(&mut ledger, &new_signer(@0xB1), 0, 40_001, 0, 1, 30);
    lending::grant(&mut ledger, &new_signer(@0xB1), 0, 1, 0, 1, 30);
    world::end(ledger);
}

#[test, expected_failure(abort_code = licence::ESuspended)]
fun a_suspended_bank_does_not_lend() {
    let mut ledger = world::begin();
    testing::suspend(&mut ledger, @0xB1, licence::bank(), 1);
    lending::grant(&mut ledger, &new_signer(@0xB1), 0, 1, 0, 1, 30);
    world::end(ledger);
}

#[test]
fun provisions_are_used_before_losses() {
    let mut ledger = world::begin();
    let bank = new_signer(@0xB1);
    lending::grant(&mut ledger, &bank, 0, 2_000, 365, 1, 30);
    lending::provide(&mut ledger, &bank, 1, 700);
    lending::provide(&mut ledger, &bank, 1, 500);
    world::pass_days(&mut ledger, 50);
    lending::set_performing(&mut ledger, &bank, 1, false);
    world::pass_days(&mut ledger, 100);
    lending::write_off(&mut ledger, &bank, 1);
    assert_eq!(line(&ledger, @0xB1, chart::provision_expense()), 700);
    assert_eq!(line(&ledger, @0xB1, bank_chart::provisions_released()), 200);
    assert_eq!(line(&ledger, @0xB1, chart::loss_expense()), 1_510);
    assert_eq!(line(&ledger, @0xB1, chart::loans()), 0);
    assert_eq!(line(&ledger, @0xB1, chart::loan_provisions()), 0);
    assert_eq!(line(&ledger, @0xB1, bank_chart::interest_receivable()), 0);
    // The deposit stays: somebody has it.
    assert_eq!(deposit_of(&ledger, @0xB1, 0), 2_000);
    let (capital, missing) = capital_adequacy::capital(&ledger, @0xB1);
    assert_eq!(capital, 8_000);
    assert_eq!(missing, 0);
    world::end(ledger);
}

#[test, expected_failure(abort_code = lending::EPerforming)]
fun a_loan_that_performs_is_not_written_off() {
    let mut ledger = world::begin();
    lending::grant(&mut ledger, &new_signer(@0xB1), 0, 2_000, 0, 1, 30);
    lending::write_off(&mut ledger, &new_signer(@0xB1), 1);
    world::end(ledger);
}

#[test]
fun repayment_releases_provisions_that_are_too_many() {
    let mut ledger = world::begin();
    let bank = new_signer(@0xB1);
    lending::grant(&mut ledger, &bank, 0, 2_000, 0, 1, 30);
    lending::provide(&mut ledger, &bank, 1, 1_500);
    lending::repay(&mut ledger, &bank, 1, 1_900);
    assert_eq!(line(&ledger, @0xB1, chart::loan_provisions()), 100);
    lending::repay(&mut ledger, &bank, 1, 100);
    assert_eq!(line(&ledger, @0xB1, chart::loan_provisions()), 0);
    world::end(ledger);
}

#[test, expected_failure(abort_code = lending::EUnknownLoan)]
fun a_loan_that_is_repaid_is_no_more() {
    let mut ledger = world::begin();
    lending::grant(&mut ledger, &new_signer(@0xB1), 0, 2_000, 0, 1, 30);
    lending::repay(&mut ledger, &new_signer(@0xB1), 1, 2_000);
    lending::accrue(&mut ledger, &new_signer(@0xB1), 1);
    world::end(ledger);
}

// === Time deposits ===

#[test]
fun a_time_deposit_pays_at_its_end_what_was_agreed() {
    let mut ledger = world::begin();
    let bank = new_signer(@0xB1);
    lending::grant(&mut ledger, &bank, 0, 3_650, 0, 1, 500);
    time_deposits::place(&mut ledger, &bank, 0, 3_650, 1_000, 100, 100);
    assert_eq!(deposit_of(&ledger, @0xB1, 0), 0);
    assert_eq!(time_deposits::total(&ledger, @0xB1), 3_650);
    world::pass_days(&mut ledger, 40);
    time_deposits::accrue(&mut ledger, &bank, 1);
    assert_eq!(line(&ledger, @0xB1, bank_chart::interest_payable()), 40);
    world::pass_days(&mut ledger, 200);
    time_deposits::release(&mut ledger, &bank, 1);
    assert_eq!(deposit_of(&ledger, @0xB1, 0), 3_750);
    assert_eq!(line(&ledger, @0xB1, chart::interest_expense()), 100);
    assert_eq!(line(&ledger, @0xB1, bank_chart::interest_payable()), 0);
    assert_eq!(time_deposits::total(&ledger, @0xB1), 0);
    world::end(ledger);
}

#[test]
fun a_time_deposit_that_ends_early_bears_the_lower_rate() {
    let mut ledger = world::begin();
    let bank = new_signer(@0xB1);
    lending::grant(&mut ledger, &bank, 0, 3_650, 0, 1, 500);
    time_deposits::place(&mut ledger, &bank, 0, 3_650, 1_000, 100, 100);
    world::pass_days(&mut ledger, 50);
    time_deposits::release(&mut ledger, &bank, 1);
    assert_eq!(deposit_of(&ledger, @0xB1, 0), 3_655);
    assert_eq!(line(&ledger, @0xB1, bank_chart::interest_forfeited()), 45);
    world::end(ledger);
}

#[test, expected_failure(abort_code = customer_book::EInsufficientBalance)]
fun nobody_places_more_than_there_is() {
    let mut ledger = world::begin();
    time_deposits::place(&mut ledger, &new_signer(@0xB1), 0, 1, 0, 0, 1);
    world::end(ledger);
}

// === Reserves ===

#[test]
fun reserves_bear_interest_and_a_shortfall_costs() {
    let mut ledger = world::begin();
    let bank = new_signer(@0xB1);
    world::set_policy(&mut ledger, monetary_policy::reserve_ratio(), 1_000);
    world::set_policy(&mut ledger, monetary_policy::required_reserves_rate(), 365);
    world::set_policy(&mut ledger, monetary_policy::excess_reserves_rate(), 73);
    world::set_policy(&mut ledger, monetary_policy::shortfall_rate(), 730);
    lending::grant(&mut ledger, &bank, 0, 10_000, 0, 1, 30);
    world::pass_days(&mut ledger, 100);
    reserves::assess(&mut ledger, @0xB1);
    // None counts yet: nothing lay on the account when it was opened. 1,000 is missing at 7.3% for 100 days.
    assert_eq!(settlement_account::balance(&ledger, @0xB1, 1), 3_980);
    world::pass_days(&mut ledger, 100);
    reserves::assess(&mut ledger, @0xB1);
    // 1,000 at 3.65% and 2,980 at 0.73%: 10 and 5.96.
    assert_eq!(settlement_account::balance(&ledger, @0xB1, 1), 3_995);
    let books = central_bank_books::books(&ledger, @0xCB);
    assert_eq!(books.balance(central_bank_books::penalty_income()), 20);
    assert_eq!(books.balance(central_bank_books::interest_expense()), 15);
    world::end(ledger);
}

#[test, expected_failure(abort_code = reserves::EAssessedToday)]
fun a_day_is_assessed_once() {
    let mut ledger = world::begin();
    world::pass_days(&mut ledger, 1);
    reserves::assess(&mut ledger, @0xB1);
    reserves::assess(&mut ledger, @0xB1);
    world::end(ledger);
}

#[test]
fun what_came_on_the_last_day_does_not_count_for_those_before() {
    let mut ledger = world::begin();
    world::set_policy(&mut ledger, monetary_policy::excess_reserves_rate(), 3_650);
    world::pass_days(&mut ledger, 1);
    reserves::assess(&mut ledger, @0xB1);
    assert_eq!(settlement_account::balance(&ledger, @0xB1, 1), 4_000);
    world::pass_days(&mut ledger, 10);
    interbank::lend(&mut ledger, &new_signer(@0xB2), &new_signer(@0xB1), 4_000, 0, 1);
    reserves::assess(&mut ledger, @0xB1);
    assert_eq!(settlement_account::balance(&ledger, @0xB1, 1), 8_040);
    world::end(ledger);
}

// === The central bank's operations ===

#[test]
fun outright_operations_make_and_end_base_money() {
    let mut ledger = world::begin();
    let bank = new_signer(@0xB1);
    let before = central_bank::base_money(&ledger, @0xCB);
    open_market::buy(&mut ledger, &world::central_bank(), &bank, 1, 1_000, 500);
    assert_eq!(central_bank::base_money(&ledger, @0xCB), before + 1_000);
    open_market::sell(&mut ledger, &world::central_bank(), &bank, 5, 400);
    assert_eq!(central_bank::base_money(&ledger, @0xCB), before + 600);
    assert_eq!(securities::total(&ledger, @0xB1), 5_400);
    world::end(ledger);
}

#[test, expected_failure(abort_code = securities::EPledged)]
fun what_is_pledged_is_not_sold() {
    let mut ledger = world::begin();
    let bank = new_signer(@0xB1);
    open_market::repo(&mut ledger, &world::central_bank(), &bank, 1, 5_000, 200, 7);
    open_market::buy(&mut ledger, &world::central_bank(), &bank, 1, 1_001, 0);
    world::end(ledger);
}

#[test]
fun a_repo_is_repaid_with_interest_that_is_the_central_banks_income() {
    let mut ledger = world::begin();
    let bank = new_signer(@0xB1);
    world::set_policy(&mut ledger, monetary_policy::collateral_haircut(), 1_000);
    let before = central_bank::base_money(&ledger, @0xCB);
    open_market::repo(&mut ledger, &world::central_bank(), &bank, 1, 3_650, 1_000, 10);
    let (_, pledged) = securities::book_value(&ledger, @0xB1, 1);
    assert_eq!(pledged, 4_056);
    assert_eq!(line(&ledger, @0xB1, chart::central_bank_debt()), 3_650);
    world::pass_days(&mut ledger, 10);
    central_bank_credit::repay(&mut ledger, &bank, 1);
    assert_eq!(central_bank::base_money(&ledger, @0xCB), before - 10);
    let (_, left) = securities::book_value(&ledger, @0xB1, 1);
    assert_eq!(left, 0);
    assert_eq!(central_bank_books::books(&ledger, @0xCB).balance(central_bank_books::interest_income()), 10);
    world::end(ledger);
}

#[test, expected_failure(abort_code = central_bank::EInUse)]
fun a_loan_to_a_bank_is_not_redeemed_behind_its_back() {
    let mut ledger = world::begin();
    open_market::repo(&mut ledger, &world::central_bank(), &new_signer(@0xB1), 1, 1_000, 0, 10);
    oversight::testing::license(&mut ledger, @0xB1, licence::operator(), 1);
    central_bank::admit_operator(&mut ledger, &world::central_bank(), @0xB1, b"Bank".to_string());
    central_bank::redeem(&mut ledger, &world::central_bank(), &new_signer(@0xB1), 5);
    world::end(ledger);
}

#[test]
fun the_pledge_makes_good_what_is_not_repaid() {
    let mut ledger = world::begin();
    let bank = new_signer(@0xB1);
    world::set_policy(&mut ledger, monetary_policy::lending_facility_rate(), 1_000);
    world::set_policy(&mut ledger, monetary_policy::collateral_haircut(), 100);
    standing_facilities::borrow(&mut ledger, &bank, 1, 3_650);
    world::pass_days(&mut ledger, 21);
    central_bank_credit::take_pledge(&mut ledger, &world::central_bank(), @0xB1, 1);
    assert_eq!(securities::total(&ledger, @0xB1), 6_000 - 3_671);
    assert_eq!(line(&ledger, @0xB1, chart::central_bank_debt()), 0);
    assert_eq!(line(&ledger, @0xB1, chart::interest_expense()), 21);
    world::end(ledger);
}

#[test, expected_failure(abort_code = central_bank_credit::ENotDue)]
fun a_pledge_is_safe_until_the_day_has_passed() {
    let mut ledger = world::begin();
    standing_facilities::borrow(&mut ledger, &new_signer(@0xB1), 1, 100);
    world::pass_days(&mut ledger, 1);
    central_bank_credit::take_pledge(&mut ledger, &world::central_bank(), @0xB1, 1);
    world::end(ledger);
}

#[test]
fun the_deposit_facility_pays_its_rate() {
    let mut ledger = world::begin();
    let bank = new_signer(@0xB1);
    world::set_policy(&mut ledger, monetary_policy::deposit_facility_rate(), 365);
    standing_facilities::deposit(&mut ledger, &bank, 1_000);
    assert_eq!(settlement_account::balance(&ledger, @0xB1, 1), 3_000);
    world::pass_days(&mut ledger, 10);
    standing_facilities::withdraw(&mut ledger, &bank);
    assert_eq!(settlement_account::balance(&ledger, @0xB1, 1), 4_001);
    world::end(ledger);
}

// === Interbank ===

#[test]
fun banks_lend_to_each_other() {
    let mut ledger = world::begin();
    interbank::lend(&mut ledger, &new_signer(@0xB1), &new_signer(@0xB2), 3_650, 1_000, 1);
    assert_eq!(line(&ledger, @0xB1, chart::interbank_claims()), 3_650);
    assert_eq!(line(&ledger, @0xB2, chart::interbank_debts()), 3_650);
    world::pass_days(&mut ledger, 5);
    interbank::repay(&mut ledger, &new_signer(@0xB2), @0xB1, 1);
    assert_eq!(settlement_account::balance(&ledger, @0xB1, 1), 4_005);
    assert_eq!(settlement_account::balance(&ledger, @0xB2, 1), 3_995);
    world::end(ledger);
}

#[test, expected_failure(abort_code = interbank::EUnknownClaim)]
fun a_bank_repays_only_its_own_debt() {
    let mut ledger = world::begin();
    interbank::lend(&mut ledger, &new_signer(@0xB1), &new_signer(@0xB2), 100, 0, 1);
    interbank::repay(&mut ledger, &new_signer(@0xB3), @0xB1, 1);
    world::end(ledger);
}

// === The limit of a licence ===

#[test]
fun a_limit_below_what_is_owed_hinders_no_repayment() {
    let mut ledger = world::begin();
    let bank = new_signer(@0xB1);
    lending::grant(&mut ledger, &bank, 0, 2_000, 0, 1, 30);
    time_deposits::place(&mut ledger, &bank, 0, 1_500, 365, 0, 10);
    testing::limit(&mut ledger, @0xB1, licence::bank(), 1, 100);
    world::pass_days(&mut ledger, 10);
    time_deposits::release(&mut ledger, &bank, 1);
    assert_eq!(deposit_of(&ledger, @0xB1, 0), 2_001);
    world::end(ledger);
}

#[test, expected_failure(abort_code = licence::EOverLimit)]
fun time_deposits_make_no_room_under_a_limit() {
    let mut ledger = world::begin();
    let bank = new_signer(@0xB1);
    testing::limit(&mut ledger, @0xB1, licence::bank(), 1, 2_000);
    lending::grant(&mut ledger, &bank, 0, 2_000, 0, 1, 30);
    time_deposits::place(&mut ledger, &bank, 0, 1_500, 0, 0, 10);
    lending::grant(&mut ledger, &bank, 0, 1, 0, 1, 30);
    world::end(ledger);
}

// === Notes ===

#[test]
fun notes_go_from_vault_to_public_and_back() {
    let mut ledger = world::begin();
    let bank = new_signer(@0xB1);
    central_bank::introduce_notes(&mut ledger, &world::central_bank(), b"CZK.notes".to_string());
    lending::grant(&mut ledger, &bank, 0, 500, 0, 1, 30);
    let base = central_bank::base_money(&ledger, @0xCB);
    notes::order(&mut ledger, &bank, 400);
    notes::withdraw(&mut ledger, &bank, 0, 300);
    assert_eq!(notes::in_circulation(&ledger, @0xCB), 300);
    assert_eq!(notes::vault_balance(&ledger, @0xB1), 100);
    notes::set_limit(&mut ledger, &world::central_bank(), @0xB1, 50);
    notes::deposit(&mut ledger, &bank, 1, 50);
    assert_eq!(deposit_of(&ledger, @0xB1, 0), 200);
    assert_eq!(deposit_of(&ledger, @0xB1, 1), 50);
    notes::give_back(&mut ledger, &world::central_bank(), &bank, 150);
    assert_eq!(line(&ledger, @0xB1, chart::vault_cash()), 0);
    assert_eq!(central_bank::base_money(&ledger, @0xCB), base);
    world::end(ledger);
}

#[test, expected_failure(abort_code = notes::EMoreThanCirculates)]
fun nobody_brings_notes_that_do_not_circulate() {
    let mut ledger = world::begin();
    central_bank::introduce_notes(&mut ledger, &world::central_bank(), b"CZK.notes".to_string());
    notes::deposit(&mut ledger, &new_signer(@0xB1), 0, 1);
    world::end(ledger);
}

#[test, expected_failure(abort_code = notes::EInsufficientVault)]
fun a_bank_gives_no_notes_that_it_has_not() {
    let mut ledger = world::begin();
    central_bank::introduce_notes(&mut ledger, &world::central_bank(), b"CZK.notes".to_string());
    notes::withdraw(&mut ledger, &new_signer(@0xB1), 0, 1);
    world::end(ledger);
}

// === Government and seigniorage ===

#[test]
fun the_state_spends_and_taxes_and_gets_the_profit() {
    let mut ledger = world::begin();
    let bank = new_signer(@0xB1);
    lending::grant(&mut ledger, &bank, 0, 3_000, 0, 1, 30);
    treasury::pay_tax(&mut ledger, &bank, @0x60, 0, 1_000);
    assert_eq!(settlement_account::deposits(&ledger, @0xCB, 5), 1_000);
    treasury::pay_interest(&mut ledger, &world::government(), 600);
    central_bank::close_period(&mut ledger, &world::central_bank());
    treasury::remit(&mut ledger, &world::central_bank(), @0x60, 500);
    assert_eq!(settlement_account::deposits(&ledger, @0xCB, 5), 900);
    treasury::spend(&mut ledger, &world::government(), @0xB2, 3, 900);
    assert_eq!(deposit_of(&ledger, @0xB2, 3), 900);
    assert_eq!(settlement_account::balance(&ledger, @0xB2, 1), 4_900);
    world::end(ledger);
}

#[test, expected_failure(abort_code = treasury::ENotRetained)]
fun no_more_is_remitted_than_was_earned() {
    let mut ledger = world::begin();
    let bank = new_signer(@0xB1);
    lending::grant(&mut ledger, &bank, 0, 3_000, 0, 1, 30);
    treasury::pay_tax(&mut ledger, &bank, @0x60, 0, 1_000);
    treasury::pay_interest(&mut ledger, &world::government(), 600);
    central_bank::close_period(&mut ledger, &world::central_bank());
    treasury::remit(&mut ledger, &world::central_bank(), @0x60, 500);
    treasury::remit(&mut ledger, &world::central_bank(), @0x60, 101);
    world::end(ledger);
}

// === Capital, interest, fees ===

#[test]
fun capital_interest_fees_and_dividends_go_through_the_books() {
    let mut ledger = world::begin();
    let bank = new_signer(@0xB1);
    lending::grant(&mut ledger, &bank, 0, 3_000, 0, 1, 30);
    commercial_bank::pay_in_capital(&mut ledger, &bank, 0, 1_000);
    commercial_bank::charge_fee(&mut ledger, &bank, 0, 100);
    commercial_bank::pay_interest(&mut ledger, &bank, vector[0, 1], vector[10, 20]);
    commercial_bank::close_period(&mut ledger, &bank);
    commercial_bank::pay_dividend(&mut ledger, &bank, 2, 70);
    assert_eq!(deposit_of(&ledger, @0xB1, 0), 1_910);
    assert_eq!(deposit_of(&ledger, @0xB1, 2), 70);
    let (capital, _) = capital_adequacy::capital(&ledger, @0xB1);
    assert_eq!(capital, 11_000);
    world::end(ledger);
}

#[test, expected_failure(abort_code = commercial_bank::ENotEarned)]
fun no_dividend_is_paid_out_of_capital() {
    let mut ledger = world::begin();
    commercial_bank::pay_dividend(&mut ledger, &new_signer(@0xB1), 2, 1);
    world::end(ledger);
}

#[test, expected_failure(abort_code = securities::ESameSigner)]
fun a_bank_does_not_attest_its_own_securities() {
    let mut ledger = world::begin();
    testing::license(&mut ledger, @0xB1, licence::custodian(), 1);
    commercial_bank::contribute_security(&mut ledger, &new_signer(@0xB1), &new_signer(@0xB1), 3, b"bonds".to_string(), 1);
    world::end(ledger);
}

#[test, expected_failure(abort_code = licence::ENotLicensed)]
fun only_a_licensed_custodian_attests() {
    let mut ledger = world::begin();
    commercial_bank::contribute_security(&mut ledger, &new_signer(@0xB1), &new_signer(@0xBAD), 3, b"bonds".to_string(), 1);
    world::end(ledger);
}

#[test, expected_failure(abort_code = monetary_policy::EUnknownParameter)]
fun policy_has_the_parameters_it_has() {
    let mut ledger = world::begin();
    world::set_policy(&mut ledger, 11, 1);
    world::end(ledger);
}

#[test, expected_failure(abort_code = monetary_policy::EBadValue)]
fun a_ratio_is_at_most_the_whole() {
    let mut ledger = world::begin();
    world::set_policy(&mut ledger, 1, 10_001);
    world::end(ledger);
}

#[test]
fun classes_add_up_in_every_bank() {
    let mut ledger = world::begin();
    lending::grant(&mut ledger, &new_signer(@0xB1), 0, 3_000, 100, 1, 30);
    let books = institution::books(&ledger, @0xB1);
    assert_eq!(books.total(books::asset()), books.total(books::liability()) + books.total(books::equity()));
    world::end(ledger);
}

// === Attacks ===

#[test, expected_failure(abort_code = central_bank_credit::ETooManyCredits)]
fun a_bank_does_not_fill_the_central_banks_books_with_small_loans() {
    let mut ledger = world::begin();
    65u64.do!(|_| standing_facilities::borrow(&mut ledger, &new_signer(@0xB1), 1, 1));
    world::end(ledger);
}

#[test, expected_failure(abort_code = capital_adequacy::ECapitalTooLow)]
fun a_loan_in_the_guise_of_a_security_needs_capital_too() {
    let mut ledger = world::begin();
    world::set_policy(&mut ledger, monetary_policy::capital_ratio(), 800);
    // Capital of 10,000 bears 125,000 of risk.
    commercial_bank::buy_security(&mut ledger, &new_signer(@0xB1), &world::custodian(), 0, 5, b"note of hand".to_string(), 125_001);
    world::end(ledger);
}

#[test]
fun bonds_of_the_state_need_no_capital() {
    let mut ledger = world::begin();
    world::set_policy(&mut ledger, monetary_policy::capital_ratio(), 800);
    commercial_bank::buy_security(&mut ledger, &new_signer(@0xB1), &world::custodian(), 0, 3, b"bonds".to_string(), 125_001);
    commercial_bank::buy_security(&mut ledger, &new_signer(@0xB1), &world::custodian(), 0, 5, b"note of hand".to_string(), 125_000);
    world::end(ledger);
}

/// 0xB1 has 4,000 of reserves and must have 5,000.
fun short_of_reserves(): Ledger {
    let mut ledger = world::begin();
    commercial_bank::buy_security(&mut ledger, &new_signer(@0xB1), &world::custodian(), 0, 3, b"bonds".to_string(), 50_000);
    world::set_policy(&mut ledger, monetary_policy::reserve_ratio(), 1_000);
    ledger
}

#[test, expected_failure(abort_code = reserves::EShortOfReserves)]
fun a_bank_short_of_reserves_lends_to_no_bank() {
    let mut ledger = short_of_reserves();
    interbank::lend(&mut ledger, &new_signer(@0xB1), &new_signer(@0xB2), 1, 0, 1);
    world::end(ledger);
}

#[test, expected_failure(abort_code = reserves::EShortOfReserves)]
fun a_bank_short_of_reserves_buys_no_security_with_a_new_deposit() {
    let mut ledger = short_of_reserves();
    commercial_bank::buy_security(&mut ledger, &new_signer(@0xB1), &world::custodian(), 0, 3, b"bonds".to_string(), 1);
    world::end(ledger);
}

#[test, expected_failure(abort_code = licence::ESuspended)]
fun a_central_bank_without_licence_remits_nothing() {
    let mut ledger = world::begin();
    testing::suspend(&mut ledger, @0xCB, licence::central_bank(), 1);
    treasury::remit(&mut ledger, &world::central_bank(), @0x60, 1);
    world::end(ledger);
}
