/// Requests paid once, and codes collected on once.
#[test_only]
module money::payment_request_tests;

use money::payment_code;
use money::payment_request;
use money::retail;
use money::scenario;
use money::testing;
use money::wallet;
use std::test_ledger;
use std::unit_test::assert_eq;

#[test]
fun a_request_is_paid() {
    let mut ledger = retail::begin();
    let request = retail::request(&mut ledger, option::some(30), 2_000);
    assert!(!payment_request::is_paid(&ledger, request));
    retail::at_time(&mut ledger, 1_999);
    retail::pay_request(&mut ledger, request, @0xA2, 1, 30);
    assert!(payment_request::is_paid(&ledger, request));
    assert_eq!(scenario::balance(&ledger, @0xA2), 30);
    retail::end(ledger, vector[@0xA1, @0xA2], 0);
}

#[test, expected_failure(abort_code = payment_request::EPaidAlready)]
fun only_once() {
    let mut ledger = retail::begin();
    let request = retail::request(&mut ledger, option::some(30), 2_000);
    retail::pay_request(&mut ledger, request, @0xA2, 1, 30);
    retail::pay_request(&mut ledger, request, @0xA2, 1, 30);
    test_ledger::destroy(ledger);
}

fun pay_altered(amount: Option<u64>, payee: address, instrument: u32, paid: u64, time_ms: u64) {
    let mut ledger = retail::begin();
    let request = retail::request(&mut ledger, amount, 2_000);
    retail::at_time(&mut ledger, time_ms);
    retail::pay_request(&mut ledger, request, payee, instrument, paid);
    test_ledger::destroy(ledger);
}

#[test]
fun the_payer_may_say_how_much_where_the_request_does_not() { pay_altered(option::none(), @0xA2, 1, 12, 1_000) }

#[test, expected_failure(abort_code = payment_request::EOtherAmount)]
fun not_more_than_asked() { pay_altered(option::some(30), @0xA2, 1, 31, 1_000) }

#[test, expected_failure(abort_code = payment_request::EOtherAmount)]
fun not_less_than_asked() { pay_altered(option::some(30), @0xA2, 1, 29, 1_000) }

#[test, expected_failure(abort_code = payment_request::EOtherPayee)]
fun not_to_another_payee() { pay_altered(option::some(30), @0xB1, 1, 30, 1_000) }

#[test, expected_failure(abort_code = payment_request::EOtherInstrument)]
fun not_with_another_instrument() { pay_altered(option::some(30), @0xA2, 2, 30, 1_000) }

#[test, expected_failure(abort_code = payment_request::EExpired)]
fun not_when_it_has_expired() { pay_altered(option::some(30), @0xA2, 1, 30, 2_000) }

#[test, expected_failure(abort_code = wallet::EInsufficientMoney)]
fun not_without_the_money() { pay_altered(option::some(101), @0xA2, 1, 101, 1_000) }

#[test, expected_failure(abort_code = payment_request::ENoRequest)]
fun not_where_there_is_none() {
    let mut ledger = retail::begin();
    retail::pay_request(&mut ledger, @0x404, @0xA2, 1, 30);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = payment_request::ENoRequest)]
fun not_when_it_was_withdrawn() {
    let mut ledger = retail::begin();
    let request = retail::request(&mut ledger, option::some(30), 2_000);
    retail::withdraw_request(&mut ledger, @0xA2);
    retail::pay_request(&mut ledger, request, @0xA2, 1, 30);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = payment_request::EStillShown)]
fun a_paid_request_stays_until_it_expires() {
    let mut ledger = retail::begin();
    let request = retail::request(&mut ledger, option::some(30), 2_000);
    retail::pay_request(&mut ledger, request, @0xA2, 1, 30);
    retail::withdraw_request(&mut ledger, @0xA2);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = payment_request::EPastExpiry)]
fun nobody_asks_in_the_past() {
    let mut ledger = retail::begin();
    retail::request(&mut ledger, option::some(30), 1_000);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = payment_request::ERequestExists)]
fun a_request_is_not_replaced() {
    let mut ledger = retail::begin();
    retail::request(&mut ledger, option::some(30), 2_000);
    retail::request(&mut ledger, option::some(99), 2_000);
    test_ledger::destroy(ledger);
}

// === Codes ===

fun collect_after(most: u64, time_ms: u64, limit: u64, expires_ms: u64, number: u64, amount: u64) {
    let mut ledger = retail::begin();
    retail::enable_codes(&mut ledger, most);
    retail::at_time(&mut ledger, time_ms);
    retail::collect(&mut ledger, @0xA2, limit, expires_ms, number, retail::code(), amount);
    assert_eq!(scenario::balance(&ledger, @0xA2), amount);
    retail::end(ledger, vector[@0xA1, @0xA2], 0);
}

