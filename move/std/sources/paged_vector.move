/// A sequence of any length. Each page of 64 elements is an entry of state of its own, so that using one element does not
/// load the others. A ledger is needed only to make one.
module std::paged_vector;

use std::ledger::Ledger;
use std::table::{Self, Table};

#[error]
const EOutOfBounds: vector<u8> = b"The index is beyond the end of the paged vector.";
#[error]
const ENotEmpty: vector<u8> = b"A paged vector can be destroyed only when it is empty.";

/// Elements of a page.
const PAGE: u64 = 64;

/// Pages 0, 1, … without gaps, all full but the last, none empty.
public struct PagedVector<Element: store> has store {
    pages: Table<u64, vector<Element>>,
    length: u64,
}

/// An empty sequence.
public fun new<Element: store>(ledger: &mut Ledger): PagedVector<Element> {
    PagedVector { pages: table::new(ledger), length: 0 }
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
    let page = v.length / PAGE;
    if (v.length % PAGE == 0) v.pages.add(page, vector[element]) else v.pages[page].push_back(element);
    v.length = v.length + 1;
}

/// Takes the last element off; aborts if there is none. Touches the last page.
public fun pop_back<Element: store>(v: &mut PagedVector<Element>): Element {
    assert!(v.length > 0, EOutOfBounds);
    v.length = v.length - 1;
    let page = v.length / PAGE;
    if (v.length % PAGE > 0) return v.pages[page].pop_back();
    let mut last = v.pages.remove(page);
    let element = last.pop_back();
    last.destroy_empty();
    element
}

/// Reads an element; aborts beyond the end. Touches its page.
#[syntax(index)]
public fun borrow<Element: store>(v: &PagedVector<Element>, i: u64): &Element {
    assert!(i < v.length, EOutOfBounds);
    &v.pages[i / PAGE][i % PAGE]
}

/// Changes an element in its place; aborts beyond the end. Touches its page.
#[syntax(index)]
public fun borrow_mut<Element: store>(v: &mut PagedVector<Element>, i: u64): &mut Element {
    assert!(i < v.length, EOutOfBounds);
    &mut v.pages[i / PAGE][i % PAGE]
}

/// Exchanges two elements; aborts beyond the end. Touches their pages.
public fun swap<Element: store>(v: &mut PagedVector<Element>, i: u64, j: u64) {
    assert!(i < v.length && j < v.length, EOutOfBounds);
    let (here, there) = (i / PAGE, j / PAGE);
    if (here == there) return v.pages[here].swap(i % PAGE, j % PAGE);
    // No two pages can be borrowed at once: one element leaves, takes the other's place, and the other comes back.
    let element = v.pages[here].swap_remove(i % PAGE);
    let page = &mut v.pages[there];
    page.push_back(element);
    let other = page.swap_remove(j % PAGE);
    let page = &mut v.pages[here];
    let last = page.length();
    page.push_back(other);
    page.swap(i % PAGE, last);
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
    let PagedVector { pages, length } = v;
    assert!(length == 0, ENotEmpty);
    pages.destroy_empty();
}
