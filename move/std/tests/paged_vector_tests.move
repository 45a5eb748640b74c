#[test_only]
module std::paged_vector_tests;

use std::paged_vector::{Self, PagedVector};
use std::test_ledger;
use std::unit_test::assert_eq;

/// Without abilities but `store`, so that nothing here may copy or drop an element.
public struct Coin has store { value: u64 }

public struct Shelf has store { coins: PagedVector<Coin> }

fun fill(v: &mut PagedVector<Coin>, count: u64) {
    count.do!(|value| v.push_back(Coin { value }));
}

fun values(v: &PagedVector<Coin>): vector<u64> {
    vector::tabulate!(v.length(), |i| v[i].value)
}

fun empty(mut v: PagedVector<Coin>): vector<u64> {
    let mut values = vector[];
    while (!v.is_empty()) {
        let Coin { value } = v.pop_back();
        values.push_back(value);
    };
    v.destroy_empty();
    values
}

#[test]
fun crosses_pages() {
    let mut ledger = test_ledger::new_ledger();
    let mut v = paged_vector::new<Coin>(&mut ledger);
    v.fill(130);
    assert_eq!(v.length(), 130);
    assert_eq!(v.values(), vector::tabulate!(130, |i| i));
    v[64].value = 1000;
    assert_eq!(v[63].value + v[64].value + v[65].value, 1128);
    v[64].value = 64;
    assert_eq!(v.empty(), vector::tabulate!(130, |i| 129 - i));
    test_ledger::destroy(ledger);
}

use fun fill as PagedVector.fill;
use fun values as PagedVector.values;
use fun empty as PagedVector.empty;

#[test]
fun grows_again_where_it_shrank() {
    let mut ledger = test_ledger::new_ledger();
    let mut v = paged_vector::new<Coin>(&mut ledger);
    v.fill(65);
    3u64.do!(|_| {
        let Coin { value } = v.pop_back();
        assert_eq!(value, 64);
        assert_eq!(v.length(), 64);
        v.push_back(Coin { value });
    });
    assert_eq!(v.values(), vector::tabulate!(65, |i| i));
    v.empty();
    test_ledger::destroy(ledger);
}

#[test]
fun swaps_within_and_across_pages() {
    let mut ledger = test_ledger::new_ledger();
    let mut v = paged_vector::new<Coin>(&mut ledger);
    v.fill(130);
    let mut expected = vector::tabulate!(130, |i| i);
    let left = vector[0, 5, 5, 0, 63, 63, 64, 127, 129, 128, 129];
    let right = vector[0, 5, 9, 64, 64, 129, 127, 3, 0, 129, 129];
    left.zip_do!(right, |i, j| {
        v.swap(i, j);
        expected.swap(i, j);
        assert_eq!(v.values(), expected);
    });
    let Coin { value } = v.swap_remove(1);
    assert_eq!(value, expected.swap_remove(1));
    let Coin { value } = v.swap_remove(128);
    assert_eq!(value, expected.swap_remove(128));
    assert_eq!(v.values(), expected);
    v.empty();
    test_ledger::destroy(ledger);
}

#[test]
fun needs_no_ledger_once_it_is_made() {
    let mut ledger = test_ledger::new_ledger();
    let coins = paged_vector::new<Coin>(&mut ledger);
    ledger.publish(@0xA, Shelf { coins });
    let shelf = ledger.borrow_mut<Shelf>(@0xA);
    shelf.coins.fill(70);
    shelf.coins.swap(0, 69);
    assert_eq!(ledger.borrow<Shelf>(@0xA).coins[69].value, 0);
    let Shelf { coins } = ledger.take<Shelf>(@0xA);
    coins.empty();
    test_ledger::destroy(ledger);
}

#[test]
fun keeps_two_apart() {
    let mut ledger = test_ledger::new_ledger();
    let mut v = paged_vector::new<Coin>(&mut ledger);
    let mut w = paged_vector::new<Coin>(&mut ledger);
    v.fill(2);
    w.fill(1);
    assert_eq!(v.values(), vector[0, 1]);
    assert_eq!(w.values(), vector[0]);
    v.empty();
    w.empty();
    test_ledger::destroy(ledger);
}

fun with_one(): PagedVector<u8> {
    let mut ledger = test_ledger::new_ledger();
    let mut v = paged_vector::new(&mut ledger);
    test_ledger::destroy(ledger);
    v.push_back(1);
    v
}

#[test]
fun holds_primitives() {
    let mut v = with_one();
    *&mut v[0] = 2;
    assert_eq!(v[0], 2);
    assert_eq!(v.pop_back(), 2);
    v.destroy_empty();
}

#[test, expected_failure(abort_code = std::paged_vector::EOutOfBounds)]
fun refuses_to_read_beyond_the_end() {
    let v = with_one();
    assert!(v[1] == 1);
    v.destroy_empty();
}

#[test, expected_failure(abort_code = std::paged_vector::EOutOfBounds)]
fun refuses_to_change_beyond_the_end() {
    let mut v = with_one();
    *&mut v[1] = 1;
    v.destroy_empty();
}

#[test, expected_failure(abort_code = std::paged_vector::EOutOfBounds)]
fun refuses_to_swap_beyond_the_end() {
    let mut v = with_one();
    v.swap(0, 1);
    v.destroy_empty();
}

#[test, expected_failure(abort_code = std::paged_vector::EOutOfBounds)]
fun refuses_to_take_from_nothing() {
    let mut v = with_one();
    v.pop_back();
    v.pop_back();
    v.destroy_empty();
}

#[test, expected_failure(abort_code = std::paged_vector::EOutOfBounds)]
fun refuses_to_swap_out_beyond_the_end() {
    let mut v = with_one();
    v.swap_remove(1);
    v.destroy_empty();
}

#[test, expected_failure(abort_code = std::paged_vector::ENotEmpty)]
fun refuses_to_end_with_elements() {
    with_one().destroy_empty();
}
