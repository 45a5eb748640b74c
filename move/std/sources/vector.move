/// Sequences. The first eight functions are instructions of the machine.
#[defines_primitive(vector)]
module std::vector;

public use fun std::string::utf8 as vector.to_string;
public use fun std::string::try_utf8 as vector.try_to_string;
public use fun std::ascii::string as vector.to_ascii_string;
public use fun std::ascii::try_string as vector.try_to_ascii_string;

/// The index is beyond the end of the vector.
const EINDEX_OUT_OF_BOUNDS: u64 = 0x20000;
/// A range ends before it starts, or beyond the end of the vector.
const EINVALID_RANGE: u64 = 1;

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
    assert!(i <= length, EINDEX_OUT_OF_BOUNDS);
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
    assert!(i < length, EINDEX_OUT_OF_BOUNDS);
    let mut at = i;
    while (at + 1 < length) {
        v.swap(at, at + 1);
        at = at + 1;
    };
    v.pop_back()
}

/// Takes the element at index `i` out and puts the last one in its place; aborts if the vector is empty, and is a vector
/// error if it is not but `i` is beyond its end.
public fun swap_remove<Element>(v: &mut vector<Element>, i: u64): Element {
    let length = v.length();
    assert!(length != 0, EINDEX_OUT_OF_BOUNDS);
    v.swap(i, length - 1);
    v.pop_back()
}

/// Takes the elements from `start` up to, not including, `end` out, puts all of `other` in their place and answers what it
/// took; aborts if the range ends before it starts or beyond the end of the vector. So do `drain` and `keep`.
public fun splice<Element>(v: &mut vector<Element>, start: u64, end: u64, other: vector<Element>): vector<Element> {
    assert!(start <= end && end <= v.length(), EINVALID_RANGE);
    let rest = v.skip_mut(end);
    let taken = v.skip_mut(start);
    v.append(other);
    v.append(rest);
    taken
}

/// Takes the elements from `start` up to, not including, `end` out.
public fun drain<Element>(v: &mut vector<Element>, start: u64, end: u64): vector<Element> {
    v.splice(start, end, vector[])
}

/// Drops all elements but those from `start` up to, not including, `end`.
public fun keep<Element: drop>(v: &mut vector<Element>, start: u64, end: u64) {
    let kept = v.drain(start, end);
    *v = kept;
}

/// Drops all elements after the first `n`; nothing if there are no more than `n`.
public fun truncate<Element: drop>(v: &mut vector<Element>, n: u64) {
    while (v.length() > n) { v.pop_back(); }
}

/// Copies of the elements from `start` up to, not including, `end`; aborts as for an index beyond the end if the range ends
/// before it starts or beyond the end of the vector.
public fun slice<Element: copy>(v: &vector<Element>, start: u64, end: u64): vector<Element> {
    assert!(start <= end && end <= v.length(), EINDEX_OUT_OF_BOUNDS);
    vector::tabulate!(end - start, |i| v[start + i])
}

/// Joins vectors end to end.
public fun flatten<Element>(v: vector<vector<Element>>): vector<Element> {
    let mut joined = vector[];
    v.do!(|part| joined.append(part));
    joined
}

/// The first `n` elements; drops the rest. Aborts if there are fewer.
public fun take<Element: drop>(mut v: vector<Element>, n: u64): vector<Element> {
    assert!(n <= v.length(), EINDEX_OUT_OF_BOUNDS);
    while (v.length() > n) { v.pop_back(); };
    v
}

/// Takes the first `n` elements out. Aborts if there are fewer.
public fun take_mut<Element>(v: &mut vector<Element>, n: u64): vector<Element> {
    let length = v.length();
    assert!(n <= length, EINDEX_OUT_OF_BOUNDS);
    v.reverse();
    let taken = vector::tabulate!(n, |_| v.pop_back());
    v.reverse();
    taken
}

/// All but the first `n` elements, which it drops; nothing if there are no more than `n`.
public fun skip<Element: drop>(mut v: vector<Element>, n: u64): vector<Element> {
    if (n >= v.length()) vector[] else v.skip_mut(n)
}

/// Takes all but the first `n` elements out. Aborts if there are fewer.
public fun skip_mut<Element>(v: &mut vector<Element>, n: u64): vector<Element> {
    let length = v.length();
    assert!(n <= length, EINDEX_OUT_OF_BOUNDS);
    let mut skipped = vector::tabulate!(length - n, |_| v.pop_back());
    skipped.reverse();
    skipped
}

// === Calling a function with each element ===

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

/// Consumes the vector from its end, calling `$f` with each element.
public macro fun destroy<$Element, $R: drop>($v: vector<$Element>, $f: |$Element| -> $R) {
    let mut v = $v;
    let mut left = v.length();
    while (left > 0) {
        $f(v.pop_back());
        left = left - 1;
    };
    v.destroy_empty();
}

