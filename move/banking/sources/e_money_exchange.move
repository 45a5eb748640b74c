/// Digital cash becomes e-money, and e-money digital cash. Both move one for one with the customers' reserve: base money stays
/// the same in amount and changes its form.
module banking::e_money_exchange;

use banking::books;
use banking::cash_desk;
use banking::customers_reserve;
use banking::institution;
use banking::operator;
use banking::payment_institution;
use oversight::licence;
use oversight::supervisor;
use std::event;
use std::ledger::Ledger;

#[error]
const ENotPaymentInstitution: vector<u8> = b"The address is no payment institution.";
#[error]
const ELicenceStands: vector<u8> = b"While its licence stands an institution pays its customers out itself.";

/// A customer paid digital cash out of a wallet onto an account.
public struct ToppedUp has copy, drop {
    institution: address,
    account: u32,
    owner: address,
    amount: u64,
}

/// E-money of an account was redeemed into a wallet.
public struct PaidOut has copy, drop {
    institution: address,
    account: u32,
    owner: address,
    amount: u64,
}

/// Pays digital cash out of the signer's wallet onto an account at a payment institution. Whose account it is only the institution
/// knows: it is a payment, for which the limits of the signer's tier hold.
public(package) entry fun top_up(ledger: &mut Ledger, owner: &signer, institution: address, account: u32, amount: u64) {
    payment_institution::check_at(ledger, institution);
    let central_bank = institution::central_bank(ledger, institution);
    let settlement = cash_desk::paid_out_of_wallet(ledger, central_bank, owner, amount, institution);
    let mut posting = books::begin(institution, b"Top-up from digital cash".to_string());
    institution::settlement_in(ledger, &mut posting, settlement);
    institution::issue_to_customer(ledger, &mut posting, account, amount);
    institution::post(ledger, posting);
    customers_reserve::check_issue(ledger, institution);
    event::emit(ToppedUp { institution, account, owner: owner.address_of(), amount });
}

/// Redeems e-money of an account into a wallet, within the balance its tier may hold. Needs no licence that stands.
public(package) entry fun pay_out(ledger: &mut Ledger, institution: &signer, account: u32, owner: address, amount: u64) {
    let at = payment_institution::check_is(ledger, institution);
    redeem(ledger, at, account, owner, amount);
}

/// Redeems all that an account holds into a wallet, by a supervisor, when the institution's licence no longer stands.
public(package) entry fun pay_out_for(ledger: &mut Ledger, supervisor: &signer, institution: address, account: u32, owner: address) {
    let _permit = supervisor::permit(ledger, supervisor);
    assert!(customers_reserve::exists(ledger, institution), ENotPaymentInstitution);
    let unit = institution::unit(ledger, institution);
    assert!(!licence::stands(ledger, institution, licence::payment_institution(), unit), ELicenceStands);
    let amount = institution::customers(ledger, institution).balance(account);
    redeem(ledger, institution, account, owner, amount);
}

fun redeem(ledger: &mut Ledger, at: address, account: u32, owner: address, amount: u64) {
    let mut posting = books::begin(at, b"Paid out as digital cash".to_string());
    institution::redeem_from_customer(ledger, &mut posting, account, amount);
    let settlement = institution::settlement_out(ledger, &mut posting, amount);
    institution::post(ledger, posting);
    operator::into_wallet(ledger, owner, settlement, at);
    event::emit(PaidOut { institution: at, account, owner, amount });
}
