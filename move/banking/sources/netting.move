/// Which of the payments that wait can be settled together, and what is left to pay once they are set off against each other.
///
/// The choice is the one of M. L. Bech and K. Soramäki, "Gridlock resolution in interbank payment systems" (Bank of Finland
/// Discussion Papers 9/2001): begin with everything that waits, and for as long as a participant cannot pay what it owes net,
/// take away the last of its own payments. A set that keeps every participant's order and can be paid never has a payment
/// that is taken away, so what remains is the largest such set, and there is only one. Without the order the problem is a
/// hard one (M. M. Güntzer, D. Jungnickel and M. Leclerc, "Efficient algorithms for the clearing of interbank payments",
/// European Journal of Operational Research 106, 1998).
///
/// Nothing here touches the ledger. Participants are numbers from 0; a list of payments is in order of rank, the most
/// urgent first. The work is bounded by the payments times the limits of one payer.
module banking::netting;

/// A payment that waits.
public struct Obligation has copy, drop {
    payer: u64,
    payee: u64,
    amount: u64,
}

/// The most that one participant may owe another net.
public struct PairLimit has copy, drop, store {
    payer: u64,
    payee: u64,
    amount: u64,
}

/// What both sides of a pair have in the set.
public struct PairSums has drop {
    owed: u128,
    owing: u128,
}

public(package) fun new_obligation(payer: u64, payee: u64, amount: u64): Obligation {
    Obligation { payer, payee, amount }
}

public(package) fun new_pair_limit(payer: u64, payee: u64, amount: u64): PairLimit {
    PairLimit { payer, payee, amount }
}

public(package) fun payer(obligation: &Obligation): u64 {
    obligation.payer
}

public(package) fun payee(obligation: &Obligation): u64 {
    obligation.payee
}

public(package) fun amount(obligation: &Obligation): u64 {
    obligation.amount
}

public(package) fun limit_payer(limit: &PairLimit): u64 {
    limit.payer
}

public(package) fun limit_payee(limit: &PairLimit): u64 {
    limit.payee
}

public(package) fun limit_amount(limit: &PairLimit): u64 {
    limit.amount
}

/// The largest set in which nobody owes more, net, than its entry in `funds`, no pair owes more than its limit, and each
/// participant's payments are settled in their order: whether each payment is in it. `among` says which are considered at all.
public(package) fun largest_set(
    obligations: &vector<Obligation>,
    among: &vector<bool>,
    funds: &vector<u64>,
    limits: &vector<PairLimit>,
): vector<bool> {
    let mut chosen = *among;
    let count = funds.length();
    let mut paying = vector::tabulate!(count, |_| 0u128);
    let mut receiving = vector::tabulate!(count, |_| 0u128);
    let mut own = vector::tabulate!(count, |_| vector<u64>[]);
    let pair_of = pairs(limits, count);
    let mut sums = limits.map_ref!(|_| PairSums { owed: 0, owing: 0 });
    let limits_of = by_payer(limits, count);
    obligations.length().do!(|i| if (chosen[i]) {
        let Obligation { payer, payee, amount } = obligations[i];
        let value = amount as u128;
        *(&mut paying[payer]) = paying[payer] + value;
        *(&mut receiving[payee]) = receiving[payee] + value;
        own[payer].push_back(i);
        add(&mut sums, &pair_of, count, payer, payee, value);
    });
    // Whoever may have become unable to pay; a payment taken away may add one.
    let mut doubtful = vector::tabulate!(count, |i| i);
    while (!doubtful.is_empty()) {
        let payer = doubtful.pop_back();
        while (
            paying[payer] > receiving[payer] + (funds[payer] as u128)
                || limits_of[payer].any!(|k| sums[*k].owed > sums[*k].owing + (limits[*k].amount as u128))
        ) {
            let last = own[payer].pop_back();
            let Obligation { payer: _, payee, amount } = obligations[last];
            let value = amount as u128;
            *(&mut chosen[last]) = false;
            *(&mut paying[payer]) = paying[payer] - value;
            *(&mut receiving[payee]) = receiving[payee] - value;
            subtract(&mut sums, &pair_of, count, payer, payee, value);
            doubtful.push_back(payee);
        }
    };
    chosen
}

