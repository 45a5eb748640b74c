/// Addresses: 32 bytes.
#[defines_primitive(address)]
module std::address;

use std::bcs;

#[error]
const EWrongLength: vector<u8> = b"An address has exactly 32 bytes.";

/// Number of bytes of an address.
const LENGTH: u64 = 32;

/// Number of bytes of an address.
public fun length(): u64 {
    LENGTH
}

/// The 32 bytes of an address.
public fun to_bytes(self: address): vector<u8> {
    bcs::to_bytes(&self)
}

/// The address of exactly 32 bytes.
public fun from_bytes(bytes: vector<u8>): address {
    assert!(bytes.length() == LENGTH, EWrongLength);
    native_from_bytes(bytes)
}

native fun native_from_bytes(bytes: vector<u8>): address;
