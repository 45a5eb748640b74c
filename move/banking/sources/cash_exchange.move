/// A deposit for digital cash and back, each in one act: the deposit ends, the bank's settlement account pays for it, and the
/// cash is in the wallet; or the reverse.
module banking::cash_exchange;

use banking::books;
use banking::cash_desk;
use banking::commercial_bank;
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

/// Digital cash became a deposit.
public struct CashDeposited has copy, drop {
    bank: address,
    account: u32,
    owner: address,
    amount: u64,
}

/// Exchanges a part of a customer's deposit for digital cash in a wallet, within the balance that its tier may hold.
public(package) entry fun to_cash(ledger: &mut Ledger, bank: &signer, account: u32, owner: address, amount: u64) {
    let at = commercial_bank::check(ledger, bank);
    draw(ledger, at, account, owner, amount);
}

/// Exchanges digital cash in the signer's wallet for a deposit. Not a payment: it counts towards no limit.
public(package) entry fun to_deposit(ledger: &mut Ledger, owner: &signer, bank: address, account: u32, amount: u64) {
    check(ledger, bank);
    let central_bank = institution::central_bank(ledger, bank);
    let settlement = cash_desk::out_of_wallet(ledger, central_bank, owner, amount, bank);
    let mut posting = books::begin(bank, b"Digital cash deposited".to_string());
    institution::settlement_in(ledger, &mut posting, settlement);
    institution::issue_to_customer(ledger, &mut posting, account, amount);
    institution::post(ledger, posting);
    event::emit(CashDeposited { bank, account, owner: owner.address_of(), amount });
}

/// The same as `to_cash`, for whoever answers that the customer and the bank agreed to it.
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
