import type { BcsReader } from "./bcs-reader.ts";
import type { BcsWriter } from "./bcs-writer.ts";

const DIGITS = new Uint8Array(512);
for (let byte = 0; byte < 256; byte++) {
  const digits = byte.toString(16).padStart(2, "0");
  DIGITS[2 * byte] = digits.charCodeAt(0);
  DIGITS[2 * byte + 1] = digits.charCodeAt(1);
}

// The character codes of one printed address, made into a string at once: faster than joining strings or a TextDecoder.
const printed: number[] = Array.from({ length: 66 }, (_, index) => (index === 1 ? 0x78 : 0x30));

/** Value of each character that is a hexadecimal digit, by its code; this for any other. */
const NO_DIGIT = 0x100;
const VALUES = new Uint16Array(0x80).fill(NO_DIGIT);
for (let digit = 0; digit < 16; digit++) VALUES[digit.toString(16).charCodeAt(0)] = digit;

/** `0x` and 64 lowercase hexadecimal digits for the 32 bytes at `offset`. */
export function addressOfBytes(bytes: Uint8Array, offset = 0): `0x${string}` {
  for (let index = 0; index < 32; index++) {
    const byte = bytes[offset + index];
    if (byte === undefined) throw new RangeError("an address has 32 bytes");
    printed[2 + 2 * index] = DIGITS[2 * byte] ?? 0;
    printed[3 + 2 * index] = DIGITS[2 * byte + 1] ?? 0;
  }
  return String.fromCharCode.apply(undefined, printed) as `0x${string}`;
}

/** Puts the 32 bytes of a printed address at `offset` of `target`. Throws `RangeError` on any other text. */
export function putAddress(target: Uint8Array, offset: number, address: string): void {
  let wrong = address.length === 66 && address.startsWith("0x") ? 0 : NO_DIGIT;
  for (let index = 0, at = 2; index < 32; index++, at += 2) {
    const byte = ((VALUES[address.charCodeAt(at)] ?? NO_DIGIT) << 4) | (VALUES[address.charCodeAt(at + 1)] ?? NO_DIGIT);
    wrong |= byte;
    target[offset + index] = byte;
  }
  if (wrong > 0xff) throw new RangeError(`not an address: ${address}`);
}

/** Appends the 32 bytes of an address. */
export function writeAddress(writer: BcsWriter, address: string): void {
  const at = writer.skip(32);
  putAddress(writer.bytes, at, address);
}

/** Reads the 32 bytes of an address. */
export function readAddress(reader: BcsReader): `0x${string}` {
  return addressOfBytes(reader.bytes, reader.skip(32));
}
