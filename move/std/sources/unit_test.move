/// Assertions for unit tests. The compiler asks for a module of this name when it compiles tests.
#[test_only]
module std::unit_test;

#[error]
const ENotEqual: vector<u8> = b"The two values are not equal.";

/// Aborts unless both values are equal, and prints them first if they are not.
public macro fun assert_eq<$T: drop>($left: $T, $right: $T) {
    let left = $left;
    let right = $right;
    if (left != right) {
        std::debug::print(&left);
        std::debug::print(&right);
        unequal()
    }
}

/// Fails the test; for `assert_eq!`.
public fun unequal() {
    abort ENotEqual
}

/// The compiler makes every module that was compiled for tests refer to this, so that none is taken for a published one.
public fun poison() {}
