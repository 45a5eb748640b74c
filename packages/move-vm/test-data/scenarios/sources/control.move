/// Control flow of every shape that the compiler of Move makes.
module scenarios::control;

public fun sum_to(n: u64): u64 {
    let mut i = 0;
    let mut total = 0;
    while (i < n) {
        i = i + 1;
        if (i % 3 == 0) continue;
        total = total + i;
        if (total > 1_000_000) break;
    };
    total
}

/// Counts pairs (i, j), j <= i < n, until `limit` of them were seen; breaks out of both loops at once.
public fun pairs(n: u64, limit: u64): (u64, u64, u64) {
    let mut count = 0;
    let mut i = 0;
    let mut j = 0;
    'outer: loop {
        if (i >= n) break 'outer;
        j = 0;
        loop {
            if (j > i) break;
            count = count + 1;
            if (count == limit) break 'outer;
            if ((i + j) % 5 == 4) { i = i + 1; continue 'outer };
            j = j + 1;
        };
        i = i + 1;
    };
    (count, i, j)
}

/// A labelled block that yields from several depths.
public fun classify(x: u64, y: u64): u64 {
    let a = 'a: {
        if (x > 10) {
            if (y > 10) return 1000;
            if (y == 3) return 'a 3;
            return 'a 4
        };
        if (x == y) return 'a 5;
        6
    };
    let b = if (x < 5 && y < 5 || x == 7) a * 10 else if (!(y < 5)) a * 100 else a;
    b + a
}

/// Sequential loops, each followed by code that depends on how it ended.
public fun chain(n: u64): u64 {
    let mut x = n;
    while (x > 100) x = x / 2;
    let mut y = x;
    while (y % 7 != 0) { y = y + 1; if (y > 90) return y };
    let mut z = 0;
    loop { z = z + y + 1; if (z > 500) break; while (z % 2 == 0) z = z + 3; };
    x + y * 1000 + z * 1000000
}

public fun greatest_common_divisor(a: u64, b: u64): u64 {
    if (b == 0) a else greatest_common_divisor(b, a % b)
}

public fun is_even(n: u64): bool { if (n == 0) true else is_odd(n - 1) }

public fun is_odd(n: u64): bool { if (n == 0) false else is_even(n - 1) }

public fun descend(n: u64): u64 { if (n == 0) 0 else 1 + descend(n - 1) }
public fun descend_plainly(n: u64) { if (n > 0) descend_plainly(n - 1) }
public fun descend_laden(n: u64): u64 { if (n == 0) 0 else 1 + (1 + (1 + descend_laden(n - 1))) }

public fun spin() { loop {} }

public fun collatz(n: u64): u64 {
    let mut steps = 0;
    let mut x = n;
    while (x != 1) {
        x = if (x % 2 == 0) { x / 2 } else { 3 * x + 1 };
        steps = steps + 1;
    };
    steps
}

/// The order in which operands and side effects happen.
public fun order(x: u64): u64 {
    let mut v = vector[];
    let r = note(&mut v, x) * 100 + note(&mut v, x + 1) * 10 + { note(&mut v, 7); note(&mut v, x + 2) };
    let mut i = 0;
    let mut seen = 0;
    while (i < v.length()) { seen = seen * 10 + v[i]; i = i + 1 };
    r * 10000 + seen
}

fun note(v: &mut vector<u64>, x: u64): u64 { v.push_back(x); x }

public fun reassigned(x: u64): u64 {
    let mut a = x;
    let b = a + { a = a * 2; a } + { a = a + 1; a };
    a * 1000 + b
}

/// A frame of many slots.
public fun wide(n: u64, a0: u64, a1: u64, a2: u64, a3: u64, a4: u64, a5: u64, a6: u64, a7: u64, a8: u64, a9: u64, a10: u64, a11: u64, a12: u64, a13: u64, a14: u64, a15: u64, a16: u64, a17: u64, a18: u64, a19: u64): u64 {
    if (n == 0) return a0;
    wide(n - 1, a1 ^ n, a2 ^ n, a3 ^ n, a4 ^ n, a5 ^ n, a6 ^ n, a7 ^ n, a8 ^ n, a9 ^ n, a10 ^ n, a11 ^ n, a12 ^ n, a13 ^ n, a14 ^ n, a15 ^ n, a16 ^ n, a17 ^ n, a18 ^ n, a19 ^ n, a0 ^ n) ^ a3
}
