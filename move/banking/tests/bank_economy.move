/// A central bank with gold, three banks with bonds, a custodian, a government: what the tests of banks start from.
#[test_only]
module banking::bank_economy;

use banking::books;
use banking::central_bank;
use banking::central_bank_books;
use banking::chart;
use banking::commercial_bank;
use banking::economy;
use banking::institution;
use banking::open_market;
use banking::securities;
use banking::settlement_account;
use banking::treasury;
use money::instrument;
use oversight::licence;
use oversight::testing;
use std::ledger::Ledger;
use std::test_ledger::{Self, new_signer};
use std::unit_test::assert_eq;

const CENTRAL_BANK: address = @0xCB;
const CUSTODIAN: address = @0xC0;
const GOVERNMENT: address = @0x60;
/// Noon of 20 January 2026 in the unit's zone, an hour east of Greenwich.
const START_MS: u64 = 1_768_906_800_000;
const DAY_MS: u64 = 86_400_000;

/// The central bank of unit 1 (haircut of its gold 10%, 100,000 of it); banks 0xB1, 0xB2 and 0xB3, each with 10,000 of
/// bonds against capital, 4,000 of them sold to the central bank, and ten accounts; a government with an account.
public fun begin(): Ledger {
    let mut ledger = economy::begin_without_bank();
    test_ledger::set_time_ms(&mut ledger, START_MS);
    economy::establish(&mut ledger, CENTRAL_BANK, 1, b"CZK");
    economy::contribute(&mut ledger, 100_000, 1_000);
    testing::license(&mut ledger, CUSTODIAN, licence::custodian(), 1);
    treasury::open(&mut ledger, &central_bank(), &new_signer(GOVERNMENT));
    vector[@0xB1, @0xB2, @0xB3].zip_do!(vector[b"B1", b"B2", b"B3"], |bank, symbol| {
        testing::license(&mut ledger, bank, licence::bank(), 1);
        commercial_bank::establish(&mut ledger, &new_signer(bank), CENTRAL_BANK, b"Bank".to_string(), symbol.to_string());
        commercial_bank::open_accounts(&mut ledger, &new_signer(bank), 10);
        contribute(&mut ledger, bank, 10_000);
        open_market::buy(&mut ledger, &central_bank(), &new_signer(bank), 1, 4_000, 0);
    });
    ledger
}

public fun central_bank(): signer {
    new_signer(CENTRAL_BANK)
}

public fun custodian(): signer {
    new_signer(CUSTODIAN)
}

public fun government(): signer {
    new_signer(GOVERNMENT)
}

public fun contribute(ledger: &mut Ledger, bank: address, book_value: u64) {
    commercial_bank::contribute_security(ledger, &new_signer(bank), &custodian(), 3, b"bonds".to_string(), book_value);
}

public fun set_policy(ledger: &mut Ledger, parameter: u8, value: u64) {
    central_bank::set_policy(ledger, &central_bank(), parameter, value);
}

/// Lets so many days pass.
public fun pass_days(ledger: &mut Ledger, days: u64) {
    let now = ledger.time_ms();
    test_ledger::set_time_ms(ledger, now + days * DAY_MS);
}

public fun deposit_of(ledger: &Ledger, bank: address, account: u32): u64 {
    institution::customers(ledger, bank).balance(account)
}

public fun line(ledger: &Ledger, bank: address, account: u16): u128 {
    institution::books(ledger, bank).balance(account)
}

/// Every book balances and says what is there: settlement accounts, securities, deposits outstanding, base money.
public fun check(ledger: &Ledger) {
    vector[@0xB1, @0xB2, @0xB3].do!(|bank| {
        let books = institution::books(ledger, bank);
        let (debits, credits) = books.trial_balance();
        assert_eq!(debits, credits);
        assert_eq!(books.balance(chart::settlement_account()), settlement_account::balance(ledger, bank, 1) as u128);
        assert_eq!(books.balance(chart::securities()), securities::total(ledger, bank));
        assert_eq!(books.balance(chart::demand_deposits()), instrument::outstanding(ledger, institution::instrument(ledger, bank)));
    });
    let books = central_bank_books::books(ledger, CENTRAL_BANK);
    let (debits, credits) = books.trial_balance();
    assert_eq!(debits, credits);
    assert_eq!(books.balance(central_bank_books::base_money()), central_bank::base_money(ledger, CENTRAL_BANK));
    assert_eq!(books.total(books::asset()), central_bank::total_assets(ledger, CENTRAL_BANK));
}

public fun end(ledger: Ledger) {
    check(&ledger);
    test_ledger::destroy(ledger);
}
