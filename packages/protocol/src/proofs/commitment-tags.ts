/**
 * First byte of each preimage of the state commitment. Every hash is blake2b-256; no key of state begins with one of
 * these bytes, and no two kinds of preimage share one, so a hash stands for one thing only.
 *
 *   key          key of state, whose first byte is 0x01 to 0x05
 *   value        0xe1 | key hash | value
 *   bucket       0xe2 (keyed) or 0xe6 (collections) | depth | path | (key hash | value or collection hash) of each entry, ascending
 *   branch       0xe3 (keyed) or 0xe7 (collections) | depth | path | number of entries below, u48 | 16 hashes
 *   root         0xe4 | top of the keyed trie | top of the collections trie
 *   page         0xe8 | key of the page, which has collection and index | its bytes
 *   page node    0xe9 | collection | level | number among the nodes of its level, u64 | 32 hashes
 *   collection   0xea | collection | levels | number of pages, u64 | hash of the top node
 *   mountain     0xeb | level | left | right, over the hashes of blocks, which are level 0
 *
 * Integers are big-endian; depth, level and levels one byte; 32 zeros stand for nothing. A path is `depth` nibbles, two a
 * byte, the last one's lower half 0. A collection is 0x06, its handle, its type's hash (49 bytes, the first ones of its
 * pages' keys), and its key hash is the hash of these. Level 1 is over pages; a collection of page 0 alone has levels 0 and the
 * page for its top, and no collection has more levels than its last page needs.
 */
export const COMMITMENT_TAG = {
  value: 0xe1,
  keyedBucket: 0xe2,
  keyedBranch: 0xe3,
  root: 0xe4,
  collectionsBucket: 0xe6,
  collectionsBranch: 0xe7,
  page: 0xe8,
  pageNode: 0xe9,
  collection: 0xea,
  mountain: 0xeb,
} as const;
