/// Customers go from one payment institution to another with what they have: because the first one wants it, or because its
/// licence ended and a supervisor wants it. What covers their e-money goes along.
module banking::customer_port;

use banking::books;
use banking::cash_desk;
use banking::customers_reserve;
use banking::institution;
use banking::payment_institution;
use money::customer_book::Book;
use money::money::{Self, Money};
use oversight::licence;
use oversight::supervisor;
use std::event;
use std::ledger::Ledger;
use std::table::{Self, Table};

#[error]
const ENotPaymentInstitution: vector<u8> = b"Customers go from one payment institution to another.";
#[error]
const ESameInstitution: vector<u8> = b"Customers go from one payment institution to another one.";
#[error]
const EOtherCentralBank: vector<u8> = b"Both institutions must be with one central bank.";
#[error]
const ELicenceStands: vector<u8> = b"While its licence stands only the institution itself hands its customers on.";
#[error]
const EOwnAccount: vector<u8> = b"The institution's own account stays.";
#[error]
const EUnknownAccount: vector<u8> = b"The institution has fewer accounts.";
#[error]
const EBadCount: vector<u8> = b"1 to 1000 accounts go at once.";
#[error]
const ENothingOpen: vector<u8> = b"None of the accounts is open and free of warrants.";

const MAX_COUNT: u32 = 1_000;
/// Institutions after each other through which one account is followed.
const MAX_MOVES: u64 = 16;

/// Where customers of an institution went, at its address, once some did.
public struct Successors has store {
    /// By the account that was closed.
    accounts: Table<u32, Home>,
}

/// An account of an institution.
public struct Home has copy, drop, store {
    institution: address,
    account: u32,
}

/// Accounts went to another institution, where their numbers follow each other from `first` on.
public struct CustomersPorted has copy, drop {
    from: address,
    to: address,
    /// The old numbers, in the order of the new ones.
    accounts: vector<u32>,
    first: u64,
    amount: u64,
}

/// What stands on accounts that are on their way.
public struct Ported has drop {
    accounts: vector<u32>,
    balances: vector<u64>,
}

/// Hands the open ones of `count` accounts from `first` on over to a successor. Both institutions sign. An account under a warrant stays
/// until the warrant has ended.
public(package) entry fun port(ledger: &mut Ledger, institution: &signer, successor: &signer, first: u32, count: u32) {
    let from = payment_institution::check_is(ledger, institution);
    hand_over(ledger, from, successor, first, count);
}

/// The same by a supervisor, when the licence of the institution no longer stands.
public(package) entry fun port_for(
    ledger: &mut Ledger,
    supervisor: &signer,
    successor: &signer,
    institution: address,
    first: u32,
    count: u32,
) {
    let _permit = supervisor::permit(ledger, supervisor);
    assert!(customers_reserve::exists(ledger, institution), ENotPaymentInstitution);
    let unit = institution::unit(ledger, institution);
    assert!(!licence::stands(ledger, institution, licence::payment_institution(), unit), ELicenceStands);
    hand_over(ledger, institution, successor, first, count);
}

fun hand_over(ledger: &mut Ledger, from: address, successor: &signer, first: u32, count: u32) {
    let to = payment_institution::check(ledger, successor);
    assert!(from != to, ESameInstitution);
    assert!(institution::central_bank(ledger, from) == institution::central_bank(ledger, to), EOtherCentralBank);
    assert!(first != payment_institution::own_account(), EOwnAccount);
    assert!(count > 0 && count <= MAX_COUNT, EBadCount);
    assert!((first as u64) + (count as u64) <= institution::customers(ledger, from).accounts(), EUnknownAccount);
    let (ported, settlement) = close(ledger, from, first, count);
    let Ported { accounts, balances } = ported;
    assert!(!accounts.is_empty(), ENothingOpen);
    let amount = settlement.value();
    let new_first = institution::customers_mut(ledger, to).open_accounts(accounts.length());
    if (amount > 0) issue(ledger, to, settlement, balances, new_first) else settlement.destroy_zero();
    remember(ledger, from, to, &accounts, new_first);
    event::emit(CustomersPorted { from, to, accounts, first: new_first, amount });
}

