/// Deferred net settlement. Payments enter a cycle and can be revoked until it is closed. Closing admits what the caps allow
/// and fixes what each participant has to pay or gets; participants then provide the funds, and the cycle settles, all of it
/// in one transaction. A participant that is still short after the time of grace has failed: the waterfall pays for it, and
/// what even that does not cover is returned.
module banking::clearing_cycle;

use banking::books;
use banking::cash_desk;
use banking::chart;
use banking::clearing_funds;
use banking::clearing_house;
use banking::clearing_membership;
use banking::clearing_queue::{Self, Item};
use banking::clearing_returns;
use banking::clearing_settlement;
use banking::default_waterfall::{Self, Losses};
use banking::institution;
use banking::netting::{Self, Obligation};
use money::money::{Self, Money};
use std::event;
use std::ledger::Ledger;

#[error]
const ENothingAdmitted: vector<u8> = b"Nothing that waits can enter the cycle within the caps.";
#[error]
const ECycleOpen: vector<u8> = b"The cycle is not closed.";
#[error]
const EFundsMissing: vector<u8> = b"A participant is short, and the time to provide funds has not passed.";
#[error]
const ELossUncovered: vector<u8> = b"What stands behind a participant is less than what was to be settled for it.";

/// How often what one failure leaves is set apart for the next.
const MAX_ROUNDS: u64 = 4;

/// What each participant has to pay or gets, by place, in minor units.
public struct CycleClosed has copy, drop {
    house: address,
    cycle: u64,
    payments: u64,
    value: u128,
    debits: vector<u64>,
    credits: vector<u64>,
}

public struct CycleSettled has copy, drop {
    house: address,
    cycle: u64,
    payments: u64,
    /// Those that went back to the queue or to their payers.
    left_out: u64,
}

/// A participant did not pay what it owed, and who bore it, in minor units.
public struct ParticipantFailed has copy, drop {
    house: address,
    institution: address,
    cycle: u64,
    collateral: u64,
    fund_share: u64,
    capital: u64,
    /// By place.
    survivors: vector<u64>,
}

/// Closes the cycle: admits what is within all caps, the more urgent first.
public(package) entry fun close(ledger: &mut Ledger, house: &signer) {
    let at = clearing_house::check(ledger, house);
    clearing_house::check_open(ledger, at);
    let ranked = clearing_house::queues(ledger, at).ranked(clearing_queue::net());
    let admitted = clearing_settlement::settling_together!(ledger, at, ranked, |numbers| {
        let caps = clearing_house::participants(ledger, at).caps();
        let queues = clearing_house::queues(ledger, at);
        let obligations = numbers.map_ref!(|number| queues.item(*number).obligation());
        let limits = clearing_membership::pair_limits_among(ledger, at, &obligations);
        let within = netting::within_limits(&obligations, &obligations.map_ref!(|_| true), caps.length(), &limits);
        netting::largest_set(&obligations, &within, &caps, &limits)
    });
    assert!(!admitted.is_empty(), ENothingAdmitted);
    let queues = clearing_house::queues(ledger, at);
    let obligations = admitted.map_ref!(|number| queues.item(*number).obligation());
    let all = obligations.map_ref!(|_| true);
    let (debits, credits) = netting::positions(&obligations, &all, clearing_house::participants(ledger, at).count());
    let value = netting::total(&obligations, &all);
    clearing_house::queues_mut(ledger, at).admit(&admitted);
    let (cycle, _) = clearing_house::cycle(ledger, at);
    event::emit(CycleClosed { house: at, cycle, payments: admitted.length(), value, debits, credits });
    clearing_house::close_cycle(ledger, at, admitted);
}

