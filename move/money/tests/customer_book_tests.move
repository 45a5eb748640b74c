#[test_only]
module money::customer_book_tests;

use money::customer_book::{Self, Book};
use money::freeze;
use money::instrument::IssueAuthority;
use money::money::{Self, Money};
use money::scenario;
use std::ledger::Ledger;
use std::test_ledger;
use std::unit_test::assert_eq;

const INSTITUTION: address = @0x1D;
const MAX_BALANCE: u64 = 0x7FFF_FFFF_FFFF_FFFE;
const MAX_U64: u64 = 0xFFFF_FFFF_FFFF_FFFF;

public struct Shelf has store { book: Book }

public struct Other has store { authority: IssueAuthority }

fun issue(ledger: &mut Ledger, amount: u64): Money {
    let permit = scenario::issue_permit(ledger);
    money::issue(ledger, &permit, amount, INSTITUTION)
}

/// A book with a deposit on each of its accounts; nothing is paid where it is zero.
fun begin(deposits: vector<u64>): Ledger {
    let mut ledger = scenario::begin();
    let mut book = customer_book::new(&mut ledger, &test_ledger::new_signer(INSTITUTION), 1);
    book.open_accounts(deposits.length());
    let mut account = 0u32;
    deposits.do!(|amount| {
        if (amount > 0) book.deposit(account, issue(&mut ledger, amount));
        account = account + 1;
    });
    ledger.publish(INSTITUTION, Shelf { book });
    ledger
}

/// Freezes an account until one millisecond after 1970 began.
fun hold(book: &mut Book, account: u32) {
    book.freeze_until(&freeze::test_permit(), account, 1);
}

/// Releases an account whose freeze has ended by then.
fun release(book: &mut Book) {
    book.release_due(1);
}

use fun hold as Book.hold;
use fun release as Book.release;

fun book(ledger: &mut Ledger): &mut Book {
    &mut ledger.borrow_mut<Shelf>(INSTITUTION).book
}

/// Ends a test: accounts hold these balances, the pool their sum, and nothing else is outstanding.
fun end(mut ledger: Ledger, balances: vector<u64>) {
    let book = book(&mut ledger);
    let mut sum = 0u128;
    assert_eq!(book.accounts(), balances.length());
    let mut account = 0u32;
    balances.do!(|balance| {
        assert_eq!(book.balance(account), balance);
        sum = sum + (balance as u128);
        account = account + 1;
    });
    assert_eq!(book.pool() as u128, sum);
    test_ledger::destroy(ledger);
}

/// Accounts 0 and 1 hold 100, 2 nothing, 3 is frozen with 100, 4 closed; 5 is not there.
fun begin_with_all_kinds(): Ledger {
    let mut ledger = begin(vector[100, 100, 0, 100, 0]);
    book(&mut ledger).hold(3);
    book(&mut ledger).close_account(4);
    ledger
}

#[test]
fun moves_claims() {
    let mut ledger = begin_with_all_kinds();
    let book = book(&mut ledger);
    assert_eq!(book.try_transfer(0, 1, 1), 0);
    assert_eq!(book.try_transfer(1, 2, 101), 0);
    assert_eq!(book.try_transfer(0, 3, 40), 0);
    end(ledger, vector[59, 0, 101, 140, 0]);
}

