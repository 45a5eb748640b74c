/// A value that may be absent.
module std::option;

/// The option holds a value.
const EOPTION_IS_SET: u64 = 0x40000;
/// The option holds no value.
const EOPTION_NOT_SET: u64 = 0x40001;

/// Holds at most one value: a vector of length 0 or 1.
public struct Option<Element> has copy, drop, store {
    vec: vector<Element>,
}

/// The absent value.
public fun none<Element>(): Option<Element> {
    Option { vec: vector[] }
}

/// A present value.
public fun some<Element>(element: Element): Option<Element> {
    Option { vec: vector[element] }
}

public fun is_none<Element>(option: &Option<Element>): bool {
    option.vec.is_empty()
}

public fun is_some<Element>(option: &Option<Element>): bool {
    !option.vec.is_empty()
}

/// Whether the value is present and equal.
public fun contains<Element>(option: &Option<Element>, element: &Element): bool {
    option.vec.contains(element)
}

/// The value in its place; aborts if absent.
public fun borrow<Element>(option: &Option<Element>): &Element {
    assert!(option.is_some(), EOPTION_NOT_SET);
    &option.vec[0]
}

/// The value in its place, to be changed; aborts if absent.
public fun borrow_mut<Element>(option: &mut Option<Element>): &mut Element {
    assert!(option.is_some(), EOPTION_NOT_SET);
    &mut option.vec[0]
}

/// The value, or `otherwise` if absent.
public fun borrow_with_default<Element>(option: &Option<Element>, otherwise: &Element): &Element {
    if (option.is_some()) &option.vec[0] else otherwise
}

/// A copy of the value, or `otherwise` if absent.
public fun get_with_default<Element: copy + drop>(option: &Option<Element>, otherwise: Element): Element {
    if (option.is_some()) option.vec[0] else otherwise
}

/// Puts a value into an empty option; aborts if one is there.
public fun fill<Element>(option: &mut Option<Element>, element: Element) {
    assert!(option.is_none(), EOPTION_IS_SET);
    option.vec.push_back(element);
}

/// Takes the value out; aborts if absent.
public fun extract<Element>(option: &mut Option<Element>): Element {
    assert!(option.is_some(), EOPTION_NOT_SET);
    option.vec.pop_back()
}

/// Takes what is there out, value or nothing.
public fun take<Element>(option: &mut Option<Element>): Option<Element> {
    if (option.is_none()) none() else some(option.vec.pop_back())
}

/// Replaces the value and answers the old one; aborts if absent.
public fun swap<Element>(option: &mut Option<Element>, element: Element): Element {
    let old = option.extract();
    option.vec.push_back(element);
    old
}

/// Replaces the value, if any, and answers what was there.
public fun swap_or_fill<Element>(option: &mut Option<Element>, element: Element): Option<Element> {
    let old = if (option.is_some()) some(option.vec.pop_back()) else none();
    option.vec.push_back(element);
    old
}

/// Unwraps; aborts if absent.
public fun destroy_some<Element>(option: Option<Element>): Element {
    let Option { mut vec } = option;
    assert!(!vec.is_empty(), EOPTION_NOT_SET);
    let element = vec.pop_back();
    vec.destroy_empty();
    element
}

/// Ends an option; aborts if a value is in it.
public fun destroy_none<Element>(option: Option<Element>) {
    let Option { vec } = option;
    assert!(vec.is_empty(), EOPTION_IS_SET);
    vec.destroy_empty();
}

/// Unwraps, or answers `otherwise` if absent.
public fun destroy_with_default<Element: drop>(option: Option<Element>, otherwise: Element): Element {
    let Option { mut vec } = option;
    if (vec.is_empty()) otherwise else vec.pop_back()
}

/// A vector of length 0 or 1.
public fun to_vec<Element>(option: Option<Element>): vector<Element> {
    let Option { vec } = option;
    vec
}

/// Calls `$f` with the value if present.
public macro fun do<$T, $R: drop>($o: Option<$T>, $f: |$T| -> $R) {
    let o = $o;
    if (o.is_some()) {
        $f(o.destroy_some());
    } else {
        o.destroy_none();
    }
}

/// The same as `do!`.
public macro fun destroy<$T, $R: drop>($o: Option<$T>, $f: |$T| -> $R) {
    let o = $o;
    o.do!($f);
}

