/// What the modules of the integer types share: macros that work on each of them.
module std::integer;

use std::string;

public macro fun max<$T>($x: $T, $y: $T): $T {
    let x = $x;
    let y = $y;
    if (x > y) x else y
}

public macro fun min<$T>($x: $T, $y: $T): $T {
    let x = $x;
    let y = $y;
    if (x < y) x else y
}

public macro fun diff<$T>($x: $T, $y: $T): $T {
    let x = $x;
    let y = $y;
    if (x > y) x - y else y - x
}

public macro fun divide_and_round_up<$T>($x: $T, $y: $T): $T {
    let x = $x;
    let y = $y;
    if (x % y == 0) x / y else x / y + 1
}

/// By squaring; never computes a square that the result does not need, which might overflow.
public macro fun pow<$T>($base: $T, $exponent: u8): $T {
    let mut base = $base;
    let mut exponent = $exponent;
    let mut result: $T = 1;
    while (exponent > 0) {
        if (exponent & 1 == 1) result = result * base;
        exponent = exponent >> 1;
        if (exponent > 0) base = base * base;
    };
    result
}

/// Bit by bit from the top: `$half` is half the number of bits of the type, so that no square overflows.
public macro fun sqrt<$T>($x: $T, $half: u8): $T {
    let x = $x;
    let mut bit = $half;
    let mut root: $T = 0;
    while (bit > 0) {
        bit = bit - 1;
        let candidate = root | (1 << bit);
        if (candidate <= x / candidate) root = candidate;
    };
    root
}

public macro fun to_string<$T>($x: $T): string::String {
    let mut x = $x;
    let mut digits = vector[];
    loop {
        digits.push_back((x % 10) as u8 + 48);
        x = x / 10;
        if (x == 0) break;
    };
    digits.reverse();
    string::utf8(digits)
}
