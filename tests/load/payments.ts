import { addressOfKeys, type Address, encodePayload, encodeTransaction, signingMessage } from "@sycee/protocol";
import { developmentSeed, pay } from "@sycee/sdk";
import sodium from "sodium-native";
import { CASH } from "../node/economy.ts";

/** Whose payments are made. */
export interface Payer {
  readonly address: Address;
  /** The next payment of one minor unit, signed: thousands a second, which the SDK's keys are not for. */
  next(expiryMs: bigint): Uint8Array;
}

/** Alice of the tests' economy, paying one minor unit at a time. */
export function alicePaying(payee: Address, chainId: Uint8Array): Payer {
  return payerOf(developmentSeed("node tests alice"), payee, chainId, 1_000_000n);
}

/** Whoever has the key of a seed, paying one minor unit at a time, with nonces after `lastNonce`. */
export function payerOf(seed: Uint8Array, payee: Address, chainId: Uint8Array, lastNonce: bigint): Payer {
  const publicKey = Buffer.alloc(sodium.crypto_sign_PUBLICKEYBYTES);
  const secretKey = Buffer.alloc(sodium.crypto_sign_SECRETKEYBYTES);
  sodium.crypto_sign_seed_keypair(publicKey, secretKey, Buffer.from(seed));
  const address = addressOfKeys({ kind: "ed25519", publicKey });
  const calls = [pay({ payee, instrument: CASH, amountMinor: 1n })];
  let nonce = lastNonce;
  return {
    address,
    next(expiryMs) {
      nonce += 1n;
      const payload = { chainId, signers: [address], nonce, expiryMs, gasLimit: 1_000_000n, feePayer: undefined, calls };
      const signature = Buffer.alloc(sodium.crypto_sign_BYTES);
      sodium.crypto_sign_detached(signature, Buffer.from(signingMessage(encodePayload(payload))), secretKey);
      return encodeTransaction({ payload, authenticators: [{ kind: "ed25519", publicKey, signature }] });
    },
  };
}
