/// What a central bank asks of banks and offers them: ratios, rates, the cap of deposit insurance. Each value is a number
/// under a name that never changes its meaning; a value that was never set is zero, which asks and offers nothing.
module banking::monetary_policy;

use banking::cash_desk;
use std::event;
use std::ledger::Ledger;

#[error]
const EUnknownParameter: vector<u8> = b"A parameter of monetary policy is a number from 1 to 10.";
#[error]
const EBadValue: vector<u8> = b"A ratio or rate is 0 to 10000 hundredths of a per cent.";
#[error]
const ENotCentralBank: vector<u8> = b"The signer is not a central bank.";

// The numbers are permanent.
const RESERVE_RATIO: u8 = 1;
const REQUIRED_RESERVES_RATE: u8 = 2;
const EXCESS_RESERVES_RATE: u8 = 3;
const SHORTFALL_RATE: u8 = 4;
const LENDING_FACILITY_RATE: u8 = 5;
const DEPOSIT_FACILITY_RATE: u8 = 6;
const COLLATERAL_HAIRCUT: u8 = 7;
const CAPITAL_RATIO: u8 = 8;
const INSURANCE_PREMIUM: u8 = 9;
/// In minor units for each account; every other parameter is in hundredths of a per cent.
const INSURANCE_CAP: u8 = 10;

const PARAMETERS: u64 = 10;
const WHOLE_BPS: u64 = 10_000;

/// The values by number from 1, at the central bank.
public struct MonetaryPolicy has store {
    values: vector<u64>,
    /// Whether each was ever set.
    was_set: vector<bool>,
}

public struct MonetaryPolicyChanged has copy, drop {
    central_bank: address,
    parameter: u8,
    value: u64,
}

/// Sets a parameter: 1 reserve ratio, 2 rate on required reserves, 3 rate on excess reserves, 4 rate charged on a shortfall,
/// 5 rate of the lending facility, 6 rate of the deposit facility, 7 haircut on collateral, 8 least capital to risk-weighted
/// assets, 9 yearly premium of deposit insurance, 10 what deposit insurance covers of one account.
public(package) fun set(ledger: &mut Ledger, central_bank: address, parameter: u8, value: u64) {
    check(parameter, value);
    assert!(cash_desk::exists(ledger, central_bank), ENotCentralBank);
    if (!ledger.exists<MonetaryPolicy>(central_bank)) {
        ledger.publish(central_bank, MonetaryPolicy { values: vector::tabulate!(PARAMETERS, |_| 0), was_set: vector::tabulate!(PARAMETERS, |_| false) });
    };
    let policy = ledger.borrow_mut<MonetaryPolicy>(central_bank);
    *&mut policy.values[(parameter - 1) as u64] = value;
    *&mut policy.was_set[(parameter - 1) as u64] = true;
    event::emit(MonetaryPolicyChanged { central_bank, parameter, value });
}

/// Aborts unless a parameter can have the value.
public(package) fun check(parameter: u8, value: u64) {
    assert!(parameter >= 1 && (parameter as u64) <= PARAMETERS, EUnknownParameter);
    assert!(parameter == INSURANCE_CAP || value <= WHOLE_BPS, EBadValue);
}

/// Whether a parameter was ever set: what was is changed by a proposal only.
public fun was_set(ledger: &Ledger, central_bank: address, parameter: u8): bool {
    assert!(parameter >= 1 && (parameter as u64) <= PARAMETERS, EUnknownParameter);
    ledger.exists<MonetaryPolicy>(central_bank) && ledger.borrow<MonetaryPolicy>(central_bank).was_set[(parameter - 1) as u64]
}

/// Whether any parameter was ever set.
public fun is_set(ledger: &Ledger, central_bank: address): bool {
    ledger.exists<MonetaryPolicy>(central_bank)
}

/// A parameter's value; zero if it was never set.
public fun value(ledger: &Ledger, central_bank: address, parameter: u8): u64 {
    assert!(parameter >= 1 && (parameter as u64) <= PARAMETERS, EUnknownParameter);
    if (!ledger.exists<MonetaryPolicy>(central_bank)) return 0;
    ledger.borrow<MonetaryPolicy>(central_bank).values[(parameter - 1) as u64]
}

public fun reserve_ratio(): u8 {
    RESERVE_RATIO
}

public fun required_reserves_rate(): u8 {
    REQUIRED_RESERVES_RATE
}

public fun excess_reserves_rate(): u8 {
    EXCESS_RESERVES_RATE
}

public fun shortfall_rate(): u8 {
    SHORTFALL_RATE
}

public fun lending_facility_rate(): u8 {
    LENDING_FACILITY_RATE
}

public fun deposit_facility_rate(): u8 {
    DEPOSIT_FACILITY_RATE
}

public fun collateral_haircut(): u8 {
    COLLATERAL_HAIRCUT
}

public fun capital_ratio(): u8 {
    CAPITAL_RATIO
}

public fun insurance_premium(): u8 {
    INSURANCE_PREMIUM
}

public fun insurance_cap(): u8 {
    INSURANCE_CAP
}
