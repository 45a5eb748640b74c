/// A row of bits of fixed length.
module std::bit_vector;

/// The index is beyond the end.
const EINDEX: u64 = 0x20000;
/// The length is zero, or 1024 or more.
const ELENGTH: u64 = 0x20001;

const MAX_SIZE: u64 = 1024;
#[test_only]
const WORD_SIZE: u64 = 1;

/// Bits 0 to `length - 1`.
public struct BitVector has copy, drop, store {
    length: u64,
    bit_field: vector<bool>,
}

/// Bits that are all unset; 1 to 1023 of them.
public fun new(length: u64): BitVector {
    assert!(length > 0 && length < MAX_SIZE, ELENGTH);
    BitVector { length, bit_field: vector::tabulate!(length, |_| false) }
}

public fun set(bitvector: &mut BitVector, bit_index: u64) {
    assert!(bit_index < bitvector.length, EINDEX);
    *&mut bitvector.bit_field[bit_index] = true;
}

public fun unset(bitvector: &mut BitVector, bit_index: u64) {
    assert!(bit_index < bitvector.length, EINDEX);
    *&mut bitvector.bit_field[bit_index] = false;
}

/// Moves every bit to the index lower by `amount`; those that fall below 0 are lost, those that become free are unset.
public fun shift_left(bitvector: &mut BitVector, amount: u64) {
    let length = bitvector.length;
    let bits = &mut bitvector.bit_field;
    let mut i = 0;
    while (i < length) {
        let bit = amount < length - i && bits[i + amount];
        *&mut bits[i] = bit;
        i = i + 1;
    }
}

/// Whether a bit is set.
public fun is_index_set(bitvector: &BitVector, bit_index: u64): bool {
    assert!(bit_index < bitvector.length, EINDEX);
    bitvector.bit_field[bit_index]
}

/// Number of bits.
public fun length(bitvector: &BitVector): u64 {
    bitvector.length
}

/// Number of bits that are set without a gap from `start_index` on.
public fun longest_set_sequence_starting_at(bitvector: &BitVector, start_index: u64): u64 {
    assert!(start_index < bitvector.length, EINDEX);
    let mut index = start_index;
    while (index < bitvector.length && bitvector.bit_field[index]) index = index + 1;
    index - start_index
}

#[test_only]
public fun word_size(): u64 {
    WORD_SIZE
}