/// Settles the closed cycle. Anybody may ask for it, so that no cycle stays closed for want of a signature. What was to go to an
/// institution that failed or lost its licence since the close goes back to its payers: nothing more enters such an institution.
public(package) entry fun settle(ledger: &mut Ledger, house: address) {
    let (cycle, is_closed) = clearing_house::cycle(ledger, house);
    assert!(is_closed, ECycleOpen);
    let numbers = clearing_house::admitted(ledger, house);
    let queues = clearing_house::queues(ledger, house);
    let obligations = numbers.map_ref!(|number| queues.item(*number).obligation());
    let receivable = clearing_settlement::receivable(ledger, house, &numbers);
    let balances = clearing_settlement::balances(ledger, house);
    let count = balances.length();
    let (announced, _) = netting::positions(&obligations, &obligations.map_ref!(|_| true), count);
    let (debits, _) = netting::positions(&obligations, &receivable, count);
    // Whoever owes more than it was told because others' accounts cannot take their payments has not failed: less settles.
    let short = vector::tabulate!(count, |place| debits[place] > balances[place] && announced[place] > balances[place]);
    check_grace(ledger, house, &short);
    count.do!(|place| if (short[place]) clearing_house::participants_mut(ledger, house).set_failed(place));
    // The clearing house stands in for what was announced alone: caps bound that, and nothing bounds what a participant comes to
    // owe by letting its own accounts take nothing in.
    let wanted = vector::tabulate!(count, |place| {
        if (short[place]) debits[place].min(announced[place]).saturating_sub(balances[place]) else 0
    });
    let chosen = choose(ledger, house, &obligations, &receivable, &balances, &wanted);
    let (debits, _) = netting::positions(&obligations, &chosen, count);
    let mut items = vector[];
    let mut left = vector[];
    numbers.length().do!(|i| {
        let item = clearing_house::queues_mut(ledger, house).take(numbers[i]);
        if (chosen[i]) {
            count_settled(ledger, house, &item);
            items.push_back(item)
        } else left.push_back(item);
    });
    let (pot, support) = pay_losses(ledger, house, cycle, &debits, &balances);
    tell_others_failed(ledger, house, cycle, &short, &debits, &balances);
    let (payments, left_out) = (items.length(), left.length());
    clearing_settlement::settle(ledger, house, items, clearing_queue::net(), pot, &support);
    clearing_house::end_cycle(ledger, house);
    left.destroy!(|item| clearing_returns::leave_out(ledger, house, item));
    event::emit(CycleSettled { house, cycle, payments, left_out });
}

/// What settles with what participants have and what is paid for those that are short. Payments are whole, so that one failure can
/// leave of what was set apart for it: that is set apart for the next, until nothing more settles by it.
fun choose(
    ledger: &Ledger,
    house: address,
    obligations: &vector<Obligation>,
    receivable: &vector<bool>,
    balances: &vector<u64>,
    wanted: &vector<u64>,
): vector<bool> {
    let count = balances.length();
    let participants = clearing_house::participants(ledger, house);
    let own = vector::tabulate!(count, |place| (participants.collateral(place) as u128) + (participants.fund_share(place) as u128));
    let mut common = participants.capital() as u128;
    participants.fund_shares().do!(|share| common = common + (share as u128));
    let none = wanted.map_ref!(|_| 0);
    let mut granted = default_waterfall::grants(wanted, &own, common, &none, &none);
    let mut chosen = netting::largest_set(obligations, receivable, &plus(balances, &granted), &vector[]);
    let mut round = 1;
    while (round < MAX_ROUNDS) {
        let (debits, _) = netting::positions(obligations, &chosen, count);
        let used = vector::tabulate!(count, |place| debits[place].saturating_sub(balances[place]));
        let next = default_waterfall::grants(wanted, &own, common, &used, &granted);
        let is_more = vector::tabulate!(count, |place| next[place] > granted[place]);
        if (!is_more.any!(|each| *each)) break;
        granted = next;
        // Nobody has less than it used, so that what was chosen still is.
        chosen = netting::largest_set(obligations, receivable, &plus(balances, &granted), &vector[]);
        round = round + 1;
    };
    chosen
}

fun plus(amounts: &vector<u64>, more: &vector<u64>): vector<u64> {
    vector::tabulate!(amounts.length(), |i| amounts[i] + more[i])
}

/// Who is short has failed already, or has had the time to pay.
fun check_grace(ledger: &Ledger, house: address, short: &vector<bool>) {
    let participants = clearing_house::participants(ledger, house);
    let ends_ms = clearing_house::closed_at_ms(ledger, house).destroy_some() + clearing_house::grace_ms(ledger, house);
    let has_passed = ledger.time_ms() >= ends_ms;
    short.length().do!(|place| if (short[place]) {
        let is_over = has_passed || participants.has_failed(place) || !clearing_settlement::is_licensed(ledger, participants.institution(place));
        assert!(is_over, EFundsMissing);
    });
}

