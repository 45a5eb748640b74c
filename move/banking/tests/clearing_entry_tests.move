#[test_only]
module banking::clearing_entry_tests;

use banking::clearing_economy::{begin, begin_with_caps, check_balances, check_waiting, end, first, house, pay_gross, pay_net, revoke};
use banking::clearing_entry;
use banking::clearing_house;
use banking::clearing_participants;
use banking::clearing_queue;
use banking::clearing_returns;
use banking::institution;
use money::customer_book;
use oversight::licence;
use oversight::testing::{revoke as revoke_licence, suspend};
use std::ledger::Ledger;
use std::test_ledger::new_signer;
use std::unit_test::assert_eq;

fun submit(ledger: &mut Ledger, from: address, from_account: u32, to: address, to_account: u32, mode: u8, priority: u8, amount: u64) {
    clearing_entry::submit(ledger, &new_signer(from), house(), from_account, to, to_account, mode, priority, amount);
}

// === What it does ===

#[test]
fun a_gross_payment_with_funds_is_final_at_once() {
    let mut ledger = begin();
    pay_gross(&mut ledger, @0xB1, @0xFA, 300);
    check_balances(&ledger, vector[700, 1000, 1000, 1300], vector[700, 1000, 1000, 1300]);
    check_waiting(&ledger, 0, 0);
    pay_gross(&mut ledger, @0xFA, @0xB2, 1300);
    check_balances(&ledger, vector[700, 2300, 1000, 0], vector[700, 2300, 1000, 0]);
    end(ledger);
}

#[test]
fun what_is_in_clearing_is_still_its_issuers_liability() {
    let mut ledger = begin();
    let number = pay_net(&mut ledger, @0xB1, @0xB2, 300);
    check_balances(&ledger, vector[700, 1000, 1000, 1000], vector[1000, 1000, 1000, 1000]);
    // The customer's account is debited, the payee's not credited; outstanding is as before, and so is the liability.
    let instrument = institution::instrument(&ledger, @0xB1);
    assert_eq!(money::instrument::outstanding(&ledger, instrument), 1000);
    assert_eq!(institution::books(&ledger, @0xB1).balance(banking::chart::demand_deposits()), 1000);
    assert_eq!(clearing_house::queues(&ledger, house()).item(number).amount(), 300);
    check_waiting(&ledger, 0, 1);
    end(ledger);
}

#[test]
fun what_waits_can_be_revoked() {
    let mut ledger = begin();
    let first_number = pay_net(&mut ledger, @0xB1, @0xB2, 300);
    let second = pay_net(&mut ledger, @0xB1, @0xB3, 200);
    let third = pay_net(&mut ledger, @0xB2, @0xB1, 10);
    revoke(&mut ledger, @0xB1, first_number);
    check_waiting(&ledger, 0, 2);
    // The last took the first one's place in the queue, not its rank.
    assert_eq!(clearing_house::queues(&ledger, house()).ranked(2), vector[second, third]);
    revoke(&mut ledger, @0xB2, third);
    revoke(&mut ledger, @0xB1, second);
    check_balances(&ledger, vector[1000, 1000, 1000, 1000], vector[1000, 1000, 1000, 1000]);
    end(ledger);
}

#[test]
fun a_batch_enters_whole() {
    let mut ledger = begin();
    let payees = vector[@0xB2, @0xB3, @0xFA];
    clearing_entry::submit_batch(
        &mut ledger,
        &new_signer(@0xB1),
        house(),
        vector[0, 0, 0],
        payees,
        vector[0, 1, 0],
        1,
        3,
        vector[100, 200, 300],
    );
    check_balances(&ledger, vector[400, 1100, 1000, 1300], vector[400, 1100, 1200, 1300]);
    end(ledger);
}

#[test]
fun priority_ranks_before_time() {
    let mut ledger = begin();
    let normal = pay_net(&mut ledger, @0xB1, @0xB2, 1);
    submit(&mut ledger, @0xB2, 0, @0xB1, 0, 2, 1, 1);
    submit(&mut ledger, @0xB3, 0, @0xB1, 0, 2, 2, 1);
    let queues = clearing_house::queues(&ledger, house());
    assert_eq!(queues.ranked(2), vector[normal + 1, normal + 2, normal]);
    clearing_returns::set_priority(&mut ledger, &new_signer(@0xB1), house(), normal, 1);
    assert_eq!(clearing_house::queues(&ledger, house()).ranked(2), vector[normal, normal + 1, normal + 2]);
    end(ledger);
}

