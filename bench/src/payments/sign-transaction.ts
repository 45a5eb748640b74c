import { type Call, encodePayload, encodeTransaction, signingMessage } from "@sycee/protocol";
import sodium from "sodium-native";
import type { BenchAccount } from "./bench-economy.ts";

/** What is signed beside who signs it. */
export interface BenchTransaction {
  readonly chainId: Uint8Array;
  readonly nonce: number;
  readonly expiryMs: bigint;
  readonly gasLimit: bigint;
  readonly calls: readonly Call[];
}

const signature = Buffer.alloc(sodium.crypto_sign_BYTES);

/** A transaction of one signer, signed by libsodium. */
export function signBenchTransaction(signer: BenchAccount, transaction: BenchTransaction): Uint8Array {
  const { chainId, nonce, expiryMs, gasLimit, calls } = transaction;
  const payload = { chainId, signers: [signer.address], nonce: BigInt(nonce), expiryMs, gasLimit, feePayer: undefined, calls };
  sodium.crypto_sign_detached(signature, Buffer.from(signingMessage(encodePayload(payload))), signer.secretKey);
  const authenticators = [{ kind: "ed25519", publicKey: signer.publicKey, signature: Uint8Array.from(signature) }] as const;
  return encodeTransaction({ payload, authenticators });
}
