/// The estate of a failed bank: its assets become settlement money, its creditors are paid in order, and nothing is left over.
#[test_only]
module banking::estate_tests;

use banking::bank_economy::{Self as world, deposit_of, line};
use banking::books;
use banking::capital_adequacy;
use banking::central_bank;
use banking::chart;
use banking::commercial_bank;
use banking::deposit_insurance;
use banking::estate;
use banking::estate_payout;
use banking::insolvency;
use banking::institution;
use banking::interbank;
use banking::lending;
use banking::losses_borne;
use banking::monetary_policy;
use banking::notes;
use banking::open_market;
use banking::settlement_account;
use banking::standing_facilities;
use banking::treasury;
use money::freeze;
use oversight::licence;
use oversight::testing;
use std::ledger::Ledger;
use std::test_ledger::new_signer;
use std::unit_test::assert_eq;

const INSURER: address = @0x1A;
const ADMINISTRATOR: address = @0xAD;

/// Bank 0xB1, with 6,000 of bonds and 4,000 of settlement money as equity, has lent 20,000 (loan 1, to customer 0, which has 9,000 of
/// it; customers 1 and 2 have 6,000 and 5,000) and 2,000 (loan 2, to customer 3). It owes 0xB2 1,000 and has left 500 at the deposit facility.
/// Accounts are insured up to 4,000, the fund has 20,000.
fun begin(): Ledger {
    let mut ledger = world::begin();
    world::set_policy(&mut ledger, monetary_policy::insurance_cap(), 4_000);
    deposit_insurance::open(&mut ledger, &world::central_bank(), &new_signer(INSURER));
    central_bank::introduce_notes(&mut ledger, &world::central_bank(), b"CZK.notes".to_string());
    // 0xB2 and 0xB3 have settlement money enough to buy.
    vector[@0xB2, @0xB3].do!(|bank| {
        world::contribute(&mut ledger, bank, 45_000);
        open_market::buy(&mut ledger, &world::central_bank(), &new_signer(bank), 2, 45_000, 5_000);
    });
    lending::grant(&mut ledger, &new_signer(@0xB3), 9, 20_000, 0, 1, 30);
    treasury::pay_tax(&mut ledger, &new_signer(@0xB3), INSURER, 9, 20_000);
    let bank = new_signer(@0xB1);
    lending::grant(&mut ledger, &bank, 0, 20_000, 0, 1, 30);
    lending::grant(&mut ledger, &bank, 3, 2_000, 0, 1, 30);
    commercial_bank::transfer_batch(&mut ledger, &bank, vector[0, 0], vector[1, 2], vector[6_000, 5_000]);
    interbank::lend(&mut ledger, &new_signer(@0xB2), &bank, 1_000, 0, 1);
    standing_facilities::deposit(&mut ledger, &bank, 500);
    ledger
}

fun fail(ledger: &mut Ledger) {
    testing::revoke(ledger, @0xB1, licence::bank(), 1);
    insolvency::declare(ledger, &testing::supervisor(), @0xB1, ADMINISTRATOR);
}

fun administrator(): signer {
    new_signer(ADMINISTRATOR)
}

fun share_losses(ledger: &mut Ledger) {
    insolvency::cut_lenders(ledger, &administrator(), @0xB1, vector[@0xB2], vector[]);
    insolvency::count_deposits(ledger, &administrator(), @0xB1, 100);
    insolvency::cut_deposits(ledger, &administrator(), @0xB1, 100);
}

/// Sells all that is left: loan 1 for `price`, loan 2 collected from its borrower, bonds at book value, the facility's deposit.
fun realise(ledger: &mut Ledger, price: u64) {
    estate::sell_loan(ledger, &administrator(), &new_signer(@0xB3), &testing::supervisor(), @0xB1, 1, 5, price);
    estate::collect_loan(ledger, &administrator(), @0xB1, 2, 2_000);
    estate::sell_security(ledger, &administrator(), &new_signer(@0xB3), &testing::supervisor(), @0xB1, 1, 6_000, 6_000);
    estate::withdraw_facility(ledger, &administrator(), @0xB1);
}

