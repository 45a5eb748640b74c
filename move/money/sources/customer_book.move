/// An institution's book of its customers' accounts in one instrument. The money lies in one pool; the balance of an account
/// is a claim on it. A transfer moves claims and touches no money, so that the claims always add up to the pool.
///
/// Whoever reaches a book can do everything with it: the module that keeps one decides who may. Accounts are numbered
/// from 0 in the order in which they are opened, and keep their numbers for ever.
module money::customer_book;

use money::freeze::FreezePermit;
use money::money::{Self, Money};
use std::event;
use std::ledger::Ledger;
use std::paged_vector::{Self, PagedVector};

#[error]
const EZeroAmount: vector<u8> = b"The amount must be more than zero.";
#[error]
const ENoAccounts: vector<u8> = b"At least one account must be named.";
#[error]
const ETooManyAccounts: vector<u8> = b"A book has at most 4,294,967,296 accounts.";
#[error]
const EUnknownAccount: vector<u8> = b"The book has no account of that number.";
#[error]
const EAccountClosed: vector<u8> = b"The account is closed.";
#[error]
const EAccountFrozen: vector<u8> = b"The account is frozen under a warrant: it takes money in and gives none out.";
#[error]
const ETooManyFreezes: vector<u8> = b"A book has at most 1024 accounts under warrants.";
#[error]
const EInsufficientBalance: vector<u8> = b"The account's balance is less than that.";
#[error]
const EBalanceOverflow: vector<u8> = b"The account cannot hold that much.";
#[error]
const ENotEmpty: vector<u8> = b"The account still has a balance.";
#[error]
const EDifferentLengths: vector<u8> = b"Each entry of a batch needs every one of its values.";
#[error]
const EDifferentTotal: vector<u8> = b"The amounts must add up to the money that is paid in.";

// What became of a transfer; the first that applies. The numbers are permanent.
const ACCEPTED: u8 = 0;
const ZERO_AMOUNT: u8 = 1;
const SAME_ACCOUNT: u8 = 2;
const UNKNOWN_PAYER: u8 = 3;
const UNKNOWN_PAYEE: u8 = 4;
const PAYER_CLOSED: u8 = 5;
const PAYEE_CLOSED: u8 = 6;
const PAYER_FROZEN: u8 = 7;
const INSUFFICIENT_BALANCE: u8 = 8;
const BALANCE_OVERFLOW: u8 = 9;

// What stands for an account: its balance; with FROZEN added, its balance while it is frozen; or CLOSED.
const FROZEN: u64 = 0x8000_0000_0000_0000;
const CLOSED: u64 = 0xFFFF_FFFF_FFFF_FFFF;
/// FROZEN with one more would be CLOSED.
const MAX_BALANCE: u64 = 0x7FFF_FFFF_FFFF_FFFE;
const MAX_FREEZES: u64 = 1_024;
const NEVER: u64 = 0xFFFF_FFFF_FFFF_FFFF;
const MAX_ACCOUNTS: u64 = 0x1_0000_0000;
/// Sums are carried to 128 bits only when they get here: until then they are the faster for it.
const CARRY_FROM: u64 = 0x10_0000_0000_0000;

public struct Book has store {
    institution: address,
    /// What all balances together claim.
    pool: Money,
    /// By number.
    accounts: PagedVector<u64>,
    /// Accounts under a warrant; at most one entry for each.
    freezes: vector<Freeze>,
    /// The first time at which one of them ends; the largest number while there are none.
    next_release_ms: u64,
}

/// An account that is frozen until a time, in milliseconds since 1970.
public struct Freeze has copy, drop, store {
    account: u32,
    until_ms: u64,
}

public struct AccountsOpened has copy, drop {
    institution: address,
    instrument: u32,
    first: u64,
    count: u64,
}

public struct AccountClosed has copy, drop {
    institution: address,
    instrument: u32,
    account: u32,
}

public struct AccountFrozen has copy, drop {
    institution: address,
    instrument: u32,
    account: u32,
    frozen: bool,
}

/// Money came into the pool, and as much onto accounts.
public struct Deposited has copy, drop {
    institution: address,
    instrument: u32,
    accounts: u64,
    amount: u64,
}

/// Money left the pool, and an account as much.
public struct Withdrawn has copy, drop {
    institution: address,
    instrument: u32,
    account: u32,
    amount: u64,
}

/// A batch of transfers.
public struct TransfersPosted has copy, drop {
    institution: address,
    instrument: u32,
    accepted: u64,
    refused: u64,
    /// Of those accepted.
    total: u128,
    /// One for each transfer, in their order; 0 is accepted.
    statuses: vector<u8>,
}

