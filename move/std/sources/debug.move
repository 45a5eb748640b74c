/// Printing while tests run; on a ledger it does nothing.
module std::debug;

/// Prints a value.
public native fun print<T>(value: &T);
