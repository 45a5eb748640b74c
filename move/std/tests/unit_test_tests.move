/// An assertion that fails aborts in the module it stands in; and what only tests may do.
#[test_only]
module std::unit_test_tests;

use std::unit_test::{assert_eq, assert_le, assert_lt, assert_ref_eq, destroy};

public struct Nothing {}
public struct Box<T> { inside: T }

#[test]
fun what_holds_is_passed_over() {
    assert_eq!(vector[1u8], vector[1u8]);
    assert_ref_eq!(&vector[1u8], &vector[1u8]);
    assert_lt!(1u64, 2u64);
    assert_le!(2u64, 2u64);
}

#[test, expected_failure(major_status = 4016, location = Self)]
fun unequal_values() { assert_eq!(1u64, 2u64) }

#[test, expected_failure(major_status = 4016, location = Self)]
fun unequal_values_by_reference() { assert_ref_eq!(&b"one", &b"two") }

#[test, expected_failure(major_status = 4016, location = Self)]
fun a_number_that_is_not_less() { assert_lt!(2u64, 2u64) }

#[test, expected_failure(major_status = 4016, location = Self)]
fun a_number_that_is_greater() { assert_le!(3u64, 2u64) }

#[test]
fun values_of_any_type_can_be_ended() {
    destroy(Nothing {});
    destroy(Box { inside: vector[Nothing {}, Nothing {}] });
    destroy(vector<Nothing>[]);
    destroy(7u256);
}
