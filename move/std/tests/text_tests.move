#[test_only]
module std::text_tests;

use std::address;
use std::ascii;
use std::string;
use std::type_name;
use std::unit_test::assert_eq;

public struct Pair<phantom A, phantom B> {}

#[test, expected_failure(abort_code = 1, location = std::string)]
fun a_part_does_not_end_before_it_begins() {
    string::internal_sub_string_for_testing(&b"bank", 2, 1);
}

#[test]
fun joins_and_cuts() {
    let mut text = b"k\xC4\x8Dn".to_string();
    text.append(b"-bank".to_string());
    assert_eq!(text.length(), 9);
    assert_eq!(text.substring(0, 1), b"k".to_string());
    assert_eq!(text.sub_string(1, 3), b"\xC4\x8D".to_string());
    assert!(text.substring(9, 9).is_empty());
    text.insert(3, b"\xC3\xAD".to_string());
    assert_eq!(text, b"k\xC4\x8D\xC3\xADn-bank".to_string());
    text.append_utf8(b"!");
    assert_eq!(text.into_bytes(), b"k\xC4\x8D\xC3\xADn-bank!");
    assert_eq!(*text.as_bytes(), *text.bytes());
    assert_eq!(string::try_utf8(b"\xFF"), option::none());
    assert_eq!(b"\xE2\x82\xAC".try_to_string(), option::some(b"\xE2\x82\xAC".to_string()));
}

#[test]
fun finds_text_in_text() {
    let text = b"aabaabaaa".to_string();
    assert_eq!(text.index_of(&b"".to_string()), 0);
    assert_eq!(text.index_of(&b"aab".to_string()), 0);
    assert_eq!(text.index_of(&b"abaaa".to_string()), 4);
    assert_eq!(text.index_of(&b"aaa".to_string()), 6);
    assert_eq!(text.index_of(&text), 0);
    assert_eq!(text.index_of(&b"bb".to_string()), 9);
    assert_eq!(text.index_of(&b"aabaabaaaa".to_string()), 9);
}

#[test, expected_failure(abort_code = std::string::EInvalidUTF8)]
fun refuses_what_is_not_utf8() {
    string::utf8(b"\xC4");
}

#[test, expected_failure(abort_code = std::string::EInvalidIndex)]
fun refuses_to_cut_through_a_character() {
    b"\xC4\x8D".to_string().substring(0, 1);
}

#[test, expected_failure(abort_code = std::string::EInvalidIndex)]
fun refuses_to_cut_beyond_the_end() {
    b"abcd".to_string().substring(4, 5);
}

#[test, expected_failure(abort_code = std::string::EInvalidIndex)]
fun refuses_to_cut_backwards() {
    b"abcd".to_string().substring(3, 2);
}

#[test, expected_failure(abort_code = std::string::EInvalidIndex)]
fun refuses_to_insert_into_a_character() {
    b"\xC4\x8D".to_string().insert(1, b"x".to_string());
}

#[test]
fun knows_ascii() {
    let text = ascii::string(b"CZK 12");
    assert_eq!(text.to_string(), b"CZK 12".to_string());
    assert_eq!(b"CZK 12".to_string().to_ascii(), text);
    assert_eq!(ascii::try_string(b"\x80"), option::none());
    assert_eq!(b"\x7F".try_to_ascii_string(), option::some(ascii::string(b"\x7F")));
    assert!(text.all_characters_printable() && !ascii::string(b"\x1F").all_characters_printable());
    assert!(!ascii::is_printable_char(0x7F) && ascii::is_printable_char(0x20));
    assert!(ascii::is_alphanumeric(0x7A) && ascii::is_alphanumeric(0x30) && !ascii::is_alphanumeric(0x5F));
    assert_eq!(text.to_lowercase(), ascii::string(b"czk 12"));
    assert_eq!(text.to_lowercase().to_uppercase(), text);
    assert_eq!(ascii::string(b"@[`{").to_uppercase().to_lowercase(), ascii::string(b"@[`{"));
}

#[test]
fun joins_and_cuts_ascii() {
    let mut text = ascii::string(b"ad");
    text.insert(1, ascii::string(b"bc"));
    text.insert(4, ascii::string(b"ef"));
    text.push_char(ascii::char(0x67));
    assert_eq!(text, ascii::string(b"abcdefg"));
    assert_eq!(text.pop_char().byte(), 0x67);
    text.append(ascii::string(b"!"));
    assert_eq!(text.substring(2, 5), ascii::string(b"cde"));
    assert!(text.substring(7, 7).is_empty());
    assert_eq!(text.index_of(&ascii::string(b"de")), 3);
    assert_eq!(text.index_of(&ascii::string(b"")), 0);
    assert_eq!(text.index_of(&ascii::string(b"xy")), text.length());
    assert_eq!(text.into_bytes(), b"abcdef!");
}

#[test, expected_failure(abort_code = std::ascii::EInvalidASCIICharacter)]
fun refuses_what_is_not_ascii() {
    ascii::string(b"\xC4\x8D");
}

#[test, expected_failure(abort_code = std::ascii::EInvalidASCIICharacter)]
fun refuses_a_character_that_is_not_ascii() {
    ascii::char(0x80);
}

