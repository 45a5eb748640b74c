/// Freezes of customers' accounts by warrant: of those that operators keep in digital cash, and of deposits and e-money. The
/// institution neither asks nor is asked; it cannot release what a warrant has frozen.
module banking::frozen_account;

use banking::customer_accounts;
use banking::institution;
use money::customer_book::Book;
use oversight::warrant;
use std::ledger::Ledger;
use std::string::String;

#[error]
const ENoBook: vector<u8> = b"The institution keeps no customers' accounts in this instrument.";

/// Freezes a customer's account until a time, by a warrant that an investigating authority asks for and a supervisor approves.
public(package) entry fun freeze_account(
    ledger: &mut Ledger,
    requester: &signer,
    approver: &signer,
    institution: address,
    instrument: u32,
    account: u32,
    reason: String,
    until_ms: u64,
) {
    let (permit, frozen_until_ms) =
        warrant::issue_for_customer(ledger, requester, approver, institution, instrument, account, reason, until_ms);
    book_mut(ledger, institution, instrument).freeze_until(&permit, account, frozen_until_ms);
}

/// Ends a warrant for a customer's account before its time, by either authority. Under another the account stays frozen.
public(package) entry fun lift(
    ledger: &mut Ledger,
    authority: &signer,
    institution: address,
    instrument: u32,
    account: u32,
    number: u64,
) {
    let (permit, frozen_until_ms) = warrant::lift_for_customer(ledger, authority, institution, instrument, account, number);
    let now_ms = ledger.time_ms();
    let book = book_mut(ledger, institution, instrument);
    book.freeze_until(&permit, account, frozen_until_ms);
    book.release_due(now_ms);
}

fun book_mut(ledger: &mut Ledger, institution: address, instrument: u32): &mut Book {
    if (customer_accounts::keeps(ledger, institution, instrument)) return customer_accounts::book_mut(ledger, institution);
    assert!(institution::exists(ledger, institution) && institution::instrument(ledger, institution) == instrument, ENoBook);
    institution::customers_mut(ledger, institution)
}
