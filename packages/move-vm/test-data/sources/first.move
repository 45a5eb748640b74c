module scenarios::first;

public fun add(a: u64, b: u64): u64 { a + b }

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

#[error]
const ETooMuch: vector<u8> = b"That is too much.";
const EPlain: u64 = 7;

public fun check(n: u64) {
    assert!(n < 10, ETooMuch);
    assert!(n != 5, EPlain);
    assert!(n != 6);
}
