/// Operators: the first tier of digital cash. A central bank admits them; they hold settlement money with it, exchange
/// that for digital cash at par, and serve holders. They can hand out and recover, never take.
module banking::operator;

use banking::books;
use banking::cash_desk;
use banking::chart;
use banking::institution;
use banking::settlement_account;
use money::instrument;
use money::money::{Self, Money};
use money::wallet::{Self, OperatorAuthority, OperatorPermit};
use oversight::licence;
use std::event;
use std::ledger::Ledger;
use std::string::String;

#[error]
const ENotOperator: vector<u8> = b"The signer is not an operator.";
#[error]
const EAlreadyOperator: vector<u8> = b"The address is an operator already.";
#[error]
const EUnknownOperator: vector<u8> = b"The address is not an operator of this central bank.";
#[error]
const ENotServed: vector<u8> = b"The wallet's operator does not exchange digital cash.";
#[error]
const EInsufficientTill: vector<u8> = b"The operator's till does not hold that much.";
#[error]
const EZeroAmount: vector<u8> = b"The amount must be more than zero.";
#[error]
const EDifferentLengths: vector<u8> = b"Each wallet needs one owner and one commitment.";
#[error]
const ETooManyWallets: vector<u8> = b"At most 500 wallets can be opened at once.";
#[error]
const EIsBank: vector<u8> = b"The settlement account is a bank's, which moves only with an entry in the bank's books: cash comes back as a deposit.";
#[error]
const EBadName: vector<u8> = b"A name has 1 to 128 bytes.";

const MAX_BATCH: u64 = 500;
const MAX_NAME_BYTES: u64 = 128;

/// What makes an address an operator. Unless its licence stands, an operator opens no wallets, hands nothing out and gets no
/// new settlement money; its customers can still hand back and be recovered, and it can still give cash for settlement money.
public struct Operator has store {
    central_bank: address,
    /// That of its central bank: its licence is for it.
    unit: u32,
    name: String,
    authority: OperatorAuthority,
}

/// An operator's own digital cash.
public struct Till has store {
    money: Money,
}

public struct OperatorAdmitted has copy, drop {
    central_bank: address,
    operator: address,
    name: String,
}

// === What operators do ===

/// Opens a wallet for each owner: an address that has none. The commitment of 32 bytes at the same position says whose it is.
public(package) entry fun open_wallets(
    ledger: &mut Ledger,
    operator: &signer,
    owners: vector<address>,
    commitments: vector<vector<u8>>,
    tier: u8,
) {
    let permit = check_licensed(ledger, operator).authority.permit();
    assert!(owners.length() == commitments.length(), EDifferentLengths);
    assert!(owners.length() <= MAX_BATCH, ETooManyWallets);
    owners.zip_do!(commitments, |owner, commitment| wallet::open(ledger, &permit, owner, commitment, tier));
}

/// Changes the tier of a customer's wallet, as more or less is known of its holder.
public(package) entry fun change_tier(ledger: &mut Ledger, operator: &signer, owner: address, tier: u8) {
    let permit = check_licensed(ledger, operator).authority.permit();
    wallet::change_tier(ledger, &permit, owner, tier);
}

/// Hands digital cash to a customer: takes settlement money, exchanges it, and puts the cash into the customer's wallet.
public(package) entry fun hand_out(ledger: &mut Ledger, operator: &signer, to: address, amount: u64) {
    let from = operator.address_of();
    let record = check_licensed(ledger, operator);
    let central_bank = record.central_bank;
    let permit = record.authority.permit();
    wallet::check_receipt(ledger, &permit, to, cash_desk::cash(ledger, central_bank), amount);
    let settlement = debit(ledger, from, amount);
    cash_desk::into_wallet(ledger, central_bank, &permit, settlement, from, to);
}

/// Hands digital cash back: out of the signer's wallet, to the settlement account of its operator. What the operator gives for it,
/// and to whom, the ledger does not see: it is a payment, for which the signer's limits hold. Of an operator that is a bank the
/// signer gets a deposit for it instead, there or at any other bank (`banking::cash_exchange`).
public(package) entry fun hand_back(ledger: &mut Ledger, owner: &signer, amount: u64) {
    let operator = wallet::operator(ledger, owner.address_of());
    assert!(ledger.exists<Operator>(operator), ENotServed);
    let central_bank = ledger.borrow<Operator>(operator).central_bank;
    let settlement = cash_desk::paid_out_of_wallet(ledger, central_bank, owner, amount, operator);
    credit(ledger, operator, settlement);
}

