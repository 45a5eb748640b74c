/// Three banks, a payment institution and two clearing houses: what the tests of clearing start from.
#[test_only]
module banking::clearing_economy;

use banking::books;
use banking::chart;
use banking::clearing_entry;
use banking::clearing_funds;
use banking::clearing_gross;
use banking::clearing_house;
use banking::clearing_membership;
use banking::clearing_queue;
use banking::clearing_returns;
use banking::economy;
use banking::institution;
use banking::settlement_account;
use money::instrument;
use money::money::Money;
use oversight::licence;
use oversight::testing::license;
use std::ledger::Ledger;
use std::test_ledger::{Self, new_signer};
use std::unit_test::assert_eq;

const CENTRAL_BANK: address = @0xCB;
const HOUSE: address = @0xC1;
const PAYMENTS: address = @0xFA;
const NORMAL: u8 = 3;

/// In order of their places: banks 0xB1, 0xB2 and 0xB3 and payment institution 0xFA. Each has accounts 0 and 1, 1,000 of
/// deposits or e-money on the first, and 1,000 in central-bank money behind it; 0xFA has 500 of its own besides. All take part in 0xC1 without
/// caps; nobody in 0xC2. A day to wait, an hour of grace, two days to recall.
public fun begin(): Ledger {
    let mut ledger = economy::begin();
    economy::issue(&mut ledger, @0xA, 100_000, 0);
    participants().do!(|at| {
        let kind = if (at == PAYMENTS) licence::payment_institution() else licence::bank();
        license(&mut ledger, at, kind, 1);
        let symbol = if (at == @0xB1) b"B1" else if (at == @0xB2) b"B2" else if (at == @0xB3) b"B3" else b"FA";
        institution::open(&mut ledger, &new_signer(at), kind, CENTRAL_BANK, symbol.to_string(), symbol.to_string());
        institution::customers_mut(&mut ledger, at).open_accounts(2);
        give(&mut ledger, at, 1_000);
    });
    let own = money(&mut ledger, 500);
    settlement_account::credit(&mut ledger, PAYMENTS, settlement_account::own_funds(), own);
    let mut posting = books::begin(PAYMENTS, b"Capital".to_string());
    posting.debit(chart::settlement_account(), 500);
    posting.credit(chart::capital(), 500);
    institution::post(&mut ledger, posting);
    open_house(&mut ledger, HOUSE);
    open_house(&mut ledger, @0xC2);
    participants().do!(|at| {
        clearing_membership::admit(&mut ledger, &new_signer(HOUSE), at);
        clearing_membership::join(&mut ledger, &new_signer(at), HOUSE);
    });
    ledger
}

/// The same with 50 of collateral and 100 of the fund from each, capital of 30 from 0xB1, and caps of 400.
public fun begin_with_caps(): Ledger {
    let mut ledger = begin();
    participants().do!(|at| {
        clearing_funds::post_collateral(&mut ledger, &new_signer(at), HOUSE, 50);
        clearing_funds::post_fund_share(&mut ledger, &new_signer(at), HOUSE, 100);
    });
    clearing_funds::contribute_capital(&mut ledger, &new_signer(@0xB1), HOUSE, 30);
    participants().do!(|at| clearing_membership::set_cap(&mut ledger, &new_signer(HOUSE), at, 400));
    ledger
}

public fun end(ledger: Ledger) {
    check(&ledger);
    test_ledger::destroy(ledger);
}

public fun participants(): vector<address> {
    vector[@0xB1, @0xB2, @0xB3, PAYMENTS]
}

fun open_house(ledger: &mut Ledger, at: address) {
    license(ledger, at, licence::clearing_house(), 1);
    clearing_house::open(ledger, &new_signer(at), CENTRAL_BANK, b"House".to_string(), 64, 86_400_000, 3_600_000, 172_800_000);
}

/// Settlement money out of operator 0xA's account.
fun money(ledger: &mut Ledger, amount: u64): Money {
    settlement_account::debit(ledger, @0xA, settlement_account::bank(), amount)
}

