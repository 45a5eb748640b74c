/// Open-market operations, which a central bank and a bank sign together: it buys securities from it outright or sells
/// them back, or lends on them for a time (a repo).
module banking::open_market;

use banking::books;
use banking::central_bank;
use banking::central_bank_credit;
use banking::chart;
use banking::institution;
use banking::securities;
use oversight::licence;
use std::ledger::Ledger;

#[error]
const ENotCentralBank: vector<u8> = b"The bank's account is with another central bank.";

/// The central bank buys a part of a bank's security at book value with new settlement money.
public(package) entry fun buy(
    ledger: &mut Ledger,
    central_bank: &signer,
    bank: &signer,
    holding: u64,
    amount: u64,
    haircut_bps: u64,
) {
    let (at, from) = check(ledger, central_bank, bank);
    let (kind, description, custodian) = securities::release(ledger, from, holding, amount);
    let (_, money) = central_bank::purchase(ledger, at, from, kind, description, amount, haircut_bps, custodian);
    let mut posting = books::begin(from, b"Security sold to the central bank".to_string());
    institution::settlement_in(ledger, &mut posting, money);
    posting.credit(chart::securities(), amount);
    institution::post(ledger, posting);
}

/// The central bank sells a part of an asset back to the bank that it came from, at book value; settlement money ends.
public(package) entry fun sell(ledger: &mut Ledger, central_bank: &signer, bank: &signer, asset: u64, amount: u64) {
    let (at, to) = check(ledger, central_bank, bank);
    let (kind, description, attested_by) = central_bank::asset_described(ledger, at, asset);
    let mut posting = books::begin(to, b"Security bought from the central bank".to_string());
    let money = institution::settlement_out(ledger, &mut posting, amount);
    posting.debit(chart::securities(), amount);
    institution::post(ledger, posting);
    central_bank::give_back(ledger, at, to, asset, money);
    securities::receive(ledger, to, attested_by, kind, description, amount);
}

/// The central bank lends to a bank on a security, at a rate and for some days that both agree to.
public(package) entry fun repo(
    ledger: &mut Ledger,
    central_bank: &signer,
    bank: &signer,
    holding: u64,
    amount: u64,
    rate_bps: u64,
    days: u64,
) {
    let (_, to) = check(ledger, central_bank, bank);
    central_bank_credit::grant(ledger, to, holding, amount, rate_bps, days, b"Repo".to_string());
}

fun check(ledger: &Ledger, central_bank: &signer, bank: &signer): (address, address) {
    let at = central_bank.address_of();
    let with = institution::check_bank(ledger, bank);
    assert!(institution::central_bank(ledger, with) == at, ENotCentralBank);
    licence::check(ledger, at, licence::central_bank(), institution::unit(ledger, with));
    (at, with)
}
