/// What the modules of the integer types share: macros that work on each of them.
module std::macros;

use std::string::String;

public macro fun num_max<$T>($x: $T, $y: $T): $T {
    let x = $x;
    let y = $y;
    if (x > y) x else y
}

public macro fun num_min<$T>($x: $T, $y: $T): $T {
    let x = $x;
    let y = $y;
    if (x < y) x else y
}

public macro fun num_diff<$T>($x: $T, $y: $T): $T {
    let x = $x;
    let y = $y;
    if (x > y) x - y else y - x
}

public macro fun num_divide_and_round_up<$T>($x: $T, $y: $T): $T {
    let x = $x;
    let y = $y;
    if (x % y == 0) x / y else x / y + 1
}

/// By squaring; never computes a square that the result does not need, which might overflow.
public macro fun num_pow($base: _, $exponent: u8): _ {
    let mut base = $base;
    let mut exponent = $exponent;
    let mut result = 1;
    while (exponent > 0) {
        if (exponent & 1 == 1) result = result * base;
        exponent = exponent >> 1;
        if (exponent > 0) base = base * base;
    };
    result
}

/// Bit by bit from the top. `$bitsize` is even, and the root has at most half as many bits and one; `$U` holds its square.
public macro fun num_sqrt<$T, $U>($x: $T, $bitsize: u8): $T {
    let x = $x as $U;
    let mut bit = $bitsize / 2 + 1;
    let mut root: $U = 0;
    while (bit > 0) {
        bit = bit - 1;
        let candidate = root | (1 << bit);
        if (candidate * candidate <= x) root = candidate;
    };
    root as $T
}

public macro fun num_to_string($x: _): String {
    let mut x = $x;
    let mut digits = vector[];
    loop {
        digits.push_back((x % 10) as u8 + 48);
        x = x / 10;
        if (x == 0) break
    };
    digits.reverse();
    digits.to_string()
}

/// With all digits in between: `$U` is the type of twice the bits.
public macro fun num_mul_div<$T, $U>($x: $T, $y: $T, $z: $T): $T {
    (($x as $U) * ($y as $U) / ($z as $U)) as $T
}

public macro fun num_mul_div_ceil<$T, $U>($x: $T, $y: $T, $z: $T): $T {
    let product = ($x as $U) * ($y as $U);
    num_divide_and_round_up!<$U>(product, $z as $U) as $T
}

public macro fun num_checked_add<$T>($x: $T, $y: $T, $max: $T): Option<$T> {
    let x = $x;
    let y = $y;
    if (y > $max - x) option::none() else option::some(x + y)
}

public macro fun num_checked_sub<$T>($x: $T, $y: $T): Option<$T> {
    let x = $x;
    let y = $y;
    if (y > x) option::none() else option::some(x - y)
}

public macro fun num_checked_mul<$T>($x: $T, $y: $T, $max: $T): Option<$T> {
    let x = $x;
    let y = $y;
    if (x != 0 && y > $max / x) option::none() else option::some(x * y)
}

public macro fun num_checked_div<$T>($x: $T, $y: $T): Option<$T> {
    let x = $x;
    let y = $y;
    if (y == 0) option::none() else option::some(x / y)
}

public macro fun num_saturating_add<$T>($x: $T, $y: $T, $max: $T): $T {
    let x = $x;
    let y = $y;
    let max = $max;
    if (y > max - x) max else x + y
}

public macro fun num_saturating_sub<$T>($x: $T, $y: $T): $T {
    let x = $x;
    let y = $y;
    if (y > x) 0 else x - y
}

public macro fun num_saturating_mul<$T>($x: $T, $y: $T, $max: $T): $T {
    let x = $x;
    let y = $y;
    let max = $max;
    if (x != 0 && y > max / x) max else x * y
}

public macro fun num_checked_shl<$T>($x: $T, $shift: u8, $bits: u8): Option<$T> {
    let x = $x;
    let shift = $shift;
    if (shift >= $bits) option::none() else option::some(x << shift)
}

public macro fun num_checked_shr<$T>($x: $T, $shift: u8, $bits: u8): Option<$T> {
    let x = $x;
    let shift = $shift;
    if (shift >= $bits) option::none() else option::some(x >> shift)
}

public macro fun num_lossless_shl<$T>($x: $T, $shift: u8, $bits: u8): Option<$T> {
    let x = $x;
    let shift = $shift;
    if (shift < $bits && (x << shift) >> shift == x) option::some(x << shift) else option::none()
}

public macro fun num_lossless_shr<$T>($x: $T, $shift: u8, $bits: u8): Option<$T> {
    let x = $x;
    let shift = $shift;
    if (shift < $bits && (x >> shift) << shift == x) option::some(x >> shift) else option::none()
}

public macro fun num_lossless_div<$T>($x: $T, $y: $T): Option<$T> {
    let x = $x;
    let y = $y;
    if (y != 0 && x % y == 0) option::some(x / y) else option::none()
}

