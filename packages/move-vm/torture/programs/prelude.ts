/** Sources that every set of generated modules stands on: the vector of the language, and functions with places of their own for faults. */
export const BASE_SOURCES: Readonly<Record<string, string>> = {
  "sources/unit_test.move": "#[test_only]\nmodule std::unit_test;\npublic fun poison() {}\n",
  "sources/vector.move": `#[defines_primitive(vector)]
module std::vector;
#[bytecode_instruction] public native fun empty<Element>(): vector<Element>;
#[bytecode_instruction] public native fun length<Element>(v: &vector<Element>): u64;
#[syntax(index)] #[bytecode_instruction] public native fun borrow<Element>(v: &vector<Element>, i: u64): &Element;
#[syntax(index)] #[bytecode_instruction] public native fun borrow_mut<Element>(v: &mut vector<Element>, i: u64): &mut Element;
#[bytecode_instruction] public native fun push_back<Element>(v: &mut vector<Element>, element: Element);
#[bytecode_instruction] public native fun pop_back<Element>(v: &mut vector<Element>): Element;
#[bytecode_instruction] public native fun destroy_empty<Element>(v: vector<Element>);
#[bytecode_instruction] public native fun swap<Element>(v: &mut vector<Element>, i: u64, j: u64);
`,
  "sources/lib.move": `#[allow(all)]
module gen::lib;
#[error] const EOdd: vector<u8> = b"An odd number was given.";
const EBig: u64 = 77;
public fun half(n: u64): u64 { if (n % 2 == 1) abort EOdd; n / 2 }
public fun below(n: u64, limit: u64): u64 { assert!(n < limit, EBig); n }
public fun less_one(n: u8): u8 { n - 1 }
public fun last<T: copy>(v: &vector<T>): T { v[v.length() - 1] }
public fun at<T>(v: &vector<T>, i: u64): &T { &v[i] }
public fun at_mut<T>(v: &mut vector<T>, i: u64): &mut T { &mut v[i] }
public fun narrow(n: u256): u16 { n as u16 }
public fun stop<T>(): T { abort EBig }
public fun emptied<T>(v: vector<T>) { v.destroy_empty() }
`,
};

export const MANIFEST = `[package]
name = "gen-root"
edition = "2024"
flavor = "core"
implicit-dependencies = false
[addresses]
std = "0x1"
gen = "0x42"
`;

