/// A central bank and its books. Base money (settlement money and digital cash) changes only with an asset posting, and
/// after every act assets at book value equal base money and capital. New base money is issued only while base money after
/// it is not more than the performing assets at book value after haircut: a sound currency does not bind bad assets.
module banking::central_bank;

use banking::books;
use banking::cash_desk;
use banking::central_bank_books;
use banking::institution;
use banking::monetary_policy;
use banking::notes;
use banking::operator;
use money::calendar;
use money::instrument::{Self, IssuePermit};
use money::money::Money;
use money::policy;
use money::unit::{Self, Mandate};
use money::wallet::{Self, RecallPermit};
use oversight::licence;
use std::event;
use std::ledger::Ledger;
use std::string::String;

#[error]
const ENotCentralBank: vector<u8> = b"The signer is not a central bank.";
#[error]
const EAlreadyEstablished: vector<u8> = b"The address is a central bank already.";
#[error]
const ENotCovered: vector<u8> = b"Base money would be more than the performing assets after haircut.";
#[error]
const EMustBeProposed: vector<u8> = b"The value was set before: a change of it must be proposed, and stand for the delay.";
#[error]
const EBadKind: vector<u8> = b"The kind of an asset is a number from 1 to 5.";
#[error]
const EBadHaircut: vector<u8> = b"A haircut is 0 to 10000 hundredths of a per cent.";
#[error]
const EBadDescription: vector<u8> = b"A description has 1 to 256 bytes.";
#[error]
const EZeroAmount: vector<u8> = b"The amount must be more than zero.";
#[error]
const EUnknownAsset: vector<u8> = b"There is no asset of this number on the central bank's books.";
#[error]
const ENotCounterparty: vector<u8> = b"The asset did not come from this operator.";
#[error]
const ERedeemsTooMuch: vector<u8> = b"The amount is more than the asset's book value.";
#[error]
const EBooksFull: vector<u8> = b"The central bank's books hold 4096 assets already.";
#[error]
const EBooksDoNotBalance: vector<u8> = b"The central bank's assets are not equal to its base money and capital.";
#[error]
const ECapitalSpent: vector<u8> = b"The central bank would spend more than it has earned and was given as capital.";
#[error]
const ENotesIntroduced: vector<u8> = b"The central bank issues notes already.";
#[error]
const EPerforming: vector<u8> = b"Only an asset that does not perform is written off.";
#[error]
const ELossAboveCapital: vector<u8> = b"The central bank's capital does not bear the loss.";
#[error]
const ESameSigner: vector<u8> = b"A central bank's asset is attested by a custodian, not by the central bank.";
#[error]
const EInUse: vector<u8> = b"The asset is a claim that ends as the bank repays it.";

const WHOLE_BPS: u64 = 10_000;
const CLAIMS_ON_BANKS: u8 = 4;
const MAX_KIND: u8 = 5;
const MAX_ASSETS: u64 = 4_096;
const MAX_DESCRIPTION_BYTES: u64 = 256;

/// A central bank and its assets one by one, at its address. Its books have them by kind, against base money and capital.
public struct CentralBank has store {
    name: String,
    unit: u32,
    /// Instrument number of its settlement money.
    settlement: u32,
    /// Instrument number of its digital cash.
    cash: u32,
    /// Instrument number of its notes, 0 while it issues none.
    notes: u32,
    /// In the order in which they were posted.
    assets: vector<Asset>,
    /// Number of the last asset posted.
    last_asset: u64,
    /// What assets that were written off had counted as cover, ever, in minor units.
    cover_written_off: u128,
    mandate: Mandate,
}

/// An asset at book value.
public struct Asset has store {
    /// From 1, never used twice.
    id: u64,
    /// 1 foreign exchange, 2 gold, 3 government bonds, 4 claims on banks, 5 other.
    kind: u8,
    description: String,
    /// The operator it was bought from; absent where it came in against capital.
    counterparty: Option<address>,
    /// In minor units.
    book_value: u64,
    /// What does not count as cover, in hundredths of a per cent of book value.
    haircut_bps: u64,
    performing: bool,
    /// Who attested last that it is there: the central bank itself as it posted it, the custodian of a security that it took over, or
    /// a custodian since.
    attested_by: address,
    /// On which day, in days since 1970.
    attested_on: u64,
}

