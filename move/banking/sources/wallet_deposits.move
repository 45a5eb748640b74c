/// The operator regime `deposit`: what wallets of a bank's customers hold is the bank's own liability, insured, bearing
/// interest, and inside its required reserves. (Under the regime `cash`, the other one, it is the central bank's, wholly
/// reserved and without interest: `banking::operator`.) A payment between wallets of two such banks settles in central-bank money
/// at once; one to a wallet under the regime `cash` arrives there as digital cash.
module banking::wallet_deposits;

use banking::bank_chart;
use banking::books::{Self, Posting};
use banking::cash_desk;
use banking::cash_draw;
use banking::central_bank;
use banking::chart;
use banking::commercial_bank;
use banking::insolvency;
use banking::institution;
use banking::linked_deposit;
use banking::operator;
use money::instrument::{Self, IssueAuthority, IssuePermit};
use money::money::Money;
use money::policy;
use money::wallet;
use std::event;
use std::ledger::Ledger;
use std::string::String;

#[error]
const ENotCentralBank: vector<u8> = b"The bank's account is with another central bank.";
#[error]
const EAlreadyAdopted: vector<u8> = b"The bank's wallets are under the regime `deposit` already.";
#[error]
const ENotAdopted: vector<u8> = b"The wallet's operator is no bank under the regime `deposit`.";
#[error]
const ENoPolicy: vector<u8> = b"The central bank's digital cash has no limits to follow.";
#[error]
const EZeroAmount: vector<u8> = b"The amount must be more than zero.";
#[error]
const EDifferentLengths: vector<u8> = b"Each wallet needs one amount.";
#[error]
const EInsolvent: vector<u8> = b"The bank's insolvency is declared: nobody pays with its wallet money.";
#[error]
const EBeingCut: vector<u8> = b"The bank's deposits are being counted and cut: nothing comes to them meanwhile.";
#[error]
const EOtherCentralBank: vector<u8> = b"Both wallets must be in money of one central bank.";

/// At the bank's address.
public struct WalletDeposits has store {
    /// Over the instrument that its wallets hold.
    authority: IssueAuthority,
}

/// A bank went over to the regime `deposit`.
public struct RegimeAdopted has copy, drop {
    central_bank: address,
    bank: address,
    instrument: u32,
}

/// Interest was paid into wallets.
public struct WalletInterestPaid has copy, drop {
    bank: address,
    instrument: u32,
    wallets: u64,
    amount: u64,
}

/// A bank that is an operator goes over to the regime; the central bank signs too. What wallets hold as digital cash stays
/// so until their owners exchange it; the limits of tiers are those of digital cash from the first.
public(package) entry fun adopt(ledger: &mut Ledger, central_bank: &signer, bank: &signer, symbol: String) {
    let at = check(ledger, central_bank, bank.address_of());
    let with = commercial_bank::check(ledger, bank);
    operator::check_cash(ledger, bank);
    assert!(!ledger.exists<WalletDeposits>(with), EAlreadyAdopted);
    let unit = institution::unit(ledger, with);
    let authority = instrument::register(ledger, bank, unit, instrument::deposit(), symbol);
    let permit = authority.permit();
    let instrument = authority.authorised();
    ledger.publish(with, WalletDeposits { authority });
    institution::state_outstanding(ledger, with, bank_chart::wallet_deposits(), &permit);
    let cash = cash_desk::cash(ledger, at);
    policy::max_tier().do!(|before| if (policy::has_tier(ledger, cash, before + 1)) follow_tier(ledger, with, before + 1));
    event::emit(RegimeAdopted { central_bank: at, bank: with, instrument });
}

/// Gives wallets of a tier the limits in a bank's wallet deposits that they have in digital cash now. Anybody may see to it:
/// what the limits are only a governed act of the central bank changes.
public(package) entry fun follow_tier(ledger: &mut Ledger, bank: address, tier: u8) {
    assert!(!insolvency::is_declared(ledger, bank), EInsolvent);
    let permit = permit(ledger, bank);
    let cash = cash_desk::cash(ledger, institution::central_bank(ledger, bank));
    assert!(policy::exists(ledger, cash), ENoPolicy);
    let limits = policy::borrow(ledger, cash).limits(tier);
    let (balance, single) = (*limits.balance(), *limits.single());
    let (daily, yearly) = (*limits.daily(), *limits.yearly());
    policy::set_tier(ledger, &permit, tier, balance, single, daily, yearly);
}

