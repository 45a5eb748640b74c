/// The standard chart of accounts: one number means the same in the books of every institution.
module banking::chart;

use banking::books::{Self, Books};

// Assets.
const SETTLEMENT_ACCOUNT: u16 = 1010;
const CUSTOMERS_RESERVE: u16 = 1015;
const VAULT_CASH: u16 = 1020;
const DIGITAL_CASH: u16 = 1030;
const DEPOSITS_AT_BANKS: u16 = 1110;
const PUT_UP_AT_CLEARING_HOUSES: u16 = 1120;
const LOANS: u16 = 1210;
const INTERBANK_CLAIMS: u16 = 1220;
const CLAIMS_ON_PARTICIPANTS: u16 = 1230;
const SECURITIES: u16 = 1310;
const LOAN_PROVISIONS: u16 = 1390;
const OTHER_ASSETS: u16 = 1910;
// Liabilities.
const E_MONEY: u16 = 2010;
const DEMAND_DEPOSITS: u16 = 2110;
const TIME_DEPOSITS: u16 = 2120;
const INTERBANK_DEBTS: u16 = 2210;
const CENTRAL_BANK_DEBT: u16 = 2220;
const PAYABLE_IN_CLEARING: u16 = 2310;
const OWED_TO_CLEARING_HOUSES: u16 = 2320;
const PARTICIPANTS_COLLATERAL: u16 = 2410;
const DEFAULT_FUND: u16 = 2420;
const OTHER_LIABILITIES: u16 = 2910;
// Equity.
const CAPITAL: u16 = 3010;
const RETAINED_EARNINGS: u16 = 3020;
// Income.
const INTEREST_INCOME: u16 = 4010;
const FEE_INCOME: u16 = 4020;
const RECOVERIES: u16 = 4030;
// Expense.
const INTEREST_EXPENSE: u16 = 5010;
const PROVISION_EXPENSE: u16 = 5020;
const LOSS_EXPENSE: u16 = 5030;
const OPERATING_EXPENSE: u16 = 5040;

/// Opens the accounts of a commercial bank.
public fun open_for_bank(books: &mut Books) {
    open_common(books);
    open_assets(books, VAULT_CASH, b"Vault cash");
    open_assets(books, DEPOSITS_AT_BANKS, b"Deposits at banks");
    open_assets(books, LOANS, b"Loans");
    open_assets(books, INTERBANK_CLAIMS, b"Claims on other banks");
    open_assets(books, SECURITIES, b"Securities");
    books.open_contra_account(LOAN_PROVISIONS, books::asset(), b"Provisions against loans".to_string());
    open_liability(books, DEMAND_DEPOSITS, b"Demand deposits");
    open_liability(books, TIME_DEPOSITS, b"Time deposits");
    open_liability(books, INTERBANK_DEBTS, b"Debts to other banks");
    open_liability(books, CENTRAL_BANK_DEBT, b"Debt to the central bank");
    open_liability(books, PAYABLE_IN_CLEARING, b"Payable in clearing");
    open_for_participant(books);
    books.open_account(INTEREST_INCOME, books::income(), b"Interest income".to_string());
    books.open_account(INTEREST_EXPENSE, books::expense(), b"Interest expense".to_string());
    books.open_account(PROVISION_EXPENSE, books::expense(), b"Provisions".to_string());
}

/// Opens the accounts of a payment institution.
public fun open_for_payment_institution(books: &mut Books) {
    open_common(books);
    open_assets(books, CUSTOMERS_RESERVE, b"Customers' reserve");
    open_assets(books, DEPOSITS_AT_BANKS, b"Deposits at banks");
    open_liability(books, E_MONEY, b"E-money");
    open_liability(books, PAYABLE_IN_CLEARING, b"Payable in clearing");
    open_for_participant(books);
    books.open_account(INTEREST_INCOME, books::income(), b"Interest income".to_string());
}

/// Opens the accounts of a clearing house.
public fun open_for_clearing_house(books: &mut Books) {
    open_common(books);
    open_assets(books, SECURITIES, b"Securities");
    open_assets(books, CLAIMS_ON_PARTICIPANTS, b"Claims on participants");
    open_liability(books, PAYABLE_IN_CLEARING, b"Payable in clearing");
    open_liability(books, PARTICIPANTS_COLLATERAL, b"Participants' collateral");
    open_liability(books, DEFAULT_FUND, b"Default fund");
}

