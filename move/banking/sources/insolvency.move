/// A bank that cannot bear its losses. A supervisor who has revoked its licence puts an administrator over it. Losses hit the
/// bank's equity first, as they are written off; what its equity cannot bear is borne in this order: banks that lent to it,
/// pro rata; customers with what is above the insured cap, pro rata; the deposit insurer. What is pledged to the central
/// bank answers for that loan alone. What losses leave is paid to creditors by `banking::estate_payout`, out of what
/// `banking::estate` makes of the assets; where those bring less than their book value, losses are shared once more.
module banking::insolvency;

use banking::bank_chart;
use banking::books;
use banking::capital_adequacy;
use banking::chart;
use banking::customer_red_packet;
use banking::deposit_insurance;
use banking::first_mode;
use banking::institution;
use banking::interbank;
use banking::lending;
use banking::losses_borne;
use banking::time_deposits;
use money::instrument;
use money::wallet;
use oversight::licence;
use oversight::supervisor;
use std::event;
use std::ledger::Ledger;
use std::table::{Self, Table};

#[error]
const ENotRevoked: vector<u8> = b"The bank's licence is revoked first: one that is suspended or has expired does not end a bank.";
#[error]
const ENotBank: vector<u8> = b"The address is no bank.";
#[error]
const EAlreadyDeclared: vector<u8> = b"The bank's insolvency is declared already.";
#[error]
const ENotInsolvent: vector<u8> = b"The bank's insolvency is not declared.";
#[error]
const ENotAdministrator: vector<u8> = b"Only the bank's administrator may do this.";
#[error]
const ENotApprover: vector<u8> = b"A supervisor or the bank's central bank, and not its administrator, signs what becomes of an asset too.";
#[error]
const EWrongStage: vector<u8> = b"That is not the next step of the bank's winding-up.";
#[error]
const EDifferentLengths: vector<u8> = b"Each account needs the account that takes its place.";
#[error]
const ETimeDeposits: vector<u8> = b"The bank's time deposits are paid back onto their accounts first.";
#[error]
const EInstitutionsDeposits: vector<u8> = b"What the bank keeps for payment institutions goes onto customers' accounts first.";
#[error]
const ERedPackets: vector<u8> = b"What red packets hold goes back onto accounts first.";
#[error]
const EInClearing: vector<u8> = b"The bank's deposits in clearing go back onto their accounts first.";
#[error]
const EWalletMoney: vector<u8> = b"Wallet money goes onto accounts first; wallets that a warrant has frozen are named, each once.";
#[error]
const ENothingToShare: vector<u8> = b"The bank's assets cover what it owes: there is no loss to be shared.";
#[error]
const EMissingLenders: vector<u8> = b"All banks that lent to the bank must be named, each once.";
#[error]
const ENotReceivingBank: vector<u8> = b"Insured deposits are paid at another bank.";
#[error]
const ENothingInsured: vector<u8> = b"The account has nothing left that is insured.";

const LOSSES: u8 = 1;
const COUNTING: u8 = 2;
const CUTTING: u8 = 3;
const BORNE: u8 = 4;
const RESTORING: u8 = 5;
const BILLION: u128 = 1_000_000_000;
/// 31 days: no red packet lives longer.
const WAIT_FOR_WALLETS_MS: u64 = 2_678_400_000;

/// At the bank's address.
public struct Insolvency has store {
    administrator: address,
    /// 1 losses are written off, 2 uninsured deposits are counted, 3 they are cut, 4 losses are borne, 5 what assets brought beyond
    /// their book value goes back to customers.
    stage: u8,
    /// What the insurer has paid, by account.
    insured_paid: Table<u32, u64>,
    /// The next account to be counted, cut or restored.
    cursor: u64,
    /// Deposits above the insured cap, in minor units.
    uninsured: u128,
    /// What customers have to bear of the losses.
    to_bear: u128,
    /// Uninsured deposits of the accounts that are cut already.
    passed: u128,
    /// Block time of the declaration, in milliseconds since 1970.
    declared_at_ms: u64,
    /// What the cuts so far have left of uninsured deposits, in billionths.
    kept_billionths: u128,
}

public struct InsolvencyDeclared has copy, drop {
    bank: address,
    supervisor: address,
    administrator: address,
}

/// What banks that had lent to the insolvent one have lost.
public struct LendersBore has copy, drop {
    bank: address,
    lenders: vector<address>,
    amounts: vector<u64>,
}