fun pay_deposits(ledger: &mut Ledger, accounts: vector<u32>) {
    let to = accounts.map_ref!(|account| *account);
    estate_payout::pay_deposits(ledger, &administrator(), &new_signer(@0xB2), @0xB1, accounts, to);
}

fun assert_nothing_left(ledger: &Ledger) {
    let books = institution::books(ledger, @0xB1);
    assert_eq!(books.total(books::asset()), 0);
    assert_eq!(books.total(books::liability()), 0);
    assert_eq!(settlement_account::balance(ledger, @0xB1, 1), 0);
    assert_eq!(capital_adequacy::is_adequate(ledger, @0xB1), true);
}

#[test]
fun an_estate_pays_everybody_what_losses_left_and_nothing_stays_behind() {
    let mut ledger = begin();
    fail(&mut ledger);
    // 8,000 for 20,000: 12,000 lost, 10,000 of it by owners, 1,000 by the lender, 1,000 by customers above the cap.
    realise(&mut ledger, 8_000);
    assert_eq!(line(&ledger, @0xB3, chart::loan_provisions()), 12_000);
    share_losses(&mut ledger);
    assert_eq!(line(&ledger, @0xB2, chart::loss_expense()), 1_000);
    // 9,000, 6,000 and 5,000 are 5,000, 2,000 and 1,000 above the cap.
    assert_eq!(deposit_of(&ledger, @0xB1, 0), 9_000 - 625);
    assert_eq!(deposit_of(&ledger, @0xB1, 1), 6_000 - 250);
    assert_eq!(deposit_of(&ledger, @0xB1, 2), 5_000 - 125);
    insolvency::pay_insured(&mut ledger, &administrator(), &new_signer(@0xB2), @0xB1, vector[0], vector[7]);
    estate_payout::pay_insurer(&mut ledger, &administrator(), @0xB1, 4_000);
    pay_deposits(&mut ledger, vector[0, 1, 2]);
    assert_eq!(deposit_of(&ledger, @0xB2, 7), 4_000);
    assert_eq!(deposit_of(&ledger, @0xB2, 0), 5_000 - 625);
    assert_eq!(deposit_of(&ledger, @0xB2, 1), 5_750);
    assert_eq!(settlement_account::balance(&ledger, INSURER, 5), 20_000);
    assert_nothing_left(&ledger);
    world::end(ledger);
}

#[test]
fun owners_get_what_is_left_after_all_creditors() {
    let mut ledger = begin();
    fail(&mut ledger);
    realise(&mut ledger, 20_000);
    share_losses(&mut ledger);
    pay_deposits(&mut ledger, vector[0, 1, 2]);
    estate_payout::pay_lender(&mut ledger, &administrator(), @0xB1, @0xB2, 1_000);
    assert_eq!(interbank::claim_on(&ledger, @0xB2, @0xB1), 0);
    estate_payout::pay_owners(&mut ledger, &administrator(), &new_signer(@0xB3), @0xB1, 0, 10_000);
    assert_eq!(deposit_of(&ledger, @0xB3, 0), 10_000);
    assert_nothing_left(&ledger);
    world::end(ledger);
}

/// 300 notes that the central bank had counted are not in the vault: without the administrator's word nothing could record it, and
/// the estate would hold an asset for ever that pays nobody.
#[test]
fun notes_that_are_not_in_the_vault_are_a_loss_of_the_estate() {
    let mut ledger = begin();
    notes::order(&mut ledger, &new_signer(@0xB1), 700);
    fail(&mut ledger);
    realise(&mut ledger, 8_000);
    estate::count_notes(&mut ledger, &administrator(), &world::central_bank(), @0xB1, 300);
    estate::return_notes(&mut ledger, &administrator(), &world::central_bank(), @0xB1, 400);
    assert_eq!(notes::in_circulation(&ledger, @0xCB), 300);
    share_losses(&mut ledger);
    // 12,300 lost, 1,300 of it by customers above the cap.
    assert_eq!(deposit_of(&ledger, @0xB1, 0) + deposit_of(&ledger, @0xB1, 1) + deposit_of(&ledger, @0xB1, 2), 18_700);
    pay_deposits(&mut ledger, vector[0, 1, 2]);
    assert_nothing_left(&ledger);
    world::end(ledger);
}