/// Consumes the vector, calling `$f` with each element in order.
public macro fun do<$Element, $R: drop>($v: vector<$Element>, $f: |$Element| -> $R) {
    let mut v = $v;
    v.reverse();
    let mut left = v.length();
    while (left > 0) {
        $f(v.pop_back());
        left = left - 1;
    };
    v.destroy_empty();
}

/// Calls `$f` with a reference to each element in order.
public macro fun do_ref<$Element, $R: drop>($v: &vector<$Element>, $f: |&$Element| -> $R) {
    let v = $v;
    let length = v.length();
    let mut i = 0;
    while (i < length) {
        $f(&v[i]);
        i = i + 1;
    }
}

/// Calls `$f` with a mutable reference to each element in order.
public macro fun do_mut<$Element, $R: drop>($v: &mut vector<$Element>, $f: |&mut $Element| -> $R) {
    let v = $v;
    let length = v.length();
    let mut i = 0;
    while (i < length) {
        $f(&mut v[i]);
        i = i + 1;
    }
}

/// Consumes the vector and answers `$f` of each element, in order.
public macro fun map<$Element, $Result>($v: vector<$Element>, $f: |$Element| -> $Result): vector<$Result> {
    let v = $v;
    let mut results = vector[];
    v.do!(|element| results.push_back($f(element)));
    results
}

/// `$f` of a reference to each element, in order.
public macro fun map_ref<$Element, $Result>($v: &vector<$Element>, $f: |&$Element| -> $Result): vector<$Result> {
    let v = $v;
    let mut results = vector[];
    v.do_ref!(|element| results.push_back($f(element)));
    results
}

/// Consumes the vector, carrying `$initial` through `$f` from the first element to the last.
public macro fun fold<$Element, $Carried>($v: vector<$Element>, $initial: $Carried, $f: |$Carried, $Element| -> $Carried): $Carried {
    let v = $v;
    let mut carried = $initial;
    v.do!(|element| carried = $f(carried, element));
    carried
}

// === Choosing elements ===

/// Consumes the vector and keeps the elements that satisfy `$f`.
public macro fun filter<$Element: drop>($v: vector<$Element>, $f: |&$Element| -> bool): vector<$Element> {
    let v = $v;
    let mut kept = vector[];
    v.do!(|element| if ($f(&element)) kept.push_back(element));
    kept
}

/// Consumes the vector: the elements that satisfy `$f`, then those that do not.
public macro fun partition<$Element>($v: vector<$Element>, $f: |&$Element| -> bool): (vector<$Element>, vector<$Element>) {
    let v = $v;
    let mut yes = vector[];
    let mut no = vector[];
    v.do!(|element| if ($f(&element)) yes.push_back(element) else no.push_back(element));
    (yes, no)
}

/// Index of the first element that satisfies `$f`.
public macro fun find_index<$Element>($v: &vector<$Element>, $f: |&$Element| -> bool): Option<u64> {
    let v = $v;
    let length = v.length();
    let mut i = 0;
    while (i < length && !$f(&v[i])) i = i + 1;
    if (i < length) option::some(i) else option::none()
}

/// Indices of the elements that satisfy `$f`.
public macro fun find_indices<$Element>($v: &vector<$Element>, $f: |&$Element| -> bool): vector<u64> {
    let v = $v;
    let length = v.length();
    let mut indices = vector[];
    let mut i = 0;
    while (i < length) {
        if ($f(&v[i])) indices.push_back(i);
        i = i + 1;
    };
    indices
}