#[test]
fun a_code_is_good_from_a_minute_before_it_expires() { collect_after(50, 1_000, 50, 61_000, 5, 50) }

#[test]
fun a_code_is_good_until_it_expires() { collect_after(60, 60_999, 50, 61_000, 5, 1) }

#[test, expected_failure(abort_code = payment_code::EExpired)]
fun not_after() { collect_after(50, 61_000, 50, 61_000, 5, 50) }

#[test, expected_failure(abort_code = payment_code::ENotYetValid)]
fun not_before() { collect_after(50, 999, 50, 61_000, 5, 50) }

#[test, expected_failure(abort_code = payment_code::EAboveCodeLimit)]
fun not_above_its_limit() { collect_after(50, 1_000, 50, 61_000, 5, 51) }

#[test, expected_failure(abort_code = payment_code::EAboveWalletLimit)]
fun not_above_what_the_owner_allowed() { collect_after(49, 1_000, 50, 61_000, 5, 10) }

#[test, expected_failure(abort_code = payment_code::EBadSignature)]
fun not_with_a_higher_limit() { collect_after(60, 1_000, 51, 61_000, 5, 51) }

#[test, expected_failure(abort_code = payment_code::EBadSignature)]
fun not_with_a_later_expiry() { collect_after(50, 2_000, 50, 61_001, 5, 50) }

#[test, expected_failure(abort_code = payment_code::EBadSignature)]
fun not_under_another_number() { collect_after(50, 1_000, 50, 61_000, 6, 50) }

#[test, expected_failure(abort_code = payment_code::EUsedAlready)]
fun not_twice() {
    let mut ledger = retail::begin();
    retail::enable_codes(&mut ledger, 50);
    retail::collect(&mut ledger, @0xA2, 50, 61_000, 5, retail::code(), 20);
    retail::collect(&mut ledger, @0xB1, 50, 61_000, 5, retail::code(), 20);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = payment_code::EUsedAlready)]
fun not_twice_by_allowing_codes_again() {
    let mut ledger = retail::begin();
    retail::enable_codes(&mut ledger, 50);
    retail::collect(&mut ledger, @0xA2, 50, 61_000, 5, retail::code(), 20);
    retail::disable_codes(&mut ledger);
    retail::enable_codes(&mut ledger, 50);
    retail::collect(&mut ledger, @0xB1, 50, 61_000, 5, retail::code(), 20);
    test_ledger::destroy(ledger);
}

#[test]
fun used_codes_are_forgotten_when_they_have_expired() {
    let mut ledger = retail::begin();
    retail::enable_codes(&mut ledger, 50);
    retail::collect(&mut ledger, @0xA2, 50, 61_000, 5, retail::code(), 20);
    retail::at_time(&mut ledger, 61_000);
    retail::collect(&mut ledger, @0xA2, 50, 100_000, 6, retail::late_code(), 20);
    assert_eq!(scenario::balance(&ledger, @0xA2), 40);
    retail::end(ledger, vector[@0xA1, @0xA2], 0);
}

#[test, expected_failure(abort_code = payment_code::ENotEnabled)]
fun not_where_codes_were_never_allowed() {
    let mut ledger = retail::begin();
    retail::collect(&mut ledger, @0xA2, 50, 61_000, 5, retail::code(), 20);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = payment_code::ENotEnabled)]
fun not_where_codes_are_allowed_no_more() {
    let mut ledger = retail::begin();
    retail::enable_codes(&mut ledger, 50);
    retail::disable_codes(&mut ledger);
    retail::collect(&mut ledger, @0xA2, 50, 61_000, 5, retail::code(), 20);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = payment_code::EOldKeys)]
fun not_by_a_key_of_exchanged_keys() {
    let mut ledger = retail::begin();
    retail::enable_codes(&mut ledger, 50);
    testing::rotate_key(&mut ledger, @0xA1, @0xF00);
    retail::collect(&mut ledger, @0xA2, 50, 61_000, 5, retail::code(), 20);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = wallet::ESingleLimit)]
fun limits_apply_to_codes() {
    let mut ledger = retail::begin();
    retail::enable_codes(&mut ledger, 50);
    scenario::limit(&mut ledger, option::none(), option::some(19), option::none(), option::none());
    retail::collect(&mut ledger, @0xA2, 50, 61_000, 5, retail::code(), 20);
    test_ledger::destroy(ledger);
}