/// The payments that pairs' limits leave: those that break one are held back, the last first, without holding up what their
/// payer owes others.
public(package) fun within_limits(
    obligations: &vector<Obligation>,
    among: &vector<bool>,
    participants: u64,
    limits: &vector<PairLimit>,
): vector<bool> {
    let mut chosen = *among;
    if (limits.is_empty()) return chosen;
    let pair_of = pairs(limits, participants);
    let mut sums = limits.map_ref!(|_| PairSums { owed: 0, owing: 0 });
    let mut own = limits.map_ref!(|_| vector<u64>[]);
    obligations.length().do!(|i| if (chosen[i]) {
        let Obligation { payer, payee, amount } = obligations[i];
        add(&mut sums, &pair_of, participants, payer, payee, amount as u128);
        let k = pair_of[payer * participants + payee];
        if (k > 0) own[k - 1].push_back(i);
    });
    let mut doubtful = vector::tabulate!(limits.length(), |k| k);
    while (!doubtful.is_empty()) {
        let k = doubtful.pop_back();
        while (sums[k].owed > sums[k].owing + (limits[k].amount as u128)) {
            let last = own[k].pop_back();
            let Obligation { payer, payee, amount } = obligations[last];
            *(&mut chosen[last]) = false;
            subtract(&mut sums, &pair_of, participants, payer, payee, amount as u128);
            let reverse = pair_of[payee * participants + payer];
            if (reverse > 0) doubtful.push_back(reverse - 1);
        }
    };
    chosen
}

/// What each participant has to pay and what it gets once the chosen payments are set off against each other: of the two at
/// least one is zero. What is paid is as much as is got. Aborts if a net amount is 2^64 or more.
public(package) fun positions(obligations: &vector<Obligation>, chosen: &vector<bool>, participants: u64): (vector<u64>, vector<u64>) {
    let mut paying = vector::tabulate!(participants, |_| 0u128);
    let mut receiving = vector::tabulate!(participants, |_| 0u128);
    obligations.length().do!(|i| if (chosen[i]) {
        let Obligation { payer, payee, amount } = obligations[i];
        *(&mut paying[payer]) = paying[payer] + (amount as u128);
        *(&mut receiving[payee]) = receiving[payee] + (amount as u128);
    });
    let debits = vector::tabulate!(participants, |i| if (paying[i] > receiving[i]) (paying[i] - receiving[i]) as u64 else 0);
    let credits = vector::tabulate!(participants, |i| if (receiving[i] > paying[i]) (receiving[i] - paying[i]) as u64 else 0);
    (debits, credits)
}

/// What the pairs would pay if each set off only its own two sides: the sum over pairs of what is left to pay between them.
public(package) fun bilateral_total(obligations: &vector<Obligation>, chosen: &vector<bool>, participants: u64): u128 {
    let mut owed = vector::tabulate!(participants * participants, |_| 0u128);
    obligations.length().do!(|i| if (chosen[i]) {
        let Obligation { payer, payee, amount } = obligations[i];
        let k = payer * participants + payee;
        *(&mut owed[k]) = owed[k] + (amount as u128);
    });
    let mut total = 0;
    participants.do!(|i| i.do!(|j| {
        total = total + owed[i * participants + j].diff(owed[j * participants + i]);
    }));
    total
}

/// The sum of the chosen amounts.
public(package) fun total(obligations: &vector<Obligation>, chosen: &vector<bool>): u128 {
    let mut total = 0u128;
    obligations.length().do!(|i| if (chosen[i]) total = total + (obligations[i].amount as u128));
    total
}

/// For each pair, at payer × participants + payee, one more than the place of its limit; 0 if it has none.
fun pairs(limits: &vector<PairLimit>, participants: u64): vector<u64> {
    if (limits.is_empty()) return vector[];
    let mut pair_of = vector::tabulate!(participants * participants, |_| 0);
    limits.length().do!(|k| *(&mut pair_of[limits[k].payer * participants + limits[k].payee]) = k + 1);
    pair_of
}

fun by_payer(limits: &vector<PairLimit>, participants: u64): vector<vector<u64>> {
    let mut limits_of = vector::tabulate!(participants, |_| vector<u64>[]);
    limits.length().do!(|k| limits_of[limits[k].payer].push_back(k));
    limits_of
}

fun add(sums: &mut vector<PairSums>, pair_of: &vector<u64>, participants: u64, payer: u64, payee: u64, value: u128) {
    if (pair_of.is_empty()) return;
    let forward = pair_of[payer * participants + payee];
    if (forward > 0) sums[forward - 1].owed = sums[forward - 1].owed + value;
    let reverse = pair_of[payee * participants + payer];
    if (reverse > 0) sums[reverse - 1].owing = sums[reverse - 1].owing + value;
}

fun subtract(sums: &mut vector<PairSums>, pair_of: &vector<u64>, participants: u64, payer: u64, payee: u64, value: u128) {
    if (pair_of.is_empty()) return;
    let forward = pair_of[payer * participants + payee];
    if (forward > 0) sums[forward - 1].owed = sums[forward - 1].owed - value;
    let reverse = pair_of[payee * participants + payer];
    if (reverse > 0) sums[reverse - 1].owing = sums[reverse - 1].owing - value;
}
