/// Wallet money of a bank that fails, under the operator regime `deposit`: it bears losses as other deposits do, and so lies on
/// customers' accounts when they are counted. The bank knows whose wallets and accounts are whose, and with it its administrator.
module banking::wallet_resolution;

use banking::insolvency;
use banking::wallet_deposits;
use std::event;
use std::ledger::Ledger;

#[error]
const EDifferentLengths: vector<u8> = b"Each wallet needs the account onto which its money goes.";

/// Wallet money went onto an account of the same holder at the bank.
public struct WalletTakenIn has copy, drop {
    bank: address,
    owner: address,
    account: u32,
    amount: u64,
}

/// Stops payments with the bank's wallet money, so that none of it is on the move when it is counted.
public(package) entry fun halt_wallets(ledger: &mut Ledger, administrator: &signer, bank: address) {
    insolvency::check_open(ledger, administrator, bank);
    wallet_deposits::halt(ledger, bank);
}

/// Puts the bank's money in each wallet onto the account at the same position, all of them or none.
public(package) entry fun take_in_wallets(
    ledger: &mut Ledger,
    administrator: &signer,
    bank: address,
    owners: vector<address>,
    accounts: vector<u32>,
) {
    insolvency::check_open(ledger, administrator, bank);
    assert!(owners.length() == accounts.length(), EDifferentLengths);
    owners.zip_do!(accounts, |owner, account| {
        let amount = wallet_deposits::take_in(ledger, bank, owner, account);
        event::emit(WalletTakenIn { bank, owner, account, amount });
    });
}
