/// A deposit for digital cash and back, each in one act: the deposit ends, the bank's settlement account pays for it, and the
/// cash is in the wallet; or the reverse.
module banking::cash_exchange;

use banking::books;
use banking::cash_desk;
use banking::cash_draw;
use banking::commercial_bank;
use banking::institution;
use banking::linked_deposit;
use std::event;
use std::ledger::Ledger;

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
    cash_draw::draw(ledger, at, account, owner, amount);
}

/// Exchanges digital cash in the signer's wallet for a deposit. Onto the deposit that is linked to the wallet it is no payment
/// and counts towards no limit; onto any other account, whose only the bank knows, it is one.
public(package) entry fun to_deposit(ledger: &mut Ledger, owner: &signer, bank: address, account: u32, amount: u64) {
    cash_draw::check(ledger, bank);
    let central_bank = institution::central_bank(ledger, bank);
    let settlement = if (linked_deposit::is_linked_to(ledger, owner.address_of(), bank, account)) {
        cash_desk::out_of_wallet(ledger, central_bank, owner, amount, bank)
    } else cash_desk::paid_out_of_wallet(ledger, central_bank, owner, amount, bank);
    let mut posting = books::begin(bank, b"Digital cash deposited".to_string());
    institution::settlement_in(ledger, &mut posting, settlement);
    institution::issue_to_customer(ledger, &mut posting, account, amount);
    institution::post(ledger, posting);
    event::emit(CashDeposited { bank, account, owner: owner.address_of(), amount });
}
