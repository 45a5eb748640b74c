/// How a central bank changes its policy: the limits of wallets in its digital cash, its parameters of monetary policy, what banks
/// may take in in notes before a count, and the delay before such changes. Each is proposed, stands for the delay so that
/// everybody can see it coming, and is then executed. Only a value that was never set is set at once, by `banking::central_bank`
/// and `banking::notes`; a limit of notes is lowered at once too, since it stands between a bank's word and the public's notes.
module banking::policy_change;

use banking::cash_desk;
use banking::central_bank;
use banking::monetary_policy;
use banking::notes;
use money::policy;
use oversight::governed;
use std::ledger::Ledger;

#[error]
const EMustBeProposed: vector<u8> = b"Values that were set stand under the delay of seven days: a shorter one is proposed.";

/// What is proposed.
public enum Change has copy, drop, store {
    /// The delay before changes, in milliseconds.
    Delay { delay_ms: u64 },
    /// What wallets of a tier may hold and pay in digital cash, in minor units; absent means without limit.
    Tier { tier: u8, balance: Option<u64>, single: Option<u64>, daily: Option<u64>, yearly: Option<u64> },
    /// A parameter by its number in `banking::monetary_policy`.
    Parameter { parameter: u8, value: u64 },
    /// What a bank may take in in notes before the central bank counts them, in minor units.
    NotesLimit { bank: address, limit: u64 },
}

/// Sets the delay for the first time; until then it is seven days, and once a tier or a parameter is set it can only be longer.
public(package) entry fun set_first_delay(ledger: &mut Ledger, central_bank: &signer, delay_ms: u64) {
    let at = central_bank::check_central_bank(ledger, central_bank);
    let before_ms = governed::delay_ms<Change>(ledger, at);
    governed::set_first_delay<Change>(ledger, internal::permit(), at, delay_ms);
    let is_policy_set = policy::exists(ledger, cash_desk::cash(ledger, at)) || monetary_policy::is_set(ledger, at);
    assert!(delay_ms >= before_ms || !is_policy_set, EMustBeProposed);
}

/// Proposes another delay. Proposals that stand keep their times.
public(package) entry fun propose_delay(ledger: &mut Ledger, central_bank: &signer, delay_ms: u64, earliest_ms: u64) {
    governed::check_delay(delay_ms);
    propose(ledger, central_bank, Change::Delay { delay_ms }, earliest_ms);
}

/// Proposes what wallets of a tier may hold and pay in digital cash, from a time on in milliseconds since 1970.
public(package) entry fun propose_tier(
    ledger: &mut Ledger,
    central_bank: &signer,
    tier: u8,
    balance: Option<u64>,
    single: Option<u64>,
    daily: Option<u64>,
    yearly: Option<u64>,
    earliest_ms: u64,
) {
    policy::check_tier(tier);
    propose(ledger, central_bank, Change::Tier { tier, balance, single, daily, yearly }, earliest_ms);
}

/// Proposes a value of a parameter of monetary policy.
public(package) entry fun propose_parameter(
    ledger: &mut Ledger,
    central_bank: &signer,
    parameter: u8,
    value: u64,
    earliest_ms: u64,
) {
    monetary_policy::check(parameter, value);
    propose(ledger, central_bank, Change::Parameter { parameter, value }, earliest_ms);
}

/// Proposes what a bank may take in in notes before the central bank counts them, in minor units.
public(package) entry fun propose_notes_limit(
    ledger: &mut Ledger,
    central_bank: &signer,
    bank: address,
    limit: u64,
    earliest_ms: u64,
) {
    central_bank::check_central_bank(ledger, central_bank);
    notes::check_central_bank(ledger, central_bank, bank);
    propose(ledger, central_bank, Change::NotesLimit { bank, limit }, earliest_ms);
}

/// Makes a proposed change whose time has come.
public(package) entry fun execute(ledger: &mut Ledger, central_bank: &signer, number: u64) {
    let at = central_bank::check_central_bank(ledger, central_bank);
    match (governed::execute<Change>(ledger, internal::permit(), at, number)) {
        Change::Delay { delay_ms } => governed::set_delay<Change>(ledger, internal::permit(), at, delay_ms),
        Change::Tier { tier, balance, single, daily, yearly } => {
            central_bank::change_tier(ledger, central_bank, tier, balance, single, daily, yearly)
        },
        Change::Parameter { parameter, value } => monetary_policy::set(ledger, at, parameter, value),
        Change::NotesLimit { bank, limit } => notes::change_limit(ledger, central_bank, bank, limit),
    }
}

/// Takes a proposal back.
public(package) entry fun cancel(ledger: &mut Ledger, central_bank: &signer, number: u64) {
    let at = central_bank::check_central_bank(ledger, central_bank);
    governed::cancel<Change>(ledger, internal::permit(), at, number);
}

fun propose(ledger: &mut Ledger, central_bank: &signer, change: Change, earliest_ms: u64) {
    let at = central_bank::check_central_bank(ledger, central_bank);
    governed::propose(ledger, internal::permit(), at, change, earliest_ms);
}
