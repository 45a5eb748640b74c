#[test_only]
module banking::clearing_funds_tests;

use banking::clearing_cycle;
use banking::clearing_economy::{begin, begin_with_caps, drain, end, house, pay_net};
use banking::clearing_funds;
use banking::clearing_house;
use banking::clearing_membership;
use banking::clearing_participants;
use banking::settlement_account;
use oversight::licence;
use std::test_ledger::{new_signer, set_time_ms};
use std::unit_test::assert_eq;

const WEEK_MS: u64 = 604_800_000;

#[test]
fun what_no_cap_needs_can_be_taken_back() {
    let mut ledger = begin_with_caps();
    // 480 stand behind each cap of 400.
    clearing_funds::take_fund_share(&mut ledger, &new_signer(@0xB2), house(), 60);
    clearing_funds::take_collateral(&mut ledger, &new_signer(@0xB3), house(), 20);
    clearing_membership::set_cap(&mut ledger, &new_signer(house()), @0xB1, 0);
    clearing_funds::take_collateral(&mut ledger, &new_signer(@0xB1), house(), 50);
    assert_eq!(settlement_account::balance(&ledger, @0xB2, settlement_account::bank()), 910);
    end(ledger);
}

#[test]
fun who_leaves_takes_everything_back() {
    let mut ledger = begin_with_caps();
    clearing_funds::post_collateral(&mut ledger, &new_signer(@0xB1), house(), 80);
    clearing_funds::post_collateral(&mut ledger, &new_signer(@0xB2), house(), 80);
    clearing_funds::post_collateral(&mut ledger, &new_signer(@0xB3), house(), 80);
    clearing_membership::leave(&mut ledger, &new_signer(@0xFA), house());
    clearing_funds::take_fund_share(&mut ledger, &new_signer(@0xFA), house(), 100);
    clearing_funds::take_collateral(&mut ledger, &new_signer(@0xFA), house(), 50);
    assert_eq!(settlement_account::balance(&ledger, @0xFA, settlement_account::own_funds()), 500);
    // It may come back.
    clearing_membership::join(&mut ledger, &new_signer(@0xFA), house());
    end(ledger);
}

#[test]
fun capital_goes_back_to_its_owner() {
    let mut ledger = begin_with_caps();
    clearing_funds::return_capital(&mut ledger, &new_signer(house()), &new_signer(@0xB1), 30);
    assert_eq!(settlement_account::balance(&ledger, @0xB1, settlement_account::bank()), 850);
    end(ledger);
}

#[test, expected_failure(abort_code = clearing_participants::ENotCovered)]
fun a_cap_is_no_more_than_what_stands_behind_it() {
    let mut ledger = begin_with_caps();
    clearing_membership::set_cap(&mut ledger, &new_signer(house()), @0xB1, 481);
    end(ledger);
}

/// 480 stand behind a cap of 400.
#[test, expected_failure(abort_code = clearing_participants::ENotAnnounced)]
fun a_cap_that_was_set_is_not_just_raised() {
    let mut ledger = begin_with_caps();
    clearing_membership::set_cap(&mut ledger, &new_signer(house()), @0xB1, 401);
    end(ledger);
}

/// Nor by leaving and coming back.
#[test, expected_failure(abort_code = clearing_participants::ENotAnnounced)]
fun a_cap_that_ended_was_set() {
    let mut ledger = begin_with_caps();
    vector[@0xB2, @0xB3, @0xFA].do!(|at| clearing_membership::set_cap(&mut ledger, &new_signer(house()), at, 100));
    clearing_membership::leave(&mut ledger, &new_signer(@0xB1), house());
    clearing_membership::join(&mut ledger, &new_signer(@0xB1), house());
    clearing_membership::set_cap(&mut ledger, &new_signer(house()), @0xB1, 1);
    end(ledger);
}

#[test]
fun a_higher_cap_is_set_once_it_was_announced_for_seven_days() {
    let mut ledger = begin_with_caps();
    clearing_membership::announce_cap(&mut ledger, &new_signer(house()), @0xB1, 480);
    set_time_ms(&mut ledger, WEEK_MS);
    clearing_membership::set_cap(&mut ledger, &new_signer(house()), @0xB1, 450);
    assert_eq!(clearing_house::participants(&ledger, house()).cap(0), 450);
    end(ledger);
}

