/// Storage as a capability. A resource is a struct with `store` and neither `copy` nor `drop`, kept at an address under
/// its type; it is reached only through the `Ledger` that the executor hands to entry functions.
///
/// Every function here may be called only with a `T` whose outermost struct the calling module declares: a resource
/// belongs to the module of its type, whoever holds the ledger.
module std::ledger;

/// The state of the chain, while one transaction runs. It has no abilities: it cannot be kept, copied, made or dropped.
public struct Ledger {}

/// Keeps `resource` at an address. Aborts with `resource_exists` if one of that type is there.
public native fun publish<T: store>(ledger: &mut Ledger, at: address, resource: T);

/// Whether a resource of that type is at the address.
public native fun exists<T: store>(ledger: &Ledger, at: address): bool;

/// Reads a resource. Aborts with `missing_resource` if it is not there; so do the two below.
public native fun borrow<T: store>(ledger: &Ledger, at: address): &T;

/// Changes a resource in its place.
public native fun borrow_mut<T: store>(ledger: &mut Ledger, at: address): &mut T;

/// Takes a resource out.
public native fun take<T: store>(ledger: &mut Ledger, at: address): T;

/// Height of the block that runs.
public native fun height(ledger: &Ledger): u64;

/// Time of the block that runs, in milliseconds since 1970.
public native fun time_ms(ledger: &Ledger): u64;
