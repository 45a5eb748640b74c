/// A deposit drawn on for digital cash: it ends, the bank's settlement account pays for it, and the cash is in a wallet.
module banking::cash_draw;

use banking::books;
use banking::institution;
use banking::operator;
use oversight::licence;
use std::event;
use std::ledger::Ledger;

#[error]
const ENotBank: vector<u8> = b"The address is no bank.";

/// A deposit became digital cash.
public struct DepositCashedIn has copy, drop {
    bank: address,
    account: u32,
    owner: address,
    amount: u64,
}

/// Exchanges a part of a deposit for digital cash in a wallet, for whoever answers that the customer and the bank agreed to it.
public(package) fun draw(ledger: &mut Ledger, at: address, account: u32, owner: address, amount: u64) {
    let mut posting = books::begin(at, b"Deposit exchanged for digital cash".to_string());
    institution::redeem_from_customer(ledger, &mut posting, account, amount);
    let settlement = institution::settlement_out(ledger, &mut posting, amount);
    institution::post(ledger, posting);
    operator::into_wallet(ledger, owner, settlement, at);
    event::emit(DepositCashedIn { bank: at, account, owner, amount });
}

/// Aborts unless the address is a bank whose licence stands.
public(package) fun check(ledger: &Ledger, bank: address) {
    assert!(institution::kind(ledger, bank) == licence::bank(), ENotBank);
    licence::check(ledger, bank, licence::bank(), institution::unit(ledger, bank));
}
