import { bytesToHex as encode, hexToBytes as decode } from "@noble/hashes/utils.js";

/** Lowercase hexadecimal without a prefix. */
export function bytesToHex(bytes: Uint8Array): string {
  return encode(bytes);
}

/** Bytes of an even number of hexadecimal digits, with or without `0x`; `undefined` when it is anything else. */
export function hexToBytes(text: string): Uint8Array | undefined {
  const digits = text.startsWith("0x") ? text.slice(2) : text;
  if (digits.length % 2 !== 0 || !/^[0-9a-fA-F]*$/.test(digits)) return undefined;
  return decode(digits);
}