#[test]
fun a_gross_payment_does_not_pass_one_ahead_of_it() {
    let mut ledger = begin();
    banking::clearing_economy::drain(&mut ledger, @0xB1, 900);
    pay_gross(&mut ledger, @0xB1, @0xB2, 500);
    // 0xB1 has the funds for this one, but not before the other; a more urgent one goes ahead.
    pay_gross(&mut ledger, @0xB1, @0xB3, 50);
    check_waiting(&ledger, 2, 0);
    submit(&mut ledger, @0xB1, 0, @0xB3, 0, 1, 2, 40);
    check_waiting(&ledger, 2, 0);
    assert_eq!(first(&ledger, @0xB3), 1040);
    end(ledger);
}

// === What it refuses ===

#[test, expected_failure(abort_code = clearing_entry::ESameInstitution)]
fun refuses_a_payment_within_one_institution() {
    let mut ledger = begin();
    submit(&mut ledger, @0xB1, 0, @0xB1, 1, 1, 3, 1);
    end(ledger);
}

#[test, expected_failure(abort_code = clearing_entry::EBadMode)]
fun refuses_an_unknown_mode() {
    let mut ledger = begin();
    submit(&mut ledger, @0xB1, 0, @0xB2, 0, 3, 3, 1);
    end(ledger);
}

#[test, expected_failure(abort_code = clearing_entry::EBadPriority)]
fun refuses_an_unknown_priority() {
    let mut ledger = begin();
    submit(&mut ledger, @0xB1, 0, @0xB2, 0, 1, 4, 1);
    end(ledger);
}

#[test, expected_failure(abort_code = clearing_entry::ENotReceivable)]
fun refuses_an_unknown_payee() {
    let mut ledger = begin();
    submit(&mut ledger, @0xB1, 0, @0xB2, 2, 1, 3, 1);
    end(ledger);
}

#[test, expected_failure(abort_code = clearing_entry::ENotReceivable)]
fun refuses_a_closed_payee() {
    let mut ledger = begin();
    institution::customers_mut(&mut ledger, @0xB2).close_account(1);
    submit(&mut ledger, @0xB1, 0, @0xB2, 1, 1, 3, 1);
    end(ledger);
}

#[test, expected_failure(abort_code = customer_book::EInsufficientBalance)]
fun refuses_more_than_the_customer_has() {
    let mut ledger = begin();
    submit(&mut ledger, @0xB1, 0, @0xB2, 0, 2, 3, 1001);
    end(ledger);
}

#[test, expected_failure(abort_code = customer_book::EZeroAmount)]
fun refuses_nothing() {
    let mut ledger = begin();
    submit(&mut ledger, @0xB1, 0, @0xB2, 0, 2, 3, 0);
    end(ledger);
}

#[test, expected_failure(abort_code = clearing_participants::EUnknownParticipant)]
fun refuses_who_takes_no_part() {
    let mut ledger = begin();
    clearing_entry::submit(&mut ledger, &new_signer(@0xB1), @0xC2, 0, @0xB2, 0, 1, 3, 1);
    end(ledger);
}

#[test, expected_failure(abort_code = clearing_participants::EUnknownParticipant)]
fun refuses_a_payee_that_takes_no_part() {
    let mut ledger = begin();
    submit(&mut ledger, @0xB1, 0, @0xA, 0, 1, 3, 1);
    end(ledger);
}

#[test, expected_failure(abort_code = licence::ESuspended)]
fun refuses_a_suspended_sender() {
    let mut ledger = begin();
    suspend(&mut ledger, @0xB1, licence::bank(), 1);
    pay_gross(&mut ledger, @0xB1, @0xB2, 1);
    end(ledger);
}

#[test, expected_failure(abort_code = clearing_entry::EPayeeNotLicensed)]
fun refuses_a_payee_whose_institution_lost_its_licence() {
    let mut ledger = begin();
    revoke_licence(&mut ledger, @0xB2, licence::bank(), 1);
    pay_gross(&mut ledger, @0xB1, @0xB2, 1);
    end(ledger);
}

