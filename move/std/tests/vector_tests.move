#[test_only]
module std::vector_tests;

use std::unit_test::assert_eq;

/// Without abilities, so that nothing here may copy or drop an element.
public struct Coin { value: u64 }

public struct Card has copy, drop { rank: u64, place: u64 }

fun coins(n: u64): vector<Coin> { vector::tabulate!(n, |value| Coin { value }) }

fun spend(coin: Coin): u64 {
    let Coin { value } = coin;
    value
}

#[test]
fun adds_and_takes_at_every_place() {
    let mut v = vector[1u64, 2, 3];
    v.insert(0, 0);
    v.insert(4, 4);
    v.insert(9, 2);
    assert_eq!(v, vector[0, 1, 9, 2, 3, 4]);
    assert_eq!(v.remove(2), 9);
    assert_eq!(v.remove(4), 4);
    assert_eq!(v.swap_remove(0), 0);
    assert_eq!(v, vector[3, 1, 2]);
    v.reverse();
    v.append(vector[7, 8]);
    assert_eq!(v, vector[2, 1, 3, 7, 8]);
    assert_eq!(vector::singleton(5u8), vector[5]);
    assert!(vector::empty<u8>().is_empty());
    vector::empty<Coin>().destroy_empty();
}

#[test]
fun takes_and_skips() {
    assert_eq!(vector[1u64, 2, 3].take(0), vector[]);
    assert_eq!(vector[1u64, 2, 3].take(2), vector[1, 2]);
    assert_eq!(vector[1u64, 2, 3].take(3), vector[1, 2, 3]);
    assert_eq!(vector[1u64, 2, 3].skip(0), vector[1, 2, 3]);
    assert_eq!(vector[1u64, 2, 3].skip(2), vector[3]);
    assert_eq!(vector[1u64, 2, 3].skip(3), vector[]);
    assert_eq!(vector[1u64, 2, 3].skip(4), vector[]);
    let mut v = coins(5);
    let first = v.take_mut(2);
    let last = v.skip_mut(2);
    let none = v.skip_mut(2);
    none.destroy_empty();
    assert_eq!(first.map!(|coin| spend(coin)), vector[0, 1]);
    assert_eq!(v.map!(|coin| spend(coin)), vector[2, 3]);
    assert_eq!(last.map!(|coin| spend(coin)), vector[4]);
}

#[test]
fun takes_and_skips_while() {
    let v = vector[1u64, 1, 2, 3, 1];
    assert_eq!(v.take_while!(|x| *x < 3), vector[1, 1, 2]);
    assert_eq!(v.take_while!(|x| *x > 3), vector[]);
    assert_eq!(v.take_while!(|_| true), v);
    assert_eq!(v.skip_while!(|x| *x == 1), vector[2, 3, 1]);
    assert_eq!(v.skip_while!(|_| false), v);
    assert_eq!(v.skip_while!(|_| true), vector[]);
    let mut kept = coins(4);
    let taken = kept.take_mut_while!(|coin| coin.value < 1);
    let skipped = kept.skip_mut_while!(|coin| coin.value < 3);
    assert_eq!(taken.map!(|coin| spend(coin)), vector[0]);
    assert_eq!(skipped.map!(|coin| spend(coin)), vector[3]);
    assert_eq!(kept.map!(|coin| spend(coin)), vector[1, 2]);
}

#[test]
fun joins_parts() {
    assert_eq!(vector<vector<u8>>[].flatten(), vector[]);
    assert_eq!(vector[vector[], vector[]].flatten(), vector<u8>[]);
    assert_eq!(vector[vector[1u8, 2], vector[], vector[3]].flatten(), vector[1, 2, 3]);
    let joined = vector[coins(1), coins(2)].flatten();
    assert_eq!(joined.map!(|coin| spend(coin)), vector[0, 0, 1]);
}

