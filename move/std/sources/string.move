/// Text: bytes that are valid UTF-8.
module std::string;

use std::ascii;

/// The bytes are not valid UTF-8.
const EInvalidUTF8: u64 = 1;
/// The index is beyond the end of the text or inside a character.
const EInvalidIndex: u64 = 2;

/// Valid UTF-8.
public struct String has copy, drop, store {
    bytes: vector<u8>,
}

/// The text of bytes; aborts unless they are valid UTF-8.
public fun utf8(bytes: vector<u8>): String {
    assert!(internal_check_utf8(&bytes), EInvalidUTF8);
    String { bytes }
}

/// The text of bytes, absent unless they are valid UTF-8.
public fun try_utf8(bytes: vector<u8>): Option<String> {
    if (internal_check_utf8(&bytes)) option::some(String { bytes }) else option::none()
}

/// The same text, known to be ASCII.
public fun from_ascii(text: ascii::String): String {
    String { bytes: text.into_bytes() }
}

/// The same text as ASCII; aborts unless all of it is.
public fun to_ascii(text: String): ascii::String {
    text.into_bytes().to_ascii_string()
}

public fun as_bytes(text: &String): &vector<u8> {
    &text.bytes
}

/// The older name of `as_bytes`.
public fun bytes(text: &String): &vector<u8> {
    &text.bytes
}

public fun into_bytes(text: String): vector<u8> {
    let String { bytes } = text;
    bytes
}

public fun is_empty(text: &String): bool {
    text.bytes.is_empty()
}

/// Length in bytes.
public fun length(text: &String): u64 {
    text.bytes.length()
}

/// Adds text at the end.
public fun append(text: &mut String, more: String) {
    text.bytes.append(more.into_bytes())
}

/// Adds bytes at the end; aborts unless they are valid UTF-8.
public fun append_utf8(text: &mut String, bytes: vector<u8>) {
    text.append(utf8(bytes))
}

/// Puts text before the byte at index `at`; aborts unless that lies between characters.
public fun insert(text: &mut String, at: u64, more: String) {
    let length = text.length();
    let mut whole = text.substring(0, at);
    whole.append(more);
    whole.append(text.substring(at, length));
    *text = whole;
}

/// The bytes from `from` up to, not including, `to`; aborts unless both lie between characters.
public fun substring(text: &String, from: u64, to: u64): String {
    let bytes = &text.bytes;
    let fits = from <= to && internal_is_char_boundary(bytes, from) && internal_is_char_boundary(bytes, to);
    assert!(fits, EInvalidIndex);
    String { bytes: internal_sub_string(bytes, from, to) }
}

/// The older name of `substring`.
public fun sub_string(text: &String, from: u64, to: u64): String {
    text.substring(from, to)
}

/// Byte index of the first occurrence, the length if there is none.
public fun index_of(text: &String, part: &String): u64 {
    internal_index_of(&text.bytes, &part.bytes)
}

native fun internal_check_utf8(bytes: &vector<u8>): bool;

native fun internal_is_char_boundary(bytes: &vector<u8>, index: u64): bool;

native fun internal_sub_string(bytes: &vector<u8>, from: u64, to: u64): vector<u8>;

native fun internal_index_of(bytes: &vector<u8>, part: &vector<u8>): u64;

/// For tests of the native function alone, without the checks of `substring`.
#[test_only]
public fun internal_sub_string_for_testing(bytes: &vector<u8>, from: u64, to: u64): vector<u8> {
    internal_sub_string(bytes, from, to)
}