#[test, expected_failure(abort_code = insolvency::ENotAdministrator)]
fun the_central_bank_alone_records_no_loss_of_an_estate() {
    let mut ledger = begin();
    notes::order(&mut ledger, &new_signer(@0xB1), 700);
    fail(&mut ledger);
    estate::count_notes(&mut ledger, &world::central_bank(), &world::central_bank(), @0xB1, 300);
    world::end(ledger);
}

#[test]
fun losses_that_come_to_light_later_are_shared_again() {
    let mut ledger = begin();
    fail(&mut ledger);
    share_losses(&mut ledger);
    assert_eq!(losses_borne::by_customers(&ledger, @0xB1), 0);
    realise(&mut ledger, 8_000);
    insolvency::reopen(&mut ledger, &administrator(), @0xB1);
    share_losses(&mut ledger);
    assert_eq!(losses_borne::by_lenders(&ledger, @0xB1), 1_000);
    assert_eq!(losses_borne::by_customers(&ledger, @0xB1), 1_000);
    pay_deposits(&mut ledger, vector[0, 1, 2]);
    assert_nothing_left(&ledger);
    world::end(ledger);
}

#[test]
fun what_assets_bring_after_all_goes_back_to_those_who_bore() {
    let mut ledger = begin();
    fail(&mut ledger);
    // Loan 1 seems lost but for 7,000 that are provided for; sold for 19,000 it leaves 9,000 for owners.
    insolvency::write_off(&mut ledger, &administrator(), &testing::supervisor(), @0xB1, 2);
    realise_first_loan_badly(&mut ledger);
    share_losses(&mut ledger);
    assert_eq!(losses_borne::by_lenders(&ledger, @0xB1), 1_000);
    let borne = losses_borne::by_customers(&ledger, @0xB1);
    assert_eq!(borne, 1_000);
    estate::sell_security(&mut ledger, &administrator(), &new_signer(@0xB3), &testing::supervisor(), @0xB1, 1, 6_000, 7_300);
    estate::withdraw_facility(&mut ledger, &administrator(), @0xB1);
    // 1,300 more than the book value: customers first, then the lender.
    estate_payout::restore(&mut ledger, &administrator(), @0xB1);
    estate_payout::restore_deposits(&mut ledger, &administrator(), @0xB1, 1);
    estate_payout::restore_deposits(&mut ledger, &administrator(), @0xB1, 100);
    assert_eq!(losses_borne::by_customers(&ledger, @0xB1), 0);
    assert_eq!(deposit_of(&ledger, @0xB1, 0), 9_000);
    estate_payout::restore_lenders(&mut ledger, &administrator(), @0xB1);
    assert_eq!(line(&ledger, @0xB2, chart::recoveries()), 300);
    assert_eq!(losses_borne::by_lenders(&ledger, @0xB1), 700);
    pay_deposits(&mut ledger, vector[0, 1, 2, 3]);
    assert_nothing_left(&ledger);
    world::end(ledger);
}

/// Loan 1 sold for 10,000 less than its principal.
fun realise_first_loan_badly(ledger: &mut Ledger) {
    estate::sell_loan(ledger, &administrator(), &new_signer(@0xB3), &testing::supervisor(), @0xB1, 1, 5, 10_000);
}

