/// What stands behind a clearing house's cycles: participants' collateral and shares of the default fund, which remain theirs
/// until they are needed, and the clearing house's own capital. All of it lies in the clearing house's account at the
/// central bank. None of it comes from a payment institution's customers' reserve: it is put up from own funds.
module banking::clearing_funds;

use banking::books::{Self, Posting};
use banking::chart;
use banking::clearing_house;
use banking::institution;
use banking::settlement_account;
use money::money::Money;
use oversight::licence;
use std::event;
use std::ledger::Ledger;

#[error]
const EZeroAmount: vector<u8> = b"The amount must be more than zero.";
#[error]
const ENotSoMuch: vector<u8> = b"There is less of it than that.";
#[error]
const EOwesClearingHouse: vector<u8> = b"The participant owes the clearing house for having failed.";
#[error]
const EOwesLess: vector<u8> = b"The participant owes the clearing house less than that.";

/// A participant put up collateral (1), a share of the default fund (2) or capital (3), or took it back.
public struct FundsChanged has copy, drop {
    house: address,
    institution: address,
    /// 1 collateral, 2 share of the default fund, 3 capital of the clearing house.
    what: u8,
    is_back: bool,
    amount: u64,
}

/// A participant that had failed made good what others had borne.
public struct LossRepaid has copy, drop {
    house: address,
    institution: address,
    to_capital: u64,
    /// By place.
    to_survivors: vector<u64>,
}

/// Puts up collateral.
public(package) entry fun post_collateral(ledger: &mut Ledger, institution: &signer, house: address, amount: u64) {
    let at = institution::check(ledger, institution);
    let place = clearing_house::participants(ledger, house).active_place(at);
    pay_in(ledger, at, house, chart::put_up_at_clearing_houses(), chart::participants_collateral(), amount);
    clearing_house::participants_mut(ledger, house).add_collateral(place, amount);
    event::emit(FundsChanged { house, institution: at, what: 1, is_back: false, amount });
}

/// Takes collateral back that no cap needs, while no cycle is closed.
public(package) entry fun take_collateral(ledger: &mut Ledger, institution: &signer, house: address, amount: u64) {
    take_collateral_for(ledger, institution.address_of(), house, amount);
}

/// The same, by whoever acts for the participant.
public(package) fun take_collateral_for(ledger: &mut Ledger, at: address, house: address, amount: u64) {
    let place = check_free(ledger, at, house);
    let participants = clearing_house::participants_mut(ledger, house);
    assert!(amount <= participants.collateral(place), ENotSoMuch);
    participants.subtract_collateral(place, amount);
    participants.check_own_covered(place);
    pay_out(ledger, house, at, chart::participants_collateral(), chart::put_up_at_clearing_houses(), amount);
    event::emit(FundsChanged { house, institution: at, what: 1, is_back: true, amount });
}

/// Pays into the default fund.
public(package) entry fun post_fund_share(ledger: &mut Ledger, institution: &signer, house: address, amount: u64) {
    let at = institution::check(ledger, institution);
    let place = clearing_house::participants(ledger, house).active_place(at);
    pay_in(ledger, at, house, chart::put_up_at_clearing_houses(), chart::default_fund(), amount);
    clearing_house::participants_mut(ledger, house).add_fund_share(place, amount);
    event::emit(FundsChanged { house, institution: at, what: 2, is_back: false, amount });
}

/// Takes a share of the default fund back that no cap needs, while no cycle is closed.
public(package) entry fun take_fund_share(ledger: &mut Ledger, institution: &signer, house: address, amount: u64) {
    take_fund_share_for(ledger, institution.address_of(), house, amount);
}

/// The same, by whoever acts for the participant.
public(package) fun take_fund_share_for(ledger: &mut Ledger, at: address, house: address, amount: u64) {
    let place = check_free(ledger, at, house);
    let participants = clearing_house::participants_mut(ledger, house);
    assert!(amount <= participants.fund_share(place), ENotSoMuch);
    participants.subtract_fund_share(place, amount);
    clearing_house::check_covered(ledger, house);
    pay_out(ledger, house, at, chart::default_fund(), chart::put_up_at_clearing_houses(), amount);
    event::emit(FundsChanged { house, institution: at, what: 2, is_back: true, amount });
}

/// Pays capital into the clearing house, as one of its owners.
public(package) entry fun contribute_capital(ledger: &mut Ledger, institution: &signer, house: address, amount: u64) {
    let at = institution::check(ledger, institution);
    clearing_house::check_licensed(ledger, house);
    pay_in(ledger, at, house, chart::other_assets(), chart::capital(), amount);
    clearing_house::participants_mut(ledger, house).add_contribution(at, amount);
    event::emit(FundsChanged { house, institution: at, what: 3, is_back: false, amount });
}

/// Gives capital that no cap needs back to an owner that paid it in, both signing, while no cycle is closed; with a licence or without.
public(package) entry fun return_capital(ledger: &mut Ledger, house: &signer, institution: &signer, amount: u64) {
    let at = house.address_of();
    clearing_house::check_open(ledger, at);
    let owner = institution.address_of();
    assert!(amount > 0, EZeroAmount);
    let participants = clearing_house::participants_mut(ledger, at);
    assert!(amount <= participants.capital() && amount <= participants.contribution(owner), ENotSoMuch);
    participants.subtract_contribution(owner, amount);
    clearing_house::check_covered(ledger, at);
    pay_out(ledger, at, owner, chart::capital(), chart::other_assets(), amount);
    event::emit(FundsChanged { house: at, institution: owner, what: 3, is_back: true, amount });
}

