/// Unsigned numbers with 32 bits before the binary point and 32 after it. Results are rounded down.
module std::uq32_32;

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

/// The number times 2^32.
public struct UQ32_32(u64) has copy, drop, store;

/// `numerator / denominator`; aborts if the denominator is zero, from 2^32 on, and below 2^-32 but for zero itself.
public fun from_quotient(numerator: u64, denominator: u64): UQ32_32 {
    assert!(denominator != 0, EDenominator);
    let quotient = ((numerator as u128) << 32) / (denominator as u128);
    assert!(quotient != 0 || numerator == 0, EQuotientTooSmall);
    assert!(quotient <= (std::u64::max_value!() as u128), EQuotientTooLarge);
    UQ32_32(quotient as u64)
}

public fun from_int(integer: u32): UQ32_32 {
    UQ32_32((integer as u64) << 32)
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
    (a.0 >> 32) as u32
}

public fun add(a: UQ32_32, b: UQ32_32): UQ32_32 {
    assert!(b.0 <= std::u64::max_value!() - a.0, EOverflow);
    UQ32_32(a.0 + b.0)
}

/// `a - b`; aborts below zero.
public fun sub(a: UQ32_32, b: UQ32_32): UQ32_32 {
    assert!(b.0 <= a.0, EOverflow);
    UQ32_32(a.0 - b.0)
}

public fun mul(a: UQ32_32, b: UQ32_32): UQ32_32 {
    UQ32_32(int_mul(a.0, b))
}

public fun div(a: UQ32_32, b: UQ32_32): UQ32_32 {
    UQ32_32(int_div(a.0, b))
}

/// An integer times a number, as an integer.
public fun int_mul(val: u64, multiplier: UQ32_32): u64 {
    let product = ((val as u128) * (multiplier.0 as u128)) >> 32;
    assert!(product <= (std::u64::max_value!() as u128), EOverflow);
    product as u64
}

/// An integer divided by a number, as an integer.
public fun int_div(val: u64, divisor: UQ32_32): u64 {
    assert!(divisor.0 != 0, EDivisionByZero);
    let quotient = ((val as u128) << 32) / (divisor.0 as u128);
    assert!(quotient <= (std::u64::max_value!() as u128), EOverflow);
    quotient as u64
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
