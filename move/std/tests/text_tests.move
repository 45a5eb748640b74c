#[test_only]
module std::text_tests;

use std::ascii;
use std::string;
use std::unit_test::assert_eq;

#[test]
fun joins_and_cuts() {
    let mut text = b"k\xC4\x8Dn".to_string();
    text.append(b"-bank".to_string());
    assert_eq!(text.length(), 9);
    assert_eq!(text.substring(0, 1), b"k".to_string());
    assert_eq!(text.substring(1, 3), b"\xC4\x8D".to_string());
    assert_eq!(text.index_of(&b"bank".to_string()), 5);
    assert_eq!(text.index_of(&b"none".to_string()), 9);
    assert_eq!(string::try_utf8(b"\xFF"), option::none());
    assert_eq!(ascii::string(b"CZK").to_string(), b"CZK".to_string());
    assert_eq!(ascii::try_string(b"\x80"), option::none());
}

#[test, expected_failure(abort_code = std::string::EInvalidUtf8)]
fun refuses_what_is_not_utf8() {
    string::utf8(b"\xC4");
}

#[test, expected_failure(abort_code = std::string::EInvalidIndex)]
fun refuses_to_cut_through_a_character() {
    b"\xC4\x8D".to_string().substring(0, 1);
}

#[test, expected_failure(abort_code = std::ascii::ENotAscii)]
fun refuses_what_is_not_ascii() {
    ascii::string(b"\xC4\x8D");
}
