import type { Authenticator } from "@sycee/protocol/core";
import binding from "sodium-native/binding.js";
import { signedMessage } from "./signed-message.ts";

const SIGNATURE_BYTES = 64;
const KEY_BYTES = 32;
/** The binding takes offsets and lengths as 32 bits, and larger ones without their upper bits. */
const REACH = 0x1_0000_0000;

/**
 * Whether every signature of every authenticator fits the payload. libsodium decides: other verifiers of ed25519 disagree
 * on small-order keys and non-canonical scalars, and two nodes must not.
 */
export function verifySignatures(payloadBytes: Uint8Array, authenticators: readonly Authenticator[]): boolean {
  return verifyMessage(signedMessage(payloadBytes), authenticators);
}

/** The same over a message with a domain of its own, as it was signed. */
export function verifyMessage(message: Uint8Array, authenticators: readonly Authenticator[]): boolean {
  for (const authenticator of authenticators) {
    if (authenticator.kind === "ed25519") {
      if (!verify(authenticator.signature, message, authenticator.publicKey)) return false;
      continue;
    }
    for (const { index, signature } of authenticator.signatures) {
      const publicKey = authenticator.publicKeys[index];
      if (publicKey === undefined || !verify(signature, message, publicKey)) return false;
    }
  }
  return true;
}

// Below libsodium's usual entry, as `hashRange` is: the binding may have no checks of its own.
function verify(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean {
  if (signature.length !== SIGNATURE_BYTES || publicKey.length !== KEY_BYTES) throw new RangeError("a signature has 64 bytes and a key 32");
  if (!isInReach(signature) || !isInReach(message) || !isInReach(publicKey))
    throw new RangeError("a buffer of 4 GiB or more is not verified");
  return binding.crypto_sign_verify_detached(
    signature.buffer,
    signature.byteOffset,
    SIGNATURE_BYTES,
    message.buffer,
    message.byteOffset,
    message.length,
    publicKey.buffer,
    publicKey.byteOffset,
    KEY_BYTES,
  );
}

function isInReach({ byteOffset, length }: Uint8Array): boolean {
  return byteOffset + length < REACH;
}
