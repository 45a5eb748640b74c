/// Text of ASCII characters only.
module std::ascii;

use std::string;

#[error]
const ENotAscii: vector<u8> = b"The bytes are not all ASCII characters.";

/// Bytes below 128.
public struct String has copy, drop, store {
    bytes: vector<u8>,
}

/// The text of bytes; aborts unless all are ASCII.
public fun string(bytes: vector<u8>): String {
    assert!(bytes.all!(|byte| is_valid_char(*byte)), ENotAscii);
    String { bytes }
}

/// The text of bytes, absent unless all are ASCII.
public fun try_string(bytes: vector<u8>): Option<String> {
    if (bytes.all!(|byte| is_valid_char(*byte))) option::some(String { bytes }) else option::none()
}

public fun is_valid_char(byte: u8): bool {
    byte <= 0x7F
}

/// Whether a byte is a letter or a digit.
public fun is_alphanumeric(byte: u8): bool {
    is_uppercase(byte) || is_digit(byte) || (byte >= 0x61 && byte <= 0x7A)
}

public fun is_uppercase(byte: u8): bool {
    byte >= 0x41 && byte <= 0x5A
}

public fun is_digit(byte: u8): bool {
    byte >= 0x30 && byte <= 0x39
}

/// Whether a byte is one that prints, the space included.
public fun is_printable_char(byte: u8): bool {
    byte >= 0x20 && byte <= 0x7E
}

public fun length(text: &String): u64 {
    text.bytes.length()
}

public fun is_empty(text: &String): bool {
    text.bytes.is_empty()
}

public fun as_bytes(text: &String): &vector<u8> {
    &text.bytes
}

public fun into_bytes(text: String): vector<u8> {
    let String { bytes } = text;
    bytes
}

public fun append(text: &mut String, more: String) {
    text.bytes.append(more.into_bytes())
}

/// The same text as UTF-8.
public fun to_string(text: String): string::String {
    string::utf8(text.into_bytes())
}