#[test, expected_failure(abort_code = std::ascii::EInvalidIndex)]
fun refuses_to_cut_ascii_beyond_the_end() {
    ascii::string(b"ab").substring(1, 3);
}

#[test, expected_failure(abort_code = std::ascii::EInvalidIndex)]
fun refuses_to_insert_ascii_beyond_the_end() {
    ascii::string(b"ab").insert(3, ascii::string(b"c"));
}

const LONG: vector<u8> = b"00000000000000000000000000000000000000000000000000000000000000ab";

#[test]
fun writes_addresses() {
    assert_eq!(@0xAB.to_string(), LONG.to_string());
    assert_eq!(@0xAB.to_ascii_string(), LONG.to_ascii_string());
    let digits = LONG;
    assert_eq!(address::from_ascii_bytes(&digits), @0xAB);
    assert_eq!(address::from_ascii_bytes(&LONG.to_ascii_string().to_uppercase().into_bytes()), @0xAB);
    assert_eq!(@0xAB.to_u256(), 0xAB);
    assert_eq!(address::from_u256(0xAB), @0xAB);
    assert_eq!(address::from_u256(address::max()).to_u256(), std::u256::max_value!());
    assert_eq!(address::from_bytes(@0xAB.to_bytes()), @0xAB);
    assert_eq!(@0xAB.to_bytes().length(), address::length());
    assert_eq!(@0xAB.to_bytes()[31], 0xAB);
}

#[test, expected_failure(abort_code = std::address::EWrongLength)]
fun refuses_an_address_of_31_bytes() {
    address::from_bytes(vector::tabulate!(31, |_| 0));
}

#[test, expected_failure(abort_code = std::address::EAddressParseError)]
fun refuses_an_address_of_63_digits() {
    address::from_ascii_bytes(&LONG.skip(1));
}

#[test, expected_failure(abort_code = std::address::EAddressParseError)]
fun refuses_an_address_with_another_digit() {
    let mut text = LONG;
    *&mut text[0] = 0x67;
    address::from_ascii_bytes(&text);
}

#[test]
fun names_types() {
    assert_eq!(type_name::with_defining_ids<u8>().into_string(), ascii::string(b"u8"));
    assert_eq!(type_name::with_original_ids<vector<vector<address>>>().into_string(), ascii::string(b"vector<vector<address>>"));
    let mut expected = b"0000000000000000000000000000000000000000000000000000000000000001::text_tests::Pair<bool,vector<";
    expected.append(b"0000000000000000000000000000000000000000000000000000000000000001::string::String>>");
    let name = type_name::with_defining_ids<Pair<bool, vector<string::String>>>();
    assert_eq!(*name.as_string().as_bytes(), expected);
    assert_eq!(name, type_name::get<Pair<bool, vector<string::String>>>());
    assert_eq!(name.module_string(), ascii::string(b"text_tests"));
    assert_eq!(name.datatype_string(), ascii::string(b"Pair"));
    assert_eq!(type_name::with_defining_ids<string::String>().datatype_string(), ascii::string(b"String"));
    assert_eq!(name.address_string(), @std.to_ascii_string());
    assert_eq!(type_name::defining_id<Pair<u8, u8>>(), @std);
    assert_eq!(type_name::original_id<Option<u8>>(), @std);
    assert_eq!(type_name::package_id<Option<u8>>(), type_name::original_package_id<string::String>());
    assert_eq!(name, type_name::get_with_original_ids<Pair<bool, vector<string::String>>>());
    assert_eq!(name.get_module(), name.module_string());
    assert_eq!(name.get_address(), name.address_string());
    assert_eq!(*name.borrow_string(), name.into_string());
    assert!(type_name::with_defining_ids<u256>().is_primitive() && type_name::with_defining_ids<bool>().is_primitive());
    assert!(!type_name::with_defining_ids<signer>().is_primitive() && type_name::with_defining_ids<address>().is_primitive());
    assert!(type_name::with_defining_ids<vector<string::String>>().is_primitive() && !name.is_primitive());
    // Copies share nothing.
    let mut bytes = type_name::with_defining_ids<u8>().into_string().into_bytes();
    bytes.push_back(0);
    assert_eq!(type_name::with_defining_ids<u8>().into_string().length(), 2);
}

#[test, expected_failure(abort_code = std::type_name::ENonModuleType)]
fun a_vector_has_no_module() {
    type_name::with_defining_ids<vector<string::String>>().module_string();
}

#[test, expected_failure(abort_code = std::type_name::ENonModuleType)]
fun a_primitive_has_no_address() {
    type_name::with_defining_ids<u64>().address_string();
}

#[test, expected_failure(abort_code = 0, location = type_name)]
fun a_primitive_has_no_package() {
    type_name::defining_id<u64>();
}

#[test, expected_failure(vector_error, minor_status = 1, location = std::type_name)]
fun knows_no_address_of_signer() {
    type_name::with_defining_ids<signer>().address_string();
}

#[test, expected_failure(vector_error, minor_status = 1, location = std::type_name)]
fun knows_no_module_of_signer() {
    type_name::with_defining_ids<signer>().module_string();
}

#[test, expected_failure(vector_error, minor_status = 1, location = std::type_name)]
fun knows_no_name_of_signer() {
    type_name::with_defining_ids<signer>().datatype_string();
}
