/// Instruments: what can be held. Each is in a unit, has an issuer or none, and a kind. Its record keeps how much was
/// ever issued and redeemed; whoever holds its `IssueAuthority`, and nobody else, can change these.
module money::instrument;

use money::unit::{Self, Mandate};
use std::ascii;
use std::event;
use std::ledger::Ledger;
use std::string::String;
use std::table::{Self, Table};

#[error]
const EBadKind: vector<u8> = b"An instrument of this kind cannot be registered in this way.";
#[error]
const EBadSymbol: vector<u8> = b"A symbol is 1 to 32 letters, digits, full stops, hyphens or underscores.";
#[error]
const ESymbolTaken: vector<u8> = b"Another instrument has this symbol.";
#[error]
const EUnknownUnit: vector<u8> = b"There is no unit of this number.";
#[error]
const EUnknownInstrument: vector<u8> = b"There is no instrument of this number.";
#[error]
const ERedeemsMoreThanOutstanding: vector<u8> = b"More would be redeemed than is outstanding.";

const KIND_SETTLEMENT: u8 = 1;
const KIND_DIGITAL_CASH: u8 = 2;
const KIND_E_MONEY: u8 = 3;
const KIND_DEPOSIT: u8 = 4;
const KIND_SECURITY: u8 = 7;
const KIND_ISSUERLESS: u8 = 8;
const KIND_NOTES: u8 = 9;
const MAX_SYMBOL_BYTES: u64 = 32;

/// Every instrument, at `@money`.
public struct Registry has store {
    instruments: Table<u32, Instrument>,
    ids: Table<String, u32>,
}

/// An instrument and its supply.
public struct Instrument has store {
    /// From 1, in order of registration.
    id: u32,
    unit: u32,
    issuer: Option<address>,
    /// 1 settlement, 2 digital cash, 3 e-money, 4 deposit, 5 basket coin, 6 token, 7 security, 8 issuerless, 9 notes.
    kind: u8,
    symbol: String,
    /// Minor units ever issued.
    issued: u128,
    /// Minor units ever redeemed; what is outstanding is issued less redeemed.
    redeemed: u128,
}

/// The right to issue and redeem one instrument and to set its policy. Made once, when the instrument is registered.
public struct IssueAuthority has store {
    instrument: u32,
}

/// An authority in use, for the rest of the transaction at most: it cannot be kept. An authority lies in the ledger, where
/// it cannot stay borrowed while the ledger changes; this can.
public struct IssuePermit has drop {
    instrument: u32,
}

public struct InstrumentRegistered has copy, drop {
    instrument: u32,
    unit: u32,
    issuer: Option<address>,
    kind: u8,
    symbol: String,
}

/// Begins the registry.
public(package) fun initialise(ledger: &mut Ledger) {
    let instruments = table::new(ledger);
    let ids = table::new(ledger);
    ledger.publish(@money, Registry { instruments, ids });
}

/// Registers an instrument of kinds 3 to 7, which the signer issues.
public fun register(ledger: &mut Ledger, issuer: &signer, unit: u32, kind: u8, symbol: String): IssueAuthority {
    assert!(kind >= KIND_E_MONEY && kind <= KIND_SECURITY, EBadKind);
    add(ledger, option::some(issuer.address_of()), unit, kind, symbol)
}

/// Registers central-bank money (kinds 1, 2 and 9), issued by the signer, by right of the unit's mandate.
public fun register_base_money(
    ledger: &mut Ledger,
    mandate: &Mandate,
    central_bank: &signer,
    kind: u8,
    symbol: String,
): IssueAuthority {
    assert!(kind == KIND_SETTLEMENT || kind == KIND_DIGITAL_CASH || kind == KIND_NOTES, EBadKind);
    add(ledger, option::some(central_bank.address_of()), mandate.mandated_unit(), kind, symbol)
}

/// Registers money that is nobody's liability (kind 8).
public fun register_issuerless(ledger: &mut Ledger, unit: u32, symbol: String): IssueAuthority {
    add(ledger, option::none(), unit, KIND_ISSUERLESS, symbol)
}

