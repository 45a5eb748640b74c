/// Wallets: what an address holds. An operator opens a wallet for a holder and can recover it when its keys are lost; it
/// can take nothing out of it. Only the owner's signature pays.
///
/// Other packages act as operators by an `OperatorAuthority`, and issue into wallets by an `IssuePermit`.
module money::wallet;

use money::calendar;
use money::expected_returns;
use money::freeze::FreezePermit;
use money::holder;
use money::instrument::{Self, IssuePermit};
use money::money::{Self, Money};
use money::policy;
use money::unit::Mandate;
use std::event;
use std::ledger::Ledger;

#[error]
const EZeroAmount: vector<u8> = b"The amount must be more than zero.";
#[error]
const ESameWallet: vector<u8> = b"A wallet cannot pay itself.";
#[error]
const ENoWallet: vector<u8> = b"There is no wallet at the address.";
#[error]
const EWalletMoved: vector<u8> = b"The wallet was recovered to another address and can no longer be used.";
#[error]
const EBalanceLimit: vector<u8> = b"The payee's wallet would hold more than its tier allows.";
#[error]
const ESingleLimit: vector<u8> = b"The amount is more than the payer's tier allows in one payment.";
#[error]
const EDailyLimit: vector<u8> = b"The payer would pay out more on this day than the tier allows.";
#[error]
const EYearlyLimit: vector<u8> = b"The payer would pay out more in this year than the tier allows.";
#[error]
const EInsufficientMoney: vector<u8> = b"The wallet does not hold that much of the instrument.";
#[error]
const EBalanceOverflow: vector<u8> = b"The payee's wallet cannot hold that much money.";
#[error]
const ETooManyInstruments: vector<u8> = b"The payee's wallet holds 64 instruments already and cannot take another.";
#[error]
const EWalletExists: vector<u8> = b"The address has a wallet already.";
#[error]
const ENotOperator: vector<u8> = b"The wallet belongs to a customer of another operator.";
#[error]
const EOtherHolder: vector<u8> = b"Both wallets must belong to the same holder.";
#[error]
const ENotEmpty: vector<u8> = b"The wallet still holds money.";
#[error]
const EReturnsExpected: vector<u8> = b"Money may still come back to the wallet, from an escrow or a red packet.";
#[error]
const ENotDeposit: vector<u8> = b"Only a deposit, a claim on the bank that issued it, is taken back without its holder's signature.";
#[error]
const EOtherMandate: vector<u8> = b"The mandate is that of another unit's central bank.";
#[error]
const EFrozen: vector<u8> = b"The wallet is frozen under a warrant: it takes money in and pays none out.";

const MAX_U64: u64 = 0xFFFF_FFFF_FFFF_FFFF;
const MAX_INSTRUMENTS: u64 = 64;

/// A wallet. At most one is at an address.
public struct Wallet has store {
    /// Whose it is: the place of the holder's record.
    holder: address,
    /// Who opened it and serves it.
    operator: address,
    /// The instrument by whose issuer's authority the operator acts.
    admitted_for: u32,
    tier: u8,
    /// Where its money went when it was recovered; since then it can do nothing.
    moved_to: Option<address>,
    /// Until this block time it pays out nothing that has an issuer, in milliseconds since 1970; 0 where it was never frozen.
    frozen_until_ms: u64,
    /// By instrument, none of them zero.
    balances: vector<Money>,
}

/// The right to serve wallets as an operator. The issuer of an instrument makes one for each operator it admits. It
/// reaches only wallets opened with an equal one, so that no issuer can reach the customers of another's operators.
public struct OperatorAuthority has store {
    operator: address,
    admitted_for: u32,
}

/// An operator's authority in use, for the rest of the transaction at most.
public struct OperatorPermit has drop {
    operator: address,
    admitted_for: u32,
}

/// The right to take a deposit back out of wallets, for the rest of the transaction at most. No issuer has it alone: it takes the
/// mandate of the unit's central bank, of which there is one, too.
public struct RecallPermit has drop {
    instrument: u32,
}

/// What the rules ask of a wallet, seen once.
public struct Side has drop {
    holder: address,
    tier: u8,
    frozen_until_ms: u64,
    /// Of the instrument that moves.
    held: u64,
}

public struct WalletOpened has copy, drop {
    owner: address,
    holder: address,
    operator: address,
    tier: u8,
}

public struct WalletClosed has copy, drop {
    owner: address,
}

public struct TierChanged has copy, drop {
    owner: address,
    tier: u8,
}

