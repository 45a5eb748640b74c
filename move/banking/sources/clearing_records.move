/// What a clearing house keeps of payments that are over: of a settled one enough to recall or return it until its time for
/// that has passed, and the money of one that came back to an account that takes nothing in any more.
module banking::clearing_records;

use money::money::Money;
use std::ledger::Ledger;
use std::table::{Self, Table};

#[error]
const ENotSettled: vector<u8> = b"No settled payment of this number can be recalled or returned.";
#[error]
const ENothingUnclaimed: vector<u8> = b"Nothing of this payment waits to be claimed.";

const SETTLED: u8 = 0;
const RECALLED: u8 = 1;
const REFUSED: u8 = 2;
const RETURNED: u8 = 3;

/// A settled payment.
public struct Settled has copy, drop, store {
    /// Of the participants, by their place.
    payer: u64,
    payee: u64,
    from_account: u32,
    to_account: u32,
    amount: u64,
    settled_ms: u64,
    /// 0 settled, 1 recalled by its sender, 2 recalled and refused, 3 returned or on its way back.
    state: u8,
}

/// Money that came back and could not be given to the account it came from.
public struct Unclaimed has store {
    payer: u64,
    money: Money,
}

public struct Records has store {
    settled: Table<u64, Settled>,
    /// The first number that has not been passed: of no payment before it anything settled is kept or can come.
    first: u64,
    unclaimed: Table<u64, Unclaimed>,
}

public(package) fun new(ledger: &mut Ledger): Records {
    Records { settled: table::new(ledger), first: 1, unclaimed: table::new(ledger) }
}

public(package) fun add_settled(
    records: &mut Records,
    number: u64,
    payer: u64,
    payee: u64,
    from_account: u32,
    to_account: u32,
    amount: u64,
    settled_ms: u64,
) {
    records.settled.add(number, Settled { payer, payee, from_account, to_account, amount, settled_ms, state: SETTLED });
}

public(package) fun set_recalled(records: &mut Records, number: u64) {
    (&mut records.settled[number]).state = RECALLED;
}

public(package) fun set_refused(records: &mut Records, number: u64) {
    (&mut records.settled[number]).state = REFUSED;
}

public(package) fun set_returned(records: &mut Records, number: u64) {
    (&mut records.settled[number]).state = RETURNED;
}

/// The return of a payment did not settle: it can be returned again, while it is kept.
public(package) fun set_not_returned(records: &mut Records, number: u64) {
    if (records.settled.contains(number)) (&mut records.settled[number]).state = SETTLED;
}

/// Forgets a settled payment.
public(package) fun remove_settled(records: &mut Records, number: u64) {
    records.settled.remove(number);
}

/// Goes on to a number: nothing before it is kept any more.
public(package) fun pass_to(records: &mut Records, number: u64) {
    records.first = number;
}

public(package) fun add_unclaimed(records: &mut Records, number: u64, payer: u64, money: Money) {
    records.unclaimed.add(number, Unclaimed { payer, money });
}

/// Takes what waits to be claimed: whose it is, by place, and the money.
public(package) fun take_unclaimed(records: &mut Records, number: u64): (u64, Money) {
    assert!(records.unclaimed.contains(number), ENothingUnclaimed);
    let Unclaimed { payer, money } = records.unclaimed.remove(number);
    (payer, money)
}

/// The first number that has not been passed.
public fun first(records: &Records): u64 {
    records.first
}

/// Settled payments that are kept.
public fun kept(records: &Records): u64 {
    records.settled.length()
}

public fun is_settled(records: &Records, number: u64): bool {
    records.settled.contains(number)
}

/// A settled payment that is still kept.
public fun settled(records: &Records, number: u64): Settled {
    assert!(records.settled.contains(number), ENotSettled);
    records.settled[number]
}

/// Payments whose money waits to be claimed.
public fun unclaimed(records: &Records): u64 {
    records.unclaimed.length()
}

public fun payer(settled: &Settled): u64 {
    settled.payer
}

public fun payee(settled: &Settled): u64 {
    settled.payee
}

public fun from_account(settled: &Settled): u32 {
    settled.from_account
}

public fun to_account(settled: &Settled): u32 {
    settled.to_account
}

public fun amount(settled: &Settled): u64 {
    settled.amount
}

public fun settled_ms(settled: &Settled): u64 {
    settled.settled_ms
}

/// Whether its sender has asked for it and has no answer yet.
public fun is_recalled(settled: &Settled): bool {
    settled.state == RECALLED
}

/// Whether a recall of it was refused.
public fun is_refused(settled: &Settled): bool {
    settled.state == REFUSED
}

/// Whether it was returned or is on its way back.
public fun is_returned(settled: &Settled): bool {
    settled.state == RETURNED
}