public struct CentralBankEstablished has copy, drop {
    central_bank: address,
    unit: u32,
    settlement: u32,
    cash: u32,
}

/// An asset came onto the books, against settlement money of its counterparty or against capital.
public struct AssetPosted has copy, drop {
    central_bank: address,
    asset: u64,
    kind: u8,
    counterparty: Option<address>,
    book_value: u64,
    haircut_bps: u64,
}

/// An asset, or a part of it, went back to its counterparty.
public struct AssetReturned has copy, drop {
    central_bank: address,
    asset: u64,
    counterparty: address,
    amount: u64,
}

/// An asset began or ceased to perform. Cover is breached while it is less than base money.
public struct PerformanceChanged has copy, drop {
    central_bank: address,
    asset: u64,
    performing: bool,
    base_money: u128,
    cover: u128,
}

/// A custodian attested that an asset is there.
public struct AssetAttested has copy, drop {
    central_bank: address,
    asset: u64,
    custodian: address,
    attested_on: u64,
}

/// A part of an asset that does not perform was given up against capital.
public struct AssetWrittenOff has copy, drop {
    central_bank: address,
    asset: u64,
    amount: u64,
    left: u64,
}

// === What a central bank does ===

/// Establishes the central bank of a unit at the address that was entrusted with it.
public(package) entry fun establish(
    ledger: &mut Ledger,
    central_bank: &signer,
    unit: u32,
    name: String,
    settlement_symbol: String,
    cash_symbol: String,
) {
    let at = central_bank.address_of();
    assert!(!ledger.exists<CentralBank>(at), EAlreadyEstablished);
    operator::check_name(&name);
    licence::check(ledger, at, licence::central_bank(), unit);
    let mandate = unit::claim_mandate(ledger, central_bank, unit);
    let settlement_authority =
        instrument::register_base_money(ledger, &mandate, central_bank, instrument::settlement(), settlement_symbol);
    let cash_authority = instrument::register_base_money(ledger, &mandate, central_bank, instrument::digital_cash(), cash_symbol);
    let settlement = settlement_authority.authorised();
    let cash = cash_authority.authorised();
    cash_desk::open(ledger, central_bank, settlement_authority, cash_authority);
    let bank = CentralBank { name, unit, settlement, cash, notes: 0, assets: vector[], last_asset: 0, cover_written_off: 0, mandate };
    ledger.publish(at, bank);
    central_bank_books::begin(ledger, central_bank, unit);
    event::emit(CentralBankEstablished { central_bank: at, unit, settlement, cash });
}

/// Admits a licensed operator: opens its settlement account and its till.
public(package) entry fun admit_operator(ledger: &mut Ledger, central_bank: &signer, operator: address, name: String) {
    check_central_bank(ledger, central_bank);
    operator::admit(ledger, central_bank, operator, name);
}

/// Posts an asset against capital. Base money stays as it is.
public(package) entry fun contribute_capital(
    ledger: &mut Ledger,
    central_bank: &signer,
    kind: u8,
    description: String,
    book_value: u64,
    haircut_bps: u64,
) {
    let at = check_central_bank(ledger, central_bank);
    post(ledger, at, kind, description, option::none(), book_value, haircut_bps, at);
    enter(ledger, at, b"Capital contributed", central_bank_books::asset_account(kind), central_bank_books::capital(), book_value);
    check_books(ledger, at);
}

/// Buys an asset from an operator and credits its settlement account with the book value: this is how base money is made.
public(package) entry fun issue(
    ledger: &mut Ledger,
    central_bank: &signer,
    operator: address,
    kind: u8,
    description: String,
    book_value: u64,
    haircut_bps: u64,
) {
    let at = check_central_bank(ledger, central_bank);
    operator::check_may_borrow(ledger, central_bank, operator);
    let (_, money) = purchase(ledger, at, operator, kind, description, book_value, haircut_bps, at);
    operator::credit(ledger, operator, money);
}

/// Sells an asset back to the operator it came from, for its book value in settlement money. Both sign: the operator pays for it.
public(package) entry fun redeem(ledger: &mut Ledger, central_bank: &signer, operator: &signer, asset: u64) {
    let at = check_central_bank(ledger, central_bank);
    let bank = ledger.borrow<CentralBank>(at);
    let amount = bank.assets[bank.index_of(asset)].book_value;
    return_asset(ledger, central_bank, operator, asset, amount);
}

