/// A central bank's assets that fail: written off against its capital; and who attests what it has.
#[test_only]
module banking::bad_assets_tests;

use banking::bank_economy as world;
use banking::central_bank;
use banking::central_bank_books;
use banking::central_bank_credit;
use banking::chart;
use banking::open_market;
use oversight::licence;
use oversight::testing;
use std::ledger::Ledger;
use std::test_ledger::new_signer;
use std::unit_test::assert_eq;

/// Gold is asset 1: 100,000 at a haircut of 10%. Bonds bought from 0xB1, 4,000, are asset 2.
fun begin(): Ledger {
    world::begin()
}

fun fail(ledger: &mut Ledger, asset: u64) {
    central_bank::set_performing(ledger, &world::central_bank(), asset, false);
}

fun write_off(ledger: &mut Ledger, asset: u64, amount: u64) {
    central_bank::write_off(ledger, &world::central_bank(), asset, amount);
}

#[test]
fun a_failed_asset_is_written_off_against_capital() {
    let mut ledger = begin();
    let base = central_bank::base_money(&ledger, @0xCB);
    fail(&mut ledger, 2);
    write_off(&mut ledger, 2, 3_000);
    write_off(&mut ledger, 2, 1_000);
    assert_eq!(central_bank::capital(&ledger, @0xCB), 96_000);
    assert_eq!(central_bank::base_money(&ledger, @0xCB), base);
    assert_eq!(central_bank_books::books(&ledger, @0xCB).balance(central_bank_books::loss_expense()), 4_000);
    assert_eq!(central_bank::total_assets(&ledger, @0xCB), 108_000);
    world::end(ledger);
}

#[test]
fun a_loss_is_recorded_without_a_licence_too() {
    let mut ledger = begin();
    testing::suspend(&mut ledger, @0xCB, licence::central_bank(), 1);
    fail(&mut ledger, 1);
    write_off(&mut ledger, 1, 1);
    assert_eq!(central_bank::capital(&ledger, @0xCB), 99_999);
    world::end(ledger);
}

#[test, expected_failure(abort_code = central_bank::EPerforming)]
fun what_performs_is_not_written_off() {
    let mut ledger = begin();
    write_off(&mut ledger, 1, 1);
    world::end(ledger);
}

#[test, expected_failure(abort_code = central_bank::ERedeemsTooMuch)]
fun no_more_is_written_off_than_there_is() {
    let mut ledger = begin();
    fail(&mut ledger, 2);
    write_off(&mut ledger, 2, 4_001);
    world::end(ledger);
}

#[test, expected_failure(abort_code = central_bank::ELossAboveCapital)]
fun base_money_bears_no_loss() {
    let mut ledger = begin();
    fail(&mut ledger, 1);
    fail(&mut ledger, 2);
    write_off(&mut ledger, 1, 100_000);
    write_off(&mut ledger, 2, 1);
    world::end(ledger);
}

#[test, expected_failure(abort_code = central_bank::ENotCentralBank)]
fun only_the_central_bank_gives_up_what_it_has() {
    let mut ledger = begin();
    fail(&mut ledger, 2);
    central_bank::write_off(&mut ledger, &new_signer(@0xB1), 2, 1);
    world::end(ledger);
}

/// A claim that was written off could not be repaid any more, and its pledge would be locked.
#[test, expected_failure(abort_code = central_bank::EInUse)]
fun a_claim_on_a_bank_ends_by_its_pledge() {
    let mut ledger = begin();
    open_market::repo(&mut ledger, &world::central_bank(), &new_signer(@0xB1), 1, 1_000, 0, 1);
    fail(&mut ledger, 5);
    write_off(&mut ledger, 5, 1_000);
    world::end(ledger);
}

// === Who attests ===

#[test]
fun an_asset_says_who_attested_it_and_when() {
    let mut ledger = begin();
    let (by, on) = central_bank::attested(&ledger, @0xCB, 1);
    assert_eq!(by, @0xCB);
    let (by_custodian, _) = central_bank::attested(&ledger, @0xCB, 2);
    assert_eq!(by_custodian, @0xC0);
    world::pass_days(&mut ledger, 3);
    central_bank::attest_asset(&mut ledger, &world::custodian(), @0xCB, 1);
    let (by, later) = central_bank::attested(&ledger, @0xCB, 1);
    assert_eq!(by, @0xC0);
    assert_eq!(later, on + 3);
    world::end(ledger);
}

#[test]
fun a_pledge_that_was_taken_keeps_its_custodian() {
    let mut ledger = begin();
    open_market::repo(&mut ledger, &world::central_bank(), &new_signer(@0xB1), 1, 1_000, 0, 1);
    world::pass_days(&mut ledger, 2);
    central_bank_credit::take_pledge(&mut ledger, &world::central_bank(), @0xB1, 1);
    let (by, _) = central_bank::attested(&ledger, @0xCB, 6);
    assert_eq!(by, @0xC0);
    assert_eq!(world::line(&ledger, @0xB1, chart::securities()), 5_000);
    world::end(ledger);
}

#[test, expected_failure(abort_code = licence::ENotLicensed)]
fun only_a_custodian_attests() {
    let mut ledger = begin();
    central_bank::attest_asset(&mut ledger, &new_signer(@0xB1), @0xCB, 1);
    world::end(ledger);
}

#[test, expected_failure(abort_code = central_bank::ESameSigner)]
fun a_central_bank_attests_nothing_for_itself_as_custodian() {
    let mut ledger = begin();
    testing::license(&mut ledger, @0xCB, licence::custodian(), 1);
    central_bank::attest_asset(&mut ledger, &world::central_bank(), @0xCB, 1);
    world::end(ledger);
}
