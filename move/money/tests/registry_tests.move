/// Genesis, units, instruments and policies: what may be registered, by whom, and how often.
#[test_only]
module money::registry_tests;

use money::genesis;
use money::instrument::{Self, IssueAuthority};
use money::money;
use money::policy;
use money::scenario;
use money::testing;
use money::unit;
use std::ledger::Ledger;
use std::test_ledger;
use std::unit_test::assert_eq;

public struct Keep has store { authority: IssueAuthority }
public struct KeptMandate has store { mandate: unit::Mandate }

fun register_unit(code: vector<u8>, decimals: u8, registrar: address) {
    let mut ledger = testing::new_ledger();
    unit::register(&mut ledger, &test_ledger::new_signer(registrar), code.to_string(), decimals, 0, false);
    test_ledger::destroy(ledger);
}

fun register_instrument(kind: u8, symbol: vector<u8>, unit: u32) {
    let mut ledger = scenario::begin();
    let authority = instrument::register(&mut ledger, &test_ledger::new_signer(@0xD), unit, kind, symbol.to_string());
    ledger.publish(@0xD, Keep { authority });
    test_ledger::destroy(ledger);
}

fun claim(ledger: &mut Ledger, central_bank: address, unit: u32) {
    let mandate = unit::claim_mandate(ledger, &test_ledger::new_signer(central_bank), unit);
    ledger.publish(central_bank, KeptMandate { mandate });
}

#[test, expected_failure(abort_code = genesis::EAlreadyInitialised)]
fun begins_once() {
    let mut ledger = testing::new_ledger();
    genesis::initialise(&mut ledger, &test_ledger::new_signer(@money));
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = genesis::ENotFramework)]
fun begins_only_by_the_framework() {
    let mut ledger = test_ledger::new_ledger();
    genesis::initialise(&mut ledger, &test_ledger::new_signer(@0xBAD));
    test_ledger::destroy(ledger);
}

// === Units ===

#[test]
fun units_are_numbered_from_one() {
    let mut ledger = testing::new_ledger();
    testing::register_unit(&mut ledger, b"CNY", 480, false);
    testing::register_unit(&mut ledger, b"USD", 300, true);
    assert_eq!(unit::id_of(&ledger, b"CNY".to_string()), 1);
    assert_eq!(unit::id_of(&ledger, b"USD".to_string()), 2);
    assert!(unit::exists(&ledger, 2) && !unit::exists(&ledger, 3) && !unit::exists(&ledger, 0));
    test_ledger::destroy(ledger);
}

#[test]
fun accepts_the_longest_code() { register_unit(b"ABCDEFGHIJ12", 0, @money) }

#[test]
fun accepts_the_shortest_code_and_the_most_decimals() { register_unit(b"A2", 18, @money) }

#[test, expected_failure(abort_code = unit::EBadCode)]
fun refuses_a_short_code() { register_unit(b"A", 2, @money) }

#[test, expected_failure(abort_code = unit::EBadCode)]
fun refuses_a_long_code() { register_unit(b"ABCDEFGHIJ123", 2, @money) }

#[test, expected_failure(abort_code = unit::EBadCode)]
fun refuses_small_letters_in_a_code() { register_unit(b"CnY", 2, @money) }

#[test, expected_failure(abort_code = unit::ETooManyDecimals)]
fun refuses_too_many_decimals() { register_unit(b"CNY", 19, @money) }

#[test, expected_failure(abort_code = unit::ENotRegistrar)]
fun only_a_registrar_registers() { register_unit(b"CNY", 2, @0xBAD) }

#[test, expected_failure(abort_code = unit::ECodeTaken)]
fun refuses_a_code_twice() {
    let mut ledger = testing::new_ledger();
    testing::register_unit(&mut ledger, b"CNY", 480, false);
    testing::register_unit(&mut ledger, b"CNY", 480, false);
    test_ledger::destroy(ledger);
}

#[test]
fun a_registrar_appoints_another() {
    let mut ledger = testing::new_ledger();
    unit::appoint_registrar(&mut ledger, &test_ledger::new_signer(@money), @0xE);
    unit::register(&mut ledger, &test_ledger::new_signer(@0xE), b"EUR".to_string(), 2, 60, false);
    assert_eq!(unit::id_of(&ledger, b"EUR".to_string()), 1);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = unit::ENotRegistrar)]
