/// Shapes of every kind.
module shapes::shape;

use std::event;
use std::ledger::Ledger;
use std::string::String;
use std::table::Table;

/// What a shape is.
public enum Kind has copy, drop, store {
    Circle { radius: u64 },
    Rectangle { wide_side: u64, tags: vector<u8> },
    Empty,
}

/// A pair.
public struct Pair<A: store, phantom P> has store {
    first: A,
    /// The same again.
    second: A,
}

public struct Drawing has store {
    kind: Kind,
    names: vector<String>,
    pairs: vector<Pair<u128, u8>>,
    by_name: Table<u32, Kind>,
    maybe: Option<vector<address>>,
}

/// Never stored, so nobody outside needs to read it.
public struct Permit has drop {}

public struct Drawn has copy, drop {
    kind: Kind,
    pos: Option<u64>,
}

/// Draws.
///
/// The second paragraph ends a comment: */
public(package) entry fun draw(_ledger: &mut Ledger, artist: &signer, witness: &signer, in: vector<vector<u16>>, `for`: Option<String>) {
    let (_, _, _, _) = (artist, witness, in, `for`);
    event::emit(Drawn { kind: Kind::Empty, pos: option::none() });
}

public fun generic<T: store + drop>(value: T, permit: &Permit): Pair<u64, T> {
    let (_, _) = (&value, permit);
    Pair { first: 1, second: 2 }
}

public fun peek<A: store, P>(pair: &Pair<A, P>): &A { &pair.first }

fun hidden() {}