/// Puts an authority to use.
public fun permit(authority: &IssueAuthority): IssuePermit {
    IssuePermit { instrument: authority.instrument }
}

/// The instrument an authority is for.
public fun authorised(authority: &IssueAuthority): u32 {
    authority.instrument
}

/// The instrument a permit is for.
public fun permitted(permit: &IssuePermit): u32 {
    permit.instrument
}

/// Whether an instrument of that number is registered.
public fun exists(ledger: &Ledger, instrument: u32): bool {
    ledger.borrow<Registry>(@money).instruments.contains(instrument)
}

/// The unit an instrument is in.
public fun unit(ledger: &Ledger, instrument: u32): u32 {
    find(ledger, instrument).unit
}

/// Who issues an instrument.
public fun issuer(ledger: &Ledger, instrument: u32): Option<address> {
    find(ledger, instrument).issuer
}

/// The kind of an instrument.
public fun kind(ledger: &Ledger, instrument: u32): u8 {
    find(ledger, instrument).kind
}

/// Minor units outstanding.
public fun outstanding(ledger: &Ledger, instrument: u32): u128 {
    let record = find(ledger, instrument);
    record.issued - record.redeemed
}

public fun settlement(): u8 {
    KIND_SETTLEMENT
}

public fun digital_cash(): u8 {
    KIND_DIGITAL_CASH
}

public fun notes(): u8 {
    KIND_NOTES
}

public fun e_money(): u8 {
    KIND_E_MONEY
}

public fun deposit(): u8 {
    KIND_DEPOSIT
}

public fun issuerless(): u8 {
    KIND_ISSUERLESS
}

/// Counts an issue; only `money` calls it, which makes the money.
public(package) fun count_issued(ledger: &mut Ledger, permit: &IssuePermit, amount: u64) {
    let record = &mut ledger.borrow_mut<Registry>(@money).instruments[permit.instrument];
    record.issued = record.issued + (amount as u128);
}

/// Counts a redemption; only `money` calls it, which destroys the money.
public(package) fun count_redeemed(ledger: &mut Ledger, permit: &IssuePermit, amount: u64) {
    let record = &mut ledger.borrow_mut<Registry>(@money).instruments[permit.instrument];
    let redeemed = record.redeemed + (amount as u128);
    assert!(redeemed <= record.issued, ERedeemsMoreThanOutstanding);
    record.redeemed = redeemed;
}

fun find(ledger: &Ledger, instrument: u32): &Instrument {
    let registry = ledger.borrow<Registry>(@money);
    assert!(registry.instruments.contains(instrument), EUnknownInstrument);
    &registry.instruments[instrument]
}

fun add(ledger: &mut Ledger, issuer: Option<address>, unit: u32, kind: u8, symbol: String): IssueAuthority {
    assert!(unit::exists(ledger, unit), EUnknownUnit);
    check_symbol(&symbol);
    let registry = ledger.borrow_mut<Registry>(@money);
    assert!(!registry.ids.contains(symbol), ESymbolTaken);
    let id = (registry.instruments.length() as u32) + 1;
    registry.ids.add(symbol, id);
    registry.instruments.add(id, Instrument { id, unit, issuer, kind, symbol, issued: 0, redeemed: 0 });
    event::emit(InstrumentRegistered { instrument: id, unit, issuer, kind, symbol });
    IssueAuthority { instrument: id }
}

fun check_symbol(symbol: &String) {
    let bytes = symbol.as_bytes();
    assert!(!bytes.is_empty() && bytes.length() <= MAX_SYMBOL_BYTES, EBadSymbol);
    // 0x2D, 0x2E and 0x5F are the hyphen, the full stop and the underscore.
    let fits = bytes.all!(|byte| ascii::is_alphanumeric(*byte) || *byte == 0x2D || *byte == 0x2E || *byte == 0x5F);
    assert!(fits, EBadSymbol);
}
