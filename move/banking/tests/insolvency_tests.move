/// A bank that fails: who bears how much, in which order.
#[test_only]
module banking::insolvency_tests;

use banking::bank_chart;
use banking::bank_economy::{Self as world, deposit_of, line};
use banking::capital_adequacy;
use banking::central_bank;
use banking::chart;
use banking::commercial_bank;
use banking::customer_red_packet;
use banking::deposit_insurance;
use banking::first_mode;
use banking::insolvency;
use banking::institution;
use banking::interbank;
use banking::lending;
use banking::monetary_policy;
use banking::settlement_account;
use banking::time_deposits;
use banking::treasury;
use money::freeze;
use oversight::licence;
use oversight::testing;
use std::ledger::Ledger;
use std::test_ledger::{new_signer, set_time_ms};
use std::unit_test::assert_eq;

const INSURER: address = @0x1A;
const ADMINISTRATOR: address = @0xAD;

/// Bank 0xB1 with equity of 10,000 has lent 30,000, which is deposited on its accounts 0 to 2 (20,000, 7,000 and 3,000); it owes
/// 0xB2 1,000 and 0xB3 500. Each account is insured up to 4,000; the fund is empty.
fun begin(): Ledger {
    let mut ledger = world::begin();
    world::set_policy(&mut ledger, monetary_policy::insurance_cap(), 4_000);
    deposit_insurance::open(&mut ledger, &world::central_bank(), &new_signer(INSURER));
    let bank = new_signer(@0xB1);
    lending::grant(&mut ledger, &bank, 0, 30_000, 0, 1, 30);
    commercial_bank::transfer_batch(&mut ledger, &bank, vector[0, 0], vector[1, 2], vector[7_000, 3_000]);
    interbank::lend(&mut ledger, &new_signer(@0xB2), &bank, 1_000, 0, 1);
    interbank::lend(&mut ledger, &new_signer(@0xB3), &bank, 500, 0, 1);
    ledger
}

fun fail(ledger: &mut Ledger) {
    testing::revoke(ledger, @0xB1, licence::bank(), 1);
    insolvency::declare(ledger, &testing::supervisor(), @0xB1, ADMINISTRATOR);
}

/// Puts money of a bank's customer into the fund.
fun endow(ledger: &mut Ledger, bank: address, amount: u64) {
    lending::grant(ledger, &new_signer(bank), 0, amount, 0, 1, 300);
    treasury::pay_tax(ledger, &new_signer(bank), INSURER, 0, amount);
}

fun administrator(): signer {
    new_signer(ADMINISTRATOR)
}

fun resolve(ledger: &mut Ledger) {
    insolvency::write_off(ledger, &administrator(), &testing::supervisor(), @0xB1, 1);
    insolvency::cut_lenders(ledger, &administrator(), @0xB1, vector[@0xB2, @0xB3], vector[]);
    // In parts, as for a bank of many accounts.
    insolvency::count_deposits(ledger, &administrator(), @0xB1, 1);
    insolvency::count_deposits(ledger, &administrator(), @0xB1, 100);
    insolvency::cut_deposits(ledger, &administrator(), @0xB1, 2);
    insolvency::cut_deposits(ledger, &administrator(), @0xB1, 100);
}

#[test]
fun equity_bears_first_then_lenders_then_customers_above_the_cap() {
    let mut ledger = begin();
    fail(&mut ledger);
    resolve(&mut ledger);
    // 30,000 lost: 10,000 equity, 1,500 lenders, 18,500 of the 16,000 + 3,000 that are above the cap.
    assert_eq!(line(&ledger, @0xB2, chart::loss_expense()), 1_000);
    assert_eq!(line(&ledger, @0xB3, chart::loss_expense()), 500);
    assert_eq!(line(&ledger, @0xB2, chart::interbank_claims()), 0);
    assert_eq!(line(&ledger, @0xB1, chart::interbank_debts()), 0);
    assert_eq!(deposit_of(&ledger, @0xB1, 0), 20_000 - 15_578);
    assert_eq!(deposit_of(&ledger, @0xB1, 1), 7_000 - 2_922);
    assert_eq!(deposit_of(&ledger, @0xB1, 2), 3_000);
    let (capital, missing) = capital_adequacy::capital(&ledger, @0xB1);
    assert_eq!(capital, 0);
    assert_eq!(missing, 0);
    world::end(ledger);
}

