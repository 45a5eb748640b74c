#[test_only]
module std::integer_tests;

use std::unit_test::{assert_eq, assert_le, assert_lt};

const MAX_U64: u64 = 0xFFFF_FFFF_FFFF_FFFF;
const MAX_U128: u128 = 0xFFFF_FFFF_FFFF_FFFF_FFFF_FFFF_FFFF_FFFF;

fun never() { abort }

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
    assert_eq!(7u64.mul_div_ceil(3, 2), 11);
    assert_eq!(8u64.mul_div_ceil(3, 2), 12);
    assert_eq!(200u8.mul_div(200, 200), 200);
}

#[test]
fun multiplies_before_it_divides_with_512_bits() {
    let max = std::u256::max_value!();
    assert_eq!(max.mul_div(max, max), max);
    assert_eq!(max.mul_div(2, 3), 0xAAAA_AAAA_AAAA_AAAA_AAAA_AAAA_AAAA_AAAA_AAAA_AAAA_AAAA_AAAA_AAAA_AAAA_AAAA_AAAA);
    assert_eq!(7u256.mul_div(3, 2), 10);
    assert_eq!(7u256.mul_div_ceil(3, 2), 11);
    assert_eq!(8u256.mul_div_ceil(3, 2), 12);
    assert_eq!(max.mul_div_ceil(1, 1), max);
    assert_eq!(0u256.mul_div_ceil(max, 1), 0);
    assert_eq!(std::u128::max_value!().mul_div(3, 4), 0xBFFF_FFFF_FFFF_FFFF_FFFF_FFFF_FFFF_FFFF);
    assert_eq!(std::u128::max_value!().mul_div_ceil(3, 4), 0xC000_0000_0000_0000_0000_0000_0000_0000);
}

#[test, expected_failure(arithmetic_error, location = std::u256)]
fun faults_on_a_u256_quotient_that_does_not_fit() {
    std::u256::max_value!().mul_div(3, 2);
}

#[test, expected_failure(arithmetic_error, location = std::u256)]
fun faults_on_rounding_up_beyond_a_u256() {
    (1u256 << 255).mul_div_ceil(std::u256::max_value!(), (1 << 255) - 1);
}

#[test, expected_failure(arithmetic_error, location = std::u256)]
fun faults_on_dividing_a_u256_by_zero() {
    1u256.mul_div_ceil(1, 0);
}

#[test, expected_failure(arithmetic_error, location = std::u64)]
fun faults_on_a_quotient_that_does_not_fit() {
    MAX_U64.mul_div(2, 1);
}

#[test, expected_failure(arithmetic_error, location = std::u64)]
fun faults_on_dividing_by_zero() {
    1u64.mul_div(1, 0);
}

#[test, expected_failure(arithmetic_error, location = std::u8)]
fun faults_on_rounding_up_a_division_by_zero() {
    1u8.divide_and_round_up(0);
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
    assert_eq!(7u64.checked_div(2), option::some(3));
    assert_eq!(7u64.checked_div(0), option::none());
    assert_eq!(6u64.lossless_div(2), option::some(3));
    assert_eq!(7u64.lossless_div(2), option::none());
    assert_eq!(7u64.lossless_div(0), option::none());
}

#[test]
fun shifts_only_what_is_meant() {
    assert_eq!(1u8.checked_shl(7), option::some(128));
    assert_eq!(3u8.checked_shl(7), option::some(128));
    assert_eq!(1u8.checked_shl(8), option::none());
    assert_eq!(129u8.checked_shr(7), option::some(1));
    assert_eq!(129u8.checked_shr(8), option::none());
    assert_eq!(1u64.lossless_shl(63), option::some(1 << 63));
    assert_eq!(3u64.lossless_shl(63), option::none());
    assert_eq!(0u64.lossless_shl(64), option::none());
    assert_eq!(4u16.lossless_shr(2), option::some(1));
    assert_eq!(6u16.lossless_shr(2), option::none());
    assert_eq!(0u16.lossless_shr(16), option::none());
    assert_eq!(1u256.lossless_shl(255), option::some(1 << 255));
    assert_eq!(3u256.lossless_shl(255), option::none());
    assert_eq!((1u256 << 255).lossless_shr(255), option::some(1));
    assert_eq!(3u256.lossless_shr(1), option::none());
}