/// Exchanges settlement money for digital cash in the operator's till. A bank's till stands in its books as digital cash.
public(package) entry fun to_till(ledger: &mut Ledger, operator: &signer, amount: u64) {
    let at = operator.address_of();
    let central_bank = check_licensed(ledger, operator).central_bank;
    let settlement = if (is_bank(ledger, at)) {
        let mut posting = books::begin(at, b"Digital cash for the till".to_string());
        posting.debit(chart::digital_cash(), amount);
        let settlement = institution::settlement_out(ledger, &mut posting, amount);
        institution::post(ledger, posting);
        settlement
    } else debit(ledger, at, amount);
    let cash = cash_desk::into_cash(ledger, central_bank, settlement, at);
    ledger.borrow_mut<Till>(at).money.join(cash);
}

/// Exchanges digital cash in the operator's till for settlement money.
public(package) entry fun from_till(ledger: &mut Ledger, operator: &signer, amount: u64) {
    let at = operator.address_of();
    let central_bank = check_operator(ledger, operator).central_bank;
    let cash = split_till(ledger, at, amount);
    let settlement = cash_desk::into_settlement(ledger, central_bank, cash, at);
    if (!is_bank(ledger, at)) {
        credit(ledger, at, settlement);
        return
    };
    let mut posting = books::begin(at, b"Digital cash out of the till".to_string());
    institution::settlement_in(ledger, &mut posting, settlement);
    posting.credit(chart::digital_cash(), amount);
    institution::post(ledger, posting);
}

/// Moves what a wallet with lost keys holds into an empty wallet of the same holder, both with this operator.
public(package) entry fun recover(ledger: &mut Ledger, operator: &signer, from: address, to: address) {
    let permit = check_operator(ledger, operator).authority.permit();
    wallet::recover(ledger, &permit, from, to);
}

// === What other desks of an operator do ===

/// The number of the digital cash that a licensed operator exchanges; aborts for anybody else.
public(package) fun check_cash(ledger: &Ledger, operator: &signer): u32 {
    cash_desk::cash(ledger, check_licensed(ledger, operator).central_bank)
}

/// Takes digital cash out of the operator's till for a customer, who pays for it off the ledger. A bank's books have it as owed
/// by customers, or as no longer owed to them.
public(package) fun take_from_till(ledger: &mut Ledger, operator: &signer, amount: u64): Money {
    let at = operator.address_of();
    check_operator(ledger, operator);
    if (amount > 0 && is_bank(ledger, at)) post_till(ledger, at, amount, chart::other_liabilities(), chart::other_assets(), false);
    split_till(ledger, at, amount)
}

/// Puts digital cash of a customer into the operator's till, who is paid for it off the ledger.
public(package) fun put_into_till(ledger: &mut Ledger, operator: &signer, cash: Money) {
    let at = operator.address_of();
    check_operator(ledger, operator);
    let amount = cash.value();
    if (amount > 0 && is_bank(ledger, at)) post_till(ledger, at, amount, chart::other_assets(), chart::other_liabilities(), true);
    ledger.borrow_mut<Till>(at).money.join(cash);
}

/// Changes all digital cash in the till of an operator that becomes a bank into settlement money, so that the bank's books
/// begin with all that it has.
public(package) fun empty_till(ledger: &mut Ledger, operator: address) {
    if (!ledger.exists<Operator>(operator)) return;
    let central_bank = ledger.borrow<Operator>(operator).central_bank;
    let amount = till_balance(ledger, operator);
    if (amount == 0) return;
    let cash = split_till(ledger, operator, amount);
    let settlement = cash_desk::into_settlement(ledger, central_bank, cash, operator);
    credit(ledger, operator, settlement);
}

/// An operator's authority over its customers' wallets, for the modules that issue into them.
public(package) fun permit_of(ledger: &Ledger, operator: address): OperatorPermit {
    assert!(ledger.exists<Operator>(operator), EUnknownOperator);
    ledger.borrow<Operator>(operator).authority.permit()
}

/// Exchanges settlement money that another institution gives for digital cash in a wallet, through the operator that serves it.
public(package) fun into_wallet(ledger: &mut Ledger, owner: address, settlement: Money, from: address) {
    let operator = wallet::operator(ledger, owner);
    assert!(ledger.exists<Operator>(operator), ENotServed);
    let record = ledger.borrow<Operator>(operator);
    let central_bank = record.central_bank;
    let permit = record.authority.permit();
    cash_desk::into_wallet(ledger, central_bank, &permit, settlement, from, owner);
}

// === What the central bank does with them ===

