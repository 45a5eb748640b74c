/// Accounts in settlement money at a central bank, and how much of it lies with which kind of holder: the lines of the
/// central bank's statement keep deposits of banks, of non-financial institutions and of government apart.
module banking::settlement_account;

use banking::cash_desk;
use money::money::{Self, Money};
use std::event;
use std::ledger::Ledger;

#[error]
const EBadKind: vector<u8> = b"The kind of a settlement account is a number from 1 to 5.";
#[error]
const EAccountExists: vector<u8> = b"The address has an account of this kind, or one that takes its place, already.";
#[error]
const ENoAccount: vector<u8> = b"The address has no settlement account of this kind.";
#[error]
const EOtherCentralBank: vector<u8> = b"The address has its settlement account with another central bank.";
#[error]
const EZeroAmount: vector<u8> = b"The amount must be more than zero.";
#[error]
const EInsufficientSettlement: vector<u8> = b"The settlement account does not hold that much.";

const BANK: u8 = 1;
const CUSTOMERS_RESERVE: u8 = 2;
const OWN_FUNDS: u8 = 3;
const CLEARING_HOUSE: u8 = 4;
const GOVERNMENT: u8 = 5;

/// The account of a bank or operator, of a clearing house, or of a government (kinds 1, 4 and 5), at its address.
public struct SettlementAccount has store {
    account: Account,
}

/// A payment institution's account that covers its customers' money (kind 2), at its address.
public struct CustomersReserve has store {
    account: Account,
}

/// A payment institution's account for its own funds (kind 3), at its address.
public struct OwnFunds has store {
    account: Account,
}

/// Settlement money at a central bank.
public struct Account has store {
    central_bank: address,
    /// 1 bank or operator, 2 customers' reserve and 3 own funds of a payment institution, 4 clearing house, 5 government.
    kind: u8,
    money: Money,
}

/// What lies in all accounts at a central bank, at the central bank's address.
public struct Deposits has store {
    /// In minor units; that of kind 1 first.
    by_kind: vector<u128>,
    /// Whoever has an account, in the order in which they came.
    holders: vector<address>,
}

public struct AccountOpened has copy, drop {
    central_bank: address,
    holder: address,
    kind: u8,
    /// Whether the holder had no account of any kind before, and so is an institution from this block on.
    is_first: bool,
}

/// Opens an empty account of a kind at a central bank. An address has at most one of kinds 1, 4 and 5, one of kind 2 and one of 3.
public(package) fun open(ledger: &mut Ledger, at: address, central_bank: address, kind: u8) {
    assert!(kind >= BANK && kind <= GOVERNMENT, EBadKind);
    let is_free = if (kind == CUSTOMERS_RESERVE) !ledger.exists<CustomersReserve>(at)
    else if (kind == OWN_FUNDS) !ledger.exists<OwnFunds>(at)
    else !ledger.exists<SettlementAccount>(at);
    assert!(is_free, EAccountExists);
    let is_first = !ledger.exists<SettlementAccount>(at) && !ledger.exists<CustomersReserve>(at) && !ledger.exists<OwnFunds>(at);
    let account = Account { central_bank, kind, money: money::zero(cash_desk::settlement(ledger, central_bank)) };
    if (kind == CUSTOMERS_RESERVE) ledger.publish(at, CustomersReserve { account })
    else if (kind == OWN_FUNDS) ledger.publish(at, OwnFunds { account })
    else ledger.publish(at, SettlementAccount { account });
    if (!ledger.exists<Deposits>(central_bank)) ledger.publish(central_bank, Deposits { by_kind: vector[0, 0, 0, 0, 0], holders: vector[] });
    let holders = &mut ledger.borrow_mut<Deposits>(central_bank).holders;
    if (!holders.contains(&at)) holders.push_back(at);
    event::emit(AccountOpened { central_bank, holder: at, kind, is_first });
}

/// Opens an account unless there is one of the kind at the same central bank.
public(package) fun open_unless_open(ledger: &mut Ledger, at: address, with: address, kind: u8) {
    if (!exists(ledger, at, kind)) open(ledger, at, with, kind)
    else assert!(central_bank(ledger, at, kind) == with, EOtherCentralBank);
}

/// Puts settlement money into an account.
public(package) fun credit(ledger: &mut Ledger, at: address, kind: u8, money: Money) {
    let amount = money.value() as u128;
    let account = find_mut(ledger, at, kind);
    account.money.join(money);
    let central_bank = account.central_bank;
    let total = &mut ledger.borrow_mut<Deposits>(central_bank).by_kind[(kind - 1) as u64];
    *total = *total + amount;
}

/// Takes settlement money out of an account.
public(package) fun debit(ledger: &mut Ledger, at: address, kind: u8, amount: u64): Money {
    assert!(amount > 0, EZeroAmount);
    let account = find_mut(ledger, at, kind);
    assert!(account.money.value() >= amount, EInsufficientSettlement);
    let money = account.money.split(amount);
    let central_bank = account.central_bank;
    let total = &mut ledger.borrow_mut<Deposits>(central_bank).by_kind[(kind - 1) as u64];
    *total = *total - (amount as u128);
    money
}

/// Whether the address has an account of the kind.
public fun exists(ledger: &Ledger, at: address, kind: u8): bool {
    if (kind == CUSTOMERS_RESERVE) return ledger.exists<CustomersReserve>(at);
    if (kind == OWN_FUNDS) return ledger.exists<OwnFunds>(at);
    ledger.exists<SettlementAccount>(at) && ledger.borrow<SettlementAccount>(at).account.kind == kind
}

/// What is in an account, in minor units.
public fun balance(ledger: &Ledger, at: address, kind: u8): u64 {
    find(ledger, at, kind).money.value()
}

/// The central bank an account is with.
public fun central_bank(ledger: &Ledger, at: address, kind: u8): address {
    find(ledger, at, kind).central_bank
}

/// What lies in all accounts of a kind at a central bank, in minor units.
public fun deposits(ledger: &Ledger, central_bank: address, kind: u8): u128 {
    assert!(kind >= BANK && kind <= GOVERNMENT, EBadKind);
    if (!ledger.exists<Deposits>(central_bank)) 0 else ledger.borrow<Deposits>(central_bank).by_kind[(kind - 1) as u64]
}

public fun bank(): u8 {
    BANK
}

public fun customers_reserve(): u8 {
    CUSTOMERS_RESERVE
}

public fun own_funds(): u8 {
    OWN_FUNDS
}

public fun clearing_house(): u8 {
    CLEARING_HOUSE
}

public fun government(): u8 {
    GOVERNMENT
}

fun find(ledger: &Ledger, at: address, kind: u8): &Account {
    assert!(exists(ledger, at, kind), ENoAccount);
    if (kind == CUSTOMERS_RESERVE) &ledger.borrow<CustomersReserve>(at).account
    else if (kind == OWN_FUNDS) &ledger.borrow<OwnFunds>(at).account
    else &ledger.borrow<SettlementAccount>(at).account
}

fun find_mut(ledger: &mut Ledger, at: address, kind: u8): &mut Account {
    assert!(exists(ledger, at, kind), ENoAccount);
    if (kind == CUSTOMERS_RESERVE) &mut ledger.borrow_mut<CustomersReserve>(at).account
    else if (kind == OWN_FUNDS) &mut ledger.borrow_mut<OwnFunds>(at).account
    else &mut ledger.borrow_mut<SettlementAccount>(at).account
}
