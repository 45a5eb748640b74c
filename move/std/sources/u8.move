/// Mathematics of `u8`.
#[defines_primitive(u8)]
module std::u8;

use std::integer;
use std::string::String;

#[error]
const EDivisionByZero: vector<u8> = b"A number was divided by zero.";
#[error]
const EOverflow: vector<u8> = b"The result is beyond the largest u8.";

const MAX: u8 = 0xFF;

/// The largest value.
public fun max_value(): u8 {
    MAX
}

public fun max(x: u8, y: u8): u8 {
    integer::max!(x, y)
}

public fun min(x: u8, y: u8): u8 {
    integer::min!(x, y)
}

/// The distance between two numbers.
public fun diff(x: u8, y: u8): u8 {
    integer::diff!(x, y)
}

/// `x / y`, rounded up.
public fun divide_and_round_up(x: u8, y: u8): u8 {
    assert!(y != 0, EDivisionByZero);
    integer::divide_and_round_up!(x, y)
}

/// `base` to the power of `exponent`; aborts beyond the largest value.
public fun pow(base: u8, exponent: u8): u8 {
    integer::pow!(base, exponent)
}

/// The largest number whose square is not above `x`.
public fun sqrt(x: u8): u8 {
    integer::sqrt!(x, 4)
}

/// `x * y / z` rounded down, with all digits in between.
public fun mul_div(x: u8, y: u8, z: u8): u8 {
    assert!(z != 0, EDivisionByZero);
    let result = (x as u16) * (y as u16) / (z as u16);
    assert!(result <= (MAX as u16), EOverflow);
    result as u8
}

/// `x * y / z` rounded up, with all digits in between.
public fun mul_div_round_up(x: u8, y: u8, z: u8): u8 {
    assert!(z != 0, EDivisionByZero);
    let product = (x as u16) * (y as u16);
    let divisor = z as u16;
    let result = product / divisor + if (product % divisor == 0) 0 else 1;
    assert!(result <= (MAX as u16), EOverflow);
    result as u8
}

/// `x + y`, absent beyond the largest value.
public fun checked_add(x: u8, y: u8): Option<u8> {
    if (y > MAX - x) option::none() else option::some(x + y)
}

/// `x - y`, absent below zero.
public fun checked_sub(x: u8, y: u8): Option<u8> {
    if (y > x) option::none() else option::some(x - y)
}

/// `x * y`, absent beyond the largest value.
public fun checked_mul(x: u8, y: u8): Option<u8> {
    if (x != 0 && y > MAX / x) option::none() else option::some(x * y)
}

/// `x + y`, or the largest value if the sum is beyond it.
public fun saturating_add(x: u8, y: u8): u8 {
    if (y > MAX - x) MAX else x + y
}

/// `x - y`, or zero if the difference is below it.
public fun saturating_sub(x: u8, y: u8): u8 {
    if (y > x) 0 else x - y
}

/// The decimal digits.
public fun to_string(x: u8): String {
    integer::to_string!(x)
}
