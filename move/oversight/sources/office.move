/// The two offices of oversight: supervisors and investigating authorities. Nobody holds both, so that a warrant always has two
/// authorities behind it that are not each other's; and the last of either does not resign, so that an office never dies out.
module oversight::office;

use std::ledger::Ledger;

#[error]
const EOtherOffice: vector<u8> = b"Nobody is supervisor and investigating authority at once.";
#[error]
const ELastOfOffice: vector<u8> = b"The last of an office cannot resign: it appoints another first.";

const SUPERVISOR: u8 = 1;
const INVESTIGATOR: u8 = 2;

/// Which office an address holds, at the address.
public struct Office has store {
    /// 1 supervisor, 2 investigating authority.
    kind: u8,
}

/// How many hold each, at `@oversight`.
public struct Holders has store {
    supervisors: u64,
    investigators: u64,
}

public(package) fun supervisor(): u8 {
    SUPERVISOR
}

public(package) fun investigator(): u8 {
    INVESTIGATOR
}

/// How many supervisors there are.
public(package) fun supervisors(ledger: &Ledger): u64 {
    ledger.borrow<Holders>(@oversight).supervisors
}

/// Aborts if an address holds an office.
public(package) fun check_none(ledger: &Ledger, at: address) {
    assert!(!ledger.exists<Office>(at), EOtherOffice);
}

/// Gives an address an office, which has none.
public(package) fun take_up(ledger: &mut Ledger, at: address, kind: u8) {
    check_none(ledger, at);
    if (!ledger.exists<Holders>(@oversight)) ledger.publish(@oversight, Holders { supervisors: 0, investigators: 0 });
    let count = count_mut(ledger, kind);
    *count = *count + 1;
    ledger.publish(at, Office { kind });
}

/// Takes its office from an address, unless it is the last that holds it.
public(package) fun lay_down(ledger: &mut Ledger, at: address) {
    let Office { kind } = ledger.take<Office>(at);
    let count = count_mut(ledger, kind);
    assert!(*count > 1, ELastOfOffice);
    *count = *count - 1;
}

fun count_mut(ledger: &mut Ledger, kind: u8): &mut u64 {
    let holders = ledger.borrow_mut<Holders>(@oversight);
    if (kind == SUPERVISOR) &mut holders.supervisors else &mut holders.investigators
}
