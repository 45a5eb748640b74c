/// Addresses: 32 bytes.
#[defines_primitive(address)]
module std::address;

use std::ascii;
use std::string::String;

#[error]
const EWrongLength: vector<u8> = b"An address has exactly 32 bytes.";
#[error]
const EAddressParseError: vector<u8> = b"An address is written as exactly 64 hexadecimal digits.";

/// Number of bytes of an address.
const LENGTH: u64 = 32;
const DIGITS: vector<u8> = b"0123456789abcdef";

/// Number of bytes of an address.
public fun length(): u64 {
    LENGTH
}

/// The largest address as a number.
public fun max(): u256 {
    std::u256::max_value!()
}

/// The 32 bytes of an address.
public native fun to_bytes(self: address): vector<u8>;

/// The address of exactly 32 bytes.
public fun from_bytes(bytes: vector<u8>): address {
    assert!(bytes.length() == LENGTH, EWrongLength);
    native_from_bytes(bytes)
}

/// The number whose 32 bytes, the highest first, are those of the address.
public native fun to_u256(self: address): u256;

/// The address whose 32 bytes are those of a number, the highest first.
public native fun from_u256(number: u256): address;

/// 64 hexadecimal digits in lower case, without `0x`.
public fun to_ascii_string(self: address): ascii::String {
    let digits = DIGITS;
    let mut text = vector[];
    self.to_bytes().do!(|byte| {
        text.push_back(digits[(byte >> 4) as u64]);
        text.push_back(digits[(byte & 0xF) as u64]);
    });
    text.to_ascii_string()
}

/// 64 hexadecimal digits in lower case, without `0x`.
public fun to_string(self: address): String {
    self.to_ascii_string().to_string()
}

/// The address of 64 hexadecimal digits, without `0x`.
public fun from_ascii_bytes(text: &vector<u8>): address {
    assert!(text.length() == 2 * LENGTH, EAddressParseError);
    from_bytes(vector::tabulate!(LENGTH, |i| (digit(text[2 * i]) << 4) | digit(text[2 * i + 1])))
}

fun digit(byte: u8): u8 {
    if (ascii::is_digit(byte)) byte - 0x30
    else if (byte >= 0x61 && byte <= 0x66) byte - 0x57
    else if (byte >= 0x41 && byte <= 0x46) byte - 0x37
    else abort EAddressParseError
}

native fun native_from_bytes(bytes: vector<u8>): address;
