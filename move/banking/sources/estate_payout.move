/// What a failed bank's creditors are paid out of its estate, and in which order. The insurer, in the place of insured depositors, is
/// paid first, out of whatever money there is. Customers are paid once that money covers all deposits and the insurer's claim; banks that
/// lent to it out of what those do not need. So nobody who is paid early leaves less to those before or beside him, whatever
/// assets that are not sold yet bring. What they bring beyond their book value goes back to those who bore losses: insurer,
/// customers, lenders; and what is left when nobody is owed anything, to the owners.
module banking::estate_payout;

use banking::bank_chart;
use banking::books;
use banking::capital_adequacy;
use banking::chart;
use banking::commercial_bank;
use banking::deposit_insurance;
use banking::insolvency;
use banking::institution;
use banking::interbank;
use banking::losses_borne;
use banking::settlement_account;
use std::event;
use std::ledger::Ledger;

#[error]
const EZeroAmount: vector<u8> = b"The amount must be more than zero.";
#[error]
const EDifferentLengths: vector<u8> = b"Each account needs the account that takes its place.";
#[error]
const ENotCovered: vector<u8> = b"The estate's settlement money does not cover all that is owed before and beside this claim.";
#[error]
const EOwedLess: vector<u8> = b"The creditor is owed less than that.";
#[error]
const EStillOwed: vector<u8> = b"Creditors are still owed something, or have borne losses.";
#[error]
const ENothingToRestore: vector<u8> = b"There is nothing to give back, or nobody in this place who has borne a loss.";
#[error]
const ENotRealised: vector<u8> = b"All assets are turned into settlement money first.";

/// The insurer got a part of its claim.
public struct InsurerPaid has copy, drop {
    bank: address,
    insurer: address,
    amount: u64,
}

/// A customer's deposit was paid at another bank.
public struct DepositPaidOut has copy, drop {
    bank: address,
    account: u32,
    to_bank: address,
    to_account: u32,
    amount: u64,
}

/// A bank that had lent to the failed one got a part of its claim, or of what it had lost.
public struct LenderPaid has copy, drop {
    bank: address,
    lender: address,
    amount: u64,
    was_lost: bool,
}

/// Customers got back, on their accounts, a part of what they had borne.
public struct CustomersRestored has copy, drop {
    bank: address,
    accounts: vector<u32>,
    amounts: vector<u64>,
}

/// Owners got what was left.
public struct OwnersPaid has copy, drop {
    bank: address,
    to_bank: address,
    to_account: u32,
    amount: u64,
}

/// Pays the insurer a part of what it is owed for having paid customers.
public(package) entry fun pay_insurer(ledger: &mut Ledger, administrator: &signer, bank: address, amount: u64) {
    insolvency::check_open(ledger, administrator, bank);
    assert!(amount > 0, EZeroAmount);
    assert!((amount as u128) <= line(ledger, bank, bank_chart::insurer_debt()), EOwedLess);
    let insurer = deposit_insurance::insurer(ledger, institution::central_bank(ledger, bank));
    let mut posting = books::begin(bank, b"Insurer paid".to_string());
    let money = institution::settlement_out(ledger, &mut posting, amount);
    posting.debit(bank_chart::insurer_debt(), amount);
    institution::post(ledger, posting);
    settlement_account::credit(ledger, insurer, settlement_account::government(), money);
    event::emit(InsurerPaid { bank, insurer, amount });
}

