/// Who bears what a participant that fails does not pay, in this order: its own collateral, its own share of the default
/// fund, the clearing house's own capital, and the shares of those that survive, each up to its share of the fund and in
/// proportion to it. What is then still open is not paid: payments are returned instead.
module banking::default_waterfall;

/// How a shortfall is borne, in minor units.
public struct Losses has copy, drop {
    collateral: u64,
    fund_share: u64,
    capital: u64,
    /// By participant; 0 for the one that fails.
    survivors: vector<u64>,
    uncovered: u64,
}

/// What each layer bears of a shortfall. `survivors` is the most that each participant can be asked for.
public(package) fun losses(shortfall: u64, collateral: u64, fund_share: u64, capital: u64, survivors: &vector<u64>): Losses {
    let from_collateral = shortfall.min(collateral);
    let mut open = shortfall - from_collateral;
    let from_fund = open.min(fund_share);
    open = open - from_fund;
    let from_capital = open.min(capital);
    open = open - from_capital;
    let shares = shares(open, survivors);
    shares.do_ref!(|share| open = open - *share);
    Losses { collateral: from_collateral, fund_share: from_fund, capital: from_capital, survivors: shares, uncovered: open }
}

/// All that stands behind one participant: the largest shortfall of it that is covered.
public(package) fun reach(collateral: u64, fund_share: u64, capital: u64, survivors: &vector<u64>): u128 {
    let mut total = (collateral as u128) + (fund_share as u128) + (capital as u128);
    survivors.do_ref!(|most| total = total + (*most as u128));
    total
}

/// How much is paid for each participant that fails, by place, of what it lacks (`wanted`): out of what it put up itself (`own`),
/// and out of what is `common`, of which `used` stays with whoever needs it. The rest goes to one after the other while it lasts;
/// whoever was `granted` something of it before and left some comes last. Nobody is granted less than it uses.
public(package) fun grants(
    wanted: &vector<u64>,
    own: &vector<u128>,
    common: u128,
    used: &vector<u64>,
    granted: &vector<u64>,
): vector<u64> {
    let mut left = common;
    let mut grants = vector::tabulate!(wanted.length(), |place| {
        let used = used[place] as u128;
        left = left - used.saturating_sub(own[place]);
        (wanted[place] as u128).min(own[place].max(used)) as u64
    });
    let left_some = vector::tabulate!(wanted.length(), |place| own[place].max(used[place] as u128) < (granted[place] as u128));
    vector[false, true].do!(|comes_last| wanted.length().do!(|place| if (left_some[place] == comes_last) {
        let more = ((wanted[place] - grants[place]) as u128).min(left);
        left = left - more;
        *(&mut grants[place]) = grants[place] + (more as u64);
    }));
    grants
}

/// Shares an amount out in proportion to what each can bear, rounded down; the units that rounding leaves are borne one each
/// in order. An amount above all of it takes all of it.
public(package) fun shares(amount: u64, most: &vector<u64>): vector<u64> {
    let mut total = 0u128;
    most.do_ref!(|each| total = total + (*each as u128));
    if ((amount as u128) >= total) return *most;
    let mut left = amount;
    let mut shares = most.map_ref!(|each| {
        let share = ((amount as u256) * (*each as u256) / (total as u256)) as u64;
        left = left - share;
        share
    });
    // Rounding leaves fewer units than there are shares, and each share that it cut can bear one more.
    let mut i = 0;
    while (left > 0) {
        if (shares[i] < most[i]) {
            *(&mut shares[i]) = shares[i] + 1;
            left = left - 1;
        };
        i = i + 1;
    };
    shares
}

public(package) fun collateral(losses: &Losses): u64 {
    losses.collateral
}

public(package) fun fund_share(losses: &Losses): u64 {
    losses.fund_share
}

public(package) fun capital(losses: &Losses): u64 {
    losses.capital
}

public(package) fun survivors(losses: &Losses): &vector<u64> {
    &losses.survivors
}

public(package) fun uncovered(losses: &Losses): u64 {
    losses.uncovered
}
