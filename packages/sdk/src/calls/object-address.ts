import { type Address, addressFromBytes, addressToBytes, blake2b256 } from "@sycee/protocol";

/** Kinds of things that lie at addresses of their own. */
export type ObjectKind = "escrow" | "payment-request" | "red-packet" | "standing-order" | "customer-red-packet" | "customer-standing-order";

/**
 * Where the thing of a kind lies to which its owner gave a number (u64): blake2b-256 of the kind's name, the owner's address
 * and the number with its lowest byte first. `Client.account` shows what is there.
 */
export function objectAddress(kind: ObjectKind, owner: Address, number: bigint): Address {
  const name = new TextEncoder().encode(`sycee-${kind}-v1`);
  const bytes = new Uint8Array(name.length + 40);
  bytes.set(name);
  bytes.set(addressToBytes(owner), name.length);
  new DataView(bytes.buffer).setBigUint64(name.length + 32, number, true);
  return addressFromBytes(blake2b256(bytes));
}
