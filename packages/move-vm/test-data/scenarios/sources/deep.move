module scenarios::deep;

public fun through(n: u64): u64 { let a = scenarios::inner::checked(n); a * 2 }
