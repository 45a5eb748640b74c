#[test_only]
module std::option_tests;

use std::unit_test::assert_eq;

#[test]
fun holds_at_most_one_value() {
    let mut o = option::none<u64>();
    assert!(o.is_none() && !o.is_some());
    o.fill(3);
    assert_eq!(*o.borrow(), 3);
    *o.borrow_mut() = 4;
    assert!(o.contains(&4) && !o.contains(&3));
    assert_eq!(o.swap(5), 4);
    assert_eq!(o.swap_or_fill(6), option::some(5));
    assert_eq!(o.extract(), 6);
    assert_eq!(o.swap_or_fill(7), option::none());
    assert_eq!(o.destroy_some(), 7);
    option::none<u64>().destroy_none();
    assert_eq!(option::none<u64>().destroy_with_default(9), 9);
    assert_eq!(option::some(8u64).get_with_default(9), 8);
    assert_eq!(option::some(8u64).to_vec(), vector[8]);
}

#[test]
fun applies_functions() {
    assert_eq!(option::some(8u64).map!(|x| x + 1), option::some(9));
    assert_eq!(option::none<u64>().map!(|x| x + 1), option::none());
    assert!(option::some(8u64).is_some_and!(|x| *x == 8));
    assert!(!option::none<u64>().is_some_and!(|_| true));
    assert_eq!(option::none<u64>().destroy_or!(2), 2);
    let mut seen = 0;
    option::some(5u64).do!(|x| seen = x);
    assert_eq!(seen, 5);
}

#[test, expected_failure(abort_code = std::option::EAbsent)]
fun refuses_to_unwrap_nothing() {
    option::none<u64>().destroy_some();
}

#[test, expected_failure(abort_code = std::option::EPresent)]
fun refuses_to_fill_twice() {
    option::some(1u64).fill(2);
}
