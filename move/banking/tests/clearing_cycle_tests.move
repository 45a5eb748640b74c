#[test_only]
module banking::clearing_cycle_tests;

use banking::chart;
use banking::clearing_cycle;
use banking::clearing_economy::{begin, begin_with_caps, check_balances, check_waiting, drain, end, first, give, house, pay_net};
use banking::clearing_entry;
use banking::clearing_funds;
use banking::clearing_house;
use banking::clearing_membership;
use banking::clearing_returns;
use banking::institution;
use oversight::licence;
use oversight::testing;
use std::ledger::Ledger;
use std::test_ledger::{new_signer, set_time_ms};
use std::unit_test::assert_eq;

const HOUR_MS: u64 = 3_600_000;

fun close(ledger: &mut Ledger) {
    clearing_cycle::close(ledger, &new_signer(house()));
}

fun settle(ledger: &mut Ledger) {
    clearing_cycle::settle(ledger, house());
}

fun to_second(ledger: &mut Ledger, from: address, to: address, amount: u64) {
    clearing_entry::submit(ledger, &new_signer(from), house(), 0, to, 1, 2, 3, amount);
}

fun insolvent(ledger: &mut Ledger, at: address) {
    clearing_returns::record_insolvency(ledger, &oversight::testing::supervisor(), house(), at, b"Court order".to_string());
}

/// Shares of the fund by place.
fun check_fund(ledger: &Ledger, shares: vector<u64>, capital: u64) {
    let participants = clearing_house::participants(ledger, house());
    assert_eq!(vector::tabulate!(4, |place| participants.fund_share(place)), shares);
    assert_eq!(participants.capital(), capital);
}

// === What it does ===

#[test]
fun only_the_net_amounts_move() {
    let mut ledger = begin_with_caps();
    pay_net(&mut ledger, @0xB1, @0xB2, 300);
    pay_net(&mut ledger, @0xB2, @0xB3, 250);
    pay_net(&mut ledger, @0xB3, @0xB1, 200);
    pay_net(&mut ledger, @0xFA, @0xB1, 100);
    close(&mut ledger);
    check_waiting(&ledger, 0, 0);
    assert_eq!(clearing_house::admitted(&ledger, house()).length(), 4);
    // Nobody has been credited yet.
    check_balances(&ledger, vector[700, 750, 800, 900], vector[820, 850, 850, 1000]);
    set_time_ms(&mut ledger, 1_000);
    settle(&mut ledger);
    check_balances(&ledger, vector[1000, 1050, 1050, 900], vector[820, 900, 900, 900]);
    let measures = clearing_house::measures(&ledger, house(), 2);
    assert_eq!(measures.payments(), 4);
    assert_eq!(measures.value(), 850);
    assert_eq!(measures.liquidity(), 100);
    assert_eq!(measures.netting_ratio_bps(), 8823);
    assert_eq!(measures.bilateral_ratio_bps(), 0);
    assert_eq!(measures.mean_delay_ms(), 1_000);
    let (cycle, is_closed) = clearing_house::cycle(&ledger, house());
    assert_eq!(cycle, 2);
    assert!(!is_closed);
    end(ledger);
}

#[test]
fun what_is_above_a_cap_waits_for_the_next_cycle() {
    let mut ledger = begin_with_caps();
    pay_net(&mut ledger, @0xB1, @0xB2, 300);
    pay_net(&mut ledger, @0xB1, @0xB3, 200);
    close(&mut ledger);
    check_waiting(&ledger, 0, 1);
    settle(&mut ledger);
    close(&mut ledger);
    settle(&mut ledger);
    check_balances(&ledger, vector[500, 1300, 1200, 1000], vector[320, 1150, 1050, 1000]);
    end(ledger);
}

