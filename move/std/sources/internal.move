/// Proof that a call comes from the module that declares a type, for functions of other modules that work on its behalf:
/// whoever takes a `Permit<T>` is called with the consent of the module of `T`.
module std::internal;

/// Only the module that declares `T` can make one.
public struct Permit<phantom T>() has drop;

/// A permit for a struct or enum that the calling module declares. The verifier refuses a module that calls it with
/// another type, and no transaction can call it.
public fun permit<T>(): Permit<T> {
    Permit()
}