/// Sells a part of an asset's book value back in the same way.
public(package) entry fun redeem_part(ledger: &mut Ledger, central_bank: &signer, operator: &signer, asset: u64, amount: u64) {
    check_central_bank(ledger, central_bank);
    return_asset(ledger, central_bank, operator, asset, amount);
}

/// Records whether an asset performs. Always recorded, even if cover is then breached, which stops new issue until it is
/// made good, and even by a central bank whose licence does not stand.
public(package) entry fun set_performing(ledger: &mut Ledger, central_bank: &signer, asset: u64, performing: bool) {
    let at = find_central_bank(ledger, central_bank);
    let bank = ledger.borrow_mut<CentralBank>(at);
    let index = bank.index_of(asset);
    bank.assets[index].performing = performing;
    let base_money = base_money(ledger, at);
    let cover = cover(ledger, at);
    event::emit(PerformanceChanged { central_bank: at, asset, performing, base_money, cover });
}

/// Gives up a part of an asset that does not perform, at book value: the loss goes against what the central bank has earned and
/// was given as capital, and base money stays as it is. Recorded even by a central bank whose licence does not stand.
public(package) entry fun write_off(ledger: &mut Ledger, central_bank: &signer, asset: u64, amount: u64) {
    let at = find_central_bank(ledger, central_bank);
    assert!(amount > 0, EZeroAmount);
    let bank = ledger.borrow<CentralBank>(at);
    let record = &bank.assets[bank.index_of(asset)];
    let kind = record.kind;
    assert!(!record.performing, EPerforming);
    // Money that a bank owes is made good out of its pledge.
    assert!(kind != CLAIMS_ON_BANKS || !record.counterparty.is_some_and!(|from| institution::exists(ledger, *from)), EInUse);
    assert!(amount <= record.book_value, ERedeemsTooMuch);
    assert!((amount as u128) <= capital(ledger, at), ELossAboveCapital);
    let bank = ledger.borrow_mut<CentralBank>(at);
    let index = bank.index_of(asset);
    let record = &mut bank.assets[index];
    let counted = record.cover_of();
    record.book_value = record.book_value - amount;
    let left = record.book_value;
    let lost = counted - record.cover_of();
    if (left == 0) {
        let Asset { .. } = bank.assets.remove(index);
    };
    bank.cover_written_off = bank.cover_written_off + (lost as u128);
    enter(ledger, at, b"Asset written off", central_bank_books::loss_expense(), central_bank_books::asset_account(kind), amount);
    event::emit(AssetWrittenOff { central_bank: at, asset, amount, left });
    check_books(ledger, at);
}

/// A licensed custodian attests that an asset of a central bank is there today.
public(package) entry fun attest_asset(ledger: &mut Ledger, custodian: &signer, central_bank: address, asset: u64) {
    let attested_by = custodian.address_of();
    assert!(ledger.exists<CentralBank>(central_bank), ENotCentralBank);
    assert!(attested_by != central_bank, ESameSigner);
    licence::check(ledger, attested_by, licence::custodian(), ledger.borrow<CentralBank>(central_bank).unit);
    let attested_on = today(ledger, central_bank);
    let bank = ledger.borrow_mut<CentralBank>(central_bank);
    let index = bank.index_of(asset);
    let record = &mut bank.assets[index];
    record.attested_by = attested_by;
    record.attested_on = attested_on;
    event::emit(AssetAttested { central_bank, asset, custodian: attested_by, attested_on });
}

/// Sets for the first time what wallets of a tier may hold and pay in digital cash, in minor units; absent means without
/// limit. Every later change is proposed (see `banking::policy_change`).
public(package) entry fun set_tier(
    ledger: &mut Ledger,
    central_bank: &signer,
    tier: u8,
    balance: Option<u64>,
    single: Option<u64>,
    daily: Option<u64>,
    yearly: Option<u64>,
) {
    let at = check_central_bank(ledger, central_bank);
    assert!(!policy::has_tier(ledger, cash_desk::cash(ledger, at), tier), EMustBeProposed);
    change_tier(ledger, central_bank, tier, balance, single, daily, yearly);
}