#[test]
fun a_pairs_limit_holds_back_only_that_pair() {
    let mut ledger = begin_with_caps();
    clearing_membership::limit_payer(&mut ledger, &new_signer(@0xB2), house(), @0xB1, option::some(100));
    pay_net(&mut ledger, @0xB1, @0xB2, 300);
    pay_net(&mut ledger, @0xB1, @0xB3, 200);
    close(&mut ledger);
    settle(&mut ledger);
    check_balances(&ledger, vector[500, 1000, 1200, 1000], vector[620, 850, 1050, 1000]);
    // With as much the other way it fits; then without the limit too.
    pay_net(&mut ledger, @0xB2, @0xB1, 200);
    close(&mut ledger);
    settle(&mut ledger);
    check_waiting(&ledger, 0, 0);
    check_balances(&ledger, vector[700, 1100, 1200, 1000], vector[520, 950, 1050, 1000]);
    end(ledger);
}

#[test]
fun payments_enter_the_next_cycle_while_one_is_closed() {
    let mut ledger = begin_with_caps();
    pay_net(&mut ledger, @0xB1, @0xB2, 100);
    close(&mut ledger);
    let number = pay_net(&mut ledger, @0xB1, @0xB2, 50);
    banking::clearing_economy::revoke(&mut ledger, @0xB1, number);
    pay_net(&mut ledger, @0xB1, @0xB2, 30);
    settle(&mut ledger);
    check_waiting(&ledger, 0, 1);
    assert_eq!(first(&ledger, @0xB2), 1100);
    end(ledger);
}

#[test]
fun an_account_closed_meanwhile_does_not_stop_the_cycle() {
    let mut ledger = begin_with_caps();
    to_second(&mut ledger, @0xB1, @0xB2, 100);
    pay_net(&mut ledger, @0xB1, @0xB3, 60);
    close(&mut ledger);
    institution::customers_mut(&mut ledger, @0xB2).close_account(1);
    settle(&mut ledger);
    check_balances(&ledger, vector[940, 1000, 1060, 1000], vector[760, 850, 910, 1000]);
    check_waiting(&ledger, 0, 0);
    end(ledger);
}

#[test]
fun who_owes_more_because_others_cannot_be_paid_has_not_failed() {
    let mut ledger = begin_with_caps();
    // 0xB2 counts on 100 from 0xB1 to a customer whose account it then closes.
    to_second(&mut ledger, @0xB1, @0xB2, 100);
    pay_net(&mut ledger, @0xB2, @0xB3, 90);
    drain(&mut ledger, @0xB2, 850);
    close(&mut ledger);
    institution::customers_mut(&mut ledger, @0xB2).close_account(1);
    settle(&mut ledger);
    assert!(clearing_house::participants(&ledger, house()).is_active(1));
    check_waiting(&ledger, 0, 1);
    check_balances(&ledger, vector[1000, 910, 1000, 1000], vector[820, 0, 850, 1000]);
    end(ledger);
}

// === A participant that fails ===

#[test]
fun the_waterfall_pays_in_its_order() {
    let mut ledger = begin_with_caps();
    pay_net(&mut ledger, @0xB1, @0xB2, 400);
    drain(&mut ledger, @0xB1, 810);
    close(&mut ledger);
    set_time_ms(&mut ledger, HOUR_MS);
    settle(&mut ledger);
    // 400 = 10 that it had, 50 collateral, 100 of the fund, 30 capital, 70 from each survivor.
    check_balances(&ledger, vector[600, 1400, 1000, 1000], vector[0, 1250, 850, 1000]);
    check_fund(&ledger, vector[0, 30, 30, 30], 0);
    let participants = clearing_house::participants(&ledger, house());
    assert!(participants.has_failed(0));
    assert_eq!(participants.collateral(0), 0);
    assert_eq!(participants.owed_capital(0), 30);
    assert_eq!(participants.owed_survivors(0), vector[0, 70, 70, 70]);
    assert_eq!(institution::books(&ledger, @0xB1).balance(chart::owed_to_clearing_houses()), 240);
    assert_eq!(institution::books(&ledger, @0xB2).balance(chart::loss_expense()), 70);
    assert_eq!(clearing_house::books(&ledger, house()).balance(chart::claims_on_participants()), 30);
    // What is left behind the others bounds what they may owe: 50 of their own, 90 in the fund.
    assert_eq!(participants.caps(), vector[0, 140, 140, 140]);
    end(ledger);
}