/// Sends e-money of `from` after a customer who is now at account `account` of `to`, with what covers it. No licence and no limit of one stand against it: it
/// is what the customer had.
public(package) fun send_after(ledger: &mut Ledger, from: address, e_money: Money, to: address, account: u32) {
    let amount = e_money.value();
    let mut given = books::begin(from, b"Sent after a customer".to_string());
    institution::redeem(ledger, &mut given, e_money);
    let settlement = institution::settlement_out(ledger, &mut given, amount);
    institution::post(ledger, given);
    let mut taken = books::begin(to, b"Sent after a customer".to_string());
    institution::settlement_in(ledger, &mut taken, settlement);
    institution::repay_to_customer(ledger, &mut taken, account, amount);
    institution::post(ledger, taken);
}

/// Where the customer of an account is now: the institution that took it over last, and its number there; the account itself
/// where it was never handed on.
public fun home(ledger: &Ledger, institution: address, account: u32): (address, u32) {
    let mut home = Home { institution, account };
    let mut moves = 0;
    while (moves < MAX_MOVES && has_moved(ledger, &home)) {
        home = ledger.borrow<Successors>(home.institution).accounts[home.account];
        moves = moves + 1;
    };
    (home.institution, home.account)
}

/// Whether an account of an institution is that of the customer who had an earlier number there: itself, or what the customer has
/// after it was handed on and came back.
public(package) fun is_same_customer(ledger: &Ledger, institution: address, earlier: u32, account: u32): bool {
    if (earlier == account) return true;
    if (!ledger.exists<Successors>(institution)) return false;
    let (at, number) = home(ledger, institution, earlier);
    at == institution && number == account
}

fun has_moved(ledger: &Ledger, home: &Home): bool {
    ledger.exists<Successors>(home.institution) && ledger.borrow<Successors>(home.institution).accounts.contains(home.account)
}

/// An account is closed as it goes, so that it goes once.
fun remember(ledger: &mut Ledger, from: address, to: address, accounts: &vector<u32>, new_first: u64) {
    if (!ledger.exists<Successors>(from)) {
        let accounts = table::new(ledger);
        ledger.publish(from, Successors { accounts });
    };
    let known = &mut ledger.borrow_mut<Successors>(from).accounts;
    accounts.length().do!(|i| known.add(accounts[i], Home { institution: to, account: (new_first + i) as u32 }));
}

/// Empties and closes the open accounts, redeems what was on them and takes it out of the reserve.
fun close(ledger: &mut Ledger, from: address, first: u32, count: u32): (Ported, Money) {
    let mut ported = Ported { accounts: vector[], balances: vector[] };
    let mut e_money = money::zero(institution::instrument(ledger, from));
    let book = institution::customers_mut(ledger, from);
    count.do!(|offset| {
        let account = first + offset;
        if (!book.is_closed(account) && !book.is_frozen(account)) ported.take_off(book, account, &mut e_money);
    });
    let amount = e_money.value();
    if (amount == 0) {
        e_money.destroy_zero();
        let settlement = cash_desk::settlement(ledger, institution::central_bank(ledger, from));
        return (ported, money::zero(settlement))
    };
    let mut posting = books::begin(from, b"Customers handed over".to_string());
    institution::redeem(ledger, &mut posting, e_money);
    let settlement = institution::settlement_out(ledger, &mut posting, amount);
    institution::post(ledger, posting);
    (ported, settlement)
}

fun take_off(ported: &mut Ported, book: &mut Book, account: u32, e_money: &mut Money) {
    let balance = book.balance(account);
    if (balance > 0) e_money.join(book.withdraw(account, balance));
    book.close_account(account);
    ported.accounts.push_back(account);
    ported.balances.push_back(balance);
}

/// Puts what came into the successor's reserve, and onto each new account what its customer had.
fun issue(ledger: &mut Ledger, to: address, settlement: Money, balances: vector<u64>, new_first: u64) {
    let mut accounts = vector[];
    let mut amounts = vector[];
    balances.length().do!(|i| {
        if (balances[i] > 0) {
            accounts.push_back((new_first + i) as u32);
            amounts.push_back(balances[i]);
        }
    });
    let mut posting = books::begin(to, b"Customers taken over".to_string());
    institution::settlement_in(ledger, &mut posting, settlement);
    institution::issue_to_customers(ledger, &mut posting, accounts, amounts);
    institution::post(ledger, posting);
    customers_reserve::check_issue(ledger, to);
}