/// A wallet is frozen until a time; one that is past releases it.
public struct WalletFrozen has copy, drop {
    owner: address,
    until_ms: u64,
}

public struct WalletRecovered has copy, drop {
    from: address,
    to: address,
}

// === Owners ===

/// Pays an amount of an instrument to another wallet. Refused by the first of these that it breaks: the payee's balance,
/// the payer's single payment, day and year, and what the payer has.
public(package) entry fun pay(ledger: &mut Ledger, payer: &signer, payee: address, instrument: u32, amount: u64) {
    pay_from(ledger, payer.address_of(), payee, instrument, amount);
}

/// The same where the payer signed before: whoever calls this answers for that.
public(package) fun pay_from(ledger: &mut Ledger, from: address, payee: address, instrument: u32, amount: u64) {
    assert!(amount > 0, EZeroAmount);
    assert!(from != payee, ESameWallet);
    let giving = look(ledger, from, instrument);
    check_not_frozen(ledger, giving.frozen_until_ms, instrument);
    let taking = look(ledger, payee, instrument);
    if (policy::exists(ledger, instrument)) check_and_count(ledger, &giving, &taking, instrument, amount);
    let money = withdraw(ledger.borrow_mut<Wallet>(from), instrument, amount);
    money.tell_paid(from, payee);
    deposit(ledger.borrow_mut<Wallet>(payee), money);
}

/// Ends a wallet that holds nothing, so that another operator can open one at the address.
public(package) entry fun close(ledger: &mut Ledger, owner: &signer) {
    let at = owner.address_of();
    assert!(borrow_open(ledger, at).balances.is_empty(), ENotEmpty);
    assert!(!is_frozen(ledger, at), EFrozen);
    assert!(expected_returns::count(ledger, at) == 0, EReturnsExpected);
    let Wallet { holder: _, operator: _, admitted_for: _, tier: _, moved_to: _, frozen_until_ms: _, balances } = ledger.take<Wallet>(at);
    balances.destroy_empty();
    event::emit(WalletClosed { owner: at });
}

// === Money under way ===

/// Takes money that the signer pays out of its wallet, to be kept at `keeper` for a payee of that holder (`@0x0` if it is not
/// known yet). The payer's limits are tested and counted as for a payment.
public(package) fun pay_into(
    ledger: &mut Ledger,
    payer: &signer,
    keeper: address,
    payee_holder: address,
    instrument: u32,
    amount: u64,
): Money {
    let from = payer.address_of();
    assert!(amount > 0, EZeroAmount);
    let giving = look(ledger, from, instrument);
    check_not_frozen(ledger, giving.frozen_until_ms, instrument);
    if (policy::exists(ledger, instrument)) check_and_count_payer(ledger, &giving, payee_holder, instrument, amount);
    let money = withdraw(ledger.borrow_mut<Wallet>(from), instrument, amount);
    money.tell_paid(from, keeper);
    money
}

/// Pays as `pay` does, by right of the instrument's issuer, who redeems `over` of the amount from the payee at once: what the
/// payee's wallet cannot hold, which then is the payee's elsewhere. The payer's limits count the whole amount.
public fun pay_over(ledger: &mut Ledger, payer: &signer, issuer: &IssuePermit, payee: address, amount: u64, over: u64) {
    let instrument = issuer.permitted();
    assert!(payer.address_of() != payee, ESameWallet);
    assert!(over <= amount, EInsufficientMoney);
    let taking = look(ledger, payee, instrument);
    if (policy::exists(ledger, instrument)) {
        let limits = policy::borrow(ledger, instrument).limits(taking.tier);
        assert!(over == amount || fits(limits.balance(), taking.held, amount - over), EBalanceLimit);
    };
    let mut money = pay_into(ledger, payer, payee, taking.holder, instrument, amount);
    if (over > 0) money::redeem(ledger, issuer, money.split(over), payee);
    if (money.value() > 0) deposit(ledger.borrow_mut<Wallet>(payee), money) else money.destroy_zero();
}

/// Puts money that lay at `keeper` into an open wallet. What is received must be within its tier's balance, which
/// `payment_check::takes` tells; what comes back need not.
public(package) fun pay_out(ledger: &mut Ledger, keeper: address, to: address, money: Money) {
    borrow_open(ledger, to);
    money.tell_paid(keeper, to);
    deposit(ledger.borrow_mut<Wallet>(to), money);
}