/// Puts a part of a customer's demand deposit into the wallet of one of the bank's customers.
public(package) entry fun fund(ledger: &mut Ledger, bank: &signer, account: u32, owner: address, amount: u64) {
    let at = commercial_bank::check(ledger, bank);
    let mut posting = books::begin(at, b"Wallet funded".to_string());
    institution::redeem_from_customer(ledger, &mut posting, account, amount);
    issue(ledger, &mut posting, owner, amount);
    institution::post(ledger, posting);
}

/// Puts wallet money of the signer back onto an account at its bank, even while its licence does not stand, but not while its
/// deposits are cut. Onto an account that is not linked to the wallet it is a payment, for which the signer's limits hold.
public(package) entry fun defund(ledger: &mut Ledger, owner: &signer, account: u32, amount: u64) {
    let at = bank_of(ledger, owner.address_of());
    assert!(!insolvency::is_cutting(ledger, at), EBeingCut);
    let permit = permit(ledger, at);
    if (linked_deposit::is_linked_to(ledger, owner.address_of(), at, account)) wallet::redeem_from(ledger, owner, &permit, amount)
    else wallet::redeem_as_payment(ledger, owner, &permit, amount);
    let mut posting = books::begin(at, b"Wallet money deposited".to_string());
    posting.debit(bank_chart::wallet_deposits(), amount);
    institution::repay_to_customer(ledger, &mut posting, account, amount);
    institution::post(ledger, posting);
    insolvency::bear_late(ledger, at, account, amount);
}

/// Exchanges digital cash in the signer's wallet for wallet money of its bank: the cash becomes the bank's reserves.
public(package) entry fun exchange_cash(ledger: &mut Ledger, owner: &signer, amount: u64) {
    let at = bank_of(ledger, owner.address_of());
    cash_draw::check(ledger, at);
    let central_bank = institution::central_bank(ledger, at);
    let settlement = cash_desk::out_of_wallet(ledger, central_bank, owner, amount, at);
    receive(ledger, at, owner.address_of(), settlement);
}

/// Pays wallet money to another wallet, whatever its operator's regime. The payer's limits are those of its own bank's money.
/// A bank whose licence does not stand pays nobody before its other customers, and takes in no new money.
public(package) entry fun pay(ledger: &mut Ledger, payer: &signer, payee: address, amount: u64) {
    assert!(amount > 0, EZeroAmount);
    let from = bank_of(ledger, payer.address_of());
    cash_draw::check(ledger, from);
    let to = wallet::operator(ledger, payee);
    let permit = permit(ledger, from);
    if (from == to) {
        wallet::pay_over(ledger, payer, &permit, payee, amount, 0);
        return
    };
    wallet::pay_over(ledger, payer, &permit, payee, amount, amount);
    let mut posting = books::begin(from, b"Wallet payment to another institution".to_string());
    posting.debit(bank_chart::wallet_deposits(), amount);
    let settlement = institution::settlement_out(ledger, &mut posting, amount);
    institution::post(ledger, posting);
    if (!ledger.exists<WalletDeposits>(to)) {
        operator::into_wallet(ledger, payee, settlement, from);
        return
    };
    assert!(institution::central_bank(ledger, to) == institution::central_bank(ledger, from), EOtherCentralBank);
    cash_draw::check(ledger, to);
    receive(ledger, to, payee, settlement);
}