/// What customers and the insurer have lost, and what nobody could bear.
public struct LossesBorne has copy, drop {
    bank: address,
    customers: u128,
    insurer: u64,
    uncovered: u128,
}

public struct InsuredPaid has copy, drop {
    bank: address,
    account: u32,
    to_bank: address,
    to_account: u32,
    amount: u64,
}

/// Declares a bank insolvent whose licence was revoked. It gets no other: while its estate is wound up nobody but the administrator
/// acts for it.
public(package) entry fun declare(ledger: &mut Ledger, supervisor: &signer, bank: address, administrator: address) {
    let _permit = supervisor::permit(ledger, supervisor);
    assert!(institution::exists(ledger, bank) && institution::kind(ledger, bank) == licence::bank(), ENotBank);
    assert!(licence::is_revoked(ledger, bank, licence::bank(), institution::unit(ledger, bank)), ENotRevoked);
    assert!(!ledger.exists<Insolvency>(bank), EAlreadyDeclared);
    let unit = institution::unit(ledger, bank);
    licence::wind_up(ledger, supervisor, bank, licence::bank(), unit);
    let insured_paid = table::new(ledger);
    let declared_at_ms = ledger.time_ms();
    ledger.publish(
        bank,
        Insolvency {
            administrator,
            stage: LOSSES,
            insured_paid,
            cursor: 0,
            uninsured: 0,
            to_bear: 0,
            passed: 0,
            declared_at_ms,
            kept_billionths: BILLION,
        },
    );
    losses_borne::begin(ledger, bank);
    event::emit(InsolvencyDeclared { bank, supervisor: supervisor.address_of(), administrator });
}

/// Writes a loan of the bank off. Its borrower owes nothing any more: as for a sale, a supervisor or the bank's central bank signs too.
public(package) entry fun write_off(ledger: &mut Ledger, administrator: &signer, approver: &signer, bank: address, loan: u64) {
    check_open(ledger, administrator, bank);
    check_approver(ledger, administrator, approver, bank);
    lending::record_performance(ledger, bank, loan, false);
    lending::give_up(ledger, bank, loan);
}

/// Pays a time deposit back onto its customer's account, where it stands with what else the customer has.
public(package) entry fun end_time_deposit(ledger: &mut Ledger, administrator: &signer, bank: address, deposit: u64) {
    check(ledger, administrator, bank, LOSSES);
    time_deposits::pay_back(ledger, bank, deposit);
}

/// Puts what the bank keeps for a payment institution onto a customer's account, where it bears losses as any other deposit.
public(package) entry fun take_in_deposit(ledger: &mut Ledger, administrator: &signer, bank: address, account: u32, customer: u32) {
    check(ledger, administrator, bank, LOSSES);
    first_mode::take_in(ledger, bank, account, customer);
}

/// Gives back what nobody took of a red packet, expired or not, so that it bears losses as any other deposit: to the giver, or to
/// another customer where the giver's account is closed.
public(package) entry fun end_red_packet(ledger: &mut Ledger, administrator: &signer, bank: address, number: u64, account: u32) {
    check(ledger, administrator, bank, LOSSES);
    customer_red_packet::end_early(ledger, bank, number, account);
}

/// Shares losses once more that came to light since they were shared, as assets brought less than their book value.
public(package) entry fun reopen(ledger: &mut Ledger, administrator: &signer, bank: address) {
    check(ledger, administrator, bank, BORNE);
    let (_, missing) = capital_adequacy::capital(ledger, bank);
    assert!(missing > 0, ENothingToShare);
    let record = ledger.borrow_mut<Insolvency>(bank);
    record.stage = LOSSES;
    record.cursor = 0;
    record.uninsured = 0;
    record.to_bear = 0;
    record.passed = 0;
}

