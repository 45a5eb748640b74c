/// Bits and numbers with a fixed point.
#[test_only]
module std::number_tests;

use std::bit_vector;
use std::fixed_point32;
use std::unit_test::assert_eq;
use std::uq32_32;
use std::uq64_64;

const MAX_U64: u64 = 0xFFFF_FFFF_FFFF_FFFF;

#[test]
fun sets_and_unsets_bits() {
    let mut bits = bit_vector::new(1023);
    assert_eq!(bits.length(), 1023);
    bits.set(0);
    bits.set(1022);
    bits.set(1022);
    assert!(bits.is_index_set(0) && !bits.is_index_set(1) && bits.is_index_set(1022));
    bits.unset(0);
    bits.unset(0);
    assert!(!bits.is_index_set(0));
    assert_eq!(bit_vector::new(bit_vector::word_size()).length(), 1);
}

#[test]
fun shifts_bits_down() {
    let mut bits = bit_vector::new(100);
    bits.set(40);
    bits.set(99);
    bits.shift_left(0);
    assert!(bits.is_index_set(40) && bits.is_index_set(99));
    bits.shift_left(40);
    assert!(bits.is_index_set(0) && bits.is_index_set(59) && !bits.is_index_set(40) && !bits.is_index_set(99));
    bits.shift_left(1);
    assert!(!bits.is_index_set(0) && bits.is_index_set(58));
    bits.shift_left(100);
    assert_eq!(bits, bit_vector::new(100));
    bits.set(99);
    bits.shift_left(MAX_U64);
    assert_eq!(bits, bit_vector::new(100));
}

#[test]
fun finds_sequences_of_bits() {
    let mut bits = bit_vector::new(100);
    assert_eq!(bits.longest_set_sequence_starting_at(0), 0);
    20u64.do!(|i| bits.set(i));
    std::u64::range_do!(21, 100, |i| bits.set(i));
    assert_eq!(bits.longest_set_sequence_starting_at(0), 20);
    assert_eq!(bits.longest_set_sequence_starting_at(20), 0);
    assert_eq!(bits.longest_set_sequence_starting_at(21), 79);
    assert_eq!(bits.longest_set_sequence_starting_at(99), 1);
}

#[test, expected_failure(abort_code = std::bit_vector::ELENGTH)]
fun refuses_no_bits() {
    bit_vector::new(0);
}

#[test, expected_failure(abort_code = std::bit_vector::ELENGTH)]
fun refuses_1024_bits() {
    bit_vector::new(1024);
}

#[test, expected_failure(abort_code = std::bit_vector::EINDEX)]
fun refuses_to_set_beyond_the_end() {
    bit_vector::new(1).set(1);
}

#[test, expected_failure(abort_code = std::bit_vector::EINDEX)]
fun refuses_to_unset_beyond_the_end() {
    bit_vector::new(1).unset(1);
}

#[test, expected_failure(abort_code = std::bit_vector::EINDEX)]
fun refuses_to_read_beyond_the_end() {
    bit_vector::new(1).is_index_set(1);
}

#[test, expected_failure(abort_code = std::bit_vector::EINDEX)]
fun refuses_a_sequence_beyond_the_end() {
    bit_vector::new(1).longest_set_sequence_starting_at(1);
}

// === fixed_point32 ===

#[test]
fun multiplies_and_divides_by_fixed_points() {
    let three_quarters = fixed_point32::create_from_rational(3, 4);
    assert_eq!(fixed_point32::multiply_u64(12, three_quarters), 9);
    assert_eq!(fixed_point32::divide_u64(9, three_quarters), 12);
    let third = fixed_point32::create_from_rational(1, 3);
    assert_eq!(fixed_point32::multiply_u64(9, third), 2);
    let more = fixed_point32::create_from_raw_value(third.get_raw_value() + 1);
    assert_eq!(fixed_point32::multiply_u64(9, more), 3);
    assert_eq!(fixed_point32::create_from_rational(MAX_U64, MAX_U64).get_raw_value(), 1 << 32);
    assert!(fixed_point32::create_from_rational(0, 1).is_zero() && !third.is_zero());
}

#[test, expected_failure(abort_code = std::fixed_point32::EDENOMINATOR)]
fun refuses_a_denominator_of_zero() {
    fixed_point32::create_from_rational(2, 0);
}

#[test, expected_failure(abort_code = std::fixed_point32::ERATIO_OUT_OF_RANGE)]
fun refuses_a_ratio_of_2_to_the_32() {
    fixed_point32::create_from_rational(1 << 32, 1);
}

#[test, expected_failure(abort_code = std::fixed_point32::ERATIO_OUT_OF_RANGE)]
fun refuses_a_ratio_too_small() {
    fixed_point32::create_from_rational(1, (1 << 32) + 1);
}

#[test, expected_failure(abort_code = std::fixed_point32::EDIVISION_BY_ZERO)]
fun refuses_to_divide_by_a_fixed_zero() {
    fixed_point32::divide_u64(1, fixed_point32::create_from_raw_value(0));
}

