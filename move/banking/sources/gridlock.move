/// Gridlock: payments that wait for each other, none of which its payer can fund, though all of them together need less than
/// there is. Resolution finds what can be settled at once, in rounds of two steps: many-sided, the largest set that keeps
/// everybody's order (see `banking::netting`), then two-sided, where a pair sets off what both have waiting. A payment
/// that is set off in a pair may overtake others of its own priority, never more urgent ones.
module banking::gridlock;

use banking::netting::{Self, Obligation};

/// Rounds of one resolution: what they leave waits for the next.
const MAX_ROUNDS: u64 = 4;

/// Which of the waiting payments settle together, out of what each participant has in `funds`. `priorities` is for each
/// payment, in order of rank; a smaller number is more urgent.
public(package) fun resolve(obligations: &vector<Obligation>, priorities: &vector<u8>, funds: vector<u64>): vector<bool> {
    let count = obligations.length();
    let mut funds = funds;
    let mut settled = vector::tabulate!(count, |_| false);
    let mut round = 0;
    while (round < MAX_ROUNDS) {
        let waiting = settled.map_ref!(|done| !*done);
        let together = netting::largest_set(obligations, &waiting, &funds, &vector[]);
        settle(obligations, &together, &mut funds, &mut settled);
        if (!offset_pairs(obligations, priorities, &mut funds, &mut settled)) break;
        round = round + 1;
    };
    settled
}

/// Sets off pairs one after the other; answers whether anything was settled.
fun offset_pairs(obligations: &vector<Obligation>, priorities: &vector<u8>, funds: &mut vector<u64>, settled: &mut vector<bool>): bool {
    let participants = funds.length();
    let between = urgent_pairs(obligations, priorities, settled, participants);
    let mut any = false;
    participants.do!(|i| i.do!(|j| {
        let one = &between[i * participants + j];
        let other = &between[j * participants + i];
        if (!one.is_empty() && !other.is_empty()) {
            let mut places = *one;
            places.append(*other);
            places.merge_sort_by!(|left, right| *left <= *right);
            // Both sides in their order, and nobody else.
            let pair = places.map_ref!(|place| obligations[*place]);
            let all = pair.map_ref!(|_| true);
            let chosen = netting::largest_set(&pair, &all, funds, &vector[]);
            if (chosen.any!(|is_chosen| *is_chosen)) {
                settle_pair(&pair, &chosen, &places, funds, settled);
                any = true;
            }
        }
    }));
    any
}

/// For each pair, at payer × participants + payee, the places of what waits between them in the payer's most urgent priority.
fun urgent_pairs(obligations: &vector<Obligation>, priorities: &vector<u8>, settled: &vector<bool>, participants: u64): vector<vector<u64>> {
    let mut between = vector::tabulate!(participants * participants, |_| vector<u64>[]);
    // One more than the priority of each payer's first payment that waits; 0 before it is met.
    let mut urgent = vector::tabulate!(participants, |_| 0u8);
    obligations.length().do!(|place| if (!settled[place]) {
        let payer = obligations[place].payer();
        if (urgent[payer] == 0) *(&mut urgent[payer]) = priorities[place] + 1;
        if (urgent[payer] == priorities[place] + 1) between[payer * participants + obligations[place].payee()].push_back(place);
    });
    between
}

fun settle(obligations: &vector<Obligation>, chosen: &vector<bool>, funds: &mut vector<u64>, settled: &mut vector<bool>) {
    change_funds(obligations, chosen, funds);
    chosen.length().do!(|place| if (chosen[place]) *(&mut settled[place]) = true);
}

fun settle_pair(pair: &vector<Obligation>, chosen: &vector<bool>, places: &vector<u64>, funds: &mut vector<u64>, settled: &mut vector<bool>) {
    change_funds(pair, chosen, funds);
    chosen.length().do!(|i| if (chosen[i]) *(&mut settled[places[i]]) = true);
}

/// No sum of funds can pass 2^64 while all are settlement money of one central bank, which counts less than that in one account.
fun change_funds(obligations: &vector<Obligation>, chosen: &vector<bool>, funds: &mut vector<u64>) {
    let (debits, credits) = netting::positions(obligations, chosen, funds.length());
    funds.length().do!(|i| *(&mut funds[i]) = funds[i] - debits[i] + credits[i]);
}
