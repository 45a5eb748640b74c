/// Canonical bytes of a value (Binary Canonical Serialisation).
module std::bcs;

/// The canonical bytes of any value.
public native fun to_bytes<T>(value: &T): vector<u8>;
