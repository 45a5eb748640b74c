/// How payments settle, one or hundreds at once: the payers' institutions redeem the money that was in clearing, what is left
/// after setting off moves in central-bank money, and the payees' institutions issue as much to the payees, all in one
/// transaction. What has settled is final: nothing here or elsewhere can unwind it.
module banking::clearing_settlement;

use banking::books::{Self, Posting};
use banking::cash_desk;
use banking::chart;
use banking::clearing_house;
use banking::clearing_queue::{Self, Item};
use banking::institution;
use banking::netting;
use money::money::{Self, Money};
use oversight::licence;
use std::event;
use std::ledger::Ledger;

/// The largest balance of a customer's account (see `money::customer_book`).
const MAX_BALANCE: u64 = 0x7FFF_FFFF_FFFF_FFFE;
/// How often payments are chosen anew because a licence has no room for some of those that can be paid.
const MAX_ROUNDS: u64 = 3;

/// A payment is final.
public struct PaymentSettled has copy, drop {
    house: address,
    number: u64,
    payer: address,
    from_account: u32,
    payee: address,
    to_account: u32,
    amount: u64,
    mode: u8,
    waited_ms: u64,
}

/// What one settlement did.
public struct Settlement has copy, drop {
    house: address,
    /// 1 gross, 2 net.
    mode: u8,
    payments: u64,
    /// What they came to, in minor units.
    value: u128,
    /// Central-bank money that moved, and what would have moved had only pairs been set off, in minor units.
    liquidity: u128,
    bilateral: u128,
}

/// Money that the clearing house pays in for participants that are short, in minor units by place.
public struct Support has drop {
    /// Out of what each had put up itself.
    put_up: vector<u64>,
    /// What it owes for now.
    owed: vector<u64>,
}

public(package) fun new_support(put_up: vector<u64>, owed: vector<u64>): Support {
    Support { put_up, owed }
}

/// Settles payments whose positions the participants can pay, `pot` being what the clearing house adds as `support` says.
public(package) fun settle(ledger: &mut Ledger, house: address, items: vector<Item>, mode: u8, mut pot: Money, support: &Support) {
    let now = ledger.time_ms();
    let count = clearing_house::participants(ledger, house).count();
    let obligations = items.map_ref!(|item| item.obligation());
    let chosen = obligations.map_ref!(|_| true);
    let (debits, credits) = netting::positions(&obligations, &chosen, count);
    let value = netting::total(&obligations, &chosen);
    let bilateral = netting::bilateral_total(&obligations, &chosen, count);
    let payments = items.length();
    let institutions = institutions(ledger, house);
    let mut outgoing = vector::tabulate!(count, |_| vector<Money>[]);
    let mut accounts = vector::tabulate!(count, |_| vector<u32>[]);
    let mut amounts = vector::tabulate!(count, |_| vector<u64>[]);
    items.do!(|item| {
        let (payer, payee, amount, waited_ms) = (item.payer(), item.payee(), item.amount(), now - item.entered_ms());
        let (number, from_account, to_account) = (item.number(), item.from_account(), item.to_account());
        accounts[payee].push_back(to_account);
        amounts[payee].push_back(amount);
        clearing_house::records_mut(ledger, house).add_settled(number, payer, payee, from_account, to_account, amount, now);
        clearing_house::measures_mut(ledger, house, mode).count_payment(amount, waited_ms);
        let (from, to) = (institutions[payer], institutions[payee]);
        event::emit(PaymentSettled { house, number, payer: from, from_account, payee: to, to_account, amount, mode, waited_ms });
        outgoing[payer].push_back(item.into_money());
    });
    // Those who pay come first, so that the pot has what the others get.
    let mut liquidity = 0u128;
    count.do!(|place| if (debits[place] > 0) {
        let own = debits[place] - support.put_up[place] - support.owed[place];
        liquidity = liquidity + (debits[place] as u128);
        let money = take_all(&mut outgoing[place]);
        pay(ledger, institutions[place], money, own, support.put_up[place], support.owed[place], &mut pot, accounts[place], amounts[place]);
    });
    count.do!(|place| if (debits[place] == 0) {
        let money = take_all(&mut outgoing[place]);
        get(ledger, institutions[place], money, credits[place], &mut pot, accounts[place], amounts[place]);
    });
    outgoing.destroy!(|empty| empty.destroy_empty());
    pot.destroy_zero();
    clearing_house::measures_mut(ledger, house, mode).count_liquidity(liquidity, bilateral);
    event::emit(Settlement { house, mode, payments, value, liquidity, bilateral });
}