/// Begins to issue notes, once.
public(package) entry fun introduce_notes(ledger: &mut Ledger, central_bank: &signer, symbol: String) {
    let at = check_central_bank(ledger, central_bank);
    let mut bank = ledger.take<CentralBank>(at);
    assert!(bank.notes == 0, ENotesIntroduced);
    let authority = instrument::register_base_money(ledger, &bank.mandate, central_bank, instrument::notes(), symbol);
    bank.notes = authority.authorised();
    ledger.publish(at, bank);
    cash_desk::introduce_notes(ledger, at, authority);
    notes::begin(ledger, at);
}

/// Sets a parameter of monetary policy (see `banking::monetary_policy`) for the first time. Every later change is proposed
/// (see `banking::policy_change`).
public(package) entry fun set_policy(ledger: &mut Ledger, central_bank: &signer, parameter: u8, value: u64) {
    let at = check_central_bank(ledger, central_bank);
    assert!(!monetary_policy::was_set(ledger, at, parameter), EMustBeProposed);
    monetary_policy::set(ledger, at, parameter, value);
}

/// Closes the period of the books: what was earned and not spent is retained.
public(package) entry fun close_period(ledger: &mut Ledger, central_bank: &signer) {
    let at = check_central_bank(ledger, central_bank);
    central_bank_books::close_period(ledger, at);
}

// === What the modules of its operations do for it ===

/// Buys an asset from a counterparty with new settlement money, if base money after it is covered. Answers the asset's
/// number and the money; the caller says by whose signatures, and who attests that the asset is there.
public(package) fun purchase(
    ledger: &mut Ledger,
    at: address,
    counterparty: address,
    kind: u8,
    description: String,
    book_value: u64,
    haircut_bps: u64,
    attested_by: address,
): (u64, Money) {
    let asset = post(ledger, at, kind, description, option::some(counterparty), book_value, haircut_bps, attested_by);
    let money = cash_desk::issue_at(ledger, at, book_value, counterparty);
    enter(ledger, at, b"Asset bought", central_bank_books::asset_account(kind), central_bank_books::base_money(), book_value);
    assert!(base_money(ledger, at) <= cover(ledger, at), ENotCovered);
    check_books(ledger, at);
    (asset, money)
}

/// Gives so much of an asset back to its counterparty for settlement money.
public(package) fun give_back(ledger: &mut Ledger, at: address, counterparty: address, asset: u64, money: Money) {
    let amount = money.value();
    let kind = ledger.borrow_mut<CentralBank>(at).write_down(asset, counterparty, amount);
    cash_desk::redeem_at(ledger, at, money, counterparty);
    enter(ledger, at, b"Asset returned", central_bank_books::base_money(), central_bank_books::asset_account(kind), amount);
    event::emit(AssetReturned { central_bank: at, asset, counterparty, amount });
    check_books(ledger, at);
}

/// Puts collateral in the place of a claim that was not paid: the claim of `claimed` ends, an asset of another kind is there
/// for `amount`, which is at least as much; what is more is income.
public(package) fun take_collateral(
    ledger: &mut Ledger,
    at: address,
    counterparty: address,
    claim: u64,
    claimed: u64,
    kind: u8,
    description: String,
    amount: u64,
    attested_by: address,
) {
    ledger.borrow_mut<CentralBank>(at).write_down(claim, counterparty, claimed);
    post(ledger, at, kind, description, option::none(), amount, 0, attested_by);
    let mut posting = books::begin(at, b"Collateral taken".to_string());
    posting.debit(central_bank_books::asset_account(kind), amount);
    posting.credit(central_bank_books::asset_account(CLAIMS_ON_BANKS), claimed);
    if (amount > claimed) posting.credit(central_bank_books::interest_income(), amount - claimed);
    central_bank_books::post(ledger, posting);
    check_books(ledger, at);
}

/// Takes settlement money as income of an account of the books: base money ends.
public(package) fun earn(ledger: &mut Ledger, at: address, from: address, money: Money, account: u16) {
    let amount = money.value();
    cash_desk::redeem_at(ledger, at, money, from);
    enter(ledger, at, b"Earned", central_bank_books::base_money(), account, amount);
    check_books(ledger, at);
}

