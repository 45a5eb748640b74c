/// The beginning of money on a chain: its registries, at `@money`.
module money::genesis;

use money::instrument;
use money::policy;
use money::unit;
use std::ledger::Ledger;

#[error]
const ENotFramework: vector<u8> = b"Only a genesis program that signs as the money package may do this.";
#[error]
const EAlreadyInitialised: vector<u8> = b"The registries of money exist already.";

/// Sets up units, instruments and policies, once. Nobody has a key to `@money`: only a genesis program can sign as it.
public(package) entry fun initialise(ledger: &mut Ledger, framework: &signer) {
    assert!(framework.address_of() == @money, ENotFramework);
    assert!(!unit::is_initialised(ledger), EAlreadyInitialised);
    unit::initialise(ledger);
    instrument::initialise(ledger);
    policy::initialise(ledger);
}
