import { encodePayload, encodeTransaction, signingMessage } from "@sycee/protocol";
import { pay } from "@sycee/sdk";
import sodium from "sodium-native";
import { type BenchAccount, CASH_INSTRUMENT } from "./bench-economy.ts";

/** What is signed. */
export interface SigningOptions {
  readonly accounts: readonly BenchAccount[];
  readonly chainId: Uint8Array;
  readonly expiryMs: bigint;
  readonly count: number;
  /** Nonces count up from here. */
  readonly firstNonce: number;
  /** All to the first account, which pays the second; otherwise spread. */
  readonly oneMerchant?: boolean;
}

const GAS_LIMIT = 1_000_000n;

/** Signed payments of one minor unit, each from the next account in turn to one that lies far from it. */
export function signPayments({ accounts, chainId, expiryMs, count, firstNonce, oneMerchant }: SigningOptions): Uint8Array[] {
  const transactions: Uint8Array[] = [];
  const signature = Buffer.alloc(sodium.crypto_sign_BYTES);
  for (let index = 0; index < count; index++) {
    const payer = accounts[index % accounts.length];
    const away = (index * 7919 + 1 + Math.floor(index / accounts.length)) % accounts.length;
    const payee = accounts[oneMerchant === true ? 0 : away];
    if (payer === undefined || payee === undefined) throw new Error("there are no accounts");
    const other = payee === payer ? accounts[(index + 1) % accounts.length] : payee;
    const call = pay({ payee: (other ?? payee).address, instrument: CASH_INSTRUMENT, amountMinor: 1n });
    const payload = {
      chainId,
      signers: [payer.address],
      nonce: BigInt(firstNonce + index),
      expiryMs,
      gasLimit: GAS_LIMIT,
      feePayer: undefined,
      calls: [call],
    };
    sodium.crypto_sign_detached(signature, Buffer.from(signingMessage(encodePayload(payload))), payer.secretKey);
    const authenticators = [{ kind: "ed25519", publicKey: payer.publicKey, signature: Uint8Array.from(signature) }] as const;
    transactions.push(encodeTransaction({ payload, authenticators }));
  }
  return transactions;
}
