/// Mathematics of `u128`.
#[defines_primitive(u128)]
module std::u128;

use std::integer;
use std::string::String;

#[error]
const EDivisionByZero: vector<u8> = b"A number was divided by zero.";
#[error]
const EOverflow: vector<u8> = b"The result is beyond the largest u128.";

const MAX: u128 = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF;

/// The largest value.
public fun max_value(): u128 {
    MAX
}

public fun max(x: u128, y: u128): u128 {
    integer::max!(x, y)
}

public fun min(x: u128, y: u128): u128 {
    integer::min!(x, y)
}

/// The distance between two numbers.
public fun diff(x: u128, y: u128): u128 {
    integer::diff!(x, y)
}

/// `x / y`, rounded up.
public fun divide_and_round_up(x: u128, y: u128): u128 {
    assert!(y != 0, EDivisionByZero);
    integer::divide_and_round_up!(x, y)
}

/// `base` to the power of `exponent`; aborts beyond the largest value.
public fun pow(base: u128, exponent: u8): u128 {
    integer::pow!(base, exponent)
}

/// The largest number whose square is not above `x`.
public fun sqrt(x: u128): u128 {
    integer::sqrt!(x, 64)
}

/// `x * y / z` rounded down, with all digits in between.
public fun mul_div(x: u128, y: u128, z: u128): u128 {
    assert!(z != 0, EDivisionByZero);
    let result = (x as u256) * (y as u256) / (z as u256);
    assert!(result <= (MAX as u256), EOverflow);
    result as u128
}

/// `x * y / z` rounded up, with all digits in between.
public fun mul_div_round_up(x: u128, y: u128, z: u128): u128 {
    assert!(z != 0, EDivisionByZero);
    let product = (x as u256) * (y as u256);
    let divisor = z as u256;
    let result = product / divisor + if (product % divisor == 0) 0 else 1;
    assert!(result <= (MAX as u256), EOverflow);
    result as u128
}

/// `x + y`, absent beyond the largest value.
public fun checked_add(x: u128, y: u128): Option<u128> {
    if (y > MAX - x) option::none() else option::some(x + y)
}

/// `x - y`, absent below zero.
public fun checked_sub(x: u128, y: u128): Option<u128> {
    if (y > x) option::none() else option::some(x - y)
}

/// `x * y`, absent beyond the largest value.
public fun checked_mul(x: u128, y: u128): Option<u128> {
    if (x != 0 && y > MAX / x) option::none() else option::some(x * y)
}

/// `x + y`, or the largest value if the sum is beyond it.
public fun saturating_add(x: u128, y: u128): u128 {
    if (y > MAX - x) MAX else x + y
}

/// `x - y`, or zero if the difference is below it.
public fun saturating_sub(x: u128, y: u128): u128 {
    if (y > x) 0 else x - y
}

/// The same number as a `u8`, absent if it does not fit.
public fun try_as_u8(x: u128): Option<u8> {
    if (x > 0xFF) option::none() else option::some(x as u8)
}

/// The same number as a `u16`, absent if it does not fit.
public fun try_as_u16(x: u128): Option<u16> {
    if (x > 0xFFFF) option::none() else option::some(x as u16)
}

/// The same number as a `u32`, absent if it does not fit.
public fun try_as_u32(x: u128): Option<u32> {
    if (x > 0xFFFFFFFF) option::none() else option::some(x as u32)
}

/// The same number as a `u64`, absent if it does not fit.
public fun try_as_u64(x: u128): Option<u64> {
    if (x > 0xFFFFFFFFFFFFFFFF) option::none() else option::some(x as u64)
}

/// The decimal digits.
public fun to_string(x: u128): String {
    integer::to_string!(x)
}