/// The same with nothing from the clearing house.
public(package) fun settle_unsupported(ledger: &mut Ledger, house: address, items: vector<Item>, mode: u8) {
    let none = vector::tabulate!(clearing_house::participants(ledger, house).count(), |_| 0);
    let pot = money::zero(cash_desk::settlement(ledger, clearing_house::central_bank(ledger, house)));
    settle(ledger, house, items, mode, pot, &new_support(none, none));
}

/// Takes a payment out of its queue.
public(package) fun take_waiting(ledger: &mut Ledger, house: address, number: u64): Item {
    let item = clearing_house::queues_mut(ledger, house).take(number);
    let is_gross = item.mode() == clearing_queue::gross();
    clearing_house::participants_mut(ledger, house).end_waiting(item.payer(), is_gross, item.priority());
    item
}

/// Of payments in order of rank those that may settle: both institutions take part, the payee's account can take the money, and the
/// payee's institution could issue it, were it the only one.
public(package) fun eligible(ledger: &Ledger, house: address, ranked: vector<u64>): vector<u64> {
    let parts = parts(ledger, house);
    let queues = clearing_house::queues(ledger, house);
    let numbers = ranked.filter!(|number| {
        let item = queues.item(*number);
        parts[item.payer()] && parts[item.payee()]
    });
    let institutions = institutions(ledger, house);
    let incoming = incoming(ledger, house, &numbers);
    let rooms = rooms(ledger, &institutions, &incoming);
    numbers.filter!(|number| {
        let item = queues.item(*number);
        let payee = item.payee();
        (item.amount() as u128) <= rooms[payee] && takes(ledger, institutions[payee], item.to_account(), incoming[payee])
    })
}

/// Of payments in order of rank those that settle together, when `$choose` answers of any list of them which can be paid. Only what
/// can be paid takes room of the payee's licence: of that the first in order get their money, and the others wait.
public(package) macro fun settling_together(
    $ledger: &Ledger,
    $house: address,
    $ranked: vector<u64>,
    $choose: |&vector<u64>| -> vector<bool>,
): vector<u64> {
    let ledger = $ledger;
    let house = $house;
    let mut numbers = eligible(ledger, house, $ranked);
    let mut round = 1;
    loop {
        let settling = only(&numbers, &$choose(&numbers));
        let fits = within_rooms(ledger, house, &settling);
        if (fits.all!(|each| *each)) break settling;
        // Taking one away lets others be paid that were not. What is left after some rounds is taken in order, paid or not.
        numbers = if (round < max_rounds()) without(&numbers, &settling, &fits)
        else only(&numbers, &within_rooms(ledger, house, &numbers));
        round = round + 1;
    }
}

/// Whether the payee's institution still takes part, its account can take each payment, and it can issue that much: what cannot
/// is left out. Up to the limit of an institution's licence the first in order get their money, so that one large payment does not
/// hold up the rest.
public(package) fun receivable(ledger: &Ledger, house: address, numbers: &vector<u64>): vector<bool> {
    let parts = parts(ledger, house);
    let queues = clearing_house::queues(ledger, house);
    let institutions = institutions(ledger, house);
    let incoming = incoming(ledger, house, numbers);
    let mut rooms = rooms(ledger, &institutions, &incoming);
    numbers.map_ref!(|number| {
        let item = queues.item(*number);
        let (payee, amount) = (item.payee(), item.amount() as u128);
        let fits = parts[payee] && amount <= rooms[payee] && takes(ledger, institutions[payee], item.to_account(), incoming[payee]);
        if (fits) *(&mut rooms[payee]) = rooms[payee] - amount;
        fits
    })
}

/// Whether each payment is within what the licence of the payee's institution lets it issue, those before it counted.
public(package) fun within_rooms(ledger: &Ledger, house: address, numbers: &vector<u64>): vector<bool> {
    let queues = clearing_house::queues(ledger, house);
    let mut rooms = rooms(ledger, &institutions(ledger, house), &incoming(ledger, house, numbers));
    numbers.map_ref!(|number| {
        let item = queues.item(*number);
        let (payee, amount) = (item.payee(), item.amount() as u128);
        let fits = amount <= rooms[payee];
        if (fits) *(&mut rooms[payee]) = rooms[payee] - amount;
        fits
    })
}

/// The numbers that were chosen.
public(package) fun only(numbers: &vector<u64>, chosen: &vector<bool>): vector<u64> {
    let mut only = vector[];
    numbers.length().do!(|i| if (chosen[i]) only.push_back(numbers[i]));
    only
}

/// The numbers without those of a part of them, in the same order, that did not fit.
public(package) fun without(numbers: &vector<u64>, part: &vector<u64>, fits: &vector<bool>): vector<u64> {
    let mut next = 0;
    (*numbers).filter!(|number| {
        if (next == part.length() || part[next] != *number) true
        else {
            next = next + 1;
            fits[next - 1]
        }
    })
}

public(package) fun max_rounds(): u64 {
    MAX_ROUNDS
}