/// A book without accounts. The institution signs for it: events of a book name nobody who did not.
public fun new(ledger: &mut Ledger, institution: &signer, instrument: u32): Book {
    Book { institution: institution.address_of(), pool: money::zero(instrument), accounts: paged_vector::new(ledger), freezes: vector[], next_release_ms: NEVER }
}

// === Accounts ===

/// Opens so many accounts, all empty. Answers the number of the first; the others follow it.
public fun open_accounts(book: &mut Book, count: u64): u64 {
    let first = book.accounts.length();
    assert!(count > 0, ENoAccounts);
    assert!(count <= MAX_ACCOUNTS - first, ETooManyAccounts);
    let accounts = &mut book.accounts;
    count.do!(|_| accounts.push_back(0));
    event::emit(AccountsOpened { institution: book.institution, instrument: book.instrument(), first, count });
    first
}

/// Closes an empty account for good. A frozen one is closed when its freeze has ended.
public fun close_account(book: &mut Book, account: u32) {
    let state = find_open(book, account);
    assert!(state < FROZEN, EAccountFrozen);
    assert!(state == 0, ENotEmpty);
    book.accounts.set(account as u64, CLOSED);
    event::emit(AccountClosed { institution: book.institution, instrument: book.instrument(), account });
}

/// Freezes an account until a time in milliseconds since 1970, so that it gives nothing out. `release_due` releases it when the
/// time has come. Whoever keeps the book can do neither without a permit. An account that is frozen until another time is from then on frozen until this.
public fun freeze_until(book: &mut Book, _permit: &FreezePermit, account: u32, until_ms: u64) {
    let found = book.freezes.find_index!(|freeze| freeze.account == account);
    if (found.is_some()) book.freezes[found.destroy_some()].until_ms = until_ms
    else {
        assert!(book.freezes.length() < MAX_FREEZES, ETooManyFreezes);
        mark(book, account, true);
        book.freezes.push_back(Freeze { account, until_ms });
    };
    book.next_release_ms = first_release(book);
}

/// Releases the accounts whose time has come. The module that keeps the book calls this before it lets money move.
public fun release_due(book: &mut Book, now_ms: u64) {
    if (now_ms < book.next_release_ms) return;
    let mut i = 0;
    while (i < book.freezes.length()) {
        if (book.freezes[i].until_ms > now_ms) i = i + 1
        else {
            let freeze = book.freezes.swap_remove(i);
            mark(book, freeze.account, false);
        };
    };
    book.next_release_ms = first_release(book);
}

// === Money in and out ===

/// Takes money into the pool and credits an account with it.
public fun deposit(book: &mut Book, account: u32, money: Money) {
    let amount = money.value();
    credit(book, account, amount);
    book.pool.join(money);
    event::emit(Deposited { institution: book.institution, instrument: book.instrument(), accounts: 1, amount });
}

/// Takes money into the pool and credits each of the accounts with the amount at the same position, all of them or none.
public fun deposit_batch(book: &mut Book, accounts: vector<u32>, amounts: vector<u64>, money: Money) {
    let count = accounts.length();
    assert!(amounts.length() == count, EDifferentLengths);
    assert!(count > 0, ENoAccounts);
    let amount = money.value();
    let mut left = amount;
    let mut i = 0;
    while (i < count) {
        assert!(amounts[i] <= left, EDifferentTotal);
        left = left - amounts[i];
        credit(book, accounts[i], amounts[i]);
        i = i + 1;
    };
    assert!(left == 0, EDifferentTotal);
    book.pool.join(money);
    event::emit(Deposited { institution: book.institution, instrument: book.instrument(), accounts: count, amount });
}

/// Debits an account and takes as much money out of the pool.
public fun withdraw(book: &mut Book, account: u32, amount: u64): Money {
    assert!(amount > 0, EZeroAmount);
    let balance = find_open(book, account);
    assert!(balance < FROZEN, EAccountFrozen);
    assert!(amount <= balance, EInsufficientBalance);
    book.accounts.set(account as u64, balance - amount);
    event::emit(Withdrawn { institution: book.institution, instrument: book.instrument(), account, amount });
    book.pool.split(amount)
}

// === Transfers ===

