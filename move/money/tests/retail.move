/// Acts of buyers, sellers, givers, takers and payers, for tests of what they do.
#[test_only]
module money::retail;

use money::escrow;
use money::freeze::{Self, FreezeAuthority};
use money::instrument;
use money::payment_code;
use money::payment_request;
use money::red_packet;
use money::scenario;
use money::standing_order;
use money::wallet;
use std::ledger::Ledger;
use std::test_ledger::{Self, new_signer};
use std::unit_test::assert_eq;

/// What a warrant's module would keep.
public struct Keep has store { authority: FreezeAuthority }

const BUYER: address = @0xA1;
const SELLER: address = @0xA2;
const ARBITER: address = @0xAB;
const OPERATOR: address = @0x0A;

/// The scenario with 100 in the wallet of 0xA1, at 1,000 ms.
public fun begin(): Ledger {
    let mut ledger = scenario::begin();
    test_ledger::set_time_ms(&mut ledger, 1_000);
    scenario::give(&mut ledger, BUYER, 100);
    ledger
}

/// What every wallet and every keeper of money has adds up to what is outstanding.
public fun end(ledger: Ledger, owners: vector<address>, kept: u64) {
    let held = owners.fold!(kept as u128, |sum, owner| sum + (wallet::balance(&ledger, owner, 1) as u128));
    assert_eq!(held, instrument::outstanding(&ledger, 1));
    test_ledger::destroy(ledger);
}

public fun at_time(ledger: &mut Ledger, time_ms: u64) {
    test_ledger::set_time_ms(ledger, time_ms);
}

// === Escrow: 100 ms to ship, 200 to inspect, 300 to decide, a silent arbiter gives the seller 25% ===

public fun open_escrow(ledger: &mut Ledger, amount: u64): address {
    open_escrow_with(ledger, amount, option::some(ARBITER));
    escrow::at(BUYER, 1)
}

public fun open_escrow_with(ledger: &mut Ledger, amount: u64, arbiter: Option<address>) {
    escrow::open(ledger, &new_signer(BUYER), 1, SELLER, 1, amount, arbiter, 100, 200, 300, 2_500);
}

public fun ship(ledger: &mut Ledger, by: address, escrow: address) {
    escrow::ship(ledger, &new_signer(by), escrow, b"waybill");
}

public fun confirm(ledger: &mut Ledger, by: address, escrow: address) {
    escrow::confirm(ledger, &new_signer(by), escrow);
}

public fun refund(ledger: &mut Ledger, by: address, escrow: address) {
    escrow::refund(ledger, &new_signer(by), escrow);
}

public fun refund_part(ledger: &mut Ledger, by: address, escrow: address, amount: u64) {
    escrow::refund_part(ledger, &new_signer(by), escrow, amount);
}

public fun dispute(ledger: &mut Ledger, by: address, escrow: address) {
    escrow::dispute(ledger, &new_signer(by), escrow);
}

public fun decide(ledger: &mut Ledger, by: address, escrow: address, for_seller: u64) {
    escrow::decide(ledger, &new_signer(by), escrow, for_seller);
}

public fun agree(ledger: &mut Ledger, buyer: address, seller: address, escrow: address, for_seller: u64) {
    escrow::agree(ledger, &new_signer(buyer), &new_signer(seller), escrow, for_seller);
}

public fun deliver_to(ledger: &mut Ledger, seller: address, escrow: address, to: address) {
    escrow::deliver_to(ledger, &new_signer(seller), escrow, to);
}

public fun recover(ledger: &mut Ledger, from: address, to: address) {
    let permit = scenario::operator_permit(ledger, OPERATOR);
    wallet::recover(ledger, &permit, from, to);
}

/// Freezes a wallet until a time, for the first time on this ledger.
public fun freeze_wallet(ledger: &mut Ledger, owner: address, until_ms: u64) {
    let authority = freeze::establish(ledger, &new_signer(@money));
    wallet::freeze_until(ledger, &authority.permit(), owner, until_ms);
    ledger.publish(@0xF0, Keep { authority });
}

// === Payment requests and codes ===

public fun request(ledger: &mut Ledger, amount: Option<u64>, expires_ms: u64): address {
    payment_request::open(ledger, &new_signer(SELLER), 7, 1, amount, expires_ms, b"tea".to_string());
    payment_request::at(SELLER, 7)
}

public fun pay_request(ledger: &mut Ledger, request: address, payee: address, instrument: u32, amount: u64) {
    payment_request::pay(ledger, &new_signer(BUYER), request, payee, instrument, amount);
}

public fun withdraw_request(ledger: &mut Ledger, by: address) {
    payment_request::withdraw(ledger, &new_signer(by), 7);
}

/// Codes of 0xA1, by the key of the tests, on the chain of 32 sevens.
public fun enable_codes(ledger: &mut Ledger, most: u64) {
    let key = x"fd1724385aa0c75b64fb78cd602fa1d991fdebf76b13c58ed702eac835e9f618";
    payment_code::enable(ledger, &new_signer(BUYER), key, vector::tabulate!(32, |_| 7), 1, most);
}

public fun disable_codes(ledger: &mut Ledger) {
    payment_code::disable(ledger, &new_signer(BUYER));
}

/// The code with number 5, for at most 50 until 61,000 ms.
public fun code(): vector<u8> {
    x"bd148c7b1b5d60ba9f3956f911962c779bc5c0c4175354d5d4681f703ff39dd88cde6073b032f43cee74650ee9e2240029926556f755dc234140f740c3bd1004"
}

/// The code with number 6, for at most 50 until 100,000 ms.
public fun late_code(): vector<u8> {
    x"876de88c929087f7a78b810dbdc50405e0110963281d85fb2faec21603e8ebdb6bb9e246ce95d6632751b0aa9223cce0d8bfec88be91868b91e44a571739bf0e"
}

public fun collect(ledger: &mut Ledger, payee: address, limit: u64, expires_ms: u64, number: u64, code: vector<u8>, amount: u64) {
    payment_code::collect(ledger, &new_signer(payee), BUYER, 1, limit, expires_ms, number, code, amount);
}

// === Red packets ===

/// A packet of 0xA1 that expires at 2,000 ms.
public fun give_packet(ledger: &mut Ledger, amount: u64, shares: u64, is_random: bool, key: vector<u8>): address {
    red_packet::give(ledger, &new_signer(BUYER), 1, 1, amount, shares, is_random, vector::tabulate!(32, |i| i as u8), key, 2_000);
    red_packet::at(BUYER, 1)
}

public fun take(ledger: &mut Ledger, by: address, packet: address, signature: vector<u8>) {
    red_packet::take(ledger, &new_signer(by), packet, signature);
}

// === Standing orders ===

public fun order(ledger: &mut Ledger, amount: u64, period: u8, every: u64, first_day: u64, last_day: Option<u64>): address {
    standing_order::order(ledger, &new_signer(BUYER), 1, SELLER, 1, amount, period, every, first_day, last_day);
    standing_order::at(BUYER, 1)
}

public fun cancel(ledger: &mut Ledger, by: address, order: address) {
    standing_order::cancel(ledger, &new_signer(by), order);
}
