/// Who oversees: supervisors grant licences and withdraw them. The first is made at genesis and appoints a second; further changes
/// are those of `oversight::supervisor_change`. A supervisor's keys, one or k of n, change by `money::account::rotate_key`.
module oversight::supervisor;

use oversight::office;
use std::event;
use std::ledger::Ledger;
use std::string::String;

#[error]
const ENotSupervisor: vector<u8> = b"Only a supervisor may do this.";
#[error]
const EAlreadySupervisor: vector<u8> = b"The address is a supervisor already.";
#[error]
const ESeveral: vector<u8> = b"Where there are several supervisors none appoints alone: most of them approve of it.";

/// The right to oversee. A resource at the supervisor's address.
public struct Supervisor has store {}

/// A `Supervisor` put to use: it ends with the transaction at the latest.
public struct SupervisorPermit has drop {}

public struct SupervisorAppointed has copy, drop {
    supervisor: address,
}

public struct SupervisorResigned has copy, drop {
    supervisor: address,
}

public struct SupervisorDismissed has copy, drop {
    supervisor: address,
    reason: String,
}

/// Appoints another supervisor, by the only one.
public(package) entry fun appoint(ledger: &mut Ledger, supervisor: &signer, appointed: address) {
    let _permit = permit(ledger, supervisor);
    assert!(office::supervisors(ledger) == 1, ESeveral);
    initialise(ledger, appointed);
}

/// Gives the right up, unless nobody else has it.
public(package) entry fun resign(ledger: &mut Ledger, supervisor: &signer) {
    let at = supervisor.address_of();
    assert!(ledger.exists<Supervisor>(at), ENotSupervisor);
    office::lay_down(ledger, at);
    let Supervisor {} = ledger.take<Supervisor>(at);
    event::emit(SupervisorResigned { supervisor: at });
}

/// Puts the supervisor's right to use. Aborts if the signer has none.
public fun permit(ledger: &Ledger, supervisor: &signer): SupervisorPermit {
    assert!(ledger.exists<Supervisor>(supervisor.address_of()), ENotSupervisor);
    SupervisorPermit {}
}

/// Whether an address is a supervisor.
public fun exists(ledger: &Ledger, at: address): bool {
    ledger.exists<Supervisor>(at)
}

/// Takes the right from a supervisor whom others dismiss, unless nobody else has it.
public(package) fun dismiss(ledger: &mut Ledger, at: address, reason: String) {
    assert!(ledger.exists<Supervisor>(at), ENotSupervisor);
    office::lay_down(ledger, at);
    let Supervisor {} = ledger.take<Supervisor>(at);
    event::emit(SupervisorDismissed { supervisor: at, reason });
}

/// Aborts if the address holds an office already.
public(package) fun check_can_take_office(ledger: &Ledger, at: address) {
    assert!(!ledger.exists<Supervisor>(at), EAlreadySupervisor);
    office::check_none(ledger, at);
}

/// Makes an address a supervisor.
public(package) fun initialise(ledger: &mut Ledger, supervisor: address) {
    assert!(!ledger.exists<Supervisor>(supervisor), EAlreadySupervisor);
    office::take_up(ledger, supervisor, office::supervisor());
    ledger.publish(supervisor, Supervisor {});
    event::emit(SupervisorAppointed { supervisor });
}
