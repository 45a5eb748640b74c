/// A central bank and its books. Base money (settlement money and digital cash) changes only with an asset posting, and
/// after every act assets at book value equal base money and capital. New base money is issued only while base money after
/// it is not more than the performing assets at book value after haircut: a sound currency does not bind bad assets.
module banking::central_bank;

use banking::cash_desk;
use banking::operator;
use money::instrument;
use money::policy;
use money::unit::{Self, Mandate};
use std::event;
use std::ledger::Ledger;
use std::string::String;

#[error]
const ENotCentralBank: vector<u8> = b"The signer is not a central bank.";
#[error]
const EAlreadyEstablished: vector<u8> = b"The address is a central bank already.";
#[error]
const ENotCovered: vector<u8> = b"Base money would be more than the performing assets after haircut.";
#[error]
const EBadKind: vector<u8> = b"The kind of an asset is a number from 1 to 5.";
#[error]
const EBadHaircut: vector<u8> = b"A haircut is 0 to 10000 hundredths of a per cent.";
#[error]
const EBadDescription: vector<u8> = b"A description has 1 to 256 bytes.";
#[error]
const EZeroAmount: vector<u8> = b"The amount must be more than zero.";
#[error]
const EUnknownAsset: vector<u8> = b"There is no asset of this number on the central bank's books.";
#[error]
const ENotCounterparty: vector<u8> = b"The asset did not come from this operator.";
#[error]
const ERedeemsTooMuch: vector<u8> = b"The amount is more than the asset's book value.";
#[error]
const EBooksFull: vector<u8> = b"The central bank's books hold 4096 assets already.";
#[error]
const EBooksDoNotBalance: vector<u8> = b"The central bank's assets are not equal to its base money and capital.";

const WHOLE_BPS: u64 = 10_000;
const MAX_KIND: u8 = 5;
const MAX_ASSETS: u64 = 4_096;
const MAX_DESCRIPTION_BYTES: u64 = 256;

/// A central bank's books, at its address. Its liabilities are what is outstanding of its two instruments, and capital.
public struct CentralBank has store {
    name: String,
    unit: u32,
    /// Instrument number of its settlement money.
    settlement: u32,
    /// Instrument number of its digital cash.
    cash: u32,
    /// In the order in which they were posted.
    assets: vector<Asset>,
    /// In minor units.
    capital: u128,
    /// Number of the last asset posted.
    last_asset: u64,
    mandate: Mandate,
}

/// An asset at book value.
public struct Asset has store {
    /// From 1, never used twice.
    id: u64,
    /// 1 foreign exchange, 2 gold, 3 government bonds, 4 claims on banks, 5 other.
    kind: u8,
    description: String,
    /// The operator it was bought from; absent where it came in against capital.
    counterparty: Option<address>,
    /// In minor units.
    book_value: u64,
    /// What does not count as cover, in hundredths of a per cent of book value.
    haircut_bps: u64,
    performing: bool,
}

public struct CentralBankEstablished has copy, drop {
    central_bank: address,
    unit: u32,
    settlement: u32,
    cash: u32,
}

/// An asset came onto the books, against settlement money of its counterparty or against capital.
public struct AssetPosted has copy, drop {
    central_bank: address,
    asset: u64,
    kind: u8,
    counterparty: Option<address>,
    book_value: u64,
    haircut_bps: u64,
}

/// An asset, or a part of it, went back to its counterparty.
public struct AssetReturned has copy, drop {
    central_bank: address,
    asset: u64,
    counterparty: address,
    amount: u64,
}

/// An asset began or ceased to perform. Cover is breached while it is less than base money.
public struct PerformanceChanged has copy, drop {
    central_bank: address,
    asset: u64,
    performing: bool,
    base_money: u128,
    cover: u128,
}

// === What a central bank does ===

