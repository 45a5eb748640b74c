/// Programs that want too much: each has to be stopped.
module bombs::bombs;

use std::bcs;
use std::crypto;
use std::event;
use std::hash;
use std::ledger::{Self, Ledger};
use std::paged_vector;
use std::string;
use std::table;
use std::type_name;

public struct Pair<A, B> has copy, drop, store { a: A, b: B }
public struct Flat has copy, drop, store { a: u256, b: u256, c: u256, d: u256, e: u256, f: u256, g: u256, h: u256 }
public struct Wide has copy, drop, store { a: Flat, b: Flat, c: Flat, d: Flat, e: Flat, f: Flat, g: Flat, h: Flat }
public struct Huge has copy, drop, store { a: Wide, b: Wide, c: Wide, d: Wide, e: Wide, f: Wide, g: Wide, h: Wide }
public struct Stored has store { bytes: vector<u8> }
public struct Noise has copy, drop { number: u64 }
public enum Many has copy, drop, store { None, Some(vector<u64>), Two(Huge, Huge) }

public fun spin() { loop {} }

public fun count() { let mut i = 0u64; loop { i = i + 1 } }

fun dive(n: u64): u64 { 1 + dive(n + 1) }
public fun deep() { dive(0); }

fun ping(n: u64): u64 { pong(n) + 1 }
fun pong(n: u64): u64 { ping(n) + 1 }
public fun ping_pong() { ping(0); }

public fun dive_wide(h: Huge): u64 { let a = h; let b = h; let c = h; dive_wide(a) + dive_wide(b) + dive_wide(c) }
public fun wide() { dive_wide(huge()); }

public fun fan(n: u64): u64 { if (n == 0) 1 else fan(n - 1) + fan(n - 1) + fan(n - 1) }
public fun exponential_calls() { fan(40); }

public fun push_u8() { let mut v = vector[]; loop { v.push_back(1u8) } }
public fun push_big() { let mut v = vector[]; let mut i = 18446744073709551615u64; loop { v.push_back(i); i = i - 1 } }
public fun push_u256() { let mut v = vector[]; let mut i = 1u256 << 255; loop { v.push_back(i); i = i + 1 } }
public fun push_struct() { let mut v = vector[]; loop { v.push_back(Pair { a: 1u8, b: true }) } }
public fun push_huge() { let h = huge(); let mut v = vector[]; loop { v.push_back(h) } }
public fun push_empty() { let mut v = vector[]; loop { v.push_back(vector<u8>[]) } }
public fun push_small() { let mut v = vector[]; loop { v.push_back(vector[1u64, 2, 3, 4, 5, 6, 7, 8, 9, 10]) } }
public fun push_enum() { let mut v = vector[]; loop { v.push_back(Many::Some(vector[1, 2, 3])) } }
public fun push_enum_wide() { let mut v = vector[]; let h = huge(); loop { v.push_back(Many::Two(h, h)) } }

public fun double() { let mut v = vector[1u64]; loop { let copied = v; v.append(copied) } }
public fun double_nested() { let mut v = vector[vector[1u8]]; loop { let copied = v; v.append(copied) } }
public fun hold_copies() { let v = thousand(); let mut held = vector[]; loop { held.push_back(v) } }
public fun nest_copies() {
    let a = thousand();
    let b = vector[a, a, a, a, a, a, a, a, a, a];
    let c = vector[b, b, b, b, b, b, b, b, b, b];
    let d = vector[c, c, c, c, c, c, c, c, c, c];
    let e = vector[d, d, d, d, d, d, d, d, d, d];
    let f = vector[e, e, e, e, e, e, e, e, e, e];
    assert!(f.length() == 0, 0);
}
public fun copy_loop() { let v = thousand(); let mut last = v; loop { last = v; assert!(last.length() > 0, 0) } }
public fun compare() { let v = thousand(); let w = thousand(); loop { assert!(v == w, 0) } }
public fun insert_front() { let mut v = vector[]; loop { v.insert(1u8, 0) } }
public fun hash_loop() { let v = thousand(); loop { hash::sha3_256(v); } }
public fun blake_loop() { let v = thousand(); loop { crypto::blake2b_256(v); } }
public fun encode_loop() { let v = thousand(); let mut held = vector[]; loop { held.push_back(bcs::to_bytes(&v)) } }
public fun multiply() { let mut x = 3u256; loop { x = (x * x) % 340282366920938463463374607431768211297 } }
public fun text() { let s = string::utf8(thousand()); let mut held = vector[]; loop { held.push_back(s.substring(0, 900)) } }
public fun names() { let mut held = vector[]; loop { held.push_back(type_name::with_defining_ids<Pair<Huge, Pair<Huge, Huge>>>()) } }
public fun events() { loop { event::emit(Noise { number: 1 }) } }

entry fun entries(ledger: &mut Ledger) {
    let mut map = table::new<u64, u64>(ledger);
    let mut i = 0;
    loop { map.add(i, i); i = i + 1; if (i == 0) break };
    map.destroy_empty();
}

entry fun pages(ledger: &mut Ledger) {
    loop {
        let mut one = paged_vector::new<u64>(ledger);
        one.push_back(1);
        one.pop_back();
        one.destroy_empty();
    }
}

entry fun rewrite_page(ledger: &mut Ledger) {
    let mut one = paged_vector::new<u64>(ledger);
    one.push_back(0);
    let mut i = 0u64;
    loop { one.set(0, i); i = i + 1; if (i == 0) break };
    one.pop_back();
    one.destroy_empty();
}

entry fun store_much(ledger: &mut Ledger) {
    let mut bytes = thousand();
    let mut i = 0;
    while (i < 11) { let copied = bytes; bytes.append(copied); i = i + 1 };
    ledger::publish(ledger, @0x1, Stored { bytes });
}

public fun types0<T: drop>() { types1<Pair<T, T>>() }
fun types1<T: drop>() { types2<Pair<T, T>>() }
fun types2<T: drop>() { types3<Pair<T, T>>() }
fun types3<T: drop>() { types4<Pair<T, T>>() }
fun types4<T: drop>() { types5<Pair<T, T>>() }
fun types5<T: drop>() { types6<Pair<T, T>>() }
fun types6<T: drop>() { types7<Pair<T, T>>() }
fun types7<T: drop>() { types8<Pair<T, T>>() }
fun types8<T: drop>() { types9<Pair<T, T>>() }
fun types9<T: drop>() { types10<Pair<T, T>>() }
fun types10<T: drop>() { types11<Pair<T, T>>() }
fun types11<T: drop>() { types12<Pair<T, T>>() }
fun types12<T: drop>() { type_name::with_defining_ids<Pair<T, T>>(); }
public fun exponential_types() { types0<Pair<Huge, Huge>>() }

fun thousand(): vector<u8> { let mut v = vector[]; let mut i = 0u64; while (i < 1000) { v.push_back(65); i = i + 1 }; v }
fun flat(): Flat { Flat { a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1, h: 1 } }
fun middle(): Wide { let f = flat(); Wide { a: f, b: f, c: f, d: f, e: f, f, g: f, h: f } }
fun huge(): Huge { let w = middle(); Huge { a: w, b: w, c: w, d: w, e: w, f: w, g: w, h: w } }
