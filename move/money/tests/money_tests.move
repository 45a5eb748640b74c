/// Money cannot be made, lost or mixed.
#[test_only]
module money::money_tests;

use money::instrument::IssueAuthority;
use money::money;
use money::scenario;
use std::test_ledger;
use std::unit_test::assert_eq;

public struct Keep has store { authority: IssueAuthority }

#[test]
fun splits_and_joins() {
    let mut ledger = scenario::begin();
    let permit = scenario::issue_permit(&ledger);
    let mut money = money::issue(&mut ledger, &permit, 100, @0xD);
    let mut part = money.split(40);
    assert_eq!(money.value(), 60);
    assert_eq!(part.value(), 40);
    assert_eq!(part.instrument(), 1);
    part.join(money.withdraw_all());
    assert_eq!(part.value(), 100);
    money.destroy_zero();
    part.split(0).destroy_zero();
    scenario::redeem(&mut ledger, part);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = money::ENotEnough)]
fun splits_off_no_more_than_there_is() {
    let mut money = money::zero(1);
    money.split(1).destroy_zero();
    money.destroy_zero();
}

#[test, expected_failure(abort_code = money::EDifferentInstruments)]
fun joins_only_its_own_instrument() {
    let mut money = money::zero(1);
    money.join(money::zero(2));
    money.destroy_zero();
}

#[test, expected_failure(abort_code = money::ENotZero)]
fun throws_nothing_away() {
    let mut ledger = scenario::begin();
    let permit = scenario::issue_permit(&ledger);
    money::issue(&mut ledger, &permit, 1, @0xD).destroy_zero();
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = money::EValueOverflow)]
fun refuses_more_than_one_balance_can_hold() {
    let mut ledger = scenario::begin();
    let permit = scenario::issue_permit(&ledger);
    let mut money = money::issue(&mut ledger, &permit, 0xFFFF_FFFF_FFFF_FFFF, @0xD);
    money.join(money::issue(&mut ledger, &permit, 1, @0xD));
    scenario::redeem(&mut ledger, money);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = money::EZeroAmount)]
fun issues_more_than_nothing() {
    let mut ledger = scenario::begin();
    let permit = scenario::issue_permit(&ledger);
    money::issue(&mut ledger, &permit, 0, @0xD).destroy_zero();
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = money::EZeroAmount)]
fun redeems_more_than_nothing() {
    let mut ledger = scenario::begin();
    scenario::redeem(&mut ledger, money::zero(1));
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = money::EWrongAuthority)]
fun an_issuer_redeems_only_its_own_money() {
    let mut ledger = scenario::begin();
    let authority = scenario::register(&mut ledger, b"CZK.other");
    let permit = scenario::issue_permit(&ledger);
    let money = money::issue(&mut ledger, &permit, 5, @0xD);
    money::redeem(&mut ledger, &authority.permit(), money, @0xD);
    ledger.publish(@0xD, Keep { authority });
    test_ledger::destroy(ledger);
}
