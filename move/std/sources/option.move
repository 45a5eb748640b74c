/// A value that may be absent.
module std::option;

#[error]
const EAbsent: vector<u8> = b"The option holds no value.";
#[error]
const EPresent: vector<u8> = b"The option holds a value already.";

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
    assert!(option.is_some(), EAbsent);
    &option.vec[0]
}

/// The value in its place, to be changed; aborts if absent.
public fun borrow_mut<Element>(option: &mut Option<Element>): &mut Element {
    assert!(option.is_some(), EAbsent);
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
    assert!(option.is_none(), EPresent);
    option.vec.push_back(element);
}

/// Takes the value out; aborts if absent.
public fun extract<Element>(option: &mut Option<Element>): Element {
    assert!(option.is_some(), EAbsent);
    option.vec.pop_back()
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
    assert!(!vec.is_empty(), EAbsent);
    let element = vec.pop_back();
    vec.destroy_empty();
    element
}

/// Ends an option; aborts if a value is in it.
public fun destroy_none<Element>(option: Option<Element>) {
    let Option { vec } = option;
    assert!(vec.is_empty(), EPresent);
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
public macro fun do<$Element, $Result: drop>($option: Option<$Element>, $f: |$Element| -> $Result) {
    let option = $option;
    if (option.is_some()) {
        $f(option.destroy_some());
    } else {
        option.destroy_none();
    }
}

/// Calls `$f` with a reference to the value if present.
public macro fun do_ref<$Element, $Result: drop>($option: &Option<$Element>, $f: |&$Element| -> $Result) {
    let option = $option;
    if (option.is_some()) { $f(option.borrow()); }
}

/// `$f` of the value, absent if absent.
public macro fun map<$Element, $Result>($option: Option<$Element>, $f: |$Element| -> $Result): Option<$Result> {
    let option = $option;
    if (option.is_some()) {
        some($f(option.destroy_some()))
    } else {
        option.destroy_none();
        none()
    }
}

/// `$f` of a reference to the value, absent if absent.
public macro fun map_ref<$Element, $Result>($option: &Option<$Element>, $f: |&$Element| -> $Result): Option<$Result> {
    let option = $option;
    if (option.is_some()) some($f(option.borrow())) else none()
}

/// Whether the value is present and satisfies `$f`.
public macro fun is_some_and<$Element>($option: &Option<$Element>, $f: |&$Element| -> bool): bool {
    let option = $option;
    option.is_some() && $f(option.borrow())
}

/// The value, or what `$otherwise` computes.
public macro fun destroy_or<$Element>($option: Option<$Element>, $otherwise: $Element): $Element {
    let option = $option;
    if (option.is_some()) {
        option.destroy_some()
    } else {
        option.destroy_none();
        $otherwise
    }
}
