/// Units of account: what prices are written in. Whoever holds a `Registrar` registers them and entrusts each to at most
/// one central bank.
module money::unit;

use money::calendar::{Self, Zone};
use std::ascii;
use std::event;
use std::ledger::Ledger;
use std::string::String;
use std::table::{Self, Table};

#[error]
const ENotRegistrar: vector<u8> = b"Only a registrar of units may do this.";
#[error]
const EAlreadyRegistrar: vector<u8> = b"The address is a registrar already.";
#[error]
const EBadCode: vector<u8> = b"The code of a unit is 2 to 12 capital letters and digits.";
#[error]
const ECodeTaken: vector<u8> = b"Another unit has this code.";
#[error]
const ETooManyDecimals: vector<u8> = b"A unit has at most 18 decimals.";
#[error]
const EUnknownUnit: vector<u8> = b"There is no unit of this number.";
#[error]
const EAlreadyEntrusted: vector<u8> = b"The unit has its central bank already.";
#[error]
const EHasMandate: vector<u8> = b"The address holds the mandate for another unit.";
#[error]
const ENoMandate: vector<u8> = b"The address holds no mandate to be the central bank of this unit.";

const MAX_DECIMALS: u8 = 18;
const MIN_CODE_BYTES: u64 = 2;
const MAX_CODE_BYTES: u64 = 12;

/// Every unit, at `@money`.
public struct Registry has store {
    units: Table<u32, Unit>,
    ids: Table<String, u32>,
}

/// A unit of account.
public struct Unit has store {
    /// From 1, in order of registration.
    id: u32,
    code: String,
    /// Minor units are 10^-decimals of the unit.
    decimals: u8,
    /// Where its days and years end.
    zone: Zone,
    /// Who was entrusted with it.
    central_bank: Option<address>,
}

/// The right to register units and to entrust them. A resource at the registrar's address.
public struct Registrar has store {}

/// The right to be the central bank of a unit; there is never more than one. A resource at the address that was
/// entrusted, until the central bank is established with it.
public struct Mandate has store {
    unit: u32,
}

public struct UnitRegistered has copy, drop {
    unit: u32,
    code: String,
    decimals: u8,
    zone: Zone,
}

public struct UnitEntrusted has copy, drop {
    unit: u32,
    central_bank: address,
}

public struct RegistrarAppointed has copy, drop {
    registrar: address,
}

/// Begins the registry; `@money` is the first registrar.
public(package) fun initialise(ledger: &mut Ledger) {
    let units = table::new(ledger);
    let ids = table::new(ledger);
    ledger.publish(@money, Registry { units, ids });
    ledger.publish(@money, Registrar {});
}

/// Whether the registry has begun.
public(package) fun is_initialised(ledger: &Ledger): bool {
    ledger.exists<Registry>(@money)
}

/// Registers a unit; its number is one more than the last. `zone_offset_minutes` is how far its days run ahead of
/// Greenwich, or behind it if `zone_is_west`.
public(package) entry fun register(
    ledger: &mut Ledger,
    registrar: &signer,
    code: String,
    decimals: u8,
    zone_offset_minutes: u16,
    zone_is_west: bool,
) {
    check_registrar(ledger, registrar);
    let bytes = code.as_bytes();
    assert!(bytes.length() >= MIN_CODE_BYTES && bytes.length() <= MAX_CODE_BYTES, EBadCode);
    assert!(bytes.all!(|byte| ascii::is_uppercase(*byte) || ascii::is_digit(*byte)), EBadCode);
    assert!(decimals <= MAX_DECIMALS, ETooManyDecimals);
    let zone = calendar::new_zone(zone_offset_minutes, zone_is_west);
    let registry = ledger.borrow_mut<Registry>(@money);
    assert!(!registry.ids.contains(code), ECodeTaken);
    let id = (registry.units.length() as u32) + 1;
    registry.ids.add(code, id);
    registry.units.add(id, Unit { id, code, decimals, zone, central_bank: option::none() });
    event::emit(UnitRegistered { unit: id, code, decimals, zone });
}

/// Makes another address a registrar too.
public(package) entry fun appoint_registrar(ledger: &mut Ledger, registrar: &signer, appointed: address) {
    check_registrar(ledger, registrar);
    assert!(!ledger.exists<Registrar>(appointed), EAlreadyRegistrar);
    ledger.publish(appointed, Registrar {});
    event::emit(RegistrarAppointed { registrar: appointed });
}

/// Entrusts a unit to an address, which may then establish its central bank. Once for each unit.
public(package) entry fun entrust(ledger: &mut Ledger, registrar: &signer, unit: u32, central_bank: address) {
    check_registrar(ledger, registrar);
    assert!(!ledger.exists<Mandate>(central_bank), EHasMandate);
    let registry = ledger.borrow_mut<Registry>(@money);
    assert!(registry.units.contains(unit), EUnknownUnit);
    let record = &mut registry.units[unit];
    assert!(record.central_bank.is_none(), EAlreadyEntrusted);
    record.central_bank.fill(central_bank);
    ledger.publish(central_bank, Mandate { unit });
    event::emit(UnitEntrusted { unit, central_bank });
}

/// Takes the mandate that the signer was entrusted with. Whoever gets it must keep it: it is never given twice.
public fun claim_mandate(ledger: &mut Ledger, central_bank: &signer, unit: u32): Mandate {
    let at = central_bank.address_of();
    assert!(ledger.exists<Mandate>(at), ENoMandate);
    let mandate = ledger.take<Mandate>(at);
    assert!(mandate.unit == unit, ENoMandate);
    mandate
}

/// The unit a mandate is for.
public fun mandated_unit(mandate: &Mandate): u32 {
    mandate.unit
}

/// Whether a unit of that number is registered.
public fun exists(ledger: &Ledger, unit: u32): bool {
    ledger.borrow<Registry>(@money).units.contains(unit)
}

/// The zone in which a unit's days end.
public fun zone(ledger: &Ledger, unit: u32): Zone {
    let registry = ledger.borrow<Registry>(@money);
    assert!(registry.units.contains(unit), EUnknownUnit);
    registry.units[unit].zone
}

/// The number of a code; aborts if no unit has it.
public fun id_of(ledger: &Ledger, code: String): u32 {
    let registry = ledger.borrow<Registry>(@money);
    assert!(registry.ids.contains(code), EUnknownUnit);
    registry.ids[code]
}

fun check_registrar(ledger: &Ledger, registrar: &signer) {
    assert!(ledger.exists<Registrar>(registrar.address_of()), ENotRegistrar);
}
