/// What unit tests of this package and of those above it start from.
#[test_only]
module money::testing;

use money::account;
use money::genesis;
use money::unit;
use money::wallet;
use std::ledger::Ledger;
use std::test_ledger;

/// A ledger on which `initialise` has run.
public fun new_ledger(): Ledger {
    let mut ledger = test_ledger::new_ledger();
    genesis::initialise(&mut ledger, &test_ledger::new_signer(@money));
    ledger
}

/// Registers a unit of two decimals whose days end at Greenwich, or so many minutes east or west of it.
public fun register_unit(ledger: &mut Ledger, code: vector<u8>, zone_offset_minutes: u16, zone_is_west: bool) {
    let registrar = test_ledger::new_signer(@money);
    unit::register(ledger, &registrar, code.to_string(), 2, zone_offset_minutes, zone_is_west);
}

public fun entrust(ledger: &mut Ledger, unit: u32, central_bank: address) {
    unit::entrust(ledger, &test_ledger::new_signer(@money), unit, central_bank);
}

public fun pay(ledger: &mut Ledger, from: address, to: address, instrument: u32, amount: u64) {
    wallet::pay(ledger, &test_ledger::new_signer(from), to, instrument, amount);
}

public fun close(ledger: &mut Ledger, owner: address) {
    wallet::close(ledger, &test_ledger::new_signer(owner));
}

public fun rotate_key(ledger: &mut Ledger, owner: address, new_key: address) {
    account::rotate_key(ledger, &test_ledger::new_signer(owner), &test_ledger::new_signer(new_key));
}

/// 32 equal bytes that stand for a holder.
public fun commitment(of: u8): vector<u8> {
    vector::tabulate!(32, |_| of)
}

/// The same as the place of the holder's record.
public fun holder(of: u8): address {
    std::address::from_bytes(commitment(of))
}
