#[test_only]
module std::crypto_tests;

use std::crypto;
use std::unit_test::assert_eq;

// Test 3 of RFC 8032, section 7.1.
const KEY: vector<u8> = x"fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025";
const MESSAGE: vector<u8> = x"af82";
const SIGNATURE: vector<u8> =
    x"6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a";

#[test]
fun accepts_a_good_signature() {
    let (signature, key, message) = (SIGNATURE, KEY, MESSAGE);
    assert!(crypto::ed25519_verify(&signature, &key, &message));
    let key = x"d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
    let mut signature = x"e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b";
    assert!(crypto::ed25519_verify(&signature, &key, &vector[]));
    *&mut signature[0] = signature[0] ^ 1;
    assert!(!crypto::ed25519_verify(&signature, &key, &vector[]));
}

#[test]
fun refuses_other_messages_keys_and_lengths() {
    let (signature, key, message) = (SIGNATURE, KEY, MESSAGE);
    assert!(!crypto::ed25519_verify(&signature, &key, &x"af83"));
    assert!(!crypto::ed25519_verify(&signature, &x"d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", &message));
    assert!(!crypto::ed25519_verify(&signature.take(63), &key, &message));
    assert!(!crypto::ed25519_verify(&signature, &key.take(31), &message));
    assert!(!crypto::ed25519_verify(&vector[], &vector[], &message));
    let mut longer = signature;
    longer.push_back(0);
    assert!(!crypto::ed25519_verify(&longer, &key, &message));
}

#[test]
fun refuses_a_second_form_of_a_signature() {
    let key = x"62244e218f4deae680de9a6832ab808cbda6da6451c5caae6be7eca4d466b5d9";
    let r = x"f0e92dbede6e0d80fbf877969f41e82ac9f3421d3083d77aea45cf93d1385484";
    let mut good = r;
    good.append(x"402a5eedce17fd66634ab7e95e34b2eaa0955fa6ea1155db4f5312dba4a2880e");
    assert!(crypto::ed25519_verify(&good, &key, &x"07"));
    // The same S with the group's order added.
    let mut second = r;
    second.append(x"2dfe534ae97a0fbf39e7ae8c3d2e91ffa0955fa6ea1155db4f5312dba4a2881e");
    assert!(!crypto::ed25519_verify(&second, &key, &x"07"));
}

#[test]
fun refuses_keys_and_points_of_small_order() {
    let zeros = vector::tabulate!(32, |_| 0u8);
    let one = x"0100000000000000000000000000000000000000000000000000000000000000";
    // Key and R neutral, S zero: the equation holds for every message.
    let mut signature = one;
    signature.append(zeros);
    assert!(!crypto::ed25519_verify(&signature, &one, &x"00"));
    let of_order_8 = x"c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a";
    let mut signature = x"edc876d6831fd2105d0b4389ca2e283166469289146e2ce06faefe98b22548df";
    signature.append(x"0500000000000000000000000000000000000000000000000000000000000000");
    assert!(!crypto::ed25519_verify(&signature, &of_order_8, &x"07"));
    // The neutral point as y = p + 1, an encoding that is not canonical.
    assert!(!crypto::ed25519_verify(&signature, &x"eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f", &x"07"));
    let mut signature = one;
    signature.append(x"30e570c7f381242728961da871f3e7f5830e2e0b58937e0c1dc12891a0dea807");
    assert!(!crypto::ed25519_verify(&signature, &x"c8e15409ccfb688b0814a604dfdc51c92e8e044f92c7e779a8154c8538ec01cf", &x"07"));
}

#[test]
fun clears_no_cofactor() {
    // A key with a part of order 8: good for the messages that happen to cancel it, and for no other.
    let key = x"5218bec9ac0aeea7b1c34491b415b50d6dd4344d044058f7176e9d3b44d9071f";
    let r = x"f0e92dbede6e0d80fbf877969f41e82ac9f3421d3083d77aea45cf93d1385484";
    let mut signature = r;
    signature.append(x"ff35255f37d72c6655d210a030ca34f9ad53ee7a79de9c7bb8ff068d1a2c4c0f");
    assert!(crypto::ed25519_verify(&signature, &key, &x"0d"));
    let mut signature = r;
    signature.append(x"ba09294ec515f328436ecb9de87716bbdcfceca6312175c7b59071f61a097309");
    assert!(!crypto::ed25519_verify(&signature, &key, &x"00"));
}

