#[test_only]
module std::vector_tests;

use std::unit_test::assert_eq;

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
    assert_eq!(v.take(2), vector[2, 1]);
}

#[test]
fun finds() {
    let v = vector[5u64, 6, 6];
    assert!(v.contains(&6) && !v.contains(&7));
    let (found, index) = v.index_of(&6);
    assert!(found);
    assert_eq!(index, 1);
    let (found, _) = v.index_of(&7);
    assert!(!found);
    assert_eq!(v.find_index!(|x| *x == 6), option::some(1));
    assert_eq!(v.find_index!(|x| *x == 7), option::none());
    assert_eq!(v.count!(|x| *x == 6), 2);
    assert!(v.any!(|x| *x == 5) && !v.any!(|x| *x == 7));
    assert!(v.all!(|x| *x < 7) && !v.all!(|x| *x < 6));
    assert!(vector<u64>[].all!(|_| false) && !vector<u64>[].any!(|_| true));
}

#[test]
fun carries_through_in_order() {
    assert_eq!(vector::tabulate!(4, |i| i * i), vector[0, 1, 4, 9]);
    assert_eq!(vector[1u64, 2, 3].map!(|x| x + 1), vector[2, 3, 4]);
    assert_eq!(vector[1u64, 2, 3].map_ref!(|x| *x == 2), vector[false, true, false]);
    assert_eq!(vector[1u64, 2, 3, 4].filter!(|x| *x % 2 == 0), vector[2, 4]);
    assert_eq!(vector[1u64, 2, 3].fold!(0u64, |sum, x| sum * 10 + x), 123);
    let mut seen = vector[];
    vector[1u64, 2, 3].destroy!(|x| seen.push_back(x));
    assert_eq!(seen, vector[3, 2, 1]);
    seen.do_mut!(|x| *x = *x + 10);
    let mut sum = 0;
    seen.do_ref!(|x| sum = sum + *x);
    assert_eq!(sum, 36);
    let mut pairs = vector[];
    vector[1u64, 2].zip_do!(vector[10u64, 20], |x, y| pairs.push_back(x + y));
    assert_eq!(pairs, vector[11, 22]);
}

#[test, expected_failure(abort_code = std::vector::EOutOfBounds)]
fun refuses_to_insert_beyond_the_end() {
    vector[1u64].insert(2, 2);
}

#[test, expected_failure(abort_code = std::vector::EOutOfBounds)]
fun refuses_to_remove_beyond_the_end() {
    vector[1u64].remove(1);
}

#[test, expected_failure(abort_code = std::vector::EDifferentLengths)]
fun refuses_to_pair_different_lengths() {
    vector[1u64].zip_do!(vector<u64>[], |_, _| ());
}

#[test, expected_failure(vector_error, location = Self)]
fun faults_on_reading_beyond_the_end() {
    assert!(vector[1u64][1] == 1);
}
