/// Holders: persons and firms, known here only by a commitment of 32 bytes that their operators make. All wallets of one
/// holder, with whichever operators, share what was counted against limits.
///
/// The record lies at the commitment, read as an address.
module money::holder;

use money::calendar;
use std::ledger::Ledger;

#[error]
const EBadCommitment: vector<u8> = b"The commitment to a holder is 32 bytes, and not all zero.";

/// What a holder paid out to others, by unit.
public struct Holder has store {
    spending: vector<Spending>,
}

/// What was paid out in one unit, on its last such day and in its last such year. Days and years are those of the
/// unit's zone; the sums stop at the largest u64.
public struct Spending has copy, drop, store {
    unit: u32,
    /// Days since 1970.
    day: u64,
    paid_today: u64,
    year: u64,
    paid_year: u64,
}

/// The holder of a commitment, made if it is not known yet. Answers the holder's place.
public(package) fun register(ledger: &mut Ledger, commitment: vector<u8>): address {
    assert!(commitment.length() == 32, EBadCommitment);
    let holder = std::address::from_bytes(commitment);
    assert!(holder != @0x0, EBadCommitment);
    if (!ledger.exists<Holder>(holder)) ledger.publish(holder, Holder { spending: vector[] });
    holder
}

/// Counts a payment in a unit on a day. Answers what had been paid before it on that day and in that year.
public(package) fun count_payment(ledger: &mut Ledger, holder: address, unit: u32, day: u64, amount: u64): (u64, u64) {
    let spending = &mut ledger.borrow_mut<Holder>(holder).spending;
    let index = spending.find_index!(|entry| entry.unit == unit).destroy_or!({
        spending.push_back(Spending { unit, day, paid_today: 0, year: calendar::year_of(day), paid_year: 0 });
        spending.length() - 1
    });
    let entry = &mut spending[index];
    entry.turn_to(day);
    let before_today = entry.paid_today;
    let before_this_year = entry.paid_year;
    entry.paid_today = before_today.saturating_add(amount);
    entry.paid_year = before_this_year.saturating_add(amount);
    (before_today, before_this_year)
}

/// Whether a holder is known.
public fun exists(ledger: &Ledger, holder: address): bool {
    ledger.exists<Holder>(holder)
}

/// What a holder has paid out in a unit on a day, and in the year of that day.
public fun paid(ledger: &Ledger, holder: address, unit: u32, day: u64): (u64, u64) {
    let spending = &ledger.borrow<Holder>(holder).spending;
    let found = spending.find_index!(|entry| entry.unit == unit);
    if (found.is_none()) return (0, 0);
    let mut entry = spending[found.destroy_some()];
    entry.turn_to(day);
    (entry.paid_today, entry.paid_year)
}

// The year can change only when the day does, so that most payments compute none.
fun turn_to(entry: &mut Spending, day: u64) {
    if (entry.day == day) return;
    let year = calendar::year_of(day);
    if (entry.year != year) {
        entry.year = year;
        entry.paid_year = 0;
    };
    entry.day = day;
    entry.paid_today = 0;
}
