/// What a supervisor permits. A licence is a resource at the address of whoever holds it.
module oversight::licence;

use oversight::supervisor;
use std::event;
use std::ledger::Ledger;

#[error]
const EAlreadyLicensed: vector<u8> = b"The address holds a licence to publish already.";
#[error]
const ENotLicensed: vector<u8> = b"The address holds no licence to publish modules.";

/// The licence to publish modules and to upgrade one's own.
public struct PublisherLicence has store {}

public struct PublisherLicensed has copy, drop {
    publisher: address,
}

public struct PublisherLicenceWithdrawn has copy, drop {
    publisher: address,
}

/// Licenses an address to publish modules.
public(package) entry fun grant_publisher(ledger: &mut Ledger, supervisor: &signer, publisher: address) {
    let _permit = supervisor::permit(ledger, supervisor);
    assert!(!ledger.exists<PublisherLicence>(publisher), EAlreadyLicensed);
    ledger.publish(publisher, PublisherLicence {});
    event::emit(PublisherLicensed { publisher });
}

/// Withdraws the licence. What the address has published stays; it can no longer be upgraded.
public(package) entry fun withdraw_publisher(ledger: &mut Ledger, supervisor: &signer, publisher: address) {
    let _permit = supervisor::permit(ledger, supervisor);
    assert_publisher(ledger, publisher);
    let PublisherLicence {} = ledger.take<PublisherLicence>(publisher);
    event::emit(PublisherLicenceWithdrawn { publisher });
}

/// Whether an address may publish.
public fun is_publisher(ledger: &Ledger, publisher: address): bool {
    ledger.exists<PublisherLicence>(publisher)
}

/// Aborts unless the address may publish.
public(package) fun assert_publisher(ledger: &Ledger, publisher: address) {
    assert!(is_publisher(ledger, publisher), ENotLicensed);
}