/// Pays an expense with new settlement money, out of what was earned or capital, if base money after it is covered.
public(package) fun spend(ledger: &mut Ledger, at: address, to: address, amount: u64, account: u16): Money {
    assert!(can_spend(ledger, at, amount), ECapitalSpent);
    let money = cash_desk::issue_at(ledger, at, amount, to);
    enter(ledger, at, b"Spent", account, central_bank_books::base_money(), amount);
    check_books(ledger, at);
    money
}

/// Whether `spend` of an amount would be allowed: it has to be earned or given as capital, and base money covered after it.
public(package) fun can_spend(ledger: &Ledger, at: address, amount: u64): bool {
    let (equity, _) = central_bank_books::equity(ledger, at);
    (amount as u128) <= equity && base_money(ledger, at) + (amount as u128) <= cover(ledger, at)
}

// === What is to be read ===

/// Settlement money, digital cash and notes outstanding, in minor units: all central-bank money, whoever has it.
public fun base_money(ledger: &Ledger, central_bank: address): u128 {
    cash_desk::base_money(ledger, central_bank)
}

/// What stands behind base money: for each performing asset its book value less haircut, rounded down.
public fun cover(ledger: &Ledger, central_bank: address): u128 {
    let mut cover = 0u128;
    ledger.borrow<CentralBank>(central_bank).assets.do_ref!(|asset| {
        if (asset.performing) cover = cover + (asset.cover_of() as u128);
    });
    cover
}

/// All assets at book value, whether they perform or not.
public fun total_assets(ledger: &Ledger, central_bank: address): u128 {
    let mut total = 0u128;
    ledger.borrow<CentralBank>(central_bank).assets.do_ref!(|asset| total = total + (asset.book_value as u128));
    total
}

/// The kind and description of an asset, and who attested it last.
public fun asset_described(ledger: &Ledger, central_bank: address, asset: u64): (u8, String, address) {
    let bank = ledger.borrow<CentralBank>(central_bank);
    let record = &bank.assets[bank.index_of(asset)];
    (record.kind, record.description, record.attested_by)
}

/// Who attested an asset last, and on which day, in days since 1970.
public fun attested(ledger: &Ledger, central_bank: address, asset: u64): (address, u64) {
    let bank = ledger.borrow<CentralBank>(central_bank);
    let record = &bank.assets[bank.index_of(asset)];
    (record.attested_by, record.attested_on)
}

/// Capital, with what was earned and not spent, in minor units.
public fun capital(ledger: &Ledger, central_bank: address): u128 {
    let (equity, _) = central_bank_books::equity(ledger, central_bank);
    equity
}

// === Books ===

/// Changes the limits of a tier: by a proposal that was executed, or for the first time.
public(package) fun change_tier(
    ledger: &mut Ledger,
    central_bank: &signer,
    tier: u8,
    balance: Option<u64>,
    single: Option<u64>,
    daily: Option<u64>,
    yearly: Option<u64>,
) {
    let cash = cash_desk::cash_authority(ledger, central_bank);
    policy::set_tier(ledger, &cash, tier, balance, single, daily, yearly);
}

/// The signer's address, if it is a central bank whose licence stands.
public(package) fun check_central_bank(ledger: &Ledger, central_bank: &signer): address {
    let at = find_central_bank(ledger, central_bank);
    licence::check(ledger, at, licence::central_bank(), ledger.borrow<CentralBank>(at).unit);
    at
}

/// The right to take a bank's deposits in the central bank's unit back out of wallets, for the bank's winding-up.
public(package) fun recall(ledger: &Ledger, at: address, issuer: &IssuePermit): RecallPermit {
    wallet::recall(ledger, &ledger.borrow<CentralBank>(at).mandate, issuer)
}

fun find_central_bank(ledger: &Ledger, central_bank: &signer): address {
    let at = central_bank.address_of();
    assert!(ledger.exists<CentralBank>(at), ENotCentralBank);
    at
}

fun post(
    ledger: &mut Ledger,
    at: address,
    kind: u8,
    description: String,
    counterparty: Option<address>,
    book_value: u64,
    haircut_bps: u64,
    attested_by: address,
): u64 {
    assert!(kind >= 1 && kind <= MAX_KIND, EBadKind);
    assert!(!description.is_empty() && description.length() <= MAX_DESCRIPTION_BYTES, EBadDescription);
    assert!(book_value > 0, EZeroAmount);
    assert!(haircut_bps <= WHOLE_BPS, EBadHaircut);
    let attested_on = today(ledger, at);
    let bank = ledger.borrow_mut<CentralBank>(at);
    assert!(bank.assets.length() < MAX_ASSETS, EBooksFull);
    let id = bank.last_asset + 1;
    bank.last_asset = id;
    bank.assets.push_back(
        Asset { id, kind, description, counterparty, book_value, haircut_bps, performing: true, attested_by, attested_on },
    );
    event::emit(AssetPosted { central_bank: at, asset: id, kind, counterparty, book_value, haircut_bps });
    id
}

