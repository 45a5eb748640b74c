/// Every way in which a line may or may not be reached.
module marks::flow;

public struct Point has copy, drop {
    x: u64,
    y: u64,
}

public enum Kind has copy, drop {
    One,
    Two { size: u64 },
    Three(u64),
}

public fun branches(a: u64, b: u64): u64 {
    use std::u64;
    let point = Point { x: a, y: b };
    let Point { x, y } = point;
    if (x > 10) return 1;
    let larger = if (x < y) {
        u64::max(x, y)
    } else if (x == y) x
    else {
        x
    };
    if (larger == 0) 0 else larger
}

public fun arms(kind: &Kind): u64 {
    match (kind) {
        Kind::One => 1,
        Kind::Two { size } if (*size > 5) => {
            let double = *size * 2;
            double
        },
        Kind::Two { size } => *size,
        Kind::Three(n) => choose<u64, bool>(*n, true),
    }
}

fun choose<A: drop, B: drop>(a: A, _: B): A { a }

public fun loops(n: u64): u64 {
    let mut i = 0;
    let mut sum = 0;
    'outer: loop {
        while (i < n) {
            i = i + 1;
            if (i == 3) continue;
            sum = sum + i;
        };
        break 'outer
    };
    vector[1, 2].do!(|each| sum = sum + each);
    vector<u64>[].do!(
        |each| sum = sum + each,
    );
    sum
}

public macro fun twice($f: || -> u64): u64 {
    let first = $f();
    first + $f()
}

public fun deep(n: u64): u64 {
    if (n == 0) abort 7;
    deep(n - 1) + 1
}

public fun never(): u64 {
    1
}

#[test_only]
public fun only_for_tests() {
    never();
}

#[test_only]
public fun two(size: u64): Kind { Kind::Two { size } }
#[test_only]
public fun three(n: u64): Kind { Kind::Three(n) }
