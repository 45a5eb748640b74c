/// Wallet money of a bank that fails, under the operator regime `deposit`: it bears losses as other deposits do, and so lies on
/// accounts when they are counted. Onto which account is nobody's word: it is the one to which the wallet's owner and the bank had
/// linked it, both by signature, before the licence ended; without a link it is an account of the wallet's holder alone, which is
/// opened for this and remembered on the ledger. An administrator favours nobody by where it puts money.
module banking::wallet_resolution;

use banking::insolvency;
use banking::institution;
use banking::linked_deposit;
use banking::wallet_deposits;
use money::wallet;
use std::event;
use std::ledger::Ledger;
use std::table::{Self, Table};

/// Accounts that were opened for wallet money of a failed bank, at the bank's address.
public struct HoldersAccounts has store {
    /// By the holder's commitment, as an address.
    accounts: Table<address, u32>,
}

/// Wallet money went onto an account of the same holder at the bank.
public struct WalletTakenIn has copy, drop {
    bank: address,
    owner: address,
    account: u32,
    amount: u64,
    /// Whether owner and bank had linked the wallet to the account.
    is_linked: bool,
}

/// Stops payments with the bank's wallet money, so that none of it is on the move when it is counted.
public(package) entry fun halt_wallets(ledger: &mut Ledger, administrator: &signer, bank: address) {
    insolvency::check_open(ledger, administrator, bank);
    wallet_deposits::halt(ledger, bank);
}

/// Puts the bank's money in each wallet onto the account that is linked to it, or else onto its holder's, all of them or none.
public(package) entry fun take_in_wallets(ledger: &mut Ledger, administrator: &signer, bank: address, owners: vector<address>) {
    insolvency::check_open(ledger, administrator, bank);
    owners.do!(|owner| {
        let (account, is_linked) = account_of(ledger, bank, owner);
        let amount = wallet_deposits::take_in(ledger, bank, owner, account);
        event::emit(WalletTakenIn { bank, owner, account, amount, is_linked });
    });
}

/// The account that was opened for wallet money of a holder, if one was.
public fun account_of_holder(ledger: &Ledger, bank: address, holder: address): Option<u32> {
    if (!ledger.exists<HoldersAccounts>(bank)) return option::none();
    let accounts = &ledger.borrow<HoldersAccounts>(bank).accounts;
    if (accounts.contains(holder)) option::some(accounts[holder]) else option::none()
}

fun account_of(ledger: &mut Ledger, bank: address, owner: address): (u32, bool) {
    let linked = linked_deposit::account_at(ledger, owner, bank);
    if (linked.is_some() && !institution::customers(ledger, bank).is_closed(*linked.borrow())) return (linked.destroy_some(), true);
    let holder = wallet::holder(ledger, owner);
    let known = account_of_holder(ledger, bank, holder);
    if (known.is_some()) return (known.destroy_some(), false);
    if (!ledger.exists<HoldersAccounts>(bank)) {
        let accounts = table::new(ledger);
        ledger.publish(bank, HoldersAccounts { accounts });
    };
    let account = institution::customers_mut(ledger, bank).open_accounts(1) as u32;
    ledger.borrow_mut<HoldersAccounts>(bank).accounts.add(holder, account);
    (account, false)
}
