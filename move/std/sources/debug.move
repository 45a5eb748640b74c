/// Printing, for unit tests only.
#[test_only]
module std::debug;

/// Prints a value.
public native fun print<T>(value: &T);

/// Prints nothing: the machine keeps no stack that could be printed.
public native fun print_stack_trace();
