/// Securities that a bank has: assets off the ledger, each with the custodian who attested it and the day on which it did.
/// What is pledged to the central bank stays the bank's and cannot be sold.
module banking::securities;

use banking::institution;
use money::calendar;
use money::unit;
use oversight::licence;
use std::event;
use std::ledger::Ledger;
use std::string::String;

#[error]
const EBadKind: vector<u8> = b"The kind of a security is 1 foreign exchange, 2 gold, 3 government bonds or 5 other.";
#[error]
const EBadDescription: vector<u8> = b"A description has 1 to 256 bytes.";
#[error]
const EZeroAmount: vector<u8> = b"The amount must be more than zero.";
#[error]
const EUnknownHolding: vector<u8> = b"The bank has no security of this number.";
#[error]
const EPledged: vector<u8> = b"That much of the security is pledged.";
#[error]
const ETooManyHoldings: vector<u8> = b"A bank has at most 1024 securities.";
#[error]
const ESameSigner: vector<u8> = b"A bank cannot attest its own securities.";

const CLAIMS_ON_BANKS: u8 = 4;
const MAX_KIND: u8 = 5;
const MAX_HOLDINGS: u64 = 1_024;
const MAX_DESCRIPTION_BYTES: u64 = 256;

/// At the bank's address.
public struct Securities has store {
    holdings: vector<Holding>,
    /// Number of the last holding.
    last: u64,
}

/// A security at book value.
public struct Holding has store {
    /// From 1, never used twice.
    id: u64,
    /// 1 foreign exchange, 2 gold, 3 government bonds, 5 other.
    kind: u8,
    description: String,
    /// Minor units.
    book_value: u64,
    /// Of it, what is pledged.
    pledged: u64,
    /// Who attested that it is there.
    custodian: address,
    /// Days since 1970.
    attested_on: u64,
}

/// A security came into a bank's hands.
public struct SecurityAttested has copy, drop {
    bank: address,
    holding: u64,
    kind: u8,
    book_value: u64,
    custodian: address,
}

/// A security, or a part of it, left them.
public struct SecurityReleased has copy, drop {
    bank: address,
    holding: u64,
    amount: u64,
}

/// Begins with none.
public(package) fun begin(ledger: &mut Ledger, bank: address) {
    ledger.publish(bank, Securities { holdings: vector[], last: 0 });
}

/// Takes in a security that a licensed custodian attests; the caller posts what it came against. Answers its number.
public(package) fun attest(
    ledger: &mut Ledger,
    bank: address,
    custodian: &signer,
    kind: u8,
    description: String,
    book_value: u64,
): u64 {
    let attested_by = custodian.address_of();
    let unit = institution::unit(ledger, bank);
    assert!(attested_by != bank, ESameSigner);
    licence::check(ledger, attested_by, licence::custodian(), unit);
    receive(ledger, bank, attested_by, kind, description, book_value)
}

/// Takes in a security that somebody had whose word for it stands on the ledger already.
public(package) fun receive(
    ledger: &mut Ledger,
    bank: address,
    custodian: address,
    kind: u8,
    description: String,
    book_value: u64,
): u64 {
    assert!(kind >= 1 && kind <= MAX_KIND && kind != CLAIMS_ON_BANKS, EBadKind);
    assert!(!description.is_empty() && description.length() <= MAX_DESCRIPTION_BYTES, EBadDescription);
    assert!(book_value > 0, EZeroAmount);
    let zone = unit::zone(ledger, institution::unit(ledger, bank));
    let attested_on = calendar::today(ledger, &zone);
    let securities = ledger.borrow_mut<Securities>(bank);
    assert!(securities.holdings.length() < MAX_HOLDINGS, ETooManyHoldings);
    let id = securities.last + 1;
    securities.last = id;
    securities.holdings.push_back(Holding { id, kind, description, book_value, pledged: 0, custodian, attested_on });
    event::emit(SecurityAttested { bank, holding: id, kind, book_value, custodian });
    id
}

/// Gives a part of a security away that is not pledged; the caller posts what for. Answers its kind, description and custodian.
public(package) fun release(ledger: &mut Ledger, bank: address, holding: u64, amount: u64): (u8, String, address) {
    assert!(amount > 0, EZeroAmount);
    let securities = ledger.borrow_mut<Securities>(bank);
    let index = securities.index_of(holding);
    let record = &mut securities.holdings[index];
    assert!(amount <= record.book_value - record.pledged, EPledged);
    record.book_value = record.book_value - amount;
    let kind = record.kind;
    let description = record.description;
    let custodian = record.custodian;
    if (record.book_value == 0) {
        let Holding { .. } = securities.holdings.remove(index);
    };
    event::emit(SecurityReleased { bank, holding, amount });
    (kind, description, custodian)
}

/// Pledges so much of a security.
public(package) fun pledge(ledger: &mut Ledger, bank: address, holding: u64, amount: u64) {
    let securities = ledger.borrow_mut<Securities>(bank);
    let index = securities.index_of(holding);
    let record = &mut securities.holdings[index];
    assert!(amount <= record.book_value - record.pledged, EPledged);
    record.pledged = record.pledged + amount;
}

/// Frees so much of it again.
public(package) fun free(ledger: &mut Ledger, bank: address, holding: u64, amount: u64) {
    let securities = ledger.borrow_mut<Securities>(bank);
    let index = securities.index_of(holding);
    let record = &mut securities.holdings[index];
    assert!(amount <= record.pledged, EPledged);
    record.pledged = record.pledged - amount;
}

/// The number of the last security that came in.
public fun last(ledger: &Ledger, bank: address): u64 {
    ledger.borrow<Securities>(bank).last
}

/// Book value of a security, and how much of it is pledged, in minor units.
public fun book_value(ledger: &Ledger, bank: address, holding: u64): (u64, u64) {
    let securities = ledger.borrow<Securities>(bank);
    let record = &securities.holdings[securities.index_of(holding)];
    (record.book_value, record.pledged)
}

/// Those of a kind at book value.
public fun of_kind(ledger: &Ledger, bank: address, kind: u8): u128 {
    let mut total = 0u128;
    ledger.borrow<Securities>(bank).holdings.do_ref!(|record| if (record.kind == kind) total = total + (record.book_value as u128));
    total
}

/// The kind of securities that are neither the state's nor gold nor foreign exchange.
public fun other(): u8 {
    MAX_KIND
}

/// All of them at book value.
public fun total(ledger: &Ledger, bank: address): u128 {
    let mut total = 0u128;
    ledger.borrow<Securities>(bank).holdings.do_ref!(|record| total = total + (record.book_value as u128));
    total
}

fun index_of(securities: &Securities, holding: u64): u64 {
    let found = securities.holdings.find_index!(|record| record.id == holding);
    assert!(found.is_some(), EUnknownHolding);
    found.destroy_some()
}