#[test]
fun the_insurer_gets_back_what_it_bore_before_customers() {
    let mut ledger = begin();
    fail(&mut ledger);
    // All is insured but 8,000: 21,500 are lost, so that the insurer bears of what it paid.
    insolvency::pay_insured(&mut ledger, &administrator(), &new_signer(@0xB2), @0xB1, vector[0, 1, 2, 3], vector[0, 1, 2, 3]);
    insolvency::write_off(&mut ledger, &administrator(), &testing::supervisor(), @0xB1, 1);
    insolvency::write_off(&mut ledger, &administrator(), &testing::supervisor(), @0xB1, 2);
    share_losses(&mut ledger);
    assert_eq!(losses_borne::by_insurer(&ledger, @0xB1), 3_000);
    estate::sell_security(&mut ledger, &administrator(), &new_signer(@0xB3), &testing::supervisor(), @0xB1, 1, 6_000, 9_500);
    estate::withdraw_facility(&mut ledger, &administrator(), @0xB1);
    estate_payout::restore(&mut ledger, &administrator(), @0xB1);
    assert_eq!(losses_borne::by_insurer(&ledger, @0xB1), 0);
    estate_payout::restore_deposits(&mut ledger, &administrator(), @0xB1, 100);
    assert_eq!(losses_borne::by_customers(&ledger, @0xB1), 7_500);
    estate_payout::pay_insurer(&mut ledger, &administrator(), @0xB1, 14_000);
    pay_deposits(&mut ledger, vector[0, 1, 2]);
    assert_nothing_left(&ledger);
    world::end(ledger);
}

#[test]
fun notes_pledges_and_claims_become_settlement_money() {
    let mut ledger = begin();
    let bank = new_signer(@0xB1);
    notes::order(&mut ledger, &bank, 600);
    open_market::repo(&mut ledger, &world::central_bank(), &bank, 1, 1_000, 0, 7);
    interbank::lend(&mut ledger, &bank, &new_signer(@0xB3), 700, 0, 1);
    fail(&mut ledger);
    estate::return_notes(&mut ledger, &administrator(), &world::central_bank(), @0xB1, 600);
    estate::redeem_pledge(&mut ledger, &administrator(), @0xB1, 1);
    world::pass_days(&mut ledger, 2);
    estate::collect_claim(&mut ledger, &administrator(), @0xB1, @0xB3, 1);
    estate::withdraw_facility(&mut ledger, &administrator(), @0xB1);
    assert_eq!(line(&ledger, @0xB1, chart::vault_cash()), 0);
    assert_eq!(line(&ledger, @0xB1, chart::central_bank_debt()), 0);
    assert_eq!(line(&ledger, @0xB1, chart::interbank_claims()), 0);
    assert_eq!(line(&ledger, @0xB1, chart::settlement_account()), 5_000);
    world::end(ledger);
}

#[test]
fun a_lender_collects_what_was_not_repaid_on_its_day() {
    let mut ledger = begin();
    world::pass_days(&mut ledger, 2);
    interbank::collect(&mut ledger, &new_signer(@0xB2), @0xB1, 1);
    assert_eq!(line(&ledger, @0xB1, chart::interbank_debts()), 0);
    world::end(ledger);
}

// === Refusals ===

#[test, expected_failure(abort_code = interbank::ENotDue)]
fun a_lender_collects_nothing_before_its_day() {
    let mut ledger = begin();
    interbank::collect(&mut ledger, &new_signer(@0xB2), @0xB1, 1);
    world::end(ledger);
}

#[test, expected_failure(abort_code = licence::ERevoked)]
fun a_lender_collects_nothing_from_a_bank_that_failed() {
    let mut ledger = begin();
    world::pass_days(&mut ledger, 2);
    fail(&mut ledger);
    interbank::collect(&mut ledger, &new_signer(@0xB2), @0xB1, 1);
    world::end(ledger);
}

#[test, expected_failure(abort_code = insolvency::ENotAdministrator)]
fun nobody_else_sells_what_it_has() {
    let mut ledger = begin();
    fail(&mut ledger);
    estate::sell_security(&mut ledger, &new_signer(@0xB1), &new_signer(@0xB3), &testing::supervisor(), @0xB1, 1, 1, 1);
    world::end(ledger);
}

#[test, expected_failure(abort_code = insolvency::ENotInsolvent)]
fun nothing_is_sold_of_a_bank_that_has_not_failed() {
    let mut ledger = begin();
    estate::sell_security(&mut ledger, &administrator(), &new_signer(@0xB3), &testing::supervisor(), @0xB1, 1, 1, 1);
    world::end(ledger);
}

#[test, expected_failure(abort_code = insolvency::EWrongStage)]
fun nothing_is_sold_while_deposits_are_counted() {
    let mut ledger = begin();
    fail(&mut ledger);
    insolvency::cut_lenders(&mut ledger, &administrator(), @0xB1, vector[@0xB2], vector[]);
    estate::withdraw_facility(&mut ledger, &administrator(), @0xB1);
    world::end(ledger);
}

