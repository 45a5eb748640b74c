/// What supervisors permit. A licence lets its holder act as one kind of institution in one unit of account; it lies at the
/// holder's address, and every act of an institution asks for it. It may carry a limit to what its holder may have
/// outstanding, and a time at which it ends by itself.
module oversight::licence;

use money::unit;
use oversight::supervisor;
use std::event;
use std::ledger::Ledger;
use std::string::String;

#[error]
const ENotLicensed: vector<u8> = b"The address holds no licence of this kind for this unit.";
#[error]
const ESuspended: vector<u8> = b"The licence is suspended.";
#[error]
const ERevoked: vector<u8> = b"The licence was revoked.";
#[error]
const EExpired: vector<u8> = b"The licence has expired.";
#[error]
const EOverLimit: vector<u8> = b"The amount is more than the licence allows to be outstanding.";
#[error]
const EAlreadyLicensed: vector<u8> = b"The address holds a licence of this kind for this unit already.";
#[error]
const EBadKind: vector<u8> = b"The kind of a licence is a number from 1 to 13.";
#[error]
const EBadUnit: vector<u8> = b"A licence of kind 1 to 5 is for a registered unit, that of a publisher for none (0), any other for either.";
#[error]
const EBadExpiry: vector<u8> = b"A licence must expire after the time of the block that grants it.";
#[error]
const EBadReason: vector<u8> = b"A reason has 1 to 256 bytes.";
#[error]
const ENotGranted: vector<u8> = b"Only a licence in force can be suspended.";
#[error]
const ENotSuspended: vector<u8> = b"Only a suspended licence can be resumed.";
#[error]
const ENotRevoked: vector<u8> = b"Only a licence that was revoked can be closed to a new one.";
#[error]
const EWoundUp: vector<u8> = b"What the holder did by this licence is wound up: no other takes its place.";
#[error]
const ETooManyLicences: vector<u8> = b"An address holds at most 64 licences.";

// The numbers are permanent.
const CENTRAL_BANK: u8 = 1;
const BANK: u8 = 2;
const PAYMENT_INSTITUTION: u8 = 3;
const OPERATOR: u8 = 4;
const CLEARING_HOUSE: u8 = 5;
const CUSTODIAN: u8 = 6;
const RESELLER: u8 = 7;
const BROKER: u8 = 8;
const EXCHANGE: u8 = 9;
const INVESTMENT_BANK: u8 = 10;
const RATING_AGENCY: u8 = 11;
const CERTIFIER: u8 = 12;
const PUBLISHER: u8 = 13;

const NONE: u8 = 0;
const GRANTED: u8 = 1;
const SUSPENDED: u8 = 2;
const REVOKED: u8 = 3;
const EXPIRED: u8 = 4;

const MAX_LICENCES: u64 = 64;
const MAX_REASON_BYTES: u64 = 256;
const MAX_U128: u128 = 0xFFFF_FFFF_FFFF_FFFF_FFFF_FFFF_FFFF_FFFF;

/// All licences of an address, at that address; one for each kind and unit.
public struct Licences has store {
    licences: vector<Licence>,
}

/// A licence.
public struct Licence has copy, drop, store {
    /// 1 central bank, 2 bank, 3 payment institution, 4 operator, 5 clearing house, 6 custodian, 7 reseller, 8 broker,
    /// 9 exchange, 10 investment bank, 11 rating agency, 12 certifier, 13 publisher.
    kind: u8,
    /// 0 where the kind has to do with no unit.
    unit: u32,
    /// 1 granted, 2 suspended, 3 revoked.
    status: u8,
    /// What its holder may have outstanding, in minor units; absent means without limit.
    limit: Option<u128>,
    /// From this block time on it is expired, in milliseconds since 1970; absent means it does not expire.
    expires_at_ms: Option<u64>,
}

/// The licences, all revoked, that no others follow, at their holder's address: what was done by them is wound up.
public struct WoundUp has store {
    licences: vector<Closed>,
}

/// One of them.
public struct Closed has copy, drop, store {
    kind: u8,
    unit: u32,
}

public struct LicenceGranted has copy, drop {
    supervisor: address,
    holder: address,
    kind: u8,
    unit: u32,
    limit: Option<u128>,
    expires_at_ms: Option<u64>,
}

public struct LicenceLimited has copy, drop {
    supervisor: address,
    holder: address,
    kind: u8,
    unit: u32,
    limit: Option<u128>,
}

public struct LicenceSuspended has copy, drop {
    supervisor: address,
    holder: address,
    kind: u8,
    unit: u32,
    reason: String,
}

public struct LicenceResumed has copy, drop {
    supervisor: address,
    holder: address,
    kind: u8,
    unit: u32,
}

public struct LicenceRevoked has copy, drop {
    supervisor: address,
    holder: address,
    kind: u8,
    unit: u32,
    reason: String,
}

