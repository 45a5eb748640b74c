/// What would become of a payment, without making it and without aborting: for those who pay later, on a signature given
/// before, and must go on when a payment is refused.
module money::payment_check;

use money::calendar;
use money::holder;
use money::instrument;
use money::policy;
use money::wallet;
use std::ledger::Ledger;

// Why a payment would be refused; the first that applies. The numbers are permanent.
const ALLOWED: u8 = 0;
const ZERO_AMOUNT: u8 = 1;
const SAME_WALLET: u8 = 2;
const NO_PAYER: u8 = 3;
const NO_PAYEE: u8 = 4;
const UNDEFINED_TIER: u8 = 5;
const BALANCE_LIMIT: u8 = 6;
const SINGLE_LIMIT: u8 = 7;
const DAILY_LIMIT: u8 = 8;
const YEARLY_LIMIT: u8 = 9;
const INSUFFICIENT_MONEY: u8 = 10;
const NO_ROOM: u8 = 11;
const PAYER_FROZEN: u8 = 12;

const MAX_U64: u64 = 0xFFFF_FFFF_FFFF_FFFF;

/// Why `wallet::pay` would refuse a payment, or 0.
public fun refusal(ledger: &Ledger, from: address, to: address, instrument: u32, amount: u64): u8 {
    if (amount == 0) return ZERO_AMOUNT;
    if (from == to) return SAME_WALLET;
    if (!wallet::is_open(ledger, from)) return NO_PAYER;
    if (wallet::is_frozen(ledger, from) && instrument::kind(ledger, instrument) != instrument::issuerless()) return PAYER_FROZEN;
    if (!wallet::is_open(ledger, to)) return NO_PAYEE;
    if (policy::exists(ledger, instrument)) {
        let limited = refusal_by_policy(ledger, from, to, instrument, amount);
        if (limited != ALLOWED) return limited;
    };
    if (wallet::balance(ledger, from, instrument) < amount) return INSUFFICIENT_MONEY;
    if (!wallet::has_room(ledger, to, instrument, amount)) return NO_ROOM;
    ALLOWED
}

/// Whether a wallet can receive so much more of an instrument, within its tier's balance.
public fun takes(ledger: &Ledger, owner: address, instrument: u32, amount: u64): bool {
    takes_back(ledger, owner, instrument, amount) && fits_balance(ledger, owner, instrument, amount)
}

/// How much more of an instrument a wallet can receive, within its tier's balance, in minor units; 0 where there is no wallet.
public fun room(ledger: &Ledger, owner: address, instrument: u32): u64 {
    if (!takes_back(ledger, owner, instrument, 1)) return 0;
    let held = wallet::balance(ledger, owner, instrument);
    let most = MAX_U64 - held;
    if (!policy::exists(ledger, instrument)) return most;
    let policy = policy::borrow(ledger, instrument);
    let tier = wallet::tier(ledger, owner);
    if (!policy.names(tier)) return 0;
    let balance = policy.limits(tier).balance();
    if (balance.is_none()) most else most.min((*balance.borrow()).saturating_sub(held))
}

/// Whether a wallet can take money back that it paid out. That is no receipt, and no balance of a tier stands against it.
public fun takes_back(ledger: &Ledger, owner: address, instrument: u32, amount: u64): bool {
    wallet::is_open(ledger, owner) && wallet::has_room(ledger, owner, instrument, amount)
}

fun fits_balance(ledger: &Ledger, owner: address, instrument: u32, amount: u64): bool {
    if (!policy::exists(ledger, instrument)) return true;
    let policy = policy::borrow(ledger, instrument);
    let tier = wallet::tier(ledger, owner);
    policy.names(tier) && wallet::fits(policy.limits(tier).balance(), wallet::balance(ledger, owner, instrument), amount)
}

fun refusal_by_policy(ledger: &Ledger, from: address, to: address, instrument: u32, amount: u64): u8 {
    let policy = policy::borrow(ledger, instrument);
    let tier = wallet::tier(ledger, from);
    if (!policy.names(tier) || !policy.names(wallet::tier(ledger, to))) return UNDEFINED_TIER;
    if (!fits_balance(ledger, to, instrument, amount)) return BALANCE_LIMIT;
    let limits = policy.limits(tier);
    if (!wallet::fits(limits.single(), 0, amount)) return SINGLE_LIMIT;
    let holder = wallet::holder(ledger, from);
    if (holder == wallet::holder(ledger, to)) return ALLOWED;
    let today = calendar::today(ledger, &policy.zone());
    let (paid_today, paid_this_year) = holder::paid(ledger, holder, policy.unit(), today);
    if (!wallet::fits(limits.daily(), paid_today, amount)) return DAILY_LIMIT;
    if (!wallet::fits(limits.yearly(), paid_this_year, amount)) return YEARLY_LIMIT;
    ALLOWED
}