/// What an institution needs that takes part in clearing houses.
fun open_for_participant(books: &mut Books) {
    open_assets(books, PUT_UP_AT_CLEARING_HOUSES, b"Put up at clearing houses");
    open_liability(books, OWED_TO_CLEARING_HOUSES, b"Owed to clearing houses");
    books.open_account(RECOVERIES, books::income(), b"Recoveries".to_string());
}

fun open_common(books: &mut Books) {
    open_assets(books, SETTLEMENT_ACCOUNT, b"Settlement account");
    open_assets(books, DIGITAL_CASH, b"Digital cash");
    open_assets(books, OTHER_ASSETS, b"Other assets");
    open_liability(books, OTHER_LIABILITIES, b"Other liabilities");
    books.open_account(CAPITAL, books::equity(), b"Capital".to_string());
    books.open_two_sided_account(RETAINED_EARNINGS, books::equity(), b"Retained earnings".to_string());
    books.open_account(FEE_INCOME, books::income(), b"Fee income".to_string());
    books.open_account(LOSS_EXPENSE, books::expense(), b"Losses".to_string());
    books.open_account(OPERATING_EXPENSE, books::expense(), b"Operating expense".to_string());
}

fun open_assets(books: &mut Books, number: u16, name: vector<u8>) {
    books.open_account(number, books::asset(), name.to_string());
}

fun open_liability(books: &mut Books, number: u16, name: vector<u8>) {
    books.open_account(number, books::liability(), name.to_string());
}

/// Own money at the central bank.
public fun settlement_account(): u16 {
    SETTLEMENT_ACCOUNT
}

/// A payment institution's account at the central bank that covers its customers' money.
public fun customers_reserve(): u16 {
    CUSTOMERS_RESERVE
}

public fun vault_cash(): u16 {
    VAULT_CASH
}

public fun digital_cash(): u16 {
    DIGITAL_CASH
}

public fun deposits_at_banks(): u16 {
    DEPOSITS_AT_BANKS
}

/// Collateral and shares of default funds.
public fun put_up_at_clearing_houses(): u16 {
    PUT_UP_AT_CLEARING_HOUSES
}

/// What participants owe a clearing house that paid for them.
public fun claims_on_participants(): u16 {
    CLAIMS_ON_PARTICIPANTS
}

public fun loans(): u16 {
    LOANS
}

public fun interbank_claims(): u16 {
    INTERBANK_CLAIMS
}

public fun securities(): u16 {
    SECURITIES
}

/// Deducted from loans.
public fun loan_provisions(): u16 {
    LOAN_PROVISIONS
}

public fun other_assets(): u16 {
    OTHER_ASSETS
}

/// States what is outstanding of a payment institution's e-money.
public fun e_money(): u16 {
    E_MONEY
}

/// States what is outstanding of a bank's deposit instrument.
public fun demand_deposits(): u16 {
    DEMAND_DEPOSITS
}

public fun time_deposits(): u16 {
    TIME_DEPOSITS
}

public fun interbank_debts(): u16 {
    INTERBANK_DEBTS
}

public fun central_bank_debt(): u16 {
    CENTRAL_BANK_DEBT
}

public fun payable_in_clearing(): u16 {
    PAYABLE_IN_CLEARING
}

/// What clearing houses and their participants paid for an institution that failed.
public fun owed_to_clearing_houses(): u16 {
    OWED_TO_CLEARING_HOUSES
}

/// Participants' shares of a clearing house's default fund.
public fun default_fund(): u16 {
    DEFAULT_FUND
}

public fun participants_collateral(): u16 {
    PARTICIPANTS_COLLATERAL
}

public fun other_liabilities(): u16 {
    OTHER_LIABILITIES
}

public fun capital(): u16 {
    CAPITAL
}

/// Closed periods' results; stands in debit after losses.
public fun retained_earnings(): u16 {
    RETAINED_EARNINGS
}

public fun interest_income(): u16 {
    INTEREST_INCOME
}

public fun fee_income(): u16 {
    FEE_INCOME
}

/// What comes back of losses.
public fun recoveries(): u16 {
    RECOVERIES
}

public fun interest_expense(): u16 {
    INTEREST_EXPENSE
}

public fun provision_expense(): u16 {
    PROVISION_EXPENSE
}

public fun loss_expense(): u16 {
    LOSS_EXPENSE
}

public fun operating_expense(): u16 {
    OPERATING_EXPENSE
}
