/// A central bank with gold, two operators and their customers: what the tests start from.
#[test_only]
module banking::economy;

use banking::cash_desk;
use banking::central_bank;
use banking::operator;
use money::instrument;
use money::testing;
use money::wallet;
use oversight::licence;
use std::ledger::Ledger;
use std::test_ledger::{Self, new_signer};
use std::unit_test::assert_eq;

const BANK: address = @0xCB;

/// Units 1 and 2 and a supervisor; the central bank of unit 1 with 1,000 of gold against capital (haircut 10%); operators 0xA and 0xB,
/// and wallets of tier 1: holder 1 at 0xA1 and holder 2 at 0xA2 with 0xA, holder 1 at 0xB1 with 0xB.
public fun begin(): Ledger {
    let mut ledger = begin_without_bank();
    establish(&mut ledger, BANK, 1, b"CZK");
    contribute(&mut ledger, 1_000, 1_000);
    admit(&mut ledger, BANK, @0xA);
    admit(&mut ledger, BANK, @0xB);
    open(&mut ledger, @0xA, vector[@0xA1, @0xA2], vector[1, 2], 1);
    open(&mut ledger, @0xB, vector[@0xB1], vector[1], 1);
    ledger
}

public fun begin_without_bank(): Ledger {
    let mut ledger = testing::new_ledger();
    testing::register_unit(&mut ledger, b"CZK", 60, false);
    testing::register_unit(&mut ledger, b"EUR", 60, false);
    testing::entrust(&mut ledger, 1, BANK);
    oversight::testing::supervise(&mut ledger);
    ledger
}

/// Establishes a central bank that is licensed for the unit.
public fun establish(ledger: &mut Ledger, bank: address, unit: u32, code: vector<u8>) {
    license(ledger, bank, licence::central_bank(), unit);
    establish_unlicensed(ledger, bank, unit, code);
}

public fun establish_unlicensed(ledger: &mut Ledger, bank: address, unit: u32, code: vector<u8>) {
    let mut settlement = code.to_string();
    let mut cash = code.to_string();
    settlement.append(b".settlement".to_string());
    cash.append(b".cash".to_string());
    central_bank::establish(ledger, &new_signer(bank), unit, b"National Bank".to_string(), settlement, cash);
}

/// Admits an operator that is licensed for the central bank's unit.
public fun admit(ledger: &mut Ledger, bank: address, operator: address) {
    let unit = instrument::unit(ledger, cash_desk::cash(ledger, bank));
    license(ledger, operator, licence::operator(), unit);
    admit_unlicensed(ledger, bank, operator);
}

public fun admit_unlicensed(ledger: &mut Ledger, bank: address, operator: address) {
    central_bank::admit_operator(ledger, &new_signer(bank), operator, b"Bank".to_string());
}

public fun contribute(ledger: &mut Ledger, book_value: u64, haircut_bps: u64) {
    central_bank::contribute_capital(ledger, &new_signer(BANK), 2, b"gold".to_string(), book_value, haircut_bps);
}

public fun issue(ledger: &mut Ledger, operator: address, book_value: u64, haircut_bps: u64) {
    central_bank::issue(ledger, &new_signer(BANK), operator, 3, b"bonds".to_string(), book_value, haircut_bps);
}

public fun redeem(ledger: &mut Ledger, operator: address, asset: u64) {
    central_bank::redeem(ledger, &new_signer(BANK), &new_signer(operator), asset);
}

public fun redeem_part(ledger: &mut Ledger, operator: address, asset: u64, amount: u64) {
    central_bank::redeem_part(ledger, &new_signer(BANK), &new_signer(operator), asset, amount);
}

public fun set_performing(ledger: &mut Ledger, asset: u64, performing: bool) {
    central_bank::set_performing(ledger, &new_signer(BANK), asset, performing);
}

public fun set_tier(ledger: &mut Ledger, balance: Option<u64>, single: Option<u64>, daily: Option<u64>, yearly: Option<u64>) {
    central_bank::set_tier(ledger, &new_signer(BANK), 1, balance, single, daily, yearly);
}

/// Suspends or resumes an operator's licence for unit 1.
public fun set_licensed(ledger: &mut Ledger, operator: address, licensed: bool) {
    if (licensed) oversight::testing::resume(ledger, operator, licence::operator(), 1)
    else oversight::testing::suspend(ledger, operator, licence::operator(), 1);
}

/// Suspends the licence of the central bank of unit 1.
public fun suspend_bank(ledger: &mut Ledger) {
    oversight::testing::suspend(ledger, BANK, licence::central_bank(), 1);
}

fun license(ledger: &mut Ledger, holder: address, kind: u8, unit: u32) {
    if (!licence::stands(ledger, holder, kind, unit)) oversight::testing::license(ledger, holder, kind, unit);
}

public fun open(ledger: &mut Ledger, operator: address, owners: vector<address>, holders: vector<u8>, tier: u8) {
    let commitments = holders.map!(|holder| testing::commitment(holder));
    operator::open_wallets(ledger, &new_signer(operator), owners, commitments, tier);
}

public fun hand_out(ledger: &mut Ledger, operator: address, to: address, amount: u64) {
    operator::hand_out(ledger, &new_signer(operator), to, amount);
}

public fun hand_back(ledger: &mut Ledger, owner: address, amount: u64) {
    operator::hand_back(ledger, &new_signer(owner), amount);
}

public fun to_till(ledger: &mut Ledger, operator: address, amount: u64) {
    operator::to_till(ledger, &new_signer(operator), amount);
}

public fun from_till(ledger: &mut Ledger, operator: address, amount: u64) {
    operator::from_till(ledger, &new_signer(operator), amount);
}

public fun pay(ledger: &mut Ledger, from: address, to: address, amount: u64) {
    let cash = cash_desk::cash(ledger, BANK);
    testing::pay(ledger, from, to, cash, amount);
}

public fun cash_of(ledger: &Ledger, owner: address): u64 {
    wallet::balance(ledger, owner, cash_desk::cash(ledger, BANK))
}

/// Settlement account, till, and what wallets hold of each, in this order; also counts that nothing else is outstanding.
public fun check(ledger: &Ledger, accounts: vector<u64>, tills: vector<u64>, wallets: vector<u64>) {
    let mut base = 0u128;
    vector[@0xA, @0xB].zip_do!(accounts, |operator, amount| {
        assert_eq!(operator::settlement_balance(ledger, operator), amount);
        base = base + (amount as u128);
    });
    vector[@0xA, @0xB].zip_do!(tills, |operator, amount| {
        assert_eq!(operator::till_balance(ledger, operator), amount);
        base = base + (amount as u128);
    });
    vector[@0xA1, @0xA2, @0xB1].zip_do!(wallets, |owner, amount| {
        assert_eq!(cash_of(ledger, owner), amount);
        base = base + (amount as u128);
    });
    assert_eq!(central_bank::base_money(ledger, BANK), base);
    assert_eq!(central_bank::total_assets(ledger, BANK), base + central_bank::capital(ledger, BANK));
}

public fun end(ledger: Ledger) {
    test_ledger::destroy(ledger);
}
