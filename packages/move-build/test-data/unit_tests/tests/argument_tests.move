#[test_only]
module library::argument_tests;

use std::signer;

#[test(owner = @0x1, shelf = @library, count = 7)]
fun is_given_what_its_attribute_says(owner: &signer, shelf: address, count: u8) {
    assert!(signer::address_of(owner) == @0x1 && shelf == @library && count == 7);
}

#[test(other = @0x1)]
fun fails_because_it_has_no_such_parameter() {}

#[test(a = x"00")]
fun fails_because_its_value_is_no_argument(a: u64) { assert!(a == a) }

#[random_test]
fun holds_for_any_arguments(a: u8, b: u256, many: vector<vector<u16>>, who: address, yes: bool) {
    assert!((a as u256) + 1 > 0 && b / 2 <= b && many.length() < 100);
    assert!(who == who && yes == yes);
}

#[random_test, expected_failure(arithmetic_error, location = Self)]
fun fails_the_same_way_for_any_arguments(a: u8) {
    let rest = 255 - a;
    let _sum = rest + a + 1;
}

#[random_test]
fun fails_for_one_argument_at_least(a: u64) {
    assert!(a > 3);
}

#[random_test]
fun fails_because_its_arguments_cannot_be_random(_text: std::string::String) {}

#[test, expected_failure(vector_error, minor_status = 1, location = Self)]
fun expects_an_index_out_of_bounds() {
    let mut numbers = vector[1u64];
    numbers.swap(0, 1);
}

#[test, expected_failure(vector_error, minor_status = 2, location = Self)]
fun expects_a_pop_from_nothing() {
    let mut numbers = vector<u64>[];
    numbers.pop_back();
}

#[test, expected_failure(vector_error, minor_status = 3, location = Self)]
fun expects_something_left() {
    vector[1u64].destroy_empty();
}

#[test, expected_failure(vector_error, minor_status = 3, location = Self)]
fun fails_because_the_status_is_another() {
    let mut numbers = vector<u64>[];
    numbers.pop_back();
}

#[test, expected_failure(major_status = 4016, minor_status = 5, location = Self)]
fun expects_an_abort_by_its_number() {
    abort 5
}

#[test, expected_failure(out_of_gas, location = Self)]
fun expects_a_million_elements_to_be_too_many() {
    let mut numbers = vector[];
    let mut n = 0u64;
    while (n < 1024 * 1024) {
        numbers.push_back(n);
        n = n + 1;
    };
}
