/// Text: bytes that are valid UTF-8.
module std::string;

#[error]
const EInvalidUtf8: vector<u8> = b"The bytes are not valid UTF-8.";
#[error]
const EInvalidIndex: vector<u8> = b"The index is beyond the end of the text or inside a character.";

/// Valid UTF-8.
public struct String has copy, drop, store {
    bytes: vector<u8>,
}

/// The text of bytes; aborts unless they are valid UTF-8.
public fun utf8(bytes: vector<u8>): String {
    assert!(internal_check_utf8(&bytes), EInvalidUtf8);
    String { bytes }
}

/// The text of bytes, absent unless they are valid UTF-8.
public fun try_utf8(bytes: vector<u8>): Option<String> {
    if (internal_check_utf8(&bytes)) option::some(String { bytes }) else option::none()
}

public fun as_bytes(text: &String): &vector<u8> {
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

/// The bytes from `from` up to, not including, `to`; aborts unless both lie between characters.
public fun substring(text: &String, from: u64, to: u64): String {
    assert!(from <= to && is_boundary(&text.bytes, from) && is_boundary(&text.bytes, to), EInvalidIndex);
    let mut bytes = vector[];
    let mut i = from;
    while (i < to) {
        bytes.push_back(text.bytes[i]);
        i = i + 1;
    };
    String { bytes }
}

/// Byte index of the first occurrence, the length if there is none.
public fun index_of(text: &String, part: &String): u64 {
    let length = text.bytes.length();
    let wanted = part.bytes.length();
    let mut start = 0;
    while (start + wanted <= length) {
        let mut i = 0;
        while (i < wanted && text.bytes[start + i] == part.bytes[i]) i = i + 1;
        if (i == wanted) return start;
        start = start + 1;
    };
    length
}

// In UTF-8 every byte of a character but its first is 10xxxxxx.
fun is_boundary(bytes: &vector<u8>, i: u64): bool {
    let length = bytes.length();
    i == length || (i < length && (bytes[i] & 0xC0) != 0x80)
}

native fun internal_check_utf8(bytes: &vector<u8>): bool;
