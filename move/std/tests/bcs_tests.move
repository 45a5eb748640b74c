#[test_only]
module std::bcs_tests;

use std::bcs;
use std::unit_test::assert_eq;

public struct Record has copy, drop { flag: bool, owner: address, names: vector<vector<u8>>, limit: Option<u64> }

#[test]
fun writes_canonical_bytes() {
    assert_eq!(bcs::to_bytes(&258u64), x"0201000000000000");
    assert_eq!(bcs::to_bytes(&vector[true, false]), x"020100");
    assert_eq!(bcs::to_bytes(&option::some(5u8)), x"0105");
    assert_eq!(bcs::to_bytes(&@0x0102)[30], 1);
    assert_eq!(bcs::to_bytes(&b"k".to_string()), x"016b");
    assert_eq!(bcs::to_bytes(&vector::tabulate!(128, |_| 0u8)).take(3), x"800100");
}

#[test]
fun reads_what_it_wrote() {
    let record = Record { flag: true, owner: @0xA, names: vector[b"", b"ab"], limit: option::some(7) };
    let mut bcs = bcs::new(bcs::to_bytes(&record));
    let flag = bcs.peel_bool();
    let owner = bcs.peel_address();
    let names = bcs.peel_vec_vec_u8();
    let limit = bcs.peel_option_u64();
    assert_eq!(Record { flag, owner, names, limit }, record);
    bcs.finish();
}

#[test]
fun reads_numbers_of_every_width() {
    let mut bytes = bcs::to_bytes(&0x12u8);
    bytes.append(bcs::to_bytes(&0x1234u16));
    bytes.append(bcs::to_bytes(&0x12345678u32));
    bytes.append(bcs::to_bytes(&0xFEDC_BA98_7654_3210u64));
    bytes.append(bcs::to_bytes(&std::u128::max_value!()));
    bytes.append(bcs::to_bytes(&(std::u256::max_value!() - 1)));
    bytes.append(b"rest");
    let mut bcs = bcs::new(bytes);
    assert_eq!(bcs.peel_u8(), 0x12);
    assert_eq!(bcs.peel_u16(), 0x1234);
    assert_eq!(bcs.peel_u32(), 0x12345678);
    assert_eq!(bcs.peel_u64(), 0xFEDC_BA98_7654_3210);
    assert_eq!(bcs.peel_u128(), std::u128::max_value!());
    assert_eq!(bcs.peel_u256(), std::u256::max_value!() - 1);
    assert_eq!(bcs.into_remainder_bytes(), b"rest");
}

#[test]
fun reads_vectors_and_options_of_every_kind() {
    assert_eq!(bcs::new(bcs::to_bytes(&vector[@0xA, @0xB])).peel_vec_address(), vector[@0xA, @0xB]);
    assert_eq!(bcs::new(bcs::to_bytes(&vector[true, false])).peel_vec_bool(), vector[true, false]);
    assert_eq!(bcs::new(bcs::to_bytes(&b"abc")).peel_vec_u8(), b"abc");
    assert_eq!(bcs::new(bcs::to_bytes(&vector[1u16, 2])).peel_vec_u16(), vector[1, 2]);
    assert_eq!(bcs::new(bcs::to_bytes(&vector[1u32, 2])).peel_vec_u32(), vector[1, 2]);
    assert_eq!(bcs::new(bcs::to_bytes(&vector[1u64, 2])).peel_vec_u64(), vector[1, 2]);
    assert_eq!(bcs::new(bcs::to_bytes(&vector[1u128, 2])).peel_vec_u128(), vector[1, 2]);
    assert_eq!(bcs::new(bcs::to_bytes(&vector[1u256, 2])).peel_vec_u256(), vector[1, 2]);
    assert_eq!(bcs::new(bcs::to_bytes(&option::some(@0xA))).peel_option_address(), option::some(@0xA));
    assert_eq!(bcs::new(bcs::to_bytes(&option::some(true))).peel_option_bool(), option::some(true));
    assert_eq!(bcs::new(bcs::to_bytes(&option::some(1u8))).peel_option_u8(), option::some(1));
    assert_eq!(bcs::new(bcs::to_bytes(&option::some(1u16))).peel_option_u16(), option::some(1));
    assert_eq!(bcs::new(bcs::to_bytes(&option::some(1u32))).peel_option_u32(), option::some(1));
    assert_eq!(bcs::new(bcs::to_bytes(&option::none<u64>())).peel_option_u64(), option::none());
    assert_eq!(bcs::new(bcs::to_bytes(&option::some(1u128))).peel_option_u128(), option::some(1));
    assert_eq!(bcs::new(bcs::to_bytes(&option::some(1u256))).peel_option_u256(), option::some(1));
    let nested = vector[option::some(vector[1u8]), option::none()];
    assert_eq!(bcs::new(bcs::to_bytes(&nested)).peel_vec!(|bcs| bcs.peel_option!(|bcs| bcs.peel_vec_u8())), nested);
}

