#[test_only]
module std::unit_test;

/// The compiler wants this module whenever tests are kept.
public fun poison() {}