fun nobody_appoints_itself() {
    let mut ledger = testing::new_ledger();
    unit::appoint_registrar(&mut ledger, &test_ledger::new_signer(@0xBAD), @0xBAD);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = unit::EAlreadyRegistrar)]
fun refuses_to_appoint_twice() {
    let mut ledger = testing::new_ledger();
    unit::appoint_registrar(&mut ledger, &test_ledger::new_signer(@money), @money);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = unit::EUnknownUnit)]
fun an_unknown_code_has_no_number() {
    let ledger = scenario::begin();
    unit::id_of(&ledger, b"EUR".to_string());
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = unit::EUnknownUnit)]
fun an_unknown_unit_has_no_zone() {
    let ledger = scenario::begin();
    unit::zone(&ledger, 2);
    test_ledger::destroy(ledger);
}

// === Mandates ===

#[test]
fun a_mandate_registers_central_bank_money() {
    let mut ledger = scenario::begin();
    testing::entrust(&mut ledger, 1, @0xCB);
    let bank = test_ledger::new_signer(@0xCB);
    let mandate = unit::claim_mandate(&mut ledger, &bank, 1);
    let authority = instrument::register_base_money(&mut ledger, &mandate, &bank, instrument::digital_cash(), b"CZK.cash".to_string());
    let cash = authority.authorised();
    assert_eq!(instrument::kind(&ledger, cash), 2);
    assert_eq!(instrument::unit(&ledger, cash), 1);
    assert_eq!(instrument::issuer(&ledger, cash), option::some(@0xCB));
    ledger.publish(@0xCB, Keep { authority });
    ledger.publish(@0xCB, KeptMandate { mandate });
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = instrument::EBadKind)]
fun a_mandate_registers_nothing_else() {
    let mut ledger = scenario::begin();
    testing::entrust(&mut ledger, 1, @0xCB);
    let bank = test_ledger::new_signer(@0xCB);
    let mandate = unit::claim_mandate(&mut ledger, &bank, 1);
    let authority = instrument::register_base_money(&mut ledger, &mandate, &bank, 3, b"CZK.x".to_string());
    ledger.publish(@0xCB, Keep { authority });
    ledger.publish(@0xCB, KeptMandate { mandate });
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = unit::ENotRegistrar)]
fun nobody_entrusts_itself() {
    let mut ledger = scenario::begin();
    unit::entrust(&mut ledger, &test_ledger::new_signer(@0xBAD), 1, @0xBAD);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = unit::EAlreadyEntrusted)]
fun a_unit_is_entrusted_once() {
    let mut ledger = scenario::begin();
    testing::entrust(&mut ledger, 1, @0xCB);
    testing::entrust(&mut ledger, 1, @0xBAD);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = unit::EHasMandate)]
fun an_address_is_entrusted_with_one_unit_at_a_time() {
    let mut ledger = scenario::begin();
    testing::register_unit(&mut ledger, b"EUR", 60, false);
    testing::entrust(&mut ledger, 1, @0xCB);
    testing::entrust(&mut ledger, 2, @0xCB);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = unit::EUnknownUnit)]
fun an_unknown_unit_is_not_entrusted() {
    let mut ledger = scenario::begin();
    testing::entrust(&mut ledger, 2, @0xCB);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = unit::ENoMandate)]
fun nobody_claims_what_it_was_not_given() {
    let mut ledger = scenario::begin();
    testing::entrust(&mut ledger, 1, @0xCB);
    claim(&mut ledger, @0xBAD, 1);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = unit::ENoMandate)]
fun nobody_claims_another_unit() {
    let mut ledger = scenario::begin();
    testing::register_unit(&mut ledger, b"EUR", 60, false);
    testing::entrust(&mut ledger, 1, @0xCB);
    claim(&mut ledger, @0xCB, 2);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = unit::ENoMandate)]
fun nobody_claims_twice() {
    let mut ledger = scenario::begin();
    testing::entrust(&mut ledger, 1, @0xCB);
    claim(&mut ledger, @0xCB, 1);
    claim(&mut ledger, @0xCB, 1);
    test_ledger::destroy(ledger);
}

// === Instruments ===