public macro fun try_as_u8($x: _): Option<u8> {
    let x = $x;
    if (x > 0xFF) option::none() else option::some(x as u8)
}

public macro fun try_as_u16($x: _): Option<u16> {
    let x = $x;
    if (x > 0xFFFF) option::none() else option::some(x as u16)
}

public macro fun try_as_u32($x: _): Option<u32> {
    let x = $x;
    if (x > 0xFFFF_FFFF) option::none() else option::some(x as u32)
}

public macro fun try_as_u64($x: _): Option<u64> {
    let x = $x;
    if (x > 0xFFFF_FFFF_FFFF_FFFF) option::none() else option::some(x as u64)
}

public macro fun try_as_u128($x: _): Option<u128> {
    let x = $x;
    if (x > 0xFFFF_FFFF_FFFF_FFFF_FFFF_FFFF_FFFF_FFFF) option::none() else option::some(x as u128)
}

/// Calls `$f` with `$start` up to, not including, `$stop`.
public macro fun range_do<$T, $R: drop>($start: $T, $stop: $T, $f: |$T| -> $R) {
    let mut i = $start;
    let stop = $stop;
    while (i < stop) {
        $f(i);
        i = i + 1;
    }
}

/// Calls `$f` with `$start` up to `$stop`, which may be the largest value of its type.
public macro fun range_do_eq<$T, $R: drop>($start: $T, $stop: $T, $f: |$T| -> $R) {
    let mut i = $start;
    let stop = $stop;
    if (i <= stop) {
        loop {
            $f(i);
            if (i == stop) break;
            i = i + 1;
        }
    }
}

/// Calls `$f` with 0 up to, not including, `$stop`.
public macro fun do<$T, $R: drop>($stop: $T, $f: |$T| -> $R) {
    range_do!<$T, $R>(0, $stop, $f)
}

/// Calls `$f` with 0 up to `$stop`.
public macro fun do_eq<$T, $R: drop>($stop: $T, $f: |$T| -> $R) {
    range_do_eq!<$T, $R>(0, $stop, $f)
}

// === Numbers with a fixed binary point ===
//
// Such a number is a `$T`: itself times 2 to the power of `$fractional_bits`. `$U` has twice the bits of `$T`, of which `$max_t`
// is the largest value. What is named after abort is evaluated where there is no result.

/// `$numerator / $denominator`, rounded down. `$t_bits`, the bits of `$T`, are not needed; Move's own macro has them.
public macro fun uq_from_quotient<$T, $U>(
    $numerator: $T,
    $denominator: $T,
    $max_t: $T,
    $t_bits: u8,
    $fractional_bits: u8,
    $abort_denominator: _,
    $abort_quotient_too_small: _,
    $abort_quotient_too_large: _,
): $T {
    let numerator = $numerator;
    let denominator = $denominator;
    if (denominator == 0) $abort_denominator;
    let _ = $t_bits;
    let quotient = ((numerator as $U) << $fractional_bits) / (denominator as $U);
    if (quotient == 0 && numerator != 0) $abort_quotient_too_small;
    if (quotient > ($max_t as $U)) $abort_quotient_too_large;
    quotient as $T
}

/// The number of an integer; here `$U` is the type of the number.
public macro fun uq_from_int<$T, $U>($integer: $T, $fractional_bits: u8): $U {
    ($integer as $U) << $fractional_bits
}

/// What stands before the point; here `$U` is the type of the number.
public macro fun uq_to_int<$T, $U>($a: $U, $fractional_bits: u8): $T {
    ($a >> $fractional_bits) as $T
}

public macro fun uq_add<$T, $U>($a: $T, $b: $T, $max_t: $T, $abort_overflow: _): $T {
    let sum = ($a as $U) + ($b as $U);
    if (sum > ($max_t as $U)) $abort_overflow;
    sum as $T
}

public macro fun uq_sub<$T>($a: $T, $b: $T, $abort_overflow: _): $T {
    let a = $a;
    let b = $b;
    if (b > a) $abort_overflow;
    a - b
}

/// An integer, or a number, times a number: of the kind that the first one is.
public macro fun uq_int_mul<$T, $U>(
    $val: $T,
    $multiplier: $T,
    $max_t: $T,
    $fractional_bits: u8,
    $abort_overflow: _,
): $T {
    let product = (($val as $U) * ($multiplier as $U)) >> $fractional_bits;
    if (product > ($max_t as $U)) $abort_overflow;
    product as $T
}

/// An integer, or a number, divided by a number: of the kind that the first one is.
public macro fun uq_int_div<$T, $U>(
    $val: $T,
    $divisor: $T,
    $max_t: $T,
    $fractional_bits: u8,
    $abort_division_by_zero: _,
    $abort_overflow: _,
): $T {
    let val = $val;
    let divisor = $divisor;
    if (divisor == 0) $abort_division_by_zero;
    let quotient = ((val as $U) << $fractional_bits) / (divisor as $U);
    if (quotient > ($max_t as $U)) $abort_overflow;
    quotient as $T
}
