/// Merchants at a payment institution: payments to them for which the institution takes a fee, and refunds of these. A payment
/// to a merchant is a collection: it keeps a number for ever, and its refunds together are never more than it was.
/// Merchants are accounts, which sign nothing: terms that cost one more hold only after notice, so that it can leave before. The
/// notice is the two months of Directive (EU) 2015/2366, article 54(1), and the institution cannot get around it by ending the terms.
module banking::merchant;

use banking::books;
use banking::chart;
use banking::customer_port;
use banking::institution;
use banking::payment_institution;
use money::customer_book::Book;
use std::event;
use std::ledger::Ledger;
use std::paged_vector::{Self, PagedVector};
use std::table::{Self, Table};

#[error]
const EBadFee: vector<u8> = b"A fee is at most 10000 hundredths of a per cent, and its fixed part at most 2^53 minor units.";
#[error]
const EUnknownAccount: vector<u8> = b"The institution has no account of that number.";
#[error]
const ENotMerchant: vector<u8> = b"The account is no merchant's.";
#[error]
const EDifferentLengths: vector<u8> = b"Each entry of a batch needs every one of its values.";
#[error]
const EEmptyBatch: vector<u8> = b"A batch has at least one entry.";
#[error]
const EOwnAccount: vector<u8> = b"The institution's own account can be no merchant's.";
#[error]
const EOwnAccountFrozen: vector<u8> = b"The institution's own account is frozen, so that no fee can pass through it.";
#[error]
const EUnknownCollection: vector<u8> = b"The institution made no collection of that number.";
#[error]
const ENotAnnounced: vector<u8> = b"Terms that cost a merchant more can be set once they were announced 60 days ago, and until 30 days later.";

// What became of an entry, where it is not a status of `money::customer_book`. The numbers are permanent.
const ACCEPTED: u8 = 0;
const NO_MERCHANT: u8 = 10;
const FEE_EXCEEDS_AMOUNT: u8 = 11;
const UNKNOWN_COLLECTION: u8 = 12;
const REFUND_EXCEEDS_PAYMENT: u8 = 13;
const NOT_HANDED_ON: u8 = 14;

const WHOLE_BPS: u64 = 10_000;
const MAX_FIXED: u64 = 0x20_0000_0000_0000;
const NOTICE_MS: u64 = 60 * 86_400_000;
const LAPSE_MS: u64 = 30 * 86_400_000;

/// What an institution keeps of its merchants, at its address.
public struct Merchants has store {
    terms: Table<u32, Terms>,
    /// By number of collection: the payer, and 2^32 times the merchant.
    parties: PagedVector<u64>,
    /// By number of collection: what can still be refunded, in minor units.
    refundable: PagedVector<u64>,
    announced: Table<u32, Announced>,
    former: Table<u32, Former>,
}

/// Terms that cost a merchant more than it has now, and from when on they can be set.
public struct Announced has copy, drop, store {
    terms: Terms,
    from_ms: u64,
}

/// What an account had as a merchant's until its terms ended: until then it is given nothing anew that costs more without notice.
public struct Former has copy, drop, store {
    terms: Terms,
    until_ms: u64,
}

/// What the institution takes of a payment to a merchant: a share, rounded down, and a fixed amount.
public struct Terms has copy, drop, store {
    fee_bps: u64,
    /// In minor units.
    fee_fixed: u64,
}

public struct TermsSet has copy, drop {
    institution: address,
    account: u32,
    /// Absent: the account is no merchant's any more.
    terms: Option<Terms>,
}

public struct TermsAnnounced has copy, drop {
    institution: address,
    account: u32,
    terms: Terms,
    from_ms: u64,
}

/// A batch of collections.
public struct Collected has copy, drop {
    institution: address,
    /// The number of the first that was accepted; those after it follow, in their order.
    first: u64,
    accepted: u64,
    refused: u64,
    /// Of those accepted: what payers paid, and what of it is the institution's income.
    total: u128,
    fees: u64,
    /// One for each entry, in their order; 0 is accepted.
    statuses: vector<u8>,
}