#[test]
fun what_is_insured_is_paid_at_another_bank_up_to_the_cap() {
    let mut ledger = begin();
    world::set_policy(&mut ledger, monetary_policy::insurance_premium(), 3_650);
    lending::grant(&mut ledger, &new_signer(@0xB2), 0, 12_000, 0, 1, 300);
    deposit_insurance::collect_premium(&mut ledger, @0xB2);
    world::pass_days(&mut ledger, 20);
    deposit_insurance::collect_premium(&mut ledger, @0xB2);
    assert_eq!(settlement_account::balance(&ledger, INSURER, 5), 240);
    treasury::pay_tax(&mut ledger, &new_signer(@0xB2), INSURER, 0, 2_760);
    fail(&mut ledger);
    insolvency::pay_insured(&mut ledger, &administrator(), &new_signer(@0xB2), @0xB1, vector[2], vector[9]);
    assert_eq!(deposit_of(&ledger, @0xB2, 9), 3_000);
    assert_eq!(deposit_of(&ledger, @0xB1, 2), 0);
    assert_eq!(line(&ledger, @0xB1, bank_chart::insurer_debt()), 3_000);
    assert_eq!(settlement_account::balance(&ledger, INSURER, 5), 0);
    resolve(&mut ledger);
    // 18,500 of 19,000 above the cap: the insurer keeps its claim.
    assert_eq!(line(&ledger, @0xB1, bank_chart::insurer_debt()), 3_000);
    world::end(ledger);
}

#[test]
fun the_insurer_bears_what_uninsured_customers_cannot() {
    let mut ledger = begin();
    endow(&mut ledger, @0xB2, 3_000);
    commercial_bank::transfer_batch(
        &mut ledger, &new_signer(@0xB1), vector[0, 0, 0], vector[3, 4, 5], vector[4_000, 4_000, 4_000],
    );
    fail(&mut ledger);
    insolvency::pay_insured(&mut ledger, &administrator(), &new_signer(@0xB2), @0xB1, vector[2], vector[9]);
    resolve(&mut ledger);
    // 18,500 to bear, 4,000 + 3,000 above the cap, 3,000 by the insurer; 8,500 nobody can: the fund has to pay that out.
    assert_eq!(line(&ledger, @0xB1, bank_chart::insurer_debt()), 0);
    assert_eq!(deposit_of(&ledger, @0xB1, 0), 4_000);
    assert_eq!(deposit_of(&ledger, @0xB1, 1), 4_000);
    assert_eq!(deposit_of(&ledger, @0xB1, 3), 4_000);
    let (_, missing) = capital_adequacy::capital(&ledger, @0xB1);
    assert_eq!(missing, 8_500);
    world::end(ledger);
}

#[test, expected_failure(abort_code = insolvency::ENotRevoked)]
fun a_bank_with_its_licence_is_not_insolvent() {
    let mut ledger = begin();
    insolvency::declare(&mut ledger, &testing::supervisor(), @0xB1, ADMINISTRATOR);
    world::end(ledger);
}

/// A suspension can end, and there is no way back from an insolvency.
#[test, expected_failure(abort_code = insolvency::ENotRevoked)]
fun a_suspended_bank_is_not_insolvent() {
    let mut ledger = begin();
    testing::suspend(&mut ledger, @0xB1, licence::bank(), 1);
    insolvency::declare(&mut ledger, &testing::supervisor(), @0xB1, ADMINISTRATOR);
    world::end(ledger);
}

#[test, expected_failure(abort_code = insolvency::ENotRevoked)]
fun a_bank_whose_licence_has_expired_is_not_insolvent() {
    let mut ledger = begin();
    expire_licence(&mut ledger);
    insolvency::declare(&mut ledger, &testing::supervisor(), @0xB1, ADMINISTRATOR);
    world::end(ledger);
}

#[test]
fun a_licence_that_has_expired_can_be_revoked() {
    let mut ledger = begin();
    expire_licence(&mut ledger);
    fail(&mut ledger);
    assert!(insolvency::is_declared(&ledger, @0xB1));
    world::end(ledger);
}

