/// Mathematics of `u32`.
#[defines_primitive(u32)]
module std::u32;

use std::integer;
use std::string::String;

#[error]
const EDivisionByZero: vector<u8> = b"A number was divided by zero.";
#[error]
const EOverflow: vector<u8> = b"The result is beyond the largest u32.";

const MAX: u32 = 0xFFFFFFFF;

/// The largest value.
public fun max_value(): u32 {
    MAX
}

public fun max(x: u32, y: u32): u32 {
    integer::max!(x, y)
}

public fun min(x: u32, y: u32): u32 {
    integer::min!(x, y)
}

/// The distance between two numbers.
public fun diff(x: u32, y: u32): u32 {
    integer::diff!(x, y)
}

/// `x / y`, rounded up.
public fun divide_and_round_up(x: u32, y: u32): u32 {
    assert!(y != 0, EDivisionByZero);
    integer::divide_and_round_up!(x, y)
}

/// `base` to the power of `exponent`; aborts beyond the largest value.
public fun pow(base: u32, exponent: u8): u32 {
    integer::pow!(base, exponent)
}

/// The largest number whose square is not above `x`.
public fun sqrt(x: u32): u32 {
    integer::sqrt!(x, 16)
}

/// `x * y / z` rounded down, with all digits in between.
public fun mul_div(x: u32, y: u32, z: u32): u32 {
    assert!(z != 0, EDivisionByZero);
    let result = (x as u64) * (y as u64) / (z as u64);
    assert!(result <= (MAX as u64), EOverflow);
    result as u32
}

/// `x * y / z` rounded up, with all digits in between.
public fun mul_div_round_up(x: u32, y: u32, z: u32): u32 {
    assert!(z != 0, EDivisionByZero);
    let product = (x as u64) * (y as u64);
    let divisor = z as u64;
    let result = product / divisor + if (product % divisor == 0) 0 else 1;
    assert!(result <= (MAX as u64), EOverflow);
    result as u32
}

/// `x + y`, absent beyond the largest value.
public fun checked_add(x: u32, y: u32): Option<u32> {
    if (y > MAX - x) option::none() else option::some(x + y)
}

/// `x - y`, absent below zero.
public fun checked_sub(x: u32, y: u32): Option<u32> {
    if (y > x) option::none() else option::some(x - y)
}

/// `x * y`, absent beyond the largest value.
public fun checked_mul(x: u32, y: u32): Option<u32> {
    if (x != 0 && y > MAX / x) option::none() else option::some(x * y)
}

/// `x + y`, or the largest value if the sum is beyond it.
public fun saturating_add(x: u32, y: u32): u32 {
    if (y > MAX - x) MAX else x + y
}

/// `x - y`, or zero if the difference is below it.
public fun saturating_sub(x: u32, y: u32): u32 {
    if (y > x) 0 else x - y
}

/// The same number as a `u8`, absent if it does not fit.
public fun try_as_u8(x: u32): Option<u8> {
    if (x > 0xFF) option::none() else option::some(x as u8)
}

/// The same number as a `u16`, absent if it does not fit.
public fun try_as_u16(x: u32): Option<u16> {
    if (x > 0xFFFF) option::none() else option::some(x as u16)
}

/// The decimal digits.
public fun to_string(x: u32): String {
    integer::to_string!(x)
}
