/// Mathematics of `u16`.
#[defines_primitive(u16)]
module std::u16;

use std::integer;
use std::string::String;

#[error]
const EDivisionByZero: vector<u8> = b"A number was divided by zero.";
#[error]
const EOverflow: vector<u8> = b"The result is beyond the largest u16.";

const MAX: u16 = 0xFFFF;

/// The largest value.
public fun max_value(): u16 {
    MAX
}

public fun max(x: u16, y: u16): u16 {
    integer::max!(x, y)
}

public fun min(x: u16, y: u16): u16 {
    integer::min!(x, y)
}

/// The distance between two numbers.
public fun diff(x: u16, y: u16): u16 {
    integer::diff!(x, y)
}

/// `x / y`, rounded up.
public fun divide_and_round_up(x: u16, y: u16): u16 {
    assert!(y != 0, EDivisionByZero);
    integer::divide_and_round_up!(x, y)
}

/// `base` to the power of `exponent`; aborts beyond the largest value.
public fun pow(base: u16, exponent: u8): u16 {
    integer::pow!(base, exponent)
}

/// The largest number whose square is not above `x`.
public fun sqrt(x: u16): u16 {
    integer::sqrt!(x, 8)
}

/// `x * y / z` rounded down, with all digits in between.
public fun mul_div(x: u16, y: u16, z: u16): u16 {
    assert!(z != 0, EDivisionByZero);
    let result = (x as u32) * (y as u32) / (z as u32);
    assert!(result <= (MAX as u32), EOverflow);
    result as u16
}

/// `x * y / z` rounded up, with all digits in between.
public fun mul_div_round_up(x: u16, y: u16, z: u16): u16 {
    assert!(z != 0, EDivisionByZero);
    let product = (x as u32) * (y as u32);
    let divisor = z as u32;
    let result = product / divisor + if (product % divisor == 0) 0 else 1;
    assert!(result <= (MAX as u32), EOverflow);
    result as u16
}

/// `x + y`, absent beyond the largest value.
public fun checked_add(x: u16, y: u16): Option<u16> {
    if (y > MAX - x) option::none() else option::some(x + y)
}

/// `x - y`, absent below zero.
public fun checked_sub(x: u16, y: u16): Option<u16> {
    if (y > x) option::none() else option::some(x - y)
}

/// `x * y`, absent beyond the largest value.
public fun checked_mul(x: u16, y: u16): Option<u16> {
    if (x != 0 && y > MAX / x) option::none() else option::some(x * y)
}

/// `x + y`, or the largest value if the sum is beyond it.
public fun saturating_add(x: u16, y: u16): u16 {
    if (y > MAX - x) MAX else x + y
}

/// `x - y`, or zero if the difference is below it.
public fun saturating_sub(x: u16, y: u16): u16 {
    if (y > x) 0 else x - y
}

/// The same number as a `u8`, absent if it does not fit.
public fun try_as_u8(x: u16): Option<u8> {
    if (x > 0xFF) option::none() else option::some(x as u8)
}

/// The decimal digits.
public fun to_string(x: u16): String {
    integer::to_string!(x)
}