/// Establishes the central bank of a unit at the address that was entrusted with it.
public(package) entry fun establish(
    ledger: &mut Ledger,
    central_bank: &signer,
    unit: u32,
    name: String,
    settlement_symbol: String,
    cash_symbol: String,
) {
    let at = central_bank.address_of();
    assert!(!ledger.exists<CentralBank>(at), EAlreadyEstablished);
    operator::check_name(&name);
    let mandate = unit::claim_mandate(ledger, central_bank, unit);
    let settlement_authority =
        instrument::register_base_money(ledger, &mandate, central_bank, instrument::settlement(), settlement_symbol);
    let cash_authority = instrument::register_base_money(ledger, &mandate, central_bank, instrument::digital_cash(), cash_symbol);
    let settlement = settlement_authority.authorised();
    let cash = cash_authority.authorised();
    cash_desk::open(ledger, central_bank, settlement_authority, cash_authority);
    let bank = CentralBank { name, unit, settlement, cash, assets: vector[], capital: 0, last_asset: 0, mandate };
    ledger.publish(at, bank);
    event::emit(CentralBankEstablished { central_bank: at, unit, settlement, cash });
}

/// Admits an operator: opens its settlement account and its till.
public(package) entry fun admit_operator(ledger: &mut Ledger, central_bank: &signer, operator: address, name: String) {
    check_central_bank(ledger, central_bank);
    operator::admit(ledger, central_bank, operator, name);
}

/// Withdraws an operator's licence or gives it back.
public(package) entry fun set_operator_licensed(ledger: &mut Ledger, central_bank: &signer, operator: address, licensed: bool) {
    check_central_bank(ledger, central_bank);
    operator::set_licensed(ledger, central_bank, operator, licensed);
}

/// Posts an asset against capital. Base money stays as it is.
public(package) entry fun contribute_capital(
    ledger: &mut Ledger,
    central_bank: &signer,
    kind: u8,
    description: String,
    book_value: u64,
    haircut_bps: u64,
) {
    let at = check_central_bank(ledger, central_bank);
    let bank = ledger.borrow_mut<CentralBank>(at);
    bank.post(at, kind, description, option::none(), book_value, haircut_bps);
    bank.capital = bank.capital + (book_value as u128);
    check_books(ledger, at);
}

/// Buys an asset from an operator and credits its settlement account with the book value: this is how base money is made.
public(package) entry fun issue(
    ledger: &mut Ledger,
    central_bank: &signer,
    operator: address,
    kind: u8,
    description: String,
    book_value: u64,
    haircut_bps: u64,
) {
    let at = check_central_bank(ledger, central_bank);
    operator::check_may_borrow(ledger, central_bank, operator);
    ledger.borrow_mut<CentralBank>(at).post(at, kind, description, option::some(operator), book_value, haircut_bps);
    let money = cash_desk::issue(ledger, central_bank, book_value, operator);
    operator::credit(ledger, operator, money);
    assert!(base_money(ledger, at) <= cover(ledger, at), ENotCovered);
    check_books(ledger, at);
}

/// Returns an asset to the operator it came from, for its book value in settlement money.
public(package) entry fun redeem(ledger: &mut Ledger, central_bank: &signer, operator: address, asset: u64) {
    let at = check_central_bank(ledger, central_bank);
    let bank = ledger.borrow<CentralBank>(at);
    let amount = bank.assets[bank.index_of(asset)].book_value;
    return_asset(ledger, central_bank, operator, asset, amount);
}

/// Returns a part of an asset's book value in the same way.
public(package) entry fun redeem_part(ledger: &mut Ledger, central_bank: &signer, operator: address, asset: u64, amount: u64) {
    check_central_bank(ledger, central_bank);
    return_asset(ledger, central_bank, operator, asset, amount);
}

/// Records whether an asset performs. Always recorded, even if cover is then breached: that stops new issue until it is made good.
public(package) entry fun set_performing(ledger: &mut Ledger, central_bank: &signer, asset: u64, performing: bool) {
    let at = check_central_bank(ledger, central_bank);
    let bank = ledger.borrow_mut<CentralBank>(at);
    let index = bank.index_of(asset);
    bank.assets[index].performing = performing;
    let base_money = base_money(ledger, at);
    let cover = cover(ledger, at);
    event::emit(PerformanceChanged { central_bank: at, asset, performing, base_money, cover });
}

/// Sets what wallets of a tier may hold and pay in digital cash, in minor units; absent means without limit.
public(package) entry fun set_tier(
    ledger: &mut Ledger,
    central_bank: &signer,
    tier: u8,
    balance: Option<u64>,
    single: Option<u64>,
    daily: Option<u64>,
    yearly: Option<u64>,
) {
    check_central_bank(ledger, central_bank);
    let cash = cash_desk::cash_authority(ledger, central_bank);
    policy::set_tier(ledger, &cash, tier, balance, single, daily, yearly);
}

