/// The beginning of oversight on a chain.
module oversight::genesis;

use oversight::investigator;
use oversight::publishing;
use oversight::supervisor;
use oversight::warrant;
use std::ledger::Ledger;

#[error]
const ENotFramework: vector<u8> = b"Only a genesis program that signs as the oversight package may do this.";

/// Makes the first supervisor and enables publishing, once. A genesis program signs as `@oversight` and as `@std`, to which
/// nobody has a key.
public(package) entry fun initialise(ledger: &mut Ledger, framework: &signer, std: &signer, first: address) {
    assert!(framework.address_of() == @oversight, ENotFramework);
    publishing::initialise(ledger, std);
    supervisor::initialise(ledger, first);
}

/// Makes the first investigating authority and enables warrants, once. A genesis program signs as `@oversight` and as
/// `@money`. Without this nothing can be frozen on a chain.
public(package) entry fun enable_warrants(ledger: &mut Ledger, framework: &signer, money: &signer, first: address) {
    assert!(framework.address_of() == @oversight, ENotFramework);
    warrant::initialise(ledger, money);
    investigator::initialise(ledger, first);
}
