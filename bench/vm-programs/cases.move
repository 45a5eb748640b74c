/// What `npm run bench:vm` measures. Every case runs `n` times what it is about and answers a number that depends on all of
/// it; `seed` lets numbers above 2^53 pass through the same code.
module bench::cases;

use std::bcs;
use std::hash;

const EMissing: u64 = 1;

public struct Account has drop { balance: u64, fees: u64, payments: u32 }

public struct Ledger has drop { from: Account, to: Account, turnover: u128 }

/// Slots of a hash map: 0 is free, otherwise the key plus one.
public struct Map has drop { keys: vector<u64>, values: vector<u64>, mask: u64 }

public struct Payment has copy, drop { from: address, to: address, amount: u64, day: u32, is_final: bool, lines: vector<u64>, note: vector<u8> }

/// Arithmetic of u64 in a loop.
public fun arithmetic(n: u64, seed: u64): u64 {
    let mut i = 0;
    let mut sum = seed % 1000;
    while (i < n) {
        let term = i * 7 + seed;
        if (term % 3 == 0) sum = sum + term / 5 else sum = sum + 1;
        if (sum > 1_000_000_007) sum = sum % 1_000_000_007;
        i = i + 1;
    };
    sum
}

/// Payments between two structs by a function that takes `&mut`.
public fun structs(n: u64, seed: u64): u64 {
    let mut ledger = Ledger {
        from: Account { balance: n * 3 + seed, fees: 0, payments: 0 },
        to: Account { balance: seed, fees: 0, payments: 0 },
        turnover: 0,
    };
    let mut i = 0;
    while (i < n) {
        pay(&mut ledger.from, &mut ledger.to, 2);
        i = i + 1;
    };
    ledger.turnover = (ledger.from.balance as u128) + (ledger.to.balance as u128);
    ledger.to.balance - seed + ledger.from.fees + (ledger.to.payments as u64)
}

fun pay(from: &mut Account, to: &mut Account, amount: u64) {
    assert!(from.balance >= amount, EMissing);
    from.balance = from.balance - amount;
    from.fees = from.fees + 1;
    to.balance = to.balance + amount;
    to.payments = to.payments + 1;
}

/// Sorts a vector of 256 numbers by halving it, `n` times.
public fun sort(n: u64, seed: u64): u64 {
    let mut i = 0;
    let mut sum = 0;
    while (i < n) {
        let mut numbers = vector[];
        let mut state = i + 12345;
        let mut j = 0;
        while (j < 256) {
            state = (state * 1103515245 + 12345) % 2147483648;
            numbers.push_back(state + seed);
            j = j + 1;
        };
        quick_sort(&mut numbers, 0, 256);
        assert!(numbers[0] <= numbers[255], EMissing);
        sum = sum + (numbers[128] - seed) % 1000;
        i = i + 1;
    };
    sum
}

fun quick_sort(numbers: &mut vector<u64>, start: u64, end: u64) {
    if (end - start < 2) return;
    let pivot = numbers[(start + end - 1) / 2];
    let mut left = start;
    let mut right = end - 1;
    loop {
        while (numbers[left] < pivot) left = left + 1;
        while (numbers[right] > pivot) right = right - 1;
        if (left >= right) break;
        numbers.swap(left, right);
        left = left + 1;
        right = right - 1;
    };
    quick_sort(numbers, start, right + 1);
    quick_sort(numbers, right + 1, end);
}

/// Reads and changes the entries of a hash map of 1,024 slots.
public fun table(n: u64, seed: u64): u64 {
    let mut map = Map { keys: vector[], values: vector[], mask: 1023 };
    let mut i = 0;
    while (i < 1024) {
        map.keys.push_back(0);
        map.values.push_back(0);
        i = i + 1;
    };
    i = 0;
    while (i < n) {
        let key = (i * 7919) % 700;
        let value = value_mut(&mut map, key, seed);
        *value = *value + i;
        i = i + 1;
    };
    let slot = slot_of(&map, 0);
    map.values[slot] - seed
}

fun value_mut(map: &mut Map, key: u64, initial: u64): &mut u64 {
    let slot = slot_of(map, key);
    if (map.keys[slot] == 0) {
        *(&mut map.keys[slot]) = key + 1;
        *(&mut map.values[slot]) = initial;
    };
    &mut map.values[slot]
}

fun slot_of(map: &Map, key: u64): u64 {
    let mut slot = (key * 2654435761) & map.mask;
    loop {
        let found = map.keys[slot];
        if (found == 0 || found == key + 1) return slot;
        slot = (slot + 1) & map.mask;
    }
}

/// Encodes a struct, reads it from the bytes again, and compares.
public fun bcs_round_trip(n: u64, seed: u64): u64 {
    let mut i = 0;
    let mut sum = 0;
    while (i < n) {
        let payment = Payment {
            from: @0x1234,
            to: @0xabcd,
            amount: i + seed,
            day: 20260,
            is_final: true,
            lines: vector[i, seed, 3, 4],
            note: b"for the goods of May",
        };
        let bytes = bcs::to_bytes(&payment);
        let mut at = 64;
        let amount = read_u64(&bytes, &mut at);
        let day = read_u32(&bytes, &mut at);
        at = at + 1;
        let count = read_u8(&bytes, &mut at);
        let mut lines = vector[];
        let mut j = 0;
        while (j < count) {
            lines.push_back(read_u64(&bytes, &mut at));
            j = j + 1;
        };
        let length = read_u8(&bytes, &mut at);
        let mut note = vector[];
        j = 0;
        while (j < length) {
            note.push_back(read_u8(&bytes, &mut at));
            j = j + 1;
        };
        let read = Payment { from: @0x1234, to: @0xabcd, amount, day, is_final: bytes[76] == 1, lines, note };
        assert!(read == payment, EMissing);
        sum = sum + bytes.length();
        i = i + 1;
    };
    sum
}

fun read_u8(bytes: &vector<u8>, at: &mut u64): u8 {
    let byte = bytes[*at];
    *at = *at + 1;
    byte
}

fun read_u32(bytes: &vector<u8>, at: &mut u64): u32 {
    let mut value = 0u32;
    let mut shift = 0u8;
    while (shift < 32) {
        value = value | ((read_u8(bytes, at) as u32) << shift);
        shift = shift + 8;
    };
    value
}

fun read_u64(bytes: &vector<u8>, at: &mut u64): u64 {
    let low = read_u32(bytes, at) as u64;
    ((read_u32(bytes, at) as u64) << 32) | low
}

/// Hashes of `size` bytes, each of what the one before changed.
public fun sha2(n: u64, size: u64): u64 {
    let mut data = bytes(size);
    let mut i = 0;
    while (i < n) {
        let hash = hash::sha2_256(data);
        *(&mut data[0]) = hash[0];
        i = i + 1;
    };
    data[0] as u64
}

public fun sha3(n: u64, size: u64): u64 {
    let mut data = bytes(size);
    let mut i = 0;
    while (i < n) {
        let hash = hash::sha3_256(data);
        *(&mut data[0]) = hash[0];
        i = i + 1;
    };
    data[0] as u64
}

public fun blake2b(n: u64, size: u64): u64 {
    let mut data = bytes(size);
    let mut i = 0;
    while (i < n) {
        let hash = BLAKE2B(data);
        *(&mut data[0]) = hash[0];
        i = i + 1;
    };
    data[0] as u64
}

fun bytes(size: u64): vector<u8> {
    let mut data = vector[];
    let mut i = 0;
    while (i < size) {
        data.push_back((i % 251) as u8);
        i = i + 1;
    };
    data
}