/// Lets the banks that lent to it bear what its equity cannot, pro rata. All of them are named. What is left is the customers'.
/// All wallet money of the bank is on accounts then, except in wallets that a warrant has frozen, which are named: as frozen
/// accounts they are not cut. After 31 days it may lie elsewhere too, as in an escrow that takes its time: it bears as much as
/// other deposits did when it comes onto an account.
public(package) entry fun cut_lenders(
    ledger: &mut Ledger,
    administrator: &signer,
    bank: address,
    lenders: vector<address>,
    frozen_wallets: vector<address>,
) {
    check(ledger, administrator, bank, LOSSES);
    assert!(time_deposits::total(ledger, bank) == 0, ETimeDeposits);
    assert!(first_mode::kept(ledger, bank) == 0, EInstitutionsDeposits);
    assert!(customer_red_packet::held_by_all(ledger, bank) == 0, ERedPackets);
    check_wallet_money(ledger, bank, &frozen_wallets);
    // What is on its way back to an account would come too late to be counted.
    let pool = institution::customers(ledger, bank).pool() as u128;
    assert!(instrument::outstanding(ledger, institution::instrument(ledger, bank)) == pool, EInClearing);
    let (_, missing) = capital_adequacy::capital(ledger, bank);
    let owed = institution::books(ledger, bank).balance(chart::interbank_debts());
    let borne = missing.min(owed);
    let mut amounts = vector[];
    let mut passed = 0u128;
    lenders.length().do!(|index| {
        let lender = &lenders[index];
        let (_, first) = lenders.index_of(lender);
        assert!(first == index, EMissingLenders);
        let claim = interbank::claim_on(ledger, *lender, bank) as u128;
        // Each bears its share of the sum up to it, less the share of the sum before it: shares differ by one minor unit at most.
        let share = if (owed == 0) 0 else share(borne, passed + claim, owed) - share(borne, passed, owed);
        passed = passed + claim;
        amounts.push_back(share as u64);
    });
    assert!(passed == owed, EMissingLenders);
    lenders.zip_do_ref!(&amounts, |lender, amount| if (*amount > 0) {
        cut_lender(ledger, bank, *lender, *amount);
        losses_borne::add_lender(ledger, bank, *lender, *amount);
    });
    let record = ledger.borrow_mut<Insolvency>(bank);
    record.to_bear = missing - borne;
    record.stage = COUNTING;
    event::emit(LendersBore { bank, lenders, amounts });
}

/// Counts what so many further accounts hold above the insured cap. Frozen accounts are not counted and not cut.
public(package) entry fun count_deposits(ledger: &mut Ledger, administrator: &signer, bank: address, accounts: u64) {
    check(ledger, administrator, bank, COUNTING);
    let end = institution::customers(ledger, bank).accounts();
    let mut account = ledger.borrow<Insolvency>(bank).cursor;
    let stop = end.min(account + accounts);
    let mut uninsured = 0u128;
    while (account < stop) {
        uninsured = uninsured + (uninsured(ledger, bank, account as u32) as u128);
        account = account + 1;
    };
    let record = ledger.borrow_mut<Insolvency>(bank);
    record.uninsured = record.uninsured + uninsured;
    record.cursor = account;
    if (account < end) return;
    record.cursor = 0;
    record.stage = CUTTING;
    record.to_bear = record.to_bear.min(record.uninsured);
}

/// Cuts so many further accounts, pro rata to what they hold above the insured cap; after the last the insurer bears what is left.
public(package) entry fun cut_deposits(ledger: &mut Ledger, administrator: &signer, bank: address, accounts: u64) {
    check(ledger, administrator, bank, CUTTING);
    let end = institution::customers(ledger, bank).accounts();
    let record = ledger.borrow<Insolvency>(bank);
    let (to_bear, whole) = (record.to_bear, record.uninsured);
    let (mut account, mut passed) = (record.cursor, record.passed);
    let stop = end.min(account + accounts);
    while (account < stop) {
        let uninsured = uninsured(ledger, bank, account as u32) as u128;
        if (uninsured > 0) {
            // An account whose freeze ended since it was counted cannot make the cuts more than there is to bear.
            let reached = (passed + uninsured).min(whole);
            let cut = if (whole == 0) 0 else (share(to_bear, reached, whole) - share(to_bear, passed, whole)) as u64;
            passed = reached;
            if (cut > 0) {
                cut_deposit(ledger, bank, account as u32, cut);
                losses_borne::add_account(ledger, bank, account as u32, cut);
            };
        };
        account = account + 1;
    };
    let record = ledger.borrow_mut<Insolvency>(bank);
    record.cursor = account;
    record.passed = passed;
    if (account < end) return;
    record.stage = BORNE;
    if (whole > 0) record.kept_billionths = share(record.kept_billionths, whole - to_bear, whole);
    cut_insurer(ledger, bank, to_bear);
}

