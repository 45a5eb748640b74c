/// Ratios that a bank has to keep, in whole numbers. What is required is rounded up, what there is is rounded down: a bank
/// never passes by a rounding.
module banking::prudential_ratio;

const WHOLE_BPS: u256 = 10_000;

/// Reserves required on deposits, minor units, rounded up.
public fun required_reserves(deposits: u128, ratio_bps: u64): u128 {
    let product = (deposits as u256) * (ratio_bps as u256);
    ((product + WHOLE_BPS - 1) / WHOLE_BPS) as u128
}

/// What an asset counts for in the sum that capital is measured against, rounded up.
public fun risk_weighted(book_value: u128, weight_bps: u64): u128 {
    let product = (book_value as u256) * (weight_bps as u256);
    ((product + WHOLE_BPS - 1) / WHOLE_BPS) as u128
}

/// Whether capital is at least so many hundredths of a per cent of the risk-weighted assets.
public fun is_adequate(capital: u128, risk_weighted_assets: u128, minimum_bps: u64): bool {
    (capital as u256) * WHOLE_BPS >= (risk_weighted_assets as u256) * (minimum_bps as u256)
}

/// Capital in hundredths of a per cent of risk-weighted assets, rounded down; none where there is nothing to measure against.
public fun ratio_bps(capital: u128, risk_weighted_assets: u128): Option<u128> {
    if (risk_weighted_assets == 0) return option::none();
    option::some(((capital as u256) * WHOLE_BPS / (risk_weighted_assets as u256)) as u128)
}
