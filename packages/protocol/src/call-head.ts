import { type BcsReader, readAddress } from "@sycee/bcs";
import type { Address } from "./address.ts";

/** Which function a call names. */
export interface CallHead {
  readonly address: Address;
  readonly module: string;
  readonly function: string;
}

/** One that was read before. */
export interface KnownHead extends CallHead {
  /** As it is encoded. */
  readonly bytes: Uint8Array;
}

const MAX_NAME_BYTES = 128;
const ADDRESS_BYTES = 32;
/** Heads that are remembered, each at one place only: what is read never depends on what is remembered. */
const PLACES = 256;
const known: (KnownHead | undefined)[] = Array.from({ length: PLACES }, () => undefined);

/**
 * Reads address, module and function of a call. Few functions are called by most transactions: those read lately are
 * known by their bytes, and no strings are made for them anew. Throws `BcsError`.
 */
export function readCallHead(reader: BcsReader): CallHead {
  const { bytes, offset, end } = reader;
  const head = findCallHead(bytes, offset, end);
  if (head !== undefined) {
    reader.skip(head.bytes.length);
    return head;
  }
  const address = readAddress(reader);
  const module = reader.string(MAX_NAME_BYTES);
  const name = reader.string(MAX_NAME_BYTES);
  const read = { address, module, function: name, bytes: bytes.slice(offset, reader.offset) };
  known[placeOf(bytes, offset)] = read;
  return read;
}

/** The head that begins at `offset` of `bytes` and ends before `end`, if it was read lately; `undefined` says nothing of what is there. */
export function findCallHead(bytes: Uint8Array, offset: number, end: number): KnownHead | undefined {
  const head = known[placeOf(bytes, offset)];
  return head !== undefined && head.bytes.length <= end - offset && beginsWith(bytes, offset, head.bytes) ? head : undefined;
}

// Of the last byte of the address, the length of the module's name, and what follows it.
function placeOf(bytes: Uint8Array, offset: number): number {
  const moduleAt = offset + ADDRESS_BYTES;
  const length = bytes[moduleAt] ?? 0;
  const nameAt = moduleAt + 1 + length;
  const sum =
    (bytes[moduleAt - 1] ?? 0) * 31 + length * 7 + (bytes[moduleAt + 1] ?? 0) * 17 + (bytes[nameAt] ?? 0) * 3 + (bytes[nameAt + 1] ?? 0);
  return sum % PLACES;
}

function beginsWith(bytes: Uint8Array, offset: number, beginning: Uint8Array): boolean {
  const { length } = beginning;
  for (let index = 0; index < length; index++) if (bytes[offset + index] !== beginning[index]) return false;
  return true;
}