/// Gives the bank a licence that ends in a second, and lets the second pass.
fun expire_licence(ledger: &mut Ledger) {
    testing::revoke(ledger, @0xB1, licence::bank(), 1);
    let ends_ms = ledger.time_ms() + 1_000;
    licence::grant(ledger, &testing::supervisor(), @0xB1, licence::bank(), 1, option::none(), option::some(ends_ms));
    set_time_ms(ledger, ends_ms);
    assert_eq!(licence::status(ledger, @0xB1, licence::bank(), 1), 4);
}

#[test, expected_failure(abort_code = oversight::supervisor::ENotSupervisor)]
fun only_a_supervisor_declares_it() {
    let mut ledger = begin();
    testing::revoke(&mut ledger, @0xB1, licence::bank(), 1);
    insolvency::declare(&mut ledger, &new_signer(@0xB2), @0xB1, @0xB2);
    world::end(ledger);
}

#[test, expected_failure(abort_code = insolvency::ENotAdministrator)]
fun only_the_administrator_winds_it_up() {
    let mut ledger = begin();
    fail(&mut ledger);
    insolvency::write_off(&mut ledger, &new_signer(@0xB1), &testing::supervisor(), @0xB1, 1);
    world::end(ledger);
}

#[test, expected_failure(abort_code = insolvency::EMissingLenders)]
fun no_lender_is_spared() {
    let mut ledger = begin();
    fail(&mut ledger);
    insolvency::cut_lenders(&mut ledger, &administrator(), @0xB1, vector[@0xB2], vector[]);
    world::end(ledger);
}

#[test, expected_failure(abort_code = insolvency::EMissingLenders)]
fun no_lender_is_cut_in_anothers_place() {
    let mut ledger = begin();
    fail(&mut ledger);
    insolvency::cut_lenders(&mut ledger, &administrator(), @0xB1, vector[@0xB2, @0xB2], vector[]);
    world::end(ledger);
}

#[test, expected_failure(abort_code = insolvency::EWrongStage)]
fun customers_are_not_cut_before_lenders() {
    let mut ledger = begin();
    fail(&mut ledger);
    insolvency::cut_deposits(&mut ledger, &administrator(), @0xB1, 10);
    world::end(ledger);
}

#[test, expected_failure(abort_code = insolvency::ENothingInsured)]
fun nobody_is_paid_twice() {
    let mut ledger = begin();
    endow(&mut ledger, @0xB2, 3_000);
    endow(&mut ledger, @0xB3, 3_500);
    fail(&mut ledger);
    insolvency::pay_insured(&mut ledger, &administrator(), &new_signer(@0xB2), @0xB1, vector[0, 0], vector[9, 9]);
    world::end(ledger);
}

#[test, expected_failure(abort_code = insolvency::ETimeDeposits)]
fun time_deposits_bear_with_the_others() {
    let mut ledger = begin();
    time_deposits::place(&mut ledger, &new_signer(@0xB1), 0, 100, 0, 0, 10);
    fail(&mut ledger);
    insolvency::cut_lenders(&mut ledger, &administrator(), @0xB1, vector[@0xB2, @0xB3], vector[]);
    world::end(ledger);
}

#[test]
fun a_bank_that_bears_its_losses_costs_nobody_else() {
    let mut ledger = begin();
    let bank = new_signer(@0xB1);
    lending::repay(&mut ledger, &bank, 1, 15_000 - 10_000);
    time_deposits::place(&mut ledger, &bank, 1, 100, 0, 0, 10);
    fail(&mut ledger);
    insolvency::end_time_deposit(&mut ledger, &administrator(), @0xB1, 1);
    insolvency::cut_lenders(&mut ledger, &administrator(), @0xB1, vector[@0xB2, @0xB3], vector[]);
    insolvency::count_deposits(&mut ledger, &administrator(), @0xB1, 100);
    insolvency::cut_deposits(&mut ledger, &administrator(), @0xB1, 100);
    assert_eq!(line(&ledger, @0xB2, chart::loss_expense()), 0);
    assert_eq!(deposit_of(&ledger, @0xB1, 1), 7_000);
    assert_eq!(central_bank::base_money(&ledger, @0xCB), 12_000);
    world::end(ledger);
}

// === Payment institutions' deposits ===

