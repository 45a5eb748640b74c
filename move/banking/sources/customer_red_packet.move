/// Red packets between the customers of one institution, a bank or a payment institution, which signs for them: one amount
/// off an account, one share for each account that takes, and what nobody took goes back: to the giver, wherever the giver is by
/// then a customer. Meanwhile it is the institution's liability as before. Shares are those of `money::shares`.
module banking::customer_red_packet;

use banking::customer_port;
use banking::institution;
use money::money::Money;
use money::object_address;
use money::shares;
use oversight::licence;
use oversight::supervisor;
use std::bcs;
use std::event;
use std::ledger::Ledger;

#[error]
const ENoPacket: vector<u8> = b"There is no such red packet; it may have been emptied or returned.";
#[error]
const EPacketExists: vector<u8> = b"The institution has a red packet of this number already.";
#[error]
const EBadShares: vector<u8> = b"A red packet has 1 to 100 shares, of at least one minor unit each.";
#[error]
const EBadExpiry: vector<u8> = b"A red packet expires in the future, within 31 days.";
#[error]
const EBadSeed: vector<u8> = b"The seed of a red packet has 32 bytes.";
#[error]
const EExpired: vector<u8> = b"The red packet has expired.";
#[error]
const ENotExpired: vector<u8> = b"The red packet has not expired.";
#[error]
const ETakenAlready: vector<u8> = b"The account has taken a share already.";
#[error]
const EOwnPacket: vector<u8> = b"Nobody takes from a red packet of one's own.";
#[error]
const EGiverOpen: vector<u8> = b"What is left goes to the giver's account, which is open.";
#[error]
const EOtherInstitution: vector<u8> = b"The giver is another institution's customer by now.";
#[error]
const EOwnAccount: vector<u8> = b"What customers give and take never goes onto the institution's own account.";
#[error]
const ELicenceStands: vector<u8> = b"While its licence stands only the institution itself says whose the rest is.";

const MAX_SHARES: u64 = 100;
const MAX_LIFE_MS: u64 = 2_678_400_000;
/// Of a payment institution.
const OWN_ACCOUNT: u32 = 0;

/// At an address of its own, until it is empty.
public struct CustomerRedPacket has store {
    institution: address,
    /// The institution's own.
    number: u64,
    giver: u32,
    is_random: bool,
    seed: vector<u8>,
    expires_ms: u64,
    shares_left: u64,
    /// Accounts that took.
    taken_by: vector<u32>,
    money: Money,
}

/// What all packets of an institution hold, at its address, in minor units.
public struct PacketsHeld has store {
    amount: u64,
}

public struct PacketGiven has copy, drop {
    institution: address,
    number: u64,
    giver: u32,
    amount: u64,
    shares: u64,
    expires_ms: u64,
}

public struct ShareTaken has copy, drop {
    institution: address,
    number: u64,
    taker: u32,
    amount: u64,
    shares_left: u64,
}

public struct PacketReturned has copy, drop {
    institution: address,
    number: u64,
    /// The institution with which the account is.
    home: address,
    account: u32,
    amount: u64,
}

/// Gives a packet off a customer's account.
public(package) entry fun give(
    ledger: &mut Ledger,
    institution: &signer,
    number: u64,
    giver: u32,
    amount: u64,
    shares: u64,
    is_random: bool,
    seed: vector<u8>,
    expires_ms: u64,
) {
    let owner = institution::check(ledger, institution);
    let packet = at(owner, number);
    let now = ledger.time_ms();
    assert!(!ledger.exists<CustomerRedPacket>(packet), EPacketExists);
    assert!(shares > 0 && shares <= MAX_SHARES && shares <= amount, EBadShares);
    assert!(seed.length() == 32, EBadSeed);
    assert!(expires_ms > now && expires_ms - now <= MAX_LIFE_MS, EBadExpiry);
    let money = institution::withdraw_from_customer(ledger, owner, giver, amount);
    if (!ledger.exists<PacketsHeld>(owner)) ledger.publish(owner, PacketsHeld { amount: 0 });
    let all = ledger.borrow_mut<PacketsHeld>(owner);
    all.amount = all.amount + amount;
    event::emit(PacketGiven { institution: owner, number, giver, amount, shares, expires_ms });
    let (taken_by, shares_left) = (vector[], shares);
    ledger.publish(packet, CustomerRedPacket {
        institution: owner,
        number,
        giver,
        is_random,
        seed,
        expires_ms,
        shares_left,
        taken_by,
        money,
    });
}

/// Takes a share onto another customer's account. An institution without a licence still pays out what was given before.
public(package) entry fun take(ledger: &mut Ledger, institution: &signer, number: u64, taker: u32) {
    let owner = institution.address_of();
    let packet = at(owner, number);
    let now = ledger.time_ms();
    assert!(ledger.exists<CustomerRedPacket>(packet), ENoPacket);
    let is_own = is_own_account(ledger, owner, taker);
    let record = ledger.borrow<CustomerRedPacket>(packet);
    // Who went to another institution and came back has another number, and is the same.
    assert!(!customer_port::is_same_customer(ledger, owner, record.giver, taker), EOwnPacket);
    assert!(!is_own, EOwnAccount);
    assert!(now < record.expires_ms, EExpired);
    assert!(!record.taken_by.any!(|each| customer_port::is_same_customer(ledger, owner, *each, taker)), ETakenAlready);
    let record = ledger.borrow_mut<CustomerRedPacket>(packet);
    let left = record.money.value();
    let amount = shares::next(left, record.shares_left, record.is_random, record.seed, packet, bcs::to_bytes(&taker));
    record.taken_by.push_back(taker);
    record.shares_left = record.shares_left - 1;
    let shares_left = record.shares_left;
    let share = record.money.split(amount);
    let all = ledger.borrow_mut<PacketsHeld>(owner);
    all.amount = all.amount - amount;
    institution::deposit_to_customer(ledger, owner, taker, share);
    event::emit(ShareTaken { institution: owner, number, taker, amount, shares_left });
    if (shares_left == 0) end(ledger, packet).destroy_zero();
}