// === What supervisors do ===

/// Grants a licence. It may take the place of one of the same kind and unit that was revoked or has expired, unless what was done by
/// that is wound up.
public(package) entry fun grant(
    ledger: &mut Ledger,
    supervisor: &signer,
    holder: address,
    kind: u8,
    unit: u32,
    limit: Option<u128>,
    expires_at_ms: Option<u64>,
) {
    let _permit = supervisor::permit(ledger, supervisor);
    check_kind(ledger, kind, unit);
    assert!(!is_wound_up(ledger, holder, kind, unit), EWoundUp);
    let now = ledger.time_ms();
    assert!(expires_at_ms.is_none() || *expires_at_ms.borrow() > now, EBadExpiry);
    if (!ledger.exists<Licences>(holder)) ledger.publish(holder, Licences { licences: vector[] });
    let licences = &mut ledger.borrow_mut<Licences>(holder).licences;
    let granted = Licence { kind, unit, status: GRANTED, limit, expires_at_ms };
    let found = position(licences, kind, unit);
    if (found.is_some()) {
        let licence = &mut licences[found.destroy_some()];
        let status = licence.status_at(now);
        assert!(status == REVOKED || status == EXPIRED, EAlreadyLicensed);
        *licence = granted;
    } else {
        assert!(licences.length() < MAX_LICENCES, ETooManyLicences);
        licences.push_back(granted);
    };
    event::emit(LicenceGranted { supervisor: supervisor.address_of(), holder, kind, unit, limit, expires_at_ms });
}

/// Changes what the holder may have outstanding. What is outstanding above a lower limit stays; more cannot be issued.
public(package) entry fun limit(
    ledger: &mut Ledger,
    supervisor: &signer,
    holder: address,
    kind: u8,
    unit: u32,
    limit: Option<u128>,
) {
    let licence = held(ledger, supervisor, holder, kind, unit);
    assert!(licence.status != REVOKED, ERevoked);
    licence.limit = limit;
    event::emit(LicenceLimited { supervisor: supervisor.address_of(), holder, kind, unit, limit });
}

/// Suspends a licence: until it is resumed its holder may not act by it.
public(package) entry fun suspend(
    ledger: &mut Ledger,
    supervisor: &signer,
    holder: address,
    kind: u8,
    unit: u32,
    reason: String,
) {
    check_reason(&reason);
    let licence = held(ledger, supervisor, holder, kind, unit);
    assert!(licence.status == GRANTED, ENotGranted);
    licence.status = SUSPENDED;
    event::emit(LicenceSuspended { supervisor: supervisor.address_of(), holder, kind, unit, reason });
}

/// Ends a suspension.
public(package) entry fun resume(ledger: &mut Ledger, supervisor: &signer, holder: address, kind: u8, unit: u32) {
    let licence = held(ledger, supervisor, holder, kind, unit);
    assert!(licence.status == SUSPENDED, ENotSuspended);
    licence.status = GRANTED;
    event::emit(LicenceResumed { supervisor: supervisor.address_of(), holder, kind, unit });
}

/// Revokes a licence for good; only a new one can follow.
public(package) entry fun revoke(
    ledger: &mut Ledger,
    supervisor: &signer,
    holder: address,
    kind: u8,
    unit: u32,
    reason: String,
) {
    check_reason(&reason);
    let licence = held(ledger, supervisor, holder, kind, unit);
    assert!(licence.status != REVOKED, ERevoked);
    licence.status = REVOKED;
    event::emit(LicenceRevoked { supervisor: supervisor.address_of(), holder, kind, unit, reason });
}

/// Closes a revoked licence to any other of its kind and unit for the same holder, as what was done by it begins to be wound up. One
/// who goes on does so elsewhere.
public fun wind_up(ledger: &mut Ledger, supervisor: &signer, holder: address, kind: u8, unit: u32) {
    let _permit = supervisor::permit(ledger, supervisor);
    assert!(is_revoked(ledger, holder, kind, unit), ENotRevoked);
    if (is_wound_up(ledger, holder, kind, unit)) return;
    if (!ledger.exists<WoundUp>(holder)) ledger.publish(holder, WoundUp { licences: vector[] });
    // No more than there are licences.
    ledger.borrow_mut<WoundUp>(holder).licences.push_back(Closed { kind, unit });
}

// === What institutions are asked ===

/// Aborts unless the holder's licence was granted and is neither suspended, revoked nor expired.
public fun check(ledger: &Ledger, holder: address, kind: u8, unit: u32) {
    let status = status(ledger, holder, kind, unit);
    if (status == GRANTED) return;
    assert!(status != SUSPENDED, ESuspended);
    assert!(status != REVOKED, ERevoked);
    assert!(status != EXPIRED, EExpired);
    abort ENotLicensed
}