#[test, expected_failure(abort_code = insolvency::EWrongStage)]
fun no_deposit_is_paid_before_losses_are_borne() {
    let mut ledger = begin();
    fail(&mut ledger);
    pay_deposits(&mut ledger, vector[0]);
    world::end(ledger);
}

#[test, expected_failure(abort_code = lending::EBadPrice)]
fun a_loan_brings_no_more_than_its_borrower_owes() {
    let mut ledger = begin();
    fail(&mut ledger);
    estate::sell_loan(&mut ledger, &administrator(), &new_signer(@0xB3), &testing::supervisor(), @0xB1, 1, 5, 20_001);
    world::end(ledger);
}

/// A loan on an account that is closed could never be repaid.
#[test, expected_failure(abort_code = lending::EAccountClosed)]
fun a_loan_is_handed_to_no_closed_account() {
    let mut ledger = begin();
    fail(&mut ledger);
    commercial_bank::close_account(&mut ledger, &new_signer(@0xB3), 5);
    estate::sell_loan(&mut ledger, &administrator(), &new_signer(@0xB3), &testing::supervisor(), @0xB1, 1, 5, 10_000);
    world::end(ledger);
}

#[test, expected_failure(abort_code = licence::ERevoked)]
fun a_failed_bank_buys_nothing_of_its_own() {
    let mut ledger = begin();
    fail(&mut ledger);
    estate::sell_security(&mut ledger, &administrator(), &new_signer(@0xB1), &testing::supervisor(), @0xB1, 1, 1, 1);
    world::end(ledger);
}

/// It would act beside its administrator.
#[test, expected_failure(abort_code = licence::EWoundUp)]
fun a_failed_bank_is_not_licensed_anew() {
    let mut ledger = begin();
    fail(&mut ledger);
    testing::license(&mut ledger, @0xB1, licence::bank(), 1);
    world::end(ledger);
}

#[test]
fun its_central_bank_signs_a_sale_as_well_as_a_supervisor() {
    let mut ledger = begin();
    fail(&mut ledger);
    estate::sell_security(&mut ledger, &administrator(), &new_signer(@0xB3), &world::central_bank(), @0xB1, 1, 6_000, 1_000);
    assert_eq!(line(&ledger, @0xB1, chart::loss_expense()), 5_000);
    world::end(ledger);
}

#[test, expected_failure(abort_code = insolvency::ENotApprover)]
fun administrator_and_buyer_alone_sell_no_security() {
    let mut ledger = begin();
    fail(&mut ledger);
    estate::sell_security(&mut ledger, &administrator(), &new_signer(@0xB3), &new_signer(@0xB3), @0xB1, 1, 6_000, 1);
    world::end(ledger);
}

#[test, expected_failure(abort_code = insolvency::ENotApprover)]
fun administrator_and_buyer_alone_sell_no_loan() {
    let mut ledger = begin();
    fail(&mut ledger);
    estate::sell_loan(&mut ledger, &administrator(), &new_signer(@0xB3), &new_signer(@0xB2), @0xB1, 1, 5, 1);
    world::end(ledger);
}

#[test, expected_failure(abort_code = insolvency::ENotApprover)]
fun an_administrator_alone_lets_no_borrower_off() {
    let mut ledger = begin();
    fail(&mut ledger);
    insolvency::write_off(&mut ledger, &administrator(), &administrator(), @0xB1, 1);
    world::end(ledger);
}

#[test, expected_failure(abort_code = insolvency::ENotApprover)]
fun a_supervisor_who_administers_does_not_approve_too() {
    let mut ledger = begin();
    testing::revoke(&mut ledger, @0xB1, licence::bank(), 1);
    let supervisor = testing::supervisor();
    insolvency::declare(&mut ledger, &supervisor, @0xB1, supervisor.address_of());
    estate::sell_security(&mut ledger, &supervisor, &new_signer(@0xB3), &supervisor, @0xB1, 1, 1, 1);
    world::end(ledger);
}

