/// The standard measures of a clearing house: how much was settled, how much central-bank money that took, how much netting
/// saved, and how long payments waited.
module banking::clearing_measures;

const WHOLE_BPS: u128 = 10_000;

/// Running sums since the clearing house was opened, one for each mode.
public struct Measures has copy, drop, store {
    /// Payments settled.
    payments: u64,
    /// What they came to, in minor units.
    value: u128,
    /// Central-bank money that moved to settle them, in minor units.
    liquidity: u128,
    /// Of `value`, what would have moved had only pairs been set off, in minor units.
    bilateral: u128,
    /// Waiting, summed over payments, in milliseconds.
    waited_ms: u128,
    /// Waiting, summed over minor units, in milliseconds times minor units.
    value_waited_ms: u256,
    longest_ms: u64,
    /// Payments that were revoked, and those that were returned without being settled.
    revoked: u64,
    returned: u64,
}

public(package) fun new(): Measures {
    Measures {
        payments: 0,
        value: 0,
        liquidity: 0,
        bilateral: 0,
        waited_ms: 0,
        value_waited_ms: 0,
        longest_ms: 0,
        revoked: 0,
        returned: 0,
    }
}

/// Counts a payment that is settled after waiting so long.
public(package) fun count_payment(measures: &mut Measures, amount: u64, waited_ms: u64) {
    measures.payments = measures.payments + 1;
    measures.value = measures.value + (amount as u128);
    measures.waited_ms = measures.waited_ms + (waited_ms as u128);
    measures.value_waited_ms = measures.value_waited_ms + (amount as u256) * (waited_ms as u256);
    measures.longest_ms = measures.longest_ms.max(waited_ms);
}

/// Counts the central-bank money that moved in one settlement, and what setting off pairs alone would have moved.
public(package) fun count_liquidity(measures: &mut Measures, liquidity: u128, bilateral: u128) {
    measures.liquidity = measures.liquidity + liquidity;
    measures.bilateral = measures.bilateral + bilateral;
}

public(package) fun count_revoked(measures: &mut Measures) {
    measures.revoked = measures.revoked + 1;
}

public(package) fun count_returned(measures: &mut Measures) {
    measures.returned = measures.returned + 1;
}

public(package) fun payments(measures: &Measures): u64 {
    measures.payments
}

public(package) fun value(measures: &Measures): u128 {
    measures.value
}

public(package) fun liquidity(measures: &Measures): u128 {
    measures.liquidity
}

/// Netting ratio: the part of the settled value for which no central-bank money had to move, in hundredths of a per cent,
/// rounded down; 0 while nothing is settled.
public(package) fun netting_ratio_bps(measures: &Measures): u64 {
    saved_bps(measures.value, measures.liquidity)
}

/// The same for setting off in pairs alone.
public(package) fun bilateral_ratio_bps(measures: &Measures): u64 {
    saved_bps(measures.value, measures.bilateral)
}

/// Mean waiting time of a minor unit, in milliseconds, rounded down; 0 while nothing is settled.
public(package) fun mean_delay_ms(measures: &Measures): u64 {
    if (measures.value == 0) 0 else (measures.value_waited_ms / (measures.value as u256)) as u64
}

fun saved_bps(value: u128, moved: u128): u64 {
    if (value == 0) 0 else ((value - moved) * WHOLE_BPS / value) as u64
}
