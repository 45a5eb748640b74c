/// Charts, postings, closes.
#[test_only]
module banking::books_tests;

use banking::books::{Self, Books};
use banking::chart;
use std::test_ledger::new_signer;
use std::unit_test::assert_eq;

const HOLDER: address = @0xBA;

/// A posting of one debit and one credit.
fun post(books: &mut Books, debit: u16, credit: u16, amount: u64) {
    let mut posting = books::begin(HOLDER, b"A test".to_string());
    posting.debit(debit, amount);
    posting.credit(credit, amount);
    books.commit(posting);
}

fun bank(): Books {
    let mut books = books::new(&new_signer(HOLDER), 1);
    chart::open_for_bank(&mut books);
    books
}

/// A bank with 1,000 of capital in its settlement account and loans of 400.
fun funded(): Books {
    let mut books = bank();
    post(&mut books, chart::settlement_account(), chart::capital(), 1_000);
    post(&mut books, chart::loans(), chart::demand_deposits(), 400);
    books
}

fun end(books: Books) {
    let (debits, credits) = books.trial_balance();
    assert_eq!(debits, credits);
    books.destroy();
}

// === What books do ===

#[test]
fun postings_move_balances_on_their_normal_side() {
    let mut books = funded();
    assert_eq!(books.balance(chart::settlement_account()), 1_000);
    assert_eq!(books.balance(chart::capital()), 1_000);
    assert_eq!(books.balance(chart::loans()), 400);
    assert_eq!(books.balance(chart::demand_deposits()), 400);
    post(&mut books, chart::demand_deposits(), chart::loans(), 150);
    assert_eq!(books.balance(chart::loans()), 250);
    let (debits, credits) = books.trial_balance();
    assert_eq!(debits, 1_250);
    assert_eq!(credits, 1_250);
    end(books);
}

#[test]
fun one_posting_has_many_entries() {
    let mut books = funded();
    let mut posting = books::begin(HOLDER, b"A loan is repaid with interest and a fee".to_string());
    posting.debit(chart::demand_deposits(), 130);
    posting.credit(chart::loans(), 100);
    posting.credit(chart::interest_income(), 20);
    posting.credit(chart::fee_income(), 10);
    books.commit(posting);
    assert_eq!(books.balance(chart::loans()), 300);
    assert_eq!(books.total(books::income()), 30);
    end(books);
}

#[test]
fun an_account_may_pass_the_wrong_side_within_a_posting() {
    let mut books = bank();
    let mut posting = books::begin(HOLDER, b"In and out".to_string());
    posting.credit(chart::settlement_account(), 5);
    posting.debit(chart::settlement_account(), 5);
    books.commit(posting);
    assert_eq!(books.balance(chart::settlement_account()), 0);
    end(books);
}

#[test]
fun provisions_are_deducted_from_assets() {
    let mut books = funded();
    post(&mut books, chart::provision_expense(), chart::loan_provisions(), 60);
    assert_eq!(books.balance(chart::loan_provisions()), 60);
    assert_eq!(books.total(books::asset()), 1_340);
    assert_eq!(books.total(books::expense()), 60);
    end(books);
}

#[test]
fun a_close_moves_the_result_into_equity() {
    let mut books = funded();
    post(&mut books, chart::demand_deposits(), chart::interest_income(), 70);
    post(&mut books, chart::interest_expense(), chart::demand_deposits(), 30);
    books.close_period(chart::retained_earnings());
    assert_eq!(books.period(), 2);
    assert_eq!(books.balance(chart::retained_earnings()), 40);
    assert_eq!(books.total(books::income()), 0);
    assert_eq!(books.total(books::expense()), 0);
    assert_eq!(books.total(books::equity()), 1_040);
    end(books);
}

#[test]
fun losses_can_make_equity_negative() {
    let mut books = funded();
    post(&mut books, chart::loss_expense(), chart::demand_deposits(), 1_500);
    books.close_period(chart::retained_earnings());
    let (debit, credit) = books.sides(chart::retained_earnings());
    assert_eq!(debit, 1_500);
    assert_eq!(credit, 0);
    let (deficit, surplus) = books.total_sides(books::equity());
    assert_eq!(deficit, 500);
    assert_eq!(surplus, 0);
    end(books);
}

#[test]
fun books_hold_more_than_one_entry_can() {
    let mut books = bank();
    3u64.do!(|_| post(&mut books, chart::settlement_account(), chart::capital(), 0xFFFF_FFFF_FFFF_FFFF));
    assert_eq!(books.balance(chart::capital()), 3 * 0xFFFF_FFFF_FFFF_FFFF);
    end(books);
}

#[test]
fun each_chart_has_its_accounts() {
    let mut bank = bank();
    let mut payments = books::new(&new_signer(HOLDER), 1);
    let mut clearing = books::new(&new_signer(HOLDER), 1);
    chart::open_for_payment_institution(&mut payments);
    chart::open_for_clearing_house(&mut clearing);
    assert!(bank.has_account(chart::demand_deposits()) && !bank.has_account(chart::e_money()));
    assert!(payments.has_account(chart::customers_reserve()) && !payments.has_account(chart::loans()));
    assert!(clearing.has_account(chart::participants_collateral()) && !clearing.has_account(chart::demand_deposits()));
    bank.open_account(1211, books::asset(), b"Mortgages".to_string());
    assert!(bank.has_account(1211));
    payments.destroy();
    clearing.destroy();
    end(bank);
}