/** What every generated module begins with. */
export const PRELUDE = `
use gen::lib;
#[error] const ERefused: vector<u8> = b"That is refused.";
#[error] const ECounted: vector<u8> = b"That does not count.";
const EPlain: u64 = 18446744073709551615;
public struct Box<T> has copy, drop, store { held: T, count: u8, wide: u128 }
public struct Potato<T> { inside: T, sealed: bool }
public struct Kept has drop { first: u64, order: u64 }
public struct Ghost<phantom T> has copy, drop { seen: u16 }
public enum Opt<T> has copy, drop, store { None, Some(T), Both { one: T, more: vector<T> } }
public enum Hot<T> { Cold, Warm(T) }
fun opt_none<T>(): Opt<T> { Opt::None }
fun opt_some<T>(value: T): Opt<T> { Opt::Some(value) }
fun opt_both<T>(one: T, more: vector<T>): Opt<T> { Opt::Both { one, more } }
fun opt_get<T: copy + drop>(o: &Opt<T>, otherwise: T): T { match (o) { Opt::None => otherwise, Opt::Some(t) => *t, Opt::Both { one, more } => if (more.length() > 0) more[0] else *one } }
fun opt_take<T: copy + drop>(o: Opt<T>, otherwise: T): T { match (o) { Opt::None => otherwise, Opt::Some(t) => t, Opt::Both { one, more } => if (more.length() > 1) more[1] else one } }
fun opt_turn<T: copy + drop>(o: &mut Opt<T>, value: T): bool { match (o) { Opt::None => { *o = Opt::Some(value); true }, Opt::Some(t) => { *t = value; false }, Opt::Both { one, more } => { *one = value; if (more.length() < 3) more.push_back(value); true } } }
fun opt_must<T: drop>(o: Opt<T>): T { match (o) { Opt::Some(t) => t, _ => abort ERefused } }
fun id<T>(t: T): T { t }
fun choose<T: drop>(first: bool, a: T, b: T): T { if (first) a else b }
fun nearer<T>(first: bool, a: &T, b: &T): &T { if (first) a else b }
fun further<T>(first: bool, a: &mut T, b: &mut T): &mut T { if (first) { b } else a }
fun box<T>(held: T): Box<T> { Box { held, count: 1, wide: 7 } }
fun unbox<T>(b: Box<T>): T { let Box { held, count: _, wide: _ } = b; held }
fun inside<T>(b: &Box<T>): &T { &b.held }
fun inside_mut<T>(b: &mut Box<T>): &mut T { b.count = (b.count ^ 77) % 250; &mut b.held }
fun set<T: drop>(r: &mut T, t: T) { *r = t }
fun replace<T: copy + drop>(r: &mut T, t: T): T { let old = *r; *r = t; old }
fun same<T>(a: &T, b: &T): bool { a == b }
fun differ<T>(a: &mut T, b: &mut T): bool { a != b }
fun frozen<T: copy>(r: &mut T): T { *look(r) }
fun look<T>(r: &T): &T { r }
fun seal<T>(inside: T, sealed: bool): Potato<T> { Potato { inside, sealed } }
fun unseal<T>(p: Potato<T>): (T, bool) { let Potato { inside, sealed } = p; (inside, sealed) }
fun touch<T: copy + drop>(p: &mut Potato<T>, t: T): T { p.sealed = !p.sealed; let old = p.inside; p.inside = t; old }
fun warm<T: drop>(t: T, is: bool): Hot<T> { if (is) Hot::Warm(t) else Hot::Cold }
fun cool<T: copy + drop>(h: Hot<T>, otherwise: T): T { match (h) { Hot::Cold => otherwise, Hot::Warm(t) => t } }
fun turned<T>(v: &mut vector<T>) { let n = v.length(); let mut i = 0; while (i < n / 2) { v.swap(i, n - 1 - i); i = i + 1 } }
fun counted<T: copy + drop>(v: &vector<T>, t: &T): u64 { let mut i = 0; let mut n = 0; while (i < v.length()) { if (&v[i] == t) n = n + 1; i = i + 1 }; n }
fun grown<T: copy>(v: &mut vector<T>): u64 { if (v.length() > 0 && v.length() < 6) { let e = v[0]; v.push_back(e) }; v.length() }
fun ghost<T>(seen: u16): Ghost<T> { Ghost { seen } }
fun seen<T>(g: Ghost<T>): u16 { let Ghost { seen } = g; seen }
fun bump(n: &mut u64, by: u64): u64 { *n = *n / 2 + by % 1000; *n }
fun both<A: copy, B: copy>(a: &A, b: &B): (B, A) { (*b, *a) }
fun down(n: u64): u64 { if (n == 0) 1 else n % 7 + down(n - 1) }
fun even(n: u64): bool { if (n == 0) true else odd(n - 1) }
fun odd(n: u64): bool { if (n == 0) false else even(n - 1) }
fun told<T>(value: T, at: u64, order: &mut u64): T { tell(at, order); value }
fun tell(at: u64, order: &mut u64) { *order = (*order * 31 + at) % 1000000007 }
fun both_told<A, B>(a: A, b: B, at: u64, order: &mut u64): (A, B) { tell(at, order); (a, b) }
fun third<T: drop>(_a: T, _b: T, c: T): T { c }
fun stop_plain<T>(): T { abort EPlain }
fun stop_refused<T>(): T { abort ERefused }
fun stop_counted<T>(): T { abort ECounted }
fun stop_broken<T>(): T { lib::less_one(0); abort 20 }
fun stop_at<T>(code: u64): T { abort code }
fun stop_both<A, B>(): (A, B) { abort 21 }
fun stop_nothing() { abort 22 }
`;