#[test]
fun finds() {
    let v = vector[5u64, 6, 6];
    assert!(v.contains(&6) && !v.contains(&7));
    let (found, index) = v.index_of(&6);
    assert!(found);
    assert_eq!(index, 1);
    let (found, index) = v.index_of(&7);
    assert!(!found);
    assert_eq!(index, 0);
    assert_eq!(v.find_index!(|x| *x == 6), option::some(1));
    assert_eq!(v.find_index!(|x| *x == 7), option::none());
    assert_eq!(v.find_indices!(|x| *x == 6), vector[1, 2]);
    assert_eq!(v.find_indices!(|x| *x == 7), vector[]);
    assert_eq!(v.count!(|x| *x == 6), 2);
    assert!(v.any!(|x| *x == 5) && !v.any!(|x| *x == 7));
    assert!(v.all!(|x| *x < 7) && !v.all!(|x| *x < 6));
    assert!(vector<u64>[].all!(|_| false) && !vector<u64>[].any!(|_| true));
}

#[test]
fun asks_no_further_than_needed() {
    let v = vector[1u64, 2, 3];
    let mut asked = 0u64;
    v.any!(|x| { asked = asked + 1; *x == 1 });
    v.all!(|x| { asked = asked + 1; *x != 1 });
    v.find_index!(|x| { asked = asked + 1; *x == 1 });
    assert_eq!(asked, 3);
}

#[test]
fun carries_through_in_order() {
    assert_eq!(vector::tabulate!(4, |i| i * i), vector[0, 1, 4, 9]);
    assert_eq!(vector::tabulate!(0, |i| i), vector[]);
    assert_eq!(vector[1u64, 2, 3].map!(|x| x + 1), vector[2, 3, 4]);
    assert_eq!(vector[1u64, 2, 3].map_ref!(|x| *x == 2), vector[false, true, false]);
    assert_eq!(vector[1u64, 2, 3, 4].filter!(|x| *x % 2 == 0), vector[2, 4]);
    assert_eq!(vector[1u64, 2, 3].fold!(0u64, |sum, x| sum * 10 + x), 123);
    let (even, odd) = coins(5).partition!(|coin| coin.value % 2 == 0);
    assert_eq!(even.map!(|coin| spend(coin)), vector[0, 2, 4]);
    assert_eq!(odd.map!(|coin| spend(coin)), vector[1, 3]);
    let mut seen = vector[];
    vector[1u64, 2, 3].destroy!(|x| seen.push_back(x));
    assert_eq!(seen, vector[3, 2, 1]);
    seen.do!(|x| seen.push_back(x));
    assert_eq!(seen, vector[3, 2, 1, 3, 2, 1]);
    seen.do_mut!(|x| *x = *x + 10);
    let mut digits = 0u64;
    seen.do_ref!(|x| digits = digits * 100 + *x);
    assert_eq!(digits, 131211131211);
    vector<Coin>[].do!(|coin| { spend(coin); assert!(false); });
}

#[test]
fun pairs_in_order() {
    let mut pairs = vector[];
    vector[1u64, 2].zip_do!(vector[10u64, 20], |x, y| pairs.push_back(x + y));
    vector[1u64, 2].zip_do_reverse!(vector[30u64, 40], |x, y| pairs.push_back(x + y));
    vector[1u64, 2].zip_do_ref!(&vector[50u64, 60], |x, y| pairs.push_back(*x + *y));
    assert_eq!(pairs, vector[11, 22, 42, 31, 51, 62]);
    let mut left = vector[1u64, 2];
    let mut right = vector[3u64, 4];
    left.zip_do_mut!(&mut right, |x, y| { *x = *x * 10; *y = *x + *y; });
    assert_eq!(left, vector[10, 20]);
    assert_eq!(right, vector[13, 24]);
    assert_eq!(left.zip_map!(right, |x, y| x + y), vector[23, 44]);
    assert_eq!(left.zip_map_ref!(&right, |x, y| *x < *y), vector[true, true]);
    coins(3).zip_do!(coins(3), |x, y| assert_eq!(spend(x), spend(y)));
}

#[test]
fun sorts() {
    // A full-period generator modulo 101 visits every number below it but one, in an order that looks like none.
    let mut number = 1;
    let unsorted = vector::tabulate!(100, |_| { number = number * 2 % 101; number });
    let sorted = vector::tabulate!(100, |i| i + 1);
    assert!(!unsorted.is_sorted_by!(|x, y| *x <= *y));
    assert!(sorted.is_sorted_by!(|x, y| *x <= *y));
    let mut v = unsorted;
    v.insertion_sort_by!(|x, y| *x <= *y);
    assert_eq!(v, sorted);
    let mut v = unsorted;
    v.merge_sort_by!(|x, y| *x <= *y);
    assert_eq!(v, sorted);
    v.merge_sort_by!(|x, y| *x >= *y);
    v.reverse();
    assert_eq!(v, sorted);
}

