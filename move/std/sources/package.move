/// Modules on the ledger. Who may publish, where, and under which policy is for the holder of the one `PublishAuthority`
/// to decide; that what is published is sound, and that an upgrade fits what stood there before, the machine decides.
module std::package;

use std::ledger::Ledger;

#[error]
const ENotFramework: vector<u8> = b"Only a genesis program that signs as the standard library may do this.";
#[error]
const EAlreadyEstablished: vector<u8> = b"The authority to publish has been given out already.";

/// The right to put modules on this ledger. There is one, made at genesis; whoever keeps it answers for who publishes.
public struct PublishAuthority has store {}

/// A `PublishAuthority` put to use: it ends with the transaction at the latest.
public struct PublishPermit has drop {}

/// At `@std` once the authority exists.
public struct Established has store {}

/// The authority, given out once: nobody has a key to `@std`, only a genesis program can sign as it.
public fun establish(ledger: &mut Ledger, framework: &signer): PublishAuthority {
    assert!(framework.address_of() == @std, ENotFramework);
    assert!(!ledger.exists<Established>(@std), EAlreadyEstablished);
    ledger.publish(@std, Established {});
    PublishAuthority {}
}

/// Puts the authority to use.
public fun permit(_authority: &PublishAuthority): PublishPermit {
    PublishPermit {}
}

/// Publishes modules at an address that has none. All of them are verified, each by itself, against each other and against
/// those they use; one that fails refuses them all. They can be called from the next block on. Answers the addresses of the
/// packages they use, ascending. Aborts with `malformed_module`, `unsound_module`, `wrong_package` or `resource_exists`.
public fun publish(ledger: &mut Ledger, _permit: PublishPermit, at: address, modules: vector<vector<u8>>): vector<address> {
    publish_modules(ledger, at, modules)
}

/// Puts a new version in place of all modules at an address; values in the ledger keep their types. What was public stays as
/// it was, with the layout of every struct and enum; if `additive`, so does all code. Answers and aborts as `publish` does,
/// and with `missing_resource` or `incompatible_upgrade`.
public fun upgrade(
    ledger: &mut Ledger,
    _permit: PublishPermit,
    at: address,
    modules: vector<vector<u8>>,
    additive: bool,
): vector<address> {
    upgrade_modules(ledger, at, modules, additive)
}

native fun publish_modules(ledger: &mut Ledger, at: address, modules: vector<vector<u8>>): vector<address>;

native fun upgrade_modules(ledger: &mut Ledger, at: address, modules: vector<vector<u8>>, additive: bool): vector<address>;