/// Takes what the clearing house pays for those that are short out of what was put up, layer by layer.
fun pay_losses(
    ledger: &mut Ledger,
    house: address,
    cycle: u64,
    debits: &vector<u64>,
    balances: &vector<u64>,
): (Money, clearing_settlement::Support) {
    let count = debits.length();
    let mut pot = money::zero(cash_desk::settlement(ledger, clearing_house::central_bank(ledger, house)));
    let mut put_up = vector::tabulate!(count, |_| 0);
    let mut owed = vector::tabulate!(count, |_| 0);
    count.do!(|place| if (debits[place] > balances[place]) {
        let shortfall = debits[place] - balances[place];
        let participants = clearing_house::participants(ledger, house);
        let (collateral, fund_share) = (participants.collateral(place), participants.fund_share(place));
        let losses = default_waterfall::losses(shortfall, collateral, fund_share, participants.capital(), &participants.fund_shares());
        assert!(losses.uncovered() == 0, ELossUncovered);
        *(&mut put_up[place]) = losses.collateral() + losses.fund_share();
        *(&mut owed[place]) = shortfall - put_up[place];
        pot.join(bear(ledger, house, cycle, place, shortfall, &losses));
    });
    (pot, clearing_settlement::new_support(put_up, owed))
}

/// Tells of those that have failed and for which nothing could be paid.
fun tell_others_failed(ledger: &Ledger, house: address, cycle: u64, short: &vector<bool>, debits: &vector<u64>, balances: &vector<u64>) {
    let participants = clearing_house::participants(ledger, house);
    let survivors = debits.map_ref!(|_| 0);
    debits.length().do!(|place| if (short[place] && debits[place] <= balances[place]) {
        let institution = participants.institution(place);
        event::emit(ParticipantFailed { house, institution, cycle, collateral: 0, fund_share: 0, capital: 0, survivors });
    });
}

/// Books one failure's losses and takes the money.
fun bear(ledger: &mut Ledger, house: address, cycle: u64, place: u64, shortfall: u64, losses: &Losses): Money {
    let institution = clearing_house::participants(ledger, house).institution(place);
    let mut posting = books::begin(house, b"Paid for a participant that failed".to_string());
    let (collateral, fund_share, capital, survivors) = (losses.collateral(), losses.fund_share(), losses.capital(), *losses.survivors());
    let from_survivors = shortfall - collateral - fund_share - capital;
    if (collateral > 0) posting.debit(chart::participants_collateral(), collateral);
    if (fund_share + from_survivors > 0) posting.debit(chart::default_fund(), fund_share + from_survivors);
    if (capital > 0) posting.debit(chart::claims_on_participants(), capital);
    let money = clearing_funds::house_out(ledger, &mut posting, house, shortfall);
    clearing_house::post(ledger, house, posting);
    let participants = clearing_house::participants_mut(ledger, house);
    participants.subtract_collateral(place, collateral);
    participants.subtract_fund_share(place, fund_share);
    participants.subtract_capital(capital);
    survivors.length().do!(|survivor| if (survivors[survivor] > 0) participants.subtract_fund_share(survivor, survivors[survivor]));
    participants.add_owed(place, capital, survivors);
    survivors.length().do!(|survivor| if (survivors[survivor] > 0) {
        let at = clearing_house::participants(ledger, house).institution(survivor);
        let mut loss = books::begin(at, b"Share of a clearing house's loss".to_string());
        loss.debit(chart::loss_expense(), survivors[survivor]);
        loss.credit(chart::put_up_at_clearing_houses(), survivors[survivor]);
        institution::post(ledger, loss);
    });
    event::emit(ParticipantFailed { house, institution, cycle, collateral, fund_share, capital, survivors });
    money
}

fun count_settled(ledger: &mut Ledger, house: address, item: &Item) {
    clearing_house::participants_mut(ledger, house).end_waiting(item.payer(), false, item.priority());
}
