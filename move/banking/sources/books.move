/// An institution's double-entry books: a chart of accounts, postings that balance or abort, the close of a period, and the
/// trial balance. Whoever reaches books can post to them: the module that keeps them decides who may.
///
/// A liability account can be made to state what is outstanding of an instrument that the institution issues. The ledger itself then compares
/// the two in every transaction, so that money is issued and redeemed only together with a posting.
module banking::books;

use money::instrument::{Self, IssuePermit};
use std::event;
use std::ledger::Ledger;
use std::string::String;

#[error]
const EBadClass: vector<u8> = b"The class of an account is a number from 1 to 5.";
#[error]
const EBadNumber: vector<u8> = b"The number of an account is 1 to 9999.";
#[error]
const EBadName: vector<u8> = b"The name of an account has 1 to 64 bytes.";
#[error]
const EAccountExists: vector<u8> = b"The books have an account of this number already.";
#[error]
const ETooManyAccounts: vector<u8> = b"Books hold at most 128 accounts.";
#[error]
const EUnknownAccount: vector<u8> = b"The books have no account of this number.";
#[error]
const EBadMemo: vector<u8> = b"The memo of a posting has 1 to 256 bytes.";
#[error]
const EZeroAmount: vector<u8> = b"The amount must be more than zero.";
#[error]
const ETooManyEntries: vector<u8> = b"A posting has at most 64 entries.";
#[error]
const EEmptyPosting: vector<u8> = b"A posting has at least one entry on each side.";
#[error]
const EUnbalanced: vector<u8> = b"The debits of a posting must be equal to its credits.";
#[error]
const EOtherBooks: vector<u8> = b"The posting is for the books of another institution.";
#[error]
const EWrongSide: vector<u8> = b"The account would stand on the side on which it cannot stand.";
#[error]
const ENotEquity: vector<u8> = b"A period is closed into an account of equity that may stand on either side.";
#[error]
const ENotLiability: vector<u8> = b"Only a liability that stands at zero can begin to state what is outstanding.";
#[error]
const EBadInstrument: vector<u8> = b"Books state what is outstanding of e-money or deposits in their own unit.";

const ASSET: u8 = 1;
const LIABILITY: u8 = 2;
const EQUITY: u8 = 3;
const INCOME: u8 = 4;
const EXPENSE: u8 = 5;

const MAX_NUMBER: u16 = 9_999;
const MAX_ACCOUNTS: u64 = 128;
const MAX_ENTRIES: u64 = 64;
const MAX_NAME_BYTES: u64 = 64;
const MAX_MEMO_BYTES: u64 = 256;

/// The books of one institution in one unit; amounts are in its minor units.
public struct Books has store {
    institution: address,
    unit: u32,
    /// From 1; each close adds 1.
    period: u64,
    /// How many postings were ever made.
    postings: u64,
    /// By number, ascending.
    accounts: vector<Account>,
}

/// An account. Its balance stands on one side; the other is zero.
public struct Account has store {
    number: u16,
    /// 1 asset, 2 liability, 3 equity, 4 income, 5 expense.
    class: u8,
    /// Whether it is deducted from its class, and so stands on the other side than the class.
    contra: bool,
    /// Whether it may stand on either side.
    two_sided: bool,
    name: String,
    debit: u128,
    credit: u128,
    /// The instrument whose outstanding it states.
    states: Option<u32>,
}

/// Entries that are yet to be committed. It has no abilities: whoever begins one must commit it.
public struct Posting {
    institution: address,
    memo: String,
    entries: vector<Entry>,
}

/// One side of a posting: either the debit or the credit is zero.
public struct Entry has copy, drop, store {
    account: u16,
    debit: u64,
    credit: u64,
}

/// A posting was made: the journal.
public struct Posted has copy, drop {
    institution: address,
    /// Counts from 1.
    posting: u64,
    period: u64,
    memo: String,
    entries: vector<Entry>,
}

/// Income and expense of a period went into equity.
public struct PeriodClosed has copy, drop {
    institution: address,
    period: u64,
    income: u128,
    expense: u128,
}

// === Charts ===

/// Books without accounts. The institution signs for them: events of books name nobody who did not.
public fun new(institution: &signer, unit: u32): Books {
    Books { institution: institution.address_of(), unit, period: 1, postings: 0, accounts: vector[] }
}

