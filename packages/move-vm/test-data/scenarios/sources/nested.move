/// Values that nest as deep as values may, and one level deeper.
module scenarios::nested;

public struct Wrap<T> has copy, drop, store { inner: T }
public struct Wrap2<T> has copy, drop, store { inner: Wrap<T> }
public struct Wrap5<T> has copy, drop, store { inner: Wrap2<Wrap2<T>> }
public struct Wrap11<T> has copy, drop, store { inner: Wrap5<Wrap5<T>> }
public struct Wrap23<T> has copy, drop, store { inner: Wrap11<Wrap11<T>> }
public struct Wrap47<T> has copy, drop, store { inner: Wrap23<Wrap23<T>> }
public enum Either<T> has copy, drop, store { Full(T), Empty }

fun wrap<T>(inner: T): Wrap<T> { Wrap { inner } }
fun wrap2<T>(inner: T): Wrap2<T> { Wrap2 { inner: wrap(inner) } }
fun wrap5<T>(inner: T): Wrap5<T> { Wrap5 { inner: wrap2(wrap2(inner)) } }
fun wrap11<T>(inner: T): Wrap11<T> { Wrap11 { inner: wrap5(wrap5(inner)) } }
fun wrap23<T>(inner: T): Wrap23<T> { Wrap23 { inner: wrap11(wrap11(inner)) } }
fun wrap47<T>(inner: T): Wrap47<T> { Wrap47 { inner: wrap23(wrap23(inner)) } }

/// 47 + 47 + 23 + 5 + 5 wraps and the number in them.
fun deepest(n: u64): Wrap47<Wrap47<Wrap23<Wrap5<Wrap5<u64>>>>> { wrap47(wrap47(wrap23(wrap5(wrap5(n))))) }

public fun copied(n: u64): (bool, vector<u8>) {
    let one = deepest(n);
    let other = copy one;
    (one == other, std::bcs::to_bytes(&vector[one, other]))
}

public fun one_too_deep(n: u64): u64 {
    wrap(deepest(n));
    0
}

public fun vector_too_deep(n: u64): u64 { vector[vector[deepest(n)]].length() }

public fun empty_vector_too_deep(): u64 { vector<Wrap<Wrap47<Wrap47<Wrap23<Wrap5<Wrap5<u64>>>>>>>[].length() }

public fun variant_too_deep(): u64 {
    let _either: Either<Wrap47<Wrap47<Wrap23<Wrap5<Wrap5<u64>>>>>> = Either::Empty;
    0
}

public struct Mark<phantom T> has copy, drop, store { mark: bool }

/// The type of a mark has to be one that values may have.
public fun mark_of_deepest(): bool { Mark<Wrap47<Wrap47<Wrap23<Wrap5<Wrap5<u64>>>>>> { mark: true }.mark }
public fun mark_of_too_deep(): bool { Mark<Wrap<Wrap47<Wrap47<Wrap23<Wrap5<Wrap5<u64>>>>>>> { mark: true }.mark }

/// In three vectors 31 wraps count four levels each, the number in them four, and 32 are too many.
public fun vectors_count_again(): bool {
    Mark<vector<vector<vector<Wrap<Wrap<Wrap<Wrap<Wrap<Wrap<Wrap<Wrap<Wrap<Wrap<Wrap<Wrap<Wrap<Wrap<Wrap<Wrap<Wrap<Wrap<Wrap<Wrap<Wrap<Wrap<Wrap<Wrap<Wrap<Wrap<Wrap<Wrap<Wrap<Wrap<Wrap<u64>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>> { mark: true }.mark
}
public fun vectors_count_too_often(): bool {
    Mark<vector<vector<vector<Wrap<Wrap<Wrap<Wrap<Wrap<Wrap<Wrap<Wrap<Wrap<Wrap<Wrap<Wrap<Wrap<Wrap<Wrap<Wrap<Wrap<Wrap<Wrap<Wrap<Wrap<Wrap<Wrap<Wrap<Wrap<Wrap<Wrap<Wrap<Wrap<Wrap<Wrap<Wrap<u64>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>> { mark: true }.mark
}

/// A type is written with 128 names at most; the 129th is refused.
public fun most_names(): bool { Mark<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<u64>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>> { mark: true }.mark }
public fun too_many_names(): bool { Mark<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<u64>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>> { mark: true }.mark }

/// Each calls the next with a type that has four names more: those of the caller and of the called count.
public fun chain60<T>() { chain56<Mark<Mark<Mark<Mark<T>>>>>() }
public fun chain56<T>() { chain52<Mark<Mark<Mark<Mark<T>>>>>() }
public fun chain52<T>() { mark_of<Mark<T>>() }
fun mark_of<T>() { let _mark = Mark<T> { mark: true }; }
public fun chain_fits() { chain60<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<u8>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>() }
public fun chain_too_long() { chain60<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<u8>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>() }
/// An element counts with the type arguments of the function.
fun none<T: drop>(): u64 { vector<vector<T>>[].length() }
public fun elements_fit(): u64 { none<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<u8>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>() }
public fun elements_too_long(): u64 { none<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<vector<u8>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>() }

/// Code that would go too deep harms nobody who does not run it.
public fun perhaps_too_deep(now: bool): u64 { if (now) one_too_deep(1) else if (std::bcs::to_bytes(&1u8).is_empty()) { wrap(deepest(1)); 2 } else 3 }

public struct A<phantom T> has copy, drop, store {}
public struct B<phantom T> has copy, drop, store {}
public struct Twice0<phantom T> has copy, drop, store {}
public struct Twice1<phantom T> has copy, drop, store { a: Twice0<A<T>>, b: Twice0<B<T>> }
public struct Twice2<phantom T> has copy, drop, store { a: Twice1<A<T>>, b: Twice1<B<T>> }
public struct Twice3<phantom T> has copy, drop, store { a: Twice2<A<T>>, b: Twice2<B<T>> }
public struct Twice4<phantom T> has copy, drop, store { a: Twice3<A<T>>, b: Twice3<B<T>> }
public struct Twice5<phantom T> has copy, drop, store { a: Twice4<A<T>>, b: Twice4<B<T>> }
public struct Twice6<phantom T> has copy, drop, store { a: Twice5<A<T>>, b: Twice5<B<T>> }
public struct Twice7<phantom T> has copy, drop, store { a: Twice6<A<T>>, b: Twice6<B<T>> }
public struct Twice8<phantom T> has copy, drop, store { a: Twice7<A<T>>, b: Twice7<B<T>> }
public struct Twice9<phantom T> has copy, drop, store { a: Twice8<A<T>>, b: Twice8<B<T>> }
public struct Twice10<phantom T> has copy, drop, store { a: Twice9<A<T>>, b: Twice9<B<T>> }
public struct Twice11<phantom T> has copy, drop, store { a: Twice10<A<T>>, b: Twice10<B<T>> }
public struct Twice12<phantom T> has copy, drop, store { a: Twice11<A<T>>, b: Twice11<B<T>> }

/// Its element would be made of 8191 types, each another one.
public fun too_many_types(): u64 { vector<Twice12<u8>>[].length() }