/// Where an owner's wallet is now, which may have been recovered to another address.
public(package) fun current(ledger: &Ledger, owner: address): address {
    let mut at = owner;
    // It ends: a wallet is recovered only into one that never moved.
    while (ledger.exists<Wallet>(at) && ledger.borrow<Wallet>(at).moved_to.is_some()) {
        at = *ledger.borrow<Wallet>(at).moved_to.borrow();
    };
    at
}

/// Whether a wallet is at the address that was not recovered to another.
public fun is_open(ledger: &Ledger, owner: address): bool {
    ledger.exists<Wallet>(owner) && ledger.borrow<Wallet>(owner).moved_to.is_none()
}

/// Whether a wallet has room for so much more of an instrument, whatever its tier allows.
public fun has_room(ledger: &Ledger, owner: address, instrument: u32, amount: u64): bool {
    let balances = &find(ledger, owner).balances;
    let (found, index) = position(balances, instrument);
    if (found) amount <= MAX_U64 - balances[index].value() else balances.length() < MAX_INSTRUMENTS
}

// === Operators ===

/// Admits an operator, by right of an instrument's issuer.
public fun admit(permit: &IssuePermit, operator: address): OperatorAuthority {
    OperatorAuthority { operator, admitted_for: permit.permitted() }
}

/// Puts an operator's authority to use.
public fun permit(authority: &OperatorAuthority): OperatorPermit {
    OperatorPermit { operator: authority.operator, admitted_for: authority.admitted_for }
}

/// Opens a wallet at an address that has none, for the holder of a commitment.
public fun open(ledger: &mut Ledger, permit: &OperatorPermit, owner: address, commitment: vector<u8>, tier: u8) {
    policy::check_tier(tier);
    assert!(!ledger.exists<Wallet>(owner), EWalletExists);
    let holder = holder::register(ledger, commitment);
    let operator = permit.operator;
    let admitted_for = permit.admitted_for;
    ledger.publish(owner, Wallet { holder, operator, admitted_for, tier, moved_to: option::none(), frozen_until_ms: 0, balances: vector[] });
    event::emit(WalletOpened { owner, holder, operator, tier });
}

/// Changes how much is known of the holder. What a wallet holds above its new tier's balance it may keep, not add to.
public fun change_tier(ledger: &mut Ledger, permit: &OperatorPermit, owner: address, tier: u8) {
    policy::check_tier(tier);
    check_customer(ledger, permit, owner);
    ledger.borrow_mut<Wallet>(owner).tier = tier;
    event::emit(TierChanged { owner, tier });
}

/// Aborts unless the wallet is one of the operator's customers' and may take so much more.
public fun check_receipt(ledger: &Ledger, permit: &OperatorPermit, owner: address, instrument: u32, amount: u64) {
    assert!(amount > 0, EZeroAmount);
    check_customer(ledger, permit, owner);
    if (!policy::exists(ledger, instrument)) return;
    let payee = look(ledger, owner, instrument);
    assert!(fits(policy::borrow(ledger, instrument).limits(payee.tier).balance(), payee.held, amount), EBalanceLimit);
}

/// Issues money into the wallet of one of the operator's customers, within its tier's balance.
public fun issue_to(ledger: &mut Ledger, permit: &OperatorPermit, issuer: &IssuePermit, owner: address, amount: u64) {
    check_receipt(ledger, permit, owner, issuer.permitted(), amount);
    let money = money::issue(ledger, issuer, amount, owner);
    deposit(ledger.borrow_mut<Wallet>(owner), money);
}

/// Redeems money out of the signer's wallet, against an entry in the issuer's books. Not a payment: it counts towards no limit.
public fun redeem_from(ledger: &mut Ledger, owner: &signer, issuer: &IssuePermit, amount: u64) {
    let at = owner.address_of();
    assert!(amount > 0, EZeroAmount);
    let frozen_until_ms = borrow_open(ledger, at).frozen_until_ms;
    check_not_frozen(ledger, frozen_until_ms, issuer.permitted());
    let money = withdraw(ledger.borrow_mut<Wallet>(at), issuer.permitted(), amount);
    money::redeem(ledger, issuer, money, at);
}

/// The same where what the money becomes may be somebody else's: it is a payment out, and the payer's limits are tested and counted.
public fun redeem_as_payment(ledger: &mut Ledger, owner: &signer, issuer: &IssuePermit, amount: u64) {
    let instrument = issuer.permitted();
    assert!(amount > 0, EZeroAmount);
    let giving = look(ledger, owner.address_of(), instrument);
    check_not_frozen(ledger, giving.frozen_until_ms, instrument);
    // Nobody knows whose it will be: no holder has this address.
    if (policy::exists(ledger, instrument)) check_and_count_payer(ledger, &giving, @0x0, instrument, amount);
    redeem_from(ledger, owner, issuer, amount);
}