#[test, expected_failure(abort_code = licence::ERevoked)]
fun refuses_when_the_house_has_no_licence() {
    let mut ledger = begin();
    revoke_licence(&mut ledger, house(), licence::clearing_house(), 1);
    pay_gross(&mut ledger, @0xB1, @0xB2, 1);
    end(ledger);
}

#[test, expected_failure(abort_code = clearing_participants::ENotActive)]
fun refuses_an_insolvent_sender() {
    let mut ledger = begin();
    clearing_returns::record_insolvency(&mut ledger, &oversight::testing::supervisor(), house(), @0xB1, b"Court order".to_string());
    pay_gross(&mut ledger, @0xB1, @0xB2, 1);
    end(ledger);
}

#[test, expected_failure(abort_code = clearing_participants::ENotActive)]
fun refuses_an_insolvent_payee() {
    let mut ledger = begin();
    clearing_returns::record_insolvency(&mut ledger, &oversight::testing::supervisor(), house(), @0xB2, b"Court order".to_string());
    pay_gross(&mut ledger, @0xB1, @0xB2, 1);
    end(ledger);
}

#[test, expected_failure(abort_code = oversight::supervisor::ENotSupervisor)]
fun only_a_supervisor_records_an_insolvency() {
    let mut ledger = begin();
    clearing_returns::record_insolvency(&mut ledger, &new_signer(house()), house(), @0xB2, b"Court order".to_string());
    end(ledger);
}

#[test, expected_failure(abort_code = clearing_participants::ETooManyWaiting)]
fun one_participant_cannot_fill_the_queue() {
    let mut ledger = begin();
    65u64.do!(|_| {
        pay_net(&mut ledger, @0xB1, @0xB2, 1);
    });
    end(ledger);
}

#[test, expected_failure(abort_code = clearing_returns::ENotSender)]
fun only_its_sender_revokes() {
    let mut ledger = begin();
    let number = pay_net(&mut ledger, @0xB1, @0xB2, 300);
    revoke(&mut ledger, @0xB2, number);
    end(ledger);
}

#[test, expected_failure(abort_code = clearing_queue::EUnknownPayment)]
fun what_is_settled_cannot_be_revoked() {
    let mut ledger = begin();
    let number = pay_gross(&mut ledger, @0xB1, @0xB2, 300);
    revoke(&mut ledger, @0xB1, number);
    end(ledger);
}

#[test, expected_failure(abort_code = clearing_returns::EInClosedCycle)]
fun what_is_in_a_closed_cycle_cannot_be_revoked() {
    let mut ledger = begin_with_caps();
    let number = pay_net(&mut ledger, @0xB1, @0xB2, 300);
    banking::clearing_cycle::close(&mut ledger, &new_signer(house()));
    revoke(&mut ledger, @0xB1, number);
    end(ledger);
}

#[test, expected_failure(abort_code = clearing_entry::EDifferentLengths)]
fun a_batch_has_every_value() {
    let mut ledger = begin();
    clearing_entry::submit_batch(&mut ledger, &new_signer(@0xB1), house(), vector[0], vector[@0xB2], vector[], 1, 3, vector[1]);
    end(ledger);
}

#[test, expected_failure(abort_code = clearing_entry::ETooManyPayments)]
fun a_batch_has_something() {
    let mut ledger = begin();
    clearing_entry::submit_batch(&mut ledger, &new_signer(@0xB1), house(), vector[], vector[], vector[], 1, 3, vector[]);
    end(ledger);
}

/// One institution's money cannot be put onto an account of another's.
#[test, expected_failure(abort_code = money::money::EDifferentInstruments)]
fun no_money_of_one_goes_into_the_book_of_another() {
    let mut ledger = begin();
    let money = institution::withdraw_from_customer(&mut ledger, @0xB1, 0, 10);
    institution::deposit_to_customer(&mut ledger, @0xB2, 0, money);
    end(ledger);
}

/// Nor can another institution redeem it.
#[test, expected_failure(abort_code = money::money::EWrongAuthority)]
fun no_institution_redeems_the_money_of_another() {
    let mut ledger = begin();
    let money = institution::withdraw_from_customer(&mut ledger, @0xB1, 0, 10);
    let mut posting = banking::books::begin(@0xB2, b"Theft".to_string());
    institution::redeem(&mut ledger, &mut posting, money);
    institution::post(&mut ledger, posting);
    end(ledger);
}