/// A thousand postings drawn from a seed, against balances that are kept beside the books. Those that the books would have
/// to refuse are not made.
#[test]
fun random_postings_agree_with_sums_kept_beside_them() {
    let mut books = bank();
    let numbers = vector[chart::settlement_account(), chart::loans(), chart::demand_deposits(), chart::capital()];
    // Assets stand in debit, the others in credit.
    let mut balances = vector[0u128, 0, 0, 0];
    let mut seed = 20_261_121u64;
    let mut made = 0u64;
    1_000u64.do!(|_| {
        seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
        let debited = (seed >> 8) % 4;
        let credited = (seed >> 12) % 4;
        let amount = (seed >> 16) % 1_000 + 1;
        let from_debited = debited >= 2 && balances[debited] < (amount as u128);
        let from_credited = credited < 2 && balances[credited] < (amount as u128);
        if (debited != credited && !from_debited && !from_credited) {
            post(&mut books, numbers[debited], numbers[credited], amount);
            let debit = &mut balances[debited];
            *debit = if (debited < 2) *debit + (amount as u128) else *debit - (amount as u128);
            let credit = &mut balances[credited];
            *credit = if (credited >= 2) *credit + (amount as u128) else *credit - (amount as u128);
            made = made + 1;
        };
        4u64.do!(|index| assert_eq!(books.balance(numbers[index]), balances[index]));
    });
    assert!(made > 300);
    assert_eq!(books.total(books::asset()), balances[0] + balances[1]);
    end(books);
}

// === What books refuse ===

#[test, expected_failure(abort_code = books::EUnbalanced)]
fun debits_equal_credits() {
    let mut books = bank();
    let mut posting = books::begin(HOLDER, b"Unequal".to_string());
    posting.debit(chart::settlement_account(), 5);
    posting.credit(chart::capital(), 4);
    books.commit(posting);
    books.destroy();
}

#[test, expected_failure(abort_code = books::EEmptyPosting)]
fun a_posting_has_two_sides() {
    let mut books = bank();
    books.commit(books::begin(HOLDER, b"Nothing".to_string()));
    books.destroy();
}

#[test, expected_failure(abort_code = books::EZeroAmount)]
fun an_entry_is_not_zero() {
    let mut books = bank();
    post(&mut books, chart::settlement_account(), chart::capital(), 0);
    books.destroy();
}

#[test, expected_failure(abort_code = books::EWrongSide)]
fun an_asset_is_not_negative() {
    let mut books = funded();
    post(&mut books, chart::loans(), chart::settlement_account(), 1_001);
    books.destroy();
}

#[test, expected_failure(abort_code = books::EWrongSide)]
fun a_liability_is_not_negative() {
    let mut books = funded();
    post(&mut books, chart::demand_deposits(), chart::loans(), 401);
    books.destroy();
}

#[test, expected_failure(abort_code = books::EWrongSide)]
fun provisions_are_not_negative() {
    let mut books = funded();
    post(&mut books, chart::loan_provisions(), chart::provision_expense(), 1);
    books.destroy();
}

#[test, expected_failure(abort_code = books::EOtherBooks)]
fun a_posting_is_for_the_books_it_was_begun_for() {
    let mut books = bank();
    let mut posting = books::begin(@0xBB, b"Other books".to_string());
    posting.debit(chart::settlement_account(), 5);
    posting.credit(chart::capital(), 5);
    books.commit(posting);
    books.destroy();
}

#[test, expected_failure(abort_code = books::EUnknownAccount)]
fun accounts_are_known() {
    let mut books = bank();
    post(&mut books, chart::e_money(), chart::capital(), 1);
    books.destroy();
}

#[test, expected_failure(abort_code = books::EBadMemo)]
fun a_memo_says_something() {
    let mut books = bank();
    books.commit(books::begin(HOLDER, b"".to_string()));
    books.destroy();
}

#[test, expected_failure(abort_code = books::ETooManyEntries)]
fun a_posting_ends_somewhere() {
    let mut books = bank();
    let mut posting = books::begin(HOLDER, b"Long".to_string());
    65u64.do!(|_| posting.debit(chart::loans(), 1));
    books.commit(posting);
    books.destroy();
}

#[test, expected_failure(abort_code = books::EAccountExists)]
fun a_number_is_used_once() {
    let mut books = bank();
    books.open_account(chart::loans(), books::asset(), b"Loans again".to_string());
    books.destroy();
}

#[test, expected_failure(abort_code = books::EBadClass)]
fun there_are_five_classes() {
    let mut books = bank();
    books.open_account(6010, 6, b"Other".to_string());
    books.destroy();
}

#[test, expected_failure(abort_code = books::EBadNumber)]
fun numbers_have_four_digits() {
    let mut books = bank();
    books.open_account(10_000, books::asset(), b"Other".to_string());
    books.destroy();
}

#[test, expected_failure(abort_code = books::EBadName)]
fun accounts_have_names() {
    let mut books = bank();
    books.open_account(1211, books::asset(), b"".to_string());
    books.destroy();
}

#[test, expected_failure(abort_code = books::ETooManyAccounts)]
fun books_hold_128_accounts() {
    let mut books = books::new(&new_signer(HOLDER), 1);
    129u16.do!(|index| books.open_account(index + 1, books::asset(), b"Asset".to_string()));
    books.destroy();
}

#[test, expected_failure(abort_code = books::ENotEquity)]
fun a_period_is_closed_into_equity() {
    let mut books = bank();
    books.close_period(chart::capital());
    books.destroy();
}

#[test, expected_failure(abort_code = books::EWrongSide)]
fun a_deficit_has_no_balance_on_the_normal_side() {
    let mut books = funded();
    post(&mut books, chart::loss_expense(), chart::demand_deposits(), 10);
    books.close_period(chart::retained_earnings());
    books.balance(chart::retained_earnings());
    books.destroy();
}
