/// Where things that belong to somebody lie: each at an address of its own, which follows from what it is, whose it is
/// and the number its owner gave it. Nobody has a key to such an address.
module money::object_address;

use std::bcs;
use std::hash;

/// blake2b-256 of the kind's name, the owner's 32 bytes and the number's 8 bytes, the lowest first.
public fun derive(kind: vector<u8>, owner: address, number: u64): address {
    let mut bytes = kind;
    bytes.append(owner.to_bytes());
    bytes.append(bcs::to_bytes(&number));
    std::address::from_bytes(hash::blake2b_256(bytes))
}
