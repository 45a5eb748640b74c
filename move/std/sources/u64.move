/// Mathematics of `u64`.
#[defines_primitive(u64)]
module std::u64;

use std::integer;
use std::string::String;

#[error]
const EDivisionByZero: vector<u8> = b"A number was divided by zero.";
#[error]
const EOverflow: vector<u8> = b"The result is beyond the largest u64.";

const MAX: u64 = 0xFFFFFFFFFFFFFFFF;

/// The largest value.
public fun max_value(): u64 {
    MAX
}

public fun max(x: u64, y: u64): u64 {
    integer::max!(x, y)
}

public fun min(x: u64, y: u64): u64 {
    integer::min!(x, y)
}

/// The distance between two numbers.
public fun diff(x: u64, y: u64): u64 {
    integer::diff!(x, y)
}

/// `x / y`, rounded up.
public fun divide_and_round_up(x: u64, y: u64): u64 {
    assert!(y != 0, EDivisionByZero);
    integer::divide_and_round_up!(x, y)
}

/// `base` to the power of `exponent`; aborts beyond the largest value.
public fun pow(base: u64, exponent: u8): u64 {
    integer::pow!(base, exponent)
}

/// The largest number whose square is not above `x`.
public fun sqrt(x: u64): u64 {
    integer::sqrt!(x, 32)
}

/// `x * y / z` rounded down, with all digits in between.
public fun mul_div(x: u64, y: u64, z: u64): u64 {
    assert!(z != 0, EDivisionByZero);
    let result = (x as u128) * (y as u128) / (z as u128);
    assert!(result <= (MAX as u128), EOverflow);
    result as u64
}

/// `x * y / z` rounded up, with all digits in between.
public fun mul_div_round_up(x: u64, y: u64, z: u64): u64 {
    assert!(z != 0, EDivisionByZero);
    let product = (x as u128) * (y as u128);
    let divisor = z as u128;
    let result = product / divisor + if (product % divisor == 0) 0 else 1;
    assert!(result <= (MAX as u128), EOverflow);
    result as u64
}

/// `x + y`, absent beyond the largest value.
public fun checked_add(x: u64, y: u64): Option<u64> {
    if (y > MAX - x) option::none() else option::some(x + y)
}

/// `x - y`, absent below zero.
public fun checked_sub(x: u64, y: u64): Option<u64> {
    if (y > x) option::none() else option::some(x - y)
}

/// `x * y`, absent beyond the largest value.
public fun checked_mul(x: u64, y: u64): Option<u64> {
    if (x != 0 && y > MAX / x) option::none() else option::some(x * y)
}

/// `x + y`, or the largest value if the sum is beyond it.
public fun saturating_add(x: u64, y: u64): u64 {
    if (y > MAX - x) MAX else x + y
}

/// `x - y`, or zero if the difference is below it.
public fun saturating_sub(x: u64, y: u64): u64 {
    if (y > x) 0 else x - y
}

/// The same number as a `u8`, absent if it does not fit.
public fun try_as_u8(x: u64): Option<u8> {
    if (x > 0xFF) option::none() else option::some(x as u8)
}

/// The same number as a `u16`, absent if it does not fit.
public fun try_as_u16(x: u64): Option<u16> {
    if (x > 0xFFFF) option::none() else option::some(x as u16)
}

/// The same number as a `u32`, absent if it does not fit.
public fun try_as_u32(x: u64): Option<u32> {
    if (x > 0xFFFFFFFF) option::none() else option::some(x as u32)
}

/// The decimal digits.
public fun to_string(x: u64): String {
    integer::to_string!(x)
}

/// Calls `$f` with 0 up to `$n - 1`.
public macro fun do_times<$Result: drop>($n: u64, $f: |u64| -> $Result) {
    let n = $n;
    let mut i = 0;
    while (i < n) {
        $f(i);
        i = i + 1;
    }
}
