/// Mathematics of `u8`. What leaves the range of the type, and division by zero, is an arithmetic error.
#[defines_primitive(u8)]
module std::u8;

use std::macros;
use std::string::String;

/// The largest value.
public macro fun max_value(): u8 {
    0xFF
}

/// Every bit turned over.
public fun bitwise_not(x: u8): u8 {
    x ^ max_value!()
}

/// The larger of two numbers.
public fun max(x: u8, y: u8): u8 {
    macros::num_max!(x, y)
}

/// The smaller of two numbers.
public fun min(x: u8, y: u8): u8 {
    macros::num_min!(x, y)
}

/// The distance between two numbers.
public fun diff(x: u8, y: u8): u8 {
    macros::num_diff!(x, y)
}

/// `x / y`, rounded up.
public fun divide_and_round_up(x: u8, y: u8): u8 {
    macros::num_divide_and_round_up!(x, y)
}

/// `x * y / z` rounded down, with all digits in between.
public fun mul_div(x: u8, y: u8, z: u8): u8 {
    macros::num_mul_div!<u8, u16>(x, y, z)
}

/// `x * y / z` rounded up, with all digits in between.
public fun mul_div_ceil(x: u8, y: u8, z: u8): u8 {
    macros::num_mul_div_ceil!<u8, u16>(x, y, z)
}

/// `base` to the power of `exponent`.
public fun pow(base: u8, exponent: u8): u8 {
    macros::num_pow!(base, exponent)
}

/// The largest number whose square is not above `x`.
public fun sqrt(x: u8): u8 {
    macros::num_sqrt!<u8, u16>(x, 8)
}

/// The decimal digits.
public fun to_string(x: u8): String {
    macros::num_to_string!(x)
}

/// `x + y`, absent beyond the largest value.
public fun checked_add(x: u8, y: u8): Option<u8> {
    macros::num_checked_add!(x, y, max_value!())
}

/// `x - y`, absent below zero.
public fun checked_sub(x: u8, y: u8): Option<u8> {
    macros::num_checked_sub!(x, y)
}

/// `x * y`, absent beyond the largest value.
public fun checked_mul(x: u8, y: u8): Option<u8> {
    macros::num_checked_mul!(x, y, max_value!())
}

/// `x / y` rounded down, absent if `y` is zero.
public fun checked_div(x: u8, y: u8): Option<u8> {
    macros::num_checked_div!(x, y)
}

/// `x + y`, or the largest value if the sum is beyond it.
public fun saturating_add(x: u8, y: u8): u8 {
    macros::num_saturating_add!(x, y, max_value!())
}

/// `x - y`, or zero if the difference is below it.
public fun saturating_sub(x: u8, y: u8): u8 {
    macros::num_saturating_sub!(x, y)
}

/// `x * y`, or the largest value if the product is beyond it.
public fun saturating_mul(x: u8, y: u8): u8 {
    macros::num_saturating_mul!(x, y, max_value!())
}

/// `x << shift`, absent if `shift` is 8 or more; bits may be lost.
public fun checked_shl(x: u8, shift: u8): Option<u8> {
    macros::num_checked_shl!(x, shift, 8)
}

/// `x >> shift`, absent if `shift` is 8 or more; bits may be lost.
public fun checked_shr(x: u8, shift: u8): Option<u8> {
    macros::num_checked_shr!(x, shift, 8)
}

/// `x << shift`, absent if `shift` is 8 or more or a bit that is set would be lost.
public fun lossless_shl(x: u8, shift: u8): Option<u8> {
    macros::num_lossless_shl!(x, shift, 8)
}

/// `x >> shift`, absent if `shift` is 8 or more or a bit that is set would be lost.
public fun lossless_shr(x: u8, shift: u8): Option<u8> {
    macros::num_lossless_shr!(x, shift, 8)
}

/// `x / y`, absent if `y` is zero or something would be left over.
public fun lossless_div(x: u8, y: u8): Option<u8> {
    macros::num_lossless_div!(x, y)
}

/// Calls `$f` with `$start` up to, not including, `$stop`.
public macro fun range_do<$R: drop>($start: u8, $stop: u8, $f: |u8| -> $R) {
    macros::range_do!<u8, $R>($start, $stop, $f)
}

/// Calls `$f` with `$start` up to `$stop`.
public macro fun range_do_eq<$R: drop>($start: u8, $stop: u8, $f: |u8| -> $R) {
    macros::range_do_eq!<u8, $R>($start, $stop, $f)
}

/// Calls `$f` with 0 up to, not including, `$stop`.
public macro fun do<$R: drop>($stop: u8, $f: |u8| -> $R) {
    macros::range_do!<u8, $R>(0, $stop, $f)
}

/// Calls `$f` with 0 up to `$stop`.
public macro fun do_eq<$R: drop>($stop: u8, $f: |u8| -> $R) {
    macros::range_do_eq!<u8, $R>(0, $stop, $f)
}