#[test]
fun refuses_transfers_by_the_first_rule_they_break() {
    let mut ledger = begin_with_all_kinds();
    let book = book(&mut ledger);
    // Zero.
    assert_eq!(book.try_transfer(0, 1, 0), 1);
    assert_eq!(book.try_transfer(9, 9, 0), 1);
    // To itself.
    assert_eq!(book.try_transfer(0, 0, 1), 2);
    assert_eq!(book.try_transfer(9, 9, 1), 2);
    // From or to an account beyond the end.
    assert_eq!(book.try_transfer(5, 6, 1), 3);
    assert_eq!(book.try_transfer(4_294_967_295, 4, 1), 3);
    assert_eq!(book.try_transfer(4, 5, 1), 4);
    assert_eq!(book.try_transfer(0, 4_294_967_295, 101), 4);
    // From or to a closed one.
    assert_eq!(book.try_transfer(4, 0, 1), 5);
    assert_eq!(book.try_transfer(3, 4, 101), 6);
    // From a frozen one, whatever it holds.
    assert_eq!(book.try_transfer(3, 0, 1), 7);
    assert_eq!(book.try_transfer(3, 0, 101), 7);
    // Of more than there is.
    assert_eq!(book.try_transfer(0, 1, 101), 8);
    assert_eq!(book.try_transfer(2, 3, 1), 8);
    assert_eq!(book.try_transfer(0, 1, MAX_U64), 8);
    end(ledger, vector[100, 100, 0, 100, 0]);
}

#[test]
fun a_refused_transfer_leaves_the_others() {
    let mut ledger = begin(vector[10, 0, 0]);
    book(&mut ledger).transfer_batch(vector[0, 1, 1, 0, 2], vector[1, 2, 0, 2, 1], vector[10, 11, 4, 5, 3]);
    end(ledger, vector[4, 6, 0]);
}

#[test]
fun money_can_go_round_in_one_batch() {
    let mut ledger = begin(vector[7, 0, 0]);
    book(&mut ledger).transfer_batch(vector[0, 1, 2, 0], vector[1, 2, 0, 1], vector[7, 7, 7, 7]);
    end(ledger, vector[0, 7, 0]);
}

#[test]
fun the_sum_of_a_batch_may_exceed_64_bits() {
    let mut ledger = begin(vector[MAX_BALANCE, 0]);
    let payers = vector::tabulate!(6, |i| (i % 2) as u32);
    let payees = vector::tabulate!(6, |i| ((i + 1) % 2) as u32);
    book(&mut ledger).transfer_batch(payers, payees, vector::tabulate!(6, |_| MAX_BALANCE));
    end(ledger, vector[MAX_BALANCE, 0]);
}

#[test]
fun a_balance_has_an_upper_end() {
    let mut ledger = begin(vector[MAX_BALANCE - 5, 100]);
    let book = book(&mut ledger);
    assert_eq!(book.try_transfer(1, 0, 6), 9);
    assert_eq!(book.try_transfer(1, 0, 5), 0);
    assert_eq!(book.try_transfer(1, 0, 1), 9);
    end(ledger, vector[MAX_BALANCE, 95]);
}

#[test]
fun so_has_a_frozen_one() {
    let mut ledger = begin(vector[MAX_BALANCE - 5, 100]);
    let book = book(&mut ledger);
    book.hold(0);
    assert_eq!(book.try_transfer(1, 0, 6), 9);
    assert_eq!(book.try_transfer(1, 0, 5), 0);
    assert!(book.is_frozen(0) && !book.is_closed(0));
    book.release();
    assert_eq!(book.try_transfer(0, 1, MAX_BALANCE - 95), 0);
    end(ledger, vector[95, MAX_BALANCE]);
}

#[test]
fun crosses_pages() {
    let mut ledger = begin(vector::tabulate!(200, |_| 1));
    let payers = vector::tabulate!(199, |i| i as u32);
    let payees = vector::tabulate!(199, |i| (i + 1) as u32);
    let amounts = vector::tabulate!(199, |i| i + 1);
    book(&mut ledger).transfer_batch(payers, payees, amounts);
    end(ledger, vector::tabulate!(200, |i| if (i == 199) 200 else 0));
}

#[test]
fun numbers_accounts_in_order() {
    let mut ledger = begin(vector[0]);
    assert_eq!(book(&mut ledger).open_accounts(3), 1);
    assert_eq!(book(&mut ledger).open_accounts(70), 4);
    assert_eq!(book(&mut ledger).accounts(), 74);
    test_ledger::destroy(ledger);
}

