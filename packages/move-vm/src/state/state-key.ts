import { blake2b } from "@noble/hashes/blake2.js";
import { addressOfBytes, BcsWriter, putAddress, sharedBytes } from "@sycee/bcs";
import type { MoveValue, RuntimeType } from "../runtime/runtime-type.ts";
import { operationsOf } from "../values/operations-of.ts";

/** First byte of a state key. Commitment nodes have 0x10 to 0x1f. */
export const STATE_KEY_TAG = {
  resource: 0x01,
  tableEntry: 0x02,
  typeDirectory: 0x03,
  longTableEntry: 0x04,
  module: 0x05,
  page: 0x06,
} as const;

/** Longest state key of a table entry that is stored as it is; in longer ones a hash stands for the entry's key. */
export const MAX_PLAIN_KEY_BYTES = 400;

const TYPE_HASH_BYTES = 16;
const RESOURCE_KEY_BYTES = 1 + 32 + TYPE_HASH_BYTES;
/** Bytes of a page's key. */
export const PAGE_KEY_BYTES = RESOURCE_KEY_BYTES + 8;
const MODULE_NAME_AT = 1 + 32;
const utf8 = new TextEncoder();
const head = new Uint8Array(RESOURCE_KEY_BYTES);
const keyWriter = new BcsWriter();
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
  const key = sharedBytes(RESOURCE_KEY_BYTES);
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
  head[0] = STATE_KEY_TAG.tableEntry;
  putAddress(head, 1, handle);
  head.set(typeHash(type), 33);
  operationsOf(key).write(keyWriter.clear().fixedBytes(head), keyValue);
  return shortened(keyWriter.toSharedBytes());
}

/** What the keys of all pages of a paged vector begin with: 0x06, its handle, the hash of the type of a page, a vector. */
export function pagePrefix(handle: string, type: RuntimeType): Uint8Array {
  const prefix = new Uint8Array(RESOURCE_KEY_BYTES);
  prefix[0] = STATE_KEY_TAG.page;
  putAddress(prefix, 1, handle);
  prefix.set(typeHash(type), 33);
  return prefix;
}

/** Key of a page of a paged vector: its {@link pagePrefix} and its number as a big-endian u64, so that pages sort by number. */
export function pageKey(prefix: Uint8Array, page: number): Uint8Array {
  const key = new Uint8Array(PAGE_KEY_BYTES);
  putPageKey(key, 0, prefix, page);
  return key;
}

/** Key of a page of a paged vector, given its handle; `type` is the page's, a vector. */
export function pagedVectorKey(handle: string, type: RuntimeType, page: number): Uint8Array {
  return pageKey(pagePrefix(handle, type), page);
}

/** Writes a {@link pageKey} at a place in `bytes`. */
export function putPageKey(bytes: Uint8Array, at: number, prefix: Uint8Array, page: number): void {
  bytes.set(prefix, at);
  let rest = page;
  for (let position = at + PAGE_KEY_BYTES - 1; position >= at + RESOURCE_KEY_BYTES; position--) {
    bytes[position] = rest % 0x100;
    rest = Math.floor(rest / 0x100);
  }
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

/** The parts of the key of a resource, a table's entry or a page of a paged vector. */
export type StateKeyParts =
  | { readonly kind: "resource"; readonly address: `0x${string}`; readonly typeHash: Uint8Array }
  | { readonly kind: "table-entry"; readonly handle: `0x${string}`; readonly typeHash: Uint8Array; readonly keyBytes: Uint8Array }
  | { readonly kind: "page"; readonly handle: `0x${string}`; readonly typeHash: Uint8Array; readonly page: bigint };

/** Takes a key apart; `undefined` for any other kind of key. Of a long table entry, `keyBytes` is the hash. */
export function parseStateKey(key: Uint8Array): StateKeyParts | undefined {
  if (key.length < RESOURCE_KEY_BYTES) return undefined;
  const hash = key.slice(33, RESOURCE_KEY_BYTES);
  if (key[0] === STATE_KEY_TAG.resource && key.length === RESOURCE_KEY_BYTES) {
    return { kind: "resource", address: addressOfBytes(key, 1), typeHash: hash };
  }
  if (key[0] === STATE_KEY_TAG.page && key.length === PAGE_KEY_BYTES) {
    let page = 0n;
    for (const byte of key.subarray(RESOURCE_KEY_BYTES)) page = (page << 8n) | BigInt(byte);
    return { kind: "page", handle: addressOfBytes(key, 1), typeHash: hash, page };
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
