/// Printing, for unit tests only.
#[test_only]
module std::debug;

/// Prints a value.
public native fun print<T>(value: &T);
