/// Mathematics of `u256`.
#[defines_primitive(u256)]
module std::u256;

use std::integer;
use std::string::String;

#[error]
const EDivisionByZero: vector<u8> = b"A number was divided by zero.";

const MAX: u256 = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF;

/// The largest value.
public fun max_value(): u256 {
    MAX
}

public fun max(x: u256, y: u256): u256 {
    integer::max!(x, y)
}

public fun min(x: u256, y: u256): u256 {
    integer::min!(x, y)
}

/// The distance between two numbers.
public fun diff(x: u256, y: u256): u256 {
    integer::diff!(x, y)
}

/// `x / y`, rounded up.
public fun divide_and_round_up(x: u256, y: u256): u256 {
    assert!(y != 0, EDivisionByZero);
    integer::divide_and_round_up!(x, y)
}

/// `base` to the power of `exponent`; aborts beyond the largest value.
public fun pow(base: u256, exponent: u8): u256 {
    integer::pow!(base, exponent)
}

/// The largest number whose square is not above `x`.
public fun sqrt(x: u256): u256 {
    integer::sqrt!(x, 128)
}

/// `x + y`, absent beyond the largest value.
public fun checked_add(x: u256, y: u256): Option<u256> {
    if (y > MAX - x) option::none() else option::some(x + y)
}

/// `x - y`, absent below zero.
public fun checked_sub(x: u256, y: u256): Option<u256> {
    if (y > x) option::none() else option::some(x - y)
}

/// `x * y`, absent beyond the largest value.
public fun checked_mul(x: u256, y: u256): Option<u256> {
    if (x != 0 && y > MAX / x) option::none() else option::some(x * y)
}

/// `x + y`, or the largest value if the sum is beyond it.
public fun saturating_add(x: u256, y: u256): u256 {
    if (y > MAX - x) MAX else x + y
}

/// `x - y`, or zero if the difference is below it.
public fun saturating_sub(x: u256, y: u256): u256 {
    if (y > x) 0 else x - y
}

/// The same number as a `u8`, absent if it does not fit.
public fun try_as_u8(x: u256): Option<u8> {
    if (x > 0xFF) option::none() else option::some(x as u8)
}

/// The same number as a `u16`, absent if it does not fit.
public fun try_as_u16(x: u256): Option<u16> {
    if (x > 0xFFFF) option::none() else option::some(x as u16)
}

/// The same number as a `u32`, absent if it does not fit.
public fun try_as_u32(x: u256): Option<u32> {
    if (x > 0xFFFFFFFF) option::none() else option::some(x as u32)
}

/// The same number as a `u64`, absent if it does not fit.
public fun try_as_u64(x: u256): Option<u64> {
    if (x > 0xFFFFFFFFFFFFFFFF) option::none() else option::some(x as u64)
}

/// The same number as a `u128`, absent if it does not fit.
public fun try_as_u128(x: u256): Option<u128> {
    if (x > 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF) option::none() else option::some(x as u128)
}

/// The decimal digits.
public fun to_string(x: u256): String {
    integer::to_string!(x)
}
