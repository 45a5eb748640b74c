/// Signatures, hashes and proofs.
module std::crypto;

use std::bcs;
use std::hash;

#[error]
const ETooManyLeaves: vector<u8> = b"A Merkle tree has fewer than 2^32 leaves.";

/// Bytes of a hash.
const HASH_LENGTH: u64 = 32;
const MAX_LEAVES: u64 = 0xFFFF_FFFF;

// What is hashed begins with one of these, so that no leaf passes for a node and no shorter list for a longer one.
const LEAF: u8 = 0;
const NODE: u8 = 1;
const NO_LEAVES: u8 = 2;
const TOP: u8 = 3;

/// Whether an ed25519 signature (64 bytes) of a message is good under a public key (32 bytes); lengths that are wrong are
/// no good. By the rules of libsodium, to the last odd input: S below the group's order, key and R canonical and not of
/// small order, R exactly as computed.
public native fun ed25519_verify(signature: &vector<u8>, public_key: &vector<u8>, message: &vector<u8>): bool;

/// 32 bytes.
public fun blake2b_256(data: vector<u8>): vector<u8> {
    hash::blake2b_256(data)
}

/// 32 bytes.
public fun sha2_256(data: vector<u8>): vector<u8> {
    hash::sha2_256(data)
}

/// 32 bytes.
public fun sha3_256(data: vector<u8>): vector<u8> {
    hash::sha3_256(data)
}

/// The root of a list: a binary tree of blake2b-256, its left half the largest power of two below the count (as in
/// RFC 6962), under a top that commits to the count. Block headers have roots of the same kind.
public fun merkle_root(leaves: &vector<vector<u8>>): vector<u8> {
    let count = leaves.length();
    assert!(count <= MAX_LEAVES, ETooManyLeaves);
    if (count == 0) return top_hash(0, hash::blake2b_256(vector[NO_LEAVES]));
    let mut level = leaves.map_ref!(|leaf| leaf_hash(*leaf));
    while (level.length() > 1) {
        let length = level.length();
        // Pairing neighbours, an odd one rising, is the same as splitting at powers of two.
        level = vector::tabulate!(length.divide_and_round_up(2), |i| {
            if (2 * i + 1 == length) level[2 * i] else node_hash(level[2 * i], level[2 * i + 1])
        });
    };
    top_hash(count, level.pop_back())
}

/// Whether `leaf` is at `index` of the list of `count` that has this root. `proof` holds the hashes beside the way from the
/// leaf to the top, the lowest first: as many as the way has neighbours, no more and no fewer.
public fun verify_merkle_proof(root: &vector<u8>, leaf: vector<u8>, index: u64, count: u64, proof: &vector<vector<u8>>): bool {
    if (index >= count || count > MAX_LEAVES) return false;
    let mut hash = leaf_hash(leaf);
    let (mut position, mut width, mut used) = (index, count, 0);
    while (width > 1) {
        // The last of an odd number has no neighbour and rises.
        if (position % 2 == 1 || position + 1 < width) {
            if (used == proof.length() || proof[used].length() != HASH_LENGTH) return false;
            hash = if (position % 2 == 1) node_hash(proof[used], hash) else node_hash(hash, proof[used]);
            used = used + 1;
        };
        position = position / 2;
        width = width.divide_and_round_up(2);
    };
    used == proof.length() && &top_hash(count, hash) == root
}

fun leaf_hash(leaf: vector<u8>): vector<u8> {
    tagged_hash(LEAF, leaf)
}

fun node_hash(mut left: vector<u8>, right: vector<u8>): vector<u8> {
    left.append(right);
    tagged_hash(NODE, left)
}

fun top_hash(count: u64, below: vector<u8>): vector<u8> {
    let mut bytes = bcs::to_bytes(&(count as u32));
    bytes.append(below);
    tagged_hash(TOP, bytes)
}

fun tagged_hash(tag: u8, bytes: vector<u8>): vector<u8> {
    let mut message = vector[tag];
    message.append(bytes);
    hash::blake2b_256(message)
}
