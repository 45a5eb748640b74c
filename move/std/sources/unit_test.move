/// Assertions for unit tests, and what only tests may do. The compiler asks for a module of this name when it compiles tests.
/// An assertion that fails aborts where it stands, as in Move's own library.
#[test_only]
module std::unit_test;

/// Aborts unless both values are equal, and prints them first if they are not.
public macro fun assert_eq<$T: drop>($left: $T, $right: $T) {
    let left = $left;
    let right = $right;
    assert_ref_eq!(&left, &right)
}

/// Aborts unless both values are equal, and prints them first if they are not.
public macro fun assert_ref_eq<$T>($left: &$T, $right: &$T) {
    let left = $left;
    let right = $right;
    if (left != right) {
        std::debug::print(&b"These are not equal:".to_string());
        std::debug::print(left);
        std::debug::print(right);
        assert!(false)
    }
}

/// Aborts unless the first number is less than the second, and prints them first if it is not.
public macro fun assert_lt<$T: copy + drop>($left: $T, $right: $T) {
    let left = $left;
    let right = $right;
    if (left >= right) {
        std::debug::print(&b"The first is not less than the second:".to_string());
        std::debug::print(&left);
        std::debug::print(&right);
        assert!(false)
    }
}

/// Aborts unless the first number is at most the second, and prints them first if it is not.
public macro fun assert_le<$T: copy + drop>($left: $T, $right: $T) {
    let left = $left;
    let right = $right;
    if (left > right) {
        std::debug::print(&b"The first is greater than the second:".to_string());
        std::debug::print(&left);
        std::debug::print(&right);
        assert!(false)
    }
}

/// Ends a value of any type, also one without `drop`.
public native fun destroy<T>(v: T);

/// The compiler makes every module that was compiled for tests refer to this, so that none is taken for a published one.
public native fun poison();
