/// A ledger and signers for unit tests.
#[test_only]
module std::test_ledger;

use std::ledger::Ledger;

/// An empty ledger at height 0 and time 0.
public native fun new_ledger(): Ledger;

/// Ends a ledger with all that is in it.
public native fun destroy(ledger: Ledger);

/// Sets the time of the running block, in milliseconds since 1970.
public native fun set_time_ms(ledger: &mut Ledger, time_ms: u64);

/// A signer for any address.
public native fun new_signer(address: address): signer;
