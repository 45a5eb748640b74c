/// What unit tests of packages above this one start from.
#[test_only]
module oversight::testing;

use oversight::genesis;
use oversight::licence;
use std::ledger::Ledger;
use std::test_ledger::{Self, new_signer};

const SUPERVISOR: address = @0x5;

/// Makes 0x5 the first supervisor.
public fun supervise(ledger: &mut Ledger) {
    genesis::initialise(ledger, &new_signer(@oversight), &new_signer(@std), SUPERVISOR);
}

public fun supervisor(): signer {
    new_signer(SUPERVISOR)
}

/// Grants a licence without a limit that does not expire.
public fun license(ledger: &mut Ledger, holder: address, kind: u8, unit: u32) {
    licence::grant(ledger, &supervisor(), holder, kind, unit, option::none(), option::none());
}

/// Sets what a holder may have outstanding.
public fun limit(ledger: &mut Ledger, holder: address, kind: u8, unit: u32, limit: u128) {
    licence::limit(ledger, &supervisor(), holder, kind, unit, option::some(limit));
}

public fun suspend(ledger: &mut Ledger, holder: address, kind: u8, unit: u32) {
    licence::suspend(ledger, &supervisor(), holder, kind, unit, b"A test.".to_string());
}

public fun resume(ledger: &mut Ledger, holder: address, kind: u8, unit: u32) {
    licence::resume(ledger, &supervisor(), holder, kind, unit);
}

public fun revoke(ledger: &mut Ledger, holder: address, kind: u8, unit: u32) {
    licence::revoke(ledger, &supervisor(), holder, kind, unit, b"A test.".to_string());
}

public fun end(ledger: Ledger) {
    test_ledger::destroy(ledger);
}