/// Makes the right to take a deposit back, by right of its issuer and of the unit's central bank. Whoever keeps both answers for when
/// it is used. What is no claim on its issuer alone, such as cash, is out of reach.
public fun recall(ledger: &Ledger, mandate: &Mandate, issuer: &IssuePermit): RecallPermit {
    let instrument = issuer.permitted();
    assert!(instrument::kind(ledger, instrument) == instrument::deposit(), ENotDeposit);
    assert!(instrument::unit(ledger, instrument) == mandate.mandated_unit(), EOtherMandate);
    RecallPermit { instrument }
}

/// Redeems a bank's money out of a wallet without its holder, against an entry in the bank's books that owes as much to the same
/// holder: a claim on a bank that fails bears losses where it is counted. What a warrant has frozen is out of reach.
public fun redeem_by_issuer(ledger: &mut Ledger, recall: &RecallPermit, issuer: &IssuePermit, owner: address, amount: u64) {
    assert!(amount > 0, EZeroAmount);
    let instrument = recall.instrument;
    let frozen_until_ms = borrow_open(ledger, owner).frozen_until_ms;
    check_not_frozen(ledger, frozen_until_ms, instrument);
    let money = withdraw(ledger.borrow_mut<Wallet>(owner), instrument, amount);
    money::redeem(ledger, issuer, money, owner);
}

/// Moves everything a wallet holds, and its tier, into an empty wallet of the same holder with the same operator. The
/// wallet left behind can do nothing any more. A frozen wallet is recovered when its freeze has ended.
public fun recover(ledger: &mut Ledger, permit: &OperatorPermit, from: address, to: address) {
    assert!(from != to, ESameWallet);
    check_customer(ledger, permit, from);
    check_customer(ledger, permit, to);
    assert!(!is_frozen(ledger, from), EFrozen);
    assert!(ledger.borrow<Wallet>(to).holder == ledger.borrow<Wallet>(from).holder, EOtherHolder);
    assert!(ledger.borrow<Wallet>(to).balances.is_empty(), ENotEmpty);
    let old = ledger.borrow_mut<Wallet>(from);
    old.moved_to = option::some(to);
    let tier = old.tier;
    let mut reversed = vector[];
    while (!old.balances.is_empty()) reversed.push_back(old.balances.pop_back());
    let new = ledger.borrow_mut<Wallet>(to);
    new.tier = tier;
    reversed.destroy!(|money| {
        money.tell_paid(from, to);
        new.balances.push_back(money);
    });
    expected_returns::pass_on(ledger, from, to);
    event::emit(WalletRecovered { from, to });
}

// === Freezes ===

/// Freezes a wallet until a time in milliseconds since 1970, or releases it by one that is past. It stays able to receive,
/// and to pay with money that nobody issues.
public fun freeze_until(ledger: &mut Ledger, _permit: &FreezePermit, owner: address, until_ms: u64) {
    borrow_open(ledger, owner);
    ledger.borrow_mut<Wallet>(owner).frozen_until_ms = until_ms;
    event::emit(WalletFrozen { owner, until_ms });
}

/// Whether a wallet is frozen now.
public fun is_frozen(ledger: &Ledger, owner: address): bool {
    ledger.time_ms() < find(ledger, owner).frozen_until_ms
}

// === What a wallet says ===

/// Whether there is a wallet at the address.
public fun exists(ledger: &Ledger, owner: address): bool {
    ledger.exists<Wallet>(owner)
}

/// How much of an instrument a wallet holds, in minor units.
public fun balance(ledger: &Ledger, owner: address, instrument: u32): u64 {
    held(find(ledger, owner), instrument)
}

/// How much more of an instrument a wallet may take in, in minor units; absent means without limit.
public fun room(ledger: &Ledger, owner: address, instrument: u32): Option<u64> {
    let taking = look(ledger, owner, instrument);
    if (!policy::exists(ledger, instrument)) return option::none();
    let balance = policy::borrow(ledger, instrument).limits(taking.tier).balance();
    if (balance.is_none()) option::none() else option::some((*balance.borrow()).saturating_sub(taking.held))
}