/// Pays interest into wallets of the bank's customers, each the amount at its position, all of them or none.
public(package) entry fun pay_interest(ledger: &mut Ledger, bank: &signer, owners: vector<address>, amounts: vector<u64>) {
    let at = commercial_bank::check(ledger, bank);
    let wallets = owners.length();
    assert!(wallets == amounts.length(), EDifferentLengths);
    let mut posting = books::begin(at, b"Interest on wallets".to_string());
    let mut total = 0;
    owners.zip_do!(amounts, |owner, amount| {
        total = total + amount;
        issue_into(ledger, at, owner, amount);
    });
    assert!(total > 0, EZeroAmount);
    posting.debit(chart::interest_expense(), total);
    posting.credit(bank_chart::wallet_deposits(), total);
    institution::post(ledger, posting);
    institution::check_limit(ledger, at);
    let instrument = instrument(ledger, at);
    event::emit(WalletInterestPaid { bank: at, instrument, wallets, amount: total });
}

/// Takes all wallet money of a bank out of a wallet and puts it onto an account at the bank, for whoever acts for the bank in its
/// insolvency. Answers how much.
public(package) fun take_in(ledger: &mut Ledger, at: address, owner: address, account: u32): u64 {
    let permit = permit(ledger, at);
    let amount = wallet::balance(ledger, owner, permit.permitted());
    let recall = central_bank::recall(ledger, institution::central_bank(ledger, at), &permit);
    wallet::redeem_by_issuer(ledger, &recall, &permit, owner, amount);
    let mut posting = books::begin(at, b"Wallet money deposited".to_string());
    posting.debit(bank_chart::wallet_deposits(), amount);
    institution::repay_to_customer(ledger, &mut posting, account, amount);
    institution::post(ledger, posting);
    insolvency::bear_late(ledger, at, account, amount);
    amount
}

/// Lets nobody pay with a bank's wallet money any more, in no tier. Wallets take it in without limit: what is under way in escrows
/// and red packets comes to one or another of them as its time runs out, and is counted with the rest.
public(package) fun halt(ledger: &mut Ledger, at: address) {
    let permit = permit(ledger, at);
    let nothing = option::some(0);
    policy::max_tier().do!(|before| policy::set_tier(ledger, &permit, before + 1, option::none(), nothing, nothing, nothing));
}

/// Whether a bank's wallets are under the regime `deposit`.
public fun is_adopted(ledger: &Ledger, bank: address): bool {
    ledger.exists<WalletDeposits>(bank)
}

/// The number of the instrument that a bank's wallets hold.
public fun instrument(ledger: &Ledger, bank: address): u32 {
    assert!(ledger.exists<WalletDeposits>(bank), ENotAdopted);
    ledger.borrow<WalletDeposits>(bank).authority.authorised()
}

/// The signer's address, if it is the bank's central bank and its licence stands.
public(package) fun check(ledger: &Ledger, central_bank: &signer, bank: address): address {
    assert!(institution::central_bank(ledger, bank) == central_bank.address_of(), ENotCentralBank);
    central_bank::check_central_bank(ledger, central_bank)
}

fun permit(ledger: &Ledger, bank: address): IssuePermit {
    assert!(ledger.exists<WalletDeposits>(bank), ENotAdopted);
    ledger.borrow<WalletDeposits>(bank).authority.permit()
}

fun bank_of(ledger: &Ledger, owner: address): address {
    let at = wallet::operator(ledger, owner);
    assert!(ledger.exists<WalletDeposits>(at), ENotAdopted);
    at
}

fun receive(ledger: &mut Ledger, at: address, owner: address, settlement: Money) {
    let amount = settlement.value();
    let mut posting = books::begin(at, b"Received for a wallet".to_string());
    institution::settlement_in(ledger, &mut posting, settlement);
    issue(ledger, &mut posting, owner, amount);
    institution::post(ledger, posting);
    institution::check_limit(ledger, at);
}

fun issue(ledger: &mut Ledger, posting: &mut Posting, owner: address, amount: u64) {
    let at = posting.posted_for();
    posting.credit(bank_chart::wallet_deposits(), amount);
    issue_into(ledger, at, owner, amount);
}

fun issue_into(ledger: &mut Ledger, at: address, owner: address, amount: u64) {
    let issuer = permit(ledger, at);
    let serving = operator::permit_of(ledger, at);
    wallet::issue_to(ledger, &serving, &issuer, owner, amount);
}
