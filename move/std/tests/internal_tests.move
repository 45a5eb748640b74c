#[test_only]
module std::internal_tests;

use std::internal::Permit;
use std::type_name;
use std::unit_test::assert_eq;

public struct Own {}
public struct OwnBox<phantom T> {}
public enum Choice { This, That }

use fun word as bool.word;

/// What another module would offer to the modules of types.
fun register<T>(_: Permit<T>): std::ascii::String {
    type_name::with_defining_ids<T>().datatype_string()
}

fun word(flag: bool): vector<u8> {
    if (flag) b"yes" else b"no"
}

#[test]
fun permits_types_of_the_calling_module() {
    assert_eq!(register(internal::permit<Own>()), b"Own".to_ascii_string());
    assert_eq!(register(internal::permit<OwnBox<u64>>()), b"OwnBox".to_ascii_string());
    assert_eq!(register(internal::permit<Choice>()), b"Choice".to_ascii_string());
}

#[test]
fun gives_bool_methods() {
    assert_eq!(true.word(), b"yes");
    assert_eq!((1u64 > 2u64).word(), b"no");
}
