/// Money: a value that can be neither copied nor lost. It comes into being only when its issuer issues it, ends only when
/// its issuer redeems it, and in between can only be split, joined and handed on. Every movement tells itself in exactly
/// one event: `Issued`, `Redeemed` or `Paid`.
module money::money;

use money::instrument::{Self, IssuePermit};
use std::event;
use std::ledger::Ledger;

#[error]
const EZeroAmount: vector<u8> = b"The amount must be more than zero.";
#[error]
const ENotEnough: vector<u8> = b"There is less money than was to be split off.";
#[error]
const EDifferentInstruments: vector<u8> = b"Money joins only with money of the same instrument.";
#[error]
const EValueOverflow: vector<u8> = b"One balance cannot hold that much money.";
#[error]
const ENotZero: vector<u8> = b"Only a balance of zero can be thrown away.";
#[error]
const EWrongAuthority: vector<u8> = b"The authority is for another instrument than the money.";

const MAX_U64: u64 = 0xFFFF_FFFF_FFFF_FFFF;

/// So many minor units of an instrument.
public struct Money has store {
    instrument: u32,
    value: u64,
}

/// New money came into being at `to`.
public struct Issued has copy, drop {
    instrument: u32,
    amount: u64,
    to: address,
}

/// Money that `from` held ended.
public struct Redeemed has copy, drop {
    instrument: u32,
    amount: u64,
    from: address,
}

/// Money went from one address to another.
public struct Paid has copy, drop {
    instrument: u32,
    amount: u64,
    from: address,
    to: address,
}

/// No money of an instrument.
public fun zero(instrument: u32): Money {
    Money { instrument, value: 0 }
}

/// How much it is, in minor units.
public fun value(money: &Money): u64 {
    money.value
}

/// What it is money of.
public fun instrument(money: &Money): u32 {
    money.instrument
}

/// Splits an amount off.
public fun split(money: &mut Money, amount: u64): Money {
    assert!(amount <= money.value, ENotEnough);
    money.value = money.value - amount;
    Money { instrument: money.instrument, value: amount }
}

/// Takes other money of the same instrument in.
public fun join(money: &mut Money, other: Money) {
    let Money { instrument, value } = other;
    assert!(instrument == money.instrument, EDifferentInstruments);
    assert!(value <= MAX_U64 - money.value, EValueOverflow);
    money.value = money.value + value;
}

/// Takes all of it out, leaving zero.
public fun withdraw_all(money: &mut Money): Money {
    let value = money.value;
    money.split(value)
}

/// Throws a balance of zero away.
public fun destroy_zero(money: Money) {
    let Money { instrument: _, value } = money;
    assert!(value == 0, ENotZero);
}

/// Issues new money, which the issuer's books must show, and which the caller brings to `to`.
public fun issue(ledger: &mut Ledger, permit: &IssuePermit, amount: u64, to: address): Money {
    assert!(amount > 0, EZeroAmount);
    instrument::count_issued(ledger, permit, amount);
    let instrument = permit.permitted();
    event::emit(Issued { instrument, amount, to });
    Money { instrument, value: amount }
}

/// Redeems money that `from` gave back, against an entry in the issuer's books.
public fun redeem(ledger: &mut Ledger, permit: &IssuePermit, money: Money, from: address) {
    let Money { instrument, value } = money;
    assert!(value > 0, EZeroAmount);
    assert!(instrument == permit.permitted(), EWrongAuthority);
    instrument::count_redeemed(ledger, permit, value);
    event::emit(Redeemed { instrument, amount: value, from });
}

/// Tells that money goes from one address to another. The module that moves it calls this, once.
public(package) fun tell_paid(money: &Money, from: address, to: address) {
    event::emit(Paid { instrument: money.instrument, amount: money.value, from, to });
}
