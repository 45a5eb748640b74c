/// Types as values: their names. Good for messages and records; what a program may do should hang on resources, not names.
module std::type_name;

use std::ascii::{Self, String};

/// The type belongs to no module: it is a primitive or a vector.
const ENonModuleType: u64 = 0;

const COLON: u8 = 0x3A;
const LESS_THAN: u8 = 0x3C;
/// Digits of an address.
const ADDRESS_DIGITS: u64 = 64;

/// The name of a type as source code has it, with addresses of 64 digits without `0x`, and no blanks.
public struct TypeName has copy, drop, store {
    name: String,
}

/// The name of a type. A package keeps its address when it is upgraded, so that this and `with_original_ids` are the same.
public native fun with_defining_ids<T>(): TypeName;

/// The name of a type.
public native fun with_original_ids<T>(): TypeName;

/// The address of the package that declares a type; aborts for a primitive or a vector. So does the one below.
public native fun defining_id<T>(): address;

/// The address of the package that declares a type.
public native fun original_id<T>(): address;

/// Whether the type is a primitive or a vector. As in Move's own library `signer` is none of them, though it has no parts either.
public fun is_primitive(self: &TypeName): bool {
    let bytes = self.name.as_bytes();
    // Only the name of a declared type begins with an address.
    bytes != &b"signer" && (bytes.length() <= ADDRESS_DIGITS || bytes[ADDRESS_DIGITS] != COLON)
}

public fun as_string(self: &TypeName): &String {
    &self.name
}

public fun into_string(self: TypeName): String {
    let TypeName { name } = self;
    name
}

/// The address of the package, 64 digits without `0x`; aborts for a primitive or a vector. So do the two below; of `signer` all
/// three look beyond the end of the name, which is a vector error.
public fun address_string(self: &TypeName): String {
    assert!(!self.is_primitive(), ENonModuleType);
    let bytes = self.name.as_bytes();
    ascii::string(vector::tabulate!(ADDRESS_DIGITS, |i| bytes[i]))
}

/// The name of the module.
public fun module_string(self: &TypeName): String {
    assert!(!self.is_primitive(), ENonModuleType);
    let end = self.end_of_module();
    self.name.substring(ADDRESS_DIGITS + 2, end)
}

/// The name of the struct or enum, without its type arguments.
public fun datatype_string(self: &TypeName): String {
    assert!(!self.is_primitive(), ENonModuleType);
    let start = self.end_of_module() + 2;
    let bytes = self.name.as_bytes();
    let mut end = start;
    while (end < bytes.length() && bytes[end] != LESS_THAN) end = end + 1;
    self.name.substring(start, end)
}

/// Index of the colon behind the name of the module.
fun end_of_module(self: &TypeName): u64 {
    let bytes = self.name.as_bytes();
    let mut end = ADDRESS_DIGITS + 2;
    while (bytes[end] != COLON) end = end + 1;
    end
}

// === Older names ===

public native fun get<T>(): TypeName;

public native fun get_with_original_ids<T>(): TypeName;

public native fun package_id<T>(): address;

public native fun original_package_id<T>(): address;

public fun borrow_string(self: &TypeName): &String {
    self.as_string()
}

public fun get_address(self: &TypeName): String {
    self.address_string()
}

public fun get_module(self: &TypeName): String {
    self.module_string()
}