#[test]
fun counts_through_ranges() {
    let mut seen = vector[];
    3u8.do!(|i| seen.push_back(i));
    2u8.do_eq!(|i| seen.push_back(i));
    std::u8::range_do!(5, 7, |i| seen.push_back(i));
    std::u8::range_do_eq!(254, 255, |i| seen.push_back(i));
    assert_eq!(seen, vector[0, 1, 2, 0, 1, 2, 5, 6, 254, 255]);
    0u64.do!(|_| never());
    std::u64::range_do!(7, 5, |_| never());
    std::u64::range_do!(5, 5, |_| never());
    std::u64::range_do_eq!(7, 5, |_| never());
    let mut count = 0u64;
    std::u256::range_do_eq!(std::u256::max_value!(), std::u256::max_value!(), |_| count = count + 1);
    std::u32::max_value!().max(0).min(3).do!(|i| count = count + (i as u64));
    assert_eq!(count, 4);
}

/// The same for every width: `$max` is its largest value, `$half` 2 to the power of half its bits.
macro fun check_width<$T>($max: $T, $half: $T) {
    let max = $max;
    let half = $half;
    let cases: vector<$T> = vector[0, 1, 2, 3, 10, 11, 99, 100, half - 1, half, half + 1, max / 2, max / 2 + 1, max - 1, max];
    assert_eq!(max.bitwise_not(), 0);
    cases.do!(|x| {
        assert_eq!(x.bitwise_not(), max - x);
        assert_eq!(x.pow(0), 1);
        assert_eq!(x.pow(1), x);
        let root = x.sqrt();
        assert!(root * root <= x);
        assert!(root + 1 == half || (root + 1) * (root + 1) > x);
        cases.do!(|y| {
            assert_eq!(x.max(y), if (x > y) x else y);
            assert_eq!(x.min(y), if (x > y) y else x);
            assert_eq!(x.diff(y), x.max(y) - x.min(y));
            assert_eq!(x.checked_sub(y).is_some(), x >= y);
            assert_eq!(x.saturating_sub(y), x.checked_sub(y).destroy_or!(0));
            assert_eq!(x.checked_add(y).is_some(), x <= max - y);
            assert_eq!(x.saturating_add(y), x.checked_add(y).destroy_or!(max));
            assert_eq!(x.saturating_mul(y), x.checked_mul(y).destroy_or!(max));
            assert_eq!(x.checked_mul(y).is_some(), y == 0 || x <= max / y);
            assert_eq!(x.checked_div(y).is_some(), y != 0);
            if (y != 0) {
                assert_eq!(x.divide_and_round_up(y), x / y + (x % y).min(1));
                assert_eq!(x.lossless_div(y).is_some(), x % y == 0);
                assert_eq!(x.mul_div(y, y), x);
                assert_eq!(x.mul_div_ceil(y, y), x);
            }
        })
    })
}

#[test]
fun u8_keeps_the_rules() {
    check_width!<u8>(std::u8::max_value!(), 1 << 4);
}

#[test]
fun u16_keeps_the_rules() {
    check_width!<u16>(std::u16::max_value!(), 1 << 8);
}

#[test]
fun u32_keeps_the_rules() {
    check_width!<u32>(std::u32::max_value!(), 1 << 16);
}

#[test]
fun u64_keeps_the_rules() {
    check_width!<u64>(std::u64::max_value!(), 1 << 32);
}

#[test]
fun u128_keeps_the_rules() {
    check_width!<u128>(std::u128::max_value!(), 1 << 64);
}

#[test]
fun u256_keeps_the_rules() {
    check_width!<u256>(std::u256::max_value!(), 1 << 128);
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
    assert_eq!(255u8.to_string(), b"255".to_string());
    assert_eq!((1u256 << 255).to_string(), b"57896044618658097711785492504343953926634992332820282019728792003956564819968".to_string());
}

#[test]
fun assertions_of_order() {
    assert_lt!(1u8, 2);
    assert_le!(2u64, 2);
    assert_le!(0u256, std::u256::max_value!());
}