/// A batch of refunds.
public struct Refunded has copy, drop {
    institution: address,
    accepted: u64,
    refused: u64,
    /// Of those accepted.
    total: u128,
    /// One for each entry, in their order; 0 is accepted.
    statuses: vector<u8>,
}

/// A batch of refunds by the institution to which payers and merchants were handed on.
public struct RefundedFor has copy, drop {
    institution: address,
    /// Which made the collections.
    collected_by: address,
    accepted: u64,
    refused: u64,
    /// Of those accepted.
    total: u128,
    /// One for each entry, in their order; 0 is accepted.
    statuses: vector<u8>,
}

/// Makes an account a merchant's, or changes its terms from now on: to such as cost it more only after notice.
public(package) entry fun set_terms(ledger: &mut Ledger, institution: &signer, account: u32, fee_bps: u64, fee_fixed: u64) {
    let at = payment_institution::check(ledger, institution);
    let terms = new_terms(fee_bps, fee_fixed);
    assert!(account != payment_institution::own_account(), EOwnAccount);
    assert!((account as u64) < institution::customers(ledger, at).accounts(), EUnknownAccount);
    if (!ledger.exists<Merchants>(at)) {
        let terms = table::new(ledger);
        let parties = paged_vector::new(ledger);
        let refundable = paged_vector::new(ledger);
        let announced = table::new(ledger);
        let former = table::new(ledger);
        ledger.publish(at, Merchants { terms, parties, refundable, announced, former });
    };
    let now = ledger.time_ms();
    let record = ledger.borrow_mut<Merchants>(at);
    assert!(!record.costs_more(account, &terms, now) || record.is_announced(account, &terms, now), ENotAnnounced);
    if (record.terms.contains(account)) *record.terms.borrow_mut(account) = terms else record.terms.add(account, terms);
    if (record.announced.contains(account)) { record.announced.remove(account); };
    if (record.former.contains(account)) { record.former.remove(account); };
    event::emit(TermsSet { institution: at, account, terms: option::some(terms) });
}

/// Tells a merchant of terms that cost it more: 60 days later, and for 30 days from then on, they can be set. A later
/// announcement takes the place of an earlier one.
public(package) entry fun announce_terms(ledger: &mut Ledger, institution: &signer, account: u32, fee_bps: u64, fee_fixed: u64) {
    let at = payment_institution::check(ledger, institution);
    let terms = new_terms(fee_bps, fee_fixed);
    assert!(is_merchant(ledger, at, account), ENotMerchant);
    let from_ms = ledger.time_ms() + NOTICE_MS;
    let announced = &mut ledger.borrow_mut<Merchants>(at).announced;
    if (announced.contains(account)) { announced.remove(account); };
    announced.add(account, Announced { terms, from_ms });
    event::emit(TermsAnnounced { institution: at, account, terms, from_ms });
}

/// Ends the terms: nothing more is collected for the account, and what was can still be refunded.
public(package) entry fun end_terms(ledger: &mut Ledger, institution: &signer, account: u32) {
    let at = payment_institution::check_is(ledger, institution);
    assert!(ledger.exists<Merchants>(at), ENotMerchant);
    let until_ms = ledger.time_ms() + NOTICE_MS;
    let record = ledger.borrow_mut<Merchants>(at);
    assert!(record.terms.contains(account), ENotMerchant);
    let terms = record.terms.remove(account);
    if (record.announced.contains(account)) { record.announced.remove(account); };
    record.former.add(account, Former { terms, until_ms });
    event::emit(TermsSet { institution: at, account, terms: option::none() });
}

