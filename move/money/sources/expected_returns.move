/// Money that is on its way and may come back to a wallet. A wallet that expects some cannot be closed, so that there is
/// always a place for it.
module money::expected_returns;

use std::ledger::Ledger;

/// At an owner to whom money may come back; absent where none may.
public struct ExpectedReturns has store {
    /// How many escrows and red packets may give something back.
    count: u64,
}

/// Expects one more.
public(package) fun add(ledger: &mut Ledger, owner: address) {
    if (!ledger.exists<ExpectedReturns>(owner)) ledger.publish(owner, ExpectedReturns { count: 0 });
    let expected = ledger.borrow_mut<ExpectedReturns>(owner);
    expected.count = expected.count + 1;
}

/// One of them has ended.
public(package) fun remove(ledger: &mut Ledger, owner: address) {
    let expected = ledger.borrow_mut<ExpectedReturns>(owner);
    expected.count = expected.count - 1;
    if (expected.count == 0) {
        let ExpectedReturns { count: _ } = ledger.take<ExpectedReturns>(owner);
    }
}

/// What one owner expected another expects now, as its wallet was recovered.
public(package) fun pass_on(ledger: &mut Ledger, from: address, to: address) {
    if (!ledger.exists<ExpectedReturns>(from)) return;
    let ExpectedReturns { count } = ledger.take<ExpectedReturns>(from);
    if (!ledger.exists<ExpectedReturns>(to)) ledger.publish(to, ExpectedReturns { count: 0 });
    let expected = ledger.borrow_mut<ExpectedReturns>(to);
    expected.count = expected.count + count;
}

/// How many an owner expects.
public fun count(ledger: &Ledger, owner: address): u64 {
    if (ledger.exists<ExpectedReturns>(owner)) ledger.borrow<ExpectedReturns>(owner).count else 0
}