#[test, expected_failure(abort_code = std::fixed_point32::EDIVISION)]
fun refuses_a_quotient_too_large() {
    fixed_point32::divide_u64(1 << 32, fixed_point32::create_from_raw_value(1));
}

#[test, expected_failure(abort_code = std::fixed_point32::EMULTIPLICATION)]
fun refuses_a_product_too_large() {
    fixed_point32::multiply_u64(MAX_U64, fixed_point32::create_from_rational(3, 2));
}

// === uq32_32 ===

#[test]
fun calculates_with_32_bits_after_the_point() {
    let half = uq32_32::from_quotient(1, 2);
    let three = uq32_32::from_int(3);
    assert_eq!(three.add(half), uq32_32::from_quotient(7, 2));
    assert_eq!(three.sub(half), uq32_32::from_quotient(5, 2));
    assert_eq!(three.mul(half), uq32_32::from_quotient(3, 2));
    assert_eq!(three.div(half), uq32_32::from_int(6));
    assert_eq!(three.mul(half).to_int(), 1);
    assert_eq!(half.to_raw(), 1 << 31);
    assert_eq!(uq32_32::from_raw(1).to_raw(), 1);
    assert_eq!(uq32_32::from_int(std::u32::max_value!()).to_int(), std::u32::max_value!());
    assert_eq!(uq32_32::int_mul(9, uq32_32::from_quotient(1, 3)), 2);
    assert_eq!(uq32_32::int_div(9, uq32_32::from_quotient(3, 4)), 12);
    assert_eq!(uq32_32::from_raw(MAX_U64).sub(uq32_32::from_raw(MAX_U64)).to_raw(), 0);
    assert!(half.lt(three) && half.le(three) && half.le(half) && three.gt(half) && three.ge(half) && half.ge(half));
    assert!(!half.lt(half) && !half.gt(half) && !three.le(half) && !half.ge(three));
}

#[test, expected_failure(abort_code = std::uq32_32::EDenominator)]
fun refuses_a_denominator_of_zero_in_32_bits() {
    uq32_32::from_quotient(0, 0);
}

#[test, expected_failure(abort_code = std::uq32_32::EQuotientTooSmall)]
fun refuses_a_quotient_too_small_for_32_bits() {
    uq32_32::from_quotient(1, (1 << 32) + 1);
}

#[test, expected_failure(abort_code = std::uq32_32::EQuotientTooLarge)]
fun refuses_a_quotient_too_large_for_32_bits() {
    uq32_32::from_quotient(1 << 32, 1);
}

#[test, expected_failure(abort_code = std::uq32_32::EOverflow)]
fun refuses_a_sum_beyond_32_bits() {
    uq32_32::from_raw(MAX_U64).add(uq32_32::from_raw(1));
}

#[test, expected_failure(abort_code = std::uq32_32::EOverflow)]
fun refuses_a_difference_below_zero() {
    uq32_32::from_int(1).sub(uq32_32::from_int(2));
}

#[test, expected_failure(abort_code = std::uq32_32::EOverflow)]
fun refuses_a_product_beyond_32_bits() {
    uq32_32::from_int(1 << 16).mul(uq32_32::from_int(1 << 16));
}

#[test, expected_failure(abort_code = std::uq32_32::EOverflow)]
fun refuses_a_quotient_beyond_32_bits() {
    uq32_32::from_int(1 << 31).div(uq32_32::from_quotient(1, 2));
}

#[test, expected_failure(abort_code = std::uq32_32::EDivisionByZero)]
fun refuses_to_divide_by_zero_in_32_bits() {
    uq32_32::from_int(1).div(uq32_32::from_int(0));
}

// === uq64_64 ===

#[test]
fun calculates_with_64_bits_after_the_point() {
    let half = uq64_64::from_quotient(1, 2);
    let three = uq64_64::from_int(3);
    assert_eq!(three.add(half), uq64_64::from_quotient(7, 2));
    assert_eq!(three.sub(half), uq64_64::from_quotient(5, 2));
    assert_eq!(three.mul(half), uq64_64::from_quotient(3, 2));
    assert_eq!(three.div(half), uq64_64::from_int(6));
    assert_eq!(three.mul(half).to_int(), 1);
    assert_eq!(half.to_raw(), 1 << 63);
    assert_eq!(uq64_64::from_int(MAX_U64).to_int(), MAX_U64);
    assert_eq!(uq64_64::from_quotient(std::u128::max_value!(), std::u128::max_value!()), uq64_64::from_int(1));
    assert_eq!(uq64_64::int_mul(9, uq64_64::from_quotient(1, 3)), 2);
    assert_eq!(uq64_64::int_div(9, uq64_64::from_quotient(3, 4)), 12);
    assert!(half.lt(three) && half.le(half) && three.gt(half) && half.ge(half) && !half.lt(half) && !half.gt(half));
}

#[test, expected_failure(abort_code = std::uq64_64::EDenominator)]
fun refuses_a_denominator_of_zero_in_64_bits() {
    uq64_64::from_quotient(1, 0);
}

