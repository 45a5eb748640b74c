/// Unsigned numbers with 32 bits before the binary point and 32 after it. Results are rounded down.
module std::uq32_32;

use std::macros;

#[error]
const EDenominator: vector<u8> = b"The denominator is zero.";
#[error]
const EQuotientTooSmall: vector<u8> = b"The quotient is too small to be told from zero.";
#[error]
const EQuotientTooLarge: vector<u8> = b"The quotient is 2^32 or more.";
#[error]
const EOverflow: vector<u8> = b"The result is out of range.";
#[error]
const EDivisionByZero: vector<u8> = b"The divisor is zero.";

const TOTAL_BITS: u8 = 64;
const FRACTIONAL_BITS: u8 = 32;

/// The number times 2^32.
public struct UQ32_32(u64) has copy, drop, store;

/// `numerator / denominator`; aborts if the denominator is zero, from 2^32 on, and below 2^-32 but for zero itself.
public fun from_quotient(numerator: u64, denominator: u64): UQ32_32 {
    UQ32_32(
        macros::uq_from_quotient!<u64, u128>(
            numerator,
            denominator,
            std::u64::max_value!(),
            TOTAL_BITS,
            FRACTIONAL_BITS,
            abort EDenominator,
            abort EQuotientTooSmall,
            abort EQuotientTooLarge,
        ),
    )
}

public fun from_int(integer: u32): UQ32_32 {
    UQ32_32(macros::uq_from_int!<u32, u64>(integer, FRACTIONAL_BITS))
}

/// The number of `raw / 2^32`.
public fun from_raw(raw_value: u64): UQ32_32 {
    UQ32_32(raw_value)
}

/// The number times 2^32.
public fun to_raw(a: UQ32_32): u64 {
    a.0
}

/// What stands before the point.
public fun to_int(a: UQ32_32): u32 {
    macros::uq_to_int!<u32, u64>(a.0, FRACTIONAL_BITS)
}

public fun add(a: UQ32_32, b: UQ32_32): UQ32_32 {
    UQ32_32(macros::uq_add!<u64, u128>(a.0, b.0, std::u64::max_value!(), abort EOverflow))
}

/// `a - b`; aborts below zero.
public fun sub(a: UQ32_32, b: UQ32_32): UQ32_32 {
    UQ32_32(macros::uq_sub!<u64>(a.0, b.0, abort EOverflow))
}

public fun mul(a: UQ32_32, b: UQ32_32): UQ32_32 {
    UQ32_32(int_mul(a.0, b))
}

public fun div(a: UQ32_32, b: UQ32_32): UQ32_32 {
    UQ32_32(int_div(a.0, b))
}

/// An integer times a number, as an integer.
public fun int_mul(val: u64, multiplier: UQ32_32): u64 {
    macros::uq_int_mul!<u64, u128>(val, multiplier.0, std::u64::max_value!(), FRACTIONAL_BITS, abort EOverflow)
}

/// An integer divided by a number, as an integer.
public fun int_div(val: u64, divisor: UQ32_32): u64 {
    macros::uq_int_div!<u64, u128>(val, divisor.0, std::u64::max_value!(), FRACTIONAL_BITS, abort EDivisionByZero, abort EOverflow)
}

/// `a <= b`
public fun le(a: UQ32_32, b: UQ32_32): bool {
    a.0 <= b.0
}

/// `a < b`
public fun lt(a: UQ32_32, b: UQ32_32): bool {
    a.0 < b.0
}

/// `a >= b`
public fun ge(a: UQ32_32, b: UQ32_32): bool {
    a.0 >= b.0
}

/// `a > b`
public fun gt(a: UQ32_32, b: UQ32_32): bool {
    a.0 > b.0
}
