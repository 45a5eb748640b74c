/// How much of an instrument a wallet may hold and pay, by the wallet's tier. The instrument's issuer sets it. An
/// instrument without a policy is unlimited; under a policy, a tier that it does not name may use the instrument not at all.
module money::policy;

use money::calendar::Zone;
use money::instrument::{Self, IssuePermit};
use money::unit;
use std::event;
use std::ledger::Ledger;
use std::table::{Self, Table};

#[error]
const EBadTier: vector<u8> = b"Tiers are numbered from 1 to 16.";
#[error]
const EUndefinedTier: vector<u8> = b"The instrument's policy has no limits for the wallet's tier, so the wallet cannot use it.";

const MAX_TIER: u8 = 16;

/// Every policy, at `@money`.
public struct Policies has store {
    policies: Table<u32, Policy>,
}

/// The policy of one instrument. It repeats what a payment needs to know of the instrument's unit.
public struct Policy has store {
    instrument: u32,
    unit: u32,
    zone: Zone,
    tiers: vector<Limits>,
}

/// The limits of one tier, in minor units; absent means without limit.
public struct Limits has copy, drop, store {
    tier: u8,
    /// What a wallet may hold after a receipt.
    balance: Option<u64>,
    /// What one payment may be.
    single: Option<u64>,
    /// What a holder may pay out on one day, with all wallets.
    daily: Option<u64>,
    /// What a holder may pay out in one year, with all wallets.
    yearly: Option<u64>,
}

public struct PolicyChanged has copy, drop {
    instrument: u32,
    limits: Limits,
}

/// Begins the policies.
public(package) fun initialise(ledger: &mut Ledger) {
    let policies = table::new(ledger);
    ledger.publish(@money, Policies { policies });
}

/// Sets the limits of one tier, from the next payment on.
public fun set_tier(
    ledger: &mut Ledger,
    permit: &IssuePermit,
    tier: u8,
    balance: Option<u64>,
    single: Option<u64>,
    daily: Option<u64>,
    yearly: Option<u64>,
) {
    check_tier(tier);
    let instrument = permit.permitted();
    let unit = instrument::unit(ledger, instrument);
    let zone = unit::zone(ledger, unit);
    let policies = &mut ledger.borrow_mut<Policies>(@money).policies;
    if (!policies.contains(instrument)) policies.add(instrument, Policy { instrument, unit, zone, tiers: vector[] });
    let limits = Limits { tier, balance, single, daily, yearly };
    let tiers = &mut policies[instrument].tiers;
    let found = tiers.find_index!(|entry| entry.tier == tier);
    if (found.is_some()) *&mut tiers[found.destroy_some()] = limits else tiers.push_back(limits);
    event::emit(PolicyChanged { instrument, limits });
}

/// Aborts unless the number can be a tier's.
public fun check_tier(tier: u8) {
    assert!(tier >= 1 && tier <= MAX_TIER, EBadTier);
}

/// The highest number that a tier can have; the lowest is 1.
public fun max_tier(): u8 {
    MAX_TIER
}

/// Whether an instrument stands under a policy.
public fun exists(ledger: &Ledger, instrument: u32): bool {
    ledger.borrow<Policies>(@money).policies.contains(instrument)
}

/// Whether an instrument's policy names a tier.
public fun has_tier(ledger: &Ledger, instrument: u32, tier: u8): bool {
    exists(ledger, instrument) && borrow(ledger, instrument).tiers.any!(|limits| limits.tier == tier)
}

/// The policy of an instrument that has one.
public fun borrow(ledger: &Ledger, instrument: u32): &Policy {
    &ledger.borrow<Policies>(@money).policies[instrument]
}

/// The limits of a tier; aborts if the policy does not name it.
public fun limits(policy: &Policy, tier: u8): &Limits {
    let tiers = &policy.tiers;
    let length = tiers.length();
    let mut i = 0;
    while (i < length) {
        if (tiers[i].tier == tier) return &tiers[i];
        i = i + 1;
    };
    abort EUndefinedTier
}

/// Whether the policy names a tier: wallets of others cannot use the instrument.
public fun names(policy: &Policy, tier: u8): bool {
    policy.tiers.any!(|entry| entry.tier == tier)
}

public fun unit(policy: &Policy): u32 {
    policy.unit
}

public fun zone(policy: &Policy): Zone {
    policy.zone
}

public fun balance(limits: &Limits): &Option<u64> {
    &limits.balance
}

public fun single(limits: &Limits): &Option<u64> {
    &limits.single
}

public fun daily(limits: &Limits): &Option<u64> {
    &limits.daily
}

public fun yearly(limits: &Limits): &Option<u64> {
    &limits.yearly
}