/// Makes good, in own funds of an institution that failed, what others bore for it: first the survivors, in proportion to what
/// each bore, then the clearing house.
public(package) entry fun repay(ledger: &mut Ledger, institution: &signer, house: address, amount: u64) {
    let at = institution.address_of();
    assert!(amount > 0, EZeroAmount);
    let participants = clearing_house::participants(ledger, house);
    let place = participants.place(at);
    let owed = participants.owed_survivors(place);
    let owed_capital = participants.owed_capital(place);
    let mut owed_total = 0;
    owed.do_ref!(|each| owed_total = owed_total + *each);
    assert!(amount <= owed_total + owed_capital, EOwesLess);
    let to_survivors = banking::default_waterfall::shares(amount.min(owed_total), &owed);
    let to_capital = amount - amount.min(owed_total);
    let mut posting = books::begin(at, b"Repaid to a clearing house".to_string());
    posting.debit(chart::owed_to_clearing_houses(), amount);
    let money = own_out(ledger, &mut posting, at, amount);
    institution::post(ledger, posting);
    let mut house_posting = books::begin(house, b"Repaid by a participant".to_string());
    if (to_capital > 0) house_posting.credit(chart::claims_on_participants(), to_capital);
    if (amount > to_capital) house_posting.credit(chart::default_fund(), amount - to_capital);
    house_in(ledger, &mut house_posting, house, money);
    clearing_house::post(ledger, house, house_posting);
    to_survivors.length().do!(|survivor| if (to_survivors[survivor] > 0) {
        let to = clearing_house::participants(ledger, house).institution(survivor);
        let mut gain = books::begin(to, b"Recovered by a clearing house".to_string());
        gain.debit(chart::put_up_at_clearing_houses(), to_survivors[survivor]);
        gain.credit(chart::recoveries(), to_survivors[survivor]);
        institution::post(ledger, gain);
        clearing_house::participants_mut(ledger, house).add_fund_share(survivor, to_survivors[survivor]);
    });
    let participants = clearing_house::participants_mut(ledger, house);
    participants.subtract_owed(place, to_capital, to_survivors);
    participants.add_capital(to_capital);
    event::emit(LossRepaid { house, institution: at, to_capital, to_survivors });
}

/// Takes settlement money out of the clearing house's account; credits that asset.
public(package) fun house_out(ledger: &mut Ledger, posting: &mut Posting, house: address, amount: u64): Money {
    posting.credit(chart::settlement_account(), amount);
    settlement_account::debit(ledger, house, settlement_account::clearing_house(), amount)
}

/// Puts settlement money into the clearing house's account; debits that asset.
fun house_in(ledger: &mut Ledger, posting: &mut Posting, house: address, money: Money) {
    posting.debit(chart::settlement_account(), money.value());
    settlement_account::credit(ledger, house, settlement_account::clearing_house(), money);
}

/// Takes settlement money out of an institution's own funds: never out of its customers' reserve.
fun own_out(ledger: &mut Ledger, posting: &mut Posting, at: address, amount: u64): Money {
    posting.credit(chart::settlement_account(), amount);
    let kind = own_account(ledger, at);
    settlement_account::debit(ledger, at, kind, amount)
}

fun own_account(ledger: &Ledger, at: address): u8 {
    if (institution::kind(ledger, at) == licence::bank()) settlement_account::bank() else settlement_account::own_funds()
}

/// From own funds of an institution into the clearing house: an asset of the one, a liability or equity of the other.
fun pay_in(ledger: &mut Ledger, at: address, house: address, asset: u16, liability: u16, amount: u64) {
    assert!(amount > 0, EZeroAmount);
    let mut posting = books::begin(at, b"Put up at a clearing house".to_string());
    posting.debit(asset, amount);
    let money = own_out(ledger, &mut posting, at, amount);
    institution::post(ledger, posting);
    let mut house_posting = books::begin(house, b"Put up by a participant".to_string());
    house_posting.credit(liability, amount);
    house_in(ledger, &mut house_posting, house, money);
    clearing_house::post(ledger, house, house_posting);
}

/// The reverse.
fun pay_out(ledger: &mut Ledger, house: address, at: address, liability: u16, asset: u16, amount: u64) {
    assert!(amount > 0, EZeroAmount);
    let mut house_posting = books::begin(house, b"Taken back by a participant".to_string());
    house_posting.debit(liability, amount);
    let money = house_out(ledger, &mut house_posting, house, amount);
    clearing_house::post(ledger, house, house_posting);
    let mut posting = books::begin(at, b"Taken back from a clearing house".to_string());
    posting.credit(asset, amount);
    posting.debit(chart::settlement_account(), amount);
    let kind = own_account(ledger, at);
    settlement_account::credit(ledger, at, kind, money);
    institution::post(ledger, posting);
}

/// The place of whoever takes or took part, owes nothing, while no cycle is closed; aborts otherwise.
fun check_free(ledger: &Ledger, at: address, house: address): u64 {
    clearing_house::check_open(ledger, house);
    let participants = clearing_house::participants(ledger, house);
    let place = participants.place(at);
    let mut owed = participants.owed_capital(place) > 0;
    participants.owed_survivors(place).do_ref!(|each| owed = owed || *each > 0);
    assert!(!owed, EOwesClearingHouse);
    place
}
