/// Somebody who signed the transaction.
#[defines_primitive(signer)]
module std::signer;

/// The address that signed.
public native fun borrow_address(signer: &signer): &address;

/// The address that signed.
public fun address_of(signer: &signer): address {
    *borrow_address(signer)
}
