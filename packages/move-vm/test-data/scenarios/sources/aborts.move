/// Aborts and how they are told apart.
module scenarios::aborts;

#[error]
const ETooMuch: vector<u8> = b"That is too much: \xe2\x82\xac.";
#[error]
const ENumber: u64 = 42;
const EPlain: u64 = 7;

public fun check(n: u64): u64 {
    assert!(n < 10, ETooMuch);
    assert!(n != 5, EPlain);
    assert!(n != 6, ENumber);
    assert!(n != 7);
    if (n == 8) abort 18446744073709551615;
    n
}

/// The place of an abort is where it happens, not who called.
public fun calls_check(n: u64): u64 { scenarios::deep::through(n) + 1 }

/// A native of std refuses.
public fun bad_string(): std::string::String { std::string::utf8(vector[0xff]) }