/// Calls `$f` with a reference to the value if present.
public macro fun do_ref<$T, $R: drop>($o: &Option<$T>, $f: |&$T| -> $R) {
    let o = $o;
    if (o.is_some()) { $f(o.borrow()); }
}

/// Calls `$f` with a mutable reference to the value if present.
public macro fun do_mut<$T, $R: drop>($o: &mut Option<$T>, $f: |&mut $T| -> $R) {
    let o = $o;
    if (o.is_some()) { $f(o.borrow_mut()); }
}

/// The option if present, otherwise what `$otherwise` computes.
public macro fun or<$T>($o: Option<$T>, $otherwise: Option<$T>): Option<$T> {
    let o = $o;
    if (o.is_some()) {
        o
    } else {
        o.destroy_none();
        $otherwise
    }
}

/// What `$f` makes of the value, absent if absent.
public macro fun and<$T, $U>($o: Option<$T>, $f: |$T| -> Option<$U>): Option<$U> {
    let o = $o;
    if (o.is_some()) {
        $f(o.destroy_some())
    } else {
        o.destroy_none();
        none()
    }
}

/// What `$f` makes of a reference to the value, absent if absent.
public macro fun and_ref<$T, $U>($o: &Option<$T>, $f: |&$T| -> Option<$U>): Option<$U> {
    let o = $o;
    if (o.is_some()) $f(o.borrow()) else none()
}

/// `$f` of the value, absent if absent.
public macro fun map<$T, $U>($o: Option<$T>, $f: |$T| -> $U): Option<$U> {
    let o = $o;
    if (o.is_some()) {
        some($f(o.destroy_some()))
    } else {
        o.destroy_none();
        none()
    }
}

/// `$f` of a reference to the value, absent if absent.
public macro fun map_ref<$T, $U>($o: &Option<$T>, $f: |&$T| -> $U): Option<$U> {
    let o = $o;
    if (o.is_some()) some($f(o.borrow())) else none()
}

/// `$f` of a mutable reference to the value, absent if absent.
public macro fun map_mut<$T, $U>($o: &mut Option<$T>, $f: |&mut $T| -> $U): Option<$U> {
    let o = $o;
    if (o.is_some()) some($f(o.borrow_mut())) else none()
}

/// The option if its value satisfies `$f`, otherwise absent.
public macro fun filter<$T: drop>($o: Option<$T>, $f: |&$T| -> bool): Option<$T> {
    let o = $o;
    if (o.is_some() && $f(o.borrow())) o else none()
}

/// Whether the value is present and satisfies `$f`.
public macro fun is_some_and<$T>($o: &Option<$T>, $f: |&$T| -> bool): bool {
    let o = $o;
    o.is_some() && $f(o.borrow())
}

/// Whether the value is absent or satisfies `$f`.
public macro fun is_none_or<$T>($o: &Option<$T>, $f: |&$T| -> bool): bool {
    let o = $o;
    o.is_none() || $f(o.borrow())
}

/// `$f` of the value; what `$otherwise` computes if absent.
public macro fun fold<$T, $R>($o: Option<$T>, $otherwise: $R, $f: |$T| -> $R): $R {
    let o = $o;
    if (o.is_some()) {
        $f(o.destroy_some())
    } else {
        o.destroy_none();
        $otherwise
    }
}

/// `$f` of a reference to the value; what `$otherwise` computes if absent.
public macro fun fold_ref<$T, $R>($o: &Option<$T>, $otherwise: $R, $f: |&$T| -> $R): $R {
    let o = $o;
    if (o.is_some()) $f(o.borrow()) else $otherwise
}

/// `$f` of a mutable reference to the value; what `$otherwise` computes if absent.
public macro fun fold_mut<$T, $R>($o: &mut Option<$T>, $otherwise: $R, $f: |&mut $T| -> $R): $R {
    let o = $o;
    if (o.is_some()) $f(o.borrow_mut()) else $otherwise
}

/// Takes the value out; what `$otherwise` computes if absent.
public macro fun extract_or<$T>($o: &mut Option<$T>, $otherwise: $T): $T {
    let o = $o;
    if (o.is_some()) o.extract() else $otherwise
}

/// The value, or what `$otherwise` computes.
public macro fun destroy_or<$T>($o: Option<$T>, $otherwise: $T): $T {
    let o = $o;
    if (o.is_some()) {
        o.destroy_some()
    } else {
        o.destroy_none();
        $otherwise
    }
}