/// Pays all that is left on each account onto the account at the same position at another bank, which takes them with its signature.
public(package) entry fun pay_deposits(
    ledger: &mut Ledger,
    administrator: &signer,
    receiving: &signer,
    bank: address,
    accounts: vector<u32>,
    to: vector<u32>,
) {
    insolvency::check_borne(ledger, administrator, bank);
    let to_bank = commercial_bank::check(ledger, receiving);
    assert!(accounts.length() == to.length(), EDifferentLengths);
    // Each payment lowers what there is and what is owed by as much.
    assert!(money_of(ledger, bank) >= owed_first(ledger, bank), ENotCovered);
    accounts.zip_do!(to, |account, to_account| {
        let amount = institution::customers(ledger, bank).balance(account);
        let mut ended = books::begin(bank, b"Deposit paid out of the estate".to_string());
        institution::redeem_from_customer(ledger, &mut ended, account, amount);
        pay_to(ledger, ended, to_bank, to_account, amount);
        event::emit(DepositPaidOut { bank, account, to_bank, to_account, amount });
    });
}

/// Pays a bank that lent to it a part of its claim. Claims bear no interest since the licence was revoked.
public(package) entry fun pay_lender(ledger: &mut Ledger, administrator: &signer, bank: address, lender: address, amount: u64) {
    insolvency::check_borne(ledger, administrator, bank);
    assert!(amount > 0, EZeroAmount);
    assert!(interbank::claim_on(ledger, lender, bank) >= amount, EOwedLess);
    assert!(money_of(ledger, bank) >= owed_first(ledger, bank) + (amount as u128), ENotCovered);
    interbank::cancel(ledger, lender, bank, amount);
    let mut paid = books::begin(bank, b"Lender paid out of the estate".to_string());
    paid.debit(chart::interbank_debts(), amount);
    let money = institution::settlement_out(ledger, &mut paid, amount);
    institution::post(ledger, paid);
    let mut received = books::begin(lender, b"Paid by a failed bank".to_string());
    institution::settlement_in(ledger, &mut received, money);
    received.credit(chart::interbank_claims(), amount);
    institution::post(ledger, received);
    event::emit(LenderPaid { bank, lender, amount, was_lost: false });
}

// === What is more than was thought ===

/// Begins to give back what all assets together brought beyond what is owed: the insurer's part at once, to its claim; the customers'
/// by `restore_deposits`.
public(package) entry fun restore(ledger: &mut Ledger, administrator: &signer, bank: address) {
    insolvency::check_borne(ledger, administrator, bank);
    check_realised(ledger, bank);
    let (surplus, _) = capital_adequacy::capital(ledger, bank);
    let insurers = surplus.min(losses_borne::by_insurer(ledger, bank) as u128) as u64;
    let borne = losses_borne::by_customers(ledger, bank);
    let customers = (surplus - (insurers as u128)).min(borne);
    assert!(insurers > 0 || customers > 0, ENothingToRestore);
    if (insurers > 0) {
        losses_borne::restore_insurer(ledger, bank, insurers);
        let mut posting = books::begin(bank, b"Restored to the insurer".to_string());
        posting.debit(bank_chart::resolution_gains(), insurers);
        posting.credit(bank_chart::insurer_debt(), insurers);
        institution::post(ledger, posting);
    };
    if (customers > 0) insolvency::begin_restoring(ledger, bank, customers, borne);
}

/// Gives so many further accounts back what is theirs, pro rata to what they have borne.
public(package) entry fun restore_deposits(ledger: &mut Ledger, administrator: &signer, bank: address, accounts: u64) {
    let (restored, amounts) = insolvency::restore_next(ledger, administrator, bank, accounts);
    restored.zip_do_ref!(&amounts, |account, amount| {
        losses_borne::restore_account(ledger, bank, *account, *amount);
        let mut posting = books::begin(bank, b"Restored to a customer".to_string());
        posting.debit(bank_chart::resolution_gains(), *amount);
        institution::repay_to_customer(ledger, &mut posting, *account, *amount);
        institution::post(ledger, posting);
    });
    event::emit(CustomersRestored { bank, accounts: restored, amounts });
}

