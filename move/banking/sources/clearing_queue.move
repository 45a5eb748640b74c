/// What a clearing house holds for payments that are under way: who pays whom, in which mode and how urgently, and the money
/// itself, which is still a liability of its sender's institution. There are two queues, one for each mode; a cycle that
/// closes takes payments out of the second. A queue is full at 512 payments.
module banking::clearing_queue;

use banking::netting::{Self, Obligation};
use money::money::Money;
use std::ledger::Ledger;
use std::paged_vector::{Self, PagedVector};
use std::table::{Self, Table};

#[error]
const EQueueFull: vector<u8> = b"The queue is full: payments can enter when others have settled.";
#[error]
const EUnknownPayment: vector<u8> = b"No payment of this number waits.";

const GROSS: u8 = 1;
const NET: u8 = 2;
/// Most payments that wait in one queue, those of the closed cycle apart.
const MAX_WAITING: u64 = 512;

/// A payment under way.
public struct Item has store {
    number: u64,
    /// Of the participants, by their place.
    payer: u64,
    payee: u64,
    from_account: u32,
    to_account: u32,
    /// 1 gross, 2 net.
    mode: u8,
    /// 1 highly urgent, 2 urgent, 3 normal.
    priority: u8,
    entered_ms: u64,
    /// The settled payment that this one gives back; 0 if it is none.
    return_of: u64,
    /// Where its number is in its queue; without meaning once a closed cycle has it.
    slot: u64,
    /// Whether a closed cycle has it: it can no longer be revoked.
    admitted: bool,
    /// Of the instrument of the payer's institution.
    money: Money,
}

/// Both queues of a clearing house.
public struct Queues has store {
    items: Table<u64, Item>,
    gross: PagedVector<u64>,
    net: PagedVector<u64>,
    /// Number of the last payment; they count from 1 and are never used twice.
    last: u64,
}

public fun gross(): u8 {
    GROSS
}

public fun net(): u8 {
    NET
}

public(package) fun new(ledger: &mut Ledger): Queues {
    Queues {
        items: table::new(ledger),
        gross: paged_vector::new(ledger),
        net: paged_vector::new(ledger),
        last: 0,
    }
}

/// Gives a payment that enters its number.
public(package) fun next_number(queues: &mut Queues): u64 {
    queues.last = queues.last + 1;
    queues.last
}

public(package) fun new_item(
    number: u64,
    payer: u64,
    payee: u64,
    from_account: u32,
    to_account: u32,
    mode: u8,
    priority: u8,
    entered_ms: u64,
    return_of: u64,
    money: Money,
): Item {
    Item { number, payer, payee, from_account, to_account, mode, priority, entered_ms, return_of, slot: 0, admitted: false, money }
}

/// Ends a payment and leaves its money.
public(package) fun into_money(item: Item): Money {
    let Item { money, .. } = item;
    money
}

/// Puts a payment into the queue of its mode.
public(package) fun add(queues: &mut Queues, mut item: Item) {
    let queue = if (item.mode == GROSS) &mut queues.gross else &mut queues.net;
    assert!(queue.length() < MAX_WAITING, EQueueFull);
    item.slot = queue.length();
    item.admitted = false;
    queue.push_back(item.number);
    queues.items.add(item.number, item);
}

/// Whether a payment waits, in a queue or in the closed cycle.
public fun is_under_way(queues: &Queues, number: u64): bool {
    queues.items.contains(number)
}

/// Takes a payment out. The last of its queue takes its place there; rank does not depend on that.
public(package) fun take(queues: &mut Queues, number: u64): Item {
    assert!(queues.items.contains(number), EUnknownPayment);
    let item = queues.items.remove(number);
    if (!item.admitted) {
        let queue = if (item.mode == GROSS) &mut queues.gross else &mut queues.net;
        queue.swap_remove(item.slot);
        if (item.slot < queue.length()) {
            let moved = queue.get(item.slot);
            (&mut queues.items[moved]).slot = item.slot;
        }
    };
    item
}

/// Takes payments out of their queue for a cycle that closes; they keep their numbers.
public(package) fun admit(queues: &mut Queues, numbers: &vector<u64>) {
    numbers.do_ref!(|number| {
        let mut item = take(queues, *number);
        item.admitted = true;
        queues.items.add(*number, item);
    });
}

/// The numbers of what waits in a mode, in order of rank: the more urgent first, then in the order in which they entered.
public(package) fun ranked(queues: &Queues, mode: u8): vector<u64> {
    let queue = if (mode == GROSS) &queues.gross else &queues.net;
    // Priority above, number below: one comparison of numbers.
    let mut keys = vector::tabulate!(queue.length(), |slot| {
        let number = queue.get(slot);
        ((queues.items[number].priority as u128) << 64) + (number as u128)
    });
    keys.merge_sort_by!(|left, right| *left <= *right);
    keys.map!(|key| (key & 0xFFFF_FFFF_FFFF_FFFF) as u64)
}

public(package) fun change_priority(queues: &mut Queues, number: u64, priority: u8) {
    assert!(queues.items.contains(number), EUnknownPayment);
    (&mut queues.items[number]).priority = priority;
}

public fun contains(queues: &Queues, number: u64): bool {
    queues.items.contains(number)
}

public fun item(queues: &Queues, number: u64): &Item {
    assert!(queues.items.contains(number), EUnknownPayment);
    &queues.items[number]
}

public fun is_full(queues: &Queues, mode: u8): bool {
    waiting(queues, mode) >= MAX_WAITING
}

/// How many wait in a mode.
public fun waiting(queues: &Queues, mode: u8): u64 {
    if (mode == GROSS) queues.gross.length() else queues.net.length()
}

public fun last(queues: &Queues): u64 {
    queues.last
}

/// The payment as netting sees it.
public fun obligation(item: &Item): Obligation {
    netting::new_obligation(item.payer, item.payee, item.money.value())
}

public fun number(item: &Item): u64 {
    item.number
}

public fun payer(item: &Item): u64 {
    item.payer
}

public fun payee(item: &Item): u64 {
    item.payee
}

public fun from_account(item: &Item): u32 {
    item.from_account
}

public fun to_account(item: &Item): u32 {
    item.to_account
}

public fun mode(item: &Item): u8 {
    item.mode
}

public fun priority(item: &Item): u8 {
    item.priority
}

public fun entered_ms(item: &Item): u64 {
    item.entered_ms
}

public fun return_of(item: &Item): u64 {
    item.return_of
}

public fun is_admitted(item: &Item): bool {
    item.admitted
}

/// In minor units.
public fun amount(item: &Item): u64 {
    item.money.value()
}
