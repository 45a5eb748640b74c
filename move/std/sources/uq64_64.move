/// Unsigned numbers with 64 bits before the binary point and 64 after it. Results are rounded down.
module std::uq64_64;

use std::macros;

#[error]
const EDenominator: vector<u8> = b"The denominator is zero.";
#[error]
const EQuotientTooSmall: vector<u8> = b"The quotient is too small to be told from zero.";
#[error]
const EQuotientTooLarge: vector<u8> = b"The quotient is 2^64 or more.";
#[error]
const EOverflow: vector<u8> = b"The result is out of range.";
#[error]
const EDivisionByZero: vector<u8> = b"The divisor is zero.";

const TOTAL_BITS: u8 = 128;
const FRACTIONAL_BITS: u8 = 64;

/// The number times 2^64.
public struct UQ64_64(u128) has copy, drop, store;

/// `numerator / denominator`; aborts if the denominator is zero, from 2^64 on, and below 2^-64 but for zero itself.
public fun from_quotient(numerator: u128, denominator: u128): UQ64_64 {
    UQ64_64(
        macros::uq_from_quotient!<u128, u256>(
            numerator,
            denominator,
            std::u128::max_value!(),
            TOTAL_BITS,
            FRACTIONAL_BITS,
            abort EDenominator,
            abort EQuotientTooSmall,
            abort EQuotientTooLarge,
        ),
    )
}

public fun from_int(integer: u64): UQ64_64 {
    UQ64_64(macros::uq_from_int!<u64, u128>(integer, FRACTIONAL_BITS))
}

/// The number of `raw / 2^64`.
public fun from_raw(raw_value: u128): UQ64_64 {
    UQ64_64(raw_value)
}

/// The number times 2^64.
public fun to_raw(a: UQ64_64): u128 {
    a.0
}

/// What stands before the point.
public fun to_int(a: UQ64_64): u64 {
    macros::uq_to_int!<u64, u128>(a.0, FRACTIONAL_BITS)
}

public fun add(a: UQ64_64, b: UQ64_64): UQ64_64 {
    UQ64_64(macros::uq_add!<u128, u256>(a.0, b.0, std::u128::max_value!(), abort EOverflow))
}

/// `a - b`; aborts below zero.
public fun sub(a: UQ64_64, b: UQ64_64): UQ64_64 {
    UQ64_64(macros::uq_sub!<u128>(a.0, b.0, abort EOverflow))
}

public fun mul(a: UQ64_64, b: UQ64_64): UQ64_64 {
    UQ64_64(int_mul(a.0, b))
}

public fun div(a: UQ64_64, b: UQ64_64): UQ64_64 {
    UQ64_64(int_div(a.0, b))
}

/// An integer times a number, as an integer.
public fun int_mul(val: u128, multiplier: UQ64_64): u128 {
    macros::uq_int_mul!<u128, u256>(val, multiplier.0, std::u128::max_value!(), FRACTIONAL_BITS, abort EOverflow)
}

/// An integer divided by a number, as an integer.
public fun int_div(val: u128, divisor: UQ64_64): u128 {
    macros::uq_int_div!<u128, u256>(val, divisor.0, std::u128::max_value!(), FRACTIONAL_BITS, abort EDivisionByZero, abort EOverflow)
}

/// `a <= b`
public fun le(a: UQ64_64, b: UQ64_64): bool {
    a.0 <= b.0
}

/// `a < b`
public fun lt(a: UQ64_64, b: UQ64_64): bool {
    a.0 < b.0
}

/// `a >= b`
public fun ge(a: UQ64_64, b: UQ64_64): bool {
    a.0 >= b.0
}

/// `a > b`
public fun gt(a: UQ64_64, b: UQ64_64): bool {
    a.0 > b.0
}
