/// The right to freeze wallets and customers' accounts. There is one, made at genesis; whoever keeps it answers for due
/// process. What is frozen takes money in and gives none out until a time, at which the freeze ends by itself.
module money::freeze;

use std::ledger::Ledger;

#[error]
const ENotFramework: vector<u8> = b"Only a genesis program that signs as the money package may do this.";
#[error]
const EAlreadyEstablished: vector<u8> = b"The authority to freeze has been given out already.";

/// The right to freeze and to release.
public struct FreezeAuthority has store {}

/// A `FreezeAuthority` put to use: it ends with the transaction at the latest.
public struct FreezePermit has drop {}

/// At `@money` once the authority exists.
public struct Established has store {}

/// The authority, given out once: nobody has a key to `@money`, only a genesis program can sign as it.
public fun establish(ledger: &mut Ledger, framework: &signer): FreezeAuthority {
    assert!(framework.address_of() == @money, ENotFramework);
    assert!(!ledger.exists<Established>(@money), EAlreadyEstablished);
    ledger.publish(@money, Established {});
    FreezeAuthority {}
}

/// The right to freeze, for unit tests of what is done by it.
#[test_only]
public fun test_permit(): FreezePermit {
    FreezePermit {}
}

/// Puts the authority to use.
public fun permit(_authority: &FreezeAuthority): FreezePermit {
    FreezePermit {}
}