public fun holder(ledger: &Ledger, owner: address): address {
    find(ledger, owner).holder
}

public fun operator(ledger: &Ledger, owner: address): address {
    find(ledger, owner).operator
}

public fun tier(ledger: &Ledger, owner: address): u8 {
    find(ledger, owner).tier
}

// === Rules ===

fun find(ledger: &Ledger, owner: address): &Wallet {
    assert!(ledger.exists<Wallet>(owner), ENoWallet);
    ledger.borrow<Wallet>(owner)
}

fun borrow_open(ledger: &Ledger, owner: address): &Wallet {
    let wallet = find(ledger, owner);
    assert!(wallet.moved_to.is_none(), EWalletMoved);
    wallet
}

fun check_customer(ledger: &Ledger, permit: &OperatorPermit, owner: address) {
    let wallet = borrow_open(ledger, owner);
    assert!(wallet.operator == permit.operator && wallet.admitted_for == permit.admitted_for, ENotOperator);
}

fun look(ledger: &Ledger, owner: address, instrument: u32): Side {
    let wallet = borrow_open(ledger, owner);
    Side { holder: wallet.holder, tier: wallet.tier, frozen_until_ms: wallet.frozen_until_ms, held: held(wallet, instrument) }
}

/// Aborts if a wallet is frozen, unless the money is nobody's liability. Where it was never frozen this reads nothing.
fun check_not_frozen(ledger: &Ledger, until_ms: u64, instrument: u32) {
    if (until_ms == 0 || ledger.time_ms() >= until_ms) return;
    assert!(instrument::kind(ledger, instrument) == instrument::issuerless(), EFrozen);
}

/// Tests the limits of a payment and counts it; what a holder moves between wallets of its own is not counted.
fun check_and_count(ledger: &mut Ledger, payer: &Side, payee: &Side, instrument: u32, amount: u64) {
    let policy = policy::borrow(ledger, instrument);
    assert!(fits(policy.limits(payee.tier).balance(), payee.held, amount), EBalanceLimit);
    check_and_count_payer(ledger, payer, payee.holder, instrument, amount);
}

fun check_and_count_payer(ledger: &mut Ledger, payer: &Side, payee_holder: address, instrument: u32, amount: u64) {
    let policy = policy::borrow(ledger, instrument);
    let limits = policy.limits(payer.tier);
    assert!(fits(limits.single(), 0, amount), ESingleLimit);
    if (payer.holder == payee_holder) return;
    let daily = *limits.daily();
    let yearly = *limits.yearly();
    let unit = policy.unit();
    let today = calendar::today(ledger, &policy.zone());
    let (paid_today, paid_this_year) = holder::count_payment(ledger, payer.holder, unit, today, amount);
    assert!(fits(&daily, paid_today, amount), EDailyLimit);
    assert!(fits(&yearly, paid_this_year, amount), EYearlyLimit);
}

/// Whether `more` on top of `before` stays within a limit, without ever adding the two.
public(package) fun fits(limit: &Option<u64>, before: u64, more: u64): bool {
    if (limit.is_none()) return true;
    let limit = *limit.borrow();
    before <= limit && more <= limit - before
}

fun withdraw(wallet: &mut Wallet, instrument: u32, amount: u64): Money {
    let (found, index) = position(&wallet.balances, instrument);
    assert!(found && wallet.balances[index].value() >= amount, EInsufficientMoney);
    if (wallet.balances[index].value() == amount) wallet.balances.remove(index) else wallet.balances[index].split(amount)
}

fun deposit(wallet: &mut Wallet, money: Money) {
    let (found, index) = position(&wallet.balances, money.instrument());
    if (found) {
        assert!(money.value() <= MAX_U64 - wallet.balances[index].value(), EBalanceOverflow);
        wallet.balances[index].join(money);
    } else {
        assert!(wallet.balances.length() < MAX_INSTRUMENTS, ETooManyInstruments);
        wallet.balances.insert(money, index);
    }
}

fun held(wallet: &Wallet, instrument: u32): u64 {
    let (found, index) = position(&wallet.balances, instrument);
    if (found) wallet.balances[index].value() else 0
}

/// Whether a balance of the instrument is there, and where it is or belongs.
fun position(balances: &vector<Money>, instrument: u32): (bool, u64) {
    let length = balances.length();
    let mut i = 0;
    while (i < length) {
        let at = balances[i].instrument();
        if (at >= instrument) return (at == instrument, i);
        i = i + 1;
    };
    (false, length)
}
