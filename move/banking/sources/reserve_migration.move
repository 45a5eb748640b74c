/// The way from the first mode to the second: what a payment institution keeps at banks moves to the central bank. The bank
/// pays it out of its settlement account, so that its reserves go down by the amount; customers' e-money stays as it was.
module banking::reserve_migration;

use banking::books;
use banking::chart;
use banking::customers_reserve;
use banking::first_mode;
use banking::institution;
use banking::payment_institution;
use std::event;
use std::ledger::Ledger;

#[error]
const EOtherCentralBank: vector<u8> = b"Bank and payment institution are with different central banks.";

/// A deposit of a payment institution became settlement money in its customers' reserve.
public struct MovedToReserve has copy, drop {
    institution: address,
    bank: address,
    amount: u64,
}

/// Moves an amount from an institution's account at a bank to its customers' reserve. Both sign: the ledger does not know whose account it is.
public(package) entry fun move_to_reserve(ledger: &mut Ledger, institution: &signer, bank: &signer, account: u32, amount: u64) {
    let to = payment_institution::check_is(ledger, institution);
    let from = first_mode::check_open(ledger, bank);
    assert!(institution::central_bank(ledger, from) == institution::central_bank(ledger, to), EOtherCentralBank);
    let deposit = first_mode::book_of(ledger, from).withdraw(account, amount);
    let mut paid = books::begin(from, b"Payment institution's deposit to its reserve".to_string());
    institution::redeem(ledger, &mut paid, deposit);
    let settlement = institution::settlement_out(ledger, &mut paid, amount);
    institution::post(ledger, paid);
    let mut received = books::begin(to, b"Deposit at a bank to the reserve".to_string());
    institution::settlement_in(ledger, &mut received, settlement);
    received.credit(chart::deposits_at_banks(), amount);
    institution::post(ledger, received);
    event::emit(MovedToReserve { institution: to, bank: from, amount });
}

/// Puts the signer under the rule of the second mode, for good, once all its e-money is covered by the customers' reserve.
public(package) entry fun enter_second_mode(ledger: &mut Ledger, institution: &signer) {
    let at = payment_institution::check_is(ledger, institution);
    customers_reserve::enter_second_mode(ledger, at);
}
