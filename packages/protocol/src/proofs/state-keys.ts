import { type Address, addressToBytes } from "../address.ts";
import { blake2b256 } from "../authenticator.ts";
import { joined } from "./trie-root.ts";

/*
 * Keys of state as the machine forms them (move-vm's state-key.ts), from printed types: here, so that proofs are checked
 * without the machine.
 */

const TYPE_HASH_BYTES = 16;
/** Longest key of a table's entry that is not hashed. */
const MAX_PLAIN_KEY_BYTES = 400;
const TAG = { resource: 1, tableEntry: 2, longTableEntry: 4, module: 5, page: 6 } as const;
const utf8 = new TextEncoder();

/** Key of the resource of a printed type at an address. */
export function resourceStateKey(address: Address, type: string): Uint8Array {
  return joined([Uint8Array.of(TAG.resource), addressToBytes(address), typeHash(type)]);
}

/** Key of a table's entry; `type` is that of the value, `key` BCS. */
export function tableStateKey(handle: Address, type: string, key: Uint8Array): Uint8Array {
  const place = joined([addressToBytes(handle), typeHash(type)]);
  if (1 + place.length + key.length <= MAX_PLAIN_KEY_BYTES) return joined([Uint8Array.of(TAG.tableEntry), place, key]);
  return joined([Uint8Array.of(TAG.longTableEntry), place, blake2b256(key)]);
}

/** Key of a module. */
export function publishedModuleKey(address: Address, name: string): Uint8Array {
  return joined([Uint8Array.of(TAG.module), addressToBytes(address), utf8.encode(name)]);
}

/** What the keys of all pages of a paged vector begin with; `type` is that of an element. */
export function collectionOf(handle: Address, type: string): Uint8Array {
  return joined([Uint8Array.of(TAG.page), addressToBytes(handle), typeHash(`vector<${type}>`)]);
}

function typeHash(type: string): Uint8Array {
  return blake2b256(utf8.encode(type)).subarray(0, TYPE_HASH_BYTES);
}