#[test, expected_failure(abort_code = clearing_participants::ENotAnnounced)]
fun it_is_set_no_sooner() {
    let mut ledger = begin_with_caps();
    clearing_membership::announce_cap(&mut ledger, &new_signer(house()), @0xB1, 480);
    set_time_ms(&mut ledger, WEEK_MS - 1);
    clearing_membership::set_cap(&mut ledger, &new_signer(house()), @0xB1, 480);
    end(ledger);
}

#[test, expected_failure(abort_code = clearing_participants::ENotAnnounced)]
fun nor_more_than_thirty_days_later() {
    let mut ledger = begin_with_caps();
    clearing_membership::announce_cap(&mut ledger, &new_signer(house()), @0xB1, 480);
    set_time_ms(&mut ledger, 37 * 86_400_000 + 1);
    clearing_membership::set_cap(&mut ledger, &new_signer(house()), @0xB1, 480);
    end(ledger);
}

#[test, expected_failure(abort_code = clearing_participants::ENotAnnounced)]
fun what_was_announced_ends_as_a_cap_is_set() {
    let mut ledger = begin_with_caps();
    clearing_membership::announce_cap(&mut ledger, &new_signer(house()), @0xB1, 480);
    clearing_membership::set_cap(&mut ledger, &new_signer(house()), @0xB1, 100);
    set_time_ms(&mut ledger, WEEK_MS);
    clearing_membership::set_cap(&mut ledger, &new_signer(house()), @0xB1, 101);
    end(ledger);
}

/// An announcement keeps nobody's share: whoever would not bear it can take its own back meanwhile.
#[test, expected_failure(abort_code = clearing_participants::ENotCovered)]
fun an_announced_cap_is_set_only_as_far_as_it_is_covered() {
    let mut ledger = begin_with_caps();
    clearing_membership::announce_cap(&mut ledger, &new_signer(house()), @0xB1, 480);
    clearing_funds::take_fund_share(&mut ledger, &new_signer(@0xB2), house(), 60);
    set_time_ms(&mut ledger, WEEK_MS);
    clearing_membership::set_cap(&mut ledger, &new_signer(house()), @0xB1, 480);
    end(ledger);
}

#[test, expected_failure(abort_code = clearing_participants::ENotCovered)]
fun what_another_cap_needs_stays() {
    let mut ledger = begin_with_caps();
    clearing_membership::set_cap(&mut ledger, &new_signer(house()), @0xB2, 0);
    // 0xB1 still needs 400: 50, 300 of the fund and 30.
    clearing_funds::take_fund_share(&mut ledger, &new_signer(@0xB2), house(), 81);
    end(ledger);
}

#[test, expected_failure(abort_code = clearing_participants::ENotCovered)]
fun nobody_leaves_while_others_need_its_share() {
    let mut ledger = begin_with_caps();
    clearing_membership::leave(&mut ledger, &new_signer(@0xFA), house());
    end(ledger);
}

#[test, expected_failure(abort_code = clearing_house::ECycleClosed)]
fun nothing_is_taken_back_while_a_cycle_is_closed() {
    let mut ledger = begin_with_caps();
    pay_net(&mut ledger, @0xB1, @0xB2, 1);
    clearing_cycle::close(&mut ledger, &new_signer(house()));
    clearing_funds::take_collateral(&mut ledger, &new_signer(@0xB3), house(), 1);
    end(ledger);
}

#[test, expected_failure(abort_code = clearing_house::ECycleClosed)]
fun nobody_leaves_while_a_cycle_is_closed() {
    let mut ledger = begin_with_caps();
    pay_net(&mut ledger, @0xB1, @0xB2, 1);
    clearing_cycle::close(&mut ledger, &new_signer(house()));
    clearing_membership::leave(&mut ledger, &new_signer(@0xB3), house());
    end(ledger);
}