#[test, expected_failure(abort_code = std::uq64_64::EQuotientTooSmall)]
fun refuses_a_quotient_too_small_for_64_bits() {
    uq64_64::from_quotient(1, (1 << 64) + 1);
}

#[test, expected_failure(abort_code = std::uq64_64::EQuotientTooLarge)]
fun refuses_a_quotient_too_large_for_64_bits() {
    uq64_64::from_quotient(1 << 64, 1);
}

#[test, expected_failure(abort_code = std::uq64_64::EOverflow)]
fun refuses_a_sum_beyond_64_bits() {
    uq64_64::from_raw(std::u128::max_value!()).add(uq64_64::from_raw(1));
}

#[test, expected_failure(abort_code = std::uq64_64::EOverflow)]
fun refuses_a_product_beyond_64_bits() {
    uq64_64::int_mul(std::u128::max_value!(), uq64_64::from_quotient(3, 2));
}

#[test, expected_failure(abort_code = std::uq64_64::EOverflow)]
fun refuses_a_quotient_beyond_64_bits() {
    uq64_64::int_div(1 << 64, uq64_64::from_raw(1));
}

#[test, expected_failure(abort_code = std::uq64_64::EDivisionByZero)]
fun refuses_to_divide_by_zero_in_64_bits() {
    uq64_64::int_div(1, uq64_64::from_raw(0));
}

// === The macros that they stand on, with 16 bits after the point ===

use fun fraction as u32.per;

const ENoDenominator: u64 = 1;
const ETooSmall: u64 = 2;
const ETooLarge: u64 = 3;
const EOutOfRange: u64 = 4;
const ENoDivisor: u64 = 5;

fun fraction(numerator: u32, denominator: u32): u32 {
    let max = std::u32::max_value!();
    std::macros::uq_from_quotient!<u32, u64>(numerator, denominator, max, 32, 16, abort ENoDenominator, abort ETooSmall, abort ETooLarge)
}

#[test]
fun calculates_with_16_bits_after_the_point() {
    let max = std::u32::max_value!();
    assert_eq!(3u32.per(4), 0xC000);
    assert_eq!(0u32.per(7), 0);
    assert_eq!(std::macros::uq_from_int!<u16, u32>(3, 16), 0x3_0000);
    assert_eq!(std::macros::uq_to_int!<u16, u32>(0x3_FFFF, 16), 3);
    assert_eq!(std::macros::uq_add!<u32, u64>(max - 1, 1, max, abort EOutOfRange), max);
    assert_eq!(std::macros::uq_sub!<u32>(5, 5, abort EOutOfRange), 0);
    assert_eq!(std::macros::uq_int_mul!<u32, u64>(9, 0xC000, max, 16, abort EOutOfRange), 6);
    assert_eq!(std::macros::uq_int_div!<u32, u64>(9, 0xC000, max, 16, abort ENoDivisor, abort EOutOfRange), 12);
}

#[test, expected_failure(abort_code = ENoDenominator)]
fun evaluates_what_is_said_for_a_denominator_of_zero() {
    1u32.per(0);
}

#[test, expected_failure(abort_code = ETooSmall)]
fun evaluates_what_is_said_for_a_quotient_too_small() {
    1u32.per(0x1_0001);
}

#[test, expected_failure(abort_code = ETooLarge)]
fun evaluates_what_is_said_for_a_quotient_too_large() {
    0x1_0000u32.per(1);
}

#[test, expected_failure(abort_code = EOutOfRange)]
fun evaluates_what_is_said_for_a_sum_too_large() {
    let max = std::u32::max_value!();
    std::macros::uq_add!<u32, u64>(max, 1, max, abort EOutOfRange);
}

#[test, expected_failure(abort_code = EOutOfRange)]
fun evaluates_what_is_said_for_a_difference_below_zero() {
    std::macros::uq_sub!<u32>(4, 5, abort EOutOfRange);
}

#[test, expected_failure(abort_code = EOutOfRange)]
fun evaluates_what_is_said_for_a_product_too_large() {
    let max = std::u32::max_value!();
    std::macros::uq_int_mul!<u32, u64>(max, 0x1_0001, max, 16, abort EOutOfRange);
}

#[test, expected_failure(abort_code = ENoDivisor)]
fun evaluates_what_is_said_for_a_divisor_of_zero() {
    let max = std::u32::max_value!();
    std::macros::uq_int_div!<u32, u64>(1, 0, max, 16, abort ENoDivisor, abort EOutOfRange);
}

#[test]
fun macros_of_integers_take_what_they_take_in_moves_own_library() {
    assert_eq!(std::macros::num_sqrt!<u64, u128>(99, 64), 9);
    assert_eq!(std::macros::num_sqrt!<u8, u16>(255, 8), 15);
    assert_eq!(std::macros::num_pow!(3u16, 4), 81);
    assert_eq!(std::macros::num_to_string!(120u32), b"120".to_string());
    assert_eq!(std::macros::try_as_u8!(256u128), option::none());
}
