/// Structs, references, vectors and copies.
module scenarios::values;

public struct Point has copy, drop, store { x: u64, y: u64 }
public struct Line has copy, drop, store { from: Point, to: Point, weights: vector<u64> }
public struct Box<T> has copy, drop, store { inner: T, count: u8 }
public struct Held { line: Line, boxed: Box<vector<Point>> }

public fun make_line(a: u64): Line {
    Line { from: Point { x: a, y: a + 1 }, to: Point { x: a + 2, y: a + 3 }, weights: vector[a, a * 2] }
}

/// A copy shares nothing with what it was made from.
public fun copies(a: u64): (u64, u64, u64, u64) {
    let mut first = make_line(a);
    let mut second = first;
    second.from.x = 100;
    second.weights.push_back(5);
    *&mut first.to = Point { x: 1, y: 2 };
    let third = *&first.to;
    first.to.x = 50;
    (first.from.x, first.weights.length(), third.x, second.to.x + second.weights.length())
}

fun bump(n: &mut u64): u64 { *n = *n + 1; *n }

fun bump_both(a: &mut u64, b: &mut u64) { *a = *a + *b; *b = *a * 2; }

fun pick(p: &mut Point, first: bool): &mut u64 { if (first) &mut p.x else &mut p.y }

fun larger(a: &u64, b: &u64): u64 { if (*a > *b) *a else *b }

/// References to locals, fields and elements go through calls, branches and results.
public fun through_references(a: u64, flag: bool): (u64, u64, u64, u64) {
    let mut local = a;
    bump(&mut local);
    let mut point = Point { x: a, y: 10 };
    *pick(&mut point, flag) = 77;
    bump(pick(&mut point, !flag));
    bump_both(&mut point.x, &mut point.y);
    let mut v = vector[1, 2, 3];
    bump(&mut v[1]);
    *&mut v[0] = local;
    let r = if (flag) &mut v[2] else &mut local;
    *r = *r * 5;
    let frozen: &u64 = &point.x;
    let most = larger(frozen, &v[2]);
    (local, point.x + point.y, v[0] * 10000 + v[1] * 100 + v[2], most)
}

/// A mutable borrow of a local that loops.
public fun boxed_loop(n: u64): u64 {
    let mut i = 0;
    let mut total = 0;
    while (bump(&mut i) <= n) { bump_both(&mut total, &mut i); if (total > 100000) break };
    total + i
}

public fun swap_fields(a: u64): u64 {
    let mut line = make_line(a);
    let Line { from, to, weights } = &mut line;
    let saved = *from;
    *from = *to;
    *to = saved;
    weights.swap(0, 1);
    line.from.x * 1000 + line.to.x * 10 + line.weights[0]
}

fun wrap<T>(inner: T): Box<T> { Box { inner, count: 1 } }

fun rewrap<T: copy + drop>(b: &mut Box<T>, other: T): T { let old = b.inner; b.inner = other; b.count = b.count + 1; old }

/// Generic code over primitives, structs and vectors.
public fun generics(a: u64): (u64, u64, u8, bool) {
    let mut numbers = wrap(a);
    let old = rewrap(&mut numbers, a + 1);
    let mut points = wrap(Point { x: 1, y: a });
    let before = rewrap(&mut points, Point { x: 9, y: 9 });
    let mut nested = wrap(wrap(vector[true]));
    let was = rewrap(&mut nested, wrap(vector[]));
    (old + numbers.inner, before.y + points.inner.x, nested.count + was.count, was.inner[0])
}

public fun held(a: u64): u64 {
    let mut held = Held { line: make_line(a), boxed: wrap(vector[]) };
    let from = held.line.from;
    held.boxed.inner.push_back(from);
    held.boxed.inner[0].x = 40;
    let copied = *&held.boxed;
    held.boxed.inner.pop_back();
    let Held { line, boxed } = held;
    let Box { inner, count: _ } = boxed;
    line.from.x + copied.inner[0].x + inner.length()
}

public fun equal(a: u64, b: u64): (bool, bool, bool, bool) {
    let first = make_line(a);
    let second = make_line(b);
    (first == second, &first.weights != &second.weights, vector[a, b] == vector[b, a], &a == &b)
}

/// Vector instructions.
public fun vectors(n: u64): (u64, u64, u64, u64) {
    let mut v = vector[];
    let mut i = 0;
    while (i < n) { v.push_back(i * i); i = i + 1 };
    v.reverse();
    let last = v.pop_back();
    v.swap(0, 1);
    let mut table = vector[vector[1u8], vector[2, 3], b"xyz"];
    table[1].push_back(9);
    let taken = table.swap_remove(0);
    let (found, index) = v.index_of(&4);
    (v[0] + last, table.length() * 100 + table[0].length() * 10 + taken.length(), if (found) index else 99, v.length())
}

public fun element(n: u64, at: u64): u64 { let mut v = vector[]; let mut i = 0; while (i < n) { v.push_back(i); i = i + 1 }; v[at] }

public fun set_element(n: u64, at: u64): u64 { let mut v = vector[7]; let mut i = 0; while (i < n) { v.push_back(i); i = i + 1 }; *&mut v[at] = 5; v[0] }

public fun swap_elements(a: u64, b: u64): u64 { let mut v = vector[1, 2, 3]; v.swap(a, b); v[0] * 100 + v[1] * 10 + v[2] }

public fun pop_empty() { let mut v = vector<u64>[]; v.pop_back(); }

public fun destroy_full() { let v = vector[Held { line: make_line(1), boxed: wrap(vector[]) }]; v.destroy_empty(); }

public fun constants(): (vector<u8>, u128, address, vector<vector<u64>>) {
    (b"text", 340282366920938463463374607431768211455, @0xcafe, NESTED)
}

const NESTED: vector<vector<u64>> = vector[vector[1, 2], vector[]];

public fun constant_is_fresh(): (u64, u64) { let mut a = NESTED; a[0].push_back(3); let b = NESTED; (a[0].length(), b[0].length()) }

public fun identity<T>(x: T): T { x }

