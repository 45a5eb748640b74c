/// Accounts that the books of a commercial bank have beyond the standard chart's.
module banking::bank_chart;

use banking::books::{Self, Books};

const FACILITY_DEPOSIT: u16 = 1040;
const INTEREST_RECEIVABLE: u16 = 1240;
const WALLET_DEPOSITS: u16 = 2115;
const INTEREST_PAYABLE: u16 = 2130;
const INSURER_DEBT: u16 = 2230;
const PROVISIONS_RELEASED: u16 = 4040;
const RESOLUTION_GAINS: u16 = 4070;
const INTEREST_FORFEITED: u16 = 4050;
const PREMIUM_EXPENSE: u16 = 5050;

/// Opens them.
public fun open(books: &mut Books) {
    books.open_account(FACILITY_DEPOSIT, books::asset(), b"Deposit facility".to_string());
    books.open_account(INTEREST_RECEIVABLE, books::asset(), b"Interest receivable".to_string());
    books.open_account(WALLET_DEPOSITS, books::liability(), b"Wallet deposits".to_string());
    books.open_account(INTEREST_PAYABLE, books::liability(), b"Interest payable".to_string());
    books.open_account(INSURER_DEBT, books::liability(), b"Debt to the deposit insurer".to_string());
    books.open_account(PROVISIONS_RELEASED, books::income(), b"Provisions released".to_string());
    books.open_account(RESOLUTION_GAINS, books::income(), b"Borne by creditors".to_string());
    books.open_account(INTEREST_FORFEITED, books::income(), b"Interest forfeited".to_string());
    books.open_account(PREMIUM_EXPENSE, books::expense(), b"Deposit insurance".to_string());
}

/// Overnight at the central bank's deposit facility.
public fun facility_deposit(): u16 {
    FACILITY_DEPOSIT
}

/// Reckoned and not yet paid by borrowers.
public fun interest_receivable(): u16 {
    INTEREST_RECEIVABLE
}

/// Reckoned and not yet paid to depositors.
public fun interest_payable(): u16 {
    INTEREST_PAYABLE
}

/// What the insurer paid to depositors in the bank's place.
public fun insurer_debt(): u16 {
    INSURER_DEBT
}

/// Provisions that were not needed.
public fun provisions_released(): u16 {
    PROVISIONS_RELEASED
}

/// What creditors of an insolvent bank have borne of its losses.
public fun resolution_gains(): u16 {
    RESOLUTION_GAINS
}

/// Interest reckoned for depositors who asked for their money early.
public fun interest_forfeited(): u16 {
    INTEREST_FORFEITED
}

/// Premiums to the deposit insurer.
public fun premium_expense(): u16 {
    PREMIUM_EXPENSE
}

/// Wallet money that is the bank's own liability, under the operator regime `deposit`; states what is outstanding of it.
public fun wallet_deposits(): u16 {
    WALLET_DEPOSITS
}
