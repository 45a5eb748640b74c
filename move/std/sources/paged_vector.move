/// A sequence of any length. Each page of 64 elements is an entry of state of its own, so that using one element does not
/// load the others. A ledger is needed only to make one.
module std::paged_vector;

use std::ledger::Ledger;

#[error]
const EOutOfBounds: vector<u8> = b"The index is beyond the end of the paged vector.";
#[error]
const ENotEmpty: vector<u8> = b"A paged vector can be destroyed only when it is empty.";

/// Its elements lie in pages 0, 1, … without gaps, all full but the last, none empty.
public struct PagedVector<phantom Element: store> has store {
    /// Names the pages in state; no other paged vector ever has the same.
    handle: address,
    length: u64,
}

/// An empty sequence.
public fun new<Element: store>(ledger: &mut Ledger): PagedVector<Element> {
    PagedVector { handle: new_handle(ledger), length: 0 }
}

/// Number of elements. Touches no page.
public fun length<Element: store>(v: &PagedVector<Element>): u64 {
    v.length
}

public fun is_empty<Element: store>(v: &PagedVector<Element>): bool {
    v.length == 0
}

/// Adds an element at the end. Touches the last page.
public fun push_back<Element: store>(v: &mut PagedVector<Element>, element: Element) {
    native_push_back(v, element);
    v.length = v.length + 1;
}

/// Takes the last element off; aborts if there is none. Touches the last page.
public fun pop_back<Element: store>(v: &mut PagedVector<Element>): Element {
    assert!(v.length > 0, EOutOfBounds);
    v.length = v.length - 1;
    native_pop_back(v)
}

/// A copy of an element; aborts beyond the end. Touches its page. For numbers and the like this costs less than a reference.
public fun get<Element: copy + store>(v: &PagedVector<Element>, i: u64): Element {
    assert!(i < v.length, EOutOfBounds);
    native_get(v, i)
}

/// Replaces an element; aborts beyond the end. Touches its page.
public fun set<Element: drop + store>(v: &mut PagedVector<Element>, i: u64, element: Element) {
    assert!(i < v.length, EOutOfBounds);
    native_set(v, i, element)
}

/// Reads an element; aborts beyond the end. Touches its page.
#[syntax(index)]
public fun borrow<Element: store>(v: &PagedVector<Element>, i: u64): &Element {
    assert!(i < v.length, EOutOfBounds);
    native_borrow(v, i)
}

/// Changes an element in its place; aborts beyond the end. Touches its page.
#[syntax(index)]
public fun borrow_mut<Element: store>(v: &mut PagedVector<Element>, i: u64): &mut Element {
    assert!(i < v.length, EOutOfBounds);
    native_borrow_mut(v, i)
}

/// Exchanges two elements; aborts beyond the end. Touches their pages.
public fun swap<Element: store>(v: &mut PagedVector<Element>, i: u64, j: u64) {
    assert!(i < v.length && j < v.length, EOutOfBounds);
    native_swap(v, i, j)
}

/// Takes an element out and puts the last one in its place; aborts beyond the end. Touches both pages.
public fun swap_remove<Element: store>(v: &mut PagedVector<Element>, i: u64): Element {
    assert!(i < v.length, EOutOfBounds);
    let last = v.length - 1;
    v.swap(i, last);
    v.pop_back()
}

/// Ends a sequence that has no elements.
public fun destroy_empty<Element: store>(v: PagedVector<Element>) {
    let PagedVector { handle: _, length } = v;
    assert!(length == 0, ENotEmpty);
}

native fun new_handle(ledger: &mut Ledger): address;

/// Adds an element after the last; the length is not yet counted up.
native fun native_push_back<Element: store>(v: &mut PagedVector<Element>, element: Element);

/// Takes off the element at the length: it is counted down already.
native fun native_pop_back<Element: store>(v: &mut PagedVector<Element>): Element;

native fun native_get<Element: copy + store>(v: &PagedVector<Element>, i: u64): Element;

native fun native_set<Element: drop + store>(v: &mut PagedVector<Element>, i: u64, element: Element);

native fun native_borrow<Element: store>(v: &PagedVector<Element>, i: u64): &Element;

native fun native_borrow_mut<Element: store>(v: &mut PagedVector<Element>, i: u64): &mut Element;

native fun native_swap<Element: store>(v: &mut PagedVector<Element>, i: u64, j: u64);
