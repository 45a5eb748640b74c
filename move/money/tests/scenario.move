/// An institution that issues an instrument and admits operators, and wallets of a few people: what most tests start from.
#[test_only]
module money::scenario;

use money::instrument::{Self, IssueAuthority, IssuePermit};
use money::money;
use money::policy;
use money::testing;
use money::wallet::{Self, OperatorAuthority, OperatorPermit};
use std::ledger::Ledger;
use std::test_ledger;
use std::unit_test::assert_eq;

const ISSUER: address = @0x155;
const OPERATOR: address = @0x0A;
const OTHER_OPERATOR: address = @0x0B;

/// What the issuer keeps.
public struct Issuer has store { authority: IssueAuthority }

/// What an operator keeps.
public struct Office has store { authority: OperatorAuthority }

/// Unit 1 (its days end an hour east of Greenwich), instrument 1, two operators, and wallets of tier 1: of holder 1 at
/// 0xA1 and, with the other operator, 0xB1; of holder 2 at 0xA2.
public fun begin(): Ledger {
    begin_in_zone(60, false)
}

public fun begin_in_zone(offset_minutes: u16, is_west: bool): Ledger {
    let mut ledger = testing::new_ledger();
    testing::register_unit(&mut ledger, b"CZK", offset_minutes, is_west);
    let authority = register(&mut ledger, b"CZK.e");
    ledger.publish(ISSUER, Issuer { authority });
    admit(&mut ledger, OPERATOR);
    admit(&mut ledger, OTHER_OPERATOR);
    open(&mut ledger, OPERATOR, @0xA1, 1, 1);
    open(&mut ledger, OPERATOR, @0xA2, 2, 1);
    open(&mut ledger, OTHER_OPERATOR, @0xB1, 1, 1);
    ledger
}

/// Registers another e-money of unit 1.
public fun register(ledger: &mut Ledger, symbol: vector<u8>): IssueAuthority {
    instrument::register(ledger, &test_ledger::new_signer(ISSUER), 1, 3, symbol.to_string())
}

/// Issues another instrument into a wallet of the first operator.
public fun give_other(ledger: &mut Ledger, authority: &IssueAuthority, to: address, amount: u64) {
    let permit = operator_permit(ledger, OPERATOR);
    wallet::issue_to(ledger, &permit, &authority.permit(), to, amount);
}

public fun open(ledger: &mut Ledger, operator: address, owner: address, holder: u8, tier: u8) {
    let permit = operator_permit(ledger, operator);
    wallet::open(ledger, &permit, owner, testing::commitment(holder), tier);
}

public fun give(ledger: &mut Ledger, to: address, amount: u64) {
    let operator = wallet::operator(ledger, to);
    let permit = operator_permit(ledger, operator);
    let issuer = issue_permit(ledger);
    wallet::issue_to(ledger, &permit, &issuer, to, amount);
}

public fun take_back(ledger: &mut Ledger, from: address, amount: u64) {
    let issuer = issue_permit(ledger);
    wallet::redeem_from(ledger, &test_ledger::new_signer(from), &issuer, amount);
}

public fun pay(ledger: &mut Ledger, from: address, to: address, amount: u64) {
    testing::pay(ledger, from, to, 1, amount);
}

/// Limits of tier 1.
public fun limit(ledger: &mut Ledger, balance: Option<u64>, single: Option<u64>, daily: Option<u64>, yearly: Option<u64>) {
    limit_tier(ledger, 1, balance, single, daily, yearly);
}

public fun limit_tier(
    ledger: &mut Ledger,
    tier: u8,
    balance: Option<u64>,
    single: Option<u64>,
    daily: Option<u64>,
    yearly: Option<u64>,
) {
    let issuer = issue_permit(ledger);
    policy::set_tier(ledger, &issuer, tier, balance, single, daily, yearly);
}

public fun balance(ledger: &Ledger, owner: address): u64 {
    wallet::balance(ledger, owner, 1)
}

public fun issue_permit(ledger: &Ledger): IssuePermit {
    ledger.borrow<Issuer>(ISSUER).authority.permit()
}

public fun operator_permit(ledger: &Ledger, operator: address): OperatorPermit {
    ledger.borrow<Office>(operator).authority.permit()
}

/// Ends a test: what the wallets hold is what is outstanding.
public fun end(ledger: Ledger, owners: vector<address>) {
    let held = owners.fold!(0u128, |sum, owner| sum + (balance(&ledger, owner) as u128));
    assert_eq!(held, instrument::outstanding(&ledger, 1));
    test_ledger::destroy(ledger);
}

/// Redeems all money of instrument 1 and throws away nothing else.
public fun redeem(ledger: &mut Ledger, money: money::Money) {
    let issuer = issue_permit(ledger);
    money::redeem(ledger, &issuer, money, ISSUER);
}

fun admit(ledger: &mut Ledger, operator: address) {
    let authority = wallet::admit(&issue_permit(ledger), operator);
    ledger.publish(operator, Office { authority });
}
