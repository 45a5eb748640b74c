/// The desk at which a central bank's kinds of money are exchanged: settlement money for digital cash or notes and back, at
/// par. It alone keeps the authorities to issue them. An exchange swaps one liability for another and leaves base money as
/// it is; settlement money is issued and redeemed for good only by the modules of the central bank's own operations.
module banking::cash_desk;

use money::instrument::{Self, IssueAuthority, IssuePermit};
use money::money::{Self, Money};
use money::wallet::{Self, OperatorPermit};
use std::ledger::Ledger;

#[error]
const ENotCentralBank: vector<u8> = b"The signer is not a central bank.";

#[error]
const ENoNotes: vector<u8> = b"The central bank issues no notes.";

/// At the central bank's address. Kept apart from its books so that an exchange does not touch them.
public struct CashDesk has store {
    settlement: IssueAuthority,
    cash: IssueAuthority,
    /// Absent until the central bank issues notes.
    notes: Option<IssueAuthority>,
}

/// Opens the desk of a central bank that is being established.
public(package) fun open(ledger: &mut Ledger, central_bank: &signer, settlement: IssueAuthority, cash: IssueAuthority) {
    ledger.publish(central_bank.address_of(), CashDesk { settlement, cash, notes: option::none() });
}

/// Issues settlement money to `to` by right of what the central bank has offered or decided; the caller posts what it is for.
public(package) fun issue_at(ledger: &mut Ledger, central_bank: address, amount: u64, to: address): Money {
    let permit = settlement_permit(ledger, central_bank);
    money::issue(ledger, &permit, amount, to)
}

/// Redeems settlement money that `from` gave; the caller posts what for.
public(package) fun redeem_at(ledger: &mut Ledger, central_bank: address, money: Money, from: address) {
    let permit = settlement_permit(ledger, central_bank);
    money::redeem(ledger, &permit, money, from)
}

/// The authority over digital cash, for its policy and its operators.
public(package) fun cash_authority(ledger: &Ledger, central_bank: &signer): IssuePermit {
    cash_permit(ledger, signed_by(ledger, central_bank))
}

/// Exchanges settlement money that `holder` has for digital cash.
public(package) fun into_cash(ledger: &mut Ledger, central_bank: address, money: Money, holder: address): Money {
    let amount = money.value();
    let settlement = settlement_permit(ledger, central_bank);
    money::redeem(ledger, &settlement, money, holder);
    let cash = cash_permit(ledger, central_bank);
    money::issue(ledger, &cash, amount, holder)
}

/// Exchanges digital cash that `holder` has for settlement money.
public(package) fun into_settlement(ledger: &mut Ledger, central_bank: address, money: Money, holder: address): Money {
    let amount = money.value();
    let cash = cash_permit(ledger, central_bank);
    money::redeem(ledger, &cash, money, holder);
    let settlement = settlement_permit(ledger, central_bank);
    money::issue(ledger, &settlement, amount, holder)
}

/// Exchanges settlement money that `from` has for digital cash in the wallet of one of the operator's customers.
public(package) fun into_wallet(
    ledger: &mut Ledger,
    central_bank: address,
    operator: &OperatorPermit,
    money: Money,
    from: address,
    owner: address,
) {
    let amount = money.value();
    let settlement = settlement_permit(ledger, central_bank);
    money::redeem(ledger, &settlement, money, from);
    let cash = cash_permit(ledger, central_bank);
    wallet::issue_to(ledger, operator, &cash, owner, amount);
}

/// Exchanges digital cash in the signer's wallet for settlement money of `to`.
public(package) fun out_of_wallet(ledger: &mut Ledger, central_bank: address, owner: &signer, amount: u64, to: address): Money {
    let cash = cash_permit(ledger, central_bank);
    wallet::redeem_from(ledger, owner, &cash, amount);
    let settlement = settlement_permit(ledger, central_bank);
    money::issue(ledger, &settlement, amount, to)
}