/// As `begin`, and the 3,000 of account 2 are a payment institution's.
fun with_institutions_deposit(): Ledger {
    let mut ledger = begin();
    let bank = new_signer(@0xB1);
    first_mode::keep_accounts(&mut ledger, &bank);
    first_mode::open_accounts(&mut ledger, &bank, 1);
    first_mode::place(&mut ledger, &bank, 2, 0, 3_000);
    fail(&mut ledger);
    insolvency::write_off(&mut ledger, &administrator(), &testing::supervisor(), @0xB1, 1);
    ledger
}

#[test]
fun a_payment_institution_bears_losses_as_other_customers_do() {
    let mut ledger = with_institutions_deposit();
    insolvency::take_in_deposit(&mut ledger, &administrator(), @0xB1, 0, 2);
    assert_eq!(deposit_of(&ledger, @0xB1, 2), 3_000);
    insolvency::cut_lenders(&mut ledger, &administrator(), @0xB1, vector[@0xB2, @0xB3], vector[]);
    world::end(ledger);
}

#[test, expected_failure(abort_code = insolvency::EInstitutionsDeposits)]
fun losses_are_not_cut_before_institutions_deposits_are_counted() {
    let mut ledger = with_institutions_deposit();
    insolvency::cut_lenders(&mut ledger, &administrator(), @0xB1, vector[@0xB2, @0xB3], vector[]);
    world::end(ledger);
}

#[test, expected_failure(abort_code = insolvency::ENotAdministrator)]
fun nobody_else_takes_institutions_deposits_in() {
    let mut ledger = with_institutions_deposit();
    insolvency::take_in_deposit(&mut ledger, &new_signer(@0xB1), @0xB1, 0, 2);
    world::end(ledger);
}

// === Attacks ===

#[test, expected_failure(abort_code = insolvency::EMissingLenders)]
fun no_lender_is_cut_twice_so_that_another_is_spared() {
    let mut ledger = world::begin();
    let bank = new_signer(@0xB1);
    lending::grant(&mut ledger, &bank, 0, 30_000, 0, 1, 30);
    // As much from each: naming one of them twice makes the same sum.
    interbank::lend(&mut ledger, &new_signer(@0xB2), &bank, 1_000, 0, 1);
    interbank::lend(&mut ledger, &new_signer(@0xB3), &bank, 1_000, 0, 1);
    fail(&mut ledger);
    insolvency::write_off(&mut ledger, &administrator(), &testing::supervisor(), @0xB1, 1);
    insolvency::cut_lenders(&mut ledger, &administrator(), @0xB1, vector[@0xB2, @0xB2], vector[]);
    world::end(ledger);
}

#[test, expected_failure(abort_code = commercial_bank::EStillNeeded)]
fun an_account_onto_which_a_time_deposit_is_paid_back_stays_open() {
    let mut ledger = begin();
    let bank = new_signer(@0xB1);
    time_deposits::place(&mut ledger, &bank, 2, 3_000, 0, 0, 10);
    commercial_bank::close_account(&mut ledger, &bank, 2);
    world::end(ledger);
}

#[test, expected_failure(abort_code = commercial_bank::EStillNeeded)]
fun an_account_out_of_which_a_loan_is_repaid_stays_open() {
    let mut ledger = begin();
    let bank = new_signer(@0xB1);
    commercial_bank::transfer_batch(&mut ledger, &bank, vector[0], vector[1], vector[20_000]);
    commercial_bank::close_account(&mut ledger, &bank, 0);
    world::end(ledger);
}

#[test]
fun an_account_closes_once_its_time_deposits_and_loans_are_ended() {
    let mut ledger = begin();
    let bank = new_signer(@0xB1);
    time_deposits::place(&mut ledger, &bank, 2, 1_000, 0, 0, 10);
    time_deposits::place(&mut ledger, &bank, 2, 2_000, 0, 0, 10);
    time_deposits::release(&mut ledger, &bank, 1);
    assert_eq!(time_deposits::has(&ledger, @0xB1, 2), true);
    time_deposits::release(&mut ledger, &bank, 2);
    commercial_bank::transfer_batch(&mut ledger, &bank, vector[1, 2], vector[0, 0], vector[7_000, 3_000]);
    commercial_bank::close_account(&mut ledger, &bank, 2);
    lending::repay(&mut ledger, &bank, 1, 30_000);
    commercial_bank::close_account(&mut ledger, &bank, 0);
    world::end(ledger);
}