/// Makes payments to merchants in their order, each by itself: the payer pays the amount, the merchant gets it less the fee, and
/// the fees of all become the institution's income. Payer, merchant and amount of a payment are at the same position.
public(package) entry fun collect_batch(
    ledger: &mut Ledger,
    institution: &signer,
    payers: vector<u32>,
    merchants: vector<u32>,
    amounts: vector<u64>,
) {
    let at = payment_institution::check(ledger, institution);
    let count = payers.length();
    assert!(count > 0, EEmptyBatch);
    assert!(merchants.length() == count && amounts.length() == count, EDifferentLengths);
    assert!(ledger.exists<Merchants>(at), ENotMerchant);
    let mut record = ledger.take<Merchants>(at);
    let book = institution::customers_mut(ledger, at);
    let first = record.parties.length();
    let mut statuses = vector[];
    let mut total = 0u128;
    let mut fees = 0;
    let mut i = 0;
    while (i < count) {
        let (payer, merchant, amount) = (payers[i], merchants[i], amounts[i]);
        let status = if (!record.terms.contains(merchant)) NO_MERCHANT
        else {
            let fee = record.terms[merchant].fee_of(amount);
            let status = collect(book, payer, merchant, amount, fee);
            if (status == ACCEPTED) {
                record.parties.push_back((payer as u64) | ((merchant as u64) << 32));
                record.refundable.push_back(amount);
                total = total + (amount as u128);
                fees = fees + fee;
            };
            status
        };
        statuses.push_back(status);
        i = i + 1;
    };
    let accepted = record.parties.length() - first;
    ledger.publish(at, record);
    if (fees > 0) take_fees(ledger, at, fees);
    event::emit(Collected { institution: at, first, accepted, refused: count - accepted, total, fees, statuses });
}

/// Pays amounts of collections back from the merchant to the payer, in their order, each by itself. What the institution took stays
/// its own. Needs no licence that stands: it gives customers back what is theirs.
public(package) entry fun refund_batch(ledger: &mut Ledger, institution: &signer, collections: vector<u64>, amounts: vector<u64>) {
    let at = payment_institution::check_is(ledger, institution);
    let count = collections.length();
    assert!(count > 0, EEmptyBatch);
    assert!(amounts.length() == count, EDifferentLengths);
    assert!(ledger.exists<Merchants>(at), ENotMerchant);
    let mut record = ledger.take<Merchants>(at);
    let book = institution::customers_mut(ledger, at);
    let mut statuses = vector[];
    let mut accepted = 0;
    let mut total = 0u128;
    let mut i = 0;
    while (i < count) {
        let status = record.refund(book, collections[i], amounts[i]);
        if (status == ACCEPTED) {
            accepted = accepted + 1;
            total = total + (amounts[i] as u128);
        };
        statuses.push_back(status);
        i = i + 1;
    };
    ledger.publish(at, record);
    event::emit(Refunded { institution: at, accepted, refused: count - accepted, total, statuses });
}

/// The same where payer and merchant were handed on to the signer: it pays amounts of collections back that the institution made
/// which they were with. What was refunded before counts.
public(package) entry fun refund_for_batch(
    ledger: &mut Ledger,
    successor: &signer,
    institution: address,
    collections: vector<u64>,
    amounts: vector<u64>,
) {
    let at = payment_institution::check_is(ledger, successor);
    let count = collections.length();
    assert!(count > 0, EEmptyBatch);
    assert!(amounts.length() == count, EDifferentLengths);
    assert!(ledger.exists<Merchants>(institution), ENotMerchant);
    let mut record = ledger.take<Merchants>(institution);
    let mut statuses = vector[];
    let mut accepted = 0;
    let mut total = 0u128;
    count.do!(|i| {
        let status = record.refund_for(ledger, at, institution, collections[i], amounts[i]);
        if (status == ACCEPTED) {
            accepted = accepted + 1;
            total = total + (amounts[i] as u128);
        };
        statuses.push_back(status);
    });
    ledger.publish(institution, record);
    event::emit(RefundedFor { institution: at, collected_by: institution, accepted, refused: count - accepted, total, statuses });
}

/// Whether an account is a merchant's.
public fun is_merchant(ledger: &Ledger, at: address, account: u32): bool {
    ledger.exists<Merchants>(at) && ledger.borrow<Merchants>(at).terms.contains(account)
}

/// Payer and merchant of a collection, and what of it can still be refunded, in minor units.
public fun collection(ledger: &Ledger, at: address, number: u64): (u32, u32, u64) {
    assert!(ledger.exists<Merchants>(at), EUnknownCollection);
    let record = ledger.borrow<Merchants>(at);
    assert!(number < record.parties.length(), EUnknownCollection);
    let (payer, merchant) = split(record.parties.get(number));
    (payer, merchant, record.refundable.get(number))
}