#[test]
fun what_was_borne_is_made_good_survivors_first() {
    let mut ledger = begin_with_caps();
    pay_net(&mut ledger, @0xB1, @0xB2, 400);
    drain(&mut ledger, @0xB1, 810);
    close(&mut ledger);
    set_time_ms(&mut ledger, HOUR_MS);
    settle(&mut ledger);
    give(&mut ledger, @0xB1, 240);
    clearing_funds::repay(&mut ledger, &new_signer(@0xB1), house(), 105);
    check_fund(&ledger, vector[0, 65, 65, 65], 0);
    clearing_funds::repay(&mut ledger, &new_signer(@0xB1), house(), 135);
    check_fund(&ledger, vector[0, 100, 100, 100], 30);
    assert_eq!(institution::books(&ledger, @0xB1).balance(chart::owed_to_clearing_houses()), 0);
    assert_eq!(institution::books(&ledger, @0xFA).balance(chart::recoveries()), 70);
    end(ledger);
}

#[test]
fun an_insolvent_participant_has_no_grace() {
    let mut ledger = begin_with_caps();
    pay_net(&mut ledger, @0xB1, @0xB2, 100);
    drain(&mut ledger, @0xB1, 800);
    close(&mut ledger);
    insolvent(&mut ledger, @0xB1);
    settle(&mut ledger);
    // 20 that it had, 50 collateral, 30 of its share of the fund.
    check_balances(&ledger, vector[900, 1100, 1000, 1000], vector[0, 950, 850, 1000]);
    check_fund(&ledger, vector[70, 100, 100, 100], 30);
    end(ledger);
}

#[test]
fun an_insolvent_participant_that_has_the_funds_pays() {
    let mut ledger = begin_with_caps();
    pay_net(&mut ledger, @0xB1, @0xB2, 100);
    close(&mut ledger);
    insolvent(&mut ledger, @0xB1);
    settle(&mut ledger);
    check_balances(&ledger, vector[900, 1100, 1000, 1000], vector[720, 950, 850, 1000]);
    check_fund(&ledger, vector[100, 100, 100, 100], 30);
    end(ledger);
}

#[test]
fun what_nothing_covers_is_returned_and_holds_up_who_counted_on_it() {
    let mut ledger = begin_with_caps();
    let mut i = 0u64;
    while (i < 2) {
        pay_net(&mut ledger, @0xB1, @0xB2, 200);
        i = i + 1;
    };
    while (i < 6) {
        pay_net(&mut ledger, @0xB3, @0xB2, 100);
        i = i + 1;
    };
    let waits = pay_net(&mut ledger, @0xB2, @0xFA, 550);
    drain(&mut ledger, @0xB1, 820);
    drain(&mut ledger, @0xB2, 850);
    drain(&mut ledger, @0xB3, 850);
    close(&mut ledger);
    set_time_ms(&mut ledger, HOUR_MS);
    settle(&mut ledger);
    // For 0xB1 there are 380, which covers one payment of 200. What that leaves is for 0xB3: its own 150 and 180 cover three of
    // 100. 0xB2 gets 500 of the 800 that it was to get and cannot pay 550 on: that waits, and 0xB2 has not failed.
    check_balances(&ledger, vector[800, 950, 700, 1000], vector[0, 500, 0, 1000]);
    let participants = clearing_house::participants(&ledger, house());
    assert!(participants.has_failed(0) && participants.has_failed(2) && participants.is_active(1));
    assert_eq!(clearing_house::queues(&ledger, house()).ranked(2), vector[waits]);
    check_fund(&ledger, vector[0, 15, 0, 15], 0);
    end(ledger);
}