/// Opens an account that stands on the side of its class: debit for assets and expense, credit for liabilities, equity and income.
public fun open_account(books: &mut Books, number: u16, class: u8, name: String) {
    add(books, number, class, name, false, false);
}

/// Opens an account that is deducted from its class and stands on the other side, as provisions are deducted from loans.
public fun open_contra_account(books: &mut Books, number: u16, class: u8, name: String) {
    add(books, number, class, name, true, false);
}

/// Opens an account that may stand on either side, as retained earnings may be a loss.
public fun open_two_sided_account(books: &mut Books, number: u16, class: u8, name: String) {
    add(books, number, class, name, false, true);
}

/// Makes a liability that stands at zero state what is outstanding of an instrument. Several may do so for one instrument:
/// together they are then equal to it.
public fun state_outstanding(books: &mut Books, ledger: &Ledger, number: u16, issuer: &IssuePermit) {
    let instrument = issuer.permitted();
    let kind = instrument::kind(ledger, instrument);
    let fits = kind == instrument::e_money() || kind == instrument::deposit();
    assert!(fits && instrument::unit(ledger, instrument) == books.unit, EBadInstrument);
    let account = books.find_mut(number);
    let is_free = account.states.is_none() && account.debit == 0 && account.credit == 0;
    assert!(account.class == LIABILITY && !account.contra && is_free, ENotLiability);
    account.states = option::some(instrument);
}

// === Postings ===

/// Begins a posting to the books of an institution.
public fun begin(institution: address, memo: String): Posting {
    assert!(!memo.is_empty() && memo.length() <= MAX_MEMO_BYTES, EBadMemo);
    Posting { institution, memo, entries: vector[] }
}

/// Debits an account: more of an asset or an expense, less of a liability, equity or income.
public fun debit(posting: &mut Posting, account: u16, amount: u64) {
    posting.enter(Entry { account, debit: amount, credit: 0 });
}

/// Credits an account: the reverse.
public fun credit(posting: &mut Posting, account: u16, amount: u64) {
    posting.enter(Entry { account, debit: 0, credit: amount });
}

/// Commits a posting: all of it, if its debits are equal to its credits and no account comes to stand on the wrong side.
public fun commit(books: &mut Books, posting: Posting) {
    let Posting { institution, memo, entries } = posting;
    assert!(institution == books.institution, EOtherBooks);
    let mut debits = 0u128;
    let mut credits = 0u128;
    entries.do_ref!(|entry| {
        debits = debits + (entry.debit as u128);
        credits = credits + (entry.credit as u128);
        books.find_mut(entry.account).add_to_sides(entry.debit as u128, entry.credit as u128);
    });
    assert!(debits > 0 && credits > 0, EEmptyPosting);
    assert!(debits == credits, EUnbalanced);
    entries.do_ref!(|entry| books.find(entry.account).check_side());
    books.postings = books.postings + 1;
    event::emit(Posted { institution, posting: books.postings, period: books.period, memo, entries });
}

/// Closes the period: what stands in accounts of income and expense goes into an account of equity, and the next begins.
public fun close_period(books: &mut Books, into: u16) {
    let target = books.find(into);
    assert!(target.class == EQUITY && target.two_sided, ENotEquity);
    let income = books.total(INCOME);
    let expense = books.total(EXPENSE);
    let mut debits = 0u128;
    let mut credits = 0u128;
    books.accounts.do_mut!(|account| {
        if (account.class == INCOME || account.class == EXPENSE) {
            debits = debits + account.debit;
            credits = credits + account.credit;
            account.debit = 0;
            account.credit = 0;
        }
    });
    books.find_mut(into).add_to_sides(debits, credits);
    event::emit(PeriodClosed { institution: books.institution, period: books.period, income, expense });
    books.period = books.period + 1;
}

/// Whose books a posting is for.
public fun posted_for(posting: &Posting): address {
    posting.institution
}

// === What books say ===

public fun institution(books: &Books): address {
    books.institution
}

public fun unit(books: &Books): u32 {
    books.unit
}

public fun period(books: &Books): u64 {
    books.period
}

/// The instrument whose outstanding an account states; absent where it states none.
public fun stated(books: &Books, number: u16): Option<u32> {
    books.find(number).states
}

/// Whether the books have an account of a number.
public fun has_account(books: &Books, number: u16): bool {
    let (found, _) = position(&books.accounts, number);
    found
}

