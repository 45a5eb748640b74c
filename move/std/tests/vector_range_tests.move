#[test_only]
module std::vector_range_tests;

use std::unit_test::assert_eq;

/// Without abilities, so that nothing here may copy or drop an element.
public struct Coin { value: u64 }

/// May be copied but not dropped.
public struct Seal has copy { value: u64 }

fun spend(coin: Coin): u64 {
    let Coin { value } = coin;
    value
}

fun values(coins: vector<Coin>): vector<u64> { coins.map!(|coin| spend(coin)) }

fun coins(n: u64): vector<Coin> { vector::tabulate!(n, |value| Coin { value }) }

/// What a row of digits is after `splice`, worked out element by element.
fun spliced(v: &vector<u64>, start: u64, end: u64, other: &vector<u64>): vector<u64> {
    let mut whole = vector[];
    start.do!(|i| whole.push_back(v[i]));
    other.do_ref!(|element| whole.push_back(*element));
    end.range_do!(v.length(), |i| whole.push_back(v[i]));
    whole
}

#[test]
fun splices_every_range_of_every_length() {
    5u64.do_eq!(|length| length.do_eq!(|end| end.do_eq!(|start| 3u64.do!(|more| {
        let whole = vector::tabulate!(length, |i| i);
        let other = vector::tabulate!(more, |i| 100 + i);
        let mut v = whole;
        let taken = v.splice(start, end, other);
        assert_eq!(v, spliced(&whole, start, end, &other));
        assert_eq!(taken, vector::tabulate!(end - start, |i| start + i));
    }))));
}

#[test]
fun drains_keeps_and_slices_every_range() {
    5u64.do_eq!(|length| length.do_eq!(|end| end.do_eq!(|start| {
        let whole = vector::tabulate!(length, |i| i);
        let middle = vector::tabulate!(end - start, |i| start + i);
        assert_eq!(whole.slice(start, end), middle);
        let mut v = whole;
        assert_eq!(v.drain(start, end), middle);
        assert_eq!(v, spliced(&whole, start, end, &vector[]));
        let mut v = whole;
        v.keep(start, end);
        assert_eq!(v, middle);
    })));
}

#[test]
fun truncates() {
    let mut v = vector[b"ab", b"c", b"d"];
    v.truncate(std::u64::max_value!());
    v.truncate(3);
    assert_eq!(v, vector[b"ab", b"c", b"d"]);
    v.truncate(1);
    assert_eq!(v, vector[b"ab"]);
    v.truncate(0);
    v.truncate(0);
    assert!(v.is_empty());
}

#[test]
fun moves_elements_that_nobody_may_drop() {
    let mut v = coins(4);
    assert_eq!(values(v.splice(1, 3, vector[Coin { value: 7 }])), vector[1, 2]);
    assert_eq!(values(v.drain(0, 2)), vector[0, 7]);
    assert_eq!(values(v), vector[3]);
}

#[test]
fun copies_elements_that_nobody_may_drop() {
    let v = vector[Seal { value: 1 }, Seal { value: 2 }];
    let copied = v.slice(1, 2);
    assert_eq!(v.length(), 2);
    copied.destroy!(|Seal { value }| assert!(value == 2));
    v.destroy!(|Seal { value: _ }| ());
}

#[test, expected_failure(abort_code = 1, location = std::vector)]
fun refuses_to_splice_backwards() {
    vector[1u64, 2, 3].splice(2, 1, vector[]);
}

#[test, expected_failure(abort_code = 1, location = std::vector)]
fun refuses_to_splice_beyond_the_end() {
    vector[1u64, 2, 3].splice(1, 4, vector[]);
}

#[test, expected_failure(abort_code = 1, location = std::vector)]
fun refuses_to_drain_backwards() {
    vector[1u64, 2, 3].drain(2, 1);
}

#[test, expected_failure(abort_code = 1, location = std::vector)]
fun refuses_to_drain_beyond_the_end() {
    vector[1u64, 2, 3].drain(4, 4);
}

#[test, expected_failure(abort_code = 1, location = std::vector)]
fun refuses_to_keep_backwards() {
    vector[1u64, 2, 3].keep(2, 1);
}

#[test, expected_failure(abort_code = 1, location = std::vector)]
fun refuses_to_keep_beyond_the_end() {
    vector[1u64, 2, 3].keep(0, 4);
}

#[test, expected_failure(abort_code = 0x20000, location = std::vector)]
fun refuses_to_copy_backwards() {
    vector[1u64, 2, 3].slice(2, 1);
}

#[test, expected_failure(abort_code = 0x20000, location = std::vector)]
fun refuses_to_copy_beyond_the_end() {
    vector[1u64, 2, 3].slice(0, 4);
}
