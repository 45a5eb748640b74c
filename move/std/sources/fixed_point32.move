/// Numbers with 32 bits before the point and 32 after it. `uq32_32` says the same with more operations.
module std::fixed_point32;

/// The denominator is zero.
const EDENOMINATOR: u64 = 0x10001;
/// The quotient is beyond the largest u64.
const EDIVISION: u64 = 0x20002;
/// The product is beyond the largest u64.
const EMULTIPLICATION: u64 = 0x20003;
/// The divisor is zero.
const EDIVISION_BY_ZERO: u64 = 0x10004;
/// The ratio is too large, or too small but not zero.
const ERATIO_OUT_OF_RANGE: u64 = 0x20005;

const MAX_U64: u128 = 0xFFFF_FFFF_FFFF_FFFF;

/// `value / 2^32`.
public struct FixedPoint32 has copy, drop, store { value: u64 }

/// `val * multiplier`, rounded down; aborts beyond the largest u64.
public fun multiply_u64(val: u64, multiplier: FixedPoint32): u64 {
    let product = ((val as u128) * (multiplier.value as u128)) >> 32;
    assert!(product <= MAX_U64, EMULTIPLICATION);
    product as u64
}

/// `val / divisor`, rounded down; aborts if the divisor is zero, and beyond the largest u64.
public fun divide_u64(val: u64, divisor: FixedPoint32): u64 {
    assert!(divisor.value != 0, EDIVISION_BY_ZERO);
    let quotient = ((val as u128) << 32) / (divisor.value as u128);
    assert!(quotient <= MAX_U64, EDIVISION);
    quotient as u64
}

/// `numerator / denominator`, rounded down; aborts at 2^32 and above, and below 2^-32 but for zero itself.
public fun create_from_rational(numerator: u64, denominator: u64): FixedPoint32 {
    assert!(denominator != 0, EDENOMINATOR);
    let quotient = ((numerator as u128) << 32) / (denominator as u128);
    assert!((quotient != 0 || numerator == 0) && quotient <= MAX_U64, ERATIO_OUT_OF_RANGE);
    FixedPoint32 { value: quotient as u64 }
}

/// `value / 2^32`.
public fun create_from_raw_value(value: u64): FixedPoint32 {
    FixedPoint32 { value }
}

/// The number times 2^32.
public fun get_raw_value(num: FixedPoint32): u64 {
    num.value
}

public fun is_zero(num: FixedPoint32): bool {
    num.value == 0
}