/// Makes the transfers in their order, each by itself: one that is refused leaves the others as they are. The payer, the
/// payee and the amount of a transfer are at the same position.
public fun transfer_batch(book: &mut Book, payers: vector<u32>, payees: vector<u32>, amounts: vector<u64>) {
    let count = payers.length();
    assert!(payees.length() == count && amounts.length() == count, EDifferentLengths);
    assert!(count > 0, ENoAccounts);
    let accounts = &mut book.accounts;
    let mut statuses = vector[];
    let mut accepted = 0;
    let mut sum = 0u64;
    let mut total = 0u128;
    let mut i = 0;
    while (i < count) {
        let amount = amounts[i];
        let status = transfer(accounts, payers[i] as u64, payees[i] as u64, amount);
        statuses.push_back(status);
        if (status == ACCEPTED) {
            accepted = accepted + 1;
            // Both are below 2^63.
            sum = sum + amount;
            if (sum >= CARRY_FROM) {
                total = total + (sum as u128);
                sum = 0;
            };
        };
        i = i + 1;
    };
    total = total + (sum as u128);
    let instrument = book.instrument();
    event::emit(TransfersPosted { institution: book.institution, instrument, accepted, refused: count - accepted, total, statuses });
}

/// Moves a claim from one account to another, or says why not. Never aborts.
fun transfer(accounts: &mut PagedVector<u64>, payer: u64, payee: u64, amount: u64): u8 {
    let end = accounts.length();
    if (amount == 0) return ZERO_AMOUNT;
    if (payer == payee) return SAME_ACCOUNT;
    if (payer >= end) return UNKNOWN_PAYER;
    if (payee >= end) return UNKNOWN_PAYEE;
    let from = accounts.get(payer);
    if (from == CLOSED) return PAYER_CLOSED;
    let to = accounts.get(payee);
    if (to == CLOSED) return PAYEE_CLOSED;
    if (from >= FROZEN) return PAYER_FROZEN;
    if (from < amount) return INSUFFICIENT_BALANCE;
    if (!takes(to, amount)) return BALANCE_OVERFLOW;
    accounts.set(payer, from - amount);
    accounts.set(payee, to + amount);
    ACCEPTED
}

/// Makes one transfer, or says why not by its status; never aborts. Whoever calls it tells of it: it emits no event.
public fun try_transfer(book: &mut Book, payer: u32, payee: u32, amount: u64): u8 {
    transfer(&mut book.accounts, payer as u64, payee as u64, amount)
}

// === What a book says ===

/// The balance of an account, frozen or not; of a closed one zero.
public fun balance(book: &Book, account: u32): u64 {
    let state = find(book, account);
    if (state == CLOSED) 0 else balance_in(state)
}

public fun is_frozen(book: &Book, account: u32): bool {
    let state = find(book, account);
    state >= FROZEN && state != CLOSED
}

public fun is_closed(book: &Book, account: u32): bool {
    find(book, account) == CLOSED
}

/// How many accounts were ever opened: the number of the next.
public fun accounts(book: &Book): u64 {
    book.accounts.length()
}

public fun instrument(book: &Book): u32 {
    book.pool.instrument()
}

/// What lies in the pool, in minor units.
public fun pool(book: &Book): u64 {
    book.pool.value()
}

// === Rules ===

fun find(book: &Book, account: u32): u64 {
    let number = account as u64;
    assert!(number < book.accounts.length(), EUnknownAccount);
    book.accounts.get(number)
}

fun mark(book: &mut Book, account: u32, frozen: bool) {
    let balance = balance_in(find_open(book, account));
    book.accounts.set(account as u64, if (frozen) FROZEN + balance else balance);
    event::emit(AccountFrozen { institution: book.institution, instrument: book.instrument(), account, frozen });
}

fun first_release(book: &Book): u64 {
    let mut first = NEVER;
    book.freezes.do_ref!(|freeze| first = first.min(freeze.until_ms));
    first
}

fun find_open(book: &Book, account: u32): u64 {
    let state = find(book, account);
    assert!(state != CLOSED, EAccountClosed);
    state
}

fun credit(book: &mut Book, account: u32, amount: u64) {
    assert!(amount > 0, EZeroAmount);
    let state = find_open(book, account);
    assert!(takes(state, amount), EBalanceOverflow);
    book.accounts.set(account as u64, state + amount);
}

/// Whether an open account can hold so much more.
fun takes(state: u64, amount: u64): bool {
    amount <= MAX_BALANCE && balance_in(state) + amount <= MAX_BALANCE
}

/// The balance that stands for an open account.
fun balance_in(state: u64): u64 {
    if (state >= FROZEN) state - FROZEN else state
}
