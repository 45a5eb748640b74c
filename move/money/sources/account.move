/// Whose signature an address takes. An address without an `Account` is held by the keys that it derives from.
module money::account;

use std::event;
use std::ledger::Ledger;

#[error]
const ESameKey: vector<u8> = b"The new key is the one that holds the account already.";

/// Kept at an address whose keys have been exchanged.
public struct Account has store {
    /// The 32 bytes that the keys which sign for this address must derive to.
    authentication_key: vector<u8>,
}

public struct KeyRotated has copy, drop {
    account: address,
    authentication_key: vector<u8>,
}

/// Gives `owner`'s address to the keys of `new_key`, which signs too and so proves that it has them: an address of one
/// key or of k of n. The address itself stays.
public(package) entry fun rotate_key(ledger: &mut Ledger, owner: &signer, new_key: &signer) {
    let account = owner.address_of();
    let authentication_key = authentication_key(ledger, new_key.address_of());
    assert!(authentication_key != authentication_key(ledger, account), ESameKey);
    if (ledger.exists<Account>(account)) {
        let Account { authentication_key: _ } = ledger.take<Account>(account);
    };
    // An account is kept only where it says something that the address does not.
    if (authentication_key != account.to_bytes()) ledger.publish(account, Account { authentication_key });
    event::emit(KeyRotated { account, authentication_key });
}

/// What the keys that sign for an address derive to now, 32 bytes.
public fun authentication_key(ledger: &Ledger, account: address): vector<u8> {
    if (ledger.exists<Account>(account)) ledger.borrow<Account>(account).authentication_key else account.to_bytes()
}
