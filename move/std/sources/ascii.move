/// Text of ASCII characters only.
module std::ascii;

public use fun std::string::from_ascii as String.to_string;

/// A byte is not an ASCII character.
const EInvalidASCIICharacter: u64 = 0x10000;
/// The index is beyond the end of the text.
const EInvalidIndex: u64 = 0x10001;

/// Bytes below 128.
public struct String has copy, drop, store {
    bytes: vector<u8>,
}

/// One character.
public struct Char has copy, drop, store {
    byte: u8,
}

/// The character of a byte; aborts unless it is ASCII.
public fun char(byte: u8): Char {
    assert!(is_valid_char(byte), EInvalidASCIICharacter);
    Char { byte }
}

/// The byte of a character.
public fun byte(char: Char): u8 {
    let Char { byte } = char;
    byte
}

/// The text of bytes; aborts unless all are ASCII.
public fun string(bytes: vector<u8>): String {
    assert!(bytes.all!(|byte| is_valid_char(*byte)), EInvalidASCIICharacter);
    String { bytes }
}

/// The text of bytes, absent unless all are ASCII.
public fun try_string(bytes: vector<u8>): Option<String> {
    if (bytes.all!(|byte| is_valid_char(*byte))) option::some(String { bytes }) else option::none()
}

public fun is_valid_char(byte: u8): bool {
    byte <= 0x7F
}

/// Whether a byte is one that prints, the space included.
public fun is_printable_char(byte: u8): bool {
    byte >= 0x20 && byte <= 0x7E
}

/// Whether a byte is a letter or a digit.
public fun is_alphanumeric(byte: u8): bool {
    is_uppercase(byte) || is_lowercase(byte) || is_digit(byte)
}

public fun is_uppercase(byte: u8): bool {
    byte >= 0x41 && byte <= 0x5A
}

public fun is_lowercase(byte: u8): bool {
    byte >= 0x61 && byte <= 0x7A
}

public fun is_digit(byte: u8): bool {
    byte >= 0x30 && byte <= 0x39
}

/// Whether every character is one that prints.
public fun all_characters_printable(text: &String): bool {
    text.bytes.all!(|byte| is_printable_char(*byte))
}

/// Adds a character at the end.
public fun push_char(text: &mut String, char: Char) {
    text.bytes.push_back(char.byte);
}

/// Takes the last character off; a vector error if there is none.
public fun pop_char(text: &mut String): Char {
    Char { byte: text.bytes.pop_back() }
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

/// Adds text at the end.
public fun append(text: &mut String, more: String) {
    text.bytes.append(more.into_bytes())
}

/// Puts text before the character at index `at`; aborts beyond the end.
public fun insert(text: &mut String, at: u64, more: String) {
    assert!(at <= text.length(), EInvalidIndex);
    let rest = text.bytes.skip_mut(at);
    text.bytes.append(more.into_bytes());
    text.bytes.append(rest);
}

/// The characters from `from` up to, not including, `to`; aborts beyond the end.
public fun substring(text: &String, from: u64, to: u64): String {
    assert!(from <= to && to <= text.length(), EInvalidIndex);
    String { bytes: vector::tabulate!(to - from, |i| text.bytes[from + i]) }
}

/// Index of the first occurrence, the length if there is none.
public fun index_of(text: &String, part: &String): u64 {
    let (length, wanted) = (text.length(), part.length());
    let mut start = 0;
    while (start + wanted <= length) {
        let mut i = 0;
        while (i < wanted && text.bytes[start + i] == part.bytes[i]) i = i + 1;
        if (i == wanted) return start;
        start = start + 1;
    };
    length
}

/// The same text with its letters in upper case.
public fun to_uppercase(text: &String): String {
    String { bytes: text.bytes.map_ref!(|byte| if (is_lowercase(*byte)) *byte - 0x20 else *byte) }
}

/// The same text with its letters in lower case.
public fun to_lowercase(text: &String): String {
    String { bytes: text.bytes.map_ref!(|byte| if (is_uppercase(*byte)) *byte + 0x20 else *byte) }
}
