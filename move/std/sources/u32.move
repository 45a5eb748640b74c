/// Mathematics of `u32`. What leaves the range of the type, and division by zero, is an arithmetic error.
#[defines_primitive(u32)]
module std::u32;

use std::macros;
use std::string::String;

/// The largest value.
public macro fun max_value(): u32 {
    0xFFFF_FFFF
}

/// Every bit turned over.
public fun bitwise_not(x: u32): u32 {
    x ^ max_value!()
}

/// The larger of two numbers.
public fun max(x: u32, y: u32): u32 {
    macros::num_max!(x, y)
}

/// The smaller of two numbers.
public fun min(x: u32, y: u32): u32 {
    macros::num_min!(x, y)
}

/// The distance between two numbers.
public fun diff(x: u32, y: u32): u32 {
    macros::num_diff!(x, y)
}

/// `x / y`, rounded up.
public fun divide_and_round_up(x: u32, y: u32): u32 {
    macros::num_divide_and_round_up!(x, y)
}

/// `x * y / z` rounded down, with all digits in between.
public fun mul_div(x: u32, y: u32, z: u32): u32 {
    macros::num_mul_div!<u32, u64>(x, y, z)
}

/// `x * y / z` rounded up, with all digits in between.
public fun mul_div_ceil(x: u32, y: u32, z: u32): u32 {
    macros::num_mul_div_ceil!<u32, u64>(x, y, z)
}

/// `base` to the power of `exponent`.
public fun pow(base: u32, exponent: u8): u32 {
    macros::num_pow!(base, exponent)
}

/// The largest number whose square is not above `x`.
public fun sqrt(x: u32): u32 {
    macros::num_sqrt!<u32, u64>(x, 32)
}

/// The same number as a `u8`, absent if it does not fit.
public fun try_as_u8(x: u32): Option<u8> {
    macros::try_as_u8!(x)
}

/// The same number as a `u16`, absent if it does not fit.
public fun try_as_u16(x: u32): Option<u16> {
    macros::try_as_u16!(x)
}

/// The decimal digits.
public fun to_string(x: u32): String {
    macros::num_to_string!(x)
}

/// `x + y`, absent beyond the largest value.
public fun checked_add(x: u32, y: u32): Option<u32> {
    macros::num_checked_add!(x, y, max_value!())
}

/// `x - y`, absent below zero.
public fun checked_sub(x: u32, y: u32): Option<u32> {
    macros::num_checked_sub!(x, y)
}

/// `x * y`, absent beyond the largest value.
public fun checked_mul(x: u32, y: u32): Option<u32> {
    macros::num_checked_mul!(x, y, max_value!())
}

/// `x / y` rounded down, absent if `y` is zero.
public fun checked_div(x: u32, y: u32): Option<u32> {
    macros::num_checked_div!(x, y)
}

/// `x + y`, or the largest value if the sum is beyond it.
public fun saturating_add(x: u32, y: u32): u32 {
    macros::num_saturating_add!(x, y, max_value!())
}

/// `x - y`, or zero if the difference is below it.
public fun saturating_sub(x: u32, y: u32): u32 {
    macros::num_saturating_sub!(x, y)
}

/// `x * y`, or the largest value if the product is beyond it.
public fun saturating_mul(x: u32, y: u32): u32 {
    macros::num_saturating_mul!(x, y, max_value!())
}

/// `x << shift`, absent if `shift` is 32 or more; bits may be lost.
public fun checked_shl(x: u32, shift: u8): Option<u32> {
    macros::num_checked_shl!(x, shift, 32)
}

/// `x >> shift`, absent if `shift` is 32 or more; bits may be lost.
public fun checked_shr(x: u32, shift: u8): Option<u32> {
    macros::num_checked_shr!(x, shift, 32)
}

/// `x << shift`, absent if `shift` is 32 or more or a bit that is set would be lost.
public fun lossless_shl(x: u32, shift: u8): Option<u32> {
    macros::num_lossless_shl!(x, shift, 32)
}

/// `x >> shift`, absent if `shift` is 32 or more or a bit that is set would be lost.
public fun lossless_shr(x: u32, shift: u8): Option<u32> {
    macros::num_lossless_shr!(x, shift, 32)
}

/// `x / y`, absent if `y` is zero or something would be left over.
public fun lossless_div(x: u32, y: u32): Option<u32> {
    macros::num_lossless_div!(x, y)
}

/// Calls `$f` with `$start` up to, not including, `$stop`.
public macro fun range_do<$R: drop>($start: u32, $stop: u32, $f: |u32| -> $R) {
    macros::range_do!<u32, $R>($start, $stop, $f)
}

/// Calls `$f` with `$start` up to `$stop`.
public macro fun range_do_eq<$R: drop>($start: u32, $stop: u32, $f: |u32| -> $R) {
    macros::range_do_eq!<u32, $R>($start, $stop, $f)
}

/// Calls `$f` with 0 up to, not including, `$stop`.
public macro fun do<$R: drop>($stop: u32, $f: |u32| -> $R) {
    macros::range_do!<u32, $R>(0, $stop, $f)
}

/// Calls `$f` with 0 up to `$stop`.
public macro fun do_eq<$R: drop>($stop: u32, $f: |u32| -> $R) {
    macros::range_do_eq!<u32, $R>(0, $stop, $f)
}
