/// How a payment enters a clearing house. The payer's institution signs: the amount leaves its customer's account and is held
/// by the clearing house, still a liability of the payer's institution, until the block in which the payment settles and the
/// payee is credited. There is no other way from one institution's customers to another's.
module banking::clearing_entry;

use banking::clearing_house;
use banking::clearing_queue;
use banking::clearing_settlement;
use banking::institution;
use std::event;
use std::ledger::Ledger;

#[error]
const EBadMode: vector<u8> = b"The mode of a payment is 1 (gross) or 2 (net).";
#[error]
const EBadPriority: vector<u8> = b"The priority of a payment is 1 (highly urgent), 2 (urgent) or 3 (normal).";
#[error]
const ESameInstitution: vector<u8> = b"Payments within one institution do not pass a clearing house.";
#[error]
const EPayeeNotLicensed: vector<u8> = b"The licence of the payee's institution does not stand.";
#[error]
const ENotReceivable: vector<u8> = b"The payee has no open account of this number that can take the amount.";
#[error]
const EDifferentLengths: vector<u8> = b"Each payment needs every one of its values.";
#[error]
const ETooManyPayments: vector<u8> = b"At most 512 payments can enter at once, and at least one.";

const MAX_BATCH: u64 = 512;
const MAX_PRIORITY: u8 = 3;

/// A payment is in clearing.
public struct PaymentEntered has copy, drop {
    house: address,
    number: u64,
    payer: address,
    from_account: u32,
    payee: address,
    to_account: u32,
    amount: u64,
    mode: u8,
    priority: u8,
    /// The settled payment that this one gives back; 0 if it is none.
    return_of: u64,
}

/// Submits a payment of the signer's customer. A gross payment settles at once if nothing of the same payer waits ahead of it
/// and the payer's institution has the funds; otherwise, and in net mode, it waits.
public(package) entry fun submit(
    ledger: &mut Ledger,
    institution: &signer,
    house: address,
    from_account: u32,
    payee: address,
    to_account: u32,
    mode: u8,
    priority: u8,
    amount: u64,
) {
    let at = institution::check(ledger, institution);
    enter(ledger, at, house, from_account, payee, to_account, mode, priority, amount, 0);
}

/// Submits payments, all of them or none; the values of one are at the same position.
public(package) entry fun submit_batch(
    ledger: &mut Ledger,
    institution: &signer,
    house: address,
    from_accounts: vector<u32>,
    payees: vector<address>,
    to_accounts: vector<u32>,
    mode: u8,
    priority: u8,
    amounts: vector<u64>,
) {
    let at = institution::check(ledger, institution);
    let count = amounts.length();
    assert!(from_accounts.length() == count && payees.length() == count && to_accounts.length() == count, EDifferentLengths);
    assert!(count >= 1 && count <= MAX_BATCH, ETooManyPayments);
    count.do!(|i| {
        enter(ledger, at, house, from_accounts[i], payees[i], to_accounts[i], mode, priority, amounts[i], 0);
    });
}

/// Lets a payment enter; answers its number. The caller has checked that `at` signed and is licensed.
public(package) fun enter(
    ledger: &mut Ledger,
    at: address,
    house: address,
    from_account: u32,
    payee: address,
    to_account: u32,
    mode: u8,
    priority: u8,
    amount: u64,
    return_of: u64,
): u64 {
    clearing_house::check_licensed(ledger, house);
    assert!(mode == clearing_queue::gross() || mode == clearing_queue::net(), EBadMode);
    assert!(priority >= 1 && priority <= MAX_PRIORITY, EBadPriority);
    assert!(payee != at, ESameInstitution);
    let participants = clearing_house::participants(ledger, house);
    let payer_place = participants.active_place(at);
    let payee_place = participants.active_place(payee);
    assert!(clearing_settlement::is_licensed(ledger, payee), EPayeeNotLicensed);
    assert!(clearing_settlement::takes(ledger, payee, to_account, amount as u128), ENotReceivable);
    let is_gross = mode == clearing_queue::gross();
    let settles_now = is_gross
        && !participants.has_gross_ahead(payer_place, priority)
        && amount <= institution::settlement_balance(ledger, at)
        && clearing_settlement::may_issue(ledger, payee, amount as u128);
    let money = institution::withdraw_from_customer(ledger, at, from_account, amount);
    let now = ledger.time_ms();
    let number = clearing_house::queues_mut(ledger, house).next_number();
    event::emit(PaymentEntered { house, number, payer: at, from_account, payee, to_account, amount, mode, priority, return_of });
    let item = clearing_queue::new_item(
        number,
        payer_place,
        payee_place,
        from_account,
        to_account,
        mode,
        priority,
        now,
        return_of,
        money,
    );
    if (settles_now) {
        clearing_settlement::settle_unsupported(ledger, house, vector[item], mode);
    } else {
        let most = clearing_house::most_waiting(ledger, house);
        clearing_house::participants_mut(ledger, house).begin_waiting(payer_place, is_gross, priority, most);
        clearing_house::queues_mut(ledger, house).add(item);
    };
    number
}