/// Pays banks that lent to it what they have lost, pro rata, out of what nobody before them is owed or has borne.
public(package) entry fun restore_lenders(ledger: &mut Ledger, administrator: &signer, bank: address) {
    insolvency::check_borne(ledger, administrator, bank);
    check_realised(ledger, bank);
    assert!(losses_borne::by_insurer(ledger, bank) == 0 && losses_borne::by_customers(ledger, bank) == 0, EStillOwed);
    let (surplus, _) = capital_adequacy::capital(ledger, bank);
    let lost = losses_borne::by_lenders(ledger, bank);
    let whole = surplus.min(lost);
    assert!(whole > 0, ENothingToRestore);
    let (lenders, amounts) = losses_borne::take_lenders(ledger, bank);
    let mut passed = 0u128;
    lenders.zip_do!(amounts, |lender, amount| {
        let before = insolvency::share(whole, passed, lost);
        passed = passed + (amount as u128);
        let back = (insolvency::share(whole, passed, lost) - before) as u64;
        if (back > 0) pay_back(ledger, bank, lender, back);
        if (amount > back) losses_borne::add_lender(ledger, bank, lender, amount - back);
    });
}

/// Pays owners what is left when nobody is owed anything and nobody has borne anything, onto an account at another bank.
public(package) entry fun pay_owners(
    ledger: &mut Ledger,
    administrator: &signer,
    receiving: &signer,
    bank: address,
    to: u32,
    amount: u64,
) {
    insolvency::check_borne(ledger, administrator, bank);
    let to_bank = commercial_bank::check(ledger, receiving);
    assert!(amount > 0, EZeroAmount);
    let borne = (losses_borne::by_insurer(ledger, bank) as u128) + losses_borne::by_customers(ledger, bank) + losses_borne::by_lenders(ledger, bank);
    assert!(borne == 0 && institution::books(ledger, bank).total(books::liability()) == 0, EStillOwed);
    let mut posting = books::begin(bank, b"Paid to owners".to_string());
    posting.debit(chart::retained_earnings(), amount);
    pay_to(ledger, posting, to_bank, to, amount);
    event::emit(OwnersPaid { bank, to_bank, to_account: to, amount });
}

fun line(ledger: &Ledger, bank: address, account: u16): u128 {
    institution::books(ledger, bank).balance(account)
}

fun money_of(ledger: &Ledger, bank: address): u128 {
    line(ledger, bank, chart::settlement_account())
}

/// All deposits, in whatever form, and the insurer's claim.
fun owed_first(ledger: &Ledger, bank: address): u128 {
    line(ledger, bank, chart::demand_deposits()) + line(ledger, bank, chart::time_deposits())
        + line(ledger, bank, bank_chart::wallet_deposits()) + line(ledger, bank, bank_chart::insurer_debt())
}

fun check_realised(ledger: &Ledger, bank: address) {
    assert!(institution::books(ledger, bank).total(books::asset()) == money_of(ledger, bank), ENotRealised);
}

/// Commits a posting of the bank that lacks its payment of settlement money, and has the payment on an account at another bank.
fun pay_to(ledger: &mut Ledger, mut posting: books::Posting, to_bank: address, to: u32, amount: u64) {
    let money = institution::settlement_out(ledger, &mut posting, amount);
    institution::post(ledger, posting);
    let mut begun = books::begin(to_bank, b"Paid out of a failed bank's estate".to_string());
    institution::settlement_in(ledger, &mut begun, money);
    institution::issue_to_customer(ledger, &mut begun, to, amount);
    institution::post(ledger, begun);
}

fun pay_back(ledger: &mut Ledger, bank: address, lender: address, amount: u64) {
    let mut paid = books::begin(bank, b"Restored to a lender".to_string());
    paid.debit(bank_chart::resolution_gains(), amount);
    let money = institution::settlement_out(ledger, &mut paid, amount);
    institution::post(ledger, paid);
    let mut received = books::begin(lender, b"Recovered from a failed bank".to_string());
    institution::settlement_in(ledger, &mut received, money);
    received.credit(chart::recoveries(), amount);
    institution::post(ledger, received);
    event::emit(LenderPaid { bank, lender, amount, was_lost: true });
}
