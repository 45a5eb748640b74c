import { addressToBytes, type Address } from "./address.ts";

const DOMAIN: Uint8Array = new TextEncoder().encode("sycee-read-session-v2");
/** Bytes of a challenge. */
export const CHALLENGE_BYTES = 40;

/** What is signed to open a read session. */
export interface ReadSessionTerms {
  /** 32 bytes. */
  readonly chainId: Uint8Array;
  /** The node's, 40 bytes. */
  readonly challenge: Uint8Array;
  readonly address: Address;
  /**
   * Where who signs reached the node: scheme, host and port as in RFC 6454, such as `https://ledger.example`. A node opens sessions for its own
   * origins alone, so that none can have another's challenge signed and read there.
   */
  readonly origin: string;
}

/**
 * What an account's keys sign to open a read session: `sycee-read-session-v2`, the chain's id (32 bytes), the challenge, the address (32
 * bytes), the node's origin (UTF-8, the rest). It can be no transaction, whose signed bytes begin with a domain of their own.
 */
export function readSessionMessage({ chainId, challenge, address, origin }: ReadSessionTerms): Uint8Array {
  const originBytes = new TextEncoder().encode(origin);
  const message = new Uint8Array(DOMAIN.length + 32 + CHALLENGE_BYTES + 32 + originBytes.length);
  message.set(DOMAIN);
  message.set(chainId, DOMAIN.length);
  message.set(challenge, DOMAIN.length + 32);
  message.set(addressToBytes(address), DOMAIN.length + 32 + CHALLENGE_BYTES);
  message.set(originBytes, DOMAIN.length + 32 + CHALLENGE_BYTES + 32);
  return message;
}
