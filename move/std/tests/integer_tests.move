#[test_only]
module std::integer_tests;

use std::unit_test::assert_eq;

const MAX_U64: u64 = 0xFFFF_FFFF_FFFF_FFFF;
const MAX_U128: u128 = 0xFFFF_FFFF_FFFF_FFFF_FFFF_FFFF_FFFF_FFFF;

#[test]
fun compares_and_divides() {
    assert_eq!(3u64.max(5), 5);
    assert_eq!(3u64.min(5), 3);
    assert_eq!(3u8.diff(5), 2);
    assert_eq!(5u8.diff(3), 2);
    assert_eq!(7u64.divide_and_round_up(2), 4);
    assert_eq!(8u64.divide_and_round_up(2), 4);
    assert_eq!(MAX_U64.divide_and_round_up(1), MAX_U64);
}

#[test]
fun powers_reach_the_largest_value() {
    assert_eq!(0u64.pow(0), 1);
    assert_eq!(2u64.pow(63), 0x8000_0000_0000_0000);
    assert_eq!(10u64.pow(19), 10_000_000_000_000_000_000);
    assert_eq!(2u8.pow(7), 128);
    assert_eq!(3u128.pow(80), 147808829414345923316083210206383297601);
    assert_eq!(2u256.pow(255) >> 255, 1);
}

#[test, expected_failure(arithmetic_error, location = std::u64)]
fun powers_fault_beyond_it() {
    2u64.pow(64);
}

#[test]
fun square_roots_round_down() {
    assert_eq!(0u64.sqrt(), 0);
    assert_eq!(1u64.sqrt(), 1);
    assert_eq!(3u64.sqrt(), 1);
    assert_eq!(4u64.sqrt(), 2);
    assert_eq!(99u64.sqrt(), 9);
    assert_eq!(MAX_U64.sqrt(), 0xFFFF_FFFF);
    assert_eq!((0xFFFF_FFFFu64 * 0xFFFF_FFFF).sqrt(), 0xFFFF_FFFF);
    assert_eq!((0xFFFF_FFFFu64 * 0xFFFF_FFFF - 1).sqrt(), 0xFFFF_FFFE);
    assert_eq!(MAX_U128.sqrt(), 0xFFFF_FFFF_FFFF_FFFF);
    assert_eq!(255u8.sqrt(), 15);
}

#[test]
fun multiplies_before_it_divides() {
    assert_eq!(MAX_U64.mul_div(MAX_U64, MAX_U64), MAX_U64);
    assert_eq!(7u64.mul_div(3, 2), 10);
    assert_eq!(7u64.mul_div_round_up(3, 2), 11);
    assert_eq!(8u64.mul_div_round_up(3, 2), 12);
    assert_eq!(200u8.mul_div(200, 200), 200);
}

#[test, expected_failure(abort_code = std::u64::EOverflow)]
fun refuses_a_quotient_that_does_not_fit() {
    MAX_U64.mul_div(2, 1);
}

#[test, expected_failure(abort_code = std::u64::EDivisionByZero)]
fun refuses_to_divide_by_zero() {
    1u64.mul_div(1, 0);
}

#[test]
fun stays_within_its_range() {
    assert_eq!(MAX_U64.checked_add(1), option::none());
    assert_eq!((MAX_U64 - 1).checked_add(1), option::some(MAX_U64));
    assert_eq!(0u64.checked_sub(1), option::none());
    assert_eq!(5u64.checked_sub(5), option::some(0));
    assert_eq!(0x1_0000_0000u64.checked_mul(0x1_0000_0000), option::none());
    assert_eq!(0u64.checked_mul(MAX_U64), option::some(0));
    assert_eq!(MAX_U64.saturating_add(1), MAX_U64);
    assert_eq!(3u64.saturating_sub(5), 0);
}

#[test]
fun converts_only_what_fits() {
    assert_eq!(255u64.try_as_u8(), option::some(255));
    assert_eq!(256u64.try_as_u8(), option::none());
    assert_eq!(0xFFFF_FFFFu64.try_as_u32(), option::some(0xFFFF_FFFF));
    assert_eq!(0x1_0000_0000u64.try_as_u32(), option::none());
    assert_eq!((MAX_U64 as u128).try_as_u64(), option::some(MAX_U64));
    assert_eq!((MAX_U64 as u128 + 1).try_as_u64(), option::none());
    assert_eq!((MAX_U128 as u256 + 1).try_as_u128(), option::none());
}

#[test]
fun prints_decimal_digits() {
    assert_eq!(0u64.to_string(), b"0".to_string());
    assert_eq!(MAX_U64.to_string(), b"18446744073709551615".to_string());
    assert_eq!(MAX_U128.to_string(), b"340282366920938463463374607431768211455".to_string());
}
