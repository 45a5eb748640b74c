#[test_only]
module banking::default_waterfall_tests;

use banking::clearing_measures;
use banking::default_waterfall;
use std::unit_test::assert_eq;

const MAX_U64: u64 = 0xFFFF_FFFF_FFFF_FFFF;

/// Collateral 50, fund share 20, capital 10, survivors who bear 30 and 60 at most; the first place is the one that fails.
fun check(shortfall: u64, collateral: u64, fund_share: u64, capital: u64, survivors: vector<u64>, uncovered: u64) {
    let losses = default_waterfall::losses(shortfall, 50, 20, 10, &vector[0, 30, 60]);
    assert_eq!(losses.collateral(), collateral);
    assert_eq!(losses.fund_share(), fund_share);
    assert_eq!(losses.capital(), capital);
    assert_eq!(*losses.survivors(), survivors);
    assert_eq!(losses.uncovered(), uncovered);
}

#[test]
fun layers_are_used_in_order() {
    check(0, 0, 0, 0, vector[0, 0, 0], 0);
    check(50, 50, 0, 0, vector[0, 0, 0], 0);
    check(51, 50, 1, 0, vector[0, 0, 0], 0);
    check(70, 50, 20, 0, vector[0, 0, 0], 0);
    check(79, 50, 20, 9, vector[0, 0, 0], 0);
    check(80, 50, 20, 10, vector[0, 0, 0], 0);
    check(83, 50, 20, 10, vector[0, 1, 2], 0);
    check(81, 50, 20, 10, vector[0, 1, 0], 0);
    check(170, 50, 20, 10, vector[0, 30, 60], 0);
    check(171, 50, 20, 10, vector[0, 30, 60], 1);
    assert_eq!(default_waterfall::reach(50, 20, 10, &vector[0, 30, 60]), 170);
}

#[test]
fun shares_are_in_proportion_and_add_up() {
    assert_eq!(default_waterfall::shares(10, &vector[1, 1, 1]), vector[1, 1, 1]);
    assert_eq!(default_waterfall::shares(2, &vector[1, 1, 1]), vector[1, 1, 0]);
    assert_eq!(default_waterfall::shares(100, &vector[100, 200, 300]), vector[17, 33, 50]);
    assert_eq!(default_waterfall::shares(5, &vector[]), vector[]);
    assert_eq!(default_waterfall::shares(5, &vector[0, 0]), vector[0, 0]);
    assert_eq!(default_waterfall::shares(MAX_U64, &vector[MAX_U64, MAX_U64]), vector[MAX_U64 / 2 + 1, MAX_U64 / 2]);
    // One that cannot bear more is passed over.
    assert_eq!(default_waterfall::shares(3, &vector[0, 2, 2]), vector[0, 2, 1]);
}

/// Three that fail, who put up 10, 20 and 0 themselves, and 100 that is common.
fun check_grants(wanted: vector<u64>, used: vector<u64>, granted: vector<u64>, grants: vector<u64>) {
    assert_eq!(default_waterfall::grants(&wanted, &vector[10, 20, 0], 100, &used, &granted), grants);
}

#[test]
fun what_is_common_goes_to_one_after_the_other() {
    let none = vector[0, 0, 0];
    check_grants(vector[5, 15, 0], none, none, vector[5, 15, 0]);
    check_grants(vector[50, 50, 50], none, none, vector[50, 50, 30]);
    check_grants(vector[200, 50, 50], none, none, vector[110, 20, 0]);
    // The first left 60 of what was common: that is for the others, in their order, and the first keeps what it used.
    check_grants(vector[200, 50, 50], vector[50, 0, 0], vector[110, 20, 0], vector[50, 50, 30]);
    // Now the second left what it got of that, and comes last.
    check_grants(vector[200, 50, 50], vector[50, 0, 30], vector[50, 50, 30], vector[80, 20, 30]);
    check_grants(vector[MAX_U64, MAX_U64, MAX_U64], none, none, vector[110, 20, 0]);
}

#[test]
fun measures_of_two_settlements() {
    let mut measures = clearing_measures::new();
    assert_eq!(measures.netting_ratio_bps(), 0);
    assert_eq!(measures.mean_delay_ms(), 0);
    measures.count_payment(300, 1000);
    measures.count_payment(100, 200);
    measures.count_liquidity(100, 200);
    // 400 settled with 100: three quarters saved; pairs alone would have saved a half.
    assert_eq!(measures.netting_ratio_bps(), 7500);
    assert_eq!(measures.bilateral_ratio_bps(), 5000);
    // (300 × 1000 + 100 × 200) / 400.
    assert_eq!(measures.mean_delay_ms(), 800);
    assert_eq!(measures.payments(), 2);
    assert_eq!(measures.value(), 400);
    assert_eq!(measures.liquidity(), 100);
}
