/// Mathematics of `u16`. What leaves the range of the type, and division by zero, is an arithmetic error.
#[defines_primitive(u16)]
module std::u16;

use std::macros;
use std::string::String;

/// The largest value.
public macro fun max_value(): u16 {
    0xFFFF
}

/// Every bit turned over.
public fun bitwise_not(x: u16): u16 {
    x ^ max_value!()
}

/// The larger of two numbers.
public fun max(x: u16, y: u16): u16 {
    macros::num_max!(x, y)
}

/// The smaller of two numbers.
public fun min(x: u16, y: u16): u16 {
    macros::num_min!(x, y)
}

/// The distance between two numbers.
public fun diff(x: u16, y: u16): u16 {
    macros::num_diff!(x, y)
}

/// `x / y`, rounded up.
public fun divide_and_round_up(x: u16, y: u16): u16 {
    macros::num_divide_and_round_up!(x, y)
}

/// `x * y / z` rounded down, with all digits in between.
public fun mul_div(x: u16, y: u16, z: u16): u16 {
    macros::num_mul_div!<u16, u32>(x, y, z)
}

/// `x * y / z` rounded up, with all digits in between.
public fun mul_div_ceil(x: u16, y: u16, z: u16): u16 {
    macros::num_mul_div_ceil!<u16, u32>(x, y, z)
}

/// `base` to the power of `exponent`.
public fun pow(base: u16, exponent: u8): u16 {
    macros::num_pow!(base, exponent)
}

/// The largest number whose square is not above `x`.
public fun sqrt(x: u16): u16 {
    macros::num_sqrt!<u16, u32>(x, 16)
}

/// The same number as a `u8`, absent if it does not fit.
public fun try_as_u8(x: u16): Option<u8> {
    macros::try_as_u8!(x)
}

/// The decimal digits.
public fun to_string(x: u16): String {
    macros::num_to_string!(x)
}

/// `x + y`, absent beyond the largest value.
public fun checked_add(x: u16, y: u16): Option<u16> {
    macros::num_checked_add!(x, y, max_value!())
}

/// `x - y`, absent below zero.
public fun checked_sub(x: u16, y: u16): Option<u16> {
    macros::num_checked_sub!(x, y)
}

/// `x * y`, absent beyond the largest value.
public fun checked_mul(x: u16, y: u16): Option<u16> {
    macros::num_checked_mul!(x, y, max_value!())
}

/// `x / y` rounded down, absent if `y` is zero.
public fun checked_div(x: u16, y: u16): Option<u16> {
    macros::num_checked_div!(x, y)
}

/// `x + y`, or the largest value if the sum is beyond it.
public fun saturating_add(x: u16, y: u16): u16 {
    macros::num_saturating_add!(x, y, max_value!())
}

/// `x - y`, or zero if the difference is below it.
public fun saturating_sub(x: u16, y: u16): u16 {
    macros::num_saturating_sub!(x, y)
}

/// `x * y`, or the largest value if the product is beyond it.
public fun saturating_mul(x: u16, y: u16): u16 {
    macros::num_saturating_mul!(x, y, max_value!())
}

/// `x << shift`, absent if `shift` is 16 or more; bits may be lost.
public fun checked_shl(x: u16, shift: u8): Option<u16> {
    macros::num_checked_shl!(x, shift, 16)
}

/// `x >> shift`, absent if `shift` is 16 or more; bits may be lost.
public fun checked_shr(x: u16, shift: u8): Option<u16> {
    macros::num_checked_shr!(x, shift, 16)
}

/// `x << shift`, absent if `shift` is 16 or more or a bit that is set would be lost.
public fun lossless_shl(x: u16, shift: u8): Option<u16> {
    macros::num_lossless_shl!(x, shift, 16)
}

/// `x >> shift`, absent if `shift` is 16 or more or a bit that is set would be lost.
public fun lossless_shr(x: u16, shift: u8): Option<u16> {
    macros::num_lossless_shr!(x, shift, 16)
}

/// `x / y`, absent if `y` is zero or something would be left over.
public fun lossless_div(x: u16, y: u16): Option<u16> {
    macros::num_lossless_div!(x, y)
}

/// Calls `$f` with `$start` up to, not including, `$stop`.
public macro fun range_do<$R: drop>($start: u16, $stop: u16, $f: |u16| -> $R) {
    macros::range_do!<u16, $R>($start, $stop, $f)
}

/// Calls `$f` with `$start` up to `$stop`.
public macro fun range_do_eq<$R: drop>($start: u16, $stop: u16, $f: |u16| -> $R) {
    macros::range_do_eq!<u16, $R>($start, $stop, $f)
}

/// Calls `$f` with 0 up to, not including, `$stop`.
public macro fun do<$R: drop>($stop: u16, $f: |u16| -> $R) {
    macros::range_do!<u16, $R>(0, $stop, $f)
}

/// Calls `$f` with 0 up to `$stop`.
public macro fun do_eq<$R: drop>($stop: u16, $f: |u16| -> $R) {
    macros::range_do_eq!<u16, $R>(0, $stop, $f)
}
