/// Who investigates: authorities that ask for warrants. They are no supervisors' doing: the first is made at genesis, and only they
/// appoint others, so that a warrant always has two independent authorities behind it.
module oversight::investigator;

use oversight::office;
use std::event;
use std::ledger::Ledger;

#[error]
const ENotInvestigator: vector<u8> = b"Only an investigating authority may do this.";
#[error]
const EAlreadyInvestigator: vector<u8> = b"The address is an investigating authority already.";

/// The right to ask for warrants. A resource at the authority's address.
public struct Investigator has store {}

/// An `Investigator` put to use: it ends with the transaction at the latest.
public struct InvestigatorPermit has drop {}

public struct InvestigatorAppointed has copy, drop {
    investigator: address,
}

public struct InvestigatorResigned has copy, drop {
    investigator: address,
}

/// Appoints another investigating authority.
public(package) entry fun appoint(ledger: &mut Ledger, investigator: &signer, appointed: address) {
    let _permit = permit(ledger, investigator);
    initialise(ledger, appointed);
}

/// Gives the right up, unless nobody else has it.
public(package) entry fun resign(ledger: &mut Ledger, investigator: &signer) {
    let at = investigator.address_of();
    assert!(exists(ledger, at), ENotInvestigator);
    office::lay_down(ledger, at);
    let Investigator {} = ledger.take<Investigator>(at);
    event::emit(InvestigatorResigned { investigator: at });
}

/// Puts the right to use. Aborts if the signer has none.
public fun permit(ledger: &Ledger, investigator: &signer): InvestigatorPermit {
    assert!(exists(ledger, investigator.address_of()), ENotInvestigator);
    InvestigatorPermit {}
}

/// Whether an address is an investigating authority.
public fun exists(ledger: &Ledger, at: address): bool {
    ledger.exists<Investigator>(at)
}

/// Makes an address an investigating authority.
public(package) fun initialise(ledger: &mut Ledger, investigator: address) {
    assert!(!exists(ledger, investigator), EAlreadyInvestigator);
    office::take_up(ledger, investigator, office::investigator());
    ledger.publish(investigator, Investigator {});
    event::emit(InvestigatorAppointed { investigator });
}