/// Pays customers' insured deposits out of the fund onto accounts at another bank, which takes them with its signature; of
/// each account as much as is insured and was not paid before.
public(package) entry fun pay_insured(
    ledger: &mut Ledger,
    administrator: &signer,
    receiving: &signer,
    bank: address,
    accounts: vector<u32>,
    to: vector<u32>,
) {
    check_administrator(ledger, administrator, bank);
    let to_bank = institution::check(ledger, receiving);
    assert!(institution::kind(ledger, to_bank) == licence::bank(), ENotReceivingBank);
    assert!(accounts.length() == to.length(), EDifferentLengths);
    accounts.zip_do!(to, |account, to_account| {
        let amount = insured(ledger, bank, account);
        assert!(amount > 0, ENothingInsured);
        let paid = &mut ledger.borrow_mut<Insolvency>(bank).insured_paid;
        if (paid.contains(account)) *&mut paid[account] = paid[account] + amount else paid.add(account, amount);
        deposit_insurance::pay(ledger, bank, account, to_bank, to_account, amount);
        event::emit(InsuredPaid { bank, account, to_bank, to_account, amount });
    });
}

/// Lets wallet money that came onto an account after losses were borne bear what other deposits above the insured cap have borne.
public(package) fun bear_late(ledger: &mut Ledger, bank: address, account: u32, amount: u64) {
    if (!ledger.exists<Insolvency>(bank) || ledger.borrow<Insolvency>(bank).stage != BORNE) return;
    let above = uninsured(ledger, bank, account).min(amount) as u128;
    let cut = share(above, BILLION - ledger.borrow<Insolvency>(bank).kept_billionths, BILLION) as u64;
    if (cut == 0) return;
    cut_deposit(ledger, bank, account, cut);
    losses_borne::add_account(ledger, bank, account, cut);
}

/// Whether a bank's deposits are being counted, cut or restored, so that nothing may come to them.
public fun is_cutting(ledger: &Ledger, bank: address): bool {
    if (!ledger.exists<Insolvency>(bank)) return false;
    let stage = ledger.borrow<Insolvency>(bank).stage;
    stage == COUNTING || stage == CUTTING || stage == RESTORING
}

/// Whether a bank's insolvency is declared.
public fun is_declared(ledger: &Ledger, bank: address): bool {
    ledger.exists<Insolvency>(bank)
}

/// Whether a bank's insolvency is declared and the address administers it.
public(package) fun is_administered_by(ledger: &Ledger, bank: address, administrator: address): bool {
    is_declared(ledger, bank) && ledger.borrow<Insolvency>(bank).administrator == administrator
}

/// Aborts unless the signer administers a bank of which nothing is being counted, cut or restored.
public(package) fun check_open(ledger: &Ledger, administrator: &signer, bank: address) {
    check_administrator(ledger, administrator, bank);
    let stage = ledger.borrow<Insolvency>(bank).stage;
    assert!(stage == LOSSES || stage == BORNE, EWrongStage);
}

/// Aborts unless the signer is a supervisor or the bank's central bank, and another than its administrator.
public(package) fun check_approver(ledger: &Ledger, administrator: &signer, approver: &signer, bank: address) {
    let at = approver.address_of();
    assert!(at != administrator.address_of(), ENotApprover);
    assert!(supervisor::exists(ledger, at) || at == institution::central_bank(ledger, bank), ENotApprover);
}

/// Aborts unless the signer administers a bank whose losses are borne.
public(package) fun check_borne(ledger: &Ledger, administrator: &signer, bank: address) {
    check(ledger, administrator, bank, BORNE);
}

/// Begins to give `amount` back to customers, pro rata to what they have borne.
public(package) fun begin_restoring(ledger: &mut Ledger, bank: address, amount: u128, borne: u128) {
    let record = ledger.borrow_mut<Insolvency>(bank);
    record.stage = RESTORING;
    record.cursor = 0;
    record.passed = 0;
    record.to_bear = amount;
    record.uninsured = borne;
}

/// The next so many accounts that are restored, and of each what goes back to it; after the last losses are borne again.
public(package) fun restore_next(ledger: &mut Ledger, administrator: &signer, bank: address, accounts: u64): (vector<u32>, vector<u64>) {
    check(ledger, administrator, bank, RESTORING);
    let end = institution::customers(ledger, bank).accounts();
    let record = ledger.borrow<Insolvency>(bank);
    let (amount, whole) = (record.to_bear, record.uninsured);
    let (mut account, mut passed) = (record.cursor, record.passed);
    let stop = end.min(account + accounts);
    let (mut restored, mut shares) = (vector[], vector[]);
    while (account < stop) {
        let borne = losses_borne::by_account(ledger, bank, account as u32) as u128;
        if (borne > 0) {
            let back = (share(amount, passed + borne, whole) - share(amount, passed, whole)) as u64;
            passed = passed + borne;
            if (back > 0) {
                restored.push_back(account as u32);
                shares.push_back(back);
            };
        };
        account = account + 1;
    };
    let record = ledger.borrow_mut<Insolvency>(bank);
    record.cursor = account;
    record.passed = passed;
    if (account == end) record.stage = BORNE;
    (restored, shares)
}

