/// Sequences. The first eight functions are instructions of the machine.
#[defines_primitive(vector)]
module std::vector;

public use fun std::string::utf8 as vector.to_string;
public use fun std::string::try_utf8 as vector.try_to_string;
public use fun std::ascii::string as vector.to_ascii_string;

#[error]
const EOutOfBounds: vector<u8> = b"The index is beyond the end of the vector.";
#[error]
const EDifferentLengths: vector<u8> = b"The two vectors have different lengths.";

#[bytecode_instruction]
public native fun empty<Element>(): vector<Element>;

#[bytecode_instruction]
public native fun length<Element>(v: &vector<Element>): u64;

#[bytecode_instruction]
#[syntax(index)]
public native fun borrow<Element>(v: &vector<Element>, i: u64): &Element;

#[bytecode_instruction]
#[syntax(index)]
public native fun borrow_mut<Element>(v: &mut vector<Element>, i: u64): &mut Element;

#[bytecode_instruction]
public native fun push_back<Element>(v: &mut vector<Element>, element: Element);

#[bytecode_instruction]
public native fun pop_back<Element>(v: &mut vector<Element>): Element;

#[bytecode_instruction]
public native fun destroy_empty<Element>(v: vector<Element>);

#[bytecode_instruction]
public native fun swap<Element>(v: &mut vector<Element>, i: u64, j: u64);

/// A vector of one element.
public fun singleton<Element>(element: Element): vector<Element> {
    vector[element]
}

public fun is_empty<Element>(v: &vector<Element>): bool {
    v.length() == 0
}

/// Whether an equal element is in it.
public fun contains<Element>(v: &vector<Element>, element: &Element): bool {
    let length = v.length();
    let mut i = 0;
    while (i < length) {
        if (&v[i] == element) return true;
        i = i + 1;
    };
    false
}

/// `(true, index)` of the first equal element, `(false, 0)` if there is none.
public fun index_of<Element>(v: &vector<Element>, element: &Element): (bool, u64) {
    let length = v.length();
    let mut i = 0;
    while (i < length) {
        if (&v[i] == element) return (true, i);
        i = i + 1;
    };
    (false, 0)
}

/// Turns it end to end.
public fun reverse<Element>(v: &mut vector<Element>) {
    let length = v.length();
    if (length < 2) return;
    let mut front = 0;
    let mut back = length - 1;
    while (front < back) {
        v.swap(front, back);
        front = front + 1;
        back = back - 1;
    }
}

/// Moves all of `other` to the end.
public fun append<Element>(v: &mut vector<Element>, mut other: vector<Element>) {
    other.reverse();
    while (!other.is_empty()) v.push_back(other.pop_back());
    other.destroy_empty();
}

/// Puts an element at index `i`, moving later ones up; aborts beyond the end.
public fun insert<Element>(v: &mut vector<Element>, element: Element, i: u64) {
    let length = v.length();
    assert!(i <= length, EOutOfBounds);
    v.push_back(element);
    let mut at = length;
    while (at > i) {
        v.swap(at, at - 1);
        at = at - 1;
    }
}

/// Takes the element at index `i` out, moving later ones down; aborts beyond the end.
public fun remove<Element>(v: &mut vector<Element>, i: u64): Element {
    let length = v.length();
    assert!(i < length, EOutOfBounds);
    let mut at = i;
    while (at + 1 < length) {
        v.swap(at, at + 1);
        at = at + 1;
    };
    v.pop_back()
}

/// Takes the element at index `i` out and puts the last one in its place; aborts beyond the end.
public fun swap_remove<Element>(v: &mut vector<Element>, i: u64): Element {
    let length = v.length();
    assert!(i < length, EOutOfBounds);
    v.swap(i, length - 1);
    v.pop_back()
}

/// The first `n` elements; drops the rest. Aborts if there are fewer.
public fun take<Element: drop>(mut v: vector<Element>, n: u64): vector<Element> {
    assert!(n <= v.length(), EOutOfBounds);
    while (v.length() > n) { v.pop_back(); };
    v
}

/// A vector `[$f(0), …, $f($n - 1)]`.
public macro fun tabulate<$Element>($n: u64, $f: |u64| -> $Element): vector<$Element> {
    let n = $n;
    let mut v = vector[];
    let mut i = 0;
    while (i < n) {
        v.push_back($f(i));
        i = i + 1;
    };
    v
}