/// What is in a closed cycle is not settled: nothing enters an institution whose licence ended meanwhile, and what its customers sent
/// is paid while it lasts.
#[test]
fun what_was_to_enter_a_revoked_bank_goes_back() {
    let mut ledger = begin_with_caps();
    pay_net(&mut ledger, @0xB1, @0xB2, 300);
    pay_net(&mut ledger, @0xB3, @0xB2, 40);
    pay_net(&mut ledger, @0xB2, @0xB3, 100);
    close(&mut ledger);
    testing::revoke(&mut ledger, @0xB2, licence::bank(), 1);
    settle(&mut ledger);
    check_balances(&ledger, vector[1000, 900, 1100, 1000], vector[820, 750, 950, 1000]);
    check_waiting(&ledger, 0, 0);
    check_fund(&ledger, vector[100, 100, 100, 100], 30);
    end(ledger);
}

/// The same for one that is only suspended, or whose insolvency was recorded.
#[test]
fun nothing_enters_who_may_not_act() {
    let mut ledger = begin_with_caps();
    pay_net(&mut ledger, @0xB1, @0xB2, 300);
    pay_net(&mut ledger, @0xB1, @0xB3, 20);
    pay_net(&mut ledger, @0xB1, @0xFA, 10);
    close(&mut ledger);
    testing::suspend(&mut ledger, @0xB2, licence::bank(), 1);
    insolvent(&mut ledger, @0xB3);
    settle(&mut ledger);
    check_balances(&ledger, vector[990, 1000, 1000, 1010], vector[810, 850, 850, 1010]);
    end(ledger);
}

/// A revoked bank that counted on what was to enter it: the clearing house pays for it what was announced, no more.
#[test]
fun a_revoked_bank_is_not_paid_for_beyond_what_was_announced() {
    let mut ledger = begin_with_caps();
    pay_net(&mut ledger, @0xB1, @0xB2, 300);
    let mut i = 0u64;
    while (i < 8) {
        pay_net(&mut ledger, @0xB2, @0xB3, 50);
        i = i + 1;
    };
    close(&mut ledger);
    drain(&mut ledger, @0xB2, 800);
    testing::revoke(&mut ledger, @0xB2, licence::bank(), 1);
    settle(&mut ledger);
    // Announced 100, and it has 50: its own 50 and 50 of its collateral pay two payments; six go back, and so do the 300.
    check_balances(&ledger, vector[1000, 900, 1100, 1000], vector[820, 0, 950, 1000]);
    check_fund(&ledger, vector[100, 100, 100, 100], 30);
    end(ledger);
}

#[test]
fun after_a_failure_what_waits_goes_back() {
    let mut ledger = begin_with_caps();
    let out = pay_net(&mut ledger, @0xB1, @0xB2, 100);
    let into = pay_net(&mut ledger, @0xB2, @0xB1, 30);
    insolvent(&mut ledger, @0xB1);
    clearing_returns::return_unsettleable(&mut ledger, house(), vector[out, into]);
    check_balances(&ledger, vector[1000, 1000, 1000, 1000], vector[820, 850, 850, 1000]);
    check_waiting(&ledger, 0, 0);
    end(ledger);
}

// === What it refuses ===

#[test, expected_failure(abort_code = clearing_cycle::EFundsMissing)]
fun before_the_grace_has_passed_nobody_has_failed() {
    let mut ledger = begin_with_caps();
    pay_net(&mut ledger, @0xB1, @0xB2, 400);
    drain(&mut ledger, @0xB1, 810);
    close(&mut ledger);
    set_time_ms(&mut ledger, HOUR_MS - 1);
    settle(&mut ledger);
    end(ledger);
}

#[test, expected_failure(abort_code = clearing_cycle::ECycleOpen)]
fun an_open_cycle_does_not_settle() {
    let mut ledger = begin_with_caps();
    pay_net(&mut ledger, @0xB1, @0xB2, 400);
    settle(&mut ledger);
    end(ledger);
}

#[test, expected_failure(abort_code = clearing_house::ECycleClosed)]
fun a_closed_cycle_is_not_closed_again() {
    let mut ledger = begin_with_caps();
    pay_net(&mut ledger, @0xB1, @0xB2, 400);
    close(&mut ledger);
    close(&mut ledger);
    end(ledger);
}

