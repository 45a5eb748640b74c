/// A bank's own capital against what it risks. Central-bank money, notes, gold, foreign exchange and bonds of the state count
/// nothing, claims on banks a fifth, all other assets whole, other securities too (the standard weights of the Basel accord of 1988,
/// simplified).
module banking::capital_adequacy;

use banking::bank_chart;
use banking::books;
use banking::chart;
use banking::institution;
use banking::monetary_policy;
use banking::prudential_ratio;
use banking::securities;
use std::ledger::Ledger;

#[error]
const ECapitalTooLow: vector<u8> = b"The bank's capital would be less than is required for what it risks.";

const WHOLE_BPS: u64 = 10_000;
const ON_BANKS_BPS: u64 = 2_000;

/// Equity and the running period's result, in minor units: (what there is, what is missing), one of them zero.
public fun capital(ledger: &Ledger, bank: address): (u128, u128) {
    let books = institution::books(ledger, bank);
    let (equity_debit, equity_credit) = books.total_sides(books::equity());
    let plus = equity_credit + books.total(books::income());
    let minus = equity_debit + books.total(books::expense());
    if (plus >= minus) (plus - minus, 0) else (0, minus - plus)
}

/// Assets by their weights, in minor units.
public fun risk_weighted_assets(ledger: &Ledger, bank: address): u128 {
    let books = institution::books(ledger, bank);
    let whole = books.balance(chart::loans()) - books.balance(chart::loan_provisions())
        + books.balance(bank_chart::interest_receivable()) + books.balance(chart::other_assets())
        + securities::of_kind(ledger, bank, securities::other());
    let on_banks = books.balance(chart::interbank_claims()) + books.balance(chart::deposits_at_banks());
    prudential_ratio::risk_weighted(whole, WHOLE_BPS) + prudential_ratio::risk_weighted(on_banks, ON_BANKS_BPS)
}

/// Whether capital is at least what the central bank asks for. Negative capital never is, whatever it asks.
public fun is_adequate(ledger: &Ledger, bank: address): bool {
    let (capital, missing) = capital(ledger, bank);
    let minimum = monetary_policy::value(ledger, institution::central_bank(ledger, bank), monetary_policy::capital_ratio());
    missing == 0 && prudential_ratio::is_adequate(capital, risk_weighted_assets(ledger, bank), minimum)
}

/// Aborts unless it is.
public fun check(ledger: &Ledger, bank: address) {
    assert!(is_adequate(ledger, bank), ECapitalTooLow);
}