#[test]
fun sorts_every_short_length() {
    9u64.do_eq!(|length| {
        let mut v = vector::tabulate!(length, |i| (i * 7 + 3) % 10);
        let mut w = v;
        v.merge_sort_by!(|x, y| *x <= *y);
        w.insertion_sort_by!(|x, y| *x <= *y);
        assert_eq!(v.length(), length);
        assert!(v.is_sorted_by!(|x, y| *x <= *y));
        assert_eq!(v, w);
    });
    assert!(vector<u64>[].is_sorted_by!(|_, _| false) && vector[1u64].is_sorted_by!(|_, _| false));
}

#[test]
fun sorts_what_cannot_be_copied() {
    let mut v = coins(10);
    v.merge_sort_by!(|x, y| x.value >= y.value);
    v.insertion_sort_by!(|x, y| x.value % 2 <= y.value % 2);
    assert_eq!(v.map!(|coin| spend(coin)), vector[8, 6, 4, 2, 0, 9, 7, 5, 3, 1]);
}

#[test]
fun keeps_the_order_of_equals() {
    let cards = vector::tabulate!(20, |place| Card { rank: place * 7 % 3, place });
    let mut v = cards;
    v.merge_sort_by!(|x, y| x.rank <= y.rank);
    assert!(v.is_sorted_by!(|x, y| x.rank < y.rank || (x.rank == y.rank && x.place < y.place)));
    let mut w = cards;
    w.insertion_sort_by!(|x, y| x.rank <= y.rank);
    assert_eq!(v, w);
}

#[test, expected_failure(abort_code = std::vector::EINDEX_OUT_OF_BOUNDS)]
fun refuses_to_insert_beyond_the_end() {
    vector[1u64].insert(2, 2);
}

#[test, expected_failure(abort_code = std::vector::EINDEX_OUT_OF_BOUNDS)]
fun refuses_to_remove_beyond_the_end() {
    vector[1u64].remove(1);
}

#[test, expected_failure(abort_code = std::vector::EINDEX_OUT_OF_BOUNDS)]
fun refuses_to_remove_from_nothing() {
    vector<u64>[].swap_remove(0);
}

#[test, expected_failure(vector_error, location = std::vector)]
fun faults_on_swapping_out_beyond_the_end() {
    vector[1u64].swap_remove(1);
}

#[test, expected_failure(abort_code = std::vector::EINDEX_OUT_OF_BOUNDS)]
fun refuses_to_take_more_than_there_is() {
    vector[1u64].take(2);
}

#[test, expected_failure(abort_code = std::vector::EINDEX_OUT_OF_BOUNDS)]
fun refuses_to_take_out_more_than_there_is() {
    vector[1u64].take_mut(2);
}

#[test, expected_failure(abort_code = std::vector::EINDEX_OUT_OF_BOUNDS)]
fun refuses_to_skip_more_than_there_is() {
    vector[1u64].skip_mut(2);
}

#[test, expected_failure]
fun refuses_to_pair_different_lengths() {
    vector[1u64].zip_do!(vector<u64>[], |_, _| ());
}

#[test, expected_failure]
fun refuses_to_pair_different_lengths_in_reverse() {
    vector[1u64].zip_do_reverse!(vector<u64>[], |_, _| ());
}

#[test, expected_failure]
fun refuses_to_pair_references_to_different_lengths() {
    vector[1u64].zip_map_ref!(&vector[1u64, 2], |x, y| *x + *y);
}

#[test, expected_failure(vector_error, location = Self)]
fun faults_on_reading_beyond_the_end() {
    assert!(vector[1u64][1] == 1);
}

#[test, expected_failure(vector_error, location = Self)]
fun faults_on_taking_from_nothing() {
    vector<u64>[].pop_back();
}
