/// A wallet and a deposit that belong together: what the wallet's tier does not let it hold flows over to the deposit, and a
/// payment that is more than the wallet holds draws on it. Owner and bank both sign for the link. Payments that want neither
/// go by `money::wallet::pay`, which knows nothing of links.
module banking::linked_deposit;

use banking::bank_chart;
use banking::books;
use banking::cash_desk;
use banking::cash_draw;
use banking::commercial_bank;
use banking::insolvency;
use banking::institution;
use money::money::Money;
use money::wallet;
use std::event;
use std::ledger::Ledger;

#[error]
const EZeroAmount: vector<u8> = b"The amount must be more than zero.";
#[error]
const ENotLinked: vector<u8> = b"The wallet is linked to no deposit.";
#[error]
const EAlreadyLinked: vector<u8> = b"The wallet is linked to a deposit already.";
#[error]
const ENoWallet: vector<u8> = b"There is no wallet at the address.";
#[error]
const EOverBalance: vector<u8> = b"The payee's wallet would hold more than its tier allows, and no deposit takes the rest.";
#[error]
const EClosedAccount: vector<u8> = b"A closed account takes nothing in: the wallet is linked to an open one.";
#[error]
const EOtherCentralBank: vector<u8> = b"The deposit is in money of another central bank.";
#[error]
const EFailedBank: vector<u8> = b"The bank has failed, and the link says onto which account its money in the wallet goes.";

/// At the owner's address.
public struct LinkedDeposit has store {
    bank: address,
    account: u32,
    /// Whether receipts above the tier's balance flow over to it.
    takes_overflow: bool,
    /// Whether payments above the wallet's balance draw on it.
    covers_payments: bool,
}

public struct DepositLinked has copy, drop {
    owner: address,
    bank: address,
    account: u32,
    takes_overflow: bool,
    covers_payments: bool,
}

public struct DepositUnlinked has copy, drop {
    owner: address,
}

/// What did not fit into the payee's wallet became a deposit.
public struct Overflowed has copy, drop {
    owner: address,
    bank: address,
    account: u32,
    amount: u64,
}

/// Links the owner's wallet to an open account at the bank.
public(package) entry fun link(
    ledger: &mut Ledger,
    owner: &signer,
    bank: &signer,
    account: u32,
    takes_overflow: bool,
    covers_payments: bool,
) {
    let at = owner.address_of();
    let with = commercial_bank::check(ledger, bank);
    assert!(wallet::exists(ledger, at), ENoWallet);
    assert!(!ledger.exists<LinkedDeposit>(at), EAlreadyLinked);
    assert!(!institution::customers(ledger, with).is_closed(account), EClosedAccount);
    ledger.publish(at, LinkedDeposit { bank: with, account, takes_overflow, covers_payments });
    event::emit(DepositLinked { owner: at, bank: with, account, takes_overflow, covers_payments });
}

/// Ends the link, but not while the wallet holds money of the linked bank and that bank has failed.
public(package) entry fun unlink(ledger: &mut Ledger, owner: &signer) {
    let at = owner.address_of();
    assert!(ledger.exists<LinkedDeposit>(at), ENotLinked);
    let bank = ledger.borrow<LinkedDeposit>(at).bank;
    assert!(!insolvency::is_declared(ledger, bank) || !holds_money_of(ledger, at, bank), EFailedBank);
    let LinkedDeposit { .. } = ledger.take<LinkedDeposit>(at);
    event::emit(DepositUnlinked { owner: at });
}

/// Pays digital cash of a central bank to another wallet. What the signer's wallet lacks is drawn from its linked deposit;
/// what the payee's wallet may not hold flows over to the payee's. The payer's limits count the whole amount.
public(package) entry fun pay(ledger: &mut Ledger, payer: &signer, central_bank: address, payee: address, amount: u64) {
    assert!(amount > 0, EZeroAmount);
    let from = payer.address_of();
    let cash = cash_desk::cash(ledger, central_bank);
    let held = wallet::balance(ledger, from, cash);
    if (held < amount && covers_payments(ledger, from)) draw(ledger, central_bank, from, amount - held);
    let room = wallet::room(ledger, payee, cash).destroy_or!(amount);
    let over = amount.saturating_sub(room);
    if (over == 0) {
        let none = cash_desk::pay_over(ledger, central_bank, payer, payee, amount, 0, payee);
        none.destroy_zero();
        return
    };
    let (bank, account) = overflow_of(ledger, payee);
    let settlement = cash_desk::pay_over(ledger, central_bank, payer, payee, amount, over, bank);
    take_overflow(ledger, central_bank, bank, account, payee, settlement);
}

/// Whether a wallet is linked to a deposit.
public fun is_linked(ledger: &Ledger, owner: address): bool {
    ledger.exists<LinkedDeposit>(owner)
}

/// Whether a wallet is linked to that account: its owner and the bank both said that it is the owner's.
public fun is_linked_to(ledger: &Ledger, owner: address, bank: address, account: u32): bool {
    account_at(ledger, owner, bank).is_some_and!(|linked| *linked == account)
}

/// The account at a bank to which a wallet is linked, if it is linked to one there.
public fun account_at(ledger: &Ledger, owner: address, bank: address): Option<u32> {
    if (!ledger.exists<LinkedDeposit>(owner)) return option::none();
    let link = ledger.borrow<LinkedDeposit>(owner);
    if (link.bank == bank) option::some(link.account) else option::none()
}

fun holds_money_of(ledger: &Ledger, owner: address, bank: address): bool {
    let books = institution::books(ledger, bank);
    if (!wallet::exists(ledger, owner) || !books.has_account(bank_chart::wallet_deposits())) return false;
    books.stated(bank_chart::wallet_deposits()).is_some_and!(|instrument| wallet::balance(ledger, owner, *instrument) > 0)
}

fun covers_payments(ledger: &Ledger, owner: address): bool {
    ledger.exists<LinkedDeposit>(owner) && ledger.borrow<LinkedDeposit>(owner).covers_payments
}

fun overflow_of(ledger: &Ledger, owner: address): (address, u32) {
    assert!(ledger.exists<LinkedDeposit>(owner), EOverBalance);
    let link = ledger.borrow<LinkedDeposit>(owner);
    assert!(link.takes_overflow, EOverBalance);
    (link.bank, link.account)
}

fun draw(ledger: &mut Ledger, central_bank: address, owner: address, amount: u64) {
    let link = ledger.borrow<LinkedDeposit>(owner);
    let (bank, account) = (link.bank, link.account);
    check(ledger, bank, central_bank);
    cash_draw::draw(ledger, bank, account, owner, amount);
}

fun take_overflow(ledger: &mut Ledger, central_bank: address, bank: address, account: u32, owner: address, settlement: Money) {
    check(ledger, bank, central_bank);
    let amount = settlement.value();
    let mut posting = books::begin(bank, b"Overflow of a wallet".to_string());
    institution::settlement_in(ledger, &mut posting, settlement);
    institution::issue_to_customer(ledger, &mut posting, account, amount);
    institution::post(ledger, posting);
    event::emit(Overflowed { owner, bank, account, amount });
}

fun check(ledger: &Ledger, bank: address, central_bank: address) {
    cash_draw::check(ledger, bank);
    assert!(institution::central_bank(ledger, bank) == central_bank, EOtherCentralBank);
}