#[test, expected_failure(abort_code = clearing_membership::EPaymentsWait)]
fun nobody_leaves_with_payments_waiting() {
    let mut ledger = begin();
    pay_net(&mut ledger, @0xB1, @0xB2, 1);
    clearing_membership::leave(&mut ledger, &new_signer(@0xB1), house());
    end(ledger);
}

/// The customers' reserve has 1,000, own funds only 500.
#[test, expected_failure(abort_code = settlement_account::EInsufficientSettlement)]
fun collateral_does_not_come_from_the_customers_reserve() {
    let mut ledger = begin();
    clearing_funds::post_collateral(&mut ledger, &new_signer(@0xFA), house(), 501);
    end(ledger);
}

#[test, expected_failure(abort_code = clearing_funds::ENotSoMuch)]
fun nobody_takes_more_than_it_put_up() {
    let mut ledger = begin_with_caps();
    clearing_funds::take_collateral(&mut ledger, &new_signer(@0xB1), house(), 51);
    end(ledger);
}

#[test, expected_failure(abort_code = clearing_funds::EOwesLess)]
fun who_owes_nothing_repays_nothing() {
    let mut ledger = begin_with_caps();
    clearing_funds::repay(&mut ledger, &new_signer(@0xB1), house(), 1);
    end(ledger);
}

#[test, expected_failure(abort_code = clearing_participants::EAlreadyParticipant)]
fun nobody_is_admitted_twice() {
    let mut ledger = begin();
    clearing_membership::admit(&mut ledger, &new_signer(house()), @0xB1);
    end(ledger);
}

#[test, expected_failure(abort_code = clearing_participants::EUnknownParticipant)]
fun nobody_joins_unadmitted() {
    let mut ledger = begin();
    clearing_membership::join(&mut ledger, &new_signer(@0xB1), @0xC2);
    end(ledger);
}

#[test, expected_failure(abort_code = oversight::licence::ENotLicensed)]
fun a_house_needs_a_licence() {
    let mut ledger = begin();
    clearing_house::open(&mut ledger, &new_signer(@0xC3), @0xCB, b"House".to_string(), 64, 1, 1, 1);
    end(ledger);
}

/// After a failure no cap is covered, which is no reason to keep collateral that answers for nobody else.
#[test]
fun another_ones_failure_keeps_nobodys_collateral() {
    let mut ledger = begin_with_caps();
    pay_net(&mut ledger, @0xB1, @0xB2, 400);
    drain(&mut ledger, @0xB1, 810);
    clearing_cycle::close(&mut ledger, &new_signer(house()));
    set_time_ms(&mut ledger, 3_600_000);
    clearing_cycle::settle(&mut ledger, house());
    clearing_membership::set_cap(&mut ledger, &new_signer(house()), @0xB2, 0);
    clearing_funds::take_collateral(&mut ledger, &new_signer(@0xB2), house(), 50);
    assert_eq!(settlement_account::balance(&ledger, @0xB2, settlement_account::bank()), 1_300);
    end(ledger);
}

#[test]
fun a_house_without_a_licence_keeps_nothing() {
    let mut ledger = begin_with_caps();
    oversight::testing::revoke(&mut ledger, house(), licence::clearing_house(), 1);
    clearing_funds::return_capital(&mut ledger, &new_signer(house()), &new_signer(@0xB1), 30);
    clearing_funds::take_fund_share(&mut ledger, &new_signer(@0xB2), house(), 100);
    clearing_membership::leave(&mut ledger, &new_signer(@0xFA), house());
    clearing_funds::take_fund_share(&mut ledger, &new_signer(@0xFA), house(), 100);
    clearing_funds::take_collateral(&mut ledger, &new_signer(@0xFA), house(), 50);
    end(ledger);
}

/// The clearing house and another institution sign, but the capital is 0xB1's.
#[test, expected_failure(abort_code = clearing_funds::ENotSoMuch)]
fun nobody_gets_anothers_capital() {
    let mut ledger = begin_with_caps();
    clearing_funds::contribute_capital(&mut ledger, &new_signer(@0xB2), house(), 10);
    clearing_funds::return_capital(&mut ledger, &new_signer(house()), &new_signer(@0xB2), 11);
    end(ledger);
}