/// Number of elements that satisfy `$f`.
public macro fun count<$Element>($v: &vector<$Element>, $f: |&$Element| -> bool): u64 {
    let v = $v;
    let mut counted = 0;
    v.do_ref!(|element| if ($f(element)) counted = counted + 1);
    counted
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

/// The elements before the first that does not satisfy `$f`; drops the rest.
public macro fun take_while<$Element: drop>($v: vector<$Element>, $f: |&$Element| -> bool): vector<$Element> {
    let v = $v;
    let length = v.length();
    let mut i = 0;
    while (i < length && $f(&v[i])) i = i + 1;
    v.take(i)
}

/// Takes the elements before the first that does not satisfy `$f` out.
public macro fun take_mut_while<$Element>($v: &mut vector<$Element>, $f: |&$Element| -> bool): vector<$Element> {
    let v = $v;
    let length = v.length();
    let mut i = 0;
    while (i < length && $f(&v[i])) i = i + 1;
    v.take_mut(i)
}

/// The elements from the first that does not satisfy `$f` on; drops those before it.
public macro fun skip_while<$Element: drop>($v: vector<$Element>, $f: |&$Element| -> bool): vector<$Element> {
    let v = $v;
    let length = v.length();
    let mut i = 0;
    while (i < length && $f(&v[i])) i = i + 1;
    v.skip(i)
}

/// Takes the elements from the first that does not satisfy `$f` on out.
public macro fun skip_mut_while<$Element>($v: &mut vector<$Element>, $f: |&$Element| -> bool): vector<$Element> {
    let v = $v;
    let length = v.length();
    let mut i = 0;
    while (i < length && $f(&v[i])) i = i + 1;
    v.skip_mut(i)
}

// === Two vectors of equal length; all of these abort if they are not ===

/// Consumes both, calling `$f` with each pair in order.
public macro fun zip_do<$Left, $Right, $R: drop>($left: vector<$Left>, $right: vector<$Right>, $f: |$Left, $Right| -> $R) {
    let left = $left;
    let mut right = $right;
    assert!(left.length() == right.length());
    right.reverse();
    left.do!(|element| $f(element, right.pop_back()));
    right.destroy_empty();
}

/// Consumes both from their ends, calling `$f` with each pair.
public macro fun zip_do_reverse<$Left, $Right, $R: drop>($left: vector<$Left>, $right: vector<$Right>, $f: |$Left, $Right| -> $R) {
    let left = $left;
    let mut right = $right;
    assert!(left.length() == right.length());
    left.destroy!(|element| $f(element, right.pop_back()));
    right.destroy_empty();
}

/// Calls `$f` with references to each pair in order.
public macro fun zip_do_ref<$Left, $Right, $R: drop>($left: &vector<$Left>, $right: &vector<$Right>, $f: |&$Left, &$Right| -> $R) {
    let left = $left;
    let right = $right;
    let length = left.length();
    assert!(length == right.length());
    let mut i = 0;
    while (i < length) {
        $f(&left[i], &right[i]);
        i = i + 1;
    }
}

/// Calls `$f` with mutable references to each pair in order.
public macro fun zip_do_mut<$Left, $Right, $R: drop>(
    $left: &mut vector<$Left>,
    $right: &mut vector<$Right>,
    $f: |&mut $Left, &mut $Right| -> $R,
) {
    let left = $left;
    let right = $right;
    let length = left.length();
    assert!(length == right.length());
    let mut i = 0;
    while (i < length) {
        $f(&mut left[i], &mut right[i]);
        i = i + 1;
    }
}

/// Consumes both and answers `$f` of each pair, in order.
public macro fun zip_map<$Left, $Right, $Result>(
    $left: vector<$Left>,
    $right: vector<$Right>,
    $f: |$Left, $Right| -> $Result,
): vector<$Result> {
    let left = $left;
    let right = $right;
    let mut results = vector[];
    left.zip_do!(right, |x, y| results.push_back($f(x, y)));
    results
}

/// `$f` of references to each pair, in order.
public macro fun zip_map_ref<$Left, $Right, $Result>(
    $left: &vector<$Left>,
    $right: &vector<$Right>,
    $f: |&$Left, &$Right| -> $Result,
): vector<$Result> {
    let left = $left;
    let right = $right;
    let mut results = vector[];
    left.zip_do_ref!(right, |x, y| results.push_back($f(x, y)));
    results
}

// === Order, by a function that answers whether its first argument may stand before its second ===

/// Whether every element may stand before the next.
public macro fun is_sorted_by<$Element>($v: &vector<$Element>, $le: |&$Element, &$Element| -> bool): bool {
    let v = $v;
    let length = v.length();
    let mut i = 1;
    while (i < length && $le(&v[i - 1], &v[i])) i = i + 1;
    i >= length
}

/// Sorts in place; equal elements keep their order. For short or nearly sorted vectors: time grows with the square of the
/// length.
public macro fun insertion_sort_by<$Element>($v: &mut vector<$Element>, $le: |&$Element, &$Element| -> bool) {
    let v = $v;
    let length = v.length();
    let mut sorted = 1;
    while (sorted < length) {
        let mut i = sorted;
        while (i > 0 && !$le(&v[i - 1], &v[i])) {
            v.swap(i - 1, i);
            i = i - 1;
        };
        sorted = sorted + 1;
    }
}

/// Sorts in place; equal elements keep their order. Time grows with length times its logarithm.
public macro fun merge_sort_by<$Element>($v: &mut vector<$Element>, $le: |&$Element, &$Element| -> bool) {
    let v = $v;
    let length = v.length();
    let mut width = 1;
    while (width < length) {
        // Runs of `width` are sorted: merge each pair of neighbours. `runs` and `left` hold elements in reverse, so that
        // the next is always the one that `pop_back` takes.
        let mut runs = vector[];
        while (!v.is_empty()) runs.push_back(v.pop_back());
        let mut done = 0;
        while (done < length) {
            let middle = if (length - done < width) length else done + width;
            let end = if (length - middle < width) length else middle + width;
            let mut left = vector::tabulate!(middle - done, |_| runs.pop_back());
            left.reverse();
            let mut rights = end - middle;
            while (!left.is_empty() && rights > 0) {
                let next = if ($le(&left[left.length() - 1], &runs[runs.length() - 1])) {
                    left.pop_back()
                } else {
                    rights = rights - 1;
                    runs.pop_back()
                };
                v.push_back(next);
            };
            while (!left.is_empty()) v.push_back(left.pop_back());
            left.destroy_empty();
            while (rights > 0) {
                v.push_back(runs.pop_back());
                rights = rights - 1;
            };
            done = end;
        };
        runs.destroy_empty();
        width = width * 2;
    }
}
