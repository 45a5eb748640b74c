import { type Address, addressFromBytes, addressToBytes } from "./address.ts";
import { blake2b256 } from "./authenticator.ts";

const DOMAIN = new TextEncoder().encode("sycee-package-v1");

/** Where a publisher's package of that name lives, as `0x3::publishing::package_address` has it: known before it is compiled. */
export function packageAddress(publisher: Address, name: string): Address {
  const text = new TextEncoder().encode(name);
  const bytes = new Uint8Array(DOMAIN.length + 32 + text.length);
  bytes.set(DOMAIN);
  bytes.set(addressToBytes(publisher), DOMAIN.length);
  bytes.set(text, DOMAIN.length + 32);
  return addressFromBytes(blake2b256(bytes));
}