#[test]
fun reads_lengths_and_variants() {
    assert_eq!(bcs::new(x"00").peel_vec_length(), 0);
    assert_eq!(bcs::new(x"7f").peel_vec_length(), 127);
    assert_eq!(bcs::new(x"8001").peel_vec_length(), 128);
    assert_eq!(bcs::new(x"ffffffff07").peel_vec_length(), 0x7FFF_FFFF);
    assert_eq!(bcs::new(x"ffffffff0f").peel_enum_tag(), 0xFFFF_FFFF);
}

#[test, expected_failure(abort_code = std::bcs::EOutOfRange)]
fun refuses_a_cut_number() {
    bcs::new(x"01020304050607").peel_u64();
}

#[test, expected_failure(abort_code = std::bcs::EOutOfRange)]
fun refuses_a_cut_address() {
    bcs::new(@0xA.to_bytes().take(31)).peel_address();
}

#[test, expected_failure(abort_code = std::bcs::EOutOfRange)]
fun refuses_a_cut_vector() {
    bcs::new(x"03aabb").peel_vec_u8();
}

#[test, expected_failure(abort_code = std::bcs::EOutOfRange)]
fun refuses_a_long_vector_without_making_it() {
    bcs::new(x"ffffffff07").peel_vec_u8();
}

#[test, expected_failure(abort_code = std::bcs::ENotBool)]
fun refuses_another_bool() {
    bcs::new(x"02").peel_bool();
}

#[test, expected_failure(abort_code = std::bcs::ENotBool)]
fun refuses_an_option_of_two() {
    bcs::new(x"020101").peel_option_u8();
}

#[test, expected_failure(abort_code = std::bcs::ELenOutOfRange)]
fun refuses_a_length_that_is_not_the_shortest() {
    bcs::new(x"8000").peel_vec_length();
}

#[test, expected_failure(abort_code = std::bcs::ELenOutOfRange)]
fun refuses_a_cut_length() {
    bcs::new(x"80").peel_vec_length();
}

#[test, expected_failure(abort_code = std::bcs::ELenOutOfRange)]
fun refuses_a_length_of_2_to_the_31() {
    bcs::new(x"8080808008").peel_vec_length();
}

#[test, expected_failure(abort_code = std::bcs::ELenOutOfRange)]
fun refuses_a_variant_of_2_to_the_32() {
    bcs::new(x"8080808010").peel_enum_tag();
}

#[test, expected_failure(abort_code = std::bcs::ELenOutOfRange)]
fun refuses_a_length_of_six_bytes() {
    bcs::new(x"808080808001").peel_vec_length();
}

#[test, expected_failure(abort_code = std::bcs::EBytesLeft)]
fun refuses_bytes_left_over() {
    let mut bcs = bcs::new(x"0102");
    bcs.peel_u8();
    bcs.finish();
}