/// Consumes the vector, calling `$f` with each element in order.
public macro fun do<$Element, $Result: drop>($v: vector<$Element>, $f: |$Element| -> $Result) {
    let mut v = $v;
    v.reverse();
    while (!v.is_empty()) { $f(v.pop_back()); };
    v.destroy_empty();
}

/// Calls `$f` with a reference to each element in order.
public macro fun do_ref<$Element, $Result: drop>($v: &vector<$Element>, $f: |&$Element| -> $Result) {
    let v = $v;
    let length = v.length();
    let mut i = 0;
    while (i < length) {
        $f(&v[i]);
        i = i + 1;
    }
}

/// Calls `$f` with a mutable reference to each element in order.
public macro fun do_mut<$Element, $Result: drop>($v: &mut vector<$Element>, $f: |&mut $Element| -> $Result) {
    let v = $v;
    let length = v.length();
    let mut i = 0;
    while (i < length) {
        $f(&mut v[i]);
        i = i + 1;
    }
}

/// Consumes the vector from its end, calling `$f` with each element.
public macro fun destroy<$Element, $Result: drop>($v: vector<$Element>, $f: |$Element| -> $Result) {
    let mut v = $v;
    while (!v.is_empty()) { $f(v.pop_back()); };
    v.destroy_empty();
}

/// Consumes the vector and answers `$f` of each element, in order.
public macro fun map<$Element, $Result>($v: vector<$Element>, $f: |$Element| -> $Result): vector<$Result> {
    let mut results = vector[];
    do!($v, |element| results.push_back($f(element)));
    results
}

/// `$f` of a reference to each element, in order.
public macro fun map_ref<$Element, $Result>($v: &vector<$Element>, $f: |&$Element| -> $Result): vector<$Result> {
    let mut results = vector[];
    do_ref!($v, |element| results.push_back($f(element)));
    results
}

/// Consumes the vector and keeps the elements that satisfy `$f`.
public macro fun filter<$Element: drop>($v: vector<$Element>, $f: |&$Element| -> bool): vector<$Element> {
    let mut kept = vector[];
    do!($v, |element| if ($f(&element)) kept.push_back(element));
    kept
}

/// Consumes the vector, carrying `$initial` through `$f` from the first element to the last.
public macro fun fold<$Carried, $Element>($v: vector<$Element>, $initial: $Carried, $f: |$Carried, $Element| -> $Carried): $Carried {
    let mut carried = $initial;
    do!($v, |element| carried = $f(carried, element));
    carried
}

/// Whether any element satisfies `$f`; asks no further than the first.
public macro fun any<$Element>($v: &vector<$Element>, $f: |&$Element| -> bool): bool {
    let v = $v;
    let length = v.length();
    let mut i = 0;
    while (i < length && !$f(&v[i])) i = i + 1;
    i < length
}

/// Whether all elements satisfy `$f`; asks no further than the first that does not.
public macro fun all<$Element>($v: &vector<$Element>, $f: |&$Element| -> bool): bool {
    let v = $v;
    let length = v.length();
    let mut i = 0;
    while (i < length && $f(&v[i])) i = i + 1;
    i == length
}

/// Number of elements that satisfy `$f`.
public macro fun count<$Element>($v: &vector<$Element>, $f: |&$Element| -> bool): u64 {
    let mut counted = 0;
    do_ref!($v, |element| if ($f(element)) counted = counted + 1);
    counted
}

/// Index of the first element that satisfies `$f`.
public macro fun find_index<$Element>($v: &vector<$Element>, $f: |&$Element| -> bool): Option<u64> {
    let v = $v;
    let length = v.length();
    let mut i = 0;
    while (i < length && !$f(&v[i])) i = i + 1;
    if (i < length) option::some(i) else option::none()
}

/// Consumes two vectors of equal length, calling `$f` with each pair in order.
public macro fun zip_do<$Left, $Right, $Result: drop>($left: vector<$Left>, $right: vector<$Right>, $f: |$Left, $Right| -> $Result) {
    let mut left = $left;
    let mut right = $right;
    require_equal_lengths(left.length(), right.length());
    left.reverse();
    right.reverse();
    while (!left.is_empty()) { $f(left.pop_back(), right.pop_back()); };
    left.destroy_empty();
    right.destroy_empty();
}

/// Aborts unless both are equal; for `zip_do!`.
public fun require_equal_lengths(left: u64, right: u64) {
    assert!(left == right, EDifferentLengths);
}
