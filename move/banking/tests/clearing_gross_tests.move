#[test_only]
module banking::clearing_gross_tests;

use banking::clearing_economy::{begin, check_balances, check_waiting, drain, end, give, house, pay_gross, settle_gross};
use banking::clearing_gross;
use banking::clearing_house;
use oversight::licence;
use oversight::testing::suspend;
use std::test_ledger::set_time_ms;
use std::unit_test::assert_eq;

#[test]
fun gridlock_settles_together_what_nobody_can_pay_alone() {
    let mut ledger = begin();
    drain(&mut ledger, @0xB1, 990);
    drain(&mut ledger, @0xB2, 990);
    drain(&mut ledger, @0xB3, 970);
    pay_gross(&mut ledger, @0xB1, @0xB2, 500);
    pay_gross(&mut ledger, @0xB2, @0xB3, 500);
    check_waiting(&ledger, 2, 0);
    pay_gross(&mut ledger, @0xB3, @0xB1, 520);
    check_waiting(&ledger, 3, 0);
    set_time_ms(&mut ledger, 60_000);
    settle_gross(&mut ledger);
    check_balances(&ledger, vector[1020, 1000, 980, 1000], vector[30, 10, 10, 1000]);
    let measures = clearing_house::measures(&ledger, house(), 1);
    assert_eq!(measures.value(), 1520);
    assert_eq!(measures.liquidity(), 20);
    assert_eq!(measures.mean_delay_ms(), 60_000);
    end(ledger);
}

#[test]
fun what_funds_allow_settles_when_they_come() {
    let mut ledger = begin();
    drain(&mut ledger, @0xB1, 1000);
    pay_gross(&mut ledger, @0xB1, @0xB2, 100);
    pay_gross(&mut ledger, @0xB1, @0xB3, 150);
    give(&mut ledger, @0xB1, 120);
    settle_gross(&mut ledger);
    check_waiting(&ledger, 1, 0);
    give(&mut ledger, @0xB1, 130);
    settle_gross(&mut ledger);
    check_balances(&ledger, vector[1000, 1100, 1150, 1000], vector[0, 1100, 1150, 1000]);
    end(ledger);
}

#[test]
fun a_payee_that_may_not_act_is_left_out() {
    let mut ledger = begin();
    drain(&mut ledger, @0xB1, 1000);
    pay_gross(&mut ledger, @0xB1, @0xB2, 100);
    pay_gross(&mut ledger, @0xB1, @0xB3, 50);
    give(&mut ledger, @0xB1, 150);
    suspend(&mut ledger, @0xB2, licence::bank(), 1);
    settle_gross(&mut ledger);
    check_waiting(&ledger, 1, 0);
    check_balances(&ledger, vector[1000, 1000, 1050, 1000], vector[100, 1000, 1050, 1000]);
    end(ledger);
}

#[test]
fun a_payee_at_its_licences_limit_is_left_out() {
    let mut ledger = begin();
    drain(&mut ledger, @0xB1, 1000);
    pay_gross(&mut ledger, @0xB1, @0xFA, 100);
    pay_gross(&mut ledger, @0xB1, @0xB3, 50);
    give(&mut ledger, @0xB1, 150);
    oversight::testing::limit(&mut ledger, @0xFA, licence::payment_institution(), 1, 1_099);
    settle_gross(&mut ledger);
    check_waiting(&ledger, 1, 0);
    // Entering, one that it could not issue waits, though there are the funds.
    pay_gross(&mut ledger, @0xB3, @0xFA, 100);
    check_waiting(&ledger, 2, 0);
    pay_gross(&mut ledger, @0xB3, @0xB2, 10);
    check_waiting(&ledger, 3, 0);
    end(ledger);
}

#[test, expected_failure(abort_code = clearing_gross::ENothingSettles)]
fun without_funds_nothing_settles() {
    let mut ledger = begin();
    drain(&mut ledger, @0xB1, 1000);
    pay_gross(&mut ledger, @0xB1, @0xB2, 100);
    settle_gross(&mut ledger);
    end(ledger);
}

#[test]
fun one_payment_above_a_licences_limit_holds_up_no_other() {
    let mut ledger = begin();
    oversight::testing::limit(&mut ledger, @0xB2, licence::bank(), 1, 1_100);
    pay_gross(&mut ledger, @0xB1, @0xB2, 200);
    drain(&mut ledger, @0xB3, 1_000);
    pay_gross(&mut ledger, @0xB3, @0xB2, 50);
    check_waiting(&ledger, 2, 0);
    give(&mut ledger, @0xB3, 50);
    settle_gross(&mut ledger);
    check_balances(&ledger, vector[800, 1050, 1000, 1000], vector[1000, 1050, 0, 1000]);
    check_waiting(&ledger, 1, 0);
    end(ledger);
}

/// A payment that nobody funds takes no room of the payee's licence from those behind it.
#[test]
fun what_is_not_funded_holds_no_room_of_a_licence() {
    let mut ledger = begin();
    drain(&mut ledger, @0xB1, 1_000);
    drain(&mut ledger, @0xB3, 1_000);
    pay_gross(&mut ledger, @0xB1, @0xB2, 300);
    pay_gross(&mut ledger, @0xB3, @0xB2, 200);
    oversight::testing::limit(&mut ledger, @0xB2, licence::bank(), 1, 1_350);
    give(&mut ledger, @0xB3, 200);
    settle_gross(&mut ledger);
    check_balances(&ledger, vector[700, 1200, 1000, 1000], vector[0, 1200, 0, 1000]);
    check_waiting(&ledger, 1, 0);
    end(ledger);
}

/// Where all are funded, those first in order get what room there is.
#[test]
fun room_of_a_licence_goes_to_the_first_that_are_funded() {
    let mut ledger = begin();
    drain(&mut ledger, @0xB1, 1_000);
    drain(&mut ledger, @0xB3, 1_000);
    pay_gross(&mut ledger, @0xB1, @0xB2, 300);
    pay_gross(&mut ledger, @0xB3, @0xB2, 200);
    pay_gross(&mut ledger, @0xB3, @0xB2, 40);
    oversight::testing::limit(&mut ledger, @0xB2, licence::bank(), 1, 1_350);
    give(&mut ledger, @0xB1, 300);
    give(&mut ledger, @0xB3, 240);
    settle_gross(&mut ledger);
    // 300 and 40 fit into 350; 200 waits.
    check_balances(&ledger, vector[1000, 1340, 1000, 1000], vector[0, 1340, 200, 1000]);
    check_waiting(&ledger, 1, 0);
    end(ledger);
}