#[test, expected_failure(abort_code = insolvency::ENothingToShare)]
fun losses_are_not_shared_again_where_there_are_none() {
    let mut ledger = begin();
    fail(&mut ledger);
    share_losses(&mut ledger);
    insolvency::reopen(&mut ledger, &administrator(), @0xB1);
    world::end(ledger);
}

#[test, expected_failure(abort_code = estate_payout::EOwedLess)]
fun the_insurer_gets_no_more_than_it_paid() {
    let mut ledger = begin();
    fail(&mut ledger);
    insolvency::pay_insured(&mut ledger, &administrator(), &new_signer(@0xB2), @0xB1, vector[3], vector[7]);
    estate_payout::pay_insurer(&mut ledger, &administrator(), @0xB1, 2_001);
    world::end(ledger);
}

#[test, expected_failure(abort_code = estate_payout::ENotRealised)]
fun nothing_is_restored_while_there_are_other_assets() {
    let mut ledger = begin();
    fail(&mut ledger);
    share_losses(&mut ledger);
    estate_payout::restore(&mut ledger, &administrator(), @0xB1);
    world::end(ledger);
}

#[test, expected_failure(abort_code = estate_payout::ENothingToRestore)]
fun who_bore_nothing_gets_nothing_back() {
    let mut ledger = begin();
    fail(&mut ledger);
    realise(&mut ledger, 20_000);
    share_losses(&mut ledger);
    estate_payout::restore(&mut ledger, &administrator(), @0xB1);
    world::end(ledger);
}

// === Attacks ===

/// A friend's deposit is paid in full while assets that may bring nothing still stand at their book value.
#[test, expected_failure(abort_code = estate_payout::ENotCovered)]
fun no_customer_is_paid_before_the_others_out_of_what_may_not_be_there() {
    let mut ledger = begin();
    fail(&mut ledger);
    share_losses(&mut ledger);
    pay_deposits(&mut ledger, vector[0]);
    world::end(ledger);
}

/// A lender is paid out of what customers still need.
#[test, expected_failure(abort_code = estate_payout::ENotCovered)]
fun no_lender_is_paid_before_customers() {
    let mut ledger = begin();
    fail(&mut ledger);
    share_losses(&mut ledger);
    estate_payout::pay_lender(&mut ledger, &administrator(), @0xB1, @0xB2, 1);
    world::end(ledger);
}

/// Owners are paid as long as nobody looks: a frozen account is still owed.
#[test, expected_failure(abort_code = estate_payout::EStillOwed)]
fun owners_get_nothing_while_a_frozen_customer_is_owed() {
    let mut ledger = begin();
    fail(&mut ledger);
    realise(&mut ledger, 20_000);
    share_losses(&mut ledger);
    institution::customers_mut(&mut ledger, @0xB1).freeze_until(&freeze::test_permit(), 2, 0xFFFF_FFFF_FFFF_FFFF);
    pay_deposits(&mut ledger, vector[0, 1]);
    estate_payout::pay_lender(&mut ledger, &administrator(), @0xB1, @0xB2, 1_000);
    estate_payout::pay_owners(&mut ledger, &administrator(), &new_signer(@0xB3), @0xB1, 0, 1);
    world::end(ledger);
}

/// Owners are paid out of a gain that belongs to those who bore the losses.
#[test, expected_failure(abort_code = estate_payout::EStillOwed)]
fun owners_get_nothing_before_those_who_bore() {
    let mut ledger = begin();
    fail(&mut ledger);
    insolvency::write_off(&mut ledger, &administrator(), &testing::supervisor(), @0xB1, 2);
    realise_first_loan_badly(&mut ledger);
    share_losses(&mut ledger);
    estate::sell_security(&mut ledger, &administrator(), &new_signer(@0xB3), &testing::supervisor(), @0xB1, 1, 6_000, 7_300);
    estate::withdraw_facility(&mut ledger, &administrator(), @0xB1);
    pay_deposits(&mut ledger, vector[0, 1, 2, 3]);
    estate_payout::pay_owners(&mut ledger, &administrator(), &new_signer(@0xB3), @0xB1, 0, 1_300);
    world::end(ledger);
}