fun check(ledger: &Ledger, administrator: &signer, bank: address, stage: u8) {
    check_administrator(ledger, administrator, bank);
    assert!(ledger.borrow<Insolvency>(bank).stage == stage, EWrongStage);
}

fun check_administrator(ledger: &Ledger, administrator: &signer, bank: address) {
    assert!(ledger.exists<Insolvency>(bank), ENotInsolvent);
    assert!(ledger.borrow<Insolvency>(bank).administrator == administrator.address_of(), ENotAdministrator);
}

/// What of an account is insured and was not paid yet, in minor units.
fun insured(ledger: &Ledger, bank: address, account: u32): u64 {
    let paid = &ledger.borrow<Insolvency>(bank).insured_paid;
    let before = if (paid.contains(account)) paid[account] else 0;
    let left = deposit_insurance::cap(ledger, bank).saturating_sub(before);
    institution::customers(ledger, bank).balance(account).min(left)
}

fun uninsured(ledger: &Ledger, bank: address, account: u32): u64 {
    let customers = institution::customers(ledger, bank);
    if (customers.is_frozen(account)) return 0;
    customers.balance(account) - insured(ledger, bank, account)
}

/// Aborts unless all wallet money of a bank lies in the wallets that are named, all of them frozen.
fun check_wallet_money(ledger: &Ledger, bank: address, frozen_wallets: &vector<address>) {
    let books = institution::books(ledger, bank);
    if (!books.has_account(bank_chart::wallet_deposits())) return;
    if (ledger.time_ms() - ledger.borrow<Insolvency>(bank).declared_at_ms > WAIT_FOR_WALLETS_MS) return;
    let instrument = books.stated(bank_chart::wallet_deposits());
    let mut frozen = 0u128;
    frozen_wallets.length().do!(|index| {
        let owner = &frozen_wallets[index];
        let (_, first) = frozen_wallets.index_of(owner);
        assert!(first == index && wallet::is_frozen(ledger, *owner) && instrument.is_some(), EWalletMoney);
        frozen = frozen + (wallet::balance(ledger, *owner, *instrument.borrow()) as u128);
    });
    assert!(books.balance(bank_chart::wallet_deposits()) == frozen, EWalletMoney);
}

/// `whole` × `part` / `of`, rounded down.
public(package) fun share(whole: u128, part: u128, of: u128): u128 {
    ((whole as u256) * (part as u256) / (of as u256)) as u128
}

fun cut_lender(ledger: &mut Ledger, bank: address, lender: address, amount: u64) {
    interbank::cancel(ledger, lender, bank, amount);
    let mut lost = books::begin(lender, b"Lost on an insolvent bank".to_string());
    lost.debit(chart::loss_expense(), amount);
    lost.credit(chart::interbank_claims(), amount);
    institution::post(ledger, lost);
    bear(ledger, bank, chart::interbank_debts(), amount);
}

fun cut_deposit(ledger: &mut Ledger, bank: address, account: u32, amount: u64) {
    let mut posting = books::begin(bank, b"Borne by a customer".to_string());
    institution::redeem_from_customer(ledger, &mut posting, account, amount);
    posting.credit(bank_chart::resolution_gains(), amount);
    institution::post(ledger, posting);
}

fun cut_insurer(ledger: &mut Ledger, bank: address, customers: u128) {
    let (_, missing) = capital_adequacy::capital(ledger, bank);
    let owed = institution::books(ledger, bank).balance(bank_chart::insurer_debt());
    let borne = missing.min(owed) as u64;
    if (borne > 0) {
        bear(ledger, bank, bank_chart::insurer_debt(), borne);
        losses_borne::add_insurer(ledger, bank, borne);
    };
    event::emit(LossesBorne { bank, customers, insurer: borne, uncovered: missing - (borne as u128) });
}

fun bear(ledger: &mut Ledger, bank: address, debt: u16, amount: u64) {
    let mut posting = books::begin(bank, b"Borne by a creditor".to_string());
    posting.debit(debt, amount);
    posting.credit(bank_chart::resolution_gains(), amount);
    institution::post(ledger, posting);
}
