module std::ledger;

use std::numbers;

/// A stand-in for the real one: what matters here is who depends on whom.
public fun height(): u64 {
    numbers::one() + 1
}

#[test_only]
public fun height_in_tests(): u64 {
    7
}