/// Central-bank money for an institution, and as much on its first account.
public fun give(ledger: &mut Ledger, at: address, amount: u64) {
    let mut posting = books::begin(at, b"A customer brings money".to_string());
    let money = money(ledger, amount);
    institution::settlement_in(ledger, &mut posting, money);
    institution::issue_to_customer(ledger, &mut posting, 0, amount);
    institution::post(ledger, posting);
}

/// Takes central-bank money off an institution: it lends it to operator 0xA.
public fun drain(ledger: &mut Ledger, at: address, amount: u64) {
    let mut posting = books::begin(at, b"Lent".to_string());
    let money = institution::settlement_out(ledger, &mut posting, amount);
    posting.debit(chart::other_assets(), amount);
    settlement_account::credit(ledger, @0xA, settlement_account::bank(), money);
    institution::post(ledger, posting);
}

/// A payment of normal priority from first account to first account; answers its number.
public fun pay(ledger: &mut Ledger, from: address, to: address, mode: u8, amount: u64): u64 {
    clearing_entry::submit(ledger, &new_signer(from), HOUSE, 0, to, 0, mode, NORMAL, amount);
    clearing_house::queues(ledger, HOUSE).last()
}

public fun pay_gross(ledger: &mut Ledger, from: address, to: address, amount: u64): u64 {
    pay(ledger, from, to, clearing_queue::gross(), amount)
}

public fun pay_net(ledger: &mut Ledger, from: address, to: address, amount: u64): u64 {
    pay(ledger, from, to, clearing_queue::net(), amount)
}

public fun settle_gross(ledger: &mut Ledger) {
    clearing_gross::settle(ledger, HOUSE);
}

public fun revoke(ledger: &mut Ledger, from: address, number: u64) {
    clearing_returns::revoke(ledger, &new_signer(from), HOUSE, number);
}

/// The balance of an institution's first account.
public fun first(ledger: &Ledger, at: address): u64 {
    institution::customers(ledger, at).balance(0)
}

/// First accounts, and central-bank money behind them, in order of places.
public fun check_balances(ledger: &Ledger, firsts: vector<u64>, settlement: vector<u64>) {
    assert_eq!(participants().map!(|at| first(ledger, at)), firsts);
    assert_eq!(participants().map!(|at| institution::settlement_balance(ledger, at)), settlement);
}

/// How many wait: gross, net.
public fun check_waiting(ledger: &Ledger, gross: u64, net: u64) {
    assert_eq!(clearing_house::queues(ledger, HOUSE).waiting(1), gross);
    assert_eq!(clearing_house::queues(ledger, HOUSE).waiting(2), net);
}

/// The books of everybody balance; what is outstanding is what the liability says; the clearing house has what its books say.
public fun check(ledger: &Ledger) {
    participants().do!(|at| {
        let books = institution::books(ledger, at);
        let (debits, credits) = books.trial_balance();
        assert_eq!(debits, credits);
        let line = if (at == PAYMENTS) chart::e_money() else chart::demand_deposits();
        assert_eq!(books.balance(line), instrument::outstanding(ledger, institution::instrument(ledger, at)));
        let asset = if (at == PAYMENTS) chart::customers_reserve() else chart::settlement_account();
        assert_eq!(books.balance(asset), institution::settlement_balance(ledger, at) as u128);
    });
    assert_eq!(
        institution::books(ledger, PAYMENTS).balance(chart::settlement_account()),
        settlement_account::balance(ledger, PAYMENTS, settlement_account::own_funds()) as u128,
    );
    let books = clearing_house::books(ledger, HOUSE);
    let (debits, credits) = books.trial_balance();
    assert_eq!(debits, credits);
    let held = settlement_account::balance(ledger, HOUSE, settlement_account::clearing_house());
    assert_eq!(books.balance(chart::settlement_account()), held as u128);
    let parts = clearing_house::participants(ledger, HOUSE);
    let mut put_up = parts.capital();
    parts.count().do!(|place| put_up = put_up + parts.collateral(place) + parts.fund_share(place));
    assert_eq!(put_up, held);
}

public fun house(): address {
    HOUSE
}
