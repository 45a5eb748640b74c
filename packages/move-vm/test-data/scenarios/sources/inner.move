module scenarios::inner;

#[error]
const EOdd: vector<u8> = b"odd";

public fun checked(n: u64): u64 { assert!(n % 2 == 0, EOdd); 100 / n }
