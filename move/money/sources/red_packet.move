/// Red packets: one amount for many takers, one take each, and what nobody took goes back. Shares are equal or drawn from
/// a seed. One take for each holder, however many wallets. A packet with a key is only for those who were given its secret.
///
/// Nobody can undo a draw to make a better one (see `shares`).
module money::red_packet;

use money::expected_returns;
use money::money::Money;
use money::object_address;
use money::payment_check;
use money::shares;
use money::wallet;
use std::crypto;
use std::event;
use std::ledger::Ledger;

#[error]
const ENoPacket: vector<u8> = b"There is no such red packet; it may have been emptied or returned.";
#[error]
const EPacketExists: vector<u8> = b"The giver has a red packet of this number already.";
#[error]
const EBadShares: vector<u8> = b"A red packet has 1 to 100 shares, of at least one minor unit each.";
#[error]
const EBadExpiry: vector<u8> = b"A red packet expires in the future, within 31 days.";
#[error]
const EBadKey: vector<u8> = b"The key of a red packet has 32 bytes, or none at all.";
#[error]
const EBadSeed: vector<u8> = b"The seed of a red packet has 32 bytes.";
#[error]
const EExpired: vector<u8> = b"The red packet has expired.";
#[error]
const ENotExpired: vector<u8> = b"The red packet has not expired.";
#[error]
const ETakenAlready: vector<u8> = b"The holder of this wallet has taken a share already.";
#[error]
const EOwnPacket: vector<u8> = b"Nobody takes from a red packet of one's own.";
#[error]
const EBadSignature: vector<u8> = b"The packet is only for those who have its secret.";
#[error]
const ECannotTake: vector<u8> = b"The wallet cannot take the share: it is moved, full, or at the balance of its tier.";
#[error]
const EGiverCannotTake: vector<u8> = b"The giver's wallet has no room for what comes back.";

const MAX_SHARES: u64 = 100;
const MAX_LIFE_MS: u64 = 2_678_400_000;
const PURPOSE: vector<u8> = b"sycee-red-packet-v1";

/// At an address of its own, until it is empty.
public struct RedPacket has store {
    giver: address,
    /// The giver's own.
    number: u64,
    is_random: bool,
    seed: vector<u8>,
    /// ed25519; whoever has its secret may take. Empty: anybody.
    key: vector<u8>,
    expires_ms: u64,
    shares_left: u64,
    /// Holders who took.
    taken_by: vector<address>,
    money: Money,
}

public struct PacketGiven has copy, drop {
    packet: address,
    giver: address,
    instrument: u32,
    amount: u64,
    shares: u64,
    expires_ms: u64,
}

public struct ShareTaken has copy, drop {
    packet: address,
    taker: address,
    amount: u64,
    shares_left: u64,
}

public struct PacketReturned has copy, drop {
    packet: address,
    instrument: u32,
    giver: address,
    amount: u64,
}

/// Gives a packet. The whole amount counts towards the giver's limits as one payment.
public(package) entry fun give(
    ledger: &mut Ledger,
    giver: &signer,
    number: u64,
    instrument: u32,
    amount: u64,
    shares: u64,
    is_random: bool,
    seed: vector<u8>,
    key: vector<u8>,
    expires_ms: u64,
) {
    let from = giver.address_of();
    let packet = at(from, number);
    let now = ledger.time_ms();
    assert!(!ledger.exists<RedPacket>(packet), EPacketExists);
    assert!(shares > 0 && shares <= MAX_SHARES && shares <= amount, EBadShares);
    assert!(seed.length() == 32, EBadSeed);
    assert!(key.is_empty() || key.length() == 32, EBadKey);
    assert!(expires_ms > now && expires_ms - now <= MAX_LIFE_MS, EBadExpiry);
    let money = wallet::pay_into(ledger, giver, packet, @0x0, instrument, amount);
    expected_returns::add(ledger, from);
    event::emit(PacketGiven { packet, giver: from, instrument, amount, shares, expires_ms });
    let taken_by = vector[];
    ledger.publish(packet, RedPacket { giver: from, number, is_random, seed, key, expires_ms, shares_left: shares, taken_by, money });
}

/// Takes a share into the signer's wallet. For a packet with a key, `signature` is that key's over `sycee-red-packet-v1`, the
/// packet's address and the taker's; else it is not looked at.
public(package) entry fun take(ledger: &mut Ledger, taker: &signer, packet: address, signature: vector<u8>) {
    let to = taker.address_of();
    let now = ledger.time_ms();
    let holder = wallet::holder(ledger, to);
    assert!(ledger.exists<RedPacket>(packet), ENoPacket);
    let giver = wallet::current(ledger, ledger.borrow<RedPacket>(packet).giver);
    assert!(holder != wallet::holder(ledger, giver), EOwnPacket);
    let record = ledger.borrow_mut<RedPacket>(packet);
    assert!(now < record.expires_ms, EExpired);
    assert!(!record.taken_by.contains(&holder), ETakenAlready);
    if (!record.key.is_empty()) check_signature(&record.key, packet, to, &signature);
    let left = record.money.value();
    let amount = shares::next(left, record.shares_left, record.is_random, record.seed, packet, holder.to_bytes());
    let instrument = record.money.instrument();
    record.taken_by.push_back(holder);
    record.shares_left = record.shares_left - 1;
    let shares_left = record.shares_left;
    let share = record.money.split(amount);
    assert!(payment_check::takes(ledger, to, instrument, amount), ECannotTake);
    wallet::pay_out(ledger, packet, to, share);
    event::emit(ShareTaken { packet, taker: to, amount, shares_left });
    if (shares_left == 0) end(ledger, packet, giver);
}

/// Anybody, once a packet has expired: gives back what nobody took.
public(package) entry fun expire(ledger: &mut Ledger, packet: address) {
    assert!(ledger.exists<RedPacket>(packet), ENoPacket);
    let record = ledger.borrow<RedPacket>(packet);
    assert!(ledger.time_ms() >= record.expires_ms, ENotExpired);
    let giver = wallet::current(ledger, record.giver);
    let amount = record.money.value();
    assert!(payment_check::takes_back(ledger, giver, record.money.instrument(), amount), EGiverCannotTake);
    let rest = ledger.borrow_mut<RedPacket>(packet).money.split(amount);
    let instrument = rest.instrument();
    wallet::pay_out(ledger, packet, giver, rest);
    event::emit(PacketReturned { packet, instrument, giver, amount });
    end(ledger, packet, giver);
}

/// Where a giver's packet of a number lies.
public fun at(giver: address, number: u64): address {
    object_address::derive(b"sycee-red-packet-v1", giver, number)
}

/// What a packet holds, in minor units; 0 where there is none.
public fun held(ledger: &Ledger, packet: address): u64 {
    if (ledger.exists<RedPacket>(packet)) ledger.borrow<RedPacket>(packet).money.value() else 0
}

fun check_signature(key: &vector<u8>, packet: address, taker: address, signature: &vector<u8>) {
    let mut message = PURPOSE;
    message.append(packet.to_bytes());
    message.append(taker.to_bytes());
    assert!(crypto::ed25519_verify(signature, key, &message), EBadSignature);
}

fun end(ledger: &mut Ledger, packet: address, giver: address) {
    let RedPacket { giver: _, number: _, is_random: _, seed: _, key: _, expires_ms: _, shares_left: _, taken_by: _, money } =
        ledger.take<RedPacket>(packet);
    money.destroy_zero();
    expected_returns::remove(ledger, giver);
}
