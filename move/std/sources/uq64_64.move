/// Unsigned numbers with 64 bits before the binary point and 64 after it. Results are rounded down.
module std::uq64_64;

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

/// The number times 2^64.
public struct UQ64_64(u128) has copy, drop, store;

/// `numerator / denominator`; aborts if the denominator is zero, from 2^64 on, and below 2^-64 but for zero itself.
public fun from_quotient(numerator: u128, denominator: u128): UQ64_64 {
    assert!(denominator != 0, EDenominator);
    let quotient = ((numerator as u256) << 64) / (denominator as u256);
    assert!(quotient != 0 || numerator == 0, EQuotientTooSmall);
    assert!(quotient <= (std::u128::max_value!() as u256), EQuotientTooLarge);
    UQ64_64(quotient as u128)
}

public fun from_int(integer: u64): UQ64_64 {
    UQ64_64((integer as u128) << 64)
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
    (a.0 >> 64) as u64
}

public fun add(a: UQ64_64, b: UQ64_64): UQ64_64 {
    assert!(b.0 <= std::u128::max_value!() - a.0, EOverflow);
    UQ64_64(a.0 + b.0)
}

/// `a - b`; aborts below zero.
public fun sub(a: UQ64_64, b: UQ64_64): UQ64_64 {
    assert!(b.0 <= a.0, EOverflow);
    UQ64_64(a.0 - b.0)
}

public fun mul(a: UQ64_64, b: UQ64_64): UQ64_64 {
    UQ64_64(int_mul(a.0, b))
}

public fun div(a: UQ64_64, b: UQ64_64): UQ64_64 {
    UQ64_64(int_div(a.0, b))
}

/// An integer times a number, as an integer.
public fun int_mul(val: u128, multiplier: UQ64_64): u128 {
    let product = ((val as u256) * (multiplier.0 as u256)) >> 64;
    assert!(product <= (std::u128::max_value!() as u256), EOverflow);
    product as u128
}

/// An integer divided by a number, as an integer.
public fun int_div(val: u128, divisor: UQ64_64): u128 {
    assert!(divisor.0 != 0, EDivisionByZero);
    let quotient = ((val as u256) << 64) / (divisor.0 as u256);
    assert!(quotient <= (std::u128::max_value!() as u256), EOverflow);
    quotient as u128
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