/// How many collections an institution ever made: the number of the next.
public fun collections(ledger: &Ledger, at: address): u64 {
    if (!ledger.exists<Merchants>(at)) 0 else ledger.borrow<Merchants>(at).parties.length()
}

fun new_terms(fee_bps: u64, fee_fixed: u64): Terms {
    assert!(fee_bps <= WHOLE_BPS && fee_fixed <= MAX_FIXED, EBadFee);
    Terms { fee_bps, fee_fixed }
}

/// Whether terms cost an account more than it has as a merchant's, or had not long ago. A first agreement costs nobody more.
fun costs_more(record: &Merchants, account: u32, terms: &Terms, now_ms: u64): bool {
    if (record.terms.contains(account)) return terms.is_above(&record.terms[account]);
    if (!record.former.contains(account)) return false;
    let former = &record.former[account];
    now_ms < former.until_ms && terms.is_above(&former.terms)
}

fun is_announced(record: &Merchants, account: u32, terms: &Terms, now_ms: u64): bool {
    if (!record.announced.contains(account)) return false;
    let announced = &record.announced[account];
    !terms.is_above(&announced.terms) && now_ms >= announced.from_ms && now_ms <= announced.from_ms + LAPSE_MS
}

fun is_above(terms: &Terms, other: &Terms): bool {
    terms.fee_bps > other.fee_bps || terms.fee_fixed > other.fee_fixed
}

fun fee_of(terms: &Terms, amount: u64): u64 {
    amount.mul_div(terms.fee_bps, WHOLE_BPS).saturating_add(terms.fee_fixed)
}

/// Makes one payment to a merchant, all of it or nothing.
fun collect(book: &mut Book, payer: u32, merchant: u32, amount: u64, fee: u64): u8 {
    if (fee == 0) return book.try_transfer(payer, merchant, amount);
    if (fee >= amount) return FEE_EXCEEDS_AMOUNT;
    let own = payment_institution::own_account();
    let status = book.try_transfer(payer, own, fee);
    if (status != ACCEPTED) return status;
    let status = book.try_transfer(payer, merchant, amount - fee);
    if (status != ACCEPTED) assert!(book.try_transfer(own, payer, fee) == ACCEPTED, EOwnAccountFrozen);
    status
}

fun refund(record: &mut Merchants, book: &mut Book, number: u64, amount: u64): u8 {
    if (number >= record.parties.length()) return UNKNOWN_COLLECTION;
    let left = record.refundable.get(number);
    if (amount > left) return REFUND_EXCEEDS_PAYMENT;
    let (payer, merchant) = split(record.parties.get(number));
    let status = book.try_transfer(merchant, payer, amount);
    if (status == ACCEPTED) record.refundable.set(number, left - amount);
    status
}

fun refund_for(record: &mut Merchants, ledger: &mut Ledger, at: address, institution: address, number: u64, amount: u64): u8 {
    if (number >= record.parties.length()) return UNKNOWN_COLLECTION;
    let left = record.refundable.get(number);
    if (amount > left) return REFUND_EXCEEDS_PAYMENT;
    let (payer, merchant) = split(record.parties.get(number));
    let (payer_at, payer_now) = customer_port::home(ledger, institution, payer);
    let (merchant_at, merchant_now) = customer_port::home(ledger, institution, merchant);
    if (at == institution || payer_at != at || merchant_at != at) return NOT_HANDED_ON;
    let status = institution::customers_mut(ledger, at).try_transfer(merchant_now, payer_now, amount);
    if (status == ACCEPTED) record.refundable.set(number, left - amount);
    status
}

fun split(parties: u64): (u32, u32) {
    ((parties & 0xFFFF_FFFF) as u32, (parties >> 32) as u32)
}

/// Fees are e-money of the institution's own: they end, and what stood behind them is surplus.
fun take_fees(ledger: &mut Ledger, at: address, fees: u64) {
    let mut posting = books::begin(at, b"Fees of merchants".to_string());
    institution::redeem_from_customer(ledger, &mut posting, payment_institution::own_account(), fees);
    posting.credit(chart::fee_income(), fees);
    institution::post(ledger, posting);
}