/// Aborts if the holder's licence has a limit below an amount in minor units, or if there is no licence.
public fun check_limit(ledger: &Ledger, holder: address, kind: u8, unit: u32, amount: u128) {
    let found = find(ledger, holder, kind, unit);
    assert!(found.is_some(), ENotLicensed);
    let limit = found.borrow().limit;
    assert!(limit.is_none() || amount <= *limit.borrow(), EOverLimit);
}

/// How much more its licence lets a holder have outstanding, in minor units: 0 without a licence, the largest number
/// without a limit.
public fun room(ledger: &Ledger, holder: address, kind: u8, unit: u32, outstanding: u128): u128 {
    let found = find(ledger, holder, kind, unit);
    if (found.is_none()) return 0;
    let limit = found.borrow().limit;
    if (limit.is_none()) MAX_U128 else (*limit.borrow()).saturating_sub(outstanding)
}

/// Whether `check` would pass.
public fun stands(ledger: &Ledger, holder: address, kind: u8, unit: u32): bool {
    status(ledger, holder, kind, unit) == GRANTED
}

/// Whether a licence was revoked and no other took its place. One that is suspended can stand again, and one that has expired ended
/// by nobody's act.
public fun is_revoked(ledger: &Ledger, holder: address, kind: u8, unit: u32): bool {
    status(ledger, holder, kind, unit) == REVOKED
}

/// Whether no licence of the kind and unit can be granted to the holder any more.
public fun is_wound_up(ledger: &Ledger, holder: address, kind: u8, unit: u32): bool {
    ledger.exists<WoundUp>(holder) && ledger.borrow<WoundUp>(holder).licences.contains(&Closed { kind, unit })
}

/// What has become of a licence: 0 none was granted, 1 it is in force, 2 suspended, 3 revoked, 4 expired.
public fun status(ledger: &Ledger, holder: address, kind: u8, unit: u32): u8 {
    let found = find(ledger, holder, kind, unit);
    if (found.is_none()) NONE else found.borrow().status_at(ledger.time_ms())
}

public fun central_bank(): u8 {
    CENTRAL_BANK
}

public fun bank(): u8 {
    BANK
}

public fun payment_institution(): u8 {
    PAYMENT_INSTITUTION
}

public fun operator(): u8 {
    OPERATOR
}

public fun clearing_house(): u8 {
    CLEARING_HOUSE
}

public fun custodian(): u8 {
    CUSTODIAN
}

public fun reseller(): u8 {
    RESELLER
}

public fun broker(): u8 {
    BROKER
}

public fun exchange(): u8 {
    EXCHANGE
}

public fun investment_bank(): u8 {
    INVESTMENT_BANK
}

public fun rating_agency(): u8 {
    RATING_AGENCY
}

public fun certifier(): u8 {
    CERTIFIER
}

/// The kind that lets its holder publish modules and upgrade its own; for unit 0.
public fun publisher(): u8 {
    PUBLISHER
}

// === Rules ===

fun check_kind(ledger: &Ledger, kind: u8, unit: u32) {
    assert!(kind >= CENTRAL_BANK && kind <= PUBLISHER, EBadKind);
    let fits = if (kind == PUBLISHER) unit == 0
    else if (kind <= CLEARING_HOUSE) unit != 0 && unit::exists(ledger, unit)
    else unit == 0 || unit::exists(ledger, unit);
    assert!(fits, EBadUnit);
}

fun check_reason(reason: &String) {
    assert!(!reason.is_empty() && reason.length() <= MAX_REASON_BYTES, EBadReason);
}

/// The licence that a supervisor is about to change.
fun held(ledger: &mut Ledger, supervisor: &signer, holder: address, kind: u8, unit: u32): &mut Licence {
    let _permit = supervisor::permit(ledger, supervisor);
    assert!(ledger.exists<Licences>(holder), ENotLicensed);
    let licences = &mut ledger.borrow_mut<Licences>(holder).licences;
    let found = position(licences, kind, unit);
    assert!(found.is_some(), ENotLicensed);
    &mut licences[found.destroy_some()]
}

fun find(ledger: &Ledger, holder: address, kind: u8, unit: u32): Option<Licence> {
    if (!ledger.exists<Licences>(holder)) return option::none();
    let licences = &ledger.borrow<Licences>(holder).licences;
    position(licences, kind, unit).map!(|index| licences[index])
}

fun position(licences: &vector<Licence>, kind: u8, unit: u32): Option<u64> {
    licences.find_index!(|licence| licence.kind == kind && licence.unit == unit)
}

fun status_at(licence: &Licence, now_ms: u64): u8 {
    if (licence.status == REVOKED) return REVOKED;
    if (licence.expires_at_ms.is_some() && *licence.expires_at_ms.borrow() <= now_ms) return EXPIRED;
    licence.status
}
