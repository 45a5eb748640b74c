/// Packages that licensed publishers put on the ledger. A package lives at an address of its own, which follows from its
/// publisher and its name, so that it is known before the package is compiled and nobody has a key to it.
module oversight::publishing;

use oversight::licence;
use std::ascii;
use std::bcs;
use std::event;
use std::hash;
use std::ledger::Ledger;
use std::package::{Self, PublishAuthority, PublishPermit};
use std::string::String;

#[error]
const EPublishingNotEnabled: vector<u8> = b"This ledger takes no modules: its genesis did not enable publishing.";
#[error]
const EBadName: vector<u8> = b"A package's name is 1 to 64 letters, digits, hyphens and underscores.";
#[error]
const EUnknownPolicy: vector<u8> = b"An upgrade policy is 0 (compatible), 1 (additive) or 2 (immutable).";
#[error]
const EPackageExists: vector<u8> = b"The publisher has a package of this name already: upgrade it.";
#[error]
const EUnknownPackage: vector<u8> = b"There is no published package at this address.";
#[error]
const ENotPublisher: vector<u8> = b"Only the publisher of the package may do this.";
#[error]
const EPackageImmutable: vector<u8> = b"The package is immutable: no version of it can ever follow.";
#[error]
const EPolicyLoosened: vector<u8> = b"The policy of a package can only become stricter.";

/// Upgrades keep what is public and every layout; what is private may change. Under 1, additive, they keep everything, code
/// included, and may only add.
const COMPATIBLE: u8 = 0;
/// There are no upgrades.
const IMMUTABLE: u8 = 2;

const MAX_NAME_BYTES: u64 = 64;
const ADDRESS_DOMAIN: vector<u8> = b"sycee-package-v1";

/// At `@oversight` on a ledger that takes modules.
public struct Publishing has store {
    authority: PublishAuthority,
}

/// A published package, at its address.
public struct Package has store {
    publisher: address,
    name: String,
    /// From 1; each upgrade adds 1.
    version: u64,
    /// 0 compatible, 1 additive, 2 immutable.
    policy: u8,
    /// Addresses of the packages that it uses, ascending.
    dependencies: vector<address>,
}

public struct PackagePublished has copy, drop {
    package: address,
    publisher: address,
    name: String,
    policy: u8,
}

public struct PackageUpgraded has copy, drop {
    package: address,
    version: u64,
}

public struct PolicyRestricted has copy, drop {
    package: address,
    policy: u8,
}

/// Publishes the modules of a new package, compiled for `package_address(publisher, name)`. They can be called from the
/// next block on. Beyond the aborts here it is refused with `malformed_module`, `unsound_module` or `wrong_package`.
public(package) entry fun publish(
    ledger: &mut Ledger,
    publisher: &signer,
    name: String,
    modules: vector<vector<u8>>,
    policy: u8,
) {
    let publisher = publisher.address_of();
    licence::check(ledger, publisher, licence::publisher(), 0);
    assert_name(&name);
    assert!(policy <= IMMUTABLE, EUnknownPolicy);
    let package = package_address(publisher, name);
    assert!(!ledger.exists<Package>(package), EPackageExists);
    let permit = permit(ledger);
    let dependencies = package::publish(ledger, permit, package, modules);
    ledger.publish(package, Package { publisher, name, version: 1, policy, dependencies });
    event::emit(PackagePublished { package, publisher, name, policy });
}

/// Puts a new version in place of all modules of a package. Refused with `incompatible_upgrade` beyond what `publish` is.
public(package) entry fun upgrade(ledger: &mut Ledger, publisher: &signer, package: address, modules: vector<vector<u8>>) {
    let policy = own_package(ledger, publisher, package).policy;
    licence::check(ledger, publisher.address_of(), licence::publisher(), 0);
    assert!(policy != IMMUTABLE, EPackageImmutable);
    let permit = permit(ledger);
    let dependencies = package::upgrade(ledger, permit, package, modules, policy != COMPATIBLE);
    let record = ledger.borrow_mut<Package>(package);
    record.version = record.version + 1;
    record.dependencies = dependencies;
    event::emit(PackageUpgraded { package, version: record.version });
}

/// Makes the policy of a package stricter, for good. `IMMUTABLE` freezes it.
public(package) entry fun restrict(ledger: &mut Ledger, publisher: &signer, package: address, policy: u8) {
    let current = own_package(ledger, publisher, package).policy;
    assert!(policy <= IMMUTABLE, EUnknownPolicy);
    assert!(policy > current, EPolicyLoosened);
    ledger.borrow_mut<Package>(package).policy = policy;
    event::emit(PolicyRestricted { package, policy });
}

/// Where a publisher's package of a name lives: blake2b-256 of a domain, the publisher's address and the name's bytes.
public fun package_address(publisher: address, name: String): address {
    let mut bytes = ADDRESS_DOMAIN;
    bytes.append(bcs::to_bytes(&publisher));
    bytes.append(name.into_bytes());
    std::address::from_bytes(hash::blake2b_256(bytes))
}

/// The version of a package, from 1.
public fun version(ledger: &Ledger, package: address): u64 {
    record(ledger, package).version
}

/// The upgrade policy of a package: 0 compatible, 1 additive, 2 immutable.
public fun policy(ledger: &Ledger, package: address): u8 {
    record(ledger, package).policy
}

/// Takes the ledger's authority to publish into keeping.
public(package) fun initialise(ledger: &mut Ledger, std: &signer) {
    let authority = package::establish(ledger, std);
    ledger.publish(@oversight, Publishing { authority });
}

fun permit(ledger: &Ledger): PublishPermit {
    assert!(ledger.exists<Publishing>(@oversight), EPublishingNotEnabled);
    ledger.borrow<Publishing>(@oversight).authority.permit()
}

fun record(ledger: &Ledger, package: address): &Package {
    assert!(ledger.exists<Package>(package), EUnknownPackage);
    ledger.borrow<Package>(package)
}

fun own_package(ledger: &Ledger, publisher: &signer, package: address): &Package {
    let record = record(ledger, package);
    assert!(record.publisher == publisher.address_of(), ENotPublisher);
    record
}

fun assert_name(name: &String) {
    let bytes = name.as_bytes();
    assert!(!bytes.is_empty() && bytes.length() <= MAX_NAME_BYTES, EBadName);
    // 0x2D and 0x5F are the hyphen and the underscore.
    assert!(bytes.all!(|byte| ascii::is_alphanumeric(*byte) || *byte == 0x2D || *byte == 0x5F), EBadName);
}