#[test]
fun an_issuer_registers_from_e_money() { register_instrument(3, b"a", 1) }

#[test]
fun an_issuer_registers_up_to_securities() { register_instrument(7, b"A-b_c.09", 1) }

#[test]
fun accepts_the_longest_symbol() { register_instrument(5, b"12345678901234567890123456789012", 1) }

#[test, expected_failure(abort_code = instrument::EBadKind)]
fun settlement_money_needs_a_mandate() { register_instrument(1, b"fake", 1) }

#[test, expected_failure(abort_code = instrument::EBadKind)]
fun digital_cash_needs_a_mandate() { register_instrument(2, b"fake", 1) }

#[test, expected_failure(abort_code = instrument::EBadKind)]
fun what_has_an_issuer_is_not_issuerless() { register_instrument(8, b"fake", 1) }

#[test, expected_failure(abort_code = instrument::EBadKind)]
fun kind_zero_does_not_exist() { register_instrument(0, b"fake", 1) }

#[test, expected_failure(abort_code = instrument::EUnknownUnit)]
fun refuses_an_unknown_unit() { register_instrument(3, b"fake", 2) }

#[test, expected_failure(abort_code = instrument::EBadSymbol)]
fun refuses_an_empty_symbol() { register_instrument(3, b"", 1) }

#[test, expected_failure(abort_code = instrument::EBadSymbol)]
fun refuses_a_long_symbol() { register_instrument(3, b"123456789012345678901234567890123", 1) }

#[test, expected_failure(abort_code = instrument::EBadSymbol)]
fun refuses_a_space_in_a_symbol() { register_instrument(3, b"CZK e", 1) }

#[test, expected_failure(abort_code = instrument::ESymbolTaken)]
fun refuses_a_symbol_twice() { register_instrument(3, b"CZK.e", 1) }

#[test]
fun registers_money_without_an_issuer() {
    let mut ledger = scenario::begin();
    let authority = instrument::register_issuerless(&mut ledger, 1, b"SYC".to_string());
    assert_eq!(instrument::kind(&ledger, authority.authorised()), 8);
    assert_eq!(instrument::issuer(&ledger, authority.authorised()), option::none());
    ledger.publish(@0xD, Keep { authority });
    test_ledger::destroy(ledger);
}

#[test]
fun counts_issued_and_redeemed() {
    let mut ledger = scenario::begin();
    let permit = scenario::issue_permit(&ledger);
    let mut money = money::issue(&mut ledger, &permit, 100, @0xD);
    let back = money.split(30);
    money::redeem(&mut ledger, &permit, back, @0xD);
    assert_eq!(instrument::outstanding(&ledger, 1), 70);
    scenario::redeem(&mut ledger, money);
    assert_eq!(instrument::outstanding(&ledger, 1), 0);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = instrument::EUnknownInstrument)]
fun an_unknown_instrument_has_no_supply() {
    let ledger = scenario::begin();
    instrument::outstanding(&ledger, 2);
    test_ledger::destroy(ledger);
}

// === Policies ===

#[test]
fun a_policy_is_replaced_tier_by_tier() {
    let mut ledger = scenario::begin();
    assert!(!policy::exists(&ledger, 1));
    scenario::limit_tier(&mut ledger, 1, option::some(1), option::none(), option::none(), option::none());
    scenario::limit_tier(&mut ledger, 16, option::some(2), option::none(), option::none(), option::some(9));
    scenario::limit_tier(&mut ledger, 1, option::some(3), option::none(), option::none(), option::none());
    let policy = policy::borrow(&ledger, 1);
    assert_eq!(*policy.limits(1).balance(), option::some(3));
    assert_eq!(*policy.limits(16).balance(), option::some(2));
    assert_eq!(*policy.limits(16).yearly(), option::some(9));
    assert_eq!(policy.unit(), 1);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = policy::EBadTier)]
fun refuses_tier_zero() {
    let mut ledger = scenario::begin();
    scenario::limit_tier(&mut ledger, 0, option::none(), option::none(), option::none(), option::none());
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = policy::EBadTier)]
fun refuses_tier_seventeen() {
    let mut ledger = scenario::begin();
    scenario::limit_tier(&mut ledger, 17, option::none(), option::none(), option::none(), option::none());
    test_ledger::destroy(ledger);
}
