/// Canonical bytes of a value (Binary Canonical Serialisation), and reading such bytes.
///
/// What has a canonical form is read in no other: lengths in as few bytes as they need, booleans 0 or 1.
module std::bcs;

use std::address;

/// There are fewer bytes than the value needs.
const EOutOfRange: u64 = 0;
/// A boolean, or the presence of an option, is neither 0 nor 1.
const ENotBool: u64 = 1;
/// A length or a variant is too large or not in its shortest form.
const ELenOutOfRange: u64 = 2;
/// Bytes are left over.
const EBytesLeft: u64 = 3;

/// A vector has at most that many elements.
const MAX_LENGTH: u64 = 0x7FFF_FFFF;

/// Bytes that are still to be read, the next one last.
public struct BCS has copy, drop, store {
    bytes: vector<u8>,
}

/// The canonical bytes of any value.
public native fun to_bytes<T>(value: &T): vector<u8>;

/// Begins to read bytes.
public fun new(mut bytes: vector<u8>): BCS {
    bytes.reverse();
    BCS { bytes }
}

/// Ends reading and answers the bytes that are left.
public fun into_remainder_bytes(bcs: BCS): vector<u8> {
    let BCS { mut bytes } = bcs;
    bytes.reverse();
    bytes
}

/// Ends reading; aborts if bytes are left.
public fun finish(bcs: BCS) {
    let BCS { bytes } = bcs;
    assert!(bytes.is_empty(), EBytesLeft);
}

public fun peel_u8(bcs: &mut BCS): u8 {
    assert!(!bcs.bytes.is_empty(), EOutOfRange);
    bcs.bytes.pop_back()
}

public fun peel_u16(bcs: &mut BCS): u16 {
    bcs.peel_number!(2)
}

public fun peel_u32(bcs: &mut BCS): u32 {
    bcs.peel_number!(4)
}

public fun peel_u64(bcs: &mut BCS): u64 {
    bcs.peel_number!(8)
}

public fun peel_u128(bcs: &mut BCS): u128 {
    bcs.peel_number!(16)
}

public fun peel_u256(bcs: &mut BCS): u256 {
    bcs.peel_number!(32)
}

public fun peel_bool(bcs: &mut BCS): bool {
    let byte = bcs.peel_u8();
    assert!(byte <= 1, ENotBool);
    byte == 1
}

public fun peel_address(bcs: &mut BCS): address {
    assert!(bcs.bytes.length() >= address::length(), EOutOfRange);
    address::from_bytes(vector::tabulate!(address::length(), |_| bcs.bytes.pop_back()))
}

/// Reads the number of elements of a vector, which follow it.
public fun peel_vec_length(bcs: &mut BCS): u64 {
    let length = bcs.peel_uleb();
    assert!(length <= MAX_LENGTH, ELenOutOfRange);
    length
}

/// Reads a vector by what reads one element.
public macro fun peel_vec<$T>($bcs: &mut BCS, $peel: |&mut BCS| -> $T): vector<$T> {
    let bcs = $bcs;
    let length = bcs.peel_vec_length();
    vector::tabulate!(length, |_| $peel(bcs))
}

public fun peel_vec_address(bcs: &mut BCS): vector<address> {
    bcs.peel_vec!(|bcs| bcs.peel_address())
}

public fun peel_vec_bool(bcs: &mut BCS): vector<bool> {
    bcs.peel_vec!(|bcs| bcs.peel_bool())
}

public fun peel_vec_u8(bcs: &mut BCS): vector<u8> {
    let length = bcs.peel_vec_length();
    assert!(bcs.bytes.length() >= length, EOutOfRange);
    vector::tabulate!(length, |_| bcs.bytes.pop_back())
}

public fun peel_vec_vec_u8(bcs: &mut BCS): vector<vector<u8>> {
    bcs.peel_vec!(|bcs| bcs.peel_vec_u8())
}

public fun peel_vec_u16(bcs: &mut BCS): vector<u16> {
    bcs.peel_vec!(|bcs| bcs.peel_u16())
}

public fun peel_vec_u32(bcs: &mut BCS): vector<u32> {
    bcs.peel_vec!(|bcs| bcs.peel_u32())
}

public fun peel_vec_u64(bcs: &mut BCS): vector<u64> {
    bcs.peel_vec!(|bcs| bcs.peel_u64())
}

public fun peel_vec_u128(bcs: &mut BCS): vector<u128> {
    bcs.peel_vec!(|bcs| bcs.peel_u128())
}

public fun peel_vec_u256(bcs: &mut BCS): vector<u256> {
    bcs.peel_vec!(|bcs| bcs.peel_u256())
}

/// Reads which variant of an enum follows.
public fun peel_enum_tag(bcs: &mut BCS): u32 {
    bcs.peel_uleb() as u32
}

/// Reads an option by what reads its value.
public macro fun peel_option<$T>($bcs: &mut BCS, $peel: |&mut BCS| -> $T): Option<$T> {
    let bcs = $bcs;
    if (bcs.peel_bool()) option::some($peel(bcs)) else option::none()
}

public fun peel_option_address(bcs: &mut BCS): Option<address> {
    bcs.peel_option!(|bcs| bcs.peel_address())
}

public fun peel_option_bool(bcs: &mut BCS): Option<bool> {
    bcs.peel_option!(|bcs| bcs.peel_bool())
}

public fun peel_option_u8(bcs: &mut BCS): Option<u8> {
    bcs.peel_option!(|bcs| bcs.peel_u8())
}

public fun peel_option_u16(bcs: &mut BCS): Option<u16> {
    bcs.peel_option!(|bcs| bcs.peel_u16())
}

public fun peel_option_u32(bcs: &mut BCS): Option<u32> {
    bcs.peel_option!(|bcs| bcs.peel_u32())
}

public fun peel_option_u64(bcs: &mut BCS): Option<u64> {
    bcs.peel_option!(|bcs| bcs.peel_u64())
}

public fun peel_option_u128(bcs: &mut BCS): Option<u128> {
    bcs.peel_option!(|bcs| bcs.peel_u128())
}

public fun peel_option_u256(bcs: &mut BCS): Option<u256> {
    bcs.peel_option!(|bcs| bcs.peel_u256())
}

/// The lowest byte comes first.
macro fun peel_number<$T>($bcs: &mut BCS, $length: u64): $T {
    let bcs = $bcs;
    let length = $length;
    assert!(bcs.bytes.length() >= length, EOutOfRange);
    let mut number: $T = 0;
    let mut i = 0;
    while (i < length) {
        number = number | ((bcs.bytes.pop_back() as $T) << ((8 * i) as u8));
        i = i + 1;
    };
    number
}

/// A number below 2^32 in groups of seven bits, the lowest first, each but the last marked by its highest bit.
fun peel_uleb(bcs: &mut BCS): u64 {
    let mut number = 0;
    let mut shift = 0;
    loop {
        assert!(!bcs.bytes.is_empty() && shift <= 28, ELenOutOfRange);
        let byte = bcs.bytes.pop_back() as u64;
        number = number | ((byte & 0x7F) << shift);
        if (byte < 0x80) {
            // The last group is zero in no number's shortest form but zero's own.
            assert!(byte != 0 || shift == 0, ELenOutOfRange);
            break
        };
        shift = shift + 7;
    };
    assert!(number <= 0xFFFF_FFFF, ELenOutOfRange);
    number
}
