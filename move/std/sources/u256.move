/// Mathematics of `u256`. What leaves the range of the type, and division by zero, is an arithmetic error.
#[defines_primitive(u256)]
module std::u256;

use std::macros;
use std::string::String;

/// The largest value.
public macro fun max_value(): u256 {
    0xFFFF_FFFF_FFFF_FFFF_FFFF_FFFF_FFFF_FFFF_FFFF_FFFF_FFFF_FFFF_FFFF_FFFF_FFFF_FFFF
}

/// Every bit turned over.
public fun bitwise_not(x: u256): u256 {
    x ^ max_value!()
}

/// The larger of two numbers.
public fun max(x: u256, y: u256): u256 {
    macros::num_max!(x, y)
}

/// The smaller of two numbers.
public fun min(x: u256, y: u256): u256 {
    macros::num_min!(x, y)
}

/// The distance between two numbers.
public fun diff(x: u256, y: u256): u256 {
    macros::num_diff!(x, y)
}

/// `x / y`, rounded up.
public fun divide_and_round_up(x: u256, y: u256): u256 {
    macros::num_divide_and_round_up!(x, y)
}

/// `x * y / z` rounded down, with all 512 bits in between.
public fun mul_div(x: u256, y: u256, z: u256): u256 {
    native_mul_div(x, y, z)
}

/// `x * y / z` rounded up, with all 512 bits in between.
public fun mul_div_ceil(x: u256, y: u256, z: u256): u256 {
    native_mul_div_ceil(x, y, z)
}

/// `base` to the power of `exponent`.
public fun pow(base: u256, exponent: u8): u256 {
    macros::num_pow!(base, exponent)
}

/// The largest number whose square is not above `x`.
public fun sqrt(x: u256): u256 {
    macros::num_sqrt!<u256, u256>(x, 254)
}

/// The same number as a `u8`, absent if it does not fit.
public fun try_as_u8(x: u256): Option<u8> {
    macros::try_as_u8!(x)
}

/// The same number as a `u16`, absent if it does not fit.
public fun try_as_u16(x: u256): Option<u16> {
    macros::try_as_u16!(x)
}

/// The same number as a `u32`, absent if it does not fit.
public fun try_as_u32(x: u256): Option<u32> {
    macros::try_as_u32!(x)
}

/// The same number as a `u64`, absent if it does not fit.
public fun try_as_u64(x: u256): Option<u64> {
    macros::try_as_u64!(x)
}

/// The same number as a `u128`, absent if it does not fit.
public fun try_as_u128(x: u256): Option<u128> {
    macros::try_as_u128!(x)
}

/// The decimal digits.
public fun to_string(x: u256): String {
    macros::num_to_string!(x)
}

/// `x + y`, absent beyond the largest value.
public fun checked_add(x: u256, y: u256): Option<u256> {
    macros::num_checked_add!(x, y, max_value!())
}

/// `x - y`, absent below zero.
public fun checked_sub(x: u256, y: u256): Option<u256> {
    macros::num_checked_sub!(x, y)
}

/// `x * y`, absent beyond the largest value.
public fun checked_mul(x: u256, y: u256): Option<u256> {
    macros::num_checked_mul!(x, y, max_value!())
}

/// `x / y` rounded down, absent if `y` is zero.
public fun checked_div(x: u256, y: u256): Option<u256> {
    macros::num_checked_div!(x, y)
}

/// `x + y`, or the largest value if the sum is beyond it.
public fun saturating_add(x: u256, y: u256): u256 {
    macros::num_saturating_add!(x, y, max_value!())
}

/// `x - y`, or zero if the difference is below it.
public fun saturating_sub(x: u256, y: u256): u256 {
    macros::num_saturating_sub!(x, y)
}

/// `x * y`, or the largest value if the product is beyond it.
public fun saturating_mul(x: u256, y: u256): u256 {
    macros::num_saturating_mul!(x, y, max_value!())
}

/// `x << shift`, absent if a bit that is set would be lost.
public fun lossless_shl(x: u256, shift: u8): Option<u256> {
    let shifted = x << shift;
    if (shifted >> shift == x) option::some(shifted) else option::none()
}

/// `x >> shift`, absent if a bit that is set would be lost.
public fun lossless_shr(x: u256, shift: u8): Option<u256> {
    let shifted = x >> shift;
    if (shifted << shift == x) option::some(shifted) else option::none()
}

/// `x / y`, absent if `y` is zero or something would be left over.
public fun lossless_div(x: u256, y: u256): Option<u256> {
    macros::num_lossless_div!(x, y)
}

/// Calls `$f` with `$start` up to, not including, `$stop`.
public macro fun range_do<$R: drop>($start: u256, $stop: u256, $f: |u256| -> $R) {
    macros::range_do!<u256, $R>($start, $stop, $f)
}

/// Calls `$f` with `$start` up to `$stop`.
public macro fun range_do_eq<$R: drop>($start: u256, $stop: u256, $f: |u256| -> $R) {
    macros::range_do_eq!<u256, $R>($start, $stop, $f)
}

/// Calls `$f` with 0 up to, not including, `$stop`.
public macro fun do<$R: drop>($stop: u256, $f: |u256| -> $R) {
    macros::range_do!<u256, $R>(0, $stop, $f)
}

/// Calls `$f` with 0 up to `$stop`.
public macro fun do_eq<$R: drop>($stop: u256, $f: |u256| -> $R) {
    macros::range_do_eq!<u256, $R>(0, $stop, $f)
}

native fun native_mul_div(x: u256, y: u256, z: u256): u256;

native fun native_mul_div_ceil(x: u256, y: u256, z: u256): u256;