#[test, expected_failure(abort_code = clearing_cycle::ENothingAdmitted)]
fun without_caps_nothing_is_admitted() {
    let mut ledger = begin();
    pay_net(&mut ledger, @0xB1, @0xB2, 1);
    close(&mut ledger);
    end(ledger);
}

#[test, expected_failure(abort_code = clearing_house::ENotClearingHouse)]
fun only_the_house_closes() {
    let mut ledger = begin_with_caps();
    pay_net(&mut ledger, @0xB1, @0xB2, 1);
    clearing_cycle::close(&mut ledger, &new_signer(@0xB1));
    end(ledger);
}

// === What others thought of ===

/// Limits are the payee's own: one for each payer, however often it sets them, and nobody's fill up another's.
#[test]
fun limits_of_one_take_no_room_of_another() {
    let mut ledger = begin_with_caps();
    vector[@0xB1, @0xB2, @0xB3].do!(|payee| vector[@0xB1, @0xB2, @0xB3, @0xFA].do!(|payer| if (payer != payee) {
        clearing_membership::limit_payer(&mut ledger, &new_signer(payee), house(), payer, option::some(7));
        clearing_membership::limit_payer(&mut ledger, &new_signer(payee), house(), payer, option::some(9));
    }));
    assert_eq!(clearing_membership::pair_limits(&ledger, house()).length(), 9);
    clearing_membership::limit_payer(&mut ledger, &new_signer(@0xFA), house(), @0xB1, option::some(100));
    vector[@0xB2, @0xB3].do!(|payee| {
        clearing_membership::limit_payer(&mut ledger, &new_signer(payee), house(), @0xB1, option::none());
    });
    assert_eq!(clearing_membership::pair_limits(&ledger, house()).length(), 8);
    pay_net(&mut ledger, @0xB1, @0xFA, 101);
    pay_net(&mut ledger, @0xB1, @0xB2, 150);
    close(&mut ledger);
    settle(&mut ledger);
    check_waiting(&ledger, 0, 1);
    assert_eq!(first(&ledger, @0xB2), 1150);
    end(ledger);
}

#[test, expected_failure(abort_code = licence::ESuspended)]
fun who_may_not_act_limits_nobody() {
    let mut ledger = begin_with_caps();
    testing::suspend(&mut ledger, @0xB2, licence::bank(), 1);
    clearing_membership::limit_payer(&mut ledger, &new_signer(@0xB2), house(), @0xB1, option::some(0));
    end(ledger);
}

/// What no cap covers takes no room of a licence.
#[test]
fun what_no_cap_covers_holds_no_room_of_a_licence() {
    let mut ledger = begin_with_caps();
    testing::limit(&mut ledger, @0xB2, licence::bank(), 1, 1_500);
    pay_net(&mut ledger, @0xB1, @0xB2, 450);
    pay_net(&mut ledger, @0xB3, @0xB2, 200);
    close(&mut ledger);
    settle(&mut ledger);
    check_waiting(&ledger, 0, 1);
    assert_eq!(first(&ledger, @0xB2), 1200);
    end(ledger);
}

/// 0xB1 announces a debit of 100, then has no money and closes the account to which 400 were to come.
#[test]
fun nobody_makes_others_bear_more_than_was_announced() {
    let mut ledger = begin_with_caps();
    let mut i = 0u64;
    while (i < 5) {
        pay_net(&mut ledger, @0xB1, @0xB2, 100);
        i = i + 1;
    };
    to_second(&mut ledger, @0xB2, @0xB1, 400);
    close(&mut ledger);
    drain(&mut ledger, @0xB1, 820);
    institution::customers_mut(&mut ledger, @0xB1).close_account(1);
    set_time_ms(&mut ledger, HOUR_MS);
    settle(&mut ledger);
    check_balances(&ledger, vector[900, 1100, 1000, 1000], vector[0, 950, 850, 1000]);
    check_fund(&ledger, vector[50, 100, 100, 100], 30);
    end(ledger);
}