#[test]
fun hashes() {
    assert_eq!(crypto::sha2_256(b"abc"), x"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_eq!(crypto::sha3_256(b"abc"), x"3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532");
    assert_eq!(crypto::blake2b_256(b"abc"), x"bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
}

// === Merkle trees ===

/// The leaves 0001, 0102, 0203, …
fun leaves(count: u64): vector<vector<u8>> {
    vector::tabulate!(count, |i| vector[i as u8, (i + 1) as u8])
}

/// The hashes beside the way up, by splitting at powers of two; the root's tests prove that it is the same tree.
fun proof(leaves: vector<vector<u8>>, index: u64): vector<vector<u8>> {
    let count = leaves.length();
    if (count == 1) return vector[];
    let mut half = 1;
    while (half * 2 < count) half = half * 2;
    let mut left = leaves;
    let right = left.skip_mut(half);
    if (index < half) {
        let mut hashes = proof(left, index);
        hashes.push_back(subtree(right));
        hashes
    } else {
        let mut hashes = proof(right, index - half);
        hashes.push_back(subtree(left));
        hashes
    }
}

fun subtree(leaves: vector<vector<u8>>): vector<u8> {
    let count = leaves.length();
    let mut message = vector[];
    if (count == 1) {
        message.push_back(0);
        message.append(leaves[0]);
        return crypto::blake2b_256(message)
    };
    let mut half = 1;
    while (half * 2 < count) half = half * 2;
    let mut left = leaves;
    let right = left.skip_mut(half);
    message.push_back(1);
    message.append(subtree(left));
    message.append(subtree(right));
    crypto::blake2b_256(message)
}

#[test]
fun has_the_root_of_block_headers() {
    assert_eq!(crypto::merkle_root(&leaves(0)), x"0ae59dfd4315b3e11ac27e0511711c9d5efd8c08d839163ee759ea829d267c2a");
    assert_eq!(crypto::merkle_root(&leaves(1)), x"1205b07cc24e2ff6a108773ac33734f74651681636a6b0ff728de788b4b0bc4d");
    assert_eq!(crypto::merkle_root(&leaves(2)), x"88ed749829737bdfdea4263ded687b3500c78195a695adfbfffc188a2a2e2853");
    assert_eq!(crypto::merkle_root(&leaves(3)), x"07f4a4b560a3e6b7889440a47d8a0df5b76be0368f08c8c68ff76121eab69a34");
    assert_eq!(crypto::merkle_root(&leaves(5)), x"39e11cfb70591d8daeccf080ca1f971701f1d26e7a9eebe735d53f4f8ebd1797");
    assert_eq!(crypto::merkle_root(&leaves(7)), x"2734289bf48652be4d3d08c5ed0eba597a64210b87d0038329806dfef95757cc");
}

#[test]
fun proves_every_leaf_of_every_small_tree_and_nothing_else() {
    std::u64::range_do_eq!(1, 7, |count| {
        let root = crypto::merkle_root(&leaves(count));
        count.do!(|index| {
            let hashes = proof(leaves(count), index);
            count.do!(|other| {
                let leaf = vector[other as u8, (other + 1) as u8];
                assert_eq!(crypto::verify_merkle_proof(&root, leaf, index, count, &hashes), other == index);
                assert_eq!(crypto::verify_merkle_proof(&root, vector[index as u8, (index + 1) as u8], other, count, &hashes), other == index);
            });
            let leaf = vector[index as u8, (index + 1) as u8];
            assert!(!crypto::verify_merkle_proof(&root, leaf, index, count + 1, &hashes));
            assert!(count == 1 || !crypto::verify_merkle_proof(&root, leaf, index, count - 1, &hashes));
        });
    });
}

#[test]
fun refuses_what_is_no_proof() {
    let root = crypto::merkle_root(&leaves(5));
    let hashes = proof(leaves(5), 2);
    let leaf = x"0203";
    assert!(crypto::verify_merkle_proof(&root, leaf, 2, 5, &hashes));
    // Too few, too many, changed, or of another length.
    assert!(!crypto::verify_merkle_proof(&root, leaf, 2, 5, &hashes.take(2)));
    let mut more = hashes;
    more.push_back(root);
    assert!(!crypto::verify_merkle_proof(&root, leaf, 2, 5, &more));
    let mut changed = hashes;
    *&mut changed[1][0] = changed[1][0] ^ 1;
    assert!(!crypto::verify_merkle_proof(&root, leaf, 2, 5, &changed));
    let mut longer = hashes;
    longer[0].push_back(0);
    assert!(!crypto::verify_merkle_proof(&root, leaf, 2, 5, &longer));
    // A place that is not in the list, an empty list, a list too long, another root.
    assert!(!crypto::verify_merkle_proof(&root, leaf, 5, 5, &hashes));
    assert!(!crypto::verify_merkle_proof(&root, leaf, 0, 0, &vector[]));
    assert!(!crypto::verify_merkle_proof(&root, leaf, 2, 1 << 32, &hashes));
    assert!(!crypto::verify_merkle_proof(&vector[], leaf, 2, 5, &hashes));
}

#[test]
fun takes_no_node_for_a_leaf() {
    // With leaves and nodes hashed alike, the two hashes below the top of a tree of two would pass for the one leaf of another.
    let both = leaves(2);
    let mut node = subtree(vector[both[0]]);
    node.append(subtree(vector[both[1]]));
    let root = crypto::merkle_root(&both);
    assert!(crypto::merkle_root(&vector[node]) != root);
    assert!(!crypto::verify_merkle_proof(&root, node, 0, 1, &vector[]));
}