/// Anybody, once a packet has expired: gives back what nobody took. A giver who was handed on to another institution gets it there.
public(package) entry fun expire(ledger: &mut Ledger, institution: address, number: u64) {
    let packet = at(institution, number);
    check_expired(ledger, packet);
    let (home, account) = home(ledger, packet);
    give_back(ledger, packet, home, account);
}

/// The institution by its licence, once a packet has expired whose giver's account is closed and was handed on to nobody: pays
/// what is left onto another customer's account.
public(package) entry fun release(ledger: &mut Ledger, institution: &signer, number: u64, account: u32) {
    let owner = institution::check(ledger, institution);
    let packet = at(owner, number);
    check_expired(ledger, packet);
    give_back_instead(ledger, packet, owner, account);
}

/// The same by the institution that the giver was handed on to and that has closed the account since: `institution` made the packet.
public(package) entry fun release_ported(ledger: &mut Ledger, successor: &signer, institution: address, number: u64, account: u32) {
    let owner = institution::check(ledger, successor);
    let packet = at(institution, number);
    check_expired(ledger, packet);
    give_back_instead(ledger, packet, owner, account);
}

/// The same by a supervisor, when the licence of the giver's institution no longer stands; the account is one there.
public(package) entry fun release_for(ledger: &mut Ledger, supervisor: &signer, institution: address, number: u64, account: u32) {
    let _permit = supervisor::permit(ledger, supervisor);
    let packet = at(institution, number);
    assert!(ledger.exists<CustomerRedPacket>(packet), ENoPacket);
    let (home, _) = home(ledger, packet);
    let (kind, unit) = (institution::kind(ledger, home), institution::unit(ledger, home));
    assert!(!licence::stands(ledger, home, kind, unit), ELicenceStands);
    check_expired(ledger, packet);
    give_back_instead(ledger, packet, home, account);
}

/// Gives back what nobody took before a packet expires, to the giver or, where its account is closed, to another.
public(package) fun end_early(ledger: &mut Ledger, institution: address, number: u64, account: u32) {
    let packet = at(institution, number);
    assert!(ledger.exists<CustomerRedPacket>(packet), ENoPacket);
    let giver = ledger.borrow<CustomerRedPacket>(packet).giver;
    // A bank hands no customers on.
    if (account == giver) give_back(ledger, packet, institution, giver) else give_back_instead(ledger, packet, institution, account);
}

/// Where an institution's packet of a number lies.
public fun at(institution: address, number: u64): address {
    object_address::derive(b"sycee-customer-red-packet-v1", institution, number)
}

/// What a packet holds, in minor units; 0 where there is none.
public fun held(ledger: &Ledger, packet: address): u64 {
    if (ledger.exists<CustomerRedPacket>(packet)) ledger.borrow<CustomerRedPacket>(packet).money.value() else 0
}

/// What all packets of an institution hold, in minor units.
public fun held_by_all(ledger: &Ledger, institution: address): u64 {
    if (ledger.exists<PacketsHeld>(institution)) ledger.borrow<PacketsHeld>(institution).amount else 0
}

fun check_expired(ledger: &Ledger, packet: address) {
    assert!(ledger.exists<CustomerRedPacket>(packet), ENoPacket);
    assert!(ledger.time_ms() >= ledger.borrow<CustomerRedPacket>(packet).expires_ms, ENotExpired);
}

/// Where the giver is a customer now.
fun home(ledger: &Ledger, packet: address): (address, u32) {
    let record = ledger.borrow<CustomerRedPacket>(packet);
    customer_port::home(ledger, record.institution, record.giver)
}

/// Onto another account of `by`, where the giver's account was and is closed.
fun give_back_instead(ledger: &mut Ledger, packet: address, by: address, account: u32) {
    let (home, giver) = home(ledger, packet);
    assert!(home == by, EOtherInstitution);
    assert!(!is_own_account(ledger, home, account), EOwnAccount);
    assert!(institution::customers(ledger, home).is_closed(giver), EGiverOpen);
    give_back(ledger, packet, home, account);
}

/// Onto an account of `home`, which may be another institution than the one that made the packet.
fun give_back(ledger: &mut Ledger, packet: address, home: address, account: u32) {
    let record = ledger.borrow<CustomerRedPacket>(packet);
    let (institution, number) = (record.institution, record.number);
    let money = end(ledger, packet);
    let all = ledger.borrow_mut<PacketsHeld>(institution);
    all.amount = all.amount - money.value();
    event::emit(PacketReturned { institution, number, home, account, amount: money.value() });
    if (home == institution) institution::deposit_to_customer(ledger, institution, account, money)
    else customer_port::send_after(ledger, institution, money, home, account);
}

/// Whether an account is a payment institution's own; all accounts of a bank are its customers'.
fun is_own_account(ledger: &Ledger, institution: address, account: u32): bool {
    account == OWN_ACCOUNT && institution::kind(ledger, institution) == licence::payment_institution()
}

fun end(ledger: &mut Ledger, packet: address): Money {
    let CustomerRedPacket {
        institution: _,
        number: _,
        giver: _,
        is_random: _,
        seed: _,
        expires_ms: _,
        shares_left: _,
        taken_by: _,
        money,
    } = ledger.take<CustomerRedPacket>(packet);
    money
}