#[test]
fun a_freeze_that_ends_while_deposits_are_cut_costs_customers_no_more_than_there_is_to_bear() {
    let mut ledger = begin();
    institution::customers_mut(&mut ledger, @0xB1).freeze_until(&freeze::test_permit(), 1, 0xFFFF_FFFF_FFFF_FFFF);
    fail(&mut ledger);
    insolvency::write_off(&mut ledger, &administrator(), &testing::supervisor(), @0xB1, 1);
    insolvency::cut_lenders(&mut ledger, &administrator(), @0xB1, vector[@0xB2, @0xB3], vector[]);
    insolvency::count_deposits(&mut ledger, &administrator(), @0xB1, 100);
    institution::customers_mut(&mut ledger, @0xB1).freeze_until(&freeze::test_permit(), 1, 0);
    institution::customers_mut(&mut ledger, @0xB1).release_due(0);
    insolvency::cut_deposits(&mut ledger, &administrator(), @0xB1, 1);
    insolvency::cut_deposits(&mut ledger, &administrator(), @0xB1, 100);
    // 16,000 above the cap were counted, and no more is cut.
    let kept = deposit_of(&ledger, @0xB1, 0) + deposit_of(&ledger, @0xB1, 1) + deposit_of(&ledger, @0xB1, 2);
    assert_eq!(kept, 30_000 - 16_000);
    world::end(ledger);
}

#[test, expected_failure(abort_code = treasury::EInsurersFund)]
fun the_insurers_fund_is_spent_on_nothing_else() {
    let mut ledger = begin();
    endow(&mut ledger, @0xB2, 3_000);
    treasury::spend(&mut ledger, &new_signer(INSURER), @0xB2, 5, 1);
    world::end(ledger);
}

// === Red packets ===

/// As `begin`, and customer 0 has put 9,000 of its 20,000 into a red packet of which customer 1 took a third.
fun with_red_packet(): Ledger {
    let mut ledger = begin();
    let bank = new_signer(@0xB1);
    let seed = vector::tabulate!(32, |i| i as u8);
    let tomorrow = ledger.time_ms() + 86_400_000;
    customer_red_packet::give(&mut ledger, &bank, 7, 0, 9_000, 3, false, seed, tomorrow);
    customer_red_packet::take(&mut ledger, &bank, 7, 1);
    fail(&mut ledger);
    insolvency::write_off(&mut ledger, &administrator(), &testing::supervisor(), @0xB1, 1);
    ledger
}

#[test]
fun what_lay_in_a_red_packet_bears_losses_as_it_would_on_its_account() {
    let mut ledger = with_red_packet();
    insolvency::end_red_packet(&mut ledger, &administrator(), @0xB1, 7, 0);
    assert_eq!(deposit_of(&ledger, @0xB1, 0), 17_000);
    assert_eq!(customer_red_packet::held_by_all(&ledger, @0xB1), 0);
    insolvency::cut_lenders(&mut ledger, &administrator(), @0xB1, vector[@0xB2, @0xB3], vector[]);
    world::end(ledger);
}

#[test, expected_failure(abort_code = insolvency::ERedPackets)]
fun nothing_is_hidden_from_losses_in_a_red_packet() {
    let mut ledger = with_red_packet();
    insolvency::cut_lenders(&mut ledger, &administrator(), @0xB1, vector[@0xB2, @0xB3], vector[]);
    world::end(ledger);
}

#[test, expected_failure(abort_code = customer_red_packet::EGiverOpen)]
fun the_administrator_gives_a_red_packet_back_to_its_giver_alone() {
    let mut ledger = with_red_packet();
    insolvency::end_red_packet(&mut ledger, &administrator(), @0xB1, 7, 2);
    world::end(ledger);
}

#[test, expected_failure(abort_code = insolvency::ENotAdministrator)]
fun nobody_else_ends_red_packets() {
    let mut ledger = with_red_packet();
    insolvency::end_red_packet(&mut ledger, &new_signer(@0xB1), @0xB1, 7, 0);
    world::end(ledger);
}
