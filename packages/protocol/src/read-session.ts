import { addressToBytes, type Address } from "./address.ts";

const DOMAIN: Uint8Array = new TextEncoder().encode("sycee-read-session-v1");
/** Bytes of a challenge. */
export const CHALLENGE_BYTES = 40;

/**
 * What an account's keys sign to open a read session: `sycee-read-session-v1`, the chain's id (32 bytes), the challenge, the address (32
 * bytes). It can be no transaction, whose signed bytes begin with a domain of their own.
 */
export function readSessionMessage(chainId: Uint8Array, challenge: Uint8Array, address: Address): Uint8Array {
  const message = new Uint8Array(DOMAIN.length + 32 + CHALLENGE_BYTES + 32);
  message.set(DOMAIN);
  message.set(chainId, DOMAIN.length);
  message.set(challenge, DOMAIN.length + 32);
  message.set(addressToBytes(address), DOMAIN.length + 32 + CHALLENGE_BYTES);
  return message;
}