/// Admits a licensed operator, with an empty till and an empty settlement account unless it has one.
public(package) fun admit(ledger: &mut Ledger, central_bank: &signer, operator: address, name: String) {
    let cash = cash_desk::cash_authority(ledger, central_bank);
    let bank = central_bank.address_of();
    assert!(!ledger.exists<Operator>(operator), EAlreadyOperator);
    check_name(&name);
    let unit = instrument::unit(ledger, cash.permitted());
    licence::check(ledger, operator, licence::operator(), unit);
    let authority = wallet::admit(&cash, operator);
    ledger.publish(operator, Operator { central_bank: bank, unit, name, authority });
    settlement_account::open_unless_open(ledger, operator, bank, settlement_account::bank());
    ledger.publish(operator, Till { money: money::zero(cash.permitted()) });
    event::emit(OperatorAdmitted { central_bank: bank, operator, name });
}

/// Aborts unless the central bank admitted the operator.
public(package) fun check_admitted(ledger: &Ledger, central_bank: &signer, operator: address) {
    assert!(ledger.exists<Operator>(operator), EUnknownOperator);
    assert!(ledger.borrow<Operator>(operator).central_bank == central_bank.address_of(), EUnknownOperator);
}

/// Aborts unless the central bank admitted the operator and its licence stands.
public(package) fun check_may_borrow(ledger: &Ledger, central_bank: &signer, operator: address) {
    check_admitted(ledger, central_bank, operator);
    licence::check(ledger, operator, licence::operator(), ledger.borrow<Operator>(operator).unit);
}

/// Puts settlement money into an operator's account.
public(package) fun credit(ledger: &mut Ledger, operator: address, money: Money) {
    check_no_bank(ledger, operator);
    settlement_account::credit(ledger, operator, settlement_account::bank(), money);
}

/// Takes settlement money out of an operator's account.
public(package) fun debit(ledger: &mut Ledger, operator: address, amount: u64): Money {
    check_no_bank(ledger, operator);
    settlement_account::debit(ledger, operator, settlement_account::bank(), amount)
}

// === What is to be read ===

/// Whether an address is an operator, licensed or not.
public fun exists(ledger: &Ledger, operator: address): bool {
    ledger.exists<Operator>(operator)
}

/// What is in an operator's settlement account, in minor units.
public fun settlement_balance(ledger: &Ledger, operator: address): u64 {
    settlement_account::balance(ledger, operator, settlement_account::bank())
}

/// What is in an operator's till, in minor units.
public fun till_balance(ledger: &Ledger, operator: address): u64 {
    ledger.borrow<Till>(operator).money.value()
}

/// A bank keeps books, in which its settlement account stands: it exchanges by `banking::cash_exchange`, and deals with the
/// central bank by `banking::open_market`. Cash comes back to it as a deposit, of which its books say whose it is.
fun check_no_bank(ledger: &Ledger, operator: address) {
    assert!(!is_bank(ledger, operator), EIsBank);
}

fun is_bank(ledger: &Ledger, operator: address): bool {
    institution::exists(ledger, operator) && institution::kind(ledger, operator) == licence::bank()
}

fun split_till(ledger: &mut Ledger, at: address, amount: u64): Money {
    assert!(amount > 0, EZeroAmount);
    let till = &mut ledger.borrow_mut<Till>(at).money;
    assert!(till.value() >= amount, EInsufficientTill);
    till.split(amount)
}

/// Posts digital cash that came into a bank's till or left it: first against the line that has the reverse, then against the other.
fun post_till(ledger: &mut Ledger, at: address, amount: u64, first: u16, then: u16, comes_in: bool) {
    let set_off = institution::books(ledger, at).balance(first).min(amount as u128) as u64;
    let mut posting = books::begin(at, b"Digital cash of a customer".to_string());
    let rest = amount - set_off;
    if (comes_in) {
        posting.debit(chart::digital_cash(), amount);
        if (set_off > 0) posting.credit(first, set_off);
        if (rest > 0) posting.credit(then, rest);
    } else {
        posting.credit(chart::digital_cash(), amount);
        if (set_off > 0) posting.debit(first, set_off);
        if (rest > 0) posting.debit(then, rest);
    };
    institution::post(ledger, posting);
}

public(package) fun check_name(name: &String) {
    assert!(!name.is_empty() && name.length() <= MAX_NAME_BYTES, EBadName);
}

fun check_operator(ledger: &Ledger, operator: &signer): &Operator {
    let at = operator.address_of();
    assert!(ledger.exists<Operator>(at), ENotOperator);
    ledger.borrow<Operator>(at)
}

fun check_licensed(ledger: &Ledger, operator: &signer): &Operator {
    let record = check_operator(ledger, operator);
    licence::check(ledger, operator.address_of(), licence::operator(), record.unit);
    record
}
