import type { BcsReader, BcsWriter } from "@sycee/bcs";

const DIGITS = new Uint8Array(512);
for (let byte = 0; byte < 256; byte++) {
  const digits = byte.toString(16).padStart(2, "0");
  DIGITS[2 * byte] = digits.charCodeAt(0);
  DIGITS[2 * byte + 1] = digits.charCodeAt(1);
}

// The character codes of one printed address, made into a string at once: faster than joining strings or a TextDecoder.
const printed: number[] = Array.from({ length: 66 }, (_, index) => (index === 1 ? 0x78 : 0x30));

const scratch = new Uint8Array(32);

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

/** Puts the 32 bytes of a printed address at `offset` of `target`. Throws `RangeError` on any other text: it is never input here. */
export function putAddress(target: Uint8Array, offset: number, address: string): void {
  if (address.length !== 66) throw new RangeError(`not an address: ${address}`);
  for (let index = 0; index < 32; index++) {
    target[offset + index] = (digitOf(address, 2 + 2 * index) << 4) | digitOf(address, 3 + 2 * index);
  }
}

/** Appends the 32 bytes of an address. */
export function writeAddress(writer: BcsWriter, address: string): void {
  putAddress(scratch, 0, address);
  writer.fixedBytes(scratch);
}

/** Reads the 32 bytes of an address. */
export function readAddress(reader: BcsReader): `0x${string}` {
  return addressOfBytes(reader.bytes, reader.skip(32));
}

function digitOf(text: string, index: number): number {
  const code = text.charCodeAt(index);
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  if (code >= 0x61 && code <= 0x66) return code - 0x57;
  throw new RangeError(`not an address: ${text}`);
}