#[test, expected_failure(abort_code = customer_book::ENoAccounts)]
fun opens_no_accounts() {
    let mut ledger = begin(vector[0]);
    book(&mut ledger).open_accounts(0);
    end(ledger, vector[]);
}

#[test, expected_failure(abort_code = customer_book::ETooManyAccounts)]
fun numbers_end() {
    let mut ledger = begin(vector[0]);
    book(&mut ledger).open_accounts(0x1_0000_0000);
    end(ledger, vector[]);
}

#[test]
fun pays_onto_many_accounts() {
    let mut ledger = begin(vector[1, 1, 1]);
    let money = issue(&mut ledger, 60);
    book(&mut ledger).deposit_batch(vector[2, 0, 2], vector[10, 20, 30], money);
    end(ledger, vector[21, 1, 41]);
}

fun deposit_batch(accounts: vector<u32>, amounts: vector<u64>, money: u64) {
    let mut ledger = begin(vector[1, 1, 1]);
    book(&mut ledger).close_account_of(2);
    let money = issue(&mut ledger, money);
    book(&mut ledger).deposit_batch(accounts, amounts, money);
    end(ledger, vector[]);
}

/// Empties and closes an account of 1 by way of account 0.
fun close_account_of(book: &mut Book, account: u32) {
    book.transfer_batch(vector[account], vector[0], vector[1]);
    book.close_account(account);
}

use fun close_account_of as Book.close_account_of;

#[test, expected_failure(abort_code = customer_book::EDifferentTotal)]
fun deposits_no_more_than_is_paid_in() {
    deposit_batch(vector[0, 1], vector[5, 6], 10);
}

#[test, expected_failure(abort_code = customer_book::EDifferentTotal)]
fun deposits_no_less_than_is_paid_in() {
    deposit_batch(vector[0, 1], vector[5, 4], 10);
}

#[test, expected_failure(abort_code = customer_book::EDifferentTotal)]
fun deposits_no_sum_that_overflows() {
    deposit_batch(vector[0, 1], vector[MAX_U64, 11], 10);
}

#[test, expected_failure(abort_code = customer_book::EDifferentLengths)]
fun deposits_need_an_amount_each() {
    deposit_batch(vector[0, 1], vector[10], 10);
}

#[test, expected_failure(abort_code = customer_book::ENoAccounts)]
fun deposits_onto_some_account() {
    deposit_batch(vector[], vector[], 10);
}

#[test, expected_failure(abort_code = customer_book::EZeroAmount)]
fun deposits_some_amount_each() {
    deposit_batch(vector[0, 1], vector[10, 0], 10);
}

#[test, expected_failure(abort_code = customer_book::EUnknownAccount)]
fun deposits_onto_no_account_beyond_the_end() {
    deposit_batch(vector[0, 3], vector[5, 5], 10);
}

#[test, expected_failure(abort_code = customer_book::EAccountClosed)]
fun deposits_onto_no_closed_account() {
    deposit_batch(vector[0, 2], vector[5, 5], 10);
}

#[test, expected_failure(abort_code = customer_book::EZeroAmount)]
fun takes_no_deposit_of_nothing() {
    let mut ledger = begin(vector[1]);
    book(&mut ledger).deposit(0, money::zero(1));
    end(ledger, vector[]);
}

#[test, expected_failure(abort_code = customer_book::EBalanceOverflow)]
fun deposits_no_more_than_a_balance_holds() {
    let mut ledger = begin(vector[1]);
    let money = issue(&mut ledger, MAX_BALANCE);
    book(&mut ledger).deposit(0, money);
    end(ledger, vector[]);
}

#[test, expected_failure(abort_code = money::EDifferentInstruments)]
fun takes_no_other_instrument() {
    let mut ledger = begin(vector[1]);
    let authority = scenario::register(&mut ledger, b"CZK.other");
    let money = money::issue(&mut ledger, &authority.permit(), 5, INSTITUTION);
    ledger.publish(INSTITUTION, Other { authority });
    book(&mut ledger).deposit(0, money);
    end(ledger, vector[]);
}

