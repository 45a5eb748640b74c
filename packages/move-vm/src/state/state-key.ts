import { blake2b } from "@noble/hashes/blake2.js";
import { BcsWriter } from "@sycee/bcs";
import type { MoveValue, RuntimeType } from "../runtime/runtime-type.ts";
import { addressOfBytes, putAddress } from "../values/address-bytes.ts";
import { operationsOf } from "../values/operations-of.ts";

/** First byte of a state key. Commitment nodes have 0x10 to 0x1f. */
export const STATE_KEY_TAG = { resource: 0x01, tableEntry: 0x02, typeDirectory: 0x03, longTableEntry: 0x04, module: 0x05 } as const;

/** Longest state key of a table entry that is stored as it is; in longer ones a hash stands for the entry's key. */
export const MAX_PLAIN_KEY_BYTES = 400;

const TYPE_HASH_BYTES = 16;
const RESOURCE_KEY_BYTES = 1 + 32 + TYPE_HASH_BYTES;
const MODULE_NAME_AT = 1 + 32;
const utf8 = new TextEncoder();
const hashes = new WeakMap<RuntimeType, Uint8Array>();

/** First 16 bytes of blake2b-256 of the printed type. */
export function typeHash(type: RuntimeType): Uint8Array {
  let hash = hashes.get(type);
  if (hash === undefined) {
    hash = blake2b(utf8.encode(type.key), { dkLen: 32 }).slice(0, TYPE_HASH_BYTES);
    hashes.set(type, hash);
  }
  return hash;
}

/** Key of the resource `type` at `address`: 0x01, the address, the type's hash. */
export function resourceKey(type: RuntimeType, address: string): Uint8Array {
  const key = new Uint8Array(RESOURCE_KEY_BYTES);
  key[0] = STATE_KEY_TAG.resource;
  putAddress(key, 1, address);
  key.set(typeHash(type), 33);
  return key;
}

/**
 * Key of a table's entry: 0x02, the handle, the hash of the value's type, BCS of the key. A long one is 0x04, the same, and
 * blake2b-256 of the key's BCS: under a tag of its own, so that no short key can be made to equal it.
 */
export function tableEntryKey(handle: string, type: RuntimeType, key: RuntimeType, keyValue: MoveValue): Uint8Array {
  const operations = operationsOf(key);
  const writer = new BcsWriter(RESOURCE_KEY_BYTES + operations.size(keyValue));
  const head = new Uint8Array(RESOURCE_KEY_BYTES);
  head[0] = STATE_KEY_TAG.tableEntry;
  putAddress(head, 1, handle);
  head.set(typeHash(type), 33);
  writer.fixedBytes(head);
  operations.write(writer, keyValue);
  return shortened(writer.toBytes());
}

/** Key under which the printed form of a hashed type is kept: 0x03, the hash. */
export function typeDirectoryKey(hash: Uint8Array): Uint8Array {
  const key = new Uint8Array(1 + TYPE_HASH_BYTES);
  key[0] = STATE_KEY_TAG.typeDirectory;
  key.set(hash, 1);
  return key;
}

/** Key of a published module's bytecode: 0x05, the address, the module's name. */
export function moduleStateKey(address: string, name: string): Uint8Array {
  const bytes = utf8.encode(name);
  const key = new Uint8Array(MODULE_NAME_AT + bytes.length);
  key[0] = STATE_KEY_TAG.module;
  putAddress(key, 1, address);
  key.set(bytes, MODULE_NAME_AT);
  return key;
}

/** The parts of a resource's or table entry's key. */
export type StateKeyParts =
  | { readonly kind: "resource"; readonly address: `0x${string}`; readonly typeHash: Uint8Array }
  | { readonly kind: "table-entry"; readonly handle: `0x${string}`; readonly typeHash: Uint8Array; readonly keyBytes: Uint8Array };

/** Takes a key apart; `undefined` for any that is not a resource's or table entry's. Of a long table entry, `keyBytes` is the hash. */
export function parseStateKey(key: Uint8Array): StateKeyParts | undefined {
  if (key.length < RESOURCE_KEY_BYTES) return undefined;
  const hash = key.slice(33, RESOURCE_KEY_BYTES);
  if (key[0] === STATE_KEY_TAG.resource && key.length === RESOURCE_KEY_BYTES) {
    return { kind: "resource", address: addressOfBytes(key, 1), typeHash: hash };
  }
  if (key[0] !== STATE_KEY_TAG.tableEntry && key[0] !== STATE_KEY_TAG.longTableEntry) return undefined;
  return { kind: "table-entry", handle: addressOfBytes(key, 1), typeHash: hash, keyBytes: key.slice(RESOURCE_KEY_BYTES) };
}

function shortened(key: Uint8Array): Uint8Array {
  if (key.length <= MAX_PLAIN_KEY_BYTES) return key;
  const short = new Uint8Array(RESOURCE_KEY_BYTES + 32);
  short.set(key.subarray(0, RESOURCE_KEY_BYTES));
  short[0] = STATE_KEY_TAG.longTableEntry;
  short.set(blake2b(key.subarray(RESOURCE_KEY_BYTES), { dkLen: 32 }), RESOURCE_KEY_BYTES);
  return short;
}
