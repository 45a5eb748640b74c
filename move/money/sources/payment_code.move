/// Codes that a payer shows and a payee collects on. A code is signed by a key that the payer named on the ledger, is for
/// one wallet, one instrument and at most so much, lives one minute at the longest and can be collected on once.
module money::payment_code;

use money::account;
use money::instrument;
use money::wallet;
use std::bcs;
use std::crypto;
use std::event;
use std::ledger::Ledger;

#[error]
const ENotEnabled: vector<u8> = b"The wallet takes no payment codes.";
#[error]
const ENoWallet: vector<u8> = b"There is no open wallet at the address.";
#[error]
const EUnknownInstrument: vector<u8> = b"There is no instrument of this number.";
#[error]
const EBadKey: vector<u8> = b"The key of payment codes has 32 bytes.";
#[error]
const EBadChainId: vector<u8> = b"A chain id has 32 bytes.";
#[error]
const EOldKeys: vector<u8> = b"The keys of the wallet were exchanged since it allowed payment codes.";
#[error]
const EOtherInstrument: vector<u8> = b"The wallet allows payment codes for another instrument.";
#[error]
const EAboveCodeLimit: vector<u8> = b"The amount is more than the code allows.";
#[error]
const EAboveWalletLimit: vector<u8> = b"The code allows more than the wallet's owner allowed for one code.";
#[error]
const EExpired: vector<u8> = b"The code has expired.";
#[error]
const ENotYetValid: vector<u8> = b"A code lives one minute: this one expires later than that.";
#[error]
const EUsedAlready: vector<u8> = b"The code was used already.";
#[error]
const ETooManyCodes: vector<u8> = b"The wallet used 32 codes within one minute.";
#[error]
const EBadSignature: vector<u8> = b"The code's signature is not the wallet's over what the code says.";

const LIFE_MS: u64 = 60_000;
const MAX_USED: u64 = 32;
const PURPOSE: vector<u8> = b"sycee-payment-code-v1";

/// What makes codes of a wallet good. At its owner.
public struct PaymentCodes has store {
    /// ed25519, 32 bytes.
    public_key: vector<u8>,
    /// The chain the owner meant, so that a code for one ledger is none for another.
    chain_id: vector<u8>,
    instrument: u32,
    /// The most that one code may allow, in minor units.
    most: u64,
    /// What the owner's keys derived to; exchanged keys take the codes of the old ones with them.
    authentication_key: vector<u8>,
    /// Codes that were used and have not expired.
    used: vector<Used>,
}

public struct Used has copy, drop, store {
    number: u64,
    expires_ms: u64,
}

/// What a code says, after `sycee-payment-code-v1`; these bytes are signed.
public struct Message has drop {
    chain_id: vector<u8>,
    payer: address,
    instrument: u32,
    limit: u64,
    expires_ms: u64,
    number: u64,
}

public struct CodesEnabled has copy, drop {
    owner: address,
    public_key: vector<u8>,
    instrument: u32,
    most: u64,
}

public struct CodesDisabled has copy, drop {
    owner: address,
}

public struct CodeCollected has copy, drop {
    payer: address,
    payee: address,
    instrument: u32,
    amount: u64,
    number: u64,
}

/// Allows codes signed by a key, for an instrument and at most so much each. Replaces what was allowed before.
public(package) entry fun enable(
    ledger: &mut Ledger,
    owner: &signer,
    public_key: vector<u8>,
    chain_id: vector<u8>,
    instrument: u32,
    most: u64,
) {
    let at = owner.address_of();
    assert!(public_key.length() == 32, EBadKey);
    assert!(chain_id.length() == 32, EBadChainId);
    assert!(wallet::is_open(ledger, at), ENoWallet);
    assert!(instrument::exists(ledger, instrument), EUnknownInstrument);
    // Codes that were used stay used, whatever is allowed anew.
    let used = if (ledger.exists<PaymentCodes>(at)) remove(ledger, at) else vector[];
    let authentication_key = account::authentication_key(ledger, at);
    ledger.publish(at, PaymentCodes { public_key, chain_id, instrument, most, authentication_key, used });
    event::emit(CodesEnabled { owner: at, public_key, instrument, most });
}

/// Allows codes no more: none that was shown is good from here on. What was used is remembered.
public(package) entry fun disable(ledger: &mut Ledger, owner: &signer) {
    let at = owner.address_of();
    assert!(ledger.exists<PaymentCodes>(at), ENotEnabled);
    ledger.borrow_mut<PaymentCodes>(at).most = 0;
    event::emit(CodesDisabled { owner: at });
}

/// Collects an amount on a code that a payer showed; everything but the amount is as the code says. The rules of
/// `wallet::pay` apply to the payer as if it signed.
public(package) entry fun collect(
    ledger: &mut Ledger,
    payee: &signer,
    payer: address,
    instrument: u32,
    limit: u64,
    expires_ms: u64,
    number: u64,
    signature: vector<u8>,
    amount: u64,
) {
    let now = ledger.time_ms();
    assert!(ledger.exists<PaymentCodes>(payer), ENotEnabled);
    let authentication_key = account::authentication_key(ledger, payer);
    let codes = ledger.borrow_mut<PaymentCodes>(payer);
    assert!(codes.most > 0, ENotEnabled);
    assert!(codes.authentication_key == authentication_key, EOldKeys);
    assert!(codes.instrument == instrument, EOtherInstrument);
    assert!(amount <= limit, EAboveCodeLimit);
    assert!(limit <= codes.most, EAboveWalletLimit);
    assert!(now < expires_ms, EExpired);
    assert!(expires_ms - now <= LIFE_MS, ENotYetValid);
    codes.used = codes.used.filter!(|used| used.expires_ms > now);
    assert!(!codes.used.any!(|used| used.number == number), EUsedAlready);
    assert!(codes.used.length() < MAX_USED, ETooManyCodes);
    let mut message = PURPOSE;
    message.append(bcs::to_bytes(&Message { chain_id: codes.chain_id, payer, instrument, limit, expires_ms, number }));
    assert!(crypto::ed25519_verify(&signature, &codes.public_key, &message), EBadSignature);
    codes.used.push_back(Used { number, expires_ms });
    wallet::pay_from(ledger, payer, payee.address_of(), instrument, amount);
    event::emit(CodeCollected { payer, payee: payee.address_of(), instrument, amount, number });
}

fun remove(ledger: &mut Ledger, at: address): vector<Used> {
    let PaymentCodes { public_key: _, chain_id: _, instrument: _, most: _, authentication_key: _, used } = ledger.take(at);
    used
}
