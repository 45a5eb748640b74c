/// Requests for payment that can be paid once. A payee puts one on the ledger and shows where it lies, in a QR code for
/// example; who pays it names what the code said, and whatever differs from the ledger is refused.
module money::payment_request;

use money::instrument;
use money::object_address;
use money::wallet;
use std::event;
use std::ledger::Ledger;
use std::string::String;

#[error]
const ENoRequest: vector<u8> = b"There is no such payment request: it was withdrawn, never made, or its code was altered.";
#[error]
const ERequestExists: vector<u8> = b"The payee has a request of this number already.";
#[error]
const EZeroAmount: vector<u8> = b"The amount must be more than zero.";
#[error]
const EUnknownInstrument: vector<u8> = b"There is no instrument of this number.";
#[error]
const ENoWallet: vector<u8> = b"Who asks for payment needs a wallet.";
#[error]
const EReferenceTooLong: vector<u8> = b"A reference has at most 64 bytes.";
#[error]
const EPastExpiry: vector<u8> = b"The request would have expired already.";
#[error]
const EExpired: vector<u8> = b"The request has expired.";
#[error]
const EPaidAlready: vector<u8> = b"The request was paid already.";
#[error]
const EOtherPayee: vector<u8> = b"The request is another payee's than the code says.";
#[error]
const EOtherInstrument: vector<u8> = b"The request is for another instrument than the code says.";
#[error]
const EOtherAmount: vector<u8> = b"The request is for another amount than the code says.";
#[error]
const EStillShown: vector<u8> = b"A paid request stays until it expires, so that nobody pays it again.";

const MAX_REFERENCE_BYTES: u64 = 64;

/// A request, at an address of its own.
public struct PaymentRequest has store {
    payee: address,
    /// The payee's own.
    number: u64,
    instrument: u32,
    /// Minor units; absent where the payer says how much.
    amount: Option<u64>,
    /// The first moment at which it can no longer be paid, in milliseconds since 1970.
    expires_ms: u64,
    reference: String,
    payment: Option<Payment>,
}

/// How a request was paid.
public struct Payment has copy, drop, store {
    payer: address,
    amount: u64,
    time_ms: u64,
}

public struct RequestOpened has copy, drop {
    request: address,
    payee: address,
    instrument: u32,
    amount: Option<u64>,
    expires_ms: u64,
    reference: String,
}

public struct RequestPaid has copy, drop {
    request: address,
    payee: address,
    payer: address,
    instrument: u32,
    amount: u64,
    reference: String,
}

public struct RequestWithdrawn has copy, drop {
    request: address,
    payee: address,
}

/// Asks for a payment, under a number that the payee has not in use.
public(package) entry fun open(
    ledger: &mut Ledger,
    payee: &signer,
    number: u64,
    instrument: u32,
    amount: Option<u64>,
    expires_ms: u64,
    reference: String,
) {
    let owner = payee.address_of();
    let request = at(owner, number);
    assert!(!ledger.exists<PaymentRequest>(request), ERequestExists);
    assert!(wallet::is_open(ledger, owner), ENoWallet);
    assert!(instrument::exists(ledger, instrument), EUnknownInstrument);
    assert!(amount.is_none() || *amount.borrow() > 0, EZeroAmount);
    assert!(expires_ms > ledger.time_ms(), EPastExpiry);
    assert!(reference.length() <= MAX_REFERENCE_BYTES, EReferenceTooLong);
    let payment = option::none();
    ledger.publish(request, PaymentRequest { payee: owner, number, instrument, amount, expires_ms, reference, payment });
    event::emit(RequestOpened { request, payee: owner, instrument, amount, expires_ms, reference });
}

/// Pays a request, once. Payee and instrument are those that the payer was shown; the amount must be the request's, where
/// it has one. The rules of `wallet::pay` apply.
public(package) entry fun pay(
    ledger: &mut Ledger,
    payer: &signer,
    request: address,
    payee: address,
    instrument: u32,
    amount: u64,
) {
    let time_ms = ledger.time_ms();
    assert!(ledger.exists<PaymentRequest>(request), ENoRequest);
    let record = ledger.borrow_mut<PaymentRequest>(request);
    assert!(record.payee == payee, EOtherPayee);
    assert!(record.instrument == instrument, EOtherInstrument);
    assert!(record.amount.is_none() || *record.amount.borrow() == amount, EOtherAmount);
    assert!(record.payment.is_none(), EPaidAlready);
    assert!(time_ms < record.expires_ms, EExpired);
    record.payment.fill(Payment { payer: payer.address_of(), amount, time_ms });
    let reference = record.reference;
    wallet::pay_from(ledger, payer.address_of(), payee, instrument, amount);
    event::emit(RequestPaid { request, payee, payer: payer.address_of(), instrument, amount, reference });
}

/// Takes a request back: an unpaid one at any time, a paid one once it has expired.
public(package) entry fun withdraw(ledger: &mut Ledger, payee: &signer, number: u64) {
    let owner = payee.address_of();
    let request = at(owner, number);
    assert!(ledger.exists<PaymentRequest>(request), ENoRequest);
    let record = ledger.borrow<PaymentRequest>(request);
    assert!(record.payment.is_none() || ledger.time_ms() >= record.expires_ms, EStillShown);
    let PaymentRequest { payee, number: _, instrument: _, amount: _, expires_ms: _, reference: _, payment: _ } = ledger.take(request);
    event::emit(RequestWithdrawn { request, payee });
}

/// Where a payee's request of a number lies.
public fun at(payee: address, number: u64): address {
    object_address::derive(b"sycee-payment-request-v1", payee, number)
}

/// Whether a request was paid. Aborts where there is none.
public fun is_paid(ledger: &Ledger, request: address): bool {
    assert!(ledger.exists<PaymentRequest>(request), ENoRequest);
    ledger.borrow<PaymentRequest>(request).payment.is_some()
}