#[test]
fun pays_out() {
    let mut ledger = begin(vector[10, 5]);
    let money = book(&mut ledger).withdraw(0, 4);
    assert_eq!(money.value(), 4);
    scenario::redeem(&mut ledger, money);
    end(ledger, vector[6, 5]);
}

fun withdraw(account: u32, amount: u64) {
    let mut ledger = begin(vector[10, 50, 0, 10]);
    book(&mut ledger).close_account(2);
    book(&mut ledger).hold(3);
    let money = book(&mut ledger).withdraw(account, amount);
    scenario::redeem(&mut ledger, money);
    end(ledger, vector[]);
}

#[test, expected_failure(abort_code = customer_book::EInsufficientBalance)]
fun pays_out_no_more_than_the_balance() {
    withdraw(0, 11);
}

#[test, expected_failure(abort_code = customer_book::EZeroAmount)]
fun pays_out_no_nothing() {
    withdraw(0, 0);
}

#[test, expected_failure(abort_code = customer_book::EUnknownAccount)]
fun pays_nothing_out_of_no_account() {
    withdraw(4, 1);
}

#[test, expected_failure(abort_code = customer_book::EAccountClosed)]
fun pays_nothing_out_of_a_closed_account() {
    withdraw(2, 1);
}

#[test, expected_failure(abort_code = customer_book::EAccountFrozen)]
fun pays_nothing_out_of_a_frozen_account() {
    withdraw(3, 1);
}

fun close(account: u32) {
    let mut ledger = begin(vector[10, 0, 0, 0]);
    book(&mut ledger).close_account(1);
    book(&mut ledger).hold(2);
    book(&mut ledger).close_account(account);
    assert!(book(&mut ledger).is_closed(account) && !book(&mut ledger).is_frozen(account));
    end(ledger, vector[10, 0, 0, 0]);
}

#[test]
fun closes_an_empty_account() {
    close(3);
}

#[test, expected_failure(abort_code = customer_book::ENotEmpty)]
fun closes_none_with_a_balance() {
    close(0);
}

#[test, expected_failure(abort_code = customer_book::EAccountClosed)]
fun closes_none_twice() {
    close(1);
}

#[test, expected_failure(abort_code = customer_book::EAccountFrozen)]
fun closes_none_that_is_frozen() {
    close(2);
}

#[test, expected_failure(abort_code = customer_book::EUnknownAccount)]
fun closes_none_beyond_the_end() {
    close(4);
}

#[test, expected_failure(abort_code = customer_book::EAccountClosed)]
fun freezes_no_closed_account() {
    let mut ledger = begin(vector[0]);
    book(&mut ledger).close_account(0);
    book(&mut ledger).hold(0);
    end(ledger, vector[0]);
}

#[test]
fun freezing_twice_is_freezing_once() {
    let mut ledger = begin(vector[3]);
    book(&mut ledger).hold(0);
    book(&mut ledger).hold(0);
    book(&mut ledger).release();
    assert!(!book(&mut ledger).is_frozen(0));
    book(&mut ledger).release();
    end(ledger, vector[3]);
}

#[test, expected_failure(abort_code = customer_book::EDifferentLengths)]
fun a_batch_needs_a_payee_each() {
    let mut ledger = begin(vector[3, 0]);
    book(&mut ledger).transfer_batch(vector[0, 0], vector[1], vector[1, 1]);
    end(ledger, vector[]);
}

#[test, expected_failure(abort_code = customer_book::EDifferentLengths)]
fun a_batch_needs_an_amount_each() {
    let mut ledger = begin(vector[3, 0]);
    book(&mut ledger).transfer_batch(vector[0], vector[1], vector[]);
    end(ledger, vector[]);
}

#[test, expected_failure(abort_code = customer_book::ENoAccounts)]
fun a_batch_has_transfers() {
    let mut ledger = begin(vector[3, 0]);
    book(&mut ledger).transfer_batch(vector[], vector[], vector[]);
    end(ledger, vector[]);
}