/// The same where the settlement money is for a deposit that may be somebody else's: the limits of a payment hold.
public(package) fun paid_out_of_wallet(ledger: &mut Ledger, central_bank: address, owner: &signer, amount: u64, to: address): Money {
    let cash = cash_permit(ledger, central_bank);
    wallet::redeem_as_payment(ledger, owner, &cash, amount);
    issue_at(ledger, central_bank, amount, to)
}

/// Pays digital cash from the signer's wallet, of which `over` does not stay with the payee but becomes settlement money of
/// `to`. Answers that money, which may be zero.
public(package) fun pay_over(
    ledger: &mut Ledger,
    central_bank: address,
    payer: &signer,
    payee: address,
    amount: u64,
    over: u64,
    to: address,
): Money {
    let cash = cash_permit(ledger, central_bank);
    wallet::pay_over(ledger, payer, &cash, payee, amount, over);
    if (over == 0) money::zero(settlement(ledger, central_bank)) else issue_at(ledger, central_bank, over, to)
}

/// Begins to exchange settlement money for notes.
public(package) fun introduce_notes(ledger: &mut Ledger, central_bank: address, notes: IssueAuthority) {
    ledger.borrow_mut<CashDesk>(central_bank).notes.fill(notes);
}

/// Exchanges settlement money that `holder` has for notes.
public(package) fun into_notes(ledger: &mut Ledger, central_bank: address, money: Money, holder: address): Money {
    let amount = money.value();
    redeem_at(ledger, central_bank, money, holder);
    let notes = notes_permit(ledger, central_bank);
    money::issue(ledger, &notes, amount, holder)
}

/// Exchanges notes that `holder` has for settlement money.
public(package) fun out_of_notes(ledger: &mut Ledger, central_bank: address, money: Money, holder: address): Money {
    let amount = money.value();
    let notes = notes_permit(ledger, central_bank);
    money::redeem(ledger, &notes, money, holder);
    issue_at(ledger, central_bank, amount, holder)
}

/// Whether there is a central bank at the address.
public fun exists(ledger: &Ledger, central_bank: address): bool {
    ledger.exists<CashDesk>(central_bank)
}

/// The number of the central bank's settlement money.
public fun settlement(ledger: &Ledger, central_bank: address): u32 {
    desk(ledger, central_bank).settlement.authorised()
}

/// The number of the central bank's digital cash.
public fun cash(ledger: &Ledger, central_bank: address): u32 {
    desk(ledger, central_bank).cash.authorised()
}

/// The number of the central bank's notes; absent while it issues none.
public fun notes(ledger: &Ledger, central_bank: address): Option<u32> {
    let notes = &desk(ledger, central_bank).notes;
    if (notes.is_none()) option::none() else option::some(notes.borrow().authorised())
}

/// Settlement money, digital cash and notes outstanding, in minor units.
public fun base_money(ledger: &Ledger, central_bank: address): u128 {
    let mut base = instrument::outstanding(ledger, settlement(ledger, central_bank))
        + instrument::outstanding(ledger, cash(ledger, central_bank));
    notes(ledger, central_bank).do!(|notes| base = base + instrument::outstanding(ledger, notes));
    base
}

fun signed_by(ledger: &Ledger, central_bank: &signer): address {
    let at = central_bank.address_of();
    assert!(ledger.exists<CashDesk>(at), ENotCentralBank);
    at
}

fun settlement_permit(ledger: &Ledger, central_bank: address): IssuePermit {
    desk(ledger, central_bank).settlement.permit()
}

fun cash_permit(ledger: &Ledger, central_bank: address): IssuePermit {
    desk(ledger, central_bank).cash.permit()
}

fun notes_permit(ledger: &Ledger, central_bank: address): IssuePermit {
    let notes = &desk(ledger, central_bank).notes;
    assert!(notes.is_some(), ENoNotes);
    notes.borrow().permit()
}

fun desk(ledger: &Ledger, central_bank: address): &CashDesk {
    ledger.borrow<CashDesk>(central_bank)
}
