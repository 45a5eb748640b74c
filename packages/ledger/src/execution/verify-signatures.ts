import type { Authenticator } from "@sycee/protocol";
import sodium from "sodium-native";
import { asBuffer } from "../hash.ts";
import { signedMessage } from "./signed-message.ts";

/**
 * Whether every signature of every authenticator fits the payload. libsodium decides: other verifiers of ed25519 disagree
 * on small-order keys and non-canonical scalars, and two nodes must not.
 */
export function verifySignatures(payloadBytes: Uint8Array, authenticators: readonly Authenticator[]): boolean {
  return verifyMessage(signedMessage(payloadBytes), authenticators);
}

/** The same over a message with a domain of its own, as it was signed. */
export function verifyMessage(signed: Uint8Array, authenticators: readonly Authenticator[]): boolean {
  const message = asBuffer(signed);
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

function verify(signature: Uint8Array, message: Buffer, publicKey: Uint8Array): boolean {
  return sodium.crypto_sign_verify_detached(asBuffer(signature), message, asBuffer(publicKey));
}
