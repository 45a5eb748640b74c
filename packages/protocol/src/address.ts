import { addressOfBytes, putAddress } from "@sycee/bcs";

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

/** The address of 32 bytes. Throws `RangeError` on another length. */
export function addressFromBytes(bytes: Uint8Array): Address {
  if (bytes.length !== 32) throw new RangeError(`an address has 32 bytes, not ${bytes.length}`);
  return addressOfBytes(bytes);
}

/** The 32 bytes of an address. Throws `RangeError` when `address` is not in its printed form. */
export function addressToBytes(address: Address): Uint8Array {
  const bytes = new Uint8Array(32);
  putAddress(bytes, 0, address);
  return bytes;
}