/// Posts an amount to two accounts of the books.
fun enter(ledger: &mut Ledger, at: address, memo: vector<u8>, debited: u16, credited: u16, amount: u64) {
    let mut posting = books::begin(at, memo.to_string());
    posting.debit(debited, amount);
    posting.credit(credited, amount);
    central_bank_books::post(ledger, posting);
}

fun return_asset(ledger: &mut Ledger, central_bank: &signer, owner: &signer, asset: u64, amount: u64) {
    let at = central_bank.address_of();
    let operator = owner.address_of();
    operator::check_admitted(ledger, central_bank, operator);
    assert!(amount > 0, EZeroAmount);
    let bank = ledger.borrow<CentralBank>(at);
    // Money that a bank owes comes back with its interest and frees collateral.
    assert!(bank.assets[bank.index_of(asset)].kind != CLAIMS_ON_BANKS || !institution::exists(ledger, operator), EInUse);
    ledger.borrow<CentralBank>(at).check_write_down(asset, operator, amount);
    let money = operator::debit(ledger, operator, amount);
    give_back(ledger, at, operator, asset, money);
}

fun check_write_down(bank: &CentralBank, asset: u64, counterparty: address, amount: u64) {
    let record = &bank.assets[bank.index_of(asset)];
    assert!(record.counterparty.contains(&counterparty), ENotCounterparty);
    assert!(amount <= record.book_value, ERedeemsTooMuch);
}

/// Takes an amount off an asset's book value, and the asset off the books when nothing is left. Answers its kind.
fun write_down(bank: &mut CentralBank, asset: u64, counterparty: address, amount: u64): u8 {
    bank.check_write_down(asset, counterparty, amount);
    let index = bank.index_of(asset);
    let record = &mut bank.assets[index];
    record.book_value = record.book_value - amount;
    let kind = record.kind;
    if (record.book_value == 0) {
        let Asset { .. } = bank.assets.remove(index);
    };
    kind
}

/// What an asset counts as cover while it performs.
fun cover_of(asset: &Asset): u64 {
    asset.book_value.mul_div(WHOLE_BPS - asset.haircut_bps, WHOLE_BPS)
}

fun today(ledger: &Ledger, at: address): u64 {
    let zone = unit::zone(ledger, ledger.borrow<CentralBank>(at).unit);
    calendar::today(ledger, &zone)
}

fun index_of(bank: &CentralBank, asset: u64): u64 {
    let found = bank.assets.find_index!(|record| record.id == asset);
    assert!(found.is_some(), EUnknownAsset);
    found.destroy_some()
}

/// The books say what there is: of assets one by one, and of base money outstanding. That they balance is their own rule.
fun check_books(ledger: &Ledger, at: address) {
    let books = central_bank_books::books(ledger, at);
    assert!(books.balance(central_bank_books::base_money()) == base_money(ledger, at), EBooksDoNotBalance);
    assert!(books.total(books::asset()) == total_assets(ledger, at), EBooksDoNotBalance);
}

/// Posts assets of one minor unit against capital until there are so many.
#[test_only]
public fun fill_books(ledger: &mut Ledger, at: address, count: u64) {
    let before = ledger.borrow<CentralBank>(at).assets.length();
    if (count > before) enter(ledger, at, b"Gold", central_bank_books::asset_account(2), central_bank_books::capital(), count - before);
    let bank = ledger.borrow_mut<CentralBank>(at);
    while (bank.assets.length() < count) {
        let id = bank.last_asset + 1;
        let description = b"gold".to_string();
        bank.last_asset = id;
        let counterparty = option::none();
        bank.assets.push_back(
            Asset { id, kind: 2, description, counterparty, book_value: 1, haircut_bps: 0, performing: true, attested_by: at, attested_on: 0 },
        );
    }
}