/// Whether a participant is active and its licence stands.
public(package) fun takes_part(ledger: &Ledger, house: address, place: u64): bool {
    let participants = clearing_house::participants(ledger, house);
    participants.is_active(place) && is_licensed(ledger, participants.institution(place))
}

/// Whether an account of an institution takes so much.
public(package) fun takes(ledger: &Ledger, at: address, account: u32, amount: u128): bool {
    let book = institution::customers(ledger, at);
    (account as u64) < book.accounts() && !book.is_closed(account) && (book.balance(account) as u128) + amount <= (MAX_BALANCE as u128)
}

/// Whether the licence that lets an institution act stands.
public(package) fun is_licensed(ledger: &Ledger, at: address): bool {
    licence::stands(ledger, at, institution::kind(ledger, at), institution::unit(ledger, at))
}

/// What each participant has in the account that clearing uses, by place; 0 for one that has not joined.
public(package) fun balances(ledger: &Ledger, house: address): vector<u64> {
    institutions(ledger, house).map!(|at| institution::settlement_balance(ledger, at))
}

/// The participants' addresses, by place.
public(package) fun institutions(ledger: &Ledger, house: address): vector<address> {
    let participants = clearing_house::participants(ledger, house);
    vector::tabulate!(participants.count(), |place| participants.institution(place))
}

/// Whether an institution's licence lets it issue so much more.
public(package) fun may_issue(ledger: &Ledger, at: address, amount: u128): bool {
    amount <= institution::room(ledger, at)
}

/// Whether each participant takes part, by place.
fun parts(ledger: &Ledger, house: address): vector<bool> {
    vector::tabulate!(clearing_house::participants(ledger, house).count(), |place| takes_part(ledger, house, place))
}

/// What payments would bring each participant's customers, by place, in minor units.
fun incoming(ledger: &Ledger, house: address, numbers: &vector<u64>): vector<u128> {
    let queues = clearing_house::queues(ledger, house);
    let mut incoming = vector::tabulate!(clearing_house::participants(ledger, house).count(), |_| 0u128);
    numbers.do_ref!(|number| {
        let item = queues.item(*number);
        *(&mut incoming[item.payee()]) = incoming[item.payee()] + (item.amount() as u128);
    });
    incoming
}

/// How much more each may issue that payments would bring something, by place, in minor units.
fun rooms(ledger: &Ledger, institutions: &vector<address>, incoming: &vector<u128>): vector<u128> {
    vector::tabulate!(institutions.length(), |place| if (incoming[place] == 0) 0 else institution::room(ledger, institutions[place]))
}

/// A participant that pays: what its customers sent is redeemed, what it owes goes into the pot, and what its customers get is issued.
fun pay(
    ledger: &mut Ledger,
    at: address,
    outgoing: vector<Money>,
    own: u64,
    put_up: u64,
    owed: u64,
    pot: &mut Money,
    accounts: vector<u32>,
    amounts: vector<u64>,
) {
    let mut posting = books::begin(at, b"Clearing".to_string());
    redeem_all(ledger, &mut posting, outgoing);
    if (own > 0) pot.join(institution::settlement_out(ledger, &mut posting, own));
    if (put_up > 0) posting.credit(chart::put_up_at_clearing_houses(), put_up);
    if (owed > 0) posting.credit(chart::owed_to_clearing_houses(), owed);
    if (!accounts.is_empty()) institution::issue_to_customers(ledger, &mut posting, accounts, amounts);
    institution::post(ledger, posting);
}

/// A participant that gets, or neither pays nor gets.
fun get(
    ledger: &mut Ledger,
    at: address,
    outgoing: vector<Money>,
    credit: u64,
    pot: &mut Money,
    accounts: vector<u32>,
    amounts: vector<u64>,
) {
    if (accounts.is_empty()) {
        // Whoever gets nothing and owes nothing has sent nothing.
        outgoing.destroy_empty();
        return
    };
    let mut posting = books::begin(at, b"Clearing".to_string());
    redeem_all(ledger, &mut posting, outgoing);
    if (credit > 0) institution::settlement_in(ledger, &mut posting, pot.split(credit));
    institution::issue_to_customers(ledger, &mut posting, accounts, amounts);
    institution::post(ledger, posting);
}

fun take_all(moneys: &mut vector<Money>): vector<Money> {
    let count = moneys.length();
    moneys.take_mut(count)
}

fun redeem_all(ledger: &mut Ledger, posting: &mut Posting, mut outgoing: vector<Money>) {
    if (outgoing.is_empty()) {
        outgoing.destroy_empty();
        return
    };
    let mut money = outgoing.pop_back();
    outgoing.destroy!(|other| money.join(other));
    institution::redeem(ledger, posting, money);
}