/// The balance of an account on its normal side, in minor units; aborts if it stands on the other.
public fun balance(books: &Books, number: u16): u128 {
    let account = books.find(number);
    if (account.is_debit()) less(account.debit, account.credit) else less(account.credit, account.debit)
}

/// The balance of an account as what it stands at in debit and in credit; one of them is zero.
public fun sides(books: &Books, number: u16): (u128, u128) {
    let account = books.find(number);
    (account.debit, account.credit)
}

/// What the accounts of a class stand at together, on the class's side; contra accounts are deducted. Aborts if they stand
/// on the other side.
public fun total(books: &Books, class: u8): u128 {
    let (debit, credit) = books.total_sides(class);
    if (class == ASSET || class == EXPENSE) less(debit, credit) else less(credit, debit)
}

/// The same as a debit and a credit, one of them zero: equity that is negative stands in debit.
public fun total_sides(books: &Books, class: u8): (u128, u128) {
    assert!(class >= ASSET && class <= EXPENSE, EBadClass);
    let mut debit = 0u128;
    let mut credit = 0u128;
    books.accounts.do_ref!(|account| {
        if (account.class == class) {
            debit = debit + account.debit;
            credit = credit + account.credit;
        }
    });
    let common = debit.min(credit);
    (debit - common, credit - common)
}

/// All debits and all credits. They are equal: the ledger itself sees to it.
public fun trial_balance(books: &Books): (u128, u128) {
    let mut debits = 0u128;
    let mut credits = 0u128;
    books.accounts.do_ref!(|account| {
        debits = debits + account.debit;
        credits = credits + account.credit;
    });
    (debits, credits)
}

public fun asset(): u8 {
    ASSET
}

public fun liability(): u8 {
    LIABILITY
}

public fun equity(): u8 {
    EQUITY
}

public fun income(): u8 {
    INCOME
}

public fun expense(): u8 {
    EXPENSE
}

// === Rules ===

fun add(books: &mut Books, number: u16, class: u8, name: String, contra: bool, two_sided: bool) {
    assert!(class >= ASSET && class <= EXPENSE, EBadClass);
    assert!(number >= 1 && number <= MAX_NUMBER, EBadNumber);
    assert!(!name.is_empty() && name.length() <= MAX_NAME_BYTES, EBadName);
    assert!(books.accounts.length() < MAX_ACCOUNTS, ETooManyAccounts);
    let (found, index) = position(&books.accounts, number);
    assert!(!found, EAccountExists);
    books.accounts.insert(Account { number, class, contra, two_sided, name, debit: 0, credit: 0, states: option::none() }, index);
}

fun enter(posting: &mut Posting, entry: Entry) {
    assert!(entry.debit > 0 || entry.credit > 0, EZeroAmount);
    assert!(posting.entries.length() < MAX_ENTRIES, ETooManyEntries);
    posting.entries.push_back(entry);
}

fun find(books: &Books, number: u16): &Account {
    let (found, index) = position(&books.accounts, number);
    assert!(found, EUnknownAccount);
    &books.accounts[index]
}

fun find_mut(books: &mut Books, number: u16): &mut Account {
    let (found, index) = position(&books.accounts, number);
    assert!(found, EUnknownAccount);
    &mut books.accounts[index]
}

/// Whether there is an account of that number, and where it is or belongs.
fun position(accounts: &vector<Account>, number: u16): (bool, u64) {
    let mut low = 0;
    let mut high = accounts.length();
    while (low < high) {
        let middle = (low + high) / 2;
        if (accounts[middle].number < number) low = middle + 1 else high = middle;
    };
    (low < accounts.length() && accounts[low].number == number, low)
}

fun add_to_sides(account: &mut Account, debit: u128, credit: u128) {
    let debits = account.debit + debit;
    let credits = account.credit + credit;
    let common = debits.min(credits);
    account.debit = debits - common;
    account.credit = credits - common;
}

fun is_debit(account: &Account): bool {
    (account.class == ASSET || account.class == EXPENSE) != account.contra
}

fun check_side(account: &Account) {
    let stands_right = if (account.is_debit()) account.credit == 0 else account.debit == 0;
    assert!(account.two_sided || stands_right, EWrongSide);
}

fun less(side: u128, other: u128): u128 {
    assert!(other <= side, EWrongSide);
    side - other
}

/// Ends books with all that is in them.
#[test_only]
public fun destroy(books: Books) {
    let Books { accounts, .. } = books;
    accounts.destroy!(|account| {
        let Account { .. } = account;
    });
}
