/// Something of every kind, and every instruction the compiler knows: the verifier accepts it all.
#[allow(unused_function, unused_const, implicit_const_copy)]
module own::parts;

use std::ledger::Ledger;

#[error]
const EWrong: vector<u8> = b"wrong";
const LIMITS: vector<u16> = vector[1, 2, 3];
const FLAGS: vector<bool> = vector[true, false];
const HOME: address = @0x7;

public struct Pair has copy, drop, store { left: u64, right: u64 }
public struct Nested has copy, drop, store { pair: Pair, rest: vector<Pair> }
public struct Coin has store { value: u64 }
public struct Box<T> has copy, drop, store { item: T }
public struct Tag<phantom T> has copy, drop, store { mark: bool }
public struct Picky<T: copy + drop> has copy, drop { item: T }
public enum Shape has copy, drop, store { Dot, Line { length: u64 }, Rect { width: u64, height: u64 } }
public enum Choice<T> has store { None, One { item: T } }

fun arithmetic8(a: u8, b: u8): u8 { ((a + b) * a - b) / b % 7 | a & b ^ 3 }
fun arithmetic16(a: u16, b: u16): u16 { (a << 3) + (b >> 2) + 500 }
fun arithmetic32(a: u32): u32 { a + 70000 }
fun arithmetic64(a: u64): u64 { a * 5000000000 }
fun arithmetic128(a: u128): u128 { a + 340282366920938463463374607431768211455 }
fun arithmetic256(a: u256): u256 { a - 115792089237316195423570985008687907853269984665640564039457584007913129639935 }
fun casts(a: u64): u256 {
    ((((((a as u8) as u16) as u32) as u64) as u128) as u256)
}
fun compare(a: u64, b: u64): bool {
    let not_less = !(a < b);
    let c = a > b && a <= b || a >= b;
    (not_less == c) != (a == b)
}
fun logic(a: bool, b: bool): bool {
    let mut both = a;
    if (b) both = false;
    both && true
}

public fun make(left: u64, right: u64): Pair { Pair { left, right } }
public fun sum(pair: &Pair): u64 { pair.left + pair.right }
public fun set(pair: &mut Pair, value: u64) { pair.left = value; pair.right = pair.left; }
public fun take(pair: Pair): u64 { let Pair { left, right: _ } = pair; left }
fun larger(pair: &mut Pair): &mut u64 { if (pair.left > pair.right) &mut pair.left else &mut pair.right }
fun write_larger(pair: &mut Pair) { *larger(pair) = 9; let copied = *pair; set(pair, copied.left); }
fun nested(nested: &mut Nested): u64 {
    set(&mut nested.pair, 1);
    let first = &mut nested.rest[0];
    set(first, 2);
    sum(&nested.pair) + sum(&nested.rest[0])
}
fun sums(nested: &Nested): u64 {
    let mut total = 0;
    let mut i = 0;
    let rest = &nested.rest;
    while (i < rest.length()) {
        if (i == 7) { i = i + 1; continue };
        total = total + sum(&rest[i]);
        i = i + 1;
        if (total > 1000) break
    };
    total
}

public fun permit_for_boxes(): std::internal::Permit<Box<u64>> { std::internal::permit() }
public fun mint(value: u64): Coin { Coin { value } }
public fun burn(coin: Coin): u64 { let Coin { value } = coin; value }
fun maybe_burn(coin: Coin, yes: bool): u64 { if (yes) { burn(coin) } else { burn(coin) + 1 } }
fun swap_coins(a: &mut Coin, b: &mut Coin) { let value = a.value; a.value = b.value; b.value = value; }

fun box<T>(item: T): Box<T> { Box { item } }
fun unbox<T>(box: Box<T>): T { let Box { item } = box; item }
fun look<T>(box: &Box<T>): &T { &box.item }
fun reach<T>(box: &mut Box<T>): &mut T { &mut box.item }
fun change<T: drop>(box: &mut Box<T>, item: T) { box.item = item }
fun replace<T: drop>(box: &mut Box<T>, item: T) { *reach(box) = item }
fun boxed(): u64 { let box = Box { item: 1 }; *look(&box) + unbox(box) }
fun tag<T>(): Tag<T> { Tag { mark: true } }
fun picky<T: copy + drop>(item: T): Picky<T> { let p = Picky { item }; p }
fun twice<T: copy>(item: &T): (T, T) { (*item, *item) }
fun chain<T>(count: u64, item: T): T { if (count == 0) item else chain(count - 1, item) }

fun area(shape: &Shape): u64 {
    match (shape) {
        Shape::Dot => 0,
        Shape::Line { length } => *length,
        Shape::Rect { width, height } => *width * *height,
    }
}
fun stretch(shape: &mut Shape) {
    match (shape) {
        Shape::Dot => (),
        Shape::Line { length } => *length = *length + 1,
        Shape::Rect { width, height } => { *width = *height; *height = 0 },
    }
}
fun consume(shape: Shape): u64 {
    match (shape) {
        Shape::Line { length } => length,
        Shape::Rect { width, height } if (*width > 3) => width + height,
        _ => 0,
    }
}
fun shapes(): vector<Shape> { vector[Shape::Dot, Shape::Line { length: 1 }, Shape::Rect { width: 1, height: 2 }] }
fun choose<T: drop>(item: T, yes: bool): Choice<T> { if (yes) Choice::One { item } else Choice::None }
fun discard<T: drop>(choice: Choice<T>) {
    match (choice) { Choice::None => (), Choice::One { item: _ } => abort 7 }
}
fun peek<T: copy>(choice: &Choice<T>): T {
    match (choice) { Choice::One { item } => *item, Choice::None => abort EWrong }
}
fun poke<T: drop>(choice: &mut Choice<T>, value: T) {
    match (choice) { Choice::One { item } => *item = value, Choice::None => () }
}

fun vectors(v: &mut vector<u64>): u64 {
    v.push_back(3);
    let last = v.pop_back();
    v.swap(0, 1);
    let first = &mut v[0];
    *first = *first + last;
    v[1] + v.length()
}
fun empties(): u64 {
    let v = vector<Coin>[];
    v.destroy_empty();
    LIMITS.length() + FLAGS.length() + (HOME.to_bytes()).length()
}

fun deep(n: u64): u64 {
    let mut total = 0;
    let mut a = 0;
    while (a < n) {
        let mut b = 0;
        while (b < n) {
            let mut c = 0;
            loop { if (c == n) break; c = c + 1; if (c == 3) continue; total = total + c };
            b = b + 1
        };
        a = a + 1
    };
    total
}
fun references_in_loop(pairs: &mut vector<Pair>, n: u64): u64 {
    let mut i = 0;
    let mut best = &pairs[0];
    while (i < n) { let next = &pairs[i]; if (sum(next) > sum(best)) best = next; i = i + 1 };
    let result = best.left;
    let mut j = 0;
    while (j < n) { let next = &mut pairs[j]; next.left = result; j = j + 1 };
    result
}
public(package) fun shared(): u64 { 1 }

entry fun keep(ledger: &mut Ledger, owner: &signer, value: u64) {
    let at = std::signer::address_of(owner);
    if (ledger.exists<Coin>(at)) {
        let coin = ledger.borrow_mut<Coin>(at);
        coin.value = coin.value + value;
    } else ledger.publish(at, mint(value));
    assert!(ledger.borrow<Coin>(at).value > 0, EWrong);
    ledger.publish(at, box(7u64));
    let Box<u64> { item: _ } = ledger.take<Box<u64>>(at);
    burn(ledger.take<Coin>(at));
    std::event::emit(make(1, 2));
}
