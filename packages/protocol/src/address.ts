import type { BcsWriter } from "@sycee/bcs";

/** An account or package address as it prints: `0x` and 64 lowercase hexadecimal digits (32 bytes). */
export type Address = `0x${string}`;

const PRINTED = /^0x[0-9a-f]{64}$/;

/** Whether `text` is an address in its one printed form. */
export function isAddress(text: string): text is Address {
  return PRINTED.test(text);
}

/** The address that `text` names: up to 64 hexadecimal digits after `0x`, padded on the left (`0x2` is a short form); `undefined` if it is not one. */
export function parseAddress(text: string): Address | undefined {
  const match = /^0x([0-9a-fA-F]{1,64})$/.exec(text);
  return match?.[1] === undefined ? undefined : `0x${match[1].toLowerCase().padStart(64, "0")}`;
}

/** Value of each character that is a lowercase hexadecimal digit, by its code; this for any other. */
const NO_DIGIT = 0x100;
const VALUES = new Uint16Array(0x80).fill(NO_DIGIT);
for (let digit = 0; digit < 16; digit++) VALUES[digit.toString(16).charCodeAt(0)] = digit;

// The character codes of one printed address, made into a string at once: joining digits leaves a string for each of them behind.
const codes: number[] = Array.from({ length: 66 }, (_, index) => (index === 1 ? 0x78 : 0x30));

/** The address of 32 bytes. Throws `RangeError` on another length. */
export function addressFromBytes(bytes: Uint8Array): Address {
  if (bytes.length !== 32) throw new RangeError(`an address has 32 bytes, not ${bytes.length}`);
  return addressAt(bytes, 0);
}

/** The address of the 32 bytes at `offset`, which must be there. */
export function addressAt(bytes: Uint8Array, offset: number): Address {
  for (let index = 0; index < 32; index++) {
    const byte = bytes[offset + index] ?? 0;
    codes[2 + 2 * index] = codeOf(byte >> 4);
    codes[3 + 2 * index] = codeOf(byte & 15);
  }
  return String.fromCharCode.apply(undefined, codes) as Address;
}

function codeOf(digit: number): number {
  return digit < 10 ? 0x30 + digit : 0x57 + digit;
}

/** The 32 bytes of an address. Throws `RangeError` when `address` is not in its printed form. */
export function addressToBytes(address: Address): Uint8Array {
  const bytes = new Uint8Array(32);
  putAddress(bytes, 0, address);
  return bytes;
}

/** Puts the 32 bytes of an address at `offset` of `target`. Throws `RangeError` when `address` is not in its printed form. */
export function putAddress(target: Uint8Array, offset: number, address: Address): void {
  let wrong = address.length === 66 && address.startsWith("0x") ? 0 : NO_DIGIT;
  for (let index = 0, at = 2; index < 32; index++, at += 2) {
    const byte = ((VALUES[address.charCodeAt(at)] ?? NO_DIGIT) << 4) | (VALUES[address.charCodeAt(at + 1)] ?? NO_DIGIT);
    wrong |= byte;
    target[offset + index] = byte;
  }
  if (wrong > 0xff) throw new RangeError(`not an address: ${address}`);
}

/** Writes the 32 bytes of an address. */
export function writeAddress(writer: BcsWriter, address: Address): void {
  const at = writer.skip(32);
  putAddress(writer.bytes, at, address);
}