// === What is to be read ===

/// Settlement money and digital cash outstanding, in minor units.
public fun base_money(ledger: &Ledger, central_bank: address): u128 {
    cash_desk::base_money(ledger, central_bank)
}

/// What stands behind base money: for each performing asset its book value less haircut, rounded down.
public fun cover(ledger: &Ledger, central_bank: address): u128 {
    let mut cover = 0u128;
    ledger.borrow<CentralBank>(central_bank).assets.do_ref!(|asset| {
        if (asset.performing) cover = cover + (asset.book_value.mul_div(WHOLE_BPS - asset.haircut_bps, WHOLE_BPS) as u128);
    });
    cover
}

/// All assets at book value, whether they perform or not.
public fun total_assets(ledger: &Ledger, central_bank: address): u128 {
    let mut total = 0u128;
    ledger.borrow<CentralBank>(central_bank).assets.do_ref!(|asset| total = total + (asset.book_value as u128));
    total
}

/// Capital, in minor units.
public fun capital(ledger: &Ledger, central_bank: address): u128 {
    ledger.borrow<CentralBank>(central_bank).capital
}

// === Books ===

fun check_central_bank(ledger: &Ledger, central_bank: &signer): address {
    let at = central_bank.address_of();
    assert!(ledger.exists<CentralBank>(at), ENotCentralBank);
    at
}

fun post(
    bank: &mut CentralBank,
    at: address,
    kind: u8,
    description: String,
    counterparty: Option<address>,
    book_value: u64,
    haircut_bps: u64,
) {
    assert!(kind >= 1 && kind <= MAX_KIND, EBadKind);
    assert!(!description.is_empty() && description.length() <= MAX_DESCRIPTION_BYTES, EBadDescription);
    assert!(book_value > 0, EZeroAmount);
    assert!(haircut_bps <= WHOLE_BPS, EBadHaircut);
    assert!(bank.assets.length() < MAX_ASSETS, EBooksFull);
    let id = bank.last_asset + 1;
    bank.last_asset = id;
    bank.assets.push_back(Asset { id, kind, description, counterparty, book_value, haircut_bps, performing: true });
    event::emit(AssetPosted { central_bank: at, asset: id, kind, counterparty, book_value, haircut_bps });
}

fun return_asset(ledger: &mut Ledger, central_bank: &signer, operator: address, asset: u64, amount: u64) {
    let at = central_bank.address_of();
    operator::check_admitted(ledger, central_bank, operator);
    assert!(amount > 0, EZeroAmount);
    ledger.borrow_mut<CentralBank>(at).write_down(asset, operator, amount);
    let money = operator::debit(ledger, operator, amount);
    cash_desk::redeem(ledger, central_bank, money, operator);
    event::emit(AssetReturned { central_bank: at, asset, counterparty: operator, amount });
    check_books(ledger, at);
}

fun write_down(bank: &mut CentralBank, asset: u64, operator: address, amount: u64) {
    let index = bank.index_of(asset);
    let record = &mut bank.assets[index];
    assert!(record.counterparty.contains(&operator), ENotCounterparty);
    assert!(amount <= record.book_value, ERedeemsTooMuch);
    record.book_value = record.book_value - amount;
    if (record.book_value > 0) return;
    let Asset { .. } = bank.assets.remove(index);
}

fun index_of(bank: &CentralBank, asset: u64): u64 {
    let found = bank.assets.find_index!(|record| record.id == asset);
    assert!(found.is_some(), EUnknownAsset);
    found.destroy_some()
}

/// Double entry: what the bank has equals what it owes and what is its own.
fun check_books(ledger: &Ledger, at: address) {
    assert!(total_assets(ledger, at) == base_money(ledger, at) + capital(ledger, at), EBooksDoNotBalance);
}

/// Posts assets of one minor unit against capital until there are so many.
#[test_only]
public fun fill_books(ledger: &mut Ledger, at: address, count: u64) {
    let bank = ledger.borrow_mut<CentralBank>(at);
    while (bank.assets.length() < count) {
        let id = bank.last_asset + 1;
        let description = b"gold".to_string();
        bank.last_asset = id;
        bank.assets.push_back(Asset { id, kind: 2, description, counterparty: option::none(), book_value: 1, haircut_bps: 0, performing: true });
        bank.capital = bank.capital + 1;
    }
}
