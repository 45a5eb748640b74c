/// Assertions for unit tests. The compiler asks for a module of this name when it compiles tests.
#[test_only]
module std::unit_test;

#[error]
const ENotEqual: vector<u8> = b"The two values are not equal.";
#[error]
const ENotLess: vector<u8> = b"The first number is not less than the second.";
#[error]
const EGreater: vector<u8> = b"The first number is greater than the second.";

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
        std::debug::print(left);
        std::debug::print(right);
        unequal()
    }
}

/// Aborts unless the first number is less than the second, and prints them first if it is not.
public macro fun assert_lt<$T: copy + drop>($left: $T, $right: $T) {
    let left = $left;
    let right = $right;
    if (left >= right) {
        std::debug::print(&left);
        std::debug::print(&right);
        not_less()
    }
}

/// Aborts unless the first number is at most the second, and prints them first if it is not.
public macro fun assert_le<$T: copy + drop>($left: $T, $right: $T) {
    let left = $left;
    let right = $right;
    if (left > right) {
        std::debug::print(&left);
        std::debug::print(&right);
        greater()
    }
}

/// Fails the test; for `assert_eq!` and `assert_ref_eq!`.
public fun unequal() {
    abort ENotEqual
}

/// Fails the test; for `assert_lt!`.
public fun not_less() {
    abort ENotLess
}

/// Fails the test; for `assert_le!`.
public fun greater() {
    abort EGreater
}

/// The compiler makes every module that was compiled for tests refer to this, so that none is taken for a published one.
public native fun poison();
